"""A report as JUnit XML, SARIF and GitHub workflow commands, of packages that were broken."""

from __future__ import annotations

import json
import shutil
from importlib import metadata
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from figtrail.validation import report_to_github, report_to_junit, report_to_sarif
from figtrail.validation.lines import list_record_lines
from sample_breaks import edit_one, validate
from sample_package import edit_cell, reseal

MEND = "Publish the package again; never edit what was published."
BOUNDS = "exact, about, over, at_least, under, at_most, nearly, range"
HOSTILE = "a\nb, 50%: \x01<{c}>"
"""A cell with everything that one of the formats must not be given as it is."""

ATTRIBUTES = {
    "testsuites": {"name", "tests", "failures", "errors", "time"},
    "testsuite": {"name", "tests", "failures", "errors", "skipped", "time"},
    "properties": set(),
    "property": {"name", "value"},
    "testcase": {"name", "classname", "time"},
    "failure": {"message", "type"},
    "skipped": {"message"},
}
"""What may stand at each element for the readers that refuse what they don't know."""


@pytest.fixture(autouse=True)
def checkout(package: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder of a CI job: what holds the publication."""
    monkeypatch.chdir(package.parent)
    return package.parent


def break_value(package: Path) -> None:
    """The number of the second figure, in the CSV alone."""
    edit_one("figures", 1, "value", 713.0, "csv")(package)


def break_bound(package: Path) -> None:
    """The bound of the second figure a hostile text, that of the fifth another that can't be."""
    edit_cell(package, "figures", 1, "bound", HOSTILE)
    edit_cell(package, "figures", 4, "bound", "wrong")
    reseal(package)


# GitHub


def test_github_shows_an_error_at_the_line_of_the_row(package: Path) -> None:
    break_value(package)
    figure = "f-erpqiazcxlsjf3g3"
    assert report_to_github(validate(package)).splitlines() == [
        "::error file=datapackage/data/figures.csv,title=figtrail cell-differs,line=3::"
        f"data/figures.csv, row 2, {figure}, field value: the cell is not the same in "
        f"data/figures.parquet (expected 712.0, found 713.0). {MEND} [cell-differs]",
        f"{package} is invalid: 1 problem",
    ]


def test_github_is_given_one_line_a_command_with_percent_and_line_ends_escaped(
    package: Path,
) -> None:
    break_bound(package)
    first, second, *_ = report_to_github(validate(package)).splitlines()
    assert first.endswith(
        f"(expected {BOUNDS}, found a%0Ab, 50%25: \x01<{{c}}>). {MEND} [code-unknown]"
    )
    # The row above stretches over two lines.
    assert second.startswith(
        "::error file=datapackage/data/figures.csv,title=figtrail code-unknown,line=7::"
    )


def test_github_is_given_no_line_of_a_file_without_lines(package: Path) -> None:
    break_bound(package)
    commands = report_to_github(validate(package)).splitlines()
    parquet = [line for line in commands if "file=datapackage/data/figures.parquet" in line]
    assert len(parquet) == 2
    assert all(",title=figtrail code-unknown::" in line for line in parquet)


def test_properties_of_github_commands_have_colons_and_commas_escaped(
    checkout: Path, package: Path
) -> None:
    package = shutil.copytree(package, checkout / "a: b, 50%" / "datapackage")
    break_value(package)
    command = report_to_github(validate(package, seeds=checkout / "seeds"))
    assert command.startswith("::error file=a%3A b%2C 50%25/datapackage/data/figures.csv,title=")


def test_github_warns_of_what_could_not_be_verified(checkout: Path, package: Path) -> None:
    (checkout / "seeds" / "homes.md").unlink()
    assert report_to_github(validate(package)).splitlines() == [
        "::warning title=figtrail::1 of 3 sources could not be verified: "
        "their articles are not at hand",
        "::warning title=figtrail::3 of 6 figures could not be verified: "
        "their articles are not at hand",
        f"{package} is valid",
    ]


# JUnit


def parse(package: Path) -> ElementTree.Element:
    """The report as a reader gets it: bytes in UTF-8."""
    return ElementTree.fromstring(report_to_junit(validate(package)).encode("utf-8"))


def test_junit_has_a_failure_for_each_finding(package: Path) -> None:
    break_value(package)
    where = "data/figures.csv, row 2, f-erpqiazcxlsjf3g3, field value"
    assert report_to_junit(validate(package)) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="figtrail" tests="3" failures="1" errors="0" time="0">\n'
        '  <testsuite name="figtrail validate" tests="3" failures="1" errors="0" skipped="0" '
        'time="0">\n'
        "    <properties>\n"
        '      <property name="checked files" value="24" />\n'
        '      <property name="checked tables" value="20" />\n'
        '      <property name="checked rows" value="46" />\n'
        '      <property name="checked cells" value="706" />\n'
        "    </properties>\n"
        f'    <testcase name="cell-differs: {where}" classname="figtrail.validate" time="0">\n'
        '      <failure message="the cell is not the same in data/figures.parquet" '
        'type="cell-differs">datapackage/data/figures.csv:3\n'
        f"{where}: the cell is not the same in data/figures.parquet (expected 712.0, found "
        f"713.0). {MEND} [cell-differs]</failure>\n"
        "    </testcase>\n"
        '    <testcase name="sources held against the articles" classname="figtrail.validate" '
        'time="0" />\n'
        '    <testcase name="figures held against the articles" classname="figtrail.validate" '
        'time="0" />\n'
        "  </testsuite>\n"
        "</testsuites>"
    )


