"""Whether pounds are those of a scale and no money: "2,400 pounds of flour", "a 500-pound bear"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.tokens import HYPHENS, Tokens

_WORDS = read_sections("numbers.txt")
_WEIGHING = frozenset(_WORDS["weighing"])
_WEIGHED = frozenset(_WORDS["weighed"])
_PAID = frozenset(_WORDS["paid_in_pounds"])
# How many tokens before its weight the verb is looked for.
_NEAR = 5


def is_weight(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether the pounds behind a number that ends before token `stop` are a weight.

    It is where something that is weighed is so many pounds of it, where a verb weighs it, or where
    a hyphen ties the weight to a noun that isn't money. `first` is the number's first token.
    """
    lowers = tokens.lowers
    hyphened = lowers[stop : stop + 1] != [] and lowers[stop] in HYPHENS
    at = stop + hyphened
    if lowers[at : at + 1] not in (["pounds"], ["pound"]):
        return False
    if not _WEIGHING.isdisjoint(lowers[max(0, first - _NEAR) : first]):
        return True
    after = at + 1
    if hyphened:
        # A scale that no hyphen ties is one of money: "a 5 million-pound house".
        sized = tokens.starts[stop] == tokens.ends[stop - 1] and tokens.tags[stop - 1] == "M"
        noun = _last_noun(tokens, after)
        scaled = lowers[stop - 1] in ("million", "billion", "m", "bn", "k")
        return sized and not scaled and noun is not None and noun not in _PAID
    if lowers[after : after + 1] == ["of"]:
        goods = after + 1
        while goods < len(tokens.words) and tokens.tags[goods] in "DJEGVN":
            if lowers[goods] in _WEIGHED:
                return True
            goods += 1
        return False
    if _is_produced(lowers, first):
        return True
    return lowers[after : after + 1] in (["heavier"], ["lighter"], ["overweight"])


def _is_produced(lowers: list[str], first: int) -> bool:
    """Whether goods that are weighed are brought forth: "copper output of 413 million pounds"."""
    goods = not _WEIGHED.isdisjoint(lowers[:first]) and not _PRODUCED.isdisjoint(lowers[:first])
    return goods and _PRICED.isdisjoint(lowers) and not any(word[-1] in "£$" for word in lowers)


_PRODUCED = frozenset(_WORDS["produced"])
_PRICED = frozenset(_WORDS["priced"])


def _last_noun(tokens: Tokens, at: int) -> str | None:
    """The head of the nouns that start at a token, or None."""
    stop = at
    while stop < len(tokens.words) and tokens.tags[stop] in "NJ":
        stop += 1
    return tokens.lowers[stop - 1] if stop > at and tokens.tags[stop - 1] == "N" else None
