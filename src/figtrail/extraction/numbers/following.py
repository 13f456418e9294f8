"""The unit behind a number: words and symbols, and letters that only look like a symbol."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.lexicon import read_phrases, read_sections
from figtrail.extraction.numbers.forms import UnitForm, find_unit_start, match_unit
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
    mark = _read_mark(tokens, stop)
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
    tight = tokens.starts[at] == tokens.ends[at - 1]
    if unit.style == "tight" and (not tight or at != stop or _is_first(tokens, at)):
        return None
    if at == stop and _is_of_noun(tokens, at):
        return None
    if unit.style == "temperature" and _is_initial(tokens, at):
        return None
    if unit.style in ("letter", "symbol", "spaced") and not _is_symbol(tokens, at, unit.style):
        return None
    end = at + len(unit.tokens)
    return unit, end if unit.style != "outside" else stop


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


def _is_first(tokens: Tokens, at: int) -> bool:
    """Whether "st" ends an ordinal: "21st", not the stone of "21st 4lb" and "11st"."""
    digits = tokens.words[at - 1]
    one = tokens.lowers[at] == "st" and digits.endswith("1") and not digits.endswith("11")
    return one and tokens.tags[at + 1 : at + 2] != ["M"]


def _names_group(tokens: Tokens, at: int) -> bool:
    """Whether a unit with a capital and a number is a group's name: "12 Year 6 pupils"."""
    named = tokens.words[at] == "Year" and tokens.tags[at + 1 : at + 2] == ["M"]
    return named and tokens.tags[at + 2 : at + 3] == ["N"]


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
    return following not in ("N", "J") and not initial and not _is_initial(tokens, at)


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
