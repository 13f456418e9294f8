"""A comparison behind a number with an earlier level: "fewer than in May", "up on 2019"."""

from __future__ import annotations

from figtrail.extraction.changes.earlier import is_earlier, is_year
from figtrail.extraction.changes.groups import is_of_chance, is_of_group
from figtrail.extraction.changes.members import past_bracket
from figtrail.extraction.changes.more import is_more
from figtrail.extraction.changes.vocabulary import (
    COMPARATIVES,
    COMPARISONS,
    EACH,
    EARLIER,
    LONG_SPANS,
    PARTICLES,
    RATED,
    WORDS,
    is_sign,
)
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import HYPHENS, Tokens
from figtrail.model import Change

_AFTER_PARTICLE = WORDS["closing_after"]
_AFTER_COMPARATIVE = WORDS["after_comparative"]
_NOW = frozenset(("now", "today"))
# How many tokens before a multiple "now" may stand.
_NOW_REACH = 8
_AS_MUCH = (["as", "much"], ["as", "many"])
_RATES = EACH | {"/"}


def find_comparison(
    tokens: Tokens, number: Number, start: int, kind: str, stop: int
) -> Change | None:
    """A comparison behind the number: "up on 2019", "fewer than in May", "below last year"."""
    lowers, tags = tokens.lowers, tokens.tags
    count = len(lowers)
    at = _behind(tokens, start, stop)
    if at >= count:
        return None
    at = _past_rate(tokens, at)
    lower = lowers[at]
    previous = lowers[start - 1] if start else ""
    if previous == "to" and start > 1 and lowers[start - 2].startswith("compar"):
        # "Compared to 3% lower in April".
        previous = ""
    if lower in PARTICLES and number.unit in WORDS["lengths"]:
        ahead = lowers[max(0, start - 8) : start]
        return None if WORDS["waters"].isdisjoint(ahead) else PARTICLES[lower]
    if lower in PARTICLES and (at + 1 >= count or _ends_particle(tokens, at + 1, kind)):
        return None if previous in ("to", "at") else PARTICLES[lower]
    if lower == "ahead" and _is_traded(tokens, kind, at):
        return "increase"
    if lower in COMPARISONS:
        near = 3 if lower in ("ahead", "behind") else 7
        return COMPARISONS[lower] if is_earlier(tokens, at + 1, near) else None
    if lower == "as" and lowers[at + 2 : at + 3] == ["again"]:
        return "increase"  # "half as much again", "half as high again as"
    if kind == "ratio" and number.unit != "times" and lower in ("the", "what", "its", "their"):
        return "decrease" if _is_share_of_earlier(tokens, at) else None
    if number.unit == "times" or lower == "times":
        return _by_multiple(tokens, number, at)
    if lowers[at] in EACH and lowers[at + 1 : at + 2] and lowers[at + 1] in RATED:
        at = min(at + 2, count - 1)
    if (
        lower in WORDS["paces"]
        and lowers[at + 1 : at + 2] == ["than"]
        and (kind == "duration" or (kind == "count" and number.kind is None))
    ):
        return _by_pace(tokens, at)
    comparative = at
    while comparative < min(count, at + 4) and lowers[comparative] not in COMPARATIVES:
        if tags[comparative] not in "NJ":
            return None
        comparative += 1
    if comparative >= count or lowers[comparative] not in COMPARATIVES:
        return None
    if previous in ("no", "to"):
        return None
    return _by_comparative(tokens, kind, at, comparative, start)


def _is_traded(tokens: Tokens, kind: str, ahead: int) -> bool:
    """Whether an index or a share stands "ahead" of its last close: "was 41 points ahead at"."""
    if kind not in ("percentage", "score", "money") and "points" not in tokens.vocabulary:
        return False
    at = tokens.lowers[ahead + 1 : ahead + 2] == ["at"]
    level = tokens.tags[ahead + 2 : ahead + 3] == ["M"]
    return at and (level or is_sign(tokens, ahead + 2))


