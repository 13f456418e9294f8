"""Two numbers that are the ends of one range: "17-19", "between 200 and 300"."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.composition.alternatives import is_or_range
from figtrail.extraction.lexicon import read_pairs, read_rows, read_sections
from figtrail.extraction.numbers import Number, with_shared
from figtrail.extraction.tokens import DASHES, HYPHENS, Tokens

CHANGE_WORDS = (
    frozenset(
        form
        for form, kind in read_rows("changes.csv", "form", "class")
        if kind in ("verb", "noun", "particle")
    )
    | frozenset(read_pairs("numbers.txt", "multiples"))
    | frozenset(read_sections("composition_words.txt")["changing"])
)
_DIRECTIONS = frozenset(("up", "down"))
_MOVED_BY = CHANGE_WORDS | _DIRECTIONS | {"by"}
_AHEAD = (["to"], ["will"], ["would"], ["could"], ["should"], ["may"], ["might"])
_GONE = frozenset(("gone", "went", "goes"))
_REVISING = frozenset(read_sections("composition_words.txt")["revising"])
_MOVING = frozenset(read_sections("composition_words.txt")["moving"])
_PUTTING = frozenset(read_sections("composition_words.txt")["putting"])
_PRICING = frozenset(read_sections("composition_words.txt")["pricing"])
_RANGE_CUES = frozenset(read_sections("composition_words.txt")["range_cues"])


def join_range(
    tokens: Tokens, first: Number, second: Number, between: tuple[str, ...]
) -> Number | None:
    """The range that two numbers are the ends of; None where they are two figures."""
    if first.out_of is not None or second.out_of is not None or first.form == "multiple":
        return None
    if between[1:] in (("to",), ("or",)) and between[0] in HYPHENS:
        # "A 40- to 50-foot wall".
        tied = tokens.starts[first.stop] == tokens.ends[first.stop - 1]
        tied = tied and tokens.lowers[second.stop : second.stop + 1] != []
        return _range(tokens, first, second) if tied else None
    if between == ("-", "to", "-"):
        # "A 5.25%-to-5.5% benchmark", "a one-to-ten scale".
        scaled = tokens.lowers[second.stop : second.stop + 1] in (["scale"], ["ratio"])
        return None if scaled else _range(tokens, first, second)
    if len(between) > 1 and between[-1] in _LINKS and _spells_same(tokens, first, second):
        between = between[-1:]
    if len(between) == 1 and between[0] in DASHES:
        if not _is_dash_range(tokens, first, second):
            return None
    elif between == ("to",) or between == ("up", "to"):
        if not _is_to_range(tokens, first, second):
            return None
    elif between in AND:
        if not follows(tokens, first, ("between",)):
            return None
    elif between == ("/",):
        if not _is_quoted(tokens, first, second):
            return None
    elif between in (("or",), ("or", "even")):
        if not is_or_range(_share_word(tokens, with_shared(first, second), second), second):
            return None
    else:
        return None
    return _range(tokens, first, second)


def _is_dash_range(tokens: Tokens, first: Number, second: Number) -> bool:
    """Whether a dash joins two ends: "40–50", "£5 – £10", not "12% – 300 beds – stood empty"."""
    dash = second.first - 1
    priced = first.form == second.form == "words" and tokens.words[dash] in HYPHENS
    if priced and first.value < min(Decimal(10), second.value / 2) and second.value % 10 == 0:
        return False  # "Six-fifty for a sandwich"
    if tokens.ends[first.stop - 1] == tokens.starts[dash]:
        return True
    blank = tokens.ends[dash] < tokens.starts[second.first]
    return blank and not _says_again(tokens, first, second)


_LINKS = frozenset(("and", "to"))
AND = (("and",), ("and", "about"), ("and", "around"), ("and", "up", "to"))


def _says_again(tokens: Tokens, first: Number, second: Number) -> bool:
    """Whether a dash adds what a share comes to: "14 per cent – 61 ferries – sailed late"."""
    told = first.kind == "percentage" and second.kind is None
    return told and tokens.tags[second.stop : second.stop + 1] in (["N"], ["J"], ["E"])


def _spells_same(tokens: Tokens, first: Number, second: Number) -> bool:
    """Whether the same words stand behind both ends: "40 metres and 45 metres", "2 km to 3 km".

    Before "to" not where the second was reached by the first: "rose 20 tonnes to 30 tonnes".
    """
    link = second.first - 1
    own = tokens.lowers[first.stop : link]
    alike = own == tokens.lowers[second.stop : second.stop + len(own)]
    broken = "." in tokens.tags[first.stop : link] and tokens.lowers[first.stop] != "/"
    if not alike or broken:
        return False
    before = tokens.lowers[max(0, first.first - 2) : first.first]
    moved = tokens.lowers[link] == "to" and not _MOVED_BY.isdisjoint(before)
    return not moved and first.unit == second.unit and first.kind == second.kind


def _is_quoted(tokens: Tokens, first: Number, second: Number) -> bool:
    """Whether a slash joins the ends of a price: "€4.10/4.20 a kilo", "320/330p"."""
    money = "money" in (first.kind, second.kind)
    tight = tokens.ends[first.stop - 1] == tokens.starts[second.first - 1]
    tight = tight and tokens.ends[second.first - 1] == tokens.starts[second.first]
    pence = first.currency is None and tokens.lowers[second.stop - 1] in _HUNDREDTHS
    low = first.mantissa / 100 if pence else first.mantissa
    return money and tight and low < second.mantissa <= low * 2


_HUNDREDTHS = frozenset(("cents", "pence", "p", "c", "paise"))


def _share_word(tokens: Tokens, low: Number, high: Number) -> Number:
    """Let "five or six hundred" share the scale that is part of the later number's words."""
    if low.form != "words" or high.form != "words" or low.value >= 20 or low.scale is not None:
        return low
    scale = _SCALES.get(tokens.lowers[high.stop - 1])
    if scale is None or high.scale is not None or not low.value < high.value / scale < 20:
        return low
    return low._replace(value=low.value * scale, scale=scale)


