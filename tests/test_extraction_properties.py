"""What holds of any text: spans, order, round trips, independence, linear time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from costs import assert_linear
from figtrail.evaluation import read_gold
from figtrail.extraction.figures import extract_figures, read_quantity
from figtrail.intervals import bound_days
from figtrail.model import Document, Extraction, Figure
from figtrail.plain import Plain
from news_grammar import NATIONS, PIECES, PLACES, PUBLISHED, SENTENCES, WORDS
from readings import read_figures

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.jsonl"))
PROSE = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
ANYTHING = st.text(max_size=200)


@cache
def _documents() -> list[Document]:
    return [item.document for item in read_gold(GOLDEN)]


@cache
def _figures(document: Document) -> tuple[Figure, ...]:
    return extract_figures(document).figures


def _assert_sound(text: str, figures: Sequence[Figure]) -> None:
    end = 0
    for figure in figures:
        assert text[figure.char_start : figure.char_end] == figure.quote
        start = figure.sentence_start
        assert text[start : start + len(figure.sentence)] == figure.sentence
        inside = figure.char_start - start
        assert figure.sentence[inside : inside + len(figure.quote)] == figure.quote
        assert end <= figure.char_start < figure.char_end
        end = figure.char_end
        _assert_valued(figure)
        _assert_named(text, figure)
        _assert_read_again(figure)


def _assert_valued(figure: Figure) -> None:
    """The interval is that of the bound."""
    value, low, high = figure.value, figure.low, figure.high
    if figure.bound == "range":
        assert value is None
        assert low is not None
        assert high is not None
        assert low < high
        return
    assert value is not None
    assert value.is_finite()
    assert low == (value if figure.bound in ("exact", "over", "at_least") else None)
    assert high == (value if figure.bound in ("exact", "under", "at_most", "nearly") else None)
    assert figure.out_of is None or figure.out_of > 0
    assert figure.per_quantity is None or (figure.per_quantity > 0 and figure.per is not None)


def _assert_named(text: str, figure: Figure) -> None:
    """Words are the text's own as it is read, without blanks around them; codes are well formed."""
    read = Plain(text).text
    for words in (figure.measured, figure.period_text, figure.speaker_text):
        assert words is None or (words in read and words == words.strip() != "")
    assert figure.place_text not in ("national", "global", "country", "city", "")
    assert re.fullmatch(r"[A-Z]{3}|\S*[^\W\d_]\S*", figure.unit)
    assert figure.unit == figure.unit.lower() or (figure.unit.isupper() and figure.unit.isascii())
    if figure.period is not None:
        first, last = bound_days(figure.period)
        assert first <= last


def _assert_read_again(figure: Figure) -> None:
    """Provenance is proved by reading the quote again in its sentence."""
    start = figure.char_start - figure.sentence_start
    again = read_quantity(figure.sentence, start, start + len(figure.quote))
    assert again is not None, (figure.quote, figure.sentence)
    assert (again.value, again.low, again.high, again.out_of) == (
        figure.value,
        figure.low,
        figure.high,
        figure.out_of,
    ), (figure.quote, figure.sentence)


def _assert_tied(extraction: Extraction) -> None:
    ids = [figure.figure_id for figure in extraction.figures]
    assert len(set(ids)) == len(ids)
    for relation in extraction.relations:
        assert relation.figure_id != relation.other_figure_id
        assert {relation.figure_id, relation.other_figure_id} <= set(ids)


