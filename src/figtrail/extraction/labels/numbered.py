"""Numbers that stand behind one noun or name and count nothing: "in Hall 5", "semester 1"."""

from __future__ import annotations

from figtrail.extraction.date_words import MONTHS, WEEKDAYS
from figtrail.extraction.labels.references import LABELS, STRONG
from figtrail.extraction.lexicon import read_rows
from figtrail.extraction.nouns import is_plural
from figtrail.extraction.numbers import Number
from figtrail.extraction.phrases import read_noun_phrase
from figtrail.extraction.tokens import HYPHENS, Tokens

_GIVING = frozenset(LABELS["giving"])
_ADVERBIAL = frozenset(LABELS["adverbial"])
_JOINING = frozenset((",", ";", "and", "but", "or", "while", "–", "—"))
# Nouns whose number is how much they come to: "Mach 2", "of magnitude 5".
SIZED = frozenset(noun for (noun,) in read_rows("bare_units.csv", "noun")) | frozenset(
    LABELS["sized"]
)
_EDITIONS = frozenset(LABELS["editions"])
_QUOTES = frozenset("'\"‘’“”")
# How many tokens back the number may stand that a list goes on from.
_FAR = 9
# Labels are spelled out while they are low: "it came up to stair six".
_SPELLED = 20
_VERBAL = frozenset("vVEA")
# What may end before a count of its own: "Deaths by suicide 41", "Complaints about noise 12".
_BEFORE_COUNTS = frozenset(("by", "about", "for", "of", "with", "against", "to"))
# "Pit 12B": no more digits stand before a letter.
_LETTERED = 2


def is_of_one(tokens: Tokens, number: Number) -> bool:
    """Whether a number tells which one of its noun is meant, or ends a name.

    A count stands before its noun: behind a singular, a number says which ("on an Ariane 5", "in
    semester 1"). Members of a list go without their noun instead: "Kano 180 and Abuja 165".
    """
    first = number.first
    if not first or number.kind is not None or not _is_plain(tokens, number):
        return False
    before = tokens.words[first - 1]
    lower = tokens.lowers[first - 1]
    if not _is_word(before) or lower in SIZED:
        return False
    if before in MONTHS or lower in WEEKDAYS:
        # These date a count: "on Sunday 40 were rescued", "as of 1 September 310 were in tents".
        return False
    spelled = number.form == "words"
    if before[0].isupper() and tokens.tags[first - 1] in "NJ":
        return not spelled and _ends_name(tokens, number)
    if tokens.tags[first - 1] != "N" or number.stop > first + 1:
        return False
    return _says_which(tokens, number)


def _is_plain(tokens: Tokens, number: Number) -> bool:
    """Whether a number is written as labels are: digits alone, or with one letter touching."""
    digits = tokens.words[number.core]
    if number.form == "words":
        return number.value < _SPELLED and number.stop == number.first + 1
    if number.form != "digits" or not digits.isdigit():
        return False
    if number.stop == number.first + 1:
        return True
    letter = tokens.words[number.first + 1]
    lettered = number.stop == number.first + 2 and len(letter) == 1 and letter.isalpha()
    return lettered and number.core == number.first and len(digits) <= _LETTERED


def _is_word(word: str) -> bool:
    return word.isalpha() or word.replace("-", "").isalpha()


