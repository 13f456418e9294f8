"""Rules for years and their parts: 2019, 2018-19, FY24, Q1 2024, the 1990s, the summer of 2018."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from figtrail.extraction.periods.fiscal import name_fiscal_year
from figtrail.extraction.periods.reading import (
    APRIL_NATIONS,
    Matched,
    Reading,
    Rule,
    from_document,
    make_rule,
    read_vague,
)
from figtrail.extraction.periods.relative import (
    Point,
    april_year,
    date_point,
    name_point,
)
from figtrail.extraction.periods.tokens import WORD_VALUE
from figtrail.extraction.periods.year_parts import (
    read_bare_half,
    read_fiscal_quarter,
    read_half,
    read_half_attribute,
    read_quarter,
    read_some_months,
)
from figtrail.extraction.periods.years import read_span, stands_for_year
from figtrail.intervals import (
    ONE_DAY,
    add_months,
    bound_days,
    end_span,
    is_year,
    name_interval,
    shift_period,
)
from figtrail.patterns import compile_late

_SEASON = compile_late(r"\b(?:season|league|fixture|play-?offs?|promotion|relegat)", re.I)
_COMPANY = compile_late(
    r"\b(?:boss|bonus|dividends?|shareholders?|turnover|pre-tax|plc|takings|shares|profits?)\b",
    re.I,
)


def _read_years(matched: Matched) -> Reading | None:
    """2018-19, 2018/19, FY2018-19, the academic year 2022/23, the 2022-23 season.

    A public body of the United Kingdom counts from April; elsewhere two years in one say only
    with their own words which twelve months they are.
    """
    first, last = matched.match.span("years")
    words = matched.tokens.words(first, last)
    stated = "".join(word for word in words if word not in ("'", "’")).lstrip("FY")
    span = read_span(f"20{stated}" if stated[2:3] in ("-", "–", "/") else stated)
    if span is None:
        return None
    start, end, short = span
    kind = matched.word("kind").lower() if matched.has("kind") else ""
    april = matched.nation in APRIL_NATIONS
    if matched.has("season") or matched.near(_SEASON):
        return Reading()
    if matched.following() == "NAME" and not short and stated[4:5] != "/":
        # "The 2011-2015 Elantra": a model, a name.
        return Reading(role="vague", bare=True)
    if end > start + 1:
        if kind or (april and short):
            return Reading()
        return Reading(name_interval(date(start, 1, 1), date(end, 12, 31)))
    if kind in ("academic", "school"):
        # No two places begin one on the same day.
        return Reading()
    if kind == "tax" and april:
        return Reading(april_year(start, 6))
    if april and not kind and matched.near(_COMPANY):
        # A company's year may be any twelve months.
        return Reading()
    if april:
        return Reading(april_year(start))
    known = name_fiscal_year(matched.dates.fiscal, end)
    return Reading(known or _align_year(matched.antecedent, start))


def _align_year(spoken: str | None, start: int) -> str | None:
    """The twelve months of "2022-23" beside another such year whose months are known."""
    if spoken is None or not is_year(spoken):
        return None
    first, last = bound_days(spoken)
    return None if first.year == last.year else shift_period(spoken, 12 * (start - first.year))


def _read_running_year(matched: Matched) -> Reading | None:
    """The fiscal year that begins July 1, or began then: twelve months from that day."""
    runs = matched.word("runs")
    ends = runs in ("ends", "ended", "closes", "closed")
    if not ends and runs not in ("begins", "starts", "beginning", "starting", "began", "started"):
        return None
    month, day = WORD_VALUE[matched.word("month")], int(matched.word("day").rstrip("stndrh"))
    ahead = runs not in ("began", "started", "ended", "closed")

    def read(today: date) -> str | None:
        point = Point(matched.year(), month, day)
        found = point if point.year else date_point(point, today, future=ahead)
        named = None if found is None else name_point(found)
        if named is None or ends:
            # "The fiscal year that ends Sept. 30".
            return named and end_span(named, 12)
        first = date.fromisoformat(named)
        return name_interval(first, add_months(first, 12) - ONE_DAY)

    return from_document(matched, read)


def _read_year(matched: Matched) -> Reading | None:
    standing = stands_for_year(matched.tokens, matched.match.start("year"))
    if standing is None:
        return None
    if standing == "name":
        return Reading(role="vague", bare=True)
    point = Point(matched.year())
    return Reading(name_point(point), point=point, bare=standing == "attribute")


def _read_year_end(matched: Matched) -> Reading | None:
    """The 2023 year-end, year-end 2023: its last day."""
    return Reading(f"{matched.word('year')}-12-31", role="end", local=True)


def _read_fiscal(matched: Matched) -> Reading:
    """Fiscal 2022, FY22: by the year that it ends in, where the document says when it begins."""
    stated = matched.word("fy")
    digits = stated.lstrip("FY")
    year = int(digits) + (2000 if len(digits) < len("2022") else 0)
    return Reading(name_fiscal_year(matched.dates.fiscal, year))


def _read_unresolved(_: Matched) -> Reading:
    return Reading()


_SPAN = "(?:SLASH_YEARS|YEAR DASH APOSTROPHE?[DAY TWO_DIGITS YEAR])"
_KIND = "(?P<kind>[FISCAL ACADEMIC TAX])"
_OF_YEAR = (
    "(?![TO ENDED]ON?[ANY_MONTH DAY])"
    "(?!OF THE?[YEAR YEAR_UNIT LAST THIS NEXT FISCAL FY FY_YEAR SLASH_YEARS CURRENT])"
)

RULES: Final[tuple[Rule, ...]] = (
    make_rule(
        "YEAR SLASH_YEARS",
        f"(?P<years>{_SPAN})(?:(?P<season>SEASON_WORD)|{_KIND}YEAR_UNIT)?",
        _read_years,
    ),
    make_rule(
        "FISCAL ACADEMIC TAX SEASON_WORD",
        f"(?:(?P<season>SEASON_WORD)|{_KIND}YEAR_UNIT?OF?)(?P<years>{_SPAN})",
        _read_years,
    ),
    make_rule("YEAR_UNIT", f"YEAR_UNIT(?P<years>{_SPAN})", _read_years),
    make_rule("FY", f"(?P<fy>FY)(?P<years>{_SPAN})", _read_years),
    make_rule("FY", "(?P<fy>FY)(?P<years>DAY[DASH SLASH]DAY)", _read_years),
    make_rule(
        "FY_YEAR", "(?P<fy>(?P<years>FY_YEAR[DASH SLASH][DAY TWO_DIGITS YEAR]))", _read_years
    ),
    make_rule("FY_YEAR", "(?P<fy>FY_YEAR)", _read_fiscal),
    make_rule("FY", "FY(?P<fy>[YEAR DAY TWO_DIGITS])", _read_fiscal),
    make_rule(
        "FISCAL",
        "FISCAL YEAR_UNIT(?:THAT|LOWER)?"
        "(?P<runs>[AHEAD MODAL PLURAL START_NOUN STARTING BEHIND])ON?"
        "[LAST THIS]?(?P<month>ANY_MONTH)DOT?(?P<day>ANY_DAY)(?:COMMA(?P<year>YEAR))?",
        _read_running_year,
    ),
    make_rule(
        "FISCAL",
        "FISCAL YEAR_UNIT COMMA?(?:THAT|LOWER)(?P<runs>[PLURAL ENDED BEHIND])ON?"
        "(?:(?P<month>ANY_MONTH)DOT?(?P<day>ANY_DAY)(?:COMMA(?P<year>YEAR))?)",
        _read_running_year,
    ),
    make_rule(
        "FISCAL",
        "FISCAL YEAR_UNIT COMMA?(?:THAT|LOWER)(?P<runs>[PLURAL ENDED BEHIND])ON?THE?"
        "(?P<day>ANY_DAY)OF?(?P<month>ANY_MONTH)(?P<year>YEAR)?",
        _read_running_year,
    ),
    make_rule(
        "YEAR_UNIT",
        "(?:(?<=THE)|(?<=LOWER))YEAR_UNIT THAT"
        "(?P<runs>[AHEAD MODAL PLURAL START_NOUN STARTING BEHIND])ON?"
        "(?P<month>ANY_MONTH)DOT?(?P<day>ANY_DAY)(?:COMMA(?P<year>YEAR))?",
        _read_running_year,
    ),
    make_rule(
        "YEAR_UNIT",
        "(?<=THE)YEAR_UNIT(?P<runs>[START_NOUN STARTING])ON?"
        "(?:(?P<month>ANY_MONTH)DOT?(?P<day>ANY_DAY)(?:COMMA(?P<year>YEAR))?)",
        _read_running_year,
    ),
    make_rule(
        "YEAR_UNIT",
        "(?<=THE)YEAR_UNIT(?P<runs>[START_NOUN STARTING])ON?"
        "(?:(?P<day>ANY_DAY)OF?(?P<month>ANY_MONTH)(?P<year>YEAR)?)",
        _read_running_year,
    ),
    make_rule("FISCAL", "FISCAL YEAR_UNIT?(?P<fy>YEAR)", _read_fiscal),
    make_rule("TAX", "TAX YEAR_UNIT?YEAR", _read_unresolved),
    make_rule("CALENDAR", "CALENDAR YEAR_UNIT?(?P<year>YEAR)", _read_year),
    make_rule("YEAR", "(?P<year>YEAR)CALENDAR YEAR_UNIT", _read_year),
    make_rule("YEAR", "(?P<year>YEAR)YEAR_UNIT DASH?END_NOUN", _read_year_end),
    make_rule("YEAR_UNIT", "YEAR_UNIT DASH?END_NOUN(?P<year>YEAR)", _read_year_end),
    make_rule("FY", "FY[DASH APOSTROPHE](?P<fy>[YEAR DAY TWO_DIGITS])", _read_unresolved),
    make_rule("YEAR", "YEAR[FISCAL TAX ACADEMIC]YEAR_UNIT", _read_unresolved),
    make_rule("YEAR", "(?P<year>YEAR)(?P<quarter>NTH_QUARTER)", read_quarter),
    make_rule(
        "YEAR", "(?P<year>YEAR)(?P<quarter>[ORDINAL_WORD FINAL])DASH?QUARTER_UNIT", read_quarter
    ),
    make_rule(
        "NTH_QUARTER",
        "(?P<quarter>NTH_QUARTER)COMMA?OF?(?P<years>SLASH_YEARS|YEAR DASH[DAY TWO_DIGITS])",
        read_fiscal_quarter,
    ),
    make_rule(
        "NTH_QUARTER",
        "(?P<quarter>NTH_QUARTER)COMMA?(?:OF|IN)?(?:THE)?"
        "(?P<fiscal>FY_YEAR(?:[DASH SLASH][DAY TWO_DIGITS YEAR])?|FY DASH?[DAY TWO_DIGITS])",
        read_quarter,
    ),
    make_rule(
        "NTH_QUARTER",
        "(?P<quarter>NTH_QUARTER)"
        "(?:[COMMA DASH]?OF?(?P<fiscal>[FISCAL FY])?(?P<year>YEAR)"
        "|APOSTROPHE(?P<short>[DAY TWO_DIGITS]))?",
        read_quarter,
    ),
    make_rule(
        "ORDINAL_WORD",
        "(?:(?<=IN THE)|(?<=DURING THE)|(?<=OVER THE)|(?<=FOR THE))(?P<half>ORDINAL_WORD)DASH?"
        "HALF_UNIT(?!OF|ENDED|TO ANY_MONTH)",
        read_bare_half,
    ),
    make_rule("ORDINAL_WORD", "(?P<half>ORDINAL_WORD)DASH?HALF_UNIT(?!OF)", read_half_attribute),
    make_rule(
        "NTH_HALF",
        "NTH_HALF COMMA?(?:OF|IN)?(?:FY_YEAR(?:[DASH SLASH][DAY TWO_DIGITS YEAR])?"
        "|FY DASH?[YEAR DAY TWO_DIGITS]|FISCAL YEAR_UNIT?YEAR)",
        _read_unresolved,
    ),
    make_rule(
        "NTH_HALF",
        "(?P<half>NTH_HALF)(?:[COMMA DASH]?OF?(?P<year>YEAR)"
        "|APOSTROPHE(?P<short>[DAY TWO_DIGITS]))?",
        read_half,
    ),
    make_rule(
        "ORDINAL_WORD FINAL FISCAL",
        "(?P<fiscal>FISCAL)?(?P<quarter>[ORDINAL_WORD FINAL])DASH?QUARTER_UNIT(?P<year>YEAR)?"
        + _OF_YEAR
        + "(?P<back>AN YEAR_UNIT[AGO EARLIER])?",
        read_quarter,
    ),
    make_rule(
        "ORDINAL_WORD FINAL",
        "(?<=TO THE)(?P<quarter>[ORDINAL_WORD FINAL])QUARTER_UNIT OF(?P<year>YEAR)",
        read_quarter,
    ),
    make_rule("YEAR_UNIT", "YEAR_UNIT(?=YEAR)(?P<year>YEAR)", _read_year),
    make_rule("YEAR", "(?P<year>YEAR)", _read_year),
    make_rule("NAMED_YEAR", "NAMED_YEAR", read_vague),
    make_rule("SEASON", f"SEASON OF?(?:{_SPAN}|YEAR)", _read_unresolved),
    make_rule("FALL", "(?<=THE)FALL OF YEAR", _read_unresolved),
    make_rule("FALL", "(?:(?<=IN)|(?<=BY)|(?<=SINCE)|(?<=DURING))FALL YEAR", _read_unresolved),
    make_rule("IN DURING OVER", "[IN DURING OVER]THE[LOWER SEASON]MONTH_UNIT", read_some_months),
    make_rule(
        "SEASON",
        "(?:(?<=IN)|(?<=BY)|(?<=IN THE)|(?<=DURING THE)|(?<=BY THE)|(?<=OVER THE))SEASON",
        _read_unresolved,
    ),
)
