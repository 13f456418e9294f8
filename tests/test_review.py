"""The figures that most need a person's eye, and the lines to correct them with."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from figtrail import pipeline
from figtrail.codelists import CORRECTION_COLUMNS
from figtrail.evaluation import read_gold
from figtrail.evaluation.judgement import is_right
from figtrail.evaluation.scoring import JUDGED_COLUMNS
from figtrail.extraction.figures import extract_figures
from figtrail.review import Candidate, format_candidates, rank_figures, write_lines
from figtrail.review.doubts import POINTS, Reason
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
        "status": "observed",
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
    """What speaks for looking at a lone figure of an article on York: points and words."""
    home = dict.fromkeys(load_schema("sources").field_names) | {"source_id": "a", "place": "York"}
    ranked = rank_figures(make_package(make_figure(**cells), sources=[home]))
    return [(item.points, item.words) for candidate in ranked for item in candidate.doubts]


def test_a_figure_that_leaves_nothing_open_is_not_listed() -> None:
    assert doubt() == []


@pytest.mark.parametrize(
    ("cells", "doubts"),
    [
        (
            {"period": None, "period_text": "of late"},
            [(10, "the period is unresolved: “of late”")],
        ),
        (
            {"period_basis": "context"},
            [(30, "the period is carried from another sentence: 2019")],
        ),
        ({"measured": None}, [(90, "no words say what is measured")]),
        (
            {"measured": "looked-after children"},
            [(40, "what is measured stands in another sentence: “looked-after children”")],
        ),
        (
            {"sentence": "Of children, the town has 472.", "char_start": "26"},
            [(25, "another clause says what is measured: “children”")],
        ),
        ({"sentence": "It has children, 9 of them in care, 472.", "char_start": "36"}, []),
        ({"sentence": "The children number 472, all told.", "char_start": "20"}, []),
        ({"unit": "item"}, [(95, "what is counted has no unit of its own: item")]),
        ({"speaker_text": "she said"}, [(85, "the speaker is unresolved: “she said”")]),
        ({"quoted": "true"}, [(85, "it is quoted, and nobody is named")]),
        ({"quoted": "true", "speaker": "Jo Park"}, []),
        ({"place_text": "York"}, []),
        (
            {"place_text": "Hull", "sentence": "In Hull are 472 children."},
            [(10, "no place's code for “Hull”")],
        ),
        ({"place_text": "York", "place": "york"}, []),
        (
            {"place_text": "Leeds", "place": "leeds"},
            [(50, "the place stands in another sentence: “Leeds”")],
        ),
        ({"place_text": "Leeds", "place": "leeds", "sentence": None}, []),
        (
            {"status": "target"},
            [
                (25, "the period is of no observation: 2019"),
                (20, "it is no observation: target"),
            ],
        ),
        ({"status": "target", "period": None}, [(20, "it is no observation: target")]),
        ({"change": "increase"}, []),
        (
            {"change": "increase", "period": None},
            [(20, "no period says when the increase was")],
        ),
        ({"measured": "other children", "sentence": None}, []),
        ({"measured": "Fires", "sentence": "| Hull | 472 | 12 |"}, []),
        ({"measured": "Fires", "sentence": "<TR><TD>Hull</TD><TD>472</TD></TR>"}, []),
        (
            {"measured": "Fires", "sentence": "<them> 472 in Hull"},
            [(40, "what is measured stands in another sentence: “Fires”")],
        ),
        ({"period_basis": "context", "sentence": "| Hull | 472 children |"}, []),
        (
            {"period_basis": "context", "sentence": None},
            [(30, "the period is carried from another sentence: 2019")],
        ),
        ({"review": "confirmed", "measured": None}, []),
        ({"review": "added", "measured": None}, []),
    ],
)
def test_each_doubt_has_its_points_and_its_words(
    cells: dict[str, str | None], doubts: list[tuple[int, str]]
) -> None:
    assert doubt(**cells) == doubts


def test_a_measure_without_a_code_is_a_doubt_only_of_levels_and_where_there_are_measures() -> None:
    level = make_figure()
    change = make_figure(figure_id="f-b", source_id="b", change="increase")
    measures = [dict.fromkeys(load_schema("measures").field_names) | {"code": "cla"}]
    ranked = rank_figures(make_package(level, change, measures=measures))
    assert [candidate.figure["figure_id"] for candidate in ranked] == ["f-a"]
    assert rank_figures(make_package(level, change)) == ()


def test_no_measure_of_another_kind_or_unit_makes_a_missing_code_a_doubt() -> None:
    level = make_figure(kind="count", unit="person")
    figures = [make_figure(figure_id="f-b", source_id="b", measure="cla")]
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
    sources = [blank | {"source_id": source_id, "place": "Leeds"} for source_id in "ab"]
    home = make_figure(place_text="Leeds")
    away = make_figure(figure_id="f-away", source_id="b", place_text="York")
    ranked = rank_figures(make_package(home, away, sources=sources))
    assert [candidate.figure["figure_id"] for candidate in ranked] == ["f-away"]


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
    (candidate,) = rank_figures(make_package(make_figure(), checks=checks, check_figures=parts))
    assert candidate.score == 350
    assert [item.words for item in candidate.doubts] == [
        "sum check, inconsistent: 1 + 1 = 3",
        "sum check, differs: 1 + 1 = 3",
    ]


def test_the_most_doubtful_figure_comes_first_and_equals_as_they_stand() -> None:
    one, two, three = (
        make_figure(figure_id=f"f-{letter}", source_id=letter, unit="item") for letter in "xyz"
    )
    doubtful = make_figure(figure_id="f-d", unit="item", measured=None)
    ranked = rank_figures(make_package(one, two, doubtful, three))
    assert [candidate.figure["figure_id"] for candidate in ranked] == ["f-d", "f-x", "f-y", "f-z"]


# Annotated articles that the rules were not made from.
UNREAD = [Path(__file__).parent / "golden" / f"development-a{letter}.jsonl" for letter in "tuvwxy"]


@pytest.fixture(scope="module")
def judged() -> list[tuple[Candidate, set[str]]]:
    """The figures found in such articles, the most doubtful first, each with its wrong columns."""
    rows: list[Row] = []
    sources: list[Row] = []
    wrong: dict[str | None, set[str]] = {}
    for document, annotated in ((gold.document, gold.figures) for gold in read_gold(UNREAD)):
        sources.append({"source_id": document.source_id, "place": document.place})
        at = {(figure.char_start, figure.char_end): figure.columns for figure in annotated}
        for figure in extract_figures(document).figures:
            columns = at.get((figure.char_start, figure.char_end))
            if columns is None:
                continue
            found = {name: getattr(figure, name) for name in (*figure.__slots__,)}
            rows.append({name: _write(cell) for name, cell in found.items()})
            wrong[figure.figure_id] = {
                name
                for name in JUDGED_COLUMNS
                if name in columns and not is_right(name, columns[name], found[name])
            }
    # The column of codes, which nobody annotated, doesn't count here.
    rows = [{**row, "place": row["place_text"]} for row in rows]
    sure = [Candidate(row, ()) for row in rows]
    ranked = rank_figures(make_package(*rows, sources=sources))
    doubted = {candidate.figure["figure_id"] for candidate in ranked}
    rest = [candidate for candidate in sure if candidate.figure["figure_id"] not in doubted]
    return [(one, wrong[one.figure["figure_id"]]) for one in (*ranked, *rest)]


def _write(cell: object) -> str | None:
    return None if cell is None else str(cell).lower() if isinstance(cell, bool) else str(cell)


# Nobody annotated what a check finds or what has no code.
UNJUDGED = {"inconsistent", "differs", "measure uncoded", "place uncoded"}
# No figure of the texts lacks a phrase, which is a test of its own.
UNMET = {"nothing measured"}


@pytest.mark.parametrize("reason", sorted(set(POINTS) - UNJUDGED - UNMET))
def test_the_points_are_how_often_the_doubt_is_right(
    judged: list[tuple[Candidate, set[str]]], reason: Reason
) -> None:
    told = [
        doubt.field in wrong
        for candidate, wrong in judged
        for doubt in candidate.doubts
        if doubt.reason == reason
    ]
    if len(told) < 20:
        # Too few for a share of 100; that it is mostly right is what such high points claim.
        assert POINTS[reason] > 50
        assert 2 * sum(told) > len(told)
    else:
        assert abs(100 * sum(told) / len(told) - POINTS[reason]) <= 7.5


def test_every_figure_has_words_for_what_it_measures(
    judged: list[tuple[Candidate, set[str]]],
) -> None:
    assert len(judged) > 2000
    assert all(candidate.figure["measured"] for candidate, _ in judged)


def test_the_first_fifth_holds_half_again_as_many_errors_as_the_rest_would_let_expect(
    judged: list[tuple[Candidate, set[str]]],
) -> None:
    errors = [len(wrong) for _, wrong in judged]
    assert sum(errors[: len(errors) // 5]) > 1.5 * sum(errors) / 5


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
