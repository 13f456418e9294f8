"""Score lines without a dash: "Arsenal 2 Chelsea 1"."""

from __future__ import annotations

from figtrail.extraction.labels.references import LABELS
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import Tokens

_SCORE_WORDS = frozenset(LABELS["score_words"])


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


def is_against_one(tokens: Tokens, number: Number) -> bool:
    """Whether a 1 only closes a ratio: "the ratio of pupils to teachers is 22 to 1"."""
    before = number.first - 1
    if number.value != 1 or before < 1 or tokens.lowers[before] != "to":
        return False
    ratio = not _RATIOS.isdisjoint(tokens.lowers)
    return ratio and tokens.tags[before - 1] == "M"


_RATIOS = frozenset(("ratio", "ratios", "odds", "outnumber", "outnumbered"))


def is_score_line(tokens: Tokens, number: Number) -> bool:
    """A result such as "Arsenal 2 Chelsea 1": small numbers after two capitalised names."""
    if number.form != "digits" or number.value > 15 or number.kind is not None or not number.first:
        return False
    words, tags = tokens.words, tokens.tags
    first, stop = number.first, number.stop
    if not words[first - 1][0].isupper() or not words[first - 1][-1].isalpha():
        return False
    ahead = stop + 1 if stop < len(words) and words[stop] == "," else stop
    at = ahead
    while at < len(words) and words[at][0].isupper() and words[at][-1].isalpha():
        at += 1
    if at > ahead and at < len(words) and tags[at] == "M" and len(words[at]) <= 2:
        return ahead == stop or not _SCORE_WORDS.isdisjoint(tokens.vocabulary)
    back = first - 1
    while back >= 0 and words[back][0].isupper() and words[back][-1].isalpha():
        back -= 1
    if back > 0 and tags[back] == "M" and len(words[back]) <= 2 and back < first - 1:
        return back > 0 and words[back - 1][0].isupper()
    return False
