"""A comparison as text for a terminal, as JSON in a versioned format, and as CSV."""

from __future__ import annotations

import csv
import io
import json
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from figtrail.comparison.causes import OFFSETS
from figtrail.comparison.differences import CAUSES, KINDS, Comparison, Difference
from figtrail.schemas import TABLES
from figtrail.snapshots import Snapshot

FORMAT = "figtrail-diff/1"
"""The format of the JSON report; another number where a reader must be changed."""

WIDTH = 80
CSV_COLUMNS = ("change", "table", "key", "source_id", "quote", "column", "old", "new", "why")
HEADINGS = {"figures": "FIGURES", "relations": "RELATIONS", "checks": "CHECKS"}
"""Tables whose differences the text tells one by one; of the others it counts them."""


def format_comparison(comparison: Comparison) -> str:
    """What differs, in words: counts of every table, then figures, relations and checks."""
    lines = [_describe("old", comparison.old), _describe("new", comparison.new), ""]
    if comparison.same:
        return "\n".join([*lines, "No difference."])
    lines += _count_tables(comparison)
    for name, (old, new) in comparison.properties.items():
        lines += _wrap(f"{name}: {_shorten(old)} → {_shorten(new)}", "the descriptor's ", "  ")
    for table, (removed, added) in comparison.columns.items():
        for verb, names in (("lost", removed), ("gained", added)):
            if names:
                lines += _wrap(f"{', '.join(names)}", f"{table} {verb} ", "  ")
    for table, heading in HEADINGS.items():
        if any(comparison.of(table)):
            lines += ["", heading, *_tell_table(comparison, table)]
    lines += ["", *_explain_causes(comparison)]
    return "\n".join(lines)


def comparison_to_json(comparison: Comparison) -> str:
    """The comparison as JSON: `format`, `same`, both packages, counts by table, and every row."""
    report = {
        "format": FORMAT,
        "same": comparison.same,
        "old": _identify(comparison.old),
        "new": _identify(comparison.new),
        "counts": {table: comparison.count(table) for table in TABLES},
        "properties": {
            name: {"old": old, "new": new} for name, (old, new) in comparison.properties.items()
        },
        "columns": {
            table: {"removed": list(removed), "added": list(added)}
            for table, (removed, added) in comparison.columns.items()
        },
        "differences": [_as_record(difference) for difference in comparison.differences],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def comparison_to_csv(comparison: Comparison) -> str:
    """One row a cell that differs, and one a row that was added or removed, under a header."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(CSV_COLUMNS)
    for difference in comparison.differences:
        row = difference.row
        start = (difference.kind, difference.table, " ".join(difference.key))
        named = (row.get("source_id") or "", row.get("quote") or "")
        if not difference.cells:
            writer.writerow((*start, *named, "", "", "", " ".join(difference.why)))
        for cell in difference.cells:
            ends = (cell.column, cell.old or "", cell.new or "", cell.why)
            writer.writerow((*start, *named, *ends))
    return out.getvalue()


def _describe(side: str, snapshot: Snapshot) -> str:
    made = f"figtrail {snapshot.generator_version}" if snapshot.generator_version else "figtrail"
    return f"{side}  {snapshot.folder}: {snapshot.name} {snapshot.version}, made by {made}"


def _identify(snapshot: Snapshot) -> dict[str, Any]:
    return {
        "folder": str(snapshot.folder),
        "name": snapshot.name,
        "version": snapshot.version,
        "generatorVersion": snapshot.generator_version,
    }


def _as_record(difference: Difference) -> dict[str, Any]:
    row = difference.row
    record: dict[str, Any] = {
        "change": difference.kind,
        "table": difference.table,
        "key": list(difference.key),
        "why": list(difference.why),
    }
    record |= {name: row[name] for name in ("source_id", "quote") if name in row}
    if difference.cells:
        record["columns"] = [
            {"column": cell.column, "old": cell.old, "new": cell.new, "why": cell.why}
            for cell in difference.cells
        ]
    else:
        record["row"] = dict(row)
    return record


def _count_tables(comparison: Comparison) -> Iterator[str]:
    width = max(map(len, TABLES)) + 2
    for table in TABLES:
        counts = comparison.count(table)
        told = [f"{counts[kind]:,} {kind}" for kind in KINDS if counts[kind]]
        if told:
            yield f"{table:{width}}{', '.join(told)}, {counts['same']:,} the same"


def _tell_table(comparison: Comparison, table: str) -> Iterator[str]:
    quotes = {
        row["figure_id"] or "": row["quote"] or ""
        for snapshot in (comparison.old, comparison.new)
        for row in snapshot.rows("figures")
    }
    for kind in KINDS:
        for difference in comparison.of(table, kind):
            why = ", ".join(difference.why)
            yield from _wrap(f"{_name(difference, quotes)}  ({why})", f"{kind:9}", " " * 9)
            if kind == "moved":
                continue
            yield from _tell_cells(difference)


def _name(difference: Difference, quotes: Mapping[str, str]) -> str:
    """The row in words: where and what it is, and its id."""
    row, key = difference.row, difference.key[0]
    if difference.table == "relations":
        one, other = (quotes.get(row[name] or "") for name in ("figure_id", "other_figure_id"))
        return f"{one} {row['kind']} {other}  {key}"
    if difference.table == "checks":
        return f"{row['kind']}: {row['verdict']}. {row['explanation']}  {key}"
    moved = {cell.column: cell.old for cell in difference.cells}
    before = f"{moved['char_start']} → " if moved.get("char_start") else ""
    where = f"{row['source_id']}, character {before}{row['char_start']}"
    measured = f" {row['measured']}" if row["measured"] else ""
    return f"{row['quote']}{measured}, {where}  {key}"


def _tell_cells(difference: Difference) -> Iterator[str]:
    several = len(difference.why) > 1
    moved = any(cell.column == "char_start" for cell in difference.cells)
    for cell in difference.cells:
        if moved and cell.column in OFFSETS:
            continue
        why = f"  ({cell.why})" if several else ""
        told = f"{_show(cell.old)} → {_show(cell.new)}{why}"
        yield from _wrap(told, f"{'':9}{cell.column}: ", " " * 11)


def _explain_causes(comparison: Comparison) -> Iterator[str]:
    met = {why for difference in comparison.differences for why in difference.why}
    for cause, meaning in CAUSES.items():
        if cause in met:
            yield from _wrap(meaning, f"{cause:12}", " " * 12)


def _wrap(text: str, first: str, rest: str) -> list[str]:
    one_line = " ".join(text.split())
    return textwrap.wrap(
        one_line, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )


def _show(cell: str | None) -> str:
    return "nothing" if cell is None else cell


def _shorten(content: object) -> str:
    return json.dumps(content, ensure_ascii=False)
