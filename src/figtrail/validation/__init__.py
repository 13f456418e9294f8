"""Proof of a package: everything it promises, read back from its files and tested."""

from figtrail.validation.codes import PROBLEM_CODES
from figtrail.validation.package import validate_package
from figtrail.validation.report import Finding, Report, format_report, report_to_json

__all__ = [
    "PROBLEM_CODES",
    "Finding",
    "Report",
    "format_report",
    "report_to_json",
    "validate_package",
]
