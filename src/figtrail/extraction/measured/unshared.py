"""What a number's own clause says of it, where no figure before it is of the same kind."""

from __future__ import annotations

from figtrail.extraction.clauses import TELLING, find_subject, find_verb, is_contracted
from figtrail.extraction.measured.norms import names_forecaster
from figtrail.extraction.measured.placed import is_place
from figtrail.extraction.measured.pointing import is_total
from figtrail.extraction.measured.predicates import read_predicate
from figtrail.extraction.measured.site import TIMES, WORDS, Measured, is_pronoun
from figtrail.extraction.measured.starts import find_noun_start
from figtrail.extraction.measured.wholes import COSTING
from figtrail.extraction.phrases import head_of
from figtrail.extraction.tokens import Tokens

_POINTING = frozenset(WORDS["pointing"])
_OF_THAT = (["of", "that"], ["of", "it"], ["of", "them"])
_PAUSES = frozenset((",", ";", ":", "–", "—"))
# How many tokens may stand between a number and the noun before it.
_NEAR = 6


def find_unshared(tokens: Tokens, start: int, after: int) -> Measured | None:
    """The clause, the predicate or the noun beside a number without a noun of its own.

    `start` is where its comparator starts, `after` the token behind it. None where a pronoun
    points back: "it was £40" goes on with what was told.
    """
    following = tokens.lowers[after : after + 2]
    pointing = tokens.lowers[0] in _POINTING or tokens.lowers[start - 1] == "another"
    if following in _OF_THAT or pointing:
        return None
    verb = find_verb(tokens, start)
    if verb is not None:
        subject = find_subject(tokens, verb[0])
        if subject is not None and not is_pronoun(tokens, subject):
            if _stands_for(tokens, subject) or tokens.lowers[verb[1] - 1] in TELLING:
                return None
            stop = _clause_stop(tokens, verb[1], start)
            return Measured(subject[0], stop, head_of(tokens, *subject), "unshared")
        if _points_back(tokens, verb):
            return _find_told(tokens, verb)
    return _find_said(tokens, after) or _find_before(tokens, start)


def find_costed(tokens: Tokens, start: int) -> Measured | None:
    """The verb "cost" with whom a sum is taken from: "it would (cost the Treasury) £19m"."""
    verb = find_verb(tokens, start)
    if verb is None or tokens.lowers[verb[1] - 1] not in COSTING or verb[1] == start:
        return None
    subject = find_subject(tokens, verb[0])
    if subject is not None and not is_pronoun(tokens, subject):
        return None
    whom = all(tag in "DNJOC" for tag in tokens.tags[verb[1] : start])
    return Measured(verb[1] - 1, start, None, "clause") if whom else None


def _stands_for(tokens: Tokens, subject: tuple[int, int]) -> bool:
    """Whether a subject only has, expects or counts what was told before."""
    if is_total(tokens, subject) or is_place(tokens, subject):
        return True
    return names_forecaster(tokens, subject)


def _points_back(tokens: Tokens, verb: tuple[int, int]) -> bool:
    """Whether the verb's subject, or what is written together with it, is a pronoun of a thing."""
    at = verb[0]
    while at > 0 and tokens.tags[at - 1] == "B":
        at -= 1
    word = tokens.lowers[at - 1] if at else ""
    return word in _POINTING or is_contracted(tokens, verb[0])


def _find_told(tokens: Tokens, verb: tuple[int, int]) -> Measured | None:
    """What somebody says of himself: "the airline says it (lost) £40m"."""
    teller = verb[0] - 2
    told = teller > 0 and tokens.lowers[teller] in TELLING
    doing = tokens.tags[verb[1] - 1] in "VE" and tokens.tags[verb[0]] != "A"
    return Measured(*verb, None, "unshared") if told and doing else None


def _clause_stop(tokens: Tokens, verb: int, start: int) -> int:
    """Where a clause stops: behind its verb, or its object where that stands before the number."""
    stop = verb
    while stop < start and tokens.tags[stop] in "DNJO":
        stop += 1
    return stop if stop < start or tokens.tags[stop - 1] in "N" else verb


def _find_said(tokens: Tokens, after: int) -> Measured | None:
    """What a clause says of a number that is its subject."""
    at = after
    if at < len(tokens.words) and tokens.tags[at] in "AVv":
        return read_predicate(tokens, at, len(tokens.words))
    if tokens.lowers[at : at + 1] in (["that"], ["who"], ["which"]):
        return read_predicate(tokens, at + 1, len(tokens.words))
    return None


def _find_before(tokens: Tokens, start: int) -> Measured | None:
    """The noun phrase that stands before a number in its clause."""
    for stop in range(start, max(0, start - _NEAR), -1):
        at = stop - 1
        if tokens.tags[at] == "N" and tokens.lowers[at] not in TIMES:
            begin = find_noun_start(tokens, stop, 0)
            pointed = begin > 0 and tokens.lowers[begin - 1] in _POINTING
            return Measured(begin, stop, at, "unshared") if begin < stop and not pointed else None
        if tokens.lowers[at] in _PAUSES and stop < start:
            return None
    return None
