"""Made-up articles as claims: few people, bodies and meetings told by many papers, with variant names, plans and reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from random import Random

from kg.claim import ArticleRecord, Claim, Modality, PartialDate, Referent, Slot, Span
from kg.derive import Derivation
from kg.graph import article_quads
from kg.identity.cluster import Pair
from kg.identity.ledger import Judgement
from kg.iri import Iri
from kg.store import Store
from kg.vocabulary import SCHEMA, M

PLANNED, ASSERTED, DENIED = Modality.PLANNED, Modality.ASSERTED, Modality.DENIED
COALITION = Referent(M.Coalition, "coalition/gc", label_ar="التحالف الدولي", label_en="Global Coalition",
                     authority="coalition/gc")
LEAGUE = Referent(M.Organization, "org/las", label_ar="جامعة الدول العربية", label_en="Arab League", authority="org/las")
COUNTRIES = {code: Referent(M.Country, f"country/{code}", label_en=name, authority=f"country/{code}")
             for code, name in (("MA", "Morocco"), ("US", "United States"), ("EG", "Egypt"), ("SA", "Saudi Arabia"))}
PLACES = {slug: Referent(M.Place, f"place/{slug}", label_en=slug.title(), authority=f"place/{slug}")
          for slug in ("marrakesh", "riyadh", "cairo", "amman", "dead-sea")}
PEOPLE = (("أنتوني بلينكن", "انطوني بلينكين", "US"), ("ناصر بوريطة", "بوريطة", "MA"), ("أحمد علي", "احمد علي", "EG"),
          ("أحمد علي", "أحمد علي", "SA"), ("محمد صالح", "محمد صالح", ""), ("سامح شكري", "سامح شكري", "EG"))


class Paper:
    """One article in the making: its text grows by a sentence per claim, which is the claim's evidence."""

    def __init__(self, name: str, published: str | None = None, outlet: str | None = None) -> None:
        self.name, self.outlet = name, outlet
        self.published = PartialDate(*map(int, published.split("-"))) if published else None
        self.text = f"خبر رقم {name}\n"
        self.claims: list[Claim] = []

    def say(
        self, subject: Referent, predicate: Iri, value: Slot, modality: Modality = ASSERTED, words: str = "",
        confidence: float = 0.9, speaker: Referent | None = None,
    ) -> Paper:
        sentence = words or f"{self.name} {subject.key} {len(self.claims)}"
        start = len(self.text)
        self.text += sentence + "\n"
        span = (Span(start, start + len(sentence)),)
        self.claims.append(Claim(subject, predicate, value, modality, span, confidence, "test.rule", speaker))
        return self

    def meeting(
        self, key: str = "m1", day: str | None = None, place: str | None = None, body: Referent | None = COALITION,
        kind: Iri = M.Ministerial, status: Iri = M.EventHeld, edition: int | None = None, country: str | None = None,
    ) -> Referent:
        ref = Referent(M.Meeting, key)
        modality = PLANNED if status == SCHEMA.EventScheduled else ASSERTED
        self.say(ref, M.meetingKind, kind, modality)
        self.say(ref, SCHEMA.eventStatus, status, modality)
        if body:
            self.say(ref, M.ofCoalition, body, modality)
        if day:
            self.say(ref, SCHEMA.startDate, PartialDate(*map(int, day.split("-"))), modality)
        if place:
            self.say(ref, SCHEMA.location, PLACES[place], modality)
        if country:
            self.say(ref, M.hostCountry, COUNTRIES[country], modality)
        if edition:
            self.say(ref, M.edition, edition, modality)
        return ref

    def person(self, name: str, country: str = "", title: str = "وزير الخارجية") -> Referent:
        ref = Referent(M.Person, name, label_ar=name)
        if country:
            post = Referent(M.Post, f"{title}|{country}", label_ar=title, slots=((M.topicBody, COUNTRIES[country]),))
            tenure = Referent(M.Tenure, f"{name}|{post.key}", slots=((M.topicPerson, ref), (M.topicPost, post)))
            self.say(tenure, M.tenureStatus, M.InOffice)
        return ref

    def part(self, meeting: Referent, actor: Referent) -> Referent:
        slots = ((M.topicMeeting, meeting), (M.topicActor, actor))
        return Referent(M.Participation, f"{meeting.key}|{actor.key}", slots=slots)

    def count(self, number: int, unit: Iri = M.States, comparator: Iri = M.Exactly, as_of: str | None = None,
              words: str = "") -> Paper:
        slots: list[tuple[Iri, Slot]] = [(M.topicCollective, COALITION), (M.unit, unit), (M.comparator, comparator)]
        if as_of:
            slots.append((M.asOf, PartialDate(*map(int, as_of.split("-")))))
        return self.say(Referent(M.Count, f"{unit}{number}", slots=tuple(slots)), M.memberCount, number, words=words)

    def record(self) -> ArticleRecord:
        digest = sha256(self.text.encode()).hexdigest()
        return ArticleRecord(digest, self.name, self.text, "ar", publisher=self.outlet, published=self.published)

    def put(self, store: Store) -> Iri:
        record = self.record()
        store.replace_article(record.sha256, article_quads(record, self.claims, store.names))
        return store.names.article_graph(record.sha256)


