"""Which figures are sizes of a change, proved on one sentence a case."""

from __future__ import annotations

from pathlib import Path

import pytest

import figtrail

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
