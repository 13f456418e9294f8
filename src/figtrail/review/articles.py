"""The articles of a package as a reviewer needs them: their text, where it is at hand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from figtrail.model import FigtrailError
from figtrail.reading import read_file
from figtrail.reading.articles import find_article
from figtrail.snapshots import Row, Snapshot

State = Literal["here", "missing", "changed"]


@dataclass(frozen=True, slots=True)
class Article:
    """A row of `sources`, and the text that it was read from.

    `text` is None unless the file is `here`. It is `missing` where it is not at hand, `changed`
    where its sha256 is another than that of the article that was read, or it can't be read.
    """

    source: Row
    state: State
    text: str | None = None


def gather_articles(package: Snapshot, seeds: Path | None = None) -> tuple[Article, ...]:
    """Every article of a package, in the order of its sources.

    They are sought as validation does: below `seeds`, or else beside the package.
    """
    folder, below = package.folder.resolve(), seeds.resolve() if seeds else None
    return tuple(_read_article(source, folder, below) for source in package.rows("sources"))


def _read_article(source: Row, package: Path, seeds: Path | None) -> Article:
    path = find_article(source["path"], package, seeds)
    if path is None:
        return Article(source, "missing")
    try:
        document = read_file(path)
    except FigtrailError:
        return Article(source, "changed")
    if document.sha256 != source["sha256"]:
        return Article(source, "changed")
    return Article(source, "here", document.text)
