"""What a bare number counts where "the number of" or "of them" names it apart from the number."""

from __future__ import annotations

from figtrail.extraction.elision.heads import find_listed, find_lost
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.measured import Measured
from figtrail.extraction.nouns import is_plural, unit_of_noun
from figtrail.extraction.phrases import read_noun_phrase
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("nouns.txt")
# Nouns for how many there are: "the number of new arrivals", "the stock of cases".
_TALLIES = frozenset(_WORDS["tallies"])
# Verbs that put a tally at a number: "took the number to 574,300", "put the stock at 539,000".
_PUTTING = frozenset(_WORDS["putting"])
# How many tokens may stand between the tally and its number.
_REACH = 22


def find_numbered(tokens: Tokens, reading: Reading) -> str | None:
    """The unit of a bare number whose noun stands apart from it in the sentence.

    "That took the number of new arrivals since April to 574,300", "it put the stock of cases at
    539,000", "brings to 193,000 the number of Sudanese", "puffins – there are 2,130 of them".
    """
    if reading.phrase is not None or reading.unit is not None or reading.rate is not None:
        return None
    ahead = tokens.lowers[reading.after : reading.after + 2]
    if ahead == ["of", "which"] and tokens.lowers[reading.bound_start - 1] == ",":
        # "Planted 1,200 trees, 300 of which have died".
        return _find_plural(tokens, reading.number.first)
    headed = _find_heading(tokens, reading)
    if headed is not None:
        return headed
    if ahead == ["of", "them"] and _has_them(tokens, reading):
        return _find_plural(tokens, reading.number.first)
    if ahead[:1] in (["the"], ["its"], ["their"]):
        return _read_tally(tokens, reading.after + 1, len(tokens.words))
    apart = _find_apart(tokens, reading.after)
    if apart is not None:
        return apart
    opened = _find_opening(tokens, reading)
    if opened is not None:
        return opened
    at = reading.bound_start - 1
    paired = tokens.lowers[at] == "from" and ahead[:1] == ["to"]
    if at < 1 or (tokens.lowers[at] not in ("at", "to") and not paired):
        return None
    for index in range(at - 1, max(0, at - _REACH), -1):
        if tokens.lowers[index] in (";", ":"):
            return None
        if tokens.tags[index] in "VvEG" and tokens.lowers[index] in _PUTTING:
            start = index + 1
            while start < at and tokens.tags[start] == "D":
                start += 1
            return _read_tally(tokens, start, at)
    return None


def find_tallied(tokens: Tokens, reading: Reading, measured: Measured | None) -> str | None:
    """The unit of what "numbers" are of: "Garda numbers have dropped to 3,711"."""
    if measured is None or measured.head is None or reading.phrase is not None:
        return None
    head = measured.head
    noun = head > measured.start and tokens.tags[head - 1] == "N"
    if tokens.lowers[head] != "numbers" or not noun:
        return None
    return unit_of_noun(tokens.lowers[head - 1])


def _find_heading(tokens: Tokens, reading: Reading) -> str | None:
    """The unit of a list's heading: "Seats: Labour 31, Tories 12"."""
    colon = next((at for at in range(1, _HEADING) if tokens.lowers[at : at + 1] == [":"]), None)
    named = reading.bound_start > 1 and tokens.words[reading.bound_start - 1][0].isupper()
    if colon is None or colon >= reading.bound_start or not named or tokens.tags[0] != "N":
        return None
    return unit_of_noun(tokens.lowers[0]) if is_plural(tokens.lowers[0]) else None


# How many tokens a heading and its colon take at most.
_HEADING = 4


def _has_them(tokens: Tokens, reading: Reading) -> bool:
    """Whether there are so many of them, or somebody has them: "a cow, and I've 34 of them"."""
    near = tokens.lowers[max(0, reading.bound_start - 3) : reading.bound_start]
    having = any(word in _HAVING or word.endswith(("’ve", "'ve")) for word in near)
    closed = tokens.tags[reading.after + 2 : reading.after + 3] in ([], ["."], ["C"], ["P"])
    return "there" in near or (having and closed)


_HAVING = frozenset(("have", "has", "had", "own", "owns", "keep", "keeps"))


