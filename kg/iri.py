"""The only place that makes IRIs. Every IRI is a hash of what it names or a path of the authority files."""

from __future__ import annotations

import hashlib
import re
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


# The characters of RFC 3987 IRIs that stand in an address as they are: not the bidirectional controls and other format
# characters that change how an address reads, and no bracket. A percent sign must begin an escape.
_PLANES = "".join(f"{chr(p * 0x10000)}-{chr(p * 0x10000 + 0xFFFD)}" for p in range(1, 14)) + "\U000e1000-\U000efffd"
_FORBIDDEN = re.compile(
    rf"[^!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~\u00a1-\u200a\u2010-\u2027\u202f-\u205f\u2070-\ud7ff\uf900-\ufdcf\ufdf0-\ufefe"
    rf"\uff00-\uffef{_PLANES}]|%(?![0-9A-Fa-f]{{2}})"
)


def web_iri(address: str) -> Iri | None:
    """An address from an article's metadata as an IRI, characters that IRIs forbid percent-encoded.

    None where it is no absolute http or https address: those of other schemes are never written.
    """
    try:
        parts = urlsplit(address.strip())
        usable = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    if not usable or "[" in address or "]" in address:
        return None
    return Iri(_FORBIDDEN.sub(lambda m: quote(m.group().encode("utf-8", "surrogatepass"), safe=""), address.strip()))
