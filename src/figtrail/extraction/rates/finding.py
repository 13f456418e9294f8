"""The denominator of a number: "a year", "per 1,000 residents", "for each flooded household"."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_NOUNS
from figtrail.extraction.lexicon import read_pairs, read_sections
from figtrail.extraction.nouns import is_people
from figtrail.extraction.numbers import (
    Number,
    find_unit_start,
    match_unit,
    read_bracketed_unit,
)
from figtrail.extraction.phrases import read_noun_phrase
from figtrail.extraction.rates.attached import ADVERBS, is_habit, read_attached
from figtrail.extraction.rates.denominators import TIME, read_denominator, read_per
from figtrail.extraction.rates.inverse import MINUS, go_on
from figtrail.extraction.rates.offsets import OFFSETS
from figtrail.extraction.rates.rate import Rate
from figtrail.extraction.tokens import Tokens


def find_rate(
    tokens: Tokens, number: Number, phrase_stop: int, numbers: list[Number]
) -> Rate | None:
    """The denominator attached to a number or to the noun phrase after it (which ends there)."""
    inside = _find_abbreviated(tokens, number)
    if inside is not None:
        return inside
    stops, phrase_stop = _find_stops(tokens, number, phrase_stop, numbers)
    for at in stops:
        if tuple(tokens.lowers[at : at + 2]) in _BETWEEN:
            at += 2
        if 0 < at <= len(tokens.words) and tokens.lowers[at - 1] in _LASTING:
            continue
        rate = read_attached(tokens, at, number, numbers)
        if rate is not None:
            return go_on(tokens, rate) if number.kind == "measurement" else rate
    rate = _adjective(tokens, number, phrase_stop)
    if rate is not None:
        return rate
    if number.form in ("fraction", "proportion"):
        # "A third of homes have their meters read every year".
        return None
    if number.currency is not None or (
        phrase_stop > number.stop and number.kind in (None, "measurement", "duration")
    ):
        return _trailing(tokens, number, phrase_stop, numbers)
    return _come_each(tokens, number)


def _find_stops(
    tokens: Tokens, number: Number, phrase_stop: int, numbers: list[Number]
) -> tuple[set[int], int]:
    """The tokens at which a denominator may start, and the end of the noun phrase with its "of"."""
    unit_stop = _unit_stop(tokens, number)
    stops = {number.stop, phrase_stop, unit_stop}
    if (
        number.kind in ("measurement", "duration")
        and unit_stop < len(tokens.words)
        and tokens.lowers[unit_stop] == "of"
    ):
        whole = read_noun_phrase(tokens, unit_stop + 1)
        if whole is not None:
            phrase_stop = whole.stop
            stops.add(phrase_stop)
    if tokens.words[phrase_stop : phrase_stop + 1] and tokens.words[phrase_stop] in MINUS:
        # "1,200 particles cm-3".
        stops.add(phrase_stop - 1)
    if number.kind == "measurement" and tokens.tags[unit_stop : unit_stop + 1] == ["N"]:
        stops.add(unit_stop + 1)  # "45 g CO2e per km"
    if tokens.lowers[number.stop : number.stop + 2] in _OF_THEM:
        # "Sell 9,000 of them a year".
        stops.add(number.stop + 2)
    toleranced = read_bracketed_unit(tokens, number.first, number.stop)
    if toleranced is not None:
        stops.add(toleranced[2])
    bracket = _past_bracket(tokens, number, numbers)
    if bracket is not None:
        stops.add(bracket)
    return stops, phrase_stop


_OF_THEM = (["of", "them"], ["of", "these"], ["of", "those"], ["or", "so"], ["or", "more"])


def _come_each(tokens: Tokens, number: Number) -> Rate | None:
    """Read "some 300 arrive every day": what a bare number does again and again."""
    at = number.stop
    at += 2 * (tokens.lowers[at : at + 2] in _OF_THEM)
    told = number.kind is None and number.out_of is None and at < len(tokens.words)
    if not told or not (tokens.tags[at] in "vV" or tokens.lowers[at] in _THROUGH):
        return None
    for index in range(at + 1, min(len(tokens.words) - 1, at + _COMING)):
        if tokens.tags[index] in ".MCRAv":
            return None
        if tokens.lowers[index] in ("each", "every") and tokens.lowers[index + 1] in TIME:
            return Rate(TIME[tokens.lowers[index + 1]], None, index, index + 2)
    return None


_THROUGH = frozenset(("through", "more"))
# How many tokens behind its verb "every day" may stand.
_COMING = 8


def _find_abbreviated(tokens: Tokens, number: Number) -> Rate | None:
    """The denominator inside the sign of a unit: "95,000 bpd", "1.4 million b/d"."""
    if not number.unit_inside or number.kind != "measurement":
        return None
    last = number.stop - 1
    per = _RATED_SIGNS.get(tokens.lowers[last])
    if per is None and tokens.lowers[last - 1] == "/" and number.unit in _RATED_UNITS:
        per = _LETTERS.get(tokens.lowers[last])
    return Rate(per, None, number.first, number.stop) if per is not None else None


_RATED_SIGNS = read_pairs("rates.txt", "rated_signs")
_LETTERS = {"d": "day", "y": "year", "yr": "year"}
# Units that are stated by the day or the year, and have no code of their own so.
_RATED_UNITS = frozenset(
    ("barrel", "barrel_of_oil_equivalent", "tonne", "cubic_metre", "cubic_foot")
)


def _past_bracket(tokens: Tokens, number: Number, numbers: list[Number]) -> int | None:
    """The token after a conversion in brackets, whose denominator both sums share.

    "£2,400 ($3,062) a tonne", "5 cm (2 inches) an hour": from either number, the token behind.
    """
    sized = number.kind == "measurement"
    if number.currency is None and not sized:
        return None
    lowers, stop = tokens.lowers, _unit_stop(tokens, number)
    if stop < len(lowers) and lowers[stop] == ")":
        return stop + 1
    if stop < len(lowers) and lowers[stop] == "(":
        for other in numbers:
            if other.first > stop and other.first <= stop + 3:
                alike = other.kind == "measurement" if sized else other.currency is not None
                end = _unit_stop(tokens, other)
                closed = alike and end < len(lowers) and lowers[end] == ")"
                return end + 1 if closed else None
    return None


def _unit_stop(tokens: Tokens, number: Number) -> int:
    if number.unit is None or number.unit_inside or number.form == "multiple":
        # "Doubled in a year": no inches.
        return number.stop
    at = find_unit_start(tokens, number.stop)
    form = match_unit(tokens, at)
    return at + len(form.tokens) if form is not None else number.stop


_BETWEEN = frozenset(("or", word) for word in "so more less fewer longer over under".split())


def _trailing(
    tokens: Tokens, number: Number, phrase_stop: int, numbers: list[Number]
) -> Rate | None:
    """Read "100,000 people have a stroke each year": a rate that closes the clause."""
    lowers = tokens.lowers
    bracket = False
    for at in range(phrase_stop, min(len(lowers) - 2, phrase_stop + 12)):
        bracket = (bracket or lowers[at] == "(") and lowers[at - 1] != ")"
        if tokens.tags[at] in ".MCR" and not bracket:
            return None
        if lowers[at] == "to" and tokens.tags[at + 1] == "v":
            # "Treat 310 adults to prevent one case each year".
            return None
        told = lowers[at] in _MANNER and tokens.tags[at + 1] in ".CPR" and at > phrase_stop
        if told:
            # "Makes 4.2 million people ill annually".
            return Rate(ADVERBS[lowers[at]], None, at, at + 1)
        if lowers[at] in ("to", "for", "of") and lowers[at + 1] in ("each", "every"):
            counted = tokens.tags[at + 2] in "M."
            if counted and number.currency is not None:
                # "Adds 94 cents to the rate for every $1,000 of value".
                return read_per(tokens, at, at + 2, number, numbers)
            if lowers[at] == "of" and lowers[at + 2] not in TIME and number.currency is None:
                return None  # "officers of every rank"
            per = read_denominator(tokens, at + 2)
            noun = read_noun_phrase(tokens, at + 2)
            stop = noun.stop if noun is not None else at + 3
            return Rate(per, None, at, stop) if per is not None else None
        if tuple(lowers[at + 2 : at + 5]) == ("and", "a", "half"):
            return None
        if lowers[at] in ("each", "every", "a", "per") and lowers[at + 1] in TIME:
            if lowers[at - 1] == "in" and not is_habit(tokens, number.first):
                return None
            if lowers[at] == "a" and _takes_time(tokens, at - 1):
                return None
            ahead = tokens.tags[at + 2] if at + 2 < len(lowers) else "."
            closed = ahead in ".CPR" and not (ahead == "P" and lowers[at + 2] in OFFSETS)
            closed = closed and lowers[at + 2 : at + 3] not in (["when"], ["that"])
            return Rate(TIME[lowers[at + 1]], None, at, at + 2) if closed else None
    return None


_MANNER = frozenset(("annually", "yearly", "daily", "weekly", "monthly", "nightly"))


def _takes_time(tokens: Tokens, at: int) -> bool:
    """Whether a word before "a year" says how long: "wait over a year", "lasts a year"."""
    if tokens.lowers[at] in _LASTING:
        return True
    return tokens.tags[at] in "PB" and tokens.lowers[at] != "in"


_LASTING = frozenset(read_sections("rates.txt")["lasting"])


def _adjective(tokens: Tokens, number: Number, phrase_stop: int) -> Rate | None:
    """Read "the annual £5m" before the number, "£5m annually" or "12 daily calls" after it."""
    lowers = tokens.lowers
    if number.form in ("fraction", "proportion") or number.out_of is not None:
        # "A quarter of daily needs".
        return None
    for at in range(number.first - 1, max(-1, number.first - 3), -1):
        lower = lowers[at]
        if lower in ADVERBS and lower not in ("yearly",) and number.kind not in ("percentage",):
            return Rate(ADVERBS[lower], None, at, at + 1)
        if lower not in ("average", "mean", "median", "typical", "additional", "extra"):
            break
    at = number.stop if number.unit != "times" else len(lowers)
    while at < min(len(lowers), phrase_stop + 1):
        if lowers[at] in _MANNER and number.kind == "percentage" and at == number.stop:
            changed = lowers[at + 1 : at + 2] != [] and lowers[at + 1] in CHANGE_NOUNS
            # "A 0.6% monthly rise" is one month's.
            return None if changed else Rate(ADVERBS[lowers[at]], None, at, at + 1)
        if lowers[at] in ADVERBS and number.kind != "percentage":
            if lowers[at] == "annual" and number.kind is None:
                return None
            if number.kind is None and at + 1 < len(lowers) and is_people(lowers[at + 1]):
                # "1,150 hourly workers" are paid by it.
                return None
            return Rate(ADVERBS[lowers[at]], None, at, at + 1)
        at += 1
    return None
