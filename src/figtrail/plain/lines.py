"""Lines that are markup as a whole: rules, code, definitions of links, and the rows of tables."""

from __future__ import annotations

from collections.abc import Iterator

from figtrail.patterns import compile_late
from figtrail.plain.edits import BREAK, Edit
from figtrail.plain.tables import Table

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


def part_cells(source: str, shown: str, table: Table) -> Iterator[Edit]:
    """Signs between the cells of a table end a line, as its rows do; its heads are left out.

    `shown` is the article as its lines are shown.
    """
    for head in table.heads:
        yield Edit(head.start, head.stop, shown=True)
    for row in table.rows:
        for sign in row.breaks:
            yield Edit(sign, sign + 1, BREAK)
        end = shown.find("\n", row.stop) if row.breaks else -1
        if end >= 0 and source[end] == "\n":
            yield Edit(end, end + 1, BREAK)
