"""Whether "may" tells what a rule lets somebody do, or what may come about."""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.bounded import is_ceiling
from figtrail.extraction.statuses.clauses import verb_at
from figtrail.extraction.statuses.vocabulary import OUTCOMES, WORDS
from figtrail.extraction.tokens import Tokens

_DENYING = frozenset(("no", "not", "nobody", "none", "neither"))


def is_allowed(tokens: Tokens, modal: int, number: Number) -> bool:
    """Whether "may" tells the most that is allowed: "may stay up to", "no class may have more"."""
    if tokens.lowers[max(0, number.first - 3) : number.first] == ["no", "more", "than"]:
        return True
    if tokens.lowers[modal + 1 : modal + 3] == ["not", "exceed"]:
        return True
    if is_ceiling(tokens, number):
        return not _is_outcome(tokens, modal, number)
    more = tokens.lowers[number.first - 1 : number.first] == ["than"]
    near = tokens.lowers[max(0, modal - 4) : modal + 2]
    return more and not _DENYING.isdisjoint(near)


def _is_outcome(tokens: Tokens, modal: int, number: Number) -> bool:
    """Whether "may" before or behind "up to" tells what may come about: "may cost up to £4m".

    What people may do is allowed: "up to six may meet", "may stay up to 90 days".
    """
    verb = verb_at(tokens, modal + 1)
    if verb == "be":
        done = verb_at(tokens, tokens.lowers.index("be", modal) + 1)
        counted = number.stop <= modal and done not in WORDS["permitted"]
        return counted or done in OUTCOMES or done in WORDS["disrupted"]
    lasts = verb in ("take", "keep") and number.kind == "duration"
    return lasts or (verb in OUTCOMES and verb not in WORDS["permitted"])
