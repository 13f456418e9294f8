"""Where each figure of a sentence stands: its clause, its tense, and what kind of level it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from figtrail.extraction.dating.clauses import Clauses, find_verb
from figtrail.extraction.dating.earlier import is_earlier
from figtrail.extraction.dating.possessing import is_held, is_norm
from figtrail.extraction.dating.tenses import Tense
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("dating_words.txt")
_VOICING = frozenset(_WORDS["voicing"])
_EXTENTS = frozenset(_WORDS["extents"])
_PEOPLED = frozenset(_WORDS["peopled"])
_TEAMS = frozenset(_WORDS["teams"])
_STATES = frozenset(_WORDS["states"])
_MAKING = frozenset(_WORDS["making"])
_BUDGETING = frozenset(_WORDS["budgeting"])
_MOVING = frozenset(_WORDS["moving"])
_SAME_FORM = frozenset(_WORDS["same form"])
_AGAINST = frozenset(("half", "above", "below", "than", "twice", "double", "times", "under"))
_PURPOSES = frozenset(("for", "to"))
_VALUED = frozenset(("assessed", "valued", "appraised"))
_EXTENDED = frozenset(("measurement", "duration"))
_INTERVALS = frozenset(("confidence", "interval", "ci"))
_SIZES = frozenset(
    ("kilometre", "mile", "metre", "hectare", "acre", "square_kilometre", "square_mile", "megawatt")
)
# So many words a title has at most.
_TITLE = 6
_STOPS = frozenset((",", ".", "?", "!", "…", "—", "–"))
QUOTES = frozenset(("“", "”", '"'))


class Spot(NamedTuple):
    """A figure at its tokens: its clause, the word that opens it, its verb (-1: none), what it is.

    `earlier`: the level that another is compared with. `norm`: a target, limit or the like.
    `quoted`: in direct speech. `voiced`: in somebody's words, quoted or not, or after a quotation.
    `fixed`: an extent that no date changes ("2 km away", "4 metres wide").
    `attribute`: before a hyphen ("the 102-metre vessel"). `based`: a multiple of what is named
    after it ("twice the bill in 2018"), whose date is that of the base. `margin`: a poll's error.
    `stative`: its verb tells of a state, such as a debt or a stock,
    `eventful`: of what went on, `budgeting`: of what a budget does, told in the present.
    `gauged`: a percentage, or what a verb of change tells ("fell to £4m"), as statistics do.
    """

    first: int
    stop: int
    clause: int
    opener: str
    tense: Tense | None
    verb: int
    earlier: bool
    norm: bool
    fixed: bool
    quoted: bool
    voiced: bool
    attribute: bool
    based: bool
    margin: bool
    stative: bool
    eventful: bool
    budgeting: bool
    gauged: bool


def place_readings(
    tokens: Tokens, readings: Sequence[Reading], clauses: Clauses, open_before: bool
) -> list[Spot]:
    """A spot for each reading; `open_before` is whether the sentence starts inside a quotation."""
    lowers = tokens.lowers
    marked = not QUOTES.isdisjoint(tokens.vocabulary)
    said = _find_saying(tokens, readings)
    spots: list[Spot] = []
    for at, reading in enumerate(readings):
        first, stop = reading.bound_start, reading.number.stop
        led = tokens.tags[first] in "VE" and first < reading.number.first
        # "Turnout topped 70%": the words before the number are its verb.
        tense, verb = find_verb(tokens, clauses, reading.number.first if led else first, stop)
        if spots and spots[-1].verb >= stop and verb < spots[-1].first:
            # "Says 40 boats, a third of the fleet, sank": both have the verb that follows.
            tense, verb = spots[-1].tense, spots[-1].verb
        quoted, closed = (
            _read_quotes(lowers[:first], open_before) if marked else (open_before, False)
        )
        spots.append(
            Spot(
                first,
                stop,
                clauses.numbers[first],
                clauses.opener(first),
                tense,
                verb,
                is_earlier(tokens, readings, at, bool(spots) and spots[-1].earlier),
                is_norm(tokens, first, stop) or _is_intended(lowers, first),
                _is_interval(lowers, first)
                or _is_average(lowers, first)
                or _is_described(tokens, first)
                or (reading.unit in _SIZES and _names_size(tokens, reading))
                or (reading.kind == "count" and is_held(tokens, first, stop, verb))
                or (reading.kind in _EXTENDED and _is_fixed(tokens, stop)),
                quoted,
                closed or said < first or _speaks(lowers, verb, first, stop),
                _is_attribute(tokens, stop),
                _is_based(tokens, reading),
                _is_margin(lowers, first),
                verb >= 0 and lowers[verb] in _STATES,
                verb >= 0 and tokens.tags[verb] in "VE" and lowers[verb] not in _STATES,
                (tense == "present" and lowers[verb] in _BUDGETING)
                or (tense == "past" and lowers[verb] in _SAME_FORM),
                reading.kind == "percentage" or (verb >= 0 and lowers[verb] in _MOVING),
            )
        )
    return spots


def _is_attribute(tokens: Tokens, stop: int) -> bool:
    """Whether a hyphen ties a figure to its noun: "102-metre", not "40 - or 3% - failed"."""
    tied = tokens.lowers[stop : stop + 1] == ["-"]
    return tied and tokens.starts[stop] == tokens.ends[stop - 1]


def _find_saying(tokens: Tokens, readings: Sequence[Reading]) -> int:
    """The token of the first verb that tells somebody's words, past the end without one."""
    lowers = tokens.lowers
    if _VOICING.isdisjoint(tokens.vocabulary):
        return len(lowers)
    starts = {reading.bound_start for reading in readings}
    voicing = (at for at, lower in enumerate(lowers) if lower in _VOICING)
    return next((at for at in voicing if _is_voiced(lowers, at, starts)), len(lowers))


