"""The gate: which sentences are looked at for a number at all."""

from __future__ import annotations

import pytest

from figtrail.extraction.scanning import scan_sentences


def scan(text: str) -> list[str]:
    return [sentence.text for _, sentence in scan_sentences(text)]


PASSES = """
There were 12 cases.
There were twelve cases.
TWELVE DIED
Twenty-six died.
A million left.
Sales doubled.
Numbers halved.
A third left.
A mere third left.
It cut rates by a half point.
One in five left.
One-third left.
Half of them left.
About half left.
It took half an hour.
It grew threefold.
It was ½ full.
It rose by a quarter.
Two-fifths left.
Rates fell a quarter point.
They sold a dozen.
"""
STOPS = """
It rained.
Nobody came.
Someone left.
Often the weight was too much.
The one thing he wanted was rest.
The second man left.
The tenant left.
"""


@pytest.mark.parametrize("text", PASSES.strip().splitlines())
def test_a_sentence_that_may_state_a_number_passes(text: str) -> None:
    assert scan(text) == [text]


@pytest.mark.parametrize("text", STOPS.strip().splitlines())
def test_a_sentence_without_a_number_is_stopped(text: str) -> None:
    assert scan(text) == []


def test_only_the_sentences_with_numbers_come_in_order() -> None:
    text = "It rained. There were 12 cases. Nobody came.\nIt cost £5m. It stopped.\n\nOver 30 left."
    assert scan(text) == ["There were 12 cases.", "It cost £5m.", "Over 30 left."]


def test_the_paragraph_of_a_sentence_is_where_it_starts() -> None:
    text = "It rained.\nIt was dry. There were 12 cases."
    assert [start for start, _ in scan_sentences(text)] == [11]


@pytest.mark.parametrize("mark", [".", "!", "?", "…"])
def test_every_sentence_of_a_paragraph_is_judged_by_itself(mark: str) -> None:
    text = f"We saw ten{mark} Nobody spoke{mark} Then five more came{mark}"
    assert scan(text) == [f"We saw ten{mark}", f"Then five more came{mark}"]


def test_offsets_count_characters_whatever_their_bytes() -> None:
    text = "Élan — naïve.\n\n“Quoi…” Ten came.\n"
    ((paragraph, sentence),) = scan_sentences(text)
    assert (paragraph, sentence.start, sentence.text) == (15, text.index("Ten"), "Ten came.")
