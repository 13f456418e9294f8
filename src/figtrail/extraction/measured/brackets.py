"""What a number in brackets behind a name counts."""

from __future__ import annotations

from figtrail.extraction.clauses import find_subject, find_verb
from figtrail.extraction.measured.site import ELIDED, WORDS, Measured, Site, is_holder, is_pronoun
from figtrail.extraction.nouns import NUMBERING, singular
from figtrail.extraction.phrases import head_of
from figtrail.extraction.tokens import Tokens

_REST = frozenset(WORDS["rest"])


def find_bracketed(tokens: Tokens, site: Site) -> Measured | None:
    """What a number in brackets behind a name counts: "rises were in Latvia (+123 per cent)".

    That is the subject of the clause, or what was counted before: "the rest were in Cork (84)".
    """
    opening = site.bound_start - 1
    if opening < 1 or tokens.lowers[opening] != "(" or not tokens.words[opening - 1][0].isupper():
        return None
    if site.kind in ("measurement", "duration") or tokens.lowers[opening - 2 : opening - 1] == [
        "("
    ]:
        return None
    if site.floor:
        return ELIDED
    verb = find_verb(tokens, opening)
    subject = find_subject(tokens, verb[0]) if verb is not None else None
    if subject is None or is_pronoun(tokens, subject) or is_holder(tokens, subject):
        return ELIDED
    head = head_of(tokens, *subject)
    if head is None or tokens.lowers[head] in _REST or singular(tokens.lowers[head]) in NUMBERING:
        return ELIDED
    return Measured(*subject, head, "subject")
