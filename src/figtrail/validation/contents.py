"""The rows of a package, read back from its files: CSV and Parquet, each as a typed Arrow table.

Reading never fails: what can't be read is a finding, and a cell that isn't written as its field's
type asks is a finding and a null.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq

from figtrail.columns import TYPES
from figtrail.schemas import Field, TableSchema
from figtrail.validation.masks import find_rows
from figtrail.validation.ragged import explain_csv
from figtrail.validation.report import Finding, list_rows, report_finding

_WRITTEN = {
    "number": r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$",
    "integer": r"^(0|-?[1-9][0-9]{0,17})$",
    "boolean": r"^(true|false)$",
    "date": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
}
_ASKED = {
    "number": "a plain decimal number, finite",
    "integer": "a whole number",
    "boolean": "true or false",
    "date": "a day of the calendar as YYYY-MM-DD",
}
_FIRST_DAY, _LAST_DAY = ((day - date(1970, 1, 1)).days for day in (date.min, date.max))
_EXACT_DIGITS = 15
"""Decimal digits that every double keeps (IEEE 754 binary64)."""


@dataclass(frozen=True, slots=True)
class Content:
    """One file's rows: the path below the package, the schema, and the columns in its types."""

    file: str
    schema: TableSchema
    rows: pa.Table

    def column(self, name: str) -> pa.Array:
        """One column as one array."""
        return self.rows.column(name).combine_chunks()

    def key(self, row: int) -> str:
        """The primary key of a row (from 0), as a report names it."""
        cells = [self.rows.column(name)[row].as_py() for name in self.schema.primary_key]
        return ", ".join("(empty)" if cell is None else str(cell) for cell in cells)

    def findings(
        self,
        code: str,
        message: str,
        field: str,
        rows: Sequence[int],
        expected: str | Callable[[int], str | None] | None = None,
    ) -> list[Finding]:
        """One finding for each of the rows (from 0) whose cell in `field` is wrong.

        `expected` is what every such cell should be, or gives it for a row.
        """
        column = self.rows.column(field)
        return list_rows(
            (
                report_finding(
                    code,
                    message,
                    file=self.file,
                    table=self.schema.name,
                    row=row + 1,
                    key=self.key(row),
                    field=field,
                    found=shown(column[row].as_py()),
                    expected=expected(row) if callable(expected) else expected,
                )
                for row in rows
            ),
            len(rows),
        )


def shown(cell: object) -> str:
    """A cell as a report shows it."""
    return "nothing" if cell is None else str(cell)


def read_csv(package: Path, file: str, schema: TableSchema) -> tuple[Content | None, list[Finding]]:
    """Read a CSV file (UTF-8, comma, RFC 4180) and type its cells by the schema."""
    path = package / file
    try:
        header = _read_header(path)
        if header != list(schema.field_names):
            return None, [_wrong_columns(file, schema, header)]
        text = _read_text_table(path, schema)
    except (pa.ArrowException, OSError, ValueError, csv.Error) as error:
        return None, [explain_csv(path, file, schema, error)]
    findings: list[Finding] = []
    columns = []
    as_text = Content(file, schema, text)
    for field in schema.fields:
        column, problems = _type_column(as_text, field)
        columns.append(column)
        findings += problems
    content = Content(file, schema, pa.table(columns, names=list(schema.field_names)))
    return content, findings + _check_finite(content)


def read_parquet(
    package: Path, file: str, schema: TableSchema
) -> tuple[Content | None, list[Finding]]:
    """Read a Parquet file whose columns must have the types that the schema asks."""
    try:
        with pq.ParquetFile(package / file) as parquet:
            rows = parquet.read()
        rows.validate(full=True)
    except (pa.ArrowException, OSError, ValueError) as error:
        message = f"the Parquet file can't be read: {_first_line(error)}"
        return None, [report_finding("parquet-unreadable", message, file=file, table=schema.name)]
    if rows.column_names != list(schema.field_names):
        return None, [_wrong_columns(file, schema, rows.column_names)]
    findings: list[Finding] = []
    columns = []
    for field in schema.fields:
        column, wanted = rows.column(field.name), arrow_type(field)
        if _plain_type(column.type) == wanted:
            columns.append(column.cast(wanted))
            continue
        findings.append(
            report_finding(
                "column-type-wrong",
                "the column has another type than its field",
                file=file,
                table=schema.name,
                field=field.name,
                found=str(column.type),
                expected=str(wanted),
            )
        )
    if findings:
        return None, findings
    content = Content(file, schema, pa.table(columns, names=list(schema.field_names)))
    findings = _check_days(content)
    return (None if findings else content), findings + _check_finite(content)


