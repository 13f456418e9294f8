"""A sentence in outline: what the signs ask of its tokens, read once for all its numbers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from figtrail.extraction.choosing.phrases.candidates import NOMINAL, Candidate, find_candidates
from figtrail.extraction.choosing.phrases.setting import Setting
from figtrail.extraction.choosing.sentences import read_tag, read_word
from figtrail.extraction.tokens import Tokens

GRAMMAR = frozenset("PRC.")
"""Tags of words that belong to the grammar."""
_SKIPPED = frozenset("JBD")
_MARKS = {"(": "(", ")": ")", ",": ",", ":": ":"}
REACH = 60
"""How many tokens a phrase may stand away from its number."""
# How many marks of a path are told.
_LONGEST = 6


class Outline(NamedTuple):
    """A sentence as the signs need it, read once for all its numbers.

    `candidates` come in the order of `starts`, the tokens where they start. `nouns` and
    `numbers` say how many noun phrases and numbers begin before each token, `numbered` and `dated`
    how many tokens before it numbers and dates have; `marks` is each token's word where that
    belongs to the grammar, else its tag, and empty where it is skipped. `counted` has the reading
    that counts a token, `ends` the one that ends before it.
    """

    candidates: list[Candidate]
    starts: list[int]
    nouns: list[int]
    numbers: list[int]
    numbered: list[int]
    dated: list[int]
    marks: list[str]
    counted: dict[int, int]
    ends: dict[int, int]


def read_outline(setting: Setting) -> Outline:
    """The outline of a sentence, made for its first number and kept with it."""
    kept = setting.tokens.kept
    if read_outline not in kept:
        kept[read_outline] = _make_outline(setting)
    outline: Outline = kept[read_outline]
    return outline


def _make_outline(setting: Setting) -> Outline:
    tokens, readings = setting.tokens, setting.readings
    tags, lowers, starts = tokens.tags, tokens.lowers, tokens.starts
    size = len(tags)
    candidates = list(find_candidates(tokens).values())
    nouns = {one.start for one in candidates if one.form == "noun"}
    spans = [(one.number.first, one.stop) for one in readings]
    dates = [
        (bisect_left(starts, one.start), bisect_left(starts, one.end)) for one in setting.mentions
    ]
    counted: dict[int, int] = {}
    for at, one in enumerate(readings):
        if one.phrase is not None:
            counted |= dict.fromkeys(range(one.phrase.start, one.phrase.stop), at)
    return Outline(
        candidates,
        [one.start for one in candidates],
        _count(_mark(size, nouns)),
        _count(_mark(size, (first for first, _ in spans))),
        _count(_cover(size, spans)),
        _count(_cover(size, dates)),
        [_read_mark(lowers[at], tags[at]) for at in range(size)],
        counted,
        {stop: at for at, (_, stop) in enumerate(spans)},
    )


def _count(marked: list[bool]) -> list[int]:
    """How many of the tokens before each are marked, and of all at the end."""
    return list(accumulate(marked, initial=0))


def _mark(size: int, tokens: Iterable[int]) -> list[bool]:
    marked = [False] * size
    for at in tokens:
        marked[at] = True
    return marked


def _cover(size: int, spans: Iterable[tuple[int, int]]) -> list[bool]:
    return _mark(size, (at for start, stop in spans for at in range(start, min(stop, size))))


def _read_mark(lower: str, tag: str) -> str:
    if tag in _SKIPPED:
        return ""
    if tag == ".":
        return _MARKS.get(lower, ";")
    return lower if tag in GRAMMAR else tag


def read_grammar(tokens: Tokens, at: int, tags: frozenset[str]) -> str:
    """A word that belongs to the grammar by its tag, and only the tag of any other."""
    tag = read_tag(tokens, at)
    return read_word(tokens, at) if tag in tags else tag


def read_path(marks: list[str], start: int, stop: int) -> str:
    """What stands between two places: the words of the grammar, and the tags of others."""
    if stop - start > REACH:
        return "far"
    path: list[str] = []
    last = ""
    for mark in marks[start:stop]:
        if mark and not (mark == last and mark in NOMINAL):
            path.append(mark)
            last = mark
    if len(path) > _LONGEST:
        path[2:-2] = ["~"]
    return " ".join(path)
