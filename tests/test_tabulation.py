"""What was found becomes tables: sorted, typed, and with the columns that follow from others."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st

from costs import assert_linear
from figtrail.columns import arrow_schema
from figtrail.model import FigtrailError, Relation
from figtrail.publication import Place
from figtrail.schemas import TABLES, load_schema
from figtrail.tabulation import make_double, tabulate, trace_facts
from publication import (
    BLAST,
    CHECKS,
    DOCUMENTS,
    FIGURES,
    RECIPE,
    RELATIONS,
    make_document,
    make_figure,
    make_parts,
    with_first_figure,
)


def tabulate_figure(**columns: Any) -> dict[str, Any]:  # noqa: ANN401
    """The published row of the first figure, some of its columns changed."""
    tables = tabulate(**make_parts(figures=with_first_figure(**columns)))
    rows: list[dict[str, Any]] = tables["figures"].to_pylist()
    return rows[0]


@pytest.mark.parametrize("table", TABLES)
def test_tables_are_typed_by_the_schemas(table: str) -> None:
    """Columns, order, types, and what may be empty."""
    made = tabulate(**make_parts())[table]
    assert made.schema.equals(arrow_schema(load_schema(table)), check_metadata=True)


def test_an_empty_publication_has_every_table_typed() -> None:
    """A bare folder without figures publishes too."""
    empty: dict[str, Any] = dict.fromkeys(("figures", "relations", "checks", "corrections"), ())
    recipe = replace(RECIPE, measures=(), places=(), reference=())
    tables = tabulate(**make_parts(documents=(), recipe=recipe, **empty))
    assert [(name, table.num_rows) for name, table in tables.items()] == [(n, 0) for n in TABLES]
    assert tables["figures"].schema.field("value").type == pyarrow.float64()


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_input_is_no_matter(seed: int) -> None:
    """Documents, figures, relations, checks and the recipe's lists may come in any order."""
    parts = make_parts()
    recipe = parts["recipe"]
    shuffle = random.Random(seed).sample
    shuffled = {name: shuffle(parts[name], len(parts[name])) for name in parts if name != "recipe"}
    shuffled["recipe"] = replace(
        recipe,
        measures=tuple(shuffle(recipe.measures, 2)),
        places=tuple(shuffle(recipe.places, 2)),
    )
    assert tabulate(**shuffled) == tabulate(**parts)


def test_figures_stand_in_the_order_of_the_text() -> None:
    """Article by article."""
    quotes = tabulate(**make_parts())["figures"]["quote"].to_pylist()
    assert quotes == ["442", "472", "17-19", "£5.50m", "Three", "472"]


def test_relations_and_checks_stand_in_the_order_of_their_figures() -> None:
    """A reader finds them as the text tells them."""
    tables = tabulate(**make_parts())
    assert tables["relations"]["kind"].to_pylist() == ["changes_from", "restates"]
    assert tables["checks"]["kind"].to_pylist() == ["difference", "reference"]
    assert tables["check_figures"]["role"].to_pylist() == ["from", "to", "compared"]


def test_share_is_the_value_out_of_the_whole_to_ten_digits() -> None:
    """3 of 7."""
    shares = tabulate(**make_parts())["figures"]["share"].to_pylist()
    assert shares == [None, None, None, None, 0.4285714286, None]


def test_there_is_no_share_of_nothing() -> None:
    """0 of 0 is no number."""
    assert tabulate_figure(value=Decimal(0), out_of=Decimal(0))["share"] is None


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        (None, None, None),
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2018-04-01/2019-03-31", date(2018, 4, 1), date(2019, 3, 31)),
    ],
)
def test_a_period_has_its_first_and_last_day(
    period: str | None, start: date | None, end: date | None
) -> None:
    """Both inclusive; none without a period."""
    row = tabulate_figure(period=period)
    assert (row["period_start"], row["period_end"]) == (start, end)


def test_a_fact_is_the_first_statement_of_a_chain() -> None:
    """472 stated again is the fact of the first 472."""
    tables = tabulate(**make_parts())
    facts = tables["figures"]["fact"].to_pylist()
    ids = [figure.figure_id for figure in FIGURES]
    assert facts == [*ids[:5], ids[1]]


@pytest.mark.parametrize(
    ("ties", "roots"),
    [
        ([], [0, 1, 2, 3]),
        ([(3, 2), (2, 1), (1, 0)], [0, 0, 0, 0]),
        ([(0, 3)], [3, 1, 2, 3]),
        ([(2, 0), (2, 1)], [0, 0, 0, 3]),
        ([(1, 2), (2, 1)], [0, 1, 1, 3]),
    ],
    ids=["alone", "chain", "backward", "meeting", "circle"],
)
def test_facts_are_traced_to_the_figure_that_restates_none(
    ties: list[tuple[int, int]], roots: list[int]
) -> None:
    """However the restatements run."""
    figures = FIGURES[:4]
    ids = [figure.figure_id for figure in figures]
    relations = [Relation(f"r-{a}{b}", "restates", ids[a], ids[b]) for a, b in ties]
    assert trace_facts(figures, relations) == dict(
        zip(ids, [ids[root] for root in roots], strict=True)
    )


def test_a_fact_that_thousands_of_articles_state_is_traced_in_linear_time() -> None:
    """Each of them restates the first one."""

    def trace(articles: str) -> None:
        ids = [f"f-{number}" for number in range(len(articles))]
        figures = [replace(FIGURES[0], figure_id=own) for own in ids]
        ties = [Relation(f"r-{own}", "restates", own, ids[0]) for own in ids[1:]]
        assert set(trace_facts(figures, ties).values()) == {"f-0"}

    assert_linear(trace, "a" * 4_000, "a" * 8_000)


