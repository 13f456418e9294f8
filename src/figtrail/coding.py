"""Free words → codes of the recipe's codelists. What isn't matched keeps its words alone."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from figtrail.csvrows import read_rows
from figtrail.model import Figure, Measure, MeasureTerm, Place
from figtrail.recipe import Recipe

APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'"})
WORD_GAPS = re.compile(r"[\s\-‐‑–—]+")
_OF_THOSE = re.compile(r"of (?:the|this|these|those|its|his|her|their|our|all|last|[\w']+'s?)\b")
NAMES_OF_TWO = frozenset({"georgia"})
"""Names that news uses of a country and of a part of another about equally often."""
NAMES_OF_CITIES = frozenset({"new york", "washington"})
"""Names of parts of countries that news uses as often of their cities."""
_KNOWN_ALONE = frozenset({"AU", "CA", "GB", "IN", "US", "ZA"})
_LARGE = frozenset({"Country", "Province", "State", "Territory", "Union territory"})
"""Of which countries the largest parts are known abroad by their English names alone."""
COUNTRY_NAMES = Path(__file__).with_name("country_names.csv")
"""What news calls countries, where the ISO 3166 list does not."""


def code_figures(figures: Iterable[Figure], recipe: Recipe) -> tuple[Figure, ...]:
    """The figures with `measure` and `place` filled in where the recipe's codelists know them.

    A measure is named by the longest of its phrases that stands whole in `measured` (case, hyphens
    and the shape of apostrophes aside), else by the longest in the sentence that goes on from the
    head of `measured`; for a figure of the phrase's kinds and units and of the measure's own kind
    and denominator. The size of a change never gets the code of a level. A
    place is found by name in the recipe's places, then its gazetteers, then ISO 3166. A code that
    a correction has set stays.
    """
    terms = _Terms(recipe)
    names = _Names(recipe)
    return tuple(
        replace(
            figure,
            measure=figure.measure or terms.find(figure),
            place=figure.place or names.find(figure.place_text),
        )
        for figure in figures
    )


def normalise_words(text: str) -> str:
    """The words of a phrase as they are compared: lower case, single blanks, plain apostrophes."""
    return WORD_GAPS.sub(" ", text.translate(APOSTROPHES).casefold()).strip()


@dataclass(frozen=True, slots=True)
class _Term:
    words: str
    pattern: re.Pattern[str]
    term: MeasureTerm
    measure: Measure


class _Terms:
    """The phrases of measures, the longest first."""

    def __init__(self, recipe: Recipe) -> None:
        measures = {measure.code: measure for measure in recipe.measures}
        terms = []
        for term in recipe.measure_terms:
            words = normalise_words(term.phrase)
            pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
            terms.append(_Term(words, pattern, term, measures[term.measure]))
        self.terms = sorted(terms, key=lambda term: -len(term.words))
        self.named: dict[str, list[_Term]] = {}

    def find(self, figure: Figure) -> str | None:
        if figure.measured is None or figure.change is not None or _counts_part(figure):
            return None
        words = normalise_words(figure.measured)
        if words not in self.named:
            self.named[words] = [term for term in self.terms if _find_spans(term, words)]
        for term in self.named[words]:
            if _allows(term, figure):
                return term.measure.code
        return self._find_around(figure, words)

    def _find_around(self, figure: Figure, words: str) -> str | None:
        """The measure of a phrase of the sentence that takes up `measured` and goes on from it.

        It must hold the last word of `measured` (its head) where that stands nearest to the number.
        """
        sentence = normalise_words(figure.sentence)
        fitting = [term for term in self.terms if term.words in sentence and _allows(term, figure)]
        measured = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
        found = [match.end() for match in measured.finditer(sentence)] if fitting else []
        if not found:
            return None
        before = figure.sentence[: figure.char_start - figure.sentence_start]
        number = len(normalise_words(before))
        head_end = min(found, key=lambda end: abs(end - number))
        for term in fitting:
            if any(start < head_end <= end for start, end in _find_spans(term, sentence)):
                return term.measure.code
        return None


def _counts_part(figure: Figure) -> bool:
    """Whether a count is of some of those that its noun names, and no level of them all.

    "17 of this year's fires were in Leeds", "of the 78 fires, 49 were put out".
    """
    if figure.kind != "count" or figure.out_of is not None:
        return False
    after = figure.sentence[figure.char_end - figure.sentence_start :]
    told = _OF_THOSE.match(normalise_words(after)) is not None
    return told or f", {figure.quote}" in (figure.measured or "")


def _find_spans(term: _Term, words: str) -> list[tuple[int, int]]:
    """Where a phrase stands whole in normalised words."""
    if term.words not in words:
        return []
    return [match.span() for match in term.pattern.finditer(words)]


def _allows(term: _Term, figure: Figure) -> bool:
    kinds, units, measure = term.term.kinds, term.term.units, term.measure
    return (
        (not kinds or figure.kind in kinds)
        and (not units or figure.unit in units)
        and (measure.kind is None or figure.kind == measure.kind)
        and _fits_denominator(figure, measure)
    )


def _fits_denominator(figure: Figure, measure: Measure) -> bool:
    """A yearly amount is the amount of a flow; any other denominator must be the measure's own."""
    if measure.per is None and figure.per == "year":
        return measure.stock_or_flow == "flow"
    return figure.per == measure.per and (figure.per_quantity or 1) == (measure.per_quantity or 1)


