"""Whether a figure is observed, planned, forecast, a target, an estimate or hypothetical."""

from __future__ import annotations

from typing import cast

from figtrail.extraction.lexicon import read_rows, read_sections
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens
from figtrail.model import Status

_CUES: dict[str, list[tuple[tuple[str, ...], Status, str]]] = {}
for _row in sorted(read_rows("statuses.csv"), key=lambda row: -len(row["form"].split())):
    _words = tuple(_row["form"].split())
    _status = cast(Status, "planned" if _row["class"] == "modal" else _row["status"])
    _CUES.setdefault(_words[0], []).append((_words, _status, _row["class"]))
_WORDS = read_sections("status_words.txt")
_OUTCOMES = frozenset(_WORDS["outcomes"])
_REPORTING = frozenset(_WORDS["reporting"])
_BOUNDARIES = frozenset((";", ":", "“", "”", "but", "while", "whereas", "although", "though"))
_ADJACENT = {
    "estimated": "estimated",
    "expected": "forecast",
    "projected": "forecast",
    "predicted": "forecast",
    "anticipated": "forecast",
    "forecast": "forecast",
    "planned": "planned",
    "proposed": "planned",
    "promised": "planned",
    "pledged": "planned",
    "budgeted": "planned",
    "targeted": "target",
}


def find_status(tokens: Tokens, number: Number, bound_start: int) -> Status:
    """The status of a figure, by the cues of its own clause: the nearest before it counts."""
    for at in range(number.first - 1, max(-1, bound_start - 3, number.first - 6), -1):
        adjacent = _ADJACENT.get(tokens.lowers[at])
        if adjacent is not None:
            return cast(Status, adjacent)
        if tokens.tags[at] not in "DJNBEP":
            break
    start, stop = _clause(tokens, number)
    found = _nearest_before(tokens, number, start)
    if found is None:
        found = _after(tokens, number, stop)
    return found or "observed"


def _clause(tokens: Tokens, number: Number) -> tuple[int, int]:
    lowers = tokens.lowers
    start = number.first
    while start > 0:
        lower = lowers[start - 1]
        if lower in _BOUNDARIES:
            break
        if lower in (",", "–", "—") and _opens_clause(tokens, start, number.first):
            break
        start -= 1
    stop = number.stop
    while stop < len(lowers):
        if lowers[stop] in _BOUNDARIES or lowers[stop] == "," and stop + 1 < len(lowers) and (
            tokens.tags[stop + 1] in "RC" or tokens.tags[stop + 1] in "GB"
        ):
            break
        stop += 1
    return start, stop


def _opens_clause(tokens: Tokens, start: int, number: int) -> bool:
    """Whether a comma before `start` begins a clause of its own: a verb follows before the number."""
    first = tokens.tags[start] if start < len(tokens) else "."
    if first in "RC" or tokens.lowers[start] in ("up", "down", "significantly", "well", "with"):
        return True
    return any(tokens.tags[index] in "AV" for index in range(start, number))


def _match(
    tokens: Tokens, at: int, stop: int
) -> tuple[tuple[str, ...], Status, str] | None:
    for words, status, kind in _CUES.get(tokens.lowers[at], ()):
        if at + len(words) <= stop and tuple(tokens.lowers[at : at + len(words)]) == words:
            return words, status, kind
    return None


def _nearest_before(tokens: Tokens, number: Number, start: int) -> Status | None:
    conditional = "if" in tokens.lowers[start : number.stop]
    for at in range(number.first - 1, start - 1, -1):
        match = _match(tokens, at, number.first)
        if match is None:
            continue
        words, status, kind = match
        resolved = _resolve(tokens, at, at + len(words), status, kind, number, conditional)
        if resolved is not None:
            return resolved
    return None


def _after(tokens: Tokens, number: Number, stop: int) -> Status | None:
    """A cue after the number: the number is in the subject, or a plan or target is named."""
    for at in range(number.stop, min(stop, number.stop + 14)):
        match = _match(tokens, at, stop)
        if match is None:
            continue
        words, status, kind = match
        if kind == "modal" or words[0] in ("would", "could", "might"):
            verb = any(tokens.tags[index] in "VA" for index in range(number.stop, at))
            if verb:
                return None
            return _resolve(tokens, at, at + len(words), status, kind, number, False)
        if at - number.stop > 5 or any(
            tokens.tags[index] in "VA" for index in range(number.stop, at)
        ):
            if kind == "cue" and words[0] in ("is", "are", "was", "were"):
                return _resolve(tokens, at, at + len(words), status, kind, number, False)
            continue
        resolved = _resolve(tokens, at, at + len(words), status, kind, number, False)
        if resolved is not None:
            return resolved
    return None


def _resolve(
    tokens: Tokens, at: int, stop: int, status: Status, kind: str, number: Number, conditional: bool
) -> Status | None:
    lowers = tokens.lowers
    if kind == "modal":
        return _by_verb(tokens, stop)
    if kind == "could":
        return "hypothetical" if conditional else (
            "forecast" if _by_verb(tokens, stop) == "forecast" else "hypothetical"
        )
    if lowers[at] == "would" and not conditional:
        if not _REPORTING.isdisjoint(lowers[max(0, at - 12) : at]):
            return _by_verb(tokens, stop)
        return status
    if lowers[at] == "if" and at and lowers[at - 1] in ("as", "even"):
        return None
    if kind in ("agreed", "ordered", "committed"):
        before = tokens.lowers[at - 1] if at else ""
        return status if before not in ("were", "was", "be", "been", "an", "a") or kind == "agreed" and False else None
    if kind == "due":
        return status if stop < len(lowers) and tokens.tags[stop] in "Nv" else None
    if kind == "standard":
        return status if number.kind in ("duration", "measurement") else None
    if kind == "projects":
        return status if stop < len(lowers) and tokens.tags[stop] in "DMPR" and at and tokens.tags[at - 1] == "N" else None
    if kind == "before":
        return None
    return status


def _by_verb(tokens: Tokens, at: int) -> Status:
    """After "will": what an agent does is planned, what merely comes about is forecast."""
    tags, lowers = tokens.tags, tokens.lowers
    while at < len(lowers) and (tags[at] == "B" or lowers[at] in ("not", "also", "have")):
        at += 1
    if at >= len(lowers):
        return "forecast"
    if lowers[at] == "be":
        after = at + 1
        while after < len(lowers) and tags[after] == "B":
            after += 1
        if after < len(lowers) and tags[after] in "EV" and lowers[after] not in _OUTCOMES:
            return "planned"
        return "forecast"
    return "forecast" if lowers[at] in _OUTCOMES else "planned"
