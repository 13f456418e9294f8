"""What an article of a new budget tells in the present tense: "Roads receive $12.5 million".

What such an article says that somebody gets, or that a charge rises to, is planned wherever it
stands in the text, since the budget is the subject of the whole.
"""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.clauses import is_finite
from figtrail.extraction.statuses.vocabulary import WORDS
from figtrail.extraction.tokens import Tokens

# How many characters from the start of a text tell what it is about.
_OPENING = 240
_REACH = 24
_BUDGETS = ("budget", "spending plan")
_ADDED = frozenset(("more", "extra", "new", "additional"))
_QUOTES = frozenset(("“", "”", '"'))


def is_given(tokens: Tokens, number: Number, start: int, text: str) -> bool:
    """Whether the present tense tells what the budget that the text opens with gives or sets."""
    lowers = tokens.lowers
    if WORDS["granting"].isdisjoint(tokens.vocabulary) or not WORDS["lasting_words"].isdisjoint(
        tokens.vocabulary
    ):
        return False
    verb = _verb_before(tokens, start)
    if not verb or lowers[start - 1] == "from" or not _is_new_budget(text):
        return False
    if lowers[verb] in WORDS["scheduled"] and lowers[verb] not in ("take", "takes"):
        priced = not WORDS["set_by_decision"].isdisjoint(lowers[:verb])
        moved = not {"to", "by"}.isdisjoint(lowers[verb + 1 : start + 1])
        return priced and moved and number.kind != "duration"
    if number.kind is None:
        # "Gets 14 more deputies and nine cars": what is added to what there is.
        return not _ADDED.isdisjoint(lowers[verb : number.stop + 1])
    return number.kind in ("money", "percentage")


def _verb_before(tokens: Tokens, start: int) -> int | None:
    """The verb of giving before a number, with no other clause and no past between."""
    for at in range(start - 1, max(-1, start - _REACH), -1):
        lower, tag = tokens.lowers[at], tokens.tags[at]
        if lower in WORDS["granting"] and tag != "D":
            told = at and tokens.tags[at - 1] not in "AR" and tokens.lowers[at - 1] != "to"
            return at if told else None
        if tag in "AR" or lower in (";", ":") or lower in _QUOTES:
            return None
        if tag in "VEv" and is_finite(tokens, at):
            return None
    return None


def _is_new_budget(text: str) -> bool:
    """Whether a text opens with a budget that is being decided on or has just been told."""
    opening = text[:_OPENING].lower()
    if not any(name in opening for name in _BUDGETS):
        return False
    return not WORDS["budget_steps"].isdisjoint(opening.replace(",", " ").split())
