"""The markup of an article: which characters only say how words look or where they lead."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

# The fields that a publishing tool keeps in front of an article.
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?:(?!---).*\n){0,80}?---[ \t]*(?:\r?\n|$)")
_SIGN = re.compile(r"[*_\[!<&\\#>]")
# The lengths are bounded, so that a hostile text takes no longer than another.
_LINK = re.compile(
    r"!?\[([^\[\]\n]{0,300})\]"
    r"\((?:[^()\s]|\([^()\s]{0,200}\)){0,1000}(?:[ \t]+\"[^\"\n]{0,300}\")?\)"
)
_EMPHASIS = re.compile(r"([*_])(?=[^\s*_])[^*_\n]{0,300}(?<=[^\s*_])\1(?![\w*])")
_STRONG = re.compile(r"\*\*+|__+")
_ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+.!$&<>~|-])")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});")
_TAG = re.compile(
    r"<(?:!--.{0,1000}?-->|https?://[^\s<>]{1,1000}>|/?([a-zA-Z]\w{0,15})[^<>]{0,300}>)"
)
_HEADING = re.compile(r"#{1,6}[ \t]+")
_CITATION = re.compile(r">[ \t]?")
# How many characters may stand before what opens a line.
_INDENT = 20
# Tags that end a line.
_BLOCKS = frozenset("p br div li tr td th ul ol table blockquote h1 h2 h3 h4 h5 h6 hr".split())


class Edit(NamedTuple):
    """A stretch of the article, and the one character that is read for it, or none."""

    start: int
    stop: int
    read: str


def find_edits(source: str) -> list[Edit]:
    """The stretches that aren't read as they stand, in order."""
    front = _FRONT_MATTER.match(source)
    done = front.end() if front is not None else 0
    edits = [Edit(0, done, "")] if done else []
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


def _read_sign(source: str, at: int) -> tuple[Edit, ...]:
    """What to leave out at a sign, and where the markup that it opens is closed."""
    sign = source[at]
    if sign in "[!":
        link = _LINK.match(source, at)
        if link is None:
            return ()
        if sign == "!":
            return (Edit(at, link.end(), ""),)
        return Edit(at, at + 1, ""), Edit(link.end(1), link.end(), "")
    if sign in "*_":
        return _read_emphasis(source, at)
    if sign == "&":
        return _read_entity(source, at)
    if sign == "<":
        return _read_tag(source, at)
    if sign == "\\":
        return (Edit(at, at + 1, ""),) if _ESCAPE.match(source, at) else ()
    opening = (_HEADING if sign == "#" else _CITATION).match(source, at)
    if opening is None or not _opens_line(source, at):
        return ()
    return (Edit(at, opening.end(), ""),)


def _opens_line(source: str, at: int) -> bool:
    """Whether only blanks and the marks of citations stand before, and not many of them."""
    before = source[max(0, at - _INDENT) : at]
    line = before[before.rfind("\n") + 1 :]
    return not line.strip(" \t>") and (len(line) < len(before) or at <= _INDENT)


def _read_emphasis(source: str, at: int) -> tuple[Edit, ...]:
    strong = _STRONG.match(source, at)
    before, inside = source[at - 1 : at], source[at + 1 : at + 2]
    if strong is not None:
        # "2**3" is a power, and "snake__case" a name.
        behind = source[strong.end() : strong.end() + 1]
        joined = before.isalnum() and behind.isalnum() and source[at] == "_"
        return () if joined else (Edit(at, strong.end(), ""),)
    if before.isalnum() or not inside or inside.isspace():
        return ()
    pair = _EMPHASIS.match(source, at)
    if pair is None:
        return ()
    return Edit(at, at + 1, ""), Edit(pair.end() - 1, pair.end(), "")


def _read_entity(source: str, at: int) -> tuple[Edit, ...]:
    entity = _ENTITY.match(source, at)
    read = unescape(entity[0]) if entity is not None else ""
    if (
        entity is None
        or read == entity[0]
        or len(read) != 1
        or not (read.isprintable() or read == "\xa0")
    ):
        return ()
    return (Edit(at, entity.end(), read),)


def _read_tag(source: str, at: int) -> tuple[Edit, ...]:
    tag = _TAG.match(source, at)
    if tag is None:
        return ()
    block = tag[1] is not None and tag[1].lower() in _BLOCKS
    return (Edit(at, tag.end(), "\n" if block else ""),)
