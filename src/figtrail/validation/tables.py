"""Every row of every table against its schema, column by column, and CSV against Parquet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from figtrail.schemas import Field, ForeignKey
from figtrail.validation.contents import Content, shown
from figtrail.validation.masks import find_rows, same
from figtrail.validation.report import Finding, report_finding

_URI = r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"]+$"


def check_table(content: Content) -> list[Finding]:
    """Hold one file's rows against its schema: required, unique, enum, pattern, range, key."""
    findings = []
    for field in content.schema.fields:
        findings += _check_field(content, field)
    key = content.schema.primary_key
    if len(key) > 1 or not content.schema.field(key[0]).unique:
        columns = [content.column(name) for name in key]
        rows = _find_repeated(columns)
        message = "the row's key stands in an earlier row too"
        findings += content.findings("key-repeated", message, key[0], rows)
    return findings


def check_foreign_keys(content: Content, tables: Mapping[str, Content]) -> list[Finding]:
    """Hold the foreign keys of one file's rows against the tables that they name."""
    findings = []
    for key in content.schema.foreign_keys:
        target = content if key.resource == content.schema.name else tables.get(key.resource)
        if target is not None:
            findings += _check_foreign_key(content, key, target)
    return findings


def compare_contents(text: Content, parquet: Content) -> list[Finding]:
    """Hold a table's CSV against its Parquet file: same rows, same order, same cells."""
    if text.rows.num_rows != parquet.rows.num_rows:
        return _compare_lengths(text, parquet)
    findings: list[Finding] = []
    for name in text.schema.field_names:
        ours, theirs = text.column(name), parquet.column(name)
        rows = find_rows(pc.invert(same(ours, theirs)))
        message = f"the cell is not the same in {parquet.file}"
        findings += text.findings("cell-differs", message, name, rows, partial(_cell, theirs))
    return findings


def _cell(column: pa.Array, row: int) -> str:
    return shown(column[row].as_py())


def _check_field(content: Content, field: Field) -> list[Finding]:
    column = content.column(field.name)
    findings: list[Finding] = []

    def refuse(code: str, message: str, mask: pa.Array, expected: str) -> None:
        nonlocal findings
        findings += content.findings(code, message, field.name, find_rows(mask), expected)

    if field.required:
        refuse("value-missing", "a required cell is empty", pc.is_null(column), "a value")
    if field.type == "string":
        empty = pc.equal(column, "")
        refuse("type-wrong", "an empty text stands for an empty cell", empty, "null")
    if field.enum:
        known = pc.is_in(column, pa.array(field.enum, column.type))
        unknown = pc.and_(pc.is_valid(column), pc.invert(known))
        refuse("code-unknown", "the code is not in the list", unknown, ", ".join(field.enum))
    if field.pattern is not None:
        broken = pc.invert(pc.match_substring_regex(column, f"^(?:{field.pattern})$"))
        refuse("pattern-broken", "the cell doesn't follow the pattern", broken, field.pattern)
    if field.format == "uri":
        broken = pc.invert(pc.match_substring_regex(column, _URI))
        refuse("type-wrong", "the cell is no URI", broken, "a URI (RFC 3986)")
    if field.minimum is not None:
        below = pc.less(column, field.minimum)
        refuse("value-out-of-range", "the number is too small", below, f"≥ {field.minimum}")
    if field.unique:
        rows = _find_repeated([column])
        message = "the value stands in an earlier row too"
        findings += content.findings("value-repeated", message, field.name, rows)
    return findings


def _check_foreign_key(content: Content, key: ForeignKey, target: Content) -> list[Finding]:
    ours = [content.column(name) for name in key.fields]
    theirs = [target.column(name) for name in key.reference_fields]
    codes = _encode([pa.concat_arrays(pair) for pair in zip(ours, theirs, strict=True)])
    own, other = codes[: content.rows.num_rows], codes[content.rows.num_rows :]
    broken = ~np.isin(own, other)
    for column in ours:
        broken &= np.asarray(pc.is_valid(column))
    rows = np.flatnonzero(broken).tolist()
    expected = f"a {', '.join(key.reference_fields)} of {key.resource}"
    message = f"{key.resource} has no such row"
    return content.findings("reference-broken", message, key.fields[0], rows, expected)


def _find_repeated(columns: Sequence[pa.Array]) -> list[int]:
    """The rows (from 0) that say what an earlier row says already; rows with a null are let be."""
    codes = _encode(columns)
    repeated = np.ones(len(codes), dtype=bool)
    repeated[np.unique(codes, return_index=True)[1]] = False
    for column in columns:
        repeated &= np.asarray(pc.is_valid(column))
    rows: list[int] = np.flatnonzero(repeated).tolist()
    return rows


def _encode(columns: Sequence[pa.Array]) -> npt.NDArray[np.int64]:
    """One whole number a row, equal where all the columns are."""
    codes = np.zeros(len(columns[0]), dtype=np.int64)
    for column in columns:
        encoded = pc.dictionary_encode(column, null_encoding="encode")
        indices = encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64)
        # Renumbered after each column, so that the product stays small.
        codes = np.unique(codes * (len(encoded.dictionary) + 1) + indices, return_inverse=True)[1]
    return codes


def _compare_lengths(text: Content, parquet: Content) -> list[Finding]:
    """Name the rows that only one of the two files has, by their key."""
    findings = [
        report_finding(
            "rows-differ",
            f"it and {parquet.file} have different numbers of rows",
            file=text.file,
            table=text.schema.name,
            found=str(text.rows.num_rows),
            expected=str(parquet.rows.num_rows),
        )
    ]
    for these, others in ((text, parquet), (parquet, text)):
        names = these.schema.primary_key
        pairs = [pa.concat_arrays([these.column(name), others.column(name)]) for name in names]
        codes = _encode(pairs)
        own, other = codes[: these.rows.num_rows], codes[these.rows.num_rows :]
        rows = np.flatnonzero(~np.isin(own, other)).tolist()
        message = f"{others.file} has no such row"
        findings += these.findings("rows-differ", message, names[0], rows)
    return findings
