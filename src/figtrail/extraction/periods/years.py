"""Whether four digits are a year, and which years a span such as 2018-19 names."""

from __future__ import annotations

import re
from typing import Literal

from figtrail.extraction.listing import is_listed_by_place
from figtrail.extraction.periods.tokens import NAME_OF_CODE, Tokens, class_names
from figtrail.patterns import compile_late

YearStanding = Literal["time", "attribute", "name"]

_STRONG = class_names(
    "IN DURING SINCE BY UNTIL FROM BETWEEN BEFORE AFTER EARLY THROUGH ENDED MONTH"
    " NAMESAKE_MONTH COMMA DAY ORDINAL SEASON FALL HOLIDAY FEAST_DAY AS DOT YEAR_UNIT DASH TO AND"
    " THAN"
)
_ATTRIBUTING = class_names("THE AN DETERMINER POSSESSIVE THIS THAT")
_COUNTS_AFTER = class_names(
    "PERCENT COUNTED SCALE CURRENCY YEAR_UNIT MONTH_UNIT WEEK_UNIT DAY_UNIT HOUR_UNIT"
    " HALF_DAY CENTURY_UNIT OF MORE"
)
_AMOUNTS = class_names("CURRENCY SIGN NUMBER AMOUNT DAY TWO_DIGITS MORE APPROXIMATELY")
_COUNTS_BEFORE = class_names(
    "CURRENCY SIGN OVER WITHIN AT UP NUMBER YEAR NUMBER_WORD SOME_COUNT MORE"
)
_ENDING = class_names("AS DOT COMMA") | {""}
_ATTRIBUTED = class_names("LOWER PLURAL YEAR_NOUN EXTREME NAME SEASON_WORD")
_DATED = class_names(
    "YEAR MONTH NAMESAKE_MONTH DAY ORDINAL NOW TODAY SLASH_YEARS TWO_DIGITS WEEKDAY SEASON DECADE"
)
_TOTAL = compile_late(
    r"(?:total|sum|number|average|maximum|minimum|crowd|population|capacity|group|fee|cost|excess"
    r"|audience|workforce|record|attendance|score|loss|profit|toll|price|fine|bill|rate|rise|fall"
    r"|drop|increase|decrease)\s+\Z",
    re.IGNORECASE,
)
_COMPARED = compile_late(r"\b(?:more|less|fewer|greater|better)\s+than\s+\Z", re.IGNORECASE)
# "The budget for 2025 sets aside £4m": what follows is a verb.
_PLANNED = compile_late(
    r"\b(?:budget|forecast|outlook|plan|target|guidance|estimate|projection|figure|result"
    r"|report|account|programme|program|bill)s?\s+for\s+\Z",
    re.IGNORECASE,
)
_CHANGED = compile_late(r"\b(?:rose|fell|grew|up|down|increas\w+|decreas\w+|cut|drop\w*)\s+by\s+\Z")
_SPAN = compile_late(r"([12]\d{3})[-–‑−/](\d{4}|\d\d)\Z")


