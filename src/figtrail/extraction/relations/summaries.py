"""A change that sums up the two levels of the sentence beside it.

"Admissions rose by 8 per cent. There were 5,400, compared with 5,000 in 2017"; "… from 320 to 400.
The 25 per cent rise …".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from figtrail.extraction.relations.ahead import fits_unit
from figtrail.extraction.relations.levels import pair_levels
from figtrail.extraction.relations.statements import (
    CHANGE_NOUNS,
    WORDS,
    Statement,
    content_words,
    find_cue,
    lies_open,
    word_at,
)

_MANY = 6
_DEFINITE = frozenset(("the", "this", "that"))
_TIMES = frozenset(("since", "over", "years", "decade", "months", "annual", "annually"))


def find_summarised(
    stated: Statement,
    group: Sequence[Statement],
    before: Sequence[Statement],
    after: Sequence[Statement],
    earlier: Mapping[int, Statement],
) -> tuple[Statement | None, Statement | None]:
    """The later and the earlier level that a change sums up; `earlier` knows the pairs so far.

    The change is the only one of its sentence and has no level there, except after a colon; the
    other sentence has one pair and no further level, and is about the same by its words.
    """
    if len(group) > _MANY or sum(not item.is_level for item in group) > 1:
        return None, None
    levels = [item for item in group if item.is_level]
    if points_back(stated):
        return _find_pair(stated, [*before, *levels], earlier)
    if levels:
        if _spells_out(stated, levels, earlier):
            return _find_pair(stated, levels, earlier)
        behind = [item for item in levels if item.at > stated.at]
        if len(behind) == len(levels) == 2 and _opens_after_colon(stated, levels[0]):
            return _find_pair(stated, levels, earlier)
        return None, None
    if _is_same(stated, after):
        return _find_pair(stated, after, earlier)
    return None, None


def _find_pair(
    stated: Statement, others: Sequence[Statement], earlier: Mapping[int, Statement]
) -> tuple[Statement | None, Statement | None]:
    levels = list(others)
    if len(levels) != 2 or not all(item.is_level for item in levels):
        return None, None
    for level, other in (levels, reversed(levels)):
        if earlier.get(level.at) is other and fits_unit(stated, level):
            return level, other
    return next(
        ((one, two) for one, two in pair_levels(levels) if fits_unit(stated, one)), (None, None)
    )


def _spells_out(
    stated: Statement, levels: Sequence[Statement], earlier: Mapping[int, Statement]
) -> bool:
    """As in "up 12 per cent, rising from 250,000 to 280,000", "5 per cent, taking it from …".

    The two levels follow a comma and a form in -ing, or are of the same by their words.
    """
    first = levels[0]
    if (
        len(levels) != 2
        or first.at != stated.at + 1
        or not lies_open(stated, stated.stop, find_cue(first), verbs=1)
    ):
        return False
    if not any(earlier.get(one.at) is other for one, other in (levels, levels[::-1])):
        return False
    between = stated.lowers[stated.stop : first.start]
    if "," not in between:
        return False
    at = stated.stop + between.index(",") + 1
    return stated.tags[at] == "G" or bool(
        content_words(stated.figure) & content_words(first.figure)
    )


def _opens_after_colon(stated: Statement, level: Statement) -> bool:
    between = stated.lowers[stated.stop : level.start]
    return ":" in between and ";" not in between and not _has_own_time(stated)


def points_back(stated: Statement) -> bool:
    """As in "The 25 per cent rise came after …": definite, with a noun of change."""
    following = stated.lowers[stated.stop : stated.stop + 2]
    definite = word_at(stated, stated.start - 1) in _DEFINITE
    if definite and not CHANGE_NOUNS.isdisjoint(following):
        return True
    cue = find_cue(stated)
    if word_at(stated, cue) in CHANGE_NOUNS and word_at(stated, cue - 1) in _DEFINITE:
        return True
    return (
        word_at(stated, cue) in ("was", "is")
        and word_at(stated, cue - 1) in CHANGE_NOUNS
        and word_at(stated, cue - 2) in _DEFINITE
    )


def _is_same(stated: Statement, after: Sequence[Statement]) -> bool:
    """Whether the next sentence counts what has changed: "there were", "it costs", no new noun."""
    if not after or _has_own_time(stated):
        return False
    first = after[0]
    if first.lowers[0] not in WORDS["anaphors"] and first.lowers[0] not in ("there", "they"):
        return False
    return first.found.reading.unit is None or word_at(first, first.start - 1) in WORDS["anaphors"]


def _has_own_time(stated: Statement) -> bool:
    """Whether a change has a time of its own, which may not be that of the levels."""
    return not _TIMES.isdisjoint(stated.lowers)
