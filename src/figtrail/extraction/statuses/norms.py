"""Levels that a reading is held against: "a rate of 3% is considered healthy".

Such a level is nobody's reading: what lies above or below it is only supposed.
"""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.vocabulary import BE, WORDS
from figtrail.extraction.tokens import Tokens

_PLACING = WORDS["norm_links"]
_BOUNDING = _PLACING - {"of", "at"}
_DEEMED = WORDS["deemed"]
_TELLING = WORDS["signifying"]
_DEEMING = WORDS["deeming"] | {"class", "classes", "classify", "classifies", "treat", "treats"}
_HELD = WORDS["norm_holding"]
_GENERIC = WORDS["readings"]
_ANY = frozenset(("anything", "anyone", "anybody", "those", "any"))
_GATE = _DEEMED | _TELLING | _DEEMING
_NORMALS = (["normal", "of"], ["norm", "of"])
_REACH = 12
_NEAR = 6


def is_norm(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether the number is a level by which any reading is judged, told in the present."""
    if tokens.lowers[max(0, number.first - 2) : number.first] in _NORMALS:
        return True
    if _GATE.isdisjoint(tokens.vocabulary) or number.out_of is not None:
        return False
    level = _level_start(tokens, number, start)
    if level is None:
        return _is_judged_at(tokens, start)
    return _is_deemed(tokens, number) or _is_active(tokens, level)


def _level_start(tokens: Tokens, number: Number, start: int) -> int | None:
    """The start of a phrase that means any such level: "anything under", "a rate of"."""
    lowers, tags = tokens.lowers, tokens.tags
    inside = set(lowers[start : number.first]) & _PLACING
    at = start - 1
    while at >= 0 and tags[at] == "B":
        at -= 1
    if at >= 0 and lowers[at] in _PLACING:
        at -= 1
    elif not inside:
        return None
    if at < 0:
        return None
    if lowers[at] in _ANY:
        return at
    noun = at
    while at >= 0 and tags[at] in "NJG" and lowers[at] not in _DEEMING:
        at -= 1
    named = at + 1 <= noun and lowers[noun] in _GENERIC
    indefinite = at < 0 or lowers[at] in ("a", "an", "any") or lowers[noun].endswith("s")
    indefinite = indefinite or lowers[at] in _DEEMING
    before = lowers[max(0, at - 1) : at + 1]
    if not (named and indefinite) or not _HELD.isdisjoint(before):
        return None
    return at + 1


def _is_deemed(tokens: Tokens, number: Number) -> bool:
    """Whether what the number bounds "is considered", "counts as" or "means" something."""
    lowers, tags = tokens.lowers, tokens.tags
    for at in range(number.stop, min(len(tokens.words) - 1, number.stop + _REACH)):
        if lowers[at] in _TELLING and tags[at] != "V":
            bounded = not _BOUNDING.isdisjoint(lowers[max(0, number.first - 3) : number.first])
            return bounded and tags[at + 1] in "DNJRGP" and lowers[at + 1] not in ("to", "in")
        if lowers[at] in BE:
            return lowers[at] in ("is", "are") and not _DEEMED.isdisjoint(lowers[at + 1 : at + 4])
        if tags[at] in "AVRO" or lowers[at] in (",", ";", ":", "“", "”"):
            return False
    return False


def _is_active(tokens: Tokens, level: int) -> bool:
    """Whether somebody holds such a level to be something: "doctors regard it as low"."""
    lowers = tokens.lowers
    at = level - 1
    while at > 0 and tokens.tags[at] in "BD":
        at -= 1
    if at < 1 or lowers[at] not in _DEEMING:
        return False
    return tokens.tags[at - 1] in "NOB" and not {"as", "to"}.isdisjoint(lowers[level:])


def _is_judged_at(tokens: Tokens, start: int) -> bool:
    """Whether a thing is judged to be something at a level: "a market is balanced at six"."""
    lowers = tokens.lowers
    if lowers[start - 1 : start] != ["at"] and lowers[start : start + 1] != ["at"]:
        return False
    near = lowers[max(0, start - _NEAR) : start]
    deemed = next((word for word in near if word in _DEEMED), None)
    return deemed is not None and not {"is", "are"}.isdisjoint(near[: near.index(deemed)])
