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
        ("---\ntitle: 40 homes\ndate: 2024-05-01\n---\nIt rained.", "\nIt rained."),
        ("\ufeff---\r\ntitle: 40 homes\r\n---\r\nIt rained.", "\n\nIt rained."),
        ("+++\ntitle = '40 homes'\n[x]\ny = 1\n+++\nIt rained.", "\nIt rained."),
        ("---\n\nIt rained.\n\n---\n\nIt snowed.", "\n\nIt rained.\n\n\n\nIt snowed."),
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


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("***All* 12** and *a **b** c* and **_d_**.", "All 12 and a b c and d."),
        ("**£4**m, £**4.2 million**, **3**,**400**, **Sum:**5", "£4m, £4.2 million, 3,400, Sum:5"),
        ("**One\ntwo.** *Three\nfour.*", "One\ntwo. Three\nfour."),
        ("a. It cost 4_ million or 5** million.", "a. It cost 4 million or 5 million."),
        ("It cost ~~£5m~~ £6m.", "It cost  £6m."),
        ("2**3 = 8, F**k this s**t, 5* and ____ or ______ 4.", None),
        ("*Excludes VAT. It cost £5m", None),
        ("About* 60 homes*, £5m*, 20 A* grades.", "About 60 homes, £5m, 20 A* grades."),
        ("Some 41* deaths, 1,212* injuries", "Some 41 deaths, 1,212 injuries"),
        ("A 5* hotel, 12 * 3", None),
        (
            "Some 12† injuries, 9%‡ up; the boss (†1945)",
            "Some 12 injuries, 9% up; the boss (†1945)",
        ),
        ("~50 homes, ~~60 homes, ~70~ of ~ 80", None),
        ("C:\\Users\\12 and AC\\DC", None),
        (r"1\. It cost \~12 \"pounds\", 5\%.", '1. It cost ~12 "pounds", 5%.'),
        ("One\\\ntwo  \nthree", "One\ntwo  \nthree"),
        ("It has `12` homes of the `90s and ``80s''.", "It has 12 homes of the `90s and ``80s''."),
        (
            "Area 30 km^2^, CO~2~, 5^th^, text^1^; 2^10, x^2.",
            "Area 30 km², CO2, 5th, text; 2^10, x^2.",
        ),
    ],
)
def test_reads_signs_by_their_pairs(source: str, read: str | None) -> None:
    assert Plain(source).text == (source if read is None else read)


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("A [link over\na line](https://a.org/55) of 12.", "A link over a line of 12."),
        ("[![alt 13](a.png)](http://b.org/55) Here.", " Here."),
        ('![](a b 12.png){width="300"} [12 homes]{.underline}', " 12 homes"),
        ("[He said [sic] 12](https://a.org 'Five')", "He said [sic] 12"),
        ('See [the report][1].\n\n[1]: https://a.org/12 "Of 55"\n', "See the report.\n\n\n"),
        ("12 homes.[^1] Yes.[2]\n\n[^1]: Of 40.", "12 homes. Yes.\n\n Of 40."),
        ("<https://a.org/12>, https://a.org/12?x=5, www.a.org/5.", ", , ."),
        ("- [ ] build 12\n- [x] mend", "- build 12\n- mend"),
        ('[caption id="attachment_12"]A [b]big[/b] home[/caption]', "\nA big home\n"),
        ('{{< figure width="400" >}}{% include a=5 %}## Head {#sec-12}', "## Head "),
        ("said [he had] £5 of [12] homes [sic] in 20[19], 1[2],000 [n=12]", None),
        ("[Note]: 14 homes. [Age]: 12.5", None),
    ],
)
def test_reads_what_brackets_hold(source: str, read: str | None) -> None:
    assert Plain(source).text == (source if read is None else read)


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ('<!-- a\n12 --><!-- wp:x {"a":12} -->13', "13"),
        ("<script>x = 12</script><style>p {width: 1px}</style>13", "\n\n13"),
        ("£<del>5m</del><ins>6m</ins>, <s>7</s>8", "£6m, 8"),
        ('12<sup>1</sup> homes.<sup><a href="#1">[2]</a></sup>', "12 homes."),
        ("5<sup>th</sup>, m<sup>2</sup>, 10<sup>-6</sup>, CO<sub>2</sub>", "5th, m², 10⁻⁶, CO2"),
        ("5<sup>1</sup>/<sub>2</sub>", "5 1/2"),
        (
            "2&frac12;, 12&thinsp;000, coun&shy;cil, &#9999999999;",
            "2½, 12\u2009000, council, \ufffd",
        ),
        ("&amp;pound;7m, &amp;#8217;, AT&amp;T;, M&S", "£7m, ’, AT&T;, M&S"),
        ('<img alt="a > b" src=x>5<td>6</td>', "5\n6\n"),
        ("coun\xadcil\u200b", "council"),
        ("<!-- never closed", None),
        ("<5%, 5 < 7, <five to >ten, <redacted>, if a<b and c>d, I <3 it", None),
    ],
)
def test_reads_what_tags_and_entities_leave(source: str, read: str | None) -> None:
    assert Plain(source).text == (source if read is None else read)


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("|Town|Homes|\n|:--|--:|\n|York|12|", "\n\n\nYork\n12\n"),
        ("Town | Over 65s\n--- | ---\nYork | 12\\|3", "\n\nYork \n 12|3"),
        ("|York|12|\n|---|---|\n|Hull|5|", "\nYork\n12\n\n\n\nHull\n5\n"),
        ("|It built 40 homes.|\n|---|", "\nIt built 40 homes.\n\n"),
        ("Head\n===\nText\n\n* * *\n\nEnd\n---", "Head\n\nText\n\n\n\nEnd\n"),
        ("```\nx = 12\n```\nText", "\nText"),
        ("```\nnever closed 12", "\nnever closed 12"),
        ("> He said\n>50% of >13", "He said\n>50% of >13"),
        ("|Over|\n|---|\n|> 12%|", "\n\n\n> 12%\n"),
        ("A | B of 5|6, the |x|\n-- he said", None),
        ("Town | Homes\nYork | 12\nHull | 5", "\nYork \n 12\nHull \n 5"),
        ("|Town|Homes|\n|York|12|\n|Hull|-|", "\n\nYork\n12\n\n\nHull\n-\n"),
        ("+--+--+\n|Town|Homes|\n+--+--+\n|York|12|\n+--+--+", "\n\n\n\nYork\n12\n\n"),
        ("| |2023| |\n|-|-|-|\n|Town|Old|New|\n|York|12|13|", "\n\n\n\nYork\n12\n13\n"),
        ("|Town|Homes|\n|-|-|\n|York|-|\n|Hull|5|", "\n\n\nYork\n-\n\n\nHull\n5\n"),
        ("Town\tHomes\nYork\t12\nHull\tn/a", "\nYork\n12\nHull\nn/a"),
        ("\t2023\t2024\nYork\t12\t13", "\nYork\n12\n13"),
        (
            "<table><tr><th>Town</th><th>Homes</th></tr><tr><td>York<td>12</td></tr></table>.",
            "\n\n\nYork\n12\n\n\n.",
        ),
        ("|York|12<!-- was|13\n -->|\n|Hull|5|", "\nYork\n12\n\n\nHull\n5\n"),
        ("York\t12<br>\nHull\tn/a<br>", "York\n12\n\nHull\nn/a\n"),
        ("1.\tBuild 40 homes\n2.\tMend roads", None),
        ("The council\tbuilt 40 homes.\nIt\trained.", None),
    ],
)
def test_reads_cells_and_lines(source: str, read: str | None) -> None:
    assert Plain(source).text == (source if read is None else read)


