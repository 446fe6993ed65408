"""House rules of the ontology: explained in three languages, OWL 2 DL kept, weak alignments, a code for every kind."""

from __future__ import annotations

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection

from kg import ontology
from kg.iri import ONTOLOGY
from kg.vocabulary import M

MH = Namespace(ONTOLOGY)
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.NamedIndividual, RDFS.Datatype)
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
LANGUAGES = {"en", "ar", "fr"}
# Built into OWL 2: the datatypes and facets of its map that we use.
DATATYPES = {XSD.string, XSD.anyURI, XSD.integer, XSD.decimal, XSD.nonNegativeInteger, XSD.minInclusive, XSD.maxInclusive}
BUILT_IN = (str(RDF), str(RDFS), str(OWL))


def own(graph: Graph) -> list[URIRef]:
    return sorted({s for s in graph.subjects(RDF.type) if isinstance(s, URIRef) and str(s).startswith(ONTOLOGY)})


def languages(graph: Graph, term: URIRef, predicate: URIRef) -> list[str]:
    return sorted(str(v.language) for v in graph.objects(term, predicate) if isinstance(v, Literal) and str(v).strip())


def unexplained(graph: Graph) -> list[str]:
    """Own terms that lack a label or a definition in one of the languages, or have two in one."""
    return [t for t in own(graph) for p in (RDFS.label, SKOS.definition) if languages(graph, t, p) != sorted(LANGUAGES)]


def mixed_kinds(graph: Graph) -> list[str]:
    """Properties declared as more than one kind of property: not allowed in OWL 2 DL, unlike class and individual."""
    return [str(s) for s in set(graph.subjects()) if sum((s, RDF.type, k) in graph for k in PROPERTIES) > 1]


def undeclared(graph: Graph) -> set[str]:
    """IRIs used as predicates, classes, domains or ranges that are declared nowhere and not built in."""
    known = {s for kind in KINDS for s in graph.subjects(RDF.type, kind)} | DATATYPES
    used = set(graph.predicates())
    for predicate in (RDFS.domain, RDFS.range, RDFS.subClassOf, RDFS.subPropertyOf, RDF.type, OWL.onProperty):
        used.update(graph.objects(None, predicate))
    return {str(u) for u in used - known if isinstance(u, URIRef) and not str(u).startswith(BUILT_IN)}


def misused(graph: Graph) -> list[tuple[str, str]]:
    """Assertions of the ontology in which an object property has a literal or a datatype property a resource."""
    wrong: list[tuple[str, str]] = []
    for kind, literal in ((OWL.ObjectProperty, True), (OWL.DatatypeProperty, False)):
        for p in graph.subjects(RDF.type, kind):
            wrong += [(str(s), str(p)) for s, o in graph.subject_objects(p) if isinstance(o, Literal) is literal]
    return wrong


def reserved_in_axioms(graph: Graph) -> list[str]:
    """rdf: terms other than rdf:type and list cells, which OWL 2 DL reserves."""
    allowed = {RDF.type, RDF.first, RDF.rest, RDF.nil}
    terms = {t for triple in graph for t in triple if isinstance(t, URIRef) and str(t).startswith(str(RDF))}
    return sorted(str(t) for t in terms - allowed)


def test_every_term_is_explained_in_three_languages() -> None:
    assert len(own(ontology.graph())) > 150
    assert unexplained(ontology.graph()) == []


def test_ontology_is_owl_2_dl_as_far_as_syntax_shows() -> None:
    graph = ontology.graph()
    assert mixed_kinds(graph) == []
    assert undeclared(graph) == set()
    assert misused(graph) == []
    assert reserved_in_axioms(graph) == []


PLANTED = """
@prefix m: <https://w3id.org/mahdar/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
m:Bad a owl:Class ; rdfs:label "bad"@en ; rdfs:subClassOf m:Lost ; m:worse "text" ; rdfs:seeAlso rdf:Statement .
m:worse a owl:ObjectProperty , owl:DatatypeProperty .
"""


@pytest.mark.parametrize("guard", [unexplained, mixed_kinds, undeclared, misused, reserved_in_axioms])
def test_each_guard_finds_the_planted_fault(guard: object) -> None:
    assert callable(guard)
    assert guard(Graph().parse(data=PLANTED, format="turtle"))


def test_arabic_labels_are_in_arabic_letters() -> None:
    for term in own(ontology.graph()):
        for label in ontology.graph().objects(term, RDFS.label):
            if isinstance(label, Literal) and label.language == "ar":
                assert any("\u0600" <= letter <= "\u06ff" for letter in str(label)), term


def test_alignments_reach_every_vocabulary_we_lean_on() -> None:
    text = " ".join(str(t) for triple in ontology.graph("alignments") for t in triple)
    for namespace in ("ns/prov#", "ns/org#", "schema.org/", "2009/11/sem/", "2006/time#", "ns/oa#", "spar/cito/"):
        assert namespace in text


def test_alignments_are_weak_and_only_from_our_side() -> None:
    graph = ontology.graph("alignments")
    weak = {RDFS.subClassOf, RDFS.subPropertyOf, RDF.type, OWL.imports, RDFS.label, SKOS.closeMatch, SKOS.relatedMatch}
    assert set(graph.predicates()) <= weak
    for subject, predicate, target in graph:
        if predicate in (RDFS.subClassOf, RDFS.subPropertyOf):
            assert not str(target).startswith(ONTOLOGY), (subject, target)


def test_every_kind_of_meeting_has_an_event_code() -> None:
    plover = ontology.graph("plover")
    kinds = list(ontology.graph().subjects(RDF.type, URIRef(M.MeetingKind)))
    assert len(kinds) >= 6
    for kind in kinds:
        codes = list(plover.objects(kind, SKOS.broadMatch))
        assert codes, kind
        assert all(list(plover.objects(code, SKOS.notation)) for code in codes), kind


def test_event_codes_are_codes_and_not_prose() -> None:
    plover = ontology.graph("plover")
    for concept in plover.subjects(RDF.type, SKOS.Concept):
        assert set(plover.predicates(concept)) <= {RDF.type, SKOS.inScheme, SKOS.notation, SKOS.broader}
        assert all(len(str(n)) <= 12 for n in plover.objects(concept, SKOS.notation))


def test_referents_may_be_their_own_entity_until_identity_is_decided() -> None:
    graph = ontology.graph()
    groups = [set(Collection(graph, c)) for c in graph.objects(None, OWL.members)]
    assert any(MH.Referent in group for group in groups)
    assert not any({MH.Referent, MH.Entity} <= group or {MH.Referent, MH.Frame} <= group for group in groups)
