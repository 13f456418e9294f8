"""Rules for the year or month that is spoken of: the end of the year, at month's end."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.periods.moving import STEPS, neighbour_of
from figtrail.extraction.periods.outlook import looks_ahead
from figtrail.extraction.periods.reading import (
    APRIL_NATIONS,
    Matched,
    Reading,
    Rule,
    from_document,
    make_rule,
)
from figtrail.extraction.periods.relative import april_year_around, unit_around
from figtrail.extraction.periods.repeating import is_half
from figtrail.extraction.periods.tokens import CODE, NAME_OF_CODE
from figtrail.extraction.periods.told import find_told
from figtrail.intervals import bound_days, closing_day, is_year, name_interval

_COUNTED = frozenset(CODE[name] for name in ("DAY_UNIT", "WEEK_UNIT", "MONTH_UNIT"))
_WITHIN = frozenset((CODE["IN"], CODE["DURING"]))
_UNDERGONE = frozenset(read_sections("dating_words.txt")["ending in"])
_ENDINGS = frozenset(("closed", "ended", "finished"))
_ORDINALS = frozenset(CODE[name] for name in ("ORDINAL_WORD", "LAST", "FINAL"))


def _is_part_of_any(matched: Matched, at: int) -> bool:
    """Whether a share or a season of any year is told of: "this time of the year", "13% of it".

    Or of one that is named: "for most of the year in 2021".
    """
    shape, last = matched.tokens.shape, matched.match.end()
    shared = NAME_OF_CODE[shape[at]] == "PERCENT"
    if shared or matched.tokens.word(at) in ("time", "cent", "percent"):
        return True
    return shape[last : last + 1] in _WITHIN and shape[last + 1 : last + 2] == CODE["YEAR"]


def _read_document_unit(matched: Matched) -> Reading | None:
    """The year or decade that the document is of, in "the end of the year"."""
    unit = matched.name("part" if matched.has("part") else "unit")
    at = matched.match.start() - 3
    shape = matched.tokens.shape
    if unit == "YEAR_UNIT" and at >= 0 and _is_part_of_any(matched, at):
        return None
    counted = at > 2 and shape[at] in _COUNTED and _ORDINALS.isdisjoint(shape[at - 2 : at])
    if unit == "YEAR_UNIT" and counted:
        # "Late on 61 days of the year": the year that is spoken of.
        before = matched.antecedent
        days = 0 if before is None else (bound_days(before)[1] - bound_days(before)[0]).days
        return Reading(before if 363 < days < 367 else None)
    last_day = counted is False and at > 2 and shape[at] == CODE["DAY_UNIT"]
    if unit == "YEAR_UNIT" and (last_day or shape[max(0, at)] == CODE["END_NOUN"]):
        return from_document(matched, lambda today: f"{_year_to_end(matched, today):04d}")
    if unit in ("MONTH_UNIT", "QUARTER_UNIT", "WEEK_UNIT"):
        if looks_ahead(matched.tokens.shape, matched.match.start()):
            return from_document(matched, lambda today: unit_around(today, unit, 0))
        return Reading(neighbour_of(find_told(matched, unit) or matched.antecedent, unit, 0))
    if unit == "YEAR_UNIT" and _is_year_told(matched):
        return Reading(matched.antecedent)
    if unit == "YEAR_UNIT" and _is_year_over(matched):
        return from_document(matched, lambda today: f"{today.year - 1:04d}")
    if unit != "DECADE_UNIT":
        return from_document(matched, lambda today: unit_around(today, unit, 0))
    if shape[max(0, at)] == CODE["END_NOUN"]:
        # Of 2029 or 2030 nobody says which.
        return Reading()

    def read(today: date) -> str:
        first = today.year // 10 * 10
        return name_interval(date(first, 1, 1), date(first + 9, 12, 31))

    return from_document(matched, read)


def _is_year_over(matched: Matched) -> bool:
    """Whether a text of January goes on with the year before: "31 of the year's 90 fires"."""
    today = matched.dates.latest
    if today is None or today.month > 1 or matched.ahead:
        return False
    last_year = f"{today.year - 1:04d}"
    return last_year == matched.antecedent or last_year in matched.dates.told


def _is_year_told(matched: Matched) -> bool:
    """Whether a year is told of: "in 2016, when 40 fled in the first half of the year"."""
    spoken = matched.antecedent
    if spoken is None or len(spoken) != len("2024"):
        return False
    before = matched.tokens.sentence[: matched.tokens.start(matched.match.start())]
    return (
        re.search(rf"{spoken}, (?:when|where)\b|(?<!than )\b[Ii]n {spoken}\b", before) is not None
    )


def _read_unit_end(matched: Matched) -> Reading:
    """At month's end, by year-end: the end of the one spoken of or, of a year, the document's."""
    unit = matched.name("unit")
    spoken = (None if unit == "YEAR_UNIT" else find_told(matched, unit)) or matched.antecedent
    if unit in ("PERIOD_NOUN", "HALF_UNIT"):
        lasting = spoken is not None and len(spoken) != len("2024-01-01")
        fits = lasting if unit == "PERIOD_NOUN" else is_half(spoken)
        return Reading(closing_day(spoken) if fits and spoken else None, local=True)
    if unit == "DECADE_UNIT":
        # Of 2019 or 2020 nobody says which.
        return Reading(local=True)
    if unit != "YEAR_UNIT":
        around = neighbour_of(spoken, unit, 0)
        return Reading(None if around is None else closing_day(around), local=True)
    if _ended_spoken(matched):
        return Reading(closing_day(spoken or ""), local=True)
    return from_document(
        matched, lambda today: f"{_year_to_end(matched, today):04d}-12-31", local=True
    )


def _ended_spoken(matched: Matched) -> bool:
    """Whether a year other than the calendar's is spoken of, and no verb speaks of the future."""
    spoken = matched.antecedent
    if spoken is None or len(spoken) == len("2024") or not is_year(spoken):
        return False
    return not looks_ahead(matched.tokens.shape, matched.match.start())


