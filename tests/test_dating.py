"""Which period each figure of a short article takes; the cases are data, in `dating_cases.txt`."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from figtrail.extraction.figures import extract_figures
from figtrail.model import Document

_MARKED = re.compile(r"\[([^=\]]+)=([^\]]+)\]")


class Case(NamedTuple):
    """An article, and the (start offset, quote, period) that each of its figures must have."""

    text: str
    published: date
    nation: str
    expected: list[tuple[int, str, str | None]]


def _read_case(line: str) -> Case:
    head, marked = line.split("\t")
    published, nation = head.split(" ", 1)
    text, expected, at = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[at : match.start()]
        period = None if match[2] == "-" else match[2]
        expected.append((len(text), match[1], period))
        text += match[1]
        at = match.end()
    text += marked[at:]
    return Case(text.replace("|", "\n"), date.fromisoformat(published), nation, expected)


_LINES = (Path(__file__).parent / "dating_cases.txt").read_text(encoding="utf-8").splitlines()
_CASES = [line for line in _LINES if line and not line.startswith("#")]


@pytest.mark.parametrize("line", _CASES)
def test_every_figure_takes_the_period_that_the_case_states(line: str) -> None:
    case = _read_case(line)
    figures = extract_figures(
        Document(
            "case",
            case.text,
            published_earliest=case.published,
            published_latest=case.published,
            nation=case.nation,
        )
    ).figures
    found = [(figure.char_start, figure.quote, figure.period) for figure in figures]
    assert found == case.expected
