"""Rules for days and months: 20 February 2019, Feb. 20, 3-5 May, the 20th, 2019-02-20."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from figtrail.extraction.periods.namesakes import is_month
from figtrail.extraction.periods.outlook import is_ahead
from figtrail.extraction.periods.reading import (
    AMERICAN_NATIONS,
    Matched,
    Reading,
    Rule,
    from_document,
    make_rule,
    read_vague,
    state_point,
)
from figtrail.extraction.periods.relative import (
    Point,
    date_point,
    find_nearby,
    name_point,
)
from figtrail.extraction.periods.tokens import WORD_VALUE, class_names
from figtrail.extraction.periods.years import stands_for_year
from figtrail.intervals import end_span, name_month

_LINKING = class_names(
    "AND TO OR FOR AT IN AS BY FROM THAN BEFORE AFTER UNTIL THROUGH THE AN THIS THAT"
)
_PASSING = frozenset("against with when but while compared versus because".split())


def _number_day(word: str) -> int:
    return int(word.rstrip("stndrh"))


def _read_day_month(matched: Matched) -> Reading | None:
    if matched.has("each"):
        return Reading(role="frequency")
    stated = matched.match.start("year") if matched.has("year") else -1
    if stated >= 0 and stands_for_year(matched.tokens, stated) is None:
        return None
    month = WORD_VALUE[matched.word("month")]
    first = Point(matched.year(), month, _number_day(matched.word("day")))
    if not matched.has("second"):
        return state_point(first)
    last = Point(first.year, month, _number_day(matched.word("second")))
    apart = (last.day or 0) != (first.day or 0) + 1
    if apart and matched.name("and") == "AND" and not matched.after("BETWEEN"):
        # "On 3 and 7 May" are two days, not the days between them.
        return Reading()
    return _read_days(matched, first, last)


def _read_days(matched: Matched, first: Point, last: Point) -> Reading:
    def complete(end: Point | None) -> str | None:
        if end is None:
            return None
        start_name, end_name = name_point(Point(end.year, first.month, first.day)), name_point(end)
        if start_name is None or end_name is None or start_name > end_name:
            return None
        return f"{start_name}/{end_name}"

    if last.year is not None:
        return Reading(complete(last), joined=True)
    ahead = matched.ahead
    told = ahead or not is_ahead(matched.tokens, matched.match.start(), unsaid=True)
    find = date_point if told else find_nearby
    dated = from_document(matched, lambda today: complete(find(last, today, future=ahead)))
    return dated._replace(joined=True)


def _is_passed(matched: Matched) -> bool:
    """Whether a word follows that nothing is counted by: "since June 1 against a norm"."""
    at = matched.match.end()
    if matched.following() in _LINKING:
        return True
    return at < len(matched.tokens.shape) and matched.tokens.word(at) in _PASSING


def _read_month_day(matched: Matched) -> Reading | None:
    if not matched.has("year") and matched.name("day") == "DAY" and not matched.has("second"):
        # "In March 12 people died": the number counts what follows.
        ends = matched.following() in ("DOT", "COMMA", "", "OTHER") or _is_passed(matched)
        if matched.previous() in ("IN", "DURING") or (matched.previous() == "SINCE" and not ends):
            return None
        if matched.following() in ("PERCENT", "COUNTED", "SCALE"):
            return None
    return _read_day_month(matched)


def _read_month(matched: Matched) -> Reading | None:
    if matched.has("each"):
        return Reading(role="frequency")
    year = matched.year()
    stated = matched.match.start("year") if matched.has("year") else -1
    if stated >= 0 and stands_for_year(matched.tokens, stated) is None:
        return None
    if year is None and matched.name("month") == "NAMESAKE_MONTH" and not is_month(matched):
        return None
    return state_point(Point(year, WORD_VALUE[matched.word("month")]))


def _read_month_quarter(matched: Matched) -> Reading:
    """The June quarter, half or year: the months that end with June."""
    group = next(one for one in ("unit", "long", "bare", "spent") if matched.has(one))
    months = {"QUARTER_UNIT": 3, "HALF_UNIT": 6, "YEAR_UNIT": 12}[matched.name(group)]
    month, year = WORD_VALUE[matched.word("month")], matched.year()
    if matched.has("named"):
        year = int(matched.word("named"))
    if year is not None:
        return Reading(end_span(name_month(year, month), months))
    ahead = matched.ahead

    def read(today: date) -> str | None:
        found = date_point(Point(None, month), today, future=ahead)
        named = None if found is None else name_point(found)
        return None if named is None else end_span(named, months)

    return from_document(matched, read)


def _read_month_of_year(matched: Matched) -> Reading | None:
    if matched.has("alone") and matched.word("alone") != "alone":
        return None
    month = WORD_VALUE[matched.word("month")]
    step = {"LAST": -1, "NEXT": 1}.get(matched.name("which"), 0)
    return from_document(matched, lambda today: name_month(today.year + step, month))


def _read_iso_date(matched: Matched) -> Reading | None:
    month, year = matched.word("month"), matched.year() or 0
    if len(month) != 2 or int(month) > 12:
        return None
    if matched.has("day"):
        day = matched.word("day")
        return state_point(Point(year, int(month), int(day))) if len(day) == 2 else None
    # 2019-02 is a month, but 2008-09 a span of years.
    if month[0] != "0" or int(month) == (year + 1) % 100:
        return None
    return state_point(Point(year, int(month)))


def _read_slash_date(matched: Matched) -> Reading | None:
    word = matched.word("date")
    first, second, year = (int(part) for part in re.split("[./]", word))
    if year < 100:
        year += 2000 if year < 70 else 1900
    american = matched.nation in AMERICAN_NATIONS and "/" in word
    day, month = (second, first) if american else (first, second)
    if month > 12:
        day, month = month, day
    point = Point(year, month, day)
    if not 1 <= month <= 12 or name_point(point) is None:
        return Reading(role="vague")
    return state_point(point)


def _read_which_month(matched: Matched) -> Reading:
    month, which = WORD_VALUE[matched.word("month")], matched.name("which")
    if which == "EACH":
        return Reading(role="frequency")

    def read(today: date) -> str | None:
        if which == "THIS" and not matched.match["which"][1:]:
            return name_month(today.year, month)
        found = date_point(Point(None, month), today, future=which == "NEXT")
        if found is None or found.year is None:
            return None
        # Said within the month itself, "last August" is the one a year before.
        within = (found.year, month) == (today.year, today.month)
        # So too beside that month: "60% in January, against 52% last January".
        within = within or (which == "LAST" and name_point(found) == matched.antecedent)
        step = (1 if which == "NEXT" else -1) if within else 0
        return name_month(found.year + step, month)

    return from_document(matched, read)


_YEAR = (
    "(?:DOT?(?:COMMA|OF)?(?P<year>YEAR)(?![PERCENT SLASH_YEARS])"
    "|DOT?APOSTROPHE(?P<short>[DAY TWO_DIGITS])(?![DASH LOWER PLURAL]))?"
)
_EACH = "(?P<each>EACH YEAR_UNIT)?"
# "By 5 p.m. Friday" is that Friday: the time belongs to the words before it.
_TO_DAY = "ON?[WEEKDAY YESTERDAY TODAY TOMORROW TONIGHT]"
# So too "from noon to 5 p.m. Friday".
_NO_DAY = f"(?!{_TO_DAY}|[DASH TO AND UNTIL](?:TIME|DAY)HALF_DAY?{_TO_DAY})"


def _read_time(matched: Matched) -> Reading | None:
    """At 9.30am; "by nightfall" is left for what may be a part of the day spoken of."""
    word = matched.word("time")
    named = word.isalpha() and matched.previous() == "BY"
    return (
        None if named and matched.match.end() == matched.match.start() + 1 else read_vague(matched)
    )


RULES: Final[tuple[Rule, ...]] = (
    make_rule(
        "DAY ORDINAL",
        "(?P<day>ANY_DAY)(?:(?P<and>[DASH TO AND UNTIL THROUGH])THE?(?P<second>ANY_DAY))?OF?"
        f"(?P<month>ANY_MONTH){_YEAR}{_EACH}",
        _read_day_month,
    ),
    make_rule(
        "TIME",
        f"(?P<time>TIME)(?:[DASH TO AND UNTIL]TIME)?HALF_DAY?+TIMEZONE?+{_NO_DAY}",
        _read_time,
    ),
    make_rule("DAY", f"DAY(?:[DASH TO AND]DAY)?HALF_DAY TIMEZONE?+{_NO_DAY}", read_vague),
    make_rule("DAY", f"DAY(?:[DASH TO AND])(?=TIME)TIME HALF_DAY?+{_NO_DAY}", read_vague),
    make_rule(
        "MONTH NAMESAKE_MONTH",
        "(?P<month>ANY_MONTH)DOT?THE?(?P<day>ANY_DAY)(?!DASH?[YEAR_UNIT MONTH_UNIT])"
        "(?:(?P<and>[DASH TO AND THROUGH])(?P<second>ANY_DAY)"
        "(?!OF?ANY_MONTH|[IN ON FROM BY]ANY_MONTH|PLURAL|COUNTED|PERCENT|SCALE|UNIT))?"
        f"(?:COMMA?(?P<year>YEAR)(?!PERCENT)"
        f"|APOSTROPHE(?P<short>[DAY TWO_DIGITS])(?![LOWER PLURAL]))?{_EACH}",
        _read_month_day,
    ),
    make_rule(
        "MONTH NAMESAKE_MONTH",
        "(?:ANY_MONTH(?:[DASH TO]|DASH TO DASH))?(?P<month>ANY_MONTH)"
        "(?:DASH?(?P<unit>[QUARTER_UNIT HALF_UNIT])OF?(?P<year>YEAR)"
        "|(?P<named>YEAR)(?P<long>[QUARTER_UNIT HALF_UNIT YEAR_UNIT])(?!DASH|ON)"
        "|DASH?(?P<bare>QUARTER_UNIT)"
        "|(?<=THE ANY_MONTH)(?P<spent>[HALF_UNIT YEAR_UNIT])(?!DASH|ON))",
        _read_month_quarter,
    ),
    make_rule(
        "MONTH NAMESAKE_MONTH",
        "(?P<month>ANY_MONTH)(?P<alone>LOWER)?(?:OF)?(?P<which>[LAST THIS NEXT])YEAR_UNIT",
        _read_month_of_year,
    ),
    make_rule("MONTH NAMESAKE_MONTH", f"(?P<month>ANY_MONTH){_YEAR}{_EACH}", _read_month),
    make_rule("MONTH NAMESAKE_MONTH", "(?P<month>ANY_MONTH)", _read_month),
    make_rule("YEAR", "(?P<year>YEAR)DASH(?P<month>DAY)DASH(?P<day>DAY)", _read_iso_date),
    make_rule("YEAR", "(?P<year>YEAR)DASH(?P<month>DAY)", _read_iso_date),
    make_rule("SLASH_DATE", "(?P<date>SLASH_DATE)", _read_slash_date),
    make_rule(
        "LAST NEXT THIS EACH",
        "(?P<which>[LAST NEXT EACH]|THIS PAST|THIS)(?P<month>ANY_MONTH)(?!DAY)",
        _read_which_month,
    ),
)
