"""Direct speech: where the quotations of a text begin and end, and which carry on another.

A state machine over the quotation marks, paragraph by paragraph, for straight and curly, single and
double marks. A quotation that is still open at the end of its paragraph carries on in the next one
when that begins with an opening mark, as newspapers print speeches.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# Fewer words than this between marks are a name or a word held at arm's length, not speech,
# unless the marks hold the comma of an attribution, too.
MIN_WORDS: Final = 4

# A paragraph with so many marks, so close together, is no prose: nothing is read in it.
_MANY_MARKS: Final = 200
_DENSE: Final = 16

_DOUBLE: Final = '"“”„«»'
_STRAIGHT_OPENINGS: Final = (" '", "\n'", "('", "—'", "“'", "\"'")
_OPENING: Final = frozenset("“„«‘‚")
_SINGLE: Final = frozenset("‘'’‚")
_BEFORE_OPENING: Final = frozenset(" \t\n\r\u00a0\u2009([{—–-:/,“\"‘'")


class Quotation(NamedTuple):
    """`text[start:end]`, marks included; `paragraph` is where its paragraph starts.

    `continues`: the speech goes on from the paragraph before. `open_end`: no mark closes it.
    """

    start: int
    end: int
    paragraph: int
    continues: bool
    open_end: bool


def _opens(text: str, at: int, mark: str) -> bool | None:
    """True for an opening mark, False for a closing one, None for neither (an apostrophe)."""
    if mark in _OPENING:
        return True
    if mark in "”»":
        return False
    before = text[at - 1] if at else "\n"
    after = text[at + 1] if at + 1 < len(text) else "\n"
    starts = before in _BEFORE_OPENING and not after.isspace()
    if mark == '"':
        return starts
    if before.isalnum() and after.isalnum():
        return None
    # ’90s and ’em are elisions; a straight mark before a letter may open.
    if starts:
        return None if mark == "’" or (after.isdigit() and text[at + 3 : at + 4] == "s") else True
    return False


def _closes_single(text: str, at: int, limit: int) -> bool:
    """Whether a single mark after a word closes speech rather than marks a plural's genitive."""
    before = text[at - 1]
    after = text[at + 1] if at + 1 < limit else "\n"
    return before in ",.?!…" or after in ",.;:?!)\n" or before not in "sS"


def _worth(text: str, start: int, end: int) -> bool:
    if text[end - 2] in ",?!" or text.count(" ", start + 2, end - 2) >= MIN_WORDS - 1:
        return True
    # "It cost $4,000." as a sentence of its own: two words will do.
    whole = text[end - 2] == "." and not text[start + 1].islower() and " " in text[start:end]
    return whole and text[start - 1].isspace() and text[start - 2] in ".!?" if start > 1 else whole


def _in_paragraph(
    text: str, start: int, end: int, marks: list[int], carried: bool
) -> list[Quotation]:
    """The quotations of the paragraph `text[start:end]`, short ones included."""
    found: list[Quotation] = []
    opened = -1
    single = False
    body = start
    while body < end and text[body].isspace():
        body += 1
    for at in marks:
        mark = text[at]
        is_single = mark in _SINGLE
        if opened >= 0 and is_single != single:
            continue
        kind = _opens(text, at, mark)
        if kind is None:
            continue
        if opened < 0:
            if kind:
                opened, single = at, is_single
            elif mark == "”" and carried and not found:
                # The paragraph carries speech on without an opening mark of its own.
                found.append(Quotation(body, at + 1, start, True, False))
        elif kind:
            if not is_single:
                found.append(Quotation(opened, at, start, carried and opened == body, False))
                opened = at
        elif not is_single or _closes_single(text, at, end):
            found.append(Quotation(opened, at + 1, start, carried and opened == body, False))
            opened = -1
    if opened >= 0 and (not single or opened == body):
        found.append(Quotation(opened, end, start, carried and opened == body, True))
    return found


def _find_paragraph(text: str, at: int, floor: int) -> tuple[int, int]:
    """The paragraph around a mark, not before `floor`."""
    start, end = text.rfind("\n", floor, at), text.find("\n", at)
    return (floor if start < 0 else start + 1), (len(text) if end < 0 else end)


def _opens_singly(text: str) -> bool:
    """Whether single marks may open speech here: else apostrophes aren't worth a look."""
    if "‘" in text or "‚" in text or text[:1] == "'":
        return True
    return "'" in text and any(opening in text for opening in _STRAIGHT_OPENINGS)


def _find_marks(text: str) -> list[int]:
    """Where the marks stand that may open or close speech: one mark at a time, as `find` flies."""
    found: list[int] = []
    for mark in _DOUBLE + "".join(_SINGLE) if _opens_singly(text) else _DOUBLE:
        at = text.find(mark)
        while at >= 0:
            found.append(at)
            at = text.find(mark, at + 1)
    found.sort()
    return found


def read_quotations(text: str) -> Iterator[tuple[int, list[Quotation]]]:
    """Yield the direct speech of a text, a paragraph with marks at a time, with that one's end.

    Quotations have at least `MIN_WORDS` words and come in order.
    """
    positions = _find_marks(text)
    carried = False
    before = index = 0
    while index < len(positions):
        paragraph, end = _find_paragraph(text, positions[index], before)
        stop = bisect_left(positions, end, index)
        marks = positions[index:stop]
        if paragraph > before + 1 and not text[before:paragraph].isspace():
            carried = False
        here: list[Quotation] = []
        if len(marks) <= _MANY_MARKS or len(marks) * _DENSE <= end - paragraph:
            here = _in_paragraph(text, paragraph, end, marks, carried)
        carried = bool(here) and here[-1].open_end
        yield end, [q for q in here if q.open_end or _worth(text, q.start, q.end)]
        before, index = end, stop
