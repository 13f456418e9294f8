"""Rhetoric whose numbers measure nothing: "100 per cent sure", "one in a million", "1 + 1"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import is_people, is_plural
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("idioms.txt")
_OF_A_MILLION = frozenset(_WORDS["of a million"])
_ODDS = frozenset(_WORDS["of odds"])
_WHOLLY = frozenset(_WORDS["wholly"])
_OF_ONESELF = frozenset(_WORDS["of oneself"])
_SELF = frozenset("i we me i’m i'm we’re we're i’d i'd us".split())
_AGREEING = frozenset(_WORDS["agreeing"])
_GIVING = frozenset(_WORDS["giving"])
_COUNTING = frozenset(("count", "counts", "counted", "counting"))
_MARKS = frozenset("'‘’“”\"")


def is_rhetoric(tokens: Tokens, number: Number) -> bool:
    """Whether a share or a percentage only tells how firmly or how often: "100 per cent sure"."""
    if number.kind == "percentage":
        return number.value >= _FIRMEST and _is_firm(tokens, number)
    if number.form != "proportion" or number.out_of is None:
        return _is_bet(tokens, number)
    if not _ODDS.isdisjoint(tokens.vocabulary):
        return False
    if number.rule != "ratio" and number.kind is None and number.out_of - number.value == 1:
        times = tokens.lowers[number.first + 1 : number.first + 2] == ["times"]
        return (times and number.out_of in _MOSTLY) or _is_rare(tokens, number)
    return _is_rare(tokens, number)


# From so many per cent on nobody means a part.
_FIRMEST = 99
_WHOLE = 100
# What "nine times out of ten" is told of.
_MOSTLY = (10, 100)
# What is "one in" so many is praised.
_RARE = (1000, 1_000_000)


def _is_firm(tokens: Tokens, number: Number) -> bool:
    """Whether a whole tells how firmly somebody holds: "100 per cent behind him", "gave 110%"."""
    lowers, first, stop = tokens.lowers, number.first, number.stop
    quoted = lowers[stop : stop + 1] != [] and lowers[stop] in _MARKS
    described = lowers[stop + quoted : stop + quoted + 1]
    if described != [] and described[0] in _WHOLLY:
        return True
    if described != [] and described[0] in _OF_ONESELF:
        return not _SELF.isdisjoint(tokens.vocabulary)  # not "tests came back 100 per cent clear"
    closed = stop >= len(lowers) or (tokens.tags[stop] in ".CR" or lowers[stop] in _EVERY)
    if not closed:
        return False
    verb = first - 1 - (lowers[first - 1 : first] != [] and tokens.tags[first - 1] == "O")
    if verb >= 0 and lowers[verb] in _GIVING and number.value >= _WHOLE:
        return True  # "gives 110%", "we'll give it 110%"
    if verb >= 0 and verb < first - 1 and lowers[verb] == "with":
        return True  # "I'm with him 100 per cent"
    return _agrees(tokens, first)


def _agrees(tokens: Tokens, first: int) -> bool:
    """Whether a verb of agreeing and at most its object stand before: "we back him 100%"."""
    for at in range(first - 1, max(-1, first - 1 - _OBJECT), -1):
        if tokens.lowers[at] in _AGREEING:
            # But "paid back 100 per cent", "guarantees deposits 100 per cent".
            spoken = at == first - 1 or tokens.tags[first - 1] == "O"
            spoken = spoken or not _SELF.isdisjoint(tokens.vocabulary)
            return spoken and (tokens.lowers[at] != "back" or at < first - 1)
        if tokens.tags[at] not in "ODNJ":
            return False
    return False


_EVERY = frozenset(("every", "each", "in", "today"))
# A verb and its object: "support the manager 100 per cent".
_OBJECT = 4


def _is_rare(tokens: Tokens, number: Number) -> bool:
    """Whether odds praise somebody or something: "a one in a million find"."""
    if number.value != 1 or number.out_of not in _RARE:
        return False
    lowers, first, stop = tokens.lowers, number.first, number.stop
    before = lowers[first - 1] if first else ""
    if before in _QUOTES:
        return lowers[stop : stop + 1] in _CLOSING_QUOTES
    if before in ("a", "an", "this", "that", "the", "his", "her", "my", "our", "another"):
        return lowers[stop : stop + 1] != [] and lowers[stop] in _OF_A_MILLION
    closed = stop >= len(lowers) or tokens.tags[stop] in ".C"
    praised = before.endswith(_BEING) or before in _BEEN
    return closed and praised and not _PRAISED.isdisjoint(lowers[:first])


_PRAISED = frozenset(
    "he she you they we i he’s she’s you’re he's she's you're they're they’re".split()
)
_QUOTES = frozenset("'‘“\"")
_CLOSING_QUOTES = [["'"], ["’"], ["”"], ['"'], [","], ["."], ["!"]]
_BEING = ("'s", "’s", "'re", "’re", "'m", "’m")
_BEEN = frozenset("is was are were be truly really".split())


def _is_bet(tokens: Tokens, number: Number) -> bool:
    """Whether a number bets: "ten to one he'll be late", "a million-to-one shot"."""
    laid = number.value in _LAID or "odds" in tokens.vocabulary
    if number.kind is not None or not laid:
        return False
    words = tokens.lowers[number.stop : number.stop + _ODDS_WIDTH]
    ahead = [part for word in words for part in word.split("-") if part]
    if ahead[:2] != ["to", "one"] or not _MATCHED.isdisjoint(tokens.vocabulary):
        return False
    if "odds" in tokens.lowers[max(0, number.first - 3) : number.first]:
        return True  # "odds of 33 to one"
    following = "".join(ahead[2:3]).replace("’", "'").partition("'")[0]
    return following in _SUBJECTS or following in _BETTING or number.value > _MOSTLY[1]


# "- to - one shot".
_ODDS_WIDTH = 5
_LAID = (*_MOSTLY, *_RARE)
_BETTING = frozenset(_WORDS["betting"])
# Beside these a number to one is a ratio.
_MATCHED = frozenset("ratio ratios outnumber outnumbers outnumbered voted vote votes".split())
_SUBJECTS = frozenset("i you he she it we they that there".split())


@needs(("+", "plus", "="))
def is_sum(tokens: Tokens, number: Number) -> bool:
    """Whether a number stands in a sum of figures of speech: "How will they do 1 + 1?"."""
    lowers, first, stop = tokens.lowers, number.first, number.stop
    if number.value > _SUMMED or number.kind is not None or number.form not in ("digits", "words"):
        return False
    if lowers[first - 1 : first] == ["="] and first > 2:
        return lowers[first - 3] in _PLUS and tokens.tags[first - 2] == "M"
    ahead = lowers[stop : stop + 1] in _PLUSES and lowers[stop + 1 : stop + 2] == [lowers[first]]
    behind = first > 1 and lowers[first - 1] in _PLUS and lowers[first - 2] == lowers[first]
    end = stop + 2 if ahead else stop
    closed = end >= len(lowers) or tokens.tags[end] in ".VvARP"
    return (ahead or behind) and closed


# Sums that are spoken of are of small numbers.
_SUMMED = 12
_PLUS = ("+", "plus")
_PLUSES = [[sign] for sign in _PLUS]


@needs(_COUNTING, ("to", "from"))
def is_counted_aloud(tokens: Tokens, number: Number) -> bool:
    """Whether somebody says numbers one by one: "count to ten", "counted down from 10"."""
    lowers, at, stop = tokens.lowers, number.first - 1, number.stop
    if at < 1 or number.kind is not None or lowers[at] not in ("to", "from"):
        return False
    at -= 1 + (lowers[at - 1] in ("up", "down", "backwards", "aloud"))
    if at > 1 and tokens.tags[at] == "M" and lowers[at - 1] == "from":
        at -= 2  # "Counted from one to ten"
    closed = stop >= len(lowers) or tokens.tags[stop] in ".CRPB"
    if at > 0 and tokens.tags[at - 1] in "DNJ" and lowers[at - 1] != "and":
        return False  # "Raised the count to 41"
    if lowers[at + 1] == "up" and number.value not in _ALOUD:
        return False  # "Police counted up to 300"
    return closed and lowers[max(0, at)] in _COUNTING and lowers[stop : stop + 1] != ["of"]


_ALOUD = frozenset((3, 5, 10, 20, 100))


@needs(("yes", "no"), ("on",))
def is_ballot(tokens: Tokens, number: Number) -> bool:
    """Whether a number names what is voted on: "vote yes on 1", "No on 8"."""
    first, stop = number.first, number.stop
    asked = tokens.lowers[max(0, first - 2) : first] in (["yes", "on"], ["no", "on"])
    closed = stop >= len(tokens.words) or tokens.tags[stop] in ".CR"
    return asked and closed and number.form == "digits" and number.kind is None


@needs(_MARKS)
def is_nickname(tokens: Tokens, number: Number) -> bool:
    """Whether quotation marks hold a number and a noun in the singular: 'a "420 budget"'."""
    lowers, first, stop = tokens.lowers, number.first, number.stop
    first -= first > 1 and lowers[first - 1] in ("a", "the")  # '"a 419 budget"'
    if not first or lowers[first - 1] not in _MARKS or number.value < 2 or number.kind is not None:
        return False
    if stop + 1 >= len(lowers) or tokens.tags[stop] not in "NJ":
        return False
    named = lowers[stop + 1] in _MARKS and not is_plural(lowers[stop]) and lowers[stop].isalpha()
    tight = tokens.starts[first] == tokens.ends[first - 1]
    tight = tight and tokens.starts[stop + 1] == tokens.ends[stop]
    return named and tight and not is_people(lowers[stop])  # not “400 staff”
