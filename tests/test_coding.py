"""Words become codes where the codelists know them, and stay words where they don't."""

from __future__ import annotations

from typing import Any

import pytest

from figtrail.coding import code_figures
from figtrail.publication import Measure, MeasureTerm, Place
from figtrail.recipe import Recipe
from publication import make_document, make_figure

DOCUMENT = make_document("a", "There were 472.")


def term(phrase: str, measure: str, kinds: str = "", units: str = "") -> MeasureTerm:
    return MeasureTerm(phrase, measure or None, frozenset(kinds.split()), frozenset(units.split()))


RECIPE = Recipe(
    nation="England",
    measures=(
        Measure("cla", "Children looked after", kind="count", stock_or_flow="stock"),
        Measure("cla_started", "Children who started to be looked after", kind="count"),
        Measure("caseload", "Caseload", kind="rate", per="social_worker"),
        Measure("cla_rate", "Rate", kind="rate", per="person", per_quantity=None),
        Measure("spending", "Spending", kind="money", stock_or_flow="flow"),
        Measure("debt", "Debt", kind="money", stock_or_flow="stock"),
        Measure("cpi", "Inflation", kind="percentage"),
        Measure("food", "Food inflation", kind="percentage"),
        Measure("cpi_month", "Monthly inflation", kind="percentage"),
    ),
    measure_terms=(
        term("looked-after children", "cla", "count", "person"),
        term("children in care", "cla", "count", "person"),
        term("children in care", "cla_rate", "rate", "person"),
        term("children in care leaving", "cla_started", "count", "person"),
        term("council's debt", "debt"),
        term("spending", "spending"),
        term("caseload", "caseload", "rate"),
        term("inflation", "cpi"),
        term("food inflation", "food"),
        term("core inflation", ""),
        term("monthly inflation", "cpi_month"),
    ),
    places=(
        Place("E08000013", "St Helens", ("St. Helens Council",)),
        Place("E92000001", "England"),
        Place("T1", "Newtown", ("Ashby",)),
        Place("T2", "Newtown", ("Ashby",)),
    ),
    gazetteers=(Place("E06000006", "Halton", ("Halton Borough Council",)),),
)


def measure_of(measured: str | None, **columns: Any) -> str | None:  # noqa: ANN401
    figure = make_figure(DOCUMENT, "472", measured=measured, **columns)
    (coded,) = code_figures([figure], RECIPE)
    return coded.measure


def place_of(name: str | None, recipe: Recipe = RECIPE) -> str | None:
    (coded,) = code_figures([make_figure(DOCUMENT, "472", place_text=name)], recipe)
    return coded.place


@pytest.mark.parametrize(
    ("measured", "columns", "expected"),
    [
        ("number of looked-after children", {}, "cla"),
        ("Looked after\nchildren", {}, "cla"),
        ("the council’s debt", {"kind": "money", "unit": "GBP"}, "debt"),
        ("children in care leaving home", {}, "cla_started"),
        ("children in carefree towns", {}, None),
        ("homes", {}, None),
        (None, {}, None),
        ("children in care", {"unit": "case"}, None),
        ("children in care", {"kind": "percentage", "unit": "percent"}, None),
        ("children in care", {"change": "increase"}, None),
        ("children in care", {"kind": "rate", "per": "person"}, "cla_rate"),
        ("children in care", {"kind": "rate", "per": "class"}, None),
        ("caseload", {"kind": "rate", "unit": "case", "per": "social_worker"}, "caseload"),
        ("caseload", {"kind": "rate", "unit": "case", "per": "week"}, None),
        ("spending", {"kind": "money", "unit": "GBP", "per": "year"}, "spending"),
        ("council's debt", {"kind": "money", "unit": "GBP", "per": "year"}, None),
    ],
)
def test_a_phrase_reaches_a_measure_for_the_kinds_and_units_it_allows(
    measured: str | None, columns: dict[str, Any], expected: str | None
) -> None:
    assert measure_of(measured, **columns) == expected


