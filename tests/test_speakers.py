"""Who states a figure, proved on short articles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from costs import assert_linear
from figtrail.extraction.speakers import Attribution, Speakers

_CASES = Path(__file__).with_name("speakers_cases.txt")
_MARKED = re.compile(r"\{([^|}]*)\|([^|}]*)(\|q)?\}")
_BOUNDARY = re.compile(
    r"(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bSen)(?<!\bGov)(?<!\b[A-Z])[.!?][”\"’']*\s+(?=[“\"‘']?[A-Z])"
    r"|\n+"
)


def _read_cases() -> list[tuple[str, str, list[tuple[int, int, str | None, bool]]]]:
    cases = []
    for block in re.split(r"^## ", _CASES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, _, marked = block.partition("\n")
        text, figures, at = "", [], 0
        marked = marked.strip()
        for match in _MARKED.finditer(marked):
            text += marked[at : match.start()]
            figures.append((len(text), len(text) + len(match[1]), match[2] or None, bool(match[3])))
            text += match[1]
            at = match.end()
        cases.append((name, text + marked[at:], figures))
    return cases


def _find_sentence(text: str, position: int) -> tuple[int, int]:
    start = max((m.end() for m in _BOUNDARY.finditer(text) if m.end() <= position), default=0)
    following = _BOUNDARY.search(text, position)
    return start, len(text) if following is None else following.end()


def _attribute(text: str, start: int, end: int) -> Attribution:
    return Speakers(text).attribute(start, end, *_find_sentence(text, start))


_PARAMETERS = [
    pytest.param(text, start, end, speaker, quoted, id=f"{name}-{text[start:end]}")
    for name, text, figures in _read_cases()
    for start, end, speaker, quoted in figures
]


@pytest.mark.parametrize(("text", "start", "end", "speaker", "quoted"), _PARAMETERS)
def test_speaker_is_who_the_words_attribute_it_to(
    text: str, start: int, end: int, speaker: str | None, quoted: bool
) -> None:
    """Each figure of the table has the speaker written beside it, and none where none is."""
    found = _attribute(text, start, end)
    assert (found.speaker, found.quoted) == (speaker, quoted)


def test_an_empty_article_has_no_speaker() -> None:
    """A figure needs no words around it."""
    assert Speakers("5").attribute(0, 1, 0, 1) == Attribution(None, None, False)


def test_a_figure_outside_its_sentence_is_refused() -> None:
    """Offsets that don't fit together are an error, not nobody."""
    with pytest.raises(ValueError, match="outside its sentence"):
        Speakers("Five died. Six were hurt.").attribute(0, 4, 11, 25)


@pytest.mark.parametrize(
    ("text", "figure", "words"),
    [
        ("Police said 40 cars were towed.", "40", "Police said"),
        ("Some 40 cars were towed, according to police.", "40", "according to police"),
        ("Some 40 cars were towed, the council added.", "40", "the council added"),
        ("“We towed 40 cars that day,” said Ann Lowe.", "40", "said Ann Lowe"),
        ("Ann Lowe told the BBC that 40 cars were towed.", "40", "Ann Lowe told the BBC that"),
        ("The council towed 40 cars.", "40", None),
    ],
)
def test_speaker_text_is_the_words_that_attribute(
    text: str, figure: str, words: str | None
) -> None:
    """The words are a stretch of the article."""
    at = text.index(figure)
    assert _attribute(text, at, at + len(figure)).speaker_text == words


_PIECES = (
    "said|told|according|to|that|which|and|He|it|the|report|Ann Lowe|Mr|Cllr"
    "|5|,|.|:|(|)|“|”|\"|'|’|‘|\n|\n\n"
)
_WORDS = st.sampled_from(_PIECES.split("|"))


@given(st.lists(_WORDS, min_size=1, max_size=60), st.booleans(), st.data())
def test_any_text_has_an_answer_whose_words_stand_in_it(
    words: list[str], spaced: bool, data: st.DataObject
) -> None:
    """No arrangement of marks and words crashes, and the attributing words are the text's own."""
    text = (" " if spaced else "").join(words)
    at = data.draw(st.integers(0, len(text) - 1))
    start = data.draw(st.integers(0, at))
    found = Speakers(text).attribute(at, at + 1, start, len(text))
    assert found.speaker_text is None or found.speaker_text in text


@given(st.text(max_size=200), st.data())
def test_any_characters_have_an_answer(text: str, data: st.DataObject) -> None:
    """Right-to-left text, emoji and control characters are read like any other."""
    text += "5"
    at = data.draw(st.integers(0, len(text) - 1))
    assert isinstance(Speakers(text).attribute(at, at + 1, 0, len(text)), Attribution)


_HOSTILE = (
    "\"|“|“a b c d e” |“a b c d e\n|'|it's bosses' |A|Aa |A'|و |He said 5. |X said 5.\n|said 5 "
    "|that |according to |, said|. |\n"
)


@pytest.mark.parametrize("unit", _HOSTILE.split("|"))
def test_a_megabyte_of_anything_takes_linear_time(unit: str) -> None:
    """One long line or a million marks cost what their length costs."""

    def attribute(text: str) -> None:
        speakers = Speakers(text)
        for part in range(20):
            at = len(text) * part // 20
            speakers.attribute(at, at + 1, 0, len(text))
            speakers.attribute(at, at + 1, at // 200 * 200, min(len(text), at // 200 * 200 + 200))

    text = unit * (1_000_000 // len(unit))
    assert_linear(attribute, text[: len(text) // 2], text)


def test_the_same_text_gives_the_same_speaker_whatever_was_asked_before() -> None:
    """What is kept between calls never changes an answer."""
    for name, text, figures in _read_cases():
        shared = Speakers(text)
        for start, end, _, _ in [*figures, *reversed(figures)]:
            alone = _attribute(text, start, end)
            assert shared.attribute(start, end, *_find_sentence(text, start)) == alone, name