def test_other_relations_make_no_fact() -> None:
    """A level that changes from another is a fact of its own."""
    facts = trace_facts(FIGURES, RELATIONS[:1])
    assert all(figure_id == fact for figure_id, fact in facts.items())


def test_sources_count_characters_and_figures_and_hash_the_text() -> None:
    """An article without figures is a source too."""
    row = tabulate(**make_parts())["sources"].to_pylist()[1]
    assert row["source_id"] == "b-blast"
    assert row["chars"] == len(BLAST)
    assert row["bytes"] == len(BLAST.encode())
    assert row["text_sha256"] == hashlib.sha256(BLAST.encode()).hexdigest()
    assert row["figure_count"] == 0


def test_units_are_those_in_use() -> None:
    """Of figures, denominators, measures and statistics."""
    codes = tabulate(**make_parts())["units"]["code"].to_pylist()
    assert codes == ["GBP", "case_worker", "home", "person", "year"]


def test_places_of_a_gazetteer_come_in_only_where_they_are_used() -> None:
    """With the places that they are a part of."""
    gazetteers = (
        Place("X1", "Used", parent="X0"),
        Place("X2", "Unused"),
        Place("X0", "Region"),
    )
    recipe = replace(RECIPE, gazetteers=gazetteers)
    tables = tabulate(**make_parts(figures=with_first_figure(place="X1"), recipe=recipe))
    assert tables["places"]["code"].to_pylist() == ["E08000013", "E92000001", "X0", "X1"]


def test_a_parent_that_is_listed_nowhere_is_left_out() -> None:
    """A gazetteer may hold one level alone."""
    recipe = replace(RECIPE, gazetteers=(Place("X1", "Used", parent="X0"),))
    tables = tabulate(**make_parts(figures=with_first_figure(place="X1"), recipe=recipe))
    assert {row["code"]: row["parent"] for row in tables["places"].to_pylist()} == {
        "E08000013": "E92000001",
        "E92000001": None,
        "X1": None,
    }


def test_iso_places_need_no_list() -> None:
    """A subdivision comes with its country."""
    tables = tabulate(**make_parts(figures=with_first_figure(place="US-CA")))
    rows = {row["code"]: row for row in tables["places"].to_pylist()}
    assert rows["US-CA"]["label"] == "California"
    assert rows["US-CA"]["parent"] == "US"
    assert rows["US"]["label"] == "United States"


def test_the_recipe_may_publish_numbers_without_their_sentences() -> None:
    """`quotes = "number"`: the sentence stays the publisher's."""
    tables = tabulate(**make_parts(recipe=replace(RECIPE, quotes="number")))
    assert tables["figures"]["sentence"].null_count == len(FIGURES)
    assert tables["figures"]["quote"].null_count == 0


def test_computed_numbers_have_ten_significant_digits() -> None:
    """What is stated is never rounded."""
    check = replace(CHECKS[0], stated=Decimal("0.123456789012"), computed=Decimal(1) / Decimal(3))
    row = tabulate(**make_parts(checks=(check,)))["checks"].to_pylist()[0]
    assert (row["stated"], row["computed"]) == (0.123456789012, 0.3333333333)


def test_an_empty_text_is_an_empty_cell() -> None:
    """CSV can't tell the two apart, so Parquet must not."""
    assert tabulate_figure(measured="")["measured"] is None


def test_a_number_that_no_double_holds_is_a_problem() -> None:
    """Not a rounding."""
    with pytest.raises(FigtrailError) as raised:
        tabulate_figure(value=Decimal("0.12345678901234567890"))
    (problem,) = raised.value.problems
    assert problem.code == "cell-unpublishable"
    assert problem.where == "seeds/a-care.txt, characters 46 to 49, value"
    assert problem.found == "0.12345678901234567890"


def test_a_required_cell_that_is_empty_is_a_problem() -> None:
    """A text without a file has no sha256 to prove it by."""
    documents = (DOCUMENTS[0], replace(make_document("b", "x"), sha256=None, path=None))
    with pytest.raises(FigtrailError) as raised:
        tabulate(**make_parts(documents=documents))
    (problem,) = raised.value.problems
    assert problem.where == "sources, b, path, sha256"


def test_an_address_that_opens_nothing_is_a_problem() -> None:
    """The manifest names it without its scheme."""
    documents = (DOCUMENTS[0], make_document("b", "x", url="www.news.example"))
    with pytest.raises(FigtrailError, match="sources, b, url: the address has no scheme"):
        tabulate(**make_parts(documents=documents))


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_double_is_the_decimal_or_there_is_none(number: Decimal) -> None:
    """Text to double to text gives the number back, or is refused."""
    try:
        double = make_double(number)
    except ValueError:
        return
    assert Decimal(repr(double)) == number


@given(st.integers(-(10**15), 10**15), st.integers(-12, 12))
def test_a_number_of_fifteen_digits_is_never_refused(digits: int, exponent: int) -> None:
    """Doubles hold 15 significant decimal digits."""
    number = Decimal(digits).scaleb(exponent)
    assert Decimal(repr(make_double(number))) == number


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1E+400", "1E-400"])
def test_what_is_no_double_is_refused(number: str) -> None:
    """Not a number, or out of range."""
    with pytest.raises(ValueError, match="no double"):
        make_double(Decimal(number))


def test_figures_of_every_article_are_counted_apart() -> None:
    """figure_count joins back to figures."""
    other = make_document("b-blast", "Only 12 homes.")
    figures = (*FIGURES, make_figure(other, "12", unit="home"))
    tables = tabulate(**make_parts(documents=(DOCUMENTS[0], other), figures=figures))
    assert tables["sources"]["figure_count"].to_pylist() == [6, 1]
