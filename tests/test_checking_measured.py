"""How much of the arithmetic that texts state is found, and that what is flagged is wrong.

`cases/arithmetic.jsonl` holds 120 short texts, annotated before the checks were made to pass: the
arithmetic of 40 is right, that of 25 wrong, and 55 only seem to state any. The checks were built on
one half of them (by a hash of the id) and measured on the other.
"""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from figtrail.checking import check_figures
from figtrail.extraction import extract_figures
from figtrail.model import Document
from figtrail.publication import Check
from figtrail.reading.dates import bound_date

TEXTS = Path(__file__).parent / "cases" / "arithmetic.jsonl"
# What else a check of the same numbers may be called.
KINDS = {
    "percent_change": {"percent_change", "difference"},
    "difference": {"difference", "percent_change", "sum"},
    "sum": {"sum", "difference"},
    "share": {"share", "conversion", "restatement"},
    "rate": {"rate", "conversion"},
    "conversion": {"conversion", "rate"},
}
Text = dict[str, Any]


@cache
def _read(half: str) -> tuple[Text, ...]:
    texts = [json.loads(line) for line in TEXTS.read_text(encoding="utf-8").splitlines()]
    return tuple(text for text in texts if _half_of(text["id"]) == half)


def _half_of(name: str) -> str:
    return "unread" if hashlib.sha256(name.encode()).digest()[0] % 2 else "read"


def _check(text: Text) -> list[tuple[Check, list[tuple[int, int]]]]:
    """The checks of a text, each with the spans of its figures."""
    first, last = bound_date(text["published"]) if text["published"] else (None, None)
    extraction = extract_figures(
        Document(
            text["id"],
            text["text"],
            place=text["place"],
            nation=text["nation"],
            published_earliest=first,
            published_latest=last,
        )
    )
    spans = {item.figure_id: (item.char_start, item.char_end) for item in extraction.figures}
    checks = check_figures(extraction.figures, extraction.relations)
    return [(check, [spans[part.figure_id] for part in check.figures]) for check in checks]


def _is_found(text: Text, stated: Text) -> bool:
    """Whether one check of a like kind has all the numbers of the arithmetic that a text states."""
    return any(
        check.kind in KINDS[stated["kind"]]
        and all(_has(text["text"], quote, spans) for quote in stated["quotes"])
        for check, spans in _check(text)
    )


def _has(text: str, quote: str, spans: list[tuple[int, int]]) -> bool:
    places = [match.span() for match in re.finditer(re.escape(quote), text)]
    return any(start < stop and first < end for start, end in places for first, stop in spans)


@pytest.mark.parametrize(("half", "share"), [("read", 0.9), ("unread", 0.8)])
def test_most_stated_arithmetic_is_found(half: str, share: float) -> None:
    found = [_is_found(text, stated) for text in _read(half) for stated in text["checks"]]
    assert sum(found) >= share * len(found)


@pytest.mark.parametrize("half", ["read", "unread"])
def test_what_is_flagged_is_wrong(half: str) -> None:
    flagged = {
        text["id"]
        for text in _read(half)
        for check, _ in _check(text)
        if check.verdict == "inconsistent"
    }
    assert flagged
    assert {name for name in flagged if not name.startswith("wrong-")} == set()
