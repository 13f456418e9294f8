"""Days beside a feast: the Monday before Christmas, the Friday after Easter."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from figtrail.extraction.periods.feast_dates import find_feast
from figtrail.extraction.periods.reading import (
    Matched,
    Reading,
    Rule,
    from_document,
    make_rule,
)
from figtrail.extraction.periods.tokens import WORD_VALUE
from figtrail.intervals import is_reckonable_year


def _read_beside_feast(matched: Matched) -> Reading | None:
    name = matched.word("feast").title()
    # The season of Easter is reckoned from its Sunday.
    find = find_feast("Easter Day" if name == "Easter" else name, matched.nation)
    way = -1 if matched.name("way") == "BEFORE" else 1
    weekday = WORD_VALUE[matched.word("weekday")]

    def name_day(year: int) -> str | None:
        if find is None:
            return None
        feast = find(year)
        apart = (way * (weekday - feast.weekday())) % 7 or 7
        return (feast + timedelta(days=way * apart)).isoformat()

    year = matched.year()
    if year is not None:
        return Reading(name_day(year) if is_reckonable_year(year) else None, local=True)
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
