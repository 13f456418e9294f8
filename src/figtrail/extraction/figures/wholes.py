"""The unit of what a fraction is a share of, where that is an amount or was measured."""

from __future__ import annotations

from figtrail.extraction.currencies import resolve_currency
from figtrail.extraction.figures.scenes import Scene
from figtrail.extraction.found import Found
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import is_people, is_plural
from figtrail.extraction.quantities import Reading

_WORDS = read_sections("wholes.txt")
_EXTENTS = frozenset(_WORDS["extents"])
QUANTITIES = frozenset(_WORDS["quantities"])
_LENGTHS = frozenset(read_sections("measured_words.txt")["lengths"]) | {"light_year"}
_MEASURED = frozenset(("measurement", "rate"))
# How many figures back the whole may have been measured.
_BACK = 8
# How many tokens back "of which" may stand.
_REACH = 40
# How many tokens may stand between a fraction and the level that it brings to.
_APART = 5


def find_currency(scene: Scene, at: int, earlier: list[Found], here: list[Found]) -> str | None:
    """The currency of what a fraction is a share of: that of the sum before it, else after it."""
    for item in reversed(earlier[-40:] + here):
        if item.kind == "money":
            return item.unit
    for later in scene.readings[at + 1 :]:
        if later.number.currency is not None:
            return resolve_currency(later.number.currency, scene.document)
    return None


def find_level(scene: Scene, at: int) -> str | None:
    """The unit of the level that a fraction brings a quantity to: "fell by a third to 40 TWh"."""
    reading = scene.readings[at]
    if reading.number.form != "fraction" or at + 1 >= len(scene.readings):
        return None
    later = scene.readings[at + 1]
    between = scene.tokens.lowers[reading.after : later.bound_start]
    tags = scene.tokens.tags[reading.after : later.bound_start]
    if between[-1:] != ["to"] or len(between) > _APART or not {"A", "V", "v"}.isdisjoint(tags):
        return None
    if later.number.currency is not None:
        return resolve_currency(later.number.currency, scene.document)
    return later.unit if later.kind in _MEASURED and later.number.kind is not None else None


def find_measure(scene: Scene, at: int, earlier: list[Found], here: list[Found]) -> str | None:
    """The unit of a measured quantity that a fraction is a share of: "a fifth of its gas".

    "Half its capacity of 64,000 bpd" names it after it, "15 million tonnes, of which coal was a
    quarter" before it; else it is that of the last figure that measured such a thing.
    """
    reading = scene.readings[at]
    if reading.number.form != "fraction":
        return None
    lowers = scene.tokens.lowers
    parted = _find_parted(scene, reading, here)
    if parted is not None:
        return parted
    if reading.phrase is None:
        return _find_following(scene, at)
    noun = lowers[reading.phrase.head]
    if is_people(noun) or (is_plural(noun) and noun not in QUANTITIES):
        return None
    extent, quantity = noun in _EXTENTS, noun in QUANTITIES
    if not extent and not quantity:
        return None
    if at + 1 < len(scene.readings):
        later = scene.readings[at + 1]
        sized = lowers[reading.phrase.head + 1 : later.bound_start] in (["of"], ["-", "of"])
        if sized and later.kind in _MEASURED and later.number.kind is not None:
            return later.unit
    for item in reversed(earlier[-_BACK:] + here):
        if item.kind in _MEASURED and item.reading.number.kind == "measurement":
            if extent and item.unit not in _LENGTHS:
                continue
            return item.unit
    return None


def _find_following(scene: Scene, at: int) -> str | None:
    """The unit of the size that a fraction is of: "a third of the farm's 400 hectares"."""
    stop = scene.readings[at].number.stop
    if scene.tokens.lowers[stop : stop + 1] != ["of"] or at + 1 >= len(scene.readings):
        return None
    later = scene.readings[at + 1]
    if later.bound_start - stop >= _APART:
        return None
    if later.number.currency is not None:
        # "A quarter of the $612 million".
        return resolve_currency(later.number.currency, scene.document)
    return later.unit if later.number.kind == "measurement" else None


def _find_parted(scene: Scene, reading: Reading, here: list[Found]) -> str | None:
    """The unit of the amount whose parts "of which" tells: "15 million tonnes, of which …"."""
    if reading.phrase is not None:
        return None
    lowers = scene.tokens.lowers
    first = reading.number.first
    for at in range(first - 1, max(0, first - _REACH), -1):
        if lowers[at] == "which" and lowers[at - 1] == "of":
            before = [one for one in here if one.reading.number.stop <= at]
            whole = before[-1] if before else None
            return whole.unit if whole is not None and whole.kind != "percentage" else None
        if lowers[at] in (";", ":"):
            return None
    return None
