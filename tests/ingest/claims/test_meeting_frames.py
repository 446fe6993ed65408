"""A meeting in every frame: where its place, its day, those who meet and its edition may stand, and what becomes of it."""

from __future__ import annotations

from itertools import product

import pytest

from ingest.article import record
from ingest.pipeline import process
from kg.claim import PartialDate, Referent
from kg.iri import Names

PLACES = (
    "في الدوحة", "بالدوحة", "في العاصمة القطرية الدوحة", "بالعاصمة القطرية الدوحة", "في العاصمة الدوحة", "بمدينة الدوحة",
    "بأحد فنادق الدوحة", "في الدوحة بقطر", "في الدوحة عاصمة قطر", "بمقر وزارة الخارجية القطرية في الدوحة",
    "بمركز المؤتمرات في الدوحة", "في فندق ريتز كارلتون بالدوحة",
)
DAYS = ("أمس الاثنين", "مساء الاثنين", "يوم 13 مايو 2024", "خلال الفترة من 13 إلى 15 مايو", "بعد ظهر أمس الاثنين")
FRAMES = (
    "{place}، انعقد {day} الاجتماع الثالث لمنظمة شنغهاي للتعاون.",
    "و{place} انعقد {day} الاجتماع الثالث لمنظمة شنغهاي للتعاون.",
    "شارك الوفد في الاجتماع الثالث لمنظمة شنغهاي للتعاون المنعقد {place} {day}.",
    "اجتمع {place} {day} وزراء خارجية منظمة شنغهاي للتعاون.",
    "{place} اجتمع {day} وزراء خارجية منظمة شنغهاي للتعاون.",
)
NUMBERS = {
    "الواحد والثلاثين": "31", "التاسع والتسعين": "99", "المئة": "100", "الـ(19)": "19", "(18)": "18", "رقم 14": "14",
    "الخمسين بعد المئة": "150", "الحادي عشر": "11",
}
OWNERS = ("لمنظمة شنغهاي للتعاون", "للدول الأعضاء في منظمة شنغهاي للتعاون", "لكبار المسؤولين في منظمة شنغهاي للتعاون")
BECOMES = (
    ("لم تنعقد الجولة الثالثة من المحادثات بين الهند والصين في الدوحة أمس.", None),
    ("نفت قطر عقد جولة جديدة من المحادثات بين الهند والصين في الدوحة.", None),
    ("اقترحت قطر عقد الجولة الثالثة من المحادثات بين الهند والصين في الدوحة.", "EventScheduled"),
    ("نُقل الاجتماع الثالث لمنظمة شنغهاي للتعاون من القاهرة إلى الدوحة.", "EventScheduled"),
    ("تقرر نقل مكان انعقاد القمة الثالثة لمنظمة شنغهاي للتعاون إلى الدوحة.", "EventScheduled"),
    ("أُجل الاجتماع الثالث لمنظمة شنغهاي للتعاون الذي كان من المقرر عقده في الدوحة اليوم.", "EventPostponed"),
    ("أعلنت قطر تأجيل قمة ثلاثية بين المغرب وإسبانيا والبرتغال إلى أجل غير مسمى.", "EventPostponed"),
    ("ألغت قطر قمة ثلاثية بين المغرب وإسبانيا والبرتغال.", "EventCancelled"),
    ("حضر الوزير الجلسة الطارئة لمجلس الأمن الدولي أمس الاثنين في الدوحة.", "EventHeld"),
    ("دخلت سوريا أمس الاثنين قاعة الاجتماع الثالث لمنظمة شنغهاي للتعاون في الدوحة.", "EventHeld"),
)


def _told(text: str) -> list[dict[str, str]]:
    """What is said of each meeting: the last part of the predicate → the value."""
    found: dict[str, dict[str, str]] = {}
    for claim in process(record("a", text, {"published": "2024-05-14", "language": "ar"}), Names()).claims:
        if claim.rule.startswith("meeting.") and isinstance(claim.subject, Referent):
            name = str(claim.predicate).replace("#", "/").rsplit("/", 1)[-1]
            value = claim.object
            key = value.key if isinstance(value, Referent) else str(value)
            found.setdefault(claim.subject.key, {})[name] = key.replace("#", "/") if name != "location" else key
    return list(found.values())


@pytest.mark.parametrize("frame", FRAMES)
def test_place_and_day_stand_anywhere(frame: str) -> None:
    for place, day in product(PLACES, DAYS):
        text = frame.format(place=place, day=day)
        (meeting,) = _told(text)
        assert meeting.get("location") == "place/doha", text
        assert meeting.get("startDate") == str(PartialDate(2024, 5, 13)), text
        assert meeting.get("ofCoalition") == "org/sco", text
        if "وزراء" in frame:
            assert meeting["meetingKind"].endswith("Ministerial"), text


@pytest.mark.parametrize("owner", OWNERS)
def test_the_edition_is_told_in_any_form(owner: str) -> None:
    for number, value in NUMBERS.items():
        (meeting,) = _told(f"انعقد في الدوحة أمس الاثنين الاجتماع {number} {owner}.")
        assert (meeting.get("edition"), meeting.get("ofCoalition")) == (value, "org/sco"), number
    (meeting,) = _told(f"احتضنت الدوحة أمس الاثنين المؤتمر {owner} في نسخته الثانية عشرة.")
    assert meeting.get("edition") == "12"


@pytest.mark.parametrize(("text", "status"), BECOMES)
def test_what_becomes_of_it(text: str, status: str | None) -> None:
    told = [meeting["eventStatus"].rsplit("/", 1)[-1] for meeting in _told(text)]
    assert told == ([] if status is None else [status])
    if status == "EventScheduled":
        assert [meeting.get("location") for meeting in _told(text)] == ["place/doha"]
