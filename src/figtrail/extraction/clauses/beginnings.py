"""Where a clause begins, found from the end of its subject: "costs rose [as fares fell]"."""

from __future__ import annotations

from figtrail.extraction.clauses.agreement import agrees
from figtrail.extraction.clauses.between import RELATIVES, STATING
from figtrail.extraction.clauses.finite import has_verb
from figtrail.extraction.clauses.listing import is_listed, joins_list
from figtrail.extraction.clauses.telling import TELLING, is_content, is_told, tells
from figtrail.extraction.date_words import MONTHS
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import is_plural
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("measured_words.txt")
# Prepositions that also open a clause: the subject of its verb stands behind them.
_OPENERS = frozenset(read_sections("grammar.txt")["clause_prepositions"])
_MORE = frozenset(("more", "less", "fewer"))
_AS = frozenset(("of", "at", "on"))
_MARKS = frozenset((",", ";", ":", "–", "—", "“", "”", '"', "(", ")"))
TIMES = frozenset(_WORDS["times"]) | {"before", "term", "time"} | set(map(str.lower, MONTHS))
_WHEN = TIMES | frozenset("start end middle beginning outset last next".split())
_CLASSING = frozenset(_WORDS["classing"])
# What somebody says or sees has a subject of its own.
_SAYING = STATING | frozenset(_WORDS["seeing"])


def find_beginning(tokens: Tokens, stop: int, floor: int) -> int:
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
    opens = opens and not (lower == "because" and lowers[begin] in _AS)
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
