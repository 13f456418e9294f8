"""The nouns of a comparison: what differs, in which cells, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from figtrail.snapshots import Snapshot

Kind = Literal["added", "removed", "moved", "changed"]
Cause = Literal["source", "extractor", "correction", "codelist", "reference", "recipe"]

KINDS: tuple[Kind, ...] = ("added", "removed", "moved", "changed")
CAUSES: Mapping[Cause, str] = {
    "source": "the article came, went, or has another text, date or place",
    "extractor": "the same article was read or checked otherwise",
    "correction": "a person's correction came, went or changed",
    "codelist": "the words got another code, or the list of codes changed",
    "reference": "an official statistic changed",
    "recipe": "the recipe publishes more or less of the same",
}
"""Why something can differ."""


@dataclass(frozen=True, slots=True)
class CellDifference:
    """One cell, as CSV has it, before and after."""

    column: str
    old: str | None
    new: str | None
    why: Cause


@dataclass(frozen=True, slots=True)
class Difference:
    """One row that was added, removed, moved in its article's text, or changed.

    `row` is the row as it is, of a removed one as it was; `cells` are those that differ.
    """

    table: str
    key: tuple[str, ...]
    kind: Kind
    row: Mapping[str, str | None]
    cells: tuple[CellDifference, ...]
    why: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All differences between two packages, table after table in publication order.

    `properties` holds what the descriptors say differently (old, new), and `columns` the columns
    that only one of the packages has, by table: (removed, added).
    """

    old: Snapshot
    new: Snapshot
    differences: tuple[Difference, ...]
    properties: Mapping[str, tuple[Any, Any]]
    columns: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return not (self.differences or self.properties or self.columns)

    def of(self, table: str, kind: Kind | None = None) -> Iterator[Difference]:
        """The differences of one table, of one kind if that is given."""
        for difference in self.differences:
            if difference.table == table and kind in (None, difference.kind):
                yield difference

    def count(self, table: str) -> dict[str, int]:
        """How many rows of a table were added, removed, moved, changed, and stayed the same."""
        counted = Counter(difference.kind for difference in self.of(table))
        touched = counted.total() - counted["added"]
        same = len(self.old.tables[table].rows) - touched
        return {kind: counted[kind] for kind in KINDS} | {"same": same}