ODD = (
    "It cost 7¹/10 there.",
    "It was 5 × 10^¹ there.",
    "Birds fell by 5 in the 3000 years to 2019.",
    "In 2019 there were 5 birds, 9999 years earlier 6.",
    "On 1 May 2019 there were 5 birds; 99999 months later 6.",
    "In 2019 there were 5 birds, and 6 in the previous 99999 months.",
    "There were 5 birds in the 9990s, and 6 a year later.",
    "There were 3 birds per 0 homes.",
    "There were 3 birds for every -4 homes.",
    "It was –5 in 0 there.",
    "It was 1a-",
    "“Six,” said d .",
    "It was 5 according to National Statistics.",
    "It closed at 71,186.50.",
    "It won 76.3% of the vote and between 57 and 60 of the 109 seats.",
    "doubled",
    "0-doubled ",
    "2024 budget",
    "|\n|-\n|",
    "|thousand|1|n\n-|",
    "|3 |\nthousand|r 8\n|--",
    "|+4|<td>h",
    "\t£<br>2\n\t\t0",
    "4>\t0<br>",
    "t|0<!--|0\n-->two",
    "--|\n| Ardent, the chipmaker, shed almost 5% on\r\n2",
    '<tr><td =">">5 </tr><tr><td ><td>1<td></tr>',
    "<tr><td><td >2<td>t<!--</tr>--> 1",
    "<tr><td>3.5</td><td>Cost|\n--\n|<td>2</tr>",
    "r><th >Q1/|3",
    "<td>b\t1",
    "Roads (£m)\t61.4\nNote\t" + "The sums are those of the budget of the council. " * 5,
)


@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize("published", [None, date(1, 1, 1), date(2020, 5, 5), date(9999, 12, 31)])
def test_figures_beyond_what_is_usual_are_sound(text: str, published: date | None) -> None:
    document = Document("odd", text, published_earliest=published, published_latest=published)
    _assert_sound(text, extract_figures(document).figures)


def test_figures_that_say_each_other_again_without_end_are_read() -> None:
    """No reading goes deeper into the stack the longer a sentence is."""
    assert len(read_figures("It rose by " + "(½" * 480 + " there.")) == 480


@cache
def _words() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(document.text.split(" ")) for document in _documents())


@st.composite
def broken_news(draw: st.DrawFn) -> str:
    """A few neighbouring words of a golden text, some of them moved or from another text."""
    words = draw(st.sampled_from(_words()))
    start = draw(st.integers(0, len(words) - 1))
    piece = list(words[start : start + draw(st.integers(1, 21))])
    strangers = draw(st.lists(st.sampled_from(draw(st.sampled_from(_words()))), max_size=3))
    for stranger in strangers:
        piece.insert(draw(st.integers(0, len(piece))), stranger)
    return " ".join(draw(st.permutations(piece)) if draw(st.booleans()) else piece)


@pytest.mark.parametrize(
    "text",
    [
        "Five of the",
        "Members agreed by seven votes to",
        "They rode off Georai, four of whom",
        "that earn, salaries on 41 we paise goes",
        "A car park fee will rise from €8 to €10 a day",
        "Dr on October 4.\n\n“Our electricity bill in doubled",
        "$ than on percentage $2.3 sale doubled runs",
        "Fares, meanwhile, inched 0.2",
        "Marks were steady, with 12% gaining",
        "Inflation slowed to 3% in May from 5% and it should reach the bank's 2% target by",
    ],
)
def test_figures_of_a_sentence_cut_short_are_sound(text: str) -> None:
    """Where nothing follows, or nothing goes before, no word is asked for."""
    _assert_sound(text, extract_figures(Document("cut", text)).figures)


@given(broken_news())
@settings(max_examples=400, deadline=None)
def test_figures_of_broken_news_are_sound(text: str) -> None:
    document = Document("broken", text)
    _assert_sound(text, extract_figures(document).figures)


@given(SENTENCES, PUBLISHED, PLACES, NATIONS)
@settings(max_examples=400, deadline=None)
def test_figures_of_anything_like_news_are_sound(
    text: str, published: date | None, place: str | None, nation: str | None
) -> None:
    document = Document(
        "news",
        text,
        published_earliest=published,
        published_latest=published,
        place=place,
        nation=nation,
    )
    extraction = extract_figures(document)
    _assert_sound(text, extraction.figures)
    _assert_tied(extraction)


