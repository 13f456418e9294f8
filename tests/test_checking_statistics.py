"""Figures beside official statistics, and beside what other articles state."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from costs import assert_linear
from figtrail.checking import Grounds, check_figures, relate_articles
from figtrail.extraction.relations import make_relation
from figtrail.model import Figure, Relation
from figtrail.publication import Check, Measure, ReferenceValue
from publication import make_document, make_figure

MEASURES = {
    measure.code: measure
    for measure in (
        Measure(
            "cla",
            "Children looked after",
            kind="count",
            unit="person",
            stock_or_flow="stock",
            reference_day="--03-31",
            official=True,
        ),
        Measure(
            "caseload",
            "Average caseload",
            kind="rate",
            unit="case",
            per="social_worker",
            stock_or_flow="stock",
            reference_day="--09-30",
            official=True,
        ),
        Measure(
            "referral",
            "Referrals",
            kind="count",
            unit="referral",
            stock_or_flow="flow",
            reference_day="year to --03-31",
            official=True,
        ),
        Measure("inflation", "Inflation", kind="percentage", unit="percent", official=True),
        Measure("contact", "Contacts", kind="count", unit="call", stock_or_flow="flow"),
    )
}


def official(
    measure: str, period: str, value: str, vintage: str = "revised, April 2026"
) -> ReferenceValue:
    unit = MEASURES[measure].unit or ""
    return ReferenceValue(
        f"{measure} {period} {vintage}",
        measure,
        "E08000013",
        period,
        Decimal(value),
        unit,
        "DfE",
        "a-dataset",
        None,
        "OGL-UK-3.0",
        vintage,
    )


REFERENCES = (
    official("cla", "2018-03-31", "442"),
    official("cla", "2019-03-31", "466"),
    official("cla", "2020-03-31", "75360"),
    official("cla", "2020-03-31", "75420", "as first published"),
    official("caseload", "2019-09-30", "19.7"),
    official("caseload", "2020-09-30", "16"),
    official("caseload", "2021-09-30", "18.3"),
    official("referral", "2018-04-01/2019-03-31", "2167"),
    official("contact", "2018-04-01/2019-03-31", "4000"),
    official("inflation", "2019-02", "23.1"),
)
GROUNDS = Grounds(
    MEASURES,
    REFERENCES,
    {"a": (date(2019, 6, 17), date(2019, 6, 23)), "b": (date(2019, 2, 20), date(2019, 2, 28))},
)


def state(
    number: str | None,
    period: str | None = None,
    *,
    source: str = "a",
    **columns: Any,  # noqa: ANN401
) -> Figure:
    """A figure of a measure, as coding hands it on; `number` None for a range of 17 to 19."""
    quote = "17-19" if number is None else f"{int(number):,}"
    measure = columns.get("measure", "cla")
    document = make_document(source, f"There are {quote} children in care ({period}, {columns}).")
    unit = MEASURES[measure].unit
    value = None if number is None else Decimal(number)
    given = {
        "measure": measure,
        "place": "E08000013",
        "unit": unit,
        "kind": MEASURES[measure].kind,
        "per": MEASURES[measure].per,
        "period": period,
        "value": value,
        "low": Decimal(17) if number is None else value,
        "high": Decimal(19) if number is None else value,
        "bound": "range" if number is None else "exact",
    }
    return make_figure(document, quote, **{**given, **columns})


def compare(figure: Figure) -> list[Check]:
    checks = check_figures([figure], [], GROUNDS)
    return [check for check in checks if check.kind == "reference"]


def tell(check: Check) -> str:
    return f"{check.verdict} {check.reference_id}"


MARCH_2018, MARCH_2019 = (f"cla {year}-03-31 revised, April 2026" for year in (2018, 2019))
COMPARED: list[tuple[str, Figure, list[str]]] = [
    ("a stock at its reference day", state("466", "2019-03-31"), [f"consistent {MARCH_2019}"]),
    ("another number", state("472", "2019-03-31"), [f"differs {MARCH_2019}"]),
    ("the day after opens", state("442", "2018-04-01"), [f"consistent {MARCH_2018}"]),
    ("a year contains its day", state("466", "2019"), [f"consistent {MARCH_2019}"]),
    ("a month contains its day", state("466", "2019-03"), [f"consistent {MARCH_2019}"]),
    ("a bound that holds", state("460", "2019", bound="over"), [f"consistent {MARCH_2019}"]),
    ("a bound that doesn't", state("480", "2019", bound="over"), [f"differs {MARCH_2019}"]),
    ("more than the very number", state("466", "2019", bound="over"), [f"differs {MARCH_2019}"]),
    ("at least it", state("466", "2019", bound="at_least"), [f"consistent {MARCH_2019}"]),
    ("a ceiling", state("450", "2019", bound="under"), [f"differs {MARCH_2019}"]),
    ("about, within 5 per cent", state("480", "2019", bound="about"), [f"consistent {MARCH_2019}"]),
    ("about, further away", state("500", "2019", bound="about"), [f"differs {MARCH_2019}"]),
    (
        "a rate of a month",
        state("23", "2019-02", measure="inflation"),
        ["consistent inflation 2019-02 revised, April 2026"],
    ),
    (
        "another rate of a month",
        state("25", "2019-02", measure="inflation"),
        ["differs inflation 2019-02 revised, April 2026"],
    ),
    (
        "a flow over its year",
        state("2167", "2018-04-01/2019-03-31", measure="referral"),
        ["consistent referral 2018-04-01/2019-03-31 revised, April 2026"],
    ),
    (
        "a flow that differs",
        state("2500", "2018-04-01/2019-03-31", measure="referral"),
        ["differs referral 2018-04-01/2019-03-31 revised, April 2026"],
    ),
    (
        "a workforce figure at 30 September",
        state("16", "2020", measure="caseload"),
        ["consistent caseload 2020-09-30 revised, April 2026"],
    ),
    (
        "a range",
        state(None, "2021", measure="caseload"),
        ["consistent caseload 2021-09-30 revised, April 2026"],
    ),
    (
        "the vintage of the time",
        state("75420", "2020-03-31"),
        ["consistent cla 2020-03-31 as first published"],
    ),
    (
        "an undated stock in the present tense",
        state("480"),
        [f"context {MARCH_2019}", "context cla 2020-03-31 as first published"],
    ),
    (
        "the days around an earlier publication",
        state("480", source="b"),
        [f"context {MARCH_2018}", f"context {MARCH_2019}"],
    ),
]
LEFT_ALONE: list[tuple[str, Figure]] = [
    ("a change of the measure", state("30", "2019-03-31", change="increase")),
    ("a target", state("400", "2019-03-31", status="target")),
    ("a plan", state("400", "2019-03-31", status="planned")),
    ("a benchmark", state("230", status="hypothetical")),
    ("another place", state("466", "2019-03-31", place="E08000012")),
    ("a place without a code", state("466", "2019-03-31", place=None)),
    ("no measure", replace(state("466"), measure=None)),
    ("another unit", state("466", "2019-03-31", unit="household")),
    ("a measure that sounds alike", state("4500", "2018-04-01/2019-03-31", measure="contact")),
    ("a stock on another day", state("466", "2019-06-30")),
    ("a stock two days later", state("466", "2019-04-02")),
    ("a stock over two reference days", state("466", "2018-01-01/2019-12-31")),
    ("a rate of another month", state("23", "2019-01", measure="inflation")),
    ("a rate of the year", state("23", "2019", measure="inflation")),
    ("a flow over another year", state("2167", "2019", measure="referral")),
    ("a flow of a quarter", state("540", "2018-04-01/2018-06-30", measure="referral")),
    ("a flow on a day", state("2167", "2019-03-31", measure="referral")),
    ("an undated flow", state("2167", measure="referral")),
    ("a vague past", state("466", period_text="in recent years")),
    ("an undated stock in the past tense", replace(state("466"), sentence="There were 466 then.")),
    ("a share of children", state("4", "2019", out_of=Decimal(10))),
    ("a year without official value", state("466", "2012")),
]


@pytest.mark.parametrize(("fact", "figure", "expected"), COMPARED, ids=[row[0] for row in COMPARED])
def test_a_figure_is_compared_at_its_place_and_time(
    fact: str, figure: Figure, expected: list[str]
) -> None:
    assert sorted(map(tell, compare(figure))) == sorted(expected), fact


@pytest.mark.parametrize(("fact", "figure"), LEFT_ALONE, ids=[row[0] for row in LEFT_ALONE])
def test_what_the_official_series_does_not_cover_is_left_alone(fact: str, figure: Figure) -> None:
    assert compare(figure) == [], fact


def test_without_a_day_of_publication_the_latest_vintage_counts() -> None:
    (check,) = compare(state("75360", "2020-03-31", source="unknown"))
    assert tell(check) == "consistent cla 2020-03-31 revised, April 2026"


def test_an_explanation_names_numbers_source_and_vintage() -> None:
    (check,) = compare(state("472", "2019-03-31"))
    assert check.explanation == (
        "Children looked after, St Helens: the article states 472 for 2019-03-31, the official "
        "value for 2019-03-31 is 466 (DfE, a-dataset, revised, April 2026); the article's number "
        "is 6 more, 1.288 per cent."
    )
    (about,) = compare(state("480", "2019", bound="about"))
    assert "“about” is taken as within 5 per cent" in about.explanation


def between(*figures: Figure) -> list[str]:
    checks = check_figures(figures, [], replace(GROUNDS, references=()))
    return sorted(f"{check.kind} {check.verdict}" for check in checks)


@pytest.mark.parametrize(
    ("fact", "one", "other", "expected"),
    [
        (
            "the same number of the same day",
            state("466", "2019-03-31"),
            state("466", "2019-03-31", source="b"),
            ["restatement consistent", "series context"],
        ),
        (
            "another number of the same day",
            state("472", "2019-03-31"),
            state("466", "2019-03-31", source="b"),
            ["restatement differs", "series context"],
        ),
        (
            "bounds that leave room",
            state("472", "2019-03-31"),
            state("460", "2019-03-31", source="b", bound="over"),
            ["restatement consistent", "series context"],
        ),
        (
            "the opening of a day after",
            state("442", "2018-04-01"),
            state("442", "2018-03-31", source="b"),
            ["restatement consistent", "series context"],
        ),
        ("another day", state("442", "2018"), state("466", "2019", source="b"), ["series context"]),
        ("no day", state("500", bound="about"), state("480", source="b"), ["series context"]),
        ("another place", state("442"), state("480", source="b", place="E08000012"), []),
        ("one article only", state("442", "2018"), state("466", "2019"), []),
        ("a change", state("442", "2018"), state("30", "2018", source="b", change="increase"), []),
        ("a target", state("442", "2018"), state("400", "2018", source="b", status="target"), []),
        ("another unit", state("442"), state("400", source="b", unit="household"), []),
    ],
)
def test_articles_are_compared_of_one_measure_place_and_period(
    fact: str, one: Figure, other: Figure, expected: list[str]
) -> None:
    assert between(one, other) == expected, fact


def flow(
    value: str,
    measured: str = "referrals",
    source: str = "b",
    **columns: Any,  # noqa: ANN401
) -> Figure:
    """A flow of 2018, as the first article states it."""
    columns = {"measure": "referral", "unit": "case", "period": "2018", **columns}
    return replace(state(value, source=source, **columns), measured=measured)


@pytest.mark.parametrize(
    ("fact", "figures", "expected"),
    [
        ("another number", [flow("172"), flow("174", source="a")], ["172 174 differs"]),
        (
            "a count before the year was over",
            [flow("17", period="2019"), flow("172", source="a", period="2019")],
            [],
        ),
        (
            "the same count before the year was over",
            [flow("172", period="2019"), flow("172", source="a", period="2019")],
            ["172 172 consistent"],
        ),
        ("some of them", [flow("172"), flow("22", "referrals were urgent", source="a")], []),
        ("some of them first", [flow("22", "urgent referrals"), flow("172", source="a")], []),
        (
            "words that say no more",
            [flow("172"), flow("174", "the total number of referrals recorded", source="a")],
            ["172 174 differs"],
        ),
        (
            "the place in the words",
            [flow("172"), flow("174", "referrals in St Helens", source="a")],
            ["172 174 differs"],
        ),
        (
            "other words of the measure",
            [flow("172"), flow("174", "cases passed on", source="a")],
            ["172 174 differs"],
        ),
        (
            "a total among parts",
            [flow("172"), flow("158", source="a"), flow("174", source="a")],
            ["172 174 differs"],
        ),
        (
            "a total that fits among parts",
            [flow("172"), flow("158", source="a"), flow("172", source="a")],
            ["172 172 consistent"],
        ),
        (
            "shares of several groups",
            [
                flow("38", unit="percent", kind="percentage"),
                flow("46", source="a", unit="percent", kind="percentage"),
                flow("27", source="a", unit="percent", kind="percentage"),
            ],
            [],
        ),
    ],
)
def test_only_numbers_of_the_same_can_differ(
    fact: str, figures: list[Figure], expected: list[str]
) -> None:
    checks = check_figures(figures, [], replace(GROUNDS, references=()))
    found = [
        f"{check.computed} {check.stated} {check.verdict}"
        for check in checks
        if check.kind == "restatement"
    ]
    assert found == expected, fact


def test_a_number_said_twice_in_its_article_is_held_against_others() -> None:
    headline = replace(flow("174", "referral count", source="a"), measure=None, figure_id="f-title")
    text = flow("174", source="a")
    again = Relation("r-1", "restates", text.figure_id, headline.figure_id)
    checks = check_figures([flow("172"), headline, text], [again], replace(GROUNDS, references=()))
    assert [check.verdict for check in checks if check.kind == "restatement"] == ["differs"]


def test_a_series_tells_its_figures_in_the_order_of_time() -> None:
    figures = [
        state("500", bound="about"),
        state("472", "2019-03-31"),
        state("480", source="b", bound="over"),
    ]
    (series,) = check_figures(figures, [], replace(GROUNDS, references=()))
    assert series.explanation == (
        "Children looked after, St Helens in 2 articles, in the order of time: more than 480 "
        "(undated, in b, published from 2019-02-20), 472 (2019-03-31, in a), about 500 (undated, "
        "in a, published from 2019-06-17)."
    )
    assert [part.figure_id for part in series.figures] == [
        figures[at].figure_id for at in (2, 1, 0)
    ]


def test_a_later_article_restates_the_earlier_one_that_states_the_same() -> None:
    later, earlier = state("466", "2019-03-31"), state("466", "2019-03-31", source="b")
    (tie,) = relate_articles([later, earlier], [], GROUNDS)
    assert (tie.kind, tie.figure_id, tie.other_figure_id) == (
        "restates",
        later.figure_id,
        earlier.figure_id,
    )


def test_an_undated_headline_gives_way_to_the_dated_statement_of_its_fact() -> None:
    headline, dated = state("466"), state("466", "2019-03-31")
    other = state("466", "2019-03-31", source="b")
    again = make_relation("restates", dated, headline)
    (tie,) = relate_articles([headline, dated, other], [again], GROUNDS)
    assert (tie.figure_id, tie.other_figure_id) == (headline.figure_id, other.figure_id)
    checks = check_figures([headline, dated, other], [again, tie], replace(GROUNDS, references=()))
    assert {check.kind: [part.figure_id for part in check.figures] for check in checks} == {
        "restatement": [dated.figure_id, other.figure_id],
        "series": [other.figure_id, dated.figure_id],
    }


@pytest.mark.parametrize(
    "other",
    [
        state("472", "2019-03-31", source="b"),
        state("466", source="b"),
        state("466", "2018-03-31", source="b"),
        state("466", "2019-03-31"),
        state("466", "2019-03-31", source="b", bound="over"),
        state("466", "2019-03-31", source="b", place="E08000012"),
    ],
)
def test_other_numbers_periods_places_and_articles_are_not_restated(other: Figure) -> None:
    assert relate_articles([state("466", "2019-03-31"), other], [], GROUNDS) == ()


def test_of_many_that_state_the_same_the_first_article_s_first_is_restated() -> None:
    first, again = state("466", "2019-03-31", source="b"), state("466", "2019-03-31", source="b")
    again = replace(again, figure_id="f-again", char_start=again.char_start + 9)
    later = [state("466", "2019-03-31"), state("466", "2019-03-31", source="c")]
    ties = relate_articles([*later, again, first], [], GROUNDS)
    assert [(tie.figure_id, tie.other_figure_id) for tie in ties] == [
        (figure.figure_id, first.figure_id) for figure in later
    ]


def test_what_thousands_of_articles_state_is_compared_in_linear_time() -> None:
    """Of one measure, place and time, each another number."""
    figure = state("466", "2019-03-31")

    def relate(articles: str) -> None:
        numbers = range(len(articles))
        figures = [
            replace(figure, figure_id=f"f-{n}", source_id=f"{n}", value=Decimal(n), low=Decimal(n))
            for n in numbers
        ]
        assert relate_articles(figures, [], GROUNDS) == ()

    assert_linear(relate, "a" * 2_000, "a" * 4_000)
