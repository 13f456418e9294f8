"""Which figures are earlier levels, that others of the sentence are compared with."""

from __future__ import annotations

from collections.abc import Sequence

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("dating_words.txt")
_TURNS = frozenset(_WORDS["turning"])
_CHANGING = _TURNS | frozenset(_WORDS["changes"])
_CHANGE_NOUNS = frozenset(_WORDS["changes"])
_SURPASSING = frozenset(_WORDS["surpassing"])
_BESIDE = frozenset(("below", "above", "under", "short", "near"))
_RECORDS = frozenset(("record", "high", "low", "peak", "best", "mark"))
_LEVELS = frozenset(_WORDS["levels"])
_EXPECTING = frozenset(
    ("expected", "forecast", "predicted", "expecting", "anticipated", "budgeted", "pencilled")
)
_PACED = [[word] for word in _WORDS["paced"]]
# How many tokens the name of a level may have: "July's downwardly revised".
_NAMED = 3
_COMPARED = (["compared", "with"], ["compared", "to"])
_OF = (["of"], ["in"], ["from"])
_PLANS = [[word] for word in _WORDS["budgeted"]]
_SIGNED = _LEVELS | {"plus", "minus"}
# What stands before an amount and isn't read with it.
_CURRENCIES = frozenset(_WORDS["currencies"])


def is_earlier(tokens: Tokens, readings: Sequence[Reading], at: int, another: bool) -> bool:
    """Whether a reading is the level that another is compared with: "up from 13", "than the 214".

    Or one more such level, where the figure before is one (`another`): "against 78.9 in 2022 and
    74.8 in 2019".
    """
    lowers, start, after = tokens.lowers, readings[at].bound_start, readings[at].unit_stop
    before = _skip_level(tokens, start - 1)
    if before < 0:
        return False
    if lowers[before].endswith(("'s", "’s")) and not start - before > _NAMED:
        # "Slower than July's revised 4%".
        before -= 1 + (lowers[before - 1] in ("last", "this"))
    definite = tokens.tags[before + 1] == "D"
    if definite and _is_planned(lowers, after):
        # "More than the 150,000 that economists expected" is of the same time.
        return False
    if before and lowers[before] in ("top", "back") and lowers[before - 1] in ("on", "the"):
        # "On top of the £3m", but "on top of £67m of cuts" adds to what is told.
        return lowers[before] == "back" or "D" in tokens.tags[before + 1 : after]
    return (
        _is_held_against(tokens, start)
        or _is_surpassed(lowers, start)
        or _follows_comparator(lowers, before)
        or (another and _goes_on_comparing(tokens, readings[at - 1].unit_stop, before, after))
        or (definite and _is_beaten(tokens, before, after, at > 0))
        or (at > 0 and _is_base_beside(lowers, readings, at, before, definite))
        or (lowers[before] == "from" and _is_left(lowers, readings, at, before))
    )


def _follows_comparator(lowers: list[str], before: int) -> bool:
    """Whether the word before a level compares with it: "against 13", "as opposed to 13"."""
    if lowers[before] in ("with", "to"):
        return before > 0 and lowers[before - 1].startswith(("compar", "opposed"))
    return lowers[before] in ("against", "versus", "vs", "than")


def _goes_on_comparing(tokens: Tokens, start: int, before: int, after: int) -> bool:
    """Whether a figure behind an earlier level is one more: "… and 74.8 in 2019".

    Not behind a verb: "up from 78 in 2022, it said, and four failed".
    """
    lowers = tokens.lowers
    if _is_change(lowers, after) or any(tag in "AV" for tag in tokens.tags[start:before]):
        return False
    return lowers[before] in ("and", ",", "(") or is_restated(lowers, before)


def _is_beaten(tokens: Tokens, before: int, after: int, follows: bool) -> bool:
    """Whether a level that is told of is beaten: "beating the 40.9C set in 1987".

    Not "passing the 40 mark". What another figure, which it follows, is above or below has a time
    of its own: "above the 5% seen in 2023", "under the £12m it made in May".
    """
    lowers = tokens.lowers
    told = tokens.tags[after : after + 1] in (["V"], ["E"], ["O"])
    if lowers[before] in _SURPASSING:
        return told or lowers[after : after + 1] in _OF
    beside = follows and lowers[before] in ("above", "below", "beyond", "under")
    return beside and told and _names_year(tokens, after)


def _is_base_beside(
    lowers: list[str], readings: Sequence[Reading], at: int, before: int, definite: bool
) -> bool:
    """Whether a level is what the figure before it moved on: "71% passed, up on 64% last year".

    So "up 16% on 1.4 million", "a rise of 16% on 1.4 million", "down 0.4 points on the 81.2% of
    2021", "40, after 38", "three times the 40".
    """
    beside = readings[at - 1]
    if lowers[before - 1 : before + 1] in (["up", "on"], ["down", "on"]):
        return any(_are_comparable(readings[at], other) for other in readings[:at])
    start = beside.bound_start
    moved = lowers[start - 1] in ("up", "down")
    # "An increase of 25% on 2.24 million".
    moved = moved or (lowers[start - 1] == "of" and lowers[start - 2] in _CHANGE_NOUNS)
    if lowers[before] == "on" and (definite or moved):
        return _follows_change(lowers, beside, before)
    if lowers[before] == "after" and _are_comparable(beside, readings[at]):
        # Not "looking after 19".
        return not lowers[before - 1].startswith("look")
    return beside.number.unit == "times" and before < beside.after


