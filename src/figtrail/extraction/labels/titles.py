"""Titles of works, in quotation marks or without: "11 Winters", "Take 5", 30 Days in Jos."""

from __future__ import annotations

from figtrail.extraction.labels.references import LABELS
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.memo import once_a_sentence
from figtrail.extraction.nouns import PARTIES, is_people
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import Tokens

# What closes a title that one of these opens.
_CLOSING = {'"': '"', "“": "”", "‘": "’'", "'": "'’"}
_SMALL = frozenset(read_sections("furniture.txt")["small in titles"])
_SAYING = frozenset(read_sections("speakers.txt")["state"])
_MARKS = frozenset(",:;&–—-‑'’½")
_TITLED = frozenset(LABELS["titled"])
# Titles have so many words and marks at most, and the sentence so many plain words beside them.
_LONGEST, _LONG_WORD, _PLAIN_WORDS = 12, 4, 2


@needs(_CLOSING)
def is_in_title(tokens: Tokens, number: Number) -> bool:
    """Whether a number belongs to a title: 'won with "11 Winters"', not '"12 ships" were seen'."""
    return any(
        start <= number.first and number.stop <= stop for start, stop in _find_titles(tokens)
    )


@once_a_sentence
def _find_titles(tokens: Tokens) -> tuple[tuple[int, int], ...]:
    """The token bounds of what stands between quotation marks with capitals as titles have."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(tokens.words):
        stop = _find_end(tokens, at)
        if stop and _has_capitals(tokens, at + 1, stop) and not _is_said(tokens, stop):
            found.append((at + 1, stop))
        at = max(at + 1, stop)
    if not found:
        return ()
    plain = sum(
        len(word) >= _LONG_WORD and word.isalpha() and word.islower()
        for at, word in enumerate(tokens.words)
        if not any(start <= at < stop for start, stop in found)
    )
    return tuple(found) if plain >= _PLAIN_WORDS else ()


def _find_end(tokens: Tokens, opening: int) -> int:
    """The token that closes a quotation of a few words, none where a token opens none."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    closing = _CLOSING.get(words[opening], "")
    if not closing or opening + 1 >= len(words) or ends[opening] != starts[opening + 1]:
        return 0
    if opening and ends[opening - 1] == starts[opening] and words[opening - 1] not in '(—–“"':
        return 0
    for at in range(opening + 2, min(opening + 2 + _LONGEST, len(words))):
        if words[at] in closing and starts[at] == ends[at - 1]:
            joined = at + 1 < len(words) and starts[at + 1] == ends[at]
            if not joined or not words[at + 1][0].isalnum():
                return at
    return 0


def _has_capitals(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether all words but the small ones have a capital, one of them behind the first word."""
    named = [at for at in range(start, stop) if tokens.words[at][0].isalpha()]
    if any(
        not (tokens.words[at][0].isalnum() or tokens.words[at] in _MARKS)
        for at in range(start, stop - 1)
    ):
        return False
    if any(tokens.words[at][0].islower() and tokens.lowers[at] not in _SMALL for at in named):
        return False
    capitals = [at for at in named if tokens.words[at][0].isupper()]
    counted = [at for at in capitals if tokens.tags[at] != "M"]
    if len(counted) == 1:
        only = tokens.lowers[counted[0]]
        return not is_people(only) and only not in PARTIES and not only.endswith(_DEMONYMS)
    return bool(counted) or (len(capitals) > 1 and capitals[-1] > start)


_DEMONYMS = ("ans", "ese", "ians", "ish")


def _is_said(tokens: Tokens, stop: int) -> bool:
    """Whether somebody says what a mark closes: '“Two Kenyans died,” he said'."""
    last = tokens.words[stop - 1]
    if last in ".!?":
        return True
    behind = stop + 1 + (tokens.words[stop + 1 : stop + 2] == [","])
    if last == "," or behind > stop + 1:
        said = tokens.lowers[behind : behind + 2]
        return tokens.tags[behind : behind + 1] == ["O"] or not _SAYING.isdisjoint(said)
    return False


@needs(_TITLED)
def opens_title(tokens: Tokens, number: Number) -> bool:
    """Whether a number opens the title of a work: "30 Days in Jos", "100 Days Above the Bushline".

    Of what is counted, times and steps have no capital in a sentence that has others without.
    """
    stop = number.stop
    if stop >= len(tokens.words) or tokens.lowers[stop] not in _TITLED:
        return False
    if not tokens.words[stop][0].isupper() or tokens.words[stop].isupper():
        return False
    plain = [word for word in tokens.words[stop + 1 :] if len(word) > 3 and word.isalpha()]
    plain += [word for word in tokens.words[: number.first] if len(word) > 3 and word.isalpha()]
    return any(word.islower() for word in plain)
