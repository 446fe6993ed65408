"""English and French sentences and whole articles of our own, over the whole reading path."""

from __future__ import annotations

import csv
import json
import time
from pathlib import Path

import pytest

from ingest import mentions
from ingest.claims import extractors
from ingest.document import read_document
from ingest.mention import Kind
from ingest.pattern import FOLDER, Rule, load
from kg.claim import ArticleRecord, Modality, PartialDate
from kg.vocabulary import M
from tests.ingest.latin.rendering import lines, read

HERE = Path(__file__).parent
_ROWS = (HERE / "sentence_cases.tsv").read_text(encoding="utf-8").splitlines()
CASES = [(r["text"], r["expected"] or "") for r in csv.DictReader(_ROWS, delimiter="\t", quoting=csv.QUOTE_NONE)]
ARTICLES = sorted((HERE / "articles").glob("*.txt"))
PATTERNS = sorted(p.stem for p in FOLDER.glob("latin_*.toml"))


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[str(i) for i in range(len(CASES))])
def test_sentence(text: str, expected: str) -> None:
    assert " | ".join(lines(text)) == expected


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_article(path: Path) -> None:
    year, month, day = map(int, json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["published"].split("-"))
    wanted = path.with_suffix(".facts").read_text(encoding="utf-8").splitlines()
    assert lines(path.read_text(encoding="utf-8"), PartialDate(year, month, day)) == wanted


def test_plans_are_planned_and_absence_is_stated() -> None:
    text = (
        "French President Emmanuel Macron will attend the NATO summit in Madrid on 12 May 2023, but Italian Prime "
        "Minister Carla Rossi will not attend the summit, the officials said."
    )
    told = {(c.object, c.modality) for c in read(text) if c.predicate in (M.role, M.attendance)}
    assert told == {(M.Attendee, Modality.PLANNED), (M.Absent, Modality.ASSERTED)}


@pytest.mark.parametrize("text", [
    "It is not true that Lebanon joined the Arab League in 1945.",
    "Did Lebanon join the Arab League in 1945?",
    "If Kenyan Foreign Minister John Mwangi had attended the NATO summit in Madrid, he would have spoken.",
])
def test_what_is_asked_or_supposed_is_no_fact(text: str) -> None:
    assert not [c for c in read(text) if c.predicate in (M.role, M.attendance, M.membershipStatus)]


@pytest.mark.parametrize("text", [
    "There is no summit planned in Geneva, and the White House denied that a meeting was held in Vienna on Monday.",
    "Aucun sommet n'est prévu à Genève et la présidence a démenti une rencontre à Vienne lundi.",
])
def test_what_is_denied_is_no_meeting(text: str) -> None:
    assert [line for line in lines(text) if line.startswith("meeting")] == []


def test_what_a_speaker_denies_is_kept_as_denied() -> None:
    text = "Iraqi Foreign Minister Fuad Hussein denied that his country had asked for a delay of the vote."
    (claim,) = (c for c in read(text) if c.predicate == M.statedContent)
    assert (claim.modality, claim.object) == (Modality.DENIED, "his country had asked for a delay of the vote")


def test_lines_of_wrapped_text_are_one_sentence() -> None:
    text = ("Statement by President Biden on the summit\n\n"
            "I look forward to hosting the leaders of the alliance here in\nWashington, DC on July 9-11, 2024, for the\n"
            "NATO Summit. The work of the allies goes on in all the countries\nand it will be strong.\n")
    told = lines(text)
    assert "meeting summit @Washington 2024-07-09..2024-07-11 planned of NATO" in told
    assert "host Joe Biden (planned)" in told


def test_headlines_above_a_paragraph_stay_apart() -> None:
    text = (
        "The leaders of the group are in the city for the talks\nThe NATO summit opened in Madrid on Tuesday with a dinner "
        "for the leaders and a long list of matters that are to be settled before the end of the week, it was said.\n"
    )
    document = read_document(ArticleRecord("0" * 64, "t", text, "en"))
    assert len(document.sentences) == 2


def test_arabic_articles_are_read_by_their_own_extractors() -> None:
    text = "عقد حلف الناتو NATO قمة في مدريد يوم الثلاثاء بحضور قادة الدول الأعضاء في الحلف"
    reading = mentions.find(read_document(ArticleRecord("0" * 64, "t", text, "ar")))
    assert reading.document.language == "ar"
    assert not {run.__module__ for run in extractors("ar")} & {run.__module__ for run in extractors("en")} - {
        "ingest.claims.meeting", "ingest.claims.position",
    }


def test_the_same_text_gives_the_same_claims() -> None:
    text = ARTICLES[0].read_text(encoding="utf-8")
    assert read(text) == read(text)


@pytest.mark.parametrize("rule", [rule for name in PATTERNS for rule in load(name)], ids=lambda rule: rule.name)
def test_rules_take_linear_time(rule: Rule) -> None:
    """Twice the text, about twice the time, on the worst kind of sentence (a factor of 8 leaves room for noise)."""
    unit = "the <P1> , <T2> of the <O3> will host <M4> with <C5> and <C6> in <W7> on <D8> et le <P1> va <M2> à <W3> "

    def cost(times: int) -> float:
        text = unit * times
        return min(_timed(rule, text) for _ in range(2))

    assert cost(60) < 8 * cost(30) + 0.05


def _timed(rule: Rule, text: str) -> float:
    begin = time.process_time()
    for _ in rule.expression.finditer(text):
        pass
    return time.process_time() - begin


def test_a_name_shortened_in_steps_is_one_person() -> None:
    text = "Foreign Minister Marie Smith of Ireland met Ambassador Anne Marie Smith of Ireland. "
    text += "Foreign Minister Anne Marie Jane Smith of Ireland spoke."
    record = ArticleRecord("0" * 64, "t", text, "en", published=PartialDate(2023, 5, 10))
    people = {m.referent.key for m in mentions.find(read_document(record)).mentions if m.kind is Kind.PERSON and m.referent}
    assert len(people) == 1
