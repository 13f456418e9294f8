"""Which mark of the sentence reaches a figure that has none to itself, before it or after."""

from __future__ import annotations

from itertools import pairwise

from figtrail.extraction.dating.asides import (
    is_apposed,
    is_aside,
    is_in_aside,
    is_inserted_clause,
    is_inset,
    is_lasting_state,
    is_of_making,
)
from figtrail.extraction.dating.besides import is_done_besides
from figtrail.extraction.dating.brackets import is_bracketed_off
from figtrail.extraction.dating.eliding import ends_pair, is_elided
from figtrail.extraction.dating.lines import COMING, TAKEN, Line
from figtrail.extraction.dating.listing import take_list
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.dating.purposes import is_in_relative, is_of_purpose, is_purpose_of
from figtrail.extraction.dating.spots import QUOTES, Spot, is_possessed
from figtrail.extraction.dating.tenses import INTENDING
from figtrail.extraction.dating.turning import (
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
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("dating_words.txt")
_SAYING = frozenset(word for word in _WORDS["saying"] if word.endswith("ing"))
_GROWING = frozenset(_WORDS["growing"])
_BESIDES = frozenset(("after", "following", "despite", "besides", "beyond", "since"))
_FORESEEN = frozenset(_WORDS["ahead"]) | {"estimated"}
# "Since cholera broke out in May, 40 died" counts from then, "…, a rate of 3%" doesn't say it.
_CONDITIONS = frozenset(("if", "unless"))
_SUBORDINATING = frozenset(("since", "after", "before", "until"))
_NEAR = 2
_DESCRIBING = frozenset(("that", "who", ";"))


def find_preceding(line: Line, at: int) -> Mark | None:
    """The nearest mark before a figure that no other has to itself and that reaches it."""
    spot, lowers = line.spots[at], line.tokens.lowers
    for mark in reversed(line.marks):
        if _goes_on(line, mark, spot):
            return _take_edge(mark)
        if mark.stop > spot.first or mark.use not in TAKEN or line.owner(mark) is not None:
            continue
        if is_bracketed_off(line, mark, spot) or is_apposed(line, mark, spot):
            continue
        apart = line.clause(mark) != spot.clause or "," in lowers[mark.stop : spot.first]
        if line.clauses.opener(mark.first) in _CONDITIONS and (
            apart or answers_condition(line, mark, spot)
        ):
            continue
        if apart and (_is_subordinate(line, mark) or is_turned_from(line, mark, spot)):
            continue
        if (
            is_taken(line, mark, spot)
            or is_of_base(line, mark, spot)
            or is_done_first(line, mark.stop, spot)
        ):
            continue
        if is_purpose_of(line, mark, spot) or lasts_now(line, mark, spot):
            continue
        if is_beyond(line, mark, spot) or is_superseded(line, mark, spot):
            continue
        at_once = lowers[mark.stop : spot.first] == ["at"]
        at_once = at_once and line.tokens.tags[mark.first - 1] == "N"
        if mark.mention.role == "length" and not mark.fronted and not at_once:
            # But "put growth over the next year at 3%".
            continue
        if is_aside(line, mark, spot):
            continue
        if mark.mention.role == "vague" and _is_foreseen(line, mark):
            continue
        if mark.use == "opens" and not _keeps_open(line, mark, spot):
            continue
        if mark.mention.role == "since" and apart and is_in_dated(line, mark):
            continue
        if (not mark.fronted and is_done_besides(line, at, mark)) or is_lasting_state(
            line, mark, spot
        ):
            continue
        owned = mark.use == "opens" and is_possessed(line.tokens, spot.first, spot.stop)
        if (spot.fixed and not owned) or (mark.first and lowers[mark.first - 1] == "from"):
            continue
        if not spot.quoted and _leaves_quotation(lowers[mark.stop : spot.first]):
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


def is_in_dated(line: Line, mark: Mark) -> bool:
    """Whether a sentence opens with another date: "By May 40 had died since it broke out, a …"."""
    return any(
        other.fronted and other.use == "dates" and other.stop <= mark.first for other in line.marks
    )


def _is_subordinate(line: Line, mark: Mark) -> bool:
    """Whether a mark ends a clause inside its sentence: "since cholera broke out in May"."""
    opener = line.clauses.opener(mark.first)
    inside = line.clause(mark) > 0 and line.tokens.lowers[mark.first] != opener
    return inside and opener in _SUBORDINATING


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


def find_trailing(line: Line, at: int) -> Mark | None:
    """The mark after coordinated figures, which serves them all: "3,000 and 2,500 yesterday"."""
    spot = line.spots[at]
    for mark in line.marks:
        if mark.first < spot.stop or mark.use not in TAKEN:
            continue
        owner = line.owner(mark)
        apart = line.clause(mark) != spot.clause and not says_when(line, mark, spot)
        elided = is_elided(line, spot, owner) if owner else ends_pair(line, mark, spot)
        if apart and not elided:
            continue
        if mark.use != "dates" and _is_apart(line, mark, spot):
            return None
        if is_inset(line, spot, mark) or is_in_aside(line, mark, spot):
            continue
        if is_of_purpose(line, mark, spot) or is_in_relative(line, mark, spot):
            continue
        if spot.opener in _CONDITIONS and "," in line.tokens.lowers[spot.stop : mark.first]:
            # "If it stops at 1.5C, half will be gone by 2090".
            continue
        if is_of_making(line, mark, spot) or _is_whole(line, mark, spot):
            continue
        if is_bracketed_off(line, mark, spot):
            continue
        if owner is None:
            after = [other for other in line.spots[at + 1 :] if other.first < mark.first]
            aside = after and all(
                other.earlier
                or _is_label(other)
                or is_inset(line, other, mark)
                or is_inserted_clause(line, other, mark)
                for other in after
            )
            return mark if aside or (apart and elided) else None
        if owner.earlier:
            return None
        if line.readings[at].kind != "duration" and not _go_together(spot, owner):
            return None
        between = line.tokens.lowers[spot.stop : owner.first]
        if not _SAYING.isdisjoint(between) or _grows_to(between):
            return None
        if any(pair == ("and", "to") for pair in pairwise(between)):
            return None
        if mark.mention.role == "by" and _does_more(line.tokens, spot.stop, owner.first):
            return None
        return mark if _BESIDES.isdisjoint(line.tokens.lowers[spot.stop : owner.first]) else None
    return None


def _is_whole(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a figure is the whole of which a part is still to come: "of the 90, 40 go by May"."""
    lowers = line.tokens.lowers
    led = lowers[max(0, spot.first - 2) : spot.first] == ["of", "the"] and spot.first < _NEAR + 2
    due = mark.mention.role == "by" and line.tense(mark) in COMING
    return led and due and "," in lowers[: mark.first]


def _grows_to(between: list[str]) -> bool:
    """Whether the second of two figures is what the first comes to: "8m, rising to 22m by 2028"."""
    return any(lower in _GROWING for lower in between)


def _does_more(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether something else is to be done: "send out 58,400 bills, and find £8m by April"."""
    for at in range(start, stop - 1):
        if tokens.lowers[at : at + 2] == [",", "and"]:
            return tokens.tags[at + 2] not in "MDJP"
    return False


def _is_apart(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a verb parts words without a period from a figure, unless it is the subject's own."""
    lowers, tags = line.tokens.lowers, line.tokens.tags
    # "Has infected 900 people and killed 32 since October": of both.
    verbs = sum(
        tags[at] in "AVE" and not (lowers[at - 1] == "and" and line.owner(mark) is not None)
        for at in range(spot.stop, mark.first)
    )
    return verbs > (mark.mention.role == "during")


def _is_label(spot: Spot) -> bool:
    """Whether a figure only says which: "the 18-week standard"."""
    return spot.attribute or spot.norm


def _go_together(spot: Spot, owner: Spot) -> bool:
    """Whether two figures are told in one tense, so that a date may serve both."""
    if spot.tense in COMING:
        return owner.tense in COMING
    return owner.tense not in COMING and (spot.tense == "present") == (owner.tense == "present")
