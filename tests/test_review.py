"""The figures that most need a person's eye, and the lines to correct them with."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from figtrail import pipeline
from figtrail.codelists import CORRECTION_COLUMNS
from figtrail.review import Candidate, format_candidates, rank_figures, write_lines
from figtrail.schemas import TABLES, load_schema
from figtrail.snapshots import Row, Snapshot, Table, read_snapshot

ARTICLE = (
    "Fires in Ambridge rose from 712 in 2020 to 1,064 in 2021, an increase of 29.4 per cent.\n\n"
    "Crews now attend more than 480 of them. Three out of four were small. Some 12 were not.\n\n"
    "In recent years 31 firefighters left, she said.\n"
)
FILLED = {
    "value": "77",
    "period": "2021",
    "measured": "fires",
    "unit": "fire",
    "measure": "fires",
    "place": "ambridge",
    "speaker": "Jo Park",
}


def make_figure(**cells: str | None) -> Row:
    sure = {
        "figure_id": "f-a",
        "source_id": "a",
        "char_start": "10",
        "char_end": "13",
        "quote": "472",
        "value": "472",
        "unit": "person",
        "measured": "children",
        "period": "2019",
        "sentence": "There are 472 children.",
        "sentence_start": "0",
        "rule": "digits",
        "review": "automatic",
    }
    return dict.fromkeys(load_schema("figures").field_names) | sure | cells


def make_package(*figures: Row, **tables: list[dict[str, str | None]]) -> Snapshot:
    made = {}
    rows: dict[str, Any] = {"figures": figures, **tables}
    for name in TABLES:
        key = load_schema(name).primary_key
        content = {tuple(row[part] for part in key): row for row in rows.get(name, ())}
        made[name] = Table(load_schema(name).field_names, content)
    return Snapshot(Path("package"), "sample", "1.0.0", None, {}, made)


def doubt(**cells: str | None) -> list[tuple[int, str]]:
    """What speaks for looking at a lone figure: points and words."""
    others = [make_figure(figure_id=f"f-{number}", rule=cells.get("rule")) for number in range(30)]
    ranked = rank_figures(make_package(make_figure(**cells), *(others if "rule" in cells else ())))
    own = [candidate for candidate in ranked if candidate.figure["figure_id"] == "f-a"]
    return [(item.points, item.words) for candidate in own for item in candidate.doubts]


def test_a_figure_that_leaves_nothing_open_is_not_listed() -> None:
    assert doubt(rule="digits") == []


@pytest.mark.parametrize(
    ("cells", "doubts"),
    [
        (
            {"period": None, "period_text": "of late"},
            [(3, "the period is unresolved: “of late”")],
        ),
        (
            {"period_basis": "context"},
            [(1, "the period is carried from another sentence: 2019")],
        ),
        ({"measured": None}, [(2, "no words say what is measured")]),
        (
            {"measured": "looked-after children"},
            [(1, "what is measured stands in another sentence: “looked-after children”")],
        ),
        ({"unit": "item"}, [(1, "no noun says what is counted: unit item")]),
        ({"speaker_text": "she said"}, [(2, "the speaker is unresolved: “she said”")]),
        ({"place_text": "Leeds"}, [(1, "no place's code for “Leeds”")]),
        ({"place_text": "Leeds", "place": "leeds"}, []),
        ({"measured": "other children", "sentence": None}, []),
        ({"review": "confirmed", "measured": None}, []),
        ({"review": "added", "measured": None}, []),
    ],
)
def test_each_doubt_has_its_points_and_its_words(
    cells: dict[str, str | None], doubts: list[tuple[int, str]]
) -> None:
    assert doubt(rule="digits", **cells) == doubts


def test_a_measure_without_a_code_is_a_doubt_only_of_levels_and_where_there_are_measures() -> None:
    level, change = make_figure(), make_figure(figure_id="f-b", change="increase")
    figures = [make_figure(figure_id=f"f-{n}", measure="cla") for n in range(30)]
    measures = [dict.fromkeys(load_schema("measures").field_names) | {"code": "cla"}]
    ranked = rank_figures(make_package(level, change, *figures, measures=measures))
    assert [candidate.figure["figure_id"] for candidate in ranked] == ["f-a"]
    assert rank_figures(make_package(level, change, *figures)) == ()


def test_no_measure_of_another_kind_or_unit_makes_a_missing_code_a_doubt() -> None:
    level = make_figure(kind="count", unit="person")
    figures = [make_figure(figure_id=f"f-{n}", measure="cla") for n in range(30)]
    blank = dict.fromkeys(load_schema("measures").field_names)
    for kind, unit, listed in (
        ("count", "person", ["f-a"]),
        ("count", None, ["f-a"]),
        ("money", None, []),
        ("count", "home", []),
    ):
        measures = [blank | {"code": "cla", "kind": kind, "unit": unit}]
        ranked = rank_figures(make_package(level, *figures, measures=measures))
        assert [candidate.figure["figure_id"] for candidate in ranked] == listed


def test_the_articles_own_place_without_a_code_is_no_doubt() -> None:
    blank = dict.fromkeys(load_schema("sources").field_names)
    sources = [blank | {"source_id": make_figure()["source_id"], "place": "Leeds"}]
    figures = [make_figure(figure_id=f"f-{n}", place_text="Leeds") for n in range(30)]
    away = make_figure(figure_id="f-away", place_text="York")
    ranked = rank_figures(make_package(*figures, away, sources=sources))
    assert [candidate.figure["figure_id"] for candidate in ranked] == ["f-away"]


def test_a_rule_is_rare_that_read_one_figure_in_twenty_or_fewer() -> None:
    usual = [make_figure(figure_id=f"f-{number}") for number in range(19)]
    rare = make_figure(figure_id="f-rare", rule="share")
    (candidate,) = rank_figures(make_package(*usual, rare))
    assert [item.words for item in candidate.doubts] == [
        "read by a rule that is rare here: share (1 of 20)"
    ]
    assert rank_figures(make_package(*usual[:18], rare)) == ()


def make_check(check_id: str, verdict: str) -> dict[str, str | None]:
    return {"check_id": check_id, "kind": "sum", "verdict": verdict, "explanation": "1 + 1 = 3"}


def test_checks_that_found_something_weigh_most_and_are_told() -> None:
    checks = [make_check("c-1", "differs"), make_check("c-2", "inconsistent")]
    checks.append(make_check("c-3", "consistent"))
    parts: list[dict[str, str | None]] = [
        {"check_id": check["check_id"], "figure_id": "f-a", "role": role}
        for check in checks
        for role in ("stated", "part")
    ]
    figures = [make_figure(figure_id=f"f-{number}", rule="digits") for number in range(30)]
    figures.append(make_figure())
    package = make_package(*figures, checks=checks, check_figures=parts)
    (candidate,) = rank_figures(package)
    assert candidate.score == 9
    assert [item.words for item in candidate.doubts] == [
        "sum check, inconsistent: 1 + 1 = 3",
        "sum check, differs: 1 + 1 = 3",
    ]


def test_the_most_doubtful_figure_comes_first_and_equals_as_they_stand() -> None:
    one, two, three = (make_figure(figure_id=f"f-{letter}", unit="item") for letter in "xyz")
    doubtful = make_figure(figure_id="f-d", unit="item", measured=None)
    ranked = rank_figures(make_package(one, two, doubtful, three))
    assert [candidate.figure["figure_id"] for candidate in ranked] == ["f-d", "f-x", "f-y", "f-z"]


def test_a_contradiction_comes_before_however_many_lesser_doubts() -> None:
    open_ones = make_figure(
        figure_id="f-open", unit="item", period=None, period_text="of late", measured=None
    )
    checks = [make_check("c-1", "differs")]
    parts: list[dict[str, str | None]] = [
        {"check_id": "c-1", "figure_id": "f-a", "role": "stated"},
    ]
    package = make_package(open_ones, make_figure(), checks=checks, check_figures=parts)
    assert [one.figure["figure_id"] for one in rank_figures(package)] == ["f-a", "f-open"]


@pytest.fixture(scope="module")
def candidates(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[Candidate, ...]]:
    """An article that leaves much open, and what is to be reviewed of it."""
    folder = tmp_path_factory.mktemp("review")
    (folder / "seeds").mkdir()
    (folder / "build").mkdir()
    (folder / "seeds" / "fires.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "build" / "recipe.toml").write_text("", encoding="utf-8")
    (folder / "build" / "measures.csv").write_text("code,label\nfires,Fires\n", encoding="utf-8")
    (folder / "build" / "places.csv").write_text(
        "code,label\nambridge,Ambridge (village)\n", "utf-8"
    )
    with pipeline.rebuild_package(folder / "seeds") as package:
        return folder, rank_figures(read_snapshot(package))


def test_the_lines_once_filled_in_are_accepted_as_they_are(
    candidates: tuple[Path, tuple[Candidate, ...]],
) -> None:
    folder, ranked = candidates
    rows = list(csv.DictReader(io.StringIO(write_lines(ranked))))
    assert len({row["quote"] for row in rows}) >= 5
    assert {"value", "period", "place", "measure"} <= {row["field"] for row in rows}
    for row in rows:
        row |= {"reason": "read again", "author": "Jo Park", "date": "2026-01-31"}
        if row["action"] == "correct":
            row["corrected"] = FILLED[row["field"]]
    with (folder / "build" / "corrections.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, CORRECTION_COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    pipeline.publish(folder / "seeds", folder / "datapackage")
    reviewed = read_snapshot(folder / "datapackage")
    assert rank_figures(reviewed) == ()
    reviews = {row["review"] for row in reviewed.rows("figures")}
    assert "corrected" in reviews


def test_the_text_marks_each_figure_in_its_sentence_and_fits_a_terminal(
    candidates: tuple[Path, tuple[Candidate, ...]],
) -> None:
    told = format_candidates(candidates[1])
    assert "[480]" in told
    assert "fires, characters" in told
    assert max(map(len, told.splitlines())) <= 80


def test_a_long_sentence_is_cut_around_the_figure() -> None:
    words = "one after the other they came " * 20
    figure = make_figure(
        sentence=f"{words}472 {words}", char_start=str(len(words)), char_end=str(len(words) + 3)
    )
    told = format_candidates([Candidate(figure, ())])
    assert "[472]" in told
    assert told.count("…") == 2
    assert len(told) < 400
