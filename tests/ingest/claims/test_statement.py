"""Statements over the whole reading path, on sentences of our own (`statement_cases.tsv`)."""

from __future__ import annotations

import pytest

from ingest.claims import statement
from kg.claim import Modality, Referent
from kg.vocabulary import M
from tests.ingest.claims.cases import claims, label, reading, slot, table

OPENING = "قال وزير الخارجية التونسي نبيل عمار إن الحوار مستمر. "


def said(text: str) -> list[str]:
    """"speaker = words" of every statement."""
    found = []
    for claim in claims(statement.extract, text):
        (span,) = claim.evidence
        assert claim.object == text[span.start : span.end]
        found.append(f"{label(slot(claim, M.topicSpeaker))} = {claim.object}")
    return found


@pytest.mark.parametrize(("text", "expected"), table("statement_cases.tsv"))
def test_who_said_what(text: str, expected: str) -> None:
    assert said(text) == [one for one in expected.split(" | ") if one]


def test_a_statement_is_reported_and_attributed() -> None:
    (claim,) = claims(statement.extract, OPENING)
    assert claim.modality is Modality.REPORTED
    assert isinstance(claim.attributed_to, Referent)
    assert claim.attributed_to == slot(claim, M.topicSpeaker)
    assert claim.predicate == M.statedContent


@pytest.mark.parametrize(("text", "words"), [
    ("نفى وزير الخارجية العراقي فؤاد حسين أن يكون الاجتماع قد عقد.", "أن يكون الاجتماع قد عقد"),
    ("نفت وزارة الخارجية المصرية أن القاهرة طلبت تأجيل القمة.", "أن القاهرة طلبت تأجيل القمة"),
    ("استبعد وزير الخارجية العراقي فؤاد حسين أن تنسحب بلاده.", "أن تنسحب بلاده"),
    ("فند وزير الخارجية العراقي فؤاد حسين ما قيل عن الاجتماع.", "ما قيل عن الاجتماع"),
    ("أنكر وزير الخارجية العراقي فؤاد حسين مشاركة بلاده في القتال.", "مشاركة بلاده في القتال"),
])
def test_what_a_speaker_denies_is_kept_as_denied(text: str, words: str) -> None:
    (claim,) = claims(statement.extract, text)
    assert (claim.modality, claim.object) == (Modality.DENIED, words)
    assert claim.attributed_to == slot(claim, M.topicSpeaker)


def test_what_the_same_speaker_says_beside_a_denial_is_reported() -> None:
    text = "نفى وزير الخارجية العراقي فؤاد حسين أن الاجتماع عقد، وقال إن الحكومة ستصدر بيانا مفصلا."
    assert [c.modality for c in claims(statement.extract, text)] == [Modality.DENIED, Modality.REPORTED]
    text = "قال وزير الخارجية العراقي فؤاد حسين إن بلاده لم تشارك في القمة."  # he states a negation
    assert [c.modality for c in claims(statement.extract, text)] == [Modality.REPORTED]
    assert not said("لم ينف وزير الخارجية العراقي فؤاد حسين أن الاجتماع عقد.")


def test_negation_of_the_report_leaves_nothing() -> None:
    assert said("أعلنت فرنسا أنها ستشارك في القمة.")
    assert not said("لم تعلن فرنسا أنها ستشارك في القمة.")


def test_swapping_the_speaker_swaps_the_statement() -> None:
    assert said("حذرت كندا من موجة جفاف.") == ["كندا = من موجة جفاف"]
    assert said("حذرت اليابان من موجة جفاف.") == ["اليابان = من موجة جفاف"]


def test_marks_and_glued_conjunction_change_nothing() -> None:
    assert said("أكّدت كندا أنّ الاتفاق قائم.")[0].startswith("كندا")
    assert said("وأكدت كندا أن الاتفاق قائم.") == ["كندا = أن الاتفاق قائم"]


def test_the_meeting_at_which_it_was_said() -> None:
    text = "وقال وزير الخارجية التونسي نبيل عمار، خلال القمة العربية في الرياض، إن الحوار مستمر."
    (claim,) = claims(statement.extract, text)
    assert slot(claim, M.topicMeeting) is not None
    (plain,) = claims(statement.extract, OPENING)
    assert slot(plain, M.topicMeeting) is None


def test_a_quotation_runs_on_over_sentences() -> None:
    quoted = "نريد السلام الدائم. " * 30
    text = f"قال وزير الخارجية التونسي نبيل عمار: «{quoted.strip()} هذا كل شيء». ثم غادر القاعة."
    spans = [c.evidence[0] for c in claims(statement.extract, text)]
    assert text[spans[0].start :].startswith("نريد")
    assert "غادر" not in text[spans[0].start : spans[0].end]


def test_headlines_do_not_become_the_last_speaker() -> None:
    text = "كندا تحذر من موجة جفاف\n\nوصل الوفد صباحا. وأضاف أن الوضع صعب في القرى."
    assert not any("الوضع صعب" in one and one.startswith("كندا") for one in said(text))


def test_other_languages_are_left_alone() -> None:
    french = "Le ministre a déclaré que la réunion était utile et que les pays étaient d'accord sur tout. " * 3
    assert not list(statement.extract(reading(french, "fr")))


def test_each_statement_has_a_frame_of_its_own() -> None:
    found = claims(statement.extract, OPENING + "وأضاف أن اللجنة ستجتمع. وأكد أن الموعد قريب.")
    assert len({c.subject.key for c in found}) == len(found) == 3


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("وقال وزير الخارجية التونسي نبيل عمار، خلال مشاركته في القمة العربية، إن الحوار مستمر.", True),
        ("وخلال القمة العربية في الرياض، قال وزير الخارجية التونسي نبيل عمار إن الحوار مستمر.", True),
        ("وقال وزير الخارجية التونسي نبيل عمار قبيل القمة العربية في الرياض إن الحوار مستمر.", False),
        ("أبدى وزير الخارجية التونسي نبيل عمار أسفه لعدم تمكنه من المشاركة في القمة العربية، معلنا أن الحوار مستمر.", False),
        ("وعن المغرب الذي استضاف القمة العربية قال وزير الخارجية التونسي نبيل عمار إن الحوار مستمر.", False),
    ],
)
def test_a_meeting_is_told_as_a_circumstance(text: str, told: bool) -> None:
    found = claims(statement.extract, text)
    assert found
    assert any(slot(claim, M.topicMeeting) is not None for claim in found) == told
