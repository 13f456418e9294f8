"""The written forms of units and currencies, and matching them in a sentence."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from figtrail.extraction.lexicon import read_pairs, read_rows, read_sections
from figtrail.extraction.tokens import HYPHENS, Tokens, split_words


class UnitForm(NamedTuple):
    """One way of writing a unit: its tokens, its code, how it stands to the number, its factor."""

    tokens: tuple[str, ...]
    unit: str
    kind: str
    style: str
    factor: Decimal


class CurrencyForm(NamedTuple):
    """One way of writing a currency; `currency` ends in "?" where several share the form ("$")."""

    tokens: tuple[str, ...]
    currency: str
    factor: Decimal
    position: str


def _by_first(forms: list[UnitForm]) -> dict[str, list[UnitForm]]:
    index: dict[str, list[UnitForm]] = {}
    for form in sorted(forms, key=lambda form: -len(form.tokens)):
        index.setdefault(form.tokens[0], []).append(form)
    return index


def _invert(form: UnitForm) -> list[UnitForm]:
    """The forms of one with a slash that have a negative power: "mg L-1", "m s⁻¹" of "mg/L"."""
    over, _, under = form.tokens
    digit = {"2": "2", "3": "3", "²": "2", "³": "3"}.get(under[-1], "1")
    symbol = under.rstrip("23²³")
    raised = (("-", digit), ("−", digit), ("⁻", "¹²³"[int(digit) - 1]))
    return [UnitForm((over, symbol, *power), *form[1:]) for power in raised]


LETTER_SCALES = {
    word: Decimal(value) for word, value in read_pairs("numbers.txt", "letter_scales").items()
}
_FORMS = [
    UnitForm(tuple(split_words(form)), unit, kind, style, Decimal(factor))
    for form, unit, kind, style, factor in read_rows(
        "units.csv", "form", "unit", "kind", "style", "factor"
    )
]
_SLASHED = [form for form in _FORMS if len(form.tokens) == 3 and form.tokens[1] == "/"]
UNITS = _by_first(_FORMS + [inverted for form in _SLASHED for inverted in _invert(form)])
SQUARED = frozenset(form.unit for form in _FORMS if form.unit.startswith(("square_", "cubic_")))
_CURRENCIES = [
    CurrencyForm(
        tuple(split_words(form)), currency + ("?" if shared else ""), Decimal(factor), position
    )
    for form, currency, factor, position, shared in read_rows(
        "currencies.csv", "form", "currency", "factor", "position", "shared"
    )
]
SIGNS = {"".join(form.tokens): form for form in _CURRENCIES if form.position in ("sign", "tight")}
MONEY_WORDS: dict[str, list[CurrencyForm]] = {}
for _form in sorted(_CURRENCIES, key=lambda form: -len(form.tokens)):
    if _form.position in ("word", "money_word", "tight_after"):
        MONEY_WORDS.setdefault(_form.tokens[0], []).append(_form)
ISO_4217 = frozenset(form.currency for form in _CURRENCIES if len(form.currency) == 3)


_WHOLE = frozenset(read_sections("numbers.txt")["whole_units"])
_TAKEN = frozenset(("duration", "measurement", "percentage"))


def find_unit_start(tokens: Tokens, stop: int) -> int:
    """The token at which the unit of a number that ends at `stop` would start.

    A hyphen may stand before it, or what says that units are whole or more: "two more weeks".
    """
    if stop + 1 >= len(tokens.words):
        return stop
    lower = tokens.lowers[stop]
    if lower in HYPHENS:
        return stop + 1 + (tokens.lowers[stop + 1] == "odd")
    if lower == "+" and tokens.starts[stop] == tokens.ends[stop - 1]:
        return stop + 1
    if lower in _WHOLE:
        form = match_unit(tokens, stop + 1)
        if form is not None and form.kind in _TAKEN and tokens.lowers[stop + 1].endswith(_PLURALS):
            return stop + 1
    return stop


_PLURALS = ("s", "feet")


def match_unit(tokens: Tokens, at: int) -> UnitForm | None:
    """The longest written form of a unit that starts at token `at`, if any token does."""
    words, lowers = tokens.words, tokens.lowers
    if at >= len(words):
        return None
    forms = UNITS.get(words[at])
    if forms is None and words[at] != lowers[at]:
        forms = UNITS.get(lowers[at])
        if forms is None or len(lowers[at]) < 4:
            return None
        words = lowers
    if forms is None:
        return None
    for form in forms:
        size = len(form.tokens)
        if size == 1:
            return None if _names_model(tokens, at) else form
        whole = tuple(words[at : at + size]) == form.tokens and _is_whole(tokens, at + size - 1)
        if whole and not _is_raised(tokens, at + size):
            return form
    return None


def _names_model(tokens: Tokens, at: int) -> bool:
    """Whether a capital begins the name of a model and is no symbol: "96 K9A1", "30 C-130s"."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    if len(words[at]) > 1 or not words[at].isupper() or at + 1 >= len(words):
        return False
    following = at + 1 + (words[at + 1] in HYPHENS)
    if following >= len(words) or starts[at + 1] != ends[at] or not words[following].isdecimal():
        return False
    return starts[following] == ends[following - 1]


