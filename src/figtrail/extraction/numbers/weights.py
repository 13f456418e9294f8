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
    if _is_output(tokens, first):
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
    return lowers[after : after + 1] in (["heavier"], ["lighter"], ["overweight"])


def _is_output(tokens: Tokens, first: int) -> bool:
    """Whether so much of a metal or a crop is made: "copper output of 413-million pounds"."""
    lowers = tokens.lowers
    before = lowers[:first]
    made = not _MADE.isdisjoint(before) and not _WEIGHED.isdisjoint(before)
    return made and _PRICED.isdisjoint(lowers) and not any(word[-1] in "£$" for word in lowers)


_MADE = frozenset("output production shipments harvest catch landings inventories yield".split())
_PRICED = frozenset("cost costs worth profit profits paid price sales revenue value".split())


def _last_noun(tokens: Tokens, at: int) -> str | None:
    """The head of the nouns that start at a token, or None."""
    stop = at
    while stop < len(tokens.words) and tokens.tags[stop] in "NJ":
        stop += 1
    return tokens.lowers[stop - 1] if stop > at and tokens.tags[stop - 1] == "N" else None
