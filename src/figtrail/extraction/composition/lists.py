"""Lists of numbers: their end, and the unit they share."""

from __future__ import annotations

from figtrail.extraction.composition.ranges import follows
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number, UnitForm, match_unit, with_shared
from figtrail.extraction.tokens import Tokens

_TIME_UNITS = frozenset(
    "second minute hour day night week fortnight month quarter year decade century".split()
)
_LABELS = frozenset(read_sections("labels.txt")["strong"])
_CAPITALISED = frozenset(read_sections("labels.txt")["weak"])
_LIST_LINKS = frozenset(((",",), ("and",), (",", "and"), ("or",), (",", "or"), ("&",), ("then",)))


def share_units(tokens: Tokens, numbers: list[Number]) -> list[Number]:
    """Let "3, 8 and 12 percent" and "10 and 15 km" share the unit of the last member."""
    shared = list(numbers)
    for at in range(len(shared) - 2, -1, -1):
        number, following = shared[at], shared[at + 1]
        if _shares_scale(tokens, number, following):
            number = shared[at] = with_shared(number, following)
        between = tuple(tokens.lowers[number.stop : following.first])
        if number.kind is not None or number.out_of is not None:
            continue
        if following.kind is None and between != ("(",):
            continue
        if between == ("to",) and follows(tokens, number, ("from",)):
            shared[at] = with_shared(number, following)
            continue
        if between == ("(",) and (spread := _read_spread(tokens, following)) is not None:
            shared[at] = number._replace(unit=spread.unit, kind=spread.kind)
            shared[at + 1] = following._replace(unit=spread.unit, kind=spread.kind)
            continue
        if following.kind is None:
            continue
        if between in _CROSSES and _is_portion(number, following):
            shared[at] = number._replace(unit="times", kind="ratio")
            continue
        if _is_tolerance(tokens, following, between) or _is_side(following, between):
            shared[at] = with_shared(number, following)
            continue
        if _is_vote(number, following, between):
            shared[at] = number._replace(unit=following.unit, kind=following.kind)
            continue
        # "by 30, or 6.8 per cent" says one change in two units.
        if (
            between not in _LIST_LINKS
            or between == (",", "or")
            or number.form not in ("digits", "words", "range")
        ):
            continue
        if following.kind == "money" or following.form in ("fraction", "multiple"):
            continue
        if following.unit in _TIME_UNITS and number.value > 400:
            continue
        if following.kind == "percentage" and number.value > 200:
            continue
        if _is_said_otherwise(tokens, shared, at) or _stands_apart(tokens, number, between):
            continue
        shared[at] = number._replace(unit=following.unit, kind=following.kind)
    return shared


def _stands_apart(tokens: Tokens, number: Number, between: tuple[str, ...]) -> bool:
    """Whether a number is a label's or ends a list: "Clause 25, ten years", "1 and 2, and 9 km"."""
    before = tokens.lowers[number.first - 1] if number.first else ""
    closed = before in ("and", "or") and between == (",", "and")
    named = before in _CAPITALISED and tokens.words[number.first - 1][0].isupper()
    return before in _LABELS or named or (closed and tokens.tags[max(0, number.first - 2)] == "M")


def _is_said_otherwise(tokens: Tokens, numbers: list[Number], at: int) -> bool:
    """Whether the next number is the share that a count is: "rose by 200 or 0.5%".

    So it may be behind "or", where alternatives are alike, and behind a comma in a pair that
    goes on with its whole or ends there: "held 51, 25 per cent of the crowd", "cautioned 40, 27
    per cent, and freed 20".
    """
    number, following = numbers[at], numbers[at + 1]
    if following.kind != "percentage":
        return False
    between = tokens.lowers[number.stop : following.first]
    if between == ["or"]:
        return number.value > following.value * 2
    listed = at and tuple(tokens.lowers[numbers[at - 1].stop : number.first]) in _LIST_LINKS
    after = tokens.lowers[following.stop : following.stop + 1]
    ended = after in (["of"], [","], ["."], [";"]) and following.unit_inside
    return between == [","] and ended and not listed


def _is_tolerance(tokens: Tokens, following: Number, between: tuple[str, ...]) -> bool:
    """Whether a number is what the one before may be off by: "25 ± 3 kPa", "40 (±2) mm"."""
    if between == ("(",) or (between[:1] == ("(",) and between[-1] == ")"):
        return tokens.words[following.first] == "±"
    return not between and tokens.words[following.first] in ("±", "+", "plus")


