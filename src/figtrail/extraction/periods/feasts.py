"""Days beside a feast: the Monday before Christmas, the Friday after Easter."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from figtrail.extraction.periods.reading import (
    AMERICAN_NATIONS,
    Matched,
    Reading,
    Rule,
    from_document,
    make_rule,
)
from figtrail.extraction.periods.tokens import WORD_VALUE
from figtrail.intervals import is_reckonable

_THURSDAY = 3


def _find_easter(year: int) -> date:
    """Easter Sunday by the Gregorian computus."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    days = moon - (year + year // 4 + moon + 2 - century + century // 4) % 7
    month = 3 + (days + 40) // 44
    return date(year, month, days + 28 - 31 * (month // 4))


def _find_feast(name: str, year: int, nation: str) -> date | None:
    if name == "Christmas":
        return date(year, 12, 25)
    if name == "Easter":
        return _find_easter(year)
    if name == "Thanksgiving" and nation in AMERICAN_NATIONS:
        first = date(year, 11, 1)
        return first + timedelta(days=(_THURSDAY - first.weekday()) % 7 + 21)
    return None


def _read_beside_feast(matched: Matched) -> Reading | None:
    name = matched.word("feast").title()
    step = -1 if matched.name("way") == "BEFORE" else 1
    weekday = WORD_VALUE[matched.word("weekday")]

    def name_day(year: int) -> str | None:
        feast = _find_feast(name, year, matched.nation)
        if feast is None:
            return None
        apart = (step * (weekday - feast.weekday())) % 7 or 7
        return (feast + timedelta(days=step * apart)).isoformat()

    year = matched.year()
    if year is not None:
        return Reading(name_day(year) if is_reckonable(date(year, 1, 1)) else None, local=True)
    ahead = matched.ahead

    def read(today: date) -> str | None:
        days = [name_day(today.year + step) for step in (-1, 0, 1)]
        known = [day for day in days if day is not None]
        if ahead:
            return next((day for day in known if day >= today.isoformat()), None)
        return next((day for day in reversed(known) if day <= today.isoformat()), None)

    return from_document(matched, read, local=True)


RULES: Final[tuple[Rule, ...]] = (
    make_rule(
        "WEEKDAY",
        "(?P<weekday>WEEKDAY)(?P<way>[BEFORE AFTER])(?P<feast>HOLIDAY)(?:DAY_UNIT)?(?P<year>YEAR)?",
        _read_beside_feast,
    ),
)
