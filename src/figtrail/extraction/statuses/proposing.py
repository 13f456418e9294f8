"""Whether what "would" is said of has only been proposed: "a levy", "the plan", "closing it"."""

from __future__ import annotations

from figtrail.extraction.statuses.vocabulary import PAUSES, WORDS
from figtrail.extraction.tokens import Tokens

_BUDGETS = frozenset(("budget", "plan"))
_SPENDING = frozenset(("spending", "fund", "general-fund", "budget", "financial"))
# How many tokens a budget, its year and its sum may take.
_NEAR = 14


def is_proposal(tokens: Tokens, modal: int) -> bool:
    """Whether the subject of "would" is only proposed: "a levy", "the plan", "closing it"."""
    at = modal - 1
    while at >= 0 and tokens.lowers[at] not in PAUSES:
        if tokens.tags[at] not in "BNJDGMvEPO" and tokens.lowers[at] not in "%$£€":
            break
        named = tokens.tags[at] == "D" and tokens.lowers[at] in ("a", "an", "such", "any")
        if named and tokens.lowers[at + 1] not in WORDS["further"] | {"further", "total"}:
            return True
        if tokens.lowers[at] in WORDS["proposals"]:
            return True
        if _opens_clause(tokens, at):
            return True
        if tokens.lowers[at] in ("it", "them") and at and _opens_clause(tokens, at - 1):
            return True
        at -= 1
    return at > 0 and tokens.lowers[at] in ("who", "which") and tokens.tags[at - 1] == "N"


def is_budget_drawn_up(tokens: Tokens, modal: int) -> bool:
    """Whether the subject of "would" is a budget: "the mayor's $512m budget would raise"."""
    lowers = tokens.lowers
    at = modal - 1
    while at > 0 and lowers[at] not in _BUDGETS and modal - at < _NEAR:
        if tokens.tags[at] not in "BNJDMPG," and lowers[at] not in "%$£€,":
            return False
        at -= 1
    if at < 0 or lowers[at] not in _BUDGETS:
        return False
    return lowers[at] == "budget" or lowers[at - 1] in _SPENDING


def _opens_clause(tokens: Tokens, at: int) -> bool:
    """Whether a form in -ing is what would be done: "said closing it", "that building a dam"."""
    if not tokens.lowers[at].endswith("ing") or len(tokens.lowers[at]) < 6:
        return False
    opens = at == 0 or tokens.tags[at - 1] in "R." or tokens.lowers[at - 1] in WORDS["reporting"]
    return opens and (tokens.tags[at] == "G" or tokens.tags[at + 1] in "DO")
