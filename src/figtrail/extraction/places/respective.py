"""Places and figures that are listed alike: "Kano and Jos lost 40 and 34 shops respectively"."""

from __future__ import annotations

import re

from figtrail.extraction.places.mentions import Mention
from figtrail.extraction.places.survey import find_numbers
from figtrail.extraction.places.unknown import CAPITAL

_WORD = "respectively"
_NAME = rf"[{CAPITAL}][\w'’-]*(?: [{CAPITAL}][\w'’-]*)*"
_LIST = re.compile(rf"{_NAME}(?:, {_NAME})*,? and {_NAME}")
_JOINT = re.compile(r",? and |, ")
# What parts two figures of a list: "40, 34", "0.4 per cent and 0.9".
_BETWEEN = re.compile(r"[a-z% ]{0,14}(?:, |,? and )(?:[£$€]|rs\.? ?)?")


def find_respective(text: str, low: str, mention: Mention, start: int) -> str | None:
    """The name that stands in its list where the figure at `start` stands in its own."""
    if _WORD not in low:
        return None
    names = next((m[0] for m in _LIST.finditer(text) if m.start() <= mention.start < m.end()), None)
    figures = _list_figures(low, start)
    if names is None or not figures:
        return None
    listed = _JOINT.split(names)
    at = next((at for at, (first, last) in enumerate(figures) if first <= start < last), None)
    return listed[at] if at is not None and len(listed) == len(figures) else None


def _list_figures(low: str, start: int) -> list[tuple[int, int]]:
    """The list of figures that the one at `start` is of, in order; empty where it has none."""
    run: list[tuple[int, int]] = []
    for span in find_numbers(low):
        if run and not _BETWEEN.fullmatch(low, run[-1][1], span[0]):
            if run[0][0] <= start < run[-1][1]:
                break
            run = []
        run.append(span)
    return run if len(run) > 1 and run[0][0] <= start < run[-1][1] else []
