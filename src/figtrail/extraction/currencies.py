"""Which dollar, pound, rupee or krone: by the article's place, else the sign's usual country."""

from __future__ import annotations

import re

from figtrail.extraction.lexicon import read_rows
from figtrail.model import Document

_LOCAL = [
    (row["currency"], frozenset(row["regions"].lower().split("|")), row["local"])
    for row in read_rows("local_currencies.csv")
]
_EXPLICIT = (("US$", "USD"), ("A$", "AUD"), ("C$", "CAD"), ("NZ$", "NZD"), ("HK$", "HKD"), ("S$", "SGD"))
_NAME = re.compile(r"[a-z][a-z .'’-]*[a-z]")


def resolve_currency(currency: str, document: Document) -> str:
    """The ISO 4217 code of a currency as read; the empty one is a bare dollar or cent."""
    where = f"{document.place or ''}, {document.nation or ''}".lower()
    names = {name.strip() for name in where.split(",") if name.strip()}
    for shared, regions, local in _LOCAL:
        if shared == (currency or "USD") and not regions.isdisjoint(names):
            return local
    if currency:
        return currency
    for sign, code in _EXPLICIT:
        if sign in document.text:
            return code
    return "USD"
