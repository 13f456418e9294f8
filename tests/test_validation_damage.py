"""Damage of any sort to a file is refused, and never ends in an error."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sample_breaks import validate

FILES = ["datapackage.json", "SHA256SUMS", "data/figures.csv", "data/figures.parquet"]
FILES += ["data/sources.csv", "data/sources.parquet", "data/checks.parquet"]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
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
