"""Whether a number tells what there is already, or who is meant, whatever is planned of it."""

from __future__ import annotations

from figtrail.extraction.nouns import is_people
from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.arranged import MADE
from figtrail.extraction.statuses.cues import match_cue
from figtrail.extraction.statuses.moved import (
    NOW,
    OWN,
    is_changed,
    is_kept_at,
    is_of_closed,
    is_run_on,
    is_set_apart,
)
from figtrail.extraction.statuses.vocabulary import BE, WORDS
from figtrail.extraction.statuses.wholes import is_whole
from figtrail.extraction.tokens import HYPHENS, Tokens

_HYPHEN = [[mark] for mark in HYPHENS]
_PARTS = frozenset(("part", "parts", "most", "half", "all", "of"))
_SPANS = WORDS["past_spans"]
# What stands right before what there is.
_BEHIND = (["in", "place", "of"], ["according", "to"], ["of", "the", "remaining"])


def is_meant(tokens: Tokens, start: int) -> bool:
    """Whether a number tells who is meant: "everyone earning $100,000 or more will pay"."""
    at = start - 1
    while at > 0 and tokens.tags[at] == "B":
        at -= 1
    if at > 0 and tokens.lowers[at] == "costing":
        return tokens.lowers[at - 1] == "each"
    described = at > 0 and tokens.lowers[at] in WORDS["describing"]
    return described and tokens.tags[at - 1] in "NO"