def test_junit_is_xml_whatever_the_cells_hold(package: Path) -> None:
    break_bound(package)
    failures = [failure.text or "" for failure in parse(package).iter("failure")]
    assert f"found a\nb, 50%: \\u0001<{{c}}>). {MEND}" in failures[0]
    assert failures[1].startswith("datapackage/data/figures.csv:7\n")


def test_junit_of_a_valid_package_has_passed_and_skipped_tests(
    checkout: Path, package: Path
) -> None:
    (checkout / "seeds" / "homes.md").unlink()
    suite = parse(package)[0]
    cases = {case.get("name"): [child.attrib for child in case] for case in suite.iter("testcase")}
    assert cases == {
        "datapackage is valid": [],
        "sources held against the articles": [],
        "sources whose articles are not at hand": [
            {"message": "1 of 3 sources could not be verified"}
        ],
        "figures held against the articles": [],
        "figures whose articles are not at hand": [
            {"message": "3 of 6 figures could not be verified"}
        ],
    }
    counts = {name: suite.get(name) for name in ("tests", "failures", "errors", "skipped")}
    assert counts == {"tests": "5", "failures": "0", "errors": "0", "skipped": "2"}


def test_nothing_passes_that_was_not_tested(checkout: Path, package: Path) -> None:
    shutil.rmtree(checkout / "seeds")
    names = [case.get("name") for case in parse(package).iter("testcase")]
    assert names == [
        "datapackage is valid",
        "sources whose articles are not at hand",
        "figures whose articles are not at hand",
    ]


def test_junit_has_no_attribute_that_a_strict_reader_refuses(checkout: Path, package: Path) -> None:
    break_bound(package)
    (checkout / "seeds" / "homes.md").unlink()
    for element in parse(package).iter():
        assert set(element.attrib) <= ATTRIBUTES[element.tag], element.tag


# SARIF


def read_sarif(package: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(report_to_sarif(validate(package)))
    return content


def test_sarif_has_a_result_for_each_finding_at_its_line(package: Path) -> None:
    break_value(package)
    content = read_sarif(package)
    assert content["$schema"].endswith("/sarif-schema-2.1.0.json")
    assert content["version"] == "2.1.0"
    (run,) = content["runs"]
    (result,) = run["results"]
    fingerprint = result.pop("partialFingerprints")
    assert list(fingerprint) == ["figtrailFinding/v1"]
    where = "data/figures.csv, row 2, f-erpqiazcxlsjf3g3, field value"
    assert result == {
        "ruleId": "cell-differs",
        "ruleIndex": 0,
        "level": "error",
        "message": {
            "text": f"{where}: the cell is not the same in data/figures.parquet "
            f"(expected 712.0, found 713.0). {MEND} [cell-differs]"
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "datapackage/data/figures.csv"},
                    "region": {"startLine": 3},
                },
                "logicalLocations": [{"fullyQualifiedName": where}],
            }
        ],
        "occurrenceCount": 1,
    }


