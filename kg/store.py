"""The embedded store: the one module that knows pyoxigraph's `Store`.

One process writes at a time (RocksDB lock). An article is its named graph; putting, replacing and removing one is a single
transaction, so a killed process leaves every graph whole. `flush` once per batch makes a power cut harmless too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol, TypeAlias

import pyoxigraph as ox

from kg import resources
from kg.errors import InputError, OutputError, StoreError, UsageError
from kg.iri import REPLACES, STAGING, Iri, Names
from kg.term import Literal, Term, ntriples
from kg.userquery import reason

Row: TypeAlias = dict[str, Term]
Quad: TypeAlias = tuple[Iri, Iri, Term, Iri]
_Answer: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples

NAMED = "store/named.rq"
_RESULT_FORMATS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}


class GraphStore(Protocol):
    """What the rest of Mahdar needs of a store: a place for named graphs that answers SPARQL 1.1."""

    def replace_graph(self, graph: Iri, quads: bytes) -> bool: ...

    def remove_graph(self, graph: Iri) -> bool: ...

    def graphs(self) -> Iterator[Iri]: ...

    def select(self, query: str, bindings: Mapping[str, Term] | None = None) -> Iterator[Row]: ...


class Store:
    """Named graphs in a folder, or in memory where no folder is given. Reads see the union of all graphs by default."""

    def __init__(self, folder: Path | None = None, names: Names | None = None) -> None:
        """Raises StoreError where another process has the folder open, or it is full or damaged."""
        self.folder = folder
        self.names = names or Names()
        with _friendly(folder):
            self._ox = ox.Store(folder) if folder else ox.Store()
            if self._ox.contains_named_graph(ox.NamedNode(STAGING)):  # left by a process killed between two steps
                self._ox.remove_graph(ox.NamedNode(STAGING))

    @classmethod
    def of_quads(cls, quads: bytes, name: str, names: Names | None = None) -> Store:
        """A store in memory with these N-Quads; raises InputError where they are none."""
        store = cls(None, names)
        try:
            store._ox.load(quads, ox.RdfFormat.N_QUADS)
        except SyntaxError as error:
            raise InputError(name, f"not N-Quads: {error}") from error
        return store

    def close(self) -> None:
        """Writes everything to disk and frees the lock."""
        if hasattr(self, "_ox"):
            if self.folder:
                self.flush()
            del self._ox

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        """The number of quads."""
        return len(self._ox)

    # ------------------------------------------------------------------ writing

    def replace_graph(self, graph: Iri, quads: bytes) -> bool:
        """Makes the named graph hold exactly these N-Quads, in one transaction; False where it held them already.

        Every line must belong to the graph. Raises InputError for bytes that are not N-Quads of this graph.
        """
        node = ox.NamedNode(graph)
        tail = f" <{graph}> .".encode()
        lines = quads.splitlines()
        if not all(line.endswith(tail) for line in lines):
            raise InputError(graph, "the quads to store belong to another graph")
        with _friendly(self.folder):
            try:
                if not self._ox.contains_named_graph(node):
                    self._ox.load(quads, ox.RdfFormat.N_QUADS)
                    return True
                triples = [line[: -len(tail)] + b" .\n" for line in lines]
                if sorted(triples) == sorted(self.dump(graph).splitlines(keepends=True)):
                    return False
                mark = f"<{STAGING}> <{REPLACES}> <{graph}> .\n".encode()
                self._ox.load(b"".join((*triples, mark)), ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(STAGING))
                self._ox.update(resources.text("queries", "store/replace.ru"))
                if not lines:
                    self._ox.remove_graph(node)
            except SyntaxError as error:
                raise InputError(graph, f"not N-Quads: {error}") from error
        return True

    def remove_graph(self, graph: Iri) -> bool:
        """Drops a named graph; False where there was none."""
        node = ox.NamedNode(graph)
        with _friendly(self.folder):
            if not self._ox.contains_named_graph(node):
                return False
            self._ox.remove_graph(node)
        return True

    def replace_article(self, sha256: str, quads: bytes) -> bool:
        """Makes the store hold this version of an article's graph and no other; False where nothing changed."""
        return self.replace_graph(self.names.article_graph(sha256), quads)

    def remove_article(self, sha256: str) -> bool:
        """Drops an article with all it said; False where it was not there."""
        return self.remove_graph(self.names.article_graph(sha256))

    def load_turtle(self, text: str) -> None:
        """Adds a Turtle document of our own (an ontology, a shapes file); its triples have no graph."""
        self._ox.load(text, ox.RdfFormat.TURTLE)

    def apply(self, remove: Iterable[Quad], add: Iterable[Quad]) -> None:
        """Takes quads out, then puts quads in. Only for derived graphs: a kill in between is met by deriving anew."""
        with _friendly(self.folder):
            for quad in remove:
                self._ox.remove(_ox_quad(quad))
            self._ox.extend(_ox_quad(quad) for quad in add)

    def flush(self) -> None:
        """Waits until all writes are on disk: once per batch."""
        with _friendly(self.folder):
            self._ox.flush()

    # ------------------------------------------------------------------ reading

    def match(
        self, subject: Iri | None = None, predicate: Iri | None = None, value: Term | None = None, graph: Iri | None = None
    ) -> Iterator[Quad]:
        """All quads that have these parts, in no order; None stands for any. Blank nodes are left out."""
        pattern = (ox.NamedNode(subject) if subject else None, ox.NamedNode(predicate) if predicate else None)
        for quad in self._ox.quads_for_pattern(
            *pattern, _node(value) if value is not None else None, ox.NamedNode(graph) if graph else None
        ):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.graph_name, ox.NamedNode):
                place = Iri(quad.graph_name.value)
                yield Iri(quad.subject.value), Iri(quad.predicate.value), _term(quad.object), place

    def graphs(self) -> Iterator[Iri]:
        """The names of all graphs, sorted."""
        return iter(sorted(Iri(g.value) for g in self._ox.named_graphs() if isinstance(g, ox.NamedNode)))

    def has_graph(self, graph: Iri) -> bool:
        """Whether the named graph holds anything."""
        return self._ox.contains_named_graph(ox.NamedNode(graph)) and next(self.match(graph=graph), None) is not None

    def articles(self) -> Iterator[tuple[str, Iri]]:
        """Name and graph of every article, by name."""
        rows = self.select(resources.text("queries", "store/articles.rq"))
        return iter(sorted((text_of(row["name"]), iri_of(row["graph"])) for row in rows))

    def articles_named(self, name: str) -> list[Iri]:
        """The graphs of the articles of this name, sorted; found without a look at the others."""
        return sorted(iri_of(row["graph"]) for row in self.select(resources.text("queries", NAMED), {"name": Literal(name)}))

    def names_of(self, graph: Iri) -> list[str]:
        """The name of the article of a graph; empty where there is none."""
        return sorted(text_of(row["name"]) for row in self.select(resources.text("queries", NAMED), {"graph": graph}))

    def select(
        self, query: str, bindings: Mapping[str, Term] | None = None, graphs: Iterable[Iri] | None = None
    ) -> Iterator[Row]:
        """Rows of a SELECT; unbound variables are absent.

        `bindings` fixes variables, all of which must be projected; `graphs` are those that are seen (default: all).
        """
        solutions = self._query(query, bindings, graphs)
        if not isinstance(solutions, ox.QuerySolutions):
            raise UsageError("this is no SELECT query")
        for solution in solutions:
            yield {v.value: _term(value) for v in solutions.variables if (value := solution[v]) is not None}

    def construct(self, query: str, bindings: Mapping[str, Term] | None = None) -> bytes:
        """The triples of a CONSTRUCT or DESCRIBE as sorted N-Triples."""
        triples = self._query(query, bindings)
        if not isinstance(triples, ox.QueryTriples):
            raise UsageError("this is no CONSTRUCT or DESCRIBE query")
        return "".join(sorted({f"{t} .\n" for t in triples})).encode("utf-8")

    def triples(self, query: str) -> Iterator[tuple[Iri, Iri, Term]]:
        """The triples of a CONSTRUCT whose subjects are IRIs, in no order."""
        found = self._query(query, None)
        if not isinstance(found, ox.QueryTriples):
            raise UsageError("this is no CONSTRUCT or DESCRIBE query")
        for triple in found:
            if isinstance(triple.subject, ox.NamedNode):
                yield Iri(triple.subject.value), Iri(triple.predicate.value), _term(triple.object)

    def answer(self, query: str, form: str, prefixes: Mapping[str, str] | None = None) -> bytes:
        """Any query, its answer serialised: tables as csv, tsv, json or xml, graphs as sorted N-Triples.

        `prefixes` (name → namespace) hold where the query declares no others.
        """
        result = self._query(query, None, prefixes=prefixes)
        if isinstance(result, ox.QueryTriples):
            return "".join(sorted({f"{t} .\n" for t in result})).encode("utf-8")
        if form in ("csv", "tsv") and isinstance(result, ox.QueryBoolean):
            return b"true\n" if result else b"false\n"
        return result.serialize(format=_RESULT_FORMATS[form]) or b""

    def dump(self, graph: Iri | None = None) -> bytes:
        """All quads as sorted N-Quads, or one graph as sorted N-Triples."""
        if graph is None:
            data = self._ox.dump(format=ox.RdfFormat.N_QUADS)
        else:
            data = self._ox.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(graph))
        return b"".join(sorted((data or b"").splitlines(keepends=True)))

    def _query(
        self, query: str, bindings: Mapping[str, Term] | None, graphs: Iterable[Iri] | None = None,
        prefixes: Mapping[str, str] | None = None,
    ) -> _Answer:
        known: dict[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple] | None = (
            {ox.Variable(name): _node(value) for name, value in bindings.items()} if bindings else None
        )
        try:
            if graphs is not None:
                seen: list[ox.NamedNode | ox.BlankNode] = [ox.NamedNode(g) for g in graphs]
                return self._ox.query(query, default_graph=[*seen], named_graphs=seen, substitutions=known)
            named = dict(prefixes) if prefixes else None
            return self._ox.query(query, prefixes=named, use_default_graph_as_union=True, substitutions=known)
        except SyntaxError as error:
            raise UsageError(f"SPARQL: {reason(query, str(error), prefixes or ())}") from error


