"""The derived layers are a function of the set of articles: order, batches and detours leave no trace."""

from __future__ import annotations

from random import Random

import pytest

from kg.derive import Derivation
from kg.identity.ledger import Judgement
from kg.iri import Iri
from kg.store import Store
from tests.kg.newsroom import Paper, newsroom, store_of


def _diff(one: Store, other: Store) -> list[bytes]:
    left, right = (set(store.dump().splitlines()) for store in (one, other))
    return [b"- " + line for line in sorted(left - right)] + [b"+ " + line for line in sorted(right - left)]


def _in_batches(papers: list[Paper], random: Random) -> Store:
    store, rest = Store(), list(papers)
    random.shuffle(rest)
    while rest:
        size = random.randint(1, max(1, len(rest) // 2))
        graphs = [paper.put(store) for paper in rest[:size]]
        rest = rest[size:]
        if random.random() < 0.5:
            Derivation(store).update(graphs)
        else:
            Derivation(store).changed()
    return store


@pytest.mark.parametrize("seed", range(12))
def test_any_order_and_any_batches_give_the_same_bytes(seed: int) -> None:
    papers = newsroom(10, seed)
    assert _diff(store_of(papers), _in_batches(papers, Random(seed))) == []


@pytest.mark.parametrize("seed", range(8))
def test_removing_and_adding_leaves_no_trace(seed: int) -> None:
    papers = newsroom(9, 100 + seed)
    store = store_of(papers)
    whole = store.dump()
    random = Random(seed)
    gone = random.sample(papers, 3)
    for paper in gone:
        store.remove_article(paper.record().sha256)
    Derivation(store).changed()
    assert _diff(store_of([paper for paper in papers if paper not in gone]), store) == []
    for paper in gone:
        Derivation(store).update([paper.put(store)])
    assert store.dump() == whole


def test_a_corrected_article_retracts_what_only_it_supported() -> None:
    papers = newsroom(6, 7)
    store = store_of(papers)
    draft = papers[0]
    record = draft.record()
    kept = draft.claims[: len(draft.claims) // 2]
    from kg.graph import article_quads

    store.replace_article(record.sha256, article_quads(record, kept, store.names))
    Derivation(store).changed()
    draft.claims = kept
    assert _diff(store_of(papers), store) == []


def test_an_interrupted_derivation_is_met_by_deriving_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    papers = newsroom(5, 3)
    store = store_of(papers[:4])
    graph = papers[4].put(store)

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("kg.current.rebuild", fail)
        with pytest.raises(KeyboardInterrupt):
            Derivation(store).update([graph])
    Derivation(store).changed()
    assert _diff(store_of(papers), store) == []


def test_judgements_count_whenever_they_were_made() -> None:
    papers = newsroom(8, 21)
    plain = store_of(papers)
    derivation = Derivation(plain)
    persons = sorted(q[0] for q in plain.match(None, None, None, derivation.index.graph)
                     if derivation.index.knows(q[0]) and derivation.index.profile(q[0]).kind == "person")
    one, other = persons[0], persons[-1]
    assert derivation.index.entity_of(one) != derivation.index.entity_of(other)
    pair: tuple[Iri, Iri] = (min(one, other), max(one, other))
    judgements = {pair: Judgement(*pair, "same", "reader", "2026-01-01")}
    Derivation(plain, judgements).judged(pair)
    assert derivation.index.entity_of(one) == derivation.index.entity_of(other)
    assert _diff(store_of(papers, judgements), plain) == []
