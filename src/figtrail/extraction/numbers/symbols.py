"""Letters that are symbols of units, and symbols that dots and powers go on with."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers.forms import UnitForm, match_symbol, match_unit
from figtrail.extraction.numbers.written import read_exponent
from figtrail.extraction.tokens import Tokens
from figtrail.patterns import compile_late

_WORDS = read_sections("numbers.txt")
_POWERED = frozenset(_WORDS["powered"])
_CAPACITY = frozenset(_WORDS["capacity"])
_CONCENTRATED = frozenset(_WORDS["concentrated"])
_SOLUTES = frozenset(_WORDS["solutes"])


def is_symbol(tokens: Tokens, at: int, style: str) -> bool:
    """Whether a letter behind a number is the symbol of a unit: "3.3 V at 20 mA", "2 L of acid".

    With a blank before it, it may be a grade or an initial in front of a noun ("5 A grades",
    "12 J. Smith"). Without one a `letter` is a unit's anywhere ("60W"), what is `spaced` nowhere
    ("Flat 5A", "the 90s"), and a `symbol` with what it measures ("2L of milk").
    """
    tight = tokens.starts[at] == tokens.ends[at - 1]
    following = tokens.tags[at + 1] if at + 1 < len(tokens.words) else ""
    if tight:
        filled = tokens.lowers[at + 1 : at + 2] == ["of"]
        bottled = following == "N" and tokens.words[at + 1].islower()
        held = tokens.words[at] == "L" and not _CAPACITY.isdisjoint(tokens.vocabulary)
        return style == "letter" or (style == "symbol" and (filled or bottled or held))
    figured = tokens.words[at - 1][0].isdigit() or tokens.words[at - 1] == ")"
    if not figured or _is_grade(tokens, at):
        return False
    if at > 1 and tokens.tags[at - 2] == "N" and tokens.words[at - 2][0].isupper():
        return False  # "Room 12 A"
    initial = tokens.words[at + 1 : at + 2] == ["."] and at + 2 < len(tokens.words)
    noun = following in ("N", "J") and not (_is_powered(tokens, at) or _goes_on(tokens, at))
    return not noun and not initial and not is_initial(tokens, at)


def _is_powered(tokens: Tokens, at: int) -> bool:
    """Whether what stands behind a symbol runs by it: "a 12 V battery", "1.5 T magnets"."""
    return tokens.lowers[at + 1] in _POWERED


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether another symbol with its power stands behind one: "401 W m−1 K−1"."""
    return is_inverse(tokens, at + 2)


def _is_grade(tokens: Tokens, at: int) -> bool:
    """Whether a letter is one of two: "4 A to D passes", "3 A and 2 B grades"."""
    ahead = tokens.words[at + 1 : at + 5]
    letters = any(len(word) == 1 and word.isupper() and word != tokens.words[at] for word in ahead)
    return ahead[:1] in (["to"], ["and"], ["or"], ["-"], ["–"]) and letters


def is_initial(tokens: Tokens, at: int) -> bool:
    """Whether a letter opens a name or a code ("9 F.C.", "4 C-130s") and is no degree sign."""
    return (
        at + 2 < len(tokens.words)
        and tokens.words[at + 1] in ("-", ".")
        and tokens.starts[at + 2] == tokens.ends[at + 1]
    )


def read_molar(tokens: Tokens, at: int) -> UnitForm | None:
    """An "M" or "N" for moles or equivalents per litre, by what is dissolved: "0.1 M HCl"."""
    if tokens.words[at] not in _MOLAR or at + 1 >= len(tokens.words):
        return None
    if tokens.starts[at] == tokens.ends[at - 1] or not tokens.words[at - 1][0].isdigit():
        return None
    formula = _FORMULA.fullmatch(tokens.words[at + 1]) is not None
    spoken = not _CONCENTRATED.isdisjoint(tokens.vocabulary)
    dissolved = formula or tokens.lowers[at + 1] in _SOLUTES
    return _MOLAR[tokens.words[at]] if dissolved or (spoken and tokens.words[at] == "M") else None


_MOLAR = {
    "M": UnitForm(("M",), "mole_per_litre", "measurement", "inside", Decimal(1)),
    "N": UnitForm(("N",), "equivalent_per_litre", "measurement", "inside", Decimal(1)),
}


# Two symbols of elements or more: "HCl", "NaOH", "CaCl".
_FORMULA = compile_late(r"(?:[A-Z][a-z]?){2,4}")


def multiply(tokens: Tokens, at: int, unit: UnitForm) -> UnitForm:
    """A unit with those that dots multiply it by: "6.6 × 10⁻³⁴ J·s", "12 kg·m²"."""
    dot = at + len(unit.tokens)
    if tokens.words[dot : dot + 1] not in _DOTS or tokens.starts[dot] > tokens.ends[dot - 1]:
        return unit
    other = match_symbol(tokens, dot + 1)
    if other is None or is_inverse(tokens, dot + 1 + len(other.tokens)):
        return unit
    words = (*unit.tokens, tokens.words[dot], *other.tokens)
    return unit._replace(unit=f"{unit.unit}_{other.unit}", tokens=words)


_DOTS = (["·"], ["⋅"], ["∙"])


def is_inverse(tokens: Tokens, stop: int) -> bool:
    """Whether a symbol that ends before `stop` has a negative power: "10^34 cm−2 s−1".

    A second end of a range is none: "from 5 m-8 m".
    """
    if stop + 1 >= len(tokens.words) or tokens.words[stop] not in _RAISING:
        return False
    raised = read_exponent(tokens, stop + (tokens.words[stop] == "^"))
    if raised is None or not -_HIGHEST <= raised[0] < 0:
        return False
    return match_unit(tokens, raised[1]) is None or tokens.words[raised[1] + 1 :][:1] != []


_RAISING = frozenset("-−⁻^–")
# No unit stands below the stroke to a higher power.
_HIGHEST = 3
