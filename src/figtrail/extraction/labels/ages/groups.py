"""Ages that name a group or a certificate: "pensioners (65+)", "the 50-plus market", "rated 15"."""

from __future__ import annotations

from figtrail.extraction.date_words import WEEKDAYS
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import is_people, is_plural
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import HYPHENS, Tokens

_WORDS = read_sections("ages.txt")
_BANDS = frozenset(_WORDS["bands"])
_SHOWN = frozenset(_WORDS["certificates"])
_RATING = frozenset(_WORDS["rating"])
_YOUNG = frozenset(("boys", "girls", "kids", "children", "juniors", "youths", "lads", "pupils"))
_ADULTS = frozenset(("adults", "seniors", "men", "women", "people", "voters", "students"))
_TIMES = frozenset(("mins", "min", "minutes"))
_CENSORED = frozenset((7, 12, 13, 14, 15, 16, 17, 18))
_SIDES = frozenset("over under above below older younger up".split())
_OLDEST = 110


def _is_plain(number: Number) -> bool:
    whole = number.value == int(number.value)
    return number.kind is None and number.out_of is None and whole and number.value < _OLDEST


@needs(("(", *HYPHENS, "of"), _SIDES | _BANDS | {"plus", "+", "something", "somethings", "ish"})
def is_of_age_group(tokens: Tokens, number: Number) -> bool:
    """Whether an age bounds a group: "senior citizens (60-plus)", "the 65-and-over group"."""
    lowers, stop = tokens.lowers, number.stop
    if number.form == "range" and number.kind is None:
        return lowers[stop : stop + 1] != [] and lowers[stop] in _BANDS  # "the 18-to-34 crowd"
    if not _is_plain(number):
        return False
    end = _past_bound(tokens, stop)
    if _is_bracketed(tokens, number, end):
        return True
    following = lowers[stop : stop + 2]
    if following[:1] != [] and following[0] in HYPHENS and following[1:] in _ROUGHLY:
        return True  # "sixty-somethings"
    if lowers[number.first - 1 : number.first] == ["of"] and number.first > 1:
        # "Passengers of 60 and over".
        return is_people(lowers[number.first - 2]) and end == stop + 2
    if end == stop or lowers[stop] not in HYPHENS or end >= len(lowers):
        return False
    # "The 50-plus market", but "50-plus homes"; "the 55-and-over complex".
    sided = lowers[end - 1].rpartition("-")[2] in _SIDES
    banded = lowers[end] in _BANDS and lowers[end] != "crowd"  # "The 60-plus crowd cheered"
    return banded or (sided and tokens.tags[end] in "NJ")


def _past_bound(tokens: Tokens, stop: int) -> int:
    """The token past what makes a number an age and more or less: "-plus", "+", "and over"."""
    lowers = tokens.lowers
    words = [lower for lower in lowers[stop : stop + 4] if lower not in HYPHENS]
    hyphens = [lower in HYPHENS for lower in lowers[stop : stop + 4]]
    if words[:1] in (["plus"], ["+"]):
        return stop + 1 + hyphens[0]
    joined = words[0].split("-") if words else []
    if len(joined) == 2 and joined[0] in ("and", "or") and joined[1] in _SIDES:
        return stop + 1 + hyphens[0]
    if len(words) > 1 and words[0] in ("and", "or") and words[1] in _SIDES:
        return stop + 2 + hyphens[0] + sum(hyphens[1:3])
    if words[:1] == ["to"] and tokens.tags[stop + 3 : stop + 4] == ["M"] and hyphens[0]:
        return stop + 4  # "the 18-to-34 crowd"
    return stop


_AGED = frozenset(_WORDS["aged"])
_ROUGHLY = (["something"], ["somethings"], ["ish"])


