"""The period of a figure, chosen by signs where its own words don't say it, and how they weigh."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import figtrail.extraction.lexicon
from figtrail.evaluation import read_gold
from figtrail.extraction.choosing import Choices, Story
from figtrail.extraction.choosing.periods import Chosen, read_options, read_signs, read_times
from figtrail.extraction.figures import extract_figures
from figtrail.extraction.found import Found
from figtrail.model import Document
from scripts import load_script

TESTS = Path(__file__).parent
TABLE = Path(figtrail.extraction.lexicon.__file__).parent / "period_weights.csv"
CASES = TESTS / "cases" / "chosen_periods.txt"
# Taught ones, of many topics.
SETS = ("bp", "bq", "bt")
PLACE = re.compile("own (?:before|behind)|paragraph|earlier|later|first day|ruled|carried|none")
WEIGHING = load_script("build/weigh_periods.py")
_MARKED = re.compile(r"\[([^=\]]+)=([^\]>]+)(?:>([^\]]+))?\]")
_WORDS = (
    "the 5 £4m 40% of and , rose fell homes was will on Monday in May 2019 since last year : . ( )"
    " it “ ” \n\n"
).split(" ")


def _cases() -> list[str]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and line[0] != "#"]


def _keep(story: Story) -> list[Found]:
    """The figures of a story as the rules have dated them."""
    return list(story.found)


_RULES = Choices(periods=_keep)


def _make_document(text: str, published: str | None = None) -> Document:
    day = date.fromisoformat(published) if published else None
    return Document(
        source_id="test", text=text, published_earliest=day, published_latest=day, nation="England"
    )


def _tell(document: Document) -> Story:
    stories: list[Story] = []

    def record(story: Story) -> list[Found]:
        stories.append(story)
        return list(story.found)

    extract_figures(document, Choices(periods=record))
    (story,) = stories
    return story


@pytest.mark.parametrize("line", _cases())
def test_the_period_that_weighs_most_is_chosen(line: str) -> None:
    published, marked = line.replace("|", "\n\n").split("\t")
    told = _MARKED.findall(marked)
    document = _make_document(_MARKED.sub(r"\1", marked), published)
    ruled = [(one.quote, one.period or "-") for one in extract_figures(document, _RULES).figures]
    chosen = [(one.quote, one.period or "-") for one in extract_figures(document).figures]
    assert ruled == [(quote, period) for quote, period, _ in told]
    assert chosen == [(quote, better or period) for quote, period, better in told]


def test_a_period_from_elsewhere_is_told_to_be_carried() -> None:
    published, marked = _cases()[0].replace("|", "\n\n").split("\t")
    document = _make_document(_MARKED.sub(r"\1", marked), published)
    first = extract_figures(document).figures[0]
    assert (first.period, first.period_text, first.period_basis) == ("2023-07-23", None, "context")


def test_a_period_chosen_has_the_words_of_its_sentence_or_is_carried() -> None:
    own, carried, dropped = 0, 0, 0
    for gold in read_gold(TESTS / "golden" / f"development-{letters}.jsonl" for letters in SETS):
        ruled = extract_figures(gold.document, _RULES).figures
        for before, after in zip(ruled, extract_figures(gold.document).figures, strict=True):
            if before.period == after.period:
                assert before == after
            elif after.period is None:
                dropped += 1
                assert (after.period_text, after.period_basis) == (None, None)
            elif after.period_text is None:
                carried += 1
                assert after.period_basis == "context"
            else:
                own += 1
                assert after.period_text in after.sentence
                assert after.period_basis in ("stated", "document")
    assert min(own, carried, dropped) > 10


def test_every_weight_is_of_a_sign_that_is_read() -> None:
    names: set[str] = set()
    places: set[str] = set()
    shared: set[str] = set()
    for gold in read_gold([TESTS / "golden" / "development-bp.jsonl"]):
        if not extract_figures(gold.document).figures:
            continue
        story = _tell(gold.document)
        times = read_times(story)
        chosen = Chosen()
        for at, item in enumerate(story.found):
            shared |= {name for name, _ in read_signs(story, at)}
            options = read_options(times, chosen)
            chosen.add(item.dating.period)
            names |= {name for option in options for name, _ in option.signs}
            places |= {option.place for option in options}
    with TABLE.open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file))
    assert header == ["place", "sign", "word", "weight"]
    assert {sign for place, sign, _, _ in rows if not place} <= names | {"stands"}
    assert {sign for place, sign, _, _ in rows if place} <= shared
    weighed = {place for place, *_ in rows if place}
    assert all(PLACE.fullmatch(place) for place in weighed | (places - {"own"}))
    assert len(weighed & places) > 5
    assert [row[:3] for row in rows] == sorted(row[:3] for row in rows)
    assert len({tuple(row[:3]) for row in rows}) == len(rows) > 3000
    assert 0 not in [int(weight) for *_, weight in rows]


@given(st.lists(st.sampled_from(_WORDS), max_size=60).map(" ".join))
def test_nothing_but_the_period_is_chosen_and_only_one_that_the_text_tells(text: str) -> None:
    document = _make_document(text, "2020-02-20")
    ruled = extract_figures(document, _RULES).figures
    chosen = extract_figures(document).figures
    undated = {"period": None, "period_text": None, "period_basis": None}
    stated = {one.period for one in ruled} | {None}
    if ruled:
        story = _tell(document)
        marks = [mark for passage in story.passages for mark in passage.marks]
        stated |= {mark.mention.period for mark in marks}
    for before, after in zip(ruled, chosen, strict=True):
        assert replace(after, **undated) == replace(before, **undated)
        assert after.period in stated
        if before.period is not None and before.period_text is not None:
            assert after.period == before.period


def test_a_short_article_is_a_case_that_says_which_period_is_right() -> None:
    gold = WEIGHING.read_case("2024-03-05 England\tIt sold [four=2023] in 2023.|It has [60=-].")
    assert [figure.columns["period"] for figure in gold.figures] == ["2023", None]
    assert gold.document.text == "It sold four in 2023.\nIt has 60."
    (case,) = WEIGHING.find_cases(gold)
    assert sorted(case.right) == [0.0, 1.0]
    right = case.signs[case.right.index(1.0)]
    assert ("", "stands", "none") in right
