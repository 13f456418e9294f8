"""Lines that were broken only because they were full, joined again without moving a character.

A text is wrapped where its lines end as soon as the next word wouldn't have fitted; then every
such break stands for a blank. Elsewhere a break does so only where its line ends in the middle of
a sentence and the next one goes on in lower case or with a digit.
"""

from __future__ import annotations

import re

# A break between two lines that hold something, the second of which opens no item of a list, no
# heading and no citation. It begins with the break, so that the engine skips from one to the next.
_BREAK = re.compile(
    r"\n(?:(?<=\S\n)|(?<=\S[ \r]\n)|(?<=\S \r\n))(?=[ \t]*\S)"
    r"(?![ \t]*(?:[*+•·#>|]\s|#|\||[a-z]\)\s))"
)
# What may open an item of a list, or go on with a sentence: "on May" / "6. Analysts".
_ITEM = re.compile(r"[ \t]*(?:\d{1,2}[.)]|[-–—])\s")
_ENDED = (".", "!", "?", ":", ";")
_WORD = re.compile(r"[ \t]*\S+")
# A line of a text that isn't wrapped is as long as its paragraph; a short one says nothing.
_NARROWEST, _WIDEST = 40, 120
# So many breaks, and such a share of them, must be where a line was full.
_FEWEST, _SHARE = 3, 0.75
# A line without a full stop that goes on is longer than a heading.
_HEADING = 40
_GOING_ON = ",;–-’'%"


def unwrap(text: str) -> str:
    """The text with a blank for each line break that only wraps a line: as long as before.

    The breaks that are left are line feeds, whatever system wrote them.
    """
    joined = _join(text) if "\n" in text else text
    return joined.replace("\r", "\n")


def _join(text: str) -> str:
    stops = [match.end() for match in _BREAK.finditer(text)]
    if not stops:
        return text
    breaks = [(stop - 1 - (text[stop - 2] == "\r"), stop) for stop in stops]
    lines = [(text.rfind("\n", 0, start) + 1, start, stop) for start, stop in breaks]
    width = max(start - begin for begin, start, _ in lines)
    items = [_ITEM.match(text, stop) is not None for _, _, stop in lines]
    full = [_is_full(text, line, width) for line in lines]
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


def _is_full(text: str, line: tuple[int, int, int], width: int) -> bool:
    """Whether the first word of the next line wouldn't have fitted on a line of that width."""
    begin, start, stop = line
    word = _WORD.match(text, stop)
    return word is not None and start - begin + 1 + len(word[0].lstrip()) > width


def _goes_on(text: str, line: tuple[int, int, int]) -> bool:
    """Whether a line ends, and the next one starts, in the middle of a sentence."""
    begin, start, stop = line
    following = text[stop : stop + 40].lstrip(" \t")[:1]
    if not (following.islower() or following.isdigit()):
        return False
    ended = text[begin:start].rstrip()
    return len(ended) > _HEADING and (ended[-1].isalnum() or ended[-1] in _GOING_ON)
