"""The kind and the unit that the words touching a number give it."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_NOUNS
from figtrail.extraction.lexicon import read_pairs, read_sections
from figtrail.extraction.nouns import LOSABLE, PARTIES, unit_of_noun
from figtrail.extraction.numbers import Number, match_unit
from figtrail.extraction.phrases import Phrase
from figtrail.extraction.rates import MINUS, Rate
from figtrail.extraction.tokens import HYPHENS, Tokens
from figtrail.model import Kind

_TIMES = frozenset(read_pairs("rates.txt", "time").values())
_KINDS: dict[str, Kind] = {
    "duration": "duration",
    "measurement": "measurement",
    "score": "score",
}


def find_unit(
    tokens: Tokens, number: Number, phrase: Phrase | None, rate: Rate | None
) -> tuple[Kind, str | None]:
    """The kind of a number and the unit code of what it counts, None where that is elided."""
    noun = _find_noun(tokens, number, phrase) if phrase is not None else _find_tied(tokens, number)
    if number.currency is not None:
        return "money", number.currency
    if number.unit == "times":
        return "ratio", "times"
    if number.kind == "percentage":
        return "percentage", number.unit
    digits = number.form == "digits" and number.value <= _WHOLE
    if digits and phrase is not None and tokens.lowers[phrase.head] == "percentage":
        # "Recorded a 77.57 voting percentage".
        return "percentage", "percent"
    parted = read_part(tokens, number)
    if parted is not None:
        return ("rate" if rate is not None else parted[0]), parted[1]
    if number.kind == "ratio":
        return "ratio", number.unit
    if number.form == "fraction" and number.kind == "measurement":
        return "measurement", number.unit
    if number.form in ("fraction", "proportion") or _is_between_fractions(number):
        return "ratio", _noun_inside(tokens, number) or noun
    if number.kind in ("duration", "measurement", "score"):
        if rate is not None and is_rated(_KINDS[number.kind], rate.per):
            return "rate", "_per_".join((number.unit or "item", *rate.over))
        return _KINDS[number.kind], number.unit
    if noun == "point" and phrase is not None and rate is None:
        ranked = not _RANKED.isdisjoint(tokens.lowers[phrase.start : phrase.head])
        return ("score" if ranked else "count"), noun
    counted = _noun_inside(tokens, number) or noun
    if rate is not None and counted is None and rate.start == number.stop:
        # "A rate of 0.03 min⁻¹" is of nothing that is left unsaid.
        inverse = rate.stop > rate.start + 1 and tokens.words[rate.start + 1] in MINUS
        counted = "item" if inverse else None
    if rate is not None and rate.over:
        counted = "_per_".join((counted or "item", *rate.over))
    return ("rate" if rate is not None else "count"), counted


def _is_between_fractions(number: Number) -> bool:
    """Whether a range is one of shares: "a quarter to a half of"."""
    return number.form == "range" and number.rule == "fraction"


_WHOLE = 100
# Before "points" these say that they are won or given, and none of a list.
_RANKED = frozenset(("ranking", "rankings", "championship", "title"))
_AWARDED = frozenset(read_sections("nouns.txt")["awarded"])


def is_rated(kind: Kind, per: str) -> bool:
    """Whether a kind becomes a rate by its denominator.

    A time by the day or week is one ("20 hours a week"); a time for each of some persons or things
    is a time ("11.5 days for each employee").
    """
    return kind in ("count", "measurement", "score") or (kind == "duration" and per in _TIMES)


def read_part(tokens: Tokens, number: Number) -> tuple[Kind, str] | None:
    """Kind and unit that a fraction is a part of: "a tenth of a second", "a third of a mile"."""
    parted = number.form == "fraction" or tokens.lowers[number.stop - 1].endswith("ths")
    if number.kind is not None or (not parted and number.value >= 1):
        return None
    of, stop = number.stop, number.stop + 2
    if stop >= len(tokens.words) or tokens.lowers[of] != "of":
        return None
    form = match_unit(tokens, stop) if tokens.lowers[of + 1] in ("a", "an", "one") else None
    return (_KINDS[form.kind], form.unit) if form is not None and form.kind in _KINDS else None


def _find_noun(tokens: Tokens, number: Number, phrase: Phrase) -> str | None:
    """The unit that the noun behind a number gives it; None where it only says whose they are."""
    head = tokens.lowers[phrase.head]
    noun: str | None = unit_of_noun(head)
    if head == "shares" and (number.out_of is None or tokens.tags[phrase.head - 1] == "D"):
        # Of companies, where they are counted themselves.
        noun = "share"
    elif noun != "item" and _is_of_change(tokens, phrase):
        noun = unit_of_noun(tokens.lowers[phrase.head - 1])
    elif noun == "item" and head == "points":
        awarded = tokens.lowers[phrase.start : phrase.head]
        noun = noun if _AWARDED.isdisjoint(awarded) else "point"
    elif noun == "item" and head in ("area", "areas") and _is_on_map(tokens, phrase):
        noun = "area"
    elif noun == "person" and _is_of_bloc(tokens, phrase, number):
        noun = "member"
    elif _is_of_party(tokens, phrase, number):
        noun = None
    if noun is not None and _is_hyphened(tokens, number):
        noun = unit_of_noun(tokens.lowers[number.stop + 1].partition("-")[0])
    return noun


def _find_tied(tokens: Tokens, number: Number) -> str | None:
    """The unit that a hyphen ties to a number before what isn't read as a noun: "a 54-run lead"."""
    if number.kind is not None or not _is_hyphened(tokens, number):
        return None
    return unit_of_noun(tokens.lowers[number.stop + 1].partition("-")[0])


