"""When something was said, published or decided, which dates no figure."""

from __future__ import annotations

from collections.abc import Sequence

from figtrail.extraction.date_words import MONTHS
from figtrail.extraction.dating.occasions import is_part
from figtrail.extraction.dating.papers import (
    OCCASIONS,
    is_heralded,
    is_laid_open,
    is_put_at,
    is_sent,
    led_by_preposition,
    verb_follows,
)
from figtrail.extraction.dating.undergoing import acts_on_number, counts_done, is_undergone
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.periods import PeriodMention, bound_days
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("dating_words.txt")
_SAYING = frozenset(_WORDS["saying"])
_DECIDING = frozenset(_WORDS["deciding"])
_FINDING = frozenset(_WORDS["finding"])
_REVISING = frozenset(_WORDS["revising"])
_OUTLOOKS = frozenset(_WORDS["outlooks"])
_UNDERGONE = _SAYING | frozenset(_WORDS["accusing"])
_AGREEING = frozenset(_WORDS["agreeing"])
_CURRENCIES = frozenset(("£", "$", "€", "us$", "rs", "₹", "a$", "c$", "nz$", "n", "¥", "r"))
_ASKED = frozenset(("polled", "surveyed", "interviewed", "questioned"))
_MAKING = [["made"], ["issued"], ["given"], ["published"]]
_NOUNS = frozenset(("demand", "back", "order", "orders", "record", "pass", "state", "requests"))
_FORETOLD = frozenset(_WORDS["foretold"])
_AGAINST = frozenset(("against", "than", "from", "versus"))
_CLAIMING = frozenset(("said", "says", "say", "claimed", "believes", "told", "confirmed"))
_DONE_TO = frozenset(_WORDS["done to"])
# The present in which figures tell, and how many words a subject there may have.
_SHOWN = frozenset(("show", "shows", "suggest", "suggests", "indicate", "indicates"))
_SUBJECT = 5
_HEARD = frozenset(("told", "informed", "briefed", "addressed"))
_SO_FAR = (["so", "far"], ["as", "of"], ["as", "at"])
_LAUNCHING = frozenset(("launch", "launched"))
_PASSIVE = frozenset(("be", "will", "to"))
_DATA = frozenset(_WORDS["data"])
_PUTTING = [[word] for word in _WORDS["putting"]]
_VOTING = frozenset(("by", "with"))


def is_told(
    tokens: Tokens,
    mention: PeriodMention,
    first: int,
    stop: int,
    numbers: Sequence[int],
    fronted: bool,
) -> bool:
    """Whether a mention dates the saying, the publication, the meeting or the decision."""
    if tokens.lowers[first - 1 : first] in _MAKING and not _OUTLOOKS.isdisjoint(
        tokens.lowers[max(0, first - 9) : first]
    ):
        # "Above the forecast of £58bn made in March".
        return True
    if tokens.lowers[first:stop][:2] in _SO_FAR:
        # "The 4,000 confirmed so far", "said as of Sunday 40 were missing".
        return False
    if is_part(tokens, mention):
        # "Said third-quarter earnings fell 4%".
        return False
    if _foretells(tokens, first, numbers):
        return True
    verbs = _telling(mention.period)
    if is_sent(tokens, first) or is_laid_open(tokens, first, stop, numbers):
        return True
    if is_heralded(tokens, first, stop):
        return True
    if _told_before(tokens, first, stop, numbers, verbs):
        return True
    lowers = tokens.lowers
    at = stop
    while at < len(lowers) and (lowers[at] == "," or tokens.tags[at] == "B"):
        at += 1
    if fronted and lowers[first] == "for" and lowers[stop : stop + 1] == [","]:
        # "For the first half of 2023, the firm said sales rose 4%".
        return False
    if lowers[stop : stop + 1] == [","] and _dates_number(lowers, first, numbers):
        # "Sales rose 4% in May, said the firm", "which lost £4m in May, said".
        return False
    if _is_asked(tokens, first):
        return False
    if lowers[first - 1] in _DATA and lowers[at : at + 1] in _PUTTING:
        # "Figures on Monday put the rate at 4%".
        return True
    if verbs != _SAYING - _LAUNCHING and is_put_at(tokens, stop, numbers):
        return True
    spoken = "VE" if at > stop else "VEv"
    if at < len(lowers) and lowers[at] in verbs and tokens.tags[at] in spoken:
        return not acts_on_number(tokens, at, numbers)
    if _revises(tokens, stop, numbers, fronted):
        return True
    return fronted and _tells_next(tokens, stop, numbers, verbs)


