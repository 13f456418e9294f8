"""The status that a whole statement gives its figures: who worked it out, on what condition."""

from __future__ import annotations

from itertools import pairwise

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.clauses import is_finite
from figtrail.extraction.statuses.cues import match_cue
from figtrail.extraction.statuses.modals import resolve_if
from figtrail.extraction.statuses.vocabulary import PAUSES, WORDS
from figtrail.extraction.tokens import Tokens
from figtrail.model import Status

_ATTRIBUTING = WORDS["attributing"]
_TELLING = WORDS["telling"]
_SOURCES = frozenset(("to", "by", "on"))
_PAST = frozenset(("was", "were", "had", "did"))
_PERFECT = WORDS["past_auxiliaries"]
_OPENERS = frozenset(("“", '"', "but", "and", "even"))
_BARE = WORDS["base_forms"] | WORDS["prospective"]
_SUPPOSING = frozenset(("would", "might", "could"))
_INVERTED = frozenset(("were", "had", "should"))
_OUTCOMES = frozenset(("expected", "forecast", "predicted"))
_LEVELS = WORDS["level_openers"]
_WILLING = frozenset(("won’t", "won't", "can’t", "can't", "cannot", "wouldn’t", "wouldn't"))
_OWNERS = frozenset(("his", "her", "its", "their", "my", "our"))
_BESIDE = [[word] for word in "compared versus vs against above below beating topping".split()]
_REACH = 9
_FAR = 60

# How many tokens from its beginning may name the deal that a sentence is "under".
_NAMED = 10


def find_attributed(tokens: Tokens, number: Number) -> Status | None:
    """What the attribution of a statement tells: ", the council estimates", "by one forecast"."""
    if not _TELLING.isdisjoint(tokens.vocabulary) and not _is_told_apart(tokens, number):
        found = _by_teller(tokens, number)
        if found is not None:
            return found
    if not _ATTRIBUTING.isdisjoint(tokens.vocabulary):
        found = _by_source(tokens, number)
        if found is not None:
            return found
    return "estimated" if _is_reckoned(tokens, number) else None


def _is_told_apart(tokens: Tokens, number: Number) -> bool:
    """Whether a number stands in an aside in the past tense: ", which ran at 2.5% in May,"."""
    for at in range(number.first - 1, max(0, number.first - _REACH), -1):
        if tokens.tags[at] == "R" and tokens.lowers[at - 1] == ",":
            past = not _PAST.isdisjoint(tokens.lowers[at : number.first])
            return past or any(tag in "VE" for tag in tokens.tags[at : number.first])
    return False


def _by_teller(tokens: Tokens, number: Number) -> Status | None:
    """The verb of ", the health department calculates," behind the number."""
    lowers, tags = tokens.lowers, tokens.tags
    comma = -1
    for at in range(number.stop, min(len(lowers), number.stop + _FAR)):
        if lowers[at] in (",", "–", "—"):
            # ", compared with 11 cents expected" is said of what follows.
            comma = -1 if lowers[at + 1 : at + 2] in _BESIDE else at
        elif comma >= 0 and lowers[at] in _OUTCOMES and "as" in lowers[comma + 1 : at]:
            comma = -1  # what came about "as expected" has been counted
        elif comma >= 0 and lowers[at] in _TELLING and lowers[at - 1] in ("than", "as"):
            comma = -1  # ", a penny better than expected"
        elif comma == at - 1 and lowers[at] in _TELLING and _is_inverted(tokens, at):
            cue = match_cue(tokens, at)
            return None if cue is None else cue.status
        elif comma >= 0 and lowers[at] in _TELLING and at > comma + 1:
            ends = at + 1 >= len(lowers) or lowers[at + 1] in (",", ".", "–", "—", "”")
            cue = match_cue(tokens, at)
            return cue.status if ends and cue is not None else None
        elif comma >= 0 and lowers[at] in ("'", "’") and at <= comma + _REACH:
            continue  # "the builders' guild estimates"
        elif comma >= 0 and (tags[at] not in "DNJBOMP" or at > comma + _REACH):
            comma = -1
    return None