def _is_of_change(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a counted change is of jobs or the like: "1,400 job cuts"."""
    lower = tokens.lowers[phrase.head]
    if phrase.head == phrase.start or tokens.lowers[phrase.head - 1] not in LOSABLE:
        return False
    return lower in CHANGE_NOUNS or lower in ("losses", "loss")


def _is_on_map(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether areas are stretches of land: "32 council areas", not "six areas for improvement"."""
    named = tokens.lowers[phrase.head - 1]
    return phrase.head > phrase.start and (named in _LAND or tokens.tags[phrase.head - 1] == "M")


# Before "areas" these say that they lie on a map.
_LAND = frozenset(read_sections("nouns.txt")["land"])


def _is_of_bloc(tokens: Tokens, phrase: Phrase, number: Number) -> bool:
    """Whether members are those of a bloc of states: "the EU's 27 members"."""
    if tokens.lowers[phrase.head] != "members":
        return False
    owners = tokens.lowers[max(0, number.first - 1) : number.stop]
    return any(owner[:-2] in _BLOCS for owner in owners if owner.endswith(("'s", "’s")))


_BLOCS = frozenset(read_sections("people.txt")["blocs"])


def _is_of_party(tokens: Tokens, phrase: Phrase, number: Number) -> bool:
    """Whether "of" a party says whose they are: "200 seats, against 197 of the Greens"."""
    owned = tokens.words[phrase.head] in PARTIES and number.form in ("digits", "words")
    return (
        owned and number.out_of is None and tokens.lowers[number.stop : number.stop + 1] == ["of"]
    )


def _noun_inside(tokens: Tokens, number: Number) -> str | None:
    """The unit of the noun inside a share: "one dairy farm in 20", "212 votes out of 7,950"."""
    if number.out_of is None or number.form == "fraction":
        return None
    for at in range(number.first + 1, number.stop):
        if tokens.lowers[at] in ("in", "out"):
            # "Nine schools (out of 40)".
            noun = at - 1 - (tokens.lowers[at - 1] == "(")
            return unit_of_noun(tokens.lowers[noun]) if tokens.tags[noun] == "N" else None
    return None


def _is_hyphened(tokens: Tokens, number: Number) -> bool:
    """Whether a hyphen ties the number to the noun it counts: "a 240-home estate"."""
    stop = number.stop
    return (
        stop + 1 < len(tokens.words)
        and tokens.lowers[stop] in HYPHENS
        and tokens.ends[stop - 1] == tokens.starts[stop]
        and tokens.ends[stop] == tokens.starts[stop + 1]
        and tokens.tags[stop + 1] in "NBVv"
        and tokens.lowers[stop + 1] not in ("strong", "odd", "plus", "ish", "fold")
    )