@pytest.mark.parametrize(
    ("source", "heads", "rows", "known"),
    [
        ("|Town|Homes|\n|--|--|\n|York|12|", ["Town Homes"], ["York 12"], 0),
        ("Town\tHomes\nYork\tn/a\nHull\t5", ["Town Homes"], ["York n/a", "Hull 5"], 1),
        ("|York|12|\n|Hull|5|", [], ["York 12", "Hull 5"], 0),
        (
            "||2023||\n|-|-|-|\n|Town|Old|New|\n|York|1|2|",
            [" 2023 ", "Town Old New"],
            ["York 1 2"],
            0,
        ),
        (
            "|Town|Mayor|\n|-|-|\n|York|Ann Lee|\n|Hull|5|",
            ["Town Mayor"],
            ["York Ann Lee", "Hull 5"],
            0,
        ),
    ],
)
def test_knows_the_rows_of_a_table_and_its_heads(
    source: str, heads: list[str], rows: list[str], known: int
) -> None:
    (table,) = Plain(source).tables
    words = [
        [" ".join(source[cell.start : cell.stop] for cell in row.cells) for row in part]
        for part in (table.heads, table.rows)
    ]
    assert (words, table.known) == ([heads, rows], known)


def test_a_line_with_a_link_is_as_full_as_it_was_written() -> None:
    source = (
        "The council spent [£4.2m on 1,240\n"
        "potholes](https://example.org/2024/05/potholes-in-rossendale-400) in\n"
        "Rossendale in the year to March 2023, Nadia Holt said. **We had hoped to\n"
        "mend 2,000**, said Ms Holt, who has led the\n"
        "[council](https://example.org/c?id=77) since May, but the frost came\n"
        "twice, and nobody could have known that it would.\n"
    )
    assert Plain(source).text == (
        "The council spent £4.2m on 1,240 potholes in Rossendale in the year to March 2023, Nadia"
        " Holt said. We had hoped to mend 2,000, said Ms Holt, who has led the council since May,"
        " but the frost came twice, and nobody could have known that it would.\n"
    )


