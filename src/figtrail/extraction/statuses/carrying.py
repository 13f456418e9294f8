"""The status that a sentence takes from the figures before it, because it goes on with them.

"The scheme will cost £40m. A further £12m goes to cycling"; "That is an extra £6bn a year".
"""

from __future__ import annotations

from collections.abc import Sequence

from figtrail.extraction.changes import CHANGE_NOUNS
from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.clauses import is_finite
from figtrail.extraction.statuses.continuing import (
    is_appositive,
    is_bestowed,
    is_budget,
    is_change_beside,
    is_costed,
    is_portion,
    is_set_beside,
)
from figtrail.extraction.statuses.onward import goes_onward, is_moved_too
from figtrail.extraction.statuses.phrases import is_part
from figtrail.extraction.statuses.provisions import is_repeated
from figtrail.extraction.statuses.vocabulary import BE, WORDS
from figtrail.extraction.tokens import Tokens
from figtrail.model import Status

_FURTHER = WORDS["further"]
_GOING = WORDS["providing"] | WORDS["resulting"] | {"goes", "go"}
_PRONOUNS = WORDS["pronouns"]
_PORTIONS = frozenset(("this", "that", "these", "those", "which", "it"))
_RESTATING = WORDS["restating"]
_ENOUGH = 8
_COMPARED = WORDS["compared"]
_QUOTES = frozenset(("“", '"', "‘", "'"))


def carry_status(
    tokens: Tokens,
    number: Number,
    start: int,
    beside: Sequence[Status],
    before: Sequence[Status],
    setting: Tokens | None,
    last: int = 0,
) -> Status:
    """The status that a figure without a cue shares with those before it, else `observed`.

    `beside` are the statuses of the figures to its left in its sentence, `before` those of the
    sentence before, where that stands right before, and `setting` its tokens; `start` is where the
    number's comparator starts, `last` where the figure to its left ends.
    """
    told = next((status for status in before if status != "observed"), None)
    shared = bool(beside) and beside[-1] != "observed"
    if shared and (is_part(tokens, number, start) or _is_said_over(tokens, number, start)):
        return beside[-1]
    if shared and (is_costed(tokens, number, start) or is_set_beside(tokens, number, start)):
        return beside[-1]
    moved = _status_moved_to(tokens, beside, last)
    if moved != "observed" and is_change_beside(tokens, number, start, last):
        return moved
    if shared and is_appositive(tokens, number, start, last, beside[-1]):
        return beside[-1]
    if shared and "enough" in tokens.lowers[max(0, start - _ENOUGH) : start]:
        return beside[-1]  # "to ask for £13m, enough to hire 130 clerks"
    if told is None:
        return "observed"
    opening = 1 if tokens.lowers[0] in _QUOTES and len(tokens.words) > 1 else 0
    if _is_restated(tokens, start, opening) or _is_that_change(tokens, number, opening):
        return told
    if told == "planned" and _goes_on(tokens, number, opening):
        return told
    if told == "forecast" and number.kind == "money" and _goes_on(tokens, number, opening):
        return "planned"
    if told in ("planned", "forecast", "target") and goes_onward(tokens, number, start, opening):
        return told
    if told == "planned" and is_moved_too(tokens, number, start, opening):
        return told
    if told in ("planned", "forecast") and is_portion(tokens, number, start, opening):
        return told
    if told == "planned" and setting is not None and is_budget(setting):
        return told if is_bestowed(tokens, number, start, opening) else "observed"
    return "observed"


def _status_moved_to(tokens: Tokens, beside: Sequence[Status], last: int) -> Status:
    """The status of the level before a number, past the one that it comes from."""
    if (
        len(beside) > 1
        and beside[-1] == "observed"
        and "from" in tokens.lowers[max(0, last - 5) : last]
    ):
        return beside[-2]
    return beside[-1] if beside else "observed"


