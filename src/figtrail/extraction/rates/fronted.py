"""Denominators that stand before: "for every 100 residents there are 1.9 cars"."""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.rates.denominators import CURRENCY_NOUNS, TIME, read_denominator, read_per
from figtrail.extraction.rates.rate import Rate
from figtrail.extraction.tokens import Tokens


def find_fronted(tokens: Tokens, numbers: list[Number]) -> dict[int, Rate]:
    """The denominators that stand before: "for every 100 residents there are 1.9 cars".

    By the index of the number that each belongs to, the next one; its own number is no figure.
    """
    fronted: dict[int, Rate] = {}
    for at, number in enumerate(numbers[:-1]):
        before = tokens.lowers[max(0, number.first - 2) : number.first]
        if before not in _FRONTED or not _opens(tokens, number.first - 2):
            continue
        rate = read_per(tokens, number.first - 2, number.first, numbers[at + 1], numbers)
        between = tokens.lowers[rate.stop : numbers[at + 1].first] if rate is not None else [";"]
        if rate is not None and not _ENDS.intersection(between):
            fronted[at + 1] = rate
    for at, number in enumerate(numbers[:-1]):
        if number.currency is not None and tokens.lowers[number.stop : number.stop + 1] == ["="]:
            # "$1 = 0.8614 pounds".
            fronted[at + 1] = Rate(number.currency, None, number.first, number.stop)
    fronted |= _find_in_subjects(tokens, numbers, fronted)
    for at in range(len(tokens.words) - 2):
        if tokens.lowers[at] not in ("for", "of", "in", "every", "each", "per") or not _opens(
            tokens, at
        ):
            continue
        rate = _read_fronted(tokens, at)
        index = next((i for i, one in enumerate(numbers) if one.first > at), None)
        if rate is not None and index is not None and index not in fronted:
            between = tokens.lowers[rate.stop : numbers[index].first]
            if not _ENDS.intersection(between) and _is_rated(numbers[index]):
                fronted[index] = rate
    return fronted


def _find_in_subjects(
    tokens: Tokens, numbers: list[Number], known: dict[int, Rate]
) -> dict[int, Rate]:
    """Denominators of what a verb gives its number: "cases per 100,000 people were 41".

    A number before "per" has its own: "41 cases per 100,000 people were found in 12 towns".
    """
    found: dict[int, Rate] = {}
    for at in range(len(tokens.words) - 2):
        if tokens.lowers[at] != "per" or tokens.tags[at + 1] != "M":
            continue
        clause = "".join(tokens.tags[:at]).rpartition(".")[2]
        beyond = [one for one in numbers if one.first > at + 1]
        if "M" in clause or not beyond:
            continue
        rate = read_per(tokens, at, at + 1, beyond[0], numbers)
        index = next((i for i, one in enumerate(numbers) if rate and one.first >= rate.stop), None)
        if rate is None or rate.quantity is None or index is None or index in known:
            continue
        tags = tokens.tags[rate.stop : numbers[index].first]
        told = any(tag in "AVvE" for tag in tags) and not {".", "M", "R"}.intersection(tags)
        # "Per 100,000 people, Hull had 61 deaths".
        told = told or (at == 0 and tokens.lowers[rate.stop : rate.stop + 1] == [","])
        if told and numbers[index].kind is None and numbers[index].out_of is None:
            found[index] = rate
    return found


_FRONTED = (["for", "every"], ["in", "every"], ["of", "every"], ["for", "each"])


def _is_rated(number: Number) -> bool:
    return number.kind in (None, "money", "measurement", "duration") and number.form != "fraction"


def _read_fronted(tokens: Tokens, at: int) -> Rate | None:
    """Read "Every week …" and "For each patient treated, …" where no number follows at once."""
    lowers = tokens.lowers
    if lowers[at] in ("of", "in"):
        # "Of every rupee that it earns, 38 paise goes on pay".
        spent = lowers[at + 1] in ("every", "each") and lowers[at + 2] in CURRENCY_NOUNS
        return Rate(CURRENCY_NOUNS[lowers[at + 2]], None, at, at + 3) if spent else None
    if lowers[at] == "for":
        if lowers[at + 1] not in ("every", "each") or tokens.tags[at + 2] not in "NJ":
            return None
        per = read_denominator(tokens, at + 2)
        return Rate(per, None, at, at + 3) if per is not None else None
    if lowers[at] == "per":
        per = read_denominator(tokens, at + 1) if lowers[at + 2] == "," else None
        return Rate(per, None, at, at + 2) if per is not None else None
    if lowers[at + 1] in TIME:
        return Rate(TIME[lowers[at + 1]], None, at, at + 2)
    return None


def _opens(tokens: Tokens, at: int) -> bool:
    """Whether a token starts its clause, or ends "out of every" at its start."""
    if at == 1 and tokens.lowers[0] == "out":
        return True
    return at == 0 or tokens.lowers[at - 1] in (
        ":",
        ";",
        ",",
        "“",
        '"',
        "–",
        "—",
        "and",
        "but",
        "that",
    )


# What ends the clause of a fronted denominator.
_ENDS = frozenset((";", ":", "and", "but", "while", "which", "who"))
