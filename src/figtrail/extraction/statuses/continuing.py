"""Whether a sentence without a cue goes on with what the one before planned or foresaw."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_NOUNS
from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.clauses import is_finite
from figtrail.extraction.statuses.moved import NOW
from figtrail.extraction.statuses.vocabulary import BE, WORDS
from figtrail.extraction.tokens import Tokens
from figtrail.model import Status

_THAT = WORDS["referring"]
_ACCOUNTING = WORDS["accounting"]
_BESTOWING = WORDS["bestowing"]
_BUDGETS = (
    (WORDS["provisions"] - {"plans"})
    | WORDS["set_by_decision"]
    | {"get", "gets", "goes", "lifts", "takes"}
)
_PAST = WORDS["past_auxiliaries"]
_REACH = 24
_FAR = 80
# How many tokens a number in other terms may stand behind the one that it repeats.
_APART = 14


def is_portion(tokens: Tokens, number: Number, start: int, opening: int) -> bool:
    """Whether a number is a part of what was told, in the present: "about $72m of that is cash".

    "Of that, £4m goes on care"; "care accounts for a further £4m of it".
    """
    lowers = tokens.lowers
    if number.kind not in ("money", "percentage", "ratio") or _is_past(tokens, opening):
        return False
    if lowers[opening] == "of" and lowers[opening + 1 : opening + 2] != []:
        return lowers[opening + 1] in _THAT
    if lowers[number.stop : number.stop + 1] == ["of"]:
        whole = lowers[number.stop + 1 : number.stop + 3]
        if whole and whole[0] in _THAT and whole[1:] != [] and whole[1] in BE:
            return True
    verb = _verb_before(tokens, start, opening)
    return verb is not None and lowers[verb] in _ACCOUNTING


def is_costed(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether a sum is what the step told before it costs: ", at a cost of $34m a year"."""
    costs = ["cost", "of"], ["price", "of"]
    return number.kind == "money" and tokens.lowers[max(0, start - 2) : start] in costs


def is_set_beside(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether others get it of the same share-out: "€214m, compared with €690m for France"."""
    lowers = tokens.lowers
    named = lowers[number.stop : number.stop + 1] == ["for"] and any(
        word[0].isupper() for word in tokens.words[number.stop + 1 : number.stop + 3]
    )
    return named and "compared" in lowers[max(0, start - 9) : start]


def is_budget(tokens: Tokens) -> bool:
    """Whether a sentence tells of what gives or takes: a budget, a bill, a tax, or its giving."""
    return not _BUDGETS.isdisjoint(tokens.vocabulary)


def is_bestowed(tokens: Tokens, number: Number, start: int, opening: int) -> bool:
    """Whether the present tense tells what a budget or plan gives: "schools get $5.2bn".

    "It lifts aid by $54 a pupil"; "40 are for rent".
    """
    lowers = tokens.lowers
    if not WORDS["lasting_words"].isdisjoint(tokens.vocabulary) or _is_past(tokens, opening):
        return False
    if start == opening:
        return lowers[number.stop : number.stop + 2] == ["are", "for"]
    verb = _verb_before(tokens, start, opening)
    if verb is None or verb == opening:
        return False
    if lowers[verb] in ("stays", "remains", "stay", "remain"):
        priced = not WORDS["set_by_decision"].isdisjoint(lowers[opening:verb])
        return priced and number.kind in ("money", "percentage")
    if lowers[verb] in ("get", "gets", "receive", "receives"):
        return number.kind in ("money", "percentage")
    return lowers[verb] in _BESTOWING and number.kind in ("money", "percentage")


def _verb_before(tokens: Tokens, start: int, opening: int) -> int | None:
    """The finite verb before a number, in its sentence, with no other clause between."""
    for at in range(start - 1, max(opening - 1, start - _REACH), -1):
        lower, tag = tokens.lowers[at], tokens.tags[at]
        if lower in _BESTOWING or lower in _ACCOUNTING:
            return at
        if tag in "AR" or lower in (";", ":", "“", "”") or (tag in "VEv" and is_finite(tokens, at)):
            return None
    return None


def _is_past(tokens: Tokens, opening: int) -> bool:
    """Whether a past tense or a perfect is told anywhere in the sentence."""
    return any(
        lower in _PAST or (tag in "VE" and is_finite(tokens, opening + at))
        for at, (lower, tag) in enumerate(
            zip(tokens.lowers[opening:_FAR], tokens.tags[opening:_FAR], strict=True)
        )
    )


def is_appositive(tokens: Tokens, number: Number, start: int, last: int, status: Status) -> bool:
    """Whether a number says the one before it in other terms: "£9m, roughly a third of all sales".

    `last` is the token where the number before it ends. "$4bn, $600m worse than in May"; "40m
    tonnes, of which 12m can be shipped".
    """
    lowers = tokens.lowers
    if start - last > _APART or start <= last:
        return False
    if _is_of_which(tokens, start, last):
        return not _is_past(tokens, start)
    opening = start - 1 - (lowers[start - 1] == "or")
    if lowers[opening] not in (",", "–", "—") or not {"and", "but"}.isdisjoint(
        lowers[last:opening]
    ):
        return False
    ahead = lowers[number.stop : number.stop + 3]
    shared = number.kind in ("ratio", "percentage") or number.out_of is not None
    now = not NOW.isdisjoint(ahead[2:])
    restated = ahead[:1] == ["of"] and shared and not now
    restated = restated or ahead[:1] == ["times"] or lowers[start - 1] == "or"
    compared = status != "target" and not WORDS["grown_beside"].isdisjoint(ahead)
    restated = restated and not (status == "target" and lowers[start - 1] == "or")
    return (restated or compared) and not _is_told(tokens, number.stop)


def is_change_beside(tokens: Tokens, number: Number, start: int, last: int) -> bool:
    """Whether it sizes the move to the level before it: "goes to £35 from £29, a rise of 19%".

    `last` is the token where the number before it ends. ", a 19% rise"; "– a jump of a fifth".
    """
    lowers = tokens.lowers
    at = start - 1
    if at > 0 and lowers[at] == "of" and lowers[at - 1] in CHANGE_NOUNS:
        at -= 2
    elif CHANGE_NOUNS.keys().isdisjoint(lowers[number.stop : number.stop + 3]):
        return False
    while at > last and tokens.tags[at] in "JB":
        at -= 1
    return at > last and lowers[at] in ("a", "an") and lowers[at - 1] in (",", "–", "—", "-")


def _is_of_which(tokens: Tokens, start: int, last: int) -> bool:
    """Whether a part is told behind ", of which": "of which transport makes up half"."""
    lowers = tokens.lowers
    return any(lowers[at : at + 2] == ["of", "which"] for at in range(last, start - 1))


def _is_told(tokens: Tokens, stop: int) -> bool:
    """Whether a verb of its own follows in the clause: ", a third of them were sold"."""
    for at in range(stop, min(len(tokens.words), stop + _APART)):
        if tokens.tags[at] == "R" or tokens.lowers[at] in (",", ".", ";", "”", "what", "than"):
            return False
        if tokens.tags[at] == "A" or (tokens.tags[at] in "VEv" and is_finite(tokens, at)):
            return True
    return False