def _ends_name(tokens: Tokens, number: Number) -> bool:
    """Whether a name goes on with a number: "in Hall 5", "Plant 2, at Little Island", "PLAB 1"."""
    start, stop = _find_name(tokens, number.first), number.stop
    alone = _is_apposed(tokens, start, number) or _is_repeated(tokens, number)
    if not alone and _is_listed(tokens, start, number):
        return False
    following = tokens.tags[stop] if stop < len(tokens.words) else "."
    if tokens.words[stop : stop + 1] and tokens.words[stop] in _QUOTES:
        if not _QUOTES.isdisjoint(tokens.words[max(0, start - 1) : start]):
            return True  # "‘Oga Landlord 2’ has taken"
        following = "."
    if not any(word[0].isalpha() for word in tokens.words[:start]):
        return following in "AVv" and not is_plural(tokens.lowers[number.first - 1])
    before, lead = tokens.tags[start - 1], tokens.lowers[start - 1]
    if lead in ("for", "from") and _VERBAL.isdisjoint(tokens.tags):
        return False  # "Tests for Ebola 340"
    if following in "AVvE":
        # "A store in Dublin 15 was refused": of more than one, "were" would be said.
        single = number.value > 1 and tokens.lowers[stop] in ("is", "was", "has")
        return lead == ":" or before not in "PC." or (before == "P" and single)
    if before == "M" and tokens.tags[start - 2] != ".":
        return False  # "York 104 Hull 300", not "the $999 Orbit 9"
    if lead in _GIVING or (before == "." and lead != ",") or _is_partitive(tokens, stop):
        return False
    return following not in "NJGMB" or _goes_on(tokens, stop)


def _is_apposed(tokens: Tokens, start: int, number: Number) -> bool:
    """Whether commas enclose a name with its number: "a ship, the Freja 7, for scrap"."""
    name, stop = tokens.words[number.first - 1], number.stop
    enclosed = tokens.lowers[max(0, start - 2) : start] == [",", "the"]
    enclosed = enclosed and tokens.lowers[stop : stop + 1] == [","] and not name.isupper()
    return enclosed and not is_plural(name.lower()) and not _is_followed(tokens, number)


def _is_partitive(tokens: Tokens, stop: int) -> bool:
    """Whether a number is so many of several: "gave Labour 12 of the 20 seats"."""
    if tokens.lowers[stop : stop + 1] != ["of"] or stop + 1 >= len(tokens.words):
        return False
    if tokens.tags[stop + 1] == "O" or "M" in tokens.tags[stop + 1 : stop + 3]:
        return True
    phrase = read_noun_phrase(tokens, stop + 1 + (tokens.tags[stop + 1] == "D"))
    return phrase is not None and is_plural(tokens.lowers[phrase.head])


def _find_name(tokens: Tokens, stop: int) -> int:
    """Where the capitals begin that end before a token."""
    start = stop - 1
    while start > 0 and tokens.words[start - 1][0].isupper() and tokens.tags[start - 1] in "NJ":
        if tokens.words[start - 1].endswith(("'s", "’s")):
            break
        start -= 1
    return start


def _goes_on(tokens: Tokens, stop: int) -> bool:
    """Whether the name goes on behind its number: "Orbit 9 Pro", not "in Lagos 3 Nigerian men"."""
    if not tokens.words[stop][0].isupper():
        return False
    if tokens.lowers[stop] in _EDITIONS:
        return True
    at = stop
    while tokens.words[at : at + 1] and tokens.words[at][0].isupper():
        at += 1
    if tokens.tags[at : at + 1] == ["M"]:
        return False  # "Leeds 712 York 104"
    phrase = read_noun_phrase(tokens, stop)
    return phrase is None or not is_plural(tokens.lowers[phrase.head])


def _says_which(tokens: Tokens, number: Number) -> bool:
    """Whether a noun without an article and its number make a whole: "known as subclass 500".

    A preposition governs them, they are what a clause is about ("when paper 1 is out"), or brackets
    hold nothing else.
    """
    first, stop = number.first, number.stop
    noun = tokens.lowers[first - 1]
    if first < 2 or noun in _ADVERBIAL or is_plural(noun):
        return False
    following = tokens.tags[stop] if stop < len(tokens.words) else "."
    if number.form == "words" and following != ".":
        return False
    if tokens.tags[first - 2] == "R":
        return following == "A"
    bracketed = tokens.words[first - 2] == "(" and tokens.words[stop : stop + 1] == [")"]
    again = noun in tokens.lowers[: first - 2]  # "from milepost 4 to milepost 21"
    if tokens.lowers[first - 2] in _BEFORE_COUNTS and not again:
        return False
    if tokens.tags[first - 2] != "P" and not bracketed:
        return False
    if following not in ".PCDO" or _is_partitive(tokens, stop):
        return False
    return not _is_listed(tokens, first - 1, number)


