"""Which mark of the sentence reaches a figure that has none to itself, before it or after."""

from __future__ import annotations

from itertools import pairwise

from figtrail.extraction.dating.clauses import RELATIVES, find_verb
from figtrail.extraction.dating.lines import COMING, TAKEN, Line
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.dating.spots import QUOTES, Spot
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("dating_words.txt")
_ORIGINS = frozenset(_WORDS["originating"])
GATHERING = frozenset(_WORDS["gathering"])
_SAYING = frozenset(word for word in _WORDS["saying"] if word.endswith("ing"))
_BESIDES = frozenset(("after", "following", "despite", "besides", "beyond", "since"))
_FORESEEN = frozenset(_WORDS["ahead"]) | {"estimated"}
_BEHIND = frozenset(("for", "at", "with", "worth"))
_SURVEYS = frozenset(_WORDS["surveys"])
_ASKING = frozenset(("surveyed", "polled", "interviewed", "questioned", "asked"))
# "Since cholera broke out in May, 40 died" counts from then, "…, a rate of 3%" doesn't say it.
_CONDITIONS = frozenset(("if", "unless"))
_SUBORDINATING = frozenset(("since", "after", "before", "until"))
_DESCRIBING = frozenset(("that", "who", ";"))
_RESTRICTING = frozenset(("that", "who", "which"))


def find_survey(tokens: Tokens, marks: list[Mark]) -> Mark | None:
    """The mark that says when people were asked: "a poll, carried out in May", "surveyed 900"."""
    lowers = tokens.lowers
    if _SURVEYS.isdisjoint(lowers):
        return None
    for mark in marks:
        if mark.use == "dates" and mark.mention.role == "during":
            near = lowers[max(0, mark.first - 6) : mark.first]
            if not (GATHERING - {"held"}).isdisjoint(near) or not _ASKING.isdisjoint(near):
                return mark
    return None


def find_preceding(line: Line, at: int) -> Mark | None:
    """The nearest mark before a figure that no other has to itself and that reaches it."""
    spot, lowers = line.spots[at], line.tokens.lowers
    for mark in reversed(line.marks):
        if mark.use in ("compares", *TAKEN) and _goes_on(line, mark, spot):
            return mark
        if mark.stop > spot.first or mark.use not in TAKEN or line.owner(mark) is not None:
            continue
        apart = line.clause(mark) != spot.clause or "," in lowers[mark.stop : spot.first]
        if apart and line.clauses.opener(mark.first) in _CONDITIONS:
            continue
        if apart and (_is_subordinate(line, mark) or _is_turned_from(line, mark, spot)):
            continue
        if (mark.mention.role == "length" and not mark.fronted) or _is_aside(line, mark, spot):
            continue
        if mark.mention.role == "vague" and _is_foreseen(line, mark):
            continue
        if mark.use == "opens" and not _keeps_open(line, mark, spot):
            continue
        if spot.fixed or (mark.first and lowers[mark.first - 1] == "from"):
            continue
        if not spot.quoted and _leaves_quotation(lowers[mark.stop : spot.first]):
            continue
        past = (
            at > 0
            and line.spots[at - 1].first >= mark.stop
            and line.spots[at - 1].tense not in COMING
        )
        if mark.fronted and spot.tense in COMING and past:
            return None
        return mark
    return None


