"""The subject of a verb group: where it begins and where it ends."""

from __future__ import annotations

from figtrail.extraction.clauses.agreement import agrees
from figtrail.extraction.clauses.antecedents import find_several, phrase_ending, with_noun
from figtrail.extraction.clauses.between import (
    RELATIVES,
    STATING,
    before_asides,
    before_examples,
    before_manner,
    before_saying,
    before_source,
    before_time,
    is_contracted,
    past_bracket,
)
from figtrail.extraction.clauses.finite import has_verb
from figtrail.extraction.clauses.listing import is_listed, joins_list
from figtrail.extraction.clauses.openings import skip_opening
from figtrail.extraction.clauses.telling import TELLING, is_content, is_told, tells
from figtrail.extraction.clauses.verbs import ABLE, REACH, find_main, find_verb
from figtrail.extraction.lexicon import read_rows, read_sections
from figtrail.extraction.nouns import is_plural
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("measured_words.txt")
# Prepositions that also open a clause: the subject of its verb stands behind them.
_OPENERS = frozenset(read_sections("grammar.txt")["clause_prepositions"])
_MORE = frozenset(("more", "less", "fewer"))
_PRONOUNS = frozenset(read_sections("grammar.txt")["subject_pronouns"])
_THINGS = frozenset(("it", "they"))
_TIMES = frozenset(_WORDS["times"]) | {"before", "term", "time"}
_MONTHS = frozenset(
    word.lower()
    for word, name in read_rows("periods.csv", "word", "class")
    if name.endswith("month")
)
_WHEN = _TIMES | _MONTHS | frozenset("start end middle beginning outset last next".split())
_EACH = frozenset(_WORDS["each"])
_CLASSING = frozenset(_WORDS["classing"])
# What somebody says or sees has a subject of its own.
_SAYING = STATING | frozenset(_WORDS["seeing"])


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
    begin = skip_opening(tokens, _find_begin(tokens, stop, floor), stop)
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
            begin = skip_opening(tokens, _find_begin(tokens, opening, floor), opening)
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
        return lowers[stop - 2] in _TIMES or lowers[stop - 2] in _MONTHS
    return tags[stop - 2] == "N" and not lowers[stop - 2].endswith("ing")


def _find_begin(tokens: Tokens, stop: int, floor: int) -> int:
    """Where the clause of a subject that ends before token `stop` begins."""
    tags, lowers = tokens.tags, tokens.lowers
    begin = stop
    while begin > floor:
        tag, lower = tags[begin - 1], lowers[begin - 1]
        if lower == "," and begin < stop and is_listed(tokens, begin - 1, stop, floor):
            begin -= 1
            continue
        if lower in _MARKS or (tag in "RPC" and _opens_clause(tokens, begin, stop, floor)):
            break
        if tag == "v" and begin < stop and tags[begin] in "DO" and agrees(tokens, begin - 1, floor):
            break
        if tag in "AVE" and begin - 2 > floor and lowers[begin - 2] == "to":
            # "The wait (to be) seen": an infinitive inside the subject.
            begin -= 2
            continue
        if tag in "VE" and begin - 3 > floor and lowers[begin - 3 : begin - 1] == ["to", "be"]:
            begin -= 3
            continue
        if lower in TELLING and tells(tokens, begin - 1, stop, floor):
            # "The board says leaks have been cut by half".
            break
        if tag in "AV":
            relative = _relative_before(tokens, begin - 1, floor)
            if relative is not None:
                begin = relative
                continue
            if tag == "A" or tags[begin] in "DO" or lower in _SAYING:
                break
        begin -= 1
    return begin


_AS = frozenset(("of", "at", "on"))
_MARKS = frozenset((",", ";", ":", "–", "—", "“", "”", '"', "(", ")"))


def _is_when(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether words only name a time: "since (the start of last May)"."""
    return all(tokens.tags[at] in "DPM" or tokens.lowers[at] in _WHEN for at in range(start, stop))


def _opens_clause(tokens: Tokens, begin: int, stop: int, floor: int) -> bool:
    """Whether the word before token `begin` opens the clause whose subject ends before `stop`."""
    tags, lowers = tokens.tags, tokens.lowers
    tag, lower = tags[begin - 1], lowers[begin - 1]
    if tag == "R" and (
        lower not in RELATIVES
        or begin <= floor + 1
        or tags[begin - 2] != "N"
        or lowers[begin - 2] in STATING
        or (lower == "that" and is_told(tokens, begin - 1, floor))
        or (lower == "that" and is_content(tokens, begin, floor))
    ):
        return True
    opens = lower in _OPENERS and not (lower == "than" and lowers[begin - 2] in _MORE)
    opens = opens and not (lower == "as" and (lowers[begin] in _AS or tags[begin] == "E"))
    opens = opens and not (lower == "because" and lowers[begin] in ("of", "at", "on"))
    opens = opens and not (lower == "as" and _is_classing(tokens, begin))
    # "Were emptied as one fire blackened 450 acres".
    whole = lower == "as" and tags[begin - 2] in "EVNB" and tags[begin : begin + 2] == ["M", "N"]
    opens = opens and not (begin < stop and tags[begin] == "M" and not (whole and begin + 1 < stop))
    # "Deaths since mid-June reached 1,314": a date, no clause.
    dated = lower in ("since", "before", "after", "until")
    dated = dated and not is_plural(lowers[begin])
    short = stop - begin <= 4 or _is_when(tokens, begin, stop)
    opens = opens and not (dated and short and begin - 2 >= floor and tags[begin - 2] == "N")
    if opens and (tags[stop - 1] == "v" or any(tags[at] in "NO" for at in range(begin, stop))):
        # "Since total costs rose": a noun that looks like a verb may stand before its verb.
        return True
    if tag != "C" or lower not in ("and", "but") or not has_verb(tokens, floor, begin - 1):
        return False
    if tags[begin] == "P" and _fills(tokens, begin, stop):
        # "Harm to livestock and to the harvest".
        return False
    return not joins_list(tokens, begin - 1, stop, floor)


def _is_classing(tokens: Tokens, at: int) -> bool:
    """Whether "as" before a token opens no clause: "classified as damage", "as a result of"."""
    lowers = tokens.lowers
    if lowers[at - 2] in _CLASSING or lowers[at - 2] == "well":
        return True
    return lowers[at : at + 3] == ["a", "result", "of"] or lowers[at : at + 2] in (
        ["part", "of"],
        ["well", "as"],
    )


def _fills(tokens: Tokens, preposition: int, stop: int) -> bool:
    """Whether nothing but a preposition's own noun stands up to a token."""
    at = preposition + 1
    while at < stop and tokens.tags[at] == "D":
        at += 1
    # "In Leeds rents fell": a place before the subject itself.
    fronted = tokens.words[at][0].isupper() and tokens.words[stop - 1].islower()
    return at < stop and not fronted and all(tag in "NJG" for tag in tokens.tags[at:stop])


def _relative_before(tokens: Tokens, verb: int, floor: int) -> int | None:
    """Where the relative clause that a verb inside a subject belongs to starts; None if none."""
    for index in range(verb - 1, max(floor, verb - 7), -1):
        if tokens.tags[index] == ".":
            return None
        relative = tokens.lowers[index] in RELATIVES or tokens.lowers[index] == "where"
        if relative and tokens.tags[index - 1] == "N":
            return index
        if relative and tokens.tags[index - 2 : index] == ["N", "P"]:
            # "Routes on which fares will rise".
            return index - 1
    return None
