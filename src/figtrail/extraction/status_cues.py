"""The words that tell a status, and what each tells in its place."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple, cast

from figtrail.extraction.lexicon import read_rows, read_sections
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens
from figtrail.model import Status


class Cue(NamedTuple):
    """One row of `statuses.csv`: its words, the status it tells, and how it must stand."""

    words: tuple[str, ...]
    status: Status
    kind: str


CUES: dict[str, list[Cue]] = {}
for _row in sorted(read_rows("statuses.csv"), key=lambda row: -len(row["form"].split())):
    _words = tuple(_row["form"].split())
    CUES.setdefault(_words[0], []).append(Cue(_words, cast(Status, _row["status"]), _row["class"]))
WORDS = {name: frozenset(words) for name, words in read_sections("status_words.txt").items()}
OUTCOMES = WORDS["outcomes"]
PROSPECTIVE = WORDS["prospective"]
_COMMON = frozenset(("to", "is", "are", "was", "were", "an", "on", "for", "at", "be", "have"))
_GATE = (
    frozenset(
        max((word for word in cue.words if word not in _COMMON), key=len)
        for cues in CUES.values()
        for cue in cues
        if cue.kind != "be_to"
    )
    | WORDS["progressive"]
    | {"needed", "required"}
)
BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "’s", "'s", "it’s", "it's"))
PAUSES = frozenset((";", ":", "(", ")", "“", "”", '"', "–", "—"))
STOPS = PAUSES | WORDS["breakers"]
NOT_THAN = frozenset(("than", "as", "not"))
_LINKS = WORDS["links"]
_MODALS = frozenset(("will", "would", "could", "should", "must"))
_FOLLOWED = {"appeal": ("for",), "aimed": ("to", "for"), "chance": ("of",)}
_CONDITIONS = frozenset(("if", "unless", "without", "otherwise", "under"))


def may_tell_status(tokens: Tokens) -> bool:
    """Whether a sentence holds any word that can tell a status: most don't and cost little."""
    lowers = tokens.lowers
    if not _GATE.isdisjoint(lowers):
        return True
    if "to" not in lowers:
        return False
    return any(
        (second == "to" and first in BE)
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
    if kind in _MODALS:
        return _by_modal(tokens, at, stop, kind, number)
    if kind == "if":
        return resolve_if(tokens, at)
    if before in NOT_THAN or (following == "by" and kind != "noun"):
        return None
    granted = kind == "verb" and cue.status == "planned"
    if granted and not WORDS["handled"].isdisjoint(lowers[number.stop : number.stop + 3]):
        return None
    if cue.words[0] == "trying" and before in ("been", "was", "were"):
        return None
    if cue.words == ("need", "to") and at and tokens.tags[at - 1] in "DJ":
        return None
    if kind in ("clausal", "phrase", "verb") and before in ("would", "’d", "'d", "i’d", "i'd"):
        return _by_modal(tokens, at - 1, at, "would")
    if kind == "due":
        known = following == "be" or following in OUTCOMES or following in PROSPECTIVE
        return _by_modal(tokens, at, stop, "will") if known or before in BE else None
    if kind == "be_to":
        if following in WORDS["not_planned"]:
            return None
        return "hypothetical" if "if" in lowers[:at] else cue.status
    if kind == "noun":
        return cue.status if _is_sized(tokens, at, stop, number) else None
    if kind in _FOLLOWED:
        return cue.status if following in _FOLLOWED[kind] else None
    return cue.status if _fits(tokens, at, stop, kind, number) else None


def _is_sized(tokens: Tokens, at: int, stop: int, number: Number) -> bool:
    """Whether a noun of plan or aim goes on to its size, or is a verb: "forecasts a deficit"."""
    following = tokens.lowers[stop] if stop < len(tokens) else "."
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
    if kind == "least":
        return False
    if kind == "standard":
        return number.kind in ("duration", "measurement") and stop != number.first
    if kind == "order":
        return following in ("for", "of") or tag == "M"
    if kind == "committed":
        return number.kind == "money" or following == "to"
    if kind == "agreed":
        late = following == "on" and "to" in tokens.lowers[stop : stop + 5]
        return late or following not in ("with", "that", "on")
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
        return before != "to" and _is_ceiling(tokens, number)
    if kind == "sees":
        told = number.first - stop > 1 and tag in "NJDO"
        return number.kind in ("percentage", "money") and before != "to" and told
    if kind == "provided":
        return before == "," or following == "that"
    if kind == "seen":
        return tag == "G"
    if kind == "projects":
        return tag in ("D", "M") and number.kind is not None
    return kind != "benchmark" or tag not in ("N", "J")


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


def _is_ceiling(tokens: Tokens, number: Number) -> bool:
    near = tuple(tokens.lowers[max(0, number.first - 3) : number.first])
    return near[-2:] == ("up", "to") or near in (("no", "more", "than"), ("a", "maximum", "of"))


def resolve_if(tokens: Tokens, at: int) -> Status | None:
    """Hypothetical, unless "if" says "whether" or compares: "asked if", "as if"."""
    before = tokens.lowers[at - 1] if at else ""
    return None if before in ("as", "asked", "ask", "see", "wonder", "know") else "hypothetical"


def _by_modal(
    tokens: Tokens, at: int, stop: int, kind: str, number: Number | None = None
) -> Status:
    """What a modal tells: by its verb, by a condition, by whether somebody is reported."""
    lowers = tokens.lowers
    conditional = "if" in lowers or "unless" in lowers
    opened = lowers[0] in ("if", "unless") or lowers[1:2] in (["if"], ["unless"])
    verb = _verb_at(tokens, stop)
    if kind == "will":
        if opened:
            return "hypothetical"
        if verb in WORDS["adjusted"] and _is_set_by_decision(tokens, at):
            return "planned"
        return status_of_verb(tokens, stop)
    if kind == "would":
        under = "under" in lowers and not WORDS["proposals"].isdisjoint(lowers)
        if conditional or under or "under" in lowers[stop:] or not _is_reported(tokens, at):
            return "hypothetical"
        return "hypothetical" if _is_proposal(tokens, at) else status_of_verb(tokens, stop)
    if kind == "could":
        if lowers[at] == "may" and number is not None and _is_ceiling(tokens, number):
            return "target"
        outcome = verb in OUTCOMES and verb != "face" and _CONDITIONS.isdisjoint(lowers)
        return "forecast" if outcome else "hypothetical"
    if kind == "should":
        if lowers[stop : stop + 1] == ["not"]:
            return "target"
        return "forecast" if verb in OUTCOMES and verb != "be" else "target"
    return "planned" if verb in WORDS["imposed"] else "target"


def _is_proposal(tokens: Tokens, modal: int) -> bool:
    """Whether the subject of "would" is only proposed: "a levy", "the plan", "closing it"."""
    at = modal - 1
    while at >= 0 and tokens.tags[at] in "BNJDGMvEP" and tokens.lowers[at] not in PAUSES:
        if tokens.tags[at] == "D" and tokens.lowers[at] in ("a", "an", "such", "any"):
            return True
        if tokens.lowers[at] in WORDS["proposals"]:
            return True
        if tokens.tags[at] == "G" and (at == 0 or tokens.tags[at - 1] in "R."):
            return True
        at -= 1
    return False


def _is_set_by_decision(tokens: Tokens, at: int) -> bool:
    return not WORDS["set_by_decision"].isdisjoint(tokens.lowers[max(0, at - 20) : at])


def _is_reported(tokens: Tokens, at: int) -> bool:
    """Whether "would" retells what somebody said of the future, and not inside direct speech."""
    lowers = tokens.lowers
    if lowers[:at].count("“") > lowers[:at].count("”") or lowers[:at].count('"') % 2:
        return False
    return not WORDS["reporting"].isdisjoint(lowers)


def _verb_at(tokens: Tokens, at: int) -> str:
    """The verb after a modal, past adverbs and the "have" of a perfect."""
    while at < len(tokens):
        lower = tokens.lowers[at]
        if lower == "have" and tokens.tags[at + 1 : at + 2] not in (["E"], ["V"], ["A"], ["B"]):
            break
        if tokens.tags[at] != "B" and lower not in ("not", "also", "have", "to", "only"):
            break
        at += 1
    return tokens.lowers[at] if at < len(tokens) else ""


def status_of_verb(tokens: Tokens, at: int) -> Status:
    """What an agent does is planned, what merely comes about is forecast."""
    verb = _verb_at(tokens, at)
    if verb == "be" and "able" in tokens.lowers[at : at + 4]:
        verb = _verb_at(tokens, tokens.lowers.index("able", at) + 1)
    if verb == "be":
        at = tokens.lowers.index("be", at) + 1
        while at < len(tokens) and tokens.tags[at] == "B":
            at += 1
        if at < len(tokens) and tokens.tags[at] in "EV" and tokens.lowers[at] not in OUTCOMES:
            return "planned"
        return "forecast"
    return "forecast" if not verb or verb in OUTCOMES else "planned"
