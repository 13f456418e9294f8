"""What a reading of a sentence measures, with what dates it left out."""

from __future__ import annotations

from bisect import bisect_left

from figtrail.extraction.dating import Dating
from figtrail.extraction.figures.scenes import Scene
from figtrail.extraction.found import Found
from figtrail.extraction.measured import (
    Measured,
    Site,
    find_by_clause,
    find_costed,
    find_measured,
    find_unshared,
    past_dateline,
)
from figtrail.extraction.periods import PeriodMention
from figtrail.extraction.quantities import Reading
from figtrail.extraction.rates import Rate
from figtrail.extraction.tokens import Tokens

# What may follow a length or an amount and its conversion.
_DISTANT = (
    "of",
    "from",
    "off",
    "north",
    "south",
    "east",
    "west",
    "tall",
    "high",
    "wide",
    "long",
    "deep",
)
_TOWARDS = ("on", "for", "in", "into", "to", "toward", "towards")
# Prepositions before what a sum is for.
_PURPOSES = ("of", "for", "on", "to", "towards")


def is_elided(tokens: Tokens, measured: Measured | None) -> bool:
    """Whether a noun is that of a figure before: none stands there, or only "numbers"."""
    return measured is None or (
        measured.head is not None and tokens.lowers[measured.head] == "numbers"
    )


def holds_adverb(tokens: Tokens, measured: Measured, dating: Dating) -> bool:
    """Whether the words that date a figure are an adverb of its noun: "children currently in care".

    An adverb of the verb dates it: "children are now in care".
    """
    if dating.text is None or dating.period is not None:
        return False
    inside = range(measured.start + 1, measured.stop)
    return any(
        tokens.words[at] == dating.text
        and tokens.tags[at - 1] not in "AVE"
        and tokens.tags[at + 1] not in "AVv"
        for at in inside
    )


def measure_reading(scene: Scene, at: int) -> Measured | None:
    """What a reading measures, by token bounds; None where its sentence doesn't say."""
    reading = scene.readings[at]
    tokens = scene.tokens
    limit = len(tokens.words)
    if at + 1 < len(scene.readings):
        limit = scene.readings[at + 1].bound_start
    mentions = scene.mentions
    skipped, ahead = _past_dates(scene, reading)
    if ahead < len(mentions):
        limit = min(limit, bisect_left(tokens.starts, mentions[ahead].start))
    rate = reading.rate
    if rate is not None and rate.start > reading.number.first and reading.phrase is not None:
        limit = max(min(limit, rate.start), reading.phrase.core_stop)
    kind = "multiple" if reading.unit == "times" else reading.kind
    floor = _past_rate(scene.readings[at - 1]) if at else 0
    behind = rate is not None and rate.start > reading.number.first
    after = _past_size(scene, at, skipped, rate if behind else None)
    if after > limit:
        later = (one.bound_start for one in scene.readings[at + 1 :] if one.bound_start >= after)
        limit = next(later, len(tokens.words))
    reach = max(limit, _find_reach(scene, at, ahead))
    site = Site(reading.number, kind, reading.bound_start, after, limit, floor, reach, reading.unit)
    # "A rate of £0.33 per £100 valuation": its noun belongs to the denominator.
    rated = rate is not None and rate.quantity is not None
    based = rated and behind and reading.kind == "money"
    measured = find_measured(tokens, site, None if based else reading.phrase)
    measured = past_dateline(tokens, measured)
    if measured is None or measured.start >= measured.stop:
        return None
    stated = _without_periods(tokens, measured, scene.mentions)
    if stated is None and measured.rule == "preceding":
        # "Put the chance of a cut by Christmas at 40 per cent": only a time stands before "at".
        told = find_by_clause(tokens, site)
        if told is not None and told.start < told.stop:
            return _without_periods(tokens, told, scene.mentions)
    return stated


