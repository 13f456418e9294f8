"""The times of a document as the choice of periods sees them."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from figtrail.extraction.choosing.periods.stories import Story

_DAY = len("2024-01-01")


class Times(NamedTuple):
    """What periods a story states, and which of them rules have given to its figures.

    `stated` counts those that the text states, `ruled` those that rules have given, `main` is the
    most frequent of these; `told` counts them by paragraph, with those figures that have none.
    `opening` is the first day named.
    """

    story: Story
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


def read_times(story: Story) -> Times:
    """Count the times of a story."""
    told: dict[int, Counter[str | None]] = {}
    for place, item in zip(story.passage_of, story.found, strict=True):
        told.setdefault(story.paragraph_of[place], Counter())[item.dating.period] += 1
    mentions = [mark.mention for passage in story.passages for mark in passage.marks]
    days = (
        one.period
        for one in mentions
        if one.role == "during" and one.period is not None and len(one.period) == _DAY
    )
    periods = (item.dating.period for item in story.found)
    ruled = Counter(period for period in periods if period is not None)
    return Times(
        story,
        Counter(mention.period for mention in mentions if mention.period is not None),
        ruled,
        max(ruled, key=ruled.__getitem__, default=None),
        told,
        next(days, None),
    )
