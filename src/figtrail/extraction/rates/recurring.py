"""Denominators in an adjective of the noun: "an annual bill of £1,200", "average weekly pay"."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_NOUNS
from figtrail.extraction.clauses import find_subject, find_verb
from figtrail.extraction.lexicon import read_pairs, read_sections
from figtrail.extraction.nouns import is_people, is_plural, singular
from figtrail.extraction.rates.denominators import name_denominator
from figtrail.extraction.tokens import HYPHENS, Tokens
from figtrail.model import Kind

_ADVERBS = read_pairs("rates.txt", "adverbs")
_WORDS = read_sections("rates.txt")
# What comes round without being paid or counted each time: "annual festival", "monthly survey".
_EVENTS = frozenset(_WORDS["events"])
# One year's result is no rate; one quarter's turnover neither.
_RESULTS = frozenset(_WORDS["results"])
_TURNOVER = frozenset(_WORDS["turnover"])
# Nouns that are stated as so many or so much each time.
_RATED = frozenset(_WORDS["rated"])

# Persons who are counted each time: "weekly visitors".
_COMING = frozenset(_WORDS["coming"])


def find_recurring(tokens: Tokens, at: int, kind: Kind) -> str | None:
    """The denominator of "an annual bill of £1,200", "a daily average of 240 patients".

    `at` is the token where the number's comparator starts.
    """
    if (
        at > 2
        and tokens.lowers[at - 1] in ("of", "at")
        and (tokens.tags[at - 2] in "NGvJ" or tokens.lowers[at - 2] == "cost")
    ):
        start = at - 2
        while start > 0 and tokens.tags[start - 1] in "NJEGB":
            start -= 1
        return read_recurring(tokens, start, at - 1, kind)
    if kind != "count" or at < 2 or tokens.tags[at - 1] not in "AV":
        return None
    verb = find_verb(tokens, at)
    subject = find_subject(tokens, verb[0]) if verb is not None and verb[1] == at else None
    if subject is None:
        return None
    words, stop = tokens.lowers[subject[0] : subject[1]], subject[1]
    if "of" in words and words[words.index("of") - 1] in _RATED:
        # "The annual rate of starts was 261,559".
        stop = subject[0] + words.index("of")
    if tokens.lowers[stop - 1] not in _RATED:
        return None
    return read_recurring(tokens, max(0, subject[0] - 1), stop, kind)


def find_paid(tokens: Tokens, at: int) -> str | None:
    """The denominator of a level of pay, rent or the like that its clause names before it.

    "Will lift the lowest hourly wages in the state to $18": `at` is the token where the number's
    comparator starts.
    """
    if at < 1 or tokens.lowers[at - 1] not in _LEVELLING:
        return None
    for index in range(at - 2, max(-1, at - _REACH), -1):
        lower = tokens.lowers[index]
        if tokens.tags[index] in "MR" or lower in _BREAKS:
            if tokens.tags[index] == "M" and tokens.lowers[index + 1] in _PERCENT:
                # "Hourly rates went up by 8 per cent in April, to £21.40".
                continue
            return None
        if lower == "per" and tokens.lowers[index + 1] in HYPHENS:
            # "Takes the per-pupil total to £4,900".
            return name_denominator(tokens.lowers[index + 2])
        if lower in _ADVERBS and not lower.endswith("ally"):
            noun = index + 1
            while noun + 1 < at and tokens.tags[noun] in "JEG":
                noun += 1
            return _ADVERBS[lower] if singular(tokens.lowers[noun]) in _PAY else None
    return None


def find_appositive(tokens: Tokens, after: int, kind: Kind) -> str | None:
    """The denominator behind a number: "£14 as a monthly fee", "£480 in weekly wages".

    `after` is the token behind the number.
    """
    if tokens.lowers[after : after + 1] not in (["as"], ["in"], ["of"]):
        return None
    at = after + 1
    while at < len(tokens.words) and tokens.tags[at] == "D":
        at += 1
    if at + 1 >= len(tokens.words) or tokens.lowers[at] not in _ADVERBS:
        return None
    stop = at + 1
    while stop < len(tokens.words) and tokens.tags[stop] in "NJG":
        stop += 1
    return read_recurring(tokens, at, stop, kind)


def find_deducted(tokens: Tokens, after: int) -> str | None:
    """The denominator of a sum taken from what recurs: "strip $75m from its annual costs".

    `after` is the token behind the sum.
    """
    if tokens.lowers[after : after + 1] not in (["from"], ["off"]):
        return None
    at = after + 1
    while at < len(tokens.words) and tokens.tags[at] == "D":
        at += 1
    per = _ADVERBS.get(tokens.lowers[at]) if at < len(tokens.words) else None
    near = tokens.lowers[at + 1 : at + 4]
    return per if per is not None and not _OUTLAYS.isdisjoint(near) else None


_PERCENT = frozenset(("%", "per", "percent", "pc"))
_OUTLAYS = frozenset(_WORDS["outlays"])
_LEVELLING = frozenset(_WORDS["levelling"])
_BREAKS = frozenset((";", ":", "“", "”", '"', "and", "but", "while"))
_PAY = frozenset(_WORDS["pay"])
# How many tokens before a level its noun may stand.
_REACH = 20


def read_recurring(tokens: Tokens, start: int, stop: int, kind: Kind) -> str | None:
    """The denominator that an adjective between two tokens gives the noun behind it."""
    for index in range(start, stop - 1):
        per = _ADVERBS.get(tokens.lowers[index])
        if per is None:
            continue
        if tokens.lowers[index + 1 : index + 2] == ["active"]:
            continue  # "daily active users" are so many users
        head = index + 1
        while head + 1 < stop and tokens.tags[head + 1] in "NJEG":
            head += 1
        while head > index + 1 and tokens.tags[head] == "E" and tokens.tags[head - 1] == "N":
            # "The weekly fee charged by homes": the participle tells of the noun.
            head -= 1
        return per if _recurs(tokens, index + 1, head, per, kind) else None
    return None


def _recurs(tokens: Tokens, start: int, head: int, per: str, kind: Kind) -> bool:
    noun = singular(tokens.lowers[head])
    verbal = head == start and tokens.tags[head] == "V"
    named = tokens.tags[head] in "NGv" or noun in _RATED or verbal
    if kind == "count" and is_people(tokens.lowers[head]) and is_plural(tokens.lowers[head]):
        # "Hourly workers" are paid by it, "monthly subscribers" pay by it.
        return noun in _COMING
    if not named or noun in _EVENTS or tokens.lowers[head] in CHANGE_NOUNS:
        return False
    if kind == "money":
        own = set(tokens.lowers[start : head + 1])
        return noun not in _RESULTS and not (per == "quarter" and not own.isdisjoint(_TURNOVER))
    return kind == "count" or (kind == "measurement" and noun in _RATED)
