"""Changes told by the words to the left of a number: "rose by 5%", "a rise of 5%", "up 5%"."""

from __future__ import annotations

from itertools import pairwise

from figtrail.extraction.changes.acting import find_object_moved
from figtrail.extraction.changes.earlier import find_compared
from figtrail.extraction.changes.members import past_span
from figtrail.extraction.changes.moved import find_announced, find_moved
from figtrail.extraction.changes.nouns import (
    find_growth,
    find_noun_before,
    find_told_size,
)
from figtrail.extraction.changes.objects import is_part_lost, takes_size
from figtrail.extraction.changes.sized import find_sized
from figtrail.extraction.changes.skipping import (
    compared_each,
    find_down,
    find_said,
    skip_modifiers,
    stop_of,
)
from figtrail.extraction.changes.verbs import find_verb_before
from figtrail.extraction.changes.vocabulary import (
    ADDING_VERBS,
    CHANGE_VERBS,
    EACH,
    LONG_SPANS,
    PARTICLES,
    PASSED,
    PHRASE_ENDS,
    PHRASES,
    POINTS_ONLY,
    PROPORTIONAL,
    WORDS,
    is_sign,
)
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens, read_digits
from figtrail.model import Change

_STANDING = WORDS["standing_before"]
_WON_BY = [[word] for word in WORDS["won_by"]]


def find_change_before(
    tokens: Tokens, number: Number, start: int, kind: str, stop: int
) -> Change | None:
    """The verb, noun or particle to the left: "rose 5%", "a rise of 5%", "up 5%"."""
    lowers = tokens.lowers
    if lowers[stop : stop + 1] == ["short"]:
        return None  # "will fall some 300 short"
    while True:
        index = skip_modifiers(tokens, start, kind)
        if kind == "money" and _is_added(tokens, index, start, stop):
            return "increase"
        if index < 0:
            return None
        if lowers[index] in WORDS["resizing"] and lowers[start : start + 2] == ["up", "to"]:
            return find_moved(tokens, start + 1, kind)
        if lowers[index] not in ("or", "(", ",", "and"):
            return _read_governor(tokens, number, index, start, kind, stop)
        said = find_said(tokens, index)
        if said is None:
            return None
        compared = compared_each(tokens, said, index)
        if compared is not None:
            return compared
        if _is_of_own(tokens, number):
            # "Cutting 300 jobs, or 4% of its staff": the share is what the first number is.
            kind = "count"
        start, stop = said, stop_of(tokens, said)


def _read_governor(
    tokens: Tokens, number: Number, index: int, start: int, kind: str, stop: int
) -> Change | None:
    """The change that the word at `index` tells of what starts at `start`."""
    lowers = tokens.lowers
    lower = lowers[index]
    if lower == ":":
        return find_announced(tokens, index, kind)
    if lower in ("by", "of"):
        return _behind_preposition(tokens, number, index, kind, stop)
    if lower == "averaging" and index:
        return find_noun_before(tokens, index, kind)
    if lower == "off":
        traded = index > 0 and lowers[index - 1] in WORDS["traded_things"]
        if kind == "percentage" and (traded or _is_told_with(tokens, index)):
            return "decrease"  # "with lager off 9%", "Norfolk shares off 9%"
        before = index - 1
        while before > 0 and tokens.tags[before] == "B":
            before -= 1
        if index and lowers[before] in _STANDING:
            return "decrease" if kind == "percentage" or _is_off(lowers, stop) else None
        if number.kind is None and tokens.tags[stop : stop + 1] in ([], ["."]):
            down = find_down(tokens, index)
            return "decrease" if down else None  # "down 6 per cent and in Hobart off two"
    words = _phrase_at(lowers, index) if lower in PHRASE_ENDS else None
    if words is not None:
        # "Would pick up 80% of the bill", but "have given up 40% of their value".
        given = words[0].startswith("g") and is_part_lost(lowers[stop + 1 : stop + 5])
        taken = lowers[stop : stop + 1] == ["of"] and not given
        moved = kind == "money" and lowers[stop : stop + 1] == ["to"]  # "gave up $2 to $79"
        moved = moved and is_sign(tokens, stop + 1)
        if words[-1] == "down" and words[0] in WORDS["felling"] and kind not in PROPORTIONAL:
            return None  # "brought down 31 pylons"
        if kind == "count" and not WORDS["cricket"].isdisjoint(tokens.vocabulary):
            return None  # "put on 91 for the first wicket"
        pointless = words in POINTS_ONLY and (kind not in PROPORTIONAL or taken) and not moved
        return None if pointless and number.unit != "point" else PHRASES[words]
    if lower in PARTICLES and kind == "percentage" and _is_level_from(tokens, number, lower, stop):
        return None
    if lower in PARTICLES:
        return None if index and _is_phrasal(tokens, index - 1, kind) else PARTICLES[lower]
    return _behind_verb(tokens, number, index, start, kind, stop)


