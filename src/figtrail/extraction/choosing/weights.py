"""What signs weigh: for an option wherever it stands, and by the place where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from figtrail.extraction.lexicon import read_rows

Sign = tuple[str, str]
"""What is looked at, and what stands there."""


class Weights(NamedTuple):
    """A table of weights, hundredths of a logarithm of odds.

    `own` are those of the signs of an option, `shared` those of the signs of its number, which hang
    on the place where the option stands.
    """

    own: dict[Sign, int]
    shared: dict[Sign, dict[str, int]]


@cache
def read_weights(name: str) -> Weights:
    """Read a table of the lexicon: place ("" for anywhere), sign, word, weight."""
    weights = Weights({}, {})
    for place, sign, word, weight in read_rows(name, "place", "sign", "word", "weight"):
        if place:
            weights.shared.setdefault((sign, word), {})[place] = int(weight)
        else:
            weights.own[sign, word] = int(weight)
    return weights


class Scale(dict[str, int]):
    """What the options of one number weigh; by place, what the number's own signs add to it."""

    def __init__(self, weights: Weights, signs: Iterable[Sign]) -> None:
        super().__init__()
        self._own = weights.own
        self._shared = [weights.shared[sign] for sign in signs if sign in weights.shared]

    def __missing__(self, place: str) -> int:
        odds = self[place] = sum([one.get(place, 0) for one in self._shared])
        return odds

    def weigh(self, place: str, signs: Iterable[Sign]) -> int:
        """What an option weighs that stands in a place and has these signs."""
        own = self._own
        return self[place] + own.get(("stands", place), 0) + sum([own.get(one, 0) for one in signs])
