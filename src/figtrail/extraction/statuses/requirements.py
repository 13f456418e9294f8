"""What a rule, a plan or somebody's need asks for: "the statutory 18 weeks", "we need 26"."""

from __future__ import annotations

from figtrail.extraction.nouns import is_people
from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.majorities import is_majority
from figtrail.extraction.statuses.provisions import has_purpose
from figtrail.extraction.statuses.standards import is_set_level
from figtrail.extraction.statuses.vocabulary import BE, WORDS
from figtrail.extraction.tokens import Tokens
from figtrail.model import Status

_BINDING = WORDS["binding"]
_BOUNDS = WORDS["bounds"]
_NEEDING = frozenset(("need", "needs", "require", "requires"))
_BODIES = WORDS["planning_bodies"]
_PURPOSES = (["for"], ["this"], ["in"], ["by"], ["over"], ["now"], ["urgently"])
_FAR = 10
_NEAR = 6
_DETERMINERS = frozenset("DJ")
_SHARES = ("percentage", "ratio")
REQUIRING = (
    _BINDING
    | WORDS["limiting"]
    | WORDS["commanded"]
    | _BOUNDS
    | _NEEDING
    | {"needed", "required", "necessary", "must", "targets"}
)


def find_required(tokens: Tokens, number: Number, start: int) -> Status | None:
    """Target where the number is the least, the most or the enough that is asked for."""
    if set(tokens.tags[:start]) <= {"."}:  # "$90m is needed", "• $90m required"
        asked = _is_backing(tokens, number, start) or is_majority(tokens, number, start)
        asked = asked or (number.kind == "money" and _is_wanting(tokens, number, start))
        return "target" if asked else None
    if number.kind == "duration" and _is_standard(tokens, number, start):
        return "target"
    if is_set_level(tokens, number, start):
        return "target"
    if REQUIRING.isdisjoint(tokens.vocabulary):
        return None
    if is_majority(tokens, number, start):
        return "target"
    if _is_commanded(tokens, number, start):
        return "target"
    if _is_targeted(tokens, start):
        return "target"
    if _is_threshold(tokens, number, start) or _is_backing(tokens, number, start):
        return "target"
    if number.kind == "money" and (
        _is_appealed_for(tokens, start) or _is_wanting(tokens, number, start)
    ):
        return "target"
    if _is_binding(tokens, start) or _is_bound(tokens, start) or _is_needed(tokens, number, start):
        return "target"
    return None