def leaves_open(tokens: Tokens, open_before: bool) -> bool:
    """Whether a quotation is open after the tokens of a sentence."""
    if QUOTES.isdisjoint(tokens.vocabulary):
        return open_before
    return _read_quotes(tokens.lowers, open_before)[0]


def _read_quotes(lowers: Sequence[str], open_before: bool) -> tuple[bool, bool]:
    """Whether a quotation is open after these tokens, and whether one was closed among them.

    A few words without a mark at their end are a title or the like, and nobody's speech.
    """
    is_open, closed, opened = open_before, False, -_TITLE
    for at, lower in enumerate(lowers):
        if lower == "“" or (lower == '"' and not is_open):
            is_open, opened = True, at
        elif lower in ("”", '"'):
            spoken = at - opened > _TITLE or lowers[at - 1] in _STOPS
            is_open, closed = False, closed or spoken
    return is_open, closed


def _is_based(tokens: Tokens, reading: Reading) -> bool:
    number = reading.number
    if number.unit != "times":
        return False
    if tokens.lowers[number.stop - 1].endswith("ed"):
        # "Doubled its profit".
        return False
    at = number.stop + (tokens.lowers[number.stop : number.stop + 1] == ["times"])
    return tokens.tags[at : at + 1] == ["D"]


def _is_fixed(tokens: Tokens, stop: int) -> bool:
    """Whether the words after a measurement make it an extent: "or so away", "metres wide"."""
    return not _EXTENTS.isdisjoint(tokens.lowers[stop : stop + 4])


def _is_voiced(lowers: list[str], at: int, starts: set[int]) -> bool:
    """Whether a verb tells somebody's words: not "health care added 67,000 jobs"."""
    lower = lowers[at]
    return lower in _VOICING and (lower in ("said", "says") or at + 1 not in starts)


def _speaks(lowers: list[str], verb: int, first: int, stop: int) -> bool:
    """Whether the verb of a figure is one of speech, and not that of those whom it counts.

    "Some 34% said jobs were plentiful" is told of the 34%.
    """
    if verb < 0 or not _is_voiced(lowers, verb, {first}):
        return False
    return not stop <= verb < stop + 5 or "," in lowers[stop:verb]


def _is_intended(lowers: list[str], first: int) -> bool:
    """Whether a figure is what something was made for: "a cell built for two"."""
    for at in range(first - 1, max(0, first - 4), -1):
        if lowers[at] in _MAKING:
            return not _PURPOSES.isdisjoint(lowers[at + 1 : first])
    return False


def _is_described(tokens: Tokens, first: int) -> bool:
    """Whether a figure only describes a place or a body: "Orla, a port of half a million"."""
    lowers = tokens.lowers
    if lowers[max(0, first - 2) : first] == ["home", "to"]:
        return True
    if first > 2 and lowers[first - 1] == "at" and lowers[first - 2] in _VALUED:
        # "The tenant of a flat valued at £90,000 would pay".
        return tokens.tags[first - 3] != "A"
    if lowers[max(0, first - 1) : first] not in (["of"], ["with"]):
        return False
    if lowers[first - 2 : first] == [",", "with"] and _heads(tokens, first):
        return True
    if lowers[first - 1] == "of" and lowers[first - 2] in _PEOPLED - _TEAMS:
        # "In a town of 31,000 people".
        return lowers[first - 3] in ("a", "an") or tokens.tags[first - 3] == "J"
    for at in range(first - 2, max(0, first - 6), -1):
        if lowers[at] == ",":
            return lowers[at + 1] in ("a", "an") and not _PEOPLED.isdisjoint(lowers[at:first])
    return False


def _names_size(tokens: Tokens, reading: Reading) -> bool:
    """Whether a measure stands before the noun that it describes: "the 23km line reopened"."""
    first, stop = reading.bound_start, reading.unit_stop
    led = tokens.lowers[first - 1 : first] in (["the"], ["its"], ["their"], ["this"], ["’s"])
    return led and tokens.tags[stop : stop + 1] in (["N"], ["J"])


def _heads(tokens: Tokens, first: int) -> bool:
    """Whether the subject and its verb stand around a phrase: "the district, with 900, plans"."""
    tags = tokens.tags
    if any(tag in "AVEv" for tag in tags[: first - 2]) or ("," not in tokens.lowers[first:]):
        return False
    closed = tokens.lowers.index(",", first)
    following = tags[closed + 1 : closed + 3]
    if "N" not in tags[first:closed]:
        # "Danes, with 72,000, rose to third": their level.
        return False
    return following[:1] in (["A"], ["V"], ["E"], ["v"]) or (
        following == ["N", "P"] and tokens.lowers[closed + 1].endswith("s")
    )


def _is_margin(lowers: list[str], first: int) -> bool:
    """Whether a figure is a margin of error, which is as old as the poll."""
    near = lowers[max(0, first - 6) : first]
    return "error" in near and "margin" in near


def _is_average(lowers: list[str], first: int) -> bool:
    """Whether a figure is what is usual: "less than half the average of 72mm"."""
    before = lowers[max(0, first - 4) : first]
    return before[1:] == ["the", "average", "of"] and before[0] in _AGAINST


def _is_interval(lowers: list[str], first: int) -> bool:
    """Whether a figure is the confidence interval of another."""
    return not _INTERVALS.isdisjoint(lowers[max(0, first - 3) : first])
