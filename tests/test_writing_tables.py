"""CSV and Parquet hold the same rows, whatever the cells, in the same bytes every time."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from datetime import date
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from figtrail.writing.tables import format_number, write_csv, write_parquet

SCHEMA = pyarrow.schema(
    [
        pyarrow.field("text", pyarrow.string()),
        pyarrow.field("number", pyarrow.float64()),
        pyarrow.field("whole", pyarrow.int64(), nullable=False),
        pyarrow.field("true", pyarrow.bool_(), nullable=False),
        pyarrow.field("day", pyarrow.date32()),
    ]
)

CSV_CELLS = [
    ("plain", "plain"),
    ("two, words", '"two, words"'),
    ('a "word"', '"a ""word"""'),
    ("two\nlines", '"two\nlines"'),
    ("two\r\nlines", '"two\r\nlines"'),
    ("old\rMac", '"old\rMac"'),
    ("=SUM(A1:A9)", "=SUM(A1:A9)"),
    ("@cmd", "@cmd"),
    (" blank ", " blank "),
    ("NA", "NA"),
    ("é 🙂 \u2028", "é 🙂 \u2028"),
    ("'", "'"),
]

NUMBERS = [
    (472.0, "472"),
    (-4.0, "-4"),
    (49.4, "49.4"),
    (0.25, "0.25"),
    (5e6, "5000000"),
    (2e22, "20000000000000000000000"),
    (1e-7, "0.0000001"),
    (0.4285714286, "0.4285714286"),
    (0.0, "0"),
]

texts = st.text(st.characters(codec="utf-8"), min_size=1) | st.sampled_from(
    [cell for cell, _ in CSV_CELLS]
)
rows = st.lists(
    st.tuples(
        st.none() | texts,
        st.none() | st.floats(allow_nan=False, allow_infinity=False).map(lambda x: x or 0.0),
        st.integers(-(2**63), 2**63 - 1),
        st.booleans(),
        st.none() | st.dates(),
    ),
    max_size=12,
)


def make_table(cells: list[tuple[object, ...]]) -> pyarrow.Table:
    """An Arrow table of the rows."""
    columns = [[row[i] for row in cells] for i in range(len(SCHEMA))]
    arrays = [pyarrow.array(c, field.type) for c, field in zip(columns, SCHEMA, strict=True)]
    return pyarrow.Table.from_arrays(arrays, schema=SCHEMA)


def read_csv(path: Path) -> list[list[str]]:
    """The cells as the standard library reads them, header first."""
    return list(csv.reader(io.StringIO(path.read_bytes().decode(), newline=""), strict=True))


def parse_row(row: list[str]) -> tuple[object, ...]:
    """The cells of a CSV row as what they stand for."""
    text, number, whole, true, day = (cell or None for cell in row)
    return (
        text,
        None if number is None else float(number),
        int(str(whole)),
        {"true": True, "false": False}[str(true)],
        None if day is None else date.fromisoformat(day),
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(cells=rows)
def test_csv_equals_parquet(cells: list[tuple[object, ...]], tmp_path: Path) -> None:
    """Quotes, line ends, formulas, any character, any double."""
    table = make_table(cells)
    write_csv(table, tmp_path / "t.csv")
    write_parquet(table, tmp_path / "t.parquet")
    header, *read = read_csv(tmp_path / "t.csv")
    assert header == SCHEMA.names
    parquet = pyarrow.parquet.read_table(tmp_path / "t.parquet")
    assert parquet.equals(table)
    assert [parse_row(row) for row in read] == [tuple(row.values()) for row in parquet.to_pylist()]


@pytest.mark.parametrize(("cell", "written"), CSV_CELLS)
def test_text_is_written_raw_and_quoted_only_where_rfc_4180_needs_it(
    cell: str, written: str, tmp_path: Path
) -> None:
    """Nothing is done to a formula: the cell is what the article says."""
    table = make_table([(cell, None, 1, True, None)])
    write_csv(table, tmp_path / "t.csv")
    content = (tmp_path / "t.csv").read_bytes().decode()
    assert content == f"text,number,whole,true,day\n{written},,1,true,\n"


@pytest.mark.parametrize(("number", "text"), NUMBERS)
def test_numbers_are_plain_decimals(number: float, text: str) -> None:
    """No exponent, no needless `.0`."""
    assert format_number(number) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_reads_back_as_the_same_double(number: float) -> None:
    """The shortest text that does."""
    text = format_number(number)
    assert "e" not in text.lower()
    assert float(text) == number


def test_parquet_hangs_on_the_rows_alone(tmp_path: Path) -> None:
    """Not on the chunks that they came in."""
    table = make_table([(f"row {i}", i / 7, i, i % 2 == 0, None) for i in range(5000)])
    pieces = pyarrow.concat_tables([table.slice(i, 700) for i in range(0, 5000, 700)])
    write_parquet(table, tmp_path / "whole.parquet")
    write_parquet(pieces, tmp_path / "pieces.parquet")
    assert (tmp_path / "whole.parquet").read_bytes() == (tmp_path / "pieces.parquet").read_bytes()


@pytest.mark.parametrize("seed", ["0", "4242"])
def test_another_process_writes_the_same_bytes(seed: str, tmp_path: Path) -> None:
    """Whatever its hash seed and however many threads it has."""
    table = make_table([("a", 0.1, 1, True, date(2020, 1, 1)), (None, None, 2, False, None)] * 999)
    for kind, write in (("csv", write_csv), ("parquet", write_parquet)):
        write(table, tmp_path / f"here.{kind}")
    code = (
        "import sys, pathlib, pyarrow, pyarrow.parquet as pq\n"
        "from figtrail.writing.tables import write_csv, write_parquet\n"
        "pyarrow.set_cpu_count(1)\n"
        "folder = pathlib.Path(sys.argv[1])\n"
        "table = pq.read_table(folder / 'here.parquet')\n"
        "write_csv(table, folder / 'there.csv')\n"
        "write_parquet(table, folder / 'there.parquet')\n"
    )
    environment = {"PYTHONHASHSEED": seed}
    subprocess.run([sys.executable, "-c", code, tmp_path], check=True, env=environment)
    for kind in ("csv", "parquet"):
        here, there = (tmp_path / f"{name}.{kind}" for name in ("here", "there"))
        assert here.read_bytes() == there.read_bytes()


def test_a_required_column_takes_no_empty_cell(tmp_path: Path) -> None:
    """Parquet holds it to what the schema promises."""
    table = make_table([("a", None, 1, True, None)])
    broken = pyarrow.Table.from_arrays(
        [*table.columns[:2], pyarrow.array([None], pyarrow.int64()), *table.columns[3:]],
        schema=SCHEMA,
    )
    with pytest.raises(pyarrow.ArrowInvalid, match="non-nullable"):
        write_parquet(broken, tmp_path / "t.parquet")
