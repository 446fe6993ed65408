"""What the reading of participations remembers of an article: its parts so far, the meetings and the people spoken of."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from re import Pattern
from re import compile as compile_pattern

from ingest.claims.participation import antecedent, background
from ingest.claims.participation.delegation import Told, told_in
from ingest.claims.participation.part import Part
from ingest.claims.participation.sides import represented
from ingest.claims.participation.words import one_of
from ingest.mention import Kind, Mention, Reading
from ingest.mentions.meetings import MeetingMention
from ingest.parts import Sentence
from ingest.pattern import Hit, macro
from ingest.sentences import are_apart
from ingest.skeleton import Skeleton
from kg.claim import Modality, Referent, Span
from kg.vocabulary import M

MEANT = "meant"  # tag of a mention of a meeting that the text does not spell out
_MOST_EVIDENCE = 3
_CIRCUMSTANCE = 4  # words before a meeting among which one may make it a mere time
_BESIDE = "attend."  # rules that tell of those present
_NEAR = 6  # sentences within which "the meeting" still means the one spoken of last


@dataclass(slots=True)
class Memory:
    """What the article has told so far: its parts in order, the meetings and the subjects spoken of, verbs already read."""

    reading: Reading
    parts: dict[tuple[str, str, str], Part] = field(default_factory=dict)
    main: Mention | None = None
    recent: Mention | None = None
    recent_sentence: int = 0
    beside_main: bool = False  # it was told of only as held before or after the article's own
    left: bool = False  # the article has gone on to something else since it spoke of a meeting
    reception: Mention | None = None
    reception_sentence: int = 0
    honoured: dict[str, Mention] = field(default_factory=dict)
    subjects: list[Mention] = field(default_factory=list)
    topic: Mention | None = None
    read: dict[tuple[str, int], str] = field(default_factory=dict)
    met_last: tuple[int, Mention] | None = None  # token of a verb of meeting and its subject
    delegated: Told | None = None  # the delegation spoken of last

    def add(self, hit: Hit, mention: Mention, role: str, meeting: Referent, modality: Modality) -> Part | None:
        # the whole construction is the evidence, at least the actor's own words
        confidence = float(hit.rule.fields.get("confidence", "0.9"))
        return self.put(hit.rule.name, hit.span(), hit.skeleton.sentence, mention, role, meeting, modality, confidence)

    def put(
        self, rule: str, span: Span, sentence: Sentence, mention: Mention, role: str, meeting: Referent, modality: Modality,
        confidence: float = 0.9,
    ) -> Part | None:
        """Takes note of an actor in a role; `span` is the construction, which is widened to the actor's own words."""
        actor = mention.referent
        if actor is None or actor.key == meeting.key:
            return None
        own = self.reading.span(mention)
        if sentence.first <= mention.first < sentence.last:
            span = Span(min(span.start, own.start), max(span.end, own.end))
        part = self.part(meeting, actor, role)
        if part is None:
            part = Part(meeting, actor, role, modality, confidence, rule, [span], represented(mention))
            self.parts[_key(meeting, actor, role)] = part
            return part
        part.represents = part.represents or represented(mention)  # named without office in a headline, with it below
        if part.modality is Modality.PLANNED and modality is Modality.ASSERTED:
            part.modality, part.rule, part.evidence = modality, rule, [span]  # told as done after it was meant
        elif span not in part.evidence and len(part.evidence) < _MOST_EVIDENCE:
            part.evidence.append(span)
        return part

    def part(self, meeting: Referent, actor: Referent, role: str) -> Part | None:
        """What the article has told of an actor in a role so far."""
        return self.parts.get(_key(meeting, actor, role))

    def has_chair(self, meeting: Referent) -> bool:
        """Whether the article has told so far who presides over a meeting."""
        return any(key[0] == meeting.key and key[2] in ("chair", "co_chair") for key in self.parts)

    def spread(self) -> None:
        """Gives each of the meetings that one word tells of its own partner, and all of them those told beside the word."""
        of_meeting: dict[str, list[tuple[str, str, str]]] = {}
        for key in self.parts:
            of_meeting.setdefault(key[0], []).append(key)
        for meeting in self.reading.mentions:
            if isinstance(meeting, MeetingMention) and meeting.apart and meeting.referent is not None:
                self._spread(meeting, of_meeting.get(meeting.referent.key, []))

    def speak_for(self) -> None:
        """Gives those who were told without their office the state or body for which the article says that they speak."""
        known: dict[str, dict[Referent, Mention]] = {}
        for mention in self.reading.mentions:
            if mention.kind is Kind.PERSON and mention.referent is not None and (state := represented(mention)) is not None:
                known.setdefault(mention.referent.key, {}).setdefault(state, mention)
        for part in self.parts.values():
            if part.represents is not None or part.actor.type != M.Person:
                continue
            states = known.get(part.actor.key, {})
            lands = [state for state in states if state.type == M.Country]
            told = lands or [body for body in states if body.authority is not None and body.type != M.ArmedGroup]
            if len(told) == 1:
                part.represents, part.office = told[0], self.reading.span(states[told[0]])

    def _spread(self, meeting: MeetingMention, told: list[tuple[str, str, str]]) -> None:
        partners = {other.partner: other.referent for other in meeting.apart if other.partner is not None}
        readings = meeting.told.readings if meeting.told is not None else ()
        here = next((reading.spot.sentence for reading in readings if reading.spot.first == meeting.first), None)
        if here is None:
            return
        for key in told:
            part, own = self.parts.get(key), partners.get(key[1])
            if part is None:
                continue
            if own is not None and own != meeting.referent:
                del self.parts[key]
            beside = any(here.start <= span.start and span.end <= here.end for span in part.evidence)
            for target in [own] if own is not None else partners.values() if beside else ():
                copy = replace(part, meeting=target, evidence=list(part.evidence))
                self.parts.setdefault((target.key, *key[1:]), copy)

    def parties(self, meeting: Referent) -> int:
        """How many actors the article has told of at a meeting so far, but for those in whose presence it was held."""
        here = (key for key, part in self.parts.items() if key[0] == meeting.key and not part.rule.startswith(_BESIDE))
        return len({key[1] for key in here})

    def meets(self, hit: Hit, subject: Mention) -> None:
        """Takes note of who acts in a verb of meeting."""
        at = hit.token("verb")
        if self.met_last is None or at > self.met_last[0]:
            self.met_last = at, subject

    def met(self, hit: Hit) -> Mention | None:
        """Who met somebody earlier in the sentence, and so goes on to meet another: "كما اجتمع مع فلان"."""
        if self.met_last is None or not hit.skeleton.sentence.first <= self.met_last[0] < hit.token("verb"):
            return None
        return self.met_last[1]

    def met_in(self, number: int) -> bool:
        """Whether the article has told of somebody who met somebody in a sentence."""
        sentences = self.reading.document.sentences
        here = sentences[number] if 0 <= number < len(sentences) else None
        return self.met_last is not None and here is not None and here.first <= self.met_last[0] < here.last

    def tell(self, skeleton: Skeleton) -> None:
        """Takes note of the meetings and subjects of a sentence that has been read."""
        self.topic = antecedent.topic_of(skeleton, self.topic)
        self.left = self.left or is_change(skeleton)
        self.main = background.main(skeleton, self.main)
        self.delegated = told_in(skeleton, self.delegated)
        for mention in skeleton.mentions:
            if mention.kind is Kind.MEETING and mention.referent is not None and not background.is_reception(mention):
                if self.reception is not None and self.reception.referent == mention.referent:
                    self.reception_sentence = skeleton.sentence.index  # "وخلال اللقاء": still the one that a verb told of
                if background.is_talked_of(skeleton, mention, skeleton.sentence.first):
                    self.left = self.left or background.leaves_for_talk(skeleton, mention)
                elif self.is_topic(skeleton, mention):
                    self.recent, self.recent_sentence, self.left = mention, skeleton.sentence.index, False
                    self.beside_main = background.precedes(skeleton, self.main)
            elif mention.kind is Kind.MEETING and mention.referent is not None:
                self.reception, self.reception_sentence = mention, skeleton.sentence.index
            elif mention.kind is Kind.PERSON and mention.referent is not None:
                for courtesy in antecedent.honours(skeleton, mention):
                    self.honoured.setdefault(courtesy, mention)
                known = next((m for m in self.subjects if m.referent == mention.referent and m.post is not None), mention)
                self.subjects = [m for m in self.subjects if m.referent != mention.referent][-5:]
                self.subjects.append(mention if mention.post is not None else known)

    def keep(self, plain: Skeleton | None) -> None:
        """Keeps in mind the meeting spoken of last, if a sentence means it by a pronoun or a noun ("ترأسها", "الأشغال")."""
        meant = [] if plain is None or self.recent is None else [m for m in plain.mentions if MEANT in m.tags]
        if any(self.recent is not None and mention.referent == self.recent.referent for mention in meant):
            self.recent_sentence = plain.sentence.index if plain is not None else self.recent_sentence

    def goes_on(self, meeting: Mention, sentence: Sentence) -> None:
        """Keeps in mind the meeting to which one comes after the other: "ووصل فلان. كما وصل فلان"."""
        if self.recent is not None and self.recent.referent == meeting.referent:
            self.recent_sentence = sentence.index

    def is_topic(self, skeleton: Skeleton, meeting: Mention) -> bool:
        """Whether a sentence speaks of a meeting, and not only of another before, after or besides which something was."""
        if "previous" in meeting.tags or background.is_ahead(skeleton, meeting):
            return False
        if background.in_passing(skeleton, meeting, self.main) or background.in_clause_of_another(skeleton, meeting):
            return False
        other = self.main is not None and self.main.referent != meeting.referent
        beside = is_apart(skeleton, meeting) or is_time(skeleton, meeting, "MARGINS")  # "الاجتماع الذي عقد على هامش القمة"
        return not (other and (beside or is_time(skeleton, meeting)))

    def told(self, skeleton: Skeleton, near: int) -> Mention | None:
        """The meeting that a verb told of last, if that is not long ago and no other was spoken of since."""
        since = skeleton.sentence.index - self.reception_sentence
        return self.reception if since <= near and self.recent_sentence <= self.reception_sentence else None

    def spoken_of(self, skeleton: Skeleton, near: str | None = None) -> Mention | None:
        """The meeting spoken of last, if that is not long ago (`near`: so many sentences); else the article's first."""
        if self.left or is_change(skeleton):
            return None
        if self._is_left_behind(skeleton):
            return self.main
        if self.recent is not None and skeleton.sentence.index - self.recent_sentence <= int(near or _NEAR):
            return self.recent
        return self.main if near is None else None

    def _is_left_behind(self, skeleton: Skeleton) -> bool:
        """Whether a paragraph before looked back on an earlier meeting than that of the article, or ahead to the next."""
        document = self.reading.document
        apart = are_apart(document.text, document.sentences[self.recent_sentence], skeleton.sentence)
        return apart and (self.beside_main or background.is_left(self.recent, self.main))


