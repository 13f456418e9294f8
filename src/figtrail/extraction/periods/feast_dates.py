"""The day of a year on which a feast falls: by its date, its weekday of a month or Easter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from figtrail.extraction.lexicon import read_rows
from figtrail.extraction.periods.reading import AMERICAN_NATIONS
from figtrail.intervals import last_of_month

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@cache
def _read_rules() -> dict[str, list[tuple[frozenset[str], str]]]:
    """Name → the nations that keep it, none where all do, and its rule, in the table's order."""
    rules: dict[str, list[tuple[frozenset[str], str]]] = {}
    for name, nations, rule in read_rows("named_days.csv", "name", "nations", "rule"):
        rules.setdefault(name, []).append((frozenset(filter(None, nations.split("|"))), rule))
    return rules


def find_feast(name: str, nation: str) -> Callable[[int], date] | None:
    """What gives the feast's day of a year; None where it has no rule that the nation keeps."""
    rule = _find_rule(name, nation)
    return None if rule is None else lambda year: _reckon(rule, year)


def find_fixed_feast(name: str, nation: str) -> tuple[int, int] | None:
    """The month and day of a feast that is on the same one every year."""
    rule = _find_rule(name, nation)
    if rule is None or not rule[0].isdigit():
        return None
    month, day = rule.split("-")
    return int(month), int(day)


def _find_rule(name: str, nation: str) -> str | None:
    nation = "united states" if nation in AMERICAN_NATIONS else nation
    kept = (
        rule for nations, rule in _read_rules().get(name, ()) if not nations or nation in nations
    )
    return next(kept, None)


def _reckon(rule: str, year: int) -> date:
    """The day by a rule such as "12-26", "Easter -2", "Mon -1 05", "Thu 4 11 +1"."""
    if rule[0].isdigit():
        return date.fromisoformat(f"{year:04d}-{rule}")
    head, *rest = rule.split()
    if head == "Easter":
        return _find_easter(year) + timedelta(days=int("".join(rest) or "0"))
    weekday, nth, month = _WEEKDAYS.index(head), int(rest[0]), int(rest[1])
    later = timedelta(days=int("".join(rest[2:]) or "0"))
    if nth < 0:
        last = last_of_month(year, month)
        return last - timedelta(days=(last.weekday() - weekday) % 7) + later
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1)) + later


def _find_easter(year: int) -> date:
    """Easter Sunday by the Gregorian computus."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    days = moon - (year + year // 4 + moon + 2 - century + century // 4) % 7
    month = 3 + (days + 40) // 44
    return date(year, month, days + 28 - 31 * (month // 4))
