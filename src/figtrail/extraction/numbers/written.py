"""Digits written otherwise: powers of ten and thousands grouped by dots."""

from __future__ import annotations

import re
from decimal import Decimal

from figtrail.extraction.numbers.forms import SIGNS
from figtrail.extraction.numbers.number import ONE
from figtrail.extraction.tokens import Tokens

_POWERS = frozenset(("e", "×", "x", "*"))


def read_power(tokens: Tokens, stop: int) -> tuple[Decimal, int]:
    """The factor of "× 10^6" and "e5" behind a number, and the token after it."""
    words = tokens.words
    if stop >= len(words) or words[stop] not in _POWERS:
        return ONE, stop
    ahead = words[stop : stop + 5]
    if ahead[:1] == ["e"] and len(ahead) > 1 and ahead[1].isdecimal() and len(ahead[1]) < 3:
        tight = tokens.starts[stop] == tokens.ends[stop - 1]
        if tight and tokens.starts[stop + 1] == tokens.ends[stop]:
            return Decimal(10) ** int(ahead[1]), stop + 2
    if len(ahead) > 3 and ahead[0] != "e" and ahead[1:3] == ["10", "^"]:
        negative = ahead[3] in ("-", "−")
        digits = ahead[4] if negative and len(ahead) > 4 else ahead[3]
        # A superscript is a digit, but no decimal one.
        if digits.isdecimal() and len(digits) < 3:
            return Decimal(10) ** (-int(digits) if negative else int(digits)), stop + 4 + negative
    return ONE, stop


_DOT_GROUPS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){2,}\Z")


def groups_by_dots(tokens: Tokens, at: int) -> bool:
    """Whether dots group the thousands of an amount: "1.500.000 euros"."""
    if _DOT_GROUPS.match(tokens.words[at]) is None:
        return False
    return tokens.words[at + 1 : at + 2] in _EUROS or (at > 0 and tokens.words[at - 1] in SIGNS)


_EUROS = (["euros"], ["euro"], ["EUR"], ["dollars"], ["pesos"], ["reais"])
