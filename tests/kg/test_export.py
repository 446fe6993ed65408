"""Exports: the same graph in five notations, readable by others, the same bytes again."""

from __future__ import annotations

import csv
import io
import json

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.export import FORMATS, prefixes, safe_cell, short
from kg.iri import Iri
from kg.store import Store
from kg.term import Literal, ntriples
from tests import story

STORE = story.store()


def written(form: str, store: Store = STORE) -> bytes:
    output = io.BytesIO()
    FORMATS[form](store, output)
    return output.getvalue()


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_the_same_bytes_whatever_the_order_of_arrival(form: str) -> None:
    assert written(form) == written(form, story.store(story.after(), story.before()))


def test_turtle_has_the_same_triples_for_rdflib_and_pyoxigraph() -> None:
    data = written("ttl")
    ours = set(ox.parse(data, ox.RdfFormat.TURTLE))
    assert len(rdflib.Graph().parse(data=data, format="turtle")) == len(ours)
    union = {(q.subject, q.predicate, q.object) for q in ox.parse(STORE.dump(), ox.RdfFormat.N_QUADS)}
    assert {(t.subject, t.predicate, t.object) for t in ours} == union


def test_quads_survive_trig_and_json_ld() -> None:
    for form, syntax in (("trig", ox.RdfFormat.TRIG), ("jsonld", ox.RdfFormat.JSON_LD), ("nq", ox.RdfFormat.N_QUADS)):
        again = ox.Store()
        again.load(written(form), syntax)
        quads = (again.dump(format=ox.RdfFormat.N_QUADS) or b"").splitlines(keepends=True)
        assert b"".join(sorted(quads)) == STORE.dump(), form


def test_json_ld_needs_no_network() -> None:
    context = json.loads(written("jsonld"))["@context"]
    assert all(isinstance(v, str) for v in context.values())


def test_rdflib_reads_the_json_ld() -> None:
    read = rdflib.Dataset().parse(data=written("jsonld"), format="json-ld")
    assert len(list(read.quads())) == len(STORE)


def test_csv_has_a_row_for_every_claim_and_its_words() -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv").decode())))
    told = [story.before(), story.after()]
    assert len(rows) == sum(len(t.claims) for t in told)
    texts = {t.record.name: t.record.text for t in told}
    for row in rows:
        assert texts[row["article"]][int(row["start"]) : int(row["end"])] == row["quote"]


@pytest.mark.parametrize(("cell", "safe"), [
    ("=1+1", "'=1+1"), ("@x", "'@x"), ("+x", "'+x"), ("-5", "-5"), ("-5.5", "-5.5"), ("-x", "'-x"),
    ("كلام", "كلام"), ("", ""),
])
def test_no_cell_is_a_formula(cell: str, safe: str) -> None:
    assert safe_cell(cell) == safe


def test_prefixes_come_from_the_ontology() -> None:
    assert next(iter(prefixes())) == "m"
    assert short("https://schema.org/Event") == "schema:Event"
    assert short("https://w3id.org/mahdar/id/country/MA") is None
    assert short("https://schema.org/a/b") is None


def test_an_empty_store_is_an_empty_document() -> None:
    for form in FORMATS:
        data = written(form, Store())
        if form == "ttl":
            assert list(ox.parse(data, ox.RdfFormat.TURTLE)) == []


@given(st.text(st.characters(codec="utf-8"), max_size=40), st.sampled_from([None, "ar", "en"]))
def test_any_literal_survives_every_notation(text: str, language: str | None) -> None:
    store = Store()
    graph = Iri("x:g")
    store.replace_graph(graph, f"<x:s> <x:p> {ntriples(Literal(text, language=language))} <{graph}> .\n".encode())
    for form, syntax in (("ttl", ox.RdfFormat.TURTLE), ("trig", ox.RdfFormat.TRIG), ("jsonld", ox.RdfFormat.JSON_LD)):
        (quad,) = ox.parse(written(form, store), syntax)
        assert isinstance(quad.object, ox.Literal)
        assert (quad.object.value, quad.object.language) == (text, language), form
