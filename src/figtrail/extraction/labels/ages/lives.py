"""Ages told by what happened then: "left school at 15", "he was 23 when"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import is_people, is_plural
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("ages.txt")
_ONCE = frozenset(_WORDS["at an age"])
_WITH_OBJECT = frozenset(_WORDS["at an age with an object"])
_LIFE = frozenset(_WORDS["life"])
_PERSONS = frozenset(_WORDS["persons"])
_MORTAL = frozenset(_WORDS["mortal"])
KIN = frozenset(_WORDS["kin"])
_CLOSING = frozenset(_WORDS["closing"])
_NEARLY = frozenset(_WORDS["nearly"])
TITLES = frozenset(_WORDS["titles"])
_REACHING = frozenset(_WORDS["reaching"])
_BEING = frozenset("is was be been am are were".split())
_CONTRACTED = {
    pronoun + sign + ending
    for pronoun, ending in (("he", "s"), ("she", "s"), ("i", "m"))
    for sign in "'’"
}
_YOUNGEST, _OLDEST = 3, 115
# How many words may stand between a verb and "at": "left Timaru Boys' High School at 15".
_REACH = 8


def may_be_age(number: Number) -> bool:
    """Whether a number is whole and bare, and people reach it."""
    plain = number.kind is None and number.out_of is None and number.form in ("digits", "words")
    return plain and _YOUNGEST <= number.value <= _OLDEST and number.value == int(number.value)


def _counts(tokens: Tokens, number: Number) -> bool:
    """Whether a noun, a unit or what a share is of follows a number."""
    stop = number.stop
    if stop >= len(tokens.words):
        return False
    if tokens.lowers[stop] in _MEASURING:
        return True
    counted = tokens.tags[stop] in "NJMG" and tokens.lowers[stop] not in ("next", "last")
    return counted and not is_name_at(tokens, stop)


_MEASURING = frozenset(_WORDS["measuring"])


def is_name_at(tokens: Tokens, at: int) -> bool:
    """Whether the word at a token is written as a name is."""
    return tokens.words[at][0].isupper() and tokens.words[at][-1].islower()


@needs(("at", "by"))
def is_age_at(tokens: Tokens, number: Number) -> bool:
    """Whether something happened to a person at an age: "left school at 15", "and at 88 he"."""
    lowers, at = tokens.lowers, number.first - 1
    if at > 0 and lowers[at] in _NEARLY:
        at -= 1  # "at just 16"
    if at < 0 or lowers[at] not in ("at", "by") or not may_be_age(number):
        return False
    if _opens(tokens, at, number):
        return True
    if lowers[at] == "by" or _counts(tokens, number) or "with" in lowers[max(0, at - _LEVEL) : at]:
        return False  # "She left with her rating at 31"
    if _befell(tokens, at, number):
        return True
    if _PERSONS.isdisjoint(tokens.vocabulary) and _MORTAL.isdisjoint(tokens.vocabulary):
        return False
    return _is_once(tokens, at)


_LEVEL = 6


def _befell(tokens: Tokens, at: int, number: Number) -> bool:
    """Whether something at an age did something to a person: "a stroke at 34 left her unable"."""
    stop = number.stop
    happened = tokens.tags[at - 2 : at] in (["D", "N"], ["N", "N"], ["J", "N"])
    acting = tokens.tags[stop : stop + 1] in (["V"], ["E"])
    if not (happened and acting):
        return False
    person, following = "".join(tokens.lowers[stop + 1 : stop + 2]), tokens.lowers[stop + 2 :][:1]
    closed = not following or tokens.tags[stop + 2] in ".PBE" or following[0] in _LEFT
    return person in ("him", "me") or (person == "her" and closed)  # but not "her lead"


_LEFT = frozenset("unable blind deaf mute lame alone bereft speechless housebound dead".split())


def _opens(tokens: Tokens, at: int, number: Number) -> bool:
    """Whether a clause opens with an age and its person: "at 88 he gave up", "At 41, Ms Ferro"."""
    lowers = tokens.lowers
    if at > 0 and lowers[at - 1] in ("even", "and", "only"):
        at -= 1
    if at > 0 and tokens.tags[at - 1] not in ".CR":
        return False
    stop = number.stop + (lowers[number.stop : number.stop + 1] == [","])
    if stop >= len(lowers):
        return False
    titled = lowers[stop] in TITLES and tokens.words[stop][0].isupper()
    return lowers[stop] in SPOKEN_OF or titled or _is_one(tokens, stop)


def _is_one(tokens: Tokens, at: int) -> bool:
    """Whether one person is spoken of from a token on: "at 60, the civil servant must retire"."""
    if tokens.tags[at] != "D":
        return False
    for index in range(at + 1, min(at + 4, len(tokens.words) - 1)):
        if tokens.tags[index + 1] in "AVv" and tokens.tags[index] == "N":
            return is_people(tokens.lowers[index]) and not is_plural(tokens.lowers[index])
    return False


def _is_once(tokens: Tokens, at: int) -> bool:
    """Whether what stands before "at" happens once in a life: "won his first title at"."""
    for index in range(at - 1, max(-1, at - 1 - _REACH), -1):
        word = tokens.lowers[index]
        if tokens.tags[index] == "." and word not in ("'", "’", "-", ","):
            return False
        if word in _ONCE:
            return True
        if word == "still":
            return "G" in tokens.tags[index + 1 : at]  # "still working at 76"
        if word in _WITH_OBJECT:
            ahead = tokens.lowers[index + 1 : at]
            moved = ahead[:1] == ["to"] and len(ahead) > 1 and is_name_at(tokens, index + 2)
            return moved or not _LIFE.isdisjoint(ahead)
        if tokens.tags[index] == "A" and word not in ("was", "were", "is"):
            return False
    return False


@needs(_BEING | {"turn"} | _CONTRACTED | {kin + ending for kin in KIN for ending in ("'s", "’s")})
def is_age_of_being(tokens: Tokens, number: Number) -> bool:
    """Whether a person is or was so old: "she was just 19 when", "my brother is 40 and"."""
    lowers, at = tokens.lowers, number.first - 1
    if at < 1 or not may_be_age(number):
        return False
    while at > 0 and (lowers[at] in _NEARLY or lowers[at] in ("not", "yet")):
        at -= 1
    if at < number.first - 1 and _stem(lowers[at]) in SPOKEN_OF and lowers[at] not in SPOKEN_OF:
        return _closes(tokens, number.stop)  # "she's only five"
    if lowers[at].endswith(("'s", "’s")) and lowers[at][:-2] in KIN:
        return _closes(tokens, number.stop)  # "my nan's 92"
    if at < 1 or (lowers[at] not in _BEING and lowers[at] != "turn"):
        return False
    while at > 1 and tokens.tags[at - 1] == "A":
        at -= 1  # "will be 90"
    if lowers[max(0, at - 2) : at] in (["have", "to"], ["had", "to"], ["has", "to"]):
        at -= 2
    if not _closes(tokens, number.stop):
        # "When he was 12 his father died".
        timed = at > 1 and lowers[at - 2] in _TIMING and lowers[at - 1] in SPOKEN_OF
        told = tokens.tags[number.stop] in "DO" or _stem(tokens.lowers[number.stop]) in SPOKEN_OF
        return timed and told
    return _is_person(tokens, at - 1, number)


_TIMING = frozenset("if when time since until before after by because as".split())
SPOKEN_OF = frozenset(("he", "she", "i", "you"))


def _stem(word: str) -> str:
    """A pronoun without the verb that is joined to it: "he'll" as "he"."""
    return word.replace("’", "'").partition("'")[0] or word


_AVERAGE = frozenset("average mean median typical".split())


def _is_person(tokens: Tokens, at: int, number: Number) -> bool:
    """Whether the subject that ends at a token is one person: by pronoun, kinship, title, name."""
    lowers = tokens.lowers
    word = _stem(lowers[at])
    if word in SPOKEN_OF:
        return True
    if not _AVERAGE.isdisjoint(lowers[max(0, at - 3) : at]):
        return False
    if word in KIN or word in ("youngest", "oldest", "eldest"):
        return True
    if word == "who":
        return at > 0 and (lowers[at - 1] == "," or is_people(lowers[at - 1]))
    if lowers[number.stop : number.stop + 1] == ["when"] and _opens_with_age(tokens):
        return True
    if word == "," and at > 2:
        return lowers[at - 2] == "," and lowers[at - 3] in KIN  # "his wife, Ann, is 58"
    if is_people(word) and not is_plural(word):
        return lowers[number.stop : number.stop + 1] in (["when"], ["at"])
    titled = at - 1 - (lowers[at - 1] == "." and at > 1)
    if at and lowers[titled] in TITLES and tokens.words[titled][0].isupper():
        return True
    return _is_full_name(tokens, at) and not _falls(tokens, number.stop)


def _opens_with_age(tokens: Tokens) -> bool:
    """Whether a sentence opens with a person and an age: "Jo Lee, 43, of Flat 3, was 39 when"."""
    named = is_name_at(tokens, 0)
    return named and any(
        tokens.lowers[at] == "," == tokens.lowers[at + 2] and tokens.tags[at + 1] == "M"
        for at in range(1, min(4, len(tokens.words) - 2))
    )


def _closes(tokens: Tokens, stop: int) -> bool:
    """Whether nothing follows that a number could count: "was 23 at the time"."""
    if stop >= len(tokens.words):
        return True
    lower = tokens.lowers[stop]
    if lower in _CLOSING:
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
    named = at > 0 and is_name_at(tokens, at) and is_name_at(tokens, at - 1)
    return named and tokens.words[at].isalpha() and tokens.words[at - 1].isalpha()


@needs(_REACHING | {"going"})
def is_age_reached(tokens: Tokens, number: Number) -> bool:
    """Whether a person comes near an age: "she's pushing 80", "pushing 70, he still runs"."""
    lowers, at = tokens.lowers, number.first - 1
    if at < 0 or not may_be_age(number):
        return False
    if lowers[max(0, at - 1) : at + 1] == ["going", "on"]:
        return _closes(tokens, number.stop)  # "I was 16, going on 17"
    if lowers[at] not in _REACHING:
        return False
    if not at:
        return lowers[number.stop : number.stop + 1] == [","] and _opens(tokens, -1, number)
    subject = at - 1 - (tokens.tags[at - 1] == "A" and at > 1)
    return _stem(lowers[subject]) in SPOKEN_OF and _closes(tokens, number.stop)
