"""Text into sentences, by offsets: abbreviations, wrapped lines, list numbers, quotations."""

from __future__ import annotations

import pytest

from costs import assert_linear
from figtrail.extraction.sentences import split_sentences


def split(text: str) -> list[str]:
    sentences = list(split_sentences(text, 0, len(text)))
    for sentence in sentences:
        assert text[sentence.start : sentence.end] == sentence.text
    return [sentence.text for sentence in sentences]


ONE = [
    "The Sept. 28-Oct. 4 poll put Ward on 41 per cent.",
    "Cllr. Long spoke of 12 cases.",
    "Mr. Smith and Dr. Jones met.",
    "Prof. Lee of St. Helens said so.",
    "The £1.5m. scheme is late.",
    "It cost £1.5m, Mr Lee said.",
    "J. Smith was there.",
    "The U.S. Senate voted.",
    "It starts at 9.30 on Monday.",
    "See No. 10 for more.",
    "It fell on Jan. 12 last year.",
    "Acme Inc. said it would close.",
    "They sell apples, pears etc. at low cost.",
    "It grew by 1.2 per cent.",
    "1. Wash your hands.",
    "He asked (why not?) and left.",
    "“Why?” she asked.",
    "A flood shut 12 roads in Co. Sligo on Friday.",
    "Co. Wexford has 40 beaches.",
    "He sold 12 cows in Strabane, Co. Tyrone.",
    "Farms across Co. Carlow and Co. Laois lost 30 ewes.",
    "The trains start again at 4 p.m. Lisbon time.",
    "The agency's 8 a.m. Flood Bulletin lists 12 rivers.",
]


@pytest.mark.parametrize("text", ONE)
def test_is_one_sentence(text: str) -> None:
    assert split(text) == [text]


MANY = [
    ("It rained. It stopped.", ["It rained.", "It stopped."]),
    ("Why? Nobody knows!", ["Why?", "Nobody knows!"]),
    ("“It rained.” It stopped.", ["“It rained.”", "It stopped."]),
    ('"It rained." "It stopped."', ['"It rained."', '"It stopped."']),
    ("It cost £5m. Nobody paid.", ["It cost £5m.", "Nobody paid."]),
    ("There were 12. Three died.", ["There were 12.", "Three died."]),
    ("It was 2019. 12 people came.", ["It was 2019.", "12 people came."]),
    ("He waited… Nothing came.", ["He waited…", "Nothing came."]),
    ("It rained... It stopped.", ["It rained...", "It stopped."]),
    ("It shut at 5 p.m. Nobody came.", ["It shut at 5 p.m.", "Nobody came."]),
    ("He moved to the U.S. The firm stayed.", ["He moved to the U.S.", "The firm stayed."]),
    ("The sluice is 9 ft. The weir is higher.", ["The sluice is 9 ft.", "The weir is higher."]),
    ("It rose to 9 ft. Ships left.", ["It rose to 9 ft.", "Ships left."]),
    ("He led Ames and Co. Sales rose.", ["He led Ames and Co.", "Sales rose."]),
    ("  It rained.   It stopped.  ", ["It rained.", "It stopped."]),
]


@pytest.mark.parametrize(("text", "sentences"), MANY)
def test_is_several_sentences(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


def test_only_the_stretch_that_is_asked_for_is_split() -> None:
    text = "It rained. It stopped. It shone."
    assert [sentence.text for sentence in split_sentences(text, 11, 22)] == ["It stopped."]


def test_an_endless_sentence_is_read_in_pieces_at_its_commas() -> None:
    text = ("they counted 12 birds, " * 200).strip()
    pieces = split(text)
    assert len(pieces) > 1
    assert max(map(len, pieces)) <= 1000
    assert all(piece.endswith((",", "birds")) or piece == pieces[-1] for piece in pieces)


@pytest.mark.parametrize(
    "unit", ["1. Noor, 2. Noor, ", "at 5 p.m. Tuesday, and ", "in Hull, Co. Voi, ", "by J. Smith, "]
)
def test_stops_that_end_nothing_take_linear_time(unit: str) -> None:
    assert_linear(split, unit * 4_000, unit * 8_000)


def test_an_empty_stretch_has_no_sentences() -> None:
    assert split("   \n ") == []