def is_existing(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether the number counts what there is already, whatever is planned with it.

    "Its 300 workers", "its workforce of 300", "the £4m already spent", "a school 3 miles away".
    """
    lowers, stop = tokens.lowers, number.stop
    before = lowers[start - 1] if start else ""
    following = lowers[stop] if stop < len(lowers) else "."
    if any(lowers[max(0, start - len(words)) : start] == words for words in _BEHIND):
        return True
    if lowers[max(0, start - 2) : start] == ["with", "the"] and number.kind is None:
        # "With the 200,000 economists expected" counts no economists.
        return following not in WORDS["onlookers"] and any(map(is_people, lowers[stop : stop + 3]))
    if before == "all" and start > 1 and number.kind is None and tokens.tags[start - 2] == "P":
        return lowers[start - 2] != "of"  # "applies to all 27 member states"
    if before in WORDS["surveyed"] and number.kind is None and number.out_of is None:
        return True
    if _is_present(lowers, start, stop):
        return True
    if start > 2 and lowers[start - 2 : start] == ["home", "to"] and number.kind is None:
        return lowers[start - 3] in BE or lowers[start - 3] in (",", "now")
    if _is_closed(tokens, number, start) or _is_given_up(tokens, number):
        return True
    if before == "of" and _is_of_stock(tokens, number, start):
        return True
    if (
        is_run_on(tokens, number, start)
        or is_changed(tokens, number, start)
        or is_of_closed(tokens, number, start)
        or is_kept_at(tokens, start)
        or is_set_apart(tokens, number, start)
    ):
        return True
    if _is_of_then(lowers, start) or is_whole(tokens, number, start):
        return True
    if before == "the" and following.endswith("est") and number.kind is None:
        return tokens.tags[stop] in "JB"  # "the 400 richest families"
    if before == "the" and start > 1 and lowers[start - 2] in WORDS["replaced"]:
        multiple = lowers[start - 2] == "double" and lowers[start - 3] not in ("to", "will")
        return number.kind in ("percentage", "money") and not multiple
    if before.endswith(("’s", "'s")) or before in OWN:
        return _is_owned(tokens, number)
    if (
        _is_portioned(tokens, number, start)
        or _is_running(tokens, number, start)
        or _is_told_of(tokens, number, start)
        or _is_done_to(tokens, number, start)
    ):
        return True
    if number.kind == "measurement" or number.unit is not None:
        return _lies(tokens, number, start)
    return "already" in lowers[stop : stop + (4 if following == "of" else 2)]


def _is_owned(tokens: Tokens, number: Number) -> bool:
    """Whether what is somebody's is there already: "its 300 workers", "their £4m in the bank"."""
    lowers, stop = tokens.lowers, number.stop
    if number.kind == "money":
        return not WORDS["stored"].isdisjoint(lowers[stop : stop + 3])
    counted = number.kind is None and tokens.tags[stop : stop + 1] == ["N"]
    return counted and match_cue(tokens, stop) is None


def _is_of_stock(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether "of" goes on to what there is: "a town of 900", "a fleet of 40", "her record of"."""
    noun = tokens.lowers[start - 2] if start > 1 else ""
    if noun in WORDS["stocks"]:
        return number.kind is None
    described = start > 2 and tokens.tags[start - 3] in "DJN"
    if noun in WORDS["settlements"]:
        return number.kind is None and described
    return noun in WORDS["records"] and described


def _lies(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether a distance tells where something lies, or how large some ground is."""
    lowers, tags, stop = tokens.lowers, tokens.tags, number.stop
    before = lowers[start - 1] if start else ""
    if lowers[stop : stop + 1] in _HYPHEN and "site" in lowers[stop + 2 : stop + 4]:
        return True  # "homes on a 45-acre site"
    measured = number.kind == "measurement"
    if measured and not WORDS["terrain"].isdisjoint(lowers[stop : stop + 4]):
        return True
    if lowers[stop : stop + 1] == ["from"] and tags[stop + 1 : stop + 2] in (["D"], ["N"]):
        return tags[start - 1 : start] in (["N"], ["."])
    away = lowers[stop + 1 : stop + 2]
    if before == "," and away and away[0] in WORDS["placing"]:
        return tags[stop + 2 : stop + 3] in (["D"], ["N"])
    if not WORDS["bearings"].isdisjoint(away):
        return before == "," or tags[start - 1 : start] == ["N"]
    return away in (["away"], ["across"]) and tags[start - 1 : start] == ["N"]


def _is_present(lowers: list[str], start: int, stop: int) -> bool:
    """Whether it tells the level of now: "the pass, now €112, will rise", "the present 4p"."""
    before = lowers[max(0, start - 2) : start]
    if before[-1:] and before[-1] in NOW and before[0] in ("the", "its", "their"):
        return True
    if lowers[start - 1 : start] == [","] and _is_dated_back(lowers, stop):
        return True
    if before[:1] == [","] and before[-1] in ("now", "currently", "presently"):
        return True
    ahead = lowers[stop : stop + 3]
    told = ahead[:2] in (["at", "present"], ["right", "now"]) and ahead[2:] in ([","], ["."])
    return told or (ahead[:1] in (["now"], ["currently"]) and ahead[1:2] in ([","], [")"], ["."]))


def _is_dated_back(lowers: list[str], stop: int) -> bool:
    """Whether an aside dates a level before what is to come: "turnout, 41% in 2015, could"."""
    ahead = lowers[stop : stop + 4]
    year = ahead[:1] == ["in"] and ahead[1:2] != [] and ahead[1].isdigit() and len(ahead[1]) == 4
    past = ahead[:1] == ["last"] and ahead[1:2] != [] and ahead[1] in _SPANS
    return (year or past) and ahead[2:4] in ([",", "could"], [",", "will"], [",", "would"])


def _is_of_then(lowers: list[str], start: int) -> bool:
    """Whether it is an earlier level: "the record total of 353", "up on the 117 in 2017".

    So is "4% below last year's 6.1 million tonnes".
    """
    if start > 1 and lowers[start - 2] in ("last", "previous") and lowers[start - 1][:-2] in _SPANS:
        return True
    if start > 3 and lowers[start - 1] == "of" and lowers[start - 3] == "record":
        return True
    return lowers[max(0, start - 3) : start] in (["up", "on", "the"], ["down", "on", "the"])


def _is_closed(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether it is the gap that somebody closes: "cut jobs to close a $2.3m gap"."""
    lowers = tokens.lowers
    sized = lowers[start - 1 : start] == ["of"] and lowers[start - 2] in WORDS["gaps"]
    named = sized or not WORDS["gaps"].isdisjoint(lowers[number.stop : number.stop + 3])
    if number.kind is None:
        named = not WORDS["piled_up"].isdisjoint(
            [*lowers[start - 2 : start], *lowers[number.stop : number.stop + 3]]
        )
    if number.kind not in ("money", None) or not named:
        return False
    for at in range(start - (3 if sized else 1), max(-1, start - 6), -1):
        if lowers[at] in WORDS["closing"]:
            return True
        if tokens.tags[at] not in "DJNOPB" or lowers[at] == "to":
            return False
    return False


def _is_given_up(tokens: Tokens, number: Number) -> bool:
    """Whether it describes a thing that is closed or left: "will idle an 18-megawatt farm"."""
    lowers, tags = tokens.lowers, tokens.tags
    sized = lowers[number.stop : number.stop + 1] in _HYPHEN and number.kind != "duration"
    if not sized or not number.first or tags[number.first - 1] != "D":
        return False
    at = number.first - 2
    while at > 0 and (tags[at] in "DJ" or lowers[at] in _PARTS):
        at -= 1
    return at >= 0 and lowers[at] in WORDS["giving_up"]


def _is_done_to(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether it describes what something is done to: "the 300-bed hospital is to be inspected"."""
    lowers = tokens.lowers
    if not start or lowers[start - 1] != "the" or number.kind in ("percentage", "duration"):
        return False
    for at in range(number.stop + 1, min(len(lowers) - 1, number.stop + 18)):
        if lowers[at] == "be":
            made = not MADE.isdisjoint(lowers[number.stop : number.stop + 5])
            return made and lowers[at + 1] in WORDS["done_to"]
        if lowers[at] in (";", "”", "but", "while"):
            return False
    return False


def _is_portioned(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether a portion of it will be lost or sold: "two-thirds of the 50-hectare site"."""
    lowers = tokens.lowers
    if start < 3 or lowers[start - 2 : start] != ["of", "the"]:
        return False
    portion = tokens.tags[start - 3] == "M" or lowers[start - 3] in WORDS["portions"]
    return portion and not WORDS["ended"].isdisjoint(lowers[number.stop : number.stop + 9])


def _is_running(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether a span has begun to run: "a month into a four-year term"."""
    ahead = tokens.lowers[max(0, start - 3) : start]
    gone_by = tokens.lowers[number.stop : number.stop + 4]
    if number.kind == "duration" and not WORDS["gone_by"].isdisjoint(gone_by):
        return gone_by[1:2] in (["of"], ["’"], ["'"]) or gone_by[0][-1:] in ("’", "'")
    if number.kind != "duration" or len(ahead) < 3 or ahead[1] not in ("into", "through"):
        return False
    return ahead[0] in WORDS["spans"]


def _is_told_of(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether a clause tells of known things what holds of them: "the six states in which"."""
    lowers, tags = tokens.lowers, tokens.tags
    if number.kind not in (None, "money") or not start or lowers[start - 1] != "the":
        return False
    at = number.stop
    while at < len(tokens.words) and tags[at] in "NJ":
        at += 1
    if lowers[at : at + 2] == ["in", "which"]:
        at += 1
    elif tags[at : at + 1] == ["O"] and tags[at + 1 : at + 2] in (["V"], ["E"]):
        return match_cue(tokens, at + 1) is None  # "the 40 goals he scored"
    elif lowers[at : at + 1] not in (["where"], ["who"]):
        return False
    return (at > number.stop or lowers[at] == "who") and all(
        match_cue(tokens, index) is None for index in range(at, min(len(tokens.words), at + 8))
    )
