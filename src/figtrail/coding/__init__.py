"""Free words → codes of the recipe's codelists. What isn't matched keeps its words alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from figtrail.coding.measures import MeasureTerms
from figtrail.coding.places import PlaceNames
from figtrail.model import Document, Figure
from figtrail.recipe import Recipe


def code_figures(
    figures: Iterable[Figure], recipe: Recipe, documents: Iterable[Document] = ()
) -> tuple[Figure, ...]:
    """The figures with `measure` and `place` filled in where the recipe's codelists know them.

    A measure is named by the longest of its phrases that stands whole in `measured` (case, hyphens
    and the shape of apostrophes aside), else by the longest in the sentence that goes on from the
    head of `measured`; for a figure of the phrase's kinds and units and of the measure's own kind
    and denominator. The size of a change never gets the code of a level. A
    place is found by name in the recipe's places, then its gazetteers, then ISO 3166, where the
    country of the article (`documents` says which it is, else the recipe's nation) decides between
    places of one name. A code that a correction has set stays.
    """
    terms = MeasureTerms(recipe)
    names = PlaceNames(recipe, documents)
    coded: list[Figure] = []
    for source_id, article in groupby(figures, key=lambda figure: figure.source_id):
        own = tuple(article)
        places = names.find_all(source_id, own)
        coded += (
            replace(
                figure,
                measure=figure.measure or terms.find(figure),
                place=figure.place or place,
            )
            for figure, place in zip(own, places, strict=True)
        )
    return tuple(coded)
