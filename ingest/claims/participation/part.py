"""One actor in one role at one meeting, and the claims that this makes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.claim import Claim, Modality, Referent, Span
from kg.iri import Iri
from kg.vocabulary import M

ROLES: dict[str, Iri] = {
    "host": M.Host, "chair": M.Chair, "co_chair": M.CoChair, "inviter": M.Inviter, "attendee": M.Attendee,
    "representative": M.Representative, "speaker": M.Speaker,
}


@dataclass(slots=True)
class Part:
    """One actor in one role at one meeting, with all that supports it."""

    meeting: Referent
    actor: Referent
    role: str
    modality: Modality
    confidence: float
    rule: str
    evidence: list[Span]
    represents: Referent | None = None
    office: Span | None = None  # where it is told for whom the actor speaks, if elsewhere
    replaced_by: Referent | None = None


def told(parts: list[Part]) -> Iterator[Claim]:
    """The claims of the parts that an article gives its actors."""
    yield from _claims(_settled(parts))


def _settled(parts: list[Part]) -> list[Part]:
    """Drops "attendee" where the article says more of the same actor at the same meeting, presence of the absent,
    and "chair" of those who preside together."""
    special = {(p.meeting.key, p.actor.type, p.actor.key) for p in parts if p.role not in ("attendee", "inviter")}
    shared = {(p.meeting.key, p.actor.type, p.actor.key) for p in parts if p.role == "co_chair"}
    lesser = {"attendee": special, "chair": shared}
    return [p for p in parts if (p.meeting.key, p.actor.type, p.actor.key) not in lesser.get(p.role, ())]


def _claims(parts: list[Part]) -> Iterator[Claim]:
    for part in parts:
        frame = Referent(
            type=M.Participation,
            key=f"{part.meeting.key}|{part.actor.type.rpartition('#')[2]}|{part.actor.key}",
            slots=((M.topicMeeting, part.meeting), (M.topicActor, part.actor)),
        )
        evidence = tuple(part.evidence)
        rule = f"participation.{part.rule}"
        if part.role == "absent":
            yield Claim(frame, M.attendance, M.Absent, part.modality, evidence, part.confidence, rule)
        else:
            yield Claim(frame, M.role, ROLES[part.role], part.modality, evidence, part.confidence, rule)
        if part.represents is not None:
            told_by = evidence if part.office is None or part.office in evidence else (*evidence, part.office)
            yield Claim(frame, M.represents, part.represents, part.modality, told_by, part.confidence, rule)
        if part.replaced_by is not None:
            yield Claim(frame, M.replacedBy, part.replaced_by, part.modality, evidence, part.confidence, rule)