def find_apposed(tokens: Tokens, reading: Reading) -> str | None:
    """The unit of what some of those before are: "23 buildings are lost, nine of them homes"."""
    at = reading.number.stop
    if reading.kind not in ("count", "ratio") or tokens.lowers[at : at + 2] not in _OF_THEM:
        return None
    at += tokens.lowers[at + 2 : at + 3] in (["being"], ["were"], ["are"])
    apposed = read_noun_phrase(tokens, at + 2, counted=True) if at + 2 < len(tokens.words) else None
    if apposed is None or not is_plural(tokens.lowers[apposed.head]):
        return None
    closed = apposed.stop >= len(tokens.words) or tokens.tags[apposed.stop] in ".CP"
    named = tokens.tags[at + 2] in "NJ" and tokens.lowers[apposed.head] not in _NO_KINDS
    return unit_of_noun(tokens.lowers[apposed.head]) if closed and named else None


_OF_THEM = (["of", "them"], ["of", "which"], ["of", "whom"])
_NO_KINDS = frozenset(("times", "years", "weeks", "months", "days", "hours", "others"))


def _find_opening(tokens: Tokens, reading: Reading) -> str | None:
    """The unit of a tally that opens its sentence: "The number of families hit … has reached"."""
    at = reading.bound_start - 1
    if at > 0 and tokens.lowers[at] == ":":
        # "Numbers for burglaries look level: 44 in June".
        tally = next((index for index in range(at) if tokens.lowers[index] in _TALLIES), None)
        return find_listed(tokens, tally) if tally is not None else None
    if at < _REACH // 2 or tokens.lowers[at] not in _REACHING or "M" in tokens.tags[:at]:
        return None
    start = next((index for index, tag in enumerate(tokens.tags) if tag != "."), 0)
    start += tokens.tags[start] == "D"
    if tokens.lowers[start : start + 2] == ["death", "toll"]:
        return "person"
    return _read_tally(tokens, start, at)


_REACHING = frozenset("reached hit topped exceeded passed to at is was be over".split())


def _find_apart(tokens: Tokens, after: int) -> str | None:
    """The unit of a change whose tally stands behind its time: "310 last year in the number of"."""
    for at in range(after, min(len(tokens.words), after + _APART)):
        if tokens.tags[at] in "AVER.":
            return None
        if (
            tokens.lowers[at : at + 2] == ["in", "the"]
            and tokens.lowers[at + 2 : at + 3] in _NUMBERS
        ):
            return _read_tally(tokens, at + 2, len(tokens.words))
    return None


_NUMBERS = (["number"], ["numbers"], ["total"])
# How many tokens may stand between a change and "in the number of".
_APART = 7


def _read_tally(tokens: Tokens, at: int, limit: int) -> str | None:
    """The unit of "(the) number of new arrivals", which starts at a token."""
    while at < limit and tokens.tags[at] in "JEN" and tokens.lowers[at] not in _TALLIES:
        at += 1
    if at + 2 >= limit or tokens.lowers[at] not in _TALLIES or tokens.lowers[at + 1] != "of":
        return None
    start = at + 2
    while start < limit and tokens.tags[start] in "D":
        start += 1
    counted = read_noun_phrase(tokens, start, counted=True)
    if counted is None or counted.head >= limit:
        return None
    noun = tokens.lowers[counted.head]
    lost = find_lost(tokens, counted.head)
    if lost is not None:
        return lost
    if is_plural(noun) or unit_of_noun(noun) == "person":
        return unit_of_noun(noun)
    return None


def _find_plural(tokens: Tokens, first: int) -> str | None:
    """The unit of the last plural before a number: what "them" stands for in its sentence."""
    for at in range(first - 1, max(0, first - _REACH), -1):
        if tokens.tags[at] != "N":
            continue
        single = tokens.lowers[at - 1] in ("a", "an") or (
            tokens.tags[at - 1] == "J" and tokens.lowers[max(0, at - 2)] in ("a", "an")
        )
        if is_plural(tokens.lowers[at]) or single:
            return unit_of_noun(tokens.lowers[at])
    return None
