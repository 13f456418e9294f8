"""The unit behind a number: words and symbols, and letters that only look like a symbol."""

from __future__ import annotations

import re
from decimal import Decimal

from figtrail.extraction.lexicon import read_phrases, read_sections
from figtrail.extraction.numbers.forms import (
    SQUARED,
    UnitForm,
    find_unit_start,
    match_symbol,
    match_unit,
)
from figtrail.extraction.numbers.written import read_exponent, read_power
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
    mark = _read_mark(tokens, stop) or _read_molar(tokens, stop)
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
    if unit.style == "tight" and (not tight or at != stop or _is_first(tokens, at)):
        return None
    if at == stop and _is_of_noun(tokens, at):
        return None
    if unit.style == "temperature" and _is_initial(tokens, at):
        return None
    if unit.style in ("letter", "symbol", "spaced") and not _is_symbol(tokens, at, unit.style):
        return None
    if unit.style in _SPOKEN and _SPOKEN[unit.style].isdisjoint(tokens.vocabulary):
        return None
    if unit.style != "outside":
        if _is_inverse(tokens, at + len(unit.tokens)):
            return None
        raised = match_symbol(tokens, at)
        unit = raised if raised is not None and raised.unit in SQUARED else unit
    end = at + len(unit.tokens)
    return unit, end if unit.style != "outside" else stop


def read_bracketed_unit(
    tokens: Tokens, first: int, stop: int
) -> tuple[UnitForm, Decimal, int] | None:
    """The unit behind the bracket of a tolerance, its power of ten, and the token behind both.

    "(3.2 ± 0.1) ns", "20 (±5) minutes", "(4.5 ± 0.2) × 10⁻³ g".
    """
    if tokens.words[stop : stop + 1] != [")"] or tokens.words[first] not in ("±", "+"):
        return None
    power, at = read_power(tokens, stop + 1)
    form = match_unit(tokens, at)
    return (form, power, at + len(form.tokens)) if form is not None else None


def _is_inverse(tokens: Tokens, stop: int) -> bool:
    """Whether a symbol that ends before `stop` has a negative power: "10^34 cm−2 s−1".

    A second end of a range is none: "from 5 m-8 m".
    """
    if stop + 1 >= len(tokens.words) or tokens.words[stop] not in _RAISING:
        return False
    raised = read_exponent(tokens, stop + (tokens.words[stop] == "^"))
    if raised is None or not -_HIGHEST <= raised[0] < 0:
        return False
    return match_unit(tokens, raised[1]) is None or tokens.words[raised[1] + 1 :][:1] != []


_RAISING = frozenset("-−⁻^–")
# No unit stands below the stroke to a higher power.
_HIGHEST = 3


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
    sized = following in _SIZES or following in (*_CROSSED, "")
    return (footed and (sized or behind == at + 2)) or (sized and behind == at + 2) or parted


_WEIGHING = frozenset(read_sections("numbers.txt")["weighing"])
# How many tokens before a weight its verb stands.
_NEAR = 6
_SIZES = frozenset(read_sections("numbers.txt")["dimensions"]) | {"thick", "diameter", "square"}
_CROSSED = ("x", "×", "by")


def _is_of_noun(tokens: Tokens, at: int) -> bool:
    """Whether a unit's word belongs to the noun: "seven day nurseries", "12 foot patrols"."""
    behind = tokens.lowers[at + 1 : at + 2]
    if tokens.lowers[at] == "foot":
        return behind in _ON_FOOT
    return tokens.lowers[at] in ("day", "night") and behind in _BY_DAY


def _is_of_cricket(tokens: Tokens) -> bool:
    """Whether a sentence tells of cricket, whose matches are named with capitals."""
    return not (_CRICKET.isdisjoint(tokens.vocabulary) and _MATCHES.isdisjoint(tokens.words))


def _read_mark(tokens: Tokens, stop: int) -> UnitForm | None:
    """The foot or inch that a mark close to its digits is the sign of, as in 6'2"."""
    words = tokens.words
    if not tokens.words[stop - 1][0].isdigit() or not _is_close(tokens, stop, 1):
        return None
    crossed = tokens.lowers[stop + 1 : stop + 2] in (["x"], ["×"], ["by"])
    crossed = crossed or tokens.lowers[max(0, stop - 2) : stop - 1] in (["x"], ["×"], ["by"])
    if "°" in tokens.vocabulary and words[stop] in _OF_ARC:
        return _OF_ARC[words[stop]]
    if words[stop] == "″" or (words[stop] == '"' and (crossed or words.count('"') == 1)):
        return _INCH
    if words[stop] == "′" or (words[stop] in _FEET and crossed):
        return _FOOT
    if words[stop] in _FEET and _is_close(tokens, stop, 3):
        inches = words[stop + 1].isdecimal() and words[stop + 2] in _INCHES
        return _FOOT if inches else None
    feet = stop > 2 and words[stop] in _INCHES and words[stop - 2] in _FEET
    return _INCH if feet and words[stop - 3].isdecimal() and _is_close(tokens, stop, 1) else None


