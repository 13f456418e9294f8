"""The written forms of units and currencies, and matching them in a sentence."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from figtrail.extraction.lexicon import read_pairs, read_rows
from figtrail.extraction.tokens import Tokens, tokenise


class UnitForm(NamedTuple):
    """One way of writing a unit: its tokens, its code, and how it stands to the number."""

    tokens: tuple[str, ...]
    unit: str
    kind: str
    style: str


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


LETTER_SCALES = {
    word: Decimal(value) for word, value in read_pairs("numbers.txt", "letter_scales").items()
}
UNITS = _by_first(
    [
        UnitForm(tuple(tokenise(row["form"]).words), row["unit"], row["kind"], row["style"])
        for row in read_rows("units.csv")
    ]
)
_CURRENCIES = [
    CurrencyForm(
        tuple(tokenise(row["form"]).words),
        row["currency"] + ("?" if row["shared"] else ""),
        Decimal(row["factor"]),
        row["position"],
    )
    for row in read_rows("currencies.csv")
]
SIGNS = {"".join(form.tokens): form for form in _CURRENCIES if form.position in ("sign", "tight")}
MONEY_WORDS: dict[str, list[CurrencyForm]] = {}
for _form in sorted(_CURRENCIES, key=lambda form: -len(form.tokens)):
    if _form.position in ("word", "money_word", "tight_after"):
        MONEY_WORDS.setdefault(_form.tokens[0], []).append(_form)
ISO_4217 = frozenset(form.currency for form in _CURRENCIES if len(form.currency) == 3) | frozenset(
    "USD BGN RON ISK QAR KWD BHD OMR JOD EGP MAD TND".split()
)


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
        if size == 1 or tuple(words[at : at + size]) == form.tokens:
            return form
    return None
