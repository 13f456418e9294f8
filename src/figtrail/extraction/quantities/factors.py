"""Numbers that are factors or magnitudes: "three times as many", "magnitude 6.2"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import is_people
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import HYPHENS, Tokens

_FOLDS = frozenset(("fold", "folds"))
_AS_MANY = frozenset(read_sections("numbers.txt")["as_many"]) | frozenset(
    read_sections("numbers.txt")["comparing"]
)


def read_factor(tokens: Tokens, number: Number) -> Number:
    """Read "three times as many", "7.5-fold" and "10x" as factors."""
    at = number.stop
    if tokens.lowers[max(0, number.first - 3) : number.first] == ["a", "factor", "of"]:
        return number._replace(unit="times", kind="ratio", rule="multiple")
    if at >= len(tokens.words) or number.kind is not None or number.form == "multiple":
        return number
    hyphen = tokens.lowers[at] in HYPHENS
    word = tokens.lowers[at + hyphen] if at + hyphen < len(tokens.words) else ""
    against_one = tokens.lowers[at : at + 2] in (["to", "one"], ["to", "1"])
    if against_one and tokens.tags[at + 2 : at + 3] != ["N"]:
        # "Thrown out by almost three to one".
        return number._replace(unit="times", kind="ratio", rule="multiple")
    following = tokens.lowers[at + hyphen + 1] if at + hyphen + 1 < len(tokens.words) else "."
    factor = word in _FOLDS or (word == "x" and tokens.starts[at] == tokens.ends[at - 1])
    if word == "times" and not hyphen:
        before = tokens.lowers[number.first - 1] if number.first else ""
        factor = (
            following in _AS_MANY
            or following.endswith(("’s", "'s"))
            or _owns(tokens, at + 1)
            or tokens.lowers[at + 2 : at + 3] in (["’"], ["'"])
            or _is_multiplied(tokens, at + 1)
            or before in ("by", "to")
            or before in _COVERING
            or following in _COVERING
            or number.value != int(number.value)
            or (at + 2 < len(tokens.words) and tokens.lowers[at + 2] in ("than", "as"))
        )
    if not factor:
        return number
    change = "increase" if following in ("increase", "rise", "jump", "growth", "surge") else None
    if (number.first and tokens.lowers[number.first - 1] == "by") or (
        hyphen and word in _FOLDS and _rises(tokens, number)
    ):
        change = "increase"
    return number._replace(unit="times", kind="ratio", rule="multiple", change=change)


def _owns(tokens: Tokens, at: int) -> bool:
    """Whether a year at a token has what is multiplied: "three times 2022's total"."""
    year = tokens.tags[at : at + 1] == ["M"] and len(tokens.words[at]) == 4
    return year and tokens.lowers[at + 1 : at + 3] in (["'", "s"], ["’", "s"])


def _is_multiplied(tokens: Tokens, at: int) -> bool:
    """Whether a noun behind "times" is what is multiplied: "eight times profit", "book value".

    A person or a day isn't: "five times champion", "arrested nine times Monday".
    """
    sized = tokens.lowers[at : at + 1] in _SIZED
    if sized or (
        at + 1 < len(tokens.words) and tokens.tags[at] in "JEV" and tokens.tags[at + 1] in "NJ"
    ):
        at += 1
    if at >= len(tokens.words):
        return False
    if tokens.lowers[at] in _AS_MANY:
        return True
    named = tokens.words[at][0].isupper() or tokens.tags[at] != "N"
    return not named and not is_people(tokens.lowers[at]) and tokens.lowers[at] not in _WHEN


_SIZED = (["annual"], ["yearly"], ["monthly"], ["quarterly"])
_WHEN = frozenset("last this next yesterday today tomorrow tonight each every running".split())
# Verbs of a demand that is a multiple of what was on offer.
_COVERING = frozenset("covered subscribed oversubscribed over-subscribed booked".split())


def read_magnitude(tokens: Tokens, number: Number) -> Number:
    """Read "magnitude 6.2", "pH 7.4", "Mach 2" and "18 mills" as measurements of their own."""
    before = number.first - 1
    if before > 0 and (tokens.lowers[before] in HYPHENS or tokens.lowers[before] == "of"):
        before -= 1
    hyphened = tokens.lowers[number.stop : number.stop + 1] == ["-"]
    after = number.stop + hyphened
    if _is_millage(tokens, number, after, hyphened=hyphened):
        return number._replace(unit="mill", kind="measurement")
    if number.kind is None and before >= 0 and tokens.words[before] == "pH":
        return number._replace(unit="ph", kind="measurement", unit_inside=True)
    if number.kind is None and before >= 0 and tokens.words[before] == "Mach":
        return number._replace(unit="mach", kind="measurement", unit_inside=True)
    named = before >= 0 and tokens.lowers[before].rsplit("-", 1)[-1] == "magnitude"
    named = named or tokens.lowers[after : after + 1] == ["magnitude"]
    named = named or _is_quake(tokens, number, after)
    named = named or tokens.lowers[number.stop : number.stop + 3] == ["on", "the", "richter"]
    if not named or number.kind is not None:
        return number
    return number._replace(unit="magnitude", kind="measurement", unit_inside=True)


def _is_millage(tokens: Tokens, number: Number, at: int, *, hyphened: bool) -> bool:
    """Whether "mills" at a token are of a tax: so many dollars for every thousand.

    Mills that are counted are whole: "18.4 mills", "a 5-mill levy", not "12 mills".
    """
    if tokens.lowers[at : at + 1] not in (["mills"], ["mill"]) or number.scale is not None:
        return False
    taxed = hyphened and tokens.lowers[at + 1 : at + 2] in _TAXES
    return taxed or number.value != int(number.value)


_TAXES = (["levy"], ["tax"], ["property"], ["operating"], ["increase"], ["renewal"], ["school"])


def _is_quake(tokens: Tokens, number: Number, at: int) -> bool:
    """Whether a broken number tells how strong a quake was: "the 5.1 quake", "a 6.4 tremor"."""
    broken = number.value != int(number.value) and number.scale is None and number.value < 10
    return broken and tokens.lowers[at : at + 1] in _QUAKES


_QUAKES = [["quake"], ["earthquake"], ["tremor"], ["aftershock"], ["temblor"]]


def _rises(tokens: Tokens, number: Number) -> bool:
    near = tokens.lowers[max(0, number.first - 3) : number.first]
    return any(word in ("increased", "rose", "risen", "grew", "grown", "jumped") for word in near)
