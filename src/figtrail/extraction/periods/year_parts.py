"""Rules for quarters and halves of a year: Q1 2024, the second half, the last months of 2018."""

from __future__ import annotations

import re
from datetime import date

from figtrail.extraction.periods.reading import (
    APRIL_NATIONS,
    Matched,
    Reading,
    from_document,
)
from figtrail.extraction.periods.relative import (
    quarter_around,
)
from figtrail.extraction.periods.tokens import WORD_VALUE
from figtrail.extraction.periods.years import read_span
from figtrail.intervals import (
    ONE_DAY,
    add_months,
    bound_days,
    is_year,
    last_of_month,
    name_interval,
    shift_period,
    take_part,
)
from figtrail.patterns import compile_late

_SPORT = compile_late(
    r"\b(?:scor|touchdown|(?<!basis )(?<!percentage )(?<!\.\d )points?\b"
    r"|rebounds\b|yards|game|goals?\b|match|penalt|corners?\b|shots\b|keeper|striker|puck-?outs"
    r"|half-?time|overtime period|(?:3|three)-pointers?|lay-?ups?\b"
    # Counted things of a match, but "Britain tackles inflation", "the sale frees cash".
    r"|(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|more|missed|from) (?:wides|frees"
    r"|turnovers|tackles)\b"
    # "Led by 12 in the third quarter", but "growth was led by 12% more exports".
    r"|(?:led|ahead|trail(?:ed)?|lead) by (?:as many as )?\d{1,2}"
    r"(?=[,.;]? (?:in|at|after|before|early|late|midway|with|entering|heading)\b|[,;]|\.?$))",
    re.I,
)
_REPORTED = compile_late(
    r"\s+(?:(?:net|pre-?tax|underlying|operating|core|adjusted|like-for-like|organic|gross|same-store"
    r"|export|import|retail|passenger|crude|gold|oil|gas)\s+)*(?:profits?|sales|revenues?|earnings"
    r"|results?|loss(?:es)?|income|turnover|output|production|growth|figures?|volumes?|deliveries"
    r"|orders|dividend|trading|GDP|EBITDA|exports|imports|margins?|traffic|shipments)\b",
    re.I,
)

# How many months a year has, and for how many days what was told of its first is new.
_YEAR, _LATELY = 12, 100
# Where the year that is told of begins in April or July as often as in January.
_APRIL_OR_JULY = frozenset(("india", "pakistan", "bangladesh", "nepal"))
_BEGUN = compile_late(
    r"\b(?:open(?:ed|s|ing)|launch\w*|introduc\w+|began|begun|start(?:ed|s|ing|up)?|founded"
    r"|trial\w*|pilot\w*|took (?:office|over|effect|power)|came into|in force|in office|scheme"
    r"|new(?:ly)?|since|debut\w*|set up|create[ds]?|operation|life|birth|born|pregnan\w+"
    r"|marriage|job|war|treatment|fiscal|financial|season|campaign|contract|lockdowns?"
    r"|pandemic)\b",
    re.I,
)


def is_of_match(matched: Matched) -> bool:
    """Whether a quarter or half is one of a match: "scored 12 points in the quarter"."""
    return matched.near(_SPORT)


def read_quarter(matched: Matched) -> Reading | None:
    """Read "Q1 2024", "the first quarter"."""
    word = matched.word("quarter")
    ordinal = WORD_VALUE.get(word) or int(word.strip("Q"))
    ordinal = 4 if ordinal < 0 else ordinal
    if matched.has("fiscal"):
        return Reading()
    if ordinal > 4:
        return None
    year = matched.year()
    if year is not None:
        first, last = date(year, 3 * ordinal - 2, 1), last_of_month(year, 3 * ordinal)
        return Reading(name_interval(first, last))
    if matched.near(_SPORT):
        return None
    own = None if matched.has("back") else _part_of_own(matched, ordinal, 3)
    if own is not None:
        return Reading(own)
    if has_own_quarters(matched):
        return Reading()
    ahead = matched.ahead

    def read(today: date) -> str | None:
        found = quarter_around(today, ordinal, future=ahead)
        # "In the third quarter a year ago".
        back = found is not None and matched.has("back")
        return shift_period(found, -12) if back and found is not None else found

    return from_document(matched, read)


def has_own_quarters(matched: Matched) -> bool:
    """Whether quarters may be none of the calendar's: a company's, or counted from April."""
    if matched.nation == "india":
        # There a quarter is counted from April as often as from January.
        return True
    return matched.dates.own_quarters or _runs_otherwise(matched.antecedent)