def _foretells(tokens: Tokens, first: int, numbers: Sequence[int]) -> bool:
    """Whether a mention is when an earlier level was foreseen: "against £4m predicted in July"."""
    lowers = tokens.lowers
    if first < 4:
        return False
    at = first - 1 if lowers[first - 1] in _FORETOLD else first - 2
    if lowers[at] not in _FORETOLD:
        return False
    near = range(max(1, at - 6), at)
    return any(
        (lowers[to] in _AGAINST or lowers[to - 1 : to + 1] == ["instead", "of"])
        and any(to < one < at for one in numbers)
        for to in near
    )


def _is_asked(tokens: Tokens, first: int) -> bool:
    """Whether a mention says when those were asked who say something: "90 polled in May said"."""
    near = range(max(1, first - 6), first)
    return any(
        tokens.lowers[at] in _ASKED and tokens.tags[at - 1] in "NMJ"
        for at in near
        if "," not in tokens.lowers[at:first]
    )


def _dates_number(lowers: list[str], first: int, numbers: Sequence[int]) -> bool:
    """Whether a figure stands before a mention with no comma between."""
    for at in range(first - 1, -1, -1):
        if lowers[at] == ",":
            return False
        if at in numbers:
            return True
    return False


def _telling(period: str | None) -> frozenset[str]:
    """The verbs that keep a date of its precision to themselves."""
    days = 366
    if period is not None:
        opening, closing = bound_days(period)
        days = (closing - opening).days
    if days < 8:
        return _SAYING | _DECIDING | _FINDING
    # "Was launched in 2022" is no telling.
    return _SAYING | _DECIDING if days < 32 else _SAYING - _LAUNCHING


def _told_before(
    tokens: Tokens, first: int, stop: int, numbers: Sequence[int], verbs: frozenset[str]
) -> bool:
    """Whether a verb of saying or an occasion stands before, with nothing but itself between."""
    lowers, tags = tokens.lowers, tokens.tags
    for at in range(first - 1, max(-1, first - 11), -1):
        lower = lowers[at]
        if lower in (";", "“", "”", '"', "that") or (at in numbers and lower not in _CURRENCIES):
            return False
        if at in numbers:
            verbs = verbs & _AGREEING
            continue
        if lower in _AGREEING and verbs <= _AGREEING and verbs:
            return tags[at] in "VE" and not _counts_votes(tokens, at, stop, numbers)
        distance = first - 1 - at
        if lower in _DONE_TO and distance == 0 and counts_done(tokens, at, numbers):
            return False
        if lower == "record" and lowers[at - 1] == "on":
            # "The busiest day on record last Friday".
            return False
        if lower in verbs and not _is_other_word(tags, at, lower):
            if lower in _OUTLOOKS and tags[at - 1 : at] == ["A"]:
                # "A low of 3C is forecast for Sunday" says when it will be.
                return False
            if lower in _LAUNCHING and lowers[at - 1] in _PASSIVE:
                # "Is to be launched in May": done, not told.
                return False
            if lower in _DECIDING and _counts_votes(tokens, at, stop, numbers):
                return False
            if lower in _UNDERGONE and is_undergone(tokens, at, numbers):
                return False
            if lower in _OUTLOOKS and lowers[at + 1] in ("of", "for"):
                return False
            if lower in _SHOWN and at == first - 1 and _opens_statement(tokens, first, stop):
                return False
            if lower in _HEARD and _ends_telling(tokens, at, stop, numbers):
                return True
            distance = sum(tag not in "M." for tag in tags[at + 1 : first])
            if distance <= 2 + (lower in ("told", "informed")):
                return not _is_of_subject(tokens, at, first, stop)
            return tags[at + 1] == "P" and not verb_follows(tokens, stop)
        if distance <= 1 and lower in OCCASIONS:
            return led_by_preposition(tokens, at)
        if tags[at] in "AVEv":
            return False
        if lower == ",":
            return False
    return False


