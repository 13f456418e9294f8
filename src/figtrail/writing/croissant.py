"""The tables as machine-learning tools load them: one Croissant file.

Standard: Croissant 1.0, https://docs.mlcommons.org/croissant/docs/croissant-spec.html.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow

from figtrail.schemas import Field, FieldType, TableSchema, load_schema
from figtrail.writing.descriptor import write_descriptor
from figtrail.writing.page.citation import cite_package
from figtrail.writing.page.dataset import describe_dataset

CONTEXT: Mapping[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""The context that the standard asks for, word for word."""

DATA_TYPES: Mapping[FieldType, str] = {
    "string": "sc:Text",
    "number": "sc:Float",
    "integer": "sc:Integer",
    "boolean": "sc:Boolean",
    "date": "sc:Date",
}

ENCODINGS: Mapping[str, str] = {"parquet": "application/x-parquet"}
"""Forms that Croissant calls by another media type than IANA's."""

SHARED = (
    *("name", "description", "url", "version", "datePublished", "keywords", "license", "creator"),
    *("inLanguage", "isAccessibleForFree"),
)
"""What Croissant takes from the schema.org description as it is."""


def write_croissant(
    tables: Mapping[str, pyarrow.Table], descriptor: Mapping[str, Any], path: Path
) -> None:
    """Write the Croissant description of the files that `descriptor` describes."""
    write_descriptor(describe_records(tables, descriptor), path)


def describe_records(
    tables: Mapping[str, pyarrow.Table], descriptor: Mapping[str, Any]
) -> dict[str, Any]:
    """A file object for every table, as Parquet where there is Parquet, and a record set of it.

    mlcroissant guesses the types of CSV: a column of years among empty cells comes out as 2019.0.
    Foreign keys are left out: mlcroissant can't load a record set that refers to another file's.
    """
    known = describe_dataset(tables, descriptor)
    forms = {resource["format"] for resource in descriptor["resources"]}
    form = "parquet" if "parquet" in forms else "csv"
    resources = {
        Path(resource["path"]).stem: resource
        for resource in descriptor["resources"]
        if resource["format"] == form
    }
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        **{name: known[name] for name in SHARED if name in known},
        "citeAs": cite_package(descriptor),
        "distribution": [_describe_file(resource) for resource in resources.values()],
        "recordSet": [
            _describe_table(load_schema(name), resource) for name, resource in resources.items()
        ],
    }


def _describe_file(resource: Mapping[str, Any]) -> dict[str, Any]:
    described = {
        "@type": "cr:FileObject",
        "@id": resource["path"],
        "name": resource["path"],
        "description": resource["description"],
        # Relative to this file, which stands one folder down.
        "contentUrl": f"../{resource['path']}",
        "encodingFormat": ENCODINGS.get(resource["format"], resource["mediatype"]),
        "sha256": resource["hash"].removeprefix("sha256:"),
    }
    if "bytes" in resource:
        described["contentSize"] = f"{resource['bytes']} B"
    return described


def _describe_table(schema: TableSchema, resource: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": schema.name,
        "name": schema.name,
        "description": schema.description,
        "key": [{"@id": f"{schema.name}/{name}"} for name in schema.primary_key],
        "field": [_describe_field(schema, field, resource) for field in schema.fields],
    }


def _describe_field(
    schema: TableSchema, field: Field, resource: Mapping[str, Any]
) -> dict[str, Any]:
    return {
        "@type": "cr:Field",
        "@id": f"{schema.name}/{field.name}",
        "name": field.name,
        "description": field.description,
        "dataType": DATA_TYPES[field.type],
        "source": {
            "fileObject": {"@id": resource["path"]},
            "extract": {"column": field.name},
        },
    }
