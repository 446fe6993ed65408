"""Slips in the terms of a query."""

from __future__ import annotations

import pytest

from kg.unknown_terms import hints


@pytest.mark.parametrize(("query", "told"), [
    ("SELECT * { ?a m:modaliti ?b }", ["m:modaliti is no term of the ontology; did you mean m:modality or m:Modality?"]),
    ("SELECT * { ?a <https://w3id.org/mahdar/ontology#Anounced> ?b }",
     ["m:Anounced is no term of the ontology; did you mean m:Announced or m:announcedFor?"]),
    ("PREFIX o: <https://w3id.org/mahdar/ontology#> SELECT * { ?a a o:Pledg }",
     ["m:Pledg is no term of the ontology; did you mean m:Pledge?"]),
    ("SELECT * { ?a m:zzzz ?b ; m:zzzz ?c }", ["m:zzzz is no term of the ontology"]),
])
def test_the_closest_terms_are_named(query: str, told: list[str]) -> None:
    assert hints(query) == told


@pytest.mark.parametrize("query", [
    "SELECT * { ?a m:role m:Chair ; schema:startDat ?b }", "SELECT * { ?a ?p 'm:nothing' } # m:nothing",
    "PREFIX m: <https://schema.org/> SELECT * { ?a m:nothing ?b }", "SELECT * { ?a <https://example.org/x#nothing> ?b }",
    "SELECT ?m { ?m m:role ?x FILTER(?x IN (m:Chair, m:CoChair)) }",
])
def test_other_names_are_left_alone(query: str) -> None:
    assert hints(query) == []
