"""The markup of an article: which characters only say how words look or where they lead."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from figtrail.patterns import compile_late
from figtrail.plain.brackets import Brackets, read_directive
from figtrail.plain.edits import BREAK, Edit
from figtrail.plain.emphasis import Run, pair_runs, read_run
from figtrail.plain.frontmatter import find_front_matter
from figtrail.plain.html_tables import find_html_tables
from figtrail.plain.lines import find_line_edits, part_cells
from figtrail.plain.raised import read_raised
from figtrail.plain.tables import Table, find_start, find_tables
from figtrail.plain.tags import Tags, read_entity

# Among them what no page shows: soft hyphens, blanks without width, marks of byte order.
_SIGN = compile_late("[*_\\[!<&\\\\#>`~^{†‡\xad\u200b\u200e\u200f\u2060\ufeff]")
_ESCAPE = compile_late(r"\\(?=[!-/:-@\[-`{-~])")
_HARD_BREAK = compile_late(r"\\\r?\n")
_HEADING = compile_late(r"#{1,6}[ \t]+")
# ">50% of homes" is no citation, nor is a cell or a line of "> 50%" alone.
_CITATION = compile_late(
    r">(?![ \t]*[£$€]?\d[\d.,]*\w{0,2}%?[ \t]*(?:\||\r?\n|\Z))(?:[ \t]|(?![\d£$€=]))"
)
_LINE_BREAK = compile_late(r"(?i)<(?:br|lb)\b")
_RULING = frozenset("|+:-=> \t")
# How many characters may stand before what opens a line.
_INDENT = 20
_CODE = compile_late(r"(?<![\w`])`([^`\n]{1,300})`(?![\w`])")
_LOWERED = compile_late(r"(?<=[A-Za-z])~(\d{1,3})~(?!\d)")
# A page shows an address, yet its digits count nothing.
_ADDRESS = compile_late(
    r"(?<![\w@./-])(?:https?://|www\.)[^\s<>\[\]\"|“”]*[^\s<>\[\]\"|“”.,;:!?')*_~’]"
)


def find_markup(source: str) -> tuple[list[Edit], list[Table]]:
    """The stretches that aren't read as they stand, in order and apart; and the tables."""
    done = find_front_matter(source)
    lines = [Edit(0, done)] if done else []
    lines += find_line_edits(source, done)
    if "://" in source or "www." in source:
        lines += [Edit(*each.span(), shown=True) for each in _ADDRESS.finditer(source, done)]
    edits = _part([*lines, *_find_signs(source, done, _part(lines))])
    shown = _blank_hidden(source, edits) if "|" in source or "\t" in source else source
    tables = _find_tables(source, shown, done, edits)
    if tables:
        # What heads hold isn't read, and pairs with nothing outside of them.
        for table in tables:
            lines += part_cells(source, shown, table)
        edits = _part([*lines, *_find_signs(source, done, _part(lines))])
    return edits, tables


def _blank_hidden(source: str, edits: Sequence[Edit]) -> str:
    """The article with blanks for its tags, and for what isn't read over a pipe, a tab or a line.

    Tags that end a line do so here, but for the one that has no other use.
    """
    pieces: list[str] = []
    done = 0
    for start, stop, read, _ in edits:
        stretch = source[start:stop]
        if read in ("", BREAK) and len(stretch) > 1 and _hides(stretch):
            ends = read == BREAK and _LINE_BREAK.match(stretch) is None
            pieces += [source[done:start], " " * (len(stretch) - 1), "\n" if ends else " "]
            done = stop
    return "".join((*pieces, source[done:])) if pieces else source


def _hides(stretch: str) -> bool:
    """Whether a stretch is blanked, and is no hard break and no rule of a table."""
    if stretch[0] in _RULING:
        return "\n" in stretch
    return stretch[0] == "<" or (stretch[0] != "\\" and any(map(stretch.__contains__, "|\t\n")))


def _find_tables(source: str, shown: str, begin: int, edits: Sequence[Edit]) -> list[Table]:
    """The tables in order and apart; tags go before lines."""
    tables: list[Table] = []
    if "<tr" in source or "<TR" in source:
        tables += find_html_tables(source, edits)
    if "|" in shown or "\t" in shown:
        bounds = [(row.start, row.stop) for table in tables for row in (*table.heads, *table.rows)]
        tables += [one for one in find_tables(shown, begin) if not _meets(bounds, one)]
    return sorted(tables, key=find_start)


