"""The first and last day that an EDTF date allows (Extended Date/Time Format, ISO 8601-2)."""

from __future__ import annotations

import contextlib
import io
import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Any

_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[?~%]?", re.ASCII)
_BELOW_SEASONS = 20
"""EDTF numbers seasons from 21 where a month would stand."""


@lru_cache(maxsize=4096)
def bound_date(text: str) -> tuple[date | None, date | None]:
    """The strict first and last day of an EDTF date; None where it is open or unknown.

    `2018-03~` gives 1 and 31 March 2018: an approximate date is bounded as it is written.
    Raises ValueError for what is no EDTF date, or names a day that no calendar has.
    """
    plain = _PLAIN.fullmatch(text)
    if plain and int(plain[2] or 0) <= _BELOW_SEASONS:
        try:
            return _bound_plain(int(plain[1]), plain[2], plain[3])
        except ValueError as error:
            raise ValueError(f"{text!r} is in no calendar") from error
    # Imported here: the grammar takes a fifth of a second to build, and plain dates don't need it.
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        with contextlib.redirect_stdout(io.StringIO()):  # the parser prints what it gives up on
            parsed = parse_edtf(text)
            earliest, latest = parsed.lower_strict(), parsed.upper_strict()
    except (EDTFParseException, AttributeError, TypeError, KeyError) as error:
        raise ValueError(f"{text!r} is no EDTF date") from error
    # An end that is unknown (not open) is given ten years away: it bounds nothing.
    first = None if text.startswith("/") else _to_date(earliest)
    last = None if text.endswith("/") else _to_date(latest)
    if first is not None and last is not None and first > last:
        raise ValueError(f"{text!r} ends before it begins")
    return first, last


def _bound_plain(year: int, month: str | None, day: str | None) -> tuple[date, date]:
    if day is not None:
        exact = date(year, int(month or 0), int(day))
        return exact, exact
    if month is not None:
        first = date(year, int(month), 1)
        return first, first.replace(day=monthrange(year, int(month))[1])
    return date(year, 1, 1), date(year, 12, 31)


def _to_date(moment: Any) -> date | None:  # noqa: ANN401  # a struct_time, or an infinite float
    if isinstance(moment, float):
        return None
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday)
