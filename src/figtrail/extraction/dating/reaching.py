"""Which mark before a figure reaches it, where it has none to itself."""

from __future__ import annotations

from figtrail.extraction.dating.asides import (
    is_apposed,
    is_aside,
    is_lasting_state,
)
from figtrail.extraction.dating.besides import is_done_besides
from figtrail.extraction.dating.brackets import is_bracketed_off
from figtrail.extraction.dating.lines import COMING, TAKEN, Line
from figtrail.extraction.dating.listing import take_list
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.dating.possessing import is_possessed
from figtrail.extraction.dating.purposes import is_purpose_of
from figtrail.extraction.dating.spots import QUOTES, Spot
from figtrail.extraction.dating.tenses import INTENDING
from figtrail.extraction.dating.turning import (
    SUBORDINATING,
    answers_condition,
    is_beyond,
    is_done_first,
    is_of_base,
    is_superseded,
    is_taken,
    is_turned_from,
    lasts_now,
)
from figtrail.extraction.lexicon import read_sections

_WORDS = read_sections("dating_words.txt")
_FORESEEN = frozenset(_WORDS["ahead"]) | {"estimated"}
CONDITIONS = frozenset(("if", "unless"))
_DESCRIBING = frozenset(("that", "who", ";"))


def find_preceding(line: Line, at: int) -> Mark | None:
    """The nearest mark before a figure that no other has to itself and that reaches it."""
    spot = line.spots[at]
    for mark in reversed(line.marks):
        if _goes_on(line, mark, spot):
            return _take_edge(mark)
        if mark.stop > spot.first or mark.use not in TAKEN or line.owner(mark) is not None:
            continue
        if _is_shut_off(line, mark, spot) or not _reaches(line, at, mark):
            continue
        past = (
            at > 0
            and line.spots[at - 1].first >= mark.stop
            and line.spots[at - 1].tense not in COMING
        )
        if mark.fronted and spot.tense in COMING and past:
            return None
        return take_list(line, mark)
    return None


