"""Independent origins: articles that repeat one communiqué or one wire are one source, however many they are.

Two claims share an origin if their articles are of one outlet, if they attribute to the same speaker passages that overlap,
or if their passages are near copies without any attribution. Passages are compared by their shingles (runs of four folded
words) through a deterministic sketch, so that a key with thousands of claims costs no thousand-fold comparison.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import blake2b

from kg.identity import spelling
from kg.iri import Iri
from kg.statements import Source, Statement

SHINGLE = 4           # words
SKETCH = 24           # smallest hashes kept of a passage
COPY = 0.5            # share of common shingles that makes a near copy
QUOTED = 0.2          # share that suffices where both name the same speaker
_PAIRWISE = 60        # up to so many claims all pairs are compared

Paragraph = Callable[[Source, int], str]


def sketch(text: str) -> frozenset[int]:
    """The smallest hashes of the shingles of a passage; of a short passage, all of them."""
    words = spelling.words(text)
    runs = {" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))} if words else set()
    hashes = sorted(int.from_bytes(blake2b(run.encode(), digest_size=8).digest(), "big") for run in runs)
    return frozenset(hashes[:SKETCH])


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """The estimated share of common shingles, of the shorter passage (0 to 1)."""
    if not one or not other:
        return 0.0
    limit = min(max(one), max(other))  # beyond the smaller horizon a sketch says nothing
    left, right = {h for h in one if h <= limit}, {h for h in other if h <= limit}
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def group(statements: Sequence[Statement], paragraph: Paragraph) -> dict[Iri, Iri]:
    """Claim → the claim that stands for its origin (the first of the origin's claims by IRI)."""
    ordered = sorted(statements, key=lambda s: s.claim)
    parent = {s.claim: s.claim for s in ordered}

    def root(claim: Iri) -> Iri:
        while parent[claim] != claim:
            parent[claim] = parent[parent[claim]]
            claim = parent[claim]
        return claim

    def join(one: Iri, other: Iri) -> None:
        first, second = sorted((root(one), root(other)))
        parent[second] = first

    outlets: dict[str, Iri] = {}
    for statement in ordered:
        source = statement.source
        join(outlets.setdefault(source.outlet or source.iri, statement.claim), statement.claim)
    if len({root(s.claim) for s in ordered}) > 1:
        passages = {s.claim: sketch(paragraph(s.source, s.spans[0][0]) if s.spans else "") for s in ordered}
        for one, other in _pairs(ordered, passages):
            if root(one.claim) != root(other.claim):
                enough = QUOTED if one.speaker and one.speaker == other.speaker else COPY
                if overlap(passages[one.claim], passages[other.claim]) >= enough:
                    join(one.claim, other.claim)
    return {s.claim: root(s.claim) for s in ordered}


def _pairs(ordered: Sequence[Statement], passages: dict[Iri, frozenset[int]]) -> list[tuple[Statement, Statement]]:
    """Pairs worth a comparison: all of few claims; of many, those that share a shingle of their sketches."""
    if len(ordered) <= _PAIRWISE:
        return [(a, b) for i, a in enumerate(ordered) for b in ordered[i + 1 :] if a.source.iri != b.source.iri]
    last: dict[int, Statement] = {}
    found = []
    for statement in ordered:
        for shingle in sorted(passages[statement.claim]):
            if shingle in last and last[shingle].source.iri != statement.source.iri:
                found.append((last[shingle], statement))
            last[shingle] = statement
    return found
