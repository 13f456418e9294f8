"""Factors: "doubled", "twice as many", "sevenfold", "halved"."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.lexicon import read_pairs, read_sections
from figtrail.extraction.nouns import is_plural
from figtrail.extraction.numbers.number import ONE, Number, make_number
from figtrail.extraction.tokens import HYPHENS, Tokens

MULTIPLES = {word: Decimal(value) for word, value in read_pairs("numbers.txt", "multiples").items()}
HALVINGS = frozenset(read_pairs("numbers.txt", "halvings"))


_AFTER_MULTIPLIED = frozenset("the its to their every in from".split())
# In place of a change where the word is no multiple.
_NO_MULTIPLE = "no multiple"


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
    if lower in ("twice", "thrice"):
        based = following in _AFTER_TWICE or _has_base(tokens, at + 1)
        change = None if based else _NO_MULTIPLE
    elif lower in ("double", "treble", "triple", "quadruple"):
        change = _double(tokens, at, before, following)
    elif lower.endswith("fold"):
        change = "increase" if following in ("increase", "rise") else None
    else:
        change = "increase" if _multiplies(tokens, at, following) else _NO_MULTIPLE
    if change == _NO_MULTIPLE:
        return None
    return make_number(
        tokens,
        at,
        at + 1,
        MULTIPLES[lower],
        "multiple",
        unit="times",
        kind="ratio",
        change=change,
    )


def _has_base(tokens: Tokens, at: int) -> bool:
    """Whether behind "twice" a name or a year has what is multiplied: "twice Hull's average"."""
    lowers = tokens.lowers
    owned = lowers[at : at + 1] != [] and lowers[at].endswith(("’s", "'s"))
    named = owned and tokens.words[at][0].isupper() and lowers[at - 2] in _EQUATING
    year = tokens.tags[at : at + 1] == ["M"] and len(lowers[at]) == 4
    return named or (year and lowers[at + 1 : at + 3] in (["'", "s"], ["’", "s"]))


def _double(tokens: Tokens, at: int, before: str, following: str) -> str | None:
    """What "double", "treble" and the like tell: a change, a level (None) or no multiple."""
    if _is_level(tokens, at):
        return None
    plural = at > 0 and tokens.tags[at - 1] == "N" and is_plural(before)
    if plural and following in _GROWN:
        return "increase"
    if at > 1 and tokens.tags[at - 1] == "N" and following in _GROWN and _is_seen(tokens, at):
        return "increase"
    verb = before in ("to", "will", "would", "could", "may", "might", "should", "than", "can")
    if following not in _AFTER_DOUBLE and not (verb and following not in _NOT_DOUBLE):
        return _NO_MULTIPLE
    if before in ("the", "a", "his", "her", "their"):
        return _NO_MULTIPLE
    return "increase" if verb and before != "than" and following not in _AFTER_DOUBLE else None


_GROWN = frozenset(("", "but", "and", "as", "in", "to", "from", "since", "on", "after", ".", ","))


def _is_seen(tokens: Tokens, at: int) -> bool:
    """Whether somebody sees it grow: "saw demand double in a year", not "saw a double in"."""
    seen = at - 1
    while seen > 0 and at - seen < 5 and tokens.tags[seen] in "NJ":
        seen -= 1
    return tokens.lowers[seen] in _SEEING


_SEEING = frozenset(read_sections("numbers.txt")["seeing"])


def _multiplies(tokens: Tokens, at: int, following: str) -> bool:
    """Whether a verb such as "doubled" tells how something grew: "doubled to 40", "has tripled"."""
    lasting = following == "over" and tokens.tags[at + 2 : at + 3] in (["D"], ["M"])
    if following in _NOT_DOUBLE and not lasting:
        return False
    if tokens.lowers[at] not in _MULTIPLIES or following in _AFTER_MULTIPLIED:
        return True
    return _is_ending(tokens, at) or _is_transitive(tokens, at)


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


def _is_level(tokens: Tokens, at: int) -> bool:
    """Whether what there was is "double" now: "now it's double"."""
    before = tokens.lowers[at - 1] if at else ""
    ends = at + 1 >= len(tokens.words) or tokens.lowers[at + 1] in _CLOSING
    copula = before in ("is", "was", "are", "were") or before.endswith(("it’s", "it's"))
    return ends and (copula or (before in ("almost", "nearly", "about") and at > 1))


def _is_ending(tokens: Tokens, at: int) -> bool:
    """Whether "doubles" ends a clause: "Hotel bill trebles", "Waiting list doubles as"."""
    if not at or tokens.tags[at - 1] not in "NJ" or tokens.lowers[at - 1] in _TENNIS:
        return False
    if tokens.lowers[at - 1].endswith(("’s", "'s")):
        return False
    following = tokens.lowers[at + 1] if at + 1 < len(tokens.words) else ""
    if following == "as":
        return at + 2 < len(tokens.words) and tokens.tags[at + 2] in "NJ"
    return following in _CLAUSE_ENDS


def _is_transitive(tokens: Tokens, at: int) -> bool:
    """Whether "doubles" is a verb with an object: "UN doubles drought appeal", not tennis."""
    if not at or at + 2 >= len(tokens.words) or tokens.tags[at - 1] != "N":
        return False
    if tokens.lowers[at - 1].endswith(("’s", "'s")) or tokens.lowers[at - 1] in ("mixed", "tennis"):
        return False
    return tokens.tags[at + 1] in "NJ" and tokens.lowers[at + 1] not in _MATCHES


_EQUATING = frozenset(read_sections("numbers.txt")["equating"])
_MULTIPLIES = frozenset(("doubles", "triples", "trebles", "quadruples", "quintuples"))
_CLOSING = frozenset((".", ",", ";", "!", "”", '"', ")"))
_CLAUSE_ENDS = frozenset(("", ".", "after", "amid", "despite", "since", "under", "within"))
_TENNIS = frozenset(read_sections("numbers.txt")["tennis"])
_MATCHES = frozenset(read_sections("numbers.txt")["matches"])
_AFTER_TWICE = frozenset(read_sections("numbers.txt")["after_twice"])
_AFTER_DOUBLE = frozenset(read_sections("numbers.txt")["after_double"])
_NOT_DOUBLE = frozenset(read_sections("numbers.txt")["not_double"])
