"""Where a word that tells a status stands, and what it tells there."""

from __future__ import annotations

from itertools import pairwise

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.modals import is_ceiling, is_obliged, resolve_if, resolve_modal
from figtrail.extraction.statuses.outlooks import OUTLOOKS, fits_outlook, resolve_facing
from figtrail.extraction.statuses.provisions import FIXING, has_purpose, is_fixed, is_repeated
from figtrail.extraction.statuses.vocabulary import (
    BE,
    CUES,
    NOT_THAN,
    OUTCOMES,
    PAUSES,
    PROSPECTIVE,
    WORDS,
    Cue,
)
from figtrail.extraction.tokens import Tokens
from figtrail.model import Status

_COMMON = frozenset(("to", "is", "are", "was", "were", "an", "on", "for", "at", "be", "have"))
_GATE = (
    frozenset(
        max((word for word in cue.words if word not in _COMMON), key=len)
        for cues in CUES.values()
        for cue in cues
        if cue.kind not in ("be_to", "have_to")
    )
    | WORDS["progressive"]
    | {"being"}
    | {"needed", "required"}
    | WORDS["deeming"]
)
_SETTLED = WORDS["provisions"] | WORDS["designs"] | WORDS["set_by_decision"] | WORDS["billed"]
_LINKS = WORDS["links"]
_MODALS = frozenset(("will", "would", "could", "should", "must"))
_SUPPOSING = frozenset(word for word, cues in CUES.items() if cues[-1].kind in ("would", "could"))
_DECIDED = {"will": "will", "would": "would"}
_ASIDE = frozenset(("with", "that", "which", "who", "by"))
_NEAR = 5
_FOLLOWED = {"appeal": ("for",), "aimed": ("to", "for"), "chance": ("of",)}


def may_tell_status(tokens: Tokens) -> bool:
    """Whether a sentence holds any word that can tell a status: most don't and cost little."""
    lowers = tokens.lowers
    if not _GATE.isdisjoint(lowers):
        return True
    if not _SETTLED.isdisjoint(lowers) and not FIXING.isdisjoint(lowers):
        return True
    if not WORDS["undertakings"].isdisjoint(lowers) and not WORDS["deciding"].isdisjoint(lowers):
        return True
    if not WORDS["terms"].isdisjoint(lowers) and not WORDS["entering"].isdisjoint(lowers):
        return True
    if "to" not in lowers:
        return False
    return any(
        (second == "to" and (first in BE or first in ("has", "have")))
        or (first == "to" and (second in PROSPECTIVE or second in OUTCOMES))
        for first, second in pairwise(lowers)
    )


def match_cue(tokens: Tokens, at: int) -> Cue | None:
    """The cue that starts at token `at`; a name ("Project 2030", "in May") is none."""
    cues = CUES.get(tokens.lowers[at])
    if cues is None:
        return None
    named = at and tokens.words[at][0].isupper() and tokens.lowers[at - 1] not in PAUSES
    if named and not _is_headline(tokens):
        return None
    describing = at > 0 and _is_describing(tokens, at)
    for cue in cues:
        if (len(cue.words) == 1 and not describing) or (
            len(cue.words) > 1 and tuple(tokens.lowers[at : at + len(cue.words)]) == cue.words
        ):
            return cue
    return None


def _is_describing(tokens: Tokens, at: int) -> bool:
    """Whether the word is a noun, or describes one: "the will", "a pledging conference"."""
    if tokens.tags[at - 1] != "D":
        return False
    return tokens.lowers[at] == "will" or (
        tokens.tags[at] == "G" and tokens.tags[at + 1 : at + 2] == ["N"]
    )


def _is_headline(tokens: Tokens) -> bool:
    """Whether most words have capitals, so that a capital tells no name."""
    words = [word for word in tokens.words if len(word) > 3 and word[0].isalpha()]
    return 3 * sum(word[0].isupper() for word in words) > 2 * len(words)


def resolve_cue(tokens: Tokens, at: int, cue: Cue, number: Number) -> Status | None:
    """The status that the cue at token `at` gives in its place; None where it gives none."""
    lowers = tokens.lowers
    stop = at + len(cue.words)
    before = lowers[at - 1] if at else ""
    following = lowers[stop] if stop < len(lowers) else "."
    kind = cue.kind
    if kind == "would" and _is_had(tokens, at):
        return None
    if kind in _MODALS:
        return resolve_modal(tokens, at, stop, kind, number)
    if kind == "if":
        return resolve_if(tokens, at)
    if kind == "have_to":
        return cue.status if is_obliged(tokens, at, stop, number) else None
    if before in NOT_THAN or (following == "by" and kind != "noun"):
        return None
    if _is_void(tokens, at, cue, number):
        return None
    if cue.words == ("capped",) and before == "be" and at > 1:
        return "planned" if lowers[at - 2] in ("to", "will", "’ll", "'ll") else cue.status
    if kind in ("clausal", "phrase", "verb") and before in ("would", "’d", "'d", "i’d", "i'd"):
        return resolve_modal(tokens, at - 1, at, "would")
    if kind == "verb" and before == "have" and lowers[at - 2] in _SUPPOSING:
        return "hypothetical"
    return _resolve_plain(tokens, at, cue, number)


