"""Names of places → codes, as far as a name means one place."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from figtrail.coding.words import normalise_words
from figtrail.csvrows import read_rows
from figtrail.model import Document, Figure
from figtrail.publication import Place
from figtrail.recipe import Recipe

NAMES_OF_TWO = {"georgia": ("GE", "US-GA"), "congo": ("CG", "CD")}
"""Names that news uses of two places about equally often."""
NAMES_OF_CITIES = frozenset({"new york", "washington"})
"""Names of parts of countries that news uses as often of their cities."""
_KNOWN_ALONE = frozenset({"AU", "CA", "GB", "IN", "US", "ZA"})
_LARGE = frozenset({"Country", "Province", "State", "Territory", "Union territory"})
"""Of which countries the largest parts are known abroad by their English names alone."""
COUNTRY_NAMES = Path(__file__).with_name("country_names.csv")
"""What news calls countries, where the ISO 3166 list does not."""
KINDS = Path(__file__).with_name("place_kinds.txt")
"""What a part of a country is: state, province."""
SECOND_NAME = re.compile(r"\s*[\[(;].*|, (?:city of|county|the|.* de|.* of|region)$")
"""What ISO 3166 sets behind a name: another language's, or its first words."""


class PlaceNames:
    """Names of places → codes, by the recipe's places, its gazetteers, and ISO 3166."""

    def __init__(self, recipe: Recipe, documents: Iterable[Document] = ()) -> None:
        self.listed = (_index_names(recipe.places), _index_names(recipe.gazetteers))
        self.nation = recipe.nation
        self.homes = {
            document.source_id: (document.nation or recipe.nation, document.place)
            for document in documents
        }

    def find_all(self, source_id: str, figures: Sequence[Figure]) -> list[str | None]:
        """The codes of one article's places.

        Its own country decides between places of one name, else the one of those countries that
        the figure's sentence names, or that the article's other figures are about or name.
        """
        home = self._find_home(source_id)
        names = [_read_name(figure) for figure in figures]
        sure = {name: self._look_up(name, home, home) for name in set(names) if name}
        around = frozenset(_country_of(code) for code in sure.values() if code)
        unsure = {name for name, code in sure.items() if code is None and _may_be(name)}
        if unsure:
            around = around.union(*(_find_named(figure.sentence or "") for figure in figures))
        return [
            None
            if name is None
            else self._look_up_near(name, figure, around, home)
            if name in unsure
            else sure[name]
            for name, figure in zip(names, figures, strict=True)
        ]

    def _look_up_near(
        self, name: _Name, figure: Figure, around: frozenset[str], home: frozenset[str]
    ) -> str | None:
        """The place in the countries that the figure's sentence names, else that all of them do."""
        own = self._look_up(name, _find_named(figure.sentence or ""), home)
        return own or self._look_up(name, around, home)

    def _find_home(self, source_id: str) -> frozenset[str]:
        """The country of an article's own place, else the one that "nationally" means in it."""
        nation, place = self.homes.get(source_id, (self.nation, None))
        country = _find_country(_normalise_name(nation)) if nation else None
        if place:
            name = _Name(_normalise_name(place), is_part=False, capitalised=True)
            known = {country} if country else frozenset[str]()
            code = _find_iso(name, known, known)
            country = _country_of(code) if code else _find_country(name.words) or country
        return frozenset({country} if country else ())

    def _look_up(self, name: _Name, near: Collection[str], home: Collection[str]) -> str | None:
        for names in self.listed:
            for words in name.forms:
                if words in names:
                    codes = names[words]
                    return codes[0] if len(codes) == 1 else None
        return _find_iso(name, near, home) if name.capitalised else None


@dataclass(frozen=True, slots=True)
class _Name:
    """A place's name as it is looked up, and whether its sentence calls it a state, a province."""

    words: str
    is_part: bool
    capitalised: bool

    @property
    def forms(self) -> tuple[str, ...]:
        """The name as it stands, and without what sort of place it is."""
        bare = _drop_kind(self.words)
        return (self.words,) if bare == self.words else (self.words, bare)


def _read_name(figure: Figure) -> _Name | None:
    """The name of a figure's place; "Niger" of a sentence on Niger State is a part's."""
    text = figure.place_text
    if text is None:
        return None
    words = _normalise_name(text)
    follows = _after(words) if words in _load_iso()[0] else None
    is_part = bool(follows and follows.search(_normalise_name(figure.sentence or "")))
    return _Name(words, is_part, text != text.lower())


@cache
def _after(words: str) -> re.Pattern[str]:
    """A name with its kind behind it."""
    return re.compile(rf"(?<!\w){re.escape(words)} (?:{_kinds_pattern()})(?!\w)")


@cache
def _kinds_pattern() -> str:
    lines = KINDS.read_text(encoding="utf-8").splitlines()
    kinds = [line for line in lines if line and not line.startswith("#")]
    return "|".join(re.escape(kind) for kind in sorted(kinds, key=len, reverse=True))


