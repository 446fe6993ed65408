"""The ontology and the shapes as rdflib graphs: the one module that reads them."""

from __future__ import annotations

import tomllib
from functools import cache

from rdflib import OWL, RDF, Graph, URIRef

from kg import resources
from kg.iri import ONTOLOGY


def parts() -> list[str]:
    """The file names of the ontology, sorted, without extension: `alignments`, `core`, `derived`, `plover`, …"""
    return sorted(path.stem for path in resources.folder("ontology").glob("*.ttl"))


@cache
def graph(*names: str) -> Graph:
    """The named files of the ontology (all, when none is named) as one graph. Shared between callers: do not change it."""
    merged = Graph()
    for name in names or parts():
        merged.parse(data=resources.text("ontology", f"{name}.ttl"), format="turtle")
    return merged


def own_terms() -> list[str]:
    """Local names of all terms in Mahdar's own namespace that the ontology defines, sorted."""
    subjects = {str(s) for s in graph().subjects(RDF.type) if isinstance(s, URIRef)}
    return sorted(s.removeprefix(ONTOLOGY) for s in subjects if s.startswith(ONTOLOGY))


def declared() -> frozenset[str]:
    """IRIs of all classes, properties and individuals that the ontology declares, its own and reused ones."""
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.NamedIndividual)
    return frozenset(str(s) for kind in kinds for s in graph().subjects(RDF.type, kind) if isinstance(s, URIRef))


def reused_terms() -> dict[str, tuple[str, list[str]]]:
    """Class name in `kg.vocabulary` → (namespace, local names), from `ontology/vocabularies.toml`."""
    table = tomllib.loads(resources.text("ontology", "vocabularies.toml"))
    return {name: (entry["namespace"], list(entry["terms"])) for name, entry in table.items()}


def article_shapes() -> list[str]:
    """Names of the shape files of the article gate, sorted, without extension.

    Files that begin with `derived_` are for the derived layers, `wikidata` is for links.
    """
    return [f for f in _shape_files() if not f.startswith("derived_") and f != "wikidata"]


def derived_shapes() -> list[str]:
    """Names of the shape files for entities, identity and current facts, which are checked together as one graph."""
    return ["date", *(f for f in _shape_files() if f.startswith("derived_"))]


def _shape_files() -> list[str]:
    return sorted(path.stem for path in resources.folder("shapes").glob("*.ttl"))


@cache
def shapes(*names: str) -> Graph:
    """The named shape files (those of the article gate, when none is named) as one graph. Shared: do not change it."""
    merged = Graph()
    for name in names or article_shapes():
        merged.parse(data=resources.text("shapes", f"{name}.ttl"), format="turtle")
    return merged


def all_shapes() -> Graph:
    """All shape files as one graph, to look up messages and paths."""
    return shapes(*_shape_files())
