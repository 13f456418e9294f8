"""The publication as schema.org describes a Dataset, for search engines' indexes of data sets.

Standard: https://schema.org/Dataset, in JSON-LD 1.1.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urljoin

import pyarrow

MOST_ARTICLES = 100
"""As in the descriptor: more articles than this are not listed one by one."""


def describe_dataset(
    tables: Mapping[str, pyarrow.Table], descriptor: Mapping[str, Any]
) -> dict[str, Any]:
    """A schema.org Dataset of the same facts as the descriptor, without empty properties.

    Addresses of the files are absolute where the descriptor has a homepage, else relative to the
    page.
    """
    homepage = descriptor.get("homepage")
    dataset: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": descriptor.get("id"),
        "identifier": descriptor.get("id"),
        "name": descriptor["title"],
        "description": descriptor["description"],
        "url": homepage,
        "version": descriptor.get("version"),
        "datePublished": str(descriptor.get("created", ""))[:10],
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "keywords": descriptor.get("keywords"),
        "license": [
            licence.get("path") or licence["name"] for licence in descriptor.get("licenses", ())
        ],
        "creator": [_describe_person(person) for person in descriptor.get("contributors", ())],
        "measurementTechnique": (
            "Figures found in the text of articles by rules; every one is held against the exact "
            "characters that state it."
        ),
        "temporalCoverage": _cover_time(tables["figures"]),
        "spatialCoverage": _cover_places(tables),
        "variableMeasured": _list_variables(tables),
        "isBasedOn": _list_articles(tables["sources"]),
        "distribution": [
            _describe_file(resource, homepage) for resource in descriptor["resources"]
        ],
    }
    return _drop_empty(dataset)


def _describe_person(person: Mapping[str, Any]) -> dict[str, Any]:
    # A descriptor doesn't tell persons from bodies; who works somewhere is a person.
    organization = person.get("organization")
    described = {
        "@type": "Person" if organization else "Organization",
        "name": person["title"],
        "url": person.get("path"),
        "email": person.get("email"),
        "affiliation": {"@type": "Organization", "name": organization} if organization else None,
    }
    return _drop_empty(described)


def _describe_file(resource: Mapping[str, Any], homepage: str | None) -> dict[str, Any]:
    path = resource["path"]
    size = resource.get("bytes")
    described = {
        "@type": "DataDownload",
        "name": resource["title"],
        "description": resource.get("description"),
        "encodingFormat": resource.get("mediatype"),
        "contentUrl": urljoin(homepage.rstrip("/") + "/", path) if homepage else path,
        "contentSize": f"{size} B" if size is not None else None,
        "sha256": str(resource.get("hash", "")).removeprefix("sha256:"),
    }
    return _drop_empty(described)


def _cover_time(figures: pyarrow.Table) -> str | None:
    """From the first to the last day that a figure is about, as ISO 8601 writes an interval."""
    starts = figures["period_start"].drop_null().to_pylist()
    ends = figures["period_end"].drop_null().to_pylist()
    return f"{min(starts)}/{max(ends)}" if starts and ends else None


def _cover_places(tables: Mapping[str, pyarrow.Table]) -> list[dict[str, Any]]:
    used = set(tables["figures"]["place"].to_pylist())
    return [
        _drop_empty({"@type": "Place", "name": row["label"], "identifier": row["gss"]})
        for row in tables["places"].to_pylist()
        if row["code"] in used
    ]


def _list_variables(tables: Mapping[str, pyarrow.Table]) -> list[dict[str, Any]]:
    used = set(tables["figures"]["measure"].to_pylist())
    units = {row["code"]: row["label"] for row in tables["units"].to_pylist()}
    return [
        _drop_empty(
            {
                "@type": "PropertyValue",
                "name": row["label"],
                "propertyID": row["code"],
                "description": row["description"],
                "unitText": units.get(row["unit"]),
                "url": row["url"],
            }
        )
        for row in tables["measures"].to_pylist()
        if row["code"] in used
    ]


def _list_articles(sources: pyarrow.Table) -> list[dict[str, Any]]:
    rows: Iterable[Mapping[str, Any]] = sources.to_pylist()
    if sources.num_rows > MOST_ARTICLES:
        return []
    return [
        _drop_empty(
            {
                "@type": "NewsArticle",
                "headline": row["title"],
                "identifier": row["source_id"],
                "url": row["url"],
                "publisher": row["publisher"]
                and {"@type": "Organization", "name": row["publisher"]},
            }
        )
        for row in rows
    ]


def _drop_empty(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in properties.items() if value not in (None, "", [], ())}