def _behind(tokens: Tokens, start: int, stop: int) -> int:
    """Past hyphens, a bracket and the same size in other terms: "(190 points), or 0.6%, higher"."""
    at = stop
    while at < len(tokens.words) and tokens.lowers[at] in HYPHENS:
        at += 1
    at = past_bracket(tokens, at)
    again = start > 1 and tokens.lowers[start - 2 : start] == [",", "or"]
    return at + (again and tokens.lowers[at : at + 1] == [","])


def _by_pace(tokens: Tokens, at: int) -> Change | None:
    """Read "four minutes quicker than last year": less time is taken."""
    slower = tokens.lowers[at] in ("slower", "later")
    return ("increase" if slower else "decrease") if is_earlier(tokens, at + 2) else None


def _past_rate(tokens: Tokens, at: int) -> int:
    """Past what each has, before a comparison: "£20 a tonne lower than", "50c/kg down on"."""
    lowers = tokens.lowers
    if lowers[at] not in _RATES or at + 2 >= len(lowers) or lowers[at + 1] in LONG_SPANS:
        return at
    following = lowers[at + 2]
    compared = following in COMPARATIVES or following in PARTICLES or following in COMPARISONS
    return at + 2 if compared and tokens.tags[at + 1] in "NJ" else at


def _ends_particle(tokens: Tokens, at: int, kind: str) -> bool:
    """Whether what follows "up" or "down" leaves it to the number: "55 cents down at $102.71"."""
    priced = kind == "money" and is_sign(tokens, at + 1)
    at_level = tokens.lowers[at] == "at" and (kind == "percentage" or priced)
    return tokens.lowers[at] in _AFTER_PARTICLE or at_level


def _by_comparative(
    tokens: Tokens, kind: str, at: int, comparative: int, start: int
) -> Change | None:
    lowers = tokens.lowers
    lower = lowers[comparative]
    found = COMPARATIVES[lower]
    than = _than(tokens, comparative + 1)
    if than is not None:
        if than == comparative + 1 and _bounds_other(tokens, than):
            return None
        return found if is_earlier(tokens, than + 1, 10) else None
    following = lowers[comparative + 1] if comparative + 1 < len(lowers) else "."
    if is_of_group(tokens, comparative + 1) or is_of_chance(tokens, start):
        return None
    if (
        lower == "longer"
        and following == "by"
        and tokens.tags[comparative + 2 : comparative + 3] != ["M"]
    ):
        return None
    if lower in ("less", "fewer", "more"):
        if comparative == at and _than_later(tokens, at + 1):
            return found
        return found if is_more(tokens, kind, comparative, start) else None
    if lower in ("higher", "lower", "cheaper", "dearer") and kind == "percentage":
        return found
    return found if following in _AFTER_COMPARATIVE else None


def _bounds_other(tokens: Tokens, than: int) -> bool:
    """Whether "more than" belongs to the next number: "two (are) more than a million years old"."""
    scaled = tokens.lowers[than + 1 : than + 2] == ["a"] and tokens.tags[than + 2 : than + 3] == [
        "M"
    ]
    return scaled and "old" in tokens.lowers[than + 2 : than + 6]


def _than(tokens: Tokens, at: int) -> int | None:
    """The "than" of a comparative, behind its noun and what identifies that."""
    for index in range(at, min(len(tokens.words), at + 14)):
        if tokens.lowers[index] == "than":
            return index
        if tokens.tags[index] in "AVRC." and tokens.lowers[index] not in HYPHENS:
            return None
    return None


def _than_later(tokens: Tokens, at: int) -> bool:
    """Whether an earlier level follows behind the verb: "40% more were treated than in 2019".

    What there is now is fewer by itself: "40 fewer beds this winter".
    """
    lowers = tokens.lowers
    for index in range(at, min(len(tokens.words), at + 16)):
        if lowers[index] == "than":
            return is_earlier(tokens, index + 1, 6)
        if lowers[index : index + 2] in ([",", "than"], ["compared", "with"], ["compared", "to"]):
            return is_earlier(tokens, index + 2, 6)
        if tokens.tags[index] in "R." and lowers[index] not in HYPHENS:
            return False
        if lowers[index] == "this" and lowers[at - 1] == "fewer":
            return index < at + 4
    return False


_BEFORE = frozenset(("last", "previous", "before", "earlier", "ago"))


