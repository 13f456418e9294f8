"""Clauses that leave out what the one beside them says: "four were killed and 11 hurt"."""

from __future__ import annotations

from figtrail.extraction.dating.lines import Line
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.dating.spots import Spot
from figtrail.extraction.lexicon import read_sections

_WORDS = read_sections("dating_words.txt")
_HAPPENING = frozenset(_WORDS["happening"]) | frozenset(_WORDS["achieving"])
_EARNING = frozenset(_WORDS["earning"])
_MOVING = frozenset(_WORDS["moving"])
_ALIKE = (_HAPPENING, _EARNING | _MOVING)
_SETTING_BESIDE = frozenset(("and", "as", "while", "before"))
_OWN = frozenset("its his her their it he she they".split())


def is_elided(line: Line, spot: Spot, owner: Spot) -> bool:
    """Whether a figure shares the verb of the one before: "four were killed and 11 hurt"."""
    lowers, tags = line.tokens.lowers, line.tokens.tags
    joined = owner.clause == spot.clause + 1 and lowers[owner.first - 1] == "and"
    return joined and tags[owner.stop : owner.stop + 1] in (["E"], ["V"], ["J"], ["A"])


def ends_pair(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether an elided clause ends with a mark: "two were shot and a man killed on Friday"."""
    numbers, tags = line.clauses.numbers, line.tokens.tags
    if line.clause(mark) != spot.clause + 1 or line.clauses.opener(mark.first) != "and":
        return False
    own = [at for at in range(mark.first) if numbers[at] == line.clause(mark)]
    verbs = [at for at in own if tags[at] in "AVEv"]
    return len(verbs) == 1 and tags[verbs[0]] == "E" and verbs[0] == mark.first - 1


def is_told_alike(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a clause of the like goes before the one that a mark ends.

    "Cole hit two and Pruitt drove in four on Sunday", not "it cut 40 jobs and its shares fell 3%
    on Friday".
    """
    lowers, tags, numbers = line.tokens.lowers, line.tokens.tags, line.clauses.numbers
    clause = line.clause(mark)
    ended = tags[mark.stop : mark.stop + 1] in ([], ["."])
    if not ended or spot.tense != "past" or not 0 <= spot.verb < spot.first:
        return False
    if clause <= spot.clause or mark.mention.role != "during" or mark.use != "dates":
        return False
    for opened in range(spot.clause + 1, clause + 1):
        at = numbers.index(opened)
        if lowers[at] not in _SETTING_BESIDE or lowers[at + 1] in _OWN:
            return False
    verbs = [lowers[at] for at in line.clauses.verbs if numbers[at] == clause and at < mark.first]
    return any(lowers[spot.verb] in alike and not alike.isdisjoint(verbs) for alike in _ALIKE)