def _is_wanting(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether a sum is wanting as things are: "needs $90m for tents", "$50m is needed at once".

    What it is needed "to" do is a condition of that: "needs £2m to stay open".
    """
    lowers, stop = tokens.lowers, number.stop
    needed = lowers[stop : stop + 1] in (["is"], ["was"], ["are"])
    if needed and lowers[stop + 1 : stop + 2] not in (["needed"], ["required"]):
        needed = lowers[stop + 2 : stop + 3] in (["needed"], ["required"])
    if needed:
        told = WORDS["telling"].isdisjoint(lowers[max(0, start - 3) : start])
        return told and "to" not in lowers[stop : stop + 8]
    if lowers[stop : stop + 1] in (["required"], ["needed"]) and (
        set(tokens.tags[:start]) <= {"."}
    ):
        return lowers[stop + 1 : stop + 2] in _PURPOSES  # "$12m required for 2025"
    at = start - 1 - (tokens.tags[start - 1] == "B")
    wanted = at > 0 and lowers[at] in _NEEDING and tokens.tags[at - 1] != "A"
    wanted = wanted and lowers[at - 1] != "to" and lowers[stop : stop + 1] in _PURPOSES
    return wanted and not has_purpose(tokens, stop)


def _is_targeted(tokens: Tokens, start: int) -> bool:
    """Whether somebody "targets" it: "the bank targets inflation of 2%", no "sales targets of"."""
    at = start - 2
    if start < 3 or tokens.lowers[start - 1] != "of" or is_people(tokens.lowers[at]):
        return False  # "The bill targets owners of 40 homes"
    while at > 0 and tokens.tags[at] in "NJ" and tokens.lowers[at] != "targets":
        at -= 1
    behind = tokens.tags[at - 1 : at]
    whose = tokens.lowers[at - 1].endswith(("'s", "’s", "s'", "s’"))
    verb = at > 0 and at < start - 2 and behind not in (["D"], ["J"], ["P"]) and not whose
    return verb and tokens.lowers[at] == "targets"


def _is_standard(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether people are dealt with as a standard asks: "seen or sent home within 4 hours"."""
    lowers = tokens.lowers
    within = "within" in lowers[start : number.first] or lowers[start - 1] == "within"
    return (
        within
        and "or" in lowers[max(0, start - 6) : start]
        and not WORDS["dealt_with"].isdisjoint(lowers[max(0, start - 6) : number.first])
    )


def _is_threshold(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether what is as large as that needs something: "any rise of 5% or more needs a vote"."""
    lowers = tokens.lowers
    ahead = lowers[number.stop : number.stop + 7]
    bounded = "or" in ahead[:3] or lowers[start : number.first] != []
    opened = "any" in lowers[max(0, start - 5) : start]
    return bounded and opened and not _NEEDING.isdisjoint(ahead)


def _is_backing(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether it is as many as have to agree or be reached: "needs the backing of at least 15".

    "At least 95% coverage is needed".
    """
    lowers = tokens.lowers
    least = lowers[start : number.first] == ["at", "least"]
    if not least:
        return False
    if start and lowers[start - 1] in WORDS["telling"]:
        return False
    near = lowers[max(0, start - 6) : start]
    if not _NEEDING.isdisjoint(near) and not WORDS["backing"].isdisjoint(near):
        return True
    for at in range(number.stop, min(len(lowers) - 1, number.stop + 6)):
        if lowers[at] in ("is", "are"):
            return lowers[at + 1] in ("needed", "required", "necessary")
        if tokens.tags[at] in "RV":
            return False
    return False


def _is_commanded(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether it bounds what people are told to do: "told the council to keep at least £12m"."""
    bound = tokens.lowers[number.first - 2 : number.first]
    if bound not in (["at", "least"], ["less", "than"], ["more", "than"], ["fewer", "than"]):
        return False
    for at in range(start - 2, max(0, start - _NEAR), -1):
        if tokens.lowers[at] == "to":
            told = tokens.lowers[max(0, at - _FAR) : at]
            return not WORDS["commanded"].isdisjoint(told)
        if tokens.tags[at] in "AVER.":
            return False
    return False


def _is_binding(tokens: Tokens, start: int) -> bool:
    """Whether an adjective makes it the number of a rule: "the statutory 20 weeks"."""
    if tokens.lowers[start - 1] not in _BINDING or start < 2:
        return False
    return tokens.tags[start - 2] in _DETERMINERS or tokens.lowers[start - 2].endswith(("’s", "'s"))


def _is_bound(tokens: Tokens, start: int) -> bool:
    """Whether "minimum" or "maximum" is the subject: "the legal minimum is 16"."""
    verb = start - 1
    while verb > 1 and tokens.tags[verb] == "B":
        verb -= 1
    if tokens.lowers[verb] not in ("is", "was"):
        return False
    if _is_limit(tokens, verb):
        return True
    binding = verb > 1 and tokens.lowers[verb - 2] in _BINDING and tokens.tags[verb - 1] == "N"
    return binding or tokens.lowers[verb - 1] in _BOUNDS


def _is_limit(tokens: Tokens, verb: int) -> bool:
    """Whether a rule's level is the subject: "the recommended intake for adults is"."""
    lowers, tags = tokens.lowers, tokens.tags
    for at in range(verb - 2, max(-1, verb - _FAR), -1):
        if lowers[at] in WORDS["limiting"] and lowers[at + 1] in WORDS["limited"]:
            return True
        if (tags[at] not in "NJPDGE" and lowers[at - 1] != "of") or lowers[at] == "than":
            return False
    return False


def _is_needed(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether a body tells how many it needs: "we need 26", "the 380 that the county needs".

    What each one needs ("patients need two doses") and what an end would take ("to break even")
    are no targets.
    """
    lowers = tokens.lowers
    verb = start - 1
    while verb > 1 and tokens.tags[verb] == "B":
        verb -= 1
    if lowers[verb] in _NEEDING and verb:
        if "to" in lowers[number.stop : number.stop + 3]:
            return number.kind in _SHARES and "of" in lowers[number.stop : number.stop + 2]
        share = number.out_of is not None and lowers[number.stop : number.stop + 1] == ["of"]
        share = share or (number.kind == "percentage" and "of" in lowers[number.stop :])
        return share or (number.kind is None and _is_body(tokens, verb))
    if number.kind is not None or lowers[start - 1] != "the":
        return False
    for at in range(number.stop + 1, min(len(lowers), number.stop + 14)):
        if lowers[at] in _NEEDING:
            ends = at + 1 >= len(lowers) or tokens.tags[at + 1] in ".B"
            return ends and _is_body(tokens, at)
        if tokens.tags[at] in ".":
            return False
    return False


def _is_appealed_for(tokens: Tokens, start: int) -> bool:
    """Whether a sum is what a plan of relief needs: "the drought response needs $349m"."""
    verb = start - 1
    while verb > 1 and tokens.tags[verb] == "B":
        verb -= 1
    needs = tokens.lowers[verb] in _NEEDING | {"needed", "required"}
    return needs and verb > 0 and tokens.lowers[verb - 1] in WORDS["relief_plans"]


def _is_body(tokens: Tokens, verb: int) -> bool:
    """Whether the subject right before a verb is one that plans for many."""
    return tokens.lowers[verb - 1] in _BODIES and tokens.lowers[verb - 1] not in BE
