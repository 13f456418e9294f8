"""The names and words by which places are known, read once from the lexicon.

A name is matched in *folded* text: lower case, Latin letters without their marks, straight
apostrophes and plain spaces, one character for one character, so offsets hold in the original.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from figtrail.extraction.lexicon import read_sections

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


@dataclass(frozen=True, slots=True)
class Words:
    """The word classes of places_words.txt: one field a section."""

    locative: frozenset[str]
    locative_unknown: frozenset[str]
    away: frozenset[str]
    comparing: frozenset[str]
    of_person: frozenset[str]
    of_people: frozenset[str]
    determiner: frozenset[str]
    of_unknown: frozenset[str]
    body: frozenset[str]
    body_end: frozenset[str]
    venue: frozenset[str]
    area: frozenset[str]
    area_local: frozenset[str]
    direction: frozenset[str]
    national: frozenset[str]
    team: frozenset[str]
    person_noun: frozenset[str]
    speech: frozenset[str]
    not_place: frozenset[str]
    forename: frozenset[str]
    ambiguous: frozenset[str]
    elsewhere: frozenset[str]
    not_superlative: frozenset[str]
    follow: frozenset[str]
    origin: frozenset[str]
    ranking: frozenset[str]
    rank: frozenset[str]
    record: frozenset[str]
    quarter: frozenset[str]
    auxiliary: frozenset[str]
    forces: frozenset[str]
    based: frozenset[str]
    firm: frozenset[str]
    month: frozenset[str]
    spelled: frozenset[str]
    gate: frozenset[str]
    feature: frozenset[str]
    statecraft: frozenset[str]
    university: frozenset[str]
    thing_head: frozenset[str]


Index = dict[str, tuple[Name, ...]]

# The files are ASCII, so that `lower` alone folds them; names in the text may carry any mark.
_LEXICON = Path(__file__).parent.parent / "lexicon"

_FIRST_WORD = re.compile(r"\w+")
_MARKED = re.compile("[\u00a0\u00c0-\u024f\u202f]")
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
    if text.isascii():
        folded = text.lower()
    else:
        plain = text.replace("’", "'").replace("‘", "'")
        # `translate` is slow; most text beyond ASCII has only dashes and quotation marks.
        folded = (plain.translate(_FOLDS) if _MARKED.search(plain) else plain).lower()
    if "\n" in folded or "\t" in folded:
        folded = folded.replace("\n", " ").replace("\t", " ")
    if len(folded) == len(text):
        return folded
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text.translate(_FOLDS))


def _read(filename: str) -> str:
    return (_LEXICON / filename).read_text(encoding="ascii")


@lru_cache(maxsize=1)
def load_words() -> Words:
    """The word classes; a section that the file lacks is a KeyError by its name."""
    sections = read_sections("places_words.txt")
    return Words(**{field: frozenset(sections[field]) for field in Words.__dataclass_fields__})


def _label(name: str, canonical: str, sort: Sort) -> str | None:
    if name.startswith("the "):
        return name[4:]
    if not name.endswith("."):
        return None
    return name.replace(".", "") if sort == "country" else canonical


def _countries(filename: str, sort: Sort) -> Iterator[Name]:
    text = _read(filename)
    for line, folded_line in zip(text.splitlines()[1:], text.lower().splitlines()[1:], strict=True):
        canonical, names, demonyms = line.split(",")
        folded, folded_names, folded_demonyms = folded_line.split(",")
        yield Name(folded, None, canonical, sort, canonical)
        if names:
            for name, other in zip(names.split(";"), folded_names.split(";"), strict=True):
                label = _label(name, canonical, sort)
                yield Name(other.removeprefix("the "), label, canonical, sort, canonical)
        if demonyms:
            for demonym in folded_demonyms.split(";"):
                yield Name(demonym, canonical, canonical, sort, canonical, True)


def _localities() -> Iterator[Name]:
    text = _read("places_names.txt")
    for line, folded_line in zip(text.splitlines()[1:], text.lower().splitlines()[1:], strict=True):
        sort, country, listed = line.split(" | ")
        home = None if country == "-" else country
        folded_list = folded_line.split(" | ")[2].split(", ")
        for names, folded_names in zip(listed.split(", "), folded_list, strict=True):
            if "=" not in names:
                label = _label(names, names, "region")
                folded = folded_names.removeprefix("the ")
                yield Name(folded, label, names, sort, home)  # type: ignore[arg-type]
                continue
            canonical, *_ = both = names.split("=")
            for name, other in zip(both, folded_names.split("="), strict=True):
                label = _label(name, canonical, "region")
                folded = other.removeprefix("the ")
                yield Name(folded, label, canonical, sort, home)  # type: ignore[arg-type]


def _index(names: Iterator[Name], base: Index | None = None) -> Index:
    """Names by their first word, longest first; of equal names the first stays."""
    by_name: dict[str, Name] = {}
    for name in names:
        by_name.setdefault(name.folded, name)
    grouped: dict[str, list[Name]] = {}
    for folded, name in by_name.items():
        word = folded if folded.isalpha() else first_word(folded)
        grouped.setdefault(word, []).append(name)
    index = dict(base or {})
    for word, group in grouped.items():
        if word in index:
            group += [n for n in index[word] if n.folded not in by_name]
        if len(group) > 1:
            group.sort(key=lambda n: -len(n.folded))
        index[word] = tuple(group)
    return index


def first_word(folded: str) -> str:
    """The letters and digits with which a folded name starts."""
    match = _FIRST_WORD.match(folded)
    return match[0] if match else ""


@lru_cache(maxsize=1)
def load_names() -> Index:
    """All names of the lexicon by first word, traps among them."""

    def names() -> Iterator[Name]:
        for trap in _read("places_traps.txt").lower().splitlines()[1:]:
            yield Name(trap, None, trap, "trap", None)
        yield from _countries("places_countries.csv", "country")
        yield from _countries("places_areas.csv", "area")
        yield from _localities()

    return _index(names())


@lru_cache(maxsize=8)
def _extended(names: frozenset[str] | tuple[str, ...]) -> Index:
    base = load_names()
    known = {name.folded: name for group in base.values() for name in group}
    words = load_words()

    def own() -> Iterator[Name]:
        for name in sorted(names):
            folded = fold(name).removeprefix("the ")
            last = folded.rsplit(" ", 1)[-1]
            if not folded or not folded[0].isalnum() or last in words.body_end:
                continue
            before = known.get(folded)
            if before is None or before.sort == "trap":
                yield Name(folded, None, name, "place", None)

    return _index(own(), base)


def extend_names(names: Collection[str]) -> Index:
    """The lexicon's names and the publication's own; the same names give the same index."""
    if not names:
        return load_names()
    return _extended(names if isinstance(names, frozenset) else tuple(names))


def find_country(place: str) -> str | None:
    """The country that a known place lies in, by the lexicon's spelling; None if unknown."""
    folded = fold(place).removeprefix("the ")
    for name in load_names().get(first_word(folded), ()):
        if name.folded == folded and name.sort != "trap":
            return name.country
    return None
