"""Words that are another part of speech beside certain words: "right up", "debts amount to"."""

from __future__ import annotations

_STRAIGHT = frozenset(("right", "straight", "clear", "deep"))
_WAYS = frozenset("up down out into through across over along off around past back".split())
_PLURAL = ("s", "they", "these", "which", "people", "children")


def tag_by_neighbours(lowers: list[str], tags: list[str]) -> None:
    """Tag such words anew, in place."""
    if not _STRAIGHT.isdisjoint(lowers):
        _tag_right(lowers, tags)
    if "average" in lowers:
        _tag_average(lowers, tags)
    if "amount" in lowers:
        _tag_amount(lowers, tags)


def _tag_right(lowers: list[str], tags: list[str]) -> None:
    """Tag "right" an adverb before a way, in place: "three miles right up to the town"."""
    for at in range(1, len(tags) - 1):
        if lowers[at] in _STRAIGHT and tags[at - 1] in "NV" and lowers[at + 1] in _WAYS:
            tags[at] = "B"


def _tag_average(lowers: list[str], tags: list[str]) -> None:
    """Tag "average" a noun that ends its phrase, in place: "took the national average to 61p"."""
    for at in range(1, len(tags) - 1):
        if lowers[at : at + 2] == ["average", "to"] and tags[at - 1] in "JN":
            tags[at] = "N"


def _tag_amount(lowers: list[str], tags: list[str]) -> None:
    """Tag "amount" a verb behind a plural and before "to", in place: "the debts amount to £5m"."""
    for at in range(1, len(tags) - 1):
        if lowers[at] != "amount" or lowers[at + 1] != "to":
            continue
        before = at - 1 - (tags[at - 1] == "B") - (lowers[at - 2 : at] == ["so", "far"])
        if tags[before] in "NvOR" and lowers[before].endswith(_PLURAL):
            tags[at] = "v"
            tags[before] = "N" if tags[before] == "v" else tags[before]
