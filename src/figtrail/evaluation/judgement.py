"""Whether one column of a found figure agrees with gold: each column by its own rule."""

from __future__ import annotations

import calendar
import re
from collections import Counter
from datetime import date
from decimal import Decimal

from figtrail.evaluation.gold import NUMBER_COLUMNS

_SMALL_WORDS = frozenset(
    {"a", "an", "the", "of", "in", "on", "at", "by", "to", "for", "from", "with", "within", "into"}
    | {"per", "over", "under", "during", "between", "across", "among", "amid", "about", "as"}
    | {"since", "until", "through", "throughout"}
)
_TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady"}
    | {"cllr", "councillor", "rev", "said", "says", "and", "s"}
)
_WORD = re.compile(r"[^\W_]+")


def is_right(column: str, expected: str | Decimal | None, found: str | Decimal | None) -> bool:
    """Whether a column's content agrees with gold, by the rule of that column.

    Numbers by number, periods as the days they cover, phrases by their words (F1 of at least one
    half, or one inside the other), speakers by a name in common, the rest exactly. Empty agrees
    with empty only.
    """
    if expected is None or found is None:
        return expected is found
    if column in NUMBER_COLUMNS:
        return expected == found
    wanted, got = str(expected), str(found)
    if column == "period":
        return wanted == got or (_days(wanted) is not None and _days(wanted) == _days(got))
    if column in {"measured", "place_text", "period_text"}:
        return _same_phrase(_words(wanted, _SMALL_WORDS), _words(got, _SMALL_WORDS))
    if column in {"speaker", "speaker_text"}:
        ignored = _SMALL_WORDS | _TITLES
        return bool(set(_words(wanted, ignored)) & set(_words(got, ignored)))
    return wanted == got


def _words(phrase: str, ignored: frozenset[str]) -> list[str]:
    words = _WORD.findall(phrase.casefold())
    return [word for word in words if word not in ignored] or words


def _same_phrase(expected: list[str], found: list[str]) -> bool:
    if _holds(expected, found) or _holds(found, expected):
        return True
    return _share(expected, found) >= 0.5


def share_words(expected: str, found: str) -> float:
    """How far two phrases have the same words: the F1 of those that aren't small, from 0 to 1."""
    return _share(_words(expected, _SMALL_WORDS), _words(found, _SMALL_WORDS))


def _share(expected: list[str], found: list[str]) -> float:
    shared = sum((Counter(expected) & Counter(found)).values())
    return 2 * shared / (len(expected) + len(found)) if shared else 0.0


def _holds(whole: list[str], part: list[str]) -> bool:
    span = len(part)
    starts = range(len(whole) - span + 1)
    return span > 0 and any(whole[start : start + span] == part for start in starts)


def _days(period: str) -> tuple[date, date] | None:
    """The first and last day of an ISO 8601 date, month, year or interval of these."""
    first, _, last = period.partition("/")
    try:
        return _day(first, last=False), _day(last or first, last=True)
    except ValueError:
        return None


def _day(text: str, *, last: bool) -> date:
    parts = [int(part) for part in text.split("-")]
    if not 1 <= len(parts) <= 3:
        raise ValueError(text)
    year = parts[0]
    month = parts[1] if len(parts) > 1 else (12 if last else 1)
    if len(parts) == 3:
        return date(year, month, parts[2])
    return date(year, month, calendar.monthrange(year, month)[1] if last else 1)
