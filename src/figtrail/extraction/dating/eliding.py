"""Clauses that leave out what the one beside them says: "four were killed and 11 hurt"."""

from __future__ import annotations

from figtrail.extraction.dating.lines import Line
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.dating.spots import Spot


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
