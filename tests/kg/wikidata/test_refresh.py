"""Wrong links planted in the snapshot are found against a local query service that holds the true facts."""

from __future__ import annotations

import random
from dataclasses import replace

import pyoxigraph as ox
import pytest

from kg.wikidata import mirror, questions, snapshot
from kg.wikidata.item import entity_iri
from kg.wikidata.live import Endpoint, Row
from kg.wikidata.refresh import refresh
from kg.wikidata.snapshot import Snapshot
from kg.wikidata.transport import Policy
from tests.kg.wikidata import servers
from tests.kg.wikidata.servers import FakeClock, serving, sparql_over

TRUTH = snapshot.read()
SAME_AS = "http://www.w3.org/2002/07/owl#sameAs"


@pytest.fixture(scope="module")
def service() -> ox.Store:
    store = ox.Store()
    store.load(mirror.quads(TRUTH), ox.RdfFormat.N_QUADS)
    return store


def endpoint(url: str) -> Endpoint:
    return Endpoint(url, "tests@example.org", FakeClock(), lambda: 0.0, policy=Policy(30))


def planted(share: float, seed: int) -> tuple[Snapshot, set[str]]:
    """The snapshot with the identifiers of `share` of its items exchanged within their kind."""
    chance = random.Random(seed)
    items = [i for i in TRUTH.linkable() if i.type != "position"]
    wrong = chance.sample(items, round(len(items) * share))
    moved = dict(TRUTH.items)
    by_kind: dict[str, list[str]] = {}
    for item in wrong:
        by_kind.setdefault(item.type, []).append(item.qid)
    changed = set()
    for qids in by_kind.values():
        if len(qids) < 2:
            continue
        for old, new in zip(qids, [*qids[1:], qids[0]], strict=True):
            moved[new] = replace(TRUTH.items[old], qid=new)
            changed.add(new)
    return Snapshot(moved, "planted"), changed


def test_the_true_snapshot_is_clean(service: ox.Store) -> None:
    with serving(sparql_over(service)) as server:
        kinds = {f.kind for f in refresh(TRUTH, endpoint(server.url).select)}
    assert kinds == {"ok"}


@pytest.mark.parametrize("seed", [1, 2])
def test_planted_wrong_links_are_found(service: ox.Store, seed: int) -> None:
    wrong, changed = planted(0.05, seed)
    assert len(changed) > 40
    with serving(sparql_over(service)) as server:
        found = {f.qid for f in refresh(wrong, endpoint(server.url).select) if f.kind != "ok"}
    assert found <= changed
    assert len(found) >= 0.97 * len(changed)


def test_merged_and_deleted_items_are_told_apart() -> None:
    store = ox.Store()
    store.load(mirror.quads(TRUTH), ox.RdfFormat.N_QUADS)
    merged, gone = ox.NamedNode(entity_iri("Q55123980")), ox.NamedNode(entity_iri("Q1028"))
    for node in (merged, gone):
        for quad in list(store.quads_for_pattern(node, None, None)):
            store.remove(quad)
    store.add(ox.Quad(merged, ox.NamedNode(SAME_AS), ox.NamedNode(entity_iri("Q107718239"))))
    few = Snapshot({q: TRUTH.items[q] for q in ("Q55123980", "Q1028", "Q810")}, "x")
    with serving(sparql_over(store)) as server:
        found = {f.qid: (f.kind, f.detail) for f in refresh(few, endpoint(server.url).select)}
    assert found["Q55123980"] == ("redirect", "Q107718239")
    assert found["Q1028"][0] == "missing"
    assert found["Q810"][0] == "ok"


def test_a_failing_service_leaves_rows_unchecked_never_missing() -> None:
    few = Snapshot(dict(list(TRUTH.items.items())[:30]), "x")
    notes: list[str] = []
    with serving(servers.page(500)) as server:
        found = {f.kind for f in refresh(few, endpoint(server.url).select, notes.append)}
    assert found == {"unchecked"}
    assert notes


def test_one_query_text_offline_and_online(service: ox.Store) -> None:
    held = mirror.store(TRUTH)

    def offline(query: str) -> list[Row]:
        return list(held.select(query))

    with serving(sparql_over(service)) as server:
        online = endpoint(server.url).select
        for question, value in (("offices", "Q7821917"), ("members", "Q7172"), ("meeting", "قمة شرم الشيخ للسلام")):
            rows = questions.ask(question, [value], offline)
            assert rows == questions.ask(question, [value], online)
            assert rows or question == "members"