@pytest.mark.parametrize(
    ("measured", "sentence", "expected"),
    [
        ("annual inflation", "Annual inflation was 472%.", "cpi"),
        ("headline inflation", "Headline inflation was 472%.", "cpi"),
        ("food inflation", "Food inflation was 472%.", "food"),
        ("non-food inflation", "Non-food inflation was 472%.", None),
        ("core inflation", "Core inflation was 472%.", None),
        ("month-on-month inflation", "Month-on-month inflation was 472%.", None),
        ("inflation", "On a month-on-month basis inflation was 472%.", None),
        ("inflation", "Inflation was 472% year on year and 2% month on month.", "cpi"),
        ("inflation", "In its monthly report the bank put inflation at 472%.", "cpi"),
        ("monthly inflation", "Monthly inflation was 472%.", "cpi_month"),
    ],
)
def test_a_percentage_gets_no_code_of_another_thing_or_another_base(
    measured: str, sentence: str, expected: str | None
) -> None:
    document = make_document("a", sentence)
    figure = make_figure(document, "472%", measured=measured, kind="percentage", unit="percent")
    (coded,) = code_figures([figure], RECIPE)
    assert coded.measure == expected


@pytest.mark.parametrize(
    ("sentence", "measured", "expected"),
    [
        ("There are 472 children in care.", "children", "cla"),
        ("There are 472 local children in care.", "local children", "cla"),
        ("Of those in care, 472 are children who sing.", "children", None),
        ("The children in care have 472 homes.", "homes", None),
        ("There were 472 children, and children in care.", "children", None),
        ("There were 472 of them.", "looked-after children", "cla"),
    ],
)
def test_a_phrase_of_the_sentence_counts_where_it_goes_on_from_what_is_measured(
    sentence: str, measured: str, expected: str | None
) -> None:
    figure = make_figure(make_document("a", sentence), "472", measured=measured)
    (coded,) = code_figures([figure], RECIPE)
    assert coded.measure == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("St Helens", "E08000013"),
        ("ST HELENS", "E08000013"),
        ("St. Helens", "E08000013"),
        ("St Helens Council", "E08000013"),
        ("England", "E92000001"),
        ("Halton Borough Council", "E06000006"),
        ("Newtown", None),
        ("Ashby", None),
        ("France", "FR"),
        ("the UK", "GB"),
        ("U.S.", "US"),
        ("South Korea", "KR"),
        ("Texas", "US-TX"),
        ("Leeds", "GB-LDS"),
        ("Atlantis", None),
        (None, None),
    ],
)
def test_a_name_reaches_the_one_place_that_it_means(name: str | None, expected: str | None) -> None:
    assert place_of(name) == expected


def test_a_name_of_many_places_means_the_one_in_the_recipes_nation() -> None:
    assert place_of("Punjab", Recipe()) is None
    assert place_of("Punjab", Recipe(nation="India")) == "IN-PB"
    assert place_of("Punjab", Recipe(nation="Pakistan")) == "PK-PB"


def test_georgia_is_the_country_only_where_nothing_else_is_as_likely() -> None:
    assert place_of("Georgia", Recipe()) is None
    assert place_of("Georgia", Recipe(nation="Georgia")) == "GE"
    assert place_of("Georgia", Recipe(nation="United States")) == "US-GA"


def places_of(text: str, names: list[str], **facts: Any) -> list[str | None]:  # noqa: ANN401
    document = make_document("a", text, **facts)
    figures = [make_figure(document, "472", place_text=name) for name in names]
    return [figure.place for figure in code_figures(figures, Recipe(), [document])]


@pytest.mark.parametrize(
    ("facts", "names", "expected"),
    [
        ({}, ["Georgia"], [None]),
        ({"place": "Georgia"}, ["Georgia"], ["GE"]),
        ({"place": "Texas"}, ["Georgia"], ["US-GA"]),
        ({"nation": "United States", "place": "Georgia"}, ["Georgia"], ["US-GA"]),
        ({"place": "Pakistan"}, ["Punjab", "Sindh"], ["PK-PB", "PK-SD"]),
        ({}, ["Pakistan", "Punjab"], ["PK", "PK-PB"]),
        ({}, ["Pakistan", "India", "Punjab"], ["PK", "IN", None]),
        ({}, ["Central Province"], [None]),
        ({"place": "Zambia"}, ["Central Province", "Kenya"], ["ZM-02", "KE"]),
        ({"place": "Ghana"}, ["Northern Region", "Northern"], ["GH-NP", "GH-NP"]),
        ({"place": "Vietnam"}, ["north"], [None]),
        ({"place": "Brazil"}, ["Amazonas", "Ceara"], ["BR-AM", "BR-CE"]),
        ({}, ["Congo"], [None]),
        ({}, ["DR Congo", "Congo"], ["CD", "CD"]),
        ({"place": "United States"}, ["Essex County", "Washington state"], [None, "US-WA"]),
    ],
)
def test_an_articles_own_country_decides_between_places_of_one_name(
    facts: dict[str, str], names: list[str], expected: list[str | None]
) -> None:
    assert places_of("There were 472.", names, **facts) == expected


