"""Marks and figures that are put in, and only tell of somebody or something beside the point."""

from __future__ import annotations

from figtrail.extraction.dating.clauses import RELATIVES, find_verb
from figtrail.extraction.dating.lines import Line
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.dating.spots import Spot
from figtrail.extraction.lexicon import read_phrases, read_sections
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("dating_words.txt")
_ORIGINS = frozenset(_WORDS["originating"])
GATHERING = frozenset(_WORDS["gathering"])
_RESTRICTING = frozenset(("that", "who", "which"))
_PARTS = frozenset(("first", "last", "most", "bulk", "majority", "remainder", "rest", "latter"))
_MOSTLY = frozenset(_WORDS["mostly"])
_CAUSES = frozenset(tuple(cause.split()) for cause in read_phrases("dating_words.txt", "causes"))
_MAKING = frozenset(("built", "made", "produced", "manufactured", "assembled", "printed"))
_PLACED = (["of"], ["for"], ["in"], ["on"], ["from"])
_FALLING_DUE = frozenset(_WORDS["falling due"])
_PUT = _FALLING_DUE | frozenset(_WORDS["put in"])
_BEHIND = frozenset(("for", "at", "with", "worth"))


def is_aside(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a mark only tells of somebody or something: ", which opened in 1998,", "born in"."""
    if line.clause(mark) != spot.clause and line.clauses.opener(mark.first) in RELATIVES:
        return True
    if _is_restrictive(line.tokens, mark, spot.first):
        return True
    if line.clauses.opener(mark.first) == "when":
        # "When it opened in 2006, the mall had 212 shops".
        return False
    lowers, tags = line.tokens.lowers, line.tokens.tags
    after = mark.stop
    if lowers[after] == "," and _is_inserted(line.tokens, mark):
        return True
    if describes_subject(line.tokens, mark, spot.first):
        return True
    for at in range(mark.first - 1, max(-1, mark.first - 3), -1):
        if tags[at] in "VE":
            return lowers[at] in _ORIGINS and tags[at - 1 : at] != ["A"] and tags[after] != "P"
    return False


def _is_restrictive(tokens: Tokens, mark: Mark, first: int) -> bool:
    """Whether a mark ends a clause that says which: "the cabinet that left in May ran up £4m".

    Past it comes the verb of what it describes, or a comma.
    """
    lowers, tags = tokens.lowers, tokens.tags
    for at in range(mark.first - 1, max(0, mark.first - 9), -1):
        if lowers[at] in _RESTRICTING and tags[at - 1] == "N" and tags[at + 1] in "AVEvB":
            between = range(mark.stop, first)
            return any(lowers[next_] == "," or tags[next_] in "AVE" for next_ in between)
        if lowers[at] in (",", ";"):
            return False
    return False


def describes_subject(tokens: Tokens, mark: Mark, first: int) -> bool:
    """Whether a mark is in a phrase put in beside the subject, before its verb.

    "Founded in 1968 by two brothers, it runs 900", "the line, fined £4m in July for delays, cut 3",
    "turnout, 51% in 2015, could be 58%".
    """
    lowers, tags = tokens.lowers, tokens.tags
    closed = next((at for at in range(mark.stop, first) if lowers[at] == ","), -1)
    if closed < 0 or any(tag in "AVv" for tag in tags[mark.stop : closed]):
        return False
    start = mark.first - 1
    while start >= 0 and lowers[start] != "," and tags[start] not in "A":
        start -= 1
    if start >= 0 and (tags[start] == "A" or has_finite(tags[:start])):
        return False
    word = start + 1
    while tags[word] == "B":
        word += 1
    put = lowers[word] in _ORIGINS
    if start >= 0:
        put = tags[word] in "VEM" or lowers[word] in _PUT
    if not put or lowers[word] in GATHERING or tags[word + 1] in "O":
        return False
    if any(tag in "AVv" for tag in tags[word + 1 : mark.first - 1]):
        return False
    told = tags[closed + 1] in "AVEv" or (
        # "Flies", whose tag is a noun's.
        lowers[closed + 1].endswith("s") and tags[closed + 2 : closed + 3] in (["M"], ["D"])
    )
    return (told and start > 0 and tags[start - 1] == "N") if start >= 0 else not told


def _is_inserted(tokens: Tokens, mark: Mark) -> bool:
    """Whether a mark ends a participle between commas: ", due to be finished in 2027,"."""
    for at in range(mark.first - 1, max(0, mark.first - 8), -1):
        if tokens.lowers[at] == ",":
            word = tokens.lowers[at + 1]
            return word in ("due", "effective", "valid") or (
                tokens.tags[at + 1] in "VE" and word not in GATHERING
            )
        if tokens.tags[at] == "M":
            return False
    return False


def is_apposed(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a mark only says more of the time before it: "in 2018, before the merger, it had"."""
    lowers, comma = line.tokens.lowers, mark.first - 1
    if lowers[comma] == "the":
        comma -= 1
    if lowers[comma] != "," or "," not in lowers[mark.stop : spot.first]:
        return False
    if mark.use == "dates" and lowers[mark.stop - 1] not in ("before", "after"):
        return False
    return any(other.fronted and other.stop == comma for other in line.marks)


def is_inset(line: Line, spot: Spot, mark: Mark) -> bool:
    """Whether a figure stands between commas behind its noun: ", built by 14 states,".

    Or behind the subject: ", for £4m, was".
    """
    lowers, tags = line.tokens.lowers, line.tokens.tags
    if "," not in lowers[spot.stop : mark.first]:
        return False
    at = spot.first - 1
    while at > 0 and lowers[at] != ",":
        if tags[at] == "A" or lowers[at] in (";", "and"):
            return False
        at -= 1
    if at <= 0:
        return False
    if at == spot.first - 1 and tags[at - 1] == "N" and not _has_told(tags[:at]):
        # "The charge, £12 a day, was introduced in 2023".
        return _closes_at_verb(tags, lowers, spot.stop)
    if tags[at + 1] in "VE" or (tags[at + 1] == "G" and _closes_at_verb(tags, lowers, spot.stop)):
        return lowers[at + 1] not in GATHERING
    closed = lowers.index(",", spot.stop)
    led = lowers[at + 1] in _BEHIND and tags[at - 1] == "N"
    return led and tags[closed + 1] in "AVEv" and not has_finite(tags[:at])


def _closes_at_verb(tags: list[str], lowers: list[str], start: int) -> bool:
    """Whether the verb of the subject follows the comma: ", costing £4 each, must be in by"."""
    closed = lowers.index(",", start)
    if tags[closed + 1 : closed + 2] == ["N"]:
        # "Opens on", whose tag may be a noun's.
        plural = lowers[closed + 1].endswith("s") and not lowers[closed + 1].endswith("ss")
        return plural and tags[closed + 2 : closed + 3] == ["P"]
    return tags[closed + 1 : closed + 2] in (["A"], ["V"], ["E"], ["v"])


def _has_told(tags: list[str]) -> bool:
    """Whether a finite verb stands there, and not "lost" of "the lost output"."""
    return any(tag in "AVEv" and tags[at - 1 : at] != ["D"] for at, tag in enumerate(tags))


def has_finite(tags: list[str]) -> bool:
    """Whether any of the tags may be of a finite verb."""
    return any(tag in "AVEv" for tag in tags)


def is_lasting_state(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a figure says what those are of whom something past is told: ", who have 9 boats".

    Or what something done to is like: "opened on Monday a plant that employs 400".
    """
    if spot.tense != "present":
        return False
    apart = spot.opener in RELATIVES and line.clause(mark) != spot.clause
    if not apart and not _defines(line, mark, spot):
        return False
    tense, _ = find_verb(line.tokens, line.clauses, mark.first, mark.stop)
    return tense in ("past", "pluperfect")


def _defines(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a figure's verb follows "that" behind a noun and a mark."""
    lowers, tags = line.tokens.lowers, line.tokens.tags
    for at in range(spot.verb - 1, max(mark.stop, spot.verb - 3), -1):
        if lowers[at] in _RESTRICTING:
            return tags[at - 1] == "N"
    return False


def is_inserted_clause(line: Line, spot: Spot, mark: Mark) -> bool:
    """Whether a figure stands in a clause put in: "asked 800, of whom 90 smoke, in May"."""
    return spot.opener in RELATIVES and line.clause(mark) != spot.clause


def is_of_making(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a mark says when the things were made: "paid £9m for the recall of 40 vans built in".

    Not where they are the subject: "40 vans built in 2019 were".
    """
    lowers, tags, last = line.tokens.lowers, line.tokens.tags, mark.first - 1
    if lowers[last] not in _MAKING or tags[last - 1] != "N" or last <= spot.stop:
        return False
    if any(spot.stop <= other.first < last for other in line.spots):
        return True
    placed = line.tokens.lowers[spot.first - 1 : spot.first] in _PLACED
    return placed and 0 <= spot.verb < spot.first and line.tokens.tags[spot.verb] in "AVEv"


def is_of_cause(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a mark past a comma dates a cause: "it lost £4m, owing to a fire in March"."""
    lowers = line.tokens.lowers
    comma = next((at for at in range(mark.first - 1, spot.stop - 1, -1) if lowers[at] == ","), -1)
    if comma < 0:
        return False
    at = comma + 1 + (lowers[comma + 1] in _MOSTLY)
    if tuple(lowers[at : at + 2]) not in _CAUSES:
        return False
    return any(other.use == "dates" and other.stop <= spot.first for other in line.marks)


def is_in_aside(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a mark is past a comma in a participle's phrase: "two ships, ordered in 2015"."""
    lowers, tags = line.tokens.lowers, line.tokens.tags
    if _is_of_part(line.tokens, mark, spot) or _is_of_apposition(line.tokens, mark, spot):
        return True
    last = mark.first - 1
    closed = lowers[mark.stop : mark.stop + 1] == [","] and tags[mark.stop + 1 : mark.stop + 2]
    if lowers[last] in _FALLING_DUE and closed in (["A"], ["V"], ["E"]):
        # "The dividend of 82 cents, payable on 19 December, was".
        return True
    if (
        last - 1 < spot.stop
        or tags[last] not in "EV"
        or (spot.verb == last and not _is_closed(line, mark))
    ):
        return False
    led = last - 1
    while led > spot.stop and (tags[led] == "B" or lowers[led] in ("first", "last")):
        led -= 1
    return lowers[led] == "," and lowers[last] not in GATHERING


def _is_of_part(tokens: Tokens, mark: Mark, spot: Spot) -> bool:
    """Whether a mark past a comma dates a part alone: "60 cabins, the first of them by June"."""
    lowers = tokens.lowers
    comma = next((at for at in range(mark.first - 1, spot.stop - 1, -1) if lowers[at] == ","), -1)
    if comma < 0:
        return False
    at = comma + 1
    while at < mark.first and (tokens.tags[at] == "D" or lowers[at] == "with"):
        at += 1
    if at >= mark.first:
        return False
    counted = tokens.tags[at] == "M" and lowers[at + 1 : at + 2] == ["of"] and at < mark.first - 2
    return lowers[at] in _PARTS or counted


def _is_of_apposition(tokens: Tokens, mark: Mark, spot: Spot) -> bool:
    """Whether a mark is in a clause on a noun put in: "£6m, a sum that he had sought by 2020"."""
    lowers, tags = tokens.lowers, tokens.tags
    for at in range(mark.first - 1, spot.stop + 2, -1):
        if lowers[at] == "that" and tags[at - 1] == "N":
            noun = at - 1
            while tags[noun] in "NJE":
                noun -= 1
            return tags[noun] == "D" and lowers[noun - 1] == "," and noun - 1 >= spot.stop
        if lowers[at] in (",", ";"):
            return False
    return False


def _is_closed(line: Line, mark: Mark) -> bool:
    """Whether a comma and then a verb follow a mark: ", built in 1964, are to be torn down"."""
    lowers, tags = line.tokens.lowers, line.tokens.tags
    verb = tags[mark.stop + 1 : mark.stop + 2] in (["A"], ["V"], ["E"])
    return lowers[mark.stop : mark.stop + 1] == [","] and verb
