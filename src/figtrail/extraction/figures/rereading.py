"""Reading a quote again by its sentence alone, as its provenance is proved."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from figtrail.extraction.currencies import LETTERS
from figtrail.extraction.numbers import find_numbers
from figtrail.extraction.periods import DateContext, find_periods
from figtrail.extraction.quantities import Reading, make_quantity, read_quantities
from figtrail.extraction.tokens import tokenise
from figtrail.model import Quantity
from figtrail.plain import Plain, complete


def read_quantity(sentence: str, start: int, end: int) -> Quantity | None:
    """Read again the quantity whose quote is `sentence[start:end]`; None where none stands there.

    This is the reading that provenance is proved with, so it goes by the sentence alone. Where that
    is cut out of markup, it is read with the markup closed.
    """
    for before, behind in complete(sentence):
        shift = len(before)
        found = _read_at(before + sentence + behind, start + shift, end + shift)
        if found is not None:
            return found
    return None


def _read_at(sentence: str, start: int, end: int) -> Quantity | None:
    for letters in (LETTERS, frozenset[str]()):
        reading = _read_all(sentence, letters).get((start, end))
        if reading is not None:
            return make_quantity(reading)
    return None


# A package has the figures of a sentence one after another.
@lru_cache(maxsize=16)
def _read_all(sentence: str, letters: frozenset[str]) -> dict[tuple[int, int], Reading]:
    """What is read in a sentence, by the start and end of its quote."""
    plain = Plain(sentence)
    tokens = tokenise(plain.text)
    mentions = find_periods(plain.text, DateContext())
    masked = [(mention.start, mention.end) for mention in mentions if mention.masks]
    openings = frozenset(bisect_left(tokens.starts, mention.start) for mention in mentions)
    readings: dict[tuple[int, int], Reading] = {}
    for reading in read_quantities(tokens, find_numbers(tokens, letters), masked, openings):
        readings.setdefault(plain.span(reading.number.start, reading.number.end), reading)
    return readings
