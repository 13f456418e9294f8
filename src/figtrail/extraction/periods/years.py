"""Whether four digits are a year, and which years a span such as 2018-19 names."""

from __future__ import annotations

import re
from typing import Literal

from figtrail.extraction.periods.tokens import CODE, NAME_OF_CODE, Tokens, class_names

YearStanding = Literal["time", "attribute", "name"]

_STRONG = class_names(
    "IN DURING SINCE BY UNTIL FROM BETWEEN BEFORE AFTER EARLY THROUGH ENDED MONTH"
    " NAMESAKE_MONTH COMMA DAY ORDINAL SEASON FALL HOLIDAY AS DOT YEAR_UNIT DASH TO AND"
)
_ATTRIBUTING = class_names("THE AN DETERMINER POSSESSIVE THIS THAT")
_COUNTS_AFTER = class_names(
    "PERCENT COUNTED SCALE CURRENCY YEAR_UNIT MONTH_UNIT WEEK_UNIT DAY_UNIT HOUR_UNIT"
    " HALF_DAY CENTURY_UNIT OF"
)
_COUNTS_BEFORE = class_names(
    "CURRENCY SIGN OVER WITHIN AT UP NUMBER YEAR NUMBER_WORD SOME_COUNT MORE"
)
_TOTAL = re.compile(
    r"(?:total|sum|number|average|maximum|minimum|crowd|population|capacity|group|fee|cost|excess"
    r"|audience|workforce|record|attendance|score|loss|profit|toll|price|fine|bill|rate|rise|fall"
    r"|drop|increase|decrease)\s+\Z",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(?:more|less|fewer|greater|better)\s+than\s+\Z", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:rose|fell|grew|up|down|increas\w+|decreas\w+|cut|drop\w*)\s+by\s+\Z")
_SPAN = re.compile(r"([12]\d{3})[-–‑−/](\d{4}|\d\d)\Z")


def read_span(text: str) -> tuple[int, int, bool] | None:
    """The first and last year of 2018-19, 2018/19 or 2018–2019, and whether it is the short form.

    None where the second isn't after the first, or is more than 60 years on.
    """
    match = _SPAN.match(text)
    if match is None:
        return None
    start, short = int(match[1]), len(match[2]) == 2
    end = int(match[2]) + (start // 100 * 100 if short else 0)
    if short and end < start:
        end += 100
    return (start, end, short) if start < end <= start + 60 else None


def stands_for_year(tokens: Tokens, index: int) -> YearStanding | None:
    """How the four digits at a token stand for a year; None where they count something.

    Round numbers (2000, 1950) and numbers outside 1900–2099 need stronger signs, since they
    count more often. `attribute` is "the 2019 survey", `name` is "Euro 2024".
    """
    shape, value = tokens.shape, int(tokens.word(index))
    before = NAME_OF_CODE[shape[index - 1]] if index else ""
    after = NAME_OF_CODE[shape[index + 1]] if index + 1 < len(shape) else ""
    if _sizes(shape, index, value) or after in _COUNTS_AFTER or before in _COUNTS_BEFORE:
        return None
    counts = value % 50 == 0 or not 1900 <= value < 2100
    if counts and before != "MONTH":
        if after == "PLURAL":
            return None
        if after in ("LOWER", "NUMBER_WORD") and before not in _ATTRIBUTING:
            return None
    if before == "APPROXIMATELY" and counts:
        return None
    left = tokens.sentence[max(0, tokens.start(index) - 40) : tokens.start(index)]
    if before == "OF" and _TOTAL.search(left.removesuffix("of ")):
        return None
    if before == "THAN" and _COMPARED.search(left):
        return None
    if before == "BY" and counts and (_CHANGED.search(left) or value <= 2000):
        return None
    if before in _STRONG:
        return "time"
    if before == "NAME" and index > 1:
        return "name"
    if not 1900 <= value < 2100:
        return "time" if before == "OF" and not counts else None
    if before in ("OF", "THAN"):
        return "time" if value % 50 or before == "OF" else None
    if after == "PLURAL" and before not in _ATTRIBUTING:
        return None
    if counts and before not in _ATTRIBUTING:
        return None
    return "attribute" if after in _ATTRIBUTED else "time"


_ATTRIBUTED = class_names("LOWER PLURAL YEAR_NOUN EXTREME NAME SEASON_WORD")


_SIZED = frozenset(CODE["DASH"] + CODE[name] for name in ("LOWER", "PLURAL", "COUNTED"))


def _sizes(shape: str, index: int, value: int) -> bool:
    """A 2000-seat venue: a round number hyphened to what it counts."""
    return value % 50 == 0 and shape[index + 1 : index + 3] in _SIZED
