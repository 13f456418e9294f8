"""Which figures are sizes of a change, proved on one sentence a case."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import figtrail
from figtrail.extraction.changes import find_change
from figtrail.extraction.lexicon import read_rows, read_sections
from figtrail.extraction.numbers import find_numbers
from figtrail.extraction.quantities import read_quantities
from figtrail.extraction.tokens import tokenise

_CASES = [
    (change, *sentence.partition("[")[::2])
    for line in Path(__file__).with_name("changes_cases.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
    for change, sentence in [line.split(" | ", 1)]
]


@pytest.mark.parametrize(("change", "before", "marked"), _CASES)
def test_change_is_the_direction_that_the_words_tell(change: str, before: str, marked: str) -> None:
    """Each marked figure of the table has the change written before it."""
    quote, _, after = marked.partition("]")
    figures = figtrail.extract(before + quote + after)
    assert [
        figure.change
        for figure in figures
        if figure.char_start < len(before) + len(quote) and len(before) < figure.char_end
    ] == [None if change == "-" else change]


_WORDS = sorted(
    {form for (form,) in read_rows("changes.csv", "form")}
    | {word for words in read_sections("change_words.txt").values() for word in words}
    | {*"the a it council prices of to by in , . ( ) “ ” and".split()}
    | {"5%", "£3m", "1,200", "twice", "half", "two-year"}
)


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=14))
def test_any_order_of_the_words_has_a_change(words: list[str]) -> None:
    """However the words of the lexicon meet, each number gets one of the values of the column."""
    tokens = tokenise(" ".join(words))
    for reading in read_quantities(tokens, find_numbers(tokens), []):
        found = find_change(
            tokens, reading.number, reading.bound_start, reading.kind, reading.after
        )
        assert found in (None, "increase", "decrease")
