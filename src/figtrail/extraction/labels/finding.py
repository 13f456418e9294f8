"""What is not a figure: numbers that name, refer, address, date or describe who is meant."""

from __future__ import annotations

from figtrail.extraction.labels.ages import (
    continues_age,
    describes_age,
    is_age,
    is_span_of_ages,
)
from figtrail.extraction.labels.exchanges import is_exchanged
from figtrail.extraction.labels.innings import is_innings
from figtrail.extraction.labels.names import (
    is_address,
    is_block,
    is_named,
    is_numbering,
)
from figtrail.extraction.labels.references import continues_label, follows_label
from figtrail.extraction.labels.scores import is_goals_and_behinds, is_score_line
from figtrail.extraction.labels.telephones import find_telephones, is_dialled
from figtrail.extraction.labels.times import (
    is_clock,
    is_day_of_month,
    is_nth_in,
    is_offset,
    is_race,
)
from figtrail.extraction.labels.types import (
    is_dwelling_type,
    is_grade,
    is_hyphen_type,
    is_kind_of_flood,
    is_seat,
    is_stretch,
    is_suspended,
    touches_letters,
)
from figtrail.extraction.labels.years import is_year
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens


def find_labels(tokens: Tokens, numbers: list[Number]) -> list[bool]:
    """Say of each number of a sentence whether it is a label rather than a figure."""
    labels: list[bool] = []
    telephones = find_telephones(tokens.text)
    for at, number in enumerate(numbers):
        label = _is_label(tokens, number)
        if not label and is_suspended(tokens, number) and at + 1 < len(numbers):
            label = is_hyphen_type(tokens, numbers[at + 1])
        if any(start < number.end and number.start < end for start, end in telephones):
            label = True
        if not label and at + 1 < len(numbers):
            label = is_exchanged(tokens, number, numbers[at + 1])
        if not label and at and labels[at - 1]:
            label = continues_label(tokens, numbers[at - 1], number) or continues_age(
                tokens, numbers[at - 1], number
            )
        labels.append(label)
    return labels


def _is_label(tokens: Tokens, number: Number) -> bool:
    if number.form in ("multiple", "fraction", "proportion"):
        return is_kind_of_flood(tokens, number)
    if touches_letters(tokens, number):
        return True
    plain = number.currency is None and number.scale is None
    if (
        is_offset(tokens, number)
        or is_age(tokens, number)
        or is_span_of_ages(tokens, number)
        or is_hyphen_type(tokens, number)
        or is_dwelling_type(tokens, number)
        or is_race(tokens, number)
        or is_stretch(tokens, number)
        or is_grade(tokens, number)
    ):
        return True
    if not plain and number.currency is None and number.stop == number.first + 2:
        # "Rule 10b": the letter that would be a scale belongs to the reference.
        return len(tokens.words[number.first + 1]) == 1 and follows_label(tokens, number)
    if not plain or number.unit_inside:
        return is_seat(tokens, number)
    return (
        follows_label(tokens, number)
        or is_clock(tokens, number)
        or describes_age(tokens, number)
        or is_nth_in(tokens, number)
        or is_year(tokens, number)
        or is_day_of_month(tokens, number)
        or is_block(tokens, number)
        or is_address(tokens, number)
        or is_numbering(tokens, number)
        or is_dialled(tokens, number)
        or is_named(tokens, number)
        or is_score_line(tokens, number)
        or is_innings(tokens, number)
        or is_goals_and_behinds(tokens, number)
    )
