"""The difference of two numbers: "a majority of 2,230", "£2.5m over its budget of £10m"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figtrail.extraction.relations.statements import (
    PAUSES,
    WORDS,
    Statement,
    Tie,
    are_commensurable,
    find_cue,
    word_at,
)

_OVER = frozenset(("over", "above", "below", "under", "beyond", "past", "within"))
_LOSING = frozenset(("saving", "losing", "gaining", "adding"))
_NEAR_GAP = 9
"""How many tokens before its number a gap may be named: "margin over Mayor Sandra Reyes was"."""
_OPENERS = frozenset(("leaving", "giving", "making", "producing", "creating", "meaning", "or"))


def tie_gaps(groups: Sequence[Sequence[Statement]]) -> Iterator[Tie]:
    """Each difference, tied to the two numbers of its sentence between which it lies.

    "Changes to" the number whose gap it is, "changes from" the one that it is counted from.
    """
    for group in groups:
        for at, stated in enumerate(group):
            pair = (
                _find_standard(stated, group, at)
                or _find_multiple(stated, group, at)
                or _find_pair(stated, group[:at])
                or _find_spelled(stated, group[at + 1 :])
            )
            if pair is not None:
                yield "changes_to", stated.at, pair[0].at
                yield "changes_from", stated.at, pair[1].at


def _find_standard(
    stated: Statement, group: Sequence[Statement], at: int
) -> tuple[Statement, Statement] | None:
    """As in "£12.5m, £2.5m over its budget of £10m": the standard follows, the number precedes."""
    if not 0 < at < len(group) - 1 or word_at(stated, stated.stop) not in _OVER:
        return None
    one, standard = group[at - 1], group[at + 1]
    word = word_at(stated, find_cue(stated))
    if (word not in PAUSES and word not in WORDS["reporting"]) or standard.start - stated.stop > 7:
        return None
    if not _are_alike(stated, one) or not _are_alike(stated, standard):
        return None
    between = stated.lowers[stated.stop : standard.start]
    return (one, standard) if WORDS["blockers"].isdisjoint(between) else None


def _find_multiple(
    stated: Statement, group: Sequence[Statement], at: int
) -> tuple[Statement, Statement] | None:
    """As in "96mm, twice the usual 48mm", "30,000, three times as many as the 10,000"."""
    if stated.figure.unit != "times" or stated.figure.change == "decrease":
        return None
    if not 0 < at < len(group) - 1:
        return None
    one, standard = group[at - 1], group[at + 1]
    word = word_at(stated, find_cue(stated))
    between = stated.lowers[stated.stop : standard.start]
    if word not in PAUSES and word not in WORDS["reporting"]:
        return None
    if not between or not (WORDS["modifiers"] | WORDS["as_many"]).issuperset(between):
        return None
    alike = one.is_level and standard.is_level and are_commensurable(one.figure, standard.figure)
    return (one, standard) if alike and stated.start - one.stop <= 6 else None


def _find_pair(stated: Statement, here: Sequence[Statement]) -> tuple[Statement, Statement] | None:
    """As in "18,430 votes to her 16,200, a majority of 2,230": the two numbers before it."""
    if len(here) != 2 or not _is_named_gap(stated):
        return None
    one, other = here
    if not _are_alike(stated, one) or not _are_alike(stated, other):
        return None
    if one.figure.value is None or other.figure.value is None:
        return None
    falls = stated.figure.change == "decrease"
    rises = stated.figure.change == "increase"
    if (falls and one.figure.value > other.figure.value) or (
        rises and one.figure.value < other.figure.value
    ):
        return other, one
    return one, other


def _find_spelled(
    stated: Statement, ahead: Sequence[Statement]
) -> tuple[Statement, Statement] | None:
    """As in "won by 2,911 votes, 32,890 to 29,979": the two numbers after it, where they fit."""
    if len(ahead) < 2 or stated.figure.value is None or not stated.is_level:
        return None
    before = stated.lowers[max(0, stated.start - _NEAR_GAP) : stated.start]
    if before[-1:] != ["by"] and WORDS["gaps"].isdisjoint(before):
        return None
    one, other = ahead[:2]
    if not _are_alike(stated, one) or not _are_alike(stated, other):
        return None
    if one.figure.value is None or other.figure.value is None:
        return None
    if WORDS["facing"].isdisjoint(one.lowers[one.stop : other.start]):
        return None
    return (one, other) if one.figure.value - other.figure.value == stated.figure.value else None


def _is_named_gap(stated: Statement) -> bool:
    """Whether a gap stands after a pause: ", a majority of 2,230", "leaving a £0.7m deficit"."""
    cue = find_cue(stated)
    if word_at(stated, cue) in _LOSING:
        return word_at(stated, cue - 1) in PAUSES
    if word_at(stated, cue) == "of" and word_at(stated, cue - 1) in WORDS["gaps"]:
        cue -= 2
        while cue >= 0 and (stated.tags[cue] in "DJ" or stated.lowers[cue] in WORDS["modifiers"]):
            cue -= 1
    elif WORDS["gaps"].isdisjoint(stated.lowers[stated.stop : stated.stop + 2]):
        return False
    word = word_at(stated, cue)
    return word in PAUSES or word in _OPENERS


def _are_alike(stated: Statement, number: Statement) -> bool:
    if stated.figure.unit == "percent":
        return number.is_level and number.figure.unit != "percent"
    if stated.figure.unit == "percentage_point":
        return number.figure.unit == "percent" and number.is_level
    return (
        number.is_level
        and stated.figure.kind == number.figure.kind
        and are_commensurable(stated.figure, number.figure)
    )
