"""What a number measures: the noun phrase, clause or earlier phrase that says it."""

from __future__ import annotations

from typing import NamedTuple

from figtrail.extraction.changes import CHANGE_NOUNS, CHANGE_VERBS
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number
from figtrail.extraction.phrases import (
    NUMBERING,
    Phrase,
    extend_phrase,
    find_subject,
    find_verb,
    head_of,
    read_noun_phrase,
    singular,
)
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("measured_words.txt")
_LEVEL_VERBS = frozenset(_WORDS["level_verbs"])
_COMPOSING = frozenset(_WORDS["composing"])
_REPORTING = frozenset(_WORDS["reporting"])
_OBJECT_PREPOSITIONS = frozenset(_WORDS["object_prepositions"])
_SKIPPED = frozenset(_WORDS["skipped"])
_PARTICLES = frozenset("up down".split())


class Measured(NamedTuple):
    """A phrase by token bounds (stop exclusive) with its head noun, and how it was found."""

    start: int
    stop: int
    head: int | None
    rule: str


def find_measured(
    tokens: Tokens,
    number: Number,
    phrase: Phrase | None,
    *,
    bound_start: int,
    after: int,
    limit: int,
    kind: str,
) -> Measured | None:
    """The phrase of this sentence that says what the number measures; None where it is elided.

    `phrase` is the noun phrase that directly follows the number and its unit, `after` the token
    after unit and denominator, `bound_start` where the comparator starts, `limit` the token that
    complements must not pass (the next figure or period).
    """
    if kind in ("count", "rate") and phrase is not None:
        return _counted(tokens, number, phrase, limit, bound_start)
    following = phrase if phrase is not None else None
    if following is not None and not _is_change(tokens, following):
        return _noun(tokens, following, limit, "following")
    if following is not None:
        return _of_change(tokens, number, following, bound_start, limit)
    preceding = _before_of(tokens, bound_start, limit, after)
    if preceding is not None:
        return preceding
    if after < len(tokens) and tokens.lowers[after] == "of":
        complement = _complement(tokens, after, limit)
        if complement is not None:
            return complement
    return _by_clause(tokens, number, bound_start, after, limit, kind)


def _noun(tokens: Tokens, phrase: Phrase, limit: int, rule: str) -> Measured:
    extended = extend_phrase(tokens, phrase, limit)
    start = extended.start
    while start < extended.head and tokens.lowers[start] in _SKIPPED:
        start += 1
    return Measured(start, extended.stop, extended.head, rule)


def _is_change(tokens: Tokens, phrase: Phrase) -> bool:
    return tokens.lowers[phrase.head] in CHANGE_NOUNS


def _counted(
    tokens: Tokens, number: Number, phrase: Phrase, limit: int, bound_start: int
) -> Measured:
    """A counted noun; what "accounted for" it is measured by the subject, not by the noun."""
    verb = find_verb(tokens, bound_start)
    if verb is not None and bound_start - verb[1] <= 2:
        if tokens.lowers[verb[1] - 1] in _COMPOSING:
            subject = find_subject(tokens, verb[0])
            if subject is not None:
                return Measured(*subject, phrase.head, "composing")
    measured = _noun(tokens, phrase, limit, "counted")
    return measured


def _of_change(
    tokens: Tokens, number: Number, phrase: Phrase, bound_start: int, limit: int
) -> Measured | None:
    """What changes: "a 5% pay rise", "a 5% rise in sales", "sales saw a 5% rise"."""
    if phrase.head > phrase.start:
        start = phrase.start
        while start < phrase.head and (
            tokens.tags[start] == "J" or tokens.lowers[start] in _SKIPPED
            or tokens.lowers[start] in ("year-on-year", "annual", "month-on-month")
        ):
            start += 1
        if start < phrase.head:
            return Measured(start, phrase.head, phrase.head - 1, "change")
    at = phrase.stop
    if at < len(tokens) and tokens.lowers[at] in ("in", "of", "for", "to"):
        complement = _complement(tokens, at, limit)
        if complement is not None:
            return complement
    return _by_subject(tokens, bound_start)


def _complement(tokens: Tokens, preposition: int, limit: int) -> Measured | None:
    at = preposition + 1
    while at < limit and tokens.tags[at] == "D":
        at += 1
    if at >= limit or tokens.tags[at] == "M":
        return None
    phrase = read_noun_phrase(tokens, at)
    if phrase is None or phrase.stop > limit:
        return None
    return _noun(tokens, phrase, limit, "complement")


