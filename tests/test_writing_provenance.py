"""metadata/provenance.jsonld: linked data that leads from a figure to its exact characters."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib.namespace import PROV, RDF

from companion_package import write_companions
from figtrail.layout import PROVENANCE
from figtrail.tabulation import tabulate
from figtrail.writing import write_package
from publication import BLAST, CARE, CORRECTIONS, DOCUMENTS, FIGURES, RECIPE, make_parts

OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
SCHEMA = rdflib.Namespace("https://schema.org/")

TRAIL = """
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX schema: <https://schema.org/>
SELECT ?path ?sha256 ?start ?end ?exact ?value WHERE {
  ?figure oa:hasTarget ?target .
  ?target oa:hasSource/prov:wasDerivedFrom? ?source ; oa:hasSelector ?position, ?quote .
  ?position a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end .
  ?quote a oa:TextQuoteSelector ; oa:exact ?exact .
  ?source a schema:NewsArticle ; schema:contentUrl ?path ; schema:sha256 ?sha256 .
  OPTIONAL { ?figure oa:hasBody/schema:value ?value }
}
"""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole publication, written."""
    return write_companions(tmp_path_factory.mktemp("package") / "out")


@pytest.fixture(scope="module")
def package(out: Path) -> str:
    """The package's id, under which the graph names its things."""
    return str(json.loads((out / "datapackage.json").read_text("utf-8"))["id"])


@pytest.fixture(scope="module")
def graph(out: Path) -> rdflib.Graph:
    """The graph as rdflib reads it, without a network."""
    return rdflib.Graph().parse(out / PROVENANCE, format="json-ld")


def ask(graph: rdflib.Graph, query: str, **bound: rdflib.term.Node) -> list[tuple[Any, ...]]:
    """The answers of a query, as Python values."""
    rows: Any = graph.query(query, initBindings=bound)
    return [tuple(cell if cell is None else cell.toPython() for cell in row) for row in rows]


def test_a_query_finds_the_source_and_the_characters_of_a_figure(
    graph: rdflib.Graph, package: str
) -> None:
    """Which the text then has at that very place."""
    figure = rdflib.URIRef(f"{package}#{FIGURES[3].figure_id}")
    ((path, sha256, start, end, exact, value),) = ask(graph, TRAIL, figure=figure)
    assert (path, sha256) == ("seeds/a-care.txt", DOCUMENTS[0].sha256)
    assert CARE[start:end] == exact == "£5.50m"
    assert value == Decimal(5500000)


def test_every_figure_is_an_annotation(graph: rdflib.Graph) -> None:
    """One each, of characters that are there."""
    assert len(set(graph.subjects(RDF.type, OA.Annotation))) == len(FIGURES)
    rows = ask(graph, TRAIL)
    assert sorted(CARE[start:end] for _, _, start, end, _, _ in rows) == sorted(
        figure.quote for figure in FIGURES
    )


def test_the_words_around_a_figure_help_to_find_it(graph: rdflib.Graph, package: str) -> None:
    """Out of its sentence."""
    query = """
        PREFIX oa: <http://www.w3.org/ns/oa#>
        SELECT ?prefix ?suffix WHERE {
          ?figure oa:hasTarget/oa:hasSelector [ oa:prefix ?prefix ; oa:suffix ?suffix ]
        }"""
    figure = rdflib.URIRef(f"{package}#{FIGURES[1].figure_id}")
    assert ask(graph, query, figure=figure) == [
        ("after children rose from 442 to ", " during 2018-19.")
    ]


def test_the_run_used_the_articles_and_made_the_package(graph: rdflib.Graph, package: str) -> None:
    """By a tool with a version; no clock tells when."""
    run = rdflib.URIRef(f"{package}#run")
    used = {str(source).partition("#")[2] for source in graph.objects(run, PROV.used)}
    assert used == {"source/a-care", "source/b-blast"}
    assert (rdflib.URIRef(package), PROV.wasGeneratedBy, run) in graph
    (tool,) = graph.objects(run, PROV.wasAssociatedWith)
    assert str(graph.value(tool, SCHEMA.softwareVersion))
    assert not list(graph.objects(run, PROV.startedAtTime))