def _is_raised(tokens: Tokens, stop: int) -> bool:
    """Whether the last symbol before a token has a power of its own: "5 N m^-2"."""
    if tokens.words[stop : stop + 1] not in _RAISING or tokens.words[stop - 1].isdecimal():
        return False
    return tokens.starts[stop] == tokens.ends[stop - 1] and tokens.words[stop - 1][0].islower()


_RAISING = (["^"], ["⁻"], ["−"])


def _is_whole(tokens: Tokens, last: int) -> bool:
    """Whether a power touches what it raises: "30 m3", not "scored 5 in 2 games"."""
    raised = tokens.words[last].isdecimal()
    return not raised or tokens.starts[last] == tokens.ends[last - 1]


def match_symbol(tokens: Tokens, at: int) -> UnitForm | None:
    """The unit that starts at a token, with the power that its symbol has: "cm^2", "ft³", "s2".

    Powers that are written as usual have forms of their own; a raised unit without one is named
    after the unit that is raised.
    """
    form = match_unit(tokens, at)
    if form is None and at < len(tokens.words) and tokens.words[at][-1] in _RAISED:
        bare = UNITS.get(tokens.words[at][:-1], ())
        form = next((one for one in bare if len(one.tokens) == 1), None)
        return form and _raise(form, _RAISED[tokens.words[at][-1]], form.tokens)
    if form is None or form.style == "outside" or form.tokens[-1][-1] in _RAISED:
        return form
    stop = at + len(form.tokens)
    hat = tokens.words[stop : stop + 1] == ["^"]
    power = tokens.words[stop + hat] if stop + hat < len(tokens.words) else ""
    tight = power in _RAISED and tokens.starts[stop + hat] == tokens.ends[stop - 1] + hat
    apart = stop + hat + 1 >= len(tokens.words) or tokens.tags[stop + hat + 1] != "M"
    if not (tight and apart):
        return form
    return _raise(form, _RAISED[power], (*form.tokens, *tokens.words[stop : stop + hat + 1]))


_RAISED = {"2": "square", "3": "cubic", "²": "square", "³": "cubic"}


def _raise(form: UnitForm, power: str, tokens: tuple[str, ...]) -> UnitForm:
    return form._replace(unit=f"{power}_{form.unit}", tokens=tokens, style="inside")


def find_factor(written: UnitForm, value: Decimal, scale: Decimal | None) -> Decimal | None:
    """The factor of a unit; None where the number doesn't tell it.

    "MT" is metric tons behind many ("5,000 MT", "12 lakh MT") and million tonnes behind a broken
    number ("10.12 MT"); "50 MT" may be either.
    """
    if written.style != "tonnage":
        return written.factor
    if scale is not None or value >= _MANY:
        return Decimal(1)
    return _MILLION if value != int(value) else None


_MANY = 1000
_MILLION = Decimal(1_000_000)
