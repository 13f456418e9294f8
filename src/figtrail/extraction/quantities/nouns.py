"""The noun phrase that a number counts: "five 9mm cartridges", "17 of the children"."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_NOUNS
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import is_plural
from figtrail.extraction.numbers import Number, match_unit
from figtrail.extraction.phrases import Phrase, read_noun_phrase
from figtrail.extraction.quantities.kinds import read_part
from figtrail.extraction.tokens import HYPHENS, Tokens


def share_noun(tokens: Tokens, phrase: Phrase, number: Number, following: Number) -> Phrase:
    """The noun that the next member of a pair brings: "133 primary and 18 secondary schools"."""
    between = tokens.lowers[phrase.stop : following.first]
    if number.value <= 1 or following.kind is not None or between not in (["and"], ["or"], [","]):
        return phrase
    if is_plural(tokens.lowers[phrase.head]) or phrase.start != number.stop:
        return phrase
    shared = read_phrase(tokens, following.stop, following)
    return shared if shared is not None and is_plural(tokens.lowers[shared.head]) else phrase


def cut_phrase(phrase: Phrase, stop: int) -> Phrase | None:
    """A noun phrase cut at token `stop`; None where its head goes."""
    return Phrase(phrase.start, stop, stop, phrase.head) if phrase.head < stop else None


def find_phrase(tokens: Tokens, number: Number, last: Number, stop: int) -> Phrase | None:
    """The noun phrase of a number, behind its unit, comparator or factor words."""
    at = stop
    lowers, tags = tokens.lowers, tokens.tags
    count = len(lowers)
    if number.rule == "multiple":
        while at < count and lowers[at] in (
            "as",
            "many",
            "much",
            "the",
            "more",
            "number",
            "of",
            "likely",
        ):
            at += 1
            if lowers[at - 1] == "likely":
                return None
    while at < count and lowers[at] in HYPHENS:
        at += 1
    if at < count and lowers[at] in ("plus", "odd") and lowers[at - 1] in HYPHENS:
        at += 1
    elif tuple(lowers[at : at + 2]) in (("or", "so"), ("or", "more"), ("or", "fewer")):
        at += 2
    elif at < count and lowers[at] == "+" and tokens.starts[at] == tokens.ends[at - 1]:
        at += 1
    if at < count and lowers[at] == "such":
        at += 1
    if at < count and lowers[at] in ("’", "'") and number.kind is not None:
        at += 1
    if at < count and number.kind is None and lowers[at] in ("of", "or", "out"):
        if lowers[at] == "of" and read_part(tokens, number) is None:
            return _partitive(tokens, at, number)
        return None
    if at < count and number.out_of is not None and lowers[at] == "of":
        return _partitive(tokens, at, number)
    if number.form == "fraction" and lowers[at - 1] == "half" and tags[at : at + 1] == ["D"]:
        # "Half the homes", "half its capacity".
        return _partitive(tokens, at - 1, number)
    if at < count and tags[at] == "." and lowers[at] in ("“", '"', "‘"):
        at += 1
    if number.kind == "duration" and at < count and lowers[at] in ("old", "long"):
        return None
    return read_phrase(tokens, at, last)


def _partitive(tokens: Tokens, of: int, number: Number) -> Phrase | None:
    """The noun of "17 of the children", "a third of voters", "half of the 28 schools"."""
    at = of + 1
    while at < len(tokens.words) and (tokens.tags[at] == "D" or _is_pointing(tokens, at)):
        at += 1
    if at < len(tokens.words) and tokens.lowers[at - 1] in _POINTING and tokens.tags[at] in "GEVvR":
        return None
    while number.out_of is not None and at < len(tokens.words) and tokens.tags[at] == "M":
        at += 1
    if at >= len(tokens.words) or tokens.tags[at] in "MO":
        return None
    if tokens.tags[at - 1] == "M" and match_unit(tokens, at) is not None:
        return None
    phrase = read_noun_phrase(tokens, at)
    return _before_verb(tokens, phrase) if phrase is not None else None


def _before_verb(tokens: Tokens, phrase: Phrase) -> Phrase:
    """A phrase without the verb that looks like its head: "two-thirds of firms plan to hire"."""
    head = phrase.head
    plural = head > phrase.start and is_plural(tokens.lowers[head - 1])
    if not plural or is_plural(tokens.lowers[head]) or tokens.tags[head - 1] != "N":
        return phrase
    if tokens.lowers[head - 1] in _ATTRIBUTIVE or head + 1 >= len(tokens.words):
        return phrase
    verb = tokens.lowers[head + 1] == "to" or tokens.tags[head + 1] in "DO"
    return Phrase(phrase.start, head, head, head - 1) if verb else phrase


_ATTRIBUTIVE = frozenset(read_sections("nouns.txt")["attributive_plurals"])


def _past_size(tokens: Tokens, at: int) -> int:
    """Pass over the size of what is counted: "five 9mm cartridges", "51.8 million 60-kg bags"."""
    if tokens.tags[at] != "M" or at + 1 >= len(tokens.words):
        return at
    unit = at + 1
    if tokens.lowers[unit] in HYPHENS:
        unit += 1
    elif tokens.starts[unit] != tokens.ends[at]:
        return at
    form = match_unit(tokens, unit) if unit < len(tokens.words) else None
    if form is None or form.kind != "measurement":
        return at
    stop = unit + len(form.tokens)
    return stop if stop < len(tokens.words) and tokens.tags[stop] in "NJ" else at


_SPANS = frozenset("year quarter month week day".split())
_PARTED = (["of", "whom"], ["of", "which"], ["whom", "about"], ["whom", "some"])
_GROUPS = frozenset(read_sections("people.txt")["groups"])
_BEFOREHAND = frozenset("first initially originally previously already earlier".split())
_POINTING = frozenset(("that", "those", "these"))


def _is_pointing(tokens: Tokens, at: int) -> bool:
    """Whether "that" points at a noun: "half of that team"."""
    return tokens.lowers[at] in _POINTING and tokens.tags[at + 1 : at + 2] in (["N"], ["J"])


def read_phrase(tokens: Tokens, at: int, number: Number) -> Phrase | None:
    """The noun phrase that starts at a token, as a number before it counts it."""
    if number.kind is None and at < len(tokens.words):
        at = _past_size(tokens, at)
    if at >= len(tokens.words) or tokens.tags[at] in "DPAROM":
        return None
    if tokens.lowers[at] in _BEFOREHAND and tokens.tags[at + 1 : at + 2] in (["E"], ["V"]):
        # "From the 251,000 first reported": when it was said, not what.
        return None
    if tokens.lowers[at] in _SPANS and tokens.lowers[at + 1 : at + 2] in (["on"], ["over"]):
        # "Up 11% year on year" says since when, not what.
        return None
    if number.currency is not None and tokens.lowers[at] == "costs":
        # "Ordered to pay £2,300 costs".
        closed = tokens.tags[at + 1 : at + 2] in ([], ["."], ["C"])
        return Phrase(at, at + 1, at + 1, at) if closed else None
    if tokens.tags[at] in "vVE" and number.kind is not None:
        # "a 5% rise in fares": after a determiner the verb-like form is the noun.
        named = "D" in tokens.tags[max(0, number.first - 2) : number.first]
        following = tokens.lowers[at + 1] if at + 1 < len(tokens.words) else ""
        # "An 11-week wait", "a 20-mile walk": a size in front of it makes it a noun as well.
        sized = tokens.tags[at] == "v" and tokens.lowers[number.stop] in HYPHENS
        changing = tokens.lowers[at] in CHANGE_NOUNS or following in CHANGE_NOUNS
        if not named or not (changing or sized):
            return None
    grouped = tokens.lowers[number.first - 1 : number.first] == ["of"] and number.kind is None
    if grouped and tokens.tags[at] in "Vv" and tokens.lowers[number.first - 2] in _GROUPS:
        # "A crowd of 31,400 saw City win".
        return None
    counted = number.kind is None and (
        number.value > 1 or number.out_of is not None or number.form == "range"
    )
    if counted and tokens.tags[at] == "v" and _is_verb(tokens, at, number):
        return None
    told = tokens.lowers[at] in _TELLING
    parted = tokens.lowers[number.first - 2 : number.first] in _PARTED
    if counted and parted and tokens.tags[at : at + 2] in (["E", "N"], ["E", "D"]):
        # "Of whom 620 developed diabetes".
        return None
    if counted and told and _is_only_verb(tokens, at, number):
        return None
    phrase = read_noun_phrase(tokens, at, counted=counted)
    if phrase is not None and counted and phrase.stop < len(tokens.words):
        head = tokens.lowers[phrase.head]
        if tokens.tags[phrase.stop] == "D" and phrase.head == at and not is_plural(head):
            # "1.3 join the list": what has an object is a verb.
            return None
    return phrase


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


# Past forms with an object that seldom stand before the noun as its adjective.
_TELLING = frozenset(read_sections("nouns.txt")["telling_past"])
_PAUSES = frozenset((";", ":", "–", "—", "but", "while", "whereas"))
# How many tokens of a clause are looked at on either side.
_CLAUSE = 25


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


_BASES = frozenset("remain become live need want say think work".split())