def _is_turned_from(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a semicolon parts a mark of another time from what is so now."""
    if spot.tense != "present" or ";" not in line.tokens.lowers[mark.stop : spot.first]:
        return False
    tense, _ = find_verb(line.tokens, line.clauses, mark.first, mark.stop)
    return tense is not None and tense != "present"


def _is_subordinate(line: Line, mark: Mark) -> bool:
    """Whether a mark ends a clause inside its sentence: "since cholera broke out in May"."""
    opener = line.clauses.opener(mark.first)
    inside = line.clause(mark) > 0 and line.tokens.lowers[mark.first] != opener
    return inside and opener in _SUBORDINATING


def _is_foreseen(line: Line, mark: Mark) -> bool:
    """Whether "now" is when it was foreseen: "sales in May are now forecast at"."""
    lowers = line.tokens.lowers
    return lowers[mark.stop] in _FORESEEN and any(
        other.use == "dates"
        and other.stop < mark.first
        and "," not in lowers[other.stop : mark.first]
        for other in line.marks
    )


def _goes_on(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a clause tells of the time just named: "on 2019, when it lost £4m"."""
    lowers = line.tokens.lowers
    when = mark.stop + (lowers[mark.stop : mark.stop + 1] == [","])
    return spot.opener == "when" and when < spot.first and lowers[when] == "when"


def _keeps_open(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether "now" or "since 2019" goes on to a figure: not past "now 15,", nor past a comma.

    Only what is listed or put another way follows a comma: "is now 40, or 3% more".
    """
    if spot.attribute:
        return False
    lowers, tags = line.tokens.lowers, line.tokens.tags
    if mark.mention.role != "vague":
        return True
    if not _DESCRIBING.isdisjoint(lowers[mark.stop : spot.first]):
        # "Now pays £875 for a room that measures 7 feet by 9".
        return False
    if mark.fronted:
        return True
    starts = {other.first for other in line.spots}
    if mark.stop in starts and lowers[mark.first - 1] == ",":
        return spot.first == mark.stop
    return all(
        at + 1 in starts or tags[at + 1] == "C" or lowers[at + 1] == "which"
        for at in range(mark.stop, spot.first)
        if lowers[at] == ","
    )


def _leaves_quotation(between: list[str]) -> bool:
    """Whether a mark stands in direct speech and the figure after it in the words that follow."""
    return sum(lower in QUOTES for lower in between) == 1


def _is_aside(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a mark only tells of somebody or something: ", which opened in 1998,", "born in"."""
    if line.clause(mark) != spot.clause and line.clauses.opener(mark.first) in RELATIVES:
        return True
    if _is_restrictive(line.tokens, mark, spot.first):
        return True
    lowers, tags = line.tokens.lowers, line.tokens.tags
    after = mark.stop
    if lowers[after] == "," and _is_inserted(line.tokens, mark):
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


def _is_inserted(tokens: Tokens, mark: Mark) -> bool:
    """Whether a mark ends a participle between commas: ", due to be finished in 2027,"."""
    for at in range(mark.first - 1, max(0, mark.first - 8), -1):
        if tokens.lowers[at] == ",":
            word = tokens.lowers[at + 1]
            return word == "due" or (tokens.tags[at + 1] in "VE" and word not in GATHERING)
        if tokens.tags[at] == "M":
            return False
    return False


def says_when(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether the next clause says when a past level was so: "7,500 when it began in 2023"."""
    following = line.clause(mark) == spot.clause + 1
    past = spot.earlier or spot.tense == "past"
    return past and following and line.clauses.opener(mark.first) == "when"


def find_trailing(line: Line, at: int) -> Mark | None:
    """The mark after coordinated figures, which serves them all: "3,000 and 2,500 yesterday"."""
    spot = line.spots[at]
    for mark in line.marks:
        if mark.first < spot.stop or mark.use not in TAKEN:
            continue
        owner = line.owner(mark)
        apart = line.clause(mark) != spot.clause and not says_when(line, mark, spot)
        if apart and (owner is None or not _is_elided(line, spot, owner)):
            continue
        if mark.use != "dates" and _is_apart(line, mark, spot):
            return None
        if is_inset(line, spot, mark):
            continue
        if owner is None:
            after = [other for other in line.spots[at + 1 :] if other.first < mark.first]
            aside = after and all(
                other.earlier
                or _is_label(other)
                or is_inset(line, other, mark)
                or _is_inserted_clause(line, other, mark)
                for other in after
            )
            return mark if aside else None
        if owner.earlier:
            return None
        if line.readings[at].kind != "duration" and not _go_together(spot, owner):
            return None
        between = line.tokens.lowers[spot.stop : owner.first]
        if not _SAYING.isdisjoint(between):
            return None
        if any(pair == ("and", "to") for pair in pairwise(between)):
            return None
        return mark if _BESIDES.isdisjoint(line.tokens.lowers[spot.stop : owner.first]) else None
    return None


def _is_apart(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a verb parts words without a period from a figure, unless it is the subject's own."""
    verbs = sum(tag in "AVE" for tag in line.tokens.tags[spot.stop : mark.first])
    return verbs > (mark.mention.role == "during")


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
    if at == spot.first - 1 and tags[at - 1] == "N" and not has_finite(tags[:at]):
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
    return tags[closed + 1 : closed + 2] in (["A"], ["V"], ["E"], ["v"])


def has_finite(tags: list[str]) -> bool:
    """Whether any of the tags may be of a finite verb."""
    return any(tag in "AVEv" for tag in tags)


def _is_inserted_clause(line: Line, spot: Spot, mark: Mark) -> bool:
    """Whether a figure stands in a clause put in: "asked 800, of whom 90 smoke, in May"."""
    return spot.opener in RELATIVES and line.clause(mark) != spot.clause


def _is_elided(line: Line, spot: Spot, owner: Spot) -> bool:
    """Whether a figure shares the verb of the one before: "four were killed and 11 hurt"."""
    lowers, tags = line.tokens.lowers, line.tokens.tags
    joined = owner.clause == spot.clause + 1 and lowers[owner.first - 1] == "and"
    return joined and tags[owner.stop : owner.stop + 1] in (["E"], ["V"], ["J"])


def _is_label(spot: Spot) -> bool:
    """Whether a figure only says which: "the 18-week standard"."""
    return spot.attribute or spot.norm


def _go_together(spot: Spot, owner: Spot) -> bool:
    """Whether two figures are told in one tense, so that a date may serve both."""
    if spot.tense in COMING:
        return owner.tense in COMING
    return owner.tense not in COMING and (spot.tense == "present") == (owner.tense == "present")
