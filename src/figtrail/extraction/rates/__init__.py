"""The denominator of a number: "a year", "per 1,000 residents", "for each flooded household"."""

from figtrail.extraction.rates.denominators import CURRENCY_NOUNS, TIME, name_denominator
from figtrail.extraction.rates.each import ELSEWHERE, find_each
from figtrail.extraction.rates.finding import find_rate
from figtrail.extraction.rates.fronted import find_fronted
from figtrail.extraction.rates.holders import find_holder
from figtrail.extraction.rates.inside import find_inside, find_piece
from figtrail.extraction.rates.inverse import MINUS
from figtrail.extraction.rates.rate import Rate
from figtrail.extraction.rates.recurring import (
    find_appositive,
    find_deducted,
    find_paid,
    find_recurring,
    read_recurring,
)

__all__ = [
    "CURRENCY_NOUNS",
    "ELSEWHERE",
    "MINUS",
    "TIME",
    "Rate",
    "find_appositive",
    "find_deducted",
    "find_each",
    "find_fronted",
    "find_holder",
    "find_inside",
    "find_paid",
    "find_piece",
    "find_rate",
    "find_recurring",
    "name_denominator",
    "read_recurring",
]
