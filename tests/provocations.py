"""What provokes each code of a problem outside validation: files, and a call that is refused."""

from __future__ import annotations

import errno
import io
import os
import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet as pq

import figtrail
from figtrail import schemas
from figtrail.cli import explain
from figtrail.cli.extracting import _read_lines
from figtrail.cli.showing import show
from figtrail.evaluation import read_gold
from figtrail.loading import load, read_table
from figtrail.model import FigtrailError
from figtrail.recipe import Recipe
from figtrail.review.page.folder import check_writable
from figtrail.schemas import TABLES
from figtrail.snapshots import read_snapshot
from figtrail.starting import start_publication
from figtrail.workers.crew import Crew
from figtrail.writing.database import write_database
from figtrail.writing.workbook import write_workbook

ARTICLE = {"seeds/fires.txt": "There were 472 fires in Leeds in 2019.\n"}
HEADER = "source_id,path,published\n"
CORRECTION = (
    "action,source_id,char_start,char_end,quote,field,expected,corrected,reason,author,date\n"
)
PACKAGE = Path("datapackage")


@dataclass(frozen=True, slots=True)
class Provocation:
    """Files in the working folder by their paths, and the call that FigtrailError stops.

    `published` asks for the sample package at `datapackage`, before the files are written.
    """

    code: str
    call: Callable[[], object] = figtrail.publish
    files: Mapping[str, str | bytes] = field(default_factory=dict)
    published: bool = False

    def write(self, folder: Path) -> None:
        """Put the files into the folder."""
        for name, content in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)


def with_recipe(code: str, recipe: str = "", **files: str) -> Provocation:
    """A publication of one article whose recipe, or a CSV file beside it, is wrong."""
    beside = {f"build/{name}.csv": content for name, content in files.items()}
    return Provocation(code, files=ARTICLE | {"build/recipe.toml": recipe} | beside)


def with_manifest(code: str, rows: str, **articles: str) -> Provocation:
    """A publication whose sources.csv is wrong."""
    seeds = {f"seeds/{name}.md": content for name, content in articles.items()}
    return Provocation(code, files=ARTICLE | seeds | {"seeds/sources.csv": HEADER + rows})


def set_epoch() -> None:
    """Publish with a SOURCE_DATE_EPOCH that is no number."""
    os.environ["SOURCE_DATE_EPOCH"] = "yesterday"
    try:
        figtrail.publish()
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]


def fill_disk() -> None:
    """Print on a disk that is full."""
    raise FigtrailError([explain(OSError(errno.ENOSPC, "No space left on device"))])


def write_long_sheet() -> None:
    """A table of one row more than a sheet holds."""
    rows: Any = pyarrow.table({"value": pyarrow.nulls(1_048_576, pyarrow.float64())})
    write_workbook({"figures": rows}, Recipe(), Path("figtrail.xlsx"))


def write_twice() -> None:
    """A database of a table whose first row stands twice."""
    tables = {name: pq.read_table(PACKAGE / "data" / f"{name}.parquet") for name in TABLES}
    tables["units"] = pyarrow.concat_tables([tables["units"], tables["units"].slice(0, 1)])
    write_database(tables, Path("figtrail.sqlite"))


def lose_process() -> None:
    """An article whose reading the system ends."""
    crew = Crew(signal.raise_signal, iter([("seeds/fires.txt", signal.SIGKILL)]), 2, str)
    try:
        list(crew.work())
    finally:
        crew.dismiss()


def hide_schemas() -> None:
    """An installation without its schemas."""
    kept = schemas.__file__
    schemas.__file__ = str(Path("figtrail/schemas.py").resolve())
    try:
        schemas.find_schemas()
    finally:
        schemas.__file__ = kept


