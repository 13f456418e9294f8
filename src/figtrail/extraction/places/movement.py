"""What is counted where it starts or arrives: "40 cases from Voi", "a ticket from Crewe"."""

from __future__ import annotations

from figtrail.extraction.places.gazetteer import load_names
from figtrail.extraction.places.mentions import Passage
from figtrail.extraction.places.words import is_number, load_words
from figtrail.patterns import compile_late

_WORD = compile_late(r"[a-z]+")
_CLOCK = compile_late(r"\d{1,2}[.:]\d\d(?:am|pm)?")
_AMOUNTS = frozenset(["percent", "cent", "million", "billion", "tonnes", "tons", "total"])
_COUNTED_FROM = frozenset(["one", "each", "all", "are", "were", "is", "was"])


def counts_from(passage: Passage, before: list[str]) -> bool:
    """See "40 cases from Kollam", "nine deaths are from Bicol, two from Leyte": it was there."""
    words = load_words()
    head = before[-2] if len(before) > 1 else ""
    counted = is_number(head) or head in _COUNTED_FROM
    if not (counted or head in words.befalling):
        return False
    return not words.befalling.isdisjoint(_WORD.findall(passage.low))


def runs_from(before: list[str]) -> bool:
    """See "a ticket from Crewe", "the 6.42 from Ely", "trains out of Leeds": told of where it runs.

    `before` ends with the preposition.
    """
    words = load_words()
    head = before[-2] if len(before) > 1 else ""
    return head in words.service or _CLOCK.fullmatch(head) is not None


def is_arriving(before: list[str]) -> bool:
    """See "arrivals from Spain to Leeds", "wheat delivered to Hull": it counts where it goes."""
    words = load_words()
    if len(before) < 2:
        return False
    owned = any(map(_is_owner, before[:-2]))
    goods = before[-2] in words.destined and not owned
    # "Exports to Japan fell 5% and to India 8%".
    listed = before[-2] == "and" and (
        len(before) == 2 or is_number(before[-3]) or before[-3] in _AMOUNTS
    )
    return goods or listed or not words.arriving.isdisjoint(before[-5:-1])


def _is_owner(word: str) -> bool:
    """A nation whose the goods are: "Indian exports to the US", "Kenya's tea exports to Egypt"."""
    name = load_names().find(word)
    return word.endswith(("'s", "s'")) or (name is not None and name.demonym)
