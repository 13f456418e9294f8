"""The phrase that says what a number measures, chosen by signs, and how they are weighed."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import figtrail.extraction.lexicon
from figtrail.extraction.choosing import Choices
from figtrail.extraction.choosing.phrases import (
    Setting,
    choose_phrase,
    read_others,
    read_ruled,
    read_setting,
)
from figtrail.extraction.figures import extract_figures
from figtrail.model import Document
from scripts import load_script

TABLE = Path(figtrail.extraction.lexicon.__file__).parent / "phrase_weights.csv"
CASES = Path(__file__).parent / "cases" / "chosen_phrases.txt"
_WORDS = "the 5 £4m 40% of and , in Hull rose homes fell was rent 2.5 hours : . ( ) that it".split()


PLACE = re.compile("told|(?:noun|verb|name) (?:before|behind) [0-3]|(?:noun|verb|name) beside 0")
# With the signs that the cases lack.
SIGNED = (
    "Rents hit £900 (up 4%) in March. It paid £12, or 3%, on “The Big Lot 5 Sale” here.",
    "The tax rate rose 6% over the old rate of £0.49.",
)


WEIGHING = load_script("build/weigh_phrases.py")
LOGIT = load_script("build/logit.py")


def _cases() -> list[list[str]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [[part.strip() for part in line.split("|")] for line in lines if line[0] != "#"]


def _read_settings(text: str) -> list[Setting]:
    settings: list[Setting] = []

    def record(setting: Setting) -> str | None:
        settings.append(setting)
        return setting.phrase

    extract_figures(Document(source_id="test", text=text), Choices(phrase=record))
    return settings


@pytest.mark.parametrize(("text", "quote", "ruled", "chosen"), _cases())
def test_the_phrase_that_weighs_most_is_chosen(
    text: str, quote: str, ruled: str, chosen: str
) -> None:
    settings = {
        setting.tokens.text[setting.reading.number.start : setting.reading.number.end]: setting
        for setting in _read_settings(text)
    }
    assert settings[quote].phrase == (ruled or None)
    assert choose_phrase(settings[quote]) == chosen


def test_every_weight_is_of_a_sign_that_is_read() -> None:
    texts = [case[0] for case in _cases()]
    texts += SIGNED
    names, places, shared = set(), set(), set()
    for setting in (one for text in texts for one in _read_settings(text)):
        shared |= {name for name, _ in read_setting(setting)}
        ruled = read_ruled(setting)
        options = [*read_others(setting), *([ruled] if ruled is not None else [])]
        names |= {name for option in options for name, _ in option.signs}
        places |= {option.place for option in options}
    with TABLE.open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file))
    assert header == ["place", "sign", "word", "weight"]
    assert {sign for place, sign, _, _ in rows if not place} <= names | {"stands"}
    assert {sign for place, sign, _, _ in rows if place} <= shared
    weighed = {place for place, *_ in rows if place}
    assert len(weighed & places) > 10
    assert all(PLACE.fullmatch(place) for place in weighed | places)
    assert [row[:3] for row in rows] == sorted(row[:3] for row in rows)
    assert len({tuple(row[:3]) for row in rows}) == len(rows) > 3000
    assert 0 not in [int(weight) for *_, weight in rows]


@given(st.lists(st.sampled_from(_WORDS), max_size=30).map(" ".join))
def test_what_is_chosen_stands_in_the_text(text: str) -> None:
    for setting in _read_settings(text):
        chosen = choose_phrase(setting)
        assert chosen is None or chosen in text
        assert chosen is not None or setting.phrase is None
        assert chosen == setting.phrase or chosen in [one.text for one in read_others(setting)]


@given(st.lists(st.sampled_from(_WORDS), max_size=30).map(" ".join))
def test_no_other_phrase_says_only_more_or_less_than_that_of_the_rules(text: str) -> None:
    for setting in _read_settings(text):
        ruled = " ".join((setting.phrase or "").lower().split())
        for option in read_others(setting):
            other = " ".join(option.text.lower().split())
            assert not ruled or (ruled not in other and other not in ruled)


def test_a_short_text_is_a_case() -> None:
    gold = WEIGHING.read_case("Rents rose 4%. | 4% | Rents")
    (figure,) = gold.figures
    assert (figure.quote, figure.columns["measured"]) == ("4%", "Rents")
    assert gold.document.text[figure.char_start : figure.char_end] == "4%"


def test_a_case_says_how_right_each_phrase_is() -> None:
    gold = WEIGHING.read_case("The trek takes five hours and costs £42 on foot. | £42 | trek")
    (case,) = WEIGHING.find_cases(gold, unseen=True)
    assert max(case.right) == 1.0
    assert 0.0 in case.right
    assert len(case.signs) == len(case.right)
    assert any(("", "ruled", "") in signs for signs in case.signs)


def test_texts_that_rules_were_made_from_say_nothing_of_the_rules() -> None:
    gold = WEIGHING.read_case("The trek takes five hours and costs £42 on foot. | £42 | trek")
    (case,) = WEIGHING.find_cases(gold, unseen=False)
    names = {name for signs in case.signs for _, name, _ in signs}
    assert not any(name.startswith(("rule", "head of ruled")) for name in names)


def test_a_sign_weighs_for_the_options_that_were_right() -> None:
    noun, verb, rare = ("", "form", "noun"), ("", "form", "verb"), ("", "form", "once")
    cases = [LOGIT.Case([[noun], [verb]], [1.0, 0.0])] * 40
    once = LOGIT.Case([[rare], [verb]], [1.0, 0.0])
    weights = LOGIT.weigh([*cases, once], kept=10, restraint=5.0)
    assert weights[verb] < 0 < weights[noun]
    assert set(weights) == {noun, verb}
