"""The denominator that a sum shares with the one before: "£5 a week, up from £4"."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_VERBS
from figtrail.extraction.figures.moves import climbs_by, is_move, stands_apart
from figtrail.extraction.figures.own_sums import is_own_sum
from figtrail.extraction.found import Found
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.measured import LEVEL_NOUNS, Measured
from figtrail.extraction.nouns import is_plural, singular
from figtrail.extraction.numbers import ISO_4217
from figtrail.extraction.quantities import Reading
from figtrail.extraction.rates import TIME
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("rates.txt")
_TIMES = frozenset(TIME.values())
_COMPARING = frozenset("against from than versus".split())
_FURTHER = frozenset("further another additional extra".split())
# Prepositions of when a price was so, behind what it averaged or touched then.
_DATING = frozenset("in on by at before during".split())
_AVERAGED = frozenset("averaged averaging touched hit reached peaked cost".split())
_LINKS = frozenset(("and", ",", "or", "but", "(", "–", "—"))
_PRICING = frozenset(_WORDS["pricing"])
# Measures that goods are priced by.
_MEASURES = frozenset(_WORDS["measures"])
# Verbs of a sum that is no price: "earns £30,000 a year and owes £24,000".
_DEALING = frozenset(_WORDS["dealing"])
# Nouns for a sum: another one is of something else.
_SUMS = frozenset(_WORDS["sums"])
_LEVELS = LEVEL_NOUNS | frozenset(_WORDS["price_levels"])
# Two prices of one thing differ less than this; further apart they are of different things.
_CLOSE = 5
_SPREAD = 100
# Before how far a price moved.
_MOVED = frozenset(("by", "up", "down", "off"))


def find_shared(
    tokens: Tokens, reading: Reading, measured: Measured | None, here: list[Found]
) -> str | None:
    """The denominator that a comparison or a list in one sentence hands on to a later sum."""
    at, first = reading.bound_start, reading.number.first
    if len(here) > 2 and _is_paired(reading, here):
        return here[-2].per
    if reading.number.currency is not None:
        price = _find_beside(here)
        if price is not None and _is_relevelled(tokens, reading, measured, price):
            return price.per
    item = here[-1]
    if item.per is None:
        return None
    if item.kind == "percentage":
        # "Savings of 1.5 per cent a year, rising to 2 per cent".
        risen = _is_risen(tokens, at) and reading.kind == "percentage"
        return item.per if risen else None
    if item.kind not in ("money", "rate"):
        return None
    if item.kind == "rate":
        same = reading.number.kind is None and reading.kind == "count"
        further = not _FURTHER.isdisjoint(tokens.lowers[max(0, first - 2) : first])
        return item.per if same and further else None
    return item.per if reading.number.currency and _is_of_same(tokens, reading, item) else None


def _find_beside(here: list[Found]) -> Found | None:
    """The last sum before, but for how far one moved."""
    sums = (one for one in reversed(here) if one.kind == "money" and one.change is None)
    item = next(sums, None)
    return item if item and item.per else None


def _is_relevelled(
    tokens: Tokens, reading: Reading, measured: Measured | None, item: Found
) -> bool:
    """Whether a sum is another level of a price of its sentence, by its size: "€9 … now €11".

    What is had or paid once is larger by far, or told in millions.
    """
    own, other = reading.number, item.reading.number
    # A rate of exchange is of its own currency: "the pound bought $1.27 and the euro $1.08".
    exchanged = item.per in ISO_4217 and item.per != item.unit
    timed = item.per in _TIMES and own.scale is not None
    if own.scale != other.scale or timed or exchanged:
        return False
    if not _is_near(reading, item, _CLOSE) or not _is_same_currency(reading, item):
        return False
    if is_own_sum(tokens, reading) or reading.phrase is not None:
        return False
    before = tokens.lowers[reading.bound_start - 1]
    if before in CHANGE_VERBS or before in _MOVED or before in _DEALING:
        # "Earns £30,000 a year and owes £24,000".
        return False
    if measured is not None:
        return not _is_another(tokens, measured, item)
    # "A permit costs £30 and the fine for parking without one is £50".
    between = tokens.lowers[item.reading.after : reading.bound_start]
    return "and" not in between or _SUMS.isdisjoint(between)


def _is_of_same(tokens: Tokens, reading: Reading, item: Found) -> bool:
    """Whether a sum is of the same as the one right before it: compared, moved or a further one."""
    at, first = reading.bound_start, reading.number.first
    if "(" in (tokens.lowers[first - 1], tokens.lowers[at - 1]):
        # The same sum in another currency: "1,870 rupees per quintal ($31)".
        return True
    if item.change is not None and _MOVED_AT.issuperset(tokens.lowers[item.reading.after : at]):
        # "The annual charge is £87 higher, at £1,838".
        return True
    if ["of", "which"] in (tokens.lowers[item.reading.after + skip :][:2] for skip in (0, 1)):
        # "£2m a year, of which £500,000 goes on rent", "… of which the club keeps £90,000".
        return reading.number.value < item.reading.number.value
    gap = at - 1 - item.reading.after
    # "A wage of £900 a month (lifted) to £1,100".
    acted = gap == 1 and tokens.tags[at - 2] in "EGV" and item.change is None
    moved = item.change is not None and set(tokens.tags[item.reading.after : at - 1]) <= _WHEN
    levelled = (gap == 0 or acted or moved) and tokens.lowers[at - 1] in ("to", "from")
    if item.change is None and item.per not in ISO_4217 and is_move(tokens, at, item.reading.after):
        return True
    if item.change is None and climbs_by(tokens, at, item.reading.after):
        return True
    if not _is_near(reading, item, _SPREAD) and not (levelled and item.change is not None):
        return False
    if stands_apart(tokens, item.reading.after, at, reading.after):
        return True
    compared = levelled or tokens.lowers[at - 1] in _COMPARING or _is_compared(tokens, at)
    return compared or not _FURTHER.isdisjoint(tokens.lowers[max(0, first - 2) : first])


# Tags of when a price moved: "climbed $2 an hour over the year to $31".
_WHEN = frozenset("PDN")


# What may stand between a change and the level it led to: "£87 higher, at £1,838".
_MOVED_AT = frozenset(_WORDS["moved_at"]) | {","}


def _is_risen(tokens: Tokens, at: int) -> bool:
    """Whether a number is what another rises or falls to: "rising to 2 per cent"."""
    return tokens.lowers[at - 1] in ("to", "from") and tokens.tags[at - 2] in "GEVv"


def _is_paired(reading: Reading, here: list[Found]) -> bool:
    """Whether sums come in pairs: "$4m, or 12 cents a share, compared with $3m, or 9 cents"."""
    whole, rated, again = here[-3:]
    money = all(one.kind == "money" for one in (whole, rated, again))
    if not money or rated.per is None or whole.per is not None or again.per is not None:
        return False
    return reading.number.currency is not None and _is_near(reading, rated, _CLOSE)


def _is_compared(tokens: Tokens, at: int) -> bool:
    """Whether a noun stands between the comparison and its sum: "compared with a loss of 11p"."""
    near = tokens.lowers[max(0, at - 7) : at]
    if near[-2:] == ["compared", "with"] or near[-2:] == ["compared", "to"]:
        return True
    compared = "compared" in near or not _COMPARING.isdisjoint(near[-4:])
    return near[-1:] == ["of"] and compared and tokens.tags[at - 2] in "NJ"


def find_price(
    tokens: Tokens,
    reading: Reading,
    measured: Measured | None,
    nearest: Found | None,
    before: list[Found],
    here: list[Found],
) -> str | None:
    """The denominator of the last price of the same thing: "€2,544 a month … in Cork €2,107"."""
    if (nearest is None and not here) or is_own_sum(tokens, reading):
        return None
    # How far a price moved is no price, unless nothing else is told with what it is for.
    prices = [one for one in reversed(before + here) if one.kind == "money"]
    levels = (one for one in prices if one.change is None)
    item = next(levels, next((one for one in prices if one.per is not None), None))
    if item is None or item.per is None or not _is_near(reading, item, _SPREAD):
        return None
    near = nearest is not None and item.paragraph == nearest.paragraph
    if measured is None:
        same = nearest is not None and item.measured == nearest.measured and item.change is None
        return item.per if same and near else None
    if (nearest is not None and not near) or not _is_same_currency(reading, item):
        return None
    if not _is_near(reading, item, _CLOSE):
        return None
    if item.per in _MEASURES and _is_commodity(tokens, measured):
        return item.per
    if _is_another(tokens, measured, item):
        return None
    beside = bool(here) and item is here[-1]
    if _is_priced(tokens, reading, measured, beside=beside):
        return item.per
    return item.per if beside and _is_parallel(tokens, reading, measured, item) else None


def _is_another(tokens: Tokens, measured: Measured, item: Found) -> bool:
    """Whether a sum is of something not spoken of yet: "a new meter costs $11", "the fine is £5".

    An indefinite subject is, and another noun for a sum than that of the one before.
    """
    if measured.rule not in ("subject", "preceding", "verbless") or measured.head is None:
        return False
    noun = singular(tokens.lowers[measured.head])
    shared = item.tokens is tokens and measured.start < item.reading.after
    if noun in _LEVELS or shared:
        return False
    if measured.start and tokens.lowers[measured.start - 1] in ("a", "an"):
        return True
    if noun not in _SUMS or item.measured is None:
        return False
    return _SUMS.isdisjoint(item.measured.lower().split()) or noun not in item.measured.lower()


def _is_priced(tokens: Tokens, reading: Reading, measured: Measured, *, beside: bool) -> bool:
    """Whether a sum is only paid, asked or expected ("we paid $190"), or is named a level."""
    stop = reading.after
    verb = reading.bound_start - 1
    verb -= verb > 0 and tokens.lowers[verb] in _PAYEES
    closed = stop >= len(tokens.words) or tokens.tags[stop] in ".CBR"
    dated = (
        stop < len(tokens.words)
        and tokens.lowers[stop] in _DATING
        and tokens.lowers[verb] in _AVERAGED
    )
    told = (closed or dated) and verb > 0 and tokens.lowers[verb] in _PRICING
    if told and (beside or tokens.lowers[measured.start] in ("it", "they")):
        # "Having earlier projected at least $5.05", "a year ago it cost $7,800".
        return True
    if measured.rule == "clause":
        verbs = tokens.lowers[measured.start : measured.stop]
        return closed and not _PRICING.isdisjoint(verbs)
    if measured.rule == "preceding" and not beside:
        return False
    return measured.rule in ("subject", "preceding") and (
        tokens.lowers[measured.stop - 1] in _LEVELS
    )


_PAYEES = frozenset("him her them me us you".split())


def _is_commodity(tokens: Tokens, measured: Measured) -> bool:
    """Whether a bare singular is priced: "and silver gained 1% to $31", "US crude was at $73"."""
    if measured.rule not in ("subject", "verbless") or measured.head is None:
        return False
    if measured.head != measured.stop - 1 or is_plural(tokens.lowers[measured.head]):
        return False
    before = tokens.tags[measured.start - 1] if measured.start else "."
    return before != "D" and tokens.tags[measured.head] == "N"


def _is_parallel(tokens: Tokens, reading: Reading, measured: Measured, item: Found) -> bool:
    """Whether a sum stands as the one before it in its sentence does, or has the same subject.

    "148p a litre and diesel 155p", "£9 for adults and £6 for children", "Fees, now £9 a head,
    will rise to £11".
    """
    if measured.rule in ("gapped", "named"):
        return True
    earlier = item.reading
    if measured.rule == "subject":
        return measured.stop <= earlier.number.first
    after, last = reading.after, earlier.after
    if (
        max(after, last) >= len(tokens.words)
        or tokens.lowers[reading.bound_start - 1] not in _LINKS
    ):
        return False
    return tokens.tags[after] == "P" and _place(tokens, after, last)


def _place(tokens: Tokens, after: int, last: int) -> bool:
    return tokens.lowers[after] == tokens.lowers[last] and tokens.lowers[after] != "of"


def _is_same_currency(reading: Reading, item: Found) -> bool:
    own, other = reading.number.currency, item.reading.number.currency
    bare = own == "USD?" and other is not None and other[-1] == "D"  # the dollar named before
    return own == other or bare or "cent?" in (own, other)


def _is_near(reading: Reading, item: Found, times: int) -> bool:
    """Whether a sum may be another price of the same, by its size: not "12 cents … $3m"."""
    value, other = reading.number.value, item.reading.number.value
    return 0 < value < other * times and 0 < other < value * times
