"""Which place a figure is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from figtrail.extraction.places import Places
from figtrail.extraction.sentences import split_sentences

CASES = Path(__file__).parent / "cases" / "places.txt"
_MARKED = re.compile(r"\{([^{}=]+)=([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Case:
    """An excerpt, and the place expected of each of its figures."""

    line: int
    place: str | None
    nation: str | None
    text: str
    figures: tuple[tuple[int, int, str | None], ...]


def _none(cell: str) -> str | None:
    return None if cell == "-" else cell


def read_cases() -> list[Case]:
    cases = []
    for number, line in enumerate(CASES.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        place, nation, marked = line.split(" | ", 2)
        text, figures, done = "", [], 0
        for match in _MARKED.finditer(marked.replace(" ¶ ", "\n\n")):
            text += marked.replace(" ¶ ", "\n\n")[done : match.start()]
            figures.append((len(text), len(text) + len(match[1]), match[2] or None))
            text += match[1]
            done = match.end()
        text += marked.replace(" ¶ ", "\n\n")[done:]
        cases.append(Case(number, _none(place), _none(nation), text, tuple(figures)))
    return cases


def locate_all(case: Case) -> list[str | None]:
    places = Places(case.text, case.place, case.nation)
    lines = [m.span() for m in re.finditer(r"[^\n]+", case.text)]
    sentences = [s for line in lines for s in split_sentences(case.text, *line)]
    found = []
    for start, end, _ in case.figures:
        sentence = next(s for s in sentences if s.start <= start < s.end)
        found.append(places.locate(start, end, sentence.start, sentence.end))
    return found


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: f"line {case.line}")
def test_each_figure_has_the_place_it_is_about(case: Case) -> None:
    assert locate_all(case) == [place for _, _, place in case.figures]
