"""Rules for words that point at a time: last year, the previous month, a year earlier, now."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from figtrail.extraction.periods.anchoring import is_anchored, read_anchored
from figtrail.extraction.periods.full_years import (
    name_fiscal_around,
    read_whole_year,
    read_year_reported,
)
from figtrail.extraction.periods.moving import STEPS, move_antecedent, neighbour_of
from figtrail.extraction.periods.reading import (
    APRIL_NATIONS,
    Matched,
    Reading,
    Rule,
    from_document,
    make_rule,
    read_length,
)
from figtrail.extraction.periods.relative import april_year_around, unit_around
from figtrail.extraction.periods.tokens import CODE, class_names
from figtrail.extraction.periods.weekends import read_this_weekend
from figtrail.intervals import (
    ONE_DAY,
    add_months,
    bound_days,
    is_year,
    name_interval,
    shift_period,
)
from figtrail.patterns import compile_late

# How old a period may be for "a year ago" to mean the year before it, in days.
_CURRENT_DAYS = 200
_COMPARES = class_names(
    "FROM THAN OF COMMA DAY_UNIT WEEK_UNIT MONTH_UNIT NUMBER AMOUNT PERCENT SCALE DAY TWO_DIGITS"
    " NUMBER_WORD LOWER PLURAL"
)
_AND_LAST = compile_late(r"\bthis year,? (?:and|but|against|from|compared (?:with|to))\b")
_THIS_YEAR = compile_late(r"\bthis year (?:and|but|before|then)\b")
_MEASURES = compile_late(
    r"\b(?:wait\w*|spen[dt]\w*|took|tak\w+|last\w*|for|of|need\w*|average\w*|another|further)\s+"
    r"(?:(?:up to|about|around|over|more than|nearly|almost|at least)\s+)?"
    r"(?:\w+(?:\s+(?:to|or)\s+|[-–]))?\Z",
    re.IGNORECASE,
)
# What is planned by the financial year: "this year's revised estimate".
_PLANNED = compile_late(
    r"['’]s? (?:[\w-]+ ){0,2}(?:budget|estimate|allocation|outlay|target|spending|levy|settlement)"
)
_NAMED_YEARS = compile_late(r" \((?:in )?\d{4}[-–/]\d\d\)")
_OWN_YEARS = frozenset(CODE[name] for name in ("FISCAL", "SLASH_YEARS"))


def _read_which_unit(matched: Matched) -> Reading | None:
    """Last year, this month, next week; "the last year" is the twelve months until now."""
    which, unit = matched.name("which"), matched.name("unit")
    if which in ("LAST", "NEXT") and matched.previous() == "THE" and unit != "QUARTER_UNIT":
        return _read_the_next(matched, unit) if which == "NEXT" else Reading(role="length")
    if unit == "WEEKEND" and which == "THIS":
        return read_this_weekend(matched)
    if unit not in ("YEAR_UNIT", "MONTH_UNIT", "WEEK_UNIT", "QUARTER_UNIT"):
        return Reading()
    if unit == "YEAR_UNIT" and matched.followed_by(_NAMED_YEARS):
        # "Last year (2022-23)": the bracket dates it.
        return None
    steps = STEPS[which]
    if unit == "YEAR_UNIT" and _is_beside_fiscal(matched):
        first = bound_days(matched.antecedent or "")[0]
        return from_document(matched, lambda today: _year_like(first, today, steps))
    return from_document(matched, lambda today: unit_around(today, unit, steps))


def _read_the_next(matched: Matched, unit: str) -> Reading:
    """The next year: the one behind a year that was spoken of and is long over, else those ahead.

    "Drew 90 in 2019 but only 12 the next year".
    """
    following = neighbour_of(matched.antecedent, unit, 1)
    today = matched.dates.latest
    if following is None or today is None or bound_days(following)[1] >= today:
        return Reading(role="length")
    return Reading(following)


def _is_beside_fiscal(matched: Matched) -> bool:
    """Whether a financial year was named: "£4m in 2024/25, up from £3m this year".

    In a sentence of its own "the current year" goes on with it, and a plan of "this year's".
    """
    before = matched.antecedent
    if before is None or len(before) == len("2024") or not is_year(before):
        return False
    said = set(matched.tokens.shape[: matched.match.start()])
    if not _OWN_YEARS.isdisjoint(said):
        return True
    end = matched.tokens.end(matched.match.end() - 1)
    return matched.name("which") == "CURRENT" or (
        _PLANNED.match(matched.tokens.sentence, end) is not None
    )


def _year_like(first: date, today: date, steps: int) -> str:
    """The twelve months that today is in, or so many on, that start on the day of another year."""
    start = add_months(first, 12 * (today.year - first.year))
    start = add_months(start, 12 * (steps - (start > today)))
    return name_interval(start, add_months(start, 12) - ONE_DAY)


def _read_which_fiscal(matched: Matched) -> Reading:
    known = matched.nation in APRIL_NATIONS
    if matched.name("kind") == "FISCAL" and matched.name("which") == "NEXT" and not known:
        # Where the text has stated a year from another month, the next one follows it.
        return Reading(_follow_fiscal(matched.antecedent))
    stated = name_fiscal_around(matched) if matched.name("kind") == "FISCAL" else None
    if stated is not None:
        return stated
    if not known or matched.name("kind") != "FISCAL":
        return Reading()
    steps = STEPS.get(matched.name("which"))
    if steps is None:
        return Reading(neighbour_of(matched.antecedent, "YEAR_UNIT", -1))
    return from_document(matched, lambda today: april_year_around(today, steps))


def _read_bare_fiscal(matched: Matched) -> Reading | None:
    """A bare "this fiscal", as India says it: a firm's year, whose start the text doesn't tell."""
    word = matched.tokens.word(matched.match.end() - 1)
    return Reading() if word == "fiscal" else None


def _follow_fiscal(period: str | None) -> str | None:
    stated = period is not None and len(period) > len("2024") and is_year(period)
    return shift_period(period, 12) if period is not None and stated else None


def _read_shift(matched: Matched) -> Reading:
    """A year earlier, 12 months before, two days later: moved from the period stated before."""
    forwards = matched.name("way") in ("LATER", "AFTER")
    single = not matched.has("count") or matched.name("count") == "AN"
    count = 1 if single else matched.number()
    if count is None or matched.has("more"):
        return Reading(role="length")
    steps = count if forwards else -count
    period = move_antecedent(matched.antecedent, matched.name("unit"), steps)
    return Reading(period, role="during" if period else "length")


def _read_one(matched: Matched) -> Reading:
    """A year earlier, a day later; "a day after the crash" is counted from the crash."""
    return read_anchored(matched) if is_anchored(matched) else _read_shift(matched)


def _read_ago(matched: Matched) -> Reading:
    """A year ago is a year before the period just stated ("4% in May, 10% a year ago")."""
    if matched.antecedent is None or matched.previous() not in _COMPARES:
        return Reading(role="length")
    latest = matched.dates.latest
    if latest is not None and bound_days(matched.antecedent)[0] > latest:
        return Reading(role="length")
    age = (latest - bound_days(matched.antecedent)[1]).days if latest else 0
    # Counted from now, so only a period that is about now can stand in for it.
    return _read_shift(matched) if age < _CURRENT_DAYS else Reading(role="length")


def _read_apart(matched: Matched) -> Reading | None:
    """Two days after the vote; not: they waited two days before they were seen."""
    if matched.name("way") in ("BEFORE", "AFTER") and matched.led_by(_MEASURES):
        return None
    if not matched.has("count"):
        # "12 to 18 months after the vote", "some weeks after it": of no one day.
        return Reading(role="length")
    return read_anchored(matched) if is_anchored(matched) else _read_shift(matched)


def _read_neighbour(matched: Matched) -> Reading:
    way = matched.name("way")
    steps = {"PREVIOUS": -1, "BEFORE": -1, "EARLIER": -1, "THAT": 0, "SAME": 0}.get(way, 1)
    return Reading(neighbour_of(matched.antecedent, matched.name("unit"), steps))


def _read_on_quarter(matched: Matched) -> Reading | None:
    """Up on the quarter: the one spoken of, or that ends with the month spoken of."""
    spoken = matched.antecedent
    if spoken is None:
        return None
    first, last = bound_days(spoken)
    around = unit_around(first, "QUARTER_UNIT", 0)
    return Reading(around, local=True) if bound_days(around)[1] == last > first else None


def _read_bare_next(matched: Matched) -> Reading | None:
    """Next, last, beside the year: "4% this year and 3% next", "97% this year, from 96% last"."""
    at = matched.tokens.start(matched.match.start())
    near = matched.tokens.sentence[max(0, at - 80) : at]
    step = 1 if matched.name("which") == "NEXT" else -1
    if (_THIS_YEAR if step > 0 else _AND_LAST).search(near) is None:
        return None
    return from_document(matched, lambda today: unit_around(today, "YEAR_UNIT", step))


def _read_unpinned(_: Matched) -> Reading:
    return Reading()


_SINGLE = "[YEAR_UNIT QUARTER_UNIT MONTH_UNIT WEEK_UNIT DAY_UNIT]"
_PRIOR = r"PREVIOUS(?=COMMA|DOT|AND|\Z)"
_BEFORE = f"(?P<way>[EARLIER BEFORE LATER AFTER]|{_PRIOR})"

# "Stocks would last 26 days": a verb, unless a word that leads a noun stands before it.
_LED = (
    r"(?:(?!LAST)|(?<=[THE DETERMINER POSSESSIVE IN OVER DURING FOR THESE WITHIN FROM OF AT BY"
    r" SINCE AND])|(?<!.))"
)

# "The previous four months to the end of May" are named by May.
_NOT_TO = "(?!TO(?:THE?END_NOUN[OF DASH])?[ANY_MONTH YEAR])"

RULES: Final[tuple[Rule, ...]] = (
    make_rule(
        "LAST THIS NEXT CURRENT PREVIOUS",
        "(?P<which>[LAST THIS NEXT CURRENT PREVIOUS])(?P<kind>[FISCAL ACADEMIC TAX])YEAR_UNIT",
        _read_which_fiscal,
    ),
    make_rule(
        "LAST THIS NEXT CURRENT PREVIOUS",
        r"[LAST THIS NEXT CURRENT PREVIOUS]FISCAL"
        r"(?=COMMA|DOT|AND|TO|FROM|BY|IN|THAT|AT|ON|OVER|APOSTROPHE|BEHIND|MODAL|\Z)",
        _read_bare_fiscal,
    ),
    make_rule(
        "LAST THIS NEXT CURRENT",
        "(?P<which>[LAST THIS NEXT CURRENT])(?P<unit>[YEAR_UNIT MONTH_UNIT WEEK_UNIT QUARTER_UNIT"
        " DECADE_UNIT CENTURY_UNIT WEEKEND SEASON_WORD])(?!OF THE?[ANY_MONTH YEAR YEAR_UNIT])",
        _read_which_unit,
    ),
    make_rule(
        "EARLIER LATER",
        "[EARLIER LATER](?P<which>[THIS LAST NEXT])(?P<unit>[YEAR_UNIT MONTH_UNIT WEEK_UNIT"
        " QUARTER_UNIT])",
        _read_which_unit,
    ),
    make_rule(
        "WHOLE",
        "(?:(?<=FOR THE)|(?<=OVER THE)|(?<=IN THE))WHOLE YEAR_UNIT(?![TO ENDED]|OF YEAR)",
        read_whole_year,
    ),
    make_rule("YEAR_UNIT", r"(?<=FOR THE)YEAR_UNIT(?=COMMA|DOT|BEHIND|\Z)", read_year_reported),
    make_rule("WHOLE", "WHOLE DASH YEAR_UNIT(?=[LOWER PLURAL YEAR_NOUN])", read_year_reported),
    make_rule("QUARTER_UNIT", "(?<=ON THE)QUARTER_UNIT", _read_on_quarter),
    make_rule("NEXT LAST", r"(?P<which>[NEXT LAST])(?=[DOT COMMA]|\Z)", _read_bare_next),
    make_rule("LAST THIS NEXT", "[LAST THIS NEXT][SEASON FALL HOLIDAY FEAST_DAY]", _read_unpinned),
    make_rule(
        "LAST PAST NEXT COMING PREVIOUS FOLLOWING FINAL ORDINAL_WORD RECENT LATEST THIS",
        f"{_LED}[LAST PAST NEXT COMING PREVIOUS FOLLOWING FINAL ORDINAL_WORD LATEST]"
        "(?:COUNT(?:[DASH TO OR]COUNT|AND AN HALF_UNIT)?|SOME_COUNT)OF?UNIT"
        "(?!OF THE?[YEAR YEAR_UNIT LAST THIS MONTH NAMESAKE_MONTH NEXT FISCAL FY FY_YEAR"
        f" SLASH_YEARS CURRENT]){_NOT_TO}",
        read_length,
    ),
    make_rule("PAST COMING LATEST", "[PAST COMING]UNIT", read_length),
    make_rule(
        "PREVIOUS FOLLOWING THAT",
        f"(?P<way>[PREVIOUS FOLLOWING THAT])(?P<unit>{_SINGLE}){_NOT_TO}",
        _read_neighbour,
    ),
    make_rule("NEXT", "(?P<way>NEXT)(?P<unit>DAY_UNIT)", _read_neighbour),
    make_rule(
        "YEAR_UNIT MONTH_UNIT WEEK_UNIT DAY_UNIT QUARTER_UNIT",
        f"(?<=THE)(?P<unit>{_SINGLE})"
        f"(?P<way>EARLIER(?!PERIOD_NOUN|QUARTER_UNIT|HALF_UNIT)|[BEFORE AFTER]|{_PRIOR})",
        _read_neighbour,
    ),
    make_rule("AN", f"AN(?P<unit>{_SINGLE})(?P<way>AGO)", _read_ago),
    make_rule("AN", f"(?P<count>AN)(?P<unit>{_SINGLE}){_BEFORE}", _read_one),
    make_rule("AN", "AN[SOME_COUNT]OF?UNIT[AGO EARLIER LATER BEFORE AFTER]", read_length),
    make_rule("AN", "(?P<count>AN)(?P<unit>DECADE_UNIT)(?P<way>[EARLIER LATER])", _read_shift),
    make_rule("AN", "AN[DECADE_UNIT CENTURY_UNIT][AGO EARLIER LATER]", read_length),
    make_rule(
        "NUMBER_WORD DAY TWO_DIGITS NUMBER SOME_COUNT",
        "(?:COUNT[DASH TO OR AND]COUNT|COUNT OR MORE|COUNT AND AN HALF_UNIT|SOME_COUNT OF?)UNIT"
        "(?P<way>[AGO EARLIER LATER BEFORE AFTER])",
        _read_apart,
    ),
    make_rule(
        "NUMBER_WORD DAY TWO_DIGITS NUMBER",
        f"(?P<count>COUNT)(?P<unit>UNIT){_BEFORE}",
        _read_apart,
    ),
    make_rule("NUMBER_WORD DAY TWO_DIGITS NUMBER", "COUNT UNIT AGO", read_length),
    make_rule("AN NUMBER_WORD DAY TWO_DIGITS NUMBER", "(?:COUNT|AN)UNIT FROM NOW", read_length),
    make_rule("NUMBER_WORD DAY TWO_DIGITS NUMBER", r"COUNT UNIT ON(?=COMMA|DOT|\Z)", read_length),
)
