"""Rows of the CSV files that people keep."""

from __future__ import annotations

from pathlib import Path

import pytest

from figtrail.csvrows import read_rows
from figtrail.model import FigtrailError


def write(folder: Path, content: bytes) -> Path:
    path = folder / "list.csv"
    path.write_bytes(content)
    return path


def refused(path: Path, **expectations: object) -> list[str]:
    with pytest.raises(FigtrailError) as caught:
        list(read_rows(path, **expectations))  # type: ignore[arg-type]
    return [f"{problem.code} @ {problem.where}" for problem in caught.value.problems]


def test_cells_are_stripped_and_empty_cells_are_none(tmp_path: Path) -> None:
    rows = list(read_rows(write(tmp_path, b"code,label\n a , b c \nd,\n")))
    assert [dict(row.cells) for row in rows] == [
        {"code": "a", "label": "b c"},
        {"code": "d", "label": None},
    ]


def test_a_row_knows_the_line_it_starts_on_behind_quoted_line_ends_and_empty_lines(
    tmp_path: Path,
) -> None:
    content = b'\xef\xbb\xbfcode,label\r\na,"two\r\nlines"\r\n\r\nb,one\r\n'
    assert [row.line for row in read_rows(write(tmp_path, content))] == [2, 5]


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path: Path) -> None:
    (row,) = read_rows(write(tmp_path, b"\xef\xbb\xbfcode\na\n"))
    assert row.get("code") == "a"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"label\na\n", ["column-missing @ {path}, line 1"]),
        (b"code,code\na,b\n", ["column-twice @ {path}, line 1"]),
        (b"code,colour\na,b\n", ["column-unknown @ {path}, line 1"]),
        (b"code,label\na\n", ["row-length @ {path}, line 2"]),
        (b'code,label\n"a,b\n', ["csv-malformed @ {path}, line 2"]),
        (b'code,label\na,b\n"c,d\ne,f\ng,h\n', ["csv-malformed @ {path}, line 3"]),
        (b"code;label\na;b\n", ["csv-malformed @ {path}, line 1"]),
        (b"code\tlabel\na\tb\n", ["csv-malformed @ {path}, line 1"]),
        (
            b"code,label\na\nb,c\nd,e,f\n",
            ["row-length @ {path}, line 2", "row-length @ {path}, line 4"],
        ),
        ("code,label\na,b\n".encode("utf-16-le"), ["file-encoding @ {path}, byte 1"]),
        (b"code,label\na,\xff\n", ["file-encoding @ {path}, byte 13"]),
    ],
)
def test_what_is_wrong_is_named_with_its_place(
    tmp_path: Path, content: bytes, found: list[str]
) -> None:
    path = write(tmp_path, content)
    expected = [place.format(path=path) for place in found]
    assert refused(path, required=["code"], allowed=["code", "label"]) == expected


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.csv") == [f"file-unreadable @ {tmp_path / 'none.csv'}"]
