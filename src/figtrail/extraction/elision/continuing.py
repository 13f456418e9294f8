"""Whether a bare number goes on with the sum or size before it, or counts something else."""

from __future__ import annotations

from figtrail.extraction.elision.antecedents import Antecedent
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.measured import Measured
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens

_AMOUNT_PRONOUNS = frozenset(("it", "which", "this", "that"))
_IT = frozenset("it it’ll it'll it’s it's that they which".split())


def is_part_of_amount(tokens: Tokens, reading: Reading, antecedent: Antecedent) -> bool:
    """Whether a bare number says how much "of it" or "of which": of the sum or size before."""
    if antecedent.kind not in ("money", "measurement") or reading.number.kind is not None:
        return False
    ahead = tokens.lowers[reading.number.stop : reading.number.stop + 2]
    phrase = reading.phrase
    if antecedent.kind == "measurement" and _is_parted(tokens, reading, antecedent):
        return True
    if antecedent.kind == "measurement" and ahead[:1] == ["of"] and phrase is not None:
        # "14 kilos of heroin and three of cocaine".
        mass = phrase.start == reading.number.stop + 1 and phrase.head == phrase.start
        return mass and reading.kind == "count"
    if len(ahead) < 2 or ahead[0] != "of" or ahead[1] not in _AMOUNT_PRONOUNS:
        return False
    return reading.kind == "ratio" or (reading.kind == "count" and reading.number.scale is not None)


def is_other_side(tokens: Tokens, reading: Reading, antecedent: Antecedent) -> bool:
    """Whether a bare number is another side of what was measured: "40 metres high and 12 wide"."""
    stop = reading.number.stop
    phrase = reading.phrase
    bare = reading.kind == "count" and (phrase is None or phrase.stop == stop + 1)
    sided = tokens.lowers[stop : stop + 1] != [] and tokens.lowers[stop] in _SIDES
    return bare and sided and antecedent.kind == "measurement"


_SIDES = frozenset("wide long high deep tall thick across broad".split())


def _is_parted(tokens: Tokens, reading: Reading, antecedent: Antecedent) -> bool:
    """Whether a bare number is part of the size told right before it.

    "Of the 410 hectares, 120 burned", "410 hectares, of which 120 are woodland".
    """
    at, whole = reading.bound_start, antecedent.reading
    if reading.kind != "count" or reading.phrase is not None or reading.unit is not None:
        return False
    if reading.number.value >= whole.number.value or whole.after >= at:
        return False
    between = tokens.lowers[whole.after : at]
    if between in ([",", "of", "which"], ["of", "which"]):
        return True
    fronted = whole.bound_start > 1 and tokens.lowers[whole.bound_start - 2].startswith("of")
    return between == [","] and fronted


def is_of_that(tokens: Tokens, at: int) -> bool:
    """Whether "of that" says what a number is part of: "boats get 14,200 of that"."""
    pointed = tokens.lowers[at : at + 2] in (["of", "that"], ["of", "it"], ["of", "this"])
    return pointed and tokens.tags[at + 2 : at + 3] not in (["N"], ["J"])


def goes_on(reading: Reading, antecedent: Antecedent, *, beside: bool) -> bool:
    """Whether a bare number can't be a count, but more of what the figure before was.

    A broken number counts nothing ("we're at 3.6"), and millions behind a sum are money ("set
    aside £242m, having released 70 million").
    """
    number = reading.number
    if reading.kind != "count" or reading.phrase is not None:
        return False
    if antecedent.kind == "money":
        return beside and number.scale is not None
    return reading.is_broken and antecedent.kind in (
        "measurement",
        "percentage",
        "duration",
        "score",
    )


def is_sum(tokens: Tokens, reading: Reading, antecedent: Antecedent) -> bool:
    """Whether millions behind a sum are money, by what follows: "half a billion in gross costs"."""
    bare = reading.kind == "count" and reading.phrase is None and reading.number.value >= _MILLION
    if not bare or antecedent.kind != "money":
        return False
    ahead = tokens.lowers[reading.number.stop : reading.number.stop + 4]
    return ahead[:1] == ["in"] and not _SUMS.isdisjoint(ahead[1:])


_MILLION = 1_000_000
_SUMS = frozenset(read_sections("nouns.txt")["amounts"])


def is_same_measure(
    tokens: Tokens, reading: Reading, measured: Measured | None, antecedent: Antecedent
) -> bool:
    """Whether a bare number is another level of what the figure before measured.

    "The mark of 1,022" after megawatts, "gasoline stocks shed 2 million" after barrels, "we got
    76" after a percentage. It has no noun of its own, ends its clause and is of a like size.
    """
    if reading.kind != "count" or reading.unit is not None or reading.phrase is not None:
        return False
    at = reading.bound_start
    named = at > 1 and (
        (tokens.lowers[at - 1] == "of" and tokens.lowers[at - 2] in _READINGS)
        or (tokens.lowers[at - 1] == "the" and tokens.lowers[at - 2] in _COMPARED)
    )
    if not named and (measured is None or measured.rule not in _ABOUT):
        return False
    if not named and not _is_closed(tokens, reading):
        return False
    if antecedent.kind == "percentage":
        return _is_share(tokens, reading, antecedent)
    if antecedent.kind not in ("measurement", "duration", "score", "rate"):
        return False
    before = tokens.lowers[reading.bound_start - 1]
    counted = antecedent.kind == "rate" and antecedent.reading.number.kind is None
    told = named or before in _LEVEL
    if counted and (antecedent.per_quantity is not None or not told):
        # "75,400 each year. In 2024 the state managed fewer than 47,000": that many in all.
        return False
    return is_like(reading, antecedent)