def _is_side(following: Number, between: tuple[str, ...]) -> bool:
    """Whether a number is another side of the one before: "120 × 80 mm", "10 by 12 feet"."""
    return following.unit in _LENGTHS and between in (("×",), ("x",), ("by",))


def _read_spread(tokens: Tokens, following: Number) -> UnitForm | None:
    """The unit behind a bracket with a deviation or a range: "12.3 (2.1) kg", "5 (3–8) days"."""
    plain = following.kind is None and following.out_of is None
    if not plain or tokens.words[following.stop : following.stop + 1] != [")"]:
        return None
    form = match_unit(tokens, following.stop + 1)
    if form is not None:
        behind = following.stop + 1 + len(form.tokens)
        if tokens.tags[behind : behind + 1] == ["N"]:
            return None  # "5,000 (25) kilo sacks"
    return form if form is not None and form.kind in ("measurement", "duration") else None


def _is_portion(number: Number, following: Number) -> bool:
    """Whether a number says how often what is weighed or poured is taken: "3 × 20 ml"."""
    whole = number.value == int(number.value) and number.form == "digits"
    return whole and following.kind == "measurement" and following.unit not in _LENGTHS


_CROSSES = (("×",), ("x",))
_LENGTHS = frozenset(
    "metre kilometre centimetre millimetre micrometre nanometre angstrom"
    " inch foot yard mile".split()
)


def _shares_scale(tokens: Tokens, number: Number, following: Number) -> bool:
    """Whether "million" is said for both: "3.9 and 3.8 million units", "£3.2 and £3.9 million".

    So it is of numbers of one size with a decimal each, and of any told "respectively".
    """
    if number.scale is not None or following.scale is None or number.form != "digits":
        return False
    worded = number.kind is None and following.first == following.core
    if number.out_of is not None or not (worded or number.currency == following.currency):
        return False
    size, other = number.value, following.mantissa
    pennies = len(tokens.words[number.core].partition(".")[2]) == 2 and number.currency is not None
    told = size != int(size) and other != int(other) and not pennies
    told = told or "respectively" in tokens.vocabulary
    between = tuple(tokens.lowers[number.stop : following.first])
    return other <= size * 10 and size <= other * 10 and told and between in _PAIR_LINKS


_PAIR_LINKS = frozenset((("and",), ("or",), (",",)))


def _is_vote(number: Number, following: Number, between: tuple[str, ...]) -> bool:
    """Whether two shares are those of a vote or a poll: "50 to 44 percent", "52-48 per cent"."""
    falling = following.value < number.value <= 100 and number.form == "digits"
    return falling and following.unit == "percent" and between in _AGAINST


_AGAINST = frozenset((("to",), ("-",), ("–",)))


def list_end(tokens: Tokens, numbers: list[Number], at: int) -> int:
    """Index of the last member of the list that number `at` opens ("3, 8 and 12 homes")."""
    first = at
    while at + 1 < len(numbers):
        between = tuple(tokens.lowers[numbers[at].stop : numbers[at + 1].first])
        crossed = between in _CROSSES and numbers[at + 1].kind is None
        if (
            between not in _LIST_LINKS
            and not crossed
            and not _is_named_link(tokens, numbers[at].stop, between)
        ):
            break
        if between == (",", "and") and at == first and _is_level(tokens, numbers[at].first):
            # "Tablet sales were 22.9 million, and 4.1 million laptops were sold".
            break
        apart = numbers[at + 1].kind not in (None, numbers[at].kind)
        if between == ("or",) and apart and _is_said_otherwise(tokens, numbers, at):
            break
        if between == (",", "or") and (apart or numbers[at + 1].value < numbers[at].value):
            # "18,300, or 12% of its staff", "7,130, or 71.2 for every 1,000": another measure of
            # the same; alternatives rise ("two, or three").
            break
        at += 1
    return at


def _is_level(tokens: Tokens, at: int) -> bool:
    """Whether a verb of being ends its clause with the number that starts at a token."""
    return at > 1 and tokens.lowers[at - 1] in ("was", "were") and tokens.tags[at - 2] == "N"


def _is_named_link(tokens: Tokens, start: int, between: tuple[str, ...]) -> bool:
    """Whether only a name stands between two members: "41, Bradford 37 and Hull 29 wards"."""
    links = 0
    while links < len(between) and between[links] in (",", "and", ";", "the"):
        links += 1
    names = tokens.words[start + links : start + len(between)]
    return links > 0 and 1 <= len(names) <= 3 and all(name[0].isupper() for name in names)