def test_a_country_that_the_sentence_names_decides_between_places_of_one_name() -> None:
    text = "In India, Punjab had 12. Pakistan had 28, and 22 were in its Punjab."
    document = make_document("a", text)
    figures = [
        make_figure(document, "12", place_text="Punjab", sentence="In India, Punjab had 12."),
        make_figure(document, "28", place_text="Pakistan", sentence="Pakistan had 28."),
        make_figure(document, "22", place_text="Punjab", sentence="22 were in Punjab."),
    ]
    coded = code_figures(figures, Recipe(), [document])
    assert [figure.place for figure in coded] == ["IN-PB", "PK", None]


def test_the_end_of_a_sentence_and_the_start_of_another_name_no_country() -> None:
    rows = [(f"{at}", "Northern", f"Northern had {at} in the south.") for at in range(12, 20)]
    rows.append(("28", "", "Sudan had 28."))
    document = make_document("a", " ".join(text for _, _, text in rows))
    figures = [
        make_figure(document, quote, place_text=name or None, sentence=text)
        for quote, name, text in rows
    ]
    coded = code_figures(figures, Recipe(), [document])
    assert [figure.place for figure in coded] == ["SD-NO"] * 8 + [None]


def test_a_part_of_a_country_that_bears_anothers_name_is_told_by_its_kind() -> None:
    assert places_of("In Niger State there were 472.", ["Niger"], place="Nigeria") == ["NG-NI"]
    assert places_of("In Niger there were 472.", ["Niger"], place="Nigeria") == ["NE"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Rajasthan", "IN-RJ"),
        ("Côte d’Ivoire", "CI"),
        ("Cote d'Ivoire", "CI"),
        ("Turkiye", "TR"),
        ("the Democratic Republic of the Congo", "CD"),
        ("Wales", "GB-WLS"),
    ],
)
def test_accents_and_second_names_are_no_part_of_a_name(name: str, expected: str) -> None:
    assert place_of(name, Recipe()) == expected


@pytest.mark.parametrize(
    ("nation", "name", "expected"),
    [
        ("United States", "Hamburg", None),
        ("United States", "Aurora", None),
        ("India", "Kochi", None),
        ("United States", "Punjab", None),
        ("Ireland", "Kerala", "IN-KL"),
        ("India", "Ontario", "CA-ON"),
        ("India", "Scotland", "GB-SCT"),
        ("India", "Karnataka", "IN-KA"),
        ("India", "Maharashtra", "IN-MH"),
        ("Germany", "Hamburg", "DE-HH"),
        ("United States", "New York", None),
        ("India", "Washington", None),
        ("Ireland", "Cork County", "IE-CO"),
        ("Ireland", "Co. Mayo", "IE-MO"),
        ("Ireland", "County Kerry", "IE-KY"),
        ("United States", "Clare County", None),
        ("Ireland", "Orange County", None),
    ],
)
def test_in_a_known_nation_a_foreign_name_needs_to_be_known_alone(
    nation: str, name: str, expected: str | None
) -> None:
    assert place_of(name, Recipe(nation=nation)) == expected


def test_a_code_that_a_correction_has_set_stays() -> None:
    figure = make_figure(
        DOCUMENT, "472", measured="children in care", measure="debt", place="E92000001"
    )
    (coded,) = code_figures([figure], RECIPE)
    assert (coded.measure, coded.place) == ("debt", "E92000001")


def test_words_without_a_code_stay() -> None:
    figure = make_figure(DOCUMENT, "472", measured="homes", place_text="Atlantis")
    assert code_figures([figure], RECIPE) == (figure,)
