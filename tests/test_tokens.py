"""Tokens, their offsets and their guessed parts of speech."""

from __future__ import annotations

from decimal import Decimal

import pytest

from figtrail.extraction.tokens import read_digits, split_words, tag_word, tokenise

SPLITS = [
    ("A&E and R&D at AT&T, not Marks&Spencer", "A&E and R&D at AT&T , not Marks & Spencer"),
    ("The council spent £5m.", "The council spent £ 5 m ."),
    ("It cost US$5m.", "It cost US$ 5 m ."),
    ("It cost A$1,200.", "It cost A$ 1,200 ."),
    ("1,064 cases", "1,064 cases"),
    ("1 064 cases", "1 064|cases"),
    ("1,23,456 votes", "1,23,456 votes"),
    ("10.5 km", "10.5 km"),
    ("27,4% of 3,2 and 1,064", "27,4 % of 3,2 and 1,064"),
    ("R12,5 billion", "R 12,5 billion"),
    ("$76,4-million", "$ 76,4 - million"),
    ("R1 234,56", "R|1 234,56"),
    ("0,125 mg", "0,125 mg"),
    ("items 4,5 and 6", "items 4 , 5 and 6"),
    ("1,2 and 3 per cent", "1 , 2 and 3 per cent"),
    ("3,15,22 km", "3 , 15 , 22 km"),
    ("in 2005,15%", "in 2005 , 15 %"),
    (".5 km", ".5 km"),
    ("10.15.7", "10.15.7"),
    ("CO2, PM2.5, NO2 and H5", "CO2 , PM2.5 , NO2 and H 5"),
    ("a four-to-six-week wait", "a four - to - six - week wait"),
    ("a two-day visit", "a two - day visit"),
    ("twenty-six", "twenty - six"),
    ("two-and-a-half", "two - and - a - half"),
    ("one-in-five", "one - in - five"),
    ("a well-known case", "a well-known case"),
    ("a half-hour", "a half - hour"),
    ("the council’s plan", "the council’s plan"),
    ("the council's plan", "the council's plan"),
    ("don't go", "don't go"),
    ("90km/h", "90 km / h"),
    ("40km²", "40 km²"),
    ("38°C", "38 ° C"),
    ("2½ hours", "2 ½ hours"),
    ("Covid-19", "Covid - 19"),
    ("17-19", "17 - 19"),
    ("17–19", "17 – 19"),
    ("£1.2-£1.4bn", "£ 1.2 - £ 1.4 bn"),
    ("500+", "500 +"),
    ("“5%”", "“ 5 % ”"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "words"), SPLITS)
def test_splits_a_text_into_tokens(text: str, words: str) -> None:
    expected = words.split("|") if "|" in words else words.split()
    assert tokenise(text).words == expected


@pytest.mark.parametrize("text", [text for text, _ in SPLITS])
def test_every_token_is_its_stretch_of_the_text(text: str) -> None:
    tokens = tokenise(text)
    spans = zip(tokens.starts, tokens.ends, strict=True)
    assert [text[start:end] for start, end in spans] == tokens.words


TAGS = [
    ("the", "D"),
    ("their", "D"),
    ("of", "P"),
    ("in", "P"),
    ("and", "C"),
    ("which", "R"),
    ("while", "R"),
    ("they", "O"),
    ("was", "A"),
    ("will", "A"),
    ("quickly", "B"),
    ("family", "N"),
    ("rose", "V"),
    ("spent", "V"),
    ("announced", "E"),
    ("hundred", "M"),
    ("reporting", "G"),
    ("building", "N"),
    ("homes", "N"),
    ("says", "v"),
    ("12", "M"),
    (".5", "M"),
    ("½", "M"),
    ("twelve", "M"),
    (",", "."),
    ("£", "."),
    ("council’s", "N"),
]


@pytest.mark.parametrize(("word", "tag"), TAGS)
def test_guesses_the_part_of_speech(word: str, tag: str) -> None:
    assert tag_word(word) == tag


def test_a_month_inside_a_sentence_is_a_noun() -> None:
    tokens = tokenise("It will open in May.")
    assert tokens.tags[tokens.words.index("May")] == "N"


@pytest.mark.parametrize(
    "phrase", ["per cent", "mg/L", "square-metre", "two-day", "US$", "m s⁻¹", "°C"]
)
def test_a_phrase_is_split_into_the_tokens_that_a_sentence_has(phrase: str) -> None:
    assert split_words(phrase) == tokenise(phrase).words


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("1,064", "1064"),
        ("27,4", "27.4"),
        ("1.500,00", "1500.00"),
        ("1.000.000", "1000000"),
        (".586", "0.586"),
        ("½", "0.5"),
    ],
)
def test_digits_have_a_value_however_they_are_grouped(word: str, value: str) -> None:
    assert read_digits(word) == Decimal(value)


@pytest.mark.parametrize("word", ["1.2,3.4", "30.6.2024", "1.2.3,4.5"])
def test_digits_that_are_no_number_stop_nothing(word: str) -> None:
    assert read_digits(word).is_finite()
