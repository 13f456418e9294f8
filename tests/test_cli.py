"""The command line: what is printed, where, and with which exit code."""

from __future__ import annotations

import csv
import ctypes
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from figtrail.cli import main
from sample_package import RECIPE, publish_sample

TEXT = "Fires in Leeds rose from 442 in 2018 to 472 in 2019. The cost was £1.50m."
COLUMNS = [
    *("id", "char_start", "char_end", "quote", "value", "low", "high", "bound", "kind", "unit"),
    *("per", "per_quantity", "out_of", "change", "measured", "place_text", "period"),
    *("period_text", "status", "speaker", "speaker_text"),
]


class Outcome(NamedTuple):
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> Run:
    """Runs `figtrail` as the console script does, in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def run_command(*arguments: str, given: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "argv", ["figtrail", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        try:
            main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 0
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Outcome(code, out.decode(), err.decode())

    return run_command


def call(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:  # noqa: ANN401
    command = [sys.executable, "-m", "figtrail", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


def line(**record: object) -> bytes:
    return json.dumps(record).encode() + b"\n"


def test_help_shows_every_command_and_version_the_version(run: Run) -> None:
    shown = run("--help")
    assert shown.code == 0
    commands = ("publish", "validate", "extract", "show", "review", "diff", "evaluate")
    assert all(f"\n  {command} " in shown.out for command in commands)
    assert run("--version").out.startswith("figtrail ")


@pytest.mark.parametrize(
    "command", ["publish", "validate", "extract", "show", "review", "diff", "evaluate"]
)
def test_the_help_of_a_command_has_examples(run: Run, command: str) -> None:
    shown = run(command, "--help")
    assert shown.code == 0
    assert f"Examples:\n    figtrail {command}" in shown.out


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["extract"],
        ["extract", "nowhere.txt"],
        ["extract", "."],
        ["extract", "-", "also.txt"],
        ["extract", "-", "--published", "last Monday"],
        ["extract", "-", "--format", "xml"],
        ["publish", "nowhere"],
        ["publish", ".", "--recipe", "nowhere.toml"],
        ["validate", "--format", "xml"],
        ["evaluate", "nowhere.jsonl"],
        ["diff", "."],
        ["diff", ".", "nowhere"],
        ["diff", ".", "."],
        ["review", "nowhere"],
        ["review", "--limit", "0"],
        ["review", "--format", "xml"],
    ],
)
def test_wrong_use_exits_with_two_and_says_why_on_standard_error(
    run: Run, arguments: list[str]
) -> None:
    outcome = run(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert "Error: " in outcome.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["publish"], "seeds does not exist; name the folder of your articles"),
        (["publish", "notes.txt"], "notes.txt is no folder; name the folder"),
        (["extract", "."], ". is a folder; name its files, as *.txt"),
        (["extract", "-", "--published", "2019-02-30"], "'2019-02-30' is in no calendar; write"),
        (["diff", ".", "."], ". holds no datapackage.json; name the folder of a package"),
    ],
)
def test_wrong_use_is_told_what_to_do(
    run: Run, tmp_path: Path, arguments: list[str], words: str
) -> None:
    (tmp_path / "notes.txt").touch()
    assert words in run(*arguments).err


def test_a_file_in_the_place_of_a_package_is_called_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    assert run("validate", "notes.txt").out.startswith("notes.txt: this is a file. Name the folder")


def test_extract_prints_a_table_of_figures(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    outcome = run("extract", "a.txt")
    assert outcome.code == 0
    rows = [row.split("  ")[0] for row in outcome.out.splitlines()]
    assert rows == ["quote", "442", "472", "£1.50m"]


def test_a_table_of_several_articles_names_each(run: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "b.md"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    rows = run("extract", "a.txt", "b.md").out.splitlines()
    assert [row.split()[0] for row in rows] == ["id", *["a.txt"] * 3, *["b.md"] * 3]


def test_json_lines_have_exactly_the_columns_of_the_guide_and_exact_numbers(run: Run) -> None:
    given = line(id="a", text=TEXT, published="2020-01-05", place=None, nation=None)
    outcome = run("extract", "-", given=given)
    records = [json.loads(text, parse_float=Decimal) for text in outcome.out.splitlines()]
    assert [list(record) for record in records] == [COLUMNS] * 3
    assert [record["value"] for record in records] == [442, 472, 1500000]
    assert '"value": 1500000' in outcome.out
    for record in records:
        assert TEXT[record["char_start"] : record["char_end"]] == record["quote"]


def test_the_id_of_a_line_comes_back_as_it_was_given(run: Run) -> None:
    given = line(id=7, text=TEXT) + b"\n" + line(id="é", text=TEXT, extra=[1])
    outcome = run("extract", "-", given=given)
    ids = [json.loads(text)["id"] for text in outcome.out.splitlines()]
    assert ids == [7, 7, 7, "é", "é", "é"]
    assert '"id": "é"' in outcome.out


def test_csv_has_the_same_columns_and_text_of_every_kind(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    outcome = run("extract", "a.txt", "--format", "csv")
    header, *rows = csv.reader(io.StringIO(outcome.out, newline=""))
    assert header == COLUMNS
    assert [row[3] for row in rows] == ["442", "472", "£1.50m"]
    assert "\r" not in outcome.out


def test_options_stand_in_where_a_line_says_nothing(run: Run) -> None:
    text = "There were 472 fires last year."
    given = line(id="a", text=text) + line(id="b", text=text, published="2011-05-05")
    outcome = run("extract", "-", "--published", "2020-01-05", given=given)
    periods = [json.loads(text)["period"] for text in outcome.out.splitlines()]
    assert periods == ["2019", "2010"]


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (b"{\n", "the line is no JSON"),
        (b"[]\n", "no JSON object"),
        (b"\xff\n", "not UTF-8 at byte 1"),
        (line(text=TEXT), "the line has no id"),
        (line(id=True, text=TEXT), "id is True"),
        (line(id="b"), "the line has no text"),
        (line(id="b", text=5), "text is 5"),
        (line(id="b", text=TEXT, place=5), "place is 5"),
        (line(id="b", text=TEXT, published="Monday"), "no EDTF date"),
    ],
)
def test_a_bad_line_is_named_after_what_came_before_it_was_printed(
    run: Run, bad: bytes, words: str
) -> None:
    outcome = run("extract", "-", given=line(id="a", text=TEXT) + bad + line(id="c", text=TEXT))
    assert outcome.code == 1
    assert len(outcome.out.splitlines()) == 3
    assert "standard input, line 2" in outcome.err
    assert words in outcome.err


def test_a_lone_surrogate_stays_escaped(run: Run) -> None:
    outcome = run("extract", "-", given=b'{"id": "\\ud800", "text": "There were 472 fires."}\n')
    assert outcome.code == 0
    assert json.loads(outcome.out)["id"] == "\ud800"


def test_figures_are_streamed_document_by_document() -> None:
    command = [sys.executable, "-m", "figtrail", "extract", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for name in ("a", "b"):
            process.stdin.write(line(id=name, text="There were 472 fires."))
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == name
        process.stdin.close()
    assert process.returncode == 0


def test_a_reader_who_has_read_enough_hears_no_complaint() -> None:
    command = [sys.executable, "-m", "figtrail", "extract", "-"]
    given = b"".join(line(id=number, text=TEXT) for number in range(2000))
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        _, err = process.communicate(given)
    assert err == b""


@pytest.mark.parametrize("command", ["--version", "--help", "extract -"])
def test_a_full_disk_behind_the_output_is_told(command: str) -> None:
    """No traceback, neither at once nor at exit, where Python writes what it has kept."""
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "figtrail", *command.split()],
            input=line(id="a", text="12 fires"),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        "standard output: No space left on device. Write it elsewhere, or make room. "
        "[output-unwritable]"
    ]


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_closed_stream_is_an_empty_one(closed: str) -> None:
    command = f'"{sys.executable}" -m figtrail extract - {closed}'
    done = subprocess.run(["bash", "-c", command], input=b"", capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_a_terminal_that_knows_few_characters_gets_the_others_escaped(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("It cost £5m in 2019.\n", encoding="utf-8")
    done = call("extract", str(article), env=os.environ | {"PYTHONIOENCODING": "ascii"})
    assert (done.returncode, "\\xa35m" in done.stdout) == (0, True)


def test_an_interrupted_command_stops_without_a_traceback() -> None:
    command = [sys.executable, "-m", "figtrail", "extract", "-"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # Tests that a shell started in the background ignore interrupts, and hand that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(line(id="a", text="There were 472 fires."))
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate()
    assert b"Traceback" not in err
    assert process.returncode == 130


def test_what_only_publishing_needs_is_not_imported_to_extract(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    heavy = ("pandas", "pyarrow", "pandera", "frictionless", "numpy", "pydantic", "rich.table")
    code = (
        "import sys, atexit\n"
        f"atexit.register(lambda: print([m for m in {heavy} if m in sys.modules]))\n"
        "from figtrail.cli import main; main()"
    )
    for arguments in (["--help"], ["extract", str(tmp_path / "a.txt")]):
        command = [sys.executable, "-c", code, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert done.stdout.splitlines()[-1] == "[]"


def test_plain_text_has_no_escape_sequences_even_where_colour_is_forced(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = call("extract", str(tmp_path / "a.txt"), env={**os.environ, "FORCE_COLOR": "1"})
    assert done.returncode == 0
    assert "\x1b" not in done.stdout


def test_evaluate_counts_hits_misses_and_columns(run: Run, tmp_path: Path) -> None:
    text = "There were 472 fires."
    figure = {"char_start": 11, "char_end": 14, "quote": "472", "value": "472", "kind": "count"}
    record = {"id": "a", "text": text, "figures": [figure]}
    (tmp_path / "gold.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    outcome = run("evaluate", "gold.jsonl", "--errors", "1")
    assert outcome.code == 0
    assert outcome.out.startswith("1 of 1 figures found in 1 documents, 0 missed, 0 extra")


def test_gold_that_cannot_be_read_exits_with_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text("{}\n", encoding="utf-8")
    outcome = run("evaluate", "gold.jsonl")
    assert outcome.code == 1
    assert "gold.jsonl, line 1" in outcome.err


def find_figure(package: Path, quote: str) -> str:
    with (package / "data" / "figures.csv").open(encoding="utf-8", newline="") as file:
        return next(row["figure_id"] for row in csv.DictReader(file) if row["quote"] == quote)


def test_show_prints_sentence_article_columns_relations_and_checks(
    run: Run, tmp_path: Path
) -> None:
    package = publish_sample(tmp_path)
    outcome = run("show", find_figure(package, "49.4 per cent"))
    assert outcome.code == 0
    assert outcome.out.startswith("That is an increase of [49.4 per cent], “and too much,”")
    told = [" ".join(row.split()) for row in outcome.out.splitlines()]
    assert "title Crews called out more often" in told
    assert "published 2022-01-03" in told
    assert "value 49.4" in told
    assert "per" in told
    assert any(row.startswith("49.4 per cent changes_from 712 f-") for row in told)
    check = told.index(next(row for row in told if row.startswith("check percent_change: cons")))
    assert told[check + 1].startswith("From 712 to 1,064 is an increase of 49.44 per cent ((1,064")
    assert "stated 49.4" in told[check:]
    assert any(row.startswith("from 712 in crews, f-") for row in told[check:])
    assert "stated 49.4 per cent in crews, this figure" in told[check:]


def test_show_shows_the_quote_alone_where_sentences_are_not_published(
    run: Run, tmp_path: Path
) -> None:
    package = publish_sample(tmp_path, replace(RECIPE, quotes="number"))
    outcome = run("show", find_figure(package, "712"), "--package", str(package))
    assert outcome.out.startswith("[712]\n")


def test_a_figure_or_package_that_is_not_there_exits_with_one(run: Run, tmp_path: Path) -> None:
    assert run("show", "f-none").code == 1
    publish_sample(tmp_path)
    outcome = run("show", "f-none")
    assert outcome.code == 1
    assert "no figure f-none" in outcome.err


def test_validate_prints_a_versioned_report_as_json(run: Run, tmp_path: Path) -> None:
    outcome = run("validate", str(tmp_path / "nowhere"), "--format", "json")
    assert outcome.code == 1
    report = json.loads(outcome.out)
    assert (report["format"], report["valid"]) == ("figtrail-validation/1", False)


def test_diff_exits_with_one_where_anything_differs_and_only_if_asked(
    run: Run, tmp_path: Path
) -> None:
    old = publish_sample(tmp_path / "old")
    new = publish_sample(tmp_path / "new", replace(RECIPE, title="Other figures"))
    assert run("diff", str(old), str(old), "--exit-code").code == 0
    assert run("diff", str(old), str(new)).code == 0
    assert run("diff", str(old), str(new), "--exit-code").code == 1


def test_diff_prints_each_format(run: Run, tmp_path: Path) -> None:
    old = publish_sample(tmp_path / "old")
    new = publish_sample(tmp_path / "new", replace(RECIPE, measures=()))
    assert "measures" in run("diff", str(old), str(new)).out
    report = json.loads(run("diff", str(old), str(new), "--format", "json").out)
    assert (report["format"], report["same"]) == ("figtrail-diff/1", False)
    header, *rows = run("diff", str(old), str(new), "--format", "csv").out.splitlines()
    assert header == "change,table,key,source_id,quote,column,old,new,why"
    assert "removed,measures,call_outs,,,,,,codelist" in rows


def make_publication(folder: Path) -> None:
    text = "Fires in Leeds rose from 712 in 2020 to 1,064 in 2021, an increase of 29.4 per cent.\n"
    (folder / "seeds").mkdir()
    (folder / "build").mkdir()
    (folder / "seeds" / "fires.txt").write_text(text, encoding="utf-8")
    (folder / "build" / "recipe.toml").touch()
    corrections = (
        "action,source_id,char_start,char_end,quote,field,expected,corrected,reason,author,date\n"
        "correct,fires,25,28,712,speaker,,the fire service,read again,Jo Park,2026-01-31\n"
    )
    (folder / "build" / "corrections.csv").write_text(corrections, encoding="utf-8")


def bind_root() -> None:
    """Let permissions bind this process, and what it starts, even where root runs the tests."""
    for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


@pytest.mark.parametrize(
    ("closed", "words"),
    [
        ("build", "build/recipe.toml: Permission denied. Check the path of the recipe."),
        ("seeds/more", "seeds/more: the folder can't be read: Permission denied."),
        ("seeds/sources.csv", "seeds/sources.csv: Permission denied. Check the path."),
        ("datapackage/datapackage.json", "datapackage/datapackage.json: Permission denied."),
    ],
)
def test_what_may_not_be_read_is_never_taken_for_what_is_not_there(
    tmp_path: Path, closed: str, words: str
) -> None:
    make_publication(tmp_path)
    (tmp_path / "seeds" / "more").mkdir()
    (tmp_path / "seeds" / "sources.csv").write_text("path\nfires.txt\n", encoding="utf-8")
    assert call("publish", cwd=tmp_path).returncode == 0
    (tmp_path / closed).chmod(0)
    done = call("publish", cwd=tmp_path, preexec_fn=bind_root)
    (tmp_path / closed).chmod(0o700)
    assert (done.returncode, words in done.stderr) == (1, True), done.stderr


def test_a_package_that_was_made_read_only_is_replaced_without_remains(tmp_path: Path) -> None:
    make_publication(tmp_path)
    assert call("publish", cwd=tmp_path).returncode == 0
    for folder in ("datapackage/data", "datapackage"):
        (tmp_path / folder).chmod(0o500)
    assert call("publish", cwd=tmp_path, preexec_fn=bind_root).returncode == 0
    assert not list(tmp_path.glob(".*figtrail*"))


def test_show_tells_a_table_that_cannot_be_read(tmp_path: Path) -> None:
    make_publication(tmp_path)
    assert call("publish", cwd=tmp_path).returncode == 0
    (tmp_path / "datapackage/data/figures.parquet").chmod(0)
    done = call("show", "f-aaaaaaaaaaaaaaaa", cwd=tmp_path, preexec_fn=bind_root)
    assert (done.returncode, "[table-broken]" in done.stderr) == (1, True), done.stderr


def test_publish_tells_every_contradiction_on_one_line_with_its_figure(
    run: Run, tmp_path: Path
) -> None:
    make_publication(tmp_path)
    outcome = run("publish")
    assert outcome.code == 0, outcome.err
    (told,) = [row for row in outcome.out.splitlines() if row.startswith("inconsistent ")]
    assert "From 712 to 1,064 is an increase of 49.44 per cent" in told
    figure_id = find_figure(tmp_path / "datapackage", "29.4 per cent")
    assert told.endswith(f"({figure_id})")


def test_show_tells_what_was_corrected_why_by_whom_and_when(run: Run, tmp_path: Path) -> None:
    make_publication(tmp_path)
    run("publish")
    outcome = run("show", find_figure(tmp_path / "datapackage", "712"))
    told = " ".join(outcome.out.split())
    assert "correct speaker: nothing → the fire service. read again (Jo Park, 2026-01-31)" in told


def test_review_lists_a_package_or_articles_that_are_read_first(run: Run, tmp_path: Path) -> None:
    make_publication(tmp_path)
    run("publish")
    package, articles = run("review"), run("review", "seeds")
    assert (package.code, package.out) == (0, articles.out)
    assert "[29.4 per cent]" in " ".join(package.out.split())
    assert package.out.splitlines()[-1] == "3 figures: 1 reviewed, 2 in doubt, 2 listed."
    one = run("review", "--limit", "1", "--format", "csv").out.splitlines()
    assert one[0].startswith("correction_id,action,source_id")
    assert one[1].startswith(",confirm,fires,")
    assert {line.split(",")[3] for line in one[1:]} == {"40"}
