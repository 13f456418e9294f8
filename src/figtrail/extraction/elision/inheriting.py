"""What a bare number shares with the figure before it: its noun, unit, kind and denominator."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_VERBS
from figtrail.extraction.elision.antecedents import Antecedent, Unit
from figtrail.extraction.elision.asked import Asked
from figtrail.extraction.elision.bare_units import INDICES
from figtrail.extraction.elision.continuing import is_further, is_like, is_of_others, is_replaced
from figtrail.extraction.elision.points import PERCENT_STARTS
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.measured import LEVEL_NOUNS, Measured
from figtrail.extraction.nouns import NUMBERING, singular
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens

_AT_LEVEL = frozenset(("on", "at"))
# Measures that goods and ways are priced by.
MEASURES = frozenset(read_sections("rates.txt")["measures"]) | {"mile", "kilometre"}


def share_antecedent(asked: Asked) -> Unit | None:
    """The unit of a reading that goes on with the figure before; None where it has its own."""
    tokens, reading, measured, noun, antecedent = asked[:5]
    if antecedent is None:
        return None
    if is_of_others(tokens, reading, antecedent, beside=asked.beside):
        return asked.give(noun or asked.counted or "item")
    bought = antecedent.kind == "money" and tokens.lowers[reading.bound_start - 1] == "for"
    if bought and reading.kind == "count" and not _is_dealt(tokens, reading, antecedent):
        # "Pills cost £12 for 90".
        return asked.give(noun or asked.counted or "item")
    first = tokens.lowers[reading.bound_start - 3 : reading.bound_start]
    if antecedent.per is not None and first in _FIRST and reading.kind == "count":
        # "45p a mile for the first 10,000".
        return Unit("measurement" if antecedent.per in MEASURES else "count", antecedent.per)
    tied = is_replaced(tokens, reading) or is_further(tokens, reading, antecedent)
    elided = tied or measured is None or _names_level(tokens, measured)
    if measured is not None and _is_acted_on(tokens, reading, measured, antecedent):
        return asked.give(noun or "item")
    listed = measured is not None and _is_listed(tokens, reading, measured, antecedent)
    if measured is not None and _counts_by_subject(asked, measured, antecedent):
        return asked.give(noun or "item")
    gapped = asked.beside and _is_gapped(tokens, reading, measured, noun)
    if elided or (gapped and not listed):
        if asked.beside and _is_no_sum(reading, antecedent):
            return asked.give(noun or asked.counted or "item")
        return inherit(asked, antecedent)
    return asked.give(noun or antecedent.unit) if listed else None


def _is_no_sum(reading: Reading, antecedent: Antecedent) -> bool:
    """Whether a bare number beside a sum is none, by its size: "£900 each for 21 carers, from 16".

    Cents are told in whole numbers, and millions beside millions are money at any size.
    """
    if reading.kind != "count" or antecedent.kind != "money":
        return False
    number, other = reading.number, antecedent.reading.number
    if number.scale is not None and other.scale is not None:
        return False
    size = other.value * _CENTS if 0 < other.value < 1 else other.value
    if number.value <= 0 or size <= 0:
        return False
    return max(number.value, size) > _LIKE * min(number.value, size)


def _is_dealt(tokens: Tokens, reading: Reading, antecedent: Antecedent) -> bool:
    """Whether something changes hands for a sum like the one before: "sold it for 650"."""
    near = tokens.lowers[max(0, reading.bound_start - _DEALT) : reading.bound_start]
    closed = tokens.tags[reading.number.stop : reading.number.stop + 1] in ([], ["."], ["C"], ["R"])
    return closed and not _DEALING.isdisjoint(near) and is_like(reading, antecedent)


# How many tokens before a sum what changes hands may stand.
_DEALT = 5
_DEALING = frozenset("sold sell sells selling bought went goes let rented bid".split())
_CENTS = 100
# How many times the lesser of two sums the greater is where both are told alike.
_LIKE = 8
_FIRST = [["for", "the", word] for word in ("first", "next", "last")]


def inherit(asked: Asked, antecedent: Antecedent) -> Unit:
    """The unit that a reading with none of its own has from the figure before."""
    tokens, reading = asked.tokens, asked.reading
    first = reading.bound_start
    if reading.kind == "count" and antecedent.unit == "times":
        if antecedent.change is not None:
            return asked.give(antecedent.noun or "item")
        return asked.give("times", "ratio")
    if reading.kind == "ratio":
        unit = (
            antecedent.unit
            if antecedent.kind in ("count", "rate", "money", "measurement")
            else None
        )
        return Unit("ratio", unit or antecedent.noun or "item")
    before = tokens.lowers[first - 1] if first else ""
    if antecedent.kind == "percentage" and antecedent.change is not None and reading.unit is None:
        said_again = _say_again(asked, antecedent)
        if said_again is not None:
            return said_again
    levelled = before in _AT_LEVEL or (before == "to" and antecedent.change is not None)
    if antecedent.unit == "percentage_point" and reading.kind == "count" and levelled:
        # "A swing of 18 points. They were second on 26.3", "drops four to 35".
        return asked.give("percent", "percentage")
    if (
        antecedent.unit == "percent"
        and reading.kind == "count"
        and antecedent.change is None
        and (before in _MOVED or before in CHANGE_VERBS or _is_moved(tokens, reading))
    ):
        # "On 28%, up two": so many points.
        return asked.give("percentage_point", "percentage")
    there = "there" in tokens.lowers[max(0, first - 3) : first]
    to_level = (before == "to" or there) and antecedent.change is not None
    other = antecedent.reading.bound_start
    if antecedent.change is not None and tokens.lowers[max(0, first - 3) : first][-2:] in _MORE:
        to_level = True  # "crimes leapt 39% with a further 78"
    if to_level and asked.beside and other and tokens.lowers[other - 1] == "from":
        to_level = False  # "rises ran from 6 per cent in mining to 3"
    if antecedent.kind in ("percentage", "ratio") and (
        to_level or antecedent.kind == "ratio" or reading.number.value > 100
    ):
        # "4,100 were waiting, 3.7% (118) more": of what was counted before the share.
        again = asked.counted if before == "(" else None
        whole = antecedent.unit if antecedent.kind == "ratio" else None
        return asked.give(antecedent.noun or again or whole or "item")
    per = asked.per
    return Unit(
        antecedent.kind,
        antecedent.unit,
        per or antecedent.per,
        asked.per_quantity if per is not None else antecedent.per_quantity,
    )


_MORE = (["with", "another"], ["a", "further"])
_MOVED = frozenset(("up", "down"))


def _is_moved(tokens: Tokens, reading: Reading) -> bool:
    """Whether a number is how far a level moved: "turnout was 61.2 per cent, 4.4 up on 2019"."""
    ahead = tokens.lowers[reading.after : reading.after + 2]
    return ahead[:1] != [] and ahead[0] in _MOVED and ahead[1:] in (["on"], ["from"])


def is_beside_share(asked: Asked) -> bool:
    """Whether a bare count has its own share beside it: "cautioned 40, 27 per cent", "4% (33)"."""
    tokens, reading, antecedent = asked.tokens, asked.reading, asked.antecedent
    after = reading.after
    if tokens.lowers[after : after + 1] in ([","], ["("]) and reading.phrase is None:
        own = tokens.tags[after + 1 : after + 2] == ["M"] and tokens.lowers[after + 2 : after + 3]
        if own and own[0] in PERCENT_STARTS and reading.number.value == int(reading.number.value):
            return True
    if tokens.lowers[reading.bound_start - 1] != "(" or tokens.lowers[after : after + 1] != [")"]:
        return False
    compared = tokens.lowers[after + 1 : after + 2] in (["more"], ["fewer"], ["less"])
    return compared or (antecedent is not None and antecedent.change is not None)


def _say_again(asked: Asked, antecedent: Antecedent) -> Unit | None:
    """The unit of a change told again in numbers, or of the level that it starts from.

    "Fell 0.7%, or 43.1", "robberies are 6 per cent up on the 29 of last year".
    """
    lowers, first = asked.tokens.lowers, asked.reading.bound_start
    told = lowers[first - 2 : first] == [",", "or"]
    held = lowers[first - 1 : first] == ["the"] and lowers[first - 2] in _BASES
    if asked.reading.kind != "count" or not (told or held):
        return None
    unit = antecedent.noun or asked.counted
    if unit is None and not INDICES.isdisjoint(lowers):
        return asked.give("point", "score")
    return asked.give(unit) if unit is not None else None


_BASES = frozenset("over than on from against".split())


def _is_listed(
    tokens: Tokens, reading: Reading, measured: Measured, antecedent: Antecedent
) -> bool:
    """Whether a noun says so many in all: "sees 300 patients a month, has a list of 4,000"."""
    listed = measured.rule == "preceding" and antecedent.kind == "rate"
    return listed and tokens.lowers[reading.bound_start - 1] == "of"


def _is_acted_on(
    tokens: Tokens, reading: Reading, measured: Measured, antecedent: Antecedent
) -> bool:
    """Whether a bare count after a sum is of what is changed: "£12m to cut the list by 20,000"."""
    changed = measured.rule == "object" and tokens.lowers[reading.bound_start - 1] == "by"
    return changed and antecedent.kind == "money" and reading.kind == "count"


def _counts_by_subject(asked: Asked, measured: Measured, antecedent: Antecedent) -> bool:
    """Whether each of two counts has its noun for subject: "cases fell to 60, and deaths to 9"."""
    reading, other = asked.reading, antecedent.reading
    if measured.rule != "gapped" or antecedent.kind != "count" or asked.noun is None:
        return False
    own = reading.phrase is None and other.phrase is None and other.unit is None
    to = asked.tokens.lowers[reading.bound_start - 1] == "to"
    return own and to and antecedent.noun == antecedent.unit != asked.noun


def _names_level(tokens: Tokens, measured: Measured) -> bool:
    """Whether a phrase only names a level ("target", "total") of something said before."""
    if measured.head is None:
        return False
    lower = tokens.lowers[measured.head]
    first = tokens.lowers[measured.start]
    if first in LEVEL_NOUNS and tokens.lowers[measured.start + 1 : measured.start + 2] == ["for"]:
        # "The average for similar counties".
        return True
    return lower in LEVEL_NOUNS or singular(lower) in NUMBERING


def _is_gapped(
    tokens: Tokens, reading: Reading, measured: Measured | None, noun: str | None
) -> bool:
    """Whether a bare number shares the unit of the one before: "Akita lost 1.75%, Aomori 1.66".

    So does one that closes its clause, where its own noun isn't counted: "winds of 60 km/h,
    gusting to 80", "biomass 25". A counted plural as its subject keeps its own.
    """
    if reading.phrase is not None or measured is None or reading.kind not in ("count", "rate"):
        return False
    if measured.rule in ("named", "gapped", "bracketed"):
        return True
    stop = reading.after
    closed = (
        stop >= len(tokens.words) or tokens.tags[stop] in ".CPR" or tokens.lowers[stop] == "per"
    )
    return closed and (noun is None or measured.rule == "composing")
