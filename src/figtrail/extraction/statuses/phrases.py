"""The noun phrase of a figure: where it ends, and whether it is the subject of a verb."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_NOUNS
from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.cues import match_cue
from figtrail.extraction.statuses.vocabulary import BE, WORDS
from figtrail.extraction.tokens import Tokens

_BARE_MODALS = WORDS["bare_modals"]
_SIZING = frozenset(("of", "between", "worth"))
_OPENING = WORDS["clause_openings"]
_OR_MORE = frozenset((("or", "more"), ("or", "less"), ("or", "fewer"), ("or", "so")))
_ASIDE_REACH = 14
_PARTING = frozenset("to since until before after versus vs against".split())


def phrase_stop(tokens: Tokens, at: int) -> int:
    """Where the noun phrase ends that goes on at `at`, with its short complements."""
    lowers, tags = tokens.lowers, tokens.tags
    first = at
    stop = min(len(lowers), at + 10)
    while (
        at < stop
        and lowers[at] != "what"
        and (
            tags[at] in "NJDMv"
            or (tags[at] == "O" and lowers[at - 1] == "of")
            or (tags[at] == "V" and tags[at - 1] in "DJ")
            or (tags[at] == "G" and at == first and tags[at + 1 : at + 2] == ["N"])
            or (tags[at] == "G" and at > first and lowers[at - 1] in ("the", "its", "their"))
            or (tags[at] == "P" and lowers[at] not in _PARTING)
            or (lowers[at] == "likely" and tags[at + 1 : at + 2] == ["N"])
            or lowers[at] in "-‐‑%&"
        )
    ):
        if lowers[at : at + 2] == ["due", "to"]:
            break
        if tags[at] in "vJ" and match_cue(tokens, at) is not None:
            break
        if lowers[at] in ("on", "in") and _is_prospect(tokens, at):
            break
        at += 1
    return at


def _is_prospect(tokens: Tokens, at: int) -> bool:
    """Whether what is counted is only in prospect: "90 aircraft on order", "in the pipeline"."""
    cue = match_cue(tokens, at)
    return cue is not None and cue.kind == "prospect"


def verb_after(tokens: Tokens, number: Number, start: int) -> int | None:
    """The finite verb that follows the noun phrase of the number, if that is its subject."""
    stop = number.stop
    added = tokens.lowers[stop : stop + 1] == ["more"] and tokens.tags[stop + 1 : stop + 2] == ["N"]
    at = _bracket_stop(tokens, phrase_stop(tokens, _aside_stop(tokens, stop + added)), start)
    inside = start - 2 if start > 1 and tokens.lowers[start - 1] in ("of", "in") else start - 1
    if inside > 0 and tokens.lowers[inside] == "or":
        inside -= 1
    if inside >= 0 and tokens.lowers[inside] == "," and tokens.lowers[at : at + 1] == [","]:
        at = phrase_stop(tokens, at + 1)
    if tuple(tokens.lowers[at : at + 2]) in _OR_MORE:
        at += 2
    at = _past_description(tokens, at)
    opens = start == 0 or tokens.lowers[start - 1] in _OPENING
    if opens and tokens.lowers[at : at + 1] == ["and"]:
        at = phrase_stop(tokens, at + 1)
    while at < len(tokens.words) and tokens.tags[at] == "B":
        at += 1
    supposed = tokens.lowers[at : at + 1] == ["had"] and "would" in tokens.lowers[:start]
    if supposed and tokens.tags[at + 1 : at + 2] in (["D"], ["O"], ["N"]):
        return None  # "would have gained £90 had the bank moved"
    if at < len(tokens.words) and tokens.tags[at] in "EV":
        return _verb_past_participle(tokens, at)
    return at if at < len(tokens.words) and tokens.tags[at] == "A" else None


def _past_description(tokens: Tokens, comma: int) -> int:
    """Past an aside that describes the subject before its auxiliary: ", 12 miles south of it,"."""
    lowers, tags = tokens.lowers, tokens.tags
    if lowers[comma : comma + 1] != [","]:
        return comma
    for at in range(comma + 1, min(len(lowers) - 1, comma + _ASIDE_REACH)):
        if lowers[at] == ",":
            return at + 1 if tags[at + 1] in "AB" and at > comma + 1 else comma
        if tags[at] in "." and lowers[at] not in "-‐‑%$£€":
            return comma
    return comma


def is_agent(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether the number opens its clause as the subject of a past deed: ", 51% chose her"."""
    lowers, tags = tokens.lowers, tokens.tags
    while start and tokens.tags[start - 1] == "B":
        start -= 1
    if start > 1 and lowers[start - 2 : start] == [",", "and"]:
        start -= 1
    if start and lowers[start - 1] != ",":
        return False
    at = phrase_stop(tokens, number.stop)
    if at + 1 >= len(tokens.words) or tags[at] not in "EV" or match_cue(tokens, at) is not None:
        return False
    if lowers[at] in WORDS["befalling"]:
        return tags[at - 1] != "P"
    return tags[at - 1] != "P" and tags[at + 1] in "NDOG" and lowers[at + 1] != "to"


