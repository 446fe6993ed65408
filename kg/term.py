"""RDF terms without an RDF library: what graphs are written from and what query answers are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from kg.claim import PartialDate
from kg.iri import Iri
from kg.vocabulary import XSD

# Canonical N-Quads escapes (RDF Dataset Canonicalization 1.0): named escapes where they exist, \uXXXX for other controls.
_ESCAPES = {chr(i): f"\\u{i:04X}" for i in (*range(0x20), 0x7F)} | {
    "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"
}
_ESCAPED = re.compile(r'[\x00-\x1f\x7f"\\]')
# The marks, embeddings and isolates of the bidirectional algorithm.
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_DATE_TYPES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}


@dataclass(slots=True, unsafe_hash=True, order=True)
class Literal:
    """A value with its datatype, or a text with its language (then the datatype is ignored)."""

    value: str
    datatype: Iri = XSD.string
    language: str | None = None


Term: TypeAlias = Iri | Literal


def plain(name: str) -> str:
    """A name for labels: without the characters that turn the direction of writing and run on into what stands beside it.

    Never for the words of an article that are cited: those stay character for character.
    """
    return _DIRECTIONS.sub("", name).strip()


def quoted(text: str) -> str:
    """A text in quotation marks, escaped as in canonical N-Quads."""
    if _ESCAPED.search(text):
        text = _ESCAPED.sub(lambda match: _ESCAPES[match.group()], text)
    return '"' + text + '"'


def ntriples(term: Term) -> str:
    """The term in canonical N-Triples. IRIs are trusted to be valid: only `kg.iri` makes them."""
    if isinstance(term, Iri):
        return "<" + term + ">"
    text = quoted(term.value)
    if term.language:
        return f"{text}@{term.language}"
    return text if term.datatype == XSD.string else text + "^^<" + term.datatype + ">"


def date(value: PartialDate) -> Literal:
    """xsd:date, xsd:gYearMonth or xsd:gYear, whichever the precision allows."""
    text = str(value)
    return Literal(text, _DATE_TYPES[len(text)])


def integer(value: int) -> Literal:
    return Literal(str(value), XSD.integer)


def decimal(value: Decimal | float) -> Literal:
    """Canonical form as stores keep it: no exponent, no trailing zeros, no negative zero. Floats are cut to 4 places."""
    number = value if isinstance(value, Decimal) else Decimal(str(round(value, 4)))
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return Literal("0" if text in ("-0", "") else text, XSD.decimal)
