"""Which dollar, pound, rupee or krone: by the article's place, else by its other amounts."""

from __future__ import annotations

from functools import lru_cache

from figtrail.extraction.lexicon import read_rows
from figtrail.model import Document

_LOCAL = [
    (currency, frozenset(regions.lower().split("|")), local)
    for currency, regions, local in read_rows(
        "local_currencies.csv", "currency", "regions", "local"
    )
]
_EXPLICIT = (
    ("US$", "USD"),
    ("A$", "AUD"),
    ("C$", "CAD"),
    ("NZ$", "NZD"),
    ("HK$", "HKD"),
    ("S$", "SGD"),
)
_LETTERS = (
    ("R", "south africa", "rand"),
    ("N", "nigeria", "₦"),
    ("P", "philippines", "peso"),
    ("P", "botswana", "pula"),
    ("K", "zambia", "kwacha"),
    ("K", "malawi", "kwacha"),
    ("K", "papua new guinea", "kina"),
)
LETTERS = frozenset(letter for letter, _, _ in _LETTERS)


def find_letters(document: Document, words: list[str]) -> frozenset[str]:
    """Those of a sentence's words that are a letter and stand for a currency in its document.

    "R" for rand, "N" for naira. Few sentences have such a word, and the document is not read then.
    """
    if LETTERS.isdisjoint(words):
        return frozenset()
    where = _names(document)
    text = document.text
    return frozenset(
        letter
        for letter, country, sign in _LETTERS
        if letter in words and (country in where or sign in text or country.title() in text)
    )


# What a bare "$" is where nothing tells otherwise.
DOLLAR = "USD"


# An article is searched once for each form, not for each of its amounts.
@lru_cache(maxsize=16)
def resolve_currency(currency: str, document: Document) -> str:
    """The ISO 4217 code of a currency as read; a trailing "?" says that countries share its form.

    A shared form takes the currency of the article's place or nation, else of the amounts beside
    it that name theirs, else its best-known one.
    """
    if not currency.endswith("?"):
        return currency
    shared = currency[:-1]
    names, text = _names(document), document.text
    for form, regions, local in _LOCAL:
        if form == "cent" and local == "EUR" and "$" in text and "€" not in text:
            # An Irish paper on an American firm's accounts.
            continue
        if form == shared and not regions.isdisjoint(names):
            return local
    if shared in _FAR_APART:
        return _find_named(shared, text) or shared
    if shared == "cent" and "€" in text and "$" not in text:
        return "EUR"
    if shared not in ("USD", "cent"):
        return shared
    return next((code for sign, code in _EXPLICIT if sign in text), "USD")


# Names of money that no country's use of is much the best known: crowns, francs, pesos.
_FAR_APART = frozenset(("CZK", "SEK", "NOK", "MXN", "CHF", "KES", "IQD", "SAR", "AED", "IRR"))


def _find_named(shared: str, text: str) -> str | None:
    """The currency of the country or city of those with this form that a text names most."""
    counts: dict[str, int] = {}
    for form, regions, local in _LOCAL:
        if form == shared:
            named = sum(text.count(region.title()) for region in regions)
            counts[local] = counts.get(local, 0) + named
    best = max(counts, key=lambda code: counts[code], default=None)
    return best if best is not None and counts[best] else None


def _names(document: Document) -> frozenset[str]:
    where = f"{document.place or ''},{document.nation or ''}".lower()
    return frozenset(name.strip() for name in where.split(",") if name.strip())