def _before_of(tokens: Tokens, at: int, limit: int, after: int) -> Measured | None:
    """The noun that the number tells the size of: "a budget of £5m", "a caseload of 17"."""
    lowers, tags = tokens.lowers, tokens.tags
    index = at - 1
    while index > 0 and tags[index] == "D":
        index -= 1
    if index < 1 or lowers[index] not in ("of", "at"):
        return None
    link = lowers[index]
    end = index
    start = end
    while start > 0 and (
        tags[start - 1] in "NJG"
        or tags[start - 1] in "Ev" and start < end
        or lowers[start - 1] == "and" and start < end and start > 1 and tags[start - 2] in "NJ"
        or tags[start - 1] == "E" and start == end and False
    ):
        start -= 1
    if start == end:
        return None
    head = end - 1
    noun = lowers[head]
    if noun in CHANGE_NOUNS and link == "of":
        if after < len(tokens) and lowers[after] in ("in", "for", "to"):
            complement = _complement(tokens, after, limit)
            if complement is not None:
                return complement
        if start < head:
            kept = start
            while kept < head and (tags[kept] == "J" or lowers[kept] in _SKIPPED):
                kept += 1
            if kept < head:
                return Measured(kept, head, head - 1, "change")
        return _by_subject(tokens, start)
    if singular(noun) in NUMBERING and start == head:
        return None
    if link == "at" and tags[head] not in "NG":
        return None
    while start < head and lowers[start] in _SKIPPED:
        start += 1
    begin = start
    if begin > 1 and lowers[begin - 1] in ("of", "in") and link == "of":
        outer = begin - 1
        while outer > 0 and tags[outer - 1] in "NJ":
            outer -= 1
        if outer < begin - 1:
            change = lowers[begin - 2] in CHANGE_NOUNS
            if not change:
                return Measured(outer, end, begin - 2, "preceding")
    return Measured(start, end, head, "preceding")


def _by_subject(tokens: Tokens, at: int) -> Measured | None:
    verb = find_verb(tokens, at)
    if verb is None:
        return None
    subject = find_subject(tokens, verb[0])
    if subject is None or _is_pronoun(tokens, subject):
        return None
    return Measured(*subject, head_of(tokens, *subject), "subject")


def _is_pronoun(tokens: Tokens, bounds: tuple[int, int]) -> bool:
    return all(tokens.tags[index] in "ODPRC.B" for index in range(*bounds))


def _by_clause(
    tokens: Tokens, number: Number, bound_start: int, after: int, limit: int, kind: str
) -> Measured | None:
    """The subject or the object of the number's clause, as its verb asks."""
    lowers, tags = tokens.lowers, tokens.tags
    start = bound_start
    verb = (number.first, number.first + 1) if number.form == "multiple" and number.change else None
    if verb is not None and number.first and tags[number.first - 1] == "A":
        verb = (number.first - 1, number.first + 1)
    if verb is None:
        verb = find_verb(tokens, start)
    gapped = _gapped(tokens, start)
    if gapped is not None and (verb is None or any(lowers[i] in (",", "and", ";") for i in range(verb[1], gapped.start))):
        return gapped
    if verb is None:
        return _verbless(tokens, start)
    word = lowers[verb[1] - 1]
    if word in _REPORTING and verb[1] >= start - 1:
        return None
    between = range(verb[1], start)
    if any(tags[index] == "R" for index in between):
        return None
    level = word in _LEVEL_VERBS or word in CHANGE_VERBS
    if kind == "multiple":
        level = True
    if not level and after < len(tokens) and lowers[after] in _OBJECT_PREPOSITIONS:
        complement = _complement(tokens, after, limit)
        if complement is not None:
            return complement
    direct = _object(tokens, verb[1], start, limit)
    if direct is not None and word not in ("was", "were", "is", "are", "be", "been"):
        return direct
    subject = find_subject(tokens, verb[0])
    if subject is None or _is_pronoun(tokens, subject):
        return None
    if start and lowers[start - 1] == "by" and not level and tags[verb[1] - 1] in "EV":
        return Measured(subject[0], verb[1], head_of(tokens, *subject), "clause")
    return Measured(*subject, head_of(tokens, *subject), "subject")


def _object(tokens: Tokens, start: int, stop: int, limit: int) -> Measured | None:
    """The object between a verb and "by/to/from/at/for" + number: "cut emissions by 5%"."""
    at = start
    while at < stop and tokens.tags[at] in "DB":
        at += 1
    if at >= stop or tokens.tags[at] not in "NJG":
        return None
    phrase = read_noun_phrase(tokens, at)
    if phrase is None or phrase.stop > stop:
        return None
    if phrase.stop < len(tokens) and tokens.tags[phrase.stop] not in "PB":
        return None
    return _noun(tokens, phrase, stop - 1, "object")


def _gapped(tokens: Tokens, at: int) -> Measured | None:
    """A noun right before its number without a verb: "profit 3%", "spending up 4%"."""
    lowers, tags = tokens.lowers, tokens.tags
    stop = at
    while stop > 0 and (lowers[stop - 1] in _PARTICLES or lowers[stop - 1] in ("to", "at", "by", ":", "(")):
        stop -= 1
    start = stop
    while start > 0 and tags[start - 1] in "NJ" and lowers[start - 1] not in CHANGE_VERBS:
        start -= 1
    if start == stop or tokens.words[start][0].isupper() and start:
        return None
    return Measured(start, stop, stop - 1, "gapped")


def _verbless(tokens: Tokens, at: int) -> Measured | None:
    """A headline's subject: the first noun phrase of the clause that the number ends."""
    start = at
    while start > 0 and tokens.lowers[start - 1] not in (",", ";", ":", "(", "–", "—", "“", '"'):
        start -= 1
    while start < at and tokens.tags[start] in "DPC":
        start += 1
    phrase = read_noun_phrase(tokens, start) if start < at else None
    if phrase is None or phrase.stop > at:
        return None
    return _noun(tokens, phrase, at, "verbless")
