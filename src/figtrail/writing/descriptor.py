"""datapackage.json: what the package is, and what each of its files holds.

Standard: Data Package v2 (https://datapackage.org/standard/data-package/).
"""

from __future__ import annotations

import hashlib
import json
import os
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pyarrow

from figtrail.layout import COMPANIONS
from figtrail.model import FigtrailError, Problem
from figtrail.recipe import Recipe
from figtrail.schemas import TABLES, load_schema

GENERATOR = "figtrail"
"""The value of `generator`, by which a folder is known for a package of ours."""

MOST_ARTICLES = 100
"""More articles than this are credited by publisher, not one by one."""

MEDIA_TYPES = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}


def describe_package(
    tables: Mapping[str, pyarrow.Table], recipe: Recipe, folder: Path
) -> dict[str, Any]:
    """The descriptor of the tables that stand, written, in `folder`/data.

    `created` is SOURCE_DATE_EPOCH, else the recipe's day of release, else left out. Every file has
    its `hash`; `bytes` is left off Parquet, where frictionless takes a right one for wrong. Only
    tables are resources: the other files there are `files`, a property of figtrail's own, since
    tools take each resource for a table to be read. `generatorVersion` is the version of figtrail,
    by which a comparison knows another extractor.
    """
    resources = [
        _describe_resource(table, form, recipe.forms, folder)
        for form in recipe.forms
        for table in TABLES
    ]
    descriptor: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "id": _derive_id(resources),
        "name": recipe.name,
        "title": recipe.title,
        "description": recipe.description,
        "homepage": recipe.homepage,
        "version": recipe.version,
        "created": format_created(recipe),
        "keywords": list(recipe.keywords),
        "licenses": [_drop_empty(asdict(licence)) for licence in recipe.licenses],
        "sources": list_sources(tables),
        "contributors": [_drop_empty(asdict(person)) for person in recipe.contributors],
        "generator": GENERATOR,
        "generatorVersion": version("figtrail"),
        "resources": resources,
        "files": _list_files(folder),
    }
    return _drop_empty(descriptor)


def write_descriptor(descriptor: Mapping[str, Any], path: Path) -> None:
    """Write a descriptor as JSON: UTF-8, two spaces of indent, LF at the end."""
    text = json.dumps(descriptor, ensure_ascii=False, indent=2)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def format_created(recipe: Recipe) -> str | None:
    """When the package was made, as an RFC 3339 date-time in UTC; never the clock's time."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return f"{recipe.released.isoformat()}T00:00:00Z" if recipe.released else None
    try:
        return datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError) as error:
        message = "the variable holds no number of seconds since 1970"
        action = "Unset it, or set it to whole seconds."
        problem = Problem("bad-epoch", "SOURCE_DATE_EPOCH", message, action, epoch)
        raise FigtrailError([problem]) from error


def list_sources(tables: Mapping[str, pyarrow.Table]) -> list[dict[str, Any]]:
    """The articles, or their publishers where they are many, and the official data sets."""
    articles = tables["sources"].to_pylist()
    if len(articles) > MOST_ARTICLES:
        names = sorted({row["publisher"] for row in articles} - {None})
        credits = [{"title": f"Articles of {name}"} for name in names]
    else:
        credits = [{"title": _cite_article(row), "path": row["url"]} for row in articles]
    credits += [
        {"title": f"{row['publisher']}: {row['dataset']}", "path": row["url"]}
        for row in tables["reference"].to_pylist()
    ]
    unique = {tuple(credit.items()): credit for credit in credits}
    return [_drop_empty(credit) for credit in unique.values()]


def _derive_id(resources: Sequence[Mapping[str, Any]]) -> str:
    """A UUID (RFC 9562, version 5) for exactly these data, wherever and whenever they are built."""
    hashes = "\n".join(resource["hash"] for resource in resources)
    return uuid.uuid5(uuid.NAMESPACE_URL, f"figtrail:{hashes}").urn


def _cite_article(row: Mapping[str, Any]) -> str:
    title = row["title"] or row["source_id"]
    return f"{row['publisher']}: {title}" if row["publisher"] else title


def _list_files(folder: Path) -> list[dict[str, Any]]:
    """What is known of every file that stands in the folder beside the tables."""
    listed = []
    for companion in COMPANIONS:
        path = folder / companion.path
        if path.is_file():
            content = path.read_bytes()
            listed.append(
                {
                    "path": companion.path,
                    "title": companion.title,
                    "description": companion.description,
                    "format": path.suffix.removeprefix("."),
                    "mediatype": companion.media_type,
                    "bytes": len(content),
                    "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
                }
            )
    return listed


def name_resource(table: str, form: str, forms: Sequence[str]) -> str:
    """The resource's name: the table's for the first of `forms`, by which keys refer to it."""
    return table if form == forms[0] else f"{table}-{form}"


def _describe_resource(table: str, form: str, forms: Sequence[str], folder: Path) -> dict[str, Any]:
    schema = load_schema(table)
    path = f"data/{table}.{form}"
    content = (folder / path).read_bytes()
    resource: dict[str, Any] = {
        "name": name_resource(table, form, forms),
        "type": "table",
        "title": schema.title,
        "description": schema.description,
        "path": path,
        "format": form,
        "mediatype": MEDIA_TYPES[form],
    }
    if form == "csv":
        resource["encoding"] = "utf-8"
        resource["dialect"] = {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"'}
        resource["bytes"] = len(content)
    resource["hash"] = f"sha256:{hashlib.sha256(content).hexdigest()}"
    if form != forms[0]:
        resource["title"] += f" ({form.capitalize()})"
        resource["mirrors"] = table
    resource["schema"] = schema.descriptor
    return resource


def _drop_empty(properties: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in properties.items() if value not in (None, [], (), "")}