_SCALES = {
    word: Decimal(10) ** power
    for word, power in (("hundred", 2), ("thousand", 3), ("million", 6), ("billion", 9))
}


def _range(tokens: Tokens, first: Number, second: Number) -> Number | None:
    if first.kind is not None and second.kind is not None and first.kind != second.kind:
        return None
    low = _share_word(tokens, with_shared(first, second), second)
    high = second
    if second.currency is None and first.currency is not None:
        high = second._replace(currency=first.currency, kind="money")
    elif second.unit is None and second.currency is None and first.unit is not None:
        high = second._replace(unit=first.unit, kind=first.kind)
    cents = second.currency is not None and tokens.lowers[second.stop - 1] in _HUNDREDTHS
    if cents and first.currency is None:
        # "4 to 5 cents" are hundredths both.
        low = low._replace(value=low.value / 100)
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


def _moves_price(tokens: Tokens, first: Number, second: Number) -> bool:
    """Whether a price moved by the first sum to the second: "was off 31 cents to $27.40".

    So it did where words of no change stand before cents that are a small part of the level.
    """
    before = tokens.lowers[max(0, first.first - 2) : first.first]
    if first.kind != "money" or second.kind != "money" or not before:
        return False
    if before[-1] == "off" or (before[-1] == "on" and before[0] in _PUTTING):
        return True
    cents = tokens.lowers[first.stop - 1] in _HUNDREDTHS
    dollars = tokens.lowers[second.stop - 1] not in _HUNDREDTHS
    return cents and dollars and second.value > first.value * 10 and before[-1] not in _PRICING


def _is_revised(tokens: Tokens, link: int) -> bool:
    """Whether a level is given anew from the "from" at `link`: "adjusted upward from 41% to 47%".

    A participle before its noun gives none: "the corrected readings lie from 12 to 15".
    """
    for at in range(max(0, link - 6), link):
        if tokens.lowers[at] in _REVISING:
            described = at > 0 and tokens.tags[at - 1] in "DJ" and tokens.tags[at + 1] in "NJ"
            return not described
    return False


def _is_to_range(tokens: Tokens, first: Number, second: Number) -> bool:
    """Tell "five to ten people" from "rose from 442 to 472" and "rose 5% to £20m"."""
    before = tokens.lowers[max(0, first.first - 10) : first.first]
    if before[-1:] == [":"] and tokens.ends[first.first - 1] == tokens.starts[first.first]:
        return False  # "Randomised 2:1 to 300 milligrams or placebo"
    if "from" in before[-4:]:
        return _spans_from(tokens, first, second, before)
    if _is_moved_by(first, second, before):
        return False
    own = first.kind is not None and (first.unit_inside or first.currency is not None)
    if (own and second.kind is None) or _is_change_to_level(first, second, before):
        return False
    if own:
        told = _spans_in_one_unit(tokens, first, second, before)
        if told is not None:
            return told
    if own or first.signed:
        return "by" not in before[-3:] and CHANGE_WORDS.isdisjoint(before[-3:])
    return _spans_bare(first, second, before)


