"""What a figure shares with those before it: its noun, unit, currency and denominator."""

from __future__ import annotations

from figtrail.extraction.elision import Asked, Unit, resolve_unit
from figtrail.extraction.figures.ahead import find_ahead
from figtrail.extraction.figures.levels import find_level, find_total, is_total
from figtrail.extraction.figures.limits import find_limit, find_split
from figtrail.extraction.figures.prices import find_price, find_shared
from figtrail.extraction.figures.receivers import find_receiver
from figtrail.extraction.figures.relevelled import find_relevelled
from figtrail.extraction.figures.resuming import (
    find_average,
    find_index,
    find_interval,
    find_levels,
    find_ones,
    restate_count,
    resume_average,
    resume_count,
    resume_exchange,
    resume_measure,
)
from figtrail.extraction.figures.scenes import Scene
from figtrail.extraction.figures.settings import drop_settings
from figtrail.extraction.found import Found
from figtrail.extraction.measured import Measured
from figtrail.extraction.phrases import read_noun_phrase
from figtrail.extraction.quantities import Reading, is_rated
from figtrail.extraction.rate_nouns import (
    find_average_holder,
    find_exchange,
    find_holder_rate,
    find_subject_rate,
)
from figtrail.extraction.rates import (
    ELSEWHERE,
    find_appositive,
    find_deducted,
    find_each,
    find_holder,
    find_inside,
    find_paid,
    find_recurring,
    read_recurring,
)
from figtrail.extraction.tokens import Tokens, tokenise

# Kinds that a bare number takes over from the figure beside it: "31C in Seville and 28 in Faro".
_PASSED_ON = frozenset(("measurement", "percentage", "duration"))


def find_unit(
    scene: Scene,
    reading: Reading,
    measured: Measured | None,
    noun: str | None,
    nearest: Found | None,
    earlier: list[Found],
    here: list[Found],
) -> Unit:
    """Kind, unit and denominator of a reading, its own or shared with the figures before."""
    tokens = scene.tokens
    resumed = _resume(scene, reading, measured, nearest, earlier, here)
    if resumed is not None:
        return resumed
    again = find_relevelled(tokens, reading, measured, here) if here else None
    if again is not None:
        return again
    nearest = nearest or _find_unmeasured(scene, reading, measured, earlier, here)
    level = find_level(nearest, reading, earlier[-3:] + here) if nearest is not None else None
    if level is not None and is_total(tokens, reading, measured):
        level = find_total(level, reading, earlier[-_TOLD:] + here)
    unit = resolve_unit(
        Asked(
            tokens,
            reading,
            measured,
            noun,
            level,
            scene.document.nation,
            beside=bool(here) and nearest is here[-1],
            counted=_last_counted(earlier[-_TOLD:] + here),
        )
    )
    if unit.per is None:
        unit = _with_per(unit, _find_per(tokens, reading, measured, unit, nearest, earlier, here))
        unit = _tell_apart(tokens, reading, unit)
        holder = find_holder_rate(tokens, measured, reading.bound_start) if measured else None
        if unit.per is None and holder is not None and unit.kind == "count":
            return Unit("rate" if holder[1] else "count", holder[0], holder[1])
        return unit
    return _tell_apart(tokens, reading, _with_per(unit, unit.per))


def _tell_apart(tokens: Tokens, reading: Reading, unit: Unit) -> Unit:
    """A unit whose persons for each person are told apart: "58 men per officer"."""
    if unit.unit != "person" or unit.per != "person" or unit.per_quantity is not None:
        return unit
    holder = find_holder(tokens, reading.rate, reading.bound_start)
    return unit._replace(per=holder) if holder is not None else unit


def _resume(
    scene: Scene,
    reading: Reading,
    measured: Measured | None,
    nearest: Found | None,
    earlier: list[Found],
    here: list[Found],
) -> Unit | None:
    """The unit that another figure tells of a reading, before or behind it, if one does."""
    tokens = scene.tokens
    if reading.kind == "rate":
        return restate_count(tokens, reading, here)
    if reading.kind == "percentage":
        return find_interval(tokens, reading, earlier, here)
    if reading.kind == "money" and reading.rate is None:
        averaged = "average" in tokens.vocabulary or "averaging" in tokens.vocabulary
        return find_average(tokens, reading, here) if averaged else None
    if reading.kind != "count":
        return None
    bare = reading.unit is None and reading.phrase is None
    found = resume_count(tokens, reading, earlier, here) if bare else None
    found = (
        found
        or find_average(tokens, reading, here)
        or find_ones(tokens, reading)
        or find_index(tokens, reading, here)
        or find_interval(tokens, reading, earlier, here)
    )
    if found is not None or not bare:
        return found
    return (
        find_levels(tokens, reading, measured, nearest)
        or resume_exchange(reading, earlier + here)
        or resume_average(tokens, reading, earlier, here)
        or resume_measure(tokens, measured, earlier, here)
        or find_ahead(scene, reading)
        or find_limit(reading, earlier, here)
        or find_split(scene, reading)
    )


