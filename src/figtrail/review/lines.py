"""Figures to review as text to read, and as lines for corrections.csv to fill in."""

from __future__ import annotations

import csv
import io
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from figtrail.codelists import CORRECTION_COLUMNS
from figtrail.review.doubts import Candidate
from figtrail.snapshots import Row

WIDTH = 80
AROUND = 110
"""How many characters of its sentence are shown on either side of a figure."""


def format_candidates(candidates: Sequence[Candidate]) -> str:
    """The figures in words: score, sentence, id, and every doubt with its points."""
    return "\n\n".join("\n".join(_tell(candidate)) for candidate in candidates)


def write_lines(candidates: Iterable[Candidate]) -> str:
    """The figures as corrections.csv has them, header included, to be filled in.

    Each has a line that confirms it, and one that corrects each column that is in doubt, with what
    stands there as `expected`; `corrected`, `reason`, `author` and `date` are left to fill in.
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, CORRECTION_COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for candidate in candidates:
        figure = candidate.figure
        writer.writerow({**_locate(figure), "action": "confirm"})
        for field in dict.fromkeys(doubt.field for doubt in candidate.doubts):
            if field is not None:
                line = {"action": "correct", "field": field, "expected": figure[field] or ""}
                writer.writerow({**_locate(figure), **line})
    return out.getvalue()


def _locate(figure: Row) -> dict[str, str]:
    names = ("source_id", "char_start", "char_end", "quote")
    return {name: figure[name] or "" for name in names}


def _tell(candidate: Candidate) -> Iterator[str]:
    figure = candidate.figure
    yield from _wrap(excerpt_sentence(figure), f"{candidate.score:3}  ")
    where = f"{figure['source_id']}, characters {figure['char_start']}-{figure['char_end']}"
    yield from _wrap(f"{where}, {figure['figure_id']}", " " * 5)
    for doubt in candidate.doubts:
        yield from _wrap(doubt.words, f"{doubt.points:8}  ")


def excerpt_sentence(figure: Row) -> str:
    """The figure in brackets amid its sentence, cut to some words on either side."""
    quote, sentence = figure["quote"] or "", figure["sentence"]
    if sentence is None:
        return f"[{quote}]"
    start = int(figure["char_start"] or 0) - int(figure["sentence_start"] or 0)
    before, after = sentence[:start], sentence[start + len(quote) :]
    if len(before) > AROUND:
        before = "… " + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + " …"
    return f"{before}[{quote}]{after}"


def _wrap(text: str, first: str) -> list[str]:
    return textwrap.wrap(
        " ".join(text.split()),
        WIDTH,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_on_hyphens=False,
    )
