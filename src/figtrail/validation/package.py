"""The whole proof of a package, gate after gate, as one report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import get_args

import pyarrow.compute as pc

from figtrail.publication import Verdict
from figtrail.schemas import TABLES, load_schema
from figtrail.validation.companions import check_companions
from figtrail.validation.contents import Content, read_csv, read_parquet
from figtrail.validation.derivations import check_derivations
from figtrail.validation.descriptor import check_descriptor, read_descriptor
from figtrail.validation.figures import prove_figures
from figtrail.validation.files import check_files, compare_folders
from figtrail.validation.independent import ask_frictionless
from figtrail.validation.masks import find_rows
from figtrail.validation.provenance import check_provenance
from figtrail.validation.readings import ReadQuantity, check_readings
from figtrail.validation.rechecking import Recheck, check_checks
from figtrail.validation.report import Finding, Report, report_finding
from figtrail.validation.resources import FORMS, check_resources
from figtrail.validation.reviews import check_reviews
from figtrail.validation.tables import check_foreign_keys, check_table, compare_contents

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
    recheck: Recheck | None = None,
    jobs: int = 1,
) -> Report:
    """Prove everything that a package promises, and report every failure.

    Args:
        package: The folder that holds datapackage.json.
        seeds: The folder of the articles; None seeks them beside the package.
        require_sources: Whether an article that is not at hand is a failure.
        rebuilt: A package published anew, whose files must be the same byte for byte.
        fail_on: Verdicts of checks that are failures, such as `inconsistent`.
        read_quantity: Reads a quote again; None takes that of `figtrail.extraction`.
        recheck: Makes the checks anew; None takes that of `figtrail.checking`.
        jobs: How many processes read quotes at once; 0 is one for every core.

    Raises:
        ValueError: where `fail_on` names no verdict. What is wrong with the package never raises.

    """
    if unknown := fail_on - set(get_args(Verdict)):
        raise ValueError(f"no verdict: {', '.join(sorted(unknown))}")
    if not package.is_dir():
        message = "this is a file" if package.is_file() else "there is no such folder"
        missing = report_finding("package-missing", message, file=str(package))
        return Report(package, (missing,), {}, {}, {})
    descriptor, findings = read_descriptor(package)
    files, problems = check_files(package, descriptor)
    findings += problems
    if descriptor is not None:
        findings += check_descriptor(descriptor)
        findings += check_resources(descriptor)
    contents, problems = _read_contents(package, files)
    findings += problems
    findings += _check_forms(contents)
    tables = {**contents["csv"], **contents["parquet"]}
    findings += check_companions(package, files, descriptor, tables)
    findings += check_derivations(tables)
    read_quantity = read_quantity or _default_reading()
    if jobs == 1:
        # Checks read again what was read for the figures themselves.
        read_quantity = lru_cache(1 << 17)(read_quantity)
    findings += _prove_figures(tables, read_quantity, jobs)
    provenance = check_provenance(tables, package, seeds, require_sources=require_sources)
    findings += provenance.findings
    if descriptor is not None and not findings:
        findings += check_checks(tables, recheck or _default_checking(), read_quantity)
        findings += ask_frictionless(package, descriptor)
    findings += _refuse_verdicts(tables, fail_on)
    if rebuilt is not None:
        findings += compare_folders(package, rebuilt)
    checked = _count(files, contents)
    return Report(package, tuple(findings), checked, provenance.verified, provenance.unverified)


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


def _check_forms(contents: Contents) -> Iterator[Finding]:
    """Each table against its schema and those it refers to, and its two forms with each other."""
    for form in contents.values():
        for content in form.values():
            yield from check_table(content)
            yield from check_foreign_keys(content, form)
    for table, text in contents["csv"].items():
        parquet = contents["parquet"].get(table)
        if parquet is not None:
            yield from compare_contents(text, parquet)


def _prove_figures(
    tables: Mapping[str, Content], read_quantity: ReadQuantity, jobs: int
) -> Iterator[Finding]:
    figures, corrections = tables.get("figures"), tables.get("corrections")
    if figures is not None:
        yield from prove_figures(figures)
        yield from check_reviews(figures, corrections)
        yield from check_readings(figures, corrections, read_quantity, jobs)


def _default_reading() -> ReadQuantity:
    from figtrail.extraction import read_quantity

    return read_quantity


def _default_checking() -> Recheck:
    from figtrail import checking

    return checking.check_figures


def _refuse_verdicts(tables: Mapping[str, Content], fail_on: frozenset[str]) -> list[Finding]:
    checks = tables.get("checks")
    if checks is None:
        return []
    explanations = checks.column("explanation").to_pylist()
    findings = []
    for verdict in sorted(fail_on):
        for row in find_rows(pc.equal(checks.column("verdict"), verdict)):
            message = str(explanations[row])
            findings += checks.findings("verdict-refused", message, "verdict", [row])
    return findings


def _count(files: set[str], contents: Contents) -> dict[str, int]:
    read = [content.rows for tables in contents.values() for content in tables.values()]
    rows = sum(table.num_rows for table in read)
    cells = sum(table.num_rows * table.num_columns for table in read)
    return {"files": len(files), "tables": len(read), "rows": rows, "cells": cells}
