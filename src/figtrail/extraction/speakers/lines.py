"""A sentence as a line of tokens of one voice, with direct speech folded into single tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

SPEECH: Final = "“”"
"""The token that stands for a whole quotation."""

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"
    r"|(?:Mrs?|Ms|Drs?|Prof|Cllr|Coun|Clr|Revd?|Sen|Rep|Gov|Gen|St|Lt|Col|Sgt|Capt|Hon|Ald|Fr)\."
    r"|[A-Z]\.(?=\s+[A-Z])"
    r"|\w+(?:[.,]\d+)*(?:[’'&-]\w+)*[’'](?=\s)"
    r"|\w+(?:[.,]\d+)*(?:[’'&-]\w+)*"
    r"|\.\.\.|[^\w\s\"“”‘’'„«»]"
)


@dataclass(frozen=True, slots=True)
class Line:
    """Tokens with their offsets in the document; `lowers` are the words in lower case."""

    words: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]


def read_line(
    text: str, start: int, end: int, speech: Sequence[tuple[int, int]] = ()
) -> Line:
    """The tokens of `text[start:end]`; each span of `speech` inside becomes one `SPEECH` token."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = start
    for quote_start, quote_end in (*speech, (end, end)):
        for match in _TOKEN.finditer(text, at, max(at, min(quote_start, end))):
            words.append(match[0])
            starts.append(match.start())
            ends.append(match.end())
        if quote_start < end:
            words.append(SPEECH)
            starts.append(quote_start)
            ends.append(quote_end)
        at = max(at, quote_end)
    return Line(words, [word.lower() for word in words], starts, ends)
