"""The words of the grammar, as reviewed data files beside this module.

`read_sections` reads files of `[section]` headings with words below them (`#` starts a comment
line); `read_rows` reads CSV tables. Both are plain on purpose: a person who has never read Python
can review and widen them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

_FOLDER = Path(__file__).parent


def _lines(name: str) -> Iterator[tuple[str, str]]:
    section = ""
    for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
        else:
            yield section, line


def read_sections(name: str) -> dict[str, tuple[str, ...]]:
    """Read a word list: section name → its words, in the order of the file."""
    sections: dict[str, list[str]] = {}
    for section, line in _lines(name):
        sections.setdefault(section, []).extend(line.split())
    return {section: tuple(words) for section, words in sections.items()}


def read_phrases(name: str, section: str) -> tuple[str, ...]:
    """Read one section of a word list whose entries are whole lines."""
    return tuple(line for found, line in _lines(name) if found == section)


def read_pairs(name: str, section: str) -> dict[str, str]:
    """Read one section of a word list whose lines are "word meaning"."""
    pairs: dict[str, str] = {}
    for found, line in _lines(name):
        if found == section:
            word, meaning = line.split(None, 1)
            pairs[word] = meaning
    return pairs


def read_rows(name: str) -> list[dict[str, str]]:
    """Read a CSV table: one dictionary a row, keyed by the header."""
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