def _by_multiple(tokens: Tokens, number: Number, at: int) -> Change | None:
    """A multiple of an earlier level: "1.9 times the level of 2015", "twice as many as in May"."""
    if number.value <= 1:
        return None
    lowers = tokens.lowers
    if at < len(lowers) and lowers[at] == "times":
        at += 1
    if not _NOW.isdisjoint(tokens.vocabulary) and _is_of_told(tokens, number, at):
        return "increase"
    if lowers[at : at + 1] and lowers[at] in COMPARATIVES and lowers[at + 1 : at + 2] == ["than"]:
        # "Four times fewer than last year".
        return COMPARATIVES[lowers[at]] if is_earlier(tokens, at + 2) else None
    if lowers[at : at + 2] in (["those", "of"], ["that", "of"]):
        # "1.8 times those of last spring".
        return "increase" if not _BEFORE.isdisjoint(lowers[at + 2 : at + 6]) else None
    if lowers[at : at + 1] == ["as"] and lowers[at + 2 : at + 3] in (["now"], ["today"]):
        return "increase"
    if lowers[at : at + 1] == ["as"] and "as" in lowers[at + 1 : at + 6]:
        again = lowers.index("as", at + 1)
        old = lowers[again + 1 : again + 3] in (["the", "old"], ["its", "old"], ["their", "old"])
        return "increase" if old or is_earlier(tokens, again + 1, 6) else None
    if (
        lowers[at : at + 1] == ["what"]
        and lowers[at + 1 : at + 2][-1:]
        and _is_inherited(tokens, at)
    ):
        return "increase"
    if lowers[at : at + 1] and lowers[at] in ("the", "its", "their", "what"):
        return "increase" if is_earlier(tokens, at + 1, 6) else None
    if lowers[at : at + 2] == ["that", "of"]:
        # A year may only name a thing: "four times that of the 2015 quake".
        dated = any(map(is_year, lowers[at + 2 : at + 3]))
        return "increase" if dated or not EARLIER.isdisjoint(lowers[at + 2 : at + 7]) else None
    return None


def _is_of_told(tokens: Tokens, number: Number, at: int) -> bool:
    """Whether a multiple is now one of the level told before: "now it is five times that"."""
    lowers, width = tokens.lowers, 1 if tokens.lowers[at : at + 1] == ["that"] else 2
    if width == 2 and lowers[at : at + 2] not in _AS_MUCH:
        return False
    behind = lowers[at + width : at + width + 1]
    if behind and behind[0] not in _NOW and tokens.tags[at + width] != ".":
        return False
    near = lowers[max(0, number.first - _NOW_REACH) : number.first]
    return behind[:1] == ["now"] or behind[:1] == ["today"] or not _NOW.isdisjoint(near)


def _is_share_of_earlier(tokens: Tokens, at: int) -> bool:
    """Whether a share is one of an earlier level: "half the price of 2019", "what it was"."""
    lowers = tokens.lowers
    if lowers[at] == "what":
        past = "V" in tokens.tags[at + 1 : at + 4] or "E" in tokens.tags[at + 1 : at + 4]
        was = past or not {"was", "were", "had"}.isdisjoint(lowers[at + 1 : at + 4])
        return was and is_earlier(tokens, at + 1)
    noun = at + 1
    if WORDS["levels"].isdisjoint(lowers[noun : noun + 1]):
        return False
    linked = lowers[noun + 1 : noun + 2]
    return linked in (["of"], ["in"], ["it"], ["seen"]) and is_earlier(tokens, noun + 2)


def _is_inherited(tokens: Tokens, what: int) -> bool:
    """Whether a level was taken over from before: "five times what he inherited"."""
    near = tokens.lowers[what + 1 : what + 4]
    return tokens.tags[what + 1] in "ON" and not WORDS["inheriting"].isdisjoint(near)


def is_placed(tokens: Tokens, at: int) -> bool:
    """Whether the words at `at` say above or below what, and it is no earlier level."""
    if at >= len(tokens.words) or tokens.lowers[at] not in ("above", "below"):
        return False
    return not is_earlier(tokens, at + 1)
