"""A percentage that is a rise of pay: asked for, offered or given."""

from __future__ import annotations

from figtrail.extraction.changes.vocabulary import CHANGE_NOUNS, LONG_SPANS, WORDS
from figtrail.extraction.tokens import Tokens
from figtrail.model import Change

_PAID = WORDS["paid"]
_ENDS = WORDS["pay_ends"]


def find_pay(tokens: Tokens, start: int, stop: int) -> Change | None:
    """Read "won 6% after asking for 10%" and "gives teachers 3% this year" as rises of pay."""
    lowers = tokens.lowers
    if not start or _PAID.isdisjoint(tokens.vocabulary):
        return None
    following = lowers[stop] if stop < len(lowers) else "."
    if following not in _ENDS:
        return None
    if following == "for" and not "".join(lowers[stop + 1 : stop + 2])[:1].isdigit():
        return None
    if following == "a" and lowers[stop + 1 : stop + 2] and lowers[stop + 1] not in LONG_SPANS:
        return None
    at = start - 1
    if at > 1 and lowers[at] == "of" and lowers[at - 1] in WORDS["bargains"]:
        return "increase" if lowers[at - 2] in ("pay", "wage", "salary") else None
    if lowers[at] == "for":
        at -= 2 if lowers[at - 1] in ("is", "was") else 1
    if lowers[at] in WORDS["demanding"] or lowers[at] in WORDS["giving"]:
        return "increase"
    if lowers[at] in _PAID and not WORDS["giving"].isdisjoint(lowers[max(0, at - 3) : at]):
        return "increase"
    return None


def is_demand(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether a percentage is asked for or offered, of whatever was told just before."""
    return CHANGE_NOUNS.keys().isdisjoint(tokens.vocabulary) and is_asked(tokens, start, stop)


def is_asked(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether a percentage is asked for or offered: "(the firm) had asked for 32%"."""
    lowers = tokens.lowers
    following = lowers[stop] if stop < len(lowers) else "."
    if following not in _ENDS:
        return False
    at = start - 2 if lowers[start - 1] == "for" else start - 1
    return at >= 0 and lowers[at] in WORDS["demanding"]
