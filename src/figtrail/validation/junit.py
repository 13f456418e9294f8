"""A report as JUnit XML, which Jenkins, GitLab, Azure and most other CI services show as tests.

There is no standard; what is written is what the strictest reader, the schema of Jenkins' xUnit
plugin, allows. That has no attributes for a file and a line, so the text of a failure begins with
them.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from figtrail.validation.lines import Location, locate_findings, shorten_path
from figtrail.validation.report import Finding, Report

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document can hold, escaped or not."""


def report_to_junit(report: Report) -> str:
    """One suite: a failure for each finding, else one test that passed for the whole package.

    What was held against the articles is a test that passed, what could not be is one that was
    skipped. Nothing depends on the clock.
    """
    suite = ElementTree.Element("testsuite", name="figtrail validate")
    properties = ElementTree.SubElement(suite, "properties")
    for what, count in report.checked.items():
        ElementTree.SubElement(properties, "property", name=f"checked {what}", value=str(count))
    for finding, place in zip(report.findings, locate_findings(report), strict=True):
        _add_failure(suite, finding, place)
    if report.ok:
        _add_case(suite, f"{shorten_path(report.package)} is valid")
    skipped = 0
    for what, count in report.verified.items():
        if count:
            _add_case(suite, f"{what} held against the articles")
        if left := report.unverified.get(what, 0):
            case = _add_case(suite, f"{what} whose articles are not at hand")
            message = f"{left:,} of {count + left:,} {what} could not be verified"
            ElementTree.SubElement(case, "skipped", message=message)
            skipped += 1
    counts = {
        "tests": len(suite.findall("testcase")),
        "failures": len(report.findings),
        "errors": 0,
        "skipped": skipped,
        "time": 0,
    }
    root = ElementTree.Element("testsuites", name="figtrail")
    for name, number in counts.items():
        suite.set(name, str(number))
        if name != "skipped":  # the schemas have no such attribute for all suites together
            root.set(name, str(number))
    root.append(suite)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, "unicode")


def _add_failure(suite: ElementTree.Element, finding: Finding, place: Location) -> None:
    case = _add_case(suite, f"{finding.code}: {finding.where}")
    failure = ElementTree.SubElement(case, "failure")
    failure.set("message", _clean(finding.message))
    failure.set("type", finding.code)
    at = place.path if place.line is None else f"{place.path}:{place.line}"
    failure.text = _clean(f"{at}\n{finding}")


def _add_case(suite: ElementTree.Element, name: str) -> ElementTree.Element:
    named = {"name": _clean(name), "classname": "figtrail.validate", "time": "0"}
    return ElementTree.SubElement(suite, "testcase", named)


def _clean(text: str) -> str:
    return _FORBIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