def _part_of_own(matched: Matched, ordinal: int, months: int) -> str | None:
    """The latest such part that is over of a year that the text told of and isn't the calendar's.

    "Profit for the year to September 30 rose 4%. … It lost £2m in the second half".
    """
    today = matched.dates.latest
    own = (one for one in matched.dates.told if is_year(one) and bound_days(one)[0].month != 1)
    year = next(own, None)
    if year is None or today is None or matched.ahead:
        return None
    for step in (12, 0, -12):
        moved = shift_period(year, step)
        part = None if moved is None else take_part(moved, ordinal, months)
        if part is not None and bound_days(part)[1] <= today:
            return part
    return None


def _runs_otherwise(spoken: str | None) -> bool:
    """Whether a quarter was spoken of that is none of the calendar's: "the quarter ended May 1"."""
    if spoken is None:
        return False
    first, last = bound_days(spoken)
    if (last - first).days not in range(83, 98):
        return False
    return first.day != 1 or first.month % 3 != 1


def read_fiscal_quarter(matched: Matched) -> Reading | None:
    """Q1 2019-20: of a year that a public body of the United Kingdom counts from April."""
    first, last = matched.match.span("years")
    span = read_span("".join(matched.tokens.words(first, last)))
    if span is None or span[1] != span[0] + 1:
        return None
    if matched.nation not in APRIL_NATIONS:
        return Reading()
    opening = add_months(date(span[0], 4, 1), 3 * int(matched.word("quarter").strip("Q")) - 3)
    return Reading(name_interval(opening, add_months(opening, 3) - ONE_DAY))


def read_first_months(matched: Matched) -> Reading | None:
    """In the first four months: of the year that goes on, where they have ended lately.

    Not of what has begun itself: "drew 900 in the first three months".
    """
    count, today = matched.number(), matched.dates.latest
    if WORD_VALUE[matched.word("which")] != 1 or count is None or not 1 < count < _YEAR:
        return None
    if today is None or matched.nation in _APRIL_OR_JULY or matched.near(_BEGUN):
        return None
    own = _part_of_own(matched, 1, count)
    if own is not None:
        return Reading(own)
    if matched.dates.own_quarters or matched.dates.fiscal is not None:
        return None

    def read(today: date) -> str | None:
        last = last_of_month(today.year, count)
        lately = last <= today and (today - last).days < _LATELY
        return name_interval(date(today.year, 1, 1), last) if lately else None

    reading = from_document(matched, read)
    return reading if reading.period is not None else None


def read_bare_half(matched: Matched) -> Reading | None:
    """Read "the first half" without a year."""
    ordinal = WORD_VALUE[matched.word("half")]
    if ordinal not in (1, 2) or matched.near(_SPORT):
        return None
    own = _part_of_own(matched, ordinal, 6)
    if own is not None:
        return Reading(own)
    ahead = matched.ahead
    return from_document(matched, lambda today: _half_around(today, ordinal, ahead))


def read_half_attribute(matched: Matched) -> Reading | None:
    """First-half profit: the half of what firms and economies report."""
    return read_bare_half(matched) if matched.followed_by(_REPORTED) else None


def _half_around(today: date, ordinal: int, ahead: bool) -> str:
    """The latest such half of a year that is over or, of what is to come, the next to end."""
    halves = [
        (date(year, 6 * ordinal - 5, 1), last_of_month(year, 6 * ordinal))
        for year in (today.year - 1, today.year, today.year + 1)
    ]
    if ahead:
        return name_interval(*next(half for half in halves if half[1] >= today))
    return name_interval(*next(half for half in reversed(halves) if half[1] <= today))


def read_half(matched: Matched) -> Reading:
    """Read "the first half of 2024", "H2 2024"."""
    year, second = matched.year(), matched.word("half").strip("H") == "2"
    if year is None:
        return from_document(matched, lambda today: _half_around(today, 1 + second, matched.ahead))
    first, last = (
        (date(year, 7, 1), date(year, 12, 31))
        if second
        else (
            date(year, 1, 1),
            date(year, 6, 30),
        )
    )
    return Reading(name_interval(first, last))


def read_some_months(matched: Matched) -> Reading | None:
    """In the monsoon months: some of every year."""
    last = matched.match.end() - 1
    return Reading(local=True) if matched.tokens.word(last) == "months" else None