def test_the_files_of_the_tables_have_their_hashes(graph: rdflib.Graph, out: Path) -> None:
    """As members of the package."""
    resources = json.loads((out / "datapackage.json").read_text("utf-8"))["resources"]
    members = {
        str(graph.value(member, SCHEMA.contentUrl)): str(graph.value(member, SCHEMA.sha256))
        for member in graph.objects(None, PROV.hadMember)
    }
    assert members == {
        resource["path"]: resource["hash"].removeprefix("sha256:") for resource in resources
    }


def test_a_correction_is_an_activity_of_a_person(graph: rdflib.Graph, package: str) -> None:
    """Which its figure was influenced by."""
    correction = rdflib.URIRef(f"{package}#correction/k-1")
    figure = rdflib.URIRef(f"{package}#{FIGURES[5].figure_id}")
    assert (figure, PROV.wasInfluencedBy, correction) in graph
    (person,) = graph.objects(correction, PROV.wasAssociatedWith)
    assert str(graph.value(person, SCHEMA.name)) == "A. Reader"
    assert str(graph.value(correction, SCHEMA.description)) == "read again"


def test_an_added_figure_was_made_by_its_correction(tmp_path: Path) -> None:
    """Not by the run."""
    added = replace(FIGURES[5], review="added")
    parts = make_parts(
        figures=(*FIGURES[:5], added), corrections=(replace(CORRECTIONS[0], action="add"),)
    )
    write_package(tabulate(**parts), RECIPE, tmp_path / "out")
    graph = rdflib.Graph().parse(tmp_path / "out" / PROVENANCE, format="json-ld")
    made = {
        str(figure).partition("#")[2]: str(maker).partition("#")[2]
        for figure, maker in graph.subject_objects(PROV.wasGeneratedBy)
    }
    assert made[added.figure_id] == "correction/k-1"
    assert made[FIGURES[0].figure_id] == "run"


def test_offsets_count_in_the_text_that_was_taken_out(tmp_path: Path) -> None:
    """Where that is not the file's own bytes, it is an entity of its own, with its hash."""
    page = replace(DOCUMENTS[0], sha256="0" * 64, media_type="text/html", path="seeds/a care.html")
    parts = make_parts(documents=(page, DOCUMENTS[1]))
    write_package(tabulate(**parts), RECIPE, tmp_path / "out")
    graph = rdflib.Graph().parse(tmp_path / "out" / PROVENANCE, format="json-ld")
    (text,) = set(graph.objects(None, OA.hasSource))
    assert str(graph.value(text, SCHEMA.sha256)) == DOCUMENTS[0].sha256
    (source,) = graph.objects(text, PROV.wasDerivedFrom)
    assert str(graph.value(source, SCHEMA.sha256)) == "0" * 64
    assert {row[:2] for row in ask(graph, TRAIL)} == {("seeds/a care.html", "0" * 64)}


def test_names_with_any_characters_are_iris(tmp_path: Path) -> None:
    """Blanks and accents of a file's name are percent-encoded."""
    odd = replace(DOCUMENTS[1], source_id="été à/Ö<b>")
    parts = make_parts(documents=(DOCUMENTS[0], odd))
    write_package(tabulate(**parts), RECIPE, tmp_path / "out")
    graph = rdflib.Graph().parse(tmp_path / "out" / PROVENANCE, format="json-ld")
    names = {str(name).partition("#")[2] for name in graph.subjects(RDF.type, SCHEMA.NewsArticle)}
    assert names == {"source/a-care", "source/%C3%A9t%C3%A9%20%C3%A0/%C3%96%3Cb%3E"}
    assert BLAST not in (tmp_path / "out" / PROVENANCE).read_text("utf-8")


def test_without_sentences_none_is_published(tmp_path: Path) -> None:
    """The quote and its place remain."""
    recipe = replace(RECIPE, quotes="number")
    write_package(tabulate(**make_parts(recipe=recipe)), recipe, tmp_path / "out")
    graph = rdflib.Graph().parse(tmp_path / "out" / PROVENANCE, format="json-ld")
    assert not list(graph.objects(None, OA.prefix))
    assert len(ask(graph, TRAIL)) == len(FIGURES)


def test_the_context_is_inside(out: Path) -> None:
    """A reader needs no network, whatever library it uses."""
    context = json.loads((out / PROVENANCE).read_text("utf-8"))["@context"]
    assert isinstance(context, dict)