def _is_bracketed(tokens: Tokens, number: Number, end: int) -> bool:
    """Whether brackets behind persons hold nothing but their age: "children (under 12)"."""
    lowers, first = tokens.lowers, number.first
    bounded = lowers[first - 1 : first] != [] and lowers[first - 1] in _SIDES
    opening = first - 1 - bounded
    if opening < 1 or lowers[opening] != "(" or lowers[end : end + 1] != [")"]:
        return False
    return (bounded or end > number.stop) and lowers[opening - 1] in _AGED


@needs(_YOUNG | _ADULTS)
def is_of_young(tokens: Tokens, number: Number) -> bool:
    """Whether a range behind the young tells their ages: "Boys 9-11 ran"."""
    lowers, first, stop = tokens.lowers, number.first, number.stop
    if number.form != "range" or number.kind is not None or not first:
        return False
    highest = _OLDEST if lowers[first - 1] in _ADULTS else _GROWN
    grown = number.high is None or number.high >= highest
    counts = stop < len(lowers) and tokens.tags[stop] in "NJ"
    return lowers[first - 1] in _YOUNG | _ADULTS and not grown and not counts


_GROWN = 20


@needs(("both",), (",", "("))
def is_age_of_both(tokens: Tokens, number: Number) -> bool:
    """Whether two persons are of one age: "the sellers, both 69, paid"."""
    lowers, first, stop = tokens.lowers, number.first, number.stop
    if not _is_plain(number) or number.value <= 2 or lowers[max(0, first - 1)] != "both":
        return False
    aside = first > 1 and lowers[first - 2] in (",", "(")
    return aside and (stop >= len(lowers) or lowers[stop] in (",", ")", ".", ";", "and"))


@needs((",",), ("on", "today", "tomorrow", "yesterday"))
def is_age_on_birthday(tokens: Tokens, number: Number) -> bool:
    """Whether a person comes of an age on a day: "The Speaker, 60 on Saturday, got a cake"."""
    lowers, first, stop = tokens.lowers, number.first, number.stop
    if not _is_plain(number) or number.value < _WORKING or first < 2 or lowers[first - 1] != ",":
        return False
    if is_plural(lowers[first - 2]):
        return False  # "Sales, 60 on Saturday, fell"
    dated = lowers[stop : stop + 1] == ["on"] and "".join(lowers[stop + 1 : stop + 2])
    told = stop + 1 + bool(dated)
    if dated not in WEEKDAYS and lowers[stop : stop + 1] not in _DAYS:
        return False
    closed = lowers[told : told + 1] == [","] and tokens.tags[told + 1 : told + 2] in _ACTING
    # "In Leeds, 60 on Saturday, and 20 on Sunday": counts go on.
    placed = "P" in tokens.tags[max(0, first - 4) : first - 1]
    return closed and not placed and tokens.tags.count("M") == 1


_WORKING = 16
_DAYS = (["today"], ["tomorrow"], ["yesterday"])
_ACTING = (["A"], ["V"], ["v"], ["E"])


@needs(_RATING | _TIMES | {"certificate", "cert"})
def is_certificate(tokens: Tokens, number: Number) -> bool:
    """Whether a number is the age that a film is rated: "rated 15", "(cert 18)"."""
    first = number.first - 1
    if tokens.lowers[number.stop : number.stop + 1] in (["certificate"], ["cert"]):
        return number.value in _CENSORED and number.kind is None
    if (
        first >= 0
        and tokens.lowers[first] == "("
        and tokens.lowers[number.stop : number.stop + 1] == [","]
    ):
        # "The Drowned (15, 112 mins)".
        return number.value in _CENSORED and not _TIMES.isdisjoint(tokens.lowers[number.stop :])
    if first > 0 and tokens.lowers[first] in (".", ":"):
        first -= 1
    if first < 0 or tokens.lowers[first] not in _RATING or number.value not in _CENSORED:
        return False
    counts = number.stop < len(tokens.words) and tokens.tags[number.stop] in "NJM"
    named = tokens.lowers[first] != "rated" or not _SHOWN.isdisjoint(tokens.vocabulary)
    return named and not counts and number.kind is None
