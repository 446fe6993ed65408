"""Two articles of our own with hand-made claims: a plan, what came of it, and two sizes of one coalition.

The first expects Blinken as co-chair, the second has him absent with Nuland in his place. Used wherever a test needs a store
whose content is known without reading any text.
"""

from __future__ import annotations

from decimal import Decimal

from ingest.article import record
from kg.claim import ArticleRecord, Claim, Modality, PartialDate, Referent, Slot, Span
from kg.graph import article_quads
from kg.iri import Iri, Names
from kg.store import Store, iri_of
from kg.vocabulary import SCHEMA, M

BEFORE = (
    "مراكش تستعد\nيعقد التحالف الدولي ضد داعش اجتماعا وزاريا في مراكش يوم 11 ماي. ويترأسه بلينكن وبوريطة. "
    "ويضم التحالف 84 دولة. وتعهد المغرب بتقديم 2.5 مليون دولار للتدريب."
)
AFTER = (
    "ختام الاجتماع\nاحتضنت مراكش أمس اجتماع التحالف الدولي ضد داعش. وغاب عنه بلينكن ومثلته نولاند. "
    "وقالت نولاند: \"سنواصل العمل معا\". وحضر حلف الناتو. وانضمت بنين إلى التحالف الذي يضم 85 دولة منذ تأسيسه عام 2014 "
    "بقيادة واشنطن. والتقى بوريطة نولاند على هامش الاجتماع."
)
PERSONS = {"blinken": ("أنتوني بلينكن", "Antony Blinken"), "bourita": ("ناصر بوريطة", "Nasser Bourita"),
           "nuland": ("فيكتوريا نولاند", "Victoria Nuland")}
COUNTRIES = {"MA": ("المغرب", "Morocco"), "US": ("الولايات المتحدة", "United States"), "BJ": ("بنين", "Benin")}


class Teller:
    """Makes the claims of one article; spans are found by their words."""

    def __init__(self, name: str, text: str, published: str, outlet: str) -> None:
        self.record: ArticleRecord = record(
            name, text, {"published": published, "publisher": outlet, "language": "ar", "url": f"https://example.org/{name}"}
        )
        self.claims: list[Claim] = []
        self.meeting = Referent(M.Meeting, "m1", surfaces=("اجتماع",))
        self.coalition = Referent(
            M.Coalition, "coalition/daesh", "التحالف الدولي ضد داعش", "Global Coalition against Daesh",
            surfaces=("التحالف الدولي ضد داعش",), authority="coalition/daesh",
        )

    def person(self, key: str) -> Referent:
        arabic, english = PERSONS[key]
        return Referent(M.Person, arabic, arabic, english, surfaces=(arabic.split()[1],))

    def country(self, code: str) -> Referent:
        arabic, english = COUNTRIES[code]
        return Referent(M.Country, f"country/{code}", arabic, english, surfaces=(arabic,), authority=f"country/{code}")

    def frame(self, kind: Iri, *slots: tuple[Iri, Slot]) -> Referent:
        key = "|".join(v.key if isinstance(v, Referent) else str(v) for _, v in slots)
        return Referent(kind, key, slots=slots)

    def tell(
        self, subject: Referent, predicate: Iri, value: Slot, words: str, modality: Modality = Modality.ASSERTED,
        confidence: float = 0.9, rule: str = "story.rule", by: Referent | None = None,
    ) -> None:
        start = self.record.text.index(words)
        span = Span(start, start + len(words))
        self.claims.append(Claim(subject, predicate, value, modality, (span,), confidence, rule, by))

    def takes_part(self, actor: Referent) -> Referent:
        return self.frame(M.Participation, (M.topicMeeting, self.meeting), (M.topicActor, actor))

    def meets(self, words: str, place_words: str, status: Iri, modality: Modality) -> None:
        place = Referent(M.Place, "place/marrakesh", "مراكش", "Marrakesh", surfaces=("مراكش",), authority="place/marrakesh")
        self.tell(self.meeting, M.meetingKind, M.Ministerial, words, modality)
        self.tell(self.meeting, SCHEMA.location, place, place_words, modality)
        self.tell(self.meeting, M.hostCountry, self.country("MA"), place_words, modality, 0.8)
        self.tell(self.meeting, M.ofCoalition, self.coalition, words, modality)
        self.tell(self.meeting, SCHEMA.startDate, PartialDate(2022, 5, 11), place_words, modality)
        self.tell(self.meeting, SCHEMA.eventStatus, status, words, modality)

    def counts(self, number: int, words: str) -> None:
        frame = self.frame(
            M.Count, (M.topicCollective, self.coalition), (M.comparator, M.Exactly), (M.unit, M.States),
        )
        self.tell(frame, M.memberCount, number, words)