def read_span(text: str) -> tuple[int, int, bool] | None:
    """The first and last year of 2018-19, 2018/19 or 2018–2019, and whether it is the short form.

    None where the second isn't after the first, or is implausibly far on.
    """
    match = _SPAN.match(text)
    if match is None:
        return None
    start, short = int(match[1]), len(match[2]) == 2
    end = int(match[2]) + (start // 100 * 100 if short else 0)
    if short and end < start:
        end += 100
    return (start, end, short) if start < end <= start + (60 if short else 150) else None


def stands_for_year(tokens: Tokens, index: int) -> YearStanding | None:
    """How the four digits at a token stand for a year; None where they count something.

    Round numbers (2000, 1950) and numbers outside 1900–2099 need stronger signs, since they
    count more often. `attribute` is "the 2019 survey", `name` is "Euro 2024".
    """
    shape, value = tokens.shape, int(tokens.word(index))
    before, after = _name(shape, index - 1), _name(shape, index + 1)
    if before == "OVER" and value % 50 and 1980 < value < 2060 and after in _ENDING:
        # "Over 2023 as a whole".
        return "time"
    if after == "OF" and before == "IN" and _name(shape, index + 2) in _AMOUNTS:
        # "A surplus in 2025 of £5m".
        return "time"
    if after in _COUNTS_AFTER or before in _COUNTS_BEFORE:
        return None
    modern = 1900 <= value < 2100
    if value == 2000 and index == 1 and before == "IN" and after == "LOWER":
        # "In 2000 malaria killed 90".
        return "time"
    counts = value % 50 == 0 or not modern
    if counts and _counts(shape, index, before, after):
        return None
    if before == "LOWER" and _name(shape, index - 2) == "NAME" and tokens.word(index - 1) == "with":
        # "Ahead of Austria with 2026".
        return None
    if before in ("FROM", "BETWEEN", "TO", "AND") and _ranges_with_count(shape, index, before):
        return None
    if before in ("COMMA", "AND") and after in ("IN", "FROM"):
        start, end = tokens.start(index), tokens.end(index)
        if is_listed_by_place(tokens.sentence, start, end):
            return None
    if not modern and before == "FROM" and _name(shape, index - 2) in ("UP", "DOWN"):
        return None
    if before in ("OF", "THAN", "BY") and _is_amount(tokens, index, before, counts):
        return None
    if before in _STRONG:
        return "time"
    if before in ("NAME", "NEW", "EVE") and index > 1:
        return "name"
    if before == "OF":
        return "time" if modern or not counts else None
    if not modern or (counts and before not in _ATTRIBUTING):
        return None
    if after == "PLURAL" and before not in _ATTRIBUTING:
        return "time" if before == "FOR" and _is_planned(tokens, index) else None
    return "attribute" if after in _ATTRIBUTED else "time"


def _name(shape: str, index: int) -> str:
    return NAME_OF_CODE[shape[index]] if 0 <= index < len(shape) else ""


def _counts(shape: str, index: int, before: str, after: str) -> bool:
    """Whether the neighbours of a round or an odd number say that it counts."""
    if before in ("MONTH", "NAMESAKE_MONTH"):
        return False
    if before == "APPROXIMATELY" or after == "PLURAL":
        return True
    if after == "DASH" and _name(shape, index + 2) in ("LOWER", "PLURAL", "COUNTED"):
        return True
    if before in ("TO", "AND", "COMMA") and _name(shape, index - 2) not in _DATED:
        return True
    return after in ("LOWER", "NUMBER_WORD") and before not in _ATTRIBUTING


def _ranges_with_count(shape: str, index: int, before: str) -> bool:
    """Whether the other end of the range is a count: from 1998 to 3,500, from £5m to 2019."""
    if before in ("TO", "AND"):
        return _name(shape, index - 2) in ("NUMBER", "AMOUNT", "SCALE", "PERCENT")
    joined = _name(shape, index + 1) in ("TO", "AND")
    return joined and _name(shape, index + 2) in ("NUMBER", "AMOUNT", "CURRENCY")


def _is_planned(tokens: Tokens, index: int) -> bool:
    """Whether "for" and a year say which budget, forecast or results are meant."""
    start = tokens.start(index)
    return _PLANNED.search(tokens.sentence[max(0, start - 40) : start]) is not None


def _is_amount(tokens: Tokens, index: int, before: str, counts: bool) -> bool:
    """A total of 2019, more than 2019, rose by 2000."""
    start = tokens.start(index)
    left = tokens.sentence[max(0, start - 40) : start]
    if before == "OF":
        return _TOTAL.search(left.removesuffix("of ")) is not None
    if before == "THAN":
        return counts or _COMPARED.search(left) is not None
    past = int(tokens.word(index)) <= 2000
    return counts and (past or _CHANGED.search(left) is not None)
