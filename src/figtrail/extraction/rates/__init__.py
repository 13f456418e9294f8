"""The denominator of a number: "a year", "per 1,000 residents", "for each flooded household"."""

from figtrail.extraction.rates.denominators import CURRENCY_NOUNS, read_denominator
from figtrail.extraction.rates.finding import find_rate
from figtrail.extraction.rates.fronted import find_fronted
from figtrail.extraction.rates.rate import Rate

__all__ = ["CURRENCY_NOUNS", "Rate", "find_fronted", "find_rate", "read_denominator"]
