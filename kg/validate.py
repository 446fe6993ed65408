"""The gate of every article: SHACL by pySHACL, the validator of record, and what SHACL cannot check without the text.

`check` takes the graph of one article and gives a Report. It can be run in a process pool: bytes in, plain data out. The
shapes are read once per process. pyshifty, if installed, is a quicker engine for the same shapes; the tests hold it to the
verdicts of pySHACL, which stays the default.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, Literal, TypeAlias

import pyoxigraph as ox
from rdflib import RDF, BNode, Graph, Node, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.collection import Collection

from kg.errors import InputError, MahdarError
from kg.iri import Names
from kg.ontology import all_shapes, shapes
from kg.report import Report, Result, sentence_at
from kg.vocabulary import DCT, MSH, OA, SCHEMA, SH, M

Engine: TypeAlias = Literal["pyshacl", "pyshifty"]

_SH = SH.result.removesuffix("result")


class ValidationError(MahdarError):
    """The shapes themselves are broken, or the asked engine is missing."""


def check(
    graph: bytes | Graph, engine: Engine = "pyshacl", name: str = "graph", files: tuple[str, ...] = ()
) -> Report:
    """Validate one article graph, given as N-Quads or N-Triples bytes or as rdflib Graph (never one on oxrdflib).

    `files` are the shape files to use, those of the article gate when empty (see `kg.ontology.derived_shapes` for the
    others). Raises InputError (naming `name`) for bytes that are no N-Quads, ValidationError where the engine cannot run.
    """
    data = read(graph, name) if isinstance(graph, bytes) else graph
    findings = list(_cross_checks(data)) + [r for raw in _engine_results(data, engine, files) for r in _traced(data, raw)]
    article = next(iter(sorted(map(str, data.subjects(RDF.type, _u(SCHEMA.NewsArticle))))), None)
    return Report(article, tuple(sorted(set(findings), key=lambda r: (*_order(r), r.sentence or ""))))


def read(data: bytes, name: str = "graph") -> Graph:
    """N-Quads or N-Triples as one rdflib graph in memory, lexical forms as written."""
    return _graph(_quads(data, name))


def article_graphs(data: bytes, name: str, names: Names) -> Iterator[Graph]:
    """The graphs of N-Quads one by one, by name; triples without a graph are one too. Not those that are derived from the
    articles (entities, identity, current, links): other shapes are for them. Raises InputError where nothing is left."""
    found: dict[str, list[ox.Quad]] = {}
    for quad in _quads(data, name):
        found.setdefault(getattr(quad.graph_name, "value", ""), []).append(quad)
    kept = sorted(g for g in found if g.startswith(names.article_graph("")) or not g.startswith(names.graph("")))
    if not kept:
        raise InputError(name, "no article's graph in it")
    for graph in kept:
        yield _graph(found.pop(graph))


def _quads(data: bytes, name: str) -> Iterator[ox.Quad]:
    try:
        yield from ox.parse(data, format=ox.RdfFormat.N_QUADS)
    except SyntaxError as error:
        raise InputError(name, f"not N-Quads or N-Triples: {error}") from error


def _graph(quads: Iterable[ox.Quad]) -> Graph:
    graph = Graph()
    with quiet():
        for quad in quads:
            graph.add((_node(quad.subject), _node(quad.predicate), _node(quad.object)))
    return graph


def forget() -> None:
    """Drop the engines prepared in this process."""
    _prepared.cache_clear()
    _prepared_pyshifty.cache_clear()


def _u(iri: str) -> URIRef:
    return URIRef(iri)


def _order(result: Result) -> tuple[str, ...]:
    return (result.severity, result.shape, result.focus, result.path, result.value, result.message_en, result.component)


def _node(term: Any) -> Node:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if term.language:
        return RdfLiteral(term.value, lang=term.language)
    return RdfLiteral(term.value, datatype=URIRef(term.datatype.value), normalize=False)


@contextmanager
def quiet() -> Iterator[None]:
    """rdflib logs a traceback for each ill-typed literal; the shapes report them in one line."""
    logger = logging.getLogger("rdflib.term")
    before = logger.disabled
    logger.disabled = True
    try:
        yield
    finally:
        logger.disabled = before


# --- engines


def _engine_results(data: Graph, engine: Engine, files: tuple[str, ...]) -> list[Result]:
    report = _pyshacl(data, files) if engine == "pyshacl" else _pyshifty(data, files)
    return [_result(report, node) for node in report.objects(None, _u(SH.result))]


@cache
def _prepared(files: tuple[str, ...]) -> Any:
    """pySHACL's view of the shapes, built once per process: building it costs more than checking a small article."""
    return _validator(Graph(), shapes(*files)).shacl_graph


