"""Whether a word that may be a verb agrees with the noun before it: "those under 16 pay £3"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import is_plural
from figtrail.extraction.tokens import Tokens

MODALS = frozenset(read_sections("grammar.txt")["modals"])


def agrees(tokens: Tokens, index: int, floor: int) -> bool:
    """Whether a present-tense form agrees with the word before it as its subject.

    An aside between commas is passed over: "support, at its lowest since May, stands".
    """
    before, tag = tokens.lowers[index - 1], tokens.tags[index - 1]
    if before == ",":
        opening = index - 2
        while opening > floor and tokens.lowers[opening] != ",":
            opening -= 1
        return opening > floor and opening < index - 2
    back = index - 1
    while tag in "M." and before not in ("“", "”", '"', ";", ":", ")") and index - back < 6:
        back -= 1
        if back < floor:
            return False
        before, tag = tokens.lowers[back], tokens.tags[back]
    if back < index - 1 and tag == "P" and back > floor:
        before, tag = tokens.lowers[back - 1], tokens.tags[back - 1]
    if tag == "B" and index > 1:
        before, tag = tokens.lowers[index - 2], tokens.tags[index - 2]
    if tag in "RC" or before == "to":
        return True
    third = tokens.lowers[index].endswith("s")
    if not third and "those" in tokens.lowers[max(floor, index - _THOSE) : index]:
        # "Those under 16 pay £3", "those without a card pay £4".
        at = index - 1
        while at > floor and tokens.tags[at] in "NJMPEDC" and tokens.lowers[at] != "those":
            at -= 1
        if tokens.lowers[at] == "those":
            return True
    if third and tag == "N" and index > 1 and tokens.lowers[index - 2] in MODALS:
        # "Will trim costs by £7m".
        return False
    if tag == "v" and tokens.tags[index - 2] in "JD" and index > 1:
        # "Steep rises include": behind an adjective it is a noun.
        tag = "N"
    if tag == "O" or (third and before in ("this", "that")):
        # "This means the bill will rise".
        return True
    if third and tag == "N" and is_plural(before) and _is_of_several(tokens, index, floor):
        return True
    if third and tag == "N" and tokens.words[index - 1][0].isupper() and _has_object(tokens, index):
        # "Grain Scouts expects some 21 million tonnes": a name is one, whatever its ending.
        return True
    if tag == "G" and third and index == 1:
        # "Spending includes £10m".
        return True
    return tag == "N" and is_plural(before) != third


# How many tokens may say who "those" are before their verb.
_THOSE = 8


_LEVEL_WORDS = frozenset("at to by up down".split())


def _has_object(tokens: Tokens, index: int) -> bool:
    """Whether a number, an article or a name follows a form, so that it is no noun."""
    following = tokens.words[index + 1 : index + 2]
    named = following != [] and tokens.words[index].islower() and following[0][0].isupper()
    return index > 1 and (named or tokens.tags[index + 1 : index + 2] in (["D"], ["M"]))


def _is_of_several(tokens: Tokens, index: int, floor: int) -> bool:
    """Whether a plural before a verb only says of what its subject is: "the tally of goals is"."""
    following = tokens.lowers[index + 1 : index + 2]
    after = tokens.tags[index + 1 : index + 2] == ["M"] or not _LEVEL_WORDS.isdisjoint(following)
    of = index - 1 - (tokens.tags[index - 1] == "B")
    while of > floor + 1 and tokens.tags[of] in "NJDM":
        of -= 1
    whole = tokens.lowers[of] in ("of", "for") and tokens.tags[of - 1] == "N"
    return after and whole and not is_plural(tokens.lowers[of - 1])
