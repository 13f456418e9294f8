"""Lines that were broken only because they were full, joined again without moving a character.

A text is wrapped where its lines end as soon as the next word wouldn't have fitted; then every
such break stands for a blank. Elsewhere a break does so only where its line ends in the middle of
a sentence and the next one goes on in lower case or with a digit.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from figtrail.plain.edits import BREAK, WRAP

# A break between two lines that hold something, the second of which opens no item of a list, no
# heading and no citation. It begins with the break, so that the engine skips from one to the next.
_BREAK = re.compile(
    r"\n(?:(?<=\S\n)|(?<=\S[ \r]\n)|(?<=\S \r\n))(?=[ \t]*\S)"
    r"(?![ \t]*(?:[*+•·#>|]\s|#|\||[a-z]\)\s))"
)
# What may open an item of a list, or go on with a sentence: "on May" / "6. Analysts".
_ITEM = re.compile(r"[ \t]*(?:\d{1,2}[.)]|[-–—])\s")
_ENDED = (".", "!", "?", ":", ";")
_WORD = re.compile(r"[ \t]*(\S+)")
# A line of a text that isn't wrapped is as long as its paragraph; a short one says nothing.
_NARROWEST, _WIDEST = 40, 120
# So many breaks, and such a share of them, must be where a line was full.
_FEWEST, _SHARE = 3, 0.75
# A line without a full stop that goes on is longer than a heading.
_HEADING = 40
_GOING_ON = ",;–-’'%"


Written = Callable[[int], int]
"""Where the article goes on behind the character that is read at an offset."""


def unwrap(text: str, written: Written = lambda at: at + 1) -> str:
    """The text with a blank for each line break that only wraps a line: as long as before.

    What was full is a line of the article, with the addresses of its links. The breaks that are
    left are line feeds, whatever system wrote them, as are the breaks inside a paragraph.
    """
    joined = _join(text, written) if "\n" in text else text
    return joined.replace("\r", "\n").replace(BREAK, "\n").replace(WRAP, " ")


def _join(text: str, written: Written) -> str:
    stops = [match.end() for match in _BREAK.finditer(text)]
    if not stops:
        return text
    breaks = [(stop - 1 - (text[stop - 2] == "\r"), stop) for stop in stops]
    lines = [(_find_begin(text, start), start, stop) for start, stop in breaks]
    widths = [written(start - 1) - written(begin - 1) for begin, start, _ in lines]
    width = max(widths)
    items = [_ITEM.match(text, stop) is not None for _, _, stop in lines]
    full = [
        own + 1 + _measure_word(text, stop, written) > width
        for own, (_, _, stop) in zip(widths, lines, strict=True)
    ]
    wrapped = _NARROWEST <= width <= _WIDEST and sum(full) >= max(
        _FEWEST, _SHARE * items.count(False)
    )
    pieces, done = [], 0
    for line, filled, item in zip(lines, full, items, strict=True):
        opens = item and text[line[0] : line[1]].rstrip().endswith(_ENDED)
        if (wrapped and filled and not opens) or (not item and _goes_on(text, line)):
            _, start, stop = line
            pieces += [text[done:start], " " * (stop - start)]
            done = stop
    return "".join((*pieces, text[done:])) if pieces else text


def _find_begin(text: str, start: int) -> int:
    """Where the line begins that ends at an offset."""
    begin = text.rfind("\n", 0, start) + 1
    return max(begin, *(text.rfind(each, begin, start) + 1 for each in (BREAK, WRAP)))


def _measure_word(text: str, stop: int, written: Written) -> int:
    """The length of the first word of a line, 0 where it has none."""
    word = _WORD.match(text, stop)
    if word is None:
        return 0
    return written(word.end() - 1) - written(word.start(1) - 1)


def _goes_on(text: str, line: tuple[int, int, int]) -> bool:
    """Whether a line ends, and the next one starts, in the middle of a sentence."""
    begin, start, stop = line
    following = text[stop : stop + 40].lstrip(" \t")[:1]
    if not (following.islower() or following.isdigit()):
        return False
    ended = text[begin:start].rstrip()
    return len(ended) > _HEADING and (ended[-1].isalnum() or ended[-1] in _GOING_ON)
