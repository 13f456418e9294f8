"""Articles read as they are, with what the manifest knows of them."""

from __future__ import annotations

import hashlib
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import figtrail
from figtrail.model import FigtrailError
from figtrail.paths import is_there
from figtrail.reading import bound_date, make_document, read_documents
from figtrail.recipe import Recipe


def write_seeds(folder: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def refused(seeds: Path) -> list[str]:
    with pytest.raises(FigtrailError) as caught:
        list(read_documents(seeds, Recipe()))
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    "content",
    [b"one\r\ntwo\rthree\n", "\ufeffBOM stays".encode(), "e\u0301 is not é".encode(), b""],
)
def test_bytes_are_decoded_as_they_are(tmp_path: Path, content: bytes) -> None:
    (document,) = read_documents(write_seeds(tmp_path, **{"a.txt": content}), Recipe())
    assert document.text.encode() == content
    assert document.sha256 == hashlib.sha256(content).hexdigest()
    assert document.bytes == len(content)


def test_a_bare_folder_gives_ids_from_paths_in_one_order(tmp_path: Path) -> None:
    seeds = write_seeds(
        tmp_path / "articles",
        **{"b.txt": "", "a/z.MD": "", "ä.txt": "", ".hidden.txt": "", "c.pdf": ""},
    )
    documents = list(read_documents(seeds, Recipe(place="Leeds", nation="England")))
    assert [document.source_id for document in documents] == ["a/z", "b", "ä"]
    assert [document.path for document in documents] == [
        "articles/a/z.MD",
        "articles/b.txt",
        "articles/ä.txt",
    ]
    assert documents[0].media_type == "text/markdown"
    assert (documents[0].place, documents[0].nation) == ("Leeds", "England")


def test_the_manifest_adds_what_it_knows_and_other_files_have_defaults(tmp_path: Path) -> None:
    seeds = write_seeds(
        tmp_path,
        **{
            "sources.csv": "source_id,path,published,place\nfirst,x.txt,2018-03~,Leeds\n",
            "x.txt": "",
            "y.txt": "",
        },
    )
    first, other = read_documents(seeds, Recipe(place="Hull"))
    assert (first.source_id, first.place, first.published) == ("first", "Leeds", "2018-03~")
    assert (first.published_earliest, first.published_latest) == (
        date(2018, 3, 1),
        date(2018, 3, 31),
    )
    assert (other.source_id, other.place, other.published_earliest) == ("y", "Hull", None)


def test_a_manifest_row_without_a_path_means_the_file_of_its_id(tmp_path: Path) -> None:
    seeds = write_seeds(tmp_path, **{"sources.csv": "source_id,title\nx,T\n", "x.md": ""})
    (document,) = read_documents(seeds, Recipe())
    assert document.title == "T"


def test_a_name_in_another_normal_form_is_the_same_file(tmp_path: Path) -> None:
    seeds = write_seeds(
        tmp_path, **{"sources.csv": "source_id,path\nx,caf\u00e9.txt\n", "cafe\u0301.txt": ""}
    )
    assert [document.source_id for document in read_documents(seeds, Recipe())] == ["x"]


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"a.txt": b"good \xe9 bad"}, ["a.txt, byte 5", "not UTF-8", "0xe9"]),
        ({"a.txt": "12 fires".encode("utf-16-le")}, ["a.txt, byte 1", "holds a NUL", "0x00"]),
        ({"sources.csv": "source_id,path\na,b.txt\n", "c.txt": ""}, ["line 2", "b.txt"]),
        ({"sources.csv": "source_id,path\na,../c.txt\n", "c.txt": ""}, ["line 2", "../c.txt"]),
        (
            {"sources.csv": "source_id,path\na,a.txt\nb,a.txt\n", "a.txt": ""},
            ["line 3", "already on line 2"],
        ),
        ({"a.txt": "", "a.md": ""}, ["source_id a", "its own source_id"]),
        (
            {"sources.csv": "source_id,published\na,20 February 2019\n", "a.txt": ""},
            ["line 2", "published", "EDTF"],
        ),
        (
            {"sources.csv": "source_id,url\na,javascript:alert(1)\n", "a.txt": ""},
            ["sources.csv, line 2", "url can't be 'javascript:alert(1)'", "https://"],
        ),
        ({"sources.csv": "path,title\n,Fires\n", "a.txt": ""}, ["line 2", "Fill in path"]),
        ({"sources.csv": "source_id,colour\na,red\n", "a.txt": ""}, ["unknown column 'colour'"]),
        ({"notes.pdf": ""}, ["holds no .txt or .md file"]),
    ],
)
def test_what_cannot_be_read_is_named(
    tmp_path: Path, files: dict[str, str | bytes], words: list[str]
) -> None:
    (problem,) = refused(write_seeds(tmp_path, **files))
    assert all(word in problem for word in words), problem


