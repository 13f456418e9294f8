"""Rules for parts of a year that is pointed at: the second quarter last year, last year's half."""

from __future__ import annotations

from typing import Final

from figtrail.extraction.periods.moving import STEPS
from figtrail.extraction.periods.parts import MONTHS
from figtrail.extraction.periods.reading import (
    Matched,
    Reading,
    Rule,
    from_document,
    make_rule,
    read_vague,
)
from figtrail.extraction.periods.tokens import WORD_VALUE
from figtrail.extraction.periods.year_parts import has_own_quarters, read_first_months, read_quarter
from figtrail.intervals import end_span, name_month, take_part


def _read_part(matched: Matched) -> Reading | None:
    """Read "the first half last year", "Q2 last year", "last year's final quarter"."""
    word = matched.word("part").lower()
    ordinal = WORD_VALUE.get(word, -1) if word.isalpha() else int(word.strip("qh"))
    unit = matched.name("unit" if matched.has("unit") else "part")
    months = MONTHS.get(unit) or (6 if unit == "NTH_HALF" else 3)
    if months == MONTHS["QUARTER_UNIT"] and has_own_quarters(matched):
        return Reading()
    return _take(matched, ordinal, months)


_WHICH = "COMMA?(?P<which>[LAST THIS NEXT])YEAR_UNIT(?!APOSTROPHE)"
_OWNED = "(?P<which>[LAST THIS NEXT])YEAR_UNIT APOSTROPHE POSSESSIVE"


def _read_months(matched: Matched) -> Reading | None:
    """Read "the first three months last year"."""
    count = matched.number()
    ordinal = WORD_VALUE.get(matched.word("part").lower(), -1)
    if not count or ordinal > 1:
        return None
    return _take(matched, ordinal, count)


def _take(matched: Matched, ordinal: int, months: int) -> Reading:
    """The so-manieth stretch of so many months of the year that is pointed at."""
    step = STEPS[matched.name("which")]
    return from_document(
        matched, lambda today: take_part(f"{today.year + step:04d}", ordinal, months)
    )


def _read_month_quarter(matched: Matched) -> Reading:
    """Read "the September quarter last year": the three months that end with September."""
    month, step = WORD_VALUE[matched.word("month")], STEPS[matched.name("which")]
    return from_document(matched, lambda today: end_span(name_month(today.year + step, month), 3))


def _read_years_on(matched: Matched) -> Reading:
    """Read "a year ago this month": of a week or a day the same isn't stated."""
    count = matched.number() if matched.has("count") else 1
    if not count or matched.name("unit") != "MONTH_UNIT":
        return Reading(local=True)
    return from_document(
        matched, lambda today: name_month(today.year - count, today.month), local=True
    )


def _read_own_part(_: Matched) -> Reading:
    """Read "the first half of its financial year": of a year whose start isn't told."""
    return Reading()


_ORDINAL = "(?P<part>[ORDINAL_WORD FINAL LAST])"
_STRETCH = f"{_ORDINAL}DASH?(?P<unit>[QUARTER_UNIT HALF_UNIT])"
_MONTHS = f"{_ORDINAL}(?P<count>COUNT)MONTH_UNIT"
_NAMED = "(?P<part>[NTH_QUARTER NTH_HALF])"

RULES: Final[tuple[Rule, ...]] = (
    make_rule("ORDINAL_WORD FINAL LAST", f"{_STRETCH} {_WHICH}", _read_part),
    make_rule("ORDINAL_WORD FINAL LAST", f"{_MONTHS} {_WHICH}", _read_months),
    make_rule(
        "ORDINAL_WORD",
        "(?<=[IN OVER DURING FOR THROUGH ACROSS]THE)(?P<which>ORDINAL_WORD)(?P<count>COUNT)"
        "MONTH_UNIT(?![OF AFTER SINCE FROM THAT BEFORE ON]|IN[LOWER THE DETERMINER]"
        "|TO ANY_MONTH)",
        read_first_months,
    ),
    make_rule(
        "IN",
        "IN THE ORDINAL_WORD[YEAR_UNIT MONTH_UNIT WEEK_UNIT](?![OF AFTER SINCE IN TO THAT])",
        read_vague,
    ),
    make_rule("NTH_QUARTER NTH_HALF", f"{_NAMED}{_WHICH}", _read_part),
    make_rule("LAST THIS NEXT", f"{_OWNED}{_STRETCH}", _read_part),
    make_rule("LAST THIS NEXT", f"{_OWNED}{_MONTHS}", _read_months),
    make_rule(
        "ORDINAL_WORD FINAL LAST",
        f"{_ORDINAL}(?:DASH?[QUARTER_UNIT HALF_UNIT]|(?P<count>COUNT)MONTH_UNIT)"
        "[OF IN]DETERMINER[FISCAL TAX ACADEMIC]YEAR_UNIT",
        _read_own_part,
    ),
    make_rule(
        "MONTH NAMESAKE_MONTH", f"(?P<month>ANY_MONTH)QUARTER_UNIT {_WHICH}", _read_month_quarter
    ),
    make_rule(
        "AN NUMBER_WORD DAY TWO_DIGITS",
        "(?:AN|(?P<count>COUNT))YEAR_UNIT AGO THIS(?P<unit>[WEEK_UNIT MONTH_UNIT WEEKEND DAYTIME])",
        _read_years_on,
    ),
    make_rule(
        "YEAR_UNIT",
        "YEAR_UNIT(?P<back>DASH AGO)(?P<quarter>[ORDINAL_WORD FINAL])DASH?QUARTER_UNIT",
        read_quarter,
    ),
)
