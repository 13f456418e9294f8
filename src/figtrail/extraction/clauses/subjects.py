"""The subject of a verb group, past all that may stand between the two."""

from __future__ import annotations

from figtrail.extraction.clauses.antecedents import find_several, phrase_ending, with_noun
from figtrail.extraction.clauses.beginnings import TIMES, find_beginning
from figtrail.extraction.clauses.between import (
    before_asides,
    before_examples,
    before_manner,
    before_saying,
    before_source,
    before_time,
    is_contracted,
    past_bracket,
)
from figtrail.extraction.clauses.openings import skip_opening
from figtrail.extraction.clauses.verbs import ABLE, REACH, find_main, find_verb
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.tokens import Tokens

_PRONOUNS = frozenset(read_sections("grammar.txt")["subject_pronouns"])
_THINGS = frozenset(("it", "they"))
_EACH = frozenset(read_sections("measured_words.txt")["each"])


def find_subject(tokens: Tokens, verb: int, floor: int = 0) -> tuple[int, int] | None:
    """The subject of the verb group that starts at token `verb`, as token bounds.

    A clause between commas is passed over; a relative pronoun gives its antecedent. None where the
    verb has none to its left (an order, an elided subject).
    """
    tags, lowers = tokens.tags, tokens.lowers
    stop, floor = verb, max(floor, verb - REACH)
    while stop > floor and (tags[stop - 1] == "B" or _floats(tokens, stop - 1, floor)):
        stop -= 1
    if stop <= floor or is_contracted(tokens, verb):
        return None
    main = find_main(tokens, verb, stop, floor)
    if main is not None:
        return find_subject(tokens, main[0], floor)
    if lowers[stop - 1] == "to" and tags[stop - 3 : stop - 1] == ["G", "N"] and stop - 3 > floor:
        # "Analysts are projecting sales to fall".
        return stop - 2, stop - 1
    if tags[verb] == "G" and lowers[stop - 2 : stop] == ABLE:
        stop -= 2
    acting = tags[verb] == "G" or lowers[verb] == "having"
    if acting and tags[stop - 1] == "N":
        return _find_absolute(tokens, stop, floor) or phrase_ending(tokens, stop, floor)
    if acting and lowers[stop - 1] == ",":
        # ", growing 13 per cent": whoever the clause before is about.
        return _find_shared(tokens, stop - 1, floor)
    quoted = _find_quoted(tokens, stop, floor)
    if quoted is not None:
        return quoted
    stop = _before_inserted(tokens, stop, floor)
    if tags[stop - 1] == "R":
        return _find_antecedent(tokens, verb, stop, floor)
    stop = before_manner(tokens, stop, floor)
    if lowers[stop - 1] in ("and", "but", "or") and stop - 1 > floor:
        return _find_shared(tokens, stop - 1, floor)
    begin = skip_opening(tokens, find_beginning(tokens, stop, floor), stop)
    if lowers[stop - 1] in _PRONOUNS and _stands_alone(tokens, begin, stop):
        return stop - 1, stop
    if lowers[verb - 1] == "," and begin < stop:
        # "The chain opened 23 shops, closed 11 and …": the verbs of a list share their subject.
        earlier = find_verb(tokens, stop, begin + 1)
        if earlier is not None and tags[earlier[0] - 1] in "NO":
            return find_subject(tokens, earlier[0], floor)
    return (begin, stop) if begin < stop else None


def _find_quoted(tokens: Tokens, stop: int, floor: int) -> tuple[int, int] | None:
    """A subject that ends with a name in quotation marks: "the toll of Typhoon “Pepito”"."""
    if tokens.lowers[stop - 1] not in ("”", "’", '"'):
        return None
    for opening in range(stop - 2, max(floor + 1, stop - _NAMED), -1):
        if tokens.lowers[opening] in ("“", "‘", '"'):
            if tokens.tags[opening - 1] != "N" or not tokens.words[opening + 1][0].isupper():
                return None
            begin = skip_opening(tokens, find_beginning(tokens, opening, floor), opening)
            return (begin, opening) if begin < opening else None
    return None


