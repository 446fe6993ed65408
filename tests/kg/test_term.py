"""Terms in canonical N-Triples."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.iri import Iri, web_iri
from kg.store import Store
from kg.term import Literal, decimal, ntriples
from kg.vocabulary import XSD


@pytest.mark.parametrize(("number", "text"), [
    (Decimal("1.50"), "1.5"), (Decimal("100"), "100"), (Decimal("1E+3"), "1000"), (Decimal("-0.0"), "0"), (0.1 + 0.2, "0.3"),
    (0.97, "0.97"), (1.0, "1"), (Decimal("0.000001"), "0.000001"),
])
def test_decimals_have_one_form(number: Decimal | float, text: str) -> None:
    assert decimal(number) == Literal(text, XSD.decimal)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-10**9, max_value=10**9))
def test_a_store_keeps_the_form_of_decimals(number: Decimal) -> None:
    store = Store()
    graph = Iri("x:g")
    line = f"<x:s> <x:p> {ntriples(decimal(number))} <{graph}> .\n".encode()
    store.replace_graph(graph, line)
    assert store.dump() == line


@pytest.mark.parametrize(("text", "written"), [
    ('a"b', '"a\\"b"'), ("a\nb", '"a\\nb"'), ("a\\b", '"a\\\\b"'), ("\x01\x7f", '"\\u0001\\u007F"'), ("\u2028", '"\u2028"'),
])
def test_escapes(text: str, written: str) -> None:
    assert ntriples(Literal(text)) == written


def test_language_and_datatype() -> None:
    assert ntriples(Literal("س", language="ar")) == '"س"@ar'
    assert ntriples(Literal("1", XSD.integer)) == f'"1"^^<{XSD.integer}>'


@pytest.mark.parametrize(("address", "iri"), [
    ("https://example.org/خبر", "https://example.org/خبر"),
    ("https://example.org/a b>c", "https://example.org/a%20b%3Ec"),
    (" https://example.org/x ", "https://example.org/x"),
    ("https://example.org/\u202egnp", "https://example.org/%E2%80%AEgnp"),
    ("ftp://example.org/x", None), ("javascript:alert(1)", None), ("//example.org/x", None), ("https://", None), ("", None),
    ("http://[::1", None),
])
def test_addresses(address: str, iri: str | None) -> None:
    assert web_iri(address) == iri


@given(st.text(max_size=40))
def test_an_address_is_an_iri_of_the_store_or_nothing(tail: str) -> None:
    iri = web_iri(f"https://example.org/{tail}")
    if iri is not None:
        store = Store()
        store.replace_graph(Iri("x:g"), f"<x:s> <x:p> <{iri}> <x:g> .\n".encode())
        assert [v for _, _, v, _ in store.match()] == [iri]