def measure_unshared(
    scene: Scene, reading: Reading, nearest: Found | None, here: list[Found]
) -> Measured | None:
    """What an elided number's own clause says, where the figure before it is of another kind.

    Only across sentences: in its own a sum or a share may well be of what a count measures. Whom a
    sum costs is told by its own clause in any case.
    """
    if reading.kind == "money" and (costed := find_costed(scene.tokens, reading.bound_start)):
        return costed
    bare = reading.kind == "count" and reading.unit is None
    if bare or here or (nearest is not None and nearest.kind == reading.kind):
        return None
    return find_unshared(scene.tokens, reading.bound_start, reading.after)


def _past_size(scene: Scene, at: int, skipped: int, rate: Rate | None) -> int:
    """The token behind a number, its unit, its conversion and the denominator that follows."""
    tokens, reading = scene.tokens, scene.readings[at]
    after = _past_conversion(scene, at, skipped)
    if reading.unit_stop < len(tokens.words) and tokens.lowers[reading.unit_stop] == "of":
        after = reading.unit_stop
    if rate is not None and rate.quantity is not None and rate.per[:1].isupper():
        # "$6 per $100 of rateable value": the whole belongs to the denominator, which is
        # a sum; "£3 for every 10 kilos of rice" is of rice.
        after += tokens.lowers[after : after + 1] in (["of"], ["in"])
    return after


def _past_dates(scene: Scene, reading: Reading) -> tuple[int, int]:
    """The token behind a reading where its complement may start, and the next date by its index.

    "Spend $2bn this year on a plant": what dates a sum may stand before its purpose.
    """
    tokens, mentions, skipped = scene.tokens, scene.mentions, reading.after
    ahead = bisect_left(mentions, reading.number.end, key=_start)
    if ahead < len(mentions) and reading.kind == "money" and skipped < len(tokens.words):
        beside = mentions[ahead]
        if beside.start == tokens.starts[skipped]:
            past = bisect_left(tokens.starts, beside.end)
            if past < len(tokens.words) and tokens.lowers[past] in _TOWARDS:
                skipped, ahead = past, ahead + 1
    while ahead < len(mentions) and (
        _is_adverb(tokens, mentions[ahead]) or _is_modifier(tokens, mentions[ahead])
    ):
        ahead += 1
    return skipped, ahead


def _past_conversion(scene: Scene, at: int, after: int) -> int:
    """The token after a conversion in brackets that "of" follows: "5 mm (2 inches) of rain"."""
    lowers, readings = scene.tokens.lowers, scene.readings
    whole = _find_whole(scene, at, after) or _find_shared(scene, at, after)
    if whole is not None:
        return whole
    closing = after
    if lowers[after : after + 1] == ["("] and at + 1 < len(readings):
        closing = readings[at + 1].unit_stop
    if lowers[closing : closing + 1] != [")"]:
        return after
    reason = scene.tokens.tags[closing + 2 : closing + 3] == ["G"]
    if reason:
        # "Fined $3bn (€2.6bn) for favouring its own services".
        return after
    following = _DISTANT if readings[at].kind == "measurement" else _PURPOSES
    kept = readings[at].kind in ("measurement", "money")
    return (
        closing + 1
        if kept and lowers[closing + 1 : closing + 2] and (lowers[closing + 1] in following)
        else after
    )


_SHARES = frozenset(("percentage", "ratio", "count", "money"))
PARTS = frozenset(("percentage", "ratio"))


def _find_whole(scene: Scene, at: int, after: int) -> int | None:
    """The "of" of a share that is told twice: "a quarter (27.8%) of pupils", "half, 53%, of it"."""
    lowers, readings = scene.tokens.lowers, scene.readings
    opening, closing = lowers[after : after + 1], after
    if opening in (["("], [","]) and at + 1 < len(readings):
        closing = readings[at + 1].unit_stop
        if readings[at + 1].bound_start != after + 1:
            return None
    inner = closing == after
    if lowers[closing : closing + 2] not in ([")", "of"], [",", "of"]):
        return None
    first = at - 1 if inner else at
    pair = readings[max(0, first) : first + 2]
    shares = len(pair) == 2 and all(one.kind in _SHARES for one in pair)
    return closing + 1 if shares and any(one.kind in PARTS for one in pair) else None


