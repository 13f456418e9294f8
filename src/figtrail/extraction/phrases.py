"""Noun phrases and clauses, by tags: just enough grammar to say what a number counts."""

from __future__ import annotations

from functools import lru_cache

from figtrail.extraction.lexicon import read_pairs, read_rows, read_sections
from figtrail.extraction.tokens import Tokens

_NOUNS = read_sections("nouns.txt")
_PEOPLE_SECTIONS = read_sections("people.txt")
_IRREGULAR = read_pairs("nouns.txt", "irregular_plural")
_NOT_PLURAL = frozenset(_NOUNS["not_plural"])
_INVARIANT = frozenset(_NOUNS["invariant_plural"])
_ABSTRACT = frozenset(_NOUNS["abstract"])
_PEOPLE = frozenset(_PEOPLE_SECTIONS["people"]) | frozenset(_PEOPLE_SECTIONS["collective"])
_PEOPLE_FORMS = frozenset(_PEOPLE_SECTIONS["irregular"])
_NOT_PEOPLE = frozenset(_PEOPLE_SECTIONS["not_people"])
_PERSON_TOTALS = frozenset(_NOUNS["person_totals"])
NUMBERING = frozenset(_NOUNS["numbering"])
_DEMONYMS = frozenset(
    demonym.strip().lower()
    for row in read_rows("places_countries.csv")
    for demonym in row["demonyms"].replace(";", "|").split("|")
    if demonym.strip().lower().endswith(("an", "i", "er"))
)
PLACE_NOUNS = frozenset(
    "city town borough county country region state area world district village province nation "
    "community neighbourhood continent island territory capital uk us".split()
)
_COMPLEMENT_PREPOSITIONS = frozenset(
    "in on with for from to at under about against without into per through between".split()
)


def is_plural(lower: str) -> bool:
    """Whether a lower-case noun is a plural by its form."""
    if lower in _IRREGULAR or lower in _INVARIANT:
        return True
    return (
        len(lower) > 2
        and lower.endswith("s")
        and not lower.endswith(("ss", "us", "is", "’s", "'s"))
        and lower not in _NOT_PLURAL
    )


@lru_cache(maxsize=16384)
def singular(lower: str) -> str:
    """The singular of a lower-case English noun."""
    known = _IRREGULAR.get(lower)
    if known is not None:
        return known
    if not is_plural(lower) or lower in _INVARIANT:
        return lower
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("ches", "shes", "sses", "xes", "zes")):
        return lower[:-2]
    return lower[:-1]


@lru_cache(maxsize=16384)
def is_people(lower: str) -> bool:
    """Whether a lower-case noun, singular or plural, names persons."""
    if lower in _PEOPLE_FORMS:
        return True
    last = lower.rsplit("-", 1)[-1]
    one = singular(last)
    if one in _PEOPLE or lower in _PEOPLE or one in _DEMONYMS and one != lower:
        return True
    if one in _NOT_PEOPLE or one in _ABSTRACT:
        return False
    if one.endswith(("ist", "ician", "woman", "man", "child", "goer", "holder", "seeker")):
        return one not in ("list", "mist", "fist", "waist", "wrist", "twist", "checklist", "shortlist")
    if one.endswith(("worker", "maker", "keeper", "owner", "player", "fighter")):
        return True
    return last != one and one.endswith(("er", "ee", "ian")) and len(one) > 5 and one not in _NOT_PEOPLE and not one.endswith(("ttee", "gree", "meter", "metre", "fee", "coffee"))


def unit_of_noun(lower: str) -> str:
    """The unit code of things counted by a noun: `person`, `item` or the singular noun itself."""
    if lower in _PERSON_TOTALS or is_people(lower):
        return "person"
    one = singular(lower)
    if one in _ABSTRACT or one in NUMBERING:
        return "item"
    return one.replace("’", "'").replace("-", "_").replace(" ", "_")


def _group_start(tokens: Tokens, index: int, floor: int) -> int:
    """Where a verb group starts: over auxiliaries, adverbs and "is expected to (fall)"."""
    tags, lowers = tokens.tags, tokens.lowers
    while index > floor:
        before = tags[index - 1]
        if before in "AB" or (before in "VE" and tags[index] in "EVG"):
            index -= 1
        elif lowers[index - 1] == "to" and index - 1 > floor and tags[index - 2] in "EVAvJ":
            index -= 2
        else:
            break
    return index


