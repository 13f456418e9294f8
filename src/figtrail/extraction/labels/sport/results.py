"""Results of matches in one line: "York 0 Bath 0, Stoke 3 Derby 1", "Yankees 5, Red Sox 3"."""

from __future__ import annotations

from typing import NamedTuple

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import PARTIES
from figtrail.extraction.tokens import DASHES, Tokens

_SPORT = read_sections("sport.txt")
_COMPETITIONS = frozenset(_SPORT["competitions"])
_NO_SIDES = frozenset(_SPORT["no sides"])
# No side scores more points in a match without an innings.
MOST_POINTS = 200
_DIVISIONS = frozenset(_SPORT["divisions"])
# So many clubs with their points are standings.
_CLUBS = 3
# Marks inside of a side's name.
_IN_NAME = frozenset("&.-’'")


class Entry(NamedTuple):
    """A side, its score, and the mark that follows."""

    side: str
    score: int
    mark: str


def is_result(tokens: Tokens) -> bool:
    """Whether a line of names and numbers is of results alone, behind a competition's name."""
    title, start = _read_title(tokens)
    if not PARTIES.isdisjoint(tokens.words):
        return False
    if _has_dashed_score(tokens):
        return True
    entries = read_entries(tokens.words[start:])
    if len(entries) >= _CLUBS and not _DIVISIONS.isdisjoint(tokens.lowers[:start]):
        return True
    if len(entries) < 2 or len(entries) % 2 or any(one.score > MOST_POINTS for one in entries):
        return False
    matches = list(zip(entries[::2], entries[1::2], strict=True))
    if all(not home.mark for home, _ in matches):
        return True
    if any(home.mark != "," for home, _ in matches) or not title:
        return False
    if any(one.side in _NO_SIDES for one in entries):
        return False
    # "Yankees 5, Red Sox 3": alone the winner stands first, else semicolons part the matches.
    alone = len(matches) == 1 and entries[0].score >= entries[1].score
    return alone or (len(matches) > 1 and all(away.mark == ";" for _, away in matches[:-1]))


def _has_dashed_score(tokens: Tokens) -> bool:
    """Whether a score stands between two sides: "Everton 0-3 Fulham"."""
    words = tokens.words
    return any(
        words[at] in DASHES
        and words[at - 1].isdecimal()
        and words[at + 1].isdecimal()
        and words[at - 2][0].isupper()
        and words[at + 2][0].isupper()
        and tokens.ends[at] == tokens.starts[at + 1]
        for at in range(2, len(words) - 2)
    )


def _read_title(tokens: Tokens) -> tuple[bool, int]:
    """Whether what stands before a colon is a competition, or nothing, and where results start."""
    if ":" not in tokens.words:
        return True, 0
    colon = tokens.words.index(":")
    return not _COMPETITIONS.isdisjoint(tokens.lowers[:colon]), colon + 1


def read_entries(line: list[str]) -> list[Entry]:
    """The sides of a line with their scores; none where it holds anything else."""
    words = [word for word in line if word != "|"]
    entries, at = list[Entry](), 0
    while at < len(words):
        name = at
        while at < len(words) and (words[at][0].isalpha() or words[at] in _IN_NAME):
            at += 1
        side = " ".join(words[name:at]).lower()
        if at > name:
            at = _past_brackets(words, at)
        if at == name or at >= len(words) or not words[at].isdecimal():
            return []
        score = int(words[at])
        at = _past_brackets(words, at + 1)
        mark = words[at] if at < len(words) and words[at] in ",;." else ""
        entries.append(Entry(side, score, mark))
        at += len(mark)
    return entries


def _past_brackets(words: list[str], at: int) -> int:
    """The token behind what brackets say of a score: "(1)", "(OT)", "(Orme 66)"."""
    if words[at : at + 1] != ["("] or ")" not in words[at:]:
        return at
    return words.index(")", at) + 1
