"""Numbers, periods and dates as a reader would write them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from figtrail.writing.page.citation import write_bibtex
from figtrail.writing.page.date_phrases import phrase_period, phrase_published
from figtrail.writing.page.explanations import phrase_explanation
from figtrail.writing.page.number_phrases import phrase_figure, phrase_statistic

PLAIN: dict[str, Any] = {
    "quote": "", "value": None, "low": None, "high": None, "bound": "exact", "kind": "count",
    "unit": "person", "per": None, "per_quantity": None, "out_of": None, "change": None,
}  # fmt: skip
MONEY = {"kind": "money", "unit": "GBP"}
PERCENT = {"kind": "percentage", "unit": "percent"}
RANGE = {"bound": "range"}


@pytest.mark.parametrize(
    ("columns", "phrase"),
    [
        ({"value": 480.0, "bound": "over"}, "more than 480"),
        ({"value": 4500.0, "bound": "at_least"}, "at least 4,500"),
        ({"value": 60.0, "bound": "under"}, "fewer than 60"),
        ({"value": 60.0, "bound": "under", **PERCENT}, "less than 60 per cent"),
        ({"value": 300000.0, "bound": "at_most"}, "up to 300,000"),
        ({"value": 2.0, "bound": "nearly", "kind": "rate", "per": "class"}, "nearly 2 per class"),
        ({"value": 500.0, "bound": "about"}, "about 500"),
        ({"low": 17.0, "high": 19.0, **RANGE}, "17–19"),
        ({"low": 71.0, "high": 90.1, **RANGE, **PERCENT}, "71–90.1 per cent"),
        ({"low": 1.2e9, "high": 1.4e9, **RANGE, **MONEY}, "£1.2bn–£1.4bn"),
        ({"low": 1.2e6, "high": 1.4e6, **RANGE}, "1.2–1.4 million"),
        ({"low": 900000.0, "high": 1.1e6, **RANGE}, "900,000–1.1 million"),
        ({"value": 3.0, "out_of": 4.0, "quote": "three out of a possible four"}, "3 of 4"),
        ({"value": 1.0, "out_of": 3.0, "kind": "ratio", "quote": "a third"}, "a third"),
        ({"value": 1.0, "out_of": 5.0, "kind": "ratio", "quote": "one in five"}, "1 of 5"),
        (
            {"value": 1.0, "out_of": 2.0, "kind": "ratio", "quote": "half", "change": "decrease"},
            "down by half",
        ),
        (
            {"value": 1.0, "out_of": 2.0, "kind": "ratio", "quote": "halved", "change": "decrease"},
            "down by half",
        ),
        ({"value": 2.0, "kind": "ratio", "unit": "times", "change": "increase"}, "doubled"),
        ({"value": 7.5, "kind": "ratio", "unit": "times", "change": "increase"}, "up 7.5-fold"),
        ({"value": 5.0, "kind": "ratio", "unit": "times"}, "5 times as many"),
        ({"value": 49.4, "change": "increase", **PERCENT}, "up 49.4 per cent"),
        ({"value": 140.0, "change": "decrease", "bound": "at_most"}, "down by up to 140"),
        (
            {"value": 3.0, "kind": "percentage", "unit": "percentage_point"},
            "3 percentage points",
        ),
        ({"value": 5e6, "per": "year", **MONEY}, "£5m a year"),
        ({"value": 5e6, "per": "year", "bound": "over", **MONEY}, "more than £5m a year"),
        ({"value": 0.25, **MONEY}, "25p"),
        ({"value": 12.5, **MONEY}, "£12.50"),
        ({"value": 1234567.0, **MONEY}, "£1,234,567"),
        ({"value": 1.81e9, "kind": "money", "unit": "USD"}, "$1.81bn"),
        ({"value": 0.77, "kind": "money", "unit": "USD"}, "77c"),
        ({"value": 44.0, "kind": "money", "unit": "CHF"}, "CHF 44"),
        ({"value": -2000.0, **MONEY}, "−£2,000"),
        ({"value": 45e6}, "45 million"),
        ({"value": -4.0, "kind": "measurement", "unit": "celsius"}, "−4°C"),
        ({"value": 21300.0, "kind": "measurement", "unit": "hectare"}, "21,300 hectares"),
        ({"value": 18.0, "kind": "duration", "unit": "week"}, "18 weeks"),
        ({"value": 1.0, "kind": "duration", "unit": "week"}, "1 week"),
        (
            {"value": 99.0, "kind": "rate", "per": "person", "per_quantity": 10000.0},
            "99 per 10,000 people",
        ),
        ({"value": 12.0, "kind": "rate", "unit": "call", "per": "hour"}, "12 an hour"),
    ],
)
def test_a_figure_is_phrased_with_its_bound_unit_and_direction(
    columns: dict[str, Any], phrase: str
) -> None:
    assert phrase_figure(PLAIN | columns) == phrase


def test_an_official_value_is_phrased_with_the_denominator_of_its_measure() -> None:
    assert phrase_statistic(285.8, "enquiry", "person", 10000.0) == "285.8 per 10,000 people"


@pytest.mark.parametrize(
    ("period", "phrase"),
    [
        (None, None),
        ("2010", "2010"),
        ("2025-03", "March 2025"),
        ("2019-03-31", "31 March 2019"),
        ("2018-04-01/2019-03-31", "April 2018 to March 2019"),
        ("2017-04-01/2017-12-31", "April to December 2017"),
        ("2010-01-01/2015-12-31", "2010 to 2015"),
        ("2019-06-17/2019-06-23", "17 to 23 June 2019"),
        ("2019-06-17/2019-07-02", "17 June to 2 July 2019"),
        ("2019-12-17/2020-01-02", "17 December 2019 to 2 January 2020"),
    ],
)
def test_a_period_is_phrased_by_the_largest_parts_that_name_it(
    period: str | None, phrase: str | None
) -> None:
    assert phrase_period(period) == phrase


@pytest.mark.parametrize(
    ("published", "earliest", "latest", "phrase"),
    [
        (None, None, None, None),
        ("2019-06-17", date(2019, 6, 17), date(2019, 6, 17), "17 June 2019"),
        ("2018-03~", date(2018, 3, 1), date(2018, 3, 31), "about March 2018"),
        (
            "[2019-02-20..2019-02-28]",
            date(2019, 2, 20),
            date(2019, 2, 28),
            "between 20 and 28 February 2019",
        ),
        (
            "[2021-03..2021-04]",
            date(2021, 3, 1),
            date(2021, 4, 30),
            "between March and April 2021",
        ),
        ("2018-22", None, None, "2018-22"),
    ],
)
def test_a_date_of_publication_is_phrased_no_surer_than_it_is(
    published: str | None, earliest: date | None, latest: date | None, phrase: str | None
) -> None:
    assert phrase_published(published, earliest, latest) == phrase


SOURCES: dict[str, dict[str, Any]] = {
    "001_84d9": {"title": None, "publisher": "The Star"},
    "002_7938": {"title": "A surge in demand", "publisher": "The Reporter"},
    "notes": {"title": None, "publisher": None},
}


@pytest.mark.parametrize(
    ("explanation", "dataset", "said"),
    [
        (
            "the article states 472 for 2019-03-31 (The Office, cla_numbers, revised, April 2026);"
            " the article's number is 6 more.",
            "cla_numbers",
            "The article states 472 for 31 March 2019 (The Office, revised, April 2026);"
            " the article’s number is 6 more.",
        ),
        (
            "442 (2018-04-01, in 002_7938), more than 480 (undated, in 001_84d9, published from"
            " 2019-02), 500 (undated, in notes).",
            None,
            "442 (1 April 2018, in “A surge in demand”), more than 480 (undated, in The Star,"
            " published from February 2019), 500 (undated, in notes).",
        ),
        (
            "From 712 to 1,064 in 2018-19 is 49.44 per cent ((1,064 − 712) ÷ 712).",
            None,
            "From 712 to 1,064 in 2018-19 is 49.44 per cent ((1,064 − 712) ÷ 712).",
        ),
    ],
)
def test_an_explanation_has_neither_identifiers_nor_iso_dates(
    explanation: str, dataset: str | None, said: str
) -> None:
    assert phrase_explanation(explanation, SOURCES, dataset) == said


def test_bibtex_keeps_names_as_they_are_and_escapes_what_tex_would_read() -> None:
    descriptor = {
        "name": "leeds",
        "title": "Crews & 100% of_it",
        "version": "1.0.0",
        "created": "2024-06-01T00:00:00Z",
        "contributors": [{"title": "Jo Park"}, {"title": "The Leeds Data Group"}],
        "homepage": "https://figures.example/leeds/",
        "id": "urn:uuid:0",
    }
    assert write_bibtex(descriptor) == (
        "@misc{leeds-2024,\n"
        "  author = {{Jo Park} and {The Leeds Data Group}},\n"
        "  title = {{Crews \\& 100\\% of\\_it}},\n"
        "  year = {2024},\n"
        "  version = {1.0.0},\n"
        "  howpublished = {Data set},\n"
        "  url = {https://figures.example/leeds/}\n"
        "}"
    )


def test_bibtex_names_the_identifier_where_there_is_no_address() -> None:
    entry = write_bibtex({"title": "Figures", "id": "urn:uuid:0", "version": "1"})
    assert entry.splitlines()[-2:] == ["  note = {urn:uuid:0}", "}"]