def test_sarif_names_the_tool_and_describes_the_rules_of_its_results(package: Path) -> None:
    break_value(package)
    (run,) = read_sarif(package)["runs"]
    assert run["tool"] == {
        "driver": {
            "name": "figtrail",
            "version": metadata.version("figtrail"),
            "rules": [
                {
                    "id": "cell-differs",
                    "shortDescription": {
                        "text": "A cell of the CSV is not the same in the Parquet file."
                    },
                    "fullDescription": {
                        "text": "A cell of the CSV is not the same in the Parquet file."
                    },
                    "help": {"text": MEND},
                    "defaultConfiguration": {"level": "error"},
                }
            ],
        }
    }
    assert run["invocations"] == [
        {"executionSuccessful": True, "exitCode": 1, "toolExecutionNotifications": []}
    ]


def test_sarif_doubles_the_braces_of_a_message(package: Path) -> None:
    break_bound(package)
    first = read_sarif(package)["runs"][0]["results"][0]
    assert "found a\nb, 50%: \x01<{{c}}>)" in first["message"]["text"]


def test_sarif_gives_the_first_line_of_a_file_without_lines(package: Path) -> None:
    break_bound(package)
    places = [
        result["locations"][0]["physicalLocation"]
        for result in read_sarif(package)["runs"][0]["results"]
    ]
    lines = {(place["artifactLocation"]["uri"], place["region"]["startLine"]) for place in places}
    assert lines == {
        ("datapackage/data/figures.csv", 3),
        ("datapackage/data/figures.csv", 7),
        ("datapackage/data/figures.parquet", 1),
    }


def test_sarif_has_paths_as_uris(
    checkout: Path, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the working folder with %20 for a blank; a file address where it lies outside."""
    package = shutil.copytree(package, checkout / "a: b, 50%" / "datapackage")
    break_value(package)
    assert read_uri(package, checkout) == "a%3A%20b%2C%2050%25/datapackage/data/figures.csv"
    monkeypatch.chdir(checkout / "seeds")
    folder = checkout.as_posix()
    assert read_uri(package, checkout) == (
        f"file://{folder}/a%3A%20b%2C%2050%25/datapackage/data/figures.csv"
    )


def read_uri(package: Path, checkout: Path) -> str:
    content = json.loads(report_to_sarif(validate(package, seeds=checkout / "seeds")))
    place = content["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    return str(place["artifactLocation"]["uri"])


def test_sarif_recognises_a_result_again_that_has_moved(package: Path) -> None:
    edit_one("figures", 4, "bound", "wrong")(package)
    before = find_lines(package)
    edit_one("figures", 1, "measured", "two\nlines")(package)
    after = find_lines(package)
    assert sorted(before.values()) == [1, 6]
    assert [(after[one], line) for one, line in before.items()] == [(7, 6), (1, 1)]


def find_lines(package: Path) -> dict[str, int]:
    """The lines of results, by what the results are recognised by."""
    return {
        result["partialFingerprints"]["figtrailFinding/v1"]: read_line(result)
        for result in read_sarif(package)["runs"][0]["results"]
    }


def read_line(result: dict[str, Any]) -> int:
    return int(result["locations"][0]["physicalLocation"]["region"]["startLine"])


def test_sarif_tells_of_what_could_not_be_verified(checkout: Path, package: Path) -> None:
    (checkout / "seeds" / "homes.md").unlink()
    (run,) = read_sarif(package)["runs"]
    assert run["results"] == []
    told = run["invocations"][0]["toolExecutionNotifications"]
    assert [(note["level"], note["message"]["text"]) for note in told] == [
        (
            "warning",
            "1 of 3 sources could not be verified: their articles are not at hand",
        ),
        (
            "warning",
            "3 of 6 figures could not be verified: their articles are not at hand",
        ),
    ]


# All of them


@pytest.mark.parametrize("write", [report_to_github, report_to_junit, report_to_sarif])
def test_a_package_that_is_missing_is_reported_at_its_path(checkout: Path, write: Any) -> None:  # noqa: ANN401
    text = write(validate(checkout / "none"))
    assert "package-missing" in text
    assert "none" in text


def test_records_of_csv_start_where_no_quote_is_open() -> None:
    text = 'a,b\n1,"x\ny ""z""\n"\n2,\n'
    assert list_record_lines(text) == [1, 2, 5, 6]
