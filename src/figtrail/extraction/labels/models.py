"""Numbers that name a model, a bus, a zone or a group: "a Porsche 911", "the 38 bus"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import is_plural
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens

_LABELS = read_sections("labels.txt")
_MAKERS = frozenset(_LABELS["makers"])
_BUSES = (["bus"], ["tram"], ["trolleybus"], ["zone"])
# Models have so many digits at most.
_DIGITS = 4
_GROUPS = frozenset((5, 7, 8, 10, 20, 24, 77))


def is_model(tokens: Tokens, number: Number) -> bool:
    """Whether digits name a thing of a kind: "Peugeot's 208", "his 3 Series", "Euro 6 diesels"."""
    words, first, stop = tokens.words, number.first, number.stop
    if number.kind is not None:
        return False
    before = words[first - 1]
    if _is_made(tokens, number, before.lower()):
        return True
    if words[stop : stop + 1] == ["Series"] or (before == "Euro" and number.value < 8):
        return number.value < 10
    if words[max(0, first - 2) : first] == ["Group", "of"]:
        return number.value in _GROUPS
    if before.lower() not in ("the", "a") or number.value < 2:
        return False
    bus = stop + (tokens.lowers[stop : stop + 1] == ["night"])
    # "The 40 bus drivers" are counted.
    return tokens.lowers[bus : bus + 1] in _BUSES and tokens.tags[bus + 1 : bus + 2] not in (
        ["N"],
        ["J"],
    )


def _is_made(tokens: Tokens, number: Number, before: str) -> bool:
    """Whether the maker's name stands before, and no plural behind: "Volvo 240", not "40 cars"."""
    maker = before.removesuffix("'s").removesuffix("’s")
    if maker not in _MAKERS or len(tokens.words[number.core]) > _DIGITS:
        return False
    if number.value < 10 and tokens.tags[max(0, number.first - 2)] != "D":
        return False  # "A Mazda 3", but "at Mazda 3 were hurt"
    stop = number.stop
    counted = stop < len(tokens.words) and tokens.tags[stop] in "NJ"
    counted = counted and (maker != before or is_plural(tokens.lowers[stop]))
    return not counted or tokens.words[stop][0].isupper()
