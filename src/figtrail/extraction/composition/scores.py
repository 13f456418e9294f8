"""Score lines and votes with a dash ("2-1"), and chains of hyphens ("4-4-2")."""

from __future__ import annotations

from figtrail.extraction.composition.gaelic import is_gaelic_score
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import DASHES, Tokens

_SCORE_WORDS = frozenset(read_sections("labels.txt")["score_words"])
# What may stand behind the points of a tie-break: "6-7 (4-7)".
_CLOSING = DASHES | {")", "/"}


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether another score stands before one: "lost 4-6, 6-7 (4/7)"."""
    before = tokens.lowers[max(0, at - 4) : at]
    return len(before) == 4 and before[-1] == "," and before[1] in DASHES and before[2].isdigit()


# The points of a game of tennis, and words of one.
_GAME_POINTS = frozenset((0, 15, 30, 40))
_TENNIS = frozenset(read_sections("composition_words.txt")["tennis"])


def _is_plain(number: Number) -> bool:
    """Whether a number may be of a score: whole, or with the half of a point ("14½-13½")."""
    return (
        number.form == "digits"
        and number.currency is None
        and number.unit is None
        and number.scale is None
        and number.value * 2 == int(number.value * 2)
    )


def is_score(tokens: Tokens, first: Number, second: Number, between: tuple[str, ...]) -> bool:
    """Whether "2-1", "6–3" is a score or a vote and not a range: it falls, or sport is spoken."""
    if between == ("-", "to", "-") and first.value >= second.value:
        return True  # "A 3-to-1 vote"
    if between in (("-", "of", "-"), ("-", "for", "-")):
        # "On 24-of-36 passing".
        return first.value <= second.value
    if len(between) != 1 or between[0] not in DASHES:
        return False
    if not (_is_plain(first) and _is_plain(second)):
        return False
    if tokens.ends[first.stop - 1] != tokens.starts[second.first - 1]:
        return False
    if first.value >= second.value or _is_shooting(tokens, first, second):
        return True
    if _is_record(tokens, first, second) or _is_season(tokens, first, second):
        return True
    if is_gaelic_score(tokens, first, second):
        return True
    if _follows_set(tokens, first):
        return True
    if {first.value, second.value} <= _GAME_POINTS and not _TENNIS.isdisjoint(tokens.vocabulary):
        return True
    if _goes_on(tokens, first.first):
        return True
    after = tokens.tags[second.stop] if second.stop < len(tokens.words) else "."
    if after in "N" and tokens.lowers[second.stop] not in _SCORE_WORDS:
        return False
    near = tokens.lowers[max(0, first.first - 6) : second.stop + 4]
    return second.value < 40 and not _SCORE_WORDS.isdisjoint(near)


def _is_record(tokens: Tokens, first: Number, second: Number) -> bool:
    """Whether brackets tell the games that a team won and lost: "the Jets (1-6) host Ohio (3-4)".

    The team stands before them by its name, with an article or beside another record.
    """
    opening, closing = first.first - 1, second.stop
    bracketed = tokens.lowers[opening : opening + 1] == ["("] and opening > 0
    if not bracketed or tokens.lowers[closing : closing + 1] != [")"]:
        return False
    at = opening - 1
    if not tokens.words[at][0].isupper() or not tokens.words[at].isalpha():
        return False
    while at > 0 and tokens.words[at][0].isupper():
        at -= 1
    teamed = tokens.lowers[at] == "the" and tokens.lowers[opening - 1].endswith("s")
    return teamed or _other_record(tokens, opening)


def _is_season(tokens: Tokens, first: Number, second: Number) -> bool:
    """Whether a team has won and lost so many: "Phoenix is 6-16 on the road".

    But "Harvard is 6-8 blocks away": those count what follows.
    """
    before = tokens.lowers[first.first - 1 : first.first]
    if before not in _BEING or not tokens.words[first.first - 2][:1].isupper():
        return False
    stop = second.stop
    placed = tokens.tags[stop : stop + 1] == ["P"]
    behind = tokens.lowers[stop + 1 : stop + 3] if placed else tokens.lowers[stop : stop + 1]
    return not _PLAYING_AT.isdisjoint(behind)


_BEING = (["is"], ["are"], ["was"], ["were"], ["went"])
_PLAYING_AT = frozenset(read_sections("composition_words.txt")["playing_at"])


def _other_record(tokens: Tokens, opening: int) -> bool:
    """Whether two numbers with a dash stand in other brackets of the sentence."""
    return any(
        tokens.lowers[at] == "("
        and at != opening
        and tokens.lowers[at + 2 : at + 3] == ["-"]
        and tokens.tags[at + 1] == "M" == tokens.tags[at + 3]
        and tokens.lowers[at + 4 : at + 5] in ([")"], ["-"])
        for at in range(len(tokens.words) - 4)
    )


def _is_shooting(tokens: Tokens, first: Number, second: Number) -> bool:
    """Whether a player hit so many of his shots: "on 2-10 shooting", "going 3-13"."""
    before = tokens.lowers[first.first - 1 : first.first]
    ends = tokens.tags[second.stop : second.stop + 1] in ([], ["."], ["P"], ["C"])
    shooting = tokens.lowers[second.stop : second.stop + 1] == ["shooting"]
    ranged = tokens.lowers[second.stop : second.stop + 1] == ["from"]
    ranged = ranged and not _SPOTS.isdisjoint(tokens.lowers[second.stop + 1 : second.stop + 3])
    return shooting or ranged or (before in _GOING and ends)


_SPOTS = frozenset(read_sections("composition_words.txt")["spots"])
_GOING = (["going"], ["went"], ["shooting"], ["shot"], ["hitting"])


def _follows_set(tokens: Tokens, first: Number) -> bool:
    """Whether games stand behind those of the set before: "6-3 3-6", "7-6 (5) 1-6"."""
    at = first.first
    if tokens.lowers[at - 1 : at] == [","]:
        at -= 1
    if tokens.lowers[at - 1 : at] == [")"]:
        at -= 1
        while at and tokens.lowers[at] != "(":
            at -= 1
    set_before = tokens.lowers[at - 3 : at] if at > 2 else []
    scored = set_before != [] and set_before[0].isdigit() and set_before[2].isdigit()
    return scored and set_before[1] in DASHES and first.value < _GAMES


def is_tie_break(tokens: Tokens, number: Number) -> bool:
    """Whether a number in brackets tells how a set's last game went: "7-6 (5)", "6-7 (4/7)"."""
    opening = number.first - 1
    if opening < 3 or tokens.lowers[opening] != "(" or not _is_plain(number):
        return False
    games = tokens.lowers[opening - 3 : opening]
    closed = number.stop < len(tokens.words) and tokens.lowers[number.stop] in _CLOSING
    return closed and games[1] in DASHES and {games[0], games[2]} == {"6", "7"}


# No set has so many games, but for the longest ever played.
_GAMES = 30


def is_chain(tokens: Tokens, numbers: list[Number], at: int) -> bool:
    """Three or more numbers joined by hyphens: a formation ("4-4-2"), a sort code, a serial."""
    if at + 2 >= len(numbers):
        return False
    pairs = ((numbers[at], numbers[at + 1]), (numbers[at + 1], numbers[at + 2]))
    return all(
        second.first == first.stop + 1
        and tokens.lowers[first.stop] in DASHES
        and tokens.ends[first.stop - 1] == tokens.starts[first.stop]
        and _is_plain(first)
        and _is_plain(second)
        for first, second in pairs
    )


def skip_scores(tokens: Tokens, numbers: list[Number], at: int) -> int:
    """The index past the numbers that dashes join to number `at`."""
    at += 1
    while (
        at + 1 < len(numbers)
        and numbers[at + 1].first == numbers[at].stop + 1
        and tokens.lowers[numbers[at].stop] in DASHES
    ):
        at += 1
    return at + 1
