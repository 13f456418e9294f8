"""The unit of a reading: of its own words, of the figure that it goes on with, or of its noun."""

from __future__ import annotations

from figtrail.extraction.elision.antecedents import Unit
from figtrail.extraction.elision.asked import Asked
from figtrail.extraction.elision.ballots import find_ballots
from figtrail.extraction.elision.continuing import (
    goes_on,
    is_broken,
    is_other_side,
    is_part_of_amount,
    is_same_measure,
    is_strength,
    is_sum,
    is_unlike,
)
from figtrail.extraction.elision.crowds import CARRYING, find_crowd
from figtrail.extraction.elision.inheriting import inherit, is_beside_share, share_antecedent
from figtrail.extraction.elision.innings import find_runs
from figtrail.extraction.elision.own import find_own_unit
from figtrail.extraction.elision.persons import act_as_persons
from figtrail.extraction.elision.shares import find_elided_share
from figtrail.extraction.lexicon import read_pairs
from figtrail.extraction.measured import Measured
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens

# Denominators of a bare price: "a litre costs $1.20 here and 95 a litre there".
_PRICED_BY = frozenset(read_pairs("rates.txt", "article_nouns").values()) - {"person", "item"}


def resolve_unit(asked: Asked) -> Unit:
    """Kind, unit and denominator of a reading, from its own words or from the figure before."""
    tokens, reading, measured, antecedent = asked[0], asked[1], asked[2], asked.antecedent
    if _is_equated(tokens, reading):
        return asked.give("item")
    if antecedent is not None and is_part_of_amount(tokens, reading, antecedent):
        return asked.give(antecedent.unit, "ratio" if reading.kind == "ratio" else antecedent.kind)
    if antecedent is not None and asked.beside and is_other_side(tokens, reading, antecedent):
        return asked.give(antecedent.unit, "measurement")
    if antecedent is not None and is_sum(tokens, reading, antecedent):
        return asked.give(antecedent.unit, "money")
    percent = antecedent is not None and antecedent.kind == "percentage"
    if percent and reading.unit is None and reading.kind == "count" and is_beside_share(asked):
        return asked.give(asked.counted or asked.noun or "item")
    if measured is not None and is_broken(reading, measured):
        asked = asked._replace(noun=None)
    if antecedent is not None and is_unlike(reading, antecedent):
        asked = asked._replace(antecedent=None, noun=asked.noun or asked.counted or "person")
    own = find_own_unit(asked)
    if own is not None:
        return own
    if antecedent is not None and is_strength(tokens, reading, antecedent):
        return asked.give("magnitude", "measurement")
    told = _find_told(asked)
    if told is not None:
        return asked.give(told)
    if measured is not None and _is_number_of(tokens, measured):
        sized = antecedent is not None and antecedent.kind in ("measurement", "money")
        if asked.counted or sized:
            return asked.give(asked.counted or "item")
    shared = share_antecedent(asked)
    if shared is not None:
        return shared
    if reading.kind == "ratio" and measured is not None:
        shared = find_elided_share(tokens, reading, measured, asked.antecedent, beside=asked.beside)
        if shared is not None:
            return shared
    return _by_noun(asked)


def _is_equated(tokens: Tokens, reading: Reading) -> bool:
    """Whether a bare number is that of a statistic's symbol: "n = 45", "(p < 0.05)", "R2=0.7"."""
    at = reading.number.first - 1
    if at < 1 or tokens.words[at] not in _EQUATING or reading.unit is not None:
        return False
    before = tokens.words[at - 1]
    symbol = len(before) == 1 or (before == "2" and len(tokens.words[at - 2]) == 1)
    return symbol and reading.kind == "count" and reading.phrase is None


_EQUATING = frozenset("=<>≤≥≈")