def store_of(papers: Sequence[Paper], judgements: dict[Pair, Judgement] | None = None) -> Store:
    """A store in memory with these articles, derived."""
    store = Store()
    for paper in papers:
        paper.put(store)
    Derivation(store, judgements).everything()
    return store


def newsroom(count: int, seed: int) -> list[Paper]:
    """Articles that share people, bodies and meetings, dated and undated, planned, held and cancelled."""
    random = Random(seed)
    return [_paper(random, f"a{seed}-{number}") for number in range(count)]


def _paper(random: Random, name: str) -> Paper:
    published = random.choice((None, "2022-05", "2022-05-09", "2022-05-11", "2022-05-12", "2023-06-08"))
    paper = Paper(name, published, random.choice((None, "Alpha", "Beta")))
    for number in range(random.randint(1, 2)):
        planned = random.random() < 0.4
        meeting = paper.meeting(
            f"m{number}", random.choice((None, "2022-05", "2022-05-11", "2022-05-11", "2023-06-08")),
            random.choice((None, "marrakesh", "riyadh", "amman", "dead-sea")),
            random.choice((COALITION, COALITION, LEAGUE, None)),
            random.choice((M.Ministerial, M.OtherMeeting, M.Summit, M.Bilateral)),
            SCHEMA.EventScheduled if planned else random.choice((M.EventHeld, M.EventHeld, SCHEMA.EventCancelled)),
            random.choice((None, None, 28)),
        )
        for full, variant, country in random.sample(PEOPLE, 2):
            person = paper.person(random.choice((full, variant)), random.choice((country, "")))
            part = paper.part(meeting, person)
            if random.random() < 0.3:
                paper.say(part, M.attendance, M.Absent, random.choice((PLANNED, ASSERTED)))
            else:
                role = random.choice((M.Inviter, M.Attendee, M.Speaker, M.CoChair))
                paper.say(part, M.role, role, PLANNED if planned else ASSERTED)
    paper.count(random.choice((79, 84, 85)), random.choice((M.States, M.StatesAndOrganizations)),
                random.choice((M.Exactly, M.AtLeast)), random.choice((None, "2021", "2022-05")))
    return paper


def facts(store: Store) -> Iterator[tuple[str, str, str]]:
    """The current facts as (subject, predicate, value), names for entities."""
    from kg import naming
    from kg.identity.index import Index

    index = Index(store, store.names)
    graph = store.names.graph("current")
    for fact, _, subject, _ in store.match(None, M.factSubject, None, graph):
        predicate = next(iter(store.match(fact, M.factPredicate, None, graph)))[2]
        value = next(iter(store.match(fact, M.factObject, None, graph)))[2]
        yield naming.shown(index, subject), naming.local(Iri(str(predicate))), naming.shown(index, value)
