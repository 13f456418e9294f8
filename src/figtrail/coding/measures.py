"""The words of `measured` → the measure that one of the recipe's phrases names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from figtrail.coding.bases import find_base
from figtrail.coding.words import normalise_words
from figtrail.model import Figure
from figtrail.publication import Measure, MeasureTerm
from figtrail.recipe import Recipe

OTHER = r"(?P<other>\b(?:non|ex|anti) )?"
"""What makes another thing of what follows: non-food inflation is no food inflation."""

_OF_THOSE = re.compile(r"of (?:the|this|these|those|its|his|her|their|our|all|last|[\w']+'s?)\b")


@dataclass(frozen=True, slots=True)
class _Term:
    """A phrase as it is looked for; `measure` is None where it names none of the recipe's."""

    words: str
    pattern: re.Pattern[str]
    term: MeasureTerm
    measure: Measure | None

    @property
    def code(self) -> str | None:
        """The measure's code, None for words that only look like a measure's."""
        return self.measure.code if self.measure else None


class MeasureTerms:
    """The phrases of measures, the longest first."""

    def __init__(self, recipe: Recipe) -> None:
        measures = {measure.code: measure for measure in recipe.measures}
        terms = []
        for term in recipe.measure_terms:
            words = normalise_words(term.phrase)
            pattern = re.compile(rf"(?<!\w){OTHER}{re.escape(words)}(?!\w)")
            measure = measures[term.measure] if term.measure else None
            terms.append(_Term(words, pattern, term, measure))
        self.terms = sorted(terms, key=lambda term: -len(term.words))
        self.named: dict[str, list[_Term]] = {}

    def find(self, figure: Figure) -> str | None:
        """The code of the measure that a level's words name, None where they name none."""
        if figure.measured is None or figure.change is not None or _counts_part(figure):
            return None
        words = normalise_words(figure.measured)
        if words not in self.named:
            self.named[words] = [term for term in self.terms if _find_spans(term, words)]
        for term in self.named[words]:
            if _allows(term, figure):
                return term.code if _is_named(term, words) else None
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
                return term.code if _is_named(term, sentence) else None
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


def _is_named(term: _Term, words: str) -> bool:
    """Whether a phrase that stands in the words is meant, and not what it is contrasted with."""
    return any(match["other"] is None for match in term.pattern.finditer(words))


def _allows(term: _Term, figure: Figure) -> bool:
    kinds, units, measure = term.term.kinds, term.term.units, term.measure
    return (
        (not kinds or figure.kind in kinds)
        and (not units or figure.unit in units)
        and (
            measure is None
            or (
                (measure.kind is None or figure.kind == measure.kind)
                and _fits_denominator(figure, measure)
                and _fits_base(term, measure, figure)
            )
        )
    )


def _fits_denominator(figure: Figure, measure: Measure) -> bool:
    """A yearly amount is the amount of a flow; any other denominator must be the measure's own."""
    if measure.per is None and figure.per == "year":
        return measure.stock_or_flow == "flow"
    return figure.per == measure.per and (figure.per_quantity or 1) == (measure.per_quantity or 1)


def _fits_base(term: _Term, measure: Measure, figure: Figure) -> bool:
    """A percentage reckoned on the month or quarter before is no rate that says nothing of it."""
    if figure.kind != "percentage":
        return True
    sentence = normalise_words(figure.sentence or "")
    base = find_base(normalise_words(figure.measured or ""), sentence)
    own = find_base(term.words) or find_base(normalise_words(measure.label))
    return base is None or base == (own or "year")