# How many tokens a name in quotation marks may take.
_NAMED = 6


def _find_shared(tokens: Tokens, at: int, floor: int) -> tuple[int, int] | None:
    """The subject that the verb before token `at` shares with the next: "fell and (rose)"."""
    earlier = find_verb(tokens, before_saying(tokens, at, floor), floor)
    return find_subject(tokens, earlier[0], floor) if earlier is not None else None


def _before_inserted(tokens: Tokens, stop: int, floor: int) -> int:
    """Where a subject stops before all that may part it from its verb, examples to sources."""
    if tokens.lowers[stop - 1] == ",":
        # "Farm goods, including tea, flowers and corn, make up".
        listed = before_examples(tokens, stop - 1, floor)
        stop = listed if listed < stop - 1 else stop
    stop = before_source(tokens, before_asides(tokens, stop, floor), floor)
    return before_examples(tokens, before_time(tokens, stop, floor), floor)


def _find_antecedent(tokens: Tokens, verb: int, stop: int, floor: int) -> tuple[int, int] | None:
    """The noun that a relative, which ends before token `stop`, stands for: "(hybrids), which"."""
    tags, lowers = tokens.tags, tokens.lowers
    if lowers[stop - 1] == "that" and lowers[stop - 2] == "," and tags[verb] in "Av":
        # "From April, that will rise": no relative stands behind a comma.
        return stop - 1, stop
    stop -= 1
    if lowers[stop - 1] == "of" and _is_part(lowers[stop - 2]):
        # "Trams, each of which cost €3.1m", "bids, the latest of which was £4m".
        stop -= 2
        while stop > floor and tags[stop - 1] in "DJB":
            stop -= 1
        several = find_several(tokens, stop - (lowers[stop - 1] == ","), floor)
        if several is not None:
            return several
    if stop > floor and lowers[stop - 1] == ",":
        stop -= 1
    # "Hybrids (PHEVs), which were".
    named = phrase_ending(tokens, past_bracket(tokens, stop, floor), floor)
    return with_noun(tokens, named) if tags[verb] == "A" else named


def _find_absolute(tokens: Tokens, stop: int, floor: int) -> tuple[int, int] | None:
    """What stands behind "with" and moves: "with the cost of a flat in York (falling by 3%)"."""
    begin = stop
    while begin > floor and (
        tokens.tags[begin - 1] in "NJDG"
        or (tokens.tags[begin - 1] == "P" and tokens.lowers[begin - 1] != "with")
    ):
        begin -= 1
    counted = begin - 1 if tokens.tags[begin - 1] == "M" else begin
    led = counted > floor and begin < stop and tokens.lowers[counted - 1] == "with"
    while led and tokens.tags[begin] == "D" and begin < stop - 1:
        begin += 1
    return (begin, stop) if led and tokens.tags[begin] in "NJG" else None


def _floats(tokens: Tokens, at: int, floor: int) -> bool:
    """Whether a word behind its noun only says of how many: "the clubs each (spent £4m)"."""
    return at - 1 > floor and tokens.lowers[at] in _SHARING and tokens.tags[at - 1] in "NO"


_SHARING = frozenset(("each", "both", "all"))


def _is_part(lower: str) -> bool:
    """Whether a word before "of which" is one or some of those before: "each", "the largest"."""
    return lower in _EACH or lower.endswith("est")


def _stands_alone(tokens: Tokens, begin: int, stop: int) -> bool:
    """Whether a pronoun before the verb is the whole subject, whatever stands before it.

    "A year ago it was 30", "last year there were", "this term they are", "a seat it had held",
    "among the over-65s it was"; not "the area planted with it was", nor "clearing it would take".
    """
    tags, lowers = tokens.tags, tokens.lowers
    if tags[stop - 2] in "BC." or (begin < stop and tags[begin] == "P"):
        return True
    if lowers[stop - 1] not in _THINGS:
        # "Last year we paid £9", but "a loaf I sold at £2", "registrations there rose".
        return lowers[stop - 2] in TIMES
    return tags[stop - 2] == "N" and not lowers[stop - 2].endswith("ing")
