"""Pairs of levels, one changed into the other: "rose from 442 to 472", "472, up from 442"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from figtrail.extraction.relations.statements import (
    CHANGE_WORDS,
    COMPARATIVES,
    MOVEMENTS,
    WORDS,
    Statement,
    are_commensurable,
    content_words,
    find_cue,
    is_apposed,
    is_before,
    is_earlier,
    lies_open,
    share_place,
    word_at,
)

_REACH = 25
_ASIDES = 2
"""How many numbers may say a level again before the one that it comes from."""
_STEM = 4
"""How many letters the forms of one verb have in common: "costs", "cost"."""
_PRESENT = frozenset(("now", "today", "currently"))
_COMPARED = frozenset((("compared", "with"), ("compared", "to"), ("having", "been")))
_POINTERS = WORDS["anaphors"] | WORDS["anaphoric_nouns"] | {"it", "there", "they"}
_NO_LONGER = frozenset(("had", "stood", "currently"))


def pair_levels(group: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """The later and the earlier level of each pair that one sentence ties."""
    left: Statement | None = None
    for one, two in itertools.pairwise(group):
        # What was left behind is over: "to 28% from 30%, and rents to 18%".
        over = one is left
        if two.is_level and not over and are_commensurable(one.figure, two.figure):
            if not one.is_level:
                if one.figure.unit == "percent" and _is_up_from(one, two):
                    yield one, two
            elif any(holds(one, two) for holds in _EARLIER_FIRST) or _is_from_to(one, two, group):
                yield two, one
            elif any(holds(one, two) for holds in _LATER_FIRST):
                left = two
                yield one, two
        elif not over and (beyond := _look_past(one, two, group)) is not None:
            left = beyond
            yield one, beyond


def _look_past(one: Statement, two: Statement, group: Sequence[Statement]) -> Statement | None:
    """The earlier level behind what says the later one again: "to $9bn (8% of GDP) from $8bn"."""
    if not one.is_level or are_commensurable(one.figure, two.figure):
        return None
    for other in group[two.at - group[0].at + 1 :][:_ASIDES]:
        if are_commensurable(one.figure, other.figure):
            behind = other.is_level and (_is_to_from(one, other) or _is_up_from(one, other))
            return other if behind else None
    return None


def _is_from_to(one: Statement, two: Statement, group: Sequence[Statement]) -> bool:
    """As in "rose from A … to B"."""
    cue, to = find_cue(one), find_cue(two)
    if word_at(one, cue) != "from" or word_at(two, to) not in ("to", "into"):
        return False
    opens = one.lowers[0] == "from" == word_at(one, cue) and cue == 0
    if to - one.stop > 14 or not lies_open(one, one.stop, to, verbs=2 if opens else 0):
        return False
    if opens and not MOVEMENTS.isdisjoint(one.lowers[one.stop : to]):
        return True
    if word_at(one, cue - 1) in WORDS["ranges"]:
        return False
    if _find_movement(one, cue) is not None:
        return True
    if is_before(one.figure.period, two.figure.period):
        return True
    following = [item for item in group if item.at == two.at + 1]
    return bool(following) and is_apposed(following[0])


def _is_then_now(one: Statement, two: Statement) -> bool:
    """As in "132p a litre a year ago, is now 145p", "which opened at 250p, closed at 225p"."""
    if one.figure.unit != two.figure.unit or two.start - one.stop > 14:
        return False
    near = two.lowers[max(one.stop, two.start - 5) : two.start]
    before = one.lowers[max(0, one.start - 3) : one.start]
    if not WORDS["opening"].isdisjoint(before) and not WORDS["closing"].isdisjoint(near):
        return True
    after = two.lowers[two.stop : two.stop + 5]
    if not WORDS["earlier"].isdisjoint(after):
        return False  # "24 at this time last year"
    after = after[:3]
    present = not _PRESENT.isdisjoint(near) or "this" in after or not _PRESENT.isdisjoint(after)
    return present and is_earlier(one) and not _contradicts(two, one)


def _is_moved_to(one: Statement, two: Statement) -> bool:
    """As in "The £40 fee will rise to £50": the subject has its earlier level in it."""
    cue = find_cue(two)
    between = one.lowers[one.stop : cue]
    if word_at(two, cue) != "to" or len(between) > 9 or one.figure.unit != two.figure.unit:
        return False
    if "," in between or any(tag in "VvAE" for tag in one.tags[: one.start]):
        return False
    moved = word_at(two, cue - 1) in CHANGE_WORDS or word_at(two, cue - 1) in WORDS["movements"]
    return moved and lies_open(one, one.stop, cue, verbs=3)


def _is_recounted(one: Statement, two: Statement) -> bool:
    """As in "cleared 2,600 in 2018-19; in 2017-18 it was 2,000"."""
    between = one.lowers[one.stop : two.start]
    if ";" not in between or two.start - one.stop > 20:
        return False
    opening = one.stop + between.index(";") + 1
    return recounts(two, opening, one) and not _contradicts(one, two)


def _find_movement(statement: Statement, stop: int) -> int | None:
    """The word of change before a token, in the same clause."""
    for at in range(stop - 1, max(-1, stop - _REACH), -1):
        lower = statement.lowers[at]
        if lower in WORDS["ranges"] or lower in WORDS["blockers"] or lower == "which":
            return None
        if lower in MOVEMENTS:
            return at
    return None


def _is_to_from(one: Statement, two: Statement) -> bool:
    """As in "fell to B from A"."""
    to, cue = find_cue(one), find_cue(two)
    if word_at(one, to) not in ("to", "at") or word_at(two, cue) != "from":
        return False
    if not lies_open(one, one.stop, cue) or cue - one.stop > 14:
        return False
    return _find_movement(one, to) is not None


def _is_reached_from(one: Statement, two: Statement) -> bool:
    """As in "has reached B, from A at the end of April": the earlier level has its own time."""
    verb, cue = find_cue(one), find_cue(two)
    if word_at(one, verb) not in WORDS["reached"] or word_at(two, cue) != "from":
        return False
    return cue - one.stop <= 14 and lies_open(one, one.stop, cue) and is_earlier(two)


def _is_up_from(one: Statement, two: Statement) -> bool:
    """As in "B, up from A", "B (down from A)", "B, a rise from A"."""
    cue = find_cue(two)
    if word_at(two, cue) not in ("from", "on") or cue - one.stop > 18:
        return False
    word = word_at(two, cue - 1)
    if word not in CHANGE_WORDS and word not in ("up", "down"):
        return False
    if word_at(two, cue) == "on" and not is_earlier(two):
        return False
    return lies_open(one, one.stop, cue - 2, verbs=2)


def _is_compared(one: Statement, two: Statement) -> bool:
    """As in "B compared with A a year earlier": earlier by its words, and of the same place."""
    cue = find_cue(two)
    word = word_at(two, cue)
    if (word_at(two, cue - 1), word) in (("instead", "of"), ("rather", "than")):
        return cue - one.stop <= 4 and one.figure.unit == two.figure.unit
    if (word_at(two, cue - 1), word) in _COMPARED:
        cue -= 1
    elif word == "than":
        if word_at(two, cue - 1) not in COMPARATIVES:
            return False
    elif word not in ("against", "versus", "vs", "after"):
        return False
    if cue - one.stop > 18 or not lies_open(one, one.stop, cue, verbs=2):
        return False
    if not share_place(one.figure, two.figure) or not is_earlier(two):
        return False
    return not _contradicts(one, two)


def _contradicts(later: Statement, earlier: Statement) -> bool:
    """Whether the periods of two levels, where both are known, deny their order."""
    if later.figure.period is None or earlier.figure.period is None:
        return False
    return not is_before(earlier.figure.period, later.figure.period)


def _is_bracketed(one: Statement, two: Statement) -> bool:
    """As in "£400m (2018: £350m)", "£400m (£350m in 2018)": an earlier level in brackets."""
    between = one.lowers[one.stop : two.start]
    if "(" not in between or ")" in between or len(between) > 12:
        return False
    opening = one.stop + between.index("(")
    inside = one.lowers[opening + 1 : two.start]
    if (inside and inside[-1] != ":") or not is_earlier(two):
        return False
    return lies_open(one, one.stop, opening) and not _contradicts(one, two)


def pair_across(
    before: Sequence[Statement], group: Sequence[Statement]
) -> Iterator[tuple[Statement, Statement]]:
    """As in "… 712. That compares with 650 a year earlier.", "The figure was 650 in 2017."."""
    first = group[0]
    later = find_subject(before, first)
    if later is None or not first.is_level or not share_place(first.figure, later.figure):
        return
    cue = find_cue(first)
    opening = first.lowers[: max(cue, 0) + 1]
    if opening[:1] == ["“"]:
        opening = opening[1:]
    if not opening or not are_commensurable(later.figure, first.figure):
        return
    if recounts(first, 0, later) and not _contradicts(later, first):
        if _takes_up(later, first, opening):
            yield later, first
        return
    pointing = opening[0] in WORDS["anaphors"] or (
        opening[1:2] and (opening[0] == "the" and opening[1] in WORDS["anaphoric_nouns"])
    )
    if not pointing or len(opening) > 9 or not _opens_comparison(first, opening):
        return
    if not _contradicts(later, first):
        yield later, first


def _takes_up(later: Statement, first: Statement, opening: Sequence[str]) -> bool:
    """Whether a sum that names no subject goes on with the one before: by a word, or a pronoun.

    "At the end of July £7m had been received" says nothing of the £45m that was asked for.
    """
    if first.figure.kind != "money" or not _POINTERS.isdisjoint(opening):
        return True
    return bool(content_words(later.figure) & content_words(first.figure))


def recounts(first: Statement, start: int, later: Statement) -> bool:
    """As in "At the end of 2022 there were still 1,000 of them": only a time and a pronoun before.

    The noun is left out, pointed to or the pronoun's; a verb gives a level, or is the later's.
    """
    period = first.figure.period_text or ""
    told = zip(first.lowers[start : first.start], first.tags[start : first.start], strict=True)
    words = ["" if _says_little(word, tag, later) else word for word, tag in told]
    opening = " ".join(words).replace(period.lower(), " ", 1).split()
    if not opening or any(
        not word[:1].isdigit() and word not in WORDS["recounting"] for word in opening
    ):
        return False
    if first.found.reading.unit is not None and first.figure.kind == "count":
        return False
    dated = bool(period) and period.lower() in " ".join(words)
    return dated or is_earlier(first) or not _NO_LONGER.isdisjoint(opening)


def _says_little(word: str, tag: str, later: Statement) -> bool:
    """Whether a word of such an opening is the later level's verb, or a number in words."""
    if word in WORDS["recounting"]:
        return False
    if tag in "EV":
        return any(other.startswith(word[:_STEM]) for other in later.lowers)
    return tag == "M" and word.isalpha()


def _opens_comparison(first: Statement, opening: Sequence[str]) -> bool:
    if "compares" in opening or "compared" in opening:
        return is_earlier(first)
    if opening[-1] == "from" and len(opening) > 2:
        return opening[-2] in CHANGE_WORDS or opening[-2] in ("up", "down")
    return opening[-1] in WORDS["standing"] and opening[0] == "the" and is_earlier(first)


def find_subject(before: Sequence[Statement], first: Statement) -> Statement | None:
    """The one level of the sentence before that a pronoun can mean, its later one of a pair."""
    levels = [item for item in before if item.is_level]
    pairs = list(pair_levels(before))
    if len(pairs) == 1 and len(levels) == 2:
        return pairs[0][0]
    fitting = [item for item in levels if are_commensurable(item.figure, first.figure)]
    if len(fitting) == 1 and (len(levels) == 1 or fitting[0].figure.unit == first.figure.unit):
        return fitting[0]
    return levels[0] if len(levels) == 1 else None


_EARLIER_FIRST = (_is_then_now, _is_moved_to)
_LATER_FIRST = (
    _is_recounted,
    _is_to_from,
    _is_reached_from,
    _is_up_from,
    _is_compared,
    _is_bracketed,
)
