"""Which mark behind a figure reaches it past another, where it has none to itself."""

from __future__ import annotations

from itertools import pairwise

from figtrail.extraction.dating.asides import (
    is_in_aside,
    is_inserted_clause,
    is_inset,
    is_of_making,
)
from figtrail.extraction.dating.brackets import is_bracketed_off
from figtrail.extraction.dating.eliding import ends_pair, is_elided, is_told_alike
from figtrail.extraction.dating.lines import COMING, TAKEN, Line
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.dating.purposes import is_in_relative, is_of_purpose
from figtrail.extraction.dating.reaching import CONDITIONS, says_when
from figtrail.extraction.dating.spots import Spot
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("dating_words.txt")
_SAYING = frozenset(word for word in _WORDS["saying"] if word.endswith("ing"))
_GROWING = frozenset(_WORDS["growing"])
_BESIDES = frozenset(("after", "following", "despite", "besides", "beyond", "since"))
_BESIDE = frozenset(("above", "below", "under", "over", "beneath", "beyond", "than", "topping"))
_FAR = (["short", "of"], ["shy", "of"], ["close", "to"], ["ahead", "of"])
# The whole opens its sentence: at most so many tokens before "of the".
_NEAR = 2


def find_trailing(line: Line, at: int) -> Mark | None:
    """The mark after coordinated figures, which serves them all: "3,000 and 2,500 yesterday"."""
    spot = line.spots[at]
    for mark in line.marks:
        if mark.first < spot.stop or mark.use not in TAKEN:
            continue
        owner = line.owner(mark)
        apart = line.clause(mark) != spot.clause and not says_when(line, mark, spot)
        elided = is_elided(line, spot, owner) if owner else ends_pair(line, mark, spot)
        elided = elided or (apart and is_told_alike(line, mark, spot))
        if apart and not elided:
            continue
        if mark.use != "dates" and _is_verb_between(line, mark, spot):
            return None
        if is_inset(line, spot, mark) or is_in_aside(line, mark, spot):
            continue
        if is_of_purpose(line, mark, spot) or is_in_relative(line, mark, spot):
            continue
        if spot.opener in CONDITIONS and "," in line.tokens.lowers[spot.stop : mark.first]:
            # "If it stops at 1.5C, half will be gone by 2090".
            continue
        if is_of_making(line, mark, spot) or _is_whole(line, mark, spot):
            continue
        if is_bracketed_off(line, mark, spot):
            continue
        if owner is None:
            after = [other for other in line.spots[at + 1 :] if other.first < mark.first]
            if apart and elided:
                return mark
            aside = after and all(
                other.earlier
                or other.fixed
                or _is_label(other)
                or is_inset(line, other, mark)
                or is_inserted_clause(line, other, mark)
                for other in after
            )
            return mark if aside else None
        if owner.earlier or _is_held_against(line, mark, owner):
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


def _is_held_against(line: Line, mark: Mark, owner: Spot) -> bool:
    """Whether a mark says which level another is held against: "14%, below the 16% of 2023"."""
    lowers, led = line.tokens.lowers, owner.first - 1
    if "of" not in lowers[mark.first - 1 : mark.first + 1] or lowers[led] != "the":
        return False
    return lowers[led - 1] in _BESIDE or lowers[led - 2 : led] in _FAR


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


def _is_verb_between(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a verb parts words without a period from a figure, unless it is the subject's own."""
    lowers, tags = line.tokens.lowers, line.tokens.tags
    # "Has felled 70 trees and closed 12 lanes since October": of both.
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
