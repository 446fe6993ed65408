"""One article with a claim of every frame type and every predicate, built by hand: what the shapes must let through."""

from __future__ import annotations

import hashlib
from decimal import Decimal

from kg.claim import ArticleRecord, Claim, Modality, PartialDate, Referent, Slot, Span
from kg.graph import article_quads
from kg.iri import Iri, Names
from kg.vocabulary import SCHEMA, M

SENTENCES = (
    "عُقد الاجتماع الأول للتحالف في مدينة ساحلية.",
    "ترأس الوزير سالم الجلسة نيابة عن بلاده.",
    "وقال إن العمل مستمر.",
    "صفحات أخرى قد تهمك",
)
TEXT = "\n".join(SENTENCES)


def span(sentence: int) -> Span:
    start = sum(len(s) + 1 for s in SENTENCES[:sentence])
    return Span(start, start + len(SENTENCES[sentence]))


def record(text: str = TEXT) -> ArticleRecord:
    return ArticleRecord(
        sha256=hashlib.sha256(text.encode()).hexdigest(), name="sample", text=text, language="ar", title="اجتماع أول",
        url="https://example.org/a/1", publisher="صحيفة المثال", published=PartialDate(2022, 5, 11), boilerplate=(span(3),),
    )


PERSON = Referent(M.Person, "سالم", label_ar="سالم", label_en="Salem", surfaces=("سالم",))
OTHER = Referent(M.Person, "نديم", label_ar="نديم", label_fr="Nadim")
COUNTRY = Referent(M.Country, "country/MA", label_ar="المغرب", authority="country/MA")
GROUP = Referent(M.CountryGroup, "group/gulf", label_ar="دول الخليج", authority="group/gulf")
BODY = Referent(M.Organization, "org/nato", label_en="NATO", authority="org/nato")
COALITION = Referent(M.Coalition, "coalition/x", label_ar="التحالف", surfaces=("التحالف", "للتحالف"))
ARMED = Referent(M.ArmedGroup, "group-a", label_ar="جماعة")
PLACE = Referent(M.Place, "place/rabat", surfaces=("الرباط",), authority="place/rabat")
POST = Referent(M.Post, "وزير", label_ar="وزير", surfaces=("الوزير",), slots=((M.topicBody, COUNTRY),))
MEETING = Referent(M.Meeting, "m1", label_ar="الاجتماع الأول")


def frame(kind: Iri, key: str, *slots: tuple[Iri, Slot]) -> Referent:
    return Referent(kind, key, slots=slots)


PART = frame(M.Participation, "m1|سالم", (M.topicMeeting, MEETING), (M.topicActor, PERSON))
ABSENCE = frame(M.Participation, "m1|نديم", (M.topicMeeting, MEETING), (M.topicActor, OTHER))
TENURE = frame(M.Tenure, "سالم|وزير", (M.topicPerson, PERSON), (M.topicPost, POST))
MEMBERSHIP = frame(M.Membership, "x|MA", (M.topicCollective, COALITION), (M.topicMember, COUNTRY))
COUNT = frame(
    M.Count, "x|84",
    (M.topicCollective, COALITION), (M.comparator, M.AtLeast), (M.unit, M.States), (M.asOf, PartialDate(2022)),
)
FOUNDING = frame(M.Founding, "x", (M.topicCollective, COALITION))
SIDE = frame(
    M.SideMeeting, "a|b", (M.topicParticipant, PERSON), (M.topicParticipant, GROUP), (M.topicMainMeeting, MEETING)
)
PLEDGE = frame(
    M.Pledge, "MA|10",
    (M.topicActor, COUNTRY), (M.amount, Decimal("10000000")), (M.currency, "USD"), (M.pledgePurpose, "إعمار"),
)
ARMED_PART = frame(M.Participation, "m1|group-a", (M.topicMeeting, MEETING), (M.topicActor, ARMED))
SOURCE_SAID = frame(M.Statement, "المصدر|1", (M.topicSpeaker, Referent(M.Actor, "المصدر", surfaces=("المصدر",))))
STATEMENT = frame(M.Statement, "سالم|1", (M.topicSpeaker, PERSON), (M.topicMeeting, MEETING))
FIGURE = frame(
    M.Figure, "f1",
    (M.topicAbout, MEETING), (M.unitText, "وفدا"), (M.figureWhat, "attendance"), (M.figureYear, PartialDate(2022)),
)

SAID: tuple[tuple[Referent, Iri, Slot], ...] = (
    (MEETING, M.meetingKind, M.Ministerial), (MEETING, SCHEMA.location, PLACE), (MEETING, M.hostCountry, COUNTRY),
    (MEETING, SCHEMA.startDate, PartialDate(2022, 5, 11)), (MEETING, SCHEMA.endDate, PartialDate(2022, 5)),
    (MEETING, SCHEMA.eventStatus, M.EventHeld), (MEETING, M.ofCoalition, COALITION), (MEETING, M.edition, 1),
    (MEETING, M.firstIn, PLACE),
    (PART, M.role, M.Chair), (PART, M.represents, COUNTRY), (ABSENCE, M.attendance, M.Absent),
    (ABSENCE, M.replacedBy, PERSON),
    (TENURE, M.tenureStatus, M.InOffice), (TENURE, M.since, PartialDate(2017, 4)),
    (TENURE, M.until, PartialDate(2024, 2, 29)),
    (MEMBERSHIP, M.membershipStatus, M.Member), (MEMBERSHIP, M.membershipRole, "عضو مؤسس"),
    (COUNT, M.memberCount, 84),
    (FOUNDING, M.foundingStatus, M.Founded), (FOUNDING, SCHEMA.foundingDate, PartialDate(2014)), (FOUNDING, M.ledBy, BODY),
    (FOUNDING, M.purpose, "محاربة جماعة"),
    (SIDE, SCHEMA.eventStatus, SCHEMA.EventScheduled), (SIDE, M.sideTopic, "التعاون"),
    (PLEDGE, M.pledgeStatus, M.Announced),
    (STATEMENT, M.statedContent, "العمل مستمر"),
    (FIGURE, M.figureValue, Decimal("12.5")),
    (ARMED_PART, M.role, M.Attendee), (SOURCE_SAID, M.statedContent, "العمل مستمر"),
)


def claims(copies: int = 1) -> list[Claim]:
    """A claim of every predicate; with more copies, the same again by other rules (to measure with)."""
    modes = tuple(Modality)
    return [
        Claim(s, p, o, modes[i % 4], (span(i % 3), Span(0, 4)), 0.9, f"sample.rule{copy}", BODY if i % 2 else None)
        for copy in range(copies)
        for i, (s, p, o) in enumerate(SAID)
    ]


def quads(copies: int = 1) -> bytes:
    return article_quads(record(), claims(copies), Names())
