"""Whether the "m" behind digits is metres and not millions: "97m long", "the river hit 5.6m"."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import is_plural
from figtrail.extraction.numbers.forms import SIGNS, match_unit
from figtrail.extraction.numbers.ways import is_way
from figtrail.extraction.tokens import DASHES, HYPHENS, Tokens, read_digits

_WORDS = read_sections("numbers.txt")
_DIMENSIONS = frozenset(_WORDS["dimensions"])
_LENGTHS = frozenset(_WORDS["lengths"])
_THINGS = frozenset(_WORDS["sized_things"])
_WATERS = frozenset(_WORDS["waters"])
_REACHING = frozenset(_WORDS["reaching"])
_SIZES = frozenset(_WORDS["sizes"])
_FOOT_UNITS = frozenset(("foot", "inch", "yard", "mile", "fathom"))
_CROSSING = frozenset(("by", "x", "×"))
_JOINING = frozenset(("and", "to", "or")) | DASHES
_ORDINAL = [[ending] for ending in ("st", "nd", "rd", "th")]
# So many are metres of height or way, and no millions.
_HIGHEST = 1000
# How many tokens of a noun phrase are looked at for its head.
_PHRASE = 5


def is_length(tokens: Tokens, at: int) -> bool:
    """Whether the "m" at a token, right behind its digits, is metres.

    So it is by its own words, as the low end of such a range ("1.5m and 2.5m deep"), and in one
    measure with a length before it ("reached 5.6m, close to its record of 5.8m").
    """
    if _tells_length(tokens, at):
        return True
    later = at + 3
    ranged = tokens.lowers[at + 1 : at + 2] != [] and tokens.lowers[at + 1] in _JOINING
    if ranged and _is_metric(tokens, later) and _tells_length(tokens, later):
        return True
    if _has_noun(tokens, at) or tokens.words[at - 2 : at - 1] in _SIGNED:
        return False
    value = read_digits(tokens.words[at - 1])
    return any(
        _is_metric(tokens, earlier)
        and _is_alike(read_digits(tokens.words[earlier - 1]), value)
        and _tells_length(tokens, earlier)
        for earlier in range(1, at - 1)
        if tokens.words[earlier] == "m"
    )


_SIGNED = [[sign] for sign in SIGNS]


def _is_metric(tokens: Tokens, at: int) -> bool:
    """Whether an "m" at a token touches digits before it."""
    metric = tokens.words[at : at + 1] == ["m"] and tokens.words[at - 1][0].isdigit()
    return metric and tokens.starts[at] == tokens.ends[at - 1]


def _is_alike(one: Decimal, other: Decimal) -> bool:
    return one <= other * _LIKE and other <= one * _LIKE


# Lengths of one thing in a sentence are at most so many times one another.
_LIKE = 5


def _has_noun(tokens: Tokens, at: int) -> bool:
    """Whether a number counts what stands behind its letter: "2.5m people", "1.5m more homes"."""
    if tokens.lowers[at + 1 : at + 3] in (["more", "than"], ["less", "than"]):
        return False
    return tokens.tags[at + 1 : at + 2] in (["N"], ["J"], ["E"], ["G"], ["B"])


def _tells_length(tokens: Tokens, at: int) -> bool:
    """Whether the words around the "m" at a token make it metres."""
    lowers = tokens.lowers
    first = at - 1
    if first and tokens.words[first - 1] in SIGNS:
        return False
    after = at + 1
    inner = after + 1 + (lowers[after + 1 : after + 2] in (["about"], ["around"], ["roughly"]))
    if lowers[after : after + 1] == ["("] and tokens.tags[inner : inner + 1] == ["M"]:
        converted = match_unit(tokens, inner + 1)
        return (
            converted is not None and converted.kind == "measurement" and converted.style != "metre"
        )
    if after < len(tokens.words) and lowers[after] in HYPHENS:
        after += 1
    if tokens.tags[after : after + 1] == ["M"] and lowers[after + 1 : after + 2] in _ORDINAL:
        return True  # "On the 462m 17th"
    levelled = lowers[after : after + 1] == ["from"] and "M" in tokens.tags[after + 1 : after + 3]
    if after < len(tokens.words) and lowers[after] in _DIMENSIONS and not levelled:
        return True  # "2m from the wall", but not "fell to 1.2m from 1.4m"
    if _converts(tokens, first) or _is_sized(tokens, first, after):
        return True
    if _rises_in_metres(tokens, first, after):
        return True
    race = read_digits(tokens.words[first]) in RACES
    if race and lowers[after : after + 1] and lowers[after] in RACING:
        return True
    if _is_fall(tokens, first, after) or is_way(tokens, first, after):
        return True
    if read_digits(tokens.words[first]) >= _HIGHEST:
        # Thousands of millions of nothing: "at 1180m", "all 2,864m of it"; not "1,200m euros".
        return after >= len(tokens.words) or tokens.tags[after] not in "NJ"
    if _is_measured(tokens, first, after):
        return True
    if after < len(tokens.words) and tokens.tags[after] in "NJ":
        return _measures_thing(tokens, after)
    return _is_reached(tokens, first) or _is_tall(tokens, first, after)


def _is_measured(tokens: Tokens, first: int, after: int) -> bool:
    """Whether broken metres are a performance, a draught or a height that the sentence tells.

    "Took silver with 7.05m, 12cm short of her best", "a 7.14m leap", "the Exe reached 3.42m at
    Tiverton, 2.1 metres above its usual level".
    """
    lowers = tokens.lowers
    whole, dot, parts = tokens.words[first].partition(".")
    if not dot or len(whole) > _TENS:
        return False
    if after < len(lowers) and tokens.tags[after] in "NJEG":
        return lowers[after] in _PERFORMANCES
    if not _DEEPENED.isdisjoint(lowers[max(0, first - _DEEP) : first]):
        return True
    if len(parts) < len("05"):
        return False
    if not _PERFORMANCES.isdisjoint(tokens.vocabulary):
        return True
    if not _SHARES.isdisjoint(tokens.vocabulary) and _SAID_IN_METRES.isdisjoint(tokens.vocabulary):
        return False  # "Attendances rose 8 per cent to 1.52m from 1.41m"
    return any(
        form is not None and (form.unit in _METRIC or form.style == "metre" or form.unit == "metre")
        for form in (match_unit(tokens, at) for at in range(len(lowers)) if at != after - 1)
    )


_SHARES = frozenset(("%", "percent", "cent", "pc"))
_SAID_IN_METRES = _LENGTHS | _WATERS | frozenset(_WORDS["high"])
_TENS = 2
_DEEP = 9
_PERFORMANCES = frozenset(_WORDS["performances"])
_DEEPENED = frozenset(_WORDS["deepened"])


def _rises_in_metres(tokens: Tokens, first: int, after: int) -> bool:
    """Whether what is told of has a height: "the river peaked at 5.2m", "climbed 900m".

    A noun behind the letter is what is counted in millions: "rivers carried 5.2m tonnes".
    """
    if after < len(tokens.words) and (
        tokens.tags[after] in "NJ" or tokens.lowers[after] in ("of", "a", "per", "each", "every")
    ):
        return False
    if tokens.lowers[after : after + 1] == [","] and tokens.tags[after + 1 : after + 2] == ["M"]:
        beside = match_unit(tokens, after + 2)
        if beside is not None and beside.unit in _METRIC:
            return True
    near = tokens.lowers[max(0, first - 6) : first]
    falling = tokens.lowers[after : after + 1] in (["into"], ["down"], ["off"], ["onto"])
    if falling and not _FALLEN.isdisjoint(near[-3:]):
        return True  # "The bus plunged 200m into a ravine"
    if "," in tokens.words[first] and match_unit(tokens, after) is None:
        return True  # "The peak is 8,611m": millions in thousands are told with a sign
    return near[-1:] in (["climb"], ["climbs"], ["climbed"]) or not _HIGH.isdisjoint(near)


# Over how many metres races are run, and what tells of one behind them.
RACES = frozenset((60, 100, 200, 400, 800, 1500, 3000, 5000, 10000))
RACING = frozenset(_WORDS["races"])
_FALLEN = frozenset(_WORDS["fallen"])
_METRIC = frozenset(("centimetre", "millimetre"))
_HIGH = frozenset(_WORDS["high"])


def _converts(tokens: Tokens, first: int) -> bool:
    """Whether a number says a length in feet or miles again: "415ft (126.5m)", "98ft, or 30m"."""
    before = first - 1
    while before > 0 and tokens.lowers[before] in ("about", "around", "roughly", "nearly"):
        before -= 1
    if before < 2 or tokens.lowers[before] not in ("(", "or", "/"):
        return False
    before -= 1 + (tokens.lowers[before - 1] == ",")
    form = match_unit(tokens, before)
    return form is not None and form.unit in _FOOT_UNITS


def _is_sized(tokens: Tokens, first: int, after: int) -> bool:
    """Whether a dimension names the number or another crosses it: "height of 9m", "9m x 4m"."""
    lowers = tokens.lowers
    before = first - 1
    while before > 0 and (
        lowers[before] in ("of", "is", "was", "to") or tokens.tags[before] == "B"
    ):
        before -= 1
    if before >= 0 and before < first - 1 and lowers[before] in _LENGTHS:
        return True
    if lowers[after : after + 1] and lowers[after] in _CROSSING:
        return tokens.words[after + 2 : after + 3] == ["m"]
    moved = first > 2 and lowers[first - 1] in ("to", "from")
    form = match_unit(tokens, first - 2) if moved else None
    if form is not None and form.unit in _METRIC:
        # "Fell 12cm to 2.4m".
        return True
    crossed = first > 2 and lowers[first - 1] in _CROSSING
    return crossed and tokens.words[first - 2] == "m"


def _is_fall(tokens: Tokens, first: int, after: int) -> bool:
    """Whether one fall or climb has so many metres: "an 80m fall", not "an 80m fall in sales"."""
    if tokens.lowers[after : after + 1] == [] or tokens.lowers[after] not in _WAYS:
        return False
    single = first > 0 and tokens.lowers[first - 1] in ("a", "an", "the", "his", "her", "their")
    behind = "".join(tokens.lowers[after + 1 : after + 2])
    return (single and behind != "in") or behind in ("from", "off", "into", "onto")


_WAYS = frozenset(_WORDS["ways"])


def _measures_thing(tokens: Tokens, after: int) -> bool:
    """Whether the noun behind is one thing that has a size: "a 2m wall", "4m waves".

    Of things in the plural only those of water are told so: "3m trees" are counted.
    """
    head = after
    for at in range(after, min(after + _PHRASE, len(tokens.words))):
        if tokens.tags[at] not in "NJ":
            break
        head = at
    lower = tokens.lowers[head]
    return lower in _WATERS or (lower in _THINGS and not is_plural(lower))


def _is_reached(tokens: Tokens, first: int) -> bool:
    """Whether a thing that has a size has so many: "the river peaked at 7.4m", "rocks of 16m".

    Between the thing and the number stand only words of being and reaching, and other lengths.
    """
    at = first - 1
    while at >= 0 and (tokens.lowers[at] in _REACHING or tokens.tags[at] == "M"):
        at -= 1
    thing = at >= 0 and at < first - 1 and tokens.lowers[at] in _THINGS
    while thing and at >= 0 and tokens.tags[at] in "NJDM":
        at -= 1
    # "Sales at the tower reached 7.4m" are no height.
    return thing and (at < 0 or tokens.tags[at] != "P" or tokens.lowers[at] == "of")


def _is_tall(tokens: Tokens, first: int, after: int) -> bool:
    """Whether a size is told of what stands behind: "at 9.5m it is a very tall house"."""
    opened = tokens.lowers[first - 1 : first] == ["at"] and tokens.tags[after : after + 1] in (
        ["O"],
        ["D"],
        ["."],
    )
    if not opened and tokens.lowers[after : after + 1] not in (["is"], ["was"]):
        return False
    for at in range(after + 1, min(after + 8, len(tokens.words))):
        if tokens.tags[at] in ".PR":
            return False
        if tokens.lowers[at] in _SIZES:
            return True
    return False
