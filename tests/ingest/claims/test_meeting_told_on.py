"""A meeting in the next sentence, without its name: where, when and as which of its series it is said to be held."""

from __future__ import annotations

from itertools import product

import pytest

from ingest.article import record
from ingest.pipeline import process
from kg.claim import PartialDate, Referent
from kg.iri import Names

# Masculine and feminine: each is followed by the form of its gender.
TO_COME = (
    ("تتواصل الاستعدادات لعقد مؤتمر إعادة إعمار غزة.", False),
    ("دعت مصر إلى اجتماع طارئ لجامعة الدول العربية.", False),
    ("الاجتماع الوزاري لمنظمة شنغهاي للتعاون\n", False),
    ("تعتزم دول الساحل عقد قمة استثنائية.", True),
)
OVER = (
    ("شارك وزير الخارجية المغربي ناصر بوريطة في الاجتماع الوزاري لمنظمة التعاون الإسلامي.", False),
    ("أنهى مؤتمر إعادة إعمار غزة أعماله.", False),
    ("افتتحت القمة العربية الصينية أعمالها.", True),
)
PLANS = (
    "وسيعقد/وستعقد في الدوحة يوم 20 مايو.",
    "ومن المقرر أن ينعقد/تنعقد في العاصمة القطرية الدوحة في 20 مايو.",
    "ومن المنتظر أن تحتضنه/تحتضنها الدوحة في 20 مايو.",
    "ويرتقب أن يلتئم/تلتئم بالدوحة يوم 20 مايو.",
    "وستنطلق أشغاله/أشغالها في الدوحة يوم 20 مايو.",
    "وتقرر عقده/عقدها في الدوحة يوم 20 مايو.",
    "وسيتم عقده/عقدها في الدوحة يوم 20 مايو.",
    "وحددت الأمانة العامة يوم 20 مايو موعدا لانعقاده/لانعقادها في الدوحة.",
    "وتستضيفه/وتستضيفها الدوحة على مدى يومين ابتداء من 20 مايو.",
    "وسيقام/وستقام في الدوحة، يوم 20 مايو، بمشاركة خبراء.",
)
DONE = (
    "وعقد/وعقدت في الدوحة أمس الاثنين.",
    "وانطلقت أشغاله/أشغالها بالدوحة أمس الاثنين.",
    "واستضافته/واستضافتها الدوحة أمس.",
    "وتم عقده/عقدها في الدوحة أمس.",
    "وشهدت الدوحة انعقاده/انعقادها أمس.",
    "واحتضنت الدوحة أشغاله/أشغالها أمس.",
    "وكانت أعماله/أعمالها قد انطلقت في الدوحة أمس.",
)
NOT_SO = (
    "ولم يعقد/تعقد في الدوحة.",
    "ونفت الوزارة أن يعقد/تعقد في الدوحة.",
    "وقد يعقد/تعقد في الدوحة.",
    "وليس مقررا عقده/عقدها في الدوحة.",
    "وإذا عقد/عقدت في الدوحة فستغيب عنه مصر.",
    "وسينطلق/وستنطلق في الدوحة غدا معرض/بطولة للكتاب.",
    "ويبدأ/وتبدأ غدا في الدوحة معرض/بطولة دولي.",
    "وقال الوزير إنه/إنها سيعقد/ستعقد في الدوحة لقاءات ثنائية.",
    "وتنعقد/وينعقد في الدوحة غدا.",
)
PUT_OFF = (
    ("وتقرر تأجيله/تأجيلها إلى 5 يونيو.", "EventPostponed", PartialDate(2024, 6, 5)),
    ("وتقرر تأجيل عقده/عقدها إلى 5 يونيو.", "EventPostponed", PartialDate(2024, 6, 5)),
    ("وتم إلغاؤه/إلغاؤها.", "EventCancelled", None),
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


def _of_gender(sentence: str, feminine: bool) -> str:
    return " ".join(word.split("/")[feminine if "/" in word else 0] for word in sentence.split())


def _text(told: tuple[str, bool], sentence: str) -> str:
    behind = _of_gender(sentence, told[1])
    return told[0] + (behind.removeprefix("و") if told[0].endswith("\n") else " " + behind)


@pytest.mark.parametrize(("told", "sentence"), [*product(TO_COME, PLANS), *product(OVER, DONE)])
def test_the_next_sentence_says_where_and_when(told: tuple[str, bool], sentence: str) -> None:
    (meeting,) = _told(_text(told, sentence))
    day = PartialDate(2024, 5, 20) if sentence in PLANS else PartialDate(2024, 5, 13)
    assert (meeting.get("location"), meeting.get("startDate")) == ("place/doha", str(day))
    assert meeting["eventStatus"].endswith("Scheduled" if sentence in PLANS else "Held")


@pytest.mark.parametrize(("told", "sentence"), [*product(TO_COME, NOT_SO), *product(OVER, NOT_SO)])
def test_what_is_not_so_or_of_something_else(told: tuple[str, bool], sentence: str) -> None:
    assert all(meeting.get("location") is None for meeting in _told(_text(told, sentence)))


@pytest.mark.parametrize(("told", "off"), [*product(TO_COME[1:], PUT_OFF)])
def test_it_is_put_off(told: tuple[str, bool], off: tuple[str, str, PartialDate | None]) -> None:
    sentence, status, day = off
    (meeting,) = _told(_text(told, sentence))
    assert meeting["eventStatus"].endswith(status)
    assert meeting.get("startDate") == (None if day is None else str(day))


def test_the_one_that_agrees_is_meant() -> None:
    text = "تشارك مصر في القمة العربية الصينية وفي مؤتمر إعادة إعمار غزة. وسيعقد في الدوحة يوم 20 مايو."
    assert [(m["meetingKind"].rsplit("/", 1)[-1], m.get("location")) for m in _told(text)] == [("Conference", "place/doha")]
    (meeting,) = _told("دعت مصر إلى اجتماع طارئ لجامعة الدول العربية. وسيعقد في دورته الثالثة في الدوحة.")
    assert (meeting.get("edition"), meeting.get("location")) == ("3", "place/doha")


def test_how_long_its_works_last() -> None:
    (meeting,) = _told("ستنطلق القمة العربية الصينية في الدوحة، وتبدأ أعمالها يوم 20 مايو وتستمر يومين.")
    days = PartialDate(2024, 5, 20), PartialDate(2024, 5, 21)
    assert (meeting.get("startDate"), meeting.get("endDate")) == tuple(str(day) for day in days)


def test_the_newly_appointed_holder_of_an_office() -> None:
    for word in ("المعين حديثا", "المعين مؤخرا", "المنتهية ولايته"):
        text = f"وصل وزير الخارجية الإيطالي {word} ماركو بيلوني إلى الدوحة."
        claims = process(record("a", text, {"published": "2024-05-14", "language": "ar"}), Names()).claims
        assert any(claim.rule.startswith("position") for claim in claims), word
