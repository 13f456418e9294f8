"""Parts that are written behind a number or for one: "9-1/4", "11 tenths of", "a basis point"."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.numbers.attaching import attach
from figtrail.extraction.numbers.cardinals import DENOMINATORS, SCALES
from figtrail.extraction.numbers.forms import MONEY_WORDS, match_unit
from figtrail.extraction.numbers.fractions import make_fraction, read_slash_fraction
from figtrail.extraction.numbers.number import ONE, Number, make_number
from figtrail.extraction.tokens import HYPHENS, Tokens


def read_part(tokens: Tokens, stop: int) -> tuple[Decimal, int]:
    """The part that follows a whole number, and the token after it: "9 1/4" and "9-1/4"."""
    count = len(tokens.words)
    tight = stop < count and tokens.starts[stop] == tokens.ends[stop - 1]
    above = stop + (tight and tokens.words[stop] in HYPHENS)
    if above + 2 >= count or tokens.words[above + 1] != "/":
        return Decimal(0), stop
    bottom = read_slash_fraction(tokens, above)
    if bottom is None or tokens.ends[above] != tokens.starts[above + 1]:
        return Decimal(0), stop
    return Decimal(tokens.words[above]) / bottom, above + 3


def read_parts(tokens: Tokens, at: int, value: Decimal, floor: int) -> Number | None:
    """Read "2 thirds of" and "11 tenths of a second": digits before a part in words."""
    lowers = tokens.lowers
    if lowers[at + 2 : at + 3] != ["of"] or value < 2:
        return None
    bottom = DENOMINATORS.get(lowers[at + 1])
    if bottom is None or bottom == 2 or not lowers[at + 1].endswith("s") or value >= bottom * 3:
        return None
    whole = tokens.tags[at + 3 : at + 4]
    if bottom == 4 and whole != ["D"]:
        return None  # "3 quarters of growth"
    return make_fraction(tokens, at, at + 2, value, bottom, floor)


def read_half_point(tokens: Tokens, at: int) -> Number | None:
    """Read "half a point" where percentages are spoken of: "by half a point to 4.75 per cent"."""
    if tokens.lowers[at + 1 : at + 3] != ["a", "point"]:
        return None
    return _make_point(tokens, at, at + 3, Decimal("0.5"))


def _make_point(tokens: Tokens, first: int, stop: int, value: Decimal) -> Number | None:
    """So much of a percentage point; None where no percentage is spoken of."""
    if _PERCENT.isdisjoint(tokens.lowers):
        return None
    point = make_number(tokens, first, stop, value, "words", unit_inside=True)
    return point._replace(unit="percentage_point", kind="percentage")


_PERCENT = frozenset(("%", "percent", "cent"))


def read_point(tokens: Tokens, at: int) -> Number | None:
    """Read "a percentage point", "a full percentage point", "a basis point" as one of them."""
    begin = at + 1 + (tokens.lowers[at + 1 : at + 2] in (["full"], ["whole"]))
    form = match_unit(tokens, begin)
    if begin > at + 1 and tokens.lowers[begin : begin + 1] == ["point"]:
        # "A full point to 21 per cent".
        return _make_point(tokens, at, begin + 1, ONE)
    if form is None or form.unit not in ("percentage_point", "basis_point"):
        return None
    stop = begin + len(form.tokens)
    return make_number(
        tokens, at, stop, ONE, "words", unit=form.unit, kind=form.kind, unit_inside=True
    )


def read_couple(tokens: Tokens, at: int, floor: int) -> Number | None:
    """Read "a couple of hundred", "couple dozen": two of a scale; a couple alone is no number."""
    scaled = at + 1 + (tokens.lowers[at + 1 : at + 2] == ["of"])
    scale = SCALES.get(tokens.lowers[scaled]) if scaled < len(tokens.words) else None
    if scale is None or tokens.lowers[scaled].endswith(("s", "score")):
        return None
    first = at - 1 if at > floor and tokens.lowers[at - 1] in ("a", "another") else at
    return attach(tokens, at, scaled + 1, 2 * scale, "words", floor, first=first)


_AND_PART: dict[tuple[str, ...], Decimal] = {
    ("and", "a", "half"): Decimal("1.5"),
    ("and", "a", "quarter"): Decimal("1.25"),
    ("and", "three", "quarters"): Decimal("1.75"),
}


def read_unit_and_a_half(tokens: Tokens, at: int) -> Number | None:
    """Read "a year and a half": one and a half of the unit between; so with a quarter."""
    lowers = tokens.lowers
    more = _AND_PART.get(tuple(lowers[at + 2 : at + 5]))
    if more is None:
        return None
    form = match_unit(tokens, at + 1)
    if lowers[at + 1] in ("pound", "dollar", "euro"):
        weighed = lowers[at + 1] == "pound" and lowers[at + 5 : at + 6] == ["of"]
        amount = make_number(tokens, at, at + 5, more, "words", unit_inside=True)
        if weighed:
            return amount._replace(unit="pound", kind="measurement")
        money = MONEY_WORDS[lowers[at + 1]][-1].currency
        return amount._replace(currency=money, kind="money")
    if form is None or len(form.tokens) != 1:
        return None
    return make_number(
        tokens,
        at,
        at + 5,
        more,
        "words",
        unit=form.unit,
        kind=form.kind,
        unit_inside=True,
    )


# What joins a half to its points: "half a percentage point", "quarter-point".
_BEFORE_POINT = HYPHENS | {"percentage", "percent"}


def read_points(tokens: Tokens, at: int) -> Number | None:
    """Read "quarter-point", "half a percentage point" written as an adjective: 0.25, 0.5."""
    lowers = tokens.lowers
    if at >= len(lowers):
        return None
    bottom = {"quarter": Decimal("0.25"), "half": Decimal("0.5")}.get(lowers[at])
    after = at + 1
    while after < len(lowers) and lowers[after] in _BEFORE_POINT:
        after += 1
    bare = after == at + 1 and lowers[at] == "half" and lowers[max(0, at - 1)] not in ("a", "an")
    if bottom is None or after >= len(lowers) or bare:
        return None
    if lowers[after] not in ("point", "percentage-point"):
        return None
    return make_number(
        tokens,
        at,
        after + 1,
        bottom,
        "words",
        unit="percentage_point",
        kind="percentage",
        unit_inside=True,
    )