def _read_ended(matched: Matched) -> Reading:
    """Will end the year with, ended the month at: the last day of it."""
    unit = matched.name("unit")
    ended = matched.tokens.word(matched.match.start()) == "ended"
    if unit == "YEAR_UNIT" and ended:
        return from_document(matched, lambda today: f"{_ended_year(matched, today):04d}-12-31")
    if unit == "YEAR_UNIT" or not looks_ahead(matched.tokens.shape, matched.match.start()):
        return _read_unit_end(matched)

    def read(today: date) -> str | None:
        around = unit_around(today, unit, 0)
        return None if around is None else closing_day(around)

    return from_document(matched, read, local=True)


def _read_ended_which(matched: Matched) -> Reading | None:
    """Will end next year at, ended that year with, ending this year 4% up: the last day of it.

    Not "the war ended last year with".
    """
    which, unit, at = matched.name("which"), matched.name("unit"), matched.match.end()
    joint = matched.tokens.word(at)
    sized = matched.following() not in ("LOWER", "AT", "ON", "UP")
    level = sized or joint in ("at", "up", "down", "on")
    begun = matched.tokens.word(matched.match.start() - 1) if matched.match.start() else ""
    if not level and (joint != "with" or (which == "LAST" and begun in _UNDERGONE)):
        return None
    if which == "THAT":
        around = neighbour_of(matched.antecedent, unit, 0)
        return Reading(None if around is None else closing_day(around), local=True)

    def read(today: date) -> str | None:
        around = unit_around(today, unit, STEPS[which])
        return None if around is None else closing_day(around)

    return from_document(matched, read, local=True)


def _read_spoken(matched: Matched) -> Reading | None:
    """During the month: where the period spoken of is one."""
    spoken = matched.antecedent
    around = neighbour_of(spoken, matched.name("unit"), 0)
    if around is None or spoken is None or bound_days(around) != bound_days(spoken):
        return None
    return Reading(around)


def _read_when_over(matched: Matched) -> Reading | None:
    """When the quarter closed: the last day of the one spoken of, or that the text told of."""
    over = matched.word("over") in _ENDINGS and matched.word("when") in ("when", "as", "once")
    return _read_unit_end(matched) if over else None


