"""What a reader of an article sees: its text without markup, and where each character stands.

Articles come as Markdown, and as text in which a web page left its entities and tags. Signs that
only say how words look or where they lead are left out, so that "**£4m**" and "[Leeds](https://…)"
are read as "£4m" and "Leeds"; every character that is read knows where the article has it.
"""

from __future__ import annotations

from bisect import bisect_right
from html import unescape
from typing import NamedTuple

from figtrail.extraction.patterns import compile_late
from figtrail.extraction.wrapping import unwrap

# The fields that a publishing tool keeps in front of an article.
_FRONT_MATTER = compile_late(r"---[ \t]*\r?\n(?:(?!---).*\n){0,80}?---[ \t]*(?:\r?\n|$)")
_SIGN = compile_late(r"[*_\[!<&\\#>]")
# The lengths are bounded, so that a hostile text takes no longer than another.
_LINK = compile_late(
    r"!?\[([^\[\]\n]{0,300})\]"
    r"\((?:[^()\s]|\([^()\s]{0,200}\)){0,1000}(?:[ \t]+\"[^\"\n]{0,300}\")?\)"
)
_EMPHASIS = compile_late(r"([*_])(?=[^\s*_])[^*_\n]{0,300}(?<=[^\s*_])\1(?![\w*])")
_STRONG = compile_late(r"\*\*+|__+")
_ESCAPE = compile_late(r"\\(?=[\\`*_{}\[\]()#+.!$&<>~|-])")
_ENTITY = compile_late(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});")
_TAG = compile_late(
    r"<(?:!--.{0,1000}?-->|https?://[^\s<>]{1,1000}>|/?([a-zA-Z]\w{0,15})[^<>]{0,300}>)"
)
_HEADING = compile_late(r"#{1,6}[ \t]+")
_CITATION = compile_late(r">[ \t]?")
# How many characters may stand before what opens a line.
_INDENT = 20
# Tags that end a line.
_BLOCKS = frozenset("p br div li tr td th ul ol table blockquote h1 h2 h3 h4 h5 h6 hr".split())


def trim(text: str, start: int, stop: int) -> tuple[int, int]:
    """The bounds of a stretch without the blanks at its ends."""
    words = text[start:stop].strip()
    begin = text.index(words, start)
    return begin, begin + len(words)


class _Edit(NamedTuple):
    """A stretch of the article, and the one character that is read for it, or none."""

    start: int
    stop: int
    read: str


class Plain:
    """The text that is read of an article; offsets of the one into the other."""

    __slots__ = ("_read", "_source", "_stops", "length", "text")

    def __init__(self, source: str) -> None:
        pieces: list[str] = []
        # Parallel lists, a run of characters each: where it starts in what is read and in the
        # article, and where the article goes on behind its first character.
        self._read, self._source, self._stops = [0], [0], [1]
        self.length = len(source)
        done = length = 0
        for start, stop, read in _find_edits(source):
            pieces += [source[done:start], read]
            length += start - done
            if read:
                self._add(length, start, stop)
                length += 1
            self._add(length, stop, stop + 1)
            done = stop
        self.text = unwrap("".join((*pieces, source[done:])) if pieces else source)

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

    def _find(self, at: int) -> tuple[int, int]:
        run = bisect_right(self._read, at) - 1
        first = self._read[run]
        start = self._source[run] + at - first
        return start, self._stops[run] if at == first else start + 1


def _find_edits(source: str) -> list[_Edit]:
    """The stretches that aren't read as they stand, in order."""
    front = _FRONT_MATTER.match(source)
    done = front.end() if front is not None else 0
    edits = [_Edit(0, done, "")] if done else []
    # Signs that were read with one before: what closes its markup, or what it makes a plain sign.
    known: set[int] = set()
    for sign in _SIGN.finditer(source, done):
        at = sign.start()
        if at < done or at in known:
            continue
        found = _read_sign(source, at)
        if found:
            edits += found
            done = found[0].stop
            known.update(edit.start for edit in found[1:])
            if source[at] == "\\":
                known.add(at + 1)
    edits.sort()
    return edits


def _read_sign(source: str, at: int) -> tuple[_Edit, ...]:
    """What to leave out at a sign, and where the markup that it opens is closed."""
    sign = source[at]
    if sign in "[!":
        link = _LINK.match(source, at)
        if link is None:
            return ()
        if sign == "!":
            return (_Edit(at, link.end(), ""),)
        return _Edit(at, at + 1, ""), _Edit(link.end(1), link.end(), "")
    if sign in "*_":
        return _read_emphasis(source, at)
    if sign == "&":
        return _read_entity(source, at)
    if sign == "<":
        return _read_tag(source, at)
    if sign == "\\":
        return (_Edit(at, at + 1, ""),) if _ESCAPE.match(source, at) else ()
    opening = (_HEADING if sign == "#" else _CITATION).match(source, at)
    if opening is None or not _opens_line(source, at):
        return ()
    return (_Edit(at, opening.end(), ""),)


def _opens_line(source: str, at: int) -> bool:
    """Whether only blanks and the marks of citations stand before, and not many of them."""
    before = source[max(0, at - _INDENT) : at]
    line = before[before.rfind("\n") + 1 :]
    return not line.strip(" \t>") and (len(line) < len(before) or at <= _INDENT)


def _read_emphasis(source: str, at: int) -> tuple[_Edit, ...]:
    strong = _STRONG.match(source, at)
    before, inside = source[at - 1 : at], source[at + 1 : at + 2]
    if strong is not None:
        # "2**3" is a power, and "snake__case" a name.
        behind = source[strong.end() : strong.end() + 1]
        joined = before.isalnum() and behind.isalnum() and source[at] == "_"
        return () if joined else (_Edit(at, strong.end(), ""),)
    if before.isalnum() or not inside or inside.isspace():
        return ()
    pair = _EMPHASIS.match(source, at)
    if pair is None:
        return ()
    return _Edit(at, at + 1, ""), _Edit(pair.end() - 1, pair.end(), "")


def _read_entity(source: str, at: int) -> tuple[_Edit, ...]:
    entity = _ENTITY.match(source, at)
    read = unescape(entity[0]) if entity is not None else ""
    if (
        entity is None
        or read == entity[0]
        or len(read) != 1
        or not (read.isprintable() or read == "\xa0")
    ):
        return ()
    return (_Edit(at, entity.end(), read),)


def _read_tag(source: str, at: int) -> tuple[_Edit, ...]:
    tag = _TAG.match(source, at)
    if tag is None:
        return ()
    block = tag[1] is not None and tag[1].lower() in _BLOCKS
    return (_Edit(at, tag.end(), "\n" if block else ""),)
