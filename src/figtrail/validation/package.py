"""The whole proof of a package, gate after gate, as one report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args

import pyarrow.compute as pc

from figtrail.model import Verdict
from figtrail.schemas import TABLES, load_schema
from figtrail.validation.contents import Content, find_rows, read_csv, read_parquet
from figtrail.validation.derivations import check_derivations
from figtrail.validation.descriptor import JsonObject, check_descriptor, read_descriptor
from figtrail.validation.files import check_files, compare_folders, list_resources
from figtrail.validation.independent import ask_frictionless
from figtrail.validation.provenance import (
    Provenance,
    ReadQuantity,
    check_provenance,
    check_readings,
)
from figtrail.validation.report import Finding, Report, list_rows, report_finding
from figtrail.validation.tables import check_foreign_keys, check_table, compare_contents

FORMS = ("csv", "parquet")

Contents = dict[str, dict[str, Content]]
"""Form → table → what its file holds."""


def validate_package(
    package: Path,
    *,
    seeds: Path | None = None,
    require_sources: bool = False,
    rebuilt: Path | None = None,
    fail_on: frozenset[str] = frozenset(),
    read_quantity: ReadQuantity | None = None,
) -> Report:
    """Prove everything that a package promises, and report every failure.

    Args:
        package: The folder that holds datapackage.json.
        seeds: The folder of the articles; None seeks them beside the package.
        require_sources: Whether an article that is not at hand is a failure.
        rebuilt: A package published anew, whose files must be the same byte for byte.
        fail_on: Verdicts of checks that are failures, such as `inconsistent`.
        read_quantity: Reads a quote again; None takes that of `figtrail.extraction`.

    Raises:
        ValueError: where `fail_on` names no verdict. What is wrong with the package never raises.

    """
    if unknown := fail_on - set(get_args(Verdict)):
        raise ValueError(f"no verdict: {', '.join(sorted(unknown))}")
    if not package.is_dir():
        missing = report_finding("package-missing", "there is no such folder", file=str(package))
        return Report(package, (missing,), {}, {}, {})
    descriptor, findings = read_descriptor(package)
    files, problems = check_files(package, descriptor)
    findings += problems
    if descriptor is not None:
        findings += check_descriptor(descriptor)
        findings += _check_resources(descriptor)
    contents, problems = _read_contents(package, files)
    findings += problems
    for tables in contents.values():
        for content in tables.values():
            findings += check_table(content)
            findings += check_foreign_keys(content, tables)
    findings += _compare_forms(contents)
    tables = {**contents["csv"], **contents["parquet"]}
    findings += check_derivations(tables)
    provenance = _prove_sources(tables, package, seeds, require_sources, read_quantity)
    findings += provenance.findings
    if descriptor is not None and not findings:
        findings += ask_frictionless(package, descriptor)
    findings += _refuse_verdicts(tables, fail_on)
    if rebuilt is not None:
        findings += compare_folders(package, rebuilt)
    checked = _count(files, contents)
    return Report(package, tuple(findings), checked, provenance.verified, provenance.unverified)


def _check_resources(descriptor: JsonObject) -> Iterator[Finding]:
    """Every table of figtrail has its resource, in each form, with the schema it promises."""
    places = {f"data/{table}.{form}": (table, form) for form in FORMS for table in TABLES}
    listed: set[str] = set()
    for resource in list_resources(descriptor):
        path = str(resource.get("path"))
        if path not in places or path in listed:
            message = "the resource is none of figtrail's tables, or stands twice"
            yield report_finding("resource-unknown", message, file="datapackage.json", found=path)
            continue
        listed.add(path)
        table, form = places[path]
        if resource.get("name") not in {table, f"{table}-{form}"} or resource.get("format") != form:
            message = f"the resource of {path} has another name or format"
            yield report_finding(
                "resource-unknown",
                message,
                file="datapackage.json",
                found=f"{resource.get('name')}, {resource.get('format')}",
                expected=f"{table} or {table}-{form}, {form}",
            )
        if resource.get("schema") != load_schema(table).descriptor:
            message = "the schema is not the one that figtrail promises"
            yield report_finding("schema-differs", message, file="datapackage.json", table=table)
    forms = {places[path][1] for path in listed} or set(FORMS)
    for path, (table, form) in places.items():
        if form in forms and path not in listed:
            message = f"the descriptor lists no {path}"
            yield report_finding("resource-missing", message, file="datapackage.json", table=table)


def _read_contents(package: Path, files: set[str]) -> tuple[Contents, list[Finding]]:
    """Every table's rows, of the files that are there."""
    contents: Contents = {form: {} for form in FORMS}
    findings = []
    for table in TABLES:
        for form, read in (("csv", read_csv), ("parquet", read_parquet)):
            file = f"data/{table}.{form}"
            if file in files:
                content, problems = read(package, file, load_schema(table))
                findings += problems
                if content is not None:
                    contents[form][table] = content
    return contents, findings


def _compare_forms(contents: Contents) -> Iterator[Finding]:
    for table, text in contents["csv"].items():
        parquet = contents["parquet"].get(table)
        if parquet is not None:
            yield from compare_contents(text, parquet)


def _prove_sources(
    tables: Mapping[str, Content],
    package: Path,
    seeds: Path | None,
    require_sources: bool,
    read_quantity: ReadQuantity | None,
) -> Provenance:
    sources, figures = tables.get("sources"), tables.get("figures")
    if figures is None or sources is None:
        return Provenance({}, {}, ())
    provenance = check_provenance(sources, figures, package, seeds, require_sources=require_sources)
    if read_quantity is None:
        from figtrail.extraction import read_quantity as default

        read_quantity = default
    findings = (*provenance.findings, *check_readings(figures, read_quantity))
    return Provenance(provenance.verified, provenance.unverified, findings)


def _refuse_verdicts(tables: Mapping[str, Content], fail_on: frozenset[str]) -> list[Finding]:
    checks = tables.get("checks")
    if checks is None:
        return []
    findings = []
    for verdict in sorted(fail_on):
        rows = find_rows(pc.equal(checks.column("verdict"), verdict))
        findings += list_rows(
            (
                report_finding(
                    "verdict-refused",
                    str(checks.rows.column("explanation")[row].as_py()),
                    file=checks.file,
                    table="checks",
                    row=row + 1,
                    key=checks.key(row),
                    field="verdict",
                    found=verdict,
                )
                for row in rows
            ),
            len(rows),
        )
    return findings


def _count(files: set[str], contents: Contents) -> dict[str, int]:
    read = [content.rows for tables in contents.values() for content in tables.values()]
    rows = sum(table.num_rows for table in read)
    cells = sum(table.num_rows * table.num_columns for table in read)
    return {"files": len(files), "tables": len(read), "rows": rows, "cells": cells}
