"""A small store of invented articles: a meeting with a chair, a guest who cancelled, offices, memberships."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from kg.claim import ArticleRecord, Claim, Modality, PartialDate, Referent, Slot, Span
from kg.graph import article_quads
from kg.iri import Iri, Names
from kg.store import Store
from kg.vocabulary import SCHEMA, M

TEXT = (
    "الرباط: ترأس وزير الخارجية المغربي ناصر بوريطة لقاء الرباط. وحضر اللقاء أنتوني بلينكن وزير الخارجية الأمريكي، "
    "وغاب عنه وزير خارجية الأردن أيمن الصفدي. وقالت ليلى بنصالح إن بوركينا فاسو عضو في جامعة الدول العربية."
)
MOROCCO = Referent(M.Country, "country/MA", "المغرب", "Morocco", surfaces=("المغربي",), authority="country/MA")
STATES = Referent(M.Country, "country/US", "الولايات المتحدة", "United States", authority="country/US")
JORDAN = Referent(M.Country, "country/JO", "الأردن", "Jordan", authority="country/JO")
BURKINA = Referent(M.Country, "country/BF", "بوركينا فاسو", "Burkina Faso", authority="country/BF")
LEAGUE = Referent(M.Organization, "org/las", "جامعة الدول العربية", "Arab League", authority="org/las")
RABAT = Referent(M.Place, "place/rabat", "الرباط", "Rabat", authority="place/rabat")
BOURITA = Referent(M.Person, "ناصر بوريطة", "ناصر بوريطة", surfaces=("ناصر بوريطة",))
BLINKEN = Referent(M.Person, "أنتوني بلينكن", "أنطوني بلينكين", surfaces=("أنتوني بلينكن",))
SAFADI = Referent(M.Person, "أيمن الصفدي", "أيمن الصفدي")
LAILA = Referent(M.Person, "ليلى بنصالح", "ليلى بنصالح")
MEETING = Referent(M.Meeting, "m1", "لقاء الرباط")


def at(words: str, text: str = TEXT) -> tuple[Span, ...]:
    start = text.index(words)
    return (Span(start, start + len(words)),)


def claim(subject: Referent, predicate: Iri, value: Slot, words: str, modality: Modality = Modality.ASSERTED) -> Claim:
    return Claim(subject, predicate, value, modality, at(words), 0.9, "test.rule")


def tenure(person: Referent, country: Referent, label: str = "وزير الخارجية") -> Referent:
    post = Referent(M.Post, f"{label}|{country.key}", label, slots=((M.topicBody, country),))
    return Referent(M.Tenure, f"{person.key}|{post.key}", slots=((M.topicPerson, person), (M.topicPost, post)))


def participation(person: Referent) -> Referent:
    return Referent(M.Participation, f"m1|{person.key}", slots=((M.topicMeeting, MEETING), (M.topicActor, person)))


def claims(foreign: Referent = MOROCCO) -> list[Claim]:
    """`foreign` is the country whose minister Bourita is said to be."""
    member = Referent(M.Membership, "x", slots=((M.topicCollective, LEAGUE), (M.topicMember, BURKINA)))
    held = tenure(BOURITA, foreign)
    return [
        claim(held, M.tenureStatus, M.InOffice, "وزير الخارجية المغربي ناصر بوريطة"),
        claim(held, M.since, PartialDate(2017, 4, 5), "وزير الخارجية المغربي ناصر بوريطة"),
        claim(tenure(BLINKEN, STATES), M.tenureStatus, M.InOffice, "أنتوني بلينكن وزير الخارجية الأمريكي"),
        claim(tenure(SAFADI, JORDAN), M.tenureStatus, M.InOffice, "وزير خارجية الأردن أيمن الصفدي"),
        claim(MEETING, SCHEMA.startDate, PartialDate(2022, 5, 11), "لقاء الرباط"),
        claim(MEETING, SCHEMA.location, RABAT, "الرباط: ترأس"),
        claim(MEETING, M.ofCoalition, LEAGUE, "جامعة الدول العربية"),
        claim(MEETING, SCHEMA.eventStatus, M.EventHeld, "لقاء الرباط"),
        claim(participation(BOURITA), M.role, M.Chair, "ترأس وزير الخارجية المغربي ناصر بوريطة لقاء الرباط"),
        claim(participation(BLINKEN), M.role, M.Attendee, "وحضر اللقاء أنتوني بلينكن"),
        claim(participation(SAFADI), M.attendance, M.Absent, "وغاب عنه وزير خارجية الأردن أيمن الصفدي"),
        claim(participation(SAFADI), M.role, M.Attendee, "أيمن الصفدي", Modality.PLANNED),
        claim(participation(LAILA), M.role, M.Speaker, "وقالت ليلى بنصالح"),
        claim(member, M.membershipStatus, M.Member, "بوركينا فاسو عضو في جامعة الدول العربية"),
    ]


def fill(
    store: Store,
    listed: Iterable[Claim],
    name: str = "one",
    url: str | None = "https://news.example/1",
    language: str = "ar",
) -> None:
    text = TEXT + "\n" * (len(name) - 3)
    sha = hashlib.sha256(text.encode()).hexdigest()
    record = ArticleRecord(sha, name, text, language, title='لقاء "الرباط"', url=url, published=PartialDate(2022, 5, 12))
    store.replace_article(sha, article_quads(record, list(listed), Names()))


def on_disk(folder: Path, listed: Iterable[Claim] | None = None, url: str | None = "https://news.example/1") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    with Store(folder) as store:
        fill(store, claims() if listed is None else listed, url=url)
    return folder
