"""What belongs to a number on both sides: sign, currency, scale word, unit sign."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.lexicon import read_phrases, read_sections
from figtrail.extraction.numbers.cardinals import add_half
from figtrail.extraction.numbers.forms import (
    ISO_4217,
    MONEY_WORDS,
    SIGNS,
    UnitForm,
    find_factor,
    find_unit_start,
    match_unit,
)
from figtrail.extraction.numbers.number import ONE, Number
from figtrail.extraction.numbers.scaling import read_scale
from figtrail.extraction.numbers.weights import is_weight
from figtrail.extraction.tokens import HYPHENS, Tokens

_BY_DAY = [[noun] for noun in read_sections("numbers.txt")["by_day"]]
_MINUS = frozenset("-−–‐‑")


# Before "plus" these make it a sign.
_SIGNING = frozenset("to from at of was is stands stood".split())
# Words that say a sign again: "$5 million dollars".
_SIGNED_TWICE = (["dollars"], ["euros"], ["pounds"], ["rupees"])


def attach(
    tokens: Tokens,
    at: int,
    stop: int,
    value: Decimal,
    form: str,
    floor: int,
    *,
    first: int | None = None,
    out_of: Decimal | None = None,
) -> Number:
    """Read what belongs to a number on both sides: sign, currency, scale, unit."""
    mantissa = value
    core = at
    first = at if first is None else first
    scale: Decimal | None = None
    if form in ("digits", "words") and out_of is None:
        stop, scale = read_scale(tokens, stop, form)
        if scale is not None:
            value *= scale
            more, after = add_half(tokens, stop, mantissa)
            if after != stop and mantissa == int(mantissa):
                value, stop = more * scale, after
    first, currency, factor, negative, signed = _read_left(tokens, first, floor, scale, value)
    unit: str | None = None
    kind: str | None = None
    inside = False
    weighed = currency is None and is_weight(tokens, first, stop)
    if weighed:
        unit, kind = "pound", "measurement"
    elif currency is None:
        stop, currency, factor = _read_money_word(tokens, stop, scale)
        if currency is None and _is_slashed(tokens, stop):
            currency, stop = "KES?", stop + 2
        if currency == "cent?" and _is_american(tokens, first):
            first, currency = first - 1, "USD"
    elif tokens.lowers[stop : stop + 1] in _SIGNED_TWICE:
        stop += 1
    if currency is not None:
        kind = "money"
        value *= factor
        mantissa *= factor if scale is None else ONE
    elif not weighed:
        matched = _read_unit(tokens, stop)
        times = find_factor(matched[0], value, scale) if matched is not None else None
        if matched is not None and times is not None:
            written, stop = matched
            if written.unit == "nanometre" and tokens.lowers[stop : stop + 1] in _AT_SEA:
                written = written._replace(unit="nautical_mile")
            unit, kind, inside = written.unit, written.kind, written.style != "outside"
            value *= times
    if negative:
        value, mantissa = -value, -mantissa
    return Number(
        first,
        stop,
        tokens.starts[first],
        tokens.ends[stop - 1],
        value,
        form,
        mantissa,
        scale=scale,
        currency=currency,
        unit=unit,
        kind=kind,
        unit_inside=inside,
        out_of=out_of,
        core=core,
        signed=signed,
        rule=form,
    )


def _read_left(
    tokens: Tokens, first: int, floor: int, scale: Decimal | None, value: Decimal
) -> tuple[int, str | None, Decimal, bool, bool]:
    """Read sign and currency to the left: first token, currency, factor, negative, signed."""
    words, lowers = tokens.words, tokens.lowers
    currency: str | None = None
    factor = ONE
    at = first - 1
    if at >= floor:
        form = SIGNS.get(words[at])
        adjacent = tokens.ends[at] == tokens.starts[first]
        if form is None and words[at] == "." and at - 1 >= floor and words[at - 1] + "." in SIGNS:
            form, at = SIGNS[words[at - 1] + "."], at - 1
        if form is not None and form.position == "tight":
            plain = scale is None and value < 1000 and value == int(value)
            if not adjacent or plain:
                form = None
        if form is not None and form.currency == "XBT":
            form = None
        if words[at] == "¢" and (not adjacent or (at > floor and tokens.tags[at - 1] == "M")):
            form = None  # "4¢ 12 days ago"
        if form is not None:
            currency, factor, first = form.currency, form.factor, at
        elif words[at] in ISO_4217:
            currency, first = words[at], at
    at = first - 1
    negative = signed = False
    if at >= floor:
        adjacent = tokens.ends[at] == tokens.starts[first]
        before_space = (
            at == 0 or tokens.ends[at - 1] < tokens.starts[at] or words[at - 1] in "(“\"'‘,"
        )
        if words[at] in _MINUS and adjacent and before_space:
            negative, signed, first = words[at] != "–" or before_space, True, at
        elif words[at] in ("+", "±") and adjacent and before_space:
            signed, first = True, at
        elif words[max(floor, at - 2) : at + 1] == ["+", "/", "-"]:
            signed, first = True, at - 2
        elif lowers[at] in ("minus", "negative") and not adjacent:
            if at - 2 >= floor and lowers[at - 1] == "or" and lowers[at - 2] == "plus":
                first, signed = at - 2, True
            elif at == floor or tokens.tags[at - 1] != "M":
                negative, signed, first = True, True, at
        elif lowers[at] == "plus" and at > floor and lowers[at - 1] in _SIGNING:
            # "Net approval fell from plus 14 to minus 3".
            signed, first = True, at
    if currency is None and negative and first + 1 < len(words) and words[first + 1] in SIGNS:
        currency = SIGNS[words[first + 1]].currency
    return first, currency, factor, negative, signed


# Behind "45nm" these make it nautical miles.
_AT_SEA = (["off"], ["from"], ["north"], ["south"], ["east"], ["west"], ["offshore"], ["out"])


def _is_slashed(tokens: Tokens, stop: int) -> bool:
    """Whether the sign of shillings and rupees closes an amount: "500m/-"."""
    if tokens.words[stop : stop + 2] != ["/", "-"]:
        return False
    tight = tokens.starts[stop] == tokens.ends[stop - 1]
    tight = tight and tokens.starts[stop + 1] == tokens.ends[stop]
    return tight and (stop + 2 == len(tokens.words) or tokens.tags[stop + 2] != "M")


def _is_american(tokens: Tokens, first: int) -> bool:
    """Whether the cents behind a number are told apart before it: "US71.20c"."""
    before = first - 1
    touching = before >= 0 and tokens.ends[before] == tokens.starts[first]
    return touching and tokens.words[before] == "US"


def _read_money_word(
    tokens: Tokens, stop: int, scale: Decimal | None
) -> tuple[int, str | None, Decimal]:
    words, lowers = tokens.words, tokens.lowers
    at = stop
    if at < len(words) and lowers[at] in HYPHENS and at + 1 < len(words):
        at += 1
    if at < len(words):
        tight = tokens.starts[at] == tokens.ends[at - 1]
        forms = MONEY_WORDS.get(words[at])
        spelled = words
        if forms is None and len(words[at]) > 2:
            forms, spelled = MONEY_WORDS.get(lowers[at]), lowers
        for form in forms or ():
            if tuple(spelled[at : at + len(form.tokens)]) != form.tokens:
                continue
            rated = tight or words[at + 1 : at + 2] == ["/"]  # "50 c/l"
            if form.position == "tight_after" and (not rated or scale is not None):
                continue
            if form.position == "money_word" and scale is None:
                continue
            return at + len(form.tokens), form.currency, form.factor
        if words[at] in ISO_4217 and at == stop:
            return at + 1, words[at], ONE
    return stop, None, ONE


_NAMED_BY_TIME = frozenset(
    tuple(phrase.split()) for phrase in read_phrases("numbers.txt", "named_by_time")
)
# Of runs, where these are spoken of: "11 centuries and 13 half-centuries".
_CRICKET = frozenset("Tests Test ODIs innings wickets wicket batsman batter fifties".split())


def _read_unit(tokens: Tokens, stop: int) -> tuple[UnitForm, int] | None:
    """Read the unit that follows, and the token at which the span stops: behind it if inside."""
    if stop >= len(tokens.words):
        return None
    at = find_unit_start(tokens, stop)
    unit = match_unit(tokens, at)
    if unit is None or tuple(tokens.lowers[at : at + 2]) in _NAMED_BY_TIME:
        return None
    if unit.unit == "century" and not _CRICKET.isdisjoint(tokens.words):
        return None
    if unit.kind == "duration" and _names_group(tokens, at):
        return None
    tight = tokens.starts[at] == tokens.ends[at - 1]
    if unit.style == "tight" and (not tight or at != stop):
        return None
    daily = at == stop and tokens.lowers[at] in ("day", "night")
    if daily and tokens.lowers[at + 1 : at + 2] in _BY_DAY:
        # "Seven day nurseries", "12 night shelters": the noun is of day or night.
        return None
    if unit.style == "temperature" and _is_initial(tokens, at):
        return None
    end = at + len(unit.tokens)
    return unit, end if unit.style != "outside" else stop


def _names_group(tokens: Tokens, at: int) -> bool:
    """Whether a unit with a capital and a number is a group's name: "12 Year 6 pupils"."""
    named = tokens.words[at] == "Year" and tokens.tags[at + 1 : at + 2] == ["M"]
    return named and tokens.tags[at + 2 : at + 3] == ["N"]


def _is_initial(tokens: Tokens, at: int) -> bool:
    """Whether a letter opens a name or a code ("9 F.C.", "4 C-130s") and is no degree sign."""
    return (
        at + 2 < len(tokens.words)
        and tokens.words[at + 1] in ("-", ".")
        and tokens.starts[at + 2] == tokens.ends[at + 1]
    )