# Prepositions that also open a clause: the subject of its verb stands behind them.
_OPENERS = frozenset("as after before since until than".split())
_PASSED_OVER = frozenset("there meanwhile more than least".split())
_SAYING = frozenset("said says told added warned announced revealed claimed insisted".split())


class Phrase:
    """A noun phrase by token bounds: `[start, stop)`, its head noun, and its core's stop."""

    __slots__ = ("core_stop", "head", "start", "stop")

    def __init__(self, start: int, core_stop: int, stop: int, head: int) -> None:
        self.start = start
        self.core_stop = core_stop
        self.stop = stop
        self.head = head


def read_noun_phrase(tokens: Tokens, at: int, *, counted: bool = False) -> Phrase | None:
    """Read the noun phrase that starts at token `at`, without its complements.

    `counted`: a number above one stands before it, so its head is a plural where it has one and
    the first verb-like word after that plural ends it.
    """
    tags, lowers = tokens.tags, tokens.lowers
    count = len(tags)
    start = at
    head = -1
    plural = -1
    while at < count:
        tag = tags[at]
        lower = lowers[at]
        if tag == "N":
            if counted and plural >= 0 and not is_plural(lower) and not lower.endswith(("’", "'")):
                break
            if at > start and tokens.words[at][0].isupper() and plural >= 0:
                break
            if lower.endswith(("’s", "'s")):
                if head >= 0 and plural >= 0 and not is_people(lower[:-2]):
                    break
            else:
                head = at
                if is_plural(lower):
                    plural = at
        elif tag == "J":
            if head >= 0 and not (at + 1 < count and tags[at + 1] == "N" and plural < 0):
                break
        elif tag == "E":
            if head >= 0 and (
                plural >= 0 or at + 1 >= count or tags[at + 1] != "N" or counted
            ):
                break
        elif tag == "G":
            if head >= 0 and (plural >= 0 or at + 1 < count and tags[at + 1] in "DPO"):
                break
            if head < 0 and at + 1 < count and tags[at + 1] in "DP.":
                head = at
            elif head >= 0:
                head = at
        elif tag == "B":
            if head >= 0 or at + 1 >= count or tags[at + 1] not in "EJGN":
                break
        elif tag in "vV":
            if head >= 0 or tag == "V" and (at + 1 >= count or tags[at + 1] not in "NJ"):
                break
            if tag == "v":
                head = at
                if is_plural(lower):
                    plural = at
        elif tag == "C":
            if not (lower in ("and", "or", "&") and at > start and at + 1 < count):
                break
            if (head < 0 or counted and plural < 0) and tags[at + 1] in "JNEG":
                pass
            elif head >= 0 and tags[at + 1] == "N" and is_plural(lowers[at + 1]) == (plural >= 0):
                kept = head
                at += 2
                return Phrase(start, at, at, kept)
            else:
                break
        elif lower in ("’", "'") and at > start:
            pass
        elif lower == "%" or tag == "M" and head >= 0 and tokens.words[at].isdigit() and False:
            break
        else:
            break
        at += 1
    if head < 0:
        return None
    return Phrase(start, head + 1, head + 1, head)


