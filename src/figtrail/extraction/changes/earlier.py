"""Whether words name an earlier level, which a change is measured from, or a norm."""

from __future__ import annotations

from figtrail.extraction.changes.vocabulary import COMPARATIVES, EARLIER, WORDS
from figtrail.extraction.tokens import Tokens
from figtrail.model import Change

_OWN_EARLIER = frozenset(("earlier", "previous", "prior", "original", "initial"))
_ORDINALS = frozenset("first second third fourth last previous".split())
_TIMES = EARLIER - _ORDINALS - {"before", "earlier", "prior", "original", "originally", "then"}
_ELIDED = 2
# How many tokens before "by" its comparison starts.
_THAN = 10


def find_compared(tokens: Tokens, by: int) -> Change | None:
    """The comparison that "by" sizes: "higher than those of last term by 4%"."""
    lowers = tokens.lowers
    for than in range(by - 1, max(0, by - _THAN), -1):
        if lowers[than] == "than" and lowers[than - 1] in COMPARATIVES:
            earlier = is_earlier(tokens, than + 1, by - than - 1)
            return COMPARATIVES[lowers[than - 1]] if earlier else None
        if tokens.tags[than] in "AVvR." and lowers[than] not in ("that", "those"):
            return None
    return None


def is_of_norm(told: list[str]) -> bool:
    """Whether what follows holds a level against a norm: "270mm against the average of 161mm"."""
    if "against" not in told:
        return False
    base = told[told.index("against") + 1 :][:4]
    return not WORDS["averages"].isdisjoint(base) or not {"normal", "norm"}.isdisjoint(base)


def is_earlier(tokens: Tokens, at: int, room: int = 7) -> bool:
    """Whether the words at `at` name an earlier level of the same thing."""
    near = [lower.removesuffix("'s").removesuffix("’s") for lower in tokens.lowers[at : at + room]]
    for end, word in enumerate(near):
        if word == "on" and near[end + 1 : end + 2] and near[end + 1] in WORDS["weekdays"]:
            return WORDS["judged"].isdisjoint(near[:end])
        if word in (",", ".", ";", ")") or (end and word == "on"):
            near = near[:end]
            break
    judged = [end for end, word in enumerate(near) if word in WORDS["judged"]]
    if judged:
        # Its own earlier forecast is an earlier level, and nobody else's is.
        return judged[0] > 0 and near[judged[0] - 1] in _OWN_EARLIER
    if "when" in near[:3]:
        return True
    if near[:1] in (["we"], ["i"]) and near[1:2] in (["was"], ["were"], ["did"]):
        return True
    if near[:1] in (["it"], ["they"]) and near[1:2] in (
        ["did"],
        ["was"],
        ["were"],
        ["had"],
    ):
        return True
    if not WORDS["works"].isdisjoint(tokens.vocabulary) and _is_other_work(near):
        return False
    return not EARLIER.isdisjoint(near) or any(is_year(word) for word in near)


def _is_other_work(near: list[str]) -> bool:
    """Whether the level is that of another work: "above the first film", "the original of 2014"."""
    if near[:1] == ["the"] and near[1:2] and near[1] in _ORDINALS and len(near) == _ELIDED:
        return True  # "11% below the second"
    named = next((end for end, word in enumerate(near) if word in WORDS["works"]), None)
    return named is not None and _TIMES.isdisjoint(near[:named])


def is_year(word: str) -> bool:
    """Whether a word is a year or a decade: "2019", "1990s"."""
    year = word.removesuffix("s")
    return len(year) == 4 and year.isdigit() and year[:2] in ("18", "19", "20")