def arrow_type(field: Field) -> pa.DataType:
    """The Arrow type that a field's cells have."""
    return pa.type_for_alias(TYPES[field.type].arrow)


def _read_header(path: Path) -> list[str]:
    with path.open("rb") as file:
        line = file.readline()
    return next(csv.reader(io.StringIO(line.decode("utf-8")), strict=True), [])


def _read_text_table(path: Path, schema: TableSchema) -> pa.Table:
    """Every cell as text, null where it is empty; a row of another length is an error."""
    names = list(schema.field_names)
    return pyarrow.csv.read_csv(
        path,
        # A row must fit into one block, and a quoted cell may be long.
        read_options=pyarrow.csv.ReadOptions(
            block_size=min(max(path.stat().st_size + 1, 1 << 20), (1 << 31) - 1)
        ),
        parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True, ignore_empty_lines=False),
        convert_options=pyarrow.csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()),
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=True,
        ),
    )


def _type_column(content: Content, field: Field) -> tuple[pa.Array, list[Finding]]:
    """A column of text in its field's type, null where a cell isn't written so."""
    column = content.column(field.name)
    if field.type == "string":
        return column, []
    written = pc.match_substring_regex(column, _WRITTEN[field.type])
    if field.type == "date":
        written = pc.and_(written, _is_day(column))
    if field.type == "number":
        # The longest doubles have some 1,100 digits; a longer text could overflow on the way.
        written = pc.and_(written, pc.less(pc.utf8_length(column), 1100))
    message = "the cell is not written as its type asks"
    wrong = find_rows(pc.invert(written))
    findings = content.findings("type-wrong", message, field.name, wrong, _ASKED[field.type])
    if wrong:
        column = pc.if_else(written, column, pa.scalar(None, pa.string()))
    typed = column.cast(arrow_type(field))
    if field.type == "number":
        findings += _check_exact(content, field.name, column)
    return typed, findings


def _check_days(content: Content) -> list[Finding]:
    """Days outside the years 1 to 9999, which Python's dates don't know, as a finding a column."""
    findings = []
    for field in content.schema.fields:
        if field.type == "date":
            days = content.column(field.name).cast(pa.int32())
            outside = pc.or_(pc.less(days, _FIRST_DAY), pc.greater(days, _LAST_DAY))
            if rows := find_rows(outside):
                findings.append(
                    report_finding(
                        "type-wrong",
                        "the day is outside the years 1 to 9999",
                        file=content.file,
                        table=content.schema.name,
                        row=rows[0] + 1,
                        field=field.name,
                        found=f"day {days[rows[0]].as_py()} since 1970-01-01",
                        expected=_ASKED["date"],
                    )
                )
    return findings


def _is_day(column: pa.Array) -> pa.Array:
    """Whether each text is a day of the calendar; asks Python once for each different text."""
    days = pa.array([text for text in pc.unique(column).to_pylist() if _is_calendar_day(text)])
    return pc.if_else(
        pc.is_valid(column), pc.is_in(column, days.cast(pa.string())), pa.scalar(None, pa.bool_())
    )


def _is_calendar_day(text: str | None) -> bool:
    try:
        return text is not None and date.fromisoformat(text) is not None
    except ValueError:
        return False


def _check_exact(content: Content, name: str, column: pa.Array) -> list[Finding]:
    """Ask of every long number whether text → double → text gives it back."""
    long = find_rows(pc.greater(pc.utf8_length(column), _EXACT_DIGITS))
    wrong = [row for row in long if not _survives(column[row].as_py())]
    message = "the number doesn't survive as a double"
    return content.findings("number-inexact", message, name, wrong)


def _survives(text: str) -> bool:
    return Decimal(text) == Decimal(repr(float(text)))


def _check_finite(content: Content) -> list[Finding]:
    findings = []
    for field in content.schema.fields:
        if field.type == "number":
            wrong = find_rows(pc.invert(pc.is_finite(content.column(field.name))))
            message = "the number is not finite"
            findings += content.findings("type-wrong", message, field.name, wrong, _ASKED["number"])
    return findings


def _plain_type(arrow_type: pa.DataType) -> pa.DataType:
    """Text is text, however Arrow stores it."""
    if pa.types.is_dictionary(arrow_type):
        return _plain_type(arrow_type.value_type)
    return pa.string() if pa.types.is_large_string(arrow_type) else arrow_type


def _wrong_columns(file: str, schema: TableSchema, found: Sequence[str]) -> Finding:
    return report_finding(
        "columns-wrong",
        "the file has other columns than its schema, or in another order",
        file=file,
        table=schema.name,
        found=", ".join(found),
        expected=", ".join(schema.field_names),
    )


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
