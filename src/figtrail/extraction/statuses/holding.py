"""What describes a thing that is still to come: "a school with room for 900 pupils is planned"."""

from __future__ import annotations

from itertools import pairwise

from figtrail.extraction.nouns import is_people
from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.arranged import MADE
from figtrail.extraction.statuses.cues import match_cue
from figtrail.extraction.statuses.phrases import is_of_relative
from figtrail.extraction.statuses.vocabulary import BE, WORDS
from figtrail.extraction.tokens import HYPHENS, Tokens
from figtrail.model import Status

_REACH = 30
_NAMED = 6
_COMING = frozenset(("verb", "due", "will", "be_to"))
_KINDS = MADE | WORDS["sittings"] | WORDS["begun"]
_HEADS = _KINDS | {word + "s" for word in _KINDS}
_PHRASE = "NJDMPGBCE"
_IN_PHRASE = HYPHENS | {"of", "$", "£", "€"}
_WITHIN = HYPHENS | {",", "(", ")", "$", "£", "€"}
_GROUND = frozenset(("on", "for"))
_RISING = frozenset((("go", "up"), ("come", "up"), ("take", "shape"), ("enter", "service")))
_RELATED = frozenset(("which", "who"))


def find_held(tokens: Tokens, number: Number) -> Status | None:
    """Planned where the number describes the subject of a verb by which a thing comes to be.

    "A van with a range of 270 miles and a price below $25,000 is promised for 2028"; "the
    £78m road, first mooted in 1970, is due to open"; "work starts next week on a 60-bed home".
    """
    if number.kind in ("percentage", "duration", "ratio"):
        return None
    if is_of_relative(tokens, number.first):
        return None  # "the chain, which has 14 depots, is to open"
    behind = _head_behind(tokens, number.stop)
    if behind is not None and _is_begun(tokens, number):
        return "planned"
    head = behind if behind is not None and _opens(tokens, number.first) else None
    head = _head_before(tokens, number.first) if head is None else head
    if head is None:
        return _find_aside(tokens, number)
    verb = _verb_behind(tokens, max(head, number.stop))
    return None if verb is None else _status_behind(tokens, verb)


def _find_aside(tokens: Tokens, number: Number) -> Status | None:
    """What an aside tells of whatever is to come: "a crèche, with 40 places, will open in May"."""
    lowers = tokens.lowers
    before = lowers[max(0, number.first - 5) : number.first]
    comma = number.stop
    while comma < min(len(lowers), number.stop + 9) and tokens.tags[comma] in "NJPEB":
        comma += 1
    if (",", "with") not in pairwise(before) or lowers[comma : comma + 1] != [","]:
        return None
    auxiliary = tokens.tags[comma + 1 : comma + 2] == ["A"]
    return _status_behind(tokens, comma + 1) if auxiliary else None


def _head_behind(tokens: Tokens, stop: int) -> int | None:
    """The made thing whose description ends at a token: "60-bed care home"."""
    for at in range(stop, min(len(tokens.words), stop + _NAMED)):
        if tokens.lowers[at] in _HEADS and not any(map(is_people, tokens.lowers[at + 1 : at + 2])):
            return at  # "a 60-bed home", but not "its 6,000 shop workers"
        listed = at == stop and tokens.lowers[at] == ","
        if tokens.tags[at] not in "NJEGM" and tokens.lowers[at] not in HYPHENS and not listed:
            return None
    return None


def _head_before(tokens: Tokens, first: int) -> int | None:
    """The made thing that opens the phrase: "warehouses, with space for 4,000 pallets"."""
    for at in range(first - 1, max(-1, first - _REACH), -1):
        if tokens.lowers[at] in _HEADS and at < first - 1:
            named = tokens.lowers[at + 1] == "of" and "the" in tokens.lowers[max(0, at - 3) : at]
            return at if _opens(tokens, at) and not named else None
        if tokens.tags[at] not in _PHRASE and tokens.lowers[at] not in _WITHIN:
            return None
    return None


def _opens(tokens: Tokens, at: int) -> bool:
    """Whether nothing but a noun phrase stands before a token in its clause."""
    lowers, tags = tokens.lowers, tokens.tags
    for index in range(at - 1, max(-1, at - _NAMED), -1):
        if tags[index] in "R" or lowers[index] in WORDS["clause_openings"] - {"that"}:
            return True
        if tags[index] not in "NJDMG" and lowers[index] not in _IN_PHRASE:
            return False
    return at <= _NAMED


def _is_begun(tokens: Tokens, number: Number) -> bool:
    """Whether it is told of work on a thing that it starts: "work starts in May on a 60-bed"."""
    lowers = tokens.lowers
    before = lowers[max(0, number.first - 12) : number.first]
    if before[-1:] not in (["a"], ["an"]) or before[-2:-1] == [] or before[-2] not in _GROUND:
        return False
    return not WORDS["works"].isdisjoint(before) and not WORDS["begins"].isdisjoint(before)


def _verb_behind(tokens: Tokens, start: int) -> int | None:
    """The auxiliary that the phrase at a token is the subject of, past asides behind it."""
    lowers, tags = tokens.lowers, tokens.tags
    related = False
    for at in range(start, min(len(tokens.words) - 1, start + _REACH)):
        lower, tag = lowers[at], tags[at]
        if related:
            related = lower != ","
            continue
        if tag == "A":
            return at
        if lower in _RELATED:
            if lowers[at - 1] != "," or not WORDS["coming"].isdisjoint(lowers[at + 1 : at + 4]):
                return None
            related = True
        elif (
            tag in "VR"
            or (tag == "O" and tags[at - 1] != "P")
            or lower in (";", ":", "“", "”", ".")
        ):
            return None
    return None


def _comes(lowers: list[str], at: int) -> bool:
    """Whether a verb within a few words tells that a thing comes to be: "open", "go up"."""
    near = lowers[at : at + 6]
    return not WORDS["coming"].isdisjoint(near[:5]) or any(
        pair in _RISING for pair in pairwise(near)
    )


def _status_behind(tokens: Tokens, auxiliary: int) -> Status | None:
    """Planned where the verb group at an auxiliary tells of a plan: "is promised", "is due"."""
    lowers = tokens.lowers
    passive = False
    for at in range(auxiliary, min(len(tokens.words), auxiliary + 5)):
        cue = match_cue(tokens, at)
        if cue is not None and cue.kind == "prospect":
            return "planned" if cue.status == "planned" else None
        if cue is not None and cue.kind in _COMING:
            decided = _comes(lowers, at) if cue.kind != "verb" else passive
            decided = decided and (cue.kind != "verb" or cue.status == "planned")
            return "planned" if decided and "if" not in tokens.vocabulary else None
        passive = passive or lowers[at] in BE
        if tokens.tags[at] not in "AB":
            return None
    return None