def _meets(bounds: Sequence[tuple[int, int]], table: Table) -> bool:
    """Whether a table stands in the bounds of another's rows, which are in order."""
    before = bisect_right(bounds, (table.stop, 0)) - 1
    return before >= 0 and bounds[before][1] > table.start


def _part(edits: Iterable[Edit]) -> list[Edit]:
    """Edits in order, without those that begin inside another."""
    parted: list[Edit] = []
    for edit in sorted(edits):
        if not parted or edit.start >= parted[-1].stop:
            parted.append(edit)
    return parted


def _find_signs(source: str, begin: int, lines: Sequence[Edit]) -> list[Edit]:
    """What isn't read at single signs, but for those in stretches that are left out as they are."""
    edits: list[Edit] = []
    runs: list[Run] = []
    reader = _Signs(source)
    starts = [edit.start for edit in lines]
    done = begin
    for sign in _SIGN.finditer(source, begin):
        at = sign.start()
        if at < done:
            continue
        inside = bisect_right(starts, at) - 1
        if inside >= 0 and at < lines[inside].stop:
            continue
        if sign[0] in "*_~":
            runs.append(read_run(source, at))
            done = runs[-1].stop
        if found := reader.read(sign[0], at):
            edits += found
            done = max(done, reader.done)
    edits += pair_runs(source, runs)
    return edits


class _Signs:
    """Reads one sign after the other; `done` is where the next one may stand."""

    __slots__ = ("_brackets", "_source", "_tags", "done")

    def __init__(self, source: str) -> None:
        self._source, self._brackets, self._tags = source, Brackets(source), Tags(source)
        self.done = 0

    def read(self, sign: str, at: int) -> tuple[Edit, ...]:
        """What to leave out at a sign, and where the markup that it opens is closed."""
        found = self._read(sign, at)
        if found:
            self.done = found[0].stop
        if found and sign in "`^~":
            self.done = found[-1].stop
        elif found and sign == "\\":
            # What is escaped is a plain sign.
            self.done = max(found[0].stop, at + 2)
        return found

    def _read(self, sign: str, at: int) -> tuple[Edit, ...]:
        source = self._source
        if sign in "[!":
            return self._brackets.read(at)
        if sign == "<":
            return self._tags.read(at)
        if sign in "*_":
            return ()
        if sign in "#>":
            return _read_opening(source, at)
        return _READERS[sign](source, at) if sign in _READERS else (Edit(at, at + 1),)


def _read_opening(source: str, at: int) -> tuple[Edit, ...]:
    opening = (_HEADING if source[at] == "#" else _CITATION).match(source, at)
    if opening is None or not _opens_line(source, at):
        return ()
    return (Edit(at, opening.end()),)


def _opens_line(source: str, at: int) -> bool:
    """Whether only blanks and the marks of citations stand before, and not many of them."""
    before = source[max(0, at - _INDENT) : at]
    line = before[before.rfind("\n") + 1 :]
    return not line.strip(" \t>") and (len(line) < len(before) or at <= _INDENT)


def _read_escape(source: str, at: int) -> tuple[Edit, ...]:
    hard = _HARD_BREAK.match(source, at)
    if hard is not None:
        return (Edit(at, hard.end(), BREAK),)
    return (Edit(at, at + 1),) if _ESCAPE.match(source, at) is not None else ()


def _read_code(source: str, at: int) -> tuple[Edit, ...]:
    code = _CODE.match(source, at)
    return (Edit(at, at + 1), Edit(code.end(1), code.end())) if code is not None else ()


def _read_lowered(source: str, at: int) -> tuple[Edit, ...]:
    """See "CO~2~"."""
    low = _LOWERED.match(source, at)
    return (Edit(at, at + 1), Edit(low.end(1), low.end())) if low is not None else ()


def _read_dagger(source: str, at: int) -> tuple[Edit, ...]:
    """A note's mark behind a word or a number: "12† injuries"; before one it is a death's."""
    behind = at > 0 and (source[at - 1].isalnum() or source[at - 1] in "%†‡")
    return (Edit(at, at + 1, shown=True),) if behind else ()


_READERS = {
    "†": _read_dagger,
    "‡": _read_dagger,
    "&": read_entity,
    "\\": _read_escape,
    "`": _read_code,
    "^": read_raised,
    "{": read_directive,
    "~": _read_lowered,
}