def _year_to_end(matched: Matched, today: date) -> int:
    """The year whose end is meant: what is told as past was at the end of a year that is over."""
    if looks_ahead(matched.tokens.shape, matched.match.start(), unsaid=True):
        return today.year
    return _ended_year(matched, today)


def _ended_year(matched: Matched, today: date) -> int:
    """The year that is over: the one spoken of, else the last."""
    spoken = matched.antecedent
    first, last = bound_days(spoken) if spoken is not None else (today, today)
    if spoken is not None and first.year == last.year and last > today:
        # "Before this year is out they expect it to end the year at 4%".
        return first.year
    return first.year if first.year == last.year < today.year else today.year - 1


def _read_spoken_fiscal(matched: Matched) -> Reading:
    """The end of the financial year: the public one that goes on, where it is known."""
    if _ended_spoken(matched):
        return Reading(matched.antecedent)
    if matched.nation not in APRIL_NATIONS:
        return Reading()
    return from_document(matched, lambda today: april_year_around(today, 0))


RULES: Final[tuple[Rule, ...]] = (
    make_rule(
        "FISCAL",
        "(?:(?<=END_NOUN OF THE)|(?<=START_NOUN OF THE))FISCAL YEAR_UNIT(?![DAY TWO_DIGITS YEAR])",
        _read_spoken_fiscal,
    ),
    make_rule(
        "YEAR_UNIT DECADE_UNIT MONTH_UNIT QUARTER_UNIT WEEK_UNIT",
        "(?:(?<=OF THE)(?P<unit>[YEAR_UNIT DECADE_UNIT])"
        "|(?:(?<=END_NOUN OF THE)|(?<=START_NOUN OF THE))"
        "(?P<part>[MONTH_UNIT QUARTER_UNIT WEEK_UNIT]))"
        "(?!TO|ENDED|BEFORE|AFTER|EARLIER|ON YEAR_UNIT|DASH)",
        _read_document_unit,
    ),
    make_rule(
        "YEAR_UNIT QUARTER_UNIT MONTH_UNIT DECADE_UNIT PERIOD_NOUN HALF_UNIT",
        "(?:(?<=BY)|(?<=AT)|(?<=SINCE)|(?<=BY THE)|(?<=AT THE)|(?<=AS OF)|(?<=AS AT)|(?<=AS ON))"
        "(?P<unit>[YEAR_UNIT QUARTER_UNIT MONTH_UNIT DECADE_UNIT PERIOD_NOUN HALF_UNIT])"
        "(?:DASH|APOSTROPHE POSSESSIVE)?END_NOUN(?!OF|YEAR)",
        _read_unit_end,
    ),
    make_rule(
        "END_NOUN ENDED",
        "[END_NOUN ENDED]THE(?P<unit>[YEAR_UNIT QUARTER_UNIT MONTH_UNIT])"
        "(?=[LOWER AT ON UP])(?!ON ANY_MONTH|AT THE)",
        _read_ended,
    ),
    make_rule(
        "END_NOUN ENDED",
        "[END_NOUN ENDED](?P<which>[LAST THIS NEXT THAT])(?P<unit>[YEAR_UNIT QUARTER_UNIT"
        " MONTH_UNIT])(?=[LOWER AT ON UP APPROXIMATELY NUMBER CURRENCY DAY TWO_DIGITS])"
        "(?!ON ANY_MONTH|AT THE)",
        _read_ended_which,
    ),
    make_rule(
        "LOWER AS",
        "(?P<when>[LOWER AS])THE(?P<unit>[QUARTER_UNIT MONTH_UNIT PERIOD_NOUN HALF_UNIT])"
        r"(?P<over>[BEHIND ENDED])(?=COMMA|DOT|AND|\Z)",
        _read_when_over,
    ),
    make_rule(
        "MONTH_UNIT QUARTER_UNIT",
        "(?<=DURING THE)(?P<unit>[MONTH_UNIT QUARTER_UNIT])(?=COMMA|DOT|AND|\\Z)",
        _read_spoken,
    ),
)