def _is_restated(tokens: Tokens, start: int, opening: int) -> bool:
    """Whether the sentence says in other terms what was told: "That is an extra £6bn a year"."""
    if tokens.lowers[opening] not in _PRONOUNS:
        return False
    at = opening + 1
    if tokens.lowers[opening].endswith("s") and tokens.lowers[opening][-2] in "’'":
        return _leads_to(tokens, at, start)
    if tokens.lowers[at : at + 1] and tokens.lowers[at] in BE:
        return tokens.lowers[opening] != "it" and _leads_to(tokens, at + 1, start)
    if tokens.lowers[at : at + 1] and tokens.lowers[at] in _RESTATING:
        return _leads_to(tokens, at + 1, start)
    return False


def _leads_to(tokens: Tokens, at: int, start: int) -> bool:
    """Whether nothing but hedges and links stands between a verb and the number."""
    return at <= start and all(
        tokens.tags[index] in "DB" or tokens.lowers[index] in WORDS["equalling"]
        for index in range(at, start)
    )


def _is_said_over(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether a number says again the one before it: ", which is £4bn more than", ", that's £9"."""
    lowers = tokens.lowers
    for at in range(start - 1, max(0, start - 7), -1):
        if lowers[at] in ("that’s", "that's") and lowers[at - 1] == ",":
            return _leads_to(tokens, at + 1, start)
        if lowers[at] == "which" and lowers[at - 1] == ",":
            equal = not WORDS["equalling"].isdisjoint(lowers[at:start])
            compared = not _COMPARED.isdisjoint(lowers[number.stop : number.stop + 4])
            verb = lowers[at + 1] in BE or lowers[at + 1] in _RESTATING
            return verb and (equal or compared) and _leads_to(tokens, at + 2, start)
    return False


def _is_that_change(tokens: Tokens, number: Number, opening: int) -> bool:
    """Whether a known change opens a clause in the present: "The £5 rise follows", "The cut of"."""
    lowers = tokens.lowers
    if lowers[opening] not in ("the", "that", "this") or number.first > opening + 7:
        return False
    if lowers[number.first - 1] == "of":
        noun = lowers[number.first - 2] in CHANGE_NOUNS
    else:
        named = lowers[number.stop : number.stop + 2]
        noun = number.first == opening + 1 and not CHANGE_NOUNS.keys().isdisjoint(named)
    return noun and not _is_past(tokens, number.stop)


def _is_past(tokens: Tokens, start: int) -> bool:
    """Whether the first finite verb at or behind a token is in the past tense or the perfect."""
    for at in range(start, len(tokens.words)):
        tag, lower = tokens.tags[at], tokens.lowers[at]
        if tag == "A":
            return lower in WORDS["past_auxiliaries"]
        if tag in "VE" and is_finite(tokens, at):
            return True
        if tag == "v" and is_finite(tokens, at):
            return False
    return False


def _goes_on(tokens: Tokens, number: Number, opening: int) -> bool:
    """Whether the sentence adds to a plan in the present tense, or without any verb.

    "A further £12m goes to cycling"; "It also contains £9m for parks"; "Of that, £3m is for".
    """
    lowers = tokens.lowers
    first = lowers[opening]
    further = first in _FURTHER or lowers[opening : opening + 2] in (
        ["a", "further"],
        ["the", "rest"],
    )
    portion = first == "of" and lowers[opening + 1 : opening + 2] != []
    whole = lowers[opening + 2 : opening + 3]
    portion = portion and (
        lowers[opening + 1] in _PORTIONS
        or (lowers[opening + 1] in ("the", "its") and bool(whole) and whole[0] in WORDS["sums"])
    )
    pronoun = first in ("it", "they", "this") and lowers[opening + 1 : opening + 2] != []
    if pronoun:
        verb = opening + (2 if lowers[opening + 1] == "also" else 1)
        put = lowers[verb].startswith("put") and "at" in lowers[verb : number.first]
        put = put or is_repeated(tokens, number)
        return verb < number.first and lowers[verb] in _GOING and not put
    if not (further or portion) or "R" in tokens.tags[opening : number.first]:
        return False
    for at in range(opening, len(tokens.words)):
        if lowers[at] in _GOING or lowers[at] in ("is", "are"):
            return lowers[at + 1 : at + 2] in (["to"], ["on"], ["for"], ["towards"], ["into"])
        if tokens.tags[at] in "AVE":
            return False
    return True
