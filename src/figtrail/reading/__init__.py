"""A folder of articles → documents: the bytes decoded as they are, with what is known of each."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from figtrail.model import Document, FigtrailError, Problem
from figtrail.reading.dates import bound_date
from figtrail.reading.text import read_text

# The manifest is imported where a folder is read: a text that is handed over needs none of it.
if TYPE_CHECKING:
    from figtrail.reading.manifest import Entry
    from figtrail.recipe import Recipe

__all__ = ["bound_date", "make_document", "read_documents", "read_file", "read_text"]


def read_documents(seeds: Path, recipe: Recipe) -> Iterator[Document]:
    """Yield every article below `seeds`, one in memory at a time, by source_id.

    What the manifest leaves empty comes from the recipe (`place`, `nation`). `path` is the file's
    path from the folder that holds `seeds`, with `/`. Raises FigtrailError before the first
    document for what is wrong with the manifest, and after the last for files that couldn't be
    read, all of them named.
    """
    from figtrail.reading.manifest import list_entries

    problems: list[Problem] = []
    root = seeds.resolve()
    for entry in list_entries(seeds):
        try:
            document = _read_entry(entry, recipe.place, recipe.nation)
        except FigtrailError as error:
            problems += error.problems
            continue
        inside = entry.path.relative_to(seeds).as_posix()
        path = unicodedata.normalize("NFC", f"{root.name}/{inside}".removeprefix("/"))
        yield replace(document, path=path)
    if problems:
        raise FigtrailError(problems)


def read_file(path: Path) -> Document:
    """One article that no manifest knows; its id is the file's name without the ending."""
    from figtrail.reading.manifest import Entry

    return _read_entry(Entry(path.stem, path))


def make_document(
    text: str,
    source_id: str = "text",
    published: str | None = None,
    place: str | None = None,
    nation: str | None = None,
) -> Document:
    """A text that was handed over without a file; ValueError where `published` is no EDTF date."""
    earliest, latest = bound_date(published) if published else (None, None)
    return Document(
        source_id=source_id,
        text=text,
        published=published or None,
        published_earliest=earliest,
        published_latest=latest,
        place=place or None,
        nation=nation or None,
    )


def _read_entry(entry: Entry, place: str | None = None, nation: str | None = None) -> Document:
    file = read_text(entry.path)
    facts: dict[str, Any] = dict(entry.facts)
    document = make_document(
        file.text,
        entry.source_id,
        facts.pop("published", None),
        facts.pop("place", None) or place,
        facts.pop("nation", None) or nation,
    )
    return replace(
        document,
        path=entry.path.as_posix(),
        sha256=file.sha256,
        bytes=file.bytes,
        media_type=file.media_type,
        **facts,
    )
