"""The status of a figure, proved on one sentence a case."""

from __future__ import annotations

from pathlib import Path

import pytest

import figtrail

_CASES = [
    (status, *sentence.partition("[")[::2])
    for line in Path(__file__).with_name("statuses_cases.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
    for status, sentence in [line.split(" | ", 1)]
]


@pytest.mark.parametrize(("status", "before", "marked"), _CASES)
def test_status_is_what_governs_the_figure(status: str, before: str, marked: str) -> None:
    """Each marked figure of the table has the status written before it."""
    quote, _, after = marked.partition("]")
    figures = figtrail.extract(before + quote + after)
    assert [
        figure.status
        for figure in figures
        if figure.char_start < len(before) + len(quote) and len(before) < figure.char_end
    ] == [status]
