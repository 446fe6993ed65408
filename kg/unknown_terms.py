"""Terms of our own namespace that a query uses and the ontology does not define, with what may have been meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from functools import cache

from kg import vocabulary
from kg.export import prefixes, short
from kg.iri import ONTOLOGY, Iri
from kg.userquery import bare

_PREFIX = re.compile(r"\bPREFIX\s{1,1000}([\w.-]*):\s{0,1000}<([^<>]*)>", re.IGNORECASE)
_TERM = re.compile(r"<(?P<iri>[^<>\s]*)>|(?<![\w.:?$%\\-])(?P<prefix>[\w.-]*):(?P<local>\w[\w-]*)")
_NEAR = 3  # terms that a hint names
_ALIKE = 0.75  # below this, a name is another and no slip of the pen


def hints(query: str) -> list[str]:
    """One line for each unknown term, in the order of the query."""
    return [_hint(term.removeprefix(ONTOLOGY)) for term in dict.fromkeys(_used(query)) if term not in _known()]


def _used(query: str) -> Iterator[str]:
    """The IRIs of our namespace, written in full or with a prefix."""
    text = bare(query, iris=True)
    namespaces = {**prefixes(), **dict(_PREFIX.findall(text))}
    for found in _TERM.finditer(_PREFIX.sub(" ", text)):
        iri = found["iri"] if found["iri"] is not None else namespaces.get(found["prefix"], "") + found["local"]
        if iri.startswith(ONTOLOGY) and iri != ONTOLOGY:
            yield iri


def _hint(local: str) -> str:
    near = _nearest(local)
    meant = f"; did you mean {' or '.join(near)}?" if near else ""
    return f"m:{local} is no term of the ontology{meant}"


def _nearest(local: str) -> list[str]:
    """Terms of ours or of the vocabularies we use: those of this very name first, then those most like it."""
    by_name: dict[str, list[str]] = {}
    for iri in sorted(_known(), key=lambda known: (not known.startswith(ONTOLOGY), known)):
        if written := short(iri):
            by_name.setdefault(written.split(":", 1)[1].lower(), []).append(written)
    near = difflib.get_close_matches(local.lower(), by_name, n=_NEAR, cutoff=_ALIKE)
    alike = [written for name in near for written in by_name[name]]
    return sorted(alike, key=lambda written: written.split(":", 1)[1][0] != local[0])[:_NEAR]  # a class for a class first


@cache
def _known() -> frozenset[str]:
    classes = (value for value in vars(vocabulary).values() if isinstance(value, type))
    return frozenset(term for one in classes for term in vars(one).values() if isinstance(term, Iri))
