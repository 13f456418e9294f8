"""Figures added, removed, moved and changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from figtrail.comparison.causes import OFFSETS, Causes
from figtrail.comparison.differences import Cause, CellDifference, Difference
from figtrail.snapshots import Row, Snapshot

Key = tuple[str, ...]


def compare_figures(old: Snapshot, new: Snapshot, causes: Causes) -> tuple[Difference, ...]:
    """Every figure that differs, by its id: those that are there in their order, then those gone.

    A figure whose offsets alone differ has moved.
    """
    before, after = old.tables["figures"].rows, new.tables["figures"].rows
    gone = [
        Difference("figures", key, "removed", row, (), (causes.explain_presence(row, added=False),))
        for key, row in before.items()
        if key not in after
    ]
    come = {
        key: Difference(
            "figures", key, "added", row, (), (causes.explain_presence(row, added=True),)
        )
        for key, row in after.items()
        if key not in before
    }
    presence = {difference.key: difference.why for difference in (*gone, *come.values())}
    columns = shared_columns(old, new, "figures")
    found = []
    for key, row in after.items():
        if key in come:
            found.append(come[key])
        elif difference := _compare_figure(key, before[key], row, columns, causes, presence):
            found.append(difference)
    return (*found, *gone)


def shared_columns(old: Snapshot, new: Snapshot, table: str) -> tuple[str, ...]:
    """The columns that both packages have, in the order of the newer."""
    earlier = old.tables[table].columns
    return tuple(name for name in new.tables[table].columns if name in earlier)


def _compare_figure(
    key: Key,
    old: Row,
    new: Row,
    columns: tuple[str, ...],
    causes: Causes,
    presence: Mapping[Key, tuple[Cause, ...]],
) -> Difference | None:
    differing = [name for name in columns if old[name] != new[name]]
    if not differing:
        return None
    why = causes.explain_cells(old, new, differing)
    if "fact" in why:
        roots = [root for root in (old["fact"], new["fact"]) if root and (root,) in presence]
        why["fact"] = presence[roots[0],][0] if roots else why["fact"]
    cells = tuple(CellDifference(name, old[name], new[name], why[name]) for name in differing)
    moved = "char_start" in differing and set(differing) <= OFFSETS
    return Difference("figures", key, "moved" if moved else "changed", new, cells, list_why(cells))


def list_why(cells: tuple[CellDifference, ...]) -> tuple[Cause, ...]:
    """The causes of a row's differences, each once; a mere move counts where it is all there is."""
    own = [cell for cell in cells if cell.column not in OFFSETS] or cells
    return tuple(dict.fromkeys(cell.why for cell in own))


def iterate_ids(*rows: Row) -> Iterator[str]:
    """The ids of the figures that rows of relations or of check_figures name."""
    for row in rows:
        for name in ("figure_id", "other_figure_id"):
            if (figure_id := row.get(name)) is not None:
                yield figure_id