def _key(meeting: Referent, actor: Referent, role: str) -> tuple[str, str, str]:
    return meeting.key, f"{actor.type}{actor.key}", role


def is_change(skeleton: Skeleton) -> bool:
    """Whether a sentence begins by telling that it goes on to something else ("on another subject")."""
    return skeleton.reading.once("change", skeleton.sentence.index, lambda: _change().match(skeleton.text) is not None)


@cache
def _change() -> Pattern[str]:
    return compile_pattern(macro("participation", "CHANGE"))


def is_time(skeleton: Skeleton, meeting: Mention, words: str = "TIMES") -> bool:
    """Whether a meeting only tells when something was ("since the opening of the conference", "after that summit")."""
    tokens, at = skeleton.reading.document.tokens, meeting.first - 1
    while at >= max(skeleton.sentence.first, meeting.first - _CIRCUMSTANCE):
        norm = tokens[at].norm
        if norm.removeprefix("و") in one_of(words):
            return True
        if norm not in one_of("TIMED"):
            return False
        at -= 1
    return False


def is_apart(skeleton: Skeleton, meeting: Mention) -> bool:
    """Whether a meeting is told as one beside another ("in a separate meeting of ministers")."""
    tokens, last = skeleton.reading.document.tokens, min(meeting.last + 2, skeleton.sentence.last)
    return any(tokens[at].norm in one_of("APART") for at in range(meeting.first, last))
