"""One sentence that states figures, with what its readings share."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from figtrail.extraction.currencies import find_letters
from figtrail.extraction.numbers import find_numbers
from figtrail.extraction.periods import DateContext, PeriodMention, find_periods
from figtrail.extraction.quantities import Reading, read_quantities
from figtrail.extraction.tokens import Tokens, tokenise
from figtrail.model import Document, Sentence


class Scene(NamedTuple):
    """One sentence that states figures, with what its readings share."""

    document: Document
    paragraph: int
    sentence: Sentence
    tokens: Tokens
    readings: list[Reading]
    mentions: list[PeriodMention]


def read_scene(
    document: Document,
    paragraph: int,
    sentence: Sentence,
    dates: DateContext,
    previous: str | None,
) -> Scene:
    """Read a sentence: its temporal expressions, numbers and quantities."""
    mentions = find_periods(sentence.text, dates, previous)
    tokens = tokenise(sentence.text)
    masked = [(mention.start, mention.end) for mention in mentions if mention.masks]
    openings = frozenset(bisect_left(tokens.starts, mention.start) for mention in mentions)
    numbers = find_numbers(tokens, find_letters(document, tokens.words))
    readings = read_quantities(tokens, numbers, masked, openings)
    return Scene(document, paragraph, sentence, tokens, readings, mentions)
