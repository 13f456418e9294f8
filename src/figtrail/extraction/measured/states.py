"""The clause that says more of those counted: what they are, or what befell them."""

from __future__ import annotations

from figtrail.extraction.clauses import find_subject
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.measured.predicates import read_predicate
from figtrail.extraction.measured.ranks import BEING
from figtrail.extraction.measured.site import Measured, is_holder, is_pronoun
from figtrail.extraction.phrases import Phrase, extend_phrase
from figtrail.extraction.tokens import Tokens

# How many tokens may size or tie a number to its verb: "killed an estimated 90 people".
_SIZING = 3
_EMPLOYING = frozenset(read_sections("people.txt")["employing"])
_PERSONS = frozenset(("people", "persons", "lives"))
# How many tokens the clause of "people" may have.
_CLAUSE = 14


def with_whose(tokens: Tokens, noun: Measured, core: int, verb: tuple[int, int]) -> Measured | None:
    """The clause of persons that are only "people": "the quake has killed 16 people".

    By themselves they say nothing; a pronoun before the verb says no more.
    """
    if core > noun.start + 1 or tokens.lowers[noun.start] not in _PERSONS:
        return None
    told = core < len(tokens.words) and (
        tokens.tags[core] in "JAVEGvR"
        or tokens.lowers[core] in ("from", "of", "with", "aboard")
        or tokens.lowers[core : core + 2] == ["on", "board"]
        or (tokens.lowers[core] == "," and "whom" in tokens.lowers[core + 1 : core + 4])
    )
    if told:
        return None
    subject = find_subject(tokens, verb[0])
    if subject is None or is_pronoun(tokens, subject) or noun.start - subject[0] > _CLAUSE:
        return None
    if tokens.lowers[verb[1] - 1] in _EMPLOYING and is_holder(tokens, subject):
        return None
    between = range(subject[0], noun.start)
    if any(tokens.tags[at] in ".R" for at in between):
        return None
    return noun._replace(start=subject[0])


def is_object(tokens: Tokens, verb: int, start: int) -> bool:
    """Whether only an article or preposition stands before a verb's number: "was found in 40".

    "There were by then 55 people" says nothing of them.
    """
    if "there" in tokens.lowers[max(0, verb - _SIZING) : verb]:
        return verb == start
    return verb <= start <= verb + _SIZING and all(
        tokens.tags[at] in "DJEBP" for at in range(verb, start)
    )


def with_predicate(tokens: Tokens, noun: Measured, limit: int) -> Measured | None:
    """The clause of a bare noun that says too little by itself: "children are in care".

    Of a longer one only what it is, not what is done: "farm sheds are still under water".
    """
    tags = tokens.tags
    at = noun.stop
    if tokens.lowers[noun.stop - 1] in _PERSONS and tokens.lowers[at : at + 1] == [","]:
        return _find_past_aside(tokens, noun)
    if at >= limit or tags[at] != "A":
        return None
    if noun.stop != noun.start + 1 and not _is_state(tokens, noun, limit):
        return None
    while at < limit and tags[at] in "AB":
        at += 1
    if at < limit and tags[at] in "EVJG":
        at = _past_held(tokens, at + 1, limit)
    head = noun.head if noun.head is not None else noun.start
    clause = extend_phrase(tokens, Phrase(noun.start, at, at, head), limit)
    if clause.stop == at and tags[at - 1] in "AB":
        return None
    return noun._replace(stop=clause.stop)


def _find_past_aside(tokens: Tokens, noun: Measured) -> Measured | None:
    """What "people" are behind an aside: "300 people, most of them fishers, are homeless"."""
    for at in range(noun.stop + 2, min(noun.stop + _ASIDE, len(tokens.words) - 2)):
        if tokens.lowers[at] == ",":
            told = tokens.lowers[at + 1] in BEING
            said = read_predicate(tokens, at + 1, len(tokens.words)) if told else None
            return said._replace(head=noun.head, rule="counted") if said is not None else None
        if tokens.tags[at] in "AVR":
            return None
    return None


# How many tokens an aside behind "people" may have.
_ASIDE = 12


def _is_state(tokens: Tokens, noun: Measured, limit: int) -> bool:
    """Whether "is" or "are" gives those counted a state: "were still without power"."""
    at = noun.stop
    before = tokens.lowers[noun.start - 2 : noun.start - 1]
    if tokens.lowers[at] not in BEING or before == ["of"] or tokens.lowers[noun.start - 1] == "-":
        # "The survey of 812 bakers was carried out", "a 300-seat hall is full".
        return False
    at += 1
    while at < limit and tokens.tags[at] == "B":
        at += 1
    return at < limit and tokens.tags[at] in "JP" and tokens.lowers[at] != "to"


def _past_held(tokens: Tokens, at: int, limit: int) -> int:
    """Past what is only thought to be so: "(are) estimated (to be stranded)", "feared (dead)"."""
    lowers, tags = tokens.lowers, tokens.tags
    if lowers[at : at + 2] == ["to", "be"] or lowers[at : at + 2] == ["to", "have"]:
        held = at + 2 + (lowers[at + 2 : at + 3] == ["been"])
        return held + 1 if held < limit and tags[held] in "EVJG" else at
    return at + 1 if at < limit and tags[at] in "J" and tags[at + 1 : at + 2] != ["N"] else at