def text_of(term: Term) -> str:
    """The value of a literal, or the IRI as text."""
    return term.value if isinstance(term, Literal) else str(term)


def iri_of(term: Term) -> Iri:
    """The term, which must be an IRI."""
    if not isinstance(term, Iri):
        raise TypeError(f"not an IRI: {ntriples(term)}")
    return term


def _term(node: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Term:
    if isinstance(node, ox.NamedNode):
        return Iri(node.value)
    if isinstance(node, ox.Literal):
        if node.language:
            return Literal(node.value, language=node.language)
        return Literal(node.value, Iri(node.datatype.value))
    return Literal(str(node))  # a blank node or a quoted triple of a user's own data: shown, never followed


def _node(term: Term) -> ox.NamedNode | ox.Literal:
    if isinstance(term, Iri):
        return ox.NamedNode(term)
    if term.language:
        return ox.Literal(term.value, language=term.language)
    return ox.Literal(term.value, datatype=ox.NamedNode(term.datatype))


def _ox_quad(quad: Quad) -> ox.Quad:
    subject, predicate, value, graph = quad
    return ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), _node(value), ox.NamedNode(graph))


@contextmanager
def _friendly(folder: Path | None) -> Iterator[None]:
    """Turns what the engine says about files into one line for the user."""
    try:
        yield
    except OSError as error:
        message = str(error)
        if "lock" in message.lower():
            reason = "in use by another process; try again when it has finished"
        elif "no space" in message.lower():
            reason = "no space left on the disk; nothing was lost, make room and repeat the command"
        elif "permission denied" in message.lower() or "read-only" in message.lower():
            raise OutputError(f"store {folder}: cannot be written, which even reading it needs: {message}") from error
        else:
            reason = message
        raise StoreError(f"store {folder or '(memory)'}: {reason}") from error
