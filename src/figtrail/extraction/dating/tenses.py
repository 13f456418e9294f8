"""The tense of one verb form, with the auxiliaries before it."""

from __future__ import annotations

from typing import Literal

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.tokens import Tokens

Tense = Literal["past", "pluperfect", "present", "future", "conditional", "intended", "foreseen"]

_WORDS = read_sections("dating_words.txt")
_TENSES: tuple[Tense, ...] = ("past", "pluperfect", "future", "conditional")
_AUXILIARIES = {word: tense for tense in _TENSES for word in _WORDS[tense]}
_BEING = frozenset(("was", "were", "is", "are"))
_PARTS = frozenset(("be", "been", "being"))
FINITE = "AVEv"
INTENDING: dict[str, Tense] = {
    **dict.fromkeys(_WORDS["intending"], "intended"),
    **dict.fromkeys(_WORDS["foreseeing"], "foreseen"),
}
# "Had on average expected".
_ADVERBIALS = (["on", "average"], ["in", "total"], ["in", "fact"], ["at", "first"], ["so", "far"])
_PERIODIC = frozenset(_WORDS["periodic"])
_LETTING = frozenset("saw see sees seen let lets made makes helped watched".split())
_AHEAD = frozenset(_WORDS["ahead"])
_CHANGES = frozenset(_WORDS["changes"])
_AMOUNTS = frozenset(("%", "percent", "cent", "points", "point"))


def read_verb(tokens: Tokens, at: int) -> Tense | None:
    """The tense of the verb at a token, with its auxiliaries; None where none is finite."""
    tags, lower = tokens.tags, tokens.lowers[at]
    tag = tags[at]
    if tag == "A":
        return _read_auxiliary(tokens, at)
    if lower in INTENDING and (lower[-1] == "s" or tag == "E" or (at and tags[at - 1] in "NO")):
        # "Against a planned 9m" has no verb.
        if tag == "E" and at and tags[at - 1] == "D":
            return None
        if tag == "E" and at and tags[at - 1] == "P" and tags[at + 1 : at + 2] in (["N"], ["J"]):
            # "Waiting for planned care".
            return None
        noun = at and (tags[at - 1] == "P" or tokens.lowers[at + 1 : at + 2] == ["of"])
        if INTENDING[lower] == "foreseen" and tag != "E" and noun:
            # "Against forecasts of 4%", "beating market forecasts of 4%".
            return None
        before = at - 1
        while before > 0 and tags[before] == "B":
            before -= 1
        if tokens.lowers[max(0, before - 1) : before + 1] in _ADVERBIALS:
            before -= 2
        had = at and _AUXILIARIES.get(tokens.lowers[before]) == "pluperfect"
        # "Analysts had expected £4m": of what has come since.
        return "pluperfect" if had and INTENDING[lower] == "foreseen" else INTENDING[lower]
    if tag not in FINITE or lower == "aged":
        return None
    before = at - 1
    while before >= 0 and (tags[before] == "B" or tokens.lowers[before] in ("not", "since")):
        before -= 1
    if tokens.lowers[max(0, before - 1) : before + 1] in _ADVERBIALS:
        before -= 2
    if before < 0:
        return "present" if tag == "v" else "past"
    if tags[before] == "A":
        if _AUXILIARIES.get(tokens.lowers[before]) == "pluperfect":
            return "pluperfect"
        if lower in _AHEAD and _foresees(tokens, at, before):
            return "foreseen"
        return _read_auxiliary(tokens, before)
    if tokens.lowers[before] == "to":
        return None
    if tag == "v":
        return None if _is_bare(tokens, at) or tags[before] in "DJP" else "present"
    if tokens.lowers[before - 1 : before + 1] == ["more", "than"]:
        return "past"
    return None if tag == "E" and tags[before] in "DP" else "past"


def _foresees(tokens: Tokens, at: int, auxiliary: int) -> bool:
    """Whether a form such as "forecast" tells what is to come: not "was seen in", "set by"."""
    following = tokens.lowers[at + 1 : at + 2]
    if tokens.lowers[at] == "set":
        return following in (["to"], ["for"])
    if tokens.lowers[at] == "seen":
        ahead = following in (["at"], ["as"], ["to"]) or tokens.tags[at + 1 : at + 2] == ["G"]
        return ahead and _AUXILIARIES.get(tokens.lowers[auxiliary]) != "past"
    return following != ["by"]


def _is_bare(tokens: Tokens, at: int) -> bool:
    """Whether a present form is a noun or an infinitive: "a monthly fall", "to spend and hire"."""
    if tokens.tags[at - 1] in "DJP" or tokens.lowers[at - 1] in _PERIODIC:
        return True
    if tokens.lowers[at] in _CHANGES and tokens.lowers[at - 1].endswith("er"):
        # "A steeper drop".
        return tokens.tags[at - 2] in "DBP"
    if tokens.lowers[at] in _CHANGES and tokens.lowers[at - 1] in _AMOUNTS:
        # "A 9 per cent fall".
        return True
    if not _LETTING.isdisjoint(tokens.lowers[max(0, at - 5) : at]):
        # "Carmakers saw orders fall".
        return True
    joined = tokens.tags[at - 1] == "C" or tokens.lowers[at : at + 2] == ["equal", "to"]
    return joined and not tokens.lowers[at].endswith("s")


def _read_auxiliary(tokens: Tokens, at: int) -> Tense | None:
    lower = tokens.lowers[at]
    if lower in _PARTS:
        before = at - 1
        while before >= 0 and tokens.tags[before] == "B":
            before -= 1
        if before < 0 or tokens.tags[before] != "A":
            return None
        return _read_auxiliary(tokens, before)
    if lower == "had" and tokens.lowers[at - 1 : at] in (["have"], ["has"]):
        return "present"
    tense = _AUXILIARIES.get(lower, "present")
    if lower in _BEING and tokens.lowers[at + 1 : at + 2] == ["to"]:
        # "Were to blame for half".
        return tense if tokens.lowers[at + 2 : at + 3] == ["blame"] else "intended"
    if tense == "pluperfect":
        return tense if any(tag in "VEA" for tag in tokens.tags[at + 1 : at + 3]) else "past"
    if tense == "present" and not _AHEAD.isdisjoint(tokens.lowers[at + 1 : at + 3]):
        return "foreseen"
    return tense
