"""Damage of any sort to a file is refused, and never ends in an error."""

from __future__ import annotations

import json
import math
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from figtrail.schemas import TABLES, Field, load_schema
from figtrail.validation import report_to_json
from sample_breaks import validate
from sample_package import edit_cell, reseal

FILES = ["datapackage.json", "SHA256SUMS", "data/figures.csv", "data/figures.parquet"]
FILES += ["data/sources.csv", "data/sources.parquet", "data/checks.parquet"]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(file=st.sampled_from(FILES), data=st.data())
def test_no_damage_to_a_file_ends_in_an_error(
    package: Path, file: str, data: st.DataObject
) -> None:
    """Bytes changed anywhere are refused, and never crash the validation."""
    path = package / file
    whole = path.read_bytes()
    start = data.draw(st.integers(0, len(whole)))
    length = data.draw(st.integers(0, 40))
    path.write_bytes(whole[:start] + data.draw(st.binary(max_size=8)) + whole[start + length :])
    changed = path.read_bytes() != whole
    report = validate(package)
    path.write_bytes(whole)
    assert report.ok != changed


EXTREMES: dict[str, list[object]] = {
    "string": [None, "", " ", "\0", "-", "x" * 5000, "é\n\"',", "9999-12-31/0001-01-01", "../.."],
    "number": [None, 0.0, -1.0, 1e308, 5e-324, float("nan"), float("-inf"), 0.1 + 0.2],
    "integer": [0, -1, 2**63 - 1, -(2**63), 10**18],
    "boolean": [True, False],
    "date": [None, date.min, date.max],
}
CELLS = [(table, field) for table in TABLES for field in load_schema(table).fields]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(cell=st.sampled_from(CELLS), data=st.data())
def test_no_cell_however_odd_ends_in_an_error(
    package: Path, cell: tuple[str, Field], data: st.DataObject
) -> None:
    """A cell of the right type with an extreme content, every hash forged."""
    table, field = cell
    form = data.draw(st.sampled_from(["csv", "parquet"]))
    files = [f"data/{table}.csv", f"data/{table}.parquet"]
    before = {file: (package / file).read_bytes() for file in files}
    if pq.read_table(package / f"data/{table}.parquet").num_rows:
        extreme = data.draw(st.sampled_from(EXTREMES[field.type]))
        # A number that no plain text can be, or that is not, stands in Parquet alone.
        if isinstance(extreme, float) and not math.isfinite(extreme):
            form = "parquet"
        edit_cell(package, table, 0, field.name, extreme, form)
        reseal(package)
    report = validate(package)
    for file, content in before.items():
        (package / file).write_bytes(content)
    assert json.loads(report_to_json(report))["valid"] is report.ok
