"""Periods: what a sentence says of time, and which days that is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from figtrail.extraction.periods import (
    DateContext,
    find_periods,
)

CASES = Path(__file__).with_name("periods_cases.txt")
MARK = re.compile(r"\[([^][=]+) = ([^][]+)\]")
ROLES = {"start", "end", "since", "until", "by", "frequency", "length", "vague"}


@dataclass(frozen=True)
class Case:
    """One sentence with its document and the mentions that it holds."""

    line: int
    sentence: str
    dates: DateContext
    previous: str | None
    expected: tuple[tuple[str, int, str | None, str, str], ...]


def read_context(line: str) -> tuple[DateContext, str | None]:
    facts = dict(fact.split("=", 1) for fact in line[1:].split())
    first, _, last = facts.get("published", "").partition("..")
    earliest = date.fromisoformat(first) if first else None
    latest = date.fromisoformat(last) if last else earliest
    nation = facts.get("nation", "").replace("_", " ") or None
    return DateContext(earliest, latest, nation), facts.get("previous")


def read_mark(words: str, start: int, said: str) -> tuple[str, int, str | None, str, str]:
    period, *rest = said.split()
    role = next((word for word in rest if word in ROLES), "during")
    basis = "document" if "document" in rest else "stated"
    return words, start, None if period == "-" else period, role, basis


def read_cases() -> list[Case]:
    cases, dates, previous = [], DateContext(), None
    for number, line in enumerate(CASES.read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        if line.startswith("@"):
            dates, previous = read_context(line)
            continue
        sentence, expected, at = "", [], 0
        for mark in MARK.finditer(line):
            sentence += line[at : mark.start()]
            expected.append(read_mark(mark[1], len(sentence), mark[2]))
            sentence += mark[1]
            at = mark.end()
        cases.append(Case(number, sentence + line[at:], dates, previous, tuple(expected)))
    return cases


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: f"{case.line}: {case.sentence}")
def test_sentence_has_exactly_the_marked_periods(case: Case) -> None:
    """Words, offset, period, role and basis of every mention are as the case file marks them."""
    found = find_periods(case.sentence, case.dates, case.previous)
    assert [
        (case.sentence[m.start : m.end], m.start, m.period, m.role, m.basis) for m in found
    ] == list(case.expected)
