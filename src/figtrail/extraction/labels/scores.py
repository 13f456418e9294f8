"""Scores in sentences: "Arsenal 2 Chelsea 1", "Munster 24 Ulster 21: …", and closed ratios."""

from __future__ import annotations

from figtrail.extraction.labels.references import LABELS
from figtrail.extraction.labels.sport.results import MOST_POINTS, read_entries
from figtrail.extraction.nouns import PARTIES
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import Tokens

_DASHES = frozenset("-–")
_DASHED = (["-"], ["–"])
# What a side's wins and losses come to: "a 3-9 season".
_RECORDS = frozenset(("season", "record", "start", "finish"))
_SCORE_WORDS = frozenset(LABELS["score_words"])
_RATIOS = frozenset(("ratio", "ratios", "odds", "outnumber", "outnumbered"))
# No side scores more goals, and no match lasts so many minutes.
_MOST_GOALS, _LAST_MINUTE = 15, 130
# How many tokens the scorers of one side take at most.
_SCORERS = 60
_BESIDE_MINUTES = frozenset((",", "+", "’", "'", "pen", "pens", "og", "p", "and", "h", "t", "et"))


@needs(("(",))
def is_goals_and_behinds(tokens: Tokens, number: Number) -> bool:
    """Whether a number is part of a score in Australian football: "14.8 (92)", six for a goal."""
    words, first, stop = tokens.words, number.first, number.stop
    at = first - 2 if words[first - 1 : first] == ["("] else first
    if at < 0 or words[at + 1 : at + 2] != ["("] or words[at + 3 : at + 4] != [")"]:
        return False
    goals, _, behinds = words[at].partition(".")
    digits = goals.isdecimal() and behinds.isdecimal() and words[at + 2].isdecimal()
    return digits and stop > first and int(goals) * 6 + int(behinds) == int(words[at + 2])


@needs(("to",), _RATIOS)
def is_against_one(tokens: Tokens, number: Number) -> bool:
    """Whether a 1 only closes a ratio: "the ratio of pupils to teachers is 22 to 1"."""
    before = number.first - 1
    if number.value != 1 or before < 1 or tokens.lowers[before] != "to":
        return False
    return tokens.tags[before - 1] == "M" and not _RATIOS.isdisjoint(tokens.vocabulary)


@needs(("for",), ("every", "each"), ("that", "who", "which"))
def is_for_every(tokens: Tokens, number: Number) -> bool:
    """Whether a number only closes a ratio: "three stocks fell for every two that rose"."""
    first, stop = number.first, number.stop
    if tokens.lowers[max(0, first - 2) : first] not in (["for", "every"], ["for", "each"]):
        return False
    return tokens.lowers[stop : stop + 1] in (["that"], ["who"], ["which"])


def is_score_line(tokens: Tokens, number: Number) -> bool:
    """A result such as "Arsenal 2 Chelsea 1": small numbers after two capitalised names."""
    if number.form != "digits" or number.kind is not None or number.value > _MOST_GOALS:
        return False
    words, tags = tokens.words, tokens.tags
    first, stop = number.first, number.stop
    if not first or not _is_name(words[first - 1]):
        return False
    sport = not _SCORE_WORDS.isdisjoint(tokens.vocabulary)
    parted = words[stop : stop + 1] == [","]
    at = ahead = stop + parted
    while at < len(words) and _is_name(words[at]):
        at += 1
    if at > ahead and at < len(words) and tags[at] == "M" and len(words[at]) <= 2:
        return sport or not parted
    back = first - 1
    while back >= 0 and _is_name(words[back]):
        back -= 1
    if words[back] == "," and sport:
        back -= 1
    scored = back > 0 and tags[back] == "M" and len(words[back]) <= 2 and back < first - 1
    return scored and words[back - 1][0].isupper()


def _is_name(word: str) -> bool:
    """Whether a word may be of a side's name."""
    return word[0].isupper() and word[-1].isalpha()


@needs(_DASHES)
def is_of_frames(tokens: Tokens, number: Number) -> bool:
    """Whether a rising pair stands in a row of pairs of which some fall: "(15-84, 102-0, 0-77)"."""
    if number.form != "range" or number.kind is not None or number.stop != number.first + 3:
        return False
    words, stop = tokens.words, number.stop
    if words[stop - 2] not in _DASHES:
        return False
    if tokens.lowers[stop : stop + 1] != [] and tokens.lowers[stop] in _RECORDS:
        return words[stop - 1].isdecimal() and number.first > 0  # "An 0-10 season"
    while words[stop : stop + 1] == [","] and words[stop + 2 : stop + 3] in _DASHED:
        one, other = words[stop + 1], "".join(words[stop + 3 : stop + 4])
        if not (one.isdecimal() and other.isdecimal()):
            return False
        if int(one) > int(other):
            return True
        stop += 4
    return False


@needs((":",))
def is_of_result(tokens: Tokens, number: Number) -> bool:
    """Whether a number is in a result that opens a headline: "Munster 24 Ulster 21: Late Foley …".

    With a comma sport must be spoken of: "Hospitals 12, Clinics 4: what closes" counts what it
    names, and "Nuggets 121, Suns 108: Hallam wins it" has the winner first.
    """
    colon = tokens.words.index(":") if ":" in tokens.words else 0
    if number.first > colon or not PARTIES.isdisjoint(tokens.words):
        return False
    timed = tokens.starts[colon + 1 : colon + 2] == [tokens.ends[colon]]
    if timed or any(word[0].islower() for word in tokens.words[:colon]):
        return False  # "It hit Leeds with 155 kilometres an hour in Hull at 3:10"
    entries = read_entries(tokens.words[:colon])
    if len(entries) != 2 or entries[0].score > MOST_POINTS:
        return False
    if not entries[0].mark:
        return True
    won = entries[0].mark == "," and entries[0].score >= entries[1].score
    return won and not _SCORE_WORDS.isdisjoint(tokens.vocabulary)


@needs(("(",))
def is_of_scorers(tokens: Tokens, number: Number) -> bool:
    """Whether a number is a side's goals or the minute of one: "Leeds 2 (Lowe 56, Hill 90+1)"."""
    words = tokens.words
    if number.kind is not None or number.value > _LAST_MINUTE:
        return False
    if words[number.stop : number.stop + 1] == ["("]:
        return _lists_goals(tokens, number.stop)
    at = number.first - 1
    while at > 0 and number.first - at < _SCORERS and words[at] not in "()":
        at -= 1
    return at > 0 and words[at] == "(" and _lists_goals(tokens, at)


def _lists_goals(tokens: Tokens, opening: int) -> bool:
    """Whether brackets hold names with as many minutes as the number before them says."""
    words, tags = tokens.words, tokens.tags
    if opening < 2 or not words[opening - 1].isdecimal() or not words[opening - 2][0].isupper():
        return False
    minutes = named = 0
    for at in range(opening + 1, min(len(words), opening + _SCORERS)):
        if words[at] == ")":
            return named > 0 and minutes == int(words[opening - 1]) <= _MOST_GOALS
        if tags[at] == "M" and words[at].isdecimal():
            minutes += words[at - 1] != "+"
        elif words[at][0].isupper() and words[at].isalpha():
            named += 1
        elif tokens.lowers[at] not in _BESIDE_MINUTES:
            return False
    return False
