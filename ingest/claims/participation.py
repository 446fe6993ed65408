"""Who takes part in a meeting, and as what: host, chair, inviter, attendee, representative, speaker, or absent.

The constructions are in `patterns/participation.toml`; `actors` reads whom they speak of. This module finds the meeting of a
hit, keeps one fact per role, and says "attendee" only of those of whom nothing more is told.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.claims import actors
from ingest.claims.modality import modality_of
from ingest.fold import fold
from ingest.mentions.meetings import MeetingMention
from ingest.mentions.mention import Kind, Mention, Reading
from ingest.parts import Zone
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
_NEAR = 6  # sentences within which "the meeting" still means the one spoken of last


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
class _Memory:
    """What the article has told so far: its parts in order, the meetings and the subjects spoken of, verbs already read."""

    reading: Reading
    parts: dict[tuple[str, str, str], Part] = field(default_factory=dict)
    main: Mention | None = None
    recent: Mention | None = None
    recent_sentence: int = 0
    subjects: list[Mention] = field(default_factory=list)
    topic: Mention | None = None
    read: dict[tuple[str, int], str] = field(default_factory=dict)

    def add(self, hit: Hit, mention: Mention, role: str, meeting: Referent, modality: Modality) -> Part | None:
        actor = mention.referent
        if actor is None or actor.key == meeting.key:
            return None
        # the whole construction is the evidence, at least the actor's own words
        span = hit.span()
        own = self.reading.span(mention)
        if hit.skeleton.sentence.first <= mention.first < hit.skeleton.sentence.last:
            span = Span(min(span.start, own.start), max(span.end, own.end))
        key = (meeting.key, f"{actor.type}{actor.key}", role)
        part = self.parts.get(key)
        if part is None:
            confidence = float(hit.rule.fields.get("confidence", "0.9"))
            part = Part(meeting, actor, role, modality, confidence, hit.rule.name, [span], _represented(mention))
            self.parts[key] = part
        elif span not in part.evidence and len(part.evidence) < _MOST_EVIDENCE:
            part.evidence.append(span)
        return part

    def tell(self, skeleton: Skeleton) -> None:
        """Takes note of the meetings and subjects of a sentence that has been read."""
        self.topic = actors.topic_of(skeleton, self.topic)
        for mention in skeleton.mentions:
            if mention.kind is Kind.MEETING and mention.referent is not None and "verb" not in mention.tags:
                self.main = self.main or mention
                if "previous" not in mention.tags:
                    self.recent, self.recent_sentence = mention, skeleton.sentence.index
            elif mention.kind is Kind.PERSON and mention.referent is not None:
                known = next((m for m in self.subjects if m.referent == mention.referent and m.post is not None), mention)
                self.subjects = [m for m in self.subjects if m.referent != mention.referent][-5:]
                self.subjects.append(mention if mention.post is not None else known)

    def spoken_of(self, skeleton: Skeleton) -> Mention | None:
        """The meeting spoken of last, if that is not long ago; else the article's first."""
        if self.recent is not None and skeleton.sentence.index - self.recent_sentence <= _NEAR:
            return self.recent
        return self.main


def extract(reading: Reading) -> Iterator[Claim]:
    """The participation claims of an article."""
    rules = load("participation")
    memory = _Memory(reading)
    for sentence in reading.document.sentences:
        if sentence.zone is Zone.BOILERPLATE:
            continue
        skeleton = Skeleton.of(reading, sentence)
        if not skeleton.mentions:
            continue
        for hit in hits(rules, skeleton):
            _take(hit, memory)
        memory.tell(skeleton)
    yield from told(list(memory.parts.values()))


def told(parts: list[Part]) -> Iterator[Claim]:
    """The claims of the parts that an article gives its actors."""
    yield from _claims(_settled(parts))


def _take(hit: Hit, memory: _Memory) -> None:
    family = hit.rule.name.partition(".")[0]
    verb = (family, hit.token("verb"))
    if memory.read.get(verb, hit.rule.name) != hit.rule.name:
        return
    meeting = _meeting(hit, memory)
    if meeting is None or meeting.referent is None:
        return
    modality = _modality(hit, meeting)
    fields = hit.rule.fields
    role = fields["role"]
    if modality is Modality.DENIED and role != "absent":
        return
    people = actors.holding(_people(hit, memory), fields.get("post"))
    others = actors.listed(hit, "other")
    if hit.has("other") and people and all(other.referent == people[0].referent for other in others):
        return
    if not people and others and "subject" in fields:
        people, others, role = others, [], fields["other_role"]  # one party is not named
    if not people or len(people) < int(fields.get("at_least", "1")):
        return
    if "starts" in fields and not _starts(hit, people[0]):
        return
    memory.read[verb] = hit.rule.name
    role = _role(role, people, meeting)
    parts = [memory.add(hit, actor, role, meeting.referent, modality) for actor in people]
    _others(hit, memory, meeting.referent, modality, others, parts)


def _role(role: str, people: Sequence[Mention], meeting: Mention) -> str:
    if role == "chair" and len(people) > 1:
        return "co_chair"
    if role == "speaker" and _is_talk(meeting):
        return "attendee"  # two parties talk; nobody speaks at a session
    return role


def _is_talk(meeting: Mention) -> bool:
    told = meeting.told if isinstance(meeting, MeetingMention) else None
    kinds = meeting.tags if told is None else meeting.tags | told.kinds
    return "bilateral" in kinds and not kinds & {"summit", "conference", "ministerial"}


