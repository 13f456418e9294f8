"""Times of day without a mark of their own: "at half two", "from 10 until four", "home by five"."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_VERBS
from figtrail.extraction.date_words import WEEKDAYS
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number, find_unit_start
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import HYPHENS, Tokens

_WORDS = read_sections("moments.txt")
_BY_THE_HOUR = frozenset(_WORDS["by the hour"])
_DOORS = frozenset(_WORDS["doors"])
_UNTIL = frozenset(("until", "till", "’til", "'til"))
_HOURS = 12
_CLOCK, _WEEK = 24, 7
_OPEN = frozenset(_WORDS["opening"])
_PARTS_OF_DAY = frozenset("morning afternoon evening night".split())
_AT = frozenset("at by from before after until till".split())
_DAYPARTS = (
    *(["in", "the", part] for part in ("morning", "afternoon", "evening")),
    ["at", "night"],
)


def _is_hour(number: Number) -> bool:
    plain = number.kind is None and number.out_of is None and number.form in ("digits", "words")
    return plain and 0 < number.value <= _HOURS


@needs(("half", "past", "by", "at", *_UNTIL))
def is_hour(tokens: Tokens, number: Number) -> bool:
    """Whether a bare number is an hour: "at half two", "from 10 until four", "home by five"."""
    lowers, first, stop = tokens.lowers, number.first, number.stop
    if not first or not _is_hour(number):
        return False
    counts = stop < len(lowers) and tokens.tags[stop] in "NJMG"
    before = lowers[first - 1]
    if lowers[stop : stop + 1] != [] and lowers[stop] in _UNTIL:
        return tokens.tags[stop + 1 : stop + 2] == ["M"]
    if counts or before in HYPHENS:
        return False
    if before in _UNTIL and first > 1 and tokens.tags[first - 2] == "M":
        return True
    if before == "half" and first > 1 and number.form == "words":
        return lowers[first - 2] in ("at", "by", "until", "till", "from", "about", "around")
    if before == "past" and first > 2 and lowers[first - 2] in HYPHENS:
        return lowers[first - 3] in ("half", "quarter")
    if before == "by" and first > 1 and number.form == "words":
        return lowers[first - 2] in _BY_THE_HOUR and _ends(tokens, stop)
    dated = lowers[stop : stop + 1] == ["on"] and "".join(lowers[stop + 1 : stop + 2]) in WEEKDAYS
    return dated and before == "at" and lowers[first - 2] in ("is", "starts", "begins", "meets")


def _ends(tokens: Tokens, stop: int) -> bool:
    return stop >= len(tokens.words) or tokens.tags[stop] in ".C"


@needs(_PARTS_OF_DAY)
def is_hour_of_day(tokens: Tokens, number: Number) -> bool:
    """Whether a part of some day makes a number an hour: "in class by nine the next morning"."""
    lowers, first, stop = tokens.lowers, number.first, number.stop
    if not first or not _is_hour(number) or lowers[first - 1] not in _AT:
        return False
    if not CHANGE_VERBS.keys().isdisjoint(lowers[max(0, first - 3) : first - 1]):
        return False  # "Prices rose by nine the next morning"
    ahead = lowers[stop : stop + 3]
    pointed = ahead[:1] in (["that"], ["this"], ["the"], ["tomorrow"], ["yesterday"], ["next"])
    at = 1 + (ahead[1:2] in (["next"], ["following"], ["same"]))
    return pointed and ahead[at : at + 1] != [] and ahead[at] in _PARTS_OF_DAY


@needs(("in", "at"))
def is_between_hours(tokens: Tokens, number: Number) -> bool:
    """Whether a range is of hours: "between six and eight in the evening"."""
    hours = number.form == "range" and number.high is not None and number.high <= _HOURS
    ahead = tokens.lowers[number.stop : number.stop + 3]
    return hours and number.kind is None and (ahead in _DAYPARTS or ahead[:2] in _DAYPARTS)


@needs(_DOORS)
def is_door_time(tokens: Tokens, number: Number) -> bool:
    """Whether a time with a point stands behind what it is told of: "doors 7.30"."""
    hour, dot, minute = tokens.words[number.core].partition(".")
    before = tokens.lowers[number.first - 1] if number.first else ""
    timed = bool(dot) and len(minute) == 2 and hour.isdecimal() and minute.isdecimal()
    return before in _DOORS and timed and int(hour) < 24 and int(minute) < 60


def is_hundred_hours(tokens: Tokens, number: Number) -> bool:
    """Whether hours with four digits are the clock's: "shuts at 1900hrs"."""
    word = tokens.words[number.core]
    if number.unit != "hour" or len(word) != len("1900") or not word.isdigit() or not number.first:
        return False
    clock = int(word[:2]) < 24 and int(word[2:]) < 60
    return clock and tokens.lowers[number.first - 1] in ("at", "by", "until", "till", "from", "to")


@needs(("seven", "7"), ("day", "days"), _OPEN)
def is_every_day(tokens: Tokens, number: Number) -> bool:
    """Whether a time says that somebody is there always: "8am-8pm, seven days a week"."""
    behind = find_unit_start(tokens, number.stop) + 1
    a_week = tokens.lowers[behind : behind + 2] in (["a", "week"], ["per", "week"])
    if number.unit == "hour" and number.value == _CLOCK:
        return tokens.lowers[behind : behind + 2] in (["a", "day"], ["per", "day"])
    if number.unit != "day" or number.value != _WEEK:
        return False
    ends = behind >= len(tokens.words) or tokens.tags[behind] == "."
    listed = number.first > 0 and tokens.lowers[number.first - 1] in (",", "open", ";", "–", "—")
    return a_week or (ends and listed)
