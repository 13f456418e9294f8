"""The comparator of a number: "more than", "up to", "… or so"."""

from __future__ import annotations

from itertools import pairwise
from typing import cast

from figtrail.extraction.compared import (
    is_done_by_none,
    is_passed,
)
from figtrail.extraction.lexicon import read_rows
from figtrail.extraction.limits import LIMITS, find_limit
from figtrail.extraction.numbers import EMPHASIS, Number
from figtrail.extraction.seeming import MARKS, PASSING, WORDS, is_false
from figtrail.extraction.tokens import HYPHENS, Tokens, split_words
from figtrail.model import Bound

_BEFORE: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
_AFTER: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
for _phrase, _bound, _side in sorted(
    read_rows("comparators.csv", "phrase", "bound", "side"), key=lambda row: -len(row[0].split())
):
    _words = tuple(map(str.lower, split_words(_phrase)))
    if _side == "before":
        _BEFORE.setdefault(_words[-1], []).append((_words, cast(Bound, _bound)))
    else:
        _AFTER.setdefault(_words[0], []).append((_words, cast(Bound, _bound)))

_BETWEEN = WORDS["between"] | EMPHASIS
# Before "the 500,000 mark" these say on which side of it.
_PLACED: dict[str, Bound] = {"under": "under", "below": "under", "above": "over", "over": "over"}
_NEGATIONS = frozenset("not never cannot without".split())
_NEVER = frozenset((("no", "point"), ("no", "time"), ("no", "stage")))
_NOBODY = frozenset("no nobody none neither".split())
_DUTIES = frozenset("should must will shall can may".split())
_CONVERTED = ("money", "measurement", "duration")
_TARGETS = frozenset(("standard", "standards", "target", "targets"))
_CURRENCY = frozenset("$£€¥₹")
_LONELY = WORDS["lonely"]
_AFTERTHOUGHTS = (["give", "or", "take"], ["or", "thereabouts"], ["or", "so"])


def find_bound(tokens: Tokens, number: Number, phrase_stop: int) -> tuple[Bound, int]:
    """The bound of a number and the token where its comparator starts (or the number does).

    `phrase_stop` is where the noun phrase that follows the number ends, for "five days or more".
    """
    if number.form == "range":
        return "range", _comparator_start(tokens, number)
    if "odd" in tokens.lowers[number.core : number.stop]:
        return "about", number.first
    found = _before(tokens, number)
    if found is not None:
        return _negate(tokens, *found)
    before = number.first - 1
    if tokens.words[max(0, before)] == "c" and tokens.ends[before] == tokens.starts[before + 1]:
        return "about", before  # "c£5m"
    limit = find_limit(tokens, number)
    if limit is not None:
        return limit, number.first
    converted = _converted(tokens, number)
    if converted is not None:
        return converted, number.first
    after = _after(tokens, number.stop) or (
        _after(tokens, phrase_stop) if phrase_stop > number.stop else None
    )
    if after is not None:
        return after, number.first
    if number.kind in ("duration", "measurement") and phrase_stop < len(tokens.words) + 1:
        near = tokens.lowers[number.stop : min(phrase_stop + 1, number.stop + 4)]
        if "minimum" in near:
            return "at_least", number.first
        if not LIMITS.isdisjoint(near):
            return "at_most", number.first
        timed = number.kind == "duration" and not _TARGETS.isdisjoint(near)
        if timed and number.unit not in ("month", "year"):
            return "at_most", number.first
    return "exact", number.first


def _negate(tokens: Tokens, bound: Bound, start: int) -> tuple[Bound, int]:
    """Turn round what is denied: "must not exceed 40", "never fell below 40"."""
    if bound not in ("over", "under"):
        return bound, start
    before = tokens.lowers[max(0, start - 6) : start]
    near = before[-3:]
    if before.count(",") > 1 and near[-2:] == [",", "by"]:
        near = near[-1:]  # "May stray from the mean, 3,512, by more than 1%"
    denied = not _NEVER.isdisjoint(pairwise(before)) or any(
        word in _NEGATIONS or word.endswith(("n't", "n’t")) for word in near
    )
    forbidden = _is_forbidden(tokens.lowers[max(0, start - 16) : start])
    forbidden = forbidden or is_done_by_none(tokens, start)
    if before[-1:] == ["no"]:
        denied = True  # "No bigger than 40cm"
    if not (denied or forbidden) or "," in near or "only" in near:
        return bound, start
    return ("at_most" if bound == "over" else "at_least"), start


def _is_forbidden(ahead: list[str]) -> bool:
    """Whether nobody may: "no class may have more than", "nobody should wait longer than"."""
    if _NOBODY.isdisjoint(ahead) or _DUTIES.isdisjoint(ahead):
        return False
    at = next(at for at, lower in enumerate(ahead) if lower in _NOBODY)
    compared = ahead[at + 1 : at + 2] != [] and ahead[at + 1] in ("fewer", "less", "more", "longer")
    return not compared and "and" not in ahead[at:]


