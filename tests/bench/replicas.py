"""Large derived stores in minutes: a block of generated articles is derived once, then copied with all in it renamed.

A copy has persons, bodies, meetings, articles and claims of its own; countries, places, posts and outlets are shared, as
they are in life. Renaming an entity renames what is looked up by it: its IRI, its profiles, its blocking keys. So copies are
what deriving as many varied articles leaves, except that their IRIs are no hashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

_HASHED = re.compile(rb"/id/([a-z]+)/[0-9a-f]{20}")
_SHARED = frozenset((b"country", b"place", b"post", b"outlet"))
_PROFILE = re.compile(rb'^<[^>]*(/id/profile/[0-9a-f]+)> <[^>]*profileKey> "\[\\"(?:country|place|post)\\"', re.MULTILINE)
_NAMED = ((b'articleName> "', b'articleName> "%s'), (b"/id/org/", b"/id/org/%s"), (b"/article/", b"/article/%s"),
          (b'"Organization ', b'"Organization %s'), (b'\\"Organization ', b'\\"Organization %s'),
          (b'"person|', b'"person|%s|'), (b'"body|', b'"body|%s|'))


def fill(folder: Path, block: bytes, copies: int) -> None:
    """A store on disk that holds the N-Quads of a block and renamed copies of them."""
    store = ox.Store(folder)
    store.bulk_load(block, ox.RdfFormat.N_QUADS)
    for copy in replicas(block, copies):
        store.bulk_load(copy, ox.RdfFormat.N_QUADS)
    store.optimize()
    store.flush()
    del store


def replicas(block: bytes, count: int) -> Iterator[bytes]:
    """`count` renamed copies of the N-Quads of a derived store."""
    kinds = sorted({m.group(1) for m in _HASHED.finditer(block)} - _SHARED - {b"article"})
    common = sorted({m.group(1) for m in _PROFILE.finditer(block)})
    for number in range(count):
        tag = b"r%03d-" % number
        copy = block
        for kind in kinds:
            copy = copy.replace(b"/id/%s/" % kind, b"/id/%s/%s" % (kind, tag))
        for profile in common:
            copy = copy.replace(profile.replace(b"/profile/", b"/profile/" + tag), profile)
        for old, new in _NAMED:
            copy = copy.replace(old, new % tag)
        yield copy