def before() -> Teller:
    t = Teller("before", BEFORE, "2022-05-09", "صحيفة الأطلس")
    t.meets("يعقد التحالف الدولي ضد داعش اجتماعا وزاريا", "في مراكش يوم 11 ماي", SCHEMA.EventScheduled, Modality.PLANNED)
    for key in ("blinken", "bourita"):
        frame = t.takes_part(t.person(key))
        t.tell(frame, M.role, M.CoChair, "ويترأسه بلينكن وبوريطة", Modality.PLANNED, rule="participation.chair")
    t.counts(84, "ويضم التحالف 84 دولة")
    pledge = t.frame(M.Pledge, (M.topicActor, t.country("MA")), (M.amount, Decimal("2500000")), (M.comparator, M.AtLeast),
                     (M.currency, "USD"), (M.pledgePurpose, "للتدريب"))
    t.tell(pledge, M.pledgeStatus, M.Promised, "وتعهد المغرب بتقديم 2.5 مليون دولار للتدريب")
    return t


def after() -> Teller:
    t = Teller("after", AFTER, "2022-05-12", "وكالة الضفة")
    t.meets("اجتماع التحالف الدولي ضد داعش", "احتضنت مراكش أمس", M.EventHeld, Modality.ASSERTED)
    nuland, blinken, bourita = t.person("nuland"), t.person("blinken"), t.person("bourita")
    away = t.takes_part(blinken)
    t.tell(away, M.attendance, M.Absent, "وغاب عنه بلينكن", rule="participation.absent")
    t.tell(away, M.replacedBy, nuland, "ومثلته نولاند", rule="participation.replaced")
    stand_in = t.takes_part(nuland)
    t.tell(stand_in, M.role, M.Representative, "ومثلته نولاند")
    t.tell(stand_in, M.represents, t.country("US"), "ومثلته نولاند", confidence=0.7)
    nato = Referent(M.Organization, "org/nato", "حلف الناتو", "NATO", surfaces=("حلف الناتو",), authority="org/nato")
    t.tell(t.takes_part(nato), M.role, M.Attendee, "وحضر حلف الناتو")
    said = t.frame(M.Statement, (M.topicSpeaker, nuland), (M.topicMeeting, t.meeting))
    t.tell(said, M.statedContent, "سنواصل العمل معا", "سنواصل العمل معا", Modality.REPORTED, by=nuland)
    t.tell(t.frame(M.Membership, (M.topicCollective, t.coalition), (M.topicMember, t.country("BJ"))), M.membershipStatus,
           M.Joining, "وانضمت بنين إلى التحالف")
    t.counts(85, "يضم 85 دولة")
    founding = t.frame(M.Founding, (M.topicCollective, t.coalition))
    t.tell(founding, M.foundingStatus, M.Founded, "منذ تأسيسه عام 2014")
    t.tell(founding, SCHEMA.foundingDate, PartialDate(2014), "عام 2014")
    t.tell(founding, M.ledBy, t.country("US"), "بقيادة واشنطن")
    parties = ((M.topicParticipant, bourita), (M.topicParticipant, nuland))
    side = t.frame(M.SideMeeting, *parties, (M.topicMainMeeting, t.meeting))
    t.tell(side, SCHEMA.eventStatus, M.EventHeld, "والتقى بوريطة نولاند على هامش الاجتماع")
    post = Referent(M.Post, "minister", "وزير الخارجية", "foreign minister", surfaces=("وزير",),
                    slots=((M.topicBody, t.country("MA")),))
    t.tell(t.frame(M.Tenure, (M.topicPerson, bourita), (M.topicPost, post)), M.tenureStatus, M.InOffice, "والتقى بوريطة")
    figure = t.frame(M.Figure, (M.topicAbout, t.coalition), (M.unitText, "دولة"), (M.figureWhat, "عدد الدول"))
    t.tell(figure, M.figureValue, Decimal(85), "85 دولة")
    return t


def store(*tellers: Teller) -> Store:
    """A store in memory with both articles (or those given) and a plain identity: same authority or label, same thing."""
    filled = Store()
    for t in tellers or (before(), after()):
        filled.replace_article(t.record.sha256, article_quads(t.record, t.claims, Names()))
    identify(filled)
    return filled


def identify(filled: Store) -> None:
    """Every referent denotes its authority entity, else one named by type and label; all meetings are one."""
    names, lines = filled.names, set()
    graph = names.graph("identity")
    for referent, _, kind, _ in filled.match(predicate=M.referentType):
        authority = [iri_of(v) for _, _, v, _ in filled.match(subject=referent, predicate=M.authority)]
        labels = sorted(str(v) for _, _, v, _ in filled.match(subject=referent) if "language='en'" in str(v))
        if authority:
            entity = authority[0]
        elif kind == M.Meeting:
            entity = names.entity("meeting/marrakesh-2022")
        else:
            entity = names.hashed("entity", *labels) if labels else referent
        lines.add(f"<{referent}> <{M.denotes}> <{entity}> <{graph}> .\n")
    filled.replace_graph(graph, "".join(sorted(lines)).encode())
