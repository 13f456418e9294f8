"""Words between a figure and a mark that take the mark for themselves."""

from __future__ import annotations

from figtrail.extraction.dating.lines import Line
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.dating.spots import Spot
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.tokens import Tokens

_ORIGINS = frozenset(read_sections("dating_words.txt")["originating"])


def has_verb(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether a verb stands between two tokens."""
    return any(tag in "AVE" for tag in tokens.tags[start:stop])


def is_cut_off(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a verb between takes the date: "rose by 4 and closed in 2019"."""
    tags, lowers = line.tokens.tags, line.tokens.lowers
    for at in range(spot.stop + 1, mark.first):
        if tags[at] not in "VEA":
            continue
        before = at - 1
        while before > spot.stop and tags[before] == "B":
            before -= 1
        if lowers[before] in ("and", "but", "then"):
            return True
        while before > spot.stop and tags[before] in "NJ":
            before -= 1
        named = tags[before] == "O" or (tags[before] == "D" and before < at - 1)
        if named and tags[before - 1] == "N" and before - 1 > spot.stop:
            return not _is_share_of_then(line, spot)
    return False


def _is_share_of_then(line: Line, spot: Spot) -> bool:
    """Whether a figure is a share of what was so then: "lost 8% of the gas it burnt in 2020"."""
    lowers = line.tokens.lowers
    share = lowers[spot.stop : spot.stop + 1] == ["of"] or "of" in lowers[spot.first : spot.stop]
    return share and spot.tense in ("past", "pluperfect", "conditional")


def is_brought_in(line: Line, at: int, mark: Mark) -> bool:
    """Whether a charge that lasts came into force: "a tax of £2 a night was introduced in May"."""
    reading = line.readings[at]
    if reading.kind != "money" or reading.rate is None:
        return False
    lowers, last = line.tokens.lowers, mark.first - 1
    return lowers[last] in _ORIGINS and line.tokens.tags[last - 1] == "A"


def is_purpose(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a mark is when something is to run: "£9m into a dryer, to be running by March"."""
    lowers = line.tokens.lowers
    return any(
        lowers[to] == "," and lowers[to + 1] == "to" for to in range(spot.stop, mark.first - 1)
    )
