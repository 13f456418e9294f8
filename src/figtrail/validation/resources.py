"""The resources of a descriptor: figtrail's tables, each in its forms and with its schema."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from figtrail.schemas import TABLES, load_schema
from figtrail.validation.descriptor import DESCRIPTOR, JsonObject
from figtrail.validation.files import list_resources
from figtrail.validation.report import Finding, report_finding

FORMS = ("csv", "parquet")
"""The forms that a table can have; a package has every table in each of its forms."""

_PLACES = {f"data/{table}.{form}": (table, form) for form in FORMS for table in TABLES}


def check_resources(descriptor: JsonObject) -> Iterator[Finding]:
    """Hold the list of resources against the tables that figtrail publishes."""
    listed: set[str] = set()
    for resource in list_resources(descriptor):
        path = str(resource.get("path"))
        if path in _PLACES and path not in listed:
            listed.add(path)
            yield from _check_resource(resource, path)
            continue
        message = "the resource is none of figtrail's tables, or stands twice"
        yield report_finding("resource-unknown", message, file=DESCRIPTOR, found=path)
    forms = {_PLACES[path][1] for path in listed} or set(FORMS)
    for path, (table, form) in _PLACES.items():
        if form in forms and path not in listed:
            message = f"the descriptor lists no {path}"
            yield report_finding("resource-missing", message, file=DESCRIPTOR, table=table)
    found, expected = descriptor.get("id"), _derive_id(descriptor)
    if found != expected:
        message = "the package's id is not the one that its files' hashes give"
        yield report_finding(
            "id-wrong", message, file=DESCRIPTOR, field="id", found=str(found), expected=expected
        )


def _check_resource(resource: JsonObject, path: str) -> Iterator[Finding]:
    table, form = _PLACES[path]
    name = resource.get("name")
    if name not in (table, f"{table}-{form}") or resource.get("format") != form:
        message = f"the resource of {path} has another name or format"
        yield report_finding(
            "resource-unknown",
            message,
            file=DESCRIPTOR,
            table=table,
            found=f"{name}, {resource.get('format')}",
            expected=f"{table} or {table}-{form}, {form}",
        )
    if resource.get("schema") != load_schema(table).descriptor:
        message = f"the schema of {path} is not the one that figtrail promises"
        yield report_finding("schema-differs", message, file=DESCRIPTOR, table=table)


def _derive_id(descriptor: JsonObject) -> str:
    """The UUID (RFC 9562, version 5) of exactly these data."""
    hashes = "\n".join(str(resource.get("hash")) for resource in list_resources(descriptor))
    return uuid.uuid5(uuid.NAMESPACE_URL, f"figtrail:{hashes}").urn