def _is_listed(tokens: Tokens, start: int, number: Number) -> bool:
    """Whether names with numbers make a list, or go on from a number before."""
    at = start - 1
    while at > 0 and (tokens.tags[at] in "PJ" or tokens.lowers[at] == "the"):
        at -= 1
    if at > 0 and tokens.lowers[at] in _JOINING:
        earlier = next(
            (one for one in range(at - 1, max(0, at - _FAR), -1) if _counts(tokens, one)), 0
        )
        if earlier and tokens.lowers[earlier - 1] != tokens.lowers[number.first - 1]:
            return True
    return _is_followed(tokens, number)


def _counts(tokens: Tokens, at: int) -> bool:
    """Whether a number may count: not the age of "the 36-year-old", nor "120Hz"."""
    if tokens.tags[at] != "M" or tokens.lowers[at + 1] in HYPHENS:
        return False
    # "120Hz, Gorilla Glass 5": a unit that touches is not that of the other.
    touches = tokens.starts[at + 1] == tokens.ends[at]
    return not (touches and tokens.words[at + 1][0].isalpha())


def _is_followed(tokens: Tokens, number: Number) -> bool:
    """Whether another name with its number follows: "Lagos 220, Kano 180"."""
    at = number.stop
    if at >= len(tokens.words) or tokens.lowers[at] not in _JOINING:
        return False
    while at < len(tokens.words) and (tokens.lowers[at] in _JOINING or tokens.tags[at] in "DP"):
        at += 1
    name = at
    capital = tokens.words[number.first - 1][0].isupper()
    while at < len(tokens.words) and tokens.tags[at] in "NJ":
        if capital and not tokens.words[at][0].isupper():
            break
        at += 1
    if not name < at < len(tokens.words) or tokens.tags[at] != "M":
        return False
    return tokens.lowers[at - 1] not in STRONG


def _is_repeated(tokens: Tokens, number: Number) -> bool:
    """Whether the name stands there with another number: "the Orbit 9 and Orbit 9 Pro"."""
    stop, name = number.stop, tokens.words[number.first - 1]
    joined = tokens.lowers[stop : stop + 1] in (["and"], ["or"])
    return (
        joined
        and tokens.words[stop + 1 : stop + 2] == [name]
        and tokens.tags[stop + 2 : stop + 3] == ["M"]
    )


def is_of_several(tokens: Tokens, number: Number) -> bool:
    """Whether a plural and its numbers say which are meant: "at mileposts 43 and 61"."""
    first, stop = number.first, number.stop
    if first < 2 or number.kind is not None or not _is_plain(tokens, number):
        return False
    if tokens.tags[first - 1] != "N" or not is_plural(tokens.lowers[first - 1]):
        return False
    chained = tokens.lowers[stop : stop + 1] in _CHAINING
    if not chained or tokens.tags[stop + 1 : stop + 2] != ["M"]:
        return False
    lead = tokens.lowers[first - 2]
    if tokens.tags[first - 2] != "P" and lead != "see" and not tokens.words[first - 2][0].isupper():
        return False
    following = tokens.tags[stop + 2 : stop + 3]
    broken = following == ["M"] and tokens.ends[stop + 1] == tokens.starts[stop + 2]
    return broken or following not in (["N"], ["J"], ["G"], ["M"])


_CHAINING = (["and"], ["or"], ["to"], ["through"], ["&"])


def continues_several(tokens: Tokens, label: Number, number: Number) -> bool:
    """Whether a number is the last of several of which a plural says what they are."""
    return number.first == label.stop + 1 and is_of_several(tokens, label)