def extend_phrase(tokens: Tokens, phrase: Phrase, limit: int) -> Phrase:
    """Add the complements that identify a noun: "of …", "in care", "reporting concerns …".

    A complement that names a place or starts with a capital is left out, since it says where and
    not what; nothing at or after token `limit` is taken.
    """
    tags, lowers, words = tokens.tags, tokens.lowers, tokens.words
    at = phrase.stop
    room = 3
    while at < limit and room:
        room -= 1
        skip = at
        while skip < limit and tags[skip] == "B" and lowers[skip] not in ("ago", "also"):
            skip += 1
        if skip >= limit:
            break
        tag = tags[skip]
        lower = lowers[skip]
        if lower == "of" or tag == "P" and lower in _COMPLEMENT_PREPOSITIONS:
            inner = skip + 1
            while inner < limit and tags[inner] == "D":
                inner += 1
            if inner >= limit or tags[inner] == "M":
                break
            noun = read_noun_phrase(tokens, inner)
            if noun is None or noun.stop > limit:
                break
            if lower != "of" and (
                words[inner][0].isupper() or lowers[noun.head] in PLACE_NOUNS
            ):
                break
            if lower == "of" and words[noun.head][0].isupper() and words[inner][0].isupper():
                break
            at = noun.stop
        elif tag in "EG" or tag == "J" and skip + 1 < limit and tags[skip + 1] == "P":
            inner = skip + 1
            if inner < limit and tags[inner] == "P" and lowers[inner] != "by":
                inner += 1
            while inner < limit and tags[inner] == "D":
                inner += 1
            noun = read_noun_phrase(tokens, inner) if inner < limit else None
            if noun is None or noun.stop > limit or tags[inner] == "M":
                at = skip + 1 if tag in "EG" else at
                break
            at = noun.stop
        else:
            break
    return Phrase(phrase.start, phrase.core_stop, at, phrase.head)


def find_verb(tokens: Tokens, at: int, floor: int = 0) -> tuple[int, int] | None:
    """The verb group that governs token `at` from the left: its first token and its stop."""
    tags, lowers = tokens.tags, tokens.lowers
    index = at - 1
    while index >= floor:
        tag = tags[index]
        if (
            tag in "AV"
            or tag == "E" and _is_finite(tokens, index, floor)
            or tag == "v" and index > floor and _agrees(tokens, index)
            or tag == "G" and index > floor and (lowers[index - 1] == "," or index + 1 == at)
        ):
            stop = index + 1
            if lowers[index] in _MODALS:
                stop = _past_modal(tokens, stop, at)
            return _group_start(tokens, index, floor), stop
        if tag == "." and lowers[index] in (";", ":", "“", "”", '"'):
            return None
        index -= 1
    return None


_MODALS = frozenset(
    "will would could can may might must should shall won’t won't cannot don’t don't did didn’t "
    "didn't do does".split()
)


def _past_modal(tokens: Tokens, stop: int, at: int) -> int:
    """Take in the bare verb after a modal: "will invest", "could not afford"."""
    after = stop
    while after < at and (tokens.tags[after] == "B" or tokens.lowers[after] == "be"):
        after += 1
    return after + 1 if after < at and tokens.tags[after] in "NvEV" else stop


def _agrees(tokens: Tokens, index: int) -> bool:
    """Whether a present-tense form agrees with the word before it as its subject."""
    before, tag = tokens.lowers[index - 1], tokens.tags[index - 1]
    if tag == "B" and index > 1:
        before, tag = tokens.lowers[index - 2], tokens.tags[index - 2]
    if tag in "RC" or before == "to":
        return True
    third = tokens.lowers[index].endswith("s")
    if tag == "O":
        return True
    return tag == "N" and is_plural(before) != third


def _is_finite(tokens: Tokens, index: int, floor: int) -> bool:
    """Whether a form in -ed is a verb here, not a modifier ("registered nurses")."""
    before = tokens.tags[index - 1] if index > floor else "."
    after = tokens.tags[index + 1] if index + 1 < len(tokens) else "."
    if before in "DJ" or before == "P":
        return False
    return not (after in "N" and before in "M")