@pytest.mark.parametrize(
    ("source", "quotes"),
    [
        ("| Town | Over 65s |\n|---|---|\n| York | 1,400 |\n| Hull | £3m |", ["1,400", "£3m"]),
        ("There were 12<sup>1</sup> homes.[2] It took [14] sites.[^3]", ["12", "14"]),
        ("1. Build 12 homes\n2) Mend roads\n10. Rest", ["12"]),
        ("Ask a55@b12.org, https://a.org/400-homes?x=55 or <https://b.org/5> for 12.", ["12"]),
        ("12&thinsp;000 homes on 2&frac12; miles", ["12&thinsp;000", "2&frac12;"]),
        (
            "Seen on 30 km<sup>2</sup> by 10<sup>6</sup> birds",
            ["30 km<sup>2</sup>", "10<sup>6</sup>"],
        ),
        ("It cost ~~£5m~~ £6m, not <del>£7m</del>.", ["£6m"]),
        ("See [5 homes][1].\n\n[1]: https://a.org/12 'Of 55'", ["5"]),
        ('![alt 12](x.png){width="300"} [gallery ids="1,22"] had 40 visitors', ["40"]),
    ],
)
def test_figures_are_those_that_a_reader_sees(source: str, quotes: list[str]) -> None:
    figures = _read({"published": "2024-05-01", "place": "Leeds", "nation": "England"}, source)
    assert [figure.quote for figure in figures] == quotes


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


@pytest.mark.parametrize(
    ("source", "values"),
    [
        ("About* 60 homes burned. It took up* to 5 days.\n\n* Without flats.", [60, 5]),
        ("Some were waiting longer* than 12 months, 9 said.", [12, 9]),
        # A star that nothing closes: a sign in its article, the start of what slants alone.
        ("It cost as much as *ten pounds there. And 7 homes burned.", [7]),
    ],
)
def test_only_what_its_sentence_proves_is_found(source: str, values: list[int]) -> None:
    figures = extract_figures(make_document(source, "a", None, None, "England")).figures
    assert [figure.value for figure in figures] == values


def test_the_sentence_of_what_is_added_has_its_markup() -> None:
    text = "It rained. **Some [40 homes](https://example.org/) were** lost. It ended."
    sentence = find_sentence(text, text.index("40"))
    assert sentence.text == "**Some [40 homes](https://example.org/) were** lost."


@pytest.mark.parametrize(
    ("source", "values"),
    [
        ("_40 people died. Some 10 fell._ It rained.", [40, 10]),
        ("It fell by some **£3m. Prices rose at least** 5%. It rained.", [3000000, 5]),
        ("It cost at [least £3m. That is under](http://a.org/b_c?d=5) 6% of all.", [3000000, 6]),
        ("It took `over 3 days. Nearly` 40 came.", [3, 40]),
    ],
)
def test_a_sentence_cut_out_of_markup_proves_its_figures(source: str, values: list[int]) -> None:
    figures = extract_figures(make_document(source, "a", None, None, "England")).figures
    assert [figure.value for figure in figures] == values
    for figure in figures:
        start = source.index(figure.sentence)
        read = read_quantity(figure.sentence, figure.char_start - start, figure.char_end - start)
        assert read is not None
        assert (read.value, read.low, read.high) == (figure.value, figure.low, figure.high)


@given(st.text(alphabet="ab1 |\n#*-", max_size=200), st.sampled_from("\r\v\f\x85\u2028\u2029"))
def test_line_ends_of_every_system_read_alike(source: str, end: str) -> None:
    assert Plain(source.replace("\n", end)).text == Plain(source).text
