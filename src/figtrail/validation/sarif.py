"""A report as SARIF, which code scanning on GitHub and elsewhere shows beside the files.

Standard: SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html).
"""

from __future__ import annotations

import json
from importlib import metadata
from typing import Any
from urllib.parse import quote

from figtrail.identifiers import derive_id
from figtrail.validation.codes import PROBLEM_CODES
from figtrail.validation.lines import Location, locate_findings
from figtrail.validation.report import Finding, Report

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def report_to_sarif(report: Report) -> str:
    """One run: a result of level error for each finding, with the rule that its code stands for.

    Results are recognised again from run to run by a fingerprint of code, file, key and field, not
    by their lines. What could not be verified is a notification of level warning.
    """
    found = {finding.code for finding in report.findings}
    codes = [code for code in PROBLEM_CODES if code in found]
    run = {
        "tool": {
            "driver": {
                "name": "figtrail",
                "version": metadata.version("figtrail"),
                "rules": [_describe_rule(code) for code in codes],
            }
        },
        "invocations": [
            {
                "executionSuccessful": True,
                "exitCode": 0 if report.ok else 1,
                "toolExecutionNotifications": _list_notifications(report),
            }
        ],
        "columnKind": "unicodeCodePoints",
        "results": [
            _describe_result(finding, codes.index(finding.code), place)
            for finding, place in zip(report.findings, locate_findings(report), strict=True)
        ],
        "properties": {
            "checked": dict(report.checked),
            "verified": dict(report.verified),
            "unverified": dict(report.unverified),
        },
    }
    content = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(content, ensure_ascii=False, indent=2)


def _describe_rule(code: str) -> dict[str, Any]:
    entry = PROBLEM_CODES[code]
    return {
        "id": code,
        "shortDescription": {"text": entry.meaning},
        "fullDescription": {"text": entry.meaning},
        "help": {"text": f"{entry.action}."},
        "defaultConfiguration": {"level": "error"},
    }


def _describe_result(finding: Finding, rule: int, place: Location) -> dict[str, Any]:
    # GitHub asks for a line of every result; what concerns a whole file stands at its first.
    physical = {
        "artifactLocation": {"uri": _write_uri(place.path)},
        "region": {"startLine": place.line or 1},
    }
    named = (finding.code, finding.file or "", finding.key or "", finding.field or "")
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": "error",
        "message": {"text": _escape(str(finding))},
        "locations": [
            {
                "physicalLocation": physical,
                "logicalLocations": [{"fullyQualifiedName": finding.where}],
            }
        ],
        "occurrenceCount": 1 + finding.more,
        "partialFingerprints": {"figtrailFinding/v1": derive_id("v", *named)},
    }


def _escape(text: str) -> str:
    """The text as a message: braces stand for arguments there, unless doubled (section 3.11.5)."""
    return text.replace("{", "{{").replace("}", "}}")


def _list_notifications(report: Report) -> list[dict[str, Any]]:
    notifications = []
    for what, count in report.unverified.items():
        if count:
            counted = f"{count:,} of {count + report.verified.get(what, 0):,} {what}"
            text = f"{counted} could not be verified: their articles are not at hand"
            notifications.append({"level": "warning", "message": {"text": text}})
    return notifications


def _write_uri(path: str) -> str:
    """The path as a reference from the checkout's root; a file address where it is absolute."""
    return f"file://{quote(path)}" if path.startswith("/") else quote(path)
