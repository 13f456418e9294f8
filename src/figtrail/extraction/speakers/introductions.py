"""Whom the sentence before a quotation brings in: "Ann Lowe was unimpressed. “We had 14 …”"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers import leads, openings, phrases
from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.speakers.lines import read_tokens

if TYPE_CHECKING:
    from figtrail.extraction.speakers.lines import Line
    from figtrail.extraction.speakers.phrases import Range

_LINKING: Final = frozenset({"but", "and", "yet", "so", "for"})


def find_introduced(sentence: str) -> tuple[int, int] | None:
    """Where the subject of a sentence stands that may be somebody by name or pronoun.

    "Ann Lowe, a baker, is not convinced", "But she disagrees", "The owner, Carl Dietz, shrugs".
    """
    line = read_tokens(sentence, 0, min(len(sentence), leads.SENTENCE_HEAD))
    size = len(line.words)
    start = 1 if size and line.lowers[0] in _LINKING else 0
    leading = openings.find_leading(line, start, size) if start < size else None
    if leading is None:
        return None
    first, last = _find_apposed(line, leading[1]) or _cut_name(line, *leading)
    # Of "Her own" nobody is left behind the possessive.
    if first >= last or any(phrases.is_possessive(word) for word in line.words[first:last]):
        return None
    return line.starts[first], line.ends[last - 1]


def _cut_name(line: Line, first: int, last: int) -> Range:
    """The name in a phrase that a verb may end: "His colleague (Ann Lowe) works nights"."""
    start = first
    while start < last and not phrases.is_capital(line.words[start]):
        if line.lowers[start] in vocab.PREPOSITIONS:
            return first, last
        start += 1
    if line.lowers[start : start + 1] == ["his"] or line.lowers[start : start + 1] == ["her"]:
        return _cut_name(line, start + 1, last)
    end = start
    while end < last and (
        phrases.is_capital(line.words[end]) or line.lowers[end] in vocab.PARTICLES
    ):
        end += 1
    return (
        (start, end) if end > start and phrases.is_person_like(line, start, end) else (first, last)
    )


def _find_apposed(line: Line, comma: int) -> Range | None:
    """The name between commas behind a role: "The owner, Carl Dietz, shrugs"."""
    if not leads.has_apposed_name(line, comma):
        return None
    end = comma + 1
    while end < len(line.words) and line.words[end] not in phrases.STOPS:
        end += 1
    return comma + 1, end
