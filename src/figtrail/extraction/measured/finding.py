"""The phrase that says what a number measures, wherever its sentence has it."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_NOUNS
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.measured.clauses import find_by_clause
from figtrail.extraction.measured.counted import YEARLY, measure_change, measure_counted
from figtrail.extraction.measured.lengths import find_length
from figtrail.extraction.measured.links import find_by_subject, find_linked, find_noun_start
from figtrail.extraction.measured.multiples import find_multiplied
from figtrail.extraction.measured.site import (
    ELIDED,
    LEVEL_NOUNS,
    WORDS,
    Measured,
    Site,
    measure_noun,
)
from figtrail.extraction.measured.wholes import find_whole
from figtrail.extraction.phrases import Phrase, read_noun_phrase
from figtrail.extraction.tokens import Tokens

_POSSESSIVES = frozenset(read_sections("grammar.txt")["possessives"])
_LIMITS = frozenset(WORDS["limits"])


def _hides_change(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a noun of change, mistaken for its verb, ends a phrase that says over what time."""
    following = tokens.lowers[phrase.stop : phrase.stop + 1]
    return tokens.lowers[phrase.head] in YEARLY and following != [] and following[0] in CHANGE_NOUNS


def _with_change(phrase: Phrase) -> Phrase:
    """The phrase with the noun of change behind it for its head."""
    return Phrase(phrase.start, phrase.stop + 1, phrase.stop + 1, phrase.stop)


def _find_part(tokens: Tokens, site: Site) -> Measured | None:
    """What a fraction is of, without "of": "half its capacity"; "halved its losses" is a verb."""
    number, at = site.number, site.after
    if number.form != "fraction" or number.change is not None or at + 1 >= site.limit:
        return None
    if tokens.lowers[at] not in _POSSESSIVES:
        return None
    phrase = read_noun_phrase(tokens, at + 1)
    return measure_noun(tokens, phrase, site.limit, "complement") if phrase is not None else None


def _is_owned(tokens: Tokens, site: Site) -> bool:
    """Whether a sum is told apart by who named it: "lower than the £310m analysts had expected"."""
    if site.kind not in ("money", "percentage") or tokens.lowers[site.bound_start - 1] != "the":
        return False
    at = site.after
    while at < min(len(tokens), site.after + _NAMING) and tokens.tags[at] in "DNJO":
        at += 1
    # "The £204,000 loss it ran up" has its own noun before who ran it up.
    own = at - site.after > 1 and tokens.tags[at - 1] == "O"
    return site.after < at < len(tokens) and tokens.tags[at] in "AVE" and not own


# How many tokens may name who expected a sum.
_NAMING = 5


def _find_rate(tokens: Tokens, site: Site, phrase: Phrase | None) -> Measured | None:
    """The named rate that a counted noun only sizes: "a birth rate of 1.56 children a woman"."""
    if site.kind != "rate" or phrase is None or not site.bound_start:
        return None
    last = site.bound_start - 1
    if tokens.lowers[last] == "of":
        start = find_noun_start(tokens, last, site.floor)
        named = start < last - 1 and tokens.lowers[last - 1] in ("rate", "ratio")
        return Measured(start, last, last - 1, "preceding") if named else None
    subject = find_by_subject(tokens, site)
    if subject is None or subject.head is None or subject.stop - subject.start < 2:
        return None
    return subject if tokens.lowers[subject.head] in ("rate", "ratio") else None


def find_measured(tokens: Tokens, site: Site, phrase: Phrase | None) -> Measured | None:
    """The phrase of this sentence that says what a number measures; None where it is elided.

    `phrase` is the noun phrase that directly follows the number and its unit.
    """
    if (
        phrase is not None
        and tokens.lowers[phrase.head] in LEVEL_NOUNS
        and (phrase.head == phrase.start and site.kind != "money")
    ):
        limiting = site.kind == "duration" and tokens.lowers[phrase.head] in _LIMITS
        return measure_noun(tokens, phrase, site.limit, "following") if limiting else None
    if phrase is not None and _hides_change(tokens, phrase):
        # "A 9% year-on-year fall in profit".
        return measure_change(tokens, site, _with_change(phrase))
    if site.floor and _is_owned(tokens, site):
        return ELIDED
    long = find_length(tokens, site)
    if long is not None:
        return long
    number = site.number
    if number.form == "proportion" and tokens.tags[number.first + 1] in "NJ":
        # "One voter in three": the noun stands inside.
        inner = read_noun_phrase(tokens, number.first + 1)
        if inner is not None and inner.stop < number.stop:
            return measure_noun(tokens, inner, number.stop, "counted")
    halved = _find_part(tokens, site)
    if halved is not None:
        return halved
    if site.kind == "multiple":
        multiplied = find_multiplied(tokens, site, phrase)
        if multiplied is not None:
            return multiplied
    told = _find_rate(tokens, site, phrase)
    if told is not None:
        return told
    if site.kind in ("count", "rate", "ratio", "multiple") and phrase is not None:
        return measure_counted(tokens, site, phrase)
    if phrase is not None:
        if tokens.lowers[phrase.head] in CHANGE_NOUNS:
            return measure_change(tokens, site, phrase)
        return measure_noun(tokens, phrase, site.limit, "following")
    return _find_apart(tokens, site)


def _find_apart(tokens: Tokens, site: Site) -> Measured | None:
    """The measured phrase of a number that no noun of its own follows."""
    preceding = find_linked(tokens, site)
    if preceding is not None:
        return preceding if preceding.stop > preceding.start else None
    every = tokens.lowers[site.after + 1 : site.after + 2] in (["every"], ["each"])
    if every and site.kind == "money":
        # "87p of every pound": what takes it is measured.
        return find_by_clause(tokens, site._replace(after=len(tokens)))
    if site.after < len(tokens) and tokens.lowers[site.after] == "of":
        shared = find_whole(tokens, site)
        if shared is not None:
            return shared
    return find_by_clause(tokens, site)
