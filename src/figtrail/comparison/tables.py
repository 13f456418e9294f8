"""Two packages held against each other, table by table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from figtrail.comparison.causes import Causes
from figtrail.comparison.differences import Cause, CellDifference, Comparison, Difference, Kind
from figtrail.comparison.figures import compare_figures, iterate_ids, shared_columns
from figtrail.schemas import TABLES
from figtrail.snapshots import Row, Snapshot

OWN_CAUSE: Mapping[str, Cause] = {
    "sources": "source",
    "reference": "reference",
    "measures": "codelist",
    "places": "codelist",
    "units": "codelist",
    "corrections": "correction",
}
"""Why the rows of a table differ that people keep."""

NAMING = {"measures": ("measure",), "places": ("place",), "units": ("unit", "per")}
"""The columns of `figures` by which codes come to be published."""


def compare_snapshots(old: Snapshot, new: Snapshot) -> Comparison:
    """All that differs between two packages, each row with why."""
    return _Comparer(old, new).compare()


class _Comparer:
    """Both packages, and what is known already of why their figures differ."""

    def __init__(self, old: Snapshot, new: Snapshot) -> None:
        self.old, self.new = old, new
        self.causes = Causes(old, new)
        self.figures = compare_figures(old, new, self.causes)
        self.touched: dict[str, tuple[Cause, ...]] = {
            difference.key[0]: difference.why
            for difference in self.figures
            if difference.kind != "moved"
        }
        self.source_of = {
            row["figure_id"]: row["source_id"] or ""
            for snapshot in (old, new)
            for row in snapshot.rows("figures")
        }
        self.parts: dict[str, set[str]] = defaultdict(set)
        for snapshot in (old, new):
            for row in snapshot.rows("check_figures"):
                self.parts[row["check_id"] or ""].update(iterate_ids(row))
        self.codes = self._find_codes()

    def compare(self) -> Comparison:
        differences = list(self.figures)
        for table in TABLES[1:]:
            differences += self.compare_table(table)
        order = {table: rank for rank, table in enumerate(TABLES)}
        differences.sort(key=lambda difference: order[difference.table])
        return Comparison(
            self.old,
            self.new,
            tuple(differences),
            _compare_properties(self.old.properties, self.new.properties),
            _compare_columns(self.old, self.new),
        )

    def compare_table(self, table: str) -> list[Difference]:
        before, after = self.old.tables[table].rows, self.new.tables[table].rows
        columns = shared_columns(self.old, self.new, table)
        found = []
        for key in [*after, *(key for key in before if key not in after)]:
            one, other = before.get(key), after.get(key)
            row: Row = other or one or {}
            differing = [] if one is None or other is None else _list_differing(one, other, columns)
            if one is not None and other is not None and not differing:
                continue
            kind: Kind = "added" if one is None else "removed" if other is None else "changed"
            why = self.explain(table, key, kind, differing, one, other)
            cells = tuple(
                CellDifference(name, (one or {})[name], (other or {})[name], why[0])
                for name in differing
            )
            found.append(Difference(table, key, kind, row, cells, why))
        return found

    def explain(
        self,
        table: str,
        key: tuple[str, ...],
        kind: Kind,
        differing: Iterable[str],
        old: Row | None,
        new: Row | None,
    ) -> tuple[Cause, ...]:
        """Why a row of another table than `figures` differs."""
        rows = [row for row in (old, new) if row is not None]
        if table == "relations":
            return self.explain_tie(iterate_ids(*rows), rows)
        if table in ("checks", "check_figures"):
            return self.explain_tie(self.parts[key[0]], rows)
        if table in NAMING and kind != "changed":
            return self.codes.get((table, key[0]), (OWN_CAUSE[table],))
        if table == "sources" and set(differing) == {"figure_count"}:
            found = [why for one, why in self.touched.items() if self.source_of[one] == key[0]]
            return _merge(found) or ("extractor",)
        return (OWN_CAUSE[table],)

    def explain_tie(self, figure_ids: Iterable[str], rows: Iterable[Row]) -> tuple[Cause, ...]:
        """Why what ties figures differs: as they do, or the official value, or their articles."""
        ids = sorted(figure_ids)
        causes = list(_merge(self.touched[one] for one in ids if one in self.touched))
        for row in rows:
            if self._is_other("reference", row.get("reference_id")):
                causes.append("reference")
        if not causes and self._has_other_labels(ids):
            causes.append("codelist")
        if not causes:
            causes.append(self.causes.explain_tie(self.source_of[one] for one in ids))
        return tuple(dict.fromkeys(causes))

    def _has_other_labels(self, figure_ids: Iterable[str]) -> bool:
        """Whether a code of the figures is described otherwise than it was."""
        figures = self.new.tables["figures"].rows
        return any(
            self._is_other(table, figures[figure_id,][column])
            for figure_id in figure_ids
            if (figure_id,) in figures
            for table, columns in NAMING.items()
            for column in columns
        )

    def _is_other(self, table: str, key: str | None) -> bool:
        """Whether the packages have different rows for a key, or only one has it."""
        before, after = (snapshot.tables[table].rows for snapshot in (self.old, self.new))
        return before.get((key or "",)) != after.get((key or "",))

    def _find_codes(self) -> dict[tuple[str, str], tuple[Cause, ...]]:
        """For each code that figures took up or let go of, why they did."""
        found: dict[tuple[str, str], list[tuple[Cause, ...]]] = defaultdict(list)
        for difference in self.figures:
            for table, columns in NAMING.items():
                for column in columns:
                    for code, why in _list_codes(difference, column):
                        found[table, code or ""].append(why)
        return {code: _merge(causes) for code, causes in found.items()}


def _list_codes(
    difference: Difference, column: str
) -> Iterator[tuple[str | None, tuple[Cause, ...]]]:
    """The codes that a figure took up or let go of in a column, each with why."""
    if difference.kind in ("added", "removed"):
        yield difference.row[column], difference.why
    for cell in difference.cells:
        if cell.column == column:
            yield cell.old, (cell.why,)
            yield cell.new, (cell.why,)


def _list_differing(old: Row, new: Row, columns: Iterable[str]) -> list[str]:
    return [name for name in columns if old[name] != new[name]]


def _merge(causes: Iterable[tuple[Cause, ...]]) -> tuple[Cause, ...]:
    return tuple(dict.fromkeys(cause for group in causes for cause in group))


def _compare_properties(
    old: Mapping[str, Any], new: Mapping[str, Any]
) -> dict[str, tuple[Any, Any]]:
    names = sorted(old.keys() | new.keys())
    return {
        name: (old.get(name), new.get(name)) for name in names if old.get(name) != new.get(name)
    }


def _compare_columns(
    old: Snapshot, new: Snapshot
) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    found = {}
    for table in TABLES:
        before, after = old.tables[table].columns, new.tables[table].columns
        removed = tuple(name for name in before if name not in after)
        added = tuple(name for name in after if name not in before)
        if removed or added:
            found[table] = (removed, added)
    return found
