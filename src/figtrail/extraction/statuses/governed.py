"""The status that its own verb gives a subject: "300 homes are planned", "will be built"."""

from __future__ import annotations

from figtrail.extraction.nouns import is_people
from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.abilities import is_inability
from figtrail.extraction.statuses.cues import match_cue
from figtrail.extraction.statuses.opinions import is_opinion
from figtrail.extraction.statuses.provisions import is_repeated, is_under_way
from figtrail.extraction.statuses.resolving import resolve_cue
from figtrail.extraction.statuses.vocabulary import BE, WORDS, Cue
from figtrail.extraction.tokens import Tokens
from figtrail.model import Status

_ASKING = WORDS["questioning"]


def find_governed(tokens: Tokens, number: Number, verb: int) -> Status | None:
    """The status that its own verb gives a subject: "300 homes are planned", "will be built"."""
    lowers, tags = tokens.lowers, tokens.tags
    passive = False
    for at in range(verb, min(len(lowers), verb + 7)):
        lower, tag = lowers[at], tags[at]
        if lower in _ASKING:
            return None  # "half of customers are not sure what the cap is"
        cue = match_cue(tokens, at)
        if cue is not None and cue.kind == "prospect":
            return cue.status
        if cue is not None:
            commanded = _is_commanded(tokens, at, cue) and "will" not in lowers[verb:at]
            if commanded or _is_counted(tokens, number, at, cue):
                return None
            if not passive and _is_acting(cue):
                return None
            if cue.kind == "possible":
                return cue.status if passive else None
            if cue.words[-1] == "in" and _is_saved(tokens, number):
                return "planned"  # "savings of £8m are pencilled in"
            if cue.kind == "announced":
                return cue.status if passive and number.kind == "money" else None
            if cue.kind == "agreed":
                return resolve_cue(tokens, at, cue, number) if passive else None
            if cue.kind in ("verb", "committed", "aimed"):
                foreseen = cue.status == "forecast" and number.kind is not None
                return cue.status if passive or foreseen else None
            if cue.kind == "will" and is_opinion(tokens, at):
                return "forecast"
            if cue.kind != "clausal":
                return resolve_cue(tokens, at, cue, number)
        if is_under_way(tokens, at):
            recurring = number.kind is None and is_repeated(tokens, number)
            return None if recurring else "planned"
        if lower in ("have", "has") and lowers[at + 1 : at + 3] and _is_permitted(lowers, at + 1):
            return "planned"
        if passive and lower == "due" and _is_dated(lowers, at + 1):
            return "planned"
        if passive and lowers[at : at + 2] == ["set", "for"]:
            return "planned" if lowers[at + 2 : at + 3][-1:] and _is_day(lowers[at + 2]) else None
        passive = passive or lower in BE
        if tag not in "ABDJN":
            return None
    return None


def _is_counted(tokens: Tokens, number: Number, at: int, cue: Cue) -> bool:
    """Whether those or what a cue is said of have been counted, whatever it tells of them."""
    return (
        is_inability(tokens, at)
        or _is_preferred(tokens, number, at)
        or _is_unrenewed(tokens.lowers, at)
        or _is_handled(tokens, number, cue)
        or _is_given_to(tokens, number, at, cue)
        or cue.words[0] == "willing"
    )


def _is_acting(cue: Cue) -> bool:
    """Whether it is they who decide or ask: "84% had voted to strike", "40 groups have urged"."""
    deciding = cue.words[0] in WORDS["opting"] and cue.words[-1] == "to"
    return deciding or cue.kind in ("urged", "asked")


def _is_given_to(tokens: Tokens, number: Number, at: int, cue: Cue) -> bool:
    """Whether those counted have been given something: "115 guests were allocated beds"."""
    given = cue.words[0] in WORDS["given_to"] and number.kind is None
    if not given or tokens.tags[at + 1 : at + 2] not in (["N"], ["D"], ["J"], ["M"]):
        return False
    bare = tokens.tags[number.stop : number.stop + 1] == ["A"]
    return bare or any(is_people(tokens.lowers[noun]) for noun in range(number.stop, at))


def _is_saved(tokens: Tokens, number: Number) -> bool:
    """Whether it is what somebody decides to save or spend: "savings of £8m"."""
    before = tokens.lowers[max(0, number.first - 4) : number.first]
    return not (WORDS["savings"] | WORDS["sums"]).isdisjoint(before)


def _is_permitted(lowers: list[str], at: int) -> bool:
    """Whether what stands behind "have" is leave to build: "have planning permission"."""
    if lowers[at] in ("planning", "outline", "full", "detailed"):
        at += 1
    return lowers[at : at + 1] in (["permission"], ["consent"], ["approval"])


def _is_dated(lowers: list[str], at: int) -> bool:
    """Whether a day or a season follows, bare or behind a preposition: "due Thursday", "in May"."""
    if lowers[at : at + 1] and lowers[at] in WORDS["day_links"]:
        at += lowers[at] != "next"
    named = lowers[at : at + 1]
    return named != [] and (named[0] in WORDS["dates"] | WORDS["seasons"] or named[0].isdigit())


def _is_day(lower: str) -> bool:
    return lower in WORDS["dates"]


def _is_unrenewed(lowers: list[str], modal: int) -> bool:
    """Whether what there has been will not go on: "the grant will not be renewed"."""
    negated = lowers[modal] in ("won't", "won’t") or lowers[modal + 1 : modal + 2] == ["not"]
    return negated and not WORDS["renewing"].isdisjoint(lowers[modal + 1 : modal + 5])


def _is_handled(tokens: Tokens, number: Number, cue: Cue) -> bool:
    """Whether what an office approves one by one is counted: "64,200 mortgages were approved"."""
    counted = cue.kind == "verb" and cue.status == "planned"
    return counted and not WORDS["handled"].isdisjoint(tokens.lowers[number.stop : number.stop + 3])


def _is_commanded(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Whether it is the people counted who are told what to do: "40 residents were ordered to"."""
    return cue.words[0] in WORDS["commanded"] and "to" in tokens.lowers[at + 1 : at + 2]


def _is_preferred(tokens: Tokens, number: Number, modal: int) -> bool:
    """Whether it is told how many people asked "would" like something: they have been counted."""
    shared = number.kind == "percentage" or number.out_of is not None
    told = shared and tokens.lowers[modal] == "would" and "if" not in tokens.vocabulary
    asked = not WORDS["asking"].isdisjoint(tokens.vocabulary)
    prefers = not WORDS["preferring"].isdisjoint(tokens.lowers[modal + 1 : modal + 3])
    return told and (asked or prefers)
