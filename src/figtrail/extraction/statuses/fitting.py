"""Whether a cue of a narrower kind stands where it tells a status: "voted 6-1 to close"."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from figtrail.extraction.nouns import is_plural
from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.bounded import is_ceiling
from figtrail.extraction.statuses.outlooks import OUTLOOKS, fits_outlook
from figtrail.extraction.statuses.provisions import has_purpose, is_repeated
from figtrail.extraction.statuses.vocabulary import WORDS
from figtrail.extraction.tokens import Tokens

_LINKS = WORDS["links"]
_LEVELS = WORDS["level_nouns"]
_ELECTING = frozenset(("elect", "choose", "fill"))
_SUBJECT = 9
_FAR = 8
_OF = frozenset(("of", "totalling", "totaling", "worth"))
_ADDED = frozenset(("extra", "additional", "further", "another", "new"))
_PAPERS = WORDS["research"] | {"filing", "report", "document", "paper", "prospectus", "assessment"}
_ASIDE = frozenset(("with", "that", "which", "who", "by"))


def is_sized(tokens: Tokens, at: int, stop: int, number: Number) -> bool:
    """Whether a noun of plan or aim goes on to its size, or is a verb: "forecasts a deficit"."""
    following = tokens.lowers[stop] if stop < len(tokens.words) else "."
    if following == "by" and number.first == stop + 1:
        return False
    if following in _LEVELS and tokens.lowers[stop + 1 : stop + 2] == ["of"]:
        return True  # "its target rate of 2.5%"
    if following in ("a", "an"):
        return tokens.lowers[at].endswith("s") and (at == 0 or tokens.tags[at - 1] not in "DJ")
    tag = tokens.tags[stop] if stop < len(tokens.words) else "."
    if following in _LINKS or stop == number.first or tag in ("M", "B"):
        return True
    near = tokens.lowers[max(stop, number.first - 4) : number.first]
    if tag == "A":
        return "for" in near
    subject = at - 2 if at > 1 and tokens.tags[at - 1] == "B" else at - 1
    if (
        tokens.lowers[at] == "estimate"
        and at
        and (following == "between" or tokens.lowers[subject].endswith("s"))
    ):
        return True
    if tag in "NJ" and _plans(tokens, at):
        return near != [] and near[-1] in _OF
    return _is_limiting(tokens, at) and ("to" in near or "at" in near)


def _plans(tokens: Tokens, at: int) -> bool:
    """Whether "plan" is a verb: "carriers plan surcharges of", not "plans of"."""
    if tokens.lowers[at] not in ("plan", "plans") or at == 0 or tokens.tags[at - 1] not in "NO":
        return False
    subject = tokens.lowers[at - 1]
    return (tokens.lowers[at] == "plan") == (is_plural(subject) or subject in ("we", "they"))


def _is_limiting(tokens: Tokens, at: int) -> bool:
    """Whether a noun of limits or estimates is a verb here: "the rules cap rises at"."""
    return tokens.lowers[at] in WORDS["noun_verbs"] and (
        at > 0 and (tokens.tags[at - 1] in "NOAR" or tokens.lowers[at - 1] == "to")
    )


class _Place(NamedTuple):
    """A cue from `at` to `stop`, the number that it may tell of, and the words beside the cue."""

    tokens: Tokens
    at: int
    stop: int
    number: Number
    before: str
    following: str
    tag: str


def fits(tokens: Tokens, at: int, stop: int, kind: str, number: Number) -> bool:
    """Whether a cue of a narrower kind stands where it tells a status."""
    if kind in OUTLOOKS:
        return fits_outlook(tokens, at, stop, kind, number)
    before = tokens.lowers[at - 1] if at else ""
    following = tokens.lowers[stop] if stop < len(tokens.words) else "."
    tag = tokens.tags[stop] if stop < len(tokens.words) else "."
    test = _TESTS.get(kind)
    return test is None or test(_Place(tokens, at, stop, number, before, following, tag))


def _is_budgeted(place: _Place) -> bool:
    """A budget is spent: "budgeted £5m", "has budgeted for 40 posts"."""
    near = place.number.first - place.stop
    funded = place.following == "for" and near < 3 and place.number.kind is None
    return place.following in _OF or near == 0 or funded


def _is_timed(place: _Place) -> bool:
    """A standard is a span or a measurement: "the standard is that calls are met in 8 minutes"."""
    if place.following == "of" and place.number.first == place.stop + 1:
        return True  # "against a standard of six"
    if place.tag == "N":
        return False  # "two standard doses"
    return place.number.kind in ("duration", "measurement") and place.stop != place.number.first


def _is_agreed(place: _Place) -> bool:
    """What is agreed is a step, not a person or an opinion."""
    late = place.following == "on" and "to" in place.tokens.lowers[place.stop : place.stop + 5]
    return late or place.following not in ("with", "that", "on")


def _is_urged(place: _Place) -> bool:
    """Who is urged, is urged to do it: "urged ministers to hire 40", "called on Monday for £3m"."""
    lowers = place.tokens.lowers
    dated = lowers[place.stop - 1] == "on" and place.following in WORDS["dates"]
    if dated and "for" in lowers[place.stop + 1 : min(place.stop + 3, place.number.first)]:
        return True
    if place.following in ("a", "an") and lowers[place.number.first - 1] in ("of", "than"):
        return True  # "advised a catch of no more than 28,000 tonnes"
    return "to" in lowers[place.stop : place.stop + 8]


def _is_backed(place: _Place) -> bool:
    """What is backed is money, a step or dwellings: "backed a £4m scheme", "approved 40 homes"."""
    lowers, number = place.tokens.lowers, place.number
    near = lowers[place.stop : number.first]
    if number.kind == "percentage" and near[:1] in (["a"], ["an"]) and len(near) < 7:
        steps = WORDS["steps"] | {"raise"}
        sized = near[-1] == "of" and not steps.isdisjoint(near[-2:-1])
        return sized or not steps.isdisjoint(lowers[number.stop : number.stop + 4])
    if number.kind is None and not near:
        return not WORDS["dwellings"].isdisjoint(lowers[number.stop : number.stop + 3])
    return number.kind == "money" and near[:1] in (["a"], ["an"]) and _ASIDE.isdisjoint(near)


def _is_paid(place: _Place) -> bool:
    """What is announced is money to be paid: "announced £5m", "announced a dividend of 4p"."""
    stop, number = place.stop, place.number
    paid = not WORDS["payouts"].isdisjoint(place.tokens.lowers[stop : number.stop + 4])
    added = not _ADDED.isdisjoint(place.tokens.lowers[stop : number.first])
    return number.kind == "money" and (stop == number.first or paid or added)


def _is_limited(place: _Place) -> bool:
    """Somebody limits a thing to so much: "has limited watering to two days a week"."""
    lowers, at = place.tokens.lowers, place.at
    decided = WORDS["happenings"].isdisjoint(lowers[max(0, at - 3) : at]) and place.tag in "NJDG"
    near = place.number.first - place.stop
    return decided and lowers[place.number.first - 1] == "to" and 1 < near < _FAR


def _is_staff_cut(place: _Place) -> bool:
    """Whether what is weighed is how many have to go: "is weighing 45 layoffs"."""
    near = place.tokens.lowers[place.number.stop : place.number.stop + 3]
    return place.number.kind is None and not WORDS["staff_cuts"].isdisjoint(near)


def _is_ruled(place: _Place) -> bool:
    """A law allows so much: "the act allows 14 days for an appeal"."""
    return place.before in WORDS["rule_givers"] and place.number.first == place.stop


def _is_cleared(place: _Place) -> bool:
    """What is cleared is spending: "cleared the £40m bridge", "cleared capital works of £3m"."""
    lowers = place.tokens.lowers
    capital = not WORDS["capital"].isdisjoint(lowers[place.stop : place.stop + 2])
    return place.number.kind == "money" and (place.tag == "D" or capital)


def _is_foreseen(place: _Place) -> bool:
    """Somebody sees what is to come: "sees prices rising 4%", "sees the deficit at 3%"."""
    number, lowers = place.number, place.tokens.lowers
    told = number.first - place.stop > 1 and place.tag in "NJDOEG"
    told = told or (
        number.kind == "percentage" and lowers[place.at] == "sees" and _is_of_year(lowers)
    )
    moving = not WORDS["moving"].isdisjoint(lowers[place.stop : number.first])
    expert = not WORDS["looking_ahead"].isdisjoint(lowers[max(0, place.at - 5) : place.at])
    doing = expert and any(lower.endswith("ing") for lower in lowers[place.stop : number.first])
    if lowers[place.at] == "saw" and place.before != "now" and not (doing and _is_to_come(place)):
        return False
    if number.kind == "measurement" and expert and place.tag in "DM":
        return place.before not in ("to", "which", "that")
    sized = moving or doing or number.kind in ("percentage", "money")
    modal = place.at > 0 and place.tokens.tags[place.at - 1] == "A"
    return sized and place.before not in ("to", "which", "that") and told and not modal


def _is_of_year(lowers: list[str]) -> bool:
    """Whether a year is named that an outlook is for: "next year it sees 3%", "in 2027"."""
    return any(
        (first in ("next", "this") and second == "year")
        or (first in ("in", "for") and second.isdecimal() and len(second) == 4)
        for first, second in pairwise(lowers)
    )


def _is_to_come(place: _Place) -> bool:
    """Whether a time that is to come stands in the sentence: "by June", "next year"."""
    lowers = place.tokens.lowers
    ahead = pairwise(lowers[place.stop :])
    return any(
        first == "next" or (first == "by" and second in WORDS["dates"] | WORDS["seasons"])
        for first, second in ahead
    )


def _is_projected(place: _Place) -> bool:
    """The verb "projects", not the plural: "the bank projects 4%", not "projects worth 4m"."""
    named = place.before.endswith("s") and place.tokens.tags[place.at - 1] == "N"
    owned = place.at > 0 and place.tokens.words[place.at - 1][0].isupper()
    lowers = place.tokens.lowers
    summed = place.tag in "NJ" or "of" in lowers[place.stop : place.number.first]
    named_paper = summed and not _PAPERS.isdisjoint(lowers[max(0, place.at - 7) : place.at])
    if named_paper and place.tokens.tags[place.at - 1] == "N":
        return True  # "a filing with the state projects peak use of 1.3m gallons"
    sized = place.tag in ("D", "M") or place.following in WORDS["hedges"]
    counted = place.number.kind is not None or (
        (named or owned or WORDS["looking_ahead"] & {place.before}) and place.tag in ("M", "P")
    )
    return sized and bool(counted)


_TESTS: dict[str, Callable[[_Place], bool]] = {
    "budget": _is_budgeted,
    "least": lambda _: False,
    "standard": _is_timed,
    "evidence": lambda place: is_inferred(place.tokens, place.at),
    "listed": lambda place: (
        place.following not in ("rent", "sale", "let", "hire", "auction")
        and not (place.tokens.lowers[place.stop - 1] == "for" and place.number.kind == "money")
    ),
    "order": lambda place: place.following in ("for", "of") or place.tag == "M",
    "committed": lambda place: place.number.kind == "money" or place.following == "to",
    "agreed": _is_agreed,
    "asked": lambda place: _is_asked(place.tokens, place.stop, place.number),
    "need": lambda place: (
        place.number.kind == "money" and has_purpose(place.tokens, place.number.stop)
    ),
    "urged": _is_urged,
    "backed": _is_backed,
    "offering": lambda place: (
        place.number.kind == "money" and not is_repeated(place.tokens, place.number)
    ),
    "weighing": lambda place: place.number.kind == "money" or _is_staff_cut(place),
    "likely": lambda place: place.before not in ("more", "less", "most", "times"),
    "announced": _is_paid,
    "cleared": _is_cleared,
    "prospect": lambda _: False,
    "voted": lambda place: _is_resolved(place.tokens, place.stop, place.number),
    "allow": lambda place: (
        place.before != "to" and (is_ceiling(place.tokens, place.number) or _is_ruled(place))
    ),
    "sees": _is_foreseen,
    "provided": lambda place: place.before == "," or place.following == "that",
    "possible": lambda _: False,
    "seen": lambda place: place.tag == "G",
    "projects": _is_projected,
    "limiting": _is_limited,
    "benchmark": lambda place: place.tag not in ("N", "J") and place.following in _LINKS,
}


def _is_asked(tokens: Tokens, stop: int, number: Number) -> bool:
    """Whether the number is what is asked for: "asked the states for cuts of", "urged them to"."""
    lowers = tokens.lowers
    last = lowers[number.first - 1] if number.first else ""
    near = lowers[stop : min(number.first, stop + 9)]
    if "to" in near and last in ("to", "below", "under", "by"):
        return not WORDS["bringing"].isdisjoint(near)  # "asked councils to bring that down to"
    end = number.stop + (number.kind == "duration")
    closed = tokens.tags[end : end + 1] in (["."], ["C"], [])
    if number.kind in (None, "duration") and last == "for" and closed:
        return True  # "unions had asked for 23,000", "prosecutors asked for 15 years"
    if number.kind not in ("money", "percentage") and WORDS["asked"].isdisjoint(near):
        return False
    return "for" in near and (last in _LINKS or tokens.tags[number.first - 1] in "DJB.")


def _is_resolved(tokens: Tokens, stop: int, number: Number) -> bool:
    """Whether a vote was for a step to take: "voted 6-1 to close", "voted for a package"."""
    for at in range(stop, number.first - 1):
        if tokens.lowers[at] == "to" and tokens.tags[at + 1] in "NvJVA":
            return tokens.lowers[at + 1] not in _ELECTING
        if tokens.lowers[at] == "for" and tokens.lowers[at + 1] in ("a", "an"):
            return True
    return False


def is_inferred(tokens: Tokens, verb: int) -> bool:
    """Whether what "suggests" is evidence that has to be read: "tree rings", "the analysis"."""
    for at in range(verb - 1, max(-1, verb - _SUBJECT), -1):
        if tokens.lowers[at] in WORDS["evidence"]:
            return True
        if tokens.tags[at] not in "NJDPBGEM":
            return False
    return False
