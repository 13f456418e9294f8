"""The package as frictionless sees it: a second reading of the standard, by other people's code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from figtrail.validation.descriptor import DESCRIPTOR, JsonObject
from figtrail.validation.files import list_resources
from figtrail.validation.report import Finding, list_rows, report_finding

MOST_BYTES = 5_000_000
"""With more bytes of CSV, frictionless proves the descriptor alone: it reads some 5 MB/s."""


def ask_frictionless(package: Path, descriptor: JsonObject) -> list[Finding]:
    """Have frictionless check the descriptor, and the CSV of a package of ordinary size.

    Its reading of Parquet is left out: it takes right sizes for wrong and lets wrong hashes pass.
    """
    from frictionless import FrictionlessException, Package

    try:
        opened = Package.from_descriptor(descriptor, basepath=str(package.resolve()))
        return _check_text(package, opened.resources, list_resources(descriptor))
    except FrictionlessException as error:
        notes = [reason.note for reason in error.reasons] or [error.error.note]
    except Exception as error:  # frictionless lets errors of any sort through
        notes = [f"{type(error).__name__}: {error}"]
    return [_refused(note, DESCRIPTOR) for note in dict.fromkeys(notes)]


def _check_text(
    package: Path,
    opened: list[Any],
    resources: list[JsonObject],
) -> list[Finding]:
    files = [str(item["path"]) for item in resources if item.get("format") == "csv"]
    if sum((package / file).stat().st_size for file in files) > MOST_BYTES:
        return []
    findings = []
    for resource in opened:
        if resource.path in files:
            errors = [error for task in resource.validate().tasks for error in task.errors]
            refused = (_refused(error.message, resource.path) for error in errors)
            findings += list_rows(refused, len(errors))
    return findings


def _refused(note: str, file: str) -> Finding:
    return report_finding("frictionless-refused", f"frictionless says: {note}", file=file)
