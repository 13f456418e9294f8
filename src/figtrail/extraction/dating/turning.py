"""Clauses that turn to another time than a mark before them gives."""

from __future__ import annotations

from figtrail.extraction.dating.baselines import names_level
from figtrail.extraction.dating.clauses import find_verb
from figtrail.extraction.dating.lines import COMING, Line
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.dating.parting import has_verb
from figtrail.extraction.dating.spots import Spot
from figtrail.extraction.lexicon import read_sections

_WORDS = read_sections("dating_words.txt")
_DEMANDING = frozenset(_WORDS["demanding"])
_JOINING = frozenset(_WORDS["setting beside"])
_JUDGING = frozenset(_WORDS["judging"])
_LED_TO_DEED = frozenset(("for", "with", "of", "over", "from"))
# So many tokens before the deed its verdict may stand: "fined the broker $8 million on Friday for".
_JUDGED = 18
SUBORDINATING = frozenset(("since", "after", "before", "until"))
# How many tokens what a multiple is of may have before its time.
_LISTED = 5
_DONE = (["G"], ["D"], ["N"])
_NEAR = 2
_LATER = (["after", "that"], ["since", "then"])


def is_turned_from(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a semicolon parts a mark of another time from what is so now."""
    if ";" not in line.tokens.lowers[mark.stop : spot.first]:
        return False
    if spot.tense != "present":
        return is_demanded(line, mark.stop, spot)
    tense, _ = find_verb(line.tokens, line.clauses, mark.first, mark.stop)
    return tense is not None and tense != "present"


def is_demanded(line: Line, start: int, spot: Spot) -> bool:
    """Whether somebody had wanted it otherwise: "it rose to £9; unions had asked for £12"."""
    parted = ";" in line.tokens.lowers[start : spot.first]
    return parted and spot.tense == "pluperfect" and line.tokens.lowers[spot.verb] in _DEMANDING


def lasts_now(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a clause tells of what is so now behind a time that is over or still to come.

    "It lost £4m in May, while two of its rivals have closed", "if by May it rains, and we have 90".
    """
    if spot.tense != "present" or mark.use != "dates" or spot.opener not in _JOINING:
        return False
    if line.clause(mark) == spot.clause:
        return False
    if spot.verb < line.clauses.numbers.index(spot.clause):
        return False
    tense = line.tense(mark)
    return tense is not None and tense != "present"


def is_beyond(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a figure stands in a clause of its own time behind a mark.

    "Dug on Tuesday after floods killed 34", "in March but that one in six are".
    """
    if line.clause(mark) >= spot.clause or mark.stop > spot.first or mark.fronted:
        return False
    lowers = line.tokens.lowers
    opening = line.clauses.numbers.index(spot.clause)
    if opening < mark.stop:
        # "A day after the quake killed 40": the day is counted from it.
        return False
    if spot.opener in SUBORDINATING:
        # What it begins with is as near to the mark: "on Friday after 900 staff walked out".
        starts = {other.clause: other.first for other in reversed(line.spots)}
        return starts[spot.clause] - opening > _NEAR
    return spot.opener == "but" and lowers[opening + 1 : opening + 2] == ["that"]


def is_superseded(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a semicolon parts words without a period from a figure, and another time follows.

    "None since June; it got 4 inches this year, 60% of the usual".
    """
    if mark.use != "opens" or ";" not in line.tokens.lowers[mark.stop : spot.first]:
        return False
    return any(
        other.use == "dates" and mark.stop <= other.first and other.stop <= spot.first
        for other in line.marks
    )


def comes_later(line: Line, at: int) -> bool:
    """Whether a figure comes after what is dated: "one in May and four more after that"."""
    lowers, stop = line.tokens.lowers, line.spots[at].stop
    return any(lowers[to : to + 2] in _LATER for to in range(stop, stop + 3))


def is_of_base(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a mark is that of what a multiple is of: "double the prize in 2009, and 3 more"."""
    if line.tokens.lowers[spot.first - 1] == "of":
        # "Almost double the number in 2016, of 402".
        return False
    return any(
        other.based
        and other.stop <= mark.first <= other.stop + _LISTED
        and not has_verb(line.tokens, other.stop, mark.first)
        for other in line.spots
        if other.stop <= mark.first and other.first < spot.first
    )


def answers_condition(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a figure's verb is that of what would follow: "if June is dry I would lose half"."""
    between = line.tokens.tags[mark.stop : max(mark.stop, spot.verb - 1)]
    return spot.tense in COMING and any(tag in "AVv" for tag in between)


def is_done_first(line: Line, start: int, spot: Spot) -> bool:
    """Whether a figure is of what was done before: "signed it on Monday, after cutting 23".

    Or came of: "the loss was £4m in May, after the payment of £3m", "fell, after a storm left 90".
    """
    lowers, tags = line.tokens.lowers, line.tokens.tags
    if spot.tense not in ("past", "pluperfect"):
        return False
    return any(
        lowers[at : at + 2] == [",", "after"]
        and tags[at + 2 : at + 3] in _DONE
        and "," not in lowers[at + 2 : spot.first]
        for at in range(start, spot.first - 1)
    )


def is_deed(line: Line, spot: Spot) -> bool:
    """Whether a figure is of what somebody is punished or praised for: "jailed for taking £4m".

    The day is that of the court, and the deed was done before: "charged on Sunday with killing 3".
    """
    lowers, tags = line.tokens.lowers, line.tokens.tags
    if _JUDGING.isdisjoint(line.tokens.vocabulary):
        return False
    for at in range(spot.first - 1, 1, -1):
        if lowers[at] in (",", ";") or tags[at] in "AVEv":
            return False
        if tags[at] == "G" and lowers[at - 1] in _LED_TO_DEED:
            return not _JUDGING.isdisjoint(lowers[max(0, at - _JUDGED) : at - 1])
    return False


def is_taken(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a mark names an earlier level before a figure: "than July's 11 but above the 4"."""
    return any(
        other.earlier and names_level(line.tokens, mark.mention.end, mark.first, other.first)
        for other in line.spots
        if mark.stop <= other.first < spot.first
    )