def _people(hit: Hit, memory: _Memory) -> list[Mention]:
    """The actors of a hit, and those whom its pronoun means."""
    people = actors.listed(hit, "actors", nisba="nisba" in hit.rule.fields)
    subject = hit.rule.fields.get("subject")
    if subject == "two":
        return actors.two_before(hit, memory.subjects)
    if subject == "body":
        return actors.body_before(hit)
    if subject == "earlier":
        told = [m for m in memory.subjects if all(m.referent != other.referent for other in actors.listed(hit, "other"))]
        return told[-1:]
    if subject == "country":
        speaker = actors.subject_before(hit, memory.topic)
        return [] if speaker is None else actors.country_of(speaker)
    if subject in ("before", "here") and not hit.has("actors"):
        found = actors.subject_before(hit, memory.topic if subject == "before" else None)
        speaks = hit.rule.fields["role"] != "speaker" or (found is not None and found.kind in (Kind.PERSON, Kind.TITLE))
        return [found] if found is not None and speaks else []
    return people


def _others(
    hit: Hit, memory: _Memory, meeting: Referent, modality: Modality, others: Sequence[Mention], parts: Sequence[Part | None]
) -> None:
    """The second party of a hit: met, invited, or absent and stood in for."""
    fields = hit.rule.fields
    first = parts[0]
    role = fields.get("other_role")
    if role:
        modality = _MODALITIES[fields["other_modality"]] if "other_modality" in fields else modality
        added = [memory.add(hit, other, role, meeting, modality) for other in others]
        if role == "absent" and added and added[0] and first:
            _replace(added[0], first)
    if fields.get("replaces") == "before" and first:
        gone = actors.subject_before(hit, memory.topic)
        for part in memory.parts.values():
            if part.role == "absent" and part.meeting == meeting and gone is not None and part.actor == gone.referent:
                _replace(part, first)


def _replace(absent: Part, stand_in: Part) -> None:
    absent.replaced_by = stand_in.actor
    stand_in.represents = absent.actor


def _starts(hit: Hit, mention: Mention) -> bool:
    word = hit.skeleton.reading.document.tokens[mention.first].norm
    return word.startswith(tuple(hit.rule.fields["starts"].split()))


def _meeting(hit: Hit, memory: _Memory) -> Mention | None:
    named = hit.mentions("meeting")
    if named:
        return named[0] if _ends(hit, named[0]) else None
    how = hit.rule.fields.get("meeting", "named")
    if how == "named":
        return None
    at = hit.token("verb")
    skeleton = hit.skeleton
    here = skeleton.reading.once("meetings", skeleton.sentence.index, lambda: _meetings(skeleton))
    number = bisect_right(here, at, key=lambda m: m.first)
    if how == "verb":
        found = here[number - 1] if number else None
        return found if found is not None and at < found.last else None
    usual = skeleton.reading.once("usual meetings", skeleton.sentence.index, lambda: [m for m in here if _is_usual(m)])
    if usual and ("post" not in hit.rule.fields or _ends(hit, usual[0])):
        return usual[max(bisect_right(usual, at, key=lambda m: m.first) - 1, 0)]
    if how == "sentence" and number and here[number - 1].first < at:
        return here[number - 1]  # "استقبل X سفير Y، بحضور Z": the reception is told by a verb
    last = memory.spoken_of(skeleton) if how == "recent" else None
    return last if last is None or _ends(hit, last) else None


def _meetings(skeleton: Skeleton) -> list[Mention]:
    return [m for m in skeleton.mentions if m.kind is Kind.MEETING and m.referent is not None]


def _is_usual(meeting: Mention) -> bool:
    return "verb" not in meeting.tags and "previous" not in meeting.tags


def _ends(hit: Hit, meeting: Mention) -> bool:
    """Whether the word of the meeting and its ending are such as the rule asks for, and none that it excludes."""
    word = hit.skeleton.reading.document.tokens[meeting.first].norm
    if "word" in hit.rule.fields and word not in fold(hit.rule.fields["word"]).split():
        return False
    if word in fold(hit.rule.fields.get("not_word", "")).split():
        return False
    wanted, unwanted = hit.rule.fields.get("suffix"), hit.rule.fields.get("not_suffix", "نا")
    return (wanted is None or word.endswith(tuple(wanted.split()))) and not word.endswith(tuple(unwanted.split()))


def _modality(hit: Hit, meeting: Mention) -> Modality:
    fixed = hit.rule.fields.get("modality")
    if fixed:
        return _MODALITIES[fixed]
    found = modality_of(hit.skeleton.reading, hit.skeleton.sentence, hit.token("verb"))
    return Modality.PLANNED if found in (Modality.ASSERTED, Modality.REPORTED) and _to_come(meeting) else found


def _to_come(meeting: Mention) -> bool:
    """Whether the article tells of the meeting as one that is not held yet."""
    told = meeting.told if isinstance(meeting, MeetingMention) else None
    return told is not None and told.status.value in ("planned", "postponed", "cancelled")


def _represented(mention: Mention) -> Referent | None:
    """Whom an actor speaks for: of several offices that of a country ("deputy head of B, foreign minister of C")."""
    of_states = [p.of for p in mention.posts if not p.former and p.of is not None and p.of.type == M.Country]
    return of_states[0] if of_states else mention.post.of if mention.post is not None else None


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
