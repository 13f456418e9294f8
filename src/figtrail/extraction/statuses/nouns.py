"""The status that a noun of plan, aim or forecast gives the figure which it has as its size."""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.cues import find_cues, match_cue
from figtrail.extraction.statuses.days import is_payable
from figtrail.extraction.statuses.moved import is_run_on
from figtrail.extraction.statuses.vocabulary import WORDS
from figtrail.extraction.tokens import HYPHENS, Tokens
from figtrail.model import Status

# How many tokens of a bracket may stand before a member of its list.
_BRACKET = 24
_AWARDED = frozenset(("contract", "contracts", "tender", "order"))
_STARTED = frozenset((("is", "due"), ("is", "to"), ("is", "expected"), ("has", "been")))
_PROPOSED = WORDS["proposed_for"]
_FORETELLERS = WORDS["onlookers"]


def find_sized(tokens: Tokens, number: Number) -> Status | None:
    """The noun that the figure sizes: "2% target", "300-home plan", "£8m commitment"."""
    cues = find_cues(tokens)
    if not cues:
        return None
    lowers, tags = tokens.lowers, tokens.tags
    averaged = lowers[number.stop : number.stop + 1] in (["average"], ["mean"], ["median"])
    first = number.stop + 2 if averaged and lowers[number.stop + 1 :][:1] == ["of"] else number.stop
    for at in range(first, min(len(lowers), first + 5)):
        joined = at > number.stop and lowers[at - 1] in HYPHENS  # "215-home plan"
        known = joined or tags[at] in "NJvGE" or lowers[at] in ("forecast", "–", "'", "’")
        if not known and lowers[at] not in HYPHENS:
            return None
        cue = cues.get(at)
        if cue is None or (cue.words == ("forecast",) and lowers[at - 1] in _FORETELLERS):
            continue  # "a poll of 40 analysts forecast growth"
        if cue.kind == "budget" and not WORDS["gaps"].isdisjoint(lowers[at + 1 : at + 2]):
            return None  # "a £12m budget gap"
        if cue.kind == "budget" and is_run_on(tokens, number, number.first):
            return None
        if cue.kind == "standard" and number.kind in ("duration", "measurement"):
            return cue.status
        if cue.kind == "chance" or (cue.kind == "appeal" and number.kind == "money"):
            return cue.status
        if cue.kind == "benchmark":
            return None if tags[at + 1 : at + 2] == ["N"] else cue.status
        averaged = averaged and cue.kind in ("noun", "clausal")
        if averaged or (
            (cue.kind in ("noun", "budget", "least") or cue.words == ("forecast",))
            and (not lowers[at].endswith("s") or lowers[at] == "consensus")
        ):
            return None if _reads_as_verb(tokens, number, at) else cue.status
    return None


def find_bracketed(tokens: Tokens, number: Number) -> Status | None:
    """What aims or forecasts give those in brackets behind them: "its targets (75% by May)"."""
    lowers = tokens.lowers
    if lowers[number.stop : number.stop + 1] not in (["by"], ["in"], ["for"], ["of"]):
        return None
    for at in range(number.first - 1, max(0, number.first - _BRACKET), -1):
        if lowers[at] == "(":
            cue = match_cue(tokens, at - 1)
            several = cue is not None and cue.kind == "noun" and lowers[at - 1].endswith("s")
            return cue.status if cue is not None and several else None
        if lowers[at] == ")" or tokens.tags[at] in "AVE":
            return None
    return None


def find_foreseen_gap(tokens: Tokens, number: Number) -> Status | None:
    """Forecast where a gap that somebody closes has yet to open: "a £9m shortfall expected"."""
    if number.kind != "money" or not number.first:
        return None
    ahead = tokens.lowers[number.stop : number.stop + 4]
    if WORDS["gaps"].isdisjoint(ahead):
        return None
    at = number.stop + next(at for at, lower in enumerate(ahead) if lower in WORDS["gaps"]) + 1
    cue = match_cue(tokens, at) if at < len(tokens.words) else None
    foreseen = cue is not None and cue.kind == "verb" and cue.status == "forecast"
    return "forecast" if foreseen else None


