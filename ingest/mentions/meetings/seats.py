"""The palaces and houses of heads of state and government, by which papers name the city of a meeting."""

from __future__ import annotations

from functools import cache

from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.mentions.authority import by_path
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.mentions.mention import Kind, Mention
from kg.claim import Span

_REACH = 34  # tokens behind a spot in which the house of the host is named


@cache
def _seats() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word → the names that begin with it, longest first, with the path of their city."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in read_tsv("seats.tsv"):
        name = tuple(fold(row["name"]).split())
        found.setdefault(name[0], []).append((name, row["place"]))
    return {first: tuple(sorted(rows, key=lambda r: -len(r[0]))) for first, rows in found.items()}


def seat_of(scene: Scene, spot: Spot) -> Mention | None:
    """ "استقبل … بقصر المرادية", "قمة في البيت الأبيض": the city of the first seat in the clause, in front or behind."""
    for index in range(spot.last, min(spot.last + _REACH, spot.sentence.last)):
        word = scene.norm(index)
        if word in ".؛:" or bare(word) in words("saying"):
            break
        if (found := _seat_at(scene, index)) is not None:
            return found
    for index in range(max(spot.first - 12, spot.sentence.first), spot.first):
        if (found := _seat_at(scene, index)) is not None and not _ends(scene, index, spot.first):
            return found
    return None


def _ends(scene: Scene, first: int, last: int) -> bool:
    return any(scene.norm(i) in ".؛:" or bare(scene.norm(i)) in words("saying") for i in range(first, last))


def _seat_at(scene: Scene, index: int) -> Mention | None:
    """A seat that begins at a token, behind في or بـ."""
    word = scene.norm(index)
    glued = word.startswith("ب") and word[1:] in _seats()
    if not glued and (word not in _seats() or bare(scene.norm(index - 1)) not in ("في", "داخل")):
        return None
    for name, path in _seats()[word[1:] if glued else word]:
        if all(scene.norm(index + k) == part for k, part in enumerate(name) if k):
            entity = by_path("places.tsv")[path]
            last = index + len(name)
            span = Span(scene.tokens[index].start + glued, scene.tokens[last - 1].end)
            prefix = "ب" if glued else ""
            return Mention(Kind.PLACE, index, last, span, entity.referent(), "the seat of a head of state", prefix)
    return None
