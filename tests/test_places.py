"""Which place a figure is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import figtrail.extraction.lexicon
from costs import assert_linear
from figtrail.extraction.places import Places
from figtrail.extraction.places.gazetteer import fold, load_names
from figtrail.extraction.sentences import split_sentences

CASES = Path(__file__).parent / "cases" / "places.txt"
LEXICON = Path(figtrail.extraction.lexicon.__file__).parent
_MARKED = re.compile(r"\{([^{}=]+)=([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Case:
    """An excerpt, and the place expected of each of its figures."""

    line: int
    place: str | None
    nation: str | None
    text: str
    figures: tuple[tuple[int, int, str | None], ...]


def _none(cell: str) -> str | None:
    return None if cell == "-" else cell


def read_cases() -> list[Case]:
    cases = []
    for number, line in enumerate(CASES.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        place, nation, marked = line.split(" | ", 2)
        text, figures, done = "", [], 0
        for match in _MARKED.finditer(marked.replace(" ¶ ", "\n\n")):
            text += marked.replace(" ¶ ", "\n\n")[done : match.start()]
            figures.append((len(text), len(text) + len(match[1]), match[2] or None))
            text += match[1]
            done = match.end()
        text += marked.replace(" ¶ ", "\n\n")[done:]
        cases.append(Case(number, _none(place), _none(nation), text, tuple(figures)))
    return cases


def locate_all(case: Case) -> list[str | None]:
    places = Places(case.text, case.place, case.nation)
    lines = [m.span() for m in re.finditer(r"[^\n]+", case.text)]
    sentences = [s for line in lines for s in split_sentences(case.text, *line)]
    found = []
    for start, end, _ in case.figures:
        sentence = next(s for s in sentences if s.start <= start < s.end)
        found.append(places.locate(start, end, sentence.start, sentence.end))
    return found


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: f"line {case.line}")
def test_each_figure_has_the_place_it_is_about(case: Case) -> None:
    assert locate_all(case) == [place for _, _, place in case.figures]


def locate(
    text: str, quote: str, place: str | None = None, nation: str | None = None
) -> str | None:
    """The place of the figure `quote` in a text of one sentence."""
    start = text.index(quote)
    return Places(text, place, nation).locate(start, start + len(quote), 0, len(text))


def test_the_cases_are_many() -> None:
    cases = read_cases()
    assert len(cases) >= 250
    assert sum(len(case.figures) for case in cases) >= 500


def test_the_lexicon_is_ascii_and_names_no_place_twice_in_a_line() -> None:
    for name in ("places_names.txt", "places_countries.csv", "places_areas.csv"):
        assert (LEXICON / name).read_text(encoding="utf-8").isascii()
    for line in (LEXICON / "places_names.txt").read_text(encoding="utf-8").splitlines()[1:]:
        listed = line.split(" | ")[2].split(", ")
        assert len(listed) == len(set(listed)), line


def test_every_country_and_demonym_is_known() -> None:
    kenyan = load_names().find("kenyan")
    assert kenyan is not None
    assert (kenyan.key, kenyan.demonym) == ("Kenya", True)
    for folded, label in (("u.s.", None), ("calif.", "California"), ("bahamas", None)):
        found = load_names().find(folded)
        assert found is not None
        assert found.label == label


def test_a_name_in_capitals_gets_its_own_case_back() -> None:
    assert locate("STOKE-ON-TRENT had 12 cases.", "12") == "Stoke-on-Trent"
    assert locate("In the ISLE OF WIGHT 12 cases were found.", "12") == "Isle of Wight"


def test_a_name_is_given_as_the_text_spells_it() -> None:
    assert locate("The UK had 12 cases.", "12", "United Kingdom") == "UK"
    assert locate("Fires in B.C. burned 12 homes.", "12", "Kelowna", "Canada") == "B.C."
    assert locate("The U.S. had 12 cases.", "12") == "U.S."


def test_an_adjective_gives_the_country_as_the_text_spells_it() -> None:
    assert locate("British farms, the UK's pride, lost 12 cows.", "12") == "UK"
    assert locate("British farms lost 12 cows.", "12") == "Britain"
    assert locate("American farms lost 12 cows.", "12") == "US"
    assert locate("American farms lost 12 cows.", "12", "United States") == "United States"
    assert locate("British farms lost 12 cows.", "12", "Kent", "UK") == "UK"


def test_nationally_is_the_callers_nation_then_the_country_of_the_place() -> None:
    text = "Nationally, 12 schools closed."
    assert locate(text, "12", "Leeds", "England") == "England"
    assert locate(text, "12", "Mumbai") == "India"
    assert locate(text, "12") is None


def test_worldwide_is_no_place() -> None:
    assert locate("It has 12 plants worldwide.", "12", "Leeds") is None


def test_the_publications_own_names_are_recognised() -> None:
    text = "Bamfurlong had 12 vans."
    places = Places(text, "Wigan", "England", names=("Bamfurlong", "Wigan Council"))
    assert places.locate(15, 17, 0, len(text)) == "Bamfurlong"
    assert Places(text, "Wigan", "England").locate(15, 17, 0, len(text)) == "Wigan"


def test_a_text_plainly_about_one_place_gives_its_own_place() -> None:
    text = (
        "OSLO (Reuters) - Norway will sell gas fields, Norway's energy ministry said.\n\n"
        "Output fell in Norway this year.\n\nSome 12 bids came in."
    )
    start = text.index("12")
    assert Places(text, None, None).locate(start, start + 2, start - 5, len(text)) == "Norway"


def test_a_text_without_places_gives_none() -> None:
    assert locate("Profits rose by 12 percent.", "12 percent") is None


def test_folding_keeps_every_offset() -> None:
    for text in ("İstanbul’da São Paulo", "ﬁ ẞ Straße", "tab\tand\nline", "Łódź"):
        assert len(fold(text)) == len(text)


PIECES = st.sampled_from(
    [
        *(
            "Leeds",
            "in",
            "the country",
            "12",
            "and",
            ",",
            ". ",
            "\n",
            "U.S.",
            "Hull's",
            "St Helens",
        ),
        *(
            "Council",
            "said",
            "with",
            "(",
            "nationally",
            "of",
            "Kerala",
            "— ",
            "’s",
            "1,064",
            "İ",
            "£",
        ),
        *("Bath and North East Somerset", "than", "highest", ";", "North", "Spanish", "euro zone"),
    ]
)


@given(st.lists(PIECES, max_size=30).map(" ".join), st.sampled_from([None, "Leeds", "UK"]))
def test_any_words_are_located_without_error(text: str, place: str | None) -> None:
    places = Places(text, place, None)
    for match in re.finditer(r"\d[\d,]*", text):
        found = places.locate(match.start(), match.end(), 0, len(text))
        assert found is None or (found and found == found.strip())


HOSTILE = {
    "digits": "1 " * 25_000,
    "one long word": "A" * 50_000,
    "one place at the end": "1 " * 25_000 + "in Leeds",
    "one place at the start": "In Leeds " + "1 " * 25_000,
    "places": "Leeds 1 " * 6_000,
    "joined places": "in Leeds and Hull, " * 2_000 + "12",
    "capitals": "Aa " * 17_000,
    "areas": "in Gaya district of " * 2_000,
    "clause marks": "; but than — " * 3_000 + "Leeds 12",
    "commas and sources": ", Leeds said" * 4_000,
    "general words": "in the country the world nationally " * 1_000,
    "quotes": "“’”" * 15_000,
    "brackets": "((((" * 12_000,
    "right to left": "שלום 12 مرحبا " * 3_000,
    "emoji": "😀 12 Leeds " * 4_000,
    "line breaks": "In Leeds\n12 " * 4_000,
}


def _locate_numbers(text: str) -> None:
    numbers = [m.span() for m in re.finditer(r"\d+", text)][:: max(1, len(text) // 20_000)]
    for place in ("UK", None):
        places = Places(text, place, None)
        for start, end in numbers or [(0, 1)]:
            places.locate(start, end, 0, len(text))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    quarter = len(text) // 4  # The one place of a text stands at one of its ends.
    assert_linear(_locate_numbers, text[:quarter] + text[-quarter:], text)
