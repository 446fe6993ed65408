"""Checks of the source and of the data; each returns the faults it finds, so that a test can plant one and see it found."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
from rdflib import RDF, SH, Graph, Node, URIRef
from rdflib.collection import Collection

from kg import ontology
from kg.vocabulary import RDF as R
from kg.vocabulary import RDFS, M

ROOT = Path(__file__).resolve().parent.parent
LONGEST_MODULE = 300
LONGEST_FUNCTION = 50

_SPARQL = re.compile(
    r"\b(SELECT|CONSTRUCT|ASK|DESCRIBE)\b[^\"]*?(\{|\bWHERE\b).*?[?$]\w+|\b(INSERT|DELETE)\s+(DATA|WHERE|\{)|\bPREFIX\s+\w*:\s*<",
    re.DOTALL,
)
_IRI = re.compile(r"\bhttps?://[^/\s{}]+")
# Paths of machines and names of package hosts, written so that this file does not contain them.
_PLACES = re.compile("|".join(f"/{place}/" for place in ("work", "home", "tmp", "Users")) + "|files.python" + "hosted")


def sources(*folders: str) -> list[Path]:
    """All Python files below the folders, sorted."""
    return sorted(p for folder in folders for p in (ROOT / folder).rglob("*.py"))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(source: str) -> set[str]:
    """Top-level packages that a module imports, anywhere in it, also by `import_module`."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
        elif isinstance(node, ast.Call) and "import_module" in ast.dump(node.func):
            found.update(s.split(".")[0] for s in _strings(node))
    return found


def _docstrings(tree: ast.AST) -> set[int]:
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return {
        id(node.body[0].value) for node in ast.walk(tree)
        if isinstance(node, holders) and node.body and isinstance(node.body[0], ast.Expr)
    }


def _strings(tree: ast.AST) -> Iterator[str]:
    """Text constants, docstrings left out; the parts of an f-string joined, values as {}."""
    skip = _docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(v.value) if isinstance(v, ast.Constant) else "{}" for v in node.values)
            skip.update(id(v) for v in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skip:
            yield node.value


def sparql_texts(source: str) -> list[str]:
    """Strings that are SPARQL: it belongs into .rq files."""
    return [text for text in _strings(ast.parse(source)) if _SPARQL.search(text)]


def iri_texts(source: str) -> list[str]:
    """Strings with an absolute web address in them; a bare scheme, or a scheme before a value, is none."""
    return [found.group() for text in _strings(ast.parse(source)) if (found := _IRI.search(text))]


def too_long(source: str) -> list[str]:
    """The module and the functions that exceed the limits, with their lengths in lines."""
    lines = len(source.splitlines())
    found = [f"module: {lines} lines"] if lines > LONGEST_MODULE else []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                found.append(f"{node.name}: {length} lines")
    return found


def places(text: str) -> list[str]:
    """Machine paths and package hosts named in a text."""
    return _PLACES.findall(text)


def blank_nodes(quads: bytes) -> list[str]:
    """Statements with a blank node."""
    return [str(q) for q in ox.parse(quads, format=ox.RdfFormat.N_QUADS) if any(_blank(t) for t in (q.subject, q.object))]


def _blank(term: object) -> bool:
    return isinstance(term, ox.BlankNode)


def used(quads: bytes) -> tuple[set[str], set[str]]:
    """Predicates and classes of a graph; a class may also be the value of m:referentType, a predicate of rdf:predicate."""
    predicates: set[str] = set()
    classes: set[str] = set()
    for quad in ox.parse(quads, format=ox.RdfFormat.N_QUADS):
        predicates.add(quad.predicate.value)
        if isinstance(quad.object, ox.NamedNode):
            if quad.predicate.value in (R.type, M.referentType):
                classes.add(quad.object.value)
            elif quad.predicate.value in (R.predicate, M.factPredicate):
                predicates.add(quad.object.value)
    return predicates, classes


_GIVEN = {str(t) for t in (R.type, R.subject, R.predicate, R.object, R.Statement, RDFS.label, RDFS.comment)}


def undeclared(quads: bytes) -> list[str]:
    """Predicates and classes that the ontology does not declare."""
    predicates, classes = used(quads)
    return sorted((predicates | classes) - ontology.declared() - _GIVEN)


def uncovered(quads: bytes, shapes: Graph) -> list[str]:
    """Predicates and classes that no shape looks at."""
    predicates, classes = used(quads)
    paths = {str(step) for path in shapes.objects(None, SH.path) for step in _steps(shapes, path)}
    aimed = {str(t) for p in (SH.targetClass, SH.targetNode, SH["class"], SH.hasValue) for t in shapes.objects(None, p)}
    # A predicate that is claimed has its own shapes, aimed at it; rdf:type is looked at by every target.
    return sorted((predicates - paths - aimed - {R.type}) | (classes - aimed - _listed(shapes)))


def _steps(shapes: Graph, path: Node) -> Iterator[Node]:
    if isinstance(path, URIRef):
        yield path
    for inner in (SH.inversePath, SH.alternativePath):
        for step in shapes.objects(path, inner):
            yield from _steps(shapes, step)
    if (path, RDF.first, None) in shapes:
        for step in Collection(shapes, path):
            yield from _steps(shapes, step)


def _listed(shapes: Graph) -> set[str]:
    return {str(i) for head in shapes.objects(None, SH["in"]) for i in Collection(shapes, head)}
