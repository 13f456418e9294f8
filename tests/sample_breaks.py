"""Ways to break a copy of the sample package, and to see what validation says of it.

A break that forges the hashes is refused by the gates that look deeper.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from figtrail.validation import Finding, Report, validate_package
from figtrail.writing.package import write_sums
from sample_package import (
    edit_bytes,
    edit_cell,
    edit_descriptor,
    edit_table,
    read_sample,
    reseal,
)

Break = Callable[[Path], object]


def validate(package: Path, **options: Any) -> Report:  # noqa: ANN401
    """Validate with the readings that the sample's figures came from."""
    return validate_package(package, read_quantity=read_sample, **options)


def codes(report: Report) -> set[str]:
    """The different codes of a report's findings."""
    return {finding.code for finding in report.findings}


def find(report: Report, code: str) -> Finding:
    """The one finding of a code."""
    (finding,) = [finding for finding in report.findings if finding.code == code]
    return finding


def edit_json(edit: Callable[[dict[str, Any]], object]) -> Break:
    """A break of the descriptor, its checksum forged."""

    def apply(package: Path) -> None:
        edit_descriptor(package, edit)
        reseal(package)

    return apply


def edit_one(table: str, row: int, field: str, cell: object, *forms: str) -> Break:
    """A break of one cell, every hash forged."""

    def apply(package: Path) -> None:
        edit_cell(package, table, row, field, cell, *forms)
        reseal(package)

    return apply


def edit_text(file: str, old: str, new: str) -> Break:
    """A break of one place in a file, every hash forged."""

    def apply(package: Path) -> None:
        edit_bytes(package, file, old, new)
        reseal(package)

    return apply


def edit_rows(table: str, edit: Callable[[pa.Table], pa.Table], *forms: str) -> Break:
    """A break of a table, every hash forged."""

    def apply(package: Path) -> None:
        edit_table(package, table, edit, *forms)
        reseal(package)

    return apply


def write_file(file: str, content: bytes, *, forged: bool = True) -> Break:
    """A file with other content, its hashes forged or not."""

    def apply(package: Path) -> None:
        (package / file).write_bytes(content)
        if forged:
            reseal(package)

    return apply


def edit_article(name: str, old: str, new: str) -> Break:
    """A break of an article."""
    return lambda package: edit_bytes(package.parent, f"seeds/{name}", old, new)


def remove(file: str) -> Break:
    """A file gone."""
    return lambda package: (package / file).unlink()


def link_out(package: Path) -> None:
    """A table's file replaced by a link to a copy outside the package."""
    outside = package.parent / "outside.csv"
    (package / "data/units.csv").rename(outside)
    (package / "data/units.csv").symlink_to(outside)


def list_twice(package: Path) -> None:
    """SHA256SUMS with its first line twice."""
    lines = (package / "SHA256SUMS").read_text(encoding="utf-8")
    (package / "SHA256SUMS").write_text(lines + lines.splitlines()[0] + "\n", encoding="utf-8")


def retype(package: Path) -> None:
    """A Parquet column of another type."""
    path = package / "data/figures.parquet"
    rows = pq.read_table(path)
    index = rows.schema.get_field_index("value")
    pq.write_table(rows.set_column(index, "value", rows.column("value").cast(pa.string())), path)
    reseal(package)


def duplicate_first(rows: pa.Table) -> pa.Table:
    """The rows, the first once more at the end."""
    return pa.concat_tables([rows, rows.slice(0, 1)])


def set_resource(index: int, **properties: object) -> Break:
    """Other properties of one resource."""
    return edit_json(lambda descriptor: descriptor["resources"][index].update(properties))


def add_resource(descriptor: dict[str, Any]) -> None:
    """A resource of the same file under another name."""
    descriptor["resources"].append({**descriptor["resources"][0], "name": "more"})


def weaken_schema(descriptor: dict[str, Any]) -> None:
    """A field's closed set opened."""
    fields = descriptor["resources"][0]["schema"]["fields"]
    next(field for field in fields if field["name"] == "bound")["constraints"].pop("enum")


def set_size(package: Path) -> None:
    """The descriptor with another size of a file."""
    edit_descriptor(package, lambda d: d["resources"][0].update(bytes=7))


def rename(package: Path) -> None:
    """The package with the id of another."""
    edit_descriptor(package, lambda d: d.update(id="urn:uuid:" + "0" * 8))
    write_sums(package)


def forge_hash(package: Path) -> None:
    """The descriptor with another hash of a Parquet file."""
    edit_descriptor(package, lambda d: d["resources"][10].update(hash="sha256:" + "0" * 64))


def drop_check(package: Path) -> None:
    """The only check gone, with its parts."""
    for table in ("checks", "check_figures"):
        edit_table(package, table, lambda rows: rows.slice(0, 0))
    reseal(package)


def misread(package: Path) -> None:
    """A figure with another number, the whole interval along with it."""
    for name in ("value", "low", "high"):
        edit_cell(package, "figures", 1, name, 713.0)
    reseal(package)