def _reads_as_verb(tokens: Tokens, number: Number, at: int) -> bool:
    """Whether "plan" after a number is a verb: "one in four plan to move"."""
    if at + 1 >= len(tokens.words) or number.kind == "money":
        return False
    if number.first and tokens.tags[number.first - 1] == "D":
        return False
    return tokens.lowers[at + 1] in ("to", "that") or tokens.tags[at + 1] in "DMO"


def find_in_plan(tokens: Tokens, number: Number, start: int) -> Status | None:
    """What a plan holds, or by how much it grows: "a budget with a 4% raise", "is 9% larger"."""
    lowers, tags = tokens.lowers, tokens.tags
    added = lowers[number.stop : number.stop + 1] in (["new"], ["extra"], ["additional"], ["more"])
    if number.kind not in ("money", "percentage") and not (added and number.kind is None):
        return None
    ahead = lowers[number.stop + 1 : number.stop + 6]
    if lowers[number.stop : number.stop + 1] and lowers[number.stop] in WORDS["grown"]:
        sized = not WORDS["budget_sizes"].isdisjoint(lowers[max(0, start - 12) : start])
        present = not {"current", "this", "present", "existing"}.isdisjoint(ahead)
        return "planned" if sized and present else None
    at = start - 1
    while at > 1 and tags[at] in "DJ":
        at -= 1
    held = at > 1 and lowers[at] == "with" and lowers[at - 1] in WORDS["provisions"]
    new = not {"a", "an", "new", "proposed"}.isdisjoint(lowers[max(0, at - 4) : at])
    step = not (WORDS["steps"] | {"raise"}).isdisjoint(lowers[number.stop : number.stop + 2])
    return "planned" if held and new and (step or added) else None


def is_term(tokens: Tokens, number: Number) -> bool:
    """Whether a duration is that of a bargain entered on: "signed a four-year deal"."""
    lowers = tokens.lowers
    if number.kind != "duration":
        return False
    named = lowers[number.stop : number.stop + 4]
    entered = lowers[max(0, number.first - 5) : number.first]
    return not (WORDS["terms"].isdisjoint(named) or WORDS["entering"].isdisjoint(entered))


def is_sitting(tokens: Tokens, number: Number) -> bool:
    """Whether it is the length of what somebody holds: "have their say in a six-week trial"."""
    near = tokens.lowers[number.stop : number.stop + 4]
    held = number.first > 0 and tokens.lowers[number.first - 1] in ("a", "an")
    return number.kind == "duration" and held and not WORDS["sittings"].isdisjoint(near)


def is_undertaking(tokens: Tokens, number: Number) -> bool:
    """Whether a number describes what is undertaken: "the $900m terminal", "a 5km extension"."""
    if number.kind in ("percentage", "duration") or not number.first:
        return False
    before = number.first - 1
    if number.kind is None and before and tokens.lowers[before] == "for":
        return tokens.lowers[before - 1] in _PROPOSED
    if tokens.lowers[before] == "," and tokens.lowers[before - 1] in ("second", "third", "new"):
        before -= 1
    if tokens.tags[before] not in "DJ" and tokens.lowers[before] != "worth":
        return False
    for at in range(number.stop, min(len(tokens.words), number.stop + 5)):
        if tokens.lowers[at] in WORDS["undertakings"]:
            return True
        if tokens.tags[at] not in "NJGBv" and tokens.lowers[at] not in "-‐‑":
            return False
    return False


def is_undecided(tokens: Tokens, number: Number) -> bool:
    """Whether what a number describes has still to be decided on, or to be begun.

    "The £88m bypass was given the go-ahead"; "work on the 30-mile line is to start".
    """
    deciding = WORDS["deciding"]
    if not is_undertaking(tokens, number):
        made = not WORDS["made"].isdisjoint(tokens.lowers[number.stop : number.stop + 3])
        before = tokens.lowers[max(0, number.first - 3) : number.first]
        return made and number.kind == "money" and not deciding.isdisjoint(before)
    if not deciding.isdisjoint(tokens.lowers[max(0, number.first - 4) : number.first]):
        return True
    for at in range(number.stop, min(len(tokens.words), number.stop + 14)):
        if tokens.lowers[at] in deciding:
            return True
        if tokens.tags[at] in "R." and tokens.lowers[at] not in "-‐‑":
            return False
        cue = match_cue(tokens, at)
        if cue is not None and cue.kind == "need":
            continue
        if cue is not None and cue.words == ("would",) and number.kind == "money":
            return tokens.lowers[number.first - 1] == "the"
        if cue is not None:
            existing = not WORDS["done_to"].isdisjoint(tokens.lowers[at : at + 5])
            coming = cue.status in ("planned", "forecast") and not existing
            return coming and cue.kind in ("will", "due", "be_to")
    return False


