"""Which city "the capital" is: that of the country just named, else of the article's own."""

from __future__ import annotations

from functools import lru_cache

from figtrail.extraction.places.gazetteer import find_place, fold
from figtrail.extraction.places.mentions import Mention
from figtrail.extraction.places.words import load_words

# So many characters back a capital's name is looked for.
_REACH = 6000
# What may be told of as a country, with a capital of its own.
_WHOLE = ("country", "area")


def find_capital(text: str, end: int, earlier: list[Mention], own: str | None) -> str | None:
    """The capital that a text means at an offset, as it is named there or in the lexicon.

    `earlier` are the mentions before, the nearest first; `own` is the article's own place. Of
    several capitals (London, Cardiff) that one is meant which the text named last.
    """
    named = (m.country for m in earlier if m.scope == "named" and m.sort == "country")
    home = find_place(own) if own is not None else None
    country = next(named, None) or (home.country if home is not None else None)
    seats = _list_capitals().get(country or "", ())
    if not seats:
        return None
    low = fold(text[max(0, end - _REACH) : end])
    at, last = max((low.rfind(seat), seat) for seat in seats)
    if at >= 0:
        start = max(0, end - _REACH) + at
        return _restore(text[start : start + len(last)], last)
    whole = home is None or country != home.country or home.sort in _WHOLE
    alone = len(seats) == 1 and whole
    return _restore("", seats[0]) if alone else None


def _restore(written: str, folded: str) -> str:
    """A capital as the text has it, unless that is in capitals: "DUBLIN —"."""
    known = find_place(folded)
    return written if known is None or (written and not written.isupper()) else known.key


@lru_cache(maxsize=1)
def _list_capitals() -> dict[str, tuple[str, ...]]:
    """The capitals of each country, folded."""
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(load_words().capital):
        city = find_place(word.replace("-", " "))
        if city is not None and city.country is not None:
            found[city.country] = (*found.get(city.country, ()), city.folded)
    return found
