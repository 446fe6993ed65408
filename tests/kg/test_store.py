"""The store: whole graphs in, whole graphs out, one writer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import InputError, StoreError, UsageError
from kg.iri import STAGING, Iri, Names
from kg.store import Store
from kg.term import Literal, integer

GRAPH = Iri("https://example.org/g")
OTHER = Iri("https://example.org/h")
PAST = "SELECT ?s ?o WHERE { ?s <https://example.org/p> ?o } ORDER BY ?s ?o"


def quads(graph: Iri, *values: str) -> bytes:
    return "".join(f'<https://example.org/s> <https://example.org/p> "{v}" <{graph}> .\n' for v in sorted(values)).encode()


def values(store: Store) -> list[str]:
    return [row["o"].value for row in store.select(PAST) if isinstance(row["o"], Literal)]


@pytest.fixture(params=["memory", "disk"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    return Store(tmp_path / "store") if request.param == "disk" else Store()


def test_a_graph_is_put_in_and_read_through_the_union(store: Store) -> None:
    assert store.replace_graph(GRAPH, quads(GRAPH, "a", "b"))
    assert store.replace_graph(OTHER, quads(OTHER, "c"))
    assert values(store) == ["a", "b", "c"]


def test_the_same_graph_again_changes_nothing(store: Store) -> None:
    store.replace_graph(GRAPH, quads(GRAPH, "a"))
    before = store.dump()
    assert not store.replace_graph(GRAPH, quads(GRAPH, "a"))
    assert store.dump() == before


def test_a_new_version_replaces_the_old_one_and_nothing_else(store: Store) -> None:
    store.replace_graph(GRAPH, quads(GRAPH, "a", "b"))
    store.replace_graph(OTHER, quads(OTHER, "z"))
    assert store.replace_graph(GRAPH, quads(GRAPH, "b", "c"))
    assert values(store) == ["b", "c", "z"]
    assert STAGING not in list(store.graphs())


def test_replacing_by_nothing_empties_the_graph(store: Store) -> None:
    store.replace_graph(GRAPH, quads(GRAPH, "a"))
    assert store.replace_graph(GRAPH, b"")
    assert list(store.graphs()) == []


def test_a_removed_graph_is_gone(store: Store) -> None:
    store.replace_graph(GRAPH, quads(GRAPH, "a"))
    assert store.remove_graph(GRAPH)
    assert not store.remove_graph(GRAPH)
    assert len(store) == 0


def test_quads_of_another_graph_are_refused(store: Store) -> None:
    with pytest.raises(InputError, match="another graph"):
        store.replace_graph(GRAPH, quads(GRAPH, "a") + quads(OTHER, "b"))
    assert len(store) == 0


def test_broken_quads_leave_the_old_graph(store: Store) -> None:
    store.replace_graph(GRAPH, quads(GRAPH, "a"))
    with pytest.raises(InputError, match="not N-Quads"):
        store.replace_graph(GRAPH, f"<https://example.org/s> nonsense <{GRAPH}> .\n".encode())
    assert values(store) == ["a"]


def test_a_substituted_variable_is_a_value_and_never_syntax(store: Store) -> None:
    store.replace_graph(GRAPH, quads(GRAPH, "a"))
    evil = '" } INSERT DATA { <x:a> <x:b> <x:c> } #'
    assert list(store.select(PAST, {"o": Literal(evil)})) == []
    assert len(list(store.select(PAST, {"o": Literal("a")}))) == 1


def test_a_query_sees_only_the_graphs_it_is_shown(store: Store) -> None:
    store.replace_graph(GRAPH, quads(GRAPH, "a"))
    store.replace_graph(OTHER, quads(OTHER, "b"))
    assert [r["o"] for r in store.select(PAST, graphs=[OTHER])] == [Literal("b")]
    assert list(store.select(PAST, graphs=[])) == []


def test_wrong_sparql_is_a_mistake_of_the_user(store: Store) -> None:
    with pytest.raises(UsageError, match="SPARQL"):
        list(store.select("SELECT nonsense"))
    with pytest.raises(UsageError, match="SELECT"):
        list(store.select("ASK { ?s ?p ?o }"))


def test_the_forms_of_answers(store: Store) -> None:
    store.replace_graph(GRAPH, quads(GRAPH, "a"))
    assert store.answer("ASK { ?s ?p ?o }", "csv") == b"true\n"
    assert store.answer("SELECT ?o { ?s ?p ?o }", "csv").split() == [b"o", b"a"]
    assert store.construct("CONSTRUCT WHERE { ?s ?p ?o }") == b'<https://example.org/s> <https://example.org/p> "a" .\n'


def test_articles_by_name() -> None:
    from tests import story

    filled = story.store()
    assert [name for name, _ in filled.articles()] == ["after", "before"]
    assert filled.remove_article(story.before().record.sha256)
    assert [name for name, _ in filled.articles()] == ["after"]


def test_a_second_opening_says_that_the_store_is_in_use(tmp_path: Path) -> None:
    with Store(tmp_path / "s"), pytest.raises(StoreError, match="in use by another process") as caught:
        Store(tmp_path / "s")
    assert caught.value.exit_code == 6


def test_closing_frees_the_store(tmp_path: Path) -> None:
    with Store(tmp_path / "s") as one:
        one.replace_graph(GRAPH, quads(GRAPH, "a"))
    with Store(tmp_path / "s") as two:
        assert values(two) == ["a"]


def test_a_killed_replacement_leaves_no_staging_graph(tmp_path: Path) -> None:
    with Store(tmp_path / "s") as one:
        one.replace_graph(GRAPH, quads(GRAPH, "a"))
        one.replace_graph(STAGING, quads(STAGING, "half"))
    with Store(tmp_path / "s") as two:
        assert values(two) == ["a"]


def test_a_process_killed_between_articles_loses_none_it_had_finished(tmp_path: Path) -> None:
    program = (
        "import os, sys\nfrom pathlib import Path\nfrom kg.store import Store\nfrom kg.iri import Iri\n"
        "s = Store(Path(sys.argv[1]))\n"
        "for i in range(20):\n"
        "    g = Iri(f'https://example.org/g{i}')\n"
        "    s.replace_graph(g, f'<x:s> <x:p> \"{i}\" <{g}> .\\n'.encode())\n"
        "os.kill(os.getpid(), 9)\n"
    )
    ended = subprocess.run([sys.executable, "-c", program, str(tmp_path / "s")], check=False, timeout=60)
    assert ended.returncode == -9
    with Store(tmp_path / "s") as again:
        assert len(list(again.graphs())) == 20


def test_terms_there_and_back() -> None:
    store = Store(names=Names())
    for term in (Literal("x"), Literal("x", language="ar"), integer(7), Iri("https://example.org/i")):
        store.apply([], [(GRAPH, OTHER, term, GRAPH)])
        assert [v for _, _, v, _ in store.match(value=term)] == [term]
