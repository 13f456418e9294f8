"""Labels that no rule tells, by the signs around a number.

News has more kinds of labels than anybody writes rules for. Where no rule tells one, and nothing
measures the number, its signs are weighed: `build/weigh_labels.py` has made the weights of
label_weights.csv of what annotators marked as figures and as labels.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from figtrail.extraction.bounds import find_bound
from figtrail.extraction.labels.numbered import SIZED
from figtrail.extraction.labels.signs import Sign, find_head, read_signs
from figtrail.extraction.labels.telling import is_told
from figtrail.extraction.lexicon import read_rows
from figtrail.extraction.memo import once_a_sentence
from figtrail.extraction.nouns import is_people
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens

# Weights are hundredths of a logarithm of the odds that a number is a figure. These are odds of
# two to five: at even ones more figures are lost than the labels found are worth.
_LEAST = -90
_PLAIN = ("digits", "words", "range")
_EXACT = ("exact", "range")
# Behind these stands how much something comes to, or how many it is counted by.
_MEASURING = SIZED | {"per"}


def weigh_numbers(tokens: Tokens, numbers: Sequence[Number], labels: list[bool]) -> list[bool]:
    """Say of each number whether it is a label: by a rule, as `labels` has it, or by its signs."""
    if all(labels):
        return labels
    weights = _read_weights()
    weighed = list(labels)
    for at, label in enumerate(labels):
        if not label and is_weighable(tokens, numbers[at]) and not _is_said_again(numbers, at):
            odds = sum(weights.get(sign, 0) for sign in read_signs(tokens, numbers, labels, at))
            weighed[at] = odds < _LEAST
    return weighed


def is_weighable(tokens: Tokens, number: Number) -> bool:
    """Whether signs may say what a number is: nothing measures it, and words stand beside it.

    An amount, a share or a length is what its unit says, a cell what its table says; a part of one
    is measured, persons are counted, and so is what is compared: "around 12", "40 or more".
    """
    if number.form not in _PLAIN or number.signed or number.kind is not None:
        return False
    if number.currency is not None or number.scale is not None or 0 < abs(number.value) < 1:
        return False
    if number.first and tokens.lowers[number.first - 1] in _MEASURING:
        return False
    if is_told(tokens, number):
        return False
    bound, start = find_bound(tokens, number, number.stop)
    compared = start < number.first or bound not in _EXACT
    return not compared and _holds_words(tokens) and not is_people(find_head(tokens, number))


def _is_said_again(numbers: Sequence[Number], at: int) -> bool:
    """Whether brackets write a number once more: "2 (two) new posts"."""
    return at + 1 < len(numbers) and (
        numbers[at + 1].first == numbers[at].stop + 1 and numbers[at + 1].value == numbers[at].value
    )


@once_a_sentence
def _holds_words(tokens: Tokens) -> bool:
    """Whether a sentence has more than numbers and signs."""
    return any(tag not in "M." for tag in tokens.tags)


@cache
def _read_weights() -> dict[Sign, int]:
    rows = read_rows("label_weights.csv", "sign", "word", "weight")
    return {(sign, word): int(weight) for sign, word, weight in rows}
