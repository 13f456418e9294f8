"""The names and words by which places are known, read once from the lexicon.

A name is matched in *folded* text: lower case, Latin letters without their marks, straight
apostrophes and plain spaces, one character for one character, so offsets hold in the original.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from figtrail.extraction.places.words import load_words
from figtrail.patterns import compile_late

Sort = Literal["country", "area", "region", "city", "place", "trap"]


class Name(NamedTuple):
    """One name of a place; a tuple because some 2,800 are made before the first article is read.

    `folded` is what to look for, `label` what to publish (None: the words of the text), `key` the
    place's first name, equal for all names of one place, `demonym` whether the name is an
    adjective or a people. `sort` "trap" marks a name that only looks like a place.
    """

    folded: str
    label: str | None
    key: str
    sort: Sort
    country: str | None
    demonym: bool = False


Entries = dict[str, "Name | tuple[Sort, str | None]"]

_SMALL = frozenset(["of", "and", "the", "upon", "on", "in", "with", "under", "for", "de", "la"])

# The files are ASCII, so that `lower` alone folds them; names in the text may carry any mark.
_LEXICON = Path(__file__).parent.parent / "lexicon"

_WORD_PARTS = compile_late(r"([ -])")
_FIRST_WORD = compile_late(r"\w+")
_MARKED = compile_late("[\u00a0\u00c0-\u024f\u202f]")
_STRAIGHT = {"’": "'", "‘": "'", "\n": " ", "\t": " ", "\r": " ", "\u00a0": " ", "\u202f": " "}


def _fold_table() -> dict[int, str]:
    table = {ord(mark): plain for mark, plain in _STRAIGHT.items()}
    for code in range(0xC0, 0x250):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii():
            table[code] = base
    return table | {ord("ø"): "o", ord("Ø"): "O", ord("ł"): "l", ord("Ł"): "L", ord("ı"): "i"}


_FOLDS = _fold_table()


def fold(text: str) -> str:
    """Text in the form names are matched in; always as long as `text`."""
    plain = text if text.isascii() else text.replace("’", "'").replace("‘", "'")
    # `translate` is slow; most text beyond ASCII has only dashes and quotation marks.
    if not plain.isascii() and _MARKED.search(plain):
        plain = plain.translate(_FOLDS)
    folded = plain.lower()
    if "\n" in folded or "\t" in folded:
        folded = folded.replace("\n", " ").replace("\t", " ")
    if len(folded) == len(text):
        return folded
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text.translate(_FOLDS))


def _read(filename: str) -> str:
    return (_LEXICON / filename).read_text(encoding="ascii")


def _label(name: str, canonical: str) -> str | None:
    if name.startswith("the "):
        return name[4:]
    if not name.endswith("."):
        return None
    return None if name.count(".") > 1 else canonical


def _read_countries(filename: str, sort: Sort, known: Entries) -> None:
    text = _read(filename)
    for line, folded_line in zip(text.splitlines()[1:], text.lower().splitlines()[1:], strict=True):
        canonical, names, demonyms = line.split(",")
        folded, folded_names, folded_demonyms = folded_line.split(",")
        known.setdefault(folded, Name(folded, None, canonical, sort, canonical))
        if names:
            for name, other in zip(names.split(";"), folded_names.split(";"), strict=True):
                label = _label(name, canonical)
                bare = other.removeprefix("the ")
                known.setdefault(bare, Name(bare, label, canonical, sort, canonical))
        if demonyms:
            for demonym in folded_demonyms.split(";"):
                name_of_people = Name(demonym, canonical, canonical, sort, canonical, True)
                known.setdefault(demonym, name_of_people)


def _read_localities(known: Entries) -> None:
    """Adds regions and cities: one shared entry a line, a `Name` only where there are several.

    A line of the kind "people" gives a region's adjectives and people: "Bavaria=Bavarian".
    """
    for line in _read("places_names.txt").splitlines()[1:]:
        sort, country, listed = line.split(" | ")
        home = None if country == "-" else country
        names = listed.split(", ")
        if sort == "people":
            for region in names:
                canonical, *demonyms = region.split("=")
                for demonym in map(str.lower, demonyms):
                    known.setdefault(
                        demonym, Name(demonym, canonical, canonical, "region", home, True)
                    )
            continue
        plain = [name.lower() for name in names if "=" not in name and name[:4] != "the "]
        entry: tuple[Sort, str | None] = (sort, home)  # type: ignore[assignment]
        for name in plain:
            known.setdefault(name, entry)
        for several in names:
            if "=" in several or several[:4] == "the ":
                canonical, *_ = both = several.split("=")
                for name in both:
                    folded = name.lower().removeprefix("the ")
                    label = _label(name, canonical)
                    known.setdefault(folded, Name(folded, label, canonical, sort, home))  # type: ignore[arg-type]


def _find_starts(entries: Iterable[str]) -> dict[str, list[str]]:
    """The names of more than one word by their first, longest first."""
    starts: dict[str, list[str]] = {}
    for folded in entries:
        if not folded.isalpha():
            starts.setdefault(first_word(folded), []).append(folded)
    for group in starts.values():
        if len(group) > 1:
            group.sort(key=len, reverse=True)
    return starts


def first_word(folded: str) -> str:
    """The letters and digits with which a folded name starts."""
    match = _FIRST_WORD.match(folded)
    return match[0] if match else ""


class Gazetteer:
    """The names of places, found by the text that stands at an offset."""

    __slots__ = ("_entries", "_starts", "heads")

    def __init__(self, entries: Entries) -> None:
        self._entries = entries
        self._starts = _find_starts(entries)
        self.heads = frozenset([*entries, *self._starts])
        """The words with which names start: no other word needs a closer look."""

    def entries(self) -> Entries:
        """A copy of what the gazetteer holds, by folded name."""
        return dict(self._entries)

    def find(self, folded: str) -> Name | None:
        """The entry of exactly this folded name."""
        entry = self._entries.get(folded)
        if entry is None or isinstance(entry, Name):
            return entry
        sort, country = entry
        name = self._entries[folded] = Name(folded, None, _restore_case(folded), sort, country)
        return name

    def find_at(self, low: str, start: int, end: int) -> Name | None:
        """The longest name at `start` of folded text, whose first word ends at `end`."""
        word = low[start:end]
        longer = self._starts.get(word)
        if longer is not None:
            for folded in longer:
                after = start + len(folded)
                if low.startswith(folded, start) and not low[after : after + 1].isalnum():
                    return self.find(folded)
        return self.find(word) if word in self._entries else None


def _restore_case(folded: str) -> str:
    """A folded name with its capitals, for text in capitals only."""
    parts = _WORD_PARTS.split(folded)
    return "".join(part if part in _SMALL else part.capitalize() for part in parts)


@lru_cache(maxsize=1)
def load_names() -> Gazetteer:
    """All names of the lexicon; of equal names the first read stays, traps foremost."""
    entries: Entries = {}
    for trap in _read("places_traps.txt").lower().splitlines()[1:]:
        entries[trap] = Name(trap, None, trap, "trap", None)
    _read_countries("places_countries.csv", "country", entries)
    _read_countries("places_areas.csv", "area", entries)
    _read_localities(entries)
    return Gazetteer(entries)


@lru_cache(maxsize=8)
def _extend(names: frozenset[str] | tuple[str, ...]) -> Gazetteer:
    entries = load_names().entries()
    body_end = load_words().body_end
    for name in sorted(names):
        folded = fold(name).removeprefix("the ")
        known = entries.get(folded)
        if not folded[:1].isalnum() or folded.rsplit(" ", 1)[-1] in body_end:
            continue
        if known is None or (isinstance(known, Name) and known.sort == "trap"):
            entries[folded] = Name(folded, None, name, "place", None)
    return Gazetteer(entries)


def extend_names(names: Collection[str]) -> Gazetteer:
    """The lexicon's names and the publication's own; equal names give the same gazetteer.

    A name that ends as a council or another body does is left out: the body's place is meant.
    """
    if not names:
        return load_names()
    return _extend(names if isinstance(names, frozenset) else tuple(names))


def find_place(name: str) -> Name | None:
    """The lexicon's entry of a place given by name, whatever its case; None if unknown."""
    found = load_names().find(fold(name).removeprefix("the "))
    return None if found is None or found.sort == "trap" or found.demonym else found


def is_world(name: str) -> bool:
    """The name is that of the whole world, which is no place among others."""
    return fold(name).removeprefix("the ") in _WORLD


_WORLD = frozenset(("world", "globe", "global", "worldwide", "globally", "earth"))


def is_demonym(name: str) -> bool:
    """The lexicon knows a name as an adjective or a people: "Polish", "Germans"."""
    found = load_names().find(fold(name))
    return found is not None and found.demonym


@lru_cache(maxsize=256)
def find_key(name: str) -> str:
    """The lexicon's first name of a place, so that "UK" and "Britain" are one."""
    found = find_place(name)
    return name if found is None else found.key
