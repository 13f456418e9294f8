"""What is not a figure: numbers that name, refer, address, date or describe who is meant."""

from __future__ import annotations

from figtrail.extraction.labels.ages import continues_age
from figtrail.extraction.labels.exchanges import is_exchanged
from figtrail.extraction.labels.furniture import is_furniture
from figtrail.extraction.labels.ladders import (
    ANY,
    MONEY,
    PLAIN,
    SPOKEN,
    TIMED,
    Rule,
)
from figtrail.extraction.labels.names import is_address
from figtrail.extraction.labels.numbered import continues_several, is_of_one
from figtrail.extraction.labels.references import continues_label, follows_label
from figtrail.extraction.labels.sayings import find_sayings
from figtrail.extraction.labels.sport import is_listed, is_listing
from figtrail.extraction.labels.telephones import find_telephones
from figtrail.extraction.labels.types import (
    is_hyphen_type,
    is_kind_of_flood,
    is_seat,
    is_suspended,
    touches_letters,
)
from figtrail.extraction.labels.weighing import weigh_numbers
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import Ladder
from figtrail.extraction.tokens import Tokens


def find_labels(tokens: Tokens, numbers: list[Number]) -> list[bool]:
    """Say of each number of a sentence whether it is a label rather than a figure."""
    return weigh_numbers(tokens, numbers, tell_labels(tokens, numbers))


def tell_labels(tokens: Tokens, numbers: list[Number]) -> list[bool]:
    """Say of each number of a sentence whether a rule tells that it is a label."""
    if is_furniture(tokens):
        return [True] * len(numbers)
    labels: list[bool] = []
    named = [*find_telephones(tokens.text), *find_sayings(tokens)]
    for at, number in enumerate(numbers):
        label = _is_label(tokens, number) or (is_listing(tokens) and is_listed(tokens, number))
        if not label and at + 1 < len(numbers) and is_suspended(tokens, number):
            label = is_hyphen_type(tokens, numbers[at + 1])
        if named and _stands_in(number, named):
            label = True
        if not label and at + 1 < len(numbers):
            label = is_exchanged(tokens, number, numbers[at + 1])
        if not label and at and labels[at - 1]:
            label = any(
                continues(tokens, numbers[at - 1], number)
                for continues in (continues_label, continues_age, continues_several)
            )
        if not label and at:
            label = _says_again(tokens, numbers[at - 1], number)
        labels.append(label)
    return labels


def _says_again(tokens: Tokens, before: Number, number: Number) -> bool:
    """Whether brackets only write a number in the other way: "2 (two) new posts"."""
    if number.first != before.stop + 1 or tokens.words[before.stop] != "(":
        return False
    alike = number.value == before.value and {number.form, before.form} == {"digits", "words"}
    return alike and tokens.words[number.stop : number.stop + 1] == [")"]


def _stands_in(number: Number, spans: list[tuple[int, int]]) -> bool:
    """Whether a number stands in what is no figure, of which the character bounds are given."""
    return any(start < number.end and number.start < end for start, end in spans)


def _is_label(tokens: Tokens, number: Number) -> bool:
    if _tells_any(SPOKEN, tokens, number):
        return True
    if number.form in ("multiple", "fraction", "proportion"):
        return is_kind_of_flood(tokens, number)
    if touches_letters(tokens, number):
        return True
    plain = number.currency is None and number.scale is None
    if number.currency is not None and number.scale is None and _tells_any(MONEY, tokens, number):
        return True
    if number.kind == "duration" and _tells_any(TIMED, tokens, number):
        return True
    if _tells_any(ANY, tokens, number):
        return True
    if not plain and number.currency is None and number.stop == number.first + 2:
        # "Rule 10b": the letter that would be a scale belongs to the reference.
        return len(tokens.words[number.first + 1]) == 1 and (
            follows_label(tokens, number) or is_of_one(tokens, number) or is_address(tokens, number)
        )
    if not plain or number.unit_inside:
        return is_seat(tokens, number)
    return _tells_any(PLAIN, tokens, number)


def _tells_any(rules: Ladder[Rule], tokens: Tokens, number: Number) -> bool:
    """Whether any of the rules tells that a number is a label."""
    for tells in rules.allowed_by(tokens):  # noqa: SIM110 (a generator takes twice as long)
        if tells(tokens, number):
            return True
    return False
