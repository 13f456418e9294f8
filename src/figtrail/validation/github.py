"""A report as workflow commands, which GitHub Actions shows as annotations of a pull request.

Standard: https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
"""

from __future__ import annotations

from collections.abc import Iterator

from figtrail.validation.lines import locate_findings
from figtrail.validation.report import Report, format_report

_DATA = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_PROPERTY = (*_DATA, (":", "%3A"), (",", "%2C"))


def report_to_github(report: Report) -> str:
    """An error for each finding, a warning for what could not be verified, then the verdict."""
    return "\n".join(_list_commands(report))


def _list_commands(report: Report) -> Iterator[str]:
    for finding, place in zip(report.findings, locate_findings(report), strict=True):
        properties = {"file": place.path, "title": f"figtrail {finding.code}"}
        if place.line is not None:
            properties["line"] = str(place.line)
        yield _write_command("error", str(finding), properties)
    for what, count in report.unverified.items():
        if count:
            total = count + report.verified.get(what, 0)
            counted = f"{count:,} of {total:,} {what}"
            message = f"{counted} could not be verified: their articles are not at hand"
            yield _write_command("warning", message, {"title": "figtrail"})
    # The last line of a report is its verdict; nothing of it comes from the package's files.
    yield format_report(report).rpartition("\n")[2]


def _write_command(name: str, message: str, properties: dict[str, str]) -> str:
    named = ",".join(f"{key}={_escape(value, _PROPERTY)}" for key, value in properties.items())
    return f"::{name} {named}::{_escape(message, _DATA)}"


def _escape(text: str, replacements: tuple[tuple[str, str], ...]) -> str:
    for character, escape in replacements:
        text = text.replace(character, escape)
    return text
