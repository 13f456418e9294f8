"""Who states a figure, proved on short articles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

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
