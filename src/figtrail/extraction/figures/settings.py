"""Figures that only say among how many places or things others were counted."""

from __future__ import annotations

from figtrail.extraction.found import Found
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.measured import Measured
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens
from figtrail.model import Kind

PARTS = frozenset(("percentage", "ratio"))
"""Kinds of a share, which goes on being one of its whole."""
_LOCATIVE = frozenset(read_sections("wholes.txt")["settings"])
_OF_LATE = frozenset("last past first next opening previous final latest".split())
# How many tokens may stand between what is counted and where.
_NEAR = 8


def drop_settings(items: list[Found]) -> list[Found]:
    """Figures without those that say where what was counted is: "412 cases in six districts".

    What goes on with them, as "of these, 61 were fatal", is one of the cases. `items` are in any
    order.
    """
    settings = [item for item in items if item.located]
    if not settings:
        return items
    dropped = {id(item) for item in settings if any(_is_set(item, other) for other in items)}
    return [item for item in items if id(item) not in dropped]


def drop_asides(items: list[Found]) -> list[Found]:
    """Figures of sentences before without those that only tell a part or an effect of others.

    "312 children were waiting, of whom 97 had waited a year", "will close 46 branches, putting 900
    jobs at risk": what a later sentence goes on with are the children and the branches.
    """
    asides = {item.start for item in items if _is_aside(item)}
    if not asides:
        return items
    told = {item.sentence.start for item in items if item.start not in asides}
    return [item for item in items if item.start not in asides or item.sentence.start not in told]


def _is_aside(item: Found) -> bool:
    """Whether a figure is a part of the one before it in its sentence, or what that leads to."""
    tokens, start, stop = item.tokens, item.reading.bound_start, item.reading.number.stop
    if item.kind in PARTS:
        return False
    if tokens.lowers[stop : stop + 1] == ["of"] and tokens.lowers[stop + 1 : stop + 2] in _PARTED:
        return True
    at = start - (start > 0 and tokens.lowers[start - 1] == ",")
    if at > 2 and tokens.lowers[at - 2] == "of" and [tokens.lowers[at - 1]] in _PARTED:
        return True
    while start > 1 and tokens.tags[start - 1] == "D":
        start -= 1
    return start > 2 and tokens.tags[start - 1] == "G" and tokens.lowers[start - 2] == ","


_PARTED = (["them"], ["these"], ["those"], ["whom"], ["which"])


def names_setting(tokens: Tokens, measured: Measured, nearest: Found | None) -> bool:
    """Whether a phrase is only the setting of the figure that a number goes on with.

    "Took 9,400 calls at three centres, up 700": calls, not centres.
    """
    start = measured.start
    if measured.rule != "gapped" or nearest is None or nearest.tokens is not tokens or start < 2:
        return False
    behind = nearest.kind == "count" and nearest.reading.after < start
    return behind and tokens.tags[start - 1] == "M" and tokens.lowers[start - 2] in _LOCATIVE


def is_located(tokens: Tokens, reading: Reading, kind: Kind) -> bool:
    """Whether a figure counts its noun behind a preposition of place: "in six districts"."""
    at = reading.bound_start
    if kind != "count" or reading.phrase is None or not at:
        return False
    if tokens.lowers[at - 1] in _OF_LATE:
        # "11 goals in their last four matches".
        at -= 1
        at -= at > 0 and tokens.tags[at - 1] == "D"
    return at > 0 and tokens.lowers[at - 1] in _LOCATIVE


def _is_set(item: Found, other: Found) -> bool:
    """Whether a figure says in how many places or things those of another were counted."""
    if item.tokens is not other.tokens or other.kind not in ("count", "rate"):
        return False
    start, at = other.reading.after, item.reading.bound_start
    if other.unit in ("item", item.unit) or not 0 < at - start <= _NEAR:
        return False
    between = item.tokens.tags[start:at]
    return {"A", "V", "v", "R", ".", "C", "M"}.isdisjoint(between)
