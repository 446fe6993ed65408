"""Consistency of the ontology, alone or together with data: HermiT by way of owlready2, the one module that knows it.

Needs a Java runtime; nothing else in Mahdar does. OWL 2 DL semantics, open world: what is merely missing is the business of
the shapes, what cannot be is found here.
"""

from __future__ import annotations

import io
import shutil
from dataclasses import dataclass

from rdflib import OWL, RDF, Graph

from kg import ontology
from kg.errors import MahdarError

# Reserved in OWL 2 DL as predicates of data; claims are reified with them, and HermiT refuses a file that has them.
_RESERVED = frozenset({RDF.subject, RDF.predicate, RDF.object})


class ReasonerError(MahdarError):
    """The reasoner is missing or gave up; the message is one line."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a model exists, and the IRIs of the classes that can have no member (sorted; unknown if inconsistent)."""

    consistent: bool
    unsatisfiable: tuple[str, ...] = ()


def available() -> bool:
    """Whether a Java runtime is on the path."""
    return shutil.which("java") is not None


def check(data: Graph | None = None) -> Verdict:
    """Run HermiT over the whole ontology and, if given, `data`. Takes 2 to 4 seconds. Raises ReasonerError."""
    if not available():
        raise ReasonerError("java: not found on the path; the reasoner HermiT needs a Java runtime (nothing else does)")
    import owlready2

    world = owlready2.World()
    world.get_ontology("urn:mahdar:check#").load(fileobj=io.BytesIO(_ntriples(data)))
    try:
        # xsd:date and xsd:gYear are outside the OWL 2 datatype map; the shapes check dates.
        owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
    except owlready2.OwlReadyInconsistentOntologyError:
        return Verdict(consistent=False)
    except owlready2.OwlReadyJavaError as error:
        raise ReasonerError(f"HermiT: {' '.join(str(error).split())}") from error
    empty = {str(c.iri) for c in world.inconsistent_classes()} - {str(OWL.Nothing)}
    return Verdict(consistent=True, unsatisfiable=tuple(sorted(empty)))


def _ntriples(data: Graph | None) -> bytes:
    """Ontology and data as one sorted N-Triples file: one ontology, no imports, nothing reserved."""
    headers = set(ontology.graph().subjects(RDF.type, OWL.Ontology))
    merged = Graph()
    for source in (ontology.graph(), data if data is not None else Graph()):
        for subject, predicate, value in source:
            if predicate in _RESERVED or value == RDF.Statement or subject in headers:
                continue
            merged.add((subject, predicate, value))
    lines = merged.serialize(format="nt").splitlines()
    return ("\n".join(sorted(lines)) + "\n").encode("utf-8")
