"""A document as the choice of periods sees it: its sentences, their figures and times."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from figtrail.extraction.dating import Mark
from figtrail.extraction.found import Found
from figtrail.extraction.tokens import Tokens
from figtrail.model import Sentence

FEW, SOME, MANY = 2, 3, 4
"""Up to here signs tell things apart by how many they are."""


class Passage(NamedTuple):
    """A sentence that was read: where its paragraph starts, its tokens, what it does with times."""

    paragraph: int
    sentence: Sentence
    tokens: Tokens
    marks: list[Mark]


class Story(NamedTuple):
    """The figures of a document in their sentences.

    `today` is the last day that the document may be of. `passage_of` has the passage of each
    figure, `figures_of` the figures of each passage, `paragraph_of` which paragraph of the text
    each passage is in, `opening_of` the passage that opens it.
    """

    passages: Sequence[Passage]
    found: list[Found]
    today: date | None
    passage_of: list[int]
    figures_of: dict[int, list[int]]
    paragraph_of: list[int]
    opening_of: list[int]


def tell_story(passages: Sequence[Passage], found: list[Found], today: date | None) -> Story:
    """Set the figures found into the passages."""
    starts = [passage.sentence.start for passage in passages]
    passage_of = [bisect_right(starts, item.start) - 1 for item in found]
    figures_of: dict[int, list[int]] = {}
    for at, place in enumerate(passage_of):
        figures_of.setdefault(place, []).append(at)
    paragraph_of: list[int] = []
    opening_of: list[int] = []
    for at, passage in enumerate(passages):
        new = at == 0 or passages[at - 1].paragraph != passage.paragraph
        paragraph_of.append(paragraph_of[-1] + new if at else 0)
        opening_of.append(at if new else opening_of[-1])
    return Story(passages, found, today, passage_of, figures_of, paragraph_of, opening_of)