@cache
def _drop_kind(words: str) -> str:
    """A normalised name without what sort of place it is, before or behind it."""
    kinds = _kinds_pattern()
    bare = re.sub(rf"^(?:(?:{kinds}) of (?:the )?|co(?:unty)? )| (?:{kinds})$", "", words)
    return bare or words


def _may_be(name: _Name) -> bool:
    """Whether countries have parts of a name, so that knowing the country may tell which."""
    return name.words in NAMES_OF_TWO or _drop_kind(name.words) in _load_bare()


@lru_cache(maxsize=256)
def _find_named(text: str) -> frozenset[str]:
    """The countries that a text names."""
    countries = _load_iso()[0]
    matches = _named_pattern().finditer(_normalise_name(text))
    return frozenset(countries[match[0]] for match in matches) - _COUNTRIES_OF_TWO


@cache
def _named_pattern() -> re.Pattern[str]:
    names = sorted(_load_iso()[0], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


_COUNTRIES_OF_TWO = frozenset(("GE", "CG"))
"""What their common names alone don't name for sure."""


def _country_of(code: str) -> str:
    return code.partition("-")[0]


def _normalise_name(name: str) -> str:
    """A name as it is compared: without accents, "the", and what makes it a possessive."""
    plain = unicodedata.normalize("NFKD", normalise_words(name).replace(".", ""))
    words = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return words.removeprefix("the ").removesuffix("'s").replace(" & ", " and ")


def _index_names(places: Sequence[Place]) -> dict[str, list[str]]:
    """Normalised name → codes: a label counts before the other names that places go by."""
    labels: dict[str, list[str]] = defaultdict(list)
    others: dict[str, list[str]] = defaultdict(list)
    for place in places:
        labels[_normalise_name(place.label)].append(place.code)
        for name in {_normalise_name(name) for name in place.names}:
            others[name].append(place.code)
    return others | labels


@cache
def _load_iso() -> tuple[dict[str, str], dict[str, list[str]]]:
    """Names of countries → ISO 3166-1 alpha-2, and of their parts → ISO 3166-2 codes."""
    import pycountry

    countries = {
        _normalise_name(row.require("name")): row.require("code")
        for row in read_rows(COUNTRY_NAMES, required=("name", "code"))
    }
    for country in pycountry.countries:
        for attribute in ("name", "common_name", "official_name"):
            name = getattr(country, attribute, None)
            if name:
                countries.setdefault(_normalise_name(name), country.alpha_2)
    parts: dict[str, list[str]] = defaultdict(list)
    for part in pycountry.subdivisions:
        parts[SECOND_NAME.sub("", _normalise_name(part.name))].append(part.code)
    return countries, parts


@cache
def _load_bare() -> dict[str, list[str]]:
    """The names of countries' parts without what sort of place each is → their codes."""
    bare: dict[str, list[str]] = defaultdict(list)
    for name, codes in _load_iso()[1].items():
        bare[_drop_kind(name)] += codes
    return bare


def _find_country(name: str) -> str | None:
    """The country that a name is, or that alone has a part of that name."""
    countries, parts = _load_iso()
    if name in countries:
        return countries[name]
    owners = {_country_of(code) for code in parts.get(name, ())}
    return owners.pop() if len(owners) == 1 else None


def _find_iso(name: _Name, near: Collection[str], home: Collection[str]) -> str | None:
    """The code of the one country, or part of a country, that the name can mean.

    Of several it is the one in the countries `near`. A name that says what sort of place it is
    ("Central Province") may stand for one that doesn't, but only there. Where the article's `home`
    is known, a part of a country that nobody names is taken only where it is known by its name
    alone, as Kerala is: a Hamburg of New York State is no part of Germany.
    """
    words = name.words
    countries, parts = _load_iso()
    if words in NAMES_OF_TWO and not name.is_part:
        return _only(code for code in NAMES_OF_TWO[words] if _country_of(code) in near)
    if words in countries and not name.is_part:
        return countries[words]
    if words in NAMES_OF_CITIES:
        return None
    exact = parts.get(words, [])
    loose = _load_bare().get(_drop_kind(words), [])
    for codes in (exact, loose):
        close = [code for code in codes if _country_of(code) in near]
        if close:
            return _only(close)
    if exact:
        found = _only({*exact, *loose})
        return found if found is None or not home or _is_known_alone(found) else None
    return countries.get(words)


def _is_known_alone(code: str) -> bool:
    """Whether a part of a country is known abroad by its name alone: Kerala, Ontario."""
    import pycountry

    part = pycountry.subdivisions.get(code=code)  # type: ignore[no-untyped-call]
    return _country_of(code) in _KNOWN_ALONE and part is not None and part.type in _LARGE


def _only(codes: Iterable[str]) -> str | None:
    """The one member, None of none and of several."""
    found = list(codes)
    return found[0] if len(found) == 1 else None
