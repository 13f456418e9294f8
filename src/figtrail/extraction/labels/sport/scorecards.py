"""Cards of cricket, golf and American games, and standings: "c Bairn b Stark 45", "69 66 63"."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.tokens import DASHES, Tokens, read_digits

_SPORT = read_sections("sport.txt")
_COMPETITORS = frozenset(_SPORT["competitors"])
_BETTING_MARKS = frozenset(_SPORT["beaten by"]) | {"fav", "jf", "cf", "jt-fav"}
_OF_INNINGS = frozenset(("lbw", "dec", "wkts", "wkt", "innings"))
_ENDINGS = (("not", "out"), ("run", "out"), ("all", "out"), ("total", "("))
# Of cards in the other sense: hands and bids of bridge.
_SUITS = frozenset("♠♥♦♣")
# American touchdowns are told with the kick and the clock: "(Butker kick), 8:12".
_KICKED = frozenset(("kick", ":"))
_VERSUS = frozenset(("v", "vs", "bt", "d", "def", "beat"))
# The strokes of a round of golf, and how many rounds a card has at most.
_LEAST_STROKES, _MOST_STROKES, _ROUNDS = 55, 99, 5
# Played, won, drawn and lost, and what follows: so many numbers a club at least.
_STANDING = 5


def is_scorecard(tokens: Tokens) -> bool:
    """Whether a line of names and numbers is of a card or of standings."""
    return (
        _is_of_innings(tokens)
        or _has_sides(tokens)
        or _is_of_race(tokens)
        or _has_box(tokens)
        or _has_sets(tokens)
        or not _SUITS.isdisjoint(tokens.vocabulary)
        or tokens.vocabulary >= _KICKED
        or _has_run(tokens)
    )


def _is_of_innings(tokens: Tokens) -> bool:
    """Whether a batter or a side is told with how its innings ended: "lbw b Broad 0"."""
    lowers, words = tokens.lowers, tokens.words
    if "M" not in tokens.tags:
        return False
    if lowers[0] in ("extras", "sundries") or not _OF_INNINGS.isdisjoint(tokens.vocabulary):
        return True
    if any(pair in _ENDINGS for pair in pairwise(lowers)):
        return True
    if "(" in tokens.vocabulary and not tokens.vocabulary.isdisjoint(("overs", "ovs")):
        return True
    bowled = (words[at] == "b" and words[at + 1][0].isupper() for at in range(1, len(words) - 1))
    unbeaten = (words[at] == "*" and tokens.tags[at - 1] == "M" for at in range(1, len(words)))
    return any(bowled) or any(unbeaten)


def _has_sides(tokens: Tokens) -> bool:
    """Whether sides stand against each other: "Kent 245 & 189-6 v Surrey 402", "Hull v York (3.0)".

    So do two innings of one side: "Yorkshire 210 & 45-1".
    """
    words, tags = tokens.words, tokens.tags
    for at in range(1, len(words) - 1):
        facing = at + 1 + (words[at + 1] == "." and at + 2 < len(words))
        if words[at] in _VERSUS and words[facing][0].isupper():
            return True
        if words[at] == "&" and tags[at - 1] == tags[at + 1] == "M":
            return words[0][0].isupper()
    return False


def _is_of_race(tokens: Tokens) -> bool:
    """Whether a line tells how a race of horses ended: "(W Buck 5-2F)", "7 ran", "2½l, nk"."""
    if not _BETTING_MARKS.isdisjoint(tokens.vocabulary):
        return True
    if tokens.lowers[1:2] == ["ran"]:
        return tokens.words[0].isdecimal() and tokens.lowers[2:] in ([], ["."])
    if tokens.tags[0] == "M" and "l" in tokens.vocabulary:
        return True
    return any(
        word in ("f", "F") and tokens.tags[at - 1] == "M" and tokens.lowers[at - 2] in DASHES
        for at, word in enumerate(tokens.words)
        if at > 1
    )


def _has_box(tokens: Tokens) -> bool:
    """Whether shots made of those taken stand before points: "Smith 5-10 2-2 14"."""
    tags, lowers = tokens.tags, tokens.lowers
    return any(
        tags[at : at + 7] == ["M", ".", "M", "M", ".", "M", "M"]
        and lowers[at + 1] in DASHES
        and lowers[at + 4] in DASHES
        for at in range(len(tags) - 6)
    )


def _has_sets(tokens: Tokens) -> bool:
    """Whether sets stand side by side, one of them won: "Zverev 5-7, 3-6, 7-6".

    But "Ages 5-7, 8-10" are ranges.
    """
    words = tokens.words
    sets = [
        (int(words[at - 1]), int(words[at + 1]))
        for at in range(1, len(words) - 1)
        if words[at] in DASHES and words[at - 1].isdecimal() and words[at + 1].isdecimal()
    ]
    return len(sets) > 1 and any(won > lost for won, lost in sets)


def _has_run(tokens: Tokens) -> bool:
    """Whether numbers stand side by side that are of one card, line score or table."""
    runs, singles = _read_runs(tokens)
    if any(_is_line_score(words) or _is_by_quarters(words, singles) for words in runs):
        return True
    named = _names_competitor(tokens)
    for words in runs:
        values = [read_digits(word) for word in words]
        total = sum(values)
        if len(values) > 1 and total > 1 and (total in singles or values[-1] * 2 == total):
            return True
        strokes = len(values) <= _ROUNDS and all(
            _LEAST_STROKES <= value <= _MOST_STROKES for value in values
        )
        if strokes and len(values) > 1 and (named or _is_to_par(tokens)):
            return True
        if len(values) >= _STANDING and values[0] == sum(values[1:4]):
            return True
        if any(_is_share_won(values[:at]) for at in (3, 4)):
            return True
    return False


def _is_share_won(values: list[Decimal]) -> bool:
    """Whether the last number is how much of the games before it was won: "95 67 .586"."""
    *games, share = values
    if not 0 < share < 1 or len(games) < 2 or not sum(games):
        return False
    drawn = games[2] / 2 if len(games) > 2 else Decimal(0)
    return round((games[0] + drawn) / sum(games), 3) == share


def _read_runs(tokens: Tokens) -> tuple[list[list[str]], set[Decimal]]:
    """Numbers that stand side by side or are joined by hyphens, and the values of all others.

    "30 100" are two of them, though as a number by themselves they would be one.
    """
    runs: list[list[str]] = [[]]
    for at, (word, tag) in enumerate(zip(tokens.words, tokens.tags, strict=True)):
        if tag == "M" and word[0] in "0123456789.":
            runs[-1] += word.split()
        elif word != "-" or not at or tokens.starts[at] > tokens.ends[at - 1]:
            runs.append([])
    singles = {read_digits(run[0]) for run in runs if len(run) == 1}
    return [run for run in runs if len(run) > 1], singles


def _is_line_score(words: list[str]) -> bool:
    """Whether runs are told inning by inning, in groups of three: "000 210 001"."""
    return len(words) > 1 and sum(len(word) == 3 and word[0] == "0" for word in words) > 1


def _is_by_quarters(words: list[str], totals: set[Decimal]) -> bool:
    """Whether goals and behinds are told quarter by quarter: "3.2 5.4 7.8 12.9 (81)"."""
    parts = [word.partition(".") for word in words]
    if not all(goals.isdecimal() and behinds.isdecimal() for goals, _, behinds in parts):
        return False
    goals, _, behinds = parts[-1]
    return Decimal(int(goals) * 6 + int(behinds)) in totals


def _names_competitor(tokens: Tokens) -> bool:
    """Whether a name has an initial, or brackets behind it that say where it is from."""
    words = tokens.words
    for at in range(1, len(words) - 1):
        if words[at - 1] == "(" and words[at + 1] == ")":
            if tokens.lowers[at] in _COMPETITORS or words[at][0].isupper():
                return True
        elif len(words[at]) == 1 and words[at].isupper() and words[at + 1][0].isupper():
            return True
    return False


def _is_to_par(tokens: Tokens) -> bool:
    """Whether a line begins with strokes under par: "-14 Rory Mull 66 68 70 70"."""
    first = tokens.words[0]
    return first in DASHES and tokens.tags[1:2] == ["M"]
