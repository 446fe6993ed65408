"""Headlines and site furniture; what a careful reader cites is never furniture."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.zones import boilerplate, title_end
from kg.claim import Span

SHARED = Path(__file__).resolve().parents[3] / "shared"
BODY = "عقد الاجتماع أمس في العاصمة بحضور الوفود.\n\n"

FURNITURE = [
    "camera iconصورة من الاجتماع", "tag icon ع ع ع", "شارك على فيسبوك", "شارك هذا المقال عبر واتساب",
    "شارك المقال مع أصدقائك", "تابعنا على تويتر", "نشر في: 12 مارس 2020", "ادعم صحافتنا", "Next",
    "اقرأ أيضا: عنوان خبر آخر", "اقرأ المزيد", "جميع الحقوق محفوظة © 2020", "// انتهى //", "14:28 ت م", "طباعة",
    "الأكثر قراءة", "النشرة البريدية", "الكلمات المفتاحية: سياسة، أمن", "الرئيسية", "المقال السابق", "×",
    "(إعداد سامر الحاج للنشرة العربية - تحرير منى عوض)",
    "آخر تحديث: الأربعاء", "آخر تحديث الأربعاء 12 مايو 2023", "آخر تحديث منذ ساعتين", "آخر تحديث", "البريد الإلكتروني *",
    "البريد الإلكتروني", "البريد الإلكتروني: info@example.org", "شارك المقال عبر البريد", "شارك عبر البريد الإلكتروني",
    "12 مشاهدة", "سياسة الخصوصية", "مصدر الصورة وكالات", "Share", "Related articles", "Lire aussi : autre titre",
]
TEXT = [
    "شارك الوزير في الاجتماع على رأس وفد كبير.", "تابع الوزير أشغال الدورة في العاصمة.",
    "شارك في القمة السفير عمر الراشد.", "شارك مع نظيره في الاجتماع.", "شارك على رأس وفد في القمة.",
    "مشاركة في القمة العربية", "نشر في الرياض بيان القمة.", "ساهم في دعم القمة عشرون بلدا.",
    "شارك في الانتخابات عبر البريد", "شارك في الحملة على فيسبوك", "آخر تحديث للقوانين يثير الجدل",
    "آخر تحديث لخريطة الطريق الأممية", "البريد الإلكتروني للوزارة يتعرض لهجوم",
    "Next summit to be held in Rabat",
    "إعلان مراكش وثيقة مشتركة بين الدول.", "طباعة الكتب المدرسية تكلف الكثير.", "مقالات كثيرة تناولت الموضوع.",
    "المزيد من الدول تنضم إلى المجلس.", "انتهى الاجتماع باعتماد بيان مشترك.", "حقوق الإنسان أولوية للمجلس.",
    "اشترك البلدان في تنظيم الدورة.", "اقرأ باسم ربك.", "إعداد الميزانية (تحرير الأسعار) صعب.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_marked(line: str) -> None:
    text = f"{BODY * 3}{line}\n\n{BODY}"
    start = text.index(line, len(BODY) * 3)
    assert any(s.start <= start and start + len(line) <= s.end for s in boilerplate(text))


@pytest.mark.parametrize("line", TEXT)
def test_sentences_are_not_furniture(line: str) -> None:
    assert boilerplate(f"{BODY * 3}{line}\n\n{BODY}") == []


@pytest.mark.parametrize("line", ["اترك تعليقاً", "مقالات متعلقة", "لن يتم نشر عنوان بريدك الإلكتروني."])
def test_everything_after_the_comment_form_is_furniture(line: str) -> None:
    text = f"{BODY * 3}{line}\n\nجملة كاملة بعد ذلك."
    assert boilerplate(text) == [Span(text.index(line, len(BODY) * 3), len(text))]


def test_a_related_line_in_the_first_third_hides_nothing_else() -> None:
    text = f"عنوان\nمقالات متعلقة\n{BODY * 6}"
    assert boilerplate(text) == [Span(6, 6 + len("مقالات متعلقة"))]


def test_known_furniture_is_kept_and_joined() -> None:
    assert boilerplate(BODY, [Span(3, 9), Span(8, 12)]) == [Span(3, 12)]


def test_title() -> None:
    assert title_end("عنوان قصير\n\nنص.", None) == len("عنوان قصير")
    assert title_end("جملة أولى كاملة من النص.\nجملة ثانية.", None) == 0
    assert title_end("جملة أولى كاملة من النص.\nجملة ثانية.", "جملة أولى كاملة من النص.") > 0
    assert title_end("سطر واحد", None) == 0


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the development articles are not beside the repository")
def test_no_cited_evidence_is_furniture() -> None:
    touched, seen = [], 0
    for path in sorted((SHARED / "gold").glob("*.gold.json")):
        name = path.name.split(".")[0]
        text = (SHARED / "articles" / f"{name}.txt").read_text(encoding="utf-8")
        marked = boilerplate(text)
        for fact in json.loads(path.read_text(encoding="utf-8"))["facts"]:
            for quote in (fact["evidence"], *fact.get("evidence_more", ())):
                start = text.find(quote)
                seen += start >= 0
                if any(s.start < start + len(quote) and start < s.end for s in marked):
                    touched.append((name, quote[:40]))
    assert seen > 1000
    assert touched == []