@given(st.integers(0, 10**6), st.lists(st.tuples(st.integers(0, 399), PIECES), max_size=12))
@settings(max_examples=60, deadline=None)
def test_figures_of_damaged_news_are_sound(at: int, edits: list[tuple[int, str]]) -> None:
    """A piece of a golden text with words put in and characters cut out."""
    documents = _documents()
    text = documents[at % len(documents)].text
    begin = at % max(1, len(text) - 400)
    text = text[begin : begin + 400]
    for where, piece in edits:
        text = text[:where] + piece + text[where + at % 3 :]
    extraction = extract_figures(Document("damaged", text))
    _assert_sound(text, extraction.figures)
    _assert_tied(extraction)


@given(PROSE)
@settings(max_examples=300, deadline=None)
def test_figures_of_any_run_of_words_are_sound(text: str) -> None:
    """Quotes are their spans, sentences stand where they say, figures don't overlap."""
    _assert_sound(text, read_figures(text))


@given(ANYTHING)
@settings(max_examples=300, deadline=None)
def test_figures_of_any_characters_are_sound(text: str) -> None:
    _assert_sound(text, read_figures(text))


@pytest.mark.parametrize(
    "text",
    [
        "They sold 9 Orbit 9 and Orbit",
        'Her own hospital has 1,300 on a list. "I can see six a week."',
        "The rate is 10.25% after five cuts of",
        "At 53, Thorley got £27,000 for 38 years, and spent 19 months out of",
    ],
)
def test_figures_of_a_text_that_breaks_off_are_sound(text: str) -> None:
    _assert_sound(text, read_figures(text))


@pytest.mark.parametrize("at", range(0, 50, 10))
def test_figures_of_the_golden_texts_are_sound(at: int) -> None:
    """Each reads again, by its sentence alone, as what it was."""
    for document in _documents()[at : at + 10]:
        _assert_sound(document.text, list(_figures(document)))


@given(PROSE, PROSE)
@settings(max_examples=100, deadline=None)
def test_a_document_reads_the_same_after_any_other(text: str, other: str) -> None:
    alone = read_figures(text)
    read_figures(other)
    assert read_figures(text) == alone


def test_the_order_of_documents_changes_nothing() -> None:
    documents = _documents()[:12]
    forward = [extract_figures(document) for document in documents]
    backward = [extract_figures(document) for document in reversed(documents)]
    assert forward == backward[::-1]


# Writing a number and reading it again.

WHOLE = st.integers(3, 10**12)
DECIMAL = st.decimals(
    min_value="0.1", max_value="99999", places=2, allow_nan=False, allow_infinity=False
)


def _indian(number: int) -> str:
    digits = str(number)
    head, tail = digits[:-3], digits[-3:]
    groups = []
    while head:
        groups.append(head[-2:])
        head = head[:-2]
    return ",".join([*reversed(groups), tail])


def _spaced(number: int, space: str) -> str:
    return f"{number:,}".replace(",", space)


def _read_one(text: str) -> Figure:
    figures = read_figures(text)
    assert len(figures) == 1, [figure.quote for figure in figures]
    return figures[0]


@given(WHOLE, st.sampled_from(("plain", "comma", " ", "\u00a0", "\u2009", "\u202f", "indian")))
@settings(max_examples=300, deadline=None)
def test_digits_in_any_grouping_read_as_their_number(number: int, style: str) -> None:
    if style == "plain":
        written = str(number)
    elif style == "comma":
        written = f"{number:,}"
    elif style == "indian":
        written = _indian(number)
    else:
        written = _spaced(number, style)
    figure = _read_one(f"They counted about {written} birds.")
    assert (figure.quote, figure.value) == (written, Decimal(number))


@given(DECIMAL, st.sampled_from(("%", " %", " per cent", " percent", "pc", " percentage points")))
@settings(max_examples=150, deadline=None)
def test_percentages_read_as_their_number(number: Decimal, style: str) -> None:
    figure = _read_one(f"Prices rose by {number}{style} there.")
    unit = "percentage_point" if "point" in style else "percent"
    assert (figure.quote, figure.value, figure.unit) == (f"{number}{style}", number, unit)


