"""Tokens → the numbers that they state: digits, words, fractions and multiples.

A `Number` is read for itself here: sign, currency, digits or words, scale, and the unit signs that
belong to the number ("%", "per cent", "km/h"). Ranges and "x out of y" are composed from numbers
in `composition`; the words around them are read in `quantities`.
"""

from figtrail.extraction.numbers.cardinals import DENOMINATORS
from figtrail.extraction.numbers.emphasis import EMPHASIS
from figtrail.extraction.numbers.finding import find_numbers
from figtrail.extraction.numbers.forms import (
    ISO_4217,
    MONEY_WORDS,
    SIGNS,
    UnitForm,
    find_unit_start,
    match_symbol,
    match_unit,
)
from figtrail.extraction.numbers.metres import RACES, RACING
from figtrail.extraction.numbers.number import Number, with_shared
from figtrail.extraction.numbers.ones import counts_one, is_ratio_of_persons
from figtrail.extraction.numbers.tolerances import read_bracketed_unit
from figtrail.extraction.numbers.written import read_exponent

__all__ = [
    "DENOMINATORS",
    "EMPHASIS",
    "ISO_4217",
    "MONEY_WORDS",
    "RACES",
    "RACING",
    "SIGNS",
    "Number",
    "UnitForm",
    "counts_one",
    "find_numbers",
    "find_unit_start",
    "is_ratio_of_persons",
    "match_symbol",
    "match_unit",
    "read_bracketed_unit",
    "read_exponent",
    "with_shared",
]