def _is_moved_by(first: Number, second: Number, before: list[str]) -> bool:
    """Whether a level was moved by the first number to the second, several times its size.

    "Raised the quarterly dividend 8 cents to 56 cents", "raised its rate a quarter point to 5.5%".
    """
    stepped = first.kind in ("money", "percentage") and second.kind == first.kind
    moving = not CHANGE_WORDS.isdisjoint(before[-_OBJECT:]) and "," not in before[-_OBJECT:]
    return stepped and second.value >= first.value * _STEP and moving


# How many tokens a verb of change and what it moves take before the size of the step.
_OBJECT = 7
# A level is at least so many times a step, the high end of a range hardly of its low end.
_STEP = 4


def _spans_from(tokens: Tokens, first: Number, second: Number, before: list[str]) -> bool:
    """Whether "from … to" tells a range: no word of change stands near, or one of ranging does."""
    if not _RANGE_CUES.isdisjoint(before):
        return True
    moved = before[: len(before) - 1 - before[::-1].index("from")]
    if moved[-1:] and moved[-1] in _GONE:
        return False
    if _is_revised(tokens, first.first - len(before) + len(moved)):
        return False
    lowers = tokens.lowers
    window = lowers[max(0, first.first - 16) : first.first] + lowers[second.stop : second.stop + 3]
    return CHANGE_WORDS.isdisjoint(window) and _MOVING.isdisjoint(moved[-6:-1])


def _is_change_to_level(first: Number, second: Number, before: list[str]) -> bool:
    """Whether the first number is how far it went to the second, by their forms and sizes."""
    if first.form == "words" and second.form == "digits" and second.unit_inside:
        # "Fine Gael drops three to 18%".
        changing = before[-1:] != [] and before[-1] in CHANGE_WORDS | _DIRECTIONS
        if first.kind is None and changing:
            return True
    put_on = before[-1:] == ["on"] and before[-2:-1] != [] and before[-2] in _PUTTING
    # "The model put on 16,000 to 80,200".
    return put_on and second.kind is None and second.value >= first.value * 3


def _spans_in_one_unit(
    tokens: Tokens, first: Number, second: Number, before: list[str]
) -> bool | None:
    """Whether two numbers with their units are a range by the word before; None if it can't tell.

    A range's ends are alike in size, the more so where a change might be meant.
    """
    alike, near = first.kind == second.kind, second.value < first.value * 3
    if before[-1:] == ["worth"] and alike and near:
        return True  # "losing goods worth £150 to £180 a week"
    if _moves_price(tokens, first, second):
        return False
    if before[-1:] == ["("]:
        # "The rate rose most in Hull (11 per cent to 16 per cent)".
        return CHANGE_WORDS.isdisjoint(tokens.lowers[max(0, first.first - 16) : first.first])
    if before[-1:] == ["to"] and alike:
        return first.value < second.value < first.value * 2  # "raised to 2.25% to 2.5%"
    if before[-1:] == ["of"] and alike:
        return near
    if "by" in before[-2:] and alike:
        # "Behind with bills by £600 to £900"; a rise "by £2m to £3m" would be told as trebling.
        return first.value < second.value <= first.value * 2
    rising = first.kind == second.kind == "percentage"
    if rising and first.value < second.value <= first.value * 2 and before[-2:-1] in _AHEAD:
        return True  # "forecasts unit costs to rise 7% to 9%"
    return None


def _spans_bare(first: Number, second: Number, before: list[str]) -> bool:
    """Whether a number without a unit of its own is the low end of the next by the word before."""
    last = before[-1] if before else ""
    if last in _DIRECTIONS:
        return False
    if "by" in before[-2:]:
        return second.kind is not None or second.value < first.value * 3
    if last in CHANGE_WORDS:
        if second.first != second.core and second.currency and first.currency is None:
            return False  # "Sales rose 4.75 to $8.32bn"
        if second.kind == "percentage" and second.value > first.value * 6:
            return False  # "Labour drops 4 to 35 per cent"
        return second.kind is not None and first.mantissa < second.mantissa
    return last != "(" or CHANGE_WORDS.isdisjoint(before)