def _find_told(asked: Asked) -> str | None:
    """The unit that a crowd, a majority or an innings gives a bare number."""
    tokens, reading = asked.tokens, asked.reading
    if reading.unit is not None or reading.kind not in ("count", "rate"):
        return None
    near = tokens.lowers[max(0, reading.bound_start - 3) : reading.bound_start]
    if near[-2:] == ["in", "another"] or near == ["in", "a", "further"]:
        # "Charges rose across 60 lines, while rents fell in another 14".
        return asked.counted if reading.phrase is None else None
    # "41 gigalitres, against its capacity of 61".
    sized = asked.antecedent is not None and asked.antecedent.kind == "measurement"
    contained = tokens.lowers[reading.bound_start - 2 : reading.bound_start] == ["capacity", "of"]
    contained = contained or tokens.lowers[reading.bound_start - 1] in CARRYING
    crowd = None if sized and contained else find_crowd(tokens, reading, asked.counted)
    return (
        crowd
        or find_ballots(tokens, reading, asked.measured)
        or find_runs(tokens, reading, asked.counted)
    )


def _by_noun(asked: Asked) -> Unit:
    """The unit of a number without one: its own noun's, the figure's before, or `item`."""
    tokens, reading, measured, noun, antecedent = asked[:5]
    kind = reading.kind
    if antecedent is not None:
        continued = goes_on(reading, antecedent, beside=asked.beside) or is_same_measure(
            tokens, reading, measured, antecedent
        )
        listed = antecedent.kind == "measurement" and _is_named_entry(tokens, reading)
        if noun is None and (continued or listed):
            return inherit(asked, antecedent)
        if asked.per in _PRICED_BY and antecedent.kind == "money" and reading.phrase is None:
            return asked.give(antecedent.unit, "money")
        named = antecedent.unit != "item"
        counted = antecedent.kind == "count" or (
            antecedent.kind == "rate" and antecedent.reading.number.kind is None
        )
        if noun is None and named and counted and kind in ("count", "rate") and _is_alike(asked):
            noun = antecedent.unit
    if noun is None and measured is not None and kind in ("count", "rate"):
        acts = act_as_persons(tokens, measured)
        moved = antecedent is not None and antecedent.change is not None
        if antecedent is not None and moved and antecedent.kind in ("ratio", "percentage"):
            # "Burglaries have trebled. We had 27 last year".
            noun = antecedent.noun
        again = asked.counted if _is_alike(asked) else None
        noun = noun or again or ("person" if acts else None)
    return asked.give(noun or "item")


def _is_named_entry(tokens: Tokens, reading: Reading) -> bool:
    """Whether a line of a list only names whose number it has: "South Buffalo: 39"."""
    colon = reading.bound_start - 1
    if reading.kind != "count" or reading.phrase is not None or tokens.lowers[colon] != ":":
        return False
    named = all(word[0].isupper() for word in tokens.words[:colon])
    return colon > 0 and named and reading.after >= len(tokens.words)


def _is_alike(asked: Asked) -> bool:
    """Whether a number may count what was counted before: "4.25" counts no lorries."""
    number, antecedent = asked.reading.number, asked.antecedent
    whole = number.value == int(number.value) or number.scale is not None
    other = antecedent.reading.number.value if antecedent is not None else number.value
    near = asked.beside and other < _FEW
    return whole or asked.per is not None or other != int(other) or near


# Fewer than so many counted are near enough to a broken number to have been averaged.
_FEW = 100


def _is_number_of(tokens: Tokens, measured: Measured) -> bool:
    """Whether a phrase only says that things were counted: "raising its number to 40"."""
    if measured.stop < 2 or tokens.lowers[measured.stop - 1] in _NUMBERS:
        return tokens.lowers[measured.stop - 1] in _NUMBERS
    # "The number damaged or destroyed".
    at = measured.start + (tokens.tags[measured.start] == "D")
    return tokens.lowers[at : at + 1] in (["number"], ["numbers"]) and (
        tokens.tags[at + 1 : at + 2] in (["E"], ["V"], ["J"])
    )


_NUMBERS = frozenset(("number", "numbers"))
