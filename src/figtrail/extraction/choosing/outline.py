"""A sentence in outline: what the signs ask of its tokens, read once for all its numbers."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import NamedTuple

from figtrail.extraction.choosing.candidates import find_candidates
from figtrail.extraction.choosing.setting import Setting
from figtrail.extraction.tokens import Tokens

VERBAL = frozenset("AVvE")
"""Tags of what may be a verb."""
GRAMMAR = frozenset("PRC.")
"""Tags of words that belong to the grammar."""
_SKIPPED = frozenset("JBD")
_MODIFYING = frozenset("NJBGE")
_CLAUSES = frozenset((",", ";", ":", "(", "and", "but"))
_MARKS = {"(": "(", ")": ")", ",": ",", ":": ":"}
# How many marks of a path are told.
_LONGEST = 6


class Outline(NamedTuple):
    """A sentence as the signs need it, read once for all its numbers.

    `verbs`, `clauses` and `nouns` say how many verbs, marks of clauses and noun phrases begin
    before each token; `marks` is each token's word where that belongs to the grammar, else its tag,
    and empty where it is skipped. `numbers` and `dates` are token bounds.
    """

    verbs: list[int]
    clauses: list[int]
    nouns: list[int]
    marks: list[str]
    numbers: list[tuple[int, int]]
    dates: list[tuple[int, int]]


def read_outline(setting: Setting) -> Outline:
    """The outline of a sentence, made for its first number and kept with it."""
    kept = setting.tokens.kept
    if read_outline not in kept:
        kept[read_outline] = _make_outline(setting)
    outline: Outline = kept[read_outline]
    return outline


def _make_outline(setting: Setting) -> Outline:
    tokens = setting.tokens
    tags, lowers, starts = tokens.tags, tokens.lowers, tokens.starts
    nouns = {one.start for one in find_candidates(tokens) if one.form == "noun"}
    size = range(len(tags))
    return Outline(
        _count([tag in VERBAL for tag in tags]),
        _count([lowers[at] in _CLAUSES or tags[at] == "R" for at in size]),
        _count([at in nouns for at in size]),
        [_read_mark(lowers[at], tags[at]) for at in size],
        [(one.number.first, max(one.number.stop, one.unit_stop)) for one in setting.readings],
        [
            (bisect_left(starts, one.start), bisect_left(starts, one.end))
            for one in setting.mentions
        ],
    )


def _count(marked: list[bool]) -> list[int]:
    """How many of the tokens before each are marked, and of all at the end."""
    return list(accumulate(marked, initial=0))


def _read_mark(lower: str, tag: str) -> str:
    if tag in _SKIPPED:
        return ""
    if tag == ".":
        return _MARKS.get(lower, ";")
    return lower if tag in GRAMMAR else tag


def read_tag(tokens: Tokens, at: int) -> str:
    """The tag of a token, or a sign for before the first and behind the last."""
    if 0 <= at < len(tokens.tags):
        return tokens.tags[at]
    return "^" if at < 0 else "$"


def read_word(tokens: Tokens, at: int) -> str:
    """A token in lower case, 0 for a number, or a sign for before the first and behind the last."""
    if 0 <= at < len(tokens.lowers):
        return tokens.lowers[at] if tokens.tags[at] != "M" else "0"
    return "^" if at < 0 else "$"


def read_grammar(tokens: Tokens, at: int, tags: frozenset[str]) -> str:
    """A word that belongs to the grammar by its tag, and only the tag of any other."""
    tag = read_tag(tokens, at)
    return read_word(tokens, at) if tag in tags else tag


def read_path(marks: list[str], start: int, stop: int) -> str:
    """What stands between two places: the words of the grammar, and the tags of others."""
    path: list[str] = []
    last = ""
    for mark in marks[start:stop]:
        if mark and not (mark == last and mark in _MODIFYING):
            path.append(mark)
            last = mark
    if len(path) > _LONGEST:
        path[2:-2] = ["~"]
    return " ".join(path)


def find_last_verb(tokens: Tokens, first: int) -> int:
    """The last token before another that may be a verb, or -1."""
    return next((at for at in range(first - 1, -1, -1) if tokens.tags[at] in VERBAL), -1)


def meets(spans: list[tuple[int, int]], start: int, stop: int) -> bool:
    """Whether any of the spans has a token in common with another."""
    return any(first < stop and start < last for first, last in spans)
