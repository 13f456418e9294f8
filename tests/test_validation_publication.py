"""The articles of this repository, published, and each promised refusal seen on a copy of them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from figtrail.model import FigtrailError
from figtrail.pipeline import publish
from figtrail.validation import format_report, validate_package
from sample_breaks import Break, codes
from sample_package import edit_bytes, edit_cell, edit_descriptor, edit_table, reseal

SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the repository's articles and the package published from them."""
    folder = tmp_path_factory.mktemp("publication")
    shutil.copytree(SEEDS, folder / "seeds")
    publish(folder / "seeds", folder / "datapackage", SEEDS.parent / "build/recipe.toml")
    return folder


@pytest.fixture
def copy(publication: Path, tmp_path: Path) -> Path:
    """A copy of the published package, its articles beside it."""
    shutil.copytree(publication, tmp_path / "copy")
    return tmp_path / "copy/datapackage"


def find_row(package: Path, quote: str) -> int:
    """The row (from 0) of the one figure that is written so."""
    figures = pq.read_table(package / "data/figures.parquet")
    (row,) = pc.indices_nonzero(pc.equal(figures.column("quote"), quote)).to_pylist()
    return int(row)


def edit_442(field: str, cell: object, *forms: str) -> Break:
    """Another cell in the row of the figure 442, every hash forged."""

    def apply(package: Path) -> None:
        edit_cell(package, "figures", find_row(package, "442"), field, cell, *forms)
        reseal(package)

    return apply


def change_article(package: Path) -> None:
    """One character of an article changed, in the figure 442."""
    article = next((package.parent / "seeds").glob("002*.txt"))
    edit_bytes(article.parent, article.name, "442", "443")


def misread(package: Path) -> None:
    """The figure 442 with another number, and the interval that fits it."""
    for field in ("value", "low", "high"):
        edit_442(field, 443.0)(package)


def drop_row(package: Path) -> None:
    """The last row of the figures gone from the CSV."""
    edit_table(package, "figures", lambda rows: rows.slice(0, rows.num_rows - 1), "csv")
    reseal(package)


def forge_hash(package: Path) -> None:
    """Another hash of a Parquet file in the descriptor."""
    edit_descriptor(package, lambda d: d["resources"][-1].update(hash="sha256:" + "0" * 64))


def test_the_publication_of_the_articles_is_valid(publication: Path) -> None:
    report = validate_package(publication / "datapackage", require_sources=True)
    assert report.findings == (), format_report(report)
    assert report.verified["sources"] == 5


@pytest.mark.parametrize(
    ("code", "apply"),
    [
        ("source-changed", change_article),
        ("quote-wrong", change_article),
        ("quote-wrong", edit_442("quote", "443")),
        ("cell-differs", edit_442("value", 443.0, "csv")),
        ("cell-differs", edit_442("value", 443.0, "parquet")),
        ("rows-differ", drop_row),
        ("reference-broken", edit_442("source_id", "nowhere")),
        ("reference-broken", edit_442("unit", "unheard_of")),
        ("code-unknown", edit_442("bound", "roughly")),
        ("hash-wrong", forge_hash),
        ("reading-wrong", misread),
    ],
)
def test_each_promised_refusal_names_its_file(copy: Path, code: str, apply: Break) -> None:
    apply(copy)
    report = validate_package(copy)
    assert code in codes(report), format_report(report)
    assert all(finding.file for finding in report.findings)


def test_a_package_that_is_not_valid_is_not_swapped_in(copy: Path) -> None:
    """A failure of publishing leaves the package that was there."""
    before = (copy / "SHA256SUMS").read_bytes()
    (copy.parent / "seeds/broken.txt").write_bytes(b"\xff")
    with pytest.raises(FigtrailError, match=r"broken\.txt"):
        publish(copy.parent / "seeds", copy)
    assert (copy / "SHA256SUMS").read_bytes() == before
