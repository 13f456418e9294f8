"""What stands beside the tables is refused when it says something else, hashes forged or not."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion_package import make_tables
from figtrail.layout import (
    COMPANIONS,
    CROISSANT,
    DATABASE,
    DATASETTE,
    OUTPUTS,
    PROVENANCE,
    WORKBOOK,
)
from figtrail.writing import write_package
from publication import RECIPE as PUBLICATION
from sample_breaks import validate
from sample_package import RECIPE, publish_sample, reseal

OTHERS = {companion.path for companion in COMPANIONS}
FIGURES_SHEET = "xl/worksheets/sheet1.xml"
VALUE = '<c r="F2"><v>1064</v></c>'


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample package with every output: not to be changed."""
    return publish_sample(tmp_path_factory.mktemp("whole"), replace(RECIPE, outputs=OUTPUTS))


@pytest.fixture
def package(whole: Path, tmp_path: Path) -> Path:
    """A copy of it, its articles beside it, free to be broken."""
    shutil.copytree(whole.parent, tmp_path / "copy")
    return tmp_path / "copy" / whole.name


def run_sql(*statements: str) -> Callable[[Path], None]:
    """A change of the database, which its own keys don't hinder."""

    def apply(package: Path) -> None:
        with closing(sqlite3.connect(package / DATABASE, isolation_level=None)) as database:
            for statement in statements:
                database.execute(statement)

    return apply


def edit_workbook(part: str, old: str, new: str) -> Callable[[Path], None]:
    """A change of the one place in a part of the workbook where `old` stands."""

    def apply(package: Path) -> None:
        with ZipFile(package / WORKBOOK) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        assert parts[part].count(old.encode()) == 1
        parts[part] = parts[part].replace(old.encode(), new.encode())
        with ZipFile(package / WORKBOOK, "w") as archive:
            for name, content in parts.items():
                archive.writestr(name, content)

    return apply


def edit_metadata(file: str, edit: Callable[[Any], object]) -> Callable[[Path], None]:
    """A change of a JSON file."""

    def apply(package: Path) -> None:
        content = json.loads((package / file).read_text("utf-8"))
        edit(content)
        (package / file).write_text(json.dumps(content), "utf-8")

    return apply


def overwrite(file: str, content: bytes) -> Callable[[Path], None]:
    """Another content."""
    return lambda package: (package / file).write_bytes(content) and None


def find_annotation(content: Any) -> Any:  # noqa: ANN401
    """The first figure of a provenance file."""
    return next(node for node in content["@graph"] if "target" in node)


def test_a_package_with_every_output_is_valid(whole: Path) -> None:
    """And every file beside the tables is described."""
    assert validate(whole, require_sources=True).findings == ()
    descriptor = json.loads((whole / "datapackage.json").read_text("utf-8"))
    assert [file["path"] for file in descriptor["files"]] == [each.path for each in COMPANIONS]


def test_odd_texts_are_the_same_in_every_file(tmp_path: Path) -> None:
    """No file is taken for another one because of how it writes them."""
    recipe = replace(PUBLICATION, outputs=OUTPUTS)
    write_package(make_tables(), recipe, tmp_path / "out")
    findings = validate(tmp_path / "out").findings
    assert [finding for finding in findings if finding.file in OTHERS] == []
    assert [finding for finding in findings if finding.code == "cell-differs"] == []


@pytest.mark.parametrize("output", ["sqlite", "xlsx", "metadata"])
def test_a_package_with_one_more_output_is_valid(output: str, tmp_path: Path) -> None:
    """Each alone, beside tables of one form."""
    package = publish_sample(tmp_path, replace(RECIPE, outputs=("parquet", output)))
    assert validate(package).findings == ()


