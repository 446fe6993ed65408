"""Who takes part in a meeting, and as what: host, chair, inviter, attendee, representative, speaker, or absent.

The constructions are in `patterns/participation.toml`; this module finds the meeting a hit speaks of, keeps one fact per
role, and says "attendee" only of those of whom nothing more is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.claims.modality import modality_of
from ingest.mentions.mention import Kind, Mention, Reading
from ingest.pattern import Hit, hits, load
from ingest.skeleton import Skeleton
from kg.claim import Claim, Modality, Referent, Span
from kg.iri import Iri
from kg.vocabulary import M

ROLES: dict[str, Iri] = {
    "host": M.Host, "chair": M.Chair, "co_chair": M.CoChair, "inviter": M.Inviter, "attendee": M.Attendee,
    "representative": M.Representative, "speaker": M.Speaker,
}
_MODALITIES = {m.name.lower(): m for m in Modality}
_MOST_EVIDENCE = 3


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
    replaced_by: Referent | None = None


@dataclass(slots=True)
class _Collector:
    """Parts by (meeting, actor, role), in the order in which the article tells them."""

    reading: Reading
    parts: dict[tuple[str, str, str], Part] = field(default_factory=dict)

    def add(self, hit: Hit, mention: Mention, role: str, meeting: Referent, modality: Modality) -> Part | None:
        actor = mention.referent
        if actor is None or actor.key == meeting.key:
            return None
        # the whole construction is the evidence, at least the actor's own words
        span = hit.span()
        own = self.reading.span(mention)
        span = Span(min(span.start, own.start), max(span.end, own.end))
        key = (meeting.key, f"{actor.type}{actor.key}", role)
        part = self.parts.get(key)
        if part is None:
            confidence = float(hit.rule.fields.get("confidence", "0.8"))
            part = Part(meeting, actor, role, modality, confidence, hit.rule.name, [span], _represented(mention))
            self.parts[key] = part
        elif span not in part.evidence and len(part.evidence) < _MOST_EVIDENCE:
            part.evidence.append(span)
        return part


def extract(reading: Reading) -> Iterator[Claim]:
    """The participation claims of an article."""
    rules = load("participation")
    collector = _Collector(reading)
    recent: Mention | None = None
    for sentence in reading.document.sentences:
        skeleton = Skeleton.of(reading, sentence)
        if not skeleton.mentions:
            continue
        for hit in hits(rules, skeleton):
            _take(hit, collector, recent)
        for mention in skeleton.mentions:
            if mention.kind is Kind.MEETING:
                recent = mention
    yield from _claims(_settled(list(collector.parts.values())))


def _take(hit: Hit, collector: _Collector, recent: Mention | None) -> None:
    meeting = _meeting(hit, recent)
    if meeting is None or meeting.referent is None:
        return
    modality = _modality(hit)
    role = hit.rule.fields["role"]
    if modality is Modality.DENIED and role != "absent":
        return
    actors = _actors(hit, "actors")
    others = _actors(hit, "other")
    if role == "chair" and len(actors) > 1:
        role = "co_chair"
    parts = [collector.add(hit, actor, role, meeting.referent, modality) for actor in actors]
    other_role = hit.rule.fields.get("other_role")
    if other_role:
        absent = [collector.add(hit, other, other_role, meeting.referent, modality) for other in others]
        if other_role == "absent" and absent and absent[0] and parts and parts[0]:
            absent[0].replaced_by = parts[0].actor
            parts[0].represents = absent[0].represents or parts[0].represents


def _actors(hit: Hit, group: str) -> list[Mention]:
    """The people, countries and bodies in a group; a person's own country or office is part of the person's mention."""
    return [m for m in hit.mentions(group) if m.referent is not None and m.kind is not Kind.MEETING]


def _meeting(hit: Hit, recent: Mention | None) -> Mention | None:
    named = hit.mentions("meeting")
    if named:
        return named[0]
    how = hit.rule.fields.get("meeting", "named")
    if how == "named":
        return None
    here = [m for m in hit.skeleton.mentions if m.kind is Kind.MEETING]
    if how == "verb":
        caught = [m for m in hit.mentions("verb") if m.kind is Kind.MEETING]
        return caught[0] if caught and _is_verb(hit, caught[0]) else None
    if here:
        at = hit.token("verb")
        before = [m for m in here if m.first <= at]
        return before[-1] if before else here[0]
    return recent if how == "recent" else None


def _is_verb(hit: Hit, mention: Mention) -> bool:
    word = hit.skeleton.reading.document.tokens[mention.first].norm
    return word.lstrip("وف").startswith(tuple(hit.rule.fields["stems"].split()))


def _modality(hit: Hit) -> Modality:
    fixed = hit.rule.fields.get("modality")
    if fixed:
        return _MODALITIES[fixed]
    return modality_of(hit.skeleton.reading, hit.skeleton.sentence, hit.token("verb"))


def _represented(mention: Mention) -> Referent | None:
    return mention.post.of if mention.post is not None else None


def _settled(parts: list[Part]) -> list[Part]:
    """Drops "attendee" where the article says more of the same actor at the same meeting, and presence of the absent."""
    special = {(p.meeting.key, p.actor.type, p.actor.key) for p in parts if p.role != "attendee"}
    return [p for p in parts if p.role != "attendee" or (p.meeting.key, p.actor.type, p.actor.key) not in special]


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
            yield Claim(frame, M.represents, part.represents, part.modality, evidence, part.confidence, rule)
        if part.replaced_by is not None:
            yield Claim(frame, M.replacedBy, part.replaced_by, part.modality, evidence, part.confidence, rule)
