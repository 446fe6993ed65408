"""Answers canned questions: names of entities are looked up, the query runs, every row knows its claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.errors import UsageError
from kg.identity.index import Index
from kg.iri import Iri
from kg.lookup import Keys, Match, article, find
from kg.question import HIDDEN, Parameter, Question
from kg.statements import Reader
from kg.store import Row, Store, text_of
from kg.term import Literal, Term
from kg.windows import checked

_SAID_OF = frozenset({"graph/identity", "graph/entities"})


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of an answer. `chosen`: which entity a name was taken for, and which others it could have meant."""

    question: Question
    rows: list[Row]
    chosen: dict[str, list[Match]] = field(default_factory=dict)

    def claims(self, row: Row) -> list[Iri]:
        """The claims that a row rests on, sorted."""
        found = {part for name in HIDDEN if name in row for part in text_of(row[name]).split()}
        return [Iri(c) for c in sorted(found)]

    def cells(self, row: Row) -> dict[str, list[Term]]:
        """The values of a row by column; those of a list column one by one, sorted."""
        cells: dict[str, list[Term]] = {}
        for column in self.question.columns:
            value = row.get(column.name)
            if value is None:
                cells[column.name] = []
            elif column.list and not isinstance(value, Iri):
                parts = sorted(set(value.value.split()))
                cells[column.name] = [Iri(p) if p.startswith(("http:", "https:", "urn:")) else _literal(p) for p in parts]
            else:
                cells[column.name] = [value]
        return cells


def _literal(text: str) -> Term:
    return Literal(text)


def ask(
    store: Store, question: Question, params: Mapping[str, str], keys: Keys, as_of: str | None = None
) -> Answer:
    """Runs a question. `as_of` (an ISO date) hides every article that may have been published later.

    Raises UsageError for a date that is none, for unknown or missing parameters and for names that nothing in the store has.
    """
    for name in params:
        question.parameter(name)
    bindings: list[dict[str, Term]] = [{}]
    chosen: dict[str, list[Match]] = {}
    for param in question.params:
        value = params.get(param.name, "").strip()
        if not value:
            if param.required:
                raise UsageError(f"{question.name} needs --param {param.name}=… (for example {param.name}={param.example})")
            continue
        values, matches = _RESOLVE[param.type](store, param, value, keys)
        if matches:
            chosen[param.name] = matches
        bindings = [{**b, param.name: v} for b in bindings for v in values]
    graphs = list(known_by(store, as_of)) if as_of else None
    rows = [row for binding in bindings for row in store.select(question.query, binding or None, graphs)]
    return Answer(question, rows, chosen)


def known_by(store: Store, as_of: str) -> Iterator[Iri]:
    """The article graphs that were surely published by a date, and those that say who is who."""
    day = checked(as_of)
    reader = Reader(Index(store, store.names))
    for _, graph in store.articles():
        if (last := reader.source(graph).not_after) and last[: len(day)] <= day:
            yield graph
    for graph in store.graphs():
        if graph.removeprefix(store.names.base) in _SAID_OF:
            yield graph


def _entity(store: Store, param: Parameter, value: str, keys: Keys) -> tuple[list[Term], list[Match]]:
    matches = find(store, value, param.classes, keys)
    if not matches:
        raise UsageError(f"nothing in the store is called {value} ({param.label['en'].lower()}); try: mahdar ask entities")
    return [matches[0].iri], matches


def _entities(store: Store, param: Parameter, value: str, keys: Keys) -> tuple[list[Term], list[Match]]:
    matches = find(store, value, param.classes, keys)
    if not matches:
        raise UsageError(f"nothing in the store is called {value}")
    return [m.iri for m in matches], []


def _article(store: Store, param: Parameter, value: str, keys: Keys) -> tuple[list[Term], list[Match]]:
    return [store.names.article(article(store, value).rsplit("/", 1)[-1])], []


def _text(store: Store, param: Parameter, value: str, keys: Keys) -> tuple[list[Term], list[Match]]:
    return [_literal(value)], []


_RESOLVE: dict[str, Callable[[Store, Parameter, str, Keys], tuple[list[Term], list[Match]]]] = {
    "entity": _entity, "entities": _entities, "article": _article, "text": _text,
}
