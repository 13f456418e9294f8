"""Nouns: their singular, whether they name people, and the unit they give."""

from __future__ import annotations

import pytest

from figtrail.extraction.nouns import is_people, is_plural, singular, unit_of_noun

SINGULARS = """
homes home
cases case
children child
men man
women woman
people person
families family
ferries ferry
churches church
boxes box
buses bus
houses house
wolves wolf
geese goose
mice mouse
feet foot
lives life
crises crisis
sheep sheep
deer deer
species species
series series
police police
news news
glass glass
status status
"""


@pytest.mark.parametrize("line", SINGULARS.strip().splitlines())
def test_gives_the_singular(line: str) -> None:
    plural, one = line.split()
    assert singular(plural) == one


@pytest.mark.parametrize("word", "homes children men people feet families geese".split())
def test_is_a_plural(word: str) -> None:
    assert is_plural(word)


@pytest.mark.parametrize("word", "home bus glass analysis council’s status news".split())
def test_is_no_plural(word: str) -> None:
    assert not is_plural(word)


PEOPLE = (
    "people children patients nurses teachers voters workers firefighters women officers "
    "residents migrants refugees scientists musicians trainees employees social-workers "
    "passengers pensioners students men staff Ukrainians perpetrators representatives opponents "
    "spokeswomen hitmen stepchildren collectors clerics rookies"
)
THINGS = (
    "homes cases calls ferries papers numbers computers trees committees degrees boilers "
    "containers trailers orders rivers towers coffees meters lists engines "
    "specimens regimens dolmens omens"
)


@pytest.mark.parametrize("word", PEOPLE.lower().split())
def test_names_people(word: str) -> None:
    assert is_people(word)


@pytest.mark.parametrize("word", THINGS.split())
def test_names_no_people(word: str) -> None:
    assert not is_people(word)


UNITS = [
    ("children", "person"),
    ("turnout", "person"),
    ("households", "household"),
    ("cases", "case"),
    ("offences", "offence"),
    ("call-outs", "call_out"),
    ("attendance", "person"),
    ("attendances", "attendance"),
    ("audiences", "person"),
    ("minibuses", "minibus"),
]


@pytest.mark.parametrize(("noun", "unit"), UNITS)
def test_gives_the_unit_of_what_is_counted(noun: str, unit: str) -> None:
    assert unit_of_noun(noun) == unit