def _converted(tokens: Tokens, number: Number) -> Bound | None:
    """The bound of the number that one in brackets converts: "topped 104 F (40 C)"."""
    lowers, tags = tokens.lowers, tokens.tags
    at = number.first - 1
    if at < 1 or lowers[at] != "(" or number.kind not in _CONVERTED:
        return None
    stop = at
    while stop > 0 and at - stop < 5 and tags[stop - 1] in "NJP" and lowers[stop - 1] != "for":
        stop -= 1
    first = stop
    while first > 0 and (tags[first - 1] == "M" or lowers[first - 1] == "/"):
        first -= 1
    signed = first > 0 and lowers[first - 1][-1] in _CURRENCY
    if first == stop or signed != (number.kind == "money"):
        return None
    found = _before(tokens, number._replace(first=first - 1 if signed else first, stop=stop))
    return None if found is None else _negate(tokens, *found)[0]


def _comparator_start(tokens: Tokens, number: Number) -> int:
    found = _before(tokens, number)
    return found[1] if found is not None else number.first


def _before(tokens: Tokens, number: Number) -> tuple[Bound, int] | None:
    lowers = tokens.lowers
    at = number.first - 1
    skipped = 0
    while at >= 0:
        lower = lowers[at]
        for words, bound in _BEFORE.get(lower, ()):
            start = at + 1 - len(words)
            if start >= 0 and lowers[start] == words[0] and tuple(lowers[start : at + 1]) == words:
                if not is_false(tokens, number, words, start):
                    return bound, start
                break
        if lower == "the" and at == number.first - 1 and at and lowers[at - 1] in _PLACED:
            marked = not MARKS.isdisjoint(lowers[number.stop : number.stop + 3])
            return (_PLACED[lowers[at - 1]], at - 1) if marked else None
        if lower == "the" and at == number.first - 1 and at and lowers[at - 1] in PASSING:
            marked = not MARKS.isdisjoint(lowers[number.stop : number.stop + 3])
            marked = marked and not is_passed(tokens, at - 1)
            return ("over", at - 1) if marked else None
        aside = lower == "," and at == number.first - 1 and lowers[at - 1] in ("most", "least")
        if not aside and (lower not in _BETWEEN or skipped == 3):
            return None
        skipped += 1
        at -= 1
    return None


def _is_attribute(tokens: Tokens, stop: int) -> bool:
    """Whether an article stands before the number that ends at a token: "a 60% plus mark-up"."""
    at = stop - 1
    while at > 0 and (tokens.tags[at] == "M" or tokens.lowers[at] in "%$£€"):
        at -= 1
    return tokens.lowers[at] in ("a", "an")


def _after(tokens: Tokens, at: int) -> Bound | None:
    lowers = tokens.lowers
    if at < len(lowers) and lowers[at] in HYPHENS:
        at += 1
        if at < len(lowers) and lowers[at] in ("odd", "plus", "ish"):
            return "at_least" if lowers[at] == "plus" else "about"
        return None
    if at + 1 < len(lowers) and lowers[at] == "," and lowers[at + 1] == "at":
        at += 1  # "38 million, at the very most"
    if lowers[at : at + 2] in ([",", "give"], [",", "or"]):
        return "about" if _closes(tokens, at + 1) else None
    if at >= len(lowers):
        return None
    for words, bound in _AFTER.get(lowers[at], ()):
        if tuple(lowers[at : at + len(words)]) != words:
            continue
        ahead = at + len(words)
        if words[0] in ("at", "and") and ahead < len(lowers) and _opens_other(tokens, ahead):
            continue
        if words == ("+",) and tokens.starts[at] != tokens.ends[at - 1]:
            return None
        if _is_other(tokens, words, at):
            continue
        return bound
    return None


def _closes(tokens: Tokens, at: int) -> bool:
    """Whether an afterthought ends the clause: "a million, give or take", "40, or thereabouts"."""
    for words in _AFTERTHOUGHTS:
        stop = at + len(words)
        if tokens.lowers[at:stop] == words:
            return stop >= len(tokens.words) or tokens.lowers[stop][0] in '.,;:!?)”"'
    return False


def _opens_other(tokens: Tokens, at: int) -> bool:
    """Whether what looks like the end of a comparator opens that of another number.

    "40 pies and over 90 cakes", "40 beds and up to 12 nurses", "4% and above the estimate".
    """
    if tokens.tags[at] in "MD" or tokens.lowers[at][-1] in _CURRENCY or tokens.lowers[at] == "to":
        return True
    # "Up 4% and above analysts' hopes".
    return any(word.endswith(("'", "’", "'s", "’s")) for word in tokens.lowers[at : at + 3])


def _is_other(tokens: Tokens, words: tuple[str, ...], at: int) -> bool:
    """Whether words after a number only look like its comparator: "40 plus 12", "and more rain"."""
    tag = tokens.tags[at + 1] if at + 1 < len(tokens.words) else "."
    if words[0] == "plus":
        return tag != "N" or not _is_attribute(tokens, at)
    if words[0] in _LONELY:
        return tag not in ".CP"
    more = words == ("and", "more") and at + 2 < len(tokens.words)
    # "Nine villages and more than 40 farms".
    return more and (tokens.tags[at + 2] in "NJ" or tokens.lowers[at + 2] == "than")
