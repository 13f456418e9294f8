"""What the articles' own arithmetic comes to."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from figtrail.checking import check_figures
from figtrail.model import Figure, Relation
from figtrail.publication import Check, CheckFigure
from publication import make_document, make_figure

DOCUMENT = make_document("a", "From A to B, a change of C; later D.")


def number(quote: str, value: str, **columns: Any) -> Figure:  # noqa: ANN401
    stated = Decimal(value)
    return make_figure(DOCUMENT, quote, value=stated, low=stated, high=stated, **columns)


def check(
    start: str,
    end: str,
    size: str,
    unit: str = "percent",
    /,
    **columns: Any,  # noqa: ANN401
) -> Check | None:
    levels: dict[str, Any] = columns.pop("levels", {})
    kind = "percentage" if unit.startswith("percent") else "count"
    columns = {"change": "increase", "unit": unit, "kind": kind} | columns
    earlier, later = number("A", start, **levels), number("B", end, **levels)
    stated = number("C", size, **columns)
    relations = [
        Relation("r-1", "changes_from", stated.figure_id, earlier.figure_id),
        Relation("r-2", "changes_to", stated.figure_id, later.figure_id),
        Relation("r-3", "changes_from", later.figure_id, earlier.figure_id),
    ]
    checks = check_figures([earlier, later, stated], relations)
    return checks[0] if checks else None


def verdict(*arguments: Any, **columns: Any) -> str | None:  # noqa: ANN401
    made = check(*arguments, **columns)
    return made.verdict if made else None


def test_a_check_says_what_is_stated_what_is_computed_and_of_which_figures() -> None:
    made = check("712", "1064", "49.4")
    assert made is not None
    assert (made.kind, made.verdict, made.stated) == (
        "percent_change",
        "consistent",
        Decimal("49.4"),
    )
    assert made.computed is not None
    assert round(made.computed, 4) == Decimal("49.4382")
    assert [part.role for part in made.figures] == ["stated", "from", "to"]
    assert made.figures[0] == CheckFigure(number("C", "49.4").figure_id, "stated")
    assert made.explanation == (
        "From A to B is an increase of 49.44 per cent ((1,064 − 712) ÷ 712); "
        "the article states C, which fits as rounded."
    )


@pytest.mark.parametrize(
    ("start", "end", "change", "columns", "expected"),
    [
        ("712", "1064", "49.4", {}, "consistent"),
        ("712", "1064", "49.5", {}, "inconsistent"),
        ("712", "1064", "49", {}, "consistent"),
        ("712", "1064", "50", {}, "consistent"),
        ("712", "1064", "51", {}, "inconsistent"),
        ("712", "1064", "50", {"bound": "about"}, "consistent"),
        ("712", "1064", "50", {"bound": "nearly"}, "consistent"),
        ("712", "1064", "50", {"bound": "over"}, "inconsistent"),
        ("712", "1064", "45", {"bound": "over"}, "consistent"),
        ("712", "1064", "45", {"bound": "at_most"}, "inconsistent"),
        ("1064", "712", "33.1", {"change": "decrease"}, "consistent"),
        ("1064", "712", "33.1", {}, "inconsistent"),
        ("1200000", "1300000", "10", {}, "consistent"),
        ("1200000", "1300000", "30", {}, "inconsistent"),
        ("2.1", "2.2", "5.0", {}, "consistent"),
        ("0", "5", "500", {}, None),
    ],
)
def test_a_change_in_percent_is_held_against_its_levels(
    start: str, end: str, change: str, columns: dict[str, Any], expected: str | None
) -> None:
    assert verdict(start, end, change, **columns) == expected


@pytest.mark.parametrize(
    ("start", "end", "change", "unit", "columns", "expected"),
    [
        ("442", "472", "30", "person", {}, "consistent"),
        ("442", "472", "31", "person", {}, "inconsistent"),
        ("472", "442", "30", "person", {"change": "decrease"}, "consistent"),
        ("0", "5", "5", "person", {}, "consistent"),
        ("4", "6", "2", "percentage_point", {"levels": {"unit": "percent"}}, "consistent"),
        ("4", "6", "50", "percent", {"levels": {"unit": "percent"}}, "consistent"),
        ("442", "472", "30", "household", {}, None),
        ("442", "472", "2", "percentage_point", {}, None),
    ],
)
def test_a_change_in_the_unit_of_its_levels_is_their_difference(
    start: str, end: str, change: str, unit: str, columns: dict[str, Any], expected: str | None
) -> None:
    assert verdict(start, end, change, unit, **columns) == expected


def test_the_noughts_behind_a_point_are_read_off_the_quote() -> None:
    document = make_document("a", "From 712 to 1,066, up 50.0 per cent; up 50 per cent.")
    earlier, later = make_figure(document, "712"), make_figure(document, "1,066")
    for quote, expected in (("50.0 per cent", "inconsistent"), ("50 per cent", "consistent")):
        fifty = Decimal(50)
        columns = {"value": fifty, "unit": "percent", "kind": "percentage", "change": "increase"}
        stated = make_figure(document, quote, **columns)
        relations = [
            Relation("r-1", "changes_from", stated.figure_id, earlier.figure_id),
            Relation("r-2", "changes_to", stated.figure_id, later.figure_id),
        ]
        (made,) = check_figures([earlier, later, stated], relations)
        assert made.verdict == expected


@pytest.mark.parametrize("value", ["1500000", "1500000.00", "1.5E+6"])
def test_a_scale_moves_the_last_digit_however_the_number_is_held(value: str) -> None:
    document = make_document("a", "From £1.50m to £2m, up 34 per cent.")
    levels = {"kind": "money", "unit": "GBP"}
    earlier = make_figure(document, "£1.50m", value=Decimal(value), **levels)
    later = make_figure(document, "£2m", value=Decimal(2000000), **levels)
    percent = {"kind": "percentage", "unit": "percent", "change": "increase"}
    stated = make_figure(document, "34 per cent", value=Decimal(34), **percent)
    relations = [
        Relation("r-1", "changes_from", stated.figure_id, earlier.figure_id),
        Relation("r-2", "changes_to", stated.figure_id, later.figure_id),
    ]
    (made,) = check_figures([earlier, later, stated], relations)
    assert made.verdict == "consistent"


def test_levels_that_are_only_bounds_give_a_context_and_no_verdict() -> None:
    assert verdict("712", "1064", "60", levels={"bound": "over"}) == "context"


def test_a_difference_without_a_direction_is_checked_by_its_size() -> None:
    """Such as that of "12 per cent fewer than planned", which is no change over time."""
    assert verdict("712", "1064", "49.4", change=None) == "consistent"
    assert verdict("1064", "712", "33.1", change=None) == "consistent"
    assert verdict("712", "1064", "33.1", change=None) == "inconsistent"


def test_levels_alone_need_no_check() -> None:
    figures = [number("A", "712"), number("B", "1064")]
    one, other = (figure.figure_id for figure in figures)
    assert check_figures(figures, [Relation("r-1", "changes_from", other, one)]) == ()


def test_a_change_with_two_earlier_levels_is_not_checked() -> None:
    figures = [number("A", "1"), number("B", "2"), number("C", "9", change="increase")]
    ids = [figure.figure_id for figure in figures]
    relations = [
        Relation("r-1", "changes_from", ids[2], ids[0]),
        Relation("r-2", "changes_from", ids[2], ids[1]),
        Relation("r-3", "changes_to", ids[2], ids[1]),
    ]
    assert check_figures(figures, relations) == ()


def test_the_order_of_figures_and_relations_is_no_matter() -> None:
    figures = [
        number("A", "712"),
        number("B", "1064"),
        number("C", "49.4", change="increase", unit="percent"),
    ]
    ids = [figure.figure_id for figure in figures]
    relations = [
        Relation("r-1", "changes_from", ids[2], ids[0]),
        Relation("r-2", "changes_to", ids[2], ids[1]),
    ]
    assert check_figures(figures, relations) == check_figures(figures[::-1], relations[::-1])
