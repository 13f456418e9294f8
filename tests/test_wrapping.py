"""Line breaks that only wrap lines are read as blanks, and nothing else changes."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figtrail.extraction.figures import extract_figures, read_quantity
from figtrail.plain import unwrap
from figtrail.reading import make_document

PARAGRAPHS = (
    "The council spent £4.2m on 1,240 potholes in Rossendale in the year to March 2023, Nadia Holt"
    ' said. "We had hoped to mend 2,000," said Ms Holt, who has led the council since May, "but the'
    ' frost came twice."',
    "1. A plan from 2019 that nobody has paid for would have mended every road around the town.",
)
LIST = (
    "Officers expect another 300 by June:\n- 120 in Bacup\n- 90 in Haslingden\n1. Roads\n2. Paths\n"
)


def _wrap(text: str) -> str:
    """Lines of at most 72 characters, as editors and mail programs break them."""
    return "\n".join(wrap(text, 72, break_long_words=False, break_on_hyphens=False))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_wrapped_text_is_read_as_if_it_were_not(end: str) -> None:
    text = "\n\n".join([*map(_wrap, PARAGRAPHS), LIST]).replace("\n", end)
    read = unwrap(text)
    assert len(read) == len(text)
    assert read.replace("\r", "").replace(" " * len(end), " ").split("\n\n" * len(end)) == [
        *PARAGRAPHS,
        LIST.replace("\n", "\n" * len(end)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "One line of a text that says that there were 12 homes.",
        "A heading\nA paragraph that is longer than any line would be that somebody wraps, since it"
        " is the only one of its kind and goes on to the end.\nAnother one.",
        "Leeds 4\nYork 3\nHull 2\nBath 1\n",
        "The council will mend:\nroads\npaths\nbridges\n",
        "It was a long day for all who had come to see the new bridge open.\nThen it rained.\n",
    ],
)
def test_other_line_breaks_stay(text: str) -> None:
    assert unwrap(text) == text


def test_a_line_in_the_middle_of_a_sentence_goes_on() -> None:
    text = "The council said that it would pay for all of the\n40 homes that it had promised.\n"
    assert unwrap(text) == text.replace("the\n40", "the 40")


def test_line_ends_of_other_systems_are_line_feeds() -> None:
    assert unwrap("One.\r\nTwo.\r\rThree.") == "One.\n\nTwo.\n\nThree."


@given(st.text(alphabet="ab 1.\n\r-#", max_size=400))
def test_no_character_moves(text: str) -> None:
    read = unwrap(text)
    assert len(read) == len(text)
    changed = {(old, new) for old, new in zip(text, read, strict=True) if old != new}
    assert changed <= {("\r", "\n"), ("\n", " "), ("\r", " ")}


def _articles() -> list[dict[str, str]]:
    path = Path(__file__).parent / "golden" / "development-c.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("article", _articles(), ids=lambda article: article["id"])
def test_wrapping_an_article_changes_no_figure(article: dict[str, str]) -> None:
    paragraphs = article["text"].split("\n\n")
    wrapped = "\n\n".join(map(_wrap, paragraphs))
    read = [
        extract_figures(
            make_document(text, "a", article["published"], article["place"], article["nation"])
        ).figures
        for text in (article["text"], wrapped)
    ]
    for plain, broken in zip(*read, strict=True):
        assert broken.quote == wrapped[broken.char_start : broken.char_end]
        assert (broken.quote.split(), broken.sentence.split()) == (
            plain.quote.split(),
            plain.sentence.split(),
        )
        for column in ("value", "unit", "per", "change", "measured", "place_text", "period"):
            assert getattr(broken, column) == getattr(plain, column)
        assert (broken.status, broken.speaker) == (plain.status, plain.speaker)
        start = broken.char_start - broken.sentence_start
        quantity = read_quantity(broken.sentence, start, start + len(broken.quote))
        assert quantity is not None
        assert quantity.value == broken.value
