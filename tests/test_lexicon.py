"""The word lists of the grammar: each section and each row stands once."""

from itertools import pairwise
from pathlib import Path

import pytest

from figtrail.extraction import lexicon

FOLDER = Path(lexicon.__file__).parent


def read_lines(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.name)
def test_a_section_stands_once_in_its_file(path: Path) -> None:
    heads = [line for line in read_lines(path) if line.startswith("[") and line.endswith("]")]
    assert [head for head in set(heads) if heads.count(head) > 1] == []


@pytest.mark.parametrize("name", ["sport.txt", "innings.txt"])
def test_a_word_stands_once_in_its_section(name: str) -> None:
    repeated = {
        section: [word for word in set(words) if words.count(word) > 1]
        for section, words in lexicon.read_sections(name).items()
    }
    assert [found for found in repeated.items() if found[1]] == []


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.csv")), ids=lambda path: path.name)
def test_a_row_stands_once_in_its_table(path: Path) -> None:
    rows = sorted(read_lines(path))
    assert [one for one, two in pairwise(rows) if one == two] == []
