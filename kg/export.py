"""The graph as files: Turtle (all graphs as one), TriG, N-Quads, JSON-LD, and the claims as CSV.

Everything is written in sorted order, so the same graph gives the same bytes. Written by hand from N-Triples lines: that is
a page of code, fast, and keeps the order, which library writers do not.
"""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import IO, Any

from kg import resources
from kg.iri import ONTOLOGY, Iri
from kg.store import Store, text_of
from kg.vocabulary import RDF, XSD

_SAFE_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_LINE = re.compile(r'(<[^>]*>) (<[^>]*>) (?:(<[^>]*>)|("(?:[^"\\]|\\.)*")(?:@([A-Za-z-]+)|\^\^(<[^>]*>))?) \.', re.DOTALL)
_UNESCAPED = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", '"': '"', "\\": "\\"}
_ESCAPE = re.compile(r"\\(?:u([0-9A-F]{4})|U([0-9A-F]{8})|(.))")
# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@cache
def prefixes() -> dict[str, str]:
    """Prefix → namespace: `m:` and every vocabulary that the ontology lists."""
    listed = tomllib.loads(resources.text("ontology", "vocabularies.toml"))
    others = {name.lower(): str(entry["namespace"]) for name, entry in listed.items()}
    return {"m": ONTOLOGY, **dict(sorted(others.items()))}


def short(iri: str) -> str | None:
    """The IRI with a prefix, where its local part needs no escaping; else None."""
    for prefix, namespace in prefixes().items():
        if iri.startswith(namespace) and _SAFE_LOCAL.fullmatch(iri, len(namespace)):
            return f"{prefix}:{iri[len(namespace):]}"
    return None


def _token(node: str) -> str:
    """A Turtle token for an IRI in angle brackets."""
    return short(node[1:-1]) or node


def _parts(line: str) -> tuple[str, str, str | None, str | None, str | None, str | None]:
    match = _LINE.fullmatch(line)
    if match is None:
        raise ValueError(f"not a canonical N-Triples line: {line[:80]}")
    subject, predicate, iri, text, language, datatype = match.groups()
    return subject, predicate, iri, text, language, datatype


def _turtle(lines: Iterable[str], indent: str = "") -> Iterator[str]:
    """Sorted N-Triples lines as Turtle blocks, one per subject."""
    for subject, block in groupby((_parts(line) for line in lines), key=lambda p: p[0]):
        pairs = []
        for predicate, objects in groupby(block, key=lambda p: p[1]):
            verb = "a" if predicate[1:-1] == RDF.type else _token(predicate)
            pairs.append(f"{verb} " + " , ".join(_object(p) for p in objects))
        yield f"{indent}{_token(subject)} " + f" ;\n{indent}  ".join(pairs) + " .\n"


def _object(parts: tuple[str, str, str | None, str | None, str | None, str | None]) -> str:
    _, _, iri, text, language, datatype = parts
    if iri is not None:
        return _token(iri)
    if language:
        return f"{text}@{language}"
    return f"{text}^^{_token(datatype)}" if datatype else str(text)


def _lines(store: Store, graph: Iri) -> list[str]:
    # splitlines() would also cut at U+2028 and the like, which stand unescaped in N-Triples
    return store.dump(graph).decode("utf-8").split("\n")[:-1]


def turtle(store: Store, output: IO[bytes]) -> None:
    """All graphs as one; a triple that stands in several is written once."""
    output.write("".join(f"@prefix {p}: <{n}> .\n" for p, n in prefixes().items()).encode() + b"\n")
    union = sorted({line for graph in store.graphs() for line in _lines(store, graph)})
    for block in _turtle(union):
        output.write(block.encode("utf-8"))


def trig(store: Store, output: IO[bytes]) -> None:
    output.write("".join(f"@prefix {p}: <{n}> .\n" for p, n in prefixes().items()).encode())
    for graph in store.graphs():
        output.write(f"\n<{graph}> {{\n".encode())
        for block in _turtle(_lines(store, graph), "  "):
            output.write(block.encode("utf-8"))
        output.write(b"}\n")


def nquads(store: Store, output: IO[bytes]) -> None:
    for graph in store.graphs():
        tail = f" <{graph}> ."
        for line in _lines(store, graph):
            output.write(f"{line[:-2]}{tail}\n".encode())


def jsonld(store: Store, output: IO[bytes]) -> None:
    """Expanded JSON-LD with a prefix context, one node object per graph."""
    output.write(json.dumps({"@context": prefixes()})[:-1].encode() + b', "@graph": [')
    for number, graph in enumerate(store.graphs()):
        nodes = list(_nodes(_lines(store, graph)))
        text = json.dumps({"@id": graph, "@graph": nodes}, ensure_ascii=False)
        output.write((",\n" if number else "\n").encode() + text.encode("utf-8"))
    output.write(b"\n]}\n")


def _nodes(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    for subject, block in groupby((_parts(line) for line in lines), key=lambda p: p[0]):
        node: dict[str, Any] = {"@id": _token(subject).strip("<>")}
        for _, predicate, iri, text, language, datatype in block:
            if predicate[1:-1] == RDF.type and iri is not None:
                node.setdefault("@type", []).append(_token(iri).strip("<>"))
                continue
            value: dict[str, str]
            if iri is not None:
                value = {"@id": _token(iri).strip("<>")}
            else:
                value = {"@value": _unescape(str(text)[1:-1])}
                if language:
                    value["@language"] = language
                elif datatype and datatype[1:-1] != XSD.string:
                    value["@type"] = _token(datatype).strip("<>")
            node.setdefault(_token(predicate).strip("<>"), []).append(value)
        yield node


def _unescape(text: str) -> str:
    def replaced(match: re.Match[str]) -> str:
        code = match.group(1) or match.group(2)
        return chr(int(code, 16)) if code else _UNESCAPED[match.group(3)]

    return _ESCAPE.sub(replaced, text)


def claims_csv(store: Store, output: IO[bytes]) -> None:
    """One claim a row, with the words it rests on. A cell that a spreadsheet would take for a formula begins with '."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    columns = ("article", "published", "subject_type", "subject", "predicate", "object", "modality", "confidence", "rule",
               "start", "end", "quote", "claim")
    writer.writerow(columns)
    rows = (
        tuple(text_of(row[name]) if name in row else "" for name in columns)
        for row in store.select(resources.text("queries", "export/claims.rq"))
    )
    for row in sorted(rows):
        writer.writerow([safe_cell(cell) for cell in row])
    output.write(text.getvalue().encode("utf-8"))


def safe_cell(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) and not re.fullmatch(r"-?\d+(\.\d+)?", cell) else cell


FORMATS: dict[str, Callable[[Store, IO[bytes]], None]] = {
    "ttl": turtle, "trig": trig, "nq": nquads, "jsonld": jsonld, "csv": claims_csv,
}
