"""Where a verb of who looks ahead or reckons tells a status: "guided to", "tip", "puts … at"."""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.vocabulary import BE, WE_ARE, WORDS
from figtrail.extraction.tokens import Tokens
from figtrail.model import Status

OUTLOOKS = frozenset(("tips", "guided", "takes", "putting", "heads", "awaited"))
_FALLS = frozenset(("fall", "drop", "slump", "decline", "loss", "dip"))
_FAR = 10
_OWN = frozenset(("i", "we", "i’d", "i'd", "we’d", "we'd"))
_AHEAD = frozenset(("next", "coming"))
_HEDGES = WORDS["hedges"]
_PASSED = _HEDGES | {"“", '"', "close", "to", "just", "under", "up", "less", "no", "as", "much"}
_AWAITING = BE | WE_ARE


def fits_outlook(tokens: Tokens, at: int, stop: int, kind: str, number: Number) -> bool:
    """Whether the verb at token `at`, which ends at `stop`, is said of such a number."""
    before = tokens.lowers[at - 1] if at else ""
    tag = tokens.tags[stop] if stop < len(tokens.words) else "."
    if kind == "tips":
        if number.kind == "measurement":
            return tag == "D" and tokens.tags[at - 1] == "N"
        if tokens.lowers[at] == "tipping" and before in _AWAITING:
            return number.kind in ("percentage", "money")
        return number.kind == "percentage" and tag in "NJ" and tokens.tags[at - 1] not in "DJ"
    if kind == "guided" and number.kind is None:
        return tokens.lowers[at] != "guided" and number.first == stop  # "is guiding to 7m sign-ups"
    if kind in ("guided", "heads"):
        return number.kind in ("money", "percentage")
    if kind == "takes":
        return number.kind == "percentage"
    if kind == "putting":
        if tokens.lowers[number.stop : number.stop + 2] == ["so", "far"]:
            return False
        return is_put(tokens, at, number)
    if tokens.lowers[at] == "looked":
        had = "had" in tokens.lowers[max(0, at - 4) : at]
        return had and number.kind in ("money", "percentage")
    addressed = tokens.lowers[max(0, at - 2) : at - 1] == ["you"]
    weather = number.kind == "measurement" and tokens.lowers[stop - 1] == "at"
    awaited = number.kind in ("money", "percentage") or weather
    return awaited and before in _AWAITING and not addressed


def resolve_facing(tokens: Tokens, stop: int, number: Number) -> Status | None:
    """What somebody faces: "four months on the sidelines", "two years in jail", "a £70 fine"."""
    following = tokens.lowers[number.stop : number.stop + 6]
    if number.kind == "percentage":
        decided = not WORDS["set_by_decision"].isdisjoint(following[:3])
        moved = not (WORDS["steps"] | _FALLS).isdisjoint(following[:4])
        return ("planned" if decided else "forecast") if moved else None
    if number.kind == "money" and number.first - stop > 3 and _is_ahead(tokens, number):
        return "forecast" if number.first - stop < _FAR else None
    if number.first - stop > 3:
        return None
    if number.kind == "duration":
        return "forecast" if WORDS["confined"].isdisjoint(following) else "hypothetical"
    if number.kind == "money" and _is_ahead(tokens, number):
        return "forecast"
    fined = number.kind == "money" and not WORDS["penalties"].isdisjoint(following[:2])
    return "hypothetical" if fined else None


def _is_ahead(tokens: Tokens, number: Number) -> bool:
    """Whether it is told when it comes: "faces a gap of £12m next year", "over the coming year"."""
    lowers = tokens.lowers
    ahead = lowers[number.stop : number.stop + 5]
    return "already" not in lowers[: number.first] and not _AHEAD.isdisjoint(ahead)


def is_put(tokens: Tokens, verb: int, number: Number) -> bool:
    """Whether it is reckoned at what it is put, and not counted: "put the damage at £3m".

    What something costs or saves in all nobody counts, nor what research or the speaker says.
    """
    lowers, tags = tokens.lowers, tokens.tags
    link = number.first - 1
    while link > verb and (tags[link] in "BD" or lowers[link] in _PASSED):
        link -= 1
    thing = lowers[verb + 1 : link]
    held = lowers[link] == "at" and all(tag in "DNJOPGERVv" for tag in tags[verb + 1 : link])
    if not held or number.kind == "duration" or not WORDS["counted"].isdisjoint(thing):
        return False
    if verb and lowers[verb - 1] in _OWN:
        return True
    if number.kind == "money" and not WORDS["reckoned_at"].isdisjoint(thing):
        counted = not WORDS["data"].isdisjoint(lowers[max(0, verb - _FAR) : verb])
        # Whoever made a loss knows it.
        counted = counted or lowers[verb + 1] in ("its", "their", "our")
        return not counted and not _is_of_spent(tokens, verb, link)
    return _is_research(tokens, verb)


def _is_of_spent(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether a cost is that of things lost already: "the cost of stolen cable"."""
    return any(
        tokens.lowers[at] == "of" and tokens.tags[at + 1] in "EV" for at in range(start, stop - 1)
    )


def _is_research(tokens: Tokens, verb: int) -> bool:
    """Whether the subject of a verb is research: "a traffic study for the firm puts"."""
    for at in range(verb - 1, max(-1, verb - _FAR), -1):
        if tokens.lowers[at] in WORDS["research"]:
            return True
        if tokens.tags[at] in "ARvC" or tokens.lowers[at] in (";", "“", "”"):
            return False
    return False
