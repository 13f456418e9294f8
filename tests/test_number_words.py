"""Number words against text2num, an independent reader of them, where it is known to be right."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from text_to_num import text2num

from figtrail.extraction.numbers import find_numbers
from figtrail.extraction.tokens import tokenise

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"))


def spell(number: int, link: str = " and ") -> str:
    """An English number in words, with `link` after its hundreds: a writer of the test's own."""
    for size, name in SCALES:
        if number >= size:
            rest = number % size
            joint = link if 0 < rest < 100 else " "
            return f"{spell(number // size, link)} {name}" + (joint + spell(rest, link)) * (
                rest > 0
            )
    if number >= 100:
        rest = number % 100
        return f"{ONES[number // 100]} hundred" + (link + spell(rest, link)) * (rest > 0)
    if number >= 20:
        return TENS[number // 10 - 2] + ("-" + ONES[number % 10]) * (number % 10 > 0)
    return ONES[number]


def read_words(words: str) -> list[Decimal]:
    """The values that the extraction reads in "there were WORDS cases"."""
    return [number.value for number in find_numbers(tokenise(f"there were {words} cases"))]


# Large and small, round and not: every count of digits is as likely as another.
NUMBERS = st.integers(0, 11).flatmap(
    lambda digits: st.integers(0, 10**digits * 10 - 1)
) | st.builds(lambda head, zeros: head * 10**zeros, st.integers(2, 999), st.integers(0, 9))


@given(NUMBERS)
@settings(max_examples=400, deadline=None)
def test_words_are_read_as_text2num_reads_them(number: int) -> None:
    """With "and" after the hundreds; text2num itself is held to the number that was spelled."""
    words = spell(number)
    oracle = text2num(words, "en")
    assert oracle == number
    if number == 1:
        return  # "one" before a noun is an article as often as a number.
    assert read_words(words) == [Decimal(oracle)]


@given(NUMBERS)
@settings(max_examples=200, deadline=None)
def test_american_words_are_read_without_and(number: int) -> None:
    words = spell(number, " ")
    if number == 1:
        return
    assert read_words(words) == [Decimal(number)]


@given(NUMBERS)
@settings(max_examples=100, deadline=None)
def test_capitals_and_spaces_for_hyphens_read_the_same(number: int) -> None:
    words = spell(number)
    if number == 1:
        return
    expected = [Decimal(number)]
    assert read_words(words.upper()) == expected
    assert read_words(words.capitalize()) == expected
    assert read_words(words.replace("-", " ")) == expected
