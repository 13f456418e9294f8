"""The figure before from which one with an elided noun has its unit."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.elision.continuing import is_like, is_of_that
from figtrail.extraction.figures.scenes import Scene
from figtrail.extraction.figures.settings import drop_asides, drop_settings
from figtrail.extraction.found import Found
from figtrail.extraction.measured import REMAINING, Measured
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens

# How far back, in code points, an elided noun is looked for.
_REACH = 400


def _past_limit(item: Found, items: list[Found], *, level: bool) -> Found:
    """The count whose limit a figure is: "38 people waited over 12 hours, down from 54".

    So is a score: "36 candidates scored 300 and above, against 52".
    `items` are the figures before the number, the nearest first.
    """
    limited = item.kind in ("duration", "score") and item.reading.bound in _LIMITS
    if not limited or len(items) < 2:
        return item
    kinds = ("count", "percentage") if level else ("count",)
    counted = items[1].kind in kinds and items[1].sentence is item.sentence
    return items[1] if counted else item


_LIMITS = frozenset(("over", "at_least", "under", "at_most"))


def find_antecedent(scene: Scene, at: int, earlier: list[Found], here: list[Found]) -> Found | None:
    """The figure whose noun an elided one shares: in this sentence, else just before it.

    What is left of a count looks past all that isn't counted ("the first 15").
    """
    reach = scene.sentence.start - _REACH
    near = [item for item in reversed(earlier[-3:]) if item.sentence.end > reach]
    near = drop_asides(near)
    items = [item for item in (*reversed(here), *near) if item.measured is not None]
    reading = scene.readings[at]
    if reading.unit is None and reading.phrase is None:
        items = drop_settings(items)
    tokens, first = scene.tokens, reading.bound_start
    if reading.kind == "money":
        alike = _past_lengths(scene, items)
    elif first and (tokens.lowers[first - 1] in REMAINING or (here and _is_more(tokens, reading))):
        alike = [item for item in items if item.kind in _COUNTED or _is_counted_in(scene, item)]
    elif reading.unit == "point":
        alike = [item for item in items if item.kind != "duration"]
    elif _is_of_these(tokens, reading):
        wholes = [*reversed(here), *reversed(earlier[-_WHOLES:])]
        alike = [item for item in drop_settings(wholes) if _may_be_whole(item, reading)]
    elif _is_of_them(tokens, reading):
        wholes = here[::-1] or items
        alike = [item for item in wholes if item.kind == "count" and item.measured]
        rates = [item for item in wholes if item.kind == "rate" and item.measured]
        if reading.kind == "count":
            # "Got 0.6 litres an acre; all 212 of them …".
            rates = [item for item in rates if _may_be_whole(item, reading)]
            items = [item for item in items if item.kind != "rate"]
        alike = alike or rates
    elif tokens.lowers[reading.number.stop : reading.number.stop + 1] == ["fewer"]:
        alike = [item for item in items if item.kind != "money"]
    elif reading.kind == "measurement" and not here:
        alike = [item for item in items if item.unit == reading.unit]
    elif is_of_that(tokens, reading.number.stop):
        alike = [item for item in items if item.kind in ("money", "measurement")]
    elif _is_time_left_out(tokens, reading) and all(item.kind != "money" for item in here):
        alike = [item for item in here[::-1] if item.kind == "duration" and item.measured]
    else:
        alike = []
    if len(here) > 1 and here[-1].measured is not None and _is_interval(here[-1].measured):
        # "A ratio of 0.78 (95% confidence interval, 0.66 to 0.92)".
        return here[-2]
    found = next(iter(alike or items), None)
    if found is None:
        return None
    if first and tokens.lowers[first - 1] in _HELD_AGAINST and not alike:
        found = _find_alike(found, reading, here)
    return _past_limit(found, items, level=first > 0 and tokens.lowers[first - 1] in _LEVELLED)


# Kinds of what there may be more of; of so many a day there is more by so many.
_COUNTED = ("count", "rate")


def _is_counted_in(scene: Scene, item: Found) -> bool:
    """Whether a change of this sentence is of what is counted: "crimes leapt 39%, a further 78"."""
    named = item.kind == "percentage" and item.noun not in (None, "item")
    return named and item.change is not None and item.sentence is scene.sentence


def _past_lengths(scene: Scene, items: list[Found]) -> list[Found]:
    """The figures that a sum may go on from: not the lengths and times of another sentence.

    "A room of seven feet. It was £950 a month", "80 MW of wind is to be built, at a cost of £9m".
    """
    alike = [item for item in items if item.kind not in ("duration", "measurement")]
    own = alike and items[0].sentence is scene.sentence and alike[0].sentence is not scene.sentence
    return items if own else alike


def _is_more(tokens: Tokens, reading: Reading) -> bool:
    """Whether a count is of more of those counted: "another 150 are to follow", "ten more"."""
    behind = tokens.lowers[reading.number.stop : reading.number.stop + 1]
    before = tokens.lowers[reading.bound_start - 1]
    further = before in ("another", "further") or behind in (["more"], ["others"])
    return further and reading.kind == "count"


# Before another level of a share that was told within a limit: "short of the 95 required".
_LEVELLED = frozenset(("the", "of", "from", "against"))


def _is_of_these(tokens: Tokens, reading: Reading) -> bool:
    """Whether a bare number is some of what was just counted: "of these, 61 were fatal"."""
    if reading.kind != "count" or reading.unit is not None or reading.phrase is not None:
        return False
    at = reading.bound_start
    at -= at > 0 and tokens.lowers[at - 1] == ","
    near = tokens.lowers[max(0, at - 2) : at]
    return near[:1] == ["of"] and near[-1] in _THESE


def _is_of_them(tokens: Tokens, reading: Reading) -> bool:
    """Whether somebody does something to a part of those counted: "caught 900 of them"."""
    stop = reading.number.stop
    parted = reading.kind in _PARTED and tokens.lowers[stop : stop + 2] == ["of", "them"]
    return parted and reading.bound_start > 0 and tokens.tags[reading.bound_start - 1] not in ".C"


# Kinds of a part of those counted before: "caught 900 of them", "half of them".
_PARTED = frozenset(("count", "ratio", "percentage"))
_THESE = frozenset(("these", "those", "them", "which", "whom"))
# How many figures back that whole may be.
_WHOLES = 5


def _may_be_whole(item: Found, reading: Reading) -> bool:
    """Whether a count is large enough for a number to be part of it."""
    counted = item.kind in ("count", "rate") and item.measured is not None
    return counted and item.reading.number.value >= reading.number.value


def _is_time_left_out(tokens: Tokens, reading: Reading) -> bool:
    """Whether a bare number is another time: "within four hours, and 508 spent more than 12"."""
    before = tokens.lowers[max(0, reading.bound_start - 1) : reading.bound_start]
    bare = reading.kind == "count" and reading.unit is None and reading.phrase is None
    bounded = reading.bound in _LIMITS and reading.number.value < _LARGE
    return bare and bounded and before in (["for"], ["spent"], ["waited"], ["waiting"])


def _is_interval(measured: str) -> bool:
    """Whether a share only says how sure an interval is."""
    return measured.lower().endswith(("confidence interval", "credible interval", " ci"))


# Prepositions before a level that another of the same is held against.
_HELD_AGAINST = frozenset(("from", "against", "with"))


def _find_alike(nearest: Found, reading: Reading, here: list[Found]) -> Found:
    """The count of this sentence that a bare one is held against: the one nearest in size.

    "935 cases were recorded in 29 states by April, against 285": no states, cases.
    """
    value = reading.number.value
    if reading.kind != "count" or reading.unit is not None or value <= 0:
        return nearest
    counts = [item for item in here if item.kind == "count" and item.measured is not None]
    if len(counts) < 2 or nearest not in counts:
        return nearest
    return min(reversed(counts), key=lambda item: _apart(item.reading.number.value, value))


def is_total(tokens: Tokens, reading: Reading, measured: Measured | None) -> bool:
    """Whether a bare count in hundreds or more is told as "the tally", "the total"."""
    if reading.kind != "count" or reading.unit is not None or reading.number.value < _LARGE:
        return False
    near = tokens.lowers[max(0, reading.bound_start - 3) : reading.bound_start]
    head = measured.head if measured is not None else None
    return not _TOTALS.isdisjoint(near) or (head is not None and tokens.lowers[head] in _TOTALS)


def find_total(level: Found, reading: Reading, before: list[Found]) -> Found:
    """The count of about the size of a total: "The tally was 71,204", not of two townships."""
    if _may_be_level(level, reading):
        return level
    return next((one for one in reversed(before) if _may_be_level(one, reading)), level)


def find_level(nearest: Found, reading: Reading, before: list[Found]) -> Found:
    """The figure whose unit a bare number shares, where the nearest is no level of the same."""
    if reading.kind != "count" or reading.unit is not None or reading.number.kind is not None:
        return nearest
    if _is_multiplied(nearest, reading):
        return next((item for item in reversed(before) if _is_like(item, nearest)), nearest)
    if nearest.kind == "count" and reading.is_broken and reading.phrase is None:
        # "The rate was 4.1%, with 1.2 million out of work. It was 3.9 a year ago".
        return next((item for item in reversed(before) if _may_go_on(item, reading)), nearest)
    if nearest.unit not in ("percent", "times") or nearest.change is not None:
        return _past_conversion(nearest, reading, before)
    if reading.number.value <= _LARGE:
        return nearest
    return next((item for item in reversed(before) if _may_be_level(item, reading)), nearest)


def _may_go_on(item: Found, reading: Reading) -> bool:
    """Whether a broken number may be another level of an earlier share, measure or score."""
    levelled = item.kind in ("percentage", "measurement", "duration", "score", "rate")
    whole = item.reading.number.kind is None and item.kind == "rate"
    return levelled and not whole and item.change is None and is_like(reading, item)


def _is_multiplied(nearest: Found, reading: Reading) -> bool:
    """Whether a number is what a factor multiplies: "three times the 15 allowed"."""
    if nearest.unit != "times":
        return False
    if nearest.reading.number.form == "multiple" and nearest.change is None:
        # "Twice as many as in Hull, at 31".
        return True
    between = nearest.tokens.lowers[nearest.reading.number.stop : reading.bound_start]
    limit = between[:2] == ["times", "the"] and between[-1:] == ["of"] and len(between) < 6
    return limit or between in (["times", "the"], ["the"])


def _is_like(item: Found, factor: Found) -> bool:
    """Whether a figure of the same sentence may be what a factor relates to another level."""
    return item.sentence is factor.sentence and item.kind not in ("ratio", "percentage")


def _may_be_level(item: Found, reading: Reading) -> bool:
    """Whether a bare number may be another level of what an earlier figure states.

    One in thousands is no percentage or multiple, which only compares the two: "4,870 cases, three
    times as many as in Ainsby (1,610)", "1.6 million barrels a day, 3% less than the 1.7 million".
    """
    if item.kind not in ("count", "rate", "measurement") or item.change is not None:
        return False
    return _apart(item.reading.number.value, reading.number.value) < _LIKE


# Above this a number is no percentage and no multiple.
_LARGE = 1000
# Nouns for a number of what was counted before, and how many figures back that may be.
_TOTALS = frozenset("total tally figure number count sum".split())
# How many times the lesser of two levels of the same the greater may be.
_LIKE = 8


def _past_conversion(item: Found, reading: Reading, before: list[Found]) -> Found:
    """The figure of which another is the conversion: "41,700 acres, or 65 square miles"."""
    if len(before) < 2 or item is not before[-1]:
        return item
    earlier, value = before[-2], reading.number.value
    if earlier.sentence is not item.sentence:
        return item
    between = item.tokens.lowers[earlier.reading.after : item.reading.bound_start]
    converted = between in ([",", "or"], ["or"], ["("]) and earlier.kind == item.kind
    if not converted or item.kind != "measurement" or min(value, earlier.reading.number.value) <= 0:
        return item
    own, other = item.reading.number.value, earlier.reading.number.value
    return earlier if _apart(value, other) < _apart(value, own) else item


def _apart(value: Decimal, other: Decimal) -> Decimal:
    """How many times the greater of two sizes is the lesser."""
    return max(value, other) / min(value, other) if min(value, other) > 0 else Decimal("Infinity")
