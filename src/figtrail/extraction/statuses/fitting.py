"""Whether a cue of a narrower kind stands where it tells a status: "voted 6-1 to close"."""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.bounded import is_ceiling
from figtrail.extraction.statuses.outlooks import OUTLOOKS, fits_outlook
from figtrail.extraction.statuses.provisions import has_purpose, is_repeated
from figtrail.extraction.statuses.vocabulary import WORDS
from figtrail.extraction.tokens import Tokens

_LINKS = WORDS["links"]
_SUBJECT = 9
_ASIDE = frozenset(("with", "that", "which", "who", "by"))


def is_sized(tokens: Tokens, at: int, stop: int, number: Number) -> bool:
    """Whether a noun of plan or aim goes on to its size, or is a verb: "forecasts a deficit"."""
    following = tokens.lowers[stop] if stop < len(tokens.words) else "."
    if following == "by" and number.first == stop + 1:
        return False
    if following in ("a", "an"):
        return tokens.lowers[at].endswith("s") and (at == 0 or tokens.tags[at - 1] not in "DJ")
    tag = tokens.tags[stop] if stop < len(tokens.words) else "."
    if following in _LINKS or stop == number.first or tag in ("M", "B"):
        return True
    near = tokens.lowers[max(stop, number.first - 4) : number.first]
    if tag == "A":
        return "for" in near
    if (
        tokens.lowers[at] == "estimate"
        and at
        and (following == "between" or tokens.lowers[at - 1].endswith("s"))
    ):
        return True
    return _is_limiting(tokens, at) and ("to" in near or "at" in near)


def _is_limiting(tokens: Tokens, at: int) -> bool:
    """Whether a noun of limits or estimates is a verb here: "the rules cap rises at"."""
    return tokens.lowers[at] in WORDS["noun_verbs"] and (
        at > 0 and (tokens.tags[at - 1] in "NOA" or tokens.lowers[at - 1] == "to")
    )


def fits(tokens: Tokens, at: int, stop: int, kind: str, number: Number) -> bool:
    """Whether a cue of a narrower kind stands where it tells a status."""
    before = tokens.lowers[at - 1] if at else ""
    following = tokens.lowers[stop] if stop < len(tokens.words) else "."
    tag = tokens.tags[stop] if stop < len(tokens.words) else "."
    if kind == "budget":
        funded = following == "for" and number.first - stop < 3 and number.kind is None
        return following == "of" or stop == number.first or funded
    if kind in ("least", "standard"):
        timed = number.kind in ("duration", "measurement") and stop != number.first
        return kind == "standard" and timed
    if kind == "evidence":
        return is_inferred(tokens, at)
    if kind == "listed":
        return following not in ("rent", "sale", "let", "hire", "auction")
    if kind == "order":
        return following in ("for", "of") or tag == "M"
    if kind == "committed":
        return number.kind == "money" or following == "to"
    if kind == "agreed":
        late = following == "on" and "to" in tokens.lowers[stop : stop + 5]
        return late or following not in ("with", "that", "on")
    if kind == "asked":
        return _is_asked(tokens, stop, number)
    if kind == "need":
        return number.kind == "money" and has_purpose(tokens, number.stop)
    if kind == "urged":
        dated = tokens.lowers[stop - 1] == "on" and following in WORDS["dates"]
        if dated and "for" in tokens.lowers[stop + 1 : min(stop + 3, number.first)]:
            return True
        return "to" in tokens.lowers[stop : stop + 8]
    if kind == "backed":
        near = tokens.lowers[stop : number.first]
        if number.kind is None and stop == number.first:
            return not WORDS["dwellings"].isdisjoint(tokens.lowers[number.stop : number.stop + 3])
        return number.kind == "money" and near[:1] in (["a"], ["an"]) and _ASIDE.isdisjoint(near)
    if kind == "offering":
        return number.kind == "money" and not is_repeated(tokens, number)
    if kind in OUTLOOKS:
        return fits_outlook(tokens, at, stop, kind, number)
    if kind == "likely":
        return before not in ("more", "less", "most", "times")
    if kind == "announced":
        paid = not WORDS["payouts"].isdisjoint(tokens.lowers[stop : number.stop + 4])
        return number.kind == "money" and (stop == number.first or paid)
    if kind == "cleared":
        capital = not WORDS["capital"].isdisjoint(tokens.lowers[stop : stop + 2])
        return number.kind == "money" and (tag == "D" or capital)
    if kind == "prospect":
        return False
    if kind == "voted":
        return _is_resolved(tokens, stop, number)
    if kind == "allow":
        return before != "to" and is_ceiling(tokens, number)
    if kind == "sees":
        told = number.first - stop > 1 and tag in "NJDO"
        moving = not WORDS["moving"].isdisjoint(tokens.lowers[stop : number.first])
        return (moving or number.kind in ("percentage", "money")) and before != "to" and told
    if kind == "provided":
        return before == "," or following == "that"
    if kind == "seen":
        return tag == "G"
    if kind == "projects":
        named = before.endswith("s") and tokens.tags[at - 1] == "N"
        return tag in ("D", "M") and (number.kind is not None or (named and tag == "M"))
    return kind != "benchmark" or (tag not in ("N", "J") and following in _LINKS)


def _is_asked(tokens: Tokens, stop: int, number: Number) -> bool:
    """Whether the number is what is asked for: "asked the states for cuts of", "urged them to"."""
    lowers = tokens.lowers
    last = lowers[number.first - 1] if number.first else ""
    near = lowers[stop : min(number.first, stop + 9)]
    if number.kind not in ("money", "percentage") and WORDS["asked"].isdisjoint(near):
        return False
    return "for" in near and (last in _LINKS or tokens.tags[number.first - 1] in "DJB.")


def _is_resolved(tokens: Tokens, stop: int, number: Number) -> bool:
    """Whether a vote was for a step to take: "voted 6-1 to close", "voted for a package"."""
    if tokens.lowers[number.first - 1] == "by":
        return False
    for at in range(stop, number.first - 1):
        if tokens.lowers[at] == "to" and tokens.tags[at + 1] in "NvJVA":
            return True
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
