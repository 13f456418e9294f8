"""Where every figure comes from, as linked data: one JSON-LD file.

Standards: JSON-LD 1.1 with its context inside, PROV-O (the run, its sources and corrections), the
Web Annotation vocabulary (each figure's exact characters), schema.org for what those don't name.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyarrow

from figtrail.recipe import Recipe
from figtrail.writing.tables import format_number

AROUND = 32
"""Characters of the sentence on either side of a quote that help to find it again."""

ROWS_AT_A_TIME = 8192

IRI = {"@type": "@id"}
NUMBER = {"@type": "xsd:decimal"}
WHOLE = {"@type": "xsd:nonNegativeInteger"}

TERMS: Mapping[str, Any] = {
    "@version": 1.1,
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "used": {"@id": "prov:used", **IRI},
    "hadMember": {"@id": "prov:hadMember", **IRI},
    "wasGeneratedBy": {"@id": "prov:wasGeneratedBy", **IRI},
    "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", **IRI},
    "wasInfluencedBy": {"@id": "prov:wasInfluencedBy", **IRI},
    "wasAssociatedWith": {"@id": "prov:wasAssociatedWith", **IRI},
    "generatedAtTime": {"@id": "prov:generatedAtTime", "@type": "xsd:dateTime"},
    "body": "oa:hasBody",
    "target": "oa:hasTarget",
    "source": {"@id": "oa:hasSource", **IRI},
    "selector": "oa:hasSelector",
    "motivation": {"@id": "oa:motivatedBy", **IRI},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@id": "oa:start", **WHOLE},
    "end": {"@id": "oa:end", **WHOLE},
    "name": "schema:name",
    "description": "schema:description",
    "version": "schema:version",
    "softwareVersion": "schema:softwareVersion",
    "contentUrl": "schema:contentUrl",
    "encodingFormat": "schema:encodingFormat",
    "sha256": "schema:sha256",
    "url": {"@id": "schema:url", **IRI},
    "license": "schema:license",
    "publisher": "schema:publisher",
    "author": "schema:author",
    "datePublished": "schema:datePublished",
    "dateCreated": {"@id": "schema:dateCreated", "@type": "xsd:date"},
    "value": {"@id": "schema:value", **NUMBER},
    "minValue": {"@id": "schema:minValue", **NUMBER},
    "maxValue": {"@id": "schema:maxValue", **NUMBER},
    "unitText": "schema:unitText",
}
"""The context, but for `pkg`, under which the things of this very package have their names."""

Node = dict[str, Any]
Place = tuple[str, int, int]


def write_provenance(
    tables: Mapping[str, pyarrow.Table],
    recipe: Recipe,
    descriptor: Mapping[str, Any],
    path: Path,
) -> None:
    """Write the graph, a node a line, however many figures there are.

    A name in it is the package's id, `#`, and `run`, `source/` with a source_id, `correction/` with
    a correction_id, a file's path, or a figure_id.
    """
    context = json.dumps({**TERMS, "pkg": f"{descriptor['id']}#"}, ensure_ascii=False)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{"@context": {context},\n"@graph": [\n')
        for position, node in enumerate(_list_nodes(tables, recipe, descriptor)):
            file.write(",\n" if position else "")
            file.write(json.dumps(_drop_empty(node), ensure_ascii=False))
        file.write("\n]}\n")


def name_source(source_id: str) -> str:
    """The compact IRI of an article."""
    return f"pkg:source/{quote(source_id, safe='/')}"


def name_text(source: Mapping[str, Any]) -> str:
    """The compact IRI of the text in which offsets count: the file's own where it is UTF-8."""
    if source["text_sha256"] == source["sha256"]:
        return name_source(source["source_id"])
    return f"pkg:text/{quote(source['source_id'], safe='/')}"


def _list_nodes(
    tables: Mapping[str, pyarrow.Table], recipe: Recipe, descriptor: Mapping[str, Any]
) -> Iterator[Node]:
    sources = tables["sources"].to_pylist()
    corrections = tables["corrections"].to_pylist()
    texts = {source["source_id"]: name_text(source) for source in sources}
    yield from _describe_run(recipe, descriptor, texts)
    for source in sources:
        yield from _describe_source(source)
    reviews: dict[Place, list[Node]] = defaultdict(list)
    for correction in corrections:
        node = _describe_correction(correction, texts)
        place = (correction["source_id"], correction["char_start"], correction["char_end"])
        reviews[place].append(node)
        yield node
    for batch in tables["figures"].to_batches(max_chunksize=ROWS_AT_A_TIME):
        for figure in batch.to_pylist():
            place = (figure["source_id"], figure["char_start"], figure["char_end"])
            yield _describe_figure(figure, texts, reviews.get(place, []))


