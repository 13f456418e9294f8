"""Whether a figure is the size of a change: "rose by 5%", "140 fewer than in 2019"."""

from __future__ import annotations

from typing import cast

from figtrail.extraction.lexicon import read_rows, read_sections
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens
from figtrail.model import Change

_ROWS = read_rows("changes.csv")


def _forms(kind: str) -> dict[str, Change]:
    return {
        row["form"]: cast(Change, row["change"])
        for row in _ROWS
        if row["class"] == kind and " " not in row["form"]
    }


CHANGE_NOUNS = _forms("noun")
CHANGE_VERBS = _forms("verb")
_PARTICLES = _forms("particle")
_COMPARATIVES = _forms("comparative")
_PHRASES = {
    tuple(row["form"].split()): cast(Change, row["change"]) for row in _ROWS if " " in row["form"]
}
_WORDS = read_sections("change_words.txt")
_TRANSITIVE = frozenset(_WORDS["transitive"])
_EARLIER = frozenset(_WORDS["earlier"])
_MODIFIERS = frozenset(_WORDS["modifiers"])


def find_change(
    tokens: Tokens, number: Number, bound_start: int, kind: str, stop: int
) -> Change | None:
    """The direction of a change whose size the number is; None for a level.

    `bound_start` is where the comparator of the number starts, `stop` where its unit ends.
    """
    if number.change is not None:
        return cast(Change, number.change)
    return (
        _after(tokens, number, kind, stop)
        or _before(tokens, bound_start, kind)
    )


def _before(tokens: Tokens, at: int, kind: str) -> Change | None:
    lowers = tokens.lowers
    index = at - 1
    while index >= 0 and lowers[index] in _MODIFIERS:
        index -= 1
    if index < 0:
        return None
    lower = lowers[index]
    if lower == "by":
        return _verb_before(tokens, index)
    if lower == "of":
        return _noun_before(tokens, index, kind)
    if lower == "at" and kind == "percentage":
        found = CHANGE_VERBS.get(lowers[index - 1]) if index else None
        return found if found and lowers[index - 1].startswith(("gr", "expand", "increas", "ris")) else None
    for words, change in _PHRASES.items():
        if tuple(lowers[index + 1 - len(words) : index + 1]) == words:
            return change
    if lower in _PARTICLES:
        return _PARTICLES[lower]
    change = CHANGE_VERBS.get(lower)
    if change is None or index and tokens.tags[index - 1] == "D":
        return None
    if lower in _TRANSITIVE and kind not in ("percentage", "score"):
        return None
    return change


def _verb_before(tokens: Tokens, at: int) -> Change | None:
    """The change verb or particle that "by" belongs to, not past another clause."""
    lowers = tokens.lowers
    for index in range(at - 1, max(-1, at - 14), -1):
        lower = lowers[index]
        change = CHANGE_VERBS.get(lower) or _PARTICLES.get(lower) or CHANGE_NOUNS.get(lower)
        if change is not None:
            if lower == "up" and index and lowers[index - 1] in ("made", "set", "make"):
                return None
            return change
        if index and tuple(lowers[index - 1 : index + 1]) in _PHRASES:
            return _PHRASES[tuple(lowers[index - 1 : index + 1])]
        if lower in (";", ":", "that", "which", "who") or tokens.tags[index] == "M" and index < at - 5:
            return None
    return None


def _noun_before(tokens: Tokens, at: int, kind: str) -> Change | None:
    """The change noun of "a rise of", "an increase in spending of"."""
    lowers = tokens.lowers
    noun = lowers[at - 1] if at else ""
    if noun in CHANGE_NOUNS:
        return CHANGE_NOUNS[noun]
    if noun in ("loss", "losses"):
        return "decrease" if kind == "percentage" else None
    for index in range(at - 2, max(-1, at - 8), -1):
        if lowers[index] in CHANGE_NOUNS and lowers[index + 1] in ("in", "to", "for"):
            return CHANGE_NOUNS[lowers[index]]
        if tokens.tags[index] in "VAM.":
            return None
    return None


def _after(tokens: Tokens, number: Number, kind: str, stop: int) -> Change | None:
    lowers = tokens.lowers
    count = len(lowers)
    at = stop
    if at < count and lowers[at] in "-‐‑":
        at += 1
    if at >= count:
        return None
    lower = lowers[at]
    if lower in _PARTICLES and (
        at + 1 >= count or lowers[at + 1] in ("on", "from", "year-on-year", "compared", "since", ",", ".", "against")
    ):
        if not number.first or lowers[number.first - 1] not in ("to", "at"):
            return _PARTICLES[lower]
    comparative = at
    while comparative < min(count, at + 4) and lowers[comparative] not in _COMPARATIVES:
        if tokens.tags[comparative] not in "NJ":
            break
        comparative += 1
    if comparative < count and lowers[comparative] in _COMPARATIVES:
        found = _COMPARATIVES[lowers[comparative]]
        ahead = lowers[comparative + 1 : comparative + 10]
        if "than" in ahead[:4]:
            than = ahead.index("than")
            near = ahead[than + 1 : than + 7]
            if not _EARLIER.isdisjoint(near) or any(_is_year(word) for word in near):
                return found
            return None
        if comparative == at and kind == "percentage" and lower in ("higher", "lower"):
            return found
    if kind in ("percentage", "money", "score", "measurement") or number.unit is not None:
        for index in range(at, min(count, at + 4)):
            tag = tokens.tags[index]
            change = CHANGE_NOUNS.get(lowers[index])
            if change is not None and not (
                index + 1 < count and lowers[index + 1] in ("rate", "target", "forecast", "plan")
                and lowers[index] != "growth"
            ):
                return change
            if tag not in "NJEGv" or lowers[index].endswith(("'s", "’s")) and index > at + 1:
                break
    return None


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")