def _is_added(tokens: Tokens, index: int, start: int, stop: int) -> bool:
    """Whether an amount comes on top of a charge: "will pay an extra $30 each"."""
    added = tokens.lowers[index + 1 : start]
    extra = "extra" in added or "additional" in added
    if not extra and "another" not in added:
        return False
    charged = not WORDS["charging"].isdisjoint(tokens.lowers[max(0, index - 2) : index + 1])
    each = _is_each(tokens, stop)
    return (charged or each) if extra else (charged and each)


def _behind_preposition(
    tokens: Tokens, number: Number, index: int, kind: str, stop: int
) -> Change | None:
    """The change that "by" or "of" ties to a number: "fell by 5%", "a rise of 5%"."""
    lowers = tokens.lowers
    if lowers[index] == "by":
        if _is_tally(tokens, kind, stop) or lowers[stop : stop + 1] in _WON_BY:
            return None
        standing = lowers[index - 1] == "off" and tokens.tags[index - 2] in "AVB"
        if standing and kind in PROPORTIONAL and lowers[index - 2] not in CHANGE_VERBS:
            return "decrease"  # "were off by a third"
        if kind == "duration" and _is_record(tokens, index):
            return "decrease"
        return find_compared(tokens, index) or find_verb_before(tokens, index)
    if lowers[max(0, index - 3) : index + 1] == ["by", "a", "factor", "of"]:
        return find_verb_before(tokens, index - 3)
    if index > 1 and lowers[index - 1] == ",":
        return find_noun_before(tokens, index - 1, kind)
    if index > 1 and lowers[index - 1] in WORDS["averages"]:
        return find_change_before(tokens, number, index - 1, kind, stop)
    if kind in ("measurement", "rate") and number.unit in WORDS["stocked"]:
        # "A drop of 2 million barrels".
        kind = "count"
    return (
        find_noun_before(tokens, index, kind)
        or find_growth(tokens, index, kind)
        or find_sized(tokens, index, kind)
    )


def _behind_verb(
    tokens: Tokens, number: Number, index: int, start: int, kind: str, stop: int
) -> Change | None:
    """The change that a verb or noun right before a number tells: "rose 5%", "growth 5%"."""
    lower = tokens.lowers[index]
    verb = CHANGE_VERBS.get(lower) or ADDING_VERBS.get(lower)
    if lower in WORDS["removing"] or lower in ("put", "puts", "putting"):
        return _put_on(tokens, lower, kind, stop)
    if verb is not None and (
        tokens.lowers[start] in PASSED or _is_definite(tokens, index, start, stop)
    ):
        return None
    if verb is None or (index and tokens.tags[index - 1] == "D"):
        return (
            find_growth(tokens, index, kind)
            or find_told_size(tokens, index, kind)
            or find_object_moved(tokens, number, index)
            or find_moved(tokens, index, kind)
            or find_sized(tokens, index, kind)
        )
    return verb if takes_size(tokens, number, lower, kind, stop) else None


def _is_record(tokens: Tokens, by: int) -> bool:
    """Whether a best time is beaten by so much: "broke the course record by (12 seconds)"."""
    near = tokens.lowers[max(0, by - 7) : by]
    return not _RECORDS.isdisjoint(near) and not WORDS["breaking"].isdisjoint(near)


_RECORDS = frozenset(("record", "records", "best", "mark"))


def _is_tally(tokens: Tokens, kind: str, stop: int) -> bool:
    """Whether "by" counts votes and no change: "backed the rise by nine votes to four"."""
    lowers = tokens.lowers
    if lowers[stop : stop + 1] in (["votes"], ["vote"]):
        return True
    against = lowers[stop : stop + 1] == ["to"] and tokens.tags[stop + 1 : stop + 2] == ["M"]
    voted = against and kind in ("count", "percentage")
    return voted and not WORDS["voting"].isdisjoint(tokens.vocabulary)


def _is_of_own(tokens: Tokens, number: Number) -> bool:
    """Whether a share is one of what somebody has: "4% of its workforce", "a third of them"."""
    ahead = tokens.lowers[number.stop : number.stop + 5]
    return "of" in ahead and not WORDS["headcounts"].isdisjoint(ahead)


