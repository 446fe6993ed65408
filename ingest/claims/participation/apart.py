"""Who was at the several meetings that one verb tells of: "استقبل فلان فلانا وفلانا كلا على حدة، بحضور علان".

The constructions give all of them to the meeting of the verb. Here each of those who were met goes to the meeting that was
with him; whoever met them, and whoever was present, was at every one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.claims.participation.part import Part
from ingest.mentions.meetings import MeetingMention
from ingest.mentions.meetings.apart import met
from ingest.mentions.mention import Kind, Mention, Reading
from kg.claim import Referent
from kg.iri import Iri


def is_apart(mention: Mention) -> bool:
    """Whether a mention is of a meeting told beside that of the verb: the constructions do not speak of it."""
    return "apart" in mention.tags


def spread(reading: Reading, parts: Sequence[Part]) -> list[Part]:
    """The parts of an article with those of parted meetings given to each of them."""
    found = list(parts)
    for base, first, others in _parted(reading):
        partners = {(actor.type, actor.key): meeting for meeting, actor in others}
        found = [piece for part in found for piece in _pieces(part, base, first, partners)]
    return found


def _parted(reading: Reading) -> Iterator[tuple[Referent, Referent, list[tuple[Referent, Referent]]]]:
    """The meeting of each verb that tells of several, with whom it was, and the other meetings with theirs."""
    for sentence in reading.document.sentences:
        here = [m for m in reading.within(sentence) if m.kind is Kind.MEETING and m.referent is not None]
        base = next((m for m in here if "parted" in m.tags and not is_apart(m)), None)
        first = None if base is None else _met(base)
        others = [(m.referent, actor) for m in here if is_apart(m) and m.referent and (actor := _met(m)) is not None]
        if base is not None and base.referent is not None and first is not None and others:
            yield base.referent, first, others


def _met(mention: Mention) -> Referent | None:
    told = mention.told if isinstance(mention, MeetingMention) else None
    readings = () if told is None else told.readings
    return next((met(one) for one in readings if "parted" in one.spot.marks), None)


def _pieces(part: Part, base: Referent, first: Referent, partners: dict[tuple[Iri, str], Referent]) -> list[Part]:
    if part.meeting.key != base.key:
        return [part]
    own = partners.get((part.actor.type, part.actor.key))
    if own is not None:
        return [replace(part, meeting=own)]
    if (part.actor.type, part.actor.key) == (first.type, first.key):
        return [part]
    return [part, *(replace(part, meeting=meeting, evidence=list(part.evidence)) for meeting in partners.values())]
