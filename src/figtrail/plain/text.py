"""What a reader of an article sees: its text without markup, and where each character stands.

Articles come as Markdown, and as text in which a web page left its entities and tags. Signs that
only say how words look or where they lead are left out, so that "**£4m**" and "[Leeds](https://…)"
are read as "£4m" and "Leeds"; every character that is read knows where the article has it.
"""

from __future__ import annotations

from bisect import bisect_right

from figtrail.patterns import compile_late
from figtrail.plain.markup import find_markup
from figtrail.plain.wrapping import unwrap

# What ends a line besides a line feed, as the first Macs and Unicode have it.
_LINE_ENDS = "\r\v\f\x85\u2028\u2029"
_LINE_END = compile_late(r"\r(?!\n)|[\v\f\x85\u2028\u2029]")


def trim(text: str, start: int, stop: int) -> tuple[int, int]:
    """The bounds of a stretch without the blanks at its ends."""
    words = text[start:stop].strip()
    begin = text.index(words, start)
    return begin, begin + len(words)


class Plain:
    """The text that is read of an article; offsets of the one into the other."""

    __slots__ = ("_read", "_source", "_stops", "gaps", "length", "tables", "text")

    def __init__(self, source: str) -> None:
        pieces: list[str] = []
        # Parallel lists, a run of characters each: where it starts in what is read and in the
        # article, and where the article goes on behind its first character.
        self._read, self._source, self._stops = [0], [0], [1]
        self.length = len(source)
        self.gaps: list[int] = []
        """Where the page shows what isn't read, in order; offsets into what is read."""
        done = length = 0
        if any(map(source.__contains__, _LINE_ENDS)):
            source = _LINE_END.sub("\n", source)
        edits, self.tables = find_markup(source)
        """The tables of the article, in order; offsets into it."""
        for start, stop, read, shown in edits:
            pieces += [source[done:start], read]
            length += start - done
            if shown:
                self.gaps.append(length)
            if read:
                self._add(length, start, stop)
                length += 1
            self._add(length, stop, stop + 1)
            done = stop
        if pieces:
            self.text = unwrap("".join((*pieces, source[done:])), self._find_stop)
        else:
            self.text = unwrap(source)

    def _add(self, read: int, source: int, stop: int) -> None:
        self._read.append(read)
        self._source.append(source)
        self._stops.append(stop)

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """Where the article has the characters read from `start` to `stop`."""
        return self._find(start)[0], self._find(stop - 1)[1]

    def stretch(self, start: int, stop: int) -> tuple[int, int]:
        """The same with the markup on either side, up to the blanks around it."""
        before = self._find(start - 1)[1] if start else 0
        behind = self._find(stop)[0] if stop < len(self.text) else self.length
        return before, behind

    def locate(self, position: int) -> int:
        """The first character read at an offset into the article, or behind it."""
        run = max(0, bisect_right(self._source, position) - 1)
        following = self._read[run + 1] if run + 1 < len(self._read) else len(self.text)
        return min(self._read[run] + position - self._source[run], following)

    def _find_stop(self, at: int) -> int:
        """Where the article goes on behind the character read at an offset."""
        return self._find(at)[1] if at >= 0 else 0

    def _find(self, at: int) -> tuple[int, int]:
        run = bisect_right(self._read, at) - 1
        first = self._read[run]
        start = self._source[run] + at - first
        return start, self._stops[run] if at == first else start + 1
