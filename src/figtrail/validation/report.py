"""What a validation found: the report, as text for a person and as JSON for a machine."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from figtrail.model import Problem
from figtrail.validation.codes import PROBLEM_CODES

FORMAT = "figtrail-validation/1"
"""Name and version of the JSON report; the number rises when a key is renamed or removed."""

EXAMPLES = 20
"""How many failures of one sort are listed one by one; the rest are counted."""

_WIDTH = 80


@dataclass(frozen=True, slots=True)
class Finding(Problem):
    """A `Problem` with its place in parts: file, table, data row (from 1), key and field.

    `more` counts further rows that fail in the same way and are not listed.
    """

    file: str | None = None
    table: str | None = None
    row: int | None = None
    key: str | None = None
    field: str | None = None
    more: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """The result of one validation.

    `checked` counts what was read (files, rows, cells, keys …). `verified` and `unverified` count
    what could and could not be held against the articles (sources, figures).
    """

    package: Path
    findings: tuple[Finding, ...]
    checked: Mapping[str, int]
    verified: Mapping[str, int]
    unverified: Mapping[str, int]

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong. What could not be verified is not wrong by itself."""
        return not self.findings

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The findings as plain `Problem`s."""
        return self.findings


def report_finding(
    code: str,
    message: str,
    *,
    file: str | None = None,
    table: str | None = None,
    row: int | None = None,
    key: str | None = None,
    field: str | None = None,
    found: str | None = None,
    expected: str | None = None,
) -> Finding:
    """Make a finding of a registered code; the action is the code's own."""
    parts = [file or table or "package"]
    if row is not None:
        parts.append(f"row {row}")
    if key is not None:
        parts.append(key)
    if field is not None:
        parts.append(f"field {field}")
    found, expected = _contrast(found, expected)
    return Finding(
        code=code,
        where=", ".join(parts),
        message=message,
        action=f"{PROBLEM_CODES[code].action}.",
        found=found,
        expected=expected,
        file=file,
        table=table,
        row=row,
        key=key,
        field=field,
    )


def format_report(report: Report) -> str:
    """The report as text: a line for each finding, then what was tested, then the verdict."""
    lines = [str(finding) for finding in report.findings]
    if lines:
        lines.append("")
    checked = ", ".join(f"{count:,} {what}" for what, count in report.checked.items())
    if checked:
        lines.append(f"Checked: {checked}")
    for what in report.verified:
        known, unknown = report.verified[what], report.unverified.get(what, 0)
        line = f"Held against the articles: {known:,} of {known + unknown:,} {what}"
        if unknown:
            line += f"; {unknown:,} could not be verified, their articles are not at hand"
        lines.append(line)
    count = sum(1 + finding.more for finding in report.findings)
    verdict = "valid" if report.ok else f"invalid: {count:,} problem{'s'[: count != 1]}"
    lines.append(f"{report.package} is {verdict}")
    return "\n".join(lines)


def report_to_json(report: Report) -> str:
    """The report as a JSON object of the format `FORMAT`, keys in a fixed order.

    Keys: `format`, `package`, `valid`, `checked`, `verified`, `unverified`, and `problems`, each
    with `code`, `where`, `file`, `table`, `row`, `key`, `field`, `message`, `found`, `expected`,
    `action` and `more`; what does not apply is null.
    """
    names = (
        *("code", "where", "file", "table", "row", "key", "field"),
        *("message", "found", "expected", "action", "more"),
    )
    content = {
        "format": FORMAT,
        "package": str(report.package),
        "valid": report.ok,
        "checked": dict(report.checked),
        "verified": dict(report.verified),
        "unverified": dict(report.unverified),
        "problems": [
            {name: getattr(finding, name) for name in names} for finding in report.findings
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def list_rows(findings: Iterable[Finding], failures: int) -> list[Finding]:
    """The first `EXAMPLES` findings of one sort; the last of them counts the rest of `failures`."""
    listed = []
    for finding in findings:
        listed.append(finding)
        if len(listed) == EXAMPLES:
            break
    if failures > len(listed) > 0:
        more = failures - len(listed)
        message = f"{listed[-1].message} ({more:,} more rows)"
        listed[-1] = replace(listed[-1], message=message, more=more)
    return listed


def _contrast(found: str | None, expected: str | None) -> tuple[str | None, str | None]:
    """Both sides, cut down to where they begin to differ when they are long."""
    first = 0
    if found is not None and expected is not None and max(len(found), len(expected)) > _WIDTH:
        pairs = enumerate(zip(found, expected, strict=False))
        shared = min(len(found), len(expected))
        first = next((place for place, (one, other) in pairs if one != other), shared)
        first = max(0, first - _WIDTH // 2)
    return _cut(found, first), _cut(expected, first)


def _cut(content: str | None, first: int) -> str | None:
    if content is None:
        return None
    before, after = "…" if first else "", "…" if len(content) > first + _WIDTH else ""
    return f"{before}{content[first : first + _WIDTH]}{after}"