@pytest.mark.parametrize("name", ["caf\u00e9.txt", "cafe\u0301.txt", "cafe\u0301s/a.txt"])
def test_an_article_whose_name_is_composed_otherwise_is_published_and_proved(
    tmp_path: Path, name: str
) -> None:
    """As a Mac names it: the published path is in NFC, the file is found by either."""
    publication = write_seeds(tmp_path, **{f"seeds/{name}": "There were 12 fires in 2019.\n"})
    figtrail.publish(publication / "seeds", publication / "package")
    report = figtrail.validate(publication / "package", require_sources=True)
    assert (report.problems, report.verified["figures"]) == ((), 1)


def test_two_names_that_differ_in_composition_alone_are_refused(tmp_path: Path) -> None:
    """One of the two would be lost."""
    seeds = write_seeds(tmp_path, **{"caf\u00e9.txt": "12 fires", "cafe\u0301.txt": "13 fires"})
    (problem,) = refused(seeds)
    assert "article-unusable" in problem
    assert "how accents are composed" in problem


@pytest.mark.parametrize(
    ("link", "target", "words"),
    [
        ("a.txt", "../outside.txt", "a.txt: the link leads out of the folder"),
        ("a.txt", "nowhere.txt", "a.txt: the link leads nowhere"),
        ("a.txt", "a.txt", "a.txt: the link leads nowhere"),
        ("more", "..", "more: the folder is a link"),
        ("sources.csv", "nowhere.csv", "sources.csv: No such file or directory"),
    ],
)
def test_a_link_that_no_proof_could_follow_is_refused(
    tmp_path: Path, link: str, target: str, words: str
) -> None:
    write_seeds(tmp_path, **{"outside.txt": "12 fires", "seeds/b.txt": "13 fires"})
    (tmp_path / "seeds" / link).symlink_to(target)
    (problem,) = refused(tmp_path / "seeds")
    assert words in problem


def test_a_link_to_another_article_is_an_article(tmp_path: Path) -> None:
    seeds = write_seeds(tmp_path, **{"a.txt": "12 fires", "sub/c.txt": "13 fires"})
    (seeds / "b.txt").symlink_to("sub/c.txt")
    texts = [(document.source_id, document.text) for document in read_documents(seeds, Recipe())]
    assert texts == [("a", "12 fires"), ("b", "13 fires"), ("sub/c", "13 fires")]


def test_what_is_no_plain_file_is_refused(tmp_path: Path) -> None:
    """Reading a pipe would wait for ever."""
    os.mkfifo(tmp_path / "a.txt")
    (problem,) = refused(tmp_path)
    assert "a.txt: this is no plain file" in problem


def test_what_the_system_does_not_answer_for_is_there(tmp_path: Path) -> None:
    assert [is_there(tmp_path / name) for name in ("a", "a/b", "x" * 300)] == [False, False, True]


def test_a_name_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("12 fires", encoding="utf-8")
    (problem,) = refused(tmp_path)
    assert "caf\\udce9.txt: the name is not UTF-8" in problem


def test_one_run_names_every_file_that_cannot_be_read(tmp_path: Path) -> None:
    problems = refused(write_seeds(tmp_path, **{"a.txt": b"\xff", "b.txt": b"\xfe", "c.txt": ""}))
    assert len(problems) == 2


def test_a_package_that_lies_among_the_articles_is_not_read(tmp_path: Path) -> None:
    seeds = write_seeds(
        tmp_path, **{"a.txt": "", "package/datapackage.json": "{}", "package/README.md": ""}
    )
    assert [document.source_id for document in read_documents(seeds, Recipe())] == ["a"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path / "nowhere")
    assert "nowhere: there is no such folder" in problem


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2019-02-20", date(2019, 2, 20), date(2019, 2, 20)),
        ("2019-02", date(2019, 2, 1), date(2019, 2, 28)),
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2018-03~", date(2018, 3, 1), date(2018, 3, 31)),
        ("2018-22", date(2018, 6, 1), date(2018, 8, 31)),
        ("[2019-02-20..2019-02-28]", date(2019, 2, 20), date(2019, 2, 28)),
        ("2018-07/2018-08", date(2018, 7, 1), date(2018, 8, 31)),
        ("2018-06/..", date(2018, 6, 1), None),
        ("2018-06/", date(2018, 6, 1), None),
        ("../2018", None, date(2018, 12, 31)),
    ],
)
def test_an_edtf_date_has_its_strict_bounds(
    text: str, earliest: date | None, latest: date | None
) -> None:
    assert bound_date(text) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        *("", "yesterday", "2019-02-30", "2019-13", "2018-1X", "20 February 2019", "0000-01-01"),
        *("2019/2018", "[2019..2018]", "٢٠١٩", "2019-٠٢"),
    ],
)
def test_what_is_no_edtf_date_is_refused(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match=r"."):
        bound_date(text)
    assert capsys.readouterr().out == ""


@given(st.dates())
def test_a_day_bounds_itself(day: date) -> None:
    assert bound_date(day.isoformat()) == (day, day)


def test_a_text_handed_over_has_no_facts_of_a_file() -> None:
    document = make_document("Ten.", published="2020", place="", nation=None)
    assert (document.path, document.sha256, document.place) == (None, None, None)
