"""What an article of a decision tells in the present tense: "Roads receive $12.5 million".

What an article of a new budget, a tax, a share-out of grants or a pay deal says that somebody
gets, or that a charge rises to, is planned wherever it stands in the text, since the decision is
the subject of the whole.
"""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.clauses import is_finite
from figtrail.extraction.statuses.vocabulary import WORDS
from figtrail.extraction.tokens import Tokens
from figtrail.patterns import compile_late

# How many characters from the start of a text tell what it is about.
_OPENING = 320
_REACH = 24
_BUDGETS = ("budget", "spending plan", "estimates")
_ADDED = frozenset(("more", "extra", "new", "additional"))
_BULLETS = frozenset(("-", "–", "—", "•", "*", "·"))
_SET_BESIDE = frozenset(("against", "versus", "compared", "than"))
_QUOTES = frozenset(("“", "”", '"'))
_MOVES = WORDS["scheduled"] - {"take", "takes", "return", "returns", "reach", "reaches"}
_WORD = compile_late(r"[a-z][a-z-]*")
_OUTCOMES = WORDS["forecast_levels"]


def is_given(
    tokens: Tokens, number: Number, start: int, text: str, at: int, planned: bool = False
) -> bool:
    """Whether the present tense tells what the decision that the text opens with gives or sets.

    `at` is the offset of the sentence in the text: a headline tells such a thing only of a price.
    `planned`: whether one of the first figures of the text is a sum or a share that is planned.
    """
    lowers = tokens.lowers
    if lowers[0] in _BULLETS and _is_budget(text) and _is_decision(text, False):
        return "V" not in tokens.tags and "from" not in lowers[max(0, start - 1) : start]
    if WORDS["granting"].isdisjoint(tokens.vocabulary) or _is_lasting(lowers):
        return False
    verb = _verb_before(tokens, start)
    if verb is None:
        verb = _verb_behind_share(tokens, number, start)
    if not verb or lowers[start - 1] == "from" or lowers[0] in ("a", "an"):
        return False
    subject = WORDS["set_by_decision"] | WORDS["tariffs"]
    priced = not subject.isdisjoint(lowers[:verb])
    if planned and lowers[verb] in WORDS["resulting"] | WORDS["taking"]:
        planned = not WORDS["steps"].isdisjoint(lowers[:verb])
    if not (planned or _is_decision(text, priced)) or (at == 0 and not priced and verb > 0):
        return False
    if lowers[verb] in _MOVES:
        summed = number.kind in ("money", "percentage") and _OUTCOMES.isdisjoint(lowers[:verb])
        moved = priced or (_is_budget(text) and summed)
        return moved and number.kind != "duration"
    if number.kind is None:
        # "Gets eleven more wardens and six vans": what is added to what there is.
        return not _ADDED.isdisjoint(lowers[verb : number.stop + 1])
    if number.kind == "percentage" and lowers[number.stop : number.stop + 1] == ["of"]:
        return False  # "old pumps waste 12% of the water"
    return number.kind in ("money", "percentage", "ratio")


def _is_lasting(lowers: list[str]) -> bool:
    """Whether a word tells what is so already or as a rule: "now", "on average"."""
    return any(
        lower in WORDS["lasting_words"]
        and (lower != "average" or lowers[max(0, at - 1)] in ("an", "on"))
        for at, lower in enumerate(lowers)
    )


def _verb_before(tokens: Tokens, start: int) -> int | None:
    """The verb of giving before a number, with no other clause and no past between."""
    for at in range(start - 1, max(-1, start - _REACH), -1):
        lower, tag = tokens.lowers[at], tokens.tags[at]
        if lower in WORDS["granting"] and tag != "D":
            told = at and tokens.tags[at - 1] not in "ADPJR" and tokens.lowers[at - 1] != "to"
            return at if told and (lower not in _MOVES or _is_move(tokens, at)) else None
        if (
            lower in _SET_BESIDE
            or (tag in "AR" and lower != "that")
            or lower in (";", ":")
            or lower in _QUOTES
        ):
            return None
        if tag in "VEv" and is_finite(tokens, at):
            return None
    return None


def _is_move(tokens: Tokens, verb: int) -> bool:
    """Whether a word is the verb of its subject and no noun: "rents rise by", "fares go up"."""
    before = verb - 1
    while before > 0 and tokens.tags[before] == "B":
        before -= 1
    if not tokens.lowers[verb].endswith("s") and tokens.lowers[before][-1:] != "s":
        return False
    lower, tag = tokens.lowers[verb + 1], tokens.tags[verb + 1]
    return tag in "MB." or lower in WORDS["move_links"]


def _verb_behind_share(tokens: Tokens, number: Number, start: int) -> int | None:
    """The verb of who is told of with his share: "Rowing, with €1.2m, overtakes boxing"."""
    lowers, tags = tokens.lowers, tokens.tags
    if start < 2 or lowers[start - 2 : start] != [",", "with"] or number.kind != "money":
        return None
    if lowers[number.stop : number.stop + 1] != [","]:
        return None
    verb = number.stop + 1
    return verb if tags[verb : verb + 1] in (["v"], ["N"]) and lowers[verb].endswith("s") else None


def _is_budget(text: str) -> bool:
    return any(name in text[:_OPENING].lower() for name in _BUDGETS)


def _is_decision(text: str, priced: bool) -> bool:
    """Whether a text opens with a decision on money that is being taken or has just been told."""
    opening = text[:_OPENING].lower()
    words = set(_WORD.findall(opening))
    if WORDS["budget_steps"].isdisjoint(words):
        return False
    if any(name in opening for name in _BUDGETS) or not WORDS["shared_out"].isdisjoint(words):
        return True
    return priced and not WORDS["set_by_decision"].isdisjoint(words)
