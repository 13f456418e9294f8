"""Reading a quote again by its sentence alone, as its provenance is proved."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from figtrail.extraction.currencies import LETTERS
from figtrail.extraction.figures.cells import scale_reading
from figtrail.extraction.numbers import find_numbers
from figtrail.extraction.periods import DateContext, find_periods
from figtrail.extraction.quantities import Reading, make_quantity, read_quantities
from figtrail.extraction.sentences import paragraph_bounds, split_sentences
from figtrail.extraction.tables import Tables
from figtrail.extraction.tokens import tokenise
from figtrail.model import Quantity
from figtrail.plain import Plain, complete

# With the letters that may stand for currencies, and without.
_ALPHABETS = (LETTERS, frozenset[str]())


def read_quantity(sentence: str, start: int, end: int) -> Quantity | None:
    """Read again the quantity whose quote is `sentence[start:end]`; None where none stands there.

    This is the reading that provenance is proved with, so it goes by the sentence alone. Where that
    is a row of a table, its cell is read, in the size that the heads before it tell. Where it is
    cut out of markup, it is read with the markup closed.
    """
    tabled = _read_in_table(sentence, start, end)
    if tabled is not None:
        return tabled
    for before, behind in complete(sentence):
        shift = len(before)
        found = _read_at(before + sentence + behind, start + shift, end + shift)
        if found is not None:
            return found
    return None


def _read_in_table(sentence: str, start: int, end: int) -> Quantity | None:
    plain, tables = _find_tables(sentence)
    at = plain.locate(start)
    cell = tables.find(at)
    if cell is None:
        return None
    setting = cell.read()
    first, last = paragraph_bounds(plain.text, at)
    for part in split_sentences(plain.text, first, last):
        for letters in _ALPHABETS:
            readings = _list_readings(part.text, letters)
            for index, reading in enumerate(readings):
                number = reading.number
                span = plain.span(part.start + number.start, part.start + number.end)
                if span == (start, end):
                    return make_quantity(scale_reading(readings, index, setting))
    return None


def _read_at(sentence: str, start: int, end: int) -> Quantity | None:
    for letters in _ALPHABETS:
        reading = _read_all(sentence, letters).get((start, end))
        if reading is not None:
            return make_quantity(reading)
    return None


# A package has the figures of a sentence one after another: what is read of one is kept for all.
@lru_cache(maxsize=16)
def _find_tables(sentence: str) -> tuple[Plain, Tables]:
    plain = Plain(sentence)
    return plain, Tables(plain, sentence, DateContext())


@lru_cache(maxsize=16)
def _read_all(sentence: str, letters: frozenset[str]) -> dict[tuple[int, int], Reading]:
    """What is read in a sentence, by the start and end of its quote."""
    plain = Plain(sentence)
    readings: dict[tuple[int, int], Reading] = {}
    for reading in _list_readings(plain.text, letters):
        readings.setdefault(plain.span(reading.number.start, reading.number.end), reading)
    return readings


def _list_readings(text: str, letters: frozenset[str]) -> list[Reading]:
    """The readings of a text, in which the letters may stand for currencies."""
    tokens = tokenise(text)
    mentions = find_periods(text, DateContext())
    masked = [(mention.start, mention.end) for mention in mentions if mention.masks]
    openings = frozenset(bisect_left(tokens.starts, mention.start) for mention in mentions)
    return read_quantities(tokens, find_numbers(tokens, letters), masked, openings)
