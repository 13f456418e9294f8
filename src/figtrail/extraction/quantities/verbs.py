"""Whether what follows a number is no noun of its own, but what those counted do or had done."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import is_plural
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens

_WANTING = frozenset(
    word for word in read_sections("grammar.txt")["infinitive_takers"] if not word.endswith("ed")
)
_STAYING = frozenset(read_sections("people.txt")["staying"])
_FORECASTERS = frozenset(read_sections("speakers.txt")["forecaster"])
_FORESEEING = [[word] for word in read_sections("dating_words.txt")["foreseen"]]
# Past forms with an object that seldom stand before the noun as its adjective.
_TELLING = frozenset(read_sections("nouns.txt")["telling_past"])
_OPINING = frozenset(read_sections("nouns.txt")["opining"])
_FINITE = frozenset(read_sections("nouns.txt")["finite_past"])
_PAUSES = frozenset((";", ":", "–", "—", "but", "while", "whereas"))
# How many tokens of a clause are looked at on either side.
_CLAUSE = 25
_BASES = frozenset("remain become live need want say think work".split())
_PARTED = (["of", "whom"], ["of", "which"], ["whom", "about"], ["whom", "some"])


def follows_verb(tokens: Tokens, at: int, number: Number, *, counted: bool) -> bool:
    """Whether a verb stands behind a number, which counts by itself where it is `counted`."""
    if number.form == "fraction" and at == number.stop and _acts(tokens, at):
        return True
    if not counted:
        return False
    if tokens.lowers[at] in _FINITE or _is_threshold(tokens, at, number):
        return True
    if tokens.lowers[at] == "test" and tokens.lowers[at + 1 : at + 2] in (
        ["positive"],
        ["negative"],
    ):
        return True
    if number.form == "proportion" and at == number.stop and tokens.lowers[at] in _OPINING:
        # "One in seven saw things improving".
        return True
    if tokens.lowers[at] in _SINGULAR_ACTS and _is_act_of_one(tokens, at, number):
        return True
    if tokens.lowers[at] == "said":
        # "27 per cent said pay, 22 said privacy".
        return True
    if tokens.tags[at] == "v" and _is_verb(tokens, at, number):
        return True
    if _is_doing(tokens, at) or _is_foreseen(tokens, at):
        return True
    parted = tokens.lowers[number.first - 2 : number.first] in _PARTED
    if parted and tokens.tags[at : at + 2] in (["E", "N"], ["E", "D"]):
        # "Of whom 620 developed diabetes".
        return True
    telling = tokens.lowers[at] in _TELLING or _is_partitive(tokens, at, number)
    return telling and _is_only_verb(tokens, at, number)


def _is_partitive(tokens: Tokens, at: int, number: Number) -> bool:
    """Whether some of a whole said before do something: "Of 31 asked, 12 reported pain"."""
    opened = tokens.lowers[0] in _WHOLE and tokens.lowers[number.first - 1] == ","
    return opened and at == number.stop and tokens.tags[at] in "EV"


_WHOLE = frozenset(("of", "among"))


def _is_threshold(tokens: Tokens, at: int, number: Number) -> bool:
    """Whether a verb tells what a level means: "anything below 50 signals contraction"."""
    before = tokens.lowers[max(0, number.first - 2) : number.first]
    levelled = before[:1] != [] and before[0] in _ANYTHING and before[-1] in _PAST
    return levelled and tokens.tags[at + 1 : at + 2] in (["N"], ["D"], ["J"], ["R"])


_ANYTHING = frozenset("anything reading readings score scores level levels value values".split())
_PAST = frozenset(("above", "below", "over", "under"))


def _is_verb(tokens: Tokens, at: int, number: Number) -> bool:
    """Whether a verb-like form behind a number is its verb: "3,000 remain", "one in six plans to".

    What is counted stands in the plural; behind a proportion that says its noun or goes on with
    "to" or a determiner a form in -s is the verb.
    """
    following = tokens.tags[at + 1] if at + 1 < len(tokens.words) else "."
    if not is_plural(tokens.lowers[at]):
        return following not in "NJ" or tokens.lowers[at] in _BASES
    proportion = number.form == "proportion"
    return proportion and (following in "DO" or tokens.lowers[at + 1 : at + 2] == ["to"])


def _is_act_of_one(tokens: Tokens, at: int, number: Number) -> bool:
    """Whether one of so many does something: "one in six pays for water", "skips meals".

    Not "one in six calls for help was missed".
    """
    single = number.form == "proportion" and number.value == 1 and at == number.stop
    placed = tokens.tags[at + 1 : at + 2] in (["P"], ["B"])
    placed = placed or (tokens.lowers[at] in _TAKING and tokens.tags[at + 1 : at + 2] != ["C"])
    return single and placed and _ends_without_verb(tokens, at + 1)


def _ends_without_verb(tokens: Tokens, at: int) -> bool:
    """Whether no other verb stands in the rest of a clause."""
    while at < len(tokens.words) and tokens.tags[at] not in ".CR":
        if tokens.tags[at] in "AVv":
            return False
        at += 1
    return True


# What persons do, one of so many: "lives", "pays".
_SINGULAR_ACTS = frozenset(read_sections("people.txt")["single_acts"])
# Those that are no noun, whatever follows.
_TAKING = frozenset(read_sections("people.txt")["single_takers"])


def _is_doing(tokens: Tokens, at: int) -> bool:
    """Whether those counted are told by what they do: "28 waiting on a bed", "46 waiting"."""
    following = tokens.tags[at + 1] if at + 1 < len(tokens.words) else "."
    alone = following in ".C" and tokens.lowers[at] in _STAYING
    doing = tokens.tags[at] == "G" and (following in "PDO" or alone)
    return doing and not is_plural(tokens.lowers[at])


def _is_foreseen(tokens: Tokens, at: int) -> bool:
    """Whether others expected so many: "beat the 150,000 analysts expected"."""
    verb = at + 1
    while verb < len(tokens.words) and tokens.tags[verb] in "AB":
        verb += 1
    return tokens.lowers[at] in _FORECASTERS and tokens.lowers[verb : verb + 1] in _FORESEEING


def _acts(tokens: Tokens, at: int) -> bool:
    """Whether a share is followed by what its people do: "half planning to go", "half reported"."""
    following = tokens.tags[at + 1 : at + 2]
    if tokens.tags[at] == "v" and is_plural(tokens.lowers[at]) and following == ["P"]:
        # "A third comes from the state".
        return True
    if tokens.tags[at] == "G":
        return following not in (["N"], ["P"]) or tokens.lowers[at] in _WANTING
    if tokens.lowers[at] in _PRESENT and following != ["N"]:
        # "A third wait longer", not "a third share price".
        return tokens.lowers[at + 1 : at + 2] not in (["of"], ["in"])
    return tokens.lowers[at] in _TELLING or tokens.lowers[at] in _WANTING


_PRESENT = frozenset(read_sections("people.txt")["present_acts"])


def _is_only_verb(tokens: Tokens, at: int, number: Number) -> bool:
    """Whether a form in -ed behind a number is its verb: "Of those, 14 concerned nurses".

    It is where it has an object or complement and its clause no other verb.
    """
    if at + 1 >= len(tokens.words) or tokens.tags[at + 1] not in "NJDGP":
        return False
    for index in range(at + 1, min(len(tokens.words), at + _CLAUSE)):
        tag = tokens.tags[index]
        if tag == "." or (tag == "C" and index > at + 1 and tokens.lowers[index] != "and"):
            break
        if tag in "AVvER":
            return False
    fronted = tokens.tags[0] == "P" or tokens.lowers[0] in ("while", "although", "though")
    for index in range(number.first - 1, max(-1, number.first - _CLAUSE), -1):
        lower, tag = tokens.lowers[index], tokens.tags[index]
        if lower in _PAUSES or (lower == "," and fronted):
            return True
        if tag == "C" and tokens.lowers[index - 1] == ",":
            # A list has its nouns before the comma, a clause its own verb.
            return any(tag in "AVvE" for tag in tokens.tags[max(0, index - _CLAUSE) : index])
        if tag in "AVvER":
            return False
    return True
