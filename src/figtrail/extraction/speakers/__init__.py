"""Who states a figure: quotations, the clauses that attribute, and the names behind them."""

from figtrail.extraction.speakers.attribution import Attribution, Speakers

__all__ = ["Attribution", "Speakers"]