def _find_unmeasured(
    scene: Scene,
    reading: Reading,
    measured: Measured | None,
    earlier: list[Found],
    here: list[Found],
) -> Found | None:
    """The figure right before, though nothing says what it measures: "it was 31C. York had 28".

    A share is one of the sum before: "they raised £900. Half will go to the hospice".
    """
    if here and measured is None and here[-1].kind in _PASSED_ON:
        return here[-1]
    if here and measured is None and _goes_on_counting(scene.tokens, reading, here[-1]):
        return here[-1]
    last = (here or earlier)[-1:]
    bare = reading.unit is None and reading.phrase is None and reading.rate is None
    if not last or not bare or scene.sentence.start - last[0].sentence.end > _NEXT:
        return None
    if reading.kind == "ratio":
        return last[0] if last[0].kind == "money" else None
    if measured is None:
        return last[0] if last[0].kind in _PASSED_ON else None
    sized = last[0].kind in ("measurement", "duration")
    return last[0] if sized and measured.rule in _TOLD_OF else None


def _goes_on_counting(tokens: Tokens, reading: Reading, last: Found) -> bool:
    """Whether a list goes on with another time or place: "44 in June and 43 in July"."""
    between = slice(last.reading.after, reading.bound_start)
    tags, after = tokens.tags[between], tokens.lowers[reading.after : reading.after + 1]
    joined = tokens.lowers[between][-1:] in (["and"], [","]) and len(tags) <= _LISTED
    counted = last.kind == "count" and last.unit != "item" and reading.unit is None
    parallel = tags[:1] == ["P"] and after == tokens.lowers[last.reading.after :][:1]
    return counted and joined and parallel and set(tags) <= set("PNDC.J")


# How many tokens a time or place and what joins another may take.
_LISTED = 5
# How far, in code points, the sentence before may end.
_NEXT = 3
_TOLD_OF = frozenset(("subject", "clause", "held"))


def _with_per(unit: Unit, per: str | None) -> Unit:
    """A unit with its denominator; a count or measurement with one is a rate."""
    if per is None and unit.per is None:
        return unit
    rated = per is not None and is_rated(unit.kind, per)
    return unit._replace(per=per, kind="rate" if rated else unit.kind)


def _find_per(
    tokens: Tokens,
    reading: Reading,
    measured: Measured | None,
    unit: Unit,
    nearest: Found | None,
    earlier: list[Found],
    here: list[Found],
) -> str | None:
    """The denominator that other words than those at the number give it."""
    at, number = reading.bound_start, reading.number
    stops = (reading.unit_stop, _noun_stop(tokens, reading))
    per = find_each(tokens, at, stops, unit.kind)
    if per == ELSEWHERE:
        receiver = find_receiver(earlier[-4:] + here, reading)
        # "400 claims in Otago and 1,000 each in the north and west" are no claims for a claim.
        own = unit.kind == "count" and receiver == unit.unit
        return None if own or receiver == "item" else receiver
    per = per or (find_shared(tokens, reading, measured, here) if here else None)
    per = per or _find_recurring(tokens, reading, unit)
    if per is None and number.currency is not None and number.scale is None:
        # A sum small enough for the price of a currency.
        per = find_exchange(tokens, reading)
    if per is not None:
        return per
    if measured is not None:
        if unit.kind == "count":
            per = find_average_holder(tokens, number, at)
        per = per or find_subject_rate(tokens, measured, unit.kind)
        per = per or (_go_on_with(tokens, measured, unit, here) if here else None)
    elif nearest is not None and unit.kind == "money" and nearest.kind != "money":
        per = _read_named(nearest.measured)
    if per is None and unit.kind == "money":
        per = find_paid(tokens, at) or find_deducted(tokens, reading.after)
        per = per or find_appositive(tokens, reading.after, unit.kind)
    if per is not None or number.currency is None:
        return per
    return find_price(tokens, reading, measured, nearest, earlier[-3:], here)


def _go_on_with(tokens: Tokens, measured: Measured, unit: Unit, here: list[Found]) -> str | None:
    """The denominator of the level before, of the very same: "a daily average of 310, from 420"."""
    if unit.kind != "count" or here[-1].kind != "rate" or here[-1].unit != unit.unit:
        return None
    words = tokens.text[tokens.starts[measured.start] : tokens.ends[measured.stop - 1]]
    return here[-1].per if words == here[-1].measured else None


def _noun_stop(tokens: Tokens, reading: Reading) -> int:
    """The token after a reading's noun, or after what it is a measure of: "10 kilos of rice"."""
    if reading.phrase is not None:
        return reading.phrase.stop
    stop = reading.unit_stop
    if reading.kind == "measurement" and tokens.lowers[stop : stop + 1] == ["of"]:
        goods = read_noun_phrase(tokens, stop + 1) if stop + 1 < len(tokens.words) else None
        return goods.stop if goods is not None else stop
    return stop


def _last_counted(before: list[Found]) -> str | None:
    """The unit of the last thing that was counted."""
    for item in reversed(drop_settings(before)):
        if item.kind == "count" and item.unit != "item" and not item.reading.number.out_of:
            return item.unit
    return None


def _find_recurring(tokens: Tokens, reading: Reading, unit: Unit) -> str | None:
    first = reading.number.first
    capped = first and tokens.lowers[first - 1] == "of"
    return find_recurring(tokens, first if capped else reading.bound_start, unit.kind)


def _read_named(measured: str | None) -> str | None:
    """The denominator in the words that a figure before was measured by: "hourly earnings"."""
    if measured is None or " " not in measured:
        return None
    tokens = tokenise(measured)
    return find_inside(tokens, 0, len(tokens.words)) or read_recurring(
        tokens, 0, len(tokens.words), "money"
    )


_TOLD = 10