def _is_apart(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a clause or a comma ends between a mark and a figure."""
    return line.clause(mark) != spot.clause or "," in line.tokens.lowers[mark.stop : spot.first]


def _is_shut_off(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a mark before a figure is of a part of the sentence that tells of another time."""
    if is_bracketed_off(line, mark, spot) or is_apposed(line, mark, spot):
        return True
    apart = _is_apart(line, mark, spot)
    if line.clauses.opener(mark.first) in CONDITIONS and (
        apart or answers_condition(line, mark, spot)
    ):
        return True
    if apart and (_is_subordinate(line, mark) or is_turned_from(line, mark, spot)):
        return True
    return (
        is_taken(line, mark, spot)
        or is_of_base(line, mark, spot)
        or is_done_first(line, mark.stop, spot)
        or is_purpose_of(line, mark, spot)
        or lasts_now(line, mark, spot)
        or is_beyond(line, mark, spot)
        or is_superseded(line, mark, spot)
    )


def _reaches(line: Line, at: int, mark: Mark) -> bool:
    """Whether a mark dates what is told behind it, up to a figure, and not only what it is in."""
    spot, lowers = line.spots[at], line.tokens.lowers
    at_once = lowers[mark.stop : spot.first] == ["at"]
    at_once = at_once and line.tokens.tags[mark.first - 1] == "N"
    if mark.mention.role == "length" and not mark.fronted and not at_once:
        # But "put growth over the next year at 3%".
        return False
    if is_aside(line, mark, spot):
        return False
    if mark.mention.role == "vague" and _is_foreseen(line, mark):
        return False
    if mark.use == "opens" and not _keeps_open(line, mark, spot):
        return False
    if mark.mention.role == "since" and _is_apart(line, mark, spot) and is_in_dated(line, mark):
        return False
    if not mark.fronted and is_done_besides(line, at, mark):
        return False
    if is_lasting_state(line, mark, spot):
        return False
    owned = mark.use == "opens" and is_possessed(line.tokens, spot.first, spot.stop)
    if (spot.fixed and not owned) or (mark.first and lowers[mark.first - 1] == "from"):
        return False
    return spot.quoted or not _leaves_quotation(lowers[mark.stop : spot.first])


def is_in_dated(line: Line, mark: Mark) -> bool:
    """Whether a sentence opens with another date: "By May 40 had died since it broke out, a …"."""
    return any(
        other.fronted and other.use == "dates" and other.stop <= mark.first for other in line.marks
    )


def _is_subordinate(line: Line, mark: Mark) -> bool:
    """Whether a mark ends a clause inside its sentence: "since cholera broke out in May"."""
    opener = line.clauses.opener(mark.first)
    inside = line.clause(mark) > 0 and line.tokens.lowers[mark.first] != opener
    return inside and opener in SUBORDINATING


def _is_foreseen(line: Line, mark: Mark) -> bool:
    """Whether "now" is when it was foreseen: "sales in May are now forecast at"."""
    lowers = line.tokens.lowers
    return (lowers[mark.stop] in _FORESEEN or lowers[mark.stop] in INTENDING) and any(
        other.use == "dates"
        and other.stop < mark.first
        and (
            other.fronted
            or "," not in lowers[other.stop : mark.first]
            or line.clause(other) == line.clause(mark)
        )
        for other in line.marks
    )


def _goes_on(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a clause tells of the time just named: "on 2019, when it lost £4m".

    Or of "last year, which saw 70", where that is what a figure is compared with.
    """
    compared = mark.use == "compares" or (mark.use == "passes" and mark.mention.edge is not None)
    if not compared and mark.use not in TAKEN:
        return False
    lowers = line.tokens.lowers
    at = mark.stop + (lowers[mark.stop : mark.stop + 1] == [","])
    if lowers[at : at + 1] == ["when"] and at + 1 == spot.first:
        return True
    if at >= spot.first or lowers[at] != spot.opener:
        return False
    return spot.opener == "when" or (compared and spot.opener == "which" and at > mark.stop)


def _take_edge(mark: Mark) -> Mark:
    """The mark as it dates what went on then: "the lowest since 2015, when 98 died"."""
    if mark.mention.edge is None:
        return mark
    return mark._replace(mention=mark.mention._replace(period=mark.mention.edge), use="dates")


def _keeps_open(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether "now" or "since 2019" goes on to a figure: not past "now 15,", nor past a comma.

    Only what is listed or put another way follows a comma: "is now 40, or 3% more".
    """
    if spot.attribute:
        return False
    lowers, tags = line.tokens.lowers, line.tokens.tags
    if mark.mention.role != "vague":
        return True
    if not _DESCRIBING.isdisjoint(lowers[mark.stop : spot.first]):
        # "Now pays £875 for a room that measures 7 feet by 9".
        return False
    starts = {other.first for other in line.spots}
    owning = mark.stop in starts and lowers[mark.first - 1] == ","
    if mark.fronted:
        # "The rate, now 5%, is expected to rise to 7%".
        return not owning or spot.first == mark.stop or spot.tense not in COMING
    if owning:
        return spot.first == mark.stop
    return all(
        at + 1 in starts or tags[at + 1] == "C" or lowers[at + 1] == "which"
        for at in range(mark.stop, spot.first)
        if lowers[at] == ","
    )


def _leaves_quotation(between: list[str]) -> bool:
    """Whether a mark stands in direct speech and the figure after it in the words that follow."""
    return sum(lower in QUOTES for lower in between) == 1


def says_when(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether the next clause says when a past level was so: "7,500 when it began in 2023"."""
    following = line.clause(mark) == spot.clause + 1
    past = spot.earlier or spot.tense in ("past", "pluperfect")
    if not (past and following and line.clauses.opener(mark.first) == "when"):
        return False
    opening = line.clauses.numbers.index(line.clause(mark))
    # "When compared with £4m in 2014" says when the other was so.
    return line.tokens.lowers[opening + 1] not in ("compared", "set")
