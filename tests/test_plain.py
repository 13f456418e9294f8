"""Markup is left out of what is read, and every figure still stands where the article has it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figtrail.extraction.figures import extract_figures, read_quantity
from figtrail.model import Figure
from figtrail.pipeline import find_sentence
from figtrail.plain import Plain
from figtrail.reading import make_document


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("**£4.2m** and __two__ *years*, _not_ one.", "£4.2m and two years, not one."),
        ('[Leeds](http://a.org/b_(c) "Leeds"), ![a map](map.png)York', "Leeds, York"),
        ("## A heading\n\n> He said\n> > so.", "A heading\n\nHe said\nso."),
        ("---\ntitle: 40 homes\ndate: 2024-05-01\n---\nIt rained.", "It rained."),
        ("Marks &amp; Spencer&#39;s &pound;5m &mdash; A&E", "Marks & Spencer's £5m — A&E"),
        ('<p>Ten<br/>came.</p><!-- 5 --> <a href="x">Six</a>', "\nTen\ncame.\n Six"),
        (r"It cost \$5 \*each\*.", "It cost $5 *each*."),
        ("A rate of 5%* and 3 * 4, a_b_c, 2*3*4, p <0.05, #1, 5 > 4", None),
        ("[1] as said, f(x)[2](see below)", None),
        ("* a list\n* of two", None),
    ],
)
def test_reads_the_words_without_their_markup(source: str, read: str | None) -> None:
    assert Plain(source).text == (source if read is None else read)


def test_knows_where_each_word_stands() -> None:
    source = "Of **two [and a half](https://example.org/) million** &pound;5 is left."
    plain = Plain(source)
    start = plain.text.index("two and a half million")
    begin, end = plain.span(start, start + len("two and a half million"))
    assert source[begin:end] == "two [and a half](https://example.org/) million"
    begin, end = plain.stretch(start, start + len("two and a half million"))
    assert source[begin:end] == "**two [and a half](https://example.org/) million**"
    at = plain.text.index("£5")
    begin, end = plain.span(at, at + 2)
    assert source[begin:end] == "&pound;5"
    assert plain.locate(source.index("&pound;")) == at
    assert plain.locate(source.index("half")) == plain.text.index("half")


@given(st.text(alphabet="ab1 *_[]()<>&;#!\\\"'\n-.", max_size=200))
def test_what_is_read_stands_in_the_article_in_its_order(source: str) -> None:
    plain = Plain(source)
    spans = [plain.span(at, at + 1) for at in range(len(plain.text))]
    assert spans == sorted(spans)
    for character, (start, stop) in zip(plain.text, spans, strict=True):
        written = source[start:stop]
        assert written == character or character.isspace() or written[0] in "&<"
        assert plain.text[plain.locate(start)] == character


def _mark(pattern: str, marked: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, marked, text)


_NAME = r"(?<![\w*])([A-Z][a-z]+ [A-Z][a-z]+)(?![\w*])"
_AMOUNT = r"(?<![\w.,$£€])([$£€]?\d[\d,.]*\d(?:m|bn|%)?)(?![\w,.-])"
MARKUP = {
    "bold amounts": _mark(_AMOUNT, r"**\1**"),
    "bold names": _mark(_NAME, r"**\1**"),
    "slanted names": _mark(_NAME, r"_\1_"),
    "linked names": _mark(_NAME, r"[\1](https://example.org/2024/05)"),
    "linked amounts": _mark(_AMOUNT, r"[\1](https://example.org/2024/05)"),
    "a heading": lambda text: f"---\ndate: 2024-05-01\n---\n\n# {text}",
    "a citation": lambda text: "\n".join(f"> {line}".rstrip() for line in text.split("\n")),
    "entities": lambda text: escape(text, quote=True),
    "tags": lambda text: "".join(f"<p>{each}</p>" for each in text.split("\n\n")),
}


def _read(article: dict[str, str], text: str) -> tuple[Figure, ...]:
    document = make_document(text, "a", article["published"], article["place"], article["nation"])
    return extract_figures(document).figures


def _articles() -> list[dict[str, str]]:
    path = Path(__file__).parent / "golden" / "development-d.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


_COLUMNS = ("value", "low", "high", "bound", "kind", "unit", "per", "per_quantity", "out_of")
_COLUMNS += ("change", "measured", "place_text", "period", "period_text", "status", "speaker")


@pytest.mark.parametrize("markup", MARKUP)
def test_markup_changes_no_figure(markup: str) -> None:
    for article in _articles():
        text = MARKUP[markup](article["text"])
        plain, marked = _read(article, article["text"]), _read(article, text)
        for expected, found in zip(plain, marked, strict=True):
            assert found.quote == text[found.char_start : found.char_end]
            start = found.sentence_start
            assert found.sentence == text[start : start + len(found.sentence)]
            for column in _COLUMNS:
                assert getattr(found, column) == getattr(expected, column), found.sentence
            at = found.char_start - start
            quantity = read_quantity(found.sentence, at, at + len(found.quote))
            assert quantity is not None, found.sentence
            assert (quantity.value, quantity.low) == (found.value, found.low)


def test_the_sentence_of_what_is_added_has_its_markup() -> None:
    text = "It rained. **Some [40 homes](https://example.org/) were** lost. It ended."
    sentence = find_sentence(text, text.index("40"))
    assert sentence.text == "**Some [40 homes](https://example.org/) were** lost."
