"""Participations in a meeting told by a verb, where the patterns found fewer than two parties."""

from __future__ import annotations

from ingest.claims.clause import clause
from ingest.claims.modality import modality_of
from ingest.claims.participation import antecedent
from ingest.claims.participation.encounter_row import PEOPLE, Sides
from ingest.claims.participation.encounter_sides import sides
from ingest.claims.participation.encounter_talks import talks
from ingest.claims.participation.meeting import is_to_come
from ingest.claims.participation.memory import Memory
from ingest.mention import Kind, Mention
from ingest.mentions.meetings import MeetingMention
from ingest.mentions.meetings.lexicon import TALKS
from ingest.mentions.meetings.parties.going_on import GOES_ON
from ingest.skeleton import Skeleton
from kg.claim import Modality


def complete(skeleton: Skeleton, memory: Memory) -> None:
    """Adds the sides of the verbs of meeting and of the talks of a sentence."""
    for meeting in skeleton.mentions:
        if meeting.kind is not Kind.MEETING or meeting.referent is None:
            continue
        group = meeting.reason.removeprefix("meeting: ") if "verb" in meeting.tags else ""
        told = group in TALKS or (not group and "bilateral" in meeting.tags)
        if told and memory.parties(meeting.referent) < 2:
            _complete(skeleton, memory, meeting, group)
        if group in TALKS and isinstance(meeting, MeetingMention) and meeting.apart:
            _met_apart(skeleton, memory, meeting)


def _met_apart(skeleton: Skeleton, memory: Memory, meeting: MeetingMention) -> None:
    """ "استقبل فلانا ثم علانا": the second of those who were met one after another."""
    referent = meeting.referent
    modality = _modality(skeleton, meeting)
    if referent is None or modality is None:
        return
    sought = {other.partner for other in meeting.apart}
    row = clause(skeleton.reading, skeleton.sentence)
    for i, element in enumerate(row.elements):
        other = element.mention
        then = row.norm(i - 1).removeprefix("و") == "ثم"
        if not then or other is None or other.first < meeting.last or other.kind not in PEOPLE or other.referent is None:
            continue
        span = row.span(i, i + 1)
        if f"{other.referent.type}{other.referent.key}" in sought and span is not None:
            memory.put("encounter", span, skeleton.sentence, other, "attendee", referent, modality)


def _modality(skeleton: Skeleton, meeting: Mention) -> Modality | None:
    """As what the sides of a meeting are told; None where it is denied."""
    modality = modality_of(skeleton.reading, skeleton.sentence, meeting.first)
    if modality is Modality.DENIED:
        return None
    planned = modality in (Modality.ASSERTED, Modality.REPORTED) and is_to_come(meeting)
    return Modality.PLANNED if planned else modality


def _complete(skeleton: Skeleton, memory: Memory, meeting: Mention, group: str) -> None:
    row = clause(skeleton.reading, skeleton.sentence)
    at = row.beginning(meeting.first)
    found = None if at is None else sides(row, at, group) if group else talks(row, at)
    if at is None or found is None or meeting.referent is None:
        return
    subject, others = _filled(skeleton, memory, meeting, found)
    missing = subject is None and (found.needs_subject or not others)
    if missing or any(subject is not None and subject.referent == other.referent for other in others):
        return
    modality, span = _modality(skeleton, meeting), row.span(at, found.last)
    if modality is None or span is None:
        return
    if subject is not None:
        memory.met_last = meeting.first, subject
        role = "host" if found.received else "attendee"
        memory.put("encounter", span, skeleton.sentence, subject, role, meeting.referent, modality)
    for other in others:
        memory.put("encounter", span, skeleton.sentence, other, "attendee", meeting.referent, modality)


def _filled(skeleton: Skeleton, memory: Memory, meeting: Mention, found: Sides) -> tuple[Mention | None, list[Mention]]:
    """The sides with the one whom a pronoun, a courtesy or an implicit subject means."""
    others = [other for other in found.others if other.referent is not None]
    subject = found.subject
    if found.courtesy:
        subject = memory.honoured.get(found.courtesy)
    if found.needs_subject and subject is None:
        known = {m.referent for m in others}
        subject = _going_on(meeting) or antecedent.person_before(skeleton, meeting.first, memory.topic)
        if subject is None and found.received:
            subject = _only_before(skeleton, meeting)
        if subject is None or subject.referent in known:
            return None, []
    if found.needs_pair:
        others += [m for m in _pair_before(skeleton, meeting) if subject is None or m.referent != subject.referent]
    if found.needs_object:
        if memory.met_in(skeleton.sentence.index - 1):
            return subject, others  # "استقبل فلان فلانا. واستقبله أيضا …": the one or the other
        meant = antecedent.person_before(skeleton, meeting.first, memory.topic)
        if meant is None or (subject is not None and meant.referent == subject.referent):
            meant = _other_before(skeleton, meeting, subject) if found.received else None
        if meant is not None and all(meant.referent != other.referent for other in others):
            others.append(meant)
    return subject, others


def _going_on(meeting: Mention) -> Mention | None:
    """ "التقى فلان علانا، ثم استقبل فلانا": who met the first meets the second."""
    if GOES_ON not in meeting.tags or not isinstance(meeting, MeetingMention) or meeting.told is None:
        return None
    here = (r.details.partners for r in meeting.told.readings if r.spot.first == meeting.first)
    return next((partners[0] for partners in here if partners), None)


def _only_before(skeleton: Skeleton, meeting: Mention) -> Mention | None:
    """ "ما ورد في كلمة الملك لدى استقباله فلانا": the only one who is named in front."""
    here = {m.referent: m for m in skeleton.mentions if m.last <= meeting.first and m.kind in PEOPLE}
    return next(iter(here.values())) if len(here) == 1 and None not in here else None


def _pair_before(skeleton: Skeleton, meeting: Mention) -> list[Mention]:
    """ "وصل الوزيران فلان وعلان، واستقبلهما": the two whom و joins in front, or the only two of the sentence before."""
    here = [m for m in skeleton.mentions if m.last <= meeting.first and m.kind in PEOPLE and m.referent is not None]
    if len(here) >= 2:
        return here[-2:] if here[-1].prefix == "و" else []
    number = skeleton.sentence.index - 1
    sentences = skeleton.reading.document.sentences
    if here or number < 0:
        return []
    before = {m.referent: m for m in Skeleton.of(skeleton.reading, sentences[number]).mentions if m.kind in PEOPLE}
    return [*before.values()] if len(before) == 2 and None not in before else []


def _other_before(skeleton: Skeleton, meeting: Mention, subject: Mention | None) -> Mention | None:
    """ "أطلع الوزير نظيرته، لدى استقباله لها": somebody else who is named in front in the sentence."""
    known = subject.referent if subject is not None else None
    named = (m for m in skeleton.mentions if m.last <= meeting.first and m.kind in PEOPLE and m.referent is not None)
    return next((m for m in reversed([*named]) if m.referent != known and not m.prefix), None)
