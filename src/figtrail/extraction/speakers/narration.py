"""A text as its narrator's sentences and the direct speech among them."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.speakers.clauses import find_frames
from figtrail.extraction.speakers.lines import read_line
from figtrail.extraction.speakers.quotations import Quotation, read_quotations
from figtrail.patterns import compile_late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figtrail.extraction.speakers.frames import Frame

LONGEST: Final = 3000
"""Longer than any sentence of prose, in characters: nothing is read in it."""

_AFTER_STOP: Final = r"[\"”’')\]]{0,3}\s{1,9}(?=[\"“‘'(]?[^\W\d_a-z])"
_FULL_STOP = compile_late(rf"[.!?]{_AFTER_STOP}")
# A full stop, a line's end or a dateline; one class comes first, so that the engine skips to it.
_SENTENCE_START = compile_late(
    rf"[.!?\n)A-Z](?:(?<=[.!?]){_AFTER_STOP}|(?<=\n)\s{{0,9}}"
    r"|(?:(?<=\))|(?<=[A-Z])[A-Z]{2,19}(?:, [A-Z][a-z]{1,12}\.?)?) [—–-]{1,2} )"
)
_FINAL: Final = frozenset(".?!”\"’'…):;,")
_LONGEST_TITLE: Final = 12
_ABBREVIATED: Final = vocab.TITLES | {"st", "no"}


class Narration:
    """What one text says where; quotations and frames are found when first asked for.

    `quotations` is the direct speech read so far, in order: all that begins before any offset that
    was asked about.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.quotations: list[Quotation] = []
        self._quotation_starts: list[int] = []
        self._unread = read_quotations(text)
        self._read_end = 0
        self._frames: dict[tuple[int, int, bool], list[Frame]] = {}

    def _read_quotations(self, position: int) -> None:
        """Reads the direct speech of the paragraphs up to a position's."""
        while self._read_end <= position:
            self._read_end, found = next(self._unread, (len(self.text) + 1, []))
            self.quotations += found
            self._quotation_starts += [quotation.start for quotation in found]

    def find_quotation(self, position: int) -> int | None:
        """The index of the quotation that holds a position."""
        self._read_quotations(position)
        index = bisect_right(self._quotation_starts, position) - 1
        if index >= 0 and position < self.quotations[index].end:
            return index
        return None

    def is_spoken(self, position: int) -> bool:
        """Whether a position is inside direct speech."""
        return self.find_quotation(position) is not None

    def read_frames(self, start: int, end: int, *, inside: bool = False) -> list[Frame]:
        """The frames of `text[start:end]`: the narrator's, or (`inside`) those of one speech."""
        if end - start > LONGEST:
            return []
        key = (start, end, inside)
        known = self._frames.get(key)
        if known is None:
            speech = [] if inside else list(self._find_speech(start, end))
            line = read_line(self.text, start, end, speech)
            known = self._frames[key] = [] if line is None else find_frames(line)
        return known

    def _find_speech(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        self._read_quotations(end)
        quotations = self.quotations
        for index in range(
            max(0, bisect_right(self._quotation_starts, start) - 1), len(quotations)
        ):
            quotation = quotations[index]
            if quotation.start >= end:
                return
            if quotation.end > start:
                yield max(start, quotation.start), min(end, quotation.end)

    def find_stops(self, start: int, end: int) -> Iterator[int]:
        """Where the narrator's sentences between two offsets begin anew."""
        for match in _FULL_STOP.finditer(self.text, start, end):
            if not self.is_spoken(match.start()) and not self._is_abbreviation(match.start()):
                yield match.end()

    def find_starts(self, start: int, end: int) -> list[int]:
        """Where sentences, paragraphs and the text behind a dateline begin between two offsets."""
        return [
            match.end()
            for match in _SENTENCE_START.finditer(self.text, start, end)
            if not self._is_abbreviation(match.start())
        ]

    def _is_abbreviation(self, stop: int) -> bool:
        """Whether a full stop follows a title or an initial."""
        text = self.text
        if text[stop] != ".":
            return False
        begin = stop
        while begin > max(0, stop - _LONGEST_TITLE) and text[begin - 1].isalpha():
            begin -= 1
        word = text[begin:stop]
        return (len(word) == 1 and word.isupper()) or word.lower() in _ABBREVIATED

    def is_headline(self, start: int, end: int) -> bool:
        """Whether a sentence is a line of its own without a final stop, with text to follow."""
        text = self.text
        while end > start and text[end - 1].isspace():
            end -= 1
        if end <= start or text[end - 1] in _FINAL:
            return False
        following = text[end : end + 40]
        if following and "\n" not in following[: len(following) - len(following.lstrip())]:
            return False
        return bool(following.strip())
