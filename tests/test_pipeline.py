"""The whole way: a folder of articles in, a proved package out."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import figtrail
from figtrail import pipeline
from figtrail.model import FigtrailError

ROOT = Path(__file__).parents[1]
ARTICLE = (
    "Fires in Leeds rose from 712 in 2018 to 1,064 in 2019, an increase of 49.4 per cent.\n\n"
    "Leeds spent £2m on smoke alarms in 2019.\n"
)


def write_articles(folder: Path) -> Path:
    seeds = folder / "articles"
    (seeds / "deep").mkdir(parents=True)
    (seeds / "fires.txt").write_text(ARTICLE, encoding="utf-8")
    (seeds / "deep" / "more.md").write_text("# More\r\n\r\nSix homes burned.\r\n", encoding="utf-8")
    return seeds


def read_bytes(package: Path) -> dict[str, bytes]:
    files = (path for path in package.rglob("*") if path.is_file())
    return {path.relative_to(package).as_posix(): path.read_bytes() for path in files}


def test_a_bare_folder_of_articles_publishes_and_validates(tmp_path: Path) -> None:
    seeds = write_articles(tmp_path)
    summary = figtrail.publish(seeds, tmp_path / "package")
    assert summary.articles == 2
    assert summary.figure_count >= 4
    assert figtrail.validate(tmp_path / "package", seeds=seeds, require_sources=True).ok


def test_articles_without_a_figure_publish_and_validate(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("Nobody came.\n")
    pipeline.publish(tmp_path / "seeds", tmp_path / "package")
    report = pipeline.validate(tmp_path / "package", seeds=tmp_path / "seeds", rebuild=True)
    assert report.findings == ()
    assert len(figtrail.load(tmp_path / "package").figures) == 0


def test_publishing_again_changes_no_byte(tmp_path: Path) -> None:
    seeds = write_articles(tmp_path)
    figtrail.publish(seeds, tmp_path / "one")
    first = read_bytes(tmp_path / "one")
    figtrail.publish(seeds, tmp_path / "one")
    assert read_bytes(tmp_path / "one") == first


def test_the_bytes_hang_neither_on_hash_seed_nor_on_time_zone_nor_on_locale(tmp_path: Path) -> None:
    seeds = write_articles(tmp_path)
    packages = []
    for number, zone in enumerate(("Asia/Tokyo", "America/Lima")):
        out = tmp_path / f"package-{number}"
        command = [sys.executable, "-m", "figtrail", "publish", str(seeds), "--out", str(out)]
        changed = {"PYTHONHASHSEED": str(number), "TZ": zone, "LC_ALL": "C"}
        subprocess.run(command, env={**os.environ, **changed}, check=True, capture_output=True)
        packages.append(read_bytes(out))
    assert packages[0] == packages[1]


def test_rebuilding_compares_every_byte(tmp_path: Path) -> None:
    seeds = write_articles(tmp_path)
    package = tmp_path / "package"
    figtrail.publish(seeds, package)
    assert figtrail.validate(package, seeds=seeds, rebuild=True).ok
    (seeds / "deep" / "more.md").write_text("Seven homes burned.\n", encoding="utf-8")
    report = figtrail.validate(package, seeds=seeds, rebuild=True)
    assert "data/figures.csv" in {finding.file for finding in report.findings}


def test_a_failed_publish_leaves_the_old_package_as_it_was(tmp_path: Path) -> None:
    seeds = write_articles(tmp_path)
    package = tmp_path / "package"
    figtrail.publish(seeds, package)
    before = read_bytes(package)
    (seeds / "broken.txt").write_bytes(b"\xff")
    with pytest.raises(FigtrailError, match="not UTF-8"):
        figtrail.publish(seeds, package)
    assert read_bytes(package) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", "package"]


def test_a_package_that_validation_refuses_is_never_swapped_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = write_articles(tmp_path)
    package = tmp_path / "package"
    figtrail.publish(seeds, package)
    before = read_bytes(package)
    (seeds / "fires.txt").write_text(ARTICLE.replace("£2m", "£3m"), encoding="utf-8")
    monkeypatch.setattr(pipeline, "extract_figures", _misread(pipeline.extract_figures))
    with pytest.raises(FigtrailError, match="reading-wrong"):
        figtrail.publish(seeds, package)
    assert read_bytes(package) == before


def _misread(extract):  # noqa: ANN001, ANN202  # as extract_figures
    from dataclasses import replace
    from decimal import Decimal

    def extract_wrongly(document):  # noqa: ANN001, ANN202
        extraction = extract(document)
        wrong = tuple(replace(figure, value=Decimal(5)) for figure in extraction.figures)
        return extraction._replace(figures=wrong)

    return extract_wrongly


def test_corrections_that_meet_nothing_stop_the_build_with_their_line(tmp_path: Path) -> None:
    seeds = write_articles(tmp_path)
    build = tmp_path / "build"
    build.mkdir()
    (build / "recipe.toml").write_text('title = "Fires"\n', encoding="utf-8")
    (build / "corrections.csv").write_text(
        "action,source_id,char_start,char_end,quote,field,expected,corrected,reason,author,date\n"
        "confirm,fires,0,5,Fires,,,,looked,Jo,2024-01-01\n",
        encoding="utf-8",
    )
    with pytest.raises(FigtrailError, match=r"corrections.csv, line 2: no figure stands at"):
        figtrail.publish(seeds, tmp_path / "package")


def test_the_recipe_beside_the_articles_is_taken(tmp_path: Path) -> None:
    seeds = write_articles(tmp_path)
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "recipe.toml").write_text('title = "Fires"\n', encoding="utf-8")
    figtrail.publish(seeds, tmp_path / "package")
    descriptor = json.loads((tmp_path / "package" / "datapackage.json").read_bytes())
    assert descriptor["title"] == "Fires"


def test_a_folder_that_is_no_package_of_ours_is_not_replaced(tmp_path: Path) -> None:
    seeds = write_articles(tmp_path)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "diary.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(FigtrailError, match=r"diary\.txt"):
        figtrail.publish(seeds, tmp_path / "mine")


def test_the_summary_counts_what_is_coded_and_names_what_contradicts_itself(
    tmp_path: Path,
) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    article = ARTICLE.replace("49.4", "59.4")
    (seeds / "fires.txt").write_text(article, encoding="utf-8")
    command = [sys.executable, "-m", "figtrail", "publish", "seeds"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    told = dict(row.split(maxsplit=1) for row in done.stdout.splitlines())
    assert told["articles"] == "1"
    assert told["figures"] == "4: 2 count, 1 money, 1 percentage"
    assert told["measures"] == "0 coded, 4 uncoded"
    assert told["places"] == "4 coded, 0 uncoded"
    assert told["checks"] == "1: 1 inconsistent"
    assert (
        "49.44 per cent ((1,064 − 712) ÷ 712); the article states 59.4 per cent"
        in told["inconsistent"]
    )


def test_inconsistent_articles_fail_a_validation_only_where_asked(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "fires.txt").write_text(ARTICLE.replace("49.4", "59.4"), encoding="utf-8")
    figtrail.publish(seeds, tmp_path / "package")
    assert figtrail.validate(tmp_path / "package").ok
    assert not figtrail.validate(tmp_path / "package", fail_on=["inconsistent"]).ok


def test_the_committed_package_is_what_the_tool_makes_of_this_repository(tmp_path: Path) -> None:
    for name in ("seeds", "build"):
        shutil.copytree(ROOT / name, tmp_path / name)
    figtrail.publish(tmp_path / "seeds", tmp_path / "datapackage")
    assert read_bytes(tmp_path / "datapackage") == read_bytes(ROOT / "datapackage")


def test_the_committed_package_holds_the_seeds_figures_and_their_codes() -> None:
    figures = figtrail.load(ROOT / "datapackage").figures
    rise = figures[(figures["measure"] == "cla") & figures["period"].isin(["2018-04-01"])]
    assert rise["value"].tolist() == [442]
    assert rise["place"].tolist() == ["E08000013"]
