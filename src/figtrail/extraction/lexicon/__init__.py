"""The words of the grammar, as reviewed data files beside this module.

`read_sections` reads files of `[section]` headings with words below them (`#` starts a comment
line); `read_rows` reads CSV tables. Both are plain on purpose: a person who has never read Python
can review and widen them.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


# What is read is kept: many modules read each their part of one file.
@cache
def _read_lines(name: str) -> dict[str, tuple[str, ...]]:
    """Section → its lines."""
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith("[") and line.endswith("]"):
            lines = sections.setdefault(line[1:-1], [])
        else:
            lines.append(line)
    return {section: tuple(lines) for section, lines in sections.items()}


@cache
def read_sections(name: str) -> Mapping[str, tuple[str, ...]]:
    """Read a word list: section name → its words, in the order of the file."""
    return {section: tuple(" ".join(lines).split()) for section, lines in _read_lines(name).items()}


def read_phrases(name: str, section: str) -> tuple[str, ...]:
    """Read one section of a word list whose entries are whole lines."""
    return _read_lines(name).get(section, ())


def read_pairs(name: str, section: str) -> dict[str, str]:
    """Read one section of a word list whose lines are "word meaning"."""
    pairs: dict[str, str] = {}
    for line in _read_lines(name).get(section, ()):
        word, meaning = line.split(None, 1)
        pairs[word] = meaning
    return pairs


@cache
def read_rows(name: str) -> tuple[Mapping[str, str], ...]:
    """Read a CSV table: one mapping a row, keyed by the header."""
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        header, *rows = filter(None, csv.reader(file))
    return tuple(dict(zip(header, row, strict=True)) for row in rows)