def _validator(data: Graph, shacl_graph: Graph) -> Any:
    from pyshacl.graph_abstraction import DataGraph
    from pyshacl.validator import Validator

    return Validator(DataGraph.from_rdflib(data), shacl_graph=shacl_graph, options={"inplace": True})


def _pyshacl(data: Graph, files: tuple[str, ...]) -> Graph:
    from pyshacl.errors import ReportableRuntimeError, ShapeLoadError

    try:
        validator = _validator(data, Graph())
        validator.shacl_graph = _prepared(files)
        _, report, _ = validator.run()
    except (ReportableRuntimeError, ShapeLoadError) as error:
        raise ValidationError(f"pySHACL: {error}") from error
    assert isinstance(report, Graph)
    return report


@cache
def _prepared_pyshifty(files: tuple[str, ...]) -> Any:
    try:
        from shifty import PreparedValidator
    except ImportError as error:
        raise ValidationError("pyshifty: not installed; use the default engine") from error
    return PreparedValidator(shapes(*files))


def _pyshifty(data: Graph, files: tuple[str, ...]) -> Graph:
    _, report, _ = _prepared_pyshifty(files).validate(data, graph_mode="data", infer=False)
    assert isinstance(report, Graph)
    return report


def _result(report: Graph, node: Node) -> Result:
    def one(predicate: str) -> str:
        return str(next(report.objects(node, _u(predicate)), ""))

    shape = one(SH.sourceShape)
    path = next(report.objects(node, _u(SH.resultPath)), None)
    messages = _messages(shape)
    return Result(
        severity=one(SH.resultSeverity).removeprefix(_SH),
        shape=shape,
        focus=one(SH.focusNode),
        path=str(path) if isinstance(path, URIRef) else "",
        value=one(SH.value),
        message_en=messages.get("en", ""),
        message_ar=messages.get("ar", ""),
        component=one(SH.sourceConstraintComponent),
    )


def _messages(shape: str) -> dict[str, str]:
    found = all_shapes().objects(_u(shape), _u(SH.message))
    return {str(m.language): str(m) for m in found if isinstance(m, RdfLiteral)}


# --- from the node a shape looks at to the node at fault, and to its sentence


def _traced(data: Graph, result: Result) -> Iterator[Result]:
    """The result for each node at fault.

    Many shapes look from a class or a predicate down on the referents and claims that carry it; such a result names the
    class. The path of the shape tells which of them have the offending value.
    """
    focus, steps = _u(result.focus), _steps(result.shape)
    from_above = (_u(result.shape), _u(SH.targetNode), focus) in all_shapes()
    if not from_above or len(steps) < 2 or not isinstance(steps[0], tuple):
        yield _quoted(data, result, focus)
        return
    for node in sorted(data.subjects(steps[0][0], focus), key=str):
        reached: set[Node] = {node}
        for step in steps[1:]:
            reached = {o for r in reached for o in data.objects(r, step if isinstance(step, URIRef) else step[0])}
        if any(str(value) == result.value for value in reached):
            yield _quoted(data, result, node, str(steps[1]))