def _find_shared(scene: Scene, at: int, after: int) -> int | None:
    """The "of" of a share that brackets tell twice: "one in six (12 of 70, or 17%) of them"."""
    lowers, readings = scene.tokens.lowers, scene.readings
    closing = next(
        (one for one in range(after, min(len(lowers) - 1, after + _TOLD)) if lowers[one] == ")"), 0
    )
    if not closing or lowers[closing + 1] != "of":
        return None
    opening = closing
    while opening > 0 and lowers[opening] != "(":
        opening -= 1
    group = [
        one for one in readings if one.unit_stop == opening or opening < one.number.first < closing
    ]
    if readings[at] not in group or group[0].unit_stop != opening:
        return None
    shares = all(one.kind in _SHARES for one in group)
    return closing + 1 if shares and any(one.kind in PARTS for one in group) else None


# How many tokens may tell a share again.
_TOLD = 12


def _past_rate(reading: Reading) -> int:
    """The token after a figure's number, unit and denominator: "137 euros a night, …"."""
    rate = reading.rate
    return max(reading.unit_stop, rate.stop) if rate is not None else reading.unit_stop


def _find_reach(scene: Scene, at: int, ahead: int) -> int:
    """Where what is said of a number must end: at the next figure that isn't part of it.

    "1,907 had waited for more than 52 weeks": a duration or a length belongs to what is said.
    """
    tokens = scene.tokens
    stop = len(tokens.words)
    for later in scene.readings[at + 1 :]:
        if later.kind not in ("duration", "measurement"):
            stop = later.bound_start
            break
    if ahead < len(scene.mentions):
        stop = min(stop, bisect_left(tokens.starts, scene.mentions[ahead].start))
    return stop


def _is_adverb(tokens: Tokens, mention: PeriodMention) -> bool:
    """Whether a mention is one word inside a phrase: "children currently in care"."""
    return mention.role == "vague" and " " not in tokens.text[mention.start : mention.end]


def _is_modifier(tokens: Tokens, mention: PeriodMention) -> bool:
    """Whether a mention stands between a preposition and its noun: "in second-quarter income"."""
    first = bisect_left(tokens.starts, mention.start)
    past = bisect_left(tokens.starts, mention.end)
    if past >= len(tokens.words) or tokens.tags[past] not in "NJ":
        return False
    # "40% of last year’s appeal".
    return tokens.tags[first] == "P" or tokens.lowers[past - 1].endswith(("’s", "'s"))


def _start(mention: PeriodMention) -> int:
    return mention.start


def _without_periods(
    tokens: Tokens, measured: Measured, mentions: list[PeriodMention]
) -> Measured | None:
    """Cut a temporal expression off the start or the end of a measured phrase."""
    start, stop = measured.start, measured.stop
    for mention in mentions:
        first = bisect_left(tokens.starts, mention.start)
        last = bisect_left(tokens.starts, mention.end)
        if first <= start < last:
            start = last
        elif start < first < stop <= last:
            stop = first
    while start < stop and tokens.tags[start] in ".DC":
        if tokens.lowers[start] in ("those", "another") and tokens.tags[start + 1] in "PGE":
            # "Those in band D homes": here it is no determiner.
            break
        start += 1
    kept = stop - start == 1 or measured.rule == "purposed"  # "Was built for".
    # "£640 better off".
    kept = kept or tokens.lowers[stop - 2 : stop] in (["better", "off"], ["worse", "off"])
    while start < stop and tokens.tags[stop - 1] in (".DC" if kept else ".PDC"):
        stop -= 1
    if (start, stop) == (measured.start, measured.stop):
        return measured if start < stop else None
    if start + 1 == stop and tokens.tags[start] == "O":
        # "The year before it had been 60".
        return None
    return measured._replace(start=start, stop=stop) if start < stop else None
