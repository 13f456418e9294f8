"""Every unit code says what it is, in words and in the standards."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from figtrail import extraction, units
from figtrail.csvrows import read_rows
from figtrail.model import Kind
from figtrail.publication import Unit
from figtrail.schemas import load_schema
from figtrail.units import describe_unit

LISTED = [row.require("code") for row in read_rows(Path(units.__file__).with_name("units.csv"))]

CASES = [
    Unit("person", "persons", None, "count", "{person}", "unit:NUM"),
    Unit("percent", "per cent", None, "percentage", "%", "unit:PERCENT"),
    Unit("year", "years", None, "duration", "a", "unit:YR"),
    Unit("mile_per_hour", "miles per hour", None, "measurement", "[mi_i]/h", "unit:MI-PER-HR"),
    Unit("hectare", "hectares", None, "measurement", "har", "unit:HA"),
    Unit("terawatt_hour", "terawatt-hours", None, "measurement", "TW.h", "unit:TeraW-HR"),
    Unit("cubic_angstrom", "cubic angstroms", None, "measurement", "Ao3"),
    Unit("watt_per_metre", "watts per metre", None, "measurement", "W/m"),
    Unit("joule_second", "joule seconds", None, "measurement", "J.s"),
    Unit("cell_per_millilitre", "cells per millilitre", None, "count", "{cell}/mL"),
    Unit("night_bus", "night buses", None, "count", "{night_bus}", "unit:NUM"),
    Unit("GBP", "pounds sterling", None, "money", "{GBP}", "unit:CCY_GBP", "GBP"),
    Unit("PLN", "Zloty", None, "money", "{PLN}", "unit:CCY_PLN", "PLN"),
    Unit("offence", "offences", None, "count", "{offence}", "unit:NUM"),
    Unit("social_worker", "social workers", None, "count", "{social_worker}", "unit:NUM"),
    Unit("café", "cafés", None, "count", None, "unit:NUM"),
]

PLURALS = [
    ("child", "children"),
    ("firewoman", "firewomen"),
    ("household", "households"),
    ("bus", "buses"),
    ("class", "classes"),
    ("church", "churches"),
    ("property", "properties"),
    ("survey", "surveys"),
    ("aircraft", "aircraft"),
    ("by-election", "by-elections"),
    ("foster_home", "foster homes"),
    ("human", "humans"),
]


@pytest.mark.parametrize("unit", CASES, ids=lambda unit: unit.code)
def test_a_code_is_described_in_words_and_standards(unit: Unit) -> None:
    """A literal description for every sort of unit."""
    assert describe_unit(unit.code) == unit


@pytest.mark.parametrize(("code", "label"), PLURALS)
def test_the_label_of_a_noun_is_its_plural(code: str, label: str) -> None:
    """Regular by rule, irregular by the list."""
    assert describe_unit(code).label == label


@pytest.mark.parametrize("code", LISTED)
def test_a_listed_unit_keeps_the_promises_of_the_schema(code: str) -> None:
    """The file is data that nothing else checks."""
    unit = describe_unit(code)
    assert unit.kind in get_args(Kind)
    for field in load_schema("units").fields:
        cell = getattr(unit, field.name)
        assert cell is not None or not field.required
        if field.pattern and cell is not None:
            assert re.fullmatch(field.pattern, cell)


def test_no_unit_is_listed_twice() -> None:
    """The later row would hide the earlier."""
    assert len(LISTED) == len(set(LISTED))


def test_a_currency_that_iso_4217_does_not_know_has_no_code_there() -> None:
    """It is published as it was read."""
    unit = describe_unit("QQQ")
    assert (unit.label, unit.kind, unit.iso_4217) == ("QQQ", "money", None)


def test_every_unit_that_the_extraction_reads_is_described() -> None:
    """A measurement that is not listed would pass for a thing counted."""
    lexicon = Path(extraction.__file__).parent / "lexicon"
    read = {row.require("unit"): row.require("kind") for row in read_rows(lexicon / "units.csv")}
    described = {code: describe_unit(code).kind for code in read}
    assert described == read


def test_every_currency_that_the_extraction_reads_has_a_name() -> None:
    """In units.csv or in pycountry."""
    lexicon = Path(extraction.__file__).parent / "lexicon"
    codes = {row.get("currency") for row in read_rows(lexicon / "currencies.csv")} - {None}
    assert [code for code in sorted(codes) if describe_unit(code).label == code] == []
