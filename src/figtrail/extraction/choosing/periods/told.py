"""The options of a figure as they are met, each with where it is told and what speaks for it."""

from __future__ import annotations

from collections.abc import Iterable

from figtrail.extraction.choosing.weights import Sign


class Told:
    """What a text tells that a figure may have, in the order in which it is met; None is nothing.

    An option stands where it is met first; its signs are those of every place where it is told.
    """

    def __init__(self) -> None:
        self.places: dict[str | None, str] = {}
        self.signs: dict[str | None, list[Sign]] = {}

    def add(self, option: str | None, place: str, signs: Iterable[Sign] = ()) -> None:
        """Take in that an option is told at a place, and what speaks for it there."""
        self.places.setdefault(option, place)
        self.signs.setdefault(option, []).extend(signs)