PROVOCATIONS = (
    Provocation("seeds-missing"),
    Provocation("no-articles", files={"seeds/fires.docx": b""}),
    Provocation("file-encoding", files={"seeds/fires.txt": b"It cost \xa3472."}),
    with_recipe("file-unreadable", '[[gazetteers]]\npath = "towns.csv"\n'),
    Provocation(
        "article-unusable",
        files={"seeds/caf\u00e9.txt": "12 fires\n", "seeds/cafe\u0301.txt": "13 fires\n"},
    ),
    with_manifest("source-file-missing", "fires,flames.txt,\n"),
    with_manifest("source-twice", "a,fires.txt,\nb,fires.txt,\n"),
    with_manifest("source-id-twice", "fires,fires.txt,\n", fires="Fires\n"),
    with_manifest("date-malformed", "fires,fires.txt,20/02/2019\n"),
    Provocation("recipe-missing", lambda: figtrail.publish(recipe="recipe.toml"), ARTICLE),
    with_recipe("recipe-malformed", 'title "Fires"\n'),
    with_recipe("recipe-value", 'titel = "Fires"\n'),
    with_recipe("column-missing", measures="code\nfires\n"),
    with_recipe("column-twice", measures="code,label,label\n"),
    with_recipe("column-unknown", measures="code,label,colour\n"),
    with_recipe("row-length", measures="code,label\nfires,Fires, all\n"),
    with_recipe("csv-malformed", measures='code,label\nfires,"Fires" all\n'),
    with_recipe("cell-missing", measures="code,label\nfires,\n"),
    with_recipe("cell-value", measures="code,label,kind\nfires,Fires,number\n"),
    with_recipe(
        "cell-type", corrections=CORRECTION + "confirm,fires,11,14,472,,,,Seen,Jo Park,31/01/2026\n"
    ),
    with_recipe("key-twice", measures="code,label\nfires,Fires\nfires,All fires\n"),
    with_recipe(
        "gazetteer-columns", '[[gazetteers]]\npath = "towns.csv"\n', towns="town,number\nLeeds,1\n"
    ),
    with_recipe(
        "correction-unmatched",
        corrections=CORRECTION + "confirm,fires,11,14,427,,,,Seen,Jo Park,2026-01-31\n",
    ),
    Provocation(
        "cell-unpublishable",
        files={"seeds/parcel.txt": "The parcel had 123456789012345678901 stamps.\n"},
    ),
    Provocation("bad-epoch", set_epoch, ARTICLE),
    Provocation("out-not-a-package", files=ARTICLE | {"datapackage/notes.txt": "Mine.\n"}),
    Provocation(
        "package-unwritable",
        lambda: figtrail.publish(out="notes.txt/datapackage"),
        ARTICLE | {"notes.txt": "Mine.\n"},
    ),
    Provocation(
        "page-unwritable",
        lambda: check_writable(Path("notes")),
        {"notes/diary.txt": "Mine.\n"},
    ),
    Provocation("database-unwritable", write_twice, published=True),
    Provocation("sheet-too-long", write_long_sheet),
    Provocation("schemas-missing", hide_schemas),
    Provocation("not-a-package", lambda: load("datapackage")),
    Provocation("table-missing", lambda: read_table(PACKAGE, "units")),
    Provocation(
        "table-untyped",
        lambda: read_table(PACKAGE, "units", "csv"),
        {"datapackage/data/units.csv": "code,name\nfire,Fire\n"},
    ),
    Provocation(
        "table-broken",
        lambda: read_snapshot(PACKAGE),
        {"datapackage/data/units.csv": b"code\xff\n"},
        published=True,
    ),
    Provocation("figure-unknown", lambda: show("f-aaaaaaaaaaaaaaaa", PACKAGE), published=True),
    Provocation("output-unwritable", fill_disk),
    Provocation("line-malformed", lambda: list(_read_lines(io.BytesIO(b'{"id": 1}\n'), {}))),
    Provocation("process-lost", lose_process),
    Provocation("gold-unreadable", lambda: read_gold([Path("gold.jsonl")])),
    Provocation(
        "gold-invalid",
        lambda: read_gold([Path("gold.jsonl")]),
        {"gold.jsonl": '{"id": "a", "text": "Three fires."}\n'},
    ),
    Provocation("folder-not-empty", lambda: start_publication(Path("seeds")), ARTICLE),
    Provocation("folder-unusable", lambda: start_publication(Path("notes.txt")), {"notes.txt": ""}),
)