def _steps(shape: str) -> list[URIRef | tuple[URIRef]]:
    """The path of a shape as steps; an inverse step is a one-tuple. Empty for a path that is no sequence."""
    path = next(all_shapes().objects(_u(shape), _u(SH.path)), None)
    if not isinstance(path, BNode) or (path, RDF.first, None) not in all_shapes():
        return []
    steps: list[URIRef | tuple[URIRef]] = []
    for step in Collection(all_shapes(), path):
        inverse = next(all_shapes().objects(step, _u(SH.inversePath)), None)
        steps.append((URIRef(str(inverse)),) if inverse is not None else URIRef(str(step)))
    return steps


def _quoted(data: Graph, result: Result, focus: Node, path: str = "") -> Result:
    text = next(data.objects(None, _u(M.text)), None)
    spans = sorted(s for e in _evidence_of(data, focus) if (s := _span(data, e)) is not None)
    sentence = sentence_at(str(text), *spans[0]) if text is not None and spans else None
    return Result(
        result.severity, result.shape, str(focus), path or result.path, result.value, result.message_en, result.message_ar,
        result.component, sentence,
    )


def _evidence_of(data: Graph, node: Node) -> Iterator[Node]:
    """Evidence of a claim, of an evidence node or a selector, or of the claims about a referent or about a frame on it."""
    evidence = _u(M.evidence)
    yield from data.objects(node, evidence)
    yield from (node, *data.subjects(_u(OA.hasSelector), node))
    for position in (RDF.subject, RDF.object):
        for claim in data.subjects(position, node):
            yield from data.objects(claim, evidence)
    for frame, predicate in data.subject_predicates(node):
        if "#topic" in str(predicate):
            for claim in data.subjects(RDF.subject, frame):
                yield from data.objects(claim, evidence)


def _span(data: Graph, evidence: Node) -> tuple[int, int] | None:
    for selector in data.objects(evidence, _u(OA.hasSelector)):
        start, end = (next(data.objects(selector, _u(p)), None) for p in (OA.start, OA.end))
        if start is not None and end is not None and str(start).isdigit() and str(end).isdigit():
            return int(str(start)), int(str(end))
    return None


# --- what needs the text


def _cross_checks(data: Graph) -> Iterator[Result]:
    for article, text in data.subject_objects(_u(M.text)):
        digest = hashlib.sha256(str(text).encode("utf-8", "surrogatepass")).hexdigest()
        for identifier in data.objects(article, _u(DCT.identifier)):
            if str(identifier) != f"sha256:{digest}":
                yield _finding(MSH.ArticleDigest, article, DCT.identifier, str(identifier))
        furniture = [_pair(str(s)) for s in data.objects(article, _u(M.boilerplateSpan))]
        for evidence in data.subjects(_u(OA.hasSource), article):
            yield from _evidence_faults(data, evidence, str(text), [f for f in furniture if f])


def _evidence_faults(data: Graph, evidence: Node, text: str, furniture: list[tuple[int, int]]) -> Iterator[Result]:
    span = _span(data, evidence)
    if span is None:
        return
    start, end = span
    if not start < end <= len(text):
        yield _finding(MSH.EvidenceRange, evidence, OA.hasSelector, f"{start}-{end}")
        return
    for selector in data.objects(evidence, _u(OA.hasSelector)):
        for quote in data.objects(selector, _u(OA.exact)):
            if str(quote) != text[start:end]:
                yield _finding(MSH.EvidenceQuotation, evidence, OA.exact, str(quote), sentence_at(text, start, end))
    if any(start < b and a < end for a, b in furniture):
        where = sentence_at(text, start, end)  # looked for only here: it reads the text from its beginning
        yield _finding(MSH.EvidenceBoilerplate, evidence, OA.hasSelector, text[start:end], where)


def _pair(text: str) -> tuple[int, int] | None:
    start, _, end = text.partition("-")
    return (int(start), int(end)) if start.isdigit() and end.isdigit() else None


def _finding(shape: str, focus: Node, path: str, value: str, sentence: str | None = None) -> Result:
    messages = _messages(shape)
    component = SH.NodeConstraintComponent
    return Result("Violation", shape, str(focus), path, value, messages["en"], messages["ar"], component, sentence)