def _resolve_plain(tokens: Tokens, at: int, cue: Cue, number: Number) -> Status | None:
    """The status of a cue that is no modal, by what stands on either side of it."""
    lowers = tokens.lowers
    stop = at + len(cue.words)
    before = lowers[at - 1] if at else ""
    following = lowers[stop] if stop < len(lowers) else "."
    kind = cue.kind
    if kind == "facing":
        return resolve_facing(tokens, stop, number)
    if cue.words == ("calls", "for") and is_fixed(tokens, at):
        return "planned"
    if kind == "due":
        return resolve_modal(tokens, at, stop, "will") if _is_verb(tokens, stop, before) else None
    if kind == "be_to":
        if following in WORDS["not_planned"]:
            return None
        return "hypothetical" if "if" in lowers[:at] else cue.status
    if kind == "noun" and before in _DECIDED and cue.words[0] in WORDS["noun_verbs"]:
        return resolve_modal(tokens, at - 1, at, _DECIDED[before], number)
    if kind == "noun":
        return cue.status if _is_sized(tokens, at, stop, number) else None
    if kind in _FOLLOWED:
        if following == "," and number.first - stop < _NEAR:
            following = lowers[stop + 1]
        return cue.status if following in _FOLLOWED[kind] else None
    return cue.status if _fits(tokens, at, stop, kind, number) else None


def _is_void(tokens: Tokens, at: int, cue: Cue, number: Number) -> bool:
    """Whether a cue stands with words that take its meaning away: "approved 40 claims"."""
    lowers = tokens.lowers
    stop = at + len(cue.words)
    before = lowers[at - 1] if at else ""
    if cue.kind == "verb" and cue.status == "planned":
        if not WORDS["handled"].isdisjoint(lowers[number.stop : number.stop + 3]):
            return True
        if before in ("was", "were") and number.kind == "measurement":
            return True
    if cue.kind == "phrase" and cue.status == "planned" and cue.words[-1] == "to":
        return tokens.tags[stop : stop + 1] in (["M"], ["."])
    if cue.words[0] == "trying":
        return before in ("been", "was", "were")
    return cue.words == ("need", "to") and at > 0 and tokens.tags[at - 1] in "DJ"


def _is_verb(tokens: Tokens, at: int, before: str) -> bool:
    """Whether what follows "due to" is done, and no cause: "to open", "to stage a"."""
    lowers, tags = tokens.lowers, tokens.tags
    lower = lowers[at] if at < len(lowers) else "."
    following = tags[at + 1] if at + 1 < len(tags) else "."
    if lower in OUTCOMES or lower in PROSPECTIVE or lower == "be":
        return following != "N" or lowers[at + 1] in WORDS["idioms"] or before not in BE
    return before in BE and at < len(tags) and tags[at] not in "JDM" and following in "DMJO"


def _is_had(tokens: Tokens, at: int) -> bool:
    """Whether "he'd" says "he had": "he'd scored 40 goals"."""
    lower = tokens.lowers[at]
    if not lower.endswith(("'d", "’d")):
        return False
    index = at + 1
    while index < len(tokens) and tokens.tags[index] == "B":
        index += 1
    if index >= len(tokens):
        return True
    word = tokens.lowers[index]
    participle = word in ("been", "had") or tokens.tags[index] in "VE"
    return participle and word not in WORDS["base_forms"]


def _is_asked(tokens: Tokens, stop: int, number: Number) -> bool:
    """Whether the number is what is asked for: "asked the states for cuts of", "urged them to"."""
    lowers = tokens.lowers
    last = lowers[number.first - 1] if number.first else ""
    near = lowers[stop : min(number.first, stop + 9)]
    if number.kind not in ("money", "percentage") and WORDS["asked"].isdisjoint(near):
        return False
    return "for" in near and (last in _LINKS or tokens.tags[number.first - 1] in "DJB.")


def _is_sized(tokens: Tokens, at: int, stop: int, number: Number) -> bool:
    """Whether a noun of plan or aim goes on to its size, or is a verb: "forecasts a deficit"."""
    following = tokens.lowers[stop] if stop < len(tokens) else "."
    if following == "by" and number.first == stop + 1:
        return False
    if following in ("a", "an"):
        return tokens.lowers[at].endswith("s") and (at == 0 or tokens.tags[at - 1] not in "DJ")
    tag = tokens.tags[stop] if stop < len(tokens) else "."
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


def _fits(tokens: Tokens, at: int, stop: int, kind: str, number: Number) -> bool:
    """Whether a cue of a narrower kind stands where it tells a status."""
    before = tokens.lowers[at - 1] if at else ""
    following = tokens.lowers[stop] if stop < len(tokens) else "."
    tag = tokens.tags[stop] if stop < len(tokens) else "."
    if kind == "budget":
        return following == "of" or stop == number.first
    if kind in ("least", "standard"):
        timed = number.kind in ("duration", "measurement") and stop != number.first
        return kind == "standard" and timed
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
        return "to" in tokens.lowers[stop : stop + 8]
    if kind == "backed":
        near = tokens.lowers[stop : number.first]
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
        return number.kind == "money" and tokens.tags[stop] == "D"
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
        return tag in ("D", "M") and number.kind is not None
    return kind != "benchmark" or (tag not in ("N", "J") and following in _LINKS)


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
