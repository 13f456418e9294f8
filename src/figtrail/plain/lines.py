"""Lines that are markup as a whole: rules, code, definitions of links, and the rows of tables."""

from __future__ import annotations

from collections.abc import Iterator

from figtrail.patterns import compile_late
from figtrail.plain.edits import BREAK, Edit

# Rules, lines under a heading and lines between the rows of a table hold nothing else.
_RULE = compile_late(r"(?m)^[ \t>]*+[-=_*+|:][-=_*+|: \t]++(?=\r?$)")
_RULED = ("--", "==", "***", "___", "* *", "- -", "_ _", "|-", "|:")
_LEAST_RULE = 3
_FENCE = compile_late(r"(?m)^[ \t>]{0,9}(```+|~~~+)([^`\n]*)$")
_DIVISION = compile_late(r"(?m)^[ \t>]{0,9}:::[^\n]*")
# What is defined is an address: "[Age]: 12.5" is none.
_DEFINITION = compile_late(
    r"(?m)^[ \t>]{0,9}\[[^\]\[\n^][^\]\[\n]{0,300}\]:[ \t]*+(?:\r?\n[ \t]*+)?"
    r"(?:<[^<>\n]{1,1000}>|(?:\w{1,20}://|mailto:|www\.|[/#]|\.{1,2}/)\S{0,2000}"
    r"|[A-Za-z][\w.%-]{0,200}/\S{0,2000}\.[A-Za-z]\w{1,4})"
    r"(?:(?:[ \t]++|[ \t]*+\r?\n[ \t]*+)(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'|\([^()\n]{0,300}\)))?"
    r"[ \t]*+(?=\r?$)"
)
_DELIMITING = frozenset("|-:=+ \t\r>")
_PIPE = compile_late(r"(?<!\\)\|")
# A cell of a head is no longer; what is, or ends as a sentence does, is read.
_HEAD = 60
_NUMBER = compile_late(r"[£$€]?\d[\d.,]*(?:%|k|m|bn)?")
_YEAR = compile_late(r"(?:19|20)\d\d")


def find_line_edits(source: str, begin: int) -> list[Edit]:
    """What isn't read as it stands of the lines from `begin`, each kind in its order."""
    edits: list[Edit] = []
    if "```" in source or "~~~" in source:
        edits += _find_code(source, begin)
    if any(map(source.__contains__, _RULED)):
        edits += [Edit(*rule.span()) for rule in _RULE.finditer(source, begin) if _rules(rule[0])]
    if ":::" in source:
        edits += [Edit(*line.span()) for line in _DIVISION.finditer(source, begin)]
    if "]:" in source:
        edits += [Edit(*line.span()) for line in _DEFINITION.finditer(source, begin)]
    if "|" in source:
        for block in _find_piped(source, begin):
            edits += _find_cells(source, block)
    return edits


def _rules(line: str) -> bool:
    """Whether a line of such signs rules something off: "==", "***" and "|-|", but not "||"."""
    signs = line.translate(dict.fromkeys(map(ord, " \t>")))
    ruled = "--" in signs or "==" in signs or ("-" in signs and len(signs) >= _LEAST_RULE)
    return ruled or (
        len(signs) >= _LEAST_RULE and signs == signs[0] * len(signs) and signs[0] in "*_"
    )


def _find_code(source: str, begin: int) -> Iterator[Edit]:
    """Code between two fences isn't read; a fence that is never closed hides nothing."""
    opening = None
    for fence in _FENCE.finditer(source, begin):
        if opening is None:
            opening = fence
        elif fence[1].startswith(opening[1]) and not fence[2].strip():
            yield Edit(opening.start(), fence.end(), shown=True)
            opening = None
    if opening is not None:
        yield Edit(*opening.span())


def _find_piped(source: str, begin: int) -> Iterator[list[tuple[int, int]]]:
    """The lines that hold a pipe, those together that follow each other."""
    block: list[tuple[int, int]] = []
    at = source.find("|", begin)
    while at >= 0:
        start = source.rfind("\n", begin, at) + 1 or begin
        stop = source.find("\n", at)
        stop = len(source) if stop < 0 else stop
        if block and start != block[-1][1] + 1:
            yield block
            block = []
        block.append((start, stop))
        at = source.find("|", stop)
    if block:
        yield block


def _find_cells(source: str, block: list[tuple[int, int]]) -> Iterator[Edit]:
    """Pipes between the cells of a table end a line; its head is left out."""
    lines = [source[start:stop] for start, stop in block]
    delimiters = {
        at for at, line in enumerate(lines) if "-" in line and _DELIMITING.issuperset(line)
    }
    first = min(delimiters, default=len(lines) + 1)
    for at, ((start, stop), line) in enumerate(zip(block, lines, strict=True)):
        if at in delimiters:
            continue
        if at == first - 1 and _is_head(line):
            yield Edit(start, stop - line.endswith("\r"), shown=True)
        elif at >= first - 1 or _is_row(line):
            for pipe in _PIPE.finditer(source, start, stop):
                yield Edit(*pipe.span(), BREAK)


def _is_row(line: str) -> bool:
    """Whether a line is a row by itself: "| Leeds | 12 |"."""
    words = line.strip(" \t\r>")
    return len(words) > _LEAST_RULE and words[0] == words[-1] == "|"


def _is_head(line: str) -> bool:
    """Whether the row above the delimiters only names its columns: some tools rule off any row."""
    cells = [cell.strip() for cell in _PIPE.split(line.strip(" \t\r>"))]
    return not any(
        len(cell) > _HEAD
        or cell.endswith((".", "!", "?", "”"))
        or (_NUMBER.fullmatch(cell) is not None and _YEAR.fullmatch(cell) is None)
        for cell in cells
    )