def _describe_run(
    recipe: Recipe, descriptor: Mapping[str, Any], texts: Mapping[str, str]
) -> Iterator[Node]:
    files = [
        {
            "id": f"pkg:{resource['path']}",
            "type": ["prov:Entity", "schema:DataDownload"],
            "name": resource["title"],
            "contentUrl": resource["path"],
            "encodingFormat": resource["mediatype"],
            "sha256": resource["hash"].removeprefix("sha256:"),
            "wasGeneratedBy": "pkg:run",
        }
        for resource in descriptor["resources"]
    ]
    tool: Node = {
        "id": "pkg:figtrail",
        "type": ["prov:SoftwareAgent", "schema:SoftwareApplication"],
        "name": "figtrail",
        "softwareVersion": descriptor["generatorVersion"],
    }
    yield {
        "id": descriptor["id"],
        "type": ["prov:Collection", "schema:Dataset"],
        "name": recipe.title,
        "description": recipe.description,
        "version": recipe.version,
        "license": [licence.path or licence.name for licence in recipe.licenses],
        "generatedAtTime": descriptor.get("created"),
        "wasGeneratedBy": "pkg:run",
        "wasDerivedFrom": list(map(name_source, texts)),
        "hadMember": [file["id"] for file in files],
    }
    yield {
        "id": "pkg:run",
        "type": "prov:Activity",
        "name": f"figtrail {tool['softwareVersion']} publishing {recipe.name} {recipe.version}",
        "used": list(map(name_source, texts)),
        "wasAssociatedWith": tool["id"],
    }
    yield tool
    yield from files


def _describe_source(source: Mapping[str, Any]) -> Iterator[Node]:
    """The article, and the text taken out of it where that is not the file's own."""
    own = name_source(source["source_id"])
    yield {
        "id": own,
        "type": ["prov:Entity", "schema:NewsArticle"],
        "name": source["title"] or source["source_id"],
        "publisher": source["publisher"],
        "author": source["author"],
        "datePublished": source["published"],
        "url": source["url"],
        "license": source["licence"],
        "contentUrl": source["path"],
        "encodingFormat": source["media_type"],
        "sha256": source["sha256"],
    }
    text = name_text(source)
    if text != own:
        yield {
            "id": text,
            "type": "prov:Entity",
            "name": "The article's text, of which the UTF-8 bytes have the hash",
            "encodingFormat": "text/plain",
            "sha256": source["text_sha256"],
            "wasDerivedFrom": own,
        }


def _describe_correction(correction: Mapping[str, Any], texts: Mapping[str, str]) -> Node:
    said = [correction["action"], correction["field"]]
    if correction["corrected"] is not None:
        said.append(f"{correction['expected'] or 'nothing'} → {correction['corrected']}")
    summary = " ".join(part for part in said if part)
    return {
        "id": f"pkg:correction/{quote(correction['correction_id'], safe='/')}",
        "type": "prov:Activity",
        "name": summary,
        "description": correction["reason"],
        "dateCreated": correction["date"].isoformat(),
        "wasAssociatedWith": {"type": "prov:Person", "name": correction["author"]},
        "used": {
            "type": "oa:SpecificResource",
            **_select(correction, texts[correction["source_id"]]),
        },
    }


def _describe_figure(
    figure: Mapping[str, Any], texts: Mapping[str, str], reviews: list[Node]
) -> Node:
    names = [review["id"] for review in reviews]
    added = figure["review"] == "added"
    return {
        "id": f"pkg:{figure['figure_id']}",
        "type": ["oa:Annotation", "prov:Entity"],
        "motivation": "oa:describing",
        "body": _drop_empty(
            {
                "type": "schema:QuantitativeValue",
                "name": figure["measured"],
                "value": _show(figure["value"]),
                "minValue": _show(figure["low"]),
                "maxValue": _show(figure["high"]),
                "unitText": figure["unit"],
            }
        ),
        "target": {
            "type": "oa:SpecificResource",
            **_select(figure, texts[figure["source_id"]]),
        },
        "wasGeneratedBy": names if added else "pkg:run",
        "wasDerivedFrom": name_source(figure["source_id"]),
        "wasInfluencedBy": [] if added else names,
    }


def _select(row: Mapping[str, Any], text: str) -> Node:
    """The source and its selectors; both count Unicode code points from 0, end exclusive."""
    words = {"type": "oa:TextQuoteSelector", "exact": row["quote"], **_find_around(row)}
    where = {
        "type": "oa:TextPositionSelector",
        "start": row["char_start"],
        "end": row["char_end"],
    }
    return {"source": text, "selector": [where, words]}


def _find_around(row: Mapping[str, Any]) -> Node:
    """What stands before and after the quote in its sentence, where that is published."""
    sentence = row.get("sentence")
    if sentence is None:
        return {}
    start, end = (row[name] - row["sentence_start"] for name in ("char_start", "char_end"))
    if start < 0 or sentence[start:end] != row["quote"]:
        return {}
    around = {"prefix": sentence[max(0, start - AROUND) : start]}
    return _drop_empty({**around, "suffix": sentence[end : end + AROUND]})


def _show(number: float | None) -> str | None:
    return None if number is None else format_number(number)


def _drop_empty(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in (None, "", [])}