def find_subject(tokens: Tokens, verb: int, floor: int = 0) -> tuple[int, int] | None:
    """The subject of the verb group that starts at token `verb`, as token bounds.

    A clause between commas before the verb is passed over; a relative pronoun gives its
    antecedent. None where the verb has none to its left (an order, an elided subject).
    """
    tags, lowers = tokens.tags, tokens.lowers
    stop = verb
    while stop > floor and tags[stop - 1] == "B":
        stop -= 1
    if stop <= floor:
        return None
    if lowers[stop - 1] == ")":
        opening = stop - 2
        while opening > floor and lowers[opening] != "(":
            opening -= 1
        stop = opening if opening > floor else stop
    if lowers[stop - 1] == ",":
        opening = stop - 2
        while opening > floor and lowers[opening] != ",":
            opening -= 1
        stop = opening if opening > floor else stop - 1
    if tags[stop - 1] == "R":
        stop -= 1
        if stop > floor and lowers[stop - 1] == ",":
            stop -= 1
        return _phrase_ending(tokens, stop, floor)
    if lowers[stop - 1] in ("and", "but", "or") and stop - 1 > floor:
        earlier = find_verb(tokens, stop - 1, floor)
        return find_subject(tokens, earlier[0], floor) if earlier is not None else None
    begin = stop
    while begin > floor:
        tag, lower = tags[begin - 1], lowers[begin - 1]
        if lower in (",", ";", ":", "–", "—", "“", "”", '"', "(", ")"):
            break
        if tag == "R" and not (lower in _RELATIVE and begin > floor + 1 and tags[begin - 2] == "N"):
            break
        if lower in _OPENERS and any(tags[index] in "NO" for index in range(begin, stop)):
            break
        if tag == "C" and lower in ("and", "but", "while") and _has_verb(tokens, floor, begin - 1):
            break
        if tag in "AV":
            relative = _relative_before(tokens, begin - 1, floor)
            if relative is not None:
                begin = relative
                continue
            if tag == "A" or tags[begin] in "DO" or lower in _SAYING:
                break
        begin -= 1
    begin = _skip_opening(tokens, begin, stop)
    return (begin, stop) if begin < stop else None


_RELATIVE = frozenset(("who", "that", "which", "whose"))


def _relative_before(tokens: Tokens, verb: int, floor: int) -> int | None:
    """Where the relative clause that a verb inside a subject belongs to starts; None if none."""
    for index in range(verb - 1, max(floor, verb - 7), -1):
        if tokens.tags[index] == ".":
            return None
        if tokens.lowers[index] in _RELATIVE and tokens.tags[index - 1] == "N":
            return index
    return None


def _has_verb(tokens: Tokens, floor: int, stop: int) -> bool:
    return any(tokens.tags[index] in "AV" for index in range(floor, stop)) or any(
        tokens.tags[index] == "E" and _is_finite(tokens, index, floor)
        and index + 1 < stop and tokens.tags[index + 1] in "PDMB"
        for index in range(floor, stop)
    )


def _phrase_ending(tokens: Tokens, stop: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase that ends before token `stop`, with its of-complements."""
    tags, lowers = tokens.tags, tokens.lowers
    begin = stop
    while begin > floor and (
        tags[begin - 1] in "NJEG" or lowers[begin - 1] in ("of",) or tags[begin - 1] == "D"
    ):
        begin -= 1
        if tags[begin] == "D" and not (begin > floor and lowers[begin - 1] == "of"):
            break
    begin = _skip_opening(tokens, begin, stop)
    return (begin, stop) if begin < stop else None


def _skip_opening(tokens: Tokens, begin: int, stop: int) -> int:
    """Pass over determiners, links and a fronted phrase that has no comma: "In July it"."""
    while begin < stop:
        hyphened = begin + 1 < stop and tokens.lowers[begin + 1] in ("-", "‑")
        if hyphened and tokens.tags[begin] == "M":
            break
        if tokens.tags[begin] in "DCB.M" or tokens.lowers[begin] in _PASSED_OVER:
            begin += 1
            continue
        if tokens.tags[begin] != "P" or tokens.lowers[begin] == "of":
            break
        inner = begin + 1
        while inner < stop and tokens.tags[inner] in "DM":
            inner += 1
        phrase = read_noun_phrase(tokens, inner) if inner < stop else None
        if phrase is None or phrase.stop >= stop:
            break
        begin = phrase.stop
    return begin


def head_of(tokens: Tokens, start: int, stop: int) -> int | None:
    """The head noun of a phrase given by bounds; of "number of X" and "level of X" it is X."""
    phrase = None
    at = start
    while at < stop:
        phrase = read_noun_phrase(tokens, at)
        if phrase is not None:
            break
        at += 1
    if phrase is None:
        return None
    head = phrase.head
    if singular(tokens.lowers[head]) in NUMBERING and head + 1 < stop and tokens.lowers[
        head + 1
    ] == "of":
        inner = head + 2
        while inner < stop and tokens.tags[inner] in "DM":
            inner += 1
        complement = read_noun_phrase(tokens, inner, counted=True) if inner < stop else None
        if complement is not None and complement.head < stop:
            return complement.head
    return head
