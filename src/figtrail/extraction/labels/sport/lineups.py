"""Line-ups, benches, scorers and those booked, as lists: "Subs: 12 Jones", "HULL (4-4-2): …"."""

from __future__ import annotations

from itertools import pairwise

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import PARTIES
from figtrail.extraction.tokens import DASHES, Tokens

_SPORT = read_sections("sport.txt")
_OPENINGS = frozenset(_SPORT["openings"])
_NAMING = frozenset(_SPORT["naming openings"])
_NUMBERING = frozenset(_SPORT["numbering openings"])
_MARKS = frozenset(":–—")
_ADDED = (("45", "+"), ("90", "+"))
# A list opens within so many tokens, behind the name of a side.
_OPENS = 8
# The players of a side but for the keeper.
_OUTFIELD = 10
# A side has so many players at least.
_PLAYERS = 7
# How high the numbers on shirts go, and how many a list of them has that don't follow each other.
_HIGHEST, _MANY = 99, 8
# So many numbers in a row tell a list whatever stands in it.
_ROW = 3
_BEFORE_SHIRT = frozenset(",;:(.)")


def opens_list(tokens: Tokens) -> bool:
    """Whether a line tells what it lists: "Subs: …", "Leeds subs not used - …", "Booked Rook"."""
    return _is_headed(tokens) or _names_scorer(tokens) or _has_added_time(tokens)


def _is_headed(tokens: Tokens) -> bool:
    """Whether a colon or a dash parts what is listed from its list: "Goals: Orme 81"."""
    lowers, words = tokens.lowers, tokens.words
    for at in range(1, min(_OPENS, len(lowers) - 1)):
        spaced = lowers[at] in DASHES and tokens.starts[at] > tokens.ends[at - 1]
        if lowers[at] not in _MARKS and not spaced:
            continue
        named = any(word[0].isupper() for word in words[at + 1 :])
        beside = {lowers[0], lowers[at - 1]}
        if not _OPENINGS.isdisjoint(beside) and (named or len(tokens.tags) > at + _ROW):
            return True
        if not _NAMING.isdisjoint(beside) and words[at + 1][0].isupper():
            return True
        if lowers[at - 1] in _NUMBERING and named and tokens.tags[at + 1] == "M":
            return lowers[at + 2 : at + 3] != [","]
    return False


def _names_scorer(tokens: Tokens) -> bool:
    """Whether within a line a name stands behind what is listed: "tries Ford 12, Roe 34"."""
    return any(
        word in _NAMING and word.isalpha() and name[0].isupper()
        for word, name in pairwise(tokens.words[1:])
    )


def _has_added_time(tokens: Tokens) -> bool:
    """Whether a minute of time added on stands in a line: "Cantwell 45+1"."""
    return any(pair in _ADDED for pair in pairwise(tokens.words))


def is_lineup(tokens: Tokens) -> bool:
    """Whether a line is of a side's players, by its formation or by the numbers that they wear."""
    return _has_formation(tokens) or _holds_shirts(tokens) or _holds_changes(tokens)


def _holds_changes(tokens: Tokens) -> bool:
    """Whether a side is told by names, and in brackets who came on: "Cole, Muir (Platt 71)"."""
    words, tags = tokens.words, tokens.tags
    if words.count(",") + words.count(";") < _PLAYERS or "(" not in words:
        return False
    depth = 0
    for at, word in enumerate(words):
        depth += (word == "(") - (word == ")")
        if tags[at] == "M" and not depth:
            return False
    return True


def _has_formation(tokens: Tokens) -> bool:
    """Whether ten players are told in lines in brackets: "(4-2-3-1)"."""
    lowers = tokens.lowers
    for at, lower in enumerate(lowers):
        if lower != "(" or lowers[at + 2 : at + 3] != ["-"]:
            continue
        closing = lowers.index(")", at) if ")" in lowers[at:] else at
        lines = lowers[at + 1 : closing : 2]
        dashed = set(lowers[at + 2 : closing : 2]) == {"-"}
        if dashed and all(map(str.isdecimal, lines)) and sum(map(int, lines)) == _OUTFIELD:
            return True
    return False


def _holds_shirts(tokens: Tokens) -> bool:
    """Whether players are listed by number: "1 Hale; 2 Rook, 5 Amadi", "Wright (15), Kell (14)"."""
    if not PARTIES.isdisjoint(tokens.words):
        return False
    return _is_row(_read_shirts(tokens)) or _is_row(_read_bracketed(tokens))


def _is_row(shirts: list[int]) -> bool:
    """Whether numbers are those of shirts: no two alike, and most next to another or very many."""
    if len(shirts) < _ROW or len(set(shirts)) < len(shirts):
        return False
    steps = sum(abs(later - former) == 1 for former, later in pairwise(shirts))
    return len(shirts) >= _MANY or steps * 3 >= 2 * (len(shirts) - 1)


def _read_shirts(tokens: Tokens) -> list[int]:
    """The numbers that stand before a name, at the start of an entry."""
    words = tokens.words
    shirts: list[int] = []
    for at, word in enumerate(words[:-1]):
        if not _is_shirt(word) or (at and words[at - 1] not in _BEFORE_SHIRT):
            continue
        name = at + 2 if words[at + 1] in ".-" else at + 1
        if name < len(words) and words[name][0].isupper():
            shirts.append(int(word))
    return shirts


def _read_bracketed(tokens: Tokens) -> list[int]:
    """The numbers in brackets behind names of two words or more."""
    words = tokens.words
    return [
        int(words[at])
        for at in range(3, len(words) - 1)
        if _is_shirt(words[at])
        and words[at - 1] == "("
        and words[at + 1] == ")"
        and words[at - 2][0].isupper()
        and words[at - 3][0].isupper()
    ]


def _is_shirt(word: str) -> bool:
    return word.isdecimal() and 0 < int(word) <= _HIGHEST
