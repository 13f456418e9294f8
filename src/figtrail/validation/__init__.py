"""Proof of a package: everything it promises, read back from its files and tested."""

from figtrail.validation.codes import PROBLEM_CODES
from figtrail.validation.github import report_to_github
from figtrail.validation.junit import report_to_junit
from figtrail.validation.package import validate_package
from figtrail.validation.report import Finding, Report, format_report, report_to_json
from figtrail.validation.sarif import report_to_sarif

__all__ = [
    "PROBLEM_CODES",
    "Finding",
    "Report",
    "format_report",
    "report_to_github",
    "report_to_json",
    "report_to_junit",
    "report_to_sarif",
    "validate_package",
]