class _Names:
    """Names of places → codes, as far as a name means one place."""

    def __init__(self, recipe: Recipe) -> None:
        self.listed = (_index_names(recipe.places), _index_names(recipe.gazetteers))
        self.nation = recipe.nation
        self.found: dict[str, str | None] = {}

    def find(self, name: str | None) -> str | None:
        if name is None:
            return None
        if name not in self.found:
            self.found[name] = self._look_up(_normalise_name(name))
        return self.found[name]

    def _look_up(self, name: str) -> str | None:
        for names in self.listed:
            if name in names:
                codes = names[name]
                return codes[0] if len(codes) == 1 else None
        country = _find_country(_normalise_name(self.nation or ""))
        return _find_iso(name, country) or _find_county(name, country)


def _normalise_name(name: str) -> str:
    """A name as it is compared: without accents, full stops, "the" and "’s"."""
    spelt = unicodedata.normalize("NFKD", normalise_words(name).replace(".", ""))
    words = "".join(letter for letter in spelt if not unicodedata.combining(letter))
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


class _Part(NamedTuple):
    """A part of a country: its ISO 3166-2 code, and what the country calls such a part."""

    code: str
    type: str

    @property
    def country(self) -> str:
        return self.code.partition("-")[0]


@cache
def _load_iso() -> tuple[dict[str, str], dict[str, list[_Part]]]:
    """Names of countries → ISO 3166-1 alpha-2, and of their parts → those of ISO 3166-2."""
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
    parts: dict[str, list[_Part]] = defaultdict(list)
    for part in pycountry.subdivisions:
        parts[_normalise_name(part.name)].append(_Part(part.code, part.type))
    return countries, parts


def _find_country(name: str) -> str | None:
    countries, parts = _load_iso()
    if name in countries:
        return countries[name]
    owners = {part.country for part in parts.get(name, ())}
    return owners.pop() if len(owners) == 1 else None


def _find_iso(name: str, country: str | None) -> str | None:
    """The code of the one country, or part of a country, that the name can mean.

    Where the publication's country is known, a part of another is taken only where it is known
    by its name alone, as Kerala is: a Hamburg of New York State is no part of Germany.
    """
    countries, parts = _load_iso()
    found = parts.get(name, [])
    near = [part.code for part in found if part.country == country]
    if name in countries:
        mixed = name in NAMES_OF_TWO and countries[name] != country
        if not mixed:
            return countries[name]
        return near[0] if len(near) == 1 else None
    if name in NAMES_OF_CITIES:
        return None
    others = [part for part in found if country is None or part.type in _LARGE]
    far = [part.code for part in others if country is None or part.country in _KNOWN_ALONE]
    likely = near or (far if len(others) == 1 else [])
    return likely[0] if len(likely) == 1 else None


def _find_county(name: str, country: str | None) -> str | None:
    """The code of "County Cork", "Co Cork" or "Cork County" in the publication's own country."""
    bare = name.removeprefix("county ").removeprefix("co ").removesuffix(" county")
    if bare == name:
        return None
    found = [
        part.code
        for part in _load_iso()[1].get(bare, ())
        if part.country == country and part.type == "County"
    ]
    return found[0] if len(found) == 1 else None