def _is_inverted(tokens: Tokens, verb: int) -> bool:
    """Whether who tells stands behind the verb: ", estimates analyst Tom Prior"."""
    if tokens.lowers[verb] in (
        "projects",
        "estimate",
        "calculate",
        "reckon",
        "predict",
        "expected",
    ):
        return False
    for at in range(verb + 1, min(len(tokens.words), verb + 6)):
        if tokens.tags[at] not in "NDJ":
            return False
        if tokens.words[at][0].isupper():
            return True
    return False


def _by_source(tokens: Tokens, number: Number) -> Status | None:
    """The noun of "according to official estimates", "by one estimate", "on forecasts"."""
    lowers, tags = tokens.lowers, tokens.tags
    for at in range(max(0, number.first - _FAR), min(len(lowers), number.stop + _FAR)):
        lower = lowers[at]
        if lower not in _ATTRIBUTING or tags[at + 1 : at + 2] == ["N"]:
            continue
        start = at - 1
        while start >= 0 and at - start < _REACH and tags[start] in "NJDM":
            start -= 1
        if start < 0 or lowers[start] not in _SOURCES:
            continue
        alone = start == 0 or tags[start - 1] in "." or lowers[start - 1] == "according"
        if (lowers[start] == "to") != (start > 0 and lowers[start - 1] == "according"):
            continue
        cue = match_cue(tokens, at)
        if alone and cue is not None:
            return cue.status
    return None


def _is_reckoned(tokens: Tokens, number: Number) -> bool:
    """Whether somebody's own sums tell it: "by the board's reckoning", "by his arithmetic"."""
    lowers = tokens.lowers
    if number.first > 1 and lowers[number.first - 2] in ("last", "previous"):
        return False  # "than last year's 18 million"
    for at, lower in enumerate(lowers):
        if lower in WORDS["reckoned_by"] and at > 1:
            owner = lowers[at - 1]
            owned = owner in _OWNERS or owner.endswith(("’s", "'s", "s’", "s'"))
            by = next(
                (word for word in range(at - 2, max(-1, at - 8), -1) if lowers[word] == "by"), -1
            )
            apart = "," in lowers[number.stop : max(number.stop, by - 1)]
            return owned and by >= 0 and not apart
    return False


def is_conditional(tokens: Tokens, number: Number) -> bool:
    """Whether the sentence opens with a condition and goes on to what follows from it.

    "If it fails, 200 jobs are at risk"; "At €15 there might be two"; "Cut them by half and we
    might keep 45".
    """
    lowers, tags = tokens.lowers, tokens.tags
    if _is_told_apart(tokens, number):
        return False  # "had it turned, …, said the mayor, whose house was one of 90 destroyed"
    opening = 1 if lowers[0] in _OPENERS and len(lowers) > 1 else 0
    first = lowers[opening]
    if first in _INVERTED and _is_inverted_condition(tokens, opening):
        return True
    if first in ("at", "with", "without") and _is_supposed(tokens, number.stop, 7):
        return True
    if first in _LEVELS:
        return _is_led_to(tokens, number, opening)
    if (first in _BARE or first in WORDS["bidden"]) and _is_bidding(tokens, opening):
        return True
    if first in _BARE and tags[opening + 1 : opening + 2] in (["D"], ["O"]):
        return any(
            lowers[at] == "and" and _is_supposed(tokens, at + 1, 3)
            for at in range(number.stop, min(len(lowers), number.stop + 2 * _REACH))
        )
    if "if" in tokens.vocabulary and "E" in tags:
        at = lowers.index("if")
        if number.stop <= at < number.stop + 12 and tags[at + 1 : at + 2] == ["E"]:
            return True
    if _is_contingent(tokens, number):
        return True
    if first not in ("if", "unless") or resolve_if(tokens, opening) is None:
        return False
    return _is_undecided(tokens, number, opening)


def _is_undecided(tokens: Tokens, number: Number, opening: int) -> bool:
    """Whether no past is told behind the condition that opens a sentence."""
    lowers, tags = tokens.lowers, tokens.tags
    first = lowers.index(",", opening) if "," in lowers[opening : number.first] else opening
    for at in range(first, len(tokens.words)):
        if at > number.stop and (lowers[at] == "”" or lowers[at] in WORDS["reporting"]):
            break
        if lowers[at] in _PAST:
            return False
        if tags[at] in "VE" and lowers[at] not in _BARE and is_finite(tokens, at):
            return False
    return True