SCALES = {
    "": 1,
    "k": 1000,
    " thousand": 1000,
    "m": 10**6,
    "mn": 10**6,
    " million": 10**6,
    "-million": 10**6,
    "bn": 10**9,
    " bn": 10**9,
    " billion": 10**9,
    "tn": 10**12,
    " trillion": 10**12,
    " lakh": 10**5,
    " crore": 10**7,
    " lakh crore": 10**12,
}
SIGNS = {
    "£": "GBP",
    "€": "EUR",
    "US$": "USD",
    "A$": "AUD",
    "C$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "₹": "INR",
    "Rs ": "INR",
    "Rs. ": "INR",
    "₦": "NGN",
    "¥": "JPY",
    "USD ": "USD",
    "EUR ": "EUR",
    "CHF ": "CHF",
}
CURRENCY_WORDS = {
    " pounds": "GBP",
    " euros": "EUR",
    " dollars": "USD",
    " US dollars": "USD",
    " rupees": "INR",
    " yen": "JPY",
    " yuan": "CNY",
    " EUR": "EUR",
    " USD": "USD",
}
AMOUNT = st.decimals(min_value="0.1", max_value="999", places=1)


@given(AMOUNT, st.sampled_from(sorted(SCALES)), st.sampled_from(sorted(SIGNS)))
@settings(max_examples=300, deadline=None)
def test_signed_money_reads_as_its_amount(number: Decimal, scale: str, sign: str) -> None:
    written = f"{sign}{number}{scale}"
    figure = _read_one(f"The work cost {written} there.")
    assert (figure.quote, figure.value, figure.unit) == (
        written,
        number * SCALES[scale],
        SIGNS[sign],
    )


@given(AMOUNT, st.sampled_from(sorted(SCALES)), st.sampled_from(sorted(CURRENCY_WORDS)))
@settings(max_examples=200, deadline=None)
def test_money_in_words_reads_as_its_amount(number: Decimal, scale: str, word: str) -> None:
    written = f"{number}{scale}{word}"
    figure = _read_one(f"The work cost {written} there.")
    assert (figure.quote, figure.value, figure.unit) == (
        written,
        number * SCALES[scale],
        CURRENCY_WORDS[word],
    )


FRACTION_WORDS = {3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 8: "eighth", 10: "tenth"}
TOPS = "zero one two three four five six seven eight nine".split()


@given(st.sampled_from(sorted(FRACTION_WORDS)), st.data())
@settings(max_examples=100, deadline=None)
def test_fractions_in_words_read_as_their_parts(bottom: int, data: st.DataObject) -> None:
    top = data.draw(st.integers(1, bottom - 1))
    link = data.draw(st.sampled_from(" -"))
    written = f"{TOPS[top]}{link}{FRACTION_WORDS[bottom]}" + "s" * (top > 1)
    figure = _read_one(f"They spoke to {written} of the voters.")
    assert (figure.quote, figure.value, figure.out_of) == (written, top, bottom)


@given(st.integers(3, 400), st.integers(1, 300), st.sampled_from(("-", "–", " to ", " and ")))
@settings(max_examples=150, deadline=None)
def test_ranges_read_as_their_ends(low: int, more: int, link: str) -> None:
    written = f"{low}{link}{low + more}"
    figure = _read_one(f"There are between {written} birds here.")
    assert (figure.quote, figure.low, figure.high) == (written, low, low + more)


@given(st.integers(1, 60), st.sampled_from(("minus ", "-", "−")), st.sampled_from(("C", "°C")))
@settings(max_examples=60, deadline=None)
def test_negative_temperatures_read_as_their_number(number: int, sign: str, unit: str) -> None:
    figure = _read_one(f"It was {sign}{number}{unit} there.")
    assert (figure.quote, figure.value) == (f"{sign}{number}{unit}", -number)


# Time that grows no faster than the text.

