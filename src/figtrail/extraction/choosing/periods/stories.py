"""A document as the choice of periods sees it: its sentences, their figures and times."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from figtrail.extraction.choosing.words import VERBAL
from figtrail.extraction.dating import Mark
from figtrail.extraction.found import Found
from figtrail.extraction.tokens import Tokens
from figtrail.model import Sentence

_DAY = len("2024-01-01")
_CLAUSES = frozenset((",", ";", ":", "(", "and", "but"))
_NOUNS = frozenset("NG")
# Nouns shorter than this tell little of what a sentence is about.
_SHORT = 3

FEW, SOME, MANY = 2, 3, 4
"""Up to here signs tell things apart by how many they are."""


class Passage(NamedTuple):
    """A sentence that was read: where it stands, its tokens, what it does with its times."""

    paragraph: int
    sentence: Sentence
    tokens: Tokens
    marks: list[Mark]


class Sketch(NamedTuple):
    """A sentence as the signs need it.

    `verbs` and `clauses` say how many verbs and marks of clauses stand before each token,
    `last_verbs` which verb is the last before it, or -1, `quoted` whether it is in quotation marks.
    `nouns` are what it speaks of.
    """

    verbs: list[int]
    clauses: list[int]
    last_verbs: list[int]
    quoted: list[bool]
    nouns: frozenset[str]


class Story(NamedTuple):
    """The figures of a document in their sentences, and what all of them have in common.

    `places` has the passage of each figure, `figures` the figures of each passage, `paragraphs`
    which paragraph of the text each passage is in, `openings` the passage that opens it. `stated`
    counts the periods that the text states, `ruled` those that rules have given to figures, `main`
    is the most frequent of these; `told` counts them by paragraph, with those that have none.
    `opening` is the first day named.
    """

    passages: Sequence[Passage]
    found: Sequence[Found]
    today: date | None
    places: list[int]
    figures: dict[int, list[int]]
    paragraphs: list[int]
    openings: list[int]
    stated: Counter[str]
    ruled: Counter[str]
    main: str | None
    told: dict[int, Counter[str | None]]
    opening: str | None


class Chosen:
    """The periods chosen for the figures of a story so far, in order.

    `times` counts them; `run` is how many of the last are the same.
    """

    def __init__(self) -> None:
        self.periods: list[str | None] = []
        self.times: Counter[str | None] = Counter()
        self.run = 0

    def add(self, period: str | None) -> None:
        """Go on to the next figure."""
        goes_on = self.run and self.periods[-1] == period
        self.run = self.run + 1 if goes_on else 1
        self.periods.append(period)
        self.times[period] += 1


def tell_story(passages: Sequence[Passage], found: Sequence[Found], today: date | None) -> Story:
    """Set the figures found into the passages; `today` is the last day a document may be of."""
    starts = [passage.sentence.start for passage in passages]
    places = [bisect_right(starts, item.start) - 1 for item in found]
    figures: dict[int, list[int]] = {}
    for at, place in enumerate(places):
        figures.setdefault(place, []).append(at)
    paragraphs: list[int] = []
    openings: list[int] = []
    for at, passage in enumerate(passages):
        new = at == 0 or passages[at - 1].paragraph != passage.paragraph
        paragraphs.append(paragraphs[-1] + new if at else 0)
        openings.append(at if new else openings[-1])
    told: dict[int, Counter[str | None]] = {}
    for place, item in zip(places, found, strict=True):
        told.setdefault(paragraphs[place], Counter())[item.dating.period] += 1
    mentions = [mark.mention for passage in passages for mark in passage.marks]
    stated = [mention.period for mention in mentions if mention.period is not None]
    ruled = Counter(item.dating.period for item in found if item.dating.period is not None)
    return Story(
        passages,
        found,
        today,
        places,
        figures,
        paragraphs,
        openings,
        Counter(stated),
        ruled,
        max(ruled, key=ruled.__getitem__, default=None),
        told,
        next(
            (
                one.period
                for one in mentions
                if one.role == "during" and one.period is not None and len(one.period) == _DAY
            ),
            None,
        ),
    )


def sketch(passage: Passage) -> Sketch:
    """The sketch of a passage, made when it is first asked for and kept with its tokens."""
    kept = passage.tokens.kept
    if sketch not in kept:
        kept[sketch] = _make_sketch(passage)
    made: Sketch = kept[sketch]
    return made


def _make_sketch(passage: Passage) -> Sketch:
    tokens = passage.tokens
    tags, lowers = tokens.tags, tokens.lowers
    verbal = [tag in VERBAL for tag in tags]
    return Sketch(
        list(accumulate(verbal, initial=0)),
        list(
            accumulate(
                (lower in _CLAUSES or tag == "R" for lower, tag in zip(lowers, tags, strict=True)),
                initial=0,
            )
        ),
        list(accumulate((at if verb else -1 for at, verb in enumerate(verbal)), max, initial=-1)),
        _read_quoted(lowers),
        frozenset(
            lower.rstrip("s")
            for lower, tag in zip(lowers, tags, strict=True)
            if tag in _NOUNS and len(lower) >= _SHORT
        ),
    )


def _read_quoted(lowers: list[str]) -> list[bool]:
    quoted: list[bool] = []
    inside = False
    for lower in lowers:
        if lower == '"':
            inside = not inside
        elif lower in ("“", "”"):
            inside = lower == "“"
        quoted.append(inside)
    return quoted
