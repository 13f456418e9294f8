"""Places and figures that answer to each other: "Leeds and York had 4 and 3, respectively"."""

from __future__ import annotations

from collections.abc import Sequence
from string import capwords

from figtrail.extraction.places.mentions import Mention
from figtrail.patterns import compile_late

_WORD = "respectively"
# So many characters about a figure the word is looked for, and other figures of its list.
_REACH = 300
_JOINT = compile_late(
    r"(?: ?(?:%|per ?cent|[a-z-]+(?: [a-z-]+){0,3}))?(?:,? and|,)"
    r"(?: (?:by|at|to|of|with|about|around|some|just|only|over|nearly|almost))* [£$€+-]?"
)
_MEMBERS = compile_late(r", and |, | and | & ")
# How a list goes on behind its first name where some are unknown: "Kano, Port Ames and Deal".
_LIST = compile_late(r"(?:, [a-z'-]+(?: [a-z'-]+)?)*,? and [a-z'-]+")
_DISTRICTS = compile_late(r" (?:districts|counties|provinces|states)$")


def choose_respective(
    low: str, mentions: Sequence[Mention], numbers: Sequence[tuple[int, int]], start: int
) -> Mention | None:
    """The place of a list that answers to the figure at `start` among as many figures, else None.

    `numbers` are the spans of the sentence's numbers, in order.
    """
    if not is_respective(low, start):
        return None
    near = [span for span in numbers if abs(span[0] - start) < _REACH]
    group = _find_group(low, near, start)
    for mention in mentions:
        if mention.scope != "named":
            continue
        members = _MEMBERS.split(_DISTRICTS.sub("", mention.label))
        if len(members) == 1:
            listed = _LIST.match(low, mention.end)
            others = [] if listed is None else _MEMBERS.split(listed[0])[1:]
            members = [mention.label, *map(capwords, others)]
        if len(members) == len(group) > 1:
            place = members[_find_rank(group, start)]
            return mention._replace(label=place, key=place)
    return None


def is_respective(low: str, start: int) -> bool:
    """The figure at `start` is one of several that answer to as many places or things."""
    return low.find(_WORD, max(0, start - _REACH), start + _REACH) >= 0


def is_last_of_list(low: str, mention: Mention, start: int) -> bool:
    """See "the Royal and Craigavon had 3 and 2 respectively": the name is one of buildings'."""
    listed = low.endswith((" and ", " and the "), 0, mention.start)
    return listed and mention.role == "bare" and is_respective(low, start)


def _find_group(
    low: str, numbers: Sequence[tuple[int, int]], start: int
) -> Sequence[tuple[int, int]]:
    """The numbers of one list with that at `start`: "40, 30 and 20 cases"."""
    groups: list[list[tuple[int, int]]] = []
    for span in numbers:
        if groups and _JOINT.fullmatch(low, groups[-1][-1][1], span[0]):
            groups[-1].append(span)
        else:
            groups.append([span])
    found = (group for group in groups if group[0][0] - 2 <= start <= group[-1][1])
    return next(found, [])


def _find_rank(group: Sequence[tuple[int, int]], start: int) -> int:
    """How many of a list's numbers end before the figure at `start`."""
    return sum(end <= start for _, end in group)
