"""What rules leave open, weighed: the phrase of a number, and its period."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from figtrail.extraction.choosing.periods import choose_periods
from figtrail.extraction.choosing.periods.stories import Passage, Story, tell_story
from figtrail.extraction.choosing.phrases import Setting, choose_phrase
from figtrail.extraction.found import Found

__all__ = ["CHOICES", "Choices", "Passage", "Setting", "Story", "tell_story"]


class Choices(NamedTuple):
    """How what rules leave open is chosen.

    `phrase` says what a number measures, `periods` gives the figures of a story their periods.
    """

    phrase: Callable[[Setting], str | None] = choose_phrase
    periods: Callable[[Story], list[Found]] = choose_periods


CHOICES = Choices()
"""The choices that weights make."""