def _is_off(lowers: list[str], stop: int) -> bool:
    """Whether a price or a number is off by so much: "off $1.88 at $26.05", "off 160 from May"."""
    return lowers[stop : stop + 1] != [] and lowers[stop] in (
        "at",
        "to",
        "from",
        "on",
        "since",
        "in",
    )


def _is_told_with(tokens: Tokens, off: int) -> bool:
    """Whether "with" and a bare noun stand before "off": "with exports off 9%"."""
    at = off - 1
    while at > 0 and off - at < 5 and tokens.tags[at] in "NJ":
        at -= 1
    return 0 < at < off - 1 and tokens.lowers[at] == "with"


def _is_phrasal(tokens: Tokens, verb: int, kind: str) -> bool:
    """Whether "up" or "down" belongs to a verb that tells no direction: "coughed up nine"."""
    lower = tokens.lowers[verb]
    if lower in WORDS["phrasal"]:
        return True
    acting = tokens.tags[verb] in "VEvG" and lower not in WORDS["directional"]
    return acting and kind not in PROPORTIONAL


def _is_level_from(tokens: Tokens, number: Number, particle: str, stop: int) -> bool:
    """Whether the earlier level behind makes a level of it: "her support is up 32% from 27%"."""
    lowers = tokens.lowers
    if lowers[stop : stop + 1] != ["from"] or tokens.tags[stop + 1 : stop + 2] != ["M"]:
        return False
    percent = lowers[stop + 2 : stop + 3] in (["%"], ["percent"], ["per"])
    if not percent or not tokens.words[stop + 1][0].isdigit():
        return False
    before = read_digits(tokens.words[stop + 1])
    rising = PARTICLES[particle] == "increase"
    low, high = (before, number.value) if rising else (number.value, before)
    return low < high < low * 2


def _phrase_at(lowers: list[str], end: int) -> tuple[str, ...] | None:
    """The phrase of change that ends at a token: "went up", "edged lower"."""
    for words in PHRASE_ENDS[lowers[end]]:
        if tuple(lowers[max(0, end + 1 - len(words)) : end + 1]) == words:
            return words
    return None


def _is_yearly(tokens: Tokens, stop: int) -> bool:
    """Whether a sum recurs, so that what is extra is more than before: "an extra £6m a year"."""
    return any(
        first in EACH and second in LONG_SPANS
        for first, second in pairwise(tokens.lowers[stop : stop + 5])
    )


def _is_each(tokens: Tokens, stop: int) -> bool:
    """Whether an extra sum recurs, or is paid for each thing: "an extra 2p per cucumber"."""
    each = tokens.lowers[stop : stop + 1] in (["a"], ["an"], ["per"], ["each"])
    return _is_yearly(tokens, stop) or (each and tokens.tags[stop + 1 : stop + 2] == ["N"])


def _is_definite(tokens: Tokens, verb: int, start: int, stop: int) -> bool:
    """Whether a change verb has a known thing for its object: "cut the 15 per cent tax"."""
    the = "the" in tokens.lowers[verb + 1 : start]
    return the and tokens.tags[stop : stop + 1] in (["N"], ["J"])


def _put_on(tokens: Tokens, verb: str, kind: str, stop: int) -> Change | None:
    """Read "put 3% on prices", "took 0.2 points off growth", "shaved two seconds off it"."""
    stop = past_span(tokens, stop)
    particles = tokens.lowers[stop : stop + 3]
    if "to" in particles:
        particles = particles[: particles.index("to")]
    if verb.startswith("put"):
        sized = kind in ("percentage", "money", "duration")
        return "increase" if sized and "on" in particles[:1] else None
    if "off" in particles:
        ahead = tokens.lowers[stop + particles.index("off") + 1 :][:3]
        priced = any(lower[0] in "$£€¥₹" for lower in ahead)  # "£10 off a £60 shop" is a saving
        whole = kind == "measurement" and ahead[:1] == ["the"]  # "took 90MW off the grid"
        return None if priced or whole or kind in ("count", "rate") else "decrease"
    if particles[:1] == ["from"] and verb.startswith(("wip", "knock", "shav", "slic", "strip")):
        lessened = not WORDS["lessened"].isdisjoint(tokens.lowers[stop + 1 : stop + 5])
        return "decrease" if lessened and kind != "count" else None
    known = verb in CHANGE_VERBS and kind in ("percentage", "score")
    return CHANGE_VERBS[verb] if known else None
