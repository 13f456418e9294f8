"""What an outlook or an aim was before it was moved: "to $2bn from $1.8bn"."""

from __future__ import annotations

from figtrail.extraction.statuses.cues import match_cue
from figtrail.extraction.statuses.vocabulary import PAUSES, WORDS, Cue
from figtrail.extraction.tokens import Tokens
from figtrail.model import Status


def find_earlier(tokens: Tokens, start: int) -> Status | None:
    """What an outlook was before: "guided to $2, against an earlier range of $2.60 to $2.80"."""
    lowers, tags = tokens.lowers, tokens.tags
    if start < 4 or lowers[start - 1] != "of":
        return None
    at = start - 2
    while at > 0 and tags[at] in "NJBE":
        at -= 1
    if tags[at] != "D" or WORDS["earlier"].isdisjoint(lowers[at : start - 1]):
        return None
    named = WORDS["outlook_sizes"] & frozenset(lowers[at + 1 : start - 1])
    if not named or lowers[at - 1] not in ("against", "from", "than", "with", "versus", "of"):
        return None
    if not named.isdisjoint(("target", "goal")):
        return "target"
    told = (match_cue(tokens, index) for index in range(at))
    return next((cue.status for cue in told if cue and cue.status in ("forecast", "target")), None)


def find_remarked(tokens: Tokens, start: int) -> Status | None:
    """What an outlook is moved to or by: "growth this year was marked down to 1.8%"."""
    lowers = tokens.lowers
    for at in range(start - 1, max(1, start - 12), -1):
        if lowers[at] in WORDS["remarked"]:
            subject = lowers[max(0, at - 12) : at]
            passive = not {"was", "were", "been", "is", "are"}.isdisjoint(subject[-3:])
            ahead = not {"next", "this"}.isdisjoint(subject) and "year" in subject
            outlook = not WORDS["outlook_sizes"].isdisjoint(subject)
            return "forecast" if passive and (ahead or outlook) else None
        if tokens.tags[at] in "AVR" or lowers[at] in (",", ";", "“", "”", "from"):
            return None
    return None


def find_revised(tokens: Tokens, start: int) -> Status | None:
    """What a forecast or target was before: "raised its forecast to $2bn from $1.8bn"."""
    for at in range(start - 2, max(-1, start - 18), -1):
        lower = tokens.lowers[at]
        between = lower == "and" and tokens.tags[at - 1 : at + 2 : 2] == ["M", "M"]
        if (
            lower in PAUSES
            or (lower == "," and at < start - 2)
            or (tokens.tags[at] in "RC" and not between)
        ):
            return None
        cue = match_cue(tokens, at)
        if cue is not None and (cue.kind == "noun" or _is_outlook(tokens, at, cue)):
            known = cue.status in ("forecast", "target", "estimated")
            revised = WORDS["revising"].isdisjoint(tokens.lowers[max(0, at - 6) : start])
            return cue.status if known and not revised else None
    return None


def _is_outlook(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Whether a participle describes what is foreseen: "its forecast", "the expected price"."""
    described = cue.kind == "verb" and tokens.tags[at + 1] in "NJ"
    return described or cue.words == ("forecast",)
