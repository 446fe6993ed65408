"""The two who held a joint press conference took part in the talks behind it."""

from __future__ import annotations

from ingest.claims.participation.memory import Memory
from ingest.mentions.meetings import MeetingMention
from ingest.mentions.meetings.identity.joint_press import PRESS
from kg.claim import Modality


def complete(memory: Memory) -> None:
    """Adds both to the talks that have them only from their press conference."""
    for meeting in memory.reading.mentions:
        if PRESS not in meeting.tags or not isinstance(meeting, MeetingMention) or meeting.told is None:
            continue
        two = next((r.details.partners for r in meeting.told.readings if r.spot.first == meeting.first), ())
        if not two or meeting.referent is None:
            continue
        sentence = memory.reading.document.sentence_at(two[0].first)
        for party in two:
            span = memory.reading.span(party)
            memory.put("encounter", span, sentence, party, "attendee", meeting.referent, Modality.ASSERTED)
