"""Minimal pairs: what must change when a sentence changes in one respect, and what must not.

The whole path is run (text to facts). A fact is compared without its places in the text and its identifiers.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest

from ingest.fold import fold
from ingest.pipeline import process
from kg.claim import ArticleRecord, PartialDate
from kg.facts import facts
from kg.store import Store

PLAN = ("ينعقد الاجتماع الوزاري للتحالف الدولي ضد داعش في الرياض يوم الخميس 8 يونيو 2023.\n\n"
        "وسيشارك وزير الخارجية المصري هشام فؤاد في الاجتماع الوزاري للتحالف الدولي ضد داعش في الرياض.\n\n"
        "وقال وزير الخارجية المصري هشام فؤاد إن بلاده تدعم الأمن في المنطقة.")


_PLACES_AND_LABELS = {"evidence", "id", "meeting", "rule", "on_margins_of", "label_ar", "label_en"}


def read(text: str, day: int = 1) -> list[dict[str, Any]]:
    record = ArticleRecord(hashlib.sha256(text.encode()).hexdigest(), "t", text, "ar", published=PartialDate(2023, 6, day))
    done = process(record)
    store = Store()
    store.replace_article(done.record.sha256, done.quads)
    return list(facts(store))


def names(entity: Any) -> Any:
    """An entity by its folded name; anything else as it is."""
    if isinstance(entity, dict):
        return fold(entity.get("label_ar") or entity.get("surface") or "")
    if isinstance(entity, list):
        return [names(e) for e in entity]
    return entity


def essence(text: str, *types: str) -> set[str]:
    """What the facts of these types say (all if none is named), without spans, IRIs and rules."""
    kept = set()
    for fact in read(text):
        if not types or fact["type"] in types:
            plain = {k: names(v) for k, v in fact.items() if k not in _PLACES_AND_LABELS}
            kept.add(json.dumps(plain, ensure_ascii=False, sort_keys=True))
    return kept


def some(text: str, kind: str, **fields: Any) -> list[dict[str, Any]]:
    return [f for f in read(text) if f["type"] == kind and all(names(f.get(k)) == v for k, v in fields.items())]


def test_the_base_says_what_it_should() -> None:
    (meeting,) = some(PLAN, "meeting")
    assert (meeting["start_date"], meeting["status"], meeting["kind"]) == ("2023-06-08", "planned", "ministerial")
    (part,) = some(PLAN, "participation", role="attendee")
    assert names(part["actor"]) == fold("هشام فؤاد")
    assert part["modality"] == "planned"
    (position,) = some(PLAN, "position")
    assert position["of"]["label_en"] == "Egypt"


@pytest.mark.parametrize("denial", ["ولن يشارك", "لن يشارك"])
def test_denied_attendance_is_absence(denial: str) -> None:
    text = PLAN.replace("وسيشارك", denial)
    assert some(text, "participation", role="attendee") == []
    (part,) = some(text, "participation", role="absent")
    assert names(part["actor"]) == fold("هشام فؤاد")


def test_told_attendance_is_asserted() -> None:
    text = PLAN.replace("ينعقد", "انعقد").replace("وسيشارك", "وشارك")
    found = read(text, day=9)
    (part,) = [f for f in found if f["type"] == "participation" and f["role"] == "attendee"]
    assert part["modality"] == "asserted"
    (meeting,) = [f for f in found if f["type"] == "meeting"]
    assert meeting["status"] == "held"


def test_another_actor_changes_the_actor_only() -> None:
    text = PLAN.replace("المصري هشام فؤاد", "العراقي قاسم الحيدري")
    (part,) = some(text, "participation", role="attendee")
    assert names(part["actor"]) == fold("قاسم الحيدري")
    assert essence(text, "meeting") == essence(PLAN, "meeting")
    (position,) = some(text, "position")
    assert position["of"]["label_en"] == "Iraq"


def test_another_day_changes_the_date_only() -> None:
    text = PLAN.replace("الخميس 8 يونيو", "الجمعة 9 يونيو")
    (meeting,) = some(text, "meeting")
    assert meeting["start_date"] == "2023-06-09"
    assert essence(text, "participation", "position", "statement") == essence(PLAN, "participation", "position", "statement")


@pytest.mark.parametrize("month", ["حزيران", "جوان", "يونيه", "يونيو/حزيران", "حزيران يونيو"])
def test_month_names_of_other_countries_change_nothing(month: str) -> None:
    assert essence(PLAN.replace("يونيو", month)) == essence(PLAN)


@pytest.mark.parametrize(("old", "new"), [
    ("8 يونيو 2023", "٨ يونيو ٢٠٢٣"),
    ("وزير الخارجية", "وَزِيرُ الخَارِجِيَّةِ"),
    ("الاجتماع", "الاجتمـــاع"),
    ("الاجتماع", "الإجتماع"),
    ("وقال وزير", "قال وزير"),
    ("ضد داعش", "ضد “داعش”"),
    ("الدولي", "الدولى"),
])
def test_spelling_changes_nothing(old: str, new: str) -> None:
    assert old in PLAN
    assert essence(PLAN.replace(old, new), "meeting", "participation") == essence(PLAN, "meeting", "participation")


def test_damaged_lam_alef_changes_nothing() -> None:
    text = PLAN.replace("الاجتماع", "االجتماع").replace("الأمن", "االمن")
    assert essence(text, "meeting", "participation") == essence(PLAN, "meeting", "participation")


def test_the_order_of_paragraphs_changes_no_position() -> None:
    first, *rest = PLAN.split("\n\n")
    assert essence("\n\n".join([*rest, first]), "position") == essence(PLAN, "position")


def test_evidence_is_verbatim_in_every_variant() -> None:
    for text in (PLAN, PLAN.replace("الاجتماع", "االجتماع"), PLAN.replace("الاجتماع", "الاجتمـــاع")):
        for fact in read(text):
            assert fact["evidence"]
            for place in fact["evidence"]:
                assert text[place["start"]:place["end"]] == place["quote"]


@pytest.mark.parametrize("text", [
    "The Global Coalition met in Marrakesh on 11 May 2022, and Secretary Blinken did not attend.",
    "La réunion ministérielle s'est tenue à Marrakech le 11 mai 2022 sous la présidence du ministre.",
])
def test_other_languages_are_not_mangled(text: str) -> None:
    facts_read = read(text)
    (meeting,) = [f for f in facts_read if f["type"] == "meeting"]
    assert (meeting["start_date"], meeting["status"]) == ("2022-05-11", "held")
    assert [f for f in facts_read if f["type"] in {"participation", "membership", "statement"}] == []
