"""Labels that no rule tells, weighed by the signs around them, and how the weights are made."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import figtrail.extraction.lexicon
from figtrail.extraction.labels import find_labels, is_weighable, read_signs, tell_labels
from figtrail.extraction.labels.weighing import weigh_numbers
from figtrail.extraction.numbers import Number, find_numbers
from figtrail.extraction.quantities import find_candidates
from figtrail.extraction.tokens import Tokens, tokenise
from readings import read_figures
from scripts import load_script

TABLE = Path(figtrail.extraction.lexicon.__file__).parent / "label_weights.csv"


WEIGHING = load_script("build/weigh_labels.py")
_WORDS = "the 5 12 £4m 40% of and , in Hull Lot Route nine homes was ran 2.5 hours : . ( )".split()


def read_candidates(text: str) -> tuple[Tokens, list[Number]]:
    tokens = tokenise(text)
    return tokens, find_candidates(tokens, find_numbers(tokens, frozenset()), [])


def test_every_weight_is_of_a_sign_that_is_read() -> None:
    texts = ("Medals: Kenya 12, Norway nine and Japan 7 in 2.5 rounds.", "They met 40 of the 41.")
    names = set()
    for text in texts:
        tokens, numbers = read_candidates(text)
        labels = [False] * len(numbers)
        names |= {
            name
            for at in range(len(numbers))
            for name, _ in read_signs(tokens, numbers, labels, at)
        }
    with TABLE.open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file))
    assert header == ["sign", "word", "weight"]
    assert {sign for sign, _, _ in rows} <= names
    assert [row[:2] for row in rows] == sorted(row[:2] for row in rows)
    assert len({(sign, word) for sign, word, _ in rows}) == len(rows) > 300
    assert 0 not in [int(weight) for _, _, weight in rows]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("The 5 and the 7 are diverted.", ["5", "7"]),
        ("Lot 5 sold, then 6 and 7.", ["6", "7"]),
    ],
)
def test_signs_tell_labels_that_no_rule_tells(text: str, labels: list[str]) -> None:
    tokens, numbers = read_candidates(text)
    ruled = tell_labels(tokens, numbers)
    found = find_labels(tokens, numbers)
    told = [
        text[number.start : number.end]
        for number, before, after in zip(numbers, ruled, found, strict=True)
        if after and not before
    ]
    assert told == labels


@pytest.mark.parametrize(
    "text",
    [
        "The choir of 12 sang.",
        "The bench had 12 people on it.",
        "They finished 18 points clear at the top.",
        "Leeds had 41 cases, York 28 and Hull 33.",
        "The club sold 9,000 of its 12,000 tickets.",
    ],
)
def test_figures_stay_figures(text: str) -> None:
    tokens, numbers = read_candidates(text)
    assert not any(find_labels(tokens, numbers))


@pytest.mark.parametrize(
    ("text", "weighable"),
    [
        ("He took the 12 home.", True),
        ("He took nine home.", True),
        ("He took £12 home.", False),
        ("It was 12 per cent of it.", False),
        ("He took 1.2 million home.", False),
        ("It lasted 12 hours.", False),
        ("He took a third of it.", False),
        ("Deaths per 100,000 fell.", False),
        ("The jet flew at Mach 2.", False),
        ("The index closed at 1200.", False),
        ("The pool closed at 1200.", True),
        ("The barns destroyed now number 60.", False),
        ("The lift in block number 60 is stuck.", True),
        ("Women outnumber men 2 to 1.", False),
        ("A 4051 vote total was read out.", False),
        ("12", False),
        ("12 | 13 (14)", False),
    ],
)
def test_only_numbers_that_nothing_measures_are_weighed(text: str, weighable: bool) -> None:
    tokens, numbers = read_candidates(text)
    assert {is_weighable(tokens, number) for number in numbers} == {weighable}


@given(st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join))
def test_weighing_takes_away_no_label_and_no_amount(text: str) -> None:
    tokens, numbers = read_candidates(text)
    ruled = tell_labels(tokens, numbers)
    weighed = weigh_numbers(tokens, numbers, ruled)
    for number, before, after in zip(numbers, ruled, weighed, strict=True):
        assert after or not before
        assert before == after or is_weighable(tokens, number)


def test_a_figure_is_read_the_same_whatever_is_weighed_beside_it() -> None:
    (figure,) = read_figures("The 5 and the 7 are diverted for 12 weeks.")
    assert (figure.quote, figure.unit) == ("12", "week")


def test_a_text_is_marked_by_what_stands_between_guillemets() -> None:
    annotated = WEIGHING.read_marked(
        "In «41» homes, the 5 carried «nine».", "«([^»]*)»", whole=True
    )
    text = annotated.document.text
    assert text == "In 41 homes, the 5 carried nine."
    assert [text[start:end] for start, end in annotated.figures] == ["41", "nine"]
    cases = list(WEIGHING.find_cases(annotated))
    assert [case.is_figure for case in cases] == [True, False, True]


def test_numbers_without_a_mark_say_nothing_where_only_one_is_judged() -> None:
    annotated = WEIGHING.read_marked("It hit [41], and 12 fell.", r"\[([^\[\]]*)\]", whole=False)
    assert [case.is_figure for case in WEIGHING.find_cases(annotated)] == [True]


def test_a_sign_weighs_for_what_it_was_seen_beside() -> None:
    bus, homes = ("word", "bus"), ("word", "homes")
    cases = [WEIGHING.Case((bus,), False), WEIGHING.Case((homes,), True)] * 20
    rare = [WEIGHING.Case((("word", "once"),), True)]
    weights = WEIGHING.weigh(cases + rare)
    assert weights[bus] < 0 < weights[homes]
    assert set(weights) == {bus, homes}
