"""What a change that a number sizes is a change in: "a rise of 5% in rents", "growth of 2%"."""

from __future__ import annotations

from figtrail.extraction.clauses import find_subject, find_verb
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.measured.owner import find_by_subject
from figtrail.extraction.measured.site import (
    ELIDED,
    SKIPPED,
    YEARLY,
    Measured,
    Site,
    is_holder,
    read_complement,
)
from figtrail.extraction.nouns import is_people, is_plural
from figtrail.extraction.tokens import Tokens

_POINTING = frozenset("it that this they these those which".split())
_SPOKEN = read_sections("speakers.txt")
_POLLS = frozenset(_SPOKEN["poll"])
_EXPECTING = frozenset((*_SPOKEN["expect"], *_SPOKEN["await"], "tips", "tip"))


def measure_sized(tokens: Tokens, site: Site, start: int, head: int) -> Measured | None:
    """What "a rise of 5%" is a rise in: named after it, before it, or the subject."""
    lowers = tokens.lowers
    if site.after < site.limit and lowers[site.after] in ("in", "for", "to"):
        complement = read_complement(tokens, site.after, site.limit)
        if complement is not None:
            return complement
    while start < head and (
        tokens.tags[start] in "JBGE" or lowers[start] in SKIPPED or lowers[start] in YEARLY
    ):
        start += 1
    if start < head:
        return Measured(start, head, head - 1, "change")
    if site.floor:
        return ELIDED
    subject = find_by_subject(tokens, site._replace(bound_start=start))
    told = _is_any(tokens, start, head) if subject is None else _is_expected(tokens, start, subject)
    if told and site.kind == "count" and subject is not None:
        # "Analysts had looked for a rise of 600,000": of what was told before.
        return Measured(head, head + 1, None, "unnamed")
    if told:
        # "Any rise of 5% needs a vote"; a bare number is none of rises.
        return Measured(head, head + 1, None if site.kind == "count" else head, "change")
    if subject is not None and is_holder(tokens, (subject.start, subject.stop)):
        # "The bank sees growth of 2.5pc": who sees it doesn't grow.
        return Measured(head, head + 1, head, "change")
    return subject or ELIDED


def _is_expected(tokens: Tokens, start: int, subject: Measured) -> bool:
    """Whether a change is only expected: "economists forecast growth of 2%"."""
    if subject.head is not None and tokens.lowers[subject.head] in _POLLS:
        # "A poll of economists pointed to growth of 2%".
        return True
    verb = find_verb(tokens, start)
    if verb is None or tokens.lowers[verb[1] - 1] not in _EXPECTING:
        return False
    person = subject.head is not None and is_people(tokens.lowers[subject.head])
    return person or subject.start == 0


def _is_any(tokens: Tokens, start: int, head: int) -> bool:
    """Whether a change is told anew: "any rise", "a cut", but not what "it" was or had."""
    verb = find_verb(tokens, start)
    pointing = find_subject(tokens, verb[0]) if verb is not None else None
    if pointing is not None and tokens.lowers[pointing[1] - 1] in _POINTING:
        return False
    if verb is not None and tokens.lowers[max(0, verb[0] - 1)] in _POINTING:
        # "That is an increase of 9 per cent".
        return False
    if is_plural(tokens.lowers[head]):
        return start == 0 or tokens.tags[start - 1] != "D"
    return start > 0 and tokens.lowers[start - 1] in ("a", "an", "any", "every", "each")
