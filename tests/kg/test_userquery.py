"""A user's SPARQL is looked at before an engine is."""

from __future__ import annotations

import pytest

from kg.errors import UsageError
from kg.userquery import check, reason


@pytest.mark.parametrize(("query", "form"), [
    ("SELECT * { ?s ?p ?o }", "select"), ("ask { ?s ?p ?o }", "ask"), ("CONSTRUCT WHERE { ?s ?p ?o }", "construct"),
    ("PREFIX x: <http://a/b#c> DESCRIBE x:y", "describe"), ("# comment SERVICE\nSELECT * { }", "select"),
])
def test_forms(query: str, form: str) -> None:
    assert check(query) == form


@pytest.mark.parametrize("query", [
    "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
    "SELECT * { service silent ?e { ?s ?p ?o } }",
    "SELECT * { { SELECT * { SERVICE<http://x/>{ ?s ?p ?o } } } }",
    "SELECT * { \\u0053ERVICE <http://x/> { ?s ?p ?o } }",
    "SELECT * { S\\U00000045RVICE <http://x/> { } }",
    "ASK { FILTER EXISTS { SERVICE ?x { ?s ?p ?o } } }",
    "SELECT * { ?s ?p '#' . SERVICE <http://x/> { } }",
    'SELECT * { ?s ?p """a"b""" SERVICE <http://x/> { } }',
    "SELECT * { # comment\nSERVICE <http://x/> { } }",
    "SELECT * { ?s <http://a#b> ?o . SERVICE <http://x/> { } }",
])
def test_no_query_leaves_the_machine(query: str) -> None:
    with pytest.raises(UsageError, match="SERVICE"):
        check(query)


@pytest.mark.parametrize("query", [
    "SELECT * { ?s ?p 'SERVICE <http://x/>' }", 'SELECT * { ?s ?p "a \\" SERVICE x" }', "SELECT ?service { ?service ?p ?o }",
    "SELECT * { ?s ex:SERVICE ?o }", "SELECT * { ?s <http://x/SERVICE> ?o }", "SELECT * { ?s ?p ?o } # SERVICE",
    'SELECT * { ?s ?p """ SERVICE "quoted" """ }', "SELECT * { ?s ?p 'services' }",
])
def test_the_word_alone_is_no_offence(query: str) -> None:
    assert check(query) == "select"


@pytest.mark.parametrize("query", [
    "SELECT * { " + "{" * 5_000 + "}" * 5_000 + " }", "SELECT * { FILTER(" + "(" * 5_000 + "1" + ")" * 5_000 + ") }",
    "SELECT * { FILTER(" + "!" * 20_000 + "true) }", "SELECT * { ?s " + "<x:a>/" * 5_000 + "<x:b> ?o }",
    "SELECT * { " + "{ ?s ?p ?o } UNION " * 2_000 + "{ } }", "SELECT * { ?s ?p '" + "x" * 70_000 + "' }",
    "SELECT (1" + "+1" * 20_000 + " AS ?x) { }",
])
def test_what_kills_an_engine_never_reaches_it(query: str) -> None:
    with pytest.raises(UsageError):
        check(query)


@pytest.mark.parametrize(("query", "word"), [
    ("INSERT DATA { <x:a> <x:b> <x:c> }", "INSERT"), ("DROP ALL", "DROP"), ("LOAD <http://x/>", "LOAD"), ("nonsense",
    "no SELECT"),
    ("", "no SELECT"),
])
def test_only_reading(query: str, word: str) -> None:
    with pytest.raises(UsageError, match=word):
        check(query)


@pytest.mark.parametrize(("query", "told"), [
    ("SELECT * { ?s foo:bar ?o }", "unknown prefix foo:"),
    ("SELECT * { ?s :bar ?o }", "unknown prefix :"),
    ("SELECT * { ?s a m:T; m:a|x.y-z:b ?o }", "unknown prefix x.y-z:"),
    ("PREFIX foo: <http://a#> SELECT * { ?s foo:b 'x:y' ; <http://a> _:b, m:c }", "cut …"),
    ("SELECT * { ?s <http://a b> ?o } # x:y", "cut …"),
])
def test_what_an_engine_could_not_read_is_one_short_line(query: str, told: str) -> None:
    said = reason(query, "cut\n" + "grammar " * 100, {"m"})
    assert said.startswith(told.removesuffix(" …"))
    assert len(said) <= 201
    assert "\n" not in said