def _is_contingent(tokens: Tokens, number: Number) -> bool:
    """Whether what can be done is told for a need: "we can last 18 months if we have to"."""
    lowers, tags = tokens.lowers, tokens.tags
    for at in range(number.stop, min(len(lowers) - 1, number.stop + _REACH)):
        if lowers[at] == "if":
            ahead = lowers[at + 1 : at + 5]
            ours = any(pair in (("we", "can"), ("i", "can")) for pair in pairwise(lowers[:at]))
            necessary = "can" in lowers[:at] and not WORDS["necessity"].isdisjoint(ahead)
            return ours or necessary
        if tags[at] == "." or tags[at] == "V":
            return False
    return False


def _is_bidding(tokens: Tokens, opening: int) -> bool:
    """Whether doing something is told to have an effect: "treat 40 for a year and you save one"."""
    lowers, tags = tokens.lowers, tokens.tags
    if tags[opening + 1 : opening + 2] not in (["D"], ["O"], ["M"]) or "and" not in lowers:
        return False
    conjunction = lowers.index("and")
    return lowers[conjunction + 1 : conjunction + 2] in (["you"], ["it"], ["they"], ["we"])


def _is_led_to(tokens: Tokens, number: Number, opening: int) -> bool:
    """Whether a level opens what would follow from it: "with gas at €45 there is no case"."""
    lowers = tokens.lowers
    near = lowers[opening : opening + 14]
    told = any(
        tokens.tags[at] == "V" and lowers[at] not in WORDS["reporting"] | WORDS["base_forms"]
        for at in range(opening, opening + len(near))
    )
    told = told or not _PERFECT.isdisjoint(near)
    if told or number.kind == "duration" or tokens.tags[opening + 1] == "G":
        return False
    pairs = set(pairwise(near))
    nothing = not pairs.isdisjoint((("is", "no"), ("’s", "no"), ("'s", "no"), ("be", "no")))
    asked = not pairs.isdisjoint((("you", "get"), ("you", "need"), ("you", "have")))
    levelled = number.first < opening + 5 and number.kind in ("money", "percentage")
    return nothing or asked or (levelled and not _WILLING.isdisjoint(near))


def is_under_deal(tokens: Tokens) -> bool:
    """Whether the sentence tells in the present what a deal brings: "Under it, Spain pays"."""
    lowers = tokens.lowers
    if lowers[0] != "under":
        return False
    named = [at for at, lower in enumerate(lowers[:_NAMED]) if lower in WORDS["provisions"]]
    comma = lowers.index(",") if "," in lowers else len(lowers)
    if not named:
        return False
    comma = min(comma, named[0] + 1) if comma > _NAMED else comma
    return _PERFECT.isdisjoint(tokens.vocabulary) and not any(
        tokens.tags[at] == "V" or (tokens.tags[at] == "E" and is_finite(tokens, at))
        for at in range(comma + 1, len(tokens.words))
    )


def _is_supposed(tokens: Tokens, at: int, room: int) -> bool:
    """Whether the next verb within a few words is "would", "might" or "could"."""
    for index in range(at, min(len(tokens.words), at + room)):
        if tokens.lowers[index].endswith(("’d", "'d")):
            return True
        if tokens.tags[index] in "AVEv":
            return tokens.lowers[index] in _SUPPOSING
    return False


def _is_inverted_condition(tokens: Tokens, opening: int) -> bool:
    """Whether a verb before its subject opens a condition: "Were it to reach 7%, it would"."""
    lowers = tokens.lowers
    if "," not in tokens.vocabulary or tokens.tags[opening + 1 : opening + 2] == ["A"]:
        return False
    return not _SUPPOSING.isdisjoint(lowers[lowers.index(",") :])


def is_foreseen(tokens: Tokens, stop: int) -> bool:
    """Whether a cue of a forecast stands before token `stop`, in the same clause."""
    for at in range(stop - 1, max(-1, stop - _FAR), -1):
        if tokens.lowers[at] in PAUSES:
            return False
        cue = match_cue(tokens, at)
        if cue is not None and cue.kind != "would":
            return cue.status == "forecast"
    return False
