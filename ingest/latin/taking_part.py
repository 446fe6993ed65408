"""Who takes part in a meeting of an English or French article, and as what (`patterns/latin_participation_*.toml`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.claims.participation.part import Part, told
from ingest.latin import LANGUAGES
from ingest.latin.text import is_unreal
from ingest.mention import Kind, Mention, Reading
from ingest.mentions.meetings import MeetingMention
from ingest.parts import Zone
from ingest.pattern import Hit, hits, load
from ingest.skeleton import Skeleton
from kg.claim import Claim, Modality, Referent, Span

_ACTORS = frozenset({Kind.PERSON, Kind.COUNTRY, Kind.ORGANIZATION, Kind.COALITION, Kind.GROUP, Kind.TITLE})
_NEAR = 6  # sentences within which the meeting told last is meant
_MOST_EVIDENCE = 3
_AUTHOR = 3  # sentences from the top in which the author of a statement is named


@dataclass(slots=True)
class _Memory:
    """What the article has told so far."""

    reading: Reading
    posts: dict[Referent, Referent]
    author: Mention | None
    parts: dict[tuple[str, str, str], Part] = field(default_factory=dict)
    main: MeetingMention | None = None
    recent: tuple[MeetingMention, int] | None = None
    subject: tuple[Mention, int] | None = None

    def add(self, hit: Hit, mention: Mention, role: str, meeting: MeetingMention, modality: Modality) -> Part | None:
        actor, home = mention.referent, meeting.referent
        if actor is None or home is None:
            return None
        span, own = hit.span(), self.reading.span(mention)
        if hit.skeleton.sentence.first <= mention.first < hit.skeleton.sentence.last:
            span = Span(min(span.start, own.start), max(span.end, own.end))
        key = (home.key, f"{actor.type}{actor.key}", role)
        part = self.parts.get(key)
        if part is None:
            name = f"{self.reading.document.language}_{hit.rule.name}"
            part = Part(home, actor, role, modality, 0.85, name, [span], self.posts.get(actor))
            self.parts[key] = part
        elif span not in part.evidence and len(part.evidence) < _MOST_EVIDENCE:
            part.evidence.append(span)
        return part

    def tell(self, skeleton: Skeleton) -> None:
        """Keeps the one person of a sentence: whom "he" means in the next."""
        people = _people(skeleton, skeleton.sentence.last)
        self.subject = (people[0], skeleton.sentence.index) if len({m.referent for m in people}) == 1 else None

    def he(self, hit: Hit) -> list[Mention]:
        """The one person told before "he" in the sentence, else the one person of the sentence before."""
        people = _people(hit.skeleton, hit.token("actors"))
        if people:
            return people[:1] if len({m.referent for m in people}) == 1 else []
        near = self.subject is not None and hit.skeleton.sentence.index - self.subject[1] == 1
        return [self.subject[0]] if near and self.subject is not None else []


def extract(reading: Reading) -> Iterator[Claim]:
    """The participation claims of an English or French article."""
    language = reading.document.language
    if language not in LANGUAGES:
        return
    rules = load(f"latin_participation_{language}")
    memory = _Memory(reading, _posts(reading), _author(reading))
    for sentence in reading.document.sentences:
        if sentence.zone is Zone.BOILERPLATE or is_unreal(reading.document, sentence):
            continue
        skeleton = Skeleton.of(reading, sentence)
        for hit in hits(rules, skeleton):
            _take(hit, memory)
        for mention in skeleton.mentions:
            if isinstance(mention, MeetingMention):
                memory.main = memory.main or mention
                memory.recent = (mention, sentence.index)
        memory.tell(skeleton)
    yield from told(list(memory.parts.values()))


def _people(skeleton: Skeleton, before: int) -> list[Mention]:
    return [m for m in skeleton.mentions if m.kind is Kind.PERSON and m.first < before and m.referent is not None]


def _posts(reading: Reading) -> dict[Referent, Referent]:
    """Whom each person stands for: the country or body of the first office told."""
    found: dict[Referent, Referent] = {}
    for mention in reading.mentions:
        for post in mention.posts:
            if mention.referent is not None and post.of is not None and not post.former:
                found.setdefault(mention.referent, post.of)
    return found


def _author(reading: Reading) -> Mention | None:
    """The person whose statement the article is ("Statement by President …"): who "I" is."""
    for sentence in reading.document.sentences[:_AUTHOR]:
        for hit in hits(load("latin_author"), Skeleton.of(reading, sentence)):
            return hit.mentions("author")[0]
    return None


def _take(hit: Hit, memory: _Memory) -> None:
    fields = hit.rule.fields
    meeting = _meeting(hit, memory)
    if meeting is None:
        return
    if "spot" in fields and (fields["spot"] == "verb") != ("told by a verb" in meeting.tags):
        return
    people = _listed(hit, "actors")
    if not people and fields.get("me") and memory.author is not None:
        people = [memory.author]
    if not people and fields.get("he") and hit.has("actors"):
        people = memory.he(hit)
    others = _listed(hit, "other")
    if len(people) < int(fields.get("at_least", "1")):
        return
    if "other_role" in fields and hit.has("other") and any(o.referent == p.referent for o in others for p in people):
        return
    role = fields["role"]
    if role == "chair" and (len(people) > 1 or "co - chair" in hit.match.group().lower()):
        role = "co_chair"
    modality = Modality.ASSERTED if role == "absent" else _modality(meeting)
    parts = [memory.add(hit, person, role, meeting, modality) for person in people]
    if "stands_for" in fields:
        for part in parts:
            if part is not None and others:
                part.represents = others[0].referent
    elif "other_role" in fields:
        later = Modality.PLANNED if fields.get("other_modality") == "planned" else modality
        for other in others:
            memory.add(hit, other, fields["other_role"], meeting, later)


def _listed(hit: Hit, group: str) -> list[Mention]:
    """The actors of a list; of an office whose bearer nobody names, the office."""
    return [m for m in hit.mentions(group) if m.kind in _ACTORS and m.referent is not None]


def _meeting(hit: Hit, memory: _Memory) -> MeetingMention | None:
    for mention in hit.mentions("meeting"):
        return mention if isinstance(mention, MeetingMention) else None
    if hit.rule.fields.get("meeting") != "recent" or memory.recent is None:
        return None
    meeting, at = memory.recent
    if memory.main is not None and _modality(memory.main) is Modality.PLANNED and _modality(meeting) is Modality.ASSERTED:
        return memory.main  # an earlier meeting was only mentioned
    return meeting if hit.skeleton.sentence.index - at <= _NEAR else None


def _modality(meeting: MeetingMention) -> Modality:
    """Presence at a meeting to come is planned."""
    planned = meeting.told is not None and meeting.told.status.value in ("planned", "postponed", "cancelled")
    return Modality.PLANNED if planned else Modality.ASSERTED
