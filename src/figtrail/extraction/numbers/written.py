"""Digits written otherwise: powers of ten and thousands grouped by dots."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.numbers.forms import SIGNS, match_unit
from figtrail.extraction.numbers.number import ONE
from figtrail.extraction.tokens import Tokens
from figtrail.patterns import compile_late

_POWERS = frozenset("e E × x * · ⋅ ∙".split())
_MINUS = frozenset("-−⁻–‑‐")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_HIGH = frozenset("³⁴⁵⁶⁷⁸⁹")
_NORMALISED = compile_late(r"\d(?:\.\d+)?")


def read_power(tokens: Tokens, stop: int) -> tuple[Decimal, int]:
    """The factor of "× 10^6", "×10⁻³" and "e5" behind a number, and the token after it."""
    words = tokens.words
    if stop >= len(words) or words[stop] not in _POWERS:
        return ONE, stop
    if words[stop] in ("e", "E"):
        plain = words[stop] == "e" or _NORMALISED.fullmatch(words[stop - 1]) is not None
        exponent = read_exponent(tokens, stop + 1) if plain and _joins(tokens, stop) else None
    elif words[stop + 1 : stop + 2] == ["10"]:
        exponent = _read_raised(tokens, stop + 2) or _read_bracketed(tokens, stop + 2)
    else:
        exponent = None
    return (Decimal(10) ** exponent[0], exponent[1]) if exponent is not None else (ONE, stop)


def read_bare_power(tokens: Tokens, at: int) -> tuple[Decimal, int] | None:
    """The power of ten that a "10" opens by itself, and the token after it: "10^-5", "10⁶ cells".

    A small raised number without a sign may be a note's.
    """
    raised = tokens.words[at + 1 : at + 2]
    high = raised != [] and raised[0] in _HIGH and tokens.tags[at + 2 : at + 3] in (["N"], ["J"])
    low = raised == ["−"] and match_unit(tokens, at + 3) is not None
    if raised not in (["^"], ["⁻"]) and not (high or low):
        return None
    exponent = _read_raised(tokens, at + 1)
    return (Decimal(10) ** exponent[0], exponent[1]) if exponent is not None else None


def _read_raised(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The exponent behind a "10", and the token after it: "^6", "⁶", "-19" after "×"."""
    if at >= len(tokens.words):
        return None
    if tokens.words[at] == "^":
        return read_exponent(tokens, at + 1) if _joins(tokens, at) else None
    # A decimal digit without a sign would be the number's own.
    return read_exponent(tokens, at) if tokens.words[at][0] not in "0123456789" else None


def _read_bracketed(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The exponent in brackets behind "× 10", and the token after them: "10(6)", "10(-3)"."""
    if tokens.words[at : at + 1] != ["("] or not _joins(tokens, at):
        return None
    raised = read_exponent(tokens, at + 1)
    closed = raised is not None and tokens.words[raised[1] : raised[1] + 1] == [")"]
    return (raised[0], raised[1] + 1) if raised is not None and closed else None


def read_exponent(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """An exponent that stands close to the token before it, and the token after it."""
    words, stop = tokens.words, at
    negative = stop < len(words) and words[stop] in _MINUS
    stop += negative or words[stop : stop + 1] == ["+"]
    digits = ""
    while stop < len(words) and (digit := words[stop].translate(_SUPERSCRIPTS)).isdecimal():
        if not _joins(tokens, stop):
            break
        digits, stop = digits + digit, stop + 1
    if not 0 < len(digits) < 3 or not _joins(tokens, at):
        return None
    return -int(digits) if negative else int(digits), stop


def _joins(tokens: Tokens, at: int) -> bool:
    """Whether no blank stands before a token."""
    return tokens.starts[at] == tokens.ends[at - 1]


def read_raised_point(tokens: Tokens, at: int, value: Decimal) -> tuple[Decimal, int]:
    """The value of digits with those behind a raised point, and the token behind: "0·78".

    In front of a power of ten the dot multiplies: "2·10⁻³".
    """
    dot = at + 1
    if tokens.words[dot : dot + 1] != ["·"] or not tokens.words[at].isdecimal():
        return value, at + 1
    parts = tokens.words[dot + 1] if dot + 1 < len(tokens.words) else ""
    tight = _joins(tokens, dot) and parts.isdecimal() and _joins(tokens, dot + 1)
    if not tight or read_power(tokens, dot)[1] != dot:
        return value, at + 1
    return Decimal(f"{tokens.words[at]}.{parts}"), dot + 2


def past_uncertainty(tokens: Tokens, stop: int) -> int:
    """The token behind the digits in brackets that a decimal's last may be off by: "12.3(4) mm"."""
    words = tokens.words
    bracketed = words[stop : stop + 1] == ["("] and words[stop + 2 : stop + 3] == [")"]
    if not bracketed or "." not in words[stop - 1] or not words[stop + 1].isdecimal():
        return stop
    tight = _joins(tokens, stop) and _joins(tokens, stop + 1) and _joins(tokens, stop + 2)
    return stop + 3 if tight and len(words[stop + 1]) <= _UNCERTAIN else stop


_UNCERTAIN = 2
_DOT_GROUPS = compile_late(r"[1-9]\d{0,2}(?:\.\d{3}){2,}\Z")


def groups_by_dots(tokens: Tokens, at: int) -> bool:
    """Whether dots group the thousands of an amount: "1.500.000 euros"."""
    if _DOT_GROUPS.match(tokens.words[at]) is None:
        return False
    return tokens.words[at + 1 : at + 2] in _EUROS or (at > 0 and tokens.words[at - 1] in SIGNS)


_EUROS = (["euros"], ["euro"], ["EUR"], ["dollars"], ["pesos"], ["reais"])