def _is_close(tokens: Tokens, at: int, count: int) -> bool:
    """Whether so many tokens from one on stand without a blank between them, or before them."""
    places = range(at, at + count)
    return at + count <= len(tokens.words) and all(
        tokens.starts[place] == tokens.ends[place - 1] for place in places
    )


_FEET, _INCHES = frozenset("'’′"), frozenset('"”″')
_FOOT = UnitForm(("'",), "foot", "measurement", "sign", Decimal(1))
_INCH = UnitForm(('"',), "inch", "measurement", "sign", Decimal(1))


_OF_ARC = {
    "′": UnitForm(("′",), "arcminute", "measurement", "sign", Decimal(1)),
    "″": UnitForm(("″",), "arcsecond", "measurement", "sign", Decimal(1)),
}


def _is_first(tokens: Tokens, at: int) -> bool:
    """Whether "st" ends an ordinal: "21st", not the stone of "21st 4lb" and "11st"."""
    digits = tokens.words[at - 1]
    one = tokens.lowers[at] == "st" and digits.endswith("1") and not digits.endswith("11")
    return one and tokens.tags[at + 1 : at + 2] != ["M"]


def _names_group(tokens: Tokens, at: int) -> bool:
    """Whether a unit with a capital and a number is a group's name: "12 Year 6 pupils"."""
    named = tokens.words[at] == "Year" and tokens.tags[at + 1 : at + 2] == ["M"]
    return named and tokens.tags[at + 2 : at + 3] == ["N"]


def _read_molar(tokens: Tokens, at: int) -> UnitForm | None:
    """An "M" for moles per litre, by what is dissolved: "0.1 M HCl", "a 2 M solution"."""
    if tokens.words[at] != "M" or at + 1 >= len(tokens.words):
        return None
    if tokens.starts[at] == tokens.ends[at - 1] or not tokens.words[at - 1][0].isdigit():
        return None
    formula = _FORMULA.fullmatch(tokens.words[at + 1]) is not None
    return _MOLAR if formula or tokens.lowers[at + 1] in _SOLUTES else None


_MOLAR = UnitForm(("M",), "mole_per_litre", "measurement", "inside", Decimal(1))


_SOLUTES = frozenset(read_sections("numbers.txt")["solutes"])
# Two symbols of elements or more: "HCl", "NaOH", "CaCl".
_FORMULA = re.compile(r"(?:[A-Z][a-z]?){2,4}")
# Styles of units that go by what their sentence speaks of.
_SPOKEN = {
    style: frozenset(read_sections("numbers.txt")[style])
    for style in ("kitchen", "genetic", "pixels")
}


def _is_symbol(tokens: Tokens, at: int, style: str) -> bool:
    """Whether a letter behind a number is the symbol of a unit: "3.3 V at 20 mA", "2 L of acid".

    With a blank before it, it may be a grade or an initial in front of a noun ("5 A grades",
    "12 J. Smith"). Without one a `letter` is a unit's anywhere ("60W"), what is `spaced` nowhere
    ("Flat 5A", "the 90s"), and a `symbol` with what it measures ("2L of milk").
    """
    tight = tokens.starts[at] == tokens.ends[at - 1]
    following = tokens.tags[at + 1] if at + 1 < len(tokens.words) else ""
    if tight:
        filled = tokens.lowers[at + 1 : at + 2] == ["of"]
        bottled = following == "N" and tokens.words[at + 1].islower()
        return style == "letter" or (style == "symbol" and (filled or bottled))
    if not tokens.words[at - 1][0].isdigit() or _is_grade(tokens, at):
        return False
    if at > 1 and tokens.tags[at - 2] == "N" and tokens.words[at - 2][0].isupper():
        return False  # "Room 12 A"
    initial = tokens.words[at + 1 : at + 2] == ["."] and at + 2 < len(tokens.words)
    noun = following in ("N", "J") and not (_is_powered(tokens, at) or _goes_on(tokens, at))
    return not noun and not initial and not _is_initial(tokens, at)


def _is_powered(tokens: Tokens, at: int) -> bool:
    """Whether what stands behind a symbol runs by it: "a 12 V battery", "1.5 T magnets"."""
    return tokens.lowers[at + 1] in _POWERED


_POWERED = frozenset(read_sections("numbers.txt")["powered"])


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether another symbol with its power stands behind one: "401 W m−1 K−1"."""
    return _is_inverse(tokens, at + 2)


def _is_grade(tokens: Tokens, at: int) -> bool:
    """Whether a letter is one of two: "4 A to D passes", "3 A and 2 B grades"."""
    ahead = tokens.words[at + 1 : at + 5]
    letters = any(len(word) == 1 and word.isupper() for word in ahead)
    return ahead[:1] in (["to"], ["and"], ["or"], ["-"], ["–"]) and letters


def _is_initial(tokens: Tokens, at: int) -> bool:
    """Whether a letter opens a name or a code ("9 F.C.", "4 C-130s") and is no degree sign."""
    return (
        at + 2 < len(tokens.words)
        and tokens.words[at + 1] in ("-", ".")
        and tokens.starts[at + 2] == tokens.ends[at + 1]
    )