EMPTY = {
    "digits": "1234567890",
    "letters": "abcdefghij",
    "brackets": "(((((",
    "closing brackets": ")]}",
    "quotes": '"',
    "curly quotes": "“",
    "apostrophes": "'’",
    "hyphens": "-",
    "spaces": " ",
    "line breaks": "\n",
    "dots": ".",
    "dollars": "$",
    "score": "1-1-",
    "thousands": ",000",
    "fractions": "1/2/",
    "no spaces": "“5%”(12)",
    "right to left": "שלוםعليكم",
    "emoji": "😀👩‍👩‍👧",
    "stars": "*",
    "stars and blanks": "**a ",
    "square brackets": "[[a]",
    "opened links": "[a](",
    "notes": "a[1]",
    "comments": "<!--",
    "opened tags": '<a b="',
    "scripts": "<script>",
    "raised": "<sup>1",
    "entities": "&amp;",
    "braces": "{{a",
    "pipes": "|",
    "rules of tables": "|-\n",
    "rows": "a|b\n--|--\n",
    "fences": "```\n~~~~\n",
    "definitions": "[a]:\n",
    "addresses": "https://a.b/.,",
    "shortcodes": '[a b="c" ',
    "soft hyphens": "\xad",
}
DENSE = {
    "one and one": "one and ",
    "twenty": "twenty-",
    "hundred": "two hundred ",
    "and a half": "1 and a half ",
    "years": "2019 ",
    "dates": "1 May 2019, ",
    "prices": "$1 ",
    "percentages": "5% ",
    "ranges": "1 to 2, ",
    "of of": "12 homes of ",
    "quotations": '"He said 5." ',
    "speakers": "said Mr Smith 5, ",
    "lines": "1\n",
    "wrapped lines": "there were 12 homes that stood at the side of the long\n",
    "right to left": "שלום 12 ",
    "emoji": "😀 3 ",
    "rises": "rose 5 ",
    "brackets": "(5 ",
    "citations": "> 5 ",
    "headings": "# 5 ",
    "links": "[5](a) ",
    "opened links": "[a](5",
    "emphasis": "*5* ",
    "tags": "<a 5",
    "cells": "| 5 |\n",
    "notes": "5[1] ",
    "entities": "&amp;5 ",
    "tabs": "5\t",
    "quotes": "‘5 ",
    "conversions": "£5 ($6) a tonne ",
    "rates": "5 per 6 ",
    "sentences": "The council spent £5m on 40 homes in Leeds in 2019. ",
    "one sentence": "the council spent £5m on 40 homes in Leeds in 2019 and ",
}
NEWS = (
    "The council in Leeds spent £5.2m on 40 homes last year, up 12% on 2023, and 3,200 people "
    "signed up. “We were promised 60 more,” said Jo Lee, 41, of Hull. Nobody could say why. "
    "A third of tenants pay more than £900 a month. "
)


def _assert_linear(unit: str, size: int) -> None:
    text = unit * (2 * size // len(unit) + 1)
    assert_linear(_extract, text[:size], text[: 2 * size])


def _extract(text: str) -> None:
    extract_figures(Document("hostile", text))


@pytest.mark.parametrize("name", EMPTY)
def test_a_megabyte_that_states_nothing_takes_linear_time(name: str) -> None:
    _assert_linear(EMPTY[name], 500_000)


@pytest.mark.parametrize("name", DENSE)
def test_numbers_without_end_take_linear_time(name: str) -> None:
    _assert_linear(DENSE[name], 1_500)


@pytest.mark.parametrize(
    ("before", "cell", "behind"),
    [
        ("| ", "5 | ", ""),
        ("| Town | ", "Cost (£m) | ", "\n|---|\n| York | 5 |\n"),
        ("<table><tr>", "<td>5", "</tr></table>"),
        ("<table><tr>", "<td colspan=30>5", "</tr></table>"),
    ],
)
def test_a_wide_table_takes_linear_time(before: str, cell: str, behind: str) -> None:
    width = 30_000 // len(cell) if "colspan" not in cell else 500
    half, whole = (before + cell * times + behind for times in (width // 2, width))
    assert_linear(_extract, half, whole)


def test_news_in_one_line_takes_linear_time() -> None:
    text = NEWS * 100
    assert_linear(_extract, text[:12_000], text[:24_000])
