"""The words of the grammar, as reviewed data files beside this module.

`read_sections` reads files of `[section]` headings with words below them (`#` starts a comment
line); `read_rows` reads CSV tables. Both are plain on purpose: a person who has never read Python
can review and widen them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


# What is read is kept: many modules read each their part of one file.
@cache
def _read_bodies(name: str) -> dict[str, str]:
    """Section → all that stands below its heading, without comments."""
    lines = (_FOLDER / name).read_text(encoding="utf-8").split("\n")
    text = "\n".join(line for line in lines if line[:1] != "#")
    headed = (section.partition("]") for section in f"\n{text}".split("\n[")[1:])
    return {heading: body for heading, _, body in headed}


@cache
def read_sections(name: str) -> Mapping[str, tuple[str, ...]]:
    """Read a word list: section name → its words, in the order of the file."""
    return {section: tuple(body.split()) for section, body in _read_bodies(name).items()}


@cache
def read_words(name: str) -> Mapping[str, frozenset[str]]:
    """Read a word list for those who ask only whether a word stands in a section."""
    return {section: frozenset(body.split()) for section, body in _read_bodies(name).items()}


def read_phrases(name: str, section: str) -> tuple[str, ...]:
    """Read one section of a word list whose entries are whole lines."""
    return tuple(filter(None, _read_bodies(name).get(section, "").split("\n")))


def read_pairs(name: str, section: str) -> dict[str, str]:
    """Read one section of a word list whose lines are "word meaning"."""
    pairs: dict[str, str] = {}
    for line in read_phrases(name, section):
        word, meaning = line.split(None, 1)
        pairs[word] = meaning
    return pairs


def read_rows(name: str, column: str, *columns: str) -> Iterator[tuple[str, ...]]:
    """Read a CSV table: of every row the cells in these columns."""
    table = _read_columns(name)
    return zip(table[column], *map(table.__getitem__, columns), strict=True)


@cache
def _read_columns(name: str) -> dict[str, tuple[str, ...]]:
    """Column → its cells."""
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        columns = zip(*filter(None, csv.reader(file)), strict=True)
        return {cells[0]: cells[1:] for cells in columns}
