"""The only place that makes IRIs. Every IRI is a hash of what it names or a path of the authority files."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from urllib.parse import quote

ONTOLOGY = "https://w3id.org/mahdar/ontology#"
DEFAULT_BASE = "https://w3id.org/mahdar/"


class Iri(str):
    """An absolute IRI. A type of its own so that no text can be mistaken for one."""

    __slots__ = ()


def digest(*parts: str) -> str:
    """The first 20 hex digits of SHA-256 over the parts, separated by a character that occurs in none of them."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class Names:
    """Makes the IRIs of entities and graphs below one base (configurable; the ontology's own namespace is not)."""

    base: str = DEFAULT_BASE

    def entity(self, path: str) -> Iri:
        """An authority entity: `country/MA`, `org/nato`, `coalition/global-coalition-daesh`."""
        return Iri(f"{self.base}id/{quote(path)}")

    def hashed(self, kind: str, *parts: str) -> Iri:
        """A thing named by what it says: `…/id/{kind}/{hash of the parts}`."""
        return Iri(f"{self.base}id/{kind}/{digest(kind, *parts)}")

    def article(self, sha256: str) -> Iri:
        return Iri(f"{self.base}id/article/{sha256}")

    def article_graph(self, sha256: str) -> Iri:
        return Iri(f"{self.base}graph/article/{sha256}")

    def graph(self, name: str) -> Iri:
        """A named graph that is not an article: `entities`, `current`, `catalogue`."""
        return Iri(f"{self.base}graph/{name}")
