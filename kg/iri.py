"""The only place that makes IRIs. Every IRI is a hash of what it names or a path of the authority files."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

ONTOLOGY = "https://w3id.org/mahdar/ontology#"
DEFAULT_BASE = "https://w3id.org/mahdar/"


class Iri(str):
    """An absolute IRI. A type of its own so that no text can be mistaken for one."""

    __slots__ = ()


def digest(*parts: str) -> str:
    """The first 20 hex digits of SHA-256 over the parts, separated by a character that occurs in none of them."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:20]


# Where a new version of a graph waits for the one transaction that puts it in place (queries/store/replace.ru).
STAGING = Iri("urn:mahdar:staging")
REPLACES = Iri("urn:mahdar:replaces")


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


# What RFC 3987 does not allow in an IRI, and what would change how an address reads (bidirectional controls).
_NOT_IN_IRIS = {ord(c) for c in "<>\"{}|^`\\"} | {*range(0x21), *range(0x7F, 0xA1), *range(0x200B, 0x2010)}
_NOT_IN_IRIS |= {*range(0x2028, 0x202F), *range(0x2060, 0x2070), *range(0xD800, 0xF900), 0xFEFF, *range(0xFFF0, 0x10000)}
_QUOTED = {c: quote(chr(c).encode("utf-8", "surrogatepass")) for c in _NOT_IN_IRIS}


def web_iri(address: str) -> Iri | None:
    """An address from an article's metadata as an IRI, characters that IRIs forbid percent-encoded.

    None where it is no absolute http or https address: those of other schemes are never written.
    """
    try:
        parts = urlsplit(address.strip())
        usable = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    return Iri(address.strip().translate(_QUOTED)) if usable and "[" not in address and "]" not in address else None
