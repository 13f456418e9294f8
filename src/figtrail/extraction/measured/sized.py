"""What a change that a number sizes is a change in: "a rise of 5% in rents", "growth of 2%"."""

from __future__ import annotations

from figtrail.extraction.clauses import find_verb
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.measured.norms import names_forecaster
from figtrail.extraction.measured.owner import find_by_subject
from figtrail.extraction.measured.site import (
    ELIDED,
    SKIPPED,
    WORDS,
    YEARLY,
    Measured,
    Site,
    is_holder,
    read_complement,
)
from figtrail.extraction.nouns import is_people, is_plural, singular
from figtrail.extraction.rates import CURRENCY_NOUNS
from figtrail.extraction.tokens import Tokens

_POINTING = frozenset(WORDS["pointing"])
_SPOKEN = read_sections("speakers.txt")
_POLLS = frozenset(_SPOKEN["poll"])
_EXPECTING = frozenset((*_SPOKEN["expect"], *_SPOKEN["await"], "tips", "tip"))


def measure_sized(tokens: Tokens, site: Site, start: int, head: int) -> Measured | None:
    """What "a rise of 5%" is a rise in: named after it, before it, or the subject."""
    lowers = tokens.lowers
    told = site.after < site.limit and lowers[site.after] in ("in", "for", "to")
    if told and not is_where(tokens, site.after):
        complement = read_complement(tokens, site.after, site.limit)
        if complement is not None:
            return complement
    while start < head and (
        tokens.tags[start] in "JBGE" or lowers[start] in SKIPPED or lowers[start] in YEARLY
    ):
        start += 1
    if start == head - 1 and lowers[start].endswith(_ADJECTIVES):
        # "Organic growth of 5%".
        return Measured(start, head + 1, head, "change")
    if start < head:
        return Measured(start, head, head - 1, "change")
    if _is_seen(tokens, start):
        # "With Napier seeing growth of 11%".
        return Measured(head, head + 1, head, "change")
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


# How adjectives end that no list has.
_ADJECTIVES = ("ic", "al", "ive", "ous", "ary", "like-for-like")


def _is_seen(tokens: Tokens, start: int) -> bool:
    """Whether a named place or body sees or enjoys a change: it doesn't change itself."""
    verb = start - 1
    while verb > 1 and tokens.tags[verb] in "DJ":
        verb -= 1
    named = verb > 1 and tokens.words[verb - 1][0].isupper()
    return named and tokens.lowers[verb] in _SEEING


_SEEING = frozenset(WORDS["seeing"] + WORDS["enjoying"])


def is_where(tokens: Tokens, at: int) -> bool:
    """Whether only a place or a currency follows: "growth of 5% in Germany", "in U.S. dollars"."""
    if tokens.lowers[at] != "in":
        return False
    stop = at + 1
    while stop < len(tokens.words) and tokens.words[stop][0].isupper():
        stop += 1
    following = tokens.lowers[stop : stop + 1]
    if following and (following[0] in CURRENCY_NOUNS or singular(following[0]) in CURRENCY_NOUNS):
        return True
    return stop > at + 1 and tokens.tags[stop : stop + 1] in ([], ["."], ["C"])


def _is_expected(tokens: Tokens, start: int, subject: Measured) -> bool:
    """Whether a change is only expected: "economists forecast growth of 2%"."""
    if subject.head is not None and tokens.lowers[subject.head] in _POLLS:
        # "A poll of economists pointed to growth of 2%".
        return True
    if names_forecaster(tokens, (subject.start, subject.stop)):
        return True
    verb = find_verb(tokens, start)
    if verb is None or tokens.lowers[verb[1] - 1] not in _EXPECTING:
        return False
    person = subject.head is not None and is_people(tokens.lowers[subject.head])
    return person or subject.start == 0


def _is_any(tokens: Tokens, start: int, head: int) -> bool:
    """Whether a change is told anew: "any rise", "a cut", but not what "it" was or had."""
    verb = find_verb(tokens, start)
    if verb is not None and tokens.lowers[max(0, verb[0] - 1)] in _POINTING:
        # "That is an increase of 9 per cent".
        return False
    if is_plural(tokens.lowers[head]):
        return start == 0 or tokens.tags[start - 1] != "D"
    # "Growth of 3 per cent is likely" has nothing before it.
    return start == 0 or tokens.lowers[start - 1] in ("a", "an", "any", "every", "each")
