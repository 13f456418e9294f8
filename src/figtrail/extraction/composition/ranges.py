"""Two numbers that are the ends of one range: "17-19", "between 200 and 300"."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.lexicon import read_pairs, read_rows, read_sections
from figtrail.extraction.numbers import Number, with_shared
from figtrail.extraction.tokens import DASHES, Tokens

_CHANGE_WORDS = (
    frozenset(
        row["form"]
        for row in read_rows("changes.csv")
        if row["class"] in ("verb", "noun", "particle")
    )
    | frozenset(read_pairs("numbers.txt", "multiples"))
    | frozenset(read_sections("composition_words.txt")["changing"])
)
_MOVING = frozenset(read_sections("composition_words.txt")["moving"])
_RANGE_CUES = frozenset(read_sections("composition_words.txt")["range_cues"])


def join_range(
    tokens: Tokens, first: Number, second: Number, between: tuple[str, ...]
) -> Number | None:
    """The range that two numbers are the ends of; None where they are two figures."""
    if first.out_of is not None or second.out_of is not None or first.form == "multiple":
        return None
    if len(between) == 1 and between[0] in DASHES:
        tight = tokens.ends[first.stop - 1] == tokens.starts[second.first - 1]
        if not tight and tokens.ends[second.first - 1] == tokens.starts[second.first]:
            return None
    elif between == ("to",) or between == ("up", "to"):
        if not _is_to_range(tokens, first, second):
            return None
    elif between in (("and",), ("and", "about"), ("and", "around"), ("and", "up", "to")):
        if not follows(tokens, first, ("between",)):
            return None
    elif between in (("or",), ("or", "even")):
        low = _share_hundreds(tokens, with_shared(first, second), second)
        if second.value > low.value * 2 or second.value > low.value + 5 * (low.scale or 1):
            return None
        if low.scale is None and first.value == int(first.value) and first.value > 20:
            return None
    else:
        return None
    return _range(tokens, first, second)


def _share_hundreds(tokens: Tokens, low: Number, high: Number) -> Number:
    """Let "five or six hundred" share the word that isn't kept as a scale."""
    if low.form != "words" or low.value >= 10 or low.scale is not None:
        return low
    if tokens.lowers[high.stop - 1] != "hundred" or high.value >= 1000:
        return low
    return low._replace(value=low.value * 100, scale=_HUNDRED)


_HUNDRED = Decimal(100)


def _range(tokens: Tokens, first: Number, second: Number) -> Number | None:
    if first.kind is not None and second.kind is not None and first.kind != second.kind:
        return None
    low = _share_hundreds(tokens, with_shared(first, second), second)
    high = second
    if second.currency is None and first.currency is not None:
        high = second._replace(currency=first.currency, kind="money")
    elif second.unit is None and second.currency is None and first.unit is not None:
        high = second._replace(unit=first.unit, kind=first.kind)
    if low.value >= high.value:
        return None
    return high._replace(
        first=first.first,
        start=first.start,
        core=first.core,
        low=low.value,
        high=high.value,
        form="range",
        rule="range",
        signed=False,
        unit_inside=first.unit_inside or second.unit_inside,
    )


def follows(tokens: Tokens, number: Number, words: tuple[str, ...]) -> bool:
    """Whether one of `words` stands before the number, with at most two words between."""
    return any(word in words for word in tokens.lowers[max(0, number.first - 3) : number.first])


def _is_to_range(tokens: Tokens, first: Number, second: Number) -> bool:
    """Tell "five to ten people" from "rose from 442 to 472" and "rose 5% to £20m"."""
    lowers = tokens.lowers
    before = lowers[max(0, first.first - 10) : first.first]
    if "from" in before[-4:]:
        if not _RANGE_CUES.isdisjoint(before):
            return True
        window = (
            lowers[max(0, first.first - 16) : first.first] + lowers[second.stop : second.stop + 3]
        )
        moved = before[: len(before) - 1 - before[::-1].index("from")]
        return _CHANGE_WORDS.isdisjoint(window) and _MOVING.isdisjoint(moved[-6:-1])
    if first.form == "words" and second.form == "digits" and second.unit_inside:
        # "Sinn Féin drops four to 13%": one is the change, one the level.
        moved = bool(before) and (before[-1] in _CHANGE_WORDS or before[-1] in ("up", "down"))
        if first.kind is None and moved:
            return False
    own = first.kind is not None and (first.unit_inside or first.currency is not None)
    if own and second.kind is None:
        return False
    if own and before[-1:] == ["of"] and first.kind == second.kind:
        return second.value < first.value * 3
    if own or first.signed:
        previous = before[-3:]
        if "by" in previous:
            return False
        if not _CHANGE_WORDS.isdisjoint(previous):
            return False
    elif before and before[-1] in ("up", "down"):
        return False
    elif "by" in before[-2:]:
        return second.kind is not None or second.value < first.value * 3
    elif before and before[-1] in _CHANGE_WORDS:
        return second.kind is not None and first.mantissa < second.mantissa
    return True