def _ends_telling(tokens: Tokens, at: int, stop: int, numbers: Sequence[int]) -> bool:
    """Whether who told whom ends a sentence: "…, doctors told a congress in Lyon on Monday"."""
    ended = stop >= len(tokens.words) or tokens.tags[stop] == "."
    return ended and "," in tokens.lowers[:at] and all(number < at for number in numbers)


def _opens_statement(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a mention opens what figures show: "show between 1 and 9 May 40 were hurt"."""
    if tokens.tags[first] != "P" or stop >= len(tokens.words):
        return False
    at = stop
    while at < len(tokens.words) and at < stop + _SUBJECT and tokens.tags[at] in "DNJMO":
        at += 1
    there = tokens.lowers[stop] == "there"
    return there or (at > stop and tokens.tags[at : at + 1] in (["A"], ["V"], ["E"]))


def _revises(tokens: Tokens, stop: int, numbers: Sequence[int], fronted: bool) -> bool:
    """Whether an outlook is changed at the time of a mention: "last month cut its forecast"."""
    for at in range(stop, min(len(tokens.words), stop + (10 if fronted else 1))):
        if at in numbers:
            return False
        if tokens.lowers[at] in _REVISING:
            return not _OUTLOOKS.isdisjoint(tokens.lowers[at + 1 : at + 6])
    return False


def _is_other_word(tags: list[str], at: int, lower: str) -> bool:
    """Whether a form of a telling verb is none: "swept back", "that report", "a £1m signing".

    Nor is "demand" in "40% of demand", "record" in "its wettest day on record", "state" in
    "floods across the state".
    """
    if lower in _NOUNS and tags[at - 1 : at] in (["P"], ["J"], ["N"], ["D"]) and tags[at] in "NJ":
        return True
    if tags[at] in "EV" and at and tags[at - 1] == "P" and tags[at + 1 : at + 2] == ["N"]:
        # "Admitted with confirmed flu over the week".
        return True
    return tags[at] in "DB" or (tags[at] == "G" and tags[at - 1 : at] in (["M"], ["D"], ["J"]))


def _counts_votes(tokens: Tokens, at: int, stop: int, numbers: Sequence[int]) -> bool:
    """Whether figures are the vote itself: "64% voted on Tuesday", "backed by 31 votes"."""
    if tokens.lowers[at] in ("vote", "voted", "voting") and any(number < at for number in numbers):
        return True
    if _VOTING.isdisjoint(tokens.lowers[stop : stop + 2]):
        return False
    return any(stop <= number < stop + 4 for number in numbers)


def _is_of_subject(tokens: Tokens, at: int, first: int, stop: int) -> bool:
    """Whether a mention tells of the subject of what is said: "said an attack on Sunday left 4".

    Or owns it: "said Sunday's attack left four dead".
    """
    if at == first - 1 and tokens.words[first] in MONTHS and _acts(tokens, stop):
        # "Said May traffic rose".
        return True
    if tokens.lowers[at] not in _CLAIMING or not verb_follows(tokens, stop):
        owned = tokens.lowers[first].endswith(("'s", "’s")) and at == first - 1
        return owned and tokens.lowers[at] in _CLAIMING and _acts(tokens, stop)
    between = tokens.tags[at + 1 : first]
    return bool(between) and "N" in between and set(between) <= set("DNJ")


def _acts(tokens: Tokens, stop: int) -> bool:
    """Whether a verb stands behind the noun that a mention owns."""
    at = stop
    while at < len(tokens.words) and tokens.tags[at] in "NJ":
        at += 1
    return stop < at < len(tokens.words) and tokens.tags[at] in "AVE"


def _tells_next(tokens: Tokens, stop: int, numbers: Sequence[int], verbs: frozenset[str]) -> bool:
    """Whether the verb of the clause that a fronted mention opens is one of saying."""
    for at in range(stop, len(tokens.words)):
        if at in numbers:
            return False
        lower, tag = tokens.lowers[at], tokens.tags[at]
        if lower in _OUTLOOKS and tokens.tags[at - 1] == "A":
            # "On Sunday it is forecast to reach".
            return False
        if lower in verbs and tag in "VE":
            return not acts_on_number(tokens, at, numbers)
        if tag in "Vv" or (tag == "E" and tokens.tags[at - 1] in "NOBA"):
            return False
    return False