BREAKS: list[tuple[str, Callable[[Path], None], str, str]] = [
    (
        "a value in the database",
        run_sql("UPDATE figures SET value = 1065 WHERE value = 1064"),
        "cell-differs",
        "value",
    ),
    (
        "a day in the database",
        run_sql("UPDATE figures SET period_end = '2021-12-30' WHERE period_end = '2021-12-31'"),
        "cell-differs",
        "period_end",
    ),
    ("a row gone from the database", run_sql("DELETE FROM relations"), "rows-differ", ""),
    (
        "a table gone from the database",
        run_sql("DROP VIEW series", "DROP TABLE measures"),
        "database-unreadable",
        "no table measures",
    ),
    (
        "a view in a table's place",
        run_sql("ALTER TABLE checks RENAME TO x", "CREATE VIEW checks AS SELECT * FROM x"),
        "database-unreadable",
        "no table checks",
    ),
    ("no database", overwrite(DATABASE, b"SQLite format 4"), "database-unreadable", ""),
    (
        "a cell in the workbook",
        edit_workbook(FIGURES_SHEET, VALUE, VALUE.replace("1064", "1065")),
        "cell-differs",
        "field value",
    ),
    (
        "a workbook of broken XML",
        edit_workbook(FIGURES_SHEET, '<row r="2"', '<x r="2"'),
        "workbook-unreadable",
        "",
    ),
    (
        "a formula in the workbook",
        edit_workbook(FIGURES_SHEET, VALUE, VALUE.replace("<v>", "<f>1+1</f><v>")),
        "workbook-unreadable",
        "F2 holds a formula",
    ),
    (
        "text for a number",
        edit_workbook(FIGURES_SHEET, VALUE, '<c r="F2" t="s"><v>0</v></c>'),
        "workbook-unreadable",
        "a cell of value is 'figure_id'",
    ),
    (
        "a sheet of another name",
        edit_workbook("xl/workbook.xml", 'name="checks"', 'name="cheques"'),
        "workbook-unreadable",
        "its sheets are",
    ),
    (
        "another header",
        edit_workbook("xl/sharedStrings.xml", "<t>quote</t>", "<t>Quote</t>"),
        "workbook-unreadable",
        "header of figures",
    ),
    ("no workbook", overwrite(WORKBOOK, b"PK"), "workbook-unreadable", ""),
    (
        "a quote in the provenance",
        edit_metadata(
            PROVENANCE,
            lambda c: find_annotation(c)["target"]["selector"][1].update(exact="1,065"),
        ),
        "metadata-differs",
        "1,065",
    ),
    (
        "a hash in the provenance",
        edit_metadata(PROVENANCE, lambda c: [n.update(sha256="0" * 64) for n in c["@graph"]]),
        "metadata-differs",
        "0000",
    ),
    (
        "a figure gone from the provenance",
        edit_metadata(PROVENANCE, lambda c: c["@graph"].remove(find_annotation(c))),
        "metadata-differs",
        "found nothing",
    ),
    ("no JSON", overwrite(PROVENANCE, b"{"), "metadata-unreadable", ""),
    ("JSON of another shape", overwrite(CROISSANT, b"[1]"), "metadata-unreadable", ""),
    (
        "a hash in Croissant",
        edit_metadata(CROISSANT, lambda c: c["distribution"][0].update(sha256="0" * 64)),
        "metadata-differs",
        "0000",
    ),
    (
        "a column gone from Croissant",
        edit_metadata(CROISSANT, lambda c: c["recordSet"][0]["field"].pop()),
        "metadata-differs",
        "figures",
    ),
    (
        "a description for Datasette",
        edit_metadata(
            DATASETTE,
            lambda c: c["databases"]["figtrail"]["tables"]["units"]["columns"].update(code="?"),
        ),
        "metadata-differs",
        "units",
    ),
    (
        "a description in the descriptor",
        edit_metadata("datapackage.json", lambda c: c["files"][0].update(title="Else")),
        "file-misdescribed",
        "files[0]",
    ),
    (
        "a file that is not described",
        edit_metadata("datapackage.json", lambda c: c.pop("files")),
        "file-misdescribed",
        "found nothing",
    ),
    ("a file gone", lambda package: (package / WORKBOOK).unlink(), "file-misdescribed", "files[1]"),
]


@pytest.mark.parametrize(
    ("apply", "code", "word"), [pytest.param(*case[1:], id=case[0]) for case in BREAKS]
)
def test_a_forged_file_is_refused(
    package: Path, apply: Callable[[Path], None], code: str, word: str
) -> None:
    """With every hash forged too, by what it says."""
    apply(package)
    reseal(package)
    found = [str(finding) for finding in validate(package).findings if finding.code == code]
    assert found
    assert word in found[0]


@pytest.mark.parametrize("companion", COMPANIONS, ids=lambda each: each.path)
def test_a_changed_file_has_another_hash(package: Path, companion: Any) -> None:  # noqa: ANN401
    """Than SHA256SUMS says."""
    with (package / companion.path).open("ab") as file:
        file.write(b" ")
    codes = {finding.code for finding in validate(package).findings}
    assert {"checksum-wrong", "file-misdescribed"} <= codes


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(companion=st.sampled_from(COMPANIONS), data=st.data())
def test_no_damage_ends_in_an_error(
    package: Path,
    companion: Any,  # noqa: ANN401
    data: st.DataObject,
) -> None:
    """Bytes changed anywhere are refused, and never crash the validation."""
    path = package / companion.path
    content = path.read_bytes()
    start = data.draw(st.integers(0, len(content)))
    length = data.draw(st.integers(0, 400))
    path.write_bytes(content[:start] + data.draw(st.binary(max_size=8)) + content[start + length :])
    changed = path.read_bytes() != content
    report = validate(package)
    path.write_bytes(content)
    assert report.ok != changed
