"""When in a match, a run or a cup: "with 34 minutes gone", "first win in 11", "the last 16"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.memo import once_a_sentence
from figtrail.extraction.numbers import Number, find_unit_start
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import DASHES, Tokens

_SPORT = read_sections("sport.txt")
_MATCH = frozenset(_SPORT["sport"])
_MATCH_ALONE = frozenset(_SPORT["match alone"])
_GONE = frozenset(_SPORT["gone"])
_MOMENTS = frozenset(_SPORT["moments"])
_COUNTING = frozenset(_SPORT["counting from"])
_OPENING = frozenset(_SPORT["opening"])
_MATCHES = frozenset(_SPORT["matches"])
_PARTS = frozenset(_SPORT["parts"])
_BEFELL = frozenset(_SPORT["scoring"]) | frozenset(_SPORT["left and came"])
_ORDINALS = frozenset(_SPORT["ordinals"])
_STAGES = frozenset(_SPORT["stages"])
_STAGE_VERBS = frozenset(_SPORT["stage verbs"])
_WON = frozenset(_SPORT["results"])
_MARKED = frozenset(("yard", "metre", "meter", "minute", "m"))
_MARKS = frozenset(("line", "lines", "mark", "box", "arc", "dropout", "drop-out"))
_DOWNS = frozenset(("first", "second", "third", "fourth"))
_OF_MATCH = frozenset(("match", "game", "half", "final", "tie", "period", "quarter", "contest"))
_MINUTES = frozenset(("minute", "minutes", "mins", "min"))
# How many are left in a cup.
_LEFT = frozenset((4, 8, 16, 32, 64, 128))
_ORDINAL_BEFORE = 8


@once_a_sentence
def is_of_match(tokens: Tokens) -> bool:
    """Whether a match is spoken of: a word of nothing else, two of one, or a score."""
    if not _MATCH_ALONE.isdisjoint(tokens.vocabulary) or len(_MATCH & tokens.vocabulary) > 1:
        return True
    words, lowers = tokens.words, tokens.lowers
    if any(lowers[at : at + 2] == ["sent", "off"] for at in range(len(lowers))):
        return True
    return any(
        words[at] in DASHES
        and words[at - 1].isdecimal()
        and words[at + 1].isdecimal()
        and int(words[at - 1]) >= int(words[at + 1])
        for at in range(1, len(words) - 1)
    )


_BEFORE_MOMENT = frozenset("the second first extra half".split())


@needs(_MINUTES)
def is_minute(tokens: Tokens, number: Number) -> bool:
    """Whether minutes only tell when in a match: "with 34 minutes gone", "after 53 minutes"."""
    if number.kind != "duration" or number.unit != "minute" or not number.first:
        return number.first == 0 and number.unit == "minute" and _is_from_moment(tokens, number)
    at = number.first
    while at > 1 and (tokens.tags[at - 1] == "M" or tokens.lowers[at - 1] in (",", "and")):
        at -= 1
    before = tokens.lowers[at - 1]
    if before == "on":
        return True  # "Goals on 12, 44 and 90 minutes"
    behind = find_unit_start(tokens, number.stop) + 1
    if before == "with" and not _GONE.isdisjoint(tokens.lowers[behind : behind + 5]):
        return True
    if _is_from_moment(tokens, number):
        return True
    if before in ("opening", "dying"):
        return True
    ahead = tokens.lowers[behind : behind + 4]
    if before in _OPENING and ahead[:1] == ["of"] and not _OF_MATCH.isdisjoint(ahead):
        return True
    if before in _OPENING or before in ("after", "at", "inside", "within"):
        ends = tokens.tags[behind : behind + 1] in ([], ["."], ["R"], ["C"], ["P"], ["O"], ["N"])
        return ends and is_of_match(tokens)
    return False


def _is_from_moment(tokens: Tokens, number: Number) -> bool:
    """Whether minutes count from a moment of a match: "three minutes from time"."""
    behind = find_unit_start(tokens, number.stop) + 1
    if behind >= len(tokens.words) or tokens.lowers[behind] not in _COUNTING:
        return False
    ahead = tokens.lowers[behind + 1 : behind + 4]
    while ahead and ahead[0] in _BEFORE_MOMENT:
        if ahead[0] == "half":
            return True
        ahead = ahead[1:]
    if ahead[:1] != [] and ahead[0] in ("stoppage", "added", "injury"):
        return tokens.lowers[behind] == "into"
    return bool(ahead) and (ahead[0] in _MOMENTS)


@needs(DASHES)
def is_marked(tokens: Tokens, number: Number) -> bool:
    """Whether a measure names a line or an area of a pitch: "the 18-yard box"."""
    lowers, stop = tokens.lowers, number.stop
    parted = lowers[stop : stop + 1] != [] and lowers[stop] in DASHES
    named = lowers[stop + 1 : stop + 2] if parted else []
    if not named:
        return False
    unit, _, rest = named[0].partition("-")
    behind = rest or "".join(lowers[stop + 2 : stop + 3])
    after = lowers[stop + 2 + (not rest) :][:1]
    return unit in _MARKED and behind in _MARKS and after != ["of"]


@needs(("on",), _BEFELL)
def is_struck_on(tokens: Tokens, number: Number) -> bool:
    """Whether a number is the minute or the runs on which something befell a player.

    "Struck again on 54 and 58", "dropped on 12", but "on 41 points".
    """
    stop, at = number.stop, number.first
    if number.kind is not None or number.form != "digits" or not 0 < number.value <= _LAST_MINUTE:
        return False
    if stop < len(tokens.words) and tokens.tags[stop] not in ".RCPOE":
        return False
    if tokens.lowers[stop : stop + 1] not in ([], [","], ["."], [";"]) and (
        tokens.tags[stop] == "." or tokens.lowers[stop] == "of"
    ):
        return False
    while at > 1 and (tokens.tags[at - 1] == "M" or tokens.lowers[at - 1] in (",", "and")):
        at -= 1
    if tokens.lowers[at - 1] != "on" or not _is_played(tokens):
        return False
    if _befell_before(tokens, at - 1):
        return True
    # "Kane scored on 12, Saka on 45": who else is told by name alone.
    named = at > 1 and tokens.words[at - 2][0].isupper()
    return named and any(
        tokens.lowers[one] == "on" and tokens.tags[one + 1] == "M" and _befell_before(tokens, one)
        for one in range(1, at - 1)
    )


def _befell_before(tokens: Tokens, at: int) -> bool:
    """Whether "on" at a token tells when something befell a player: not "had put on 64"."""
    before = tokens.lowers[max(0, at - _NEAR) : at]
    return before[-1:] != ["put"] and not _BEFELL.isdisjoint(before)


def _is_played(tokens: Tokens) -> bool:
    """Whether a match or an innings is spoken of."""
    return is_of_match(tokens) or bool(_PLAYED & tokens.vocabulary)


# No match lasts longer, and few innings.
_LAST_MINUTE = 130
_NEAR = 4
_PLAYED = _MATCH | {"slip", "lbw", "bowled", "caught", "dropped", "edged", "edging", "stumped"}


@needs(("the",), ("first",))
def is_placed(tokens: Tokens, number: Number) -> bool:
    """Whether a number tells how many places count: "to be in the first three"."""
    lowers, first, stop = tokens.lowers, number.first, number.stop
    if lowers[max(0, first - 2) : first] != ["the", "first"] or number.kind is not None:
        return False
    ends = stop >= len(lowers) or (tokens.tags[stop] in ".CRP" and lowers[stop] not in ("of", "-"))
    return ends and first > 2 and lowers[first - 3] in ("in", "into", "among", "inside", "outside")


@needs(("stars",))
def is_of_stars(tokens: Tokens, number: Number) -> bool:
    """Whether a heading names the three best of a game of hockey: "THREE STARS"."""
    headed = tokens.lowers[number.stop :] == ["stars"]
    headed = headed or tokens.lowers[number.stop : number.stop + 2] == ["stars", ":"]
    return headed and number.first == 0 and number.value == _STARS


_STARS = 3


@needs(("and",), _DOWNS)
def is_down(tokens: Tokens, number: Number) -> bool:
    """Whether a number is the yards to go on a down: "on fourth and two"."""
    first = number.first
    if first < 2 or tokens.lowers[first - 1] != "and" or tokens.lowers[first - 2] not in _DOWNS:
        return False
    ends = number.stop >= len(tokens.words) or tokens.tags[number.stop] in ".PO"
    led = tokens.lowers[first - 3 : first - 2] in (["on"], ["a"], ["facing"], [","]) or first == 2
    return ends and led and number.kind is None


@needs(("+",))
def is_added(tokens: Tokens, number: Number) -> bool:
    """Whether a number is of a minute of time added on: "90+3"."""
    for plus in (number.first - 1, number.stop):
        if tokens.lowers[plus : plus + 1] == ["+"] and plus + 1 < len(tokens.words):
            touches = tokens.ends[plus] == tokens.starts[plus + 1]
            return touches and tokens.lowers[plus - 1] in _ENDS_OF_HALVES
    return False


_ENDS_OF_HALVES = frozenset(("45", "90", "105", "120", "40", "80", "60", "70"))


@needs(_MATCHES, ("in", "from"))
def is_of_run(tokens: Tokens, number: Number) -> bool:
    """Whether a run of matches only places an ordinal: "the first time in 11 games"."""
    first, stop = number.first, number.stop
    if number.kind is not None or first < 2 or tokens.lowers[first - 1] not in ("in", "from"):
        return False
    played = tokens.lowers[stop : stop + 1]
    if tokens.lowers[first - 1] == "from":
        # "Seventh from nine games", but "17th with 41 points from 38 games".
        return bool(played) and played[0] in _MATCHES and tokens.lowers[first - 2] in _ORDINALS
    if played and tokens.tags[stop] in "NJ" and played[0] not in _MATCHES:
        return False
    before = tokens.lowers[max(0, first - _ORDINAL_BEFORE) : first - 1]
    for mark in (",", ";", ":", "–", "—"):
        before = before[before.index(mark) + 1 :] if mark in before else before
    return not _ORDINALS.isdisjoint(before)


@needs(("after", "through"), _PARTS)
def is_after_part(tokens: Tokens, number: Number) -> bool:
    """Whether a number only tells how far a match or a tournament is: "after three rounds"."""
    lowers, stop = tokens.lowers, number.stop
    before = lowers[number.first - 1 : number.first]
    parted = number.kind is None and before in (["after"], ["through"])
    parted = parted and lowers[stop : stop + 1] != [] and lowers[stop] in _PARTS
    if lowers[stop : stop + 1] == ["overs"] and before == ["through"]:
        return False  # "He batted through 93 overs"
    return parted and lowers[stop + 1 : stop + 2] != ["of"] and "talks" not in tokens.vocabulary


@needs(("first", "best"), ("to", "of"))
def is_length(tokens: Tokens, number: Number) -> bool:
    """Whether a number tells how a match is won: "it is first to 18", "best of 35"."""
    before = tokens.lowers[max(0, number.first - 2) : number.first]
    ends = number.stop >= len(tokens.words) or tokens.tags[number.stop] in ".CR"
    return ends and number.kind is None and before in (["first", "to"], ["best", "of"])


@needs(("of",), _ORDINALS)
def is_field(tokens: Tokens, number: Number) -> bool:
    """Whether a number is how many somebody was placed among: "away third of 27"."""
    first, stop = number.first, number.stop
    if first < 3 or tokens.lowers[first - 1] != "of" or tokens.lowers[first - 2] not in _ORDINALS:
        return False
    ends = stop >= len(tokens.words) or tokens.tags[stop] in ".C"
    return ends and number.kind is None and tokens.tags[first - 3] in "ANVEG"


@needs(_WON, _ORDINALS)
def is_nth_result(tokens: Tokens, number: Number) -> bool:
    """Whether an ordinal before a result only looks like a share: "a fifth win in six"."""
    behind = tokens.lowers[number.stop : number.stop + 1]
    if number.form not in ("fraction", "proportion") or behind == [] or behind[0] not in _WON:
        return False
    # "A fifth win a place at university".
    return tokens.tags[number.stop + 1 : number.stop + 2] != ["D"]


# Of so few the last are a stage of a cup, whatever else is spoken of.
_FEW = 8


@needs(("last", "final", "round"))
def is_stage(tokens: Tokens, number: Number) -> bool:
    """Whether a number names a stage of a cup: "reached the last eight", "the round of 16"."""
    lowers, first, stop = tokens.lowers, number.first, number.stop
    if number.kind is not None or number.value not in _LEFT or first < 2:
        return False
    behind = lowers[stop : stop + 1]
    counts = bool(behind) and tokens.tags[stop] in "NJ" and behind[0] not in _STAGES
    if lowers[first - 2 : first] == ["round", "of"]:
        return not counts
    if counts or lowers[first - 1] not in ("last", "final"):
        return False
    if lowers[first - 2] in _STAGE_VERBS:
        return True  # Headlines have no article: "Ruiz into last 16"
    if tokens.tags[first - 2] not in "DNC":
        return False
    if behind == ["of"] and tokens.tags[stop + 1 : stop + 2] != ["D"]:
        return False
    staged = bool(behind) and behind[0] in _STAGES
    reached = first > 2 and lowers[first - 3] in _STAGE_VERBS and lowers[first - 2] == "the"
    if staged or reached or lowers[first - 2] == "or":
        return True
    return number.value > _FEW and is_of_match(tokens)  # not "they freed the last 16"
