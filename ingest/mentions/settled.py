"""Settles which of overlapping mentions stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter

from ingest.mention import Kind, Mention

# Where two candidates of the same length overlap, the earlier kind stands.
_ORDER = (
    Kind.PERSON, Kind.TITLE, Kind.MEETING, Kind.COALITION, Kind.ORGANIZATION, Kind.GROUP, Kind.MONEY, Kind.DATE,
    Kind.COUNTRY, Kind.PLACE, Kind.NUMBER, Kind.NISBA,
)
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}


def resolve(mentions: Iterable[Mention]) -> list[Mention]:
    """The longest mentions that do not overlap, in text order; of equal ones that of the more telling kind."""
    kept: list[Mention] = []
    for group in _groups(mentions):
        kept += group if len(group) == 1 else _settled(group)
    return kept


def _groups(mentions: Iterable[Mention]) -> Iterator[list[Mention]]:
    """Mentions that hang together by overlapping, in text order; nearly all stand alone."""
    group: list[Mention] = []
    reached = 0
    for mention in sorted(mentions, key=attrgetter("first")):
        if mention.first >= reached and group:
            yield group
            group = []
        group.append(mention)
        reached = max(reached, mention.last)
    if group:
        yield group


def _settled(group: Iterable[Mention]) -> list[Mention]:
    taken: set[int] = set()
    kept: list[Mention] = []
    for mention in sorted(group, key=lambda m: (m.first - m.last, _RANK[m.kind], m.first, m.reason)):
        place = range(mention.first, mention.last)
        if taken.isdisjoint(place):
            taken.update(place)
            kept.append(mention)
    return sorted(kept, key=attrgetter("first"))
