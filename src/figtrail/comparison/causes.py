"""Why a figure differs between two packages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from figtrail.comparison.differences import Cause
from figtrail.snapshots import Row, Snapshot

OFFSETS = frozenset({"char_start", "char_end", "sentence_start", "locator", "link"})
"""Where a figure stands: an edit elsewhere in its article moves these alone."""

FOLLOWS: Mapping[str, frozenset[str]] = {
    "share": frozenset({"value", "out_of"}),
    "low": frozenset({"value", "bound"}),
    "high": frozenset({"value", "bound"}),
    "period_start": frozenset({"period"}),
    "period_end": frozenset({"period"}),
    "measure": frozenset({"measured", "kind", "unit", "per", "per_quantity", "change"}),
    "place": frozenset({"place_text"}),
}
"""Columns that follow from others, and so differ for the reason for which those do."""

DATED = frozenset({"period", "period_start", "period_end", "period_basis", "place_text", "place"})
"""Columns that hang on what is known of the article as well as on its text."""

CODES = frozenset({"measure", "place"})

Asked = frozenset[tuple[str | None, ...]]
"""What corrections ask of one figure: action, field, expected, corrected."""


class Causes:
    """What two packages say of articles and corrections, to tell why figures differ."""

    def __init__(self, old: Snapshot, new: Snapshot) -> None:
        self.old, self.new = old, new
        self._corrected = (_group_corrections(old), _group_corrections(new))

    @cached_property
    def texts_changed(self) -> frozenset[str]:
        """The sources that were added, removed, or have another text."""
        return frozenset(self._changed_sources(("text_sha256",)))

    @cached_property
    def facts_changed(self) -> frozenset[str]:
        """The sources with another date or place."""
        return frozenset(self._changed_sources(("published", "published_latest", "place")))

    def explain_presence(self, row: Row, *, added: bool) -> Cause:
        """Why a figure is in one of the packages alone."""
        source = row["source_id"] or ""
        there, gone = (self.new, self.old) if added else (self.old, self.new)
        if (source,) not in gone.tables["sources"].rows:
            return "source"
        if row["review"] == "added" or self._is_rejected(row, gone, there):
            return "correction"
        return "source" if source in self.texts_changed else "extractor"

    def explain_cells(self, old: Row, new: Row, columns: Iterable[str]) -> dict[str, Cause]:
        """Why each of the columns differs, for a figure that is in both packages."""
        before, after = (
            corrected.get(_locate(row), frozenset())
            for corrected, row in zip(self._corrected, (old, new), strict=True)
        )
        asked = before ^ after
        differing = frozenset(columns)
        whole = any(action in ("add", "reject") for action, *_ in asked)
        fields = {field for _, field, *_ in asked}
        causes: dict[str, Cause] = {}
        # What others follow from comes first.
        for column in sorted(differing, key=lambda name: name in FOLLOWS):
            reviewed = column in fields or (column == "review" and asked)
            if reviewed or (whole and column not in OFFSETS):
                causes[column] = "correction"
            elif parents := sorted(FOLLOWS.get(column, frozenset()) & differing):
                causes[column] = causes[parents[0]]
            else:
                causes[column] = self._explain_reading(old, new, column)
        return causes

    def explain_tie(self, sources: Iterable[str]) -> Cause:
        """Why a tie between figures differs that are themselves as they were."""
        return "source" if self.texts_changed & set(sources) else "extractor"

    def _explain_reading(self, old: Row, new: Row, column: str) -> Cause:
        source = new["source_id"] or ""
        moved = old["sentence"] != new["sentence"]
        if column in CODES and not (moved and source in self.texts_changed):
            return "codelist"
        if source in self.texts_changed or column in ("locator", "link"):
            return "source"
        if column in DATED and source in self.facts_changed:
            return "source"
        if column == "sentence" and None in (old["sentence"], new["sentence"]):
            return "recipe"
        return "extractor"

    def _changed_sources(self, columns: Iterable[str]) -> set[str]:
        old, new = self.old.tables["sources"].rows, self.new.tables["sources"].rows
        changed = {
            key
            for key in old.keys() & new.keys()
            if any(old[key].get(column) != new[key].get(column) for column in columns)
        }
        return {source for (source,) in changed | (old.keys() ^ new.keys())}

    def _is_rejected(self, row: Row, gone: Snapshot, there: Snapshot) -> bool:
        """Whether the package that lacks the figure rejects it, and the one that has it doesn't."""
        return _rejects(gone, row, self._exactly(row)) and not _rejects(there, row, exactly=True)

    def _exactly(self, row: Row) -> bool:
        """Whether offsets mean the same in both packages."""
        return row["source_id"] not in self.texts_changed


def _rejects(snapshot: Snapshot, row: Row, exactly: bool) -> bool:
    names = ("source_id", "quote", *(("char_start", "char_end") if exactly else ()))
    return any(
        correction["action"] == "reject" and all(correction[name] == row[name] for name in names)
        for correction in snapshot.rows("corrections")
    )


def _locate(row: Row) -> tuple[str | None, ...]:
    return row["source_id"], row["char_start"], row["char_end"]


def _group_corrections(snapshot: Snapshot) -> dict[tuple[str | None, ...], Asked]:
    groups: dict[tuple[str | None, ...], Asked] = defaultdict(frozenset)
    for row in snapshot.rows("corrections"):
        asked = (row["action"], row["field"], row["expected"], row["corrected"])
        groups[_locate(row)] |= {asked}
    return dict(groups)
