"""Factors: "doubled", "twice as many", "sevenfold", "halved"."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.lexicon import read_pairs, read_sections
from figtrail.extraction.nouns import is_plural
from figtrail.extraction.numbers.number import ONE, Number, make_number
from figtrail.extraction.tokens import HYPHENS, Tokens

MULTIPLES = {word: Decimal(value) for word, value in read_pairs("numbers.txt", "multiples").items()}
HALVINGS = frozenset(read_pairs("numbers.txt", "halvings"))


def read_multiple(tokens: Tokens, at: int) -> Number | None:
    """Read "doubled", "twice as many", "halved" as a factor in `times` or a share of one half."""
    lowers = tokens.lowers
    lower = lowers[at]
    following = lowers[at + 1] if at + 1 < len(lowers) else ""
    before = lowers[at - 1] if at else ""
    if lower in HALVINGS:
        if (lower == "halves" and not _is_halving(tokens, at)) or following in HYPHENS:
            return None
        return make_number(
            tokens, at, at + 1, ONE, "fraction", out_of=Decimal(2), change="decrease"
        )
    value = MULTIPLES[lower]
    change: str | None = None
    if lower in ("twice", "thrice"):
        if following not in _AFTER_TWICE:
            return None
    elif lower in ("double", "treble", "triple", "quadruple"):
        plural = at > 0 and tokens.tags[at - 1] == "N" and is_plural(before)
        if plural and (following in ("", "but", "and", "as", "in", "to", "on", "after", ".", ",")):
            return make_number(
                tokens, at, at + 1, value, "multiple", unit="times", kind="ratio", change="increase"
            )
        verb = before in ("to", "will", "would", "could", "may", "might", "should", "than", "can")
        if following not in _AFTER_DOUBLE and not (verb and following not in _NOT_DOUBLE):
            return None
        if verb and before != "than" and following not in _MULTIPLE_OF:
            change = "increase"
        if before in ("the", "a", "his", "her", "their"):
            return None
    elif lower.endswith("fold"):
        if following == "increase" or following == "rise":
            change = "increase"
    else:
        if following in _NOT_DOUBLE or (
            lower in ("doubles", "triples")
            and following
            not in (
                "the",
                "its",
                "to",
                "their",
                "every",
                "in",
                "from",
            )
            and not _is_transitive(tokens, at)
        ):
            return None
        change = "increase"
    return make_number(
        tokens, at, at + 1, value, "multiple", unit="times", kind="ratio", change=change
    )


def _is_halving(tokens: Tokens, at: int) -> bool:
    """Whether "halves" is a verb: "as overseas intake halves", not "both halves"."""
    if not at or tokens.tags[at - 1] != "N" or is_plural(tokens.lowers[at - 1]):
        return False
    if tokens.lowers[at - 1].endswith(("’s", "'s", "-half")) or tokens.words[at][0].isupper():
        return False
    following = tokens.lowers[at + 1] if at + 1 < len(tokens.words) else "."
    return following not in ("of", "and", "were", "are") and (
        at + 1 == len(tokens.words) or tokens.tags[at + 1] in ".PDR"
    )


def _is_transitive(tokens: Tokens, at: int) -> bool:
    """Whether "doubles" is a verb with an object: "UN doubles drought appeal", not tennis."""
    if not at or at + 2 >= len(tokens.words) or tokens.tags[at - 1] != "N":
        return False
    if tokens.lowers[at - 1].endswith(("’s", "'s")) or tokens.lowers[at - 1] in ("mixed", "tennis"):
        return False
    return tokens.tags[at + 1] in "NJ" and tokens.lowers[at + 1] not in _MATCHES


_MATCHES = frozenset(read_sections("numbers.txt")["matches"])
_MULTIPLE_OF = frozenset("the that what as those its their last".split())
_AFTER_TWICE = frozenset(read_sections("numbers.txt")["after_twice"])
_AFTER_DOUBLE = frozenset("the that what as those its their last".split())
_NOT_DOUBLE = frozenset(read_sections("numbers.txt")["not_double"])
