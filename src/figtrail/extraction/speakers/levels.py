"""The level that a verb like "put" states: "puts the toll at 40", "puts Labour ahead by four"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers import phrases
from figtrail.extraction.speakers import vocabulary as vocab

if TYPE_CHECKING:
    from figtrail.extraction.speakers.frames import Subject
    from figtrail.extraction.speakers.lines import Line

# How far behind "put" the level may stand that is put on something.
_LEVEL_REACH: Final = 24
# How far behind "put" somebody's lead may stand.
_LEAD_REACH: Final = 8


def find_level(line: Line, following: int) -> int | None:
    """The preposition of a level ("puts the toll at 40", "puts Labour on 38%"; not "at risk")."""
    for at in range(following, min(len(line.words) - 1, following + _LEVEL_REACH)):
        if line.words[at] in (".", ";"):
            break
        if line.lowers[at] in ("at", "on"):
            level = line.lowers[at + 1]
            if level[0].isdigit() or level in phrases.SIGNS:
                return at
            spelled = level in vocab.LEVEL_WORDS or phrases.is_capital(line.words[at + 1])
            if line.lowers[at] == "at" and spelled:
                return at
    return None


def puts_level(line: Line, following: int, subject: Subject) -> bool:
    """Whether "put" states a level, or a poll how far somebody leads ("puts X ahead by four")."""
    if find_level(line, following) is not None:
        return True
    ahead = not vocab.LEADS.isdisjoint(line.lowers[following : following + _LEAD_REACH])
    return ahead and phrases.has_source_head(line, subject.tokens)
