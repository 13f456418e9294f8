"""Ages told by what happened then: "left school at 15", "a hip replaced at 81", "he was 23 when"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("ages.txt")
_ONCE = frozenset(_WORDS["at an age"])
_WITH_OBJECT = frozenset(_WORDS["at an age with an object"])
_LIFE = frozenset(_WORDS["life"])
_PERSONS = frozenset(_WORDS["persons"])
_MORTAL = frozenset(_WORDS["mortal"])
_KIN = frozenset(_WORDS["kin"])
_NEARLY = frozenset(_WORDS["nearly"])
_TITLES = frozenset(_WORDS["titles"])
_THEN = frozenset(_WORDS["then"])
_BEING = frozenset("is was be been am are were".split())
_YOUNGEST, _OLDEST = 3, 115
# How many words may stand between a verb and "at": "left Timaru Boys' High School at 15".
_REACH = 8


def _may_be_age(number: Number) -> bool:
    plain = number.kind is None and number.out_of is None and number.form in ("digits", "words")
    return plain and _YOUNGEST <= number.value <= _OLDEST and number.value == int(number.value)


def _counts(tokens: Tokens, number: Number) -> bool:
    """Whether a noun, a unit or what a share is of follows a number."""
    stop = number.stop
    if stop >= len(tokens.words):
        return False
    if tokens.lowers[stop] in ("of", "per", "to", "each", "apiece", "-", "%", "/", "°", "against"):
        return True
    return tokens.tags[stop] in "NJMG" and not _is_name(tokens, stop)


def _is_name(tokens: Tokens, at: int) -> bool:
    return tokens.words[at][0].isupper() and tokens.words[at][-1].islower()


@needs(("at", "by"))
def is_age_at(tokens: Tokens, number: Number) -> bool:
    """Whether something happened to a person at an age: "left school at 15", "and at 88 he"."""
    lowers, first = tokens.lowers, number.first
    if not first or lowers[first - 1] not in ("at", "by") or not _may_be_age(number):
        return False
    if _counts(tokens, number):
        return _opens(tokens, number) and tokens.tags[number.stop] == "N"
    if _opens(tokens, number):
        return True
    if lowers[first - 1] == "by":
        return False
    vocabulary = tokens.vocabulary
    if _PERSONS.isdisjoint(vocabulary) and _MORTAL.isdisjoint(vocabulary):
        return False
    return _is_once(tokens, first - 1)


def _opens(tokens: Tokens, number: Number) -> bool:
    """Whether a clause opens with an age and its person: "at 88 he gave up", "At 41, Ms Ferro"."""
    lowers, at = tokens.lowers, number.first - 1
    if at and tokens.tags[at - 1] not in ".CR":
        return False
    stop = number.stop + (lowers[number.stop : number.stop + 1] == [","])
    if stop >= len(lowers):
        return False
    titled = lowers[stop] in _TITLES and tokens.words[stop][0].isupper()
    return lowers[stop] in _SPOKEN_OF or titled


def _is_once(tokens: Tokens, at: int) -> bool:
    """Whether what stands before "at" happens once in a life: "won his first title at"."""
    for index in range(at - 1, max(-1, at - 1 - _REACH), -1):
        word = tokens.lowers[index]
        if tokens.tags[index] == "." and word not in ("'", "’", "-", ","):
            return False
        if word in _ONCE:
            return True
        if word in _WITH_OBJECT:
            return not _LIFE.isdisjoint(tokens.lowers[index + 1 : at])
        if tokens.tags[index] == "A" and word not in ("was", "were", "is"):
            return False
    return False


@needs(_BEING | {kin + ending for kin in _KIN for ending in ("'s", "’s")})
def is_age_of_being(tokens: Tokens, number: Number) -> bool:
    """Whether a person is or was so old: "she was just 19 when", "my brother is 40 and"."""
    lowers, at = tokens.lowers, number.first - 1
    if at < 1 or not _may_be_age(number):
        return False
    if lowers[at] in _NEARLY:
        at -= 1
    if lowers[at].endswith(("'s", "’s")) and lowers[at][:-2] in _KIN:
        return _closes(tokens, number.stop)  # "my nan's 92"
    if at < 1 or lowers[at] not in _BEING or not _closes(tokens, number.stop):
        return False
    while at > 1 and tokens.tags[at - 1] == "A":
        at -= 1  # "will be 90"
    before = lowers[at - 1]
    if before in _SPOKEN_OF:
        return True
    if before in _KIN or before in ("who", "youngest", "oldest", "eldest"):
        return before != "who" or at > 1 and tokens.lowers[at - 2] in (",", "man", "woman")
    return _is_full_name(tokens, at - 1) and not _falls(tokens, number.stop)


def _closes(tokens: Tokens, stop: int) -> bool:
    """Whether nothing follows that a number could count: "was 23 at the time", "is 54 and lives"."""
    if stop >= len(tokens.words):
        return True
    lower = tokens.lowers[stop]
    if lower in ("at", "in", "on", "next", "this", "last", "when", "and", "but", "or", "then"):
        return tokens.lowers[stop + 1 : stop + 2] not in _OTHER_NUMBERS
    return tokens.tags[stop] in ".R" and lower not in "-/%:"


_OTHER_NUMBERS = (["more"], ["counting"], ["rising"], ["falling"])


def _falls(tokens: Tokens, stop: int) -> bool:
    """Whether a level is told rather than an age: "the index was 65 and falling"."""
    ahead = tokens.tags[stop + 1 : stop + 2]
    return ahead in (["G"], ["M"], ["J"]) or tokens.lowers[stop : stop + 1] not in (
        ["and"],
        ["when"],
    )


def _is_full_name(tokens: Tokens, at: int) -> bool:
    """Whether a forename and a surname end at a token, and no more of a name before them."""
    named = at > 0 and _is_name(tokens, at) and _is_name(tokens, at - 1)
    return named and tokens.words[at].isalpha() and tokens.words[at - 1].isalpha()


_SPOKEN_OF = frozenset(("he", "she", "i"))


@needs(_THEN)
def is_age_then(tokens: Tokens, number: Number) -> bool:
    """Whether an age stands behind a word of time: "Now 78, he walks", "Ms Bo, now 44, runs"."""
    first, stop, lowers = number.first, number.stop, tokens.lowers
    if not first or lowers[first - 1] not in _THEN or not _may_be_age(number):
        return False
    if stop >= len(lowers) or lowers[stop] not in (",", ".", ")"):
        return False
    if first == 1:
        after = lowers[stop + 1 : stop + 2]
        told = after != [] and (after[0] in _SPOKEN_OF or after[0] in _TITLES)
        return lowers[stop] == "," and told
    return lowers[first - 2] == "," and first > 2 and _is_name(tokens, first - 3)
