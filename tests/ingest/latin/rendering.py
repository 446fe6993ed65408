"""What is claimed of a short text, as lines that a person can read and a table can hold."""

from __future__ import annotations

import hashlib

from ingest import claims, mentions
from ingest.claims.participation.part import ROLES
from ingest.document import read_document
from kg.claim import ArticleRecord, Claim, Modality, PartialDate, Referent, Slot
from kg.iri import Iri
from kg.vocabulary import SCHEMA, M

_ROLES = {iri: name for name, iri in ROLES.items()}
_KINDS = {M.Summit: "summit", M.Ministerial: "ministerial", M.WorkingGroup: "working_group", M.Bilateral: "bilateral",
          M.Conference: "conference", M.OtherMeeting: "other"}
_STATUS = {M.EventHeld: "held", SCHEMA.EventScheduled: "planned", SCHEMA.EventPostponed: "postponed",
           SCHEMA.EventCancelled: "cancelled"}


def read(text: str, published: PartialDate | None = None) -> list[Claim]:
    """The claims of a text as an article of Wednesday, 10 May 2023; every claim has to quote the text."""
    record = ArticleRecord(hashlib.sha256(text.encode()).hexdigest(), "t", text, "und",
                           published=published or PartialDate(2023, 5, 10))
    found = claims.extract(mentions.find(read_document(record)))
    for claim in found:
        assert claim.evidence
        for span in claim.evidence:
            assert text[span.start : span.end].strip()
    return found


def name(value: Slot | None) -> str:
    if isinstance(value, Referent):
        return value.label_en or value.label_fr or value.label_ar or value.key
    return "" if value is None else str(value)


def _slot(claim: Claim, predicate: Iri) -> Slot | None:
    return next((value for slot, value in claim.subject.slots if slot == predicate), None)


def _meetings(found: list[Claim]) -> dict[str, str]:
    """Key → "summit @Rabat 2023-05-12..2023-05-13 planned of NATO #3"."""
    told: dict[str, dict[Iri, Slot]] = {}
    for claim in found:
        if claim.subject.type == M.Meeting:
            told.setdefault(claim.subject.key, {})[claim.predicate] = claim.object
    lines = {}
    for key, facts in told.items():
        words = [_KINDS[Iri(str(facts[M.meetingKind]))] if M.meetingKind in facts else "?"]
        place = facts.get(SCHEMA.location) or facts.get(M.hostCountry)
        words += [f"@{name(place)}"] if place else []
        dates = [str(facts[p]) for p in (SCHEMA.startDate, SCHEMA.endDate) if p in facts]
        words += ["..".join(dates)] if dates else []
        words.append(_STATUS[Iri(str(facts[SCHEMA.eventStatus]))])
        words += [f"of {name(facts[M.ofCoalition])}"] if M.ofCoalition in facts else []
        words += [f"#{facts[M.edition]}"] if M.edition in facts else []
        lines[key] = " ".join(words)
    return lines


def lines(text: str, published: PartialDate | None = None) -> list[str]:
    """Every fact of a text in one line, sorted; of statements the speaker alone."""
    found = read(text, published)
    meetings = _meetings(found)
    many = len(meetings) > 1
    told = {f"{key} {line}" if many else f"meeting {line}" for key, line in meetings.items()}
    for claim in found:
        frame = claim.subject
        if frame.type == M.Participation and claim.predicate in (M.role, M.attendance):
            role = "absent" if claim.object == M.Absent else _ROLES[Iri(str(claim.object))]
            home = _slot(claim, M.topicMeeting)
            planned = " (planned)" if claim.modality is Modality.PLANNED else ""
            at = f" {home.key}" if many and isinstance(home, Referent) else ""
            told.add(f"{role}{at} {name(_slot(claim, M.topicActor))}{planned}")
        elif frame.type == M.Participation:
            told.add(f"for {name(_slot(claim, M.topicActor))}: {name(claim.object)}")
        elif frame.type == M.Tenure:
            post = _slot(claim, M.topicPost)
            assert isinstance(post, Referent)
            of = next((f" of {name(v)}" for p, v in post.slots if p == M.topicBody), "")
            former = "former " if claim.object == M.FormerOffice else ""
            told.add(f"office {name(_slot(claim, M.topicPerson))} = {former}{post.label_en}{of}")
        elif frame.type == M.Membership and claim.predicate == M.membershipStatus:
            leaving = " leaving" if claim.object == M.Leaving else ""
            told.add(f"member {name(_slot(claim, M.topicMember))} in {name(_slot(claim, M.topicCollective))}{leaving}")
        elif claim.predicate == M.memberCount:
            least = {M.AtLeast: "at least ", M.About: "about "}.get(Iri(str(_slot(claim, M.comparator))), "")
            told.add(f"members of {name(_slot(claim, M.topicCollective))}: {least}{claim.object}")
        elif claim.predicate == SCHEMA.foundingDate:
            told.add(f"founded {name(_slot(claim, M.topicCollective))} {claim.object}")
        elif frame.type == M.Statement:
            told.add(f"says {name(_slot(claim, M.topicSpeaker))}: {claim.object}")
    return sorted(told)
