"""The subject of the clause that a number stands in."""

from __future__ import annotations

from figtrail.extraction.clauses import find_subject, find_verb
from figtrail.extraction.measured.site import Measured, Site, is_pronoun
from figtrail.extraction.phrases import head_of
from figtrail.extraction.tokens import Tokens


def find_by_subject(tokens: Tokens, site: Site) -> Measured | None:
    """The subject of the clause that a number stands in, where it is named."""
    verb = find_verb(tokens, site.bound_start)
    if verb is None or verb[1] <= site.floor:
        return None
    subject = find_subject(tokens, verb[0])
    if subject is None or is_pronoun(tokens, subject):
        return None
    return Measured(*subject, head_of(tokens, *subject), "subject")


def find_changing(tokens: Tokens, verb: int) -> Measured | None:
    """The subject of "changes" in "changes hands", which looks like a noun."""
    if tokens.lowers[verb] not in ("change", "changes"):
        return None
    subject = find_subject(tokens, verb)
    if subject is None or is_pronoun(tokens, subject):
        return None
    return Measured(*subject, head_of(tokens, *subject), "subject")
