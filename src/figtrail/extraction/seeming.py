"""Words that only look like a comparator of a number: "the top 12", "a row over two"."""

from __future__ import annotations

from figtrail.extraction.compared import (
    CEILINGS,
    is_held_against,
    is_level_before,
    is_reached,
    is_risen,
)
from figtrail.extraction.lexicon import read_words
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens

WORDS = read_words("bound_words.txt")
PASSING = WORDS["passing"]
MARKS = WORDS["marks"]
_TRANSITIVE = WORDS["transitive"]
_MODALS = WORDS["modals"]
_FLYING = WORDS["flying"]
_CLIMBING = WORDS["climbing"]
_BRINGING = WORDS["bringing"]
_EXTREMES = (("as", "high", "as"), ("as", "low", "as"))
_AREAS = frozenset(("hectare", "acre", "square_kilometre", "square_mile"))
_BEING = WORDS["being"]
_TALKING = WORDS["talking"]
_WINNING = WORDS["winning"]
_APART = WORDS["apart"]
_PLAYED = WORDS["played"]
_WAYS = frozenset(("mile", "kilometre", "metre", "foot", "yard"))


def is_false(tokens: Tokens, number: Number, words: tuple[str, ...], start: int) -> bool:
    """Whether the words only look like a comparator of this number."""
    word = words[0]
    before = tokens.lowers[start - 1] if start else ""
    if words[-1] == "than" and is_level_before(tokens, number, word, start):
        return True
    if word == "top" and before not in _MODALS:
        # "Waits top 12 months", but not "the top 12".
        counted = start > 0 and tokens.tags[start - 1] in "Nv" and before.endswith("s")
        return not counted or (number.kind is None and number.scale is None)
    if words == ("over",) and before in _WINNING | _FLYING:
        return True
    if _is_of_place(tokens, number, words, before):
        return True
    if words[-2:] == ("maximum", "of") and is_reached(tokens, start):
        return True
    if words[-1] == "of" and words[-2] in CEILINGS and is_held_against(tokens, start):
        return True
    if words in _EXTREMES and (before in WORDS["reaching"] or before == "to"):
        return True
    if words == ("up", "to"):
        brought = tokens.tags[start - 1 : start] in (["N"], ["O"]) and _is_brought(tokens, start)
        led = before in _CLIMBING or before in WORDS["signing"] or brought
        led = led or (before in WORDS["confronting"] and tokens.tags[number.first - 1] == "D")
        if before.startswith("add") and _is_added_to(tokens, number):
            return False
        return led or is_risen(tokens, number)
    if words == ("about",) and before in _TALKING:
        return number.kind is None
    if words == ("inside",):
        return number.kind != "duration" or start == 0
    passing = word in PASSING and len(words) == 1
    if passing and tokens.lowers[number.stop : number.stop + 1] in (["to"], ["-"], ["–"]):
        # "The plan passed 53% to 47%", "passed 61-39 per cent".
        return tokens.tags[number.stop + 1 : number.stop + 2] == ["M"]
    if passing and number.unit in _WAYS and _is_apart(tokens, number):
        return True
    if passing and word.startswith("cross") and number.unit in _AREAS | _WAYS:
        return tokens.lowers[number.stop + 1 : number.stop + 4].count("of") > 0
    if passing and tokens.lowers[start + 1] in ("a", "an"):
        return MARKS.isdisjoint(tokens.lowers[number.stop : number.stop + 3])
    if words == ("within",) and number.kind == "duration":
        return False
    if word in _TRANSITIVE and number.kind is None and len(words) == 1:
        at = number.stop
        noun = at < len(tokens.words) and tokens.tags[at] in "NJv"
        return noun and tokens.lowers[at] not in MARKS
    if words in (("past",), ("near",)):
        return not _is_neared(tokens, number, word, start)
    if words == ("beyond",):
        return number.kind is None and number.value < 10
    return False


def _is_added_to(tokens: Tokens, number: Number) -> bool:
    """Whether what the number is added to follows its unit: "adds up to 90 minutes to the trip"."""
    stop = number.stop + (tokens.tags[number.stop : number.stop + 1] == ["N"])
    return tokens.lowers[stop : stop + 1] == ["to"] and tokens.tags[stop + 1 : stop + 2] != ["M"]


def _is_brought(tokens: Tokens, start: int) -> bool:
    """Whether something is brought to the number: "pushing the total past 40,000"."""
    return not _BRINGING.isdisjoint(tokens.lowers[max(0, start - 5) : start])


def _is_neared(tokens: Tokens, number: Number, word: str, start: int) -> bool:
    """Whether something comes near or past the number, and no noun: "came near 12 boats"."""
    before = tokens.lowers[start - 1] if start else ""
    verb = start > 0 and tokens.tags[start - 1] in "VEvN" and before not in ("half", "quarter")
    verb = verb or (word == "past" and before in _BEING) or _is_brought(tokens, start)
    after = number.stop
    noun = after < len(tokens.words) and tokens.tags[after] in "NJ" and word == "near"
    return verb and not noun


def _is_apart(tokens: Tokens, number: Number) -> bool:
    """Whether a length says how far from a place something passes: "pass 90 miles west of Mull"."""
    return not _APART.isdisjoint(tokens.lowers[number.stop : number.stop + 2])


def _is_of_place(tokens: Tokens, number: Number, words: tuple[str, ...], before: str) -> bool:
    """Whether the words tell where something is or goes: "a line around 30% of the fire".

    "Sown over 40 acres"; "buried under 31 inches"; "went through 40 houses"; "beaten over ten
    rounds"; "all but 12".
    """
    if words == ("around",):
        return before in WORDS["engirdling"]
    if words == ("under",):
        return before in WORDS["buried"]
    if words == ("over",):
        if number.unit in _AREAS and before in WORDS["sown"] | WORDS["growing"]:
            return True
        if before in WORDS["spread"]:
            return True
        following = tokens.tags[number.stop : number.stop + 1]
        if before in WORDS["riding"] and number.kind is None and following in (["N"], ["J"]):
            return True  # "goes over three passes"
        counted = "M" in tokens.tags[max(0, number.first - 4) : number.first]
        if counted and not _PLAYED.isdisjoint(tokens.lowers[number.stop : number.stop + 2]):
            return True  # "averaged 11,200 over 19 home matches"
        return not WORDS["bouts"].isdisjoint(tokens.lowers[number.stop : number.stop + 1])
    if words[-1] == "through":
        return number.kind is None and number.unit is None
    if words == ("all", "but"):
        return number.form not in ("multiple", "fraction")
    if words in (("maximum", "of"), ("a", "maximum", "of")):
        return number.unit in ("celsius", "fahrenheit")
    return False