def _verb_past_participle(tokens: Tokens, at: int) -> int | None:
    """The modal behind a participle that describes the subject: "those still cut off would"."""
    for index in range(at + 1, min(len(tokens.words), at + 9)):
        if tokens.lowers[index] in _BARE_MODALS:
            return index
        if tokens.tags[index] not in "PNJDBM":
            return None
    return None


def _bracket_stop(tokens: Tokens, at: int, start: int) -> int:
    """Past the brackets that convert a number, or out of those that it stands in."""
    lowers = tokens.lowers
    if lowers[at : at + 1] == ["("]:
        for close in range(at + 1, min(len(lowers), at + 9)):
            if lowers[close] == ")":
                return phrase_stop(tokens, close + 1)
    if lowers[at : at + 1] == [")"] and start and lowers[start - 1] == "(":
        return phrase_stop(tokens, at + 1)
    return at


def _aside_stop(tokens: Tokens, at: int) -> int:
    """Past ", or 52," that says a number again."""
    lowers = tokens.lowers
    if lowers[at : at + 2] == [",", "or"] and tokens.tags[at + 2 : at + 3] == ["M"]:
        for stop in range(at + 3, min(len(lowers), at + 7)):
            if lowers[stop] == ",":
                return stop + 1
    return at


def is_part(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether a number parts the one before it, and takes its status: ", half of them in Cork"."""
    lowers = tokens.lowers
    if start < 2 or lowers[start - 1] not in (",", "–", "—", "("):
        return False
    at = phrase_stop(tokens, number.stop) if lowers[number.stop : number.stop + 1] != ["of"] else 0
    at = at or number.stop
    of = number.stop
    while of < at and lowers[of] != "of":
        of += 1
    if lowers[of : of + 1] != ["of"] or lowers[of + 1 : of + 2] == []:
        return False
    if lowers[of + 1] not in ("it", "them", "that"):
        return False
    ends = of + 2 >= len(tokens.words) or lowers[of + 2] in (".", ";", "”")
    return ends or tokens.tags[of + 2] in "PJ"


def is_subject(tokens: Tokens, start: int) -> bool:
    """Whether the phrase of the number is the subject itself and not a complement within it."""
    lowers, tags = tokens.lowers, tokens.tags
    at = start - 1
    if lowers[start] in ("within", "inside"):
        return False  # "a call that should have been returned within 20 minutes was"
    if at > 1 and lowers[at] in ("to", "at") and tags[at - 1] == "G" and tags[at - 2] == "N":
        return at == 2 or tags[at - 3] not in "PvV"
    if at > 0 and lowers[at] == "worth" and lowers[at - 1] == ",":
        return False
    if at > 0 and lowers[at] == "to" and lowers[at - 1] in CHANGE_NOUNS:
        before = [tag for tag in tags[: at - 1] if tag not in "DJN"]
        return not before  # "a rise to 4.5% is expected"
    acted = tags[start - 2 : start] in (["A", "v"], ["A", "V"]) and lowers[start - 2] not in BE
    if acted or is_of_relative(tokens, start):
        return False
    while at >= 0 and (tags[at] in "DJBE" or lowers[at] in _SIZING):
        at = _noun_start(tokens, at) if lowers[at] in ("of", "worth") else at - 1
    if at > 0 and (
        (lowers[at - 1] == "to" and tags[at] in "NvV" and tags[at - 2] == "N")
        or (tags[at] == "G" and tags[at - 1] in ".R")
    ):
        return False
    if at > 0 and lowers[at] == "and":
        at -= 1
        if lowers[at] in WORDS["dates"]:
            return True
        while at > 0 and tags[at] in "NJD":
            at -= 1
        return tags[at] != "P" or lowers[at] in _SIZING
    return at < 0 or tags[at] != "P" or lowers[at] == "as"


def is_of_relative(tokens: Tokens, start: int) -> bool:
    """Whether the number is the object of a clause about the subject: "a pill that costs 9p"."""
    lowers, tags = tokens.lowers, tokens.tags
    at = start - 1
    while at > 1 and start - at < 8 and tags[at] in "DNJBMC":
        at -= 1
    held = lowers[at] in ("has", "have", "had")
    if at < 2 or not (held or tags[at] in "vVE") or lowers[at] in WORDS["retelling"]:
        return False
    if held and lowers[at - 1] in ("which", "who"):
        return True  # "which has 960 shops and 14 depots, is to open"
    before = at - 1 - (tags[at - 1] == "B")  # "a family that now pays £90 a year"
    return lowers[before] in ("that", "which", "who") and tags[before - 1] == "N"


def _noun_start(tokens: Tokens, of: int) -> int:
    """The token before the noun phrase that "of" belongs to: "the loss of", "a total of"."""
    at = of - 1
    while at >= 0 and tokens.tags[at] in "NJ":
        at -= 1
    return at
