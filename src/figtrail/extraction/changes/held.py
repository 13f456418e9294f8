"""The change of what a growth is held against: "rose 3%, ahead of the 2% forecast"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from figtrail.extraction.changes.pay import is_asked
from figtrail.extraction.changes.skipping import skip_modifiers
from figtrail.extraction.changes.vocabulary import WORDS
from figtrail.extraction.tokens import Tokens
from figtrail.model import Change

_HELD_BY = WORDS["measured_by"]
_INSTEAD = (["instead", "of"], ["rather", "than"])
_FORESEEN = WORDS["foreseen"] | WORDS["foreseeing"]
_EXPECTING = WORDS["expecting"]
_AFTER = frozenset(("after", "following", "against", "versus", "with", "to"))
_MOVED_FROM = (["up", "from"], ["down", "from"])
# How many tokens what is held against may take before its number, and who expected it behind.
_NEAR = 6
_FAR = 14


class Told(NamedTuple):
    """What a figure before states: its kind, unit and change."""

    kind: str
    unit: str
    change: Change | None


def carry_held(
    tokens: Tokens,
    start: int,
    stop: int,
    quantity: tuple[str, str | None],
    told: tuple[Sequence[Told], Sequence[Told]],
) -> Change | None:
    """The change of a growth that another growth is held against, or that is expected next.

    `start` is where the comparator of the number starts, `stop` where its unit ends; `quantity` is
    its kind and unit (None where its noun is left out), `told` the figures of its sentence before
    it and of the sentence before. A level beside which it stands is held against levels.
    """
    kind, unit = quantity
    if kind not in ("percentage", "count", "rate") or not start:
        return None
    beside, before = (_find_like(items, kind, unit) for items in told)
    near = beside or before
    if near is None or near.change is None or not _is_closed(tokens, stop):
        return None
    if _is_held_against(tokens, start, stop) or _is_expected(tokens, start):
        return near.change
    if kind == "percentage" and is_asked(tokens, start, stop):
        return near.change if near.change == "increase" else None
    proportional = "percentage" if unit is None else kind
    return near.change if near is beside and _is_before(tokens, start, proportional) else None


def _find_like(items: Sequence[Told], kind: str, unit: str | None) -> Told | None:
    """The last figure of a kind and unit."""
    same = ("count", "rate") if kind in ("count", "rate") else (kind,)
    for item in reversed(items):
        if item.kind in same:
            return item if unit is None or item.unit == unit else None
    return None


def _is_closed(tokens: Tokens, stop: int) -> bool:
    """Whether no noun stands behind a number, which would be something else that is counted."""
    if stop >= len(tokens.words):
        return True
    return (tokens.lowers[stop] != "of" and tokens.tags[stop] not in "NJM") or (
        tokens.lowers[stop] in _FORESEEN or tokens.lowers[stop] in WORDS["growth_nouns"]
    )


def _is_held_against(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether a result beat, missed or replaced it: "short of the (5%) that analysts expected"."""
    lowers = tokens.lowers
    for at in range(start - 1, max(-1, start - _NEAR), -1):
        if lowers[at : at + 2] in _INSTEAD or lowers[at - 1 : at + 1] in _INSTEAD:
            return True
        if lowers[at] in _HELD_BY:
            ahead = stop
            while ahead < min(len(lowers), stop + _FAR) and lowers[ahead] not in (",", ".", ";"):
                ahead += 1
            near = lowers[at + 1 : start] + lowers[stop:ahead]
            return not _FORESEEN.isdisjoint(near)
        if tokens.tags[at] not in "DJNPBEG" and lowers[at] not in _FORESEEN:
            return False
    return False


def _is_expected(tokens: Tokens, start: int) -> bool:
    """Whether somebody expects it: "the Treasury expects (6%)", "had pencilled in (90)"."""
    lowers = tokens.lowers
    at = skip_modifiers(tokens, start, "percentage")
    while at > 0 and lowers[at] in ("in", "for", "on"):
        at -= 1
    return at >= 0 and lowers[at] in _EXPECTING


def _is_before(tokens: Tokens, start: int, kind: str) -> bool:
    """Whether it is what the growth was before: "after (4%) a year ago", "down from (301,000)"."""
    lowers = tokens.lowers
    at = start
    while at > 0 and (tokens.tags[at - 1] in "DJEB" and start - at < _NEAR):
        at -= 1
    if lowers[max(0, at - 2) : at] in _MOVED_FROM:
        return True
    if kind != "percentage" or not at or lowers[at - 1] not in _AFTER:
        if lowers[start] in WORDS["outdoing"]:
            return kind == "percentage"  # its comparator: "much higher than 2.3% in the spring"
        outdone = at > 1 and lowers[at - 1] == "than"
        outdone = outdone and not WORDS["outdoing"].isdisjoint(lowers[max(0, at - 4) : at - 1])
        # "150 more than the 1,200 it had": the size of a change from a level.
        outdone = outdone and "M" not in tokens.tags[max(0, at - 4) : at - 1]
        return kind == "percentage" and outdone
    return lowers[at - 1] not in ("with", "to") or lowers[at - 2] == "compared"