def is_unlike(reading: Reading, antecedent: Antecedent) -> bool:
    """Whether a bare number is far too great for another duration: "waits of 12 hours hit 418".

    Nor is so many of so many what a percentage is: "60 percent (12 of 20) of the kennels".
    """
    bare = reading.kind == "count" and reading.unit is None and reading.phrase is None
    if bare and reading.number.out_of is not None and antecedent.kind == "percentage":
        return True
    value, other = reading.number.value, antecedent.reading.number.value
    return bare and antecedent.kind == "duration" and value >= _WHOLE and value > _UNLIKE * other


_UNLIKE = 20


def is_broken(reading: Reading, measured: Measured) -> bool:
    """Whether a number counts nothing, whatever its subject: "the series has averaged 72.1"."""
    number = reading.number
    whole = number.value == int(number.value) or number.scale is not None
    bare = reading.kind == "count" and reading.unit is None and reading.phrase is None
    counted = measured.rule in ("counted", "composing", "following")
    return bare and not counted and (not whole or number.value < 0)


def is_like(reading: Reading, antecedent: Antecedent) -> bool:
    """Whether a number is of about the size of the figure before."""
    value, other = abs(reading.number.value), abs(antecedent.reading.number.value)
    return min(value, other) > 0 and max(value, other) < _LIKE * min(value, other)


def _is_share(tokens: Tokens, reading: Reading, antecedent: Antecedent) -> bool:
    """Whether a number up to 100 is a level behind a percentage: "the Greens are at 14"."""
    before = tokens.lowers[reading.bound_start - 1]
    level = antecedent.change is None or antecedent.unit != "percent"
    return level and 0 < reading.number.value <= _WHOLE and before in _SCORING


def _is_closed(tokens: Tokens, reading: Reading) -> bool:
    """Whether a number ends its clause or goes on with when, where or for whom it was so."""
    after = reading.after
    if after >= len(tokens.words) or tokens.tags[after] in ".CRBV":
        return True
    return tokens.tags[after] == "P" and tokens.lowers[after] != "of"


# Before "the" these compare with another level: "almost double the 650 it managed in May".
_COMPARED = frozenset(
    "double twice treble triple times half than over above below beating topping exceeding "
    "against from versus".split()
)
# Nouns for a level before "of": "a reading of 100 would mean", "the old mark of 1,022".
_READINGS = frozenset("reading readings mark level score record high low peak".split())
# Rules by which a phrase only says what a number is about.
_ABOUT = frozenset(("clause", "subject", "verbless", "held", "object", "preceding", "gapped"))
_LIKE = 8
_WHOLE = 100
# Before a level of what comes again and again: "this time it's 13,000", "they get seven".
_LEVEL = frozenset("it’s it's is was are were at get gets got need needs".split())
# Before a level of support or success: "are at 14", "we got 76", "did best with 97".
_SCORING = frozenset(
    "at on with got get gets had has have is was are were be been scored managed achieved reached "
    "polled averaged it’s it's".split()
)


def is_of_others(tokens: Tokens, reading: Reading, antecedent: Antecedent, *, beside: bool) -> bool:
    """Whether a bare count after a sum counts something else: "we have 118 of them".

    What is said of "it" in the next sentence goes on with the sum: "It'll be 100 by 2025".
    """
    if reading.kind != "count" or antecedent.kind != "money":
        return False
    first = reading.number.first
    if tokens.lowers[reading.after : reading.after + 1] == ["of"]:
        return True
    return not beside and _IT.isdisjoint(tokens.lowers[max(0, first - 5) : first])


def is_strength(tokens: Tokens, reading: Reading, antecedent: Antecedent) -> bool:
    """Whether a broken number tells how strong quakes were: "212 tremors, the strongest 5.0"."""
    number = reading.number
    written = tokens.text[number.start : number.end]
    quaked = antecedent.unit in _QUAKES and reading.kind == "count" and reading.phrase is None
    bare = reading.kind == "count" and reading.phrase is None
    # "A 5.1 quake struck at 10km; a 4.3 followed".
    another = tokens.lowers[reading.bound_start - 1] == "a" and not _QUAKES.isdisjoint(
        tokens.lowers
    )
    quaked = quaked or (bare and another)
    return quaked and "." in written and 0 < number.value < _STRONGEST


_QUAKES = frozenset(("quake", "earthquake", "aftershock", "tremor", "temblor"))
_STRONGEST = 10


def is_replaced(tokens: Tokens, reading: Reading) -> bool:
    """Whether a number is what another replaces: "four trains an hour in place of three"."""
    before = tokens.lowers[max(0, reading.bound_start - 3) : reading.bound_start]
    return before == ["in", "place", "of"] or before[1:] in (["instead", "of"], ["rather", "than"])


def is_further(tokens: Tokens, reading: Reading, antecedent: Antecedent) -> bool:
    """Whether a number is more of what was measured: "400 hectares; another 150 are planned"."""
    before = tokens.lowers[max(0, reading.bound_start - 2) : reading.bound_start]
    further = before[-1:] == ["another"] or before == ["a", "further"]
    return further and reading.phrase is None and antecedent.kind == "measurement"


def is_held_against(tokens: Tokens, reading: Reading) -> bool:
    """Whether a share is one of the same of another: "barely half that of its rival"."""
    return tokens.lowers[reading.number.stop : reading.number.stop + 2] == ["that", "of"]
