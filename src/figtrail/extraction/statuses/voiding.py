"""Words beside a cue that take its meaning away: "approved 40 claims", "above its target at"."""

from __future__ import annotations

from figtrail.extraction.nouns import is_people
from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.vocabulary import WORDS, Cue
from figtrail.extraction.tokens import Tokens

_SEEKING = frozenset(("trace", "identify", "interview", "question", "speak", "hear"))


def is_void(tokens: Tokens, at: int, cue: Cue, number: Number) -> bool:
    """Whether a cue stands with words that take its meaning away: "approved 40 claims"."""
    lowers = tokens.lowers
    stop = at + len(cue.words)
    before = lowers[at - 1] if at else ""
    if cue.words == ("wanted",) and number.kind == "money":
        return True  # "the seller wanted $10"
    if cue.words[0] in WORDS["given_to"] and _is_gapped(tokens, number):
        return True
    if cue.words[-1] == "aside":
        ahead = lowers[number.stop : number.stop + 6]
        return ahead[:1] == ["against"] or not WORDS["soured"].isdisjoint(ahead)
    if cue.kind == "verb" and cue.status == "planned":
        if not WORDS["handled"].isdisjoint(lowers[number.stop : number.stop + 3]):
            return True
        if before in ("was", "were") and number.kind == "measurement":
            return True
    if cue.words[0] in WORDS["commanded"] and _is_commanding(tokens, number):
        return True
    if cue.words == ("agreed", "to"):
        return False
    if cue.kind == "phrase" and cue.status == "planned" and cue.words[-1] == "to":
        # "Polled 31,207 votes to her rival's 28,461".
        counted = cue.words[0] == "votes" and tokens.tags[max(0, at - 1)] == "M"
        return counted or tokens.tags[stop : stop + 1] in (["M"], ["."])
    if cue.words == ("in", "line", "for"):
        return number.kind not in ("money", "percentage")  # people wait "in line for" a bed
    if cue.words[0] == "trying":
        return before in ("been", "was", "were")
    if cue.kind == "noun" and _is_met(tokens, at, stop):
        return True
    if cue.words[0] in ("want", "wants") and not _SEEKING.isdisjoint(lowers[stop + 1 : stop + 2]):
        return True  # "police want to trace two men"
    if cue.words == ("put", "at"):
        return before in WORDS["staying"]
    owned = at > 0 and tokens.tags[at - 1] in "DJ"
    return cue.words in (("need", "to"), ("needs", "to")) and owned


def _is_gapped(tokens: Tokens, number: Number) -> bool:
    """Whether those counted are a subject whose verb is left out: "and 310 their second choice"."""
    bare = number.kind is None and tokens.tags[number.stop : number.stop + 1] == ["D"]
    return bare and not {",", "and"}.isdisjoint(
        tokens.lowers[max(0, number.first - 3) : number.first]
    )


def _is_met(tokens: Tokens, noun: int, stop: int) -> bool:
    """Whether a target is only what a level is held against, or has been met for so many.

    "Above the bank's target at 3.1%"; "met the target for 94%"; "beat forecasts, rising 4%".
    """
    near = tokens.lowers[max(0, noun - 5) : noun]
    following = tokens.lowers[stop : stop + 1]
    if following == ["and"]:
        goes_on = tokens.tags[stop + 1 : stop + 2] in (["V"], ["E"], ["G"])
        return goes_on and not WORDS["met"].isdisjoint(near)
    if following == [","] and tokens.tags[stop + 1 : stop + 2] == ["G"] and "within" in near:
        return True
    if following == ["at"]:
        return not WORDS["set_against"].isdisjoint(near)
    return following in (["for"], [","]) and not WORDS["met"].isdisjoint(near)


def _is_commanding(tokens: Tokens, number: Number) -> bool:
    """Whether people are told what to do: "has ordered over 20,000 people to leave"."""
    ahead = tokens.lowers[number.stop : number.stop + 5]
    if number.kind is not None or "to" not in ahead:
        return False
    return any(is_people(lower) for lower in ahead[: ahead.index("to")])