def find_balloted(tokens: Tokens, number: Number) -> Status | None:
    """What a sum that people vote on is: "the $48m bond had 6,902 votes", "its levy failed"."""
    lowers = tokens.lowers
    if number.kind != "money" or WORDS["balloted"].isdisjoint(
        lowers[number.stop : number.stop + 5]
    ):
        return None
    if WORDS["balloting_on"].isdisjoint(lowers):
        return None
    return "planned" if WORDS["voted_down"].isdisjoint(lowers) else "hypothetical"


def find_worth(tokens: Tokens, number: Number, start: int) -> Status | None:
    """What an aside prices that is to come: "the deal, worth $2bn, is expected to close"."""
    lowers = tokens.lowers
    if number.kind == "money" and is_payable(tokens, number):
        return "planned"
    noun = start - 2 - (lowers[max(0, start - 2)] == ",")
    if noun >= 0 and lowers[start - 1] == "worth" and lowers[noun] in _AWARDED:
        return "planned" if number.kind == "money" else None
    if start < 3 or lowers[start - 2 : start] != [",", "worth"]:
        return None
    if lowers[number.stop : number.stop + 1] != [","]:
        return None
    if WORDS["undertakings"].isdisjoint(lowers[max(0, start - 5) : start - 2]):
        return None
    for at in range(number.stop + 1, min(len(lowers), number.stop + 7)):
        cue = match_cue(tokens, at)
        if cue is not None:
            return "planned" if cue.status in ("planned", "forecast") else None
    return None


def find_first_of(tokens: Tokens, number: Number, start: int) -> Status | None:
    """Planned where only the first has come, or is to: "the first of 40 trams arrives in May"."""
    lowers = tokens.lowers
    if number.kind is not None or lowers[max(0, start - 2) : start] != ["first", "of"]:
        return None
    for at in range(number.stop, min(len(lowers) - 1, number.stop + 14)):
        pair = (lowers[at], lowers[at + 1])
        if lowers[at] in ("will", "’ll") or pair in _STARTED or lowers[at] in WORDS["arriving"]:
            return "planned"
        if tokens.tags[at] in "AR" or tokens.lowers[at] in (";", "”"):
            return None
    return None


def find_sizing(tokens: Tokens, start: int) -> Status | None:
    """The noun whose size opens a subject: "this year's target of 24,600 homes would be met"."""
    lowers = tokens.lowers
    if start > 2 and lowers[start - 1].endswith("ing") and lowers[start - 2] == "of":
        start -= 1
    bounding = match_cue(tokens, start)
    if bounding is not None and bounding.kind == "noun" and lowers[start + 1] == "of":
        return bounding.status  # "the night limit of 90 decibels was broken"
    if start < 2 or lowers[start - 1] != "of":
        return None
    cue = match_cue(tokens, start - 2)
    if cue is not None and cue.kind in ("noun", "appeal"):
        return cue.status
    described = match_cue(tokens, start - 3) if start > 3 else None
    if described is None:
        return None
    if described.kind in ("clausal", "noun") and len(described.words) > 1:
        return described.status  # "the mayor's proposed budget of $512m would raise"
    told = described.kind in ("verb", "phrase") and tokens.tags[start - 4] == "D"
    return described.status if told else None


def find_listed(tokens: Tokens, colon: int) -> Status | None:
    """What a noun or "to" before a colon gives the list behind it: "three aims: to cut …"."""
    cue = match_cue(tokens, colon - 1) if colon else None
    return cue.status if cue is not None and cue.kind == "noun" else None