def _is_left(lowers: list[str], readings: Sequence[Reading], at: int, before: int) -> bool:
    """Whether "from" before a level says what something moved from: "to 15% from 13.8"."""
    if at and _follows_change(lowers, readings[at - 1], before):
        return True
    if at and readings[at].kind == "count" and readings[at].unit is None:
        # "To 15% in April from 13.8": the unit is understood.
        start = readings[at - 1].bound_start
        if lowers[max(0, start - 1) : start] == ["to"]:
            return True
    return (before > 0 and lowers[before - 1] in _TURNS) or any(
        _are_comparable(readings[at], readings[other])
        for other in (at - 1, at + 1)
        if 0 <= other < len(readings)
    )


def _is_held_against(tokens: Tokens, first: int) -> bool:
    """Whether a level is called by its noun where another is held against it.

    "Compared with a herd of 90"; behind "than" only by its time: "than the 2012 estimate of 7".
    """
    lowers, tags, at = tokens.lowers, tokens.tags, first - 1
    if lowers[at] in _CURRENCIES:
        at -= 1
    if at < 3 or lowers[at] != "of":
        return False
    noun = at
    while at > 0 and first - at < 9 and tags[at - 1] in "NJEvM":
        at -= 1
    led = at - 1 if tags[at - 1] == "D" else at
    if led < noun and lowers[max(0, led - 2) : led] in _COMPARED:
        return True
    dated = "M" in tags[at:noun] or any(word.endswith(("'s", "’s")) for word in lowers[at:noun])
    return dated and led > 0 and lowers[led - 1] in ("than", "against", "versus")


def _names_year(tokens: Tokens, at: int) -> bool:
    """Whether a year or a month is named soon: "recorded in 2019", "it made last year"."""
    near = range(at + 1, min(len(tokens.words), at + 5))
    return any(
        tokens.lowers[to] in ("year", "month")
        or (tokens.tags[to] == "M" and len(tokens.words[to]) == 4)
        or (tokens.lowers[to - 1] in ("in", "last") and tokens.words[to][0].isupper())
        for to in near
    )


def _is_planned(lowers: list[str], stop: int) -> bool:
    """Whether a level is what was planned: "the £5m budget", "the £5m it had budgeted for"."""
    if lowers[stop : stop + 1] in _PLANS or lowers[stop + 1 : stop + 2] in _PLANS:
        return True
    for lower in lowers[stop : stop + 9]:
        if lower in (",", ";"):
            return False
        if lower in _EXPECTING:
            return True
    return False


def _is_change(lowers: list[str], stop: int) -> bool:
    """Whether a figure says how great the change was: "to 23 from 37, a 38 percent decline"."""
    return not _CHANGE_NOUNS.isdisjoint(lowers[stop : stop + 2])


# In so many tokens behind "or" a sum is told by the share: "or $1.24 per diluted share".
_A_SHARE = 8


def is_restated(lowers: list[str], before: int) -> bool:
    """Whether what follows a token is put another way: "£3m, or 4p", "£3m or 4p a share"."""
    if before < 1 or lowers[before] != "or":
        return False
    return lowers[before - 1] == "," or any(
        lowers[at] == "share" and lowers[at - 1] in ("a", "per", "diluted")
        for at in range(before + 3, min(len(lowers), before + _A_SHARE))
    )


def _follows_change(lowers: list[str], change: Reading, before: int) -> bool:
    """Whether "from" stands right behind a change: "up 1.9% from 3.6m"."""
    start, stop = change.bound_start, change.unit_stop
    paced = _skip_pace(lowers, stop)
    if not start < before <= paced + 2:
        return False
    if stop < before and not _CHANGING.isdisjoint(lowers[stop:before]):
        # "A 40% rise on the 580", "8% down on the 1,300".
        return True
    beside = max(change.after, paced if paced > stop else 0) >= before
    return beside and not _CHANGING.isdisjoint(lowers[max(0, start - 3) : start])


def _skip_pace(lowers: list[str], stop: int) -> int:
    """Past the words for the time that a change took: "up 18% year-on-year from £4m"."""
    if lowers[stop : stop + 1] in _PACED:
        return stop + 1
    return (
        stop + 3
        if lowers[stop + 1 : stop + 2] in (["on"], ["over"])
        and (lowers[stop : stop + 1] == lowers[stop + 2 : stop + 3])
        else stop
    )


def _skip_level(tokens: Tokens, before: int) -> int:
    """The token before "the total of", "a ten-year average of" and the like; -1 before all."""
    lowers, tags = tokens.lowers, tokens.tags
    if before > 0 and lowers[before] in _CURRENCIES:
        before -= 1
    while before >= 0 and (
        tags[before] == "D" or lowers[before] in _SIGNED or lowers[before].endswith("wardly")
    ):
        before -= 1
        if before > 2 and lowers[before] == "year" and tags[before - 2] == "M":
            before -= 3
    return before


def _is_surpassed(lowers: list[str], first: int) -> bool:
    """Whether a figure is a record that another beats: "beating its record of 151"."""
    if lowers[max(0, first - 1) : first] != ["of"] or lowers[first - 2] not in _RECORDS:
        return False
    near = lowers[max(0, first - 6) : first]
    return not _SURPASSING.isdisjoint(near) or not _BESIDE.isdisjoint(near)


def _are_comparable(one: Reading, other: Reading) -> bool:
    if one.kind in ("money", "percentage") or other.kind in ("money", "percentage"):
        return one.kind == other.kind
    return one.unit is None or other.unit is None or one.unit == other.unit
