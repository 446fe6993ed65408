"""HermiT finds the ontology consistent and broken data inconsistent. Runs where Java is found."""

from __future__ import annotations

import shutil

import pytest
from rdflib import Graph

from kg import reason

needs_java = pytest.mark.skipif(not reason.available(), reason="no java on the path: HermiT cannot run")

PREFIXES = """
@prefix m: <https://w3id.org/mahdar/ontology#> .
@prefix x: <https://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix schema: <https://schema.org/> .
"""

SOUND = """
x:n a m:Person ; rdfs:label "ناصر"@ar ; m:holdsPost x:post ; m:attended x:meeting .
x:post a m:Post ; m:postIn x:ma .
x:ma a m:Country .
x:coalition a m:Coalition .
x:meeting a m:Meeting ; m:meetingKind m:Ministerial ; m:ofCoalition x:coalition ; m:hostCountry x:ma ;
  schema:startDate "2022-05-11"^^xsd:date ; schema:eventStatus m:EventHeld ; m:edition 9 .
x:part a m:Participation ; m:meeting x:meeting ; m:actor x:n ; m:role m:Host , m:Chair ; m:supportedBy x:claim .
x:claim a m:Claim , rdf:Statement ; rdf:subject x:ref ; rdf:predicate m:role ; rdf:object m:Host ;
  m:modality m:Asserted ; m:confidence 0.9 ; m:evidence x:ev .
x:ev a oa:SpecificResource ; oa:hasSource x:article ; oa:hasSelector x:pos .
x:pos a oa:TextPositionSelector ; oa:start 0 ; oa:end 4 .
x:article a schema:NewsArticle ; m:text "نص" .
x:ref a m:Referent ; m:referentType m:Participation ; m:denotes x:part .
"""

# Each case costs a start of the Java machine, so the second table runs with the slow tests.
BROKEN = {
    "a person who is a country": "x:a a m:Person , m:Country .",
    "a coalition that is a meeting": "x:a a m:Coalition , m:Meeting .",
    "a host as modality": "x:c a m:Claim ; m:modality m:Host .",
    "two modalities of one claim": "x:c m:modality m:Asserted , m:Denied .",
    "confidence above one": "x:c a m:Claim ; m:confidence 1.5 .",
    "confidence as a word": 'x:c a m:Claim ; m:confidence "high" .',
    "a participation in a person": "x:p m:meeting x:a . x:a a m:Person .",
    "absent and attended at once": "x:p m:attendance m:Absent , m:Attended .",
    "attended and stayed away": "x:a m:attended x:m ; m:absentFrom x:m .",
    "evidence from a person": "x:e a oa:SpecificResource ; oa:hasSource x:a . x:a a m:Person .",
    "a referent that denotes two entities": "x:r m:denotes x:a , x:b . x:a owl:differentFrom x:b .",
}
BROKEN_TOO = {
    "a participation in two meetings": "x:p m:meeting x:a , x:b . x:a owl:differentFrom x:b .",
    "a meeting held by a role": "x:m a m:Meeting ; schema:eventStatus m:Chair .",
    "a claim that is its own evidence": "x:c a m:Claim ; m:evidence x:c .",
    "an article that is a claim": "x:a a schema:NewsArticle , m:Claim .",
    "a selector with two starts": "x:s oa:start 1 , 2 .",
    "a negative offset": "x:s a oa:TextPositionSelector ; oa:start -1 .",
    "a referent that denotes an article": "x:r m:denotes x:a . x:a a m:Article .",
    "a meeting that precedes itself": "x:m m:previousEdition x:m .",
    "claims that supersede each other": "x:a m:supersedes x:b . x:b m:supersedes x:a .",
    "a contradiction that is an update": "x:r a m:Contradiction , m:Update .",
    "a tenure of a meeting": "x:t m:post x:m . x:m a m:Meeting .",
    "a count in words": 'x:n a m:Count ; m:memberCount "eighty" .',
}


def graph(turtle: str) -> Graph:
    return Graph().parse(data=PREFIXES + turtle, format="turtle")


@needs_java
def test_the_ontology_is_consistent_and_every_class_can_have_members() -> None:
    assert reason.check() == reason.Verdict(consistent=True, unsatisfiable=())


@needs_java
def test_sound_data_are_consistent() -> None:
    assert reason.check(graph(SOUND)).consistent


@needs_java
@pytest.mark.parametrize("what", BROKEN)
def test_broken_individuals_are_inconsistent(what: str) -> None:
    assert not reason.check(graph(BROKEN[what])).consistent


@needs_java
@pytest.mark.slow
@pytest.mark.parametrize("what", BROKEN_TOO)
def test_more_broken_individuals_are_inconsistent(what: str) -> None:
    assert not reason.check(graph(BROKEN_TOO[what])).consistent


@needs_java
def test_a_class_without_possible_members_is_named() -> None:
    verdict = reason.check(graph("x:Chimera a owl:Class ; rdfs:subClassOf m:Person , m:Country ."))
    assert verdict == reason.Verdict(consistent=True, unsatisfiable=("https://example.org/Chimera",))


def test_without_java_one_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(reason.ReasonerError, match="java") as caught:
        reason.check()
    assert "\n" not in str(caught.value)
