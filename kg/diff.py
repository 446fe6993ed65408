"""What changed between two stores or exports: in words, and as an RDF patch.

In words: articles and claims that appeared or vanished, claims whose value changed (same article, subject and predicate),
entities that were merged or split, facts that appeared or vanished. As a patch: the quads taken out and put in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kg import naming
from kg.identity.index import Index
from kg.iri import Iri
from kg.store import Store, text_of
from kg.term import Term
from kg.vocabulary import RDF, M


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `what`: article, claim, entity or fact; `how`: appeared, vanished, changed, merged or split."""

    what: str
    how: str
    iri: str
    words: str


def patch(old: bytes, new: bytes) -> bytes:
    """The RDF patch between two N-Quads documents: `D` lines for quads taken out, `A` lines for quads put in, sorted."""
    before, after = set(old.splitlines()), set(new.splitlines())
    lines = [b"TX ."]
    lines += [b"D " + line for line in sorted(before - after) if line]
    lines += [b"A " + line for line in sorted(after - before) if line]
    return b"\n".join([*lines, b"TC .", b""])


def changes(old: Store, new: Store, language: str = "en") -> Iterator[Change]:
    """All changes between two stores, in a fixed order."""
    yield from _articles(old, new)
    yield from sorted(_claims(old, new, language), key=lambda change: (change.words, change.how, change.iri))
    yield from _entities(old, new, language)
    yield from _facts(old, new, language)


def _articles(old: Store, new: Store) -> Iterator[Change]:
    before, after = ({graph: name for name, graph in store.articles()} for store in (old, new))
    for graph in sorted(before.keys() - after.keys(), key=lambda g: (before[g], g)):
        yield Change("article", "vanished", graph, before[graph])
    for graph in sorted(after.keys() - before.keys(), key=lambda g: (after[g], g)):
        yield Change("article", "appeared", graph, after[graph])


def _claims(old: Store, new: Store, language: str) -> Iterator[Change]:
    before, after = _said(old), _said(new)
    gone, come = before.keys() - after.keys(), after.keys() - before.keys()
    slots: dict[tuple[Iri, Iri], list[Iri]] = defaultdict(list)
    for claim in sorted(gone):
        slots[before[claim][:2]].append(claim)
    for claim in sorted(come):
        place = after[claim][:2]
        words = _claim_words(new, after[claim], language)
        if slots[place]:
            left = slots[place].pop(0)
            gone.discard(left)
            yield Change("claim", "changed", claim, f"{words} (was: {naming.shown(_index(old), before[left][2], language)})")
        else:
            yield Change("claim", "appeared", claim, words)
    for claim in sorted(gone):
        yield Change("claim", "vanished", claim, _claim_words(old, before[claim], language))


def _said(store: Store) -> dict[Iri, tuple[Iri, Iri, Term, Iri]]:
    """Claim → subject, predicate, value and graph."""
    found = {}
    for claim, _, subject, graph in store.match(None, RDF.subject, None):
        predicate = next(iter(store.match(claim, RDF.predicate, None, graph)))[2]
        value = next(iter(store.match(claim, RDF.object, None, graph)))[2]
        found[claim] = (Iri(text_of(subject)), Iri(text_of(predicate)), value, graph)
    return found


def _index(store: Store) -> Index:
    return Index(store, store.names)


def _claim_words(store: Store, said: tuple[Iri, Iri, Term, Iri], language: str) -> str:
    subject, predicate, value, graph = said
    index = _index(store)
    entity = index.denoted(subject) or subject
    thing = (index.denoted(value) or value) if isinstance(value, Iri) else value
    names = [text_of(q[2]) for q in store.match(None, M.articleName, None, graph)]
    said_by = names[0] if names else naming.local(graph)
    return f"{said_by}: {_triple(index, entity, predicate, thing, language)}"


def _triple(index: Index, subject: Iri, predicate: Iri, value: Term, language: str) -> str:
    return f"{naming.name(index, subject, language)} · {naming.local(predicate)}: {naming.shown(index, value, language)}"


def _entities(old: Store, new: Store, language: str) -> Iterator[Change]:
    """Entities whose referents were brought together or taken apart."""
    before, after = _members(old), _members(new)
    common = before.keys() & after.keys()
    was: dict[Iri, set[Iri]] = defaultdict(set)
    now: dict[Iri, set[Iri]] = defaultdict(set)
    for ref in common:
        was[after[ref]].add(before[ref])
        now[before[ref]].add(after[ref])
    for entity in sorted(e for e, parts in was.items() if len(parts) > 1):
        names = ", ".join(sorted(naming.name(_index(old), e, language) for e in was[entity]))
        yield Change("entity", "merged", entity, f"{naming.name(_index(new), entity, language)} (from: {names})")
    for entity in sorted(e for e, parts in now.items() if len(parts) > 1):
        names = ", ".join(sorted(naming.name(_index(new), e, language) for e in now[entity]))
        yield Change("entity", "split", entity, f"{naming.name(_index(old), entity, language)} (into: {names})")


def _members(store: Store) -> dict[Iri, Iri]:
    """Referents with a profile of their own (not frames) and what they denote."""
    index = _index(store)
    bearing = {q[0] for q in store.match(None, M.hasProfile, None, index.graph)}
    return {q[0]: Iri(text_of(q[2])) for q in store.match(None, M.denotes, None, index.graph) if q[0] in bearing}


def _facts(old: Store, new: Store, language: str) -> Iterator[Change]:
    before, after = _current(old), _current(new)
    for store, how, facts in ((old, "vanished", before - after), (new, "appeared", after - before)):
        index = _index(store)
        for subject, predicate, value in sorted(facts, key=str):
            yield Change("fact", how, subject, _triple(index, subject, predicate, value, language))


def _current(store: Store) -> set[tuple[Iri, Iri, Term]]:
    graph = store.names.graph("current")
    found = set()
    for fact, _, subject, _ in store.match(None, M.factSubject, None, graph):
        predicate = next(iter(store.match(fact, M.factPredicate, None, graph)))[2]
        value = next(iter(store.match(fact, M.factObject, None, graph)))[2]
        found.add((Iri(text_of(subject)), Iri(text_of(predicate)), value))
    return found
