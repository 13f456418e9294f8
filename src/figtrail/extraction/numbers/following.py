"""The unit behind a number: words and symbols, and words that only look like a unit's."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.lexicon import read_phrases, read_sections
from figtrail.extraction.numbers.forms import (
    SQUARED,
    UnitForm,
    find_unit_start,
    match_symbol,
    match_unit,
)
from figtrail.extraction.numbers.marks import read_mark
from figtrail.extraction.numbers.symbols import (
    is_initial,
    is_inverse,
    is_symbol,
    multiply,
    read_molar,
)
from figtrail.extraction.tokens import Tokens

_BY_DAY = [[noun] for noun in read_sections("numbers.txt")["by_day"]]
_ON_FOOT = [[noun] for noun in read_sections("numbers.txt")["on_foot"]]
_NAMED_BY_TIME = frozenset(
    tuple(phrase.split()) for phrase in read_phrases("numbers.txt", "named_by_time")
)
# Of runs, where these are spoken of: "11 centuries and 13 half-centuries".
_CRICKET = frozenset(read_sections("innings.txt")["cricket"]) - {"century", "centuries"}
_MATCHES = frozenset(("Tests", "Test", "ODIs"))


def read_unit(tokens: Tokens, stop: int) -> tuple[UnitForm, int] | None:
    """Read the unit that follows, and the token at which the span stops: behind it if inside."""
    if stop >= len(tokens.words):
        return None
    mark = read_mark(tokens, stop) or read_molar(tokens, stop)
    if mark is not None:
        return mark, stop + 1
    at = find_unit_start(tokens, stop)
    unit = match_unit(tokens, at)
    if unit is None or tuple(tokens.lowers[at : at + 2]) in _NAMED_BY_TIME:
        return None
    if unit.unit == "century" and _is_of_cricket(tokens):
        return None
    if unit.kind == "duration" and _names_group(tokens, at):
        return None
    tight = tokens.starts[at] == tokens.ends[at - 1] or _is_apart(tokens, at)
    tied = tokens.words[at] == "in" and tokens.words[at + 1 : at + 2] == ["."] and at == stop + 1
    if unit.style == "tight" and not tied and (not tight or at != stop or _is_first(tokens, at)):
        return None
    if at == stop and _is_of_noun(tokens, at):
        return None
    if unit.style == "temperature" and is_initial(tokens, at):
        return None
    if unit.style in ("letter", "symbol", "spaced") and not is_symbol(tokens, at, unit.style):
        return None
    if unit.unit == "kelvin" and not _RUN.isdisjoint(tokens.vocabulary):
        unit = _KILOMETRE
    if unit.unit == "gram" and not _SPUN.isdisjoint(tokens.vocabulary):
        spun = tokens.words[at] == "g" and not tight and tokens.words[stop - 1][0].isdigit()
        unit = _GRAVITY if spun and _is_at(tokens, stop) else unit
    if unit.style in _SPOKEN and _SPOKEN[unit.style].isdisjoint(tokens.vocabulary):
        return None
    if unit.style != "outside":
        if is_inverse(tokens, at + len(unit.tokens)):
            return None
        raised = match_symbol(tokens, at)
        unit = raised if raised is not None and raised.unit in SQUARED else unit
        unit = multiply(tokens, at, unit)
    end = at + len(unit.tokens)
    return unit, end if unit.style != "outside" else stop


# Styles of units that go by what their sentence speaks of.
_SPOKEN = {
    style: frozenset(read_sections("numbers.txt")[style])
    for style in ("kitchen", "genetic", "pixels")
}


def _is_apart(tokens: Tokens, at: int) -> bool:
    """Whether "in" and "st" with a blank before them are inches and stone by what is beside them.

    "9 st 4 lb", "weighed 14 st", "5 ft 3 in", "1 1/4 in. long".
    """
    if not tokens.words[at - 1][0].isdigit():
        return False
    behind = at + 1 + (tokens.words[at + 1 : at + 2] == ["."])
    following = tokens.lowers[behind] if behind < len(tokens.words) else ""
    if tokens.words[at] == "st":
        pounds = tokens.lowers[behind + 1 : behind + 2] in (["lb"], ["lbs"], ["pounds"])
        return pounds or not _WEIGHING.isdisjoint(tokens.lowers[max(0, at - _NEAR) : at])
    if tokens.words[at] != "in":
        return False
    footed = tokens.lowers[at - 2 : at - 1] in (["ft"], ["."], ["feet"], ["foot"])
    footed = footed and "ft" in tokens.vocabulary | {tokens.lowers[at - 2]}
    parted = tokens.words[at - 2 : at - 1] == ["/"] and behind == at + 2
    sized = following in _SIZES or following in _CROSSED
    return (footed and (sized or behind == at + 2)) or (sized and behind == at + 2) or parted


_WEIGHING = frozenset(read_sections("numbers.txt")["weighing"])
# How many tokens before a weight its verb stands.
_NEAR = 6
_SIZES = frozenset(read_sections("numbers.txt")["dimensions"]) | {"thick", "diameter", "square"}
_CROSSED = ("x", "×", "by", "")


def _is_of_noun(tokens: Tokens, at: int) -> bool:
    """Whether a unit's word belongs to the noun: "seven day nurseries", "12 foot patrols"."""
    behind = tokens.lowers[at + 1 : at + 2]
    if tokens.lowers[at] == "foot":
        return behind in _ON_FOOT
    return tokens.lowers[at] in ("day", "night") and behind in _BY_DAY


def _is_at(tokens: Tokens, stop: int) -> bool:
    """Whether "at" stands before a number that ends before a token."""
    return "at" in tokens.lowers[max(0, stop - 3) : stop]


# With one of these in the sentence "5 K" is run.
_RUN = frozenset("ran running runner runners race races raced jogged parkrun finished".split())
_KILOMETRE = UnitForm(("K",), "kilometre", "measurement", "inside", Decimal(1))
_SPUN = frozenset(("centrifuged", "spun", "centrifugation", "pelleted"))
_GRAVITY = UnitForm(("g",), "standard_gravity", "measurement", "inside", Decimal(1))


def _is_of_cricket(tokens: Tokens) -> bool:
    """Whether a sentence tells of cricket, whose matches are named with capitals."""
    return not (_CRICKET.isdisjoint(tokens.vocabulary) and _MATCHES.isdisjoint(tokens.words))


def _is_first(tokens: Tokens, at: int) -> bool:
    """Whether "st" ends an ordinal: "21st", not the stone of "21st 4lb" and "11st"."""
    digits = tokens.words[at - 1]
    one = tokens.lowers[at] == "st" and digits.endswith("1") and not digits.endswith("11")
    return one and tokens.tags[at + 1 : at + 2] != ["M"]


def _names_group(tokens: Tokens, at: int) -> bool:
    """Whether a unit with a capital and a number is a group's name: "12 Year 6 pupils"."""
    named = tokens.words[at] == "Year" and tokens.tags[at + 1 : at + 2] == ["M"]
    return named and tokens.tags[at + 2 : at + 3] == ["N"]
