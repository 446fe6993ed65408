"""Copies of one statement are one origin."""

from __future__ import annotations

import pytest

from kg.claim import Referent
from kg.origins import overlap, sketch
from kg.store import text_of
from kg.vocabulary import M
from tests.kg.newsroom import Paper, store_of

WIRE = "أعلنت الوزارة في بيان لها أن التحالف يضم اليوم أربعا وثمانين دولة ومنظمة من مختلف القارات وأنه ماض في عمله"
COPY = "وذكر الموقع أن الوزارة أعلنت في بيان لها أن التحالف يضم اليوم أربعا وثمانين دولة ومنظمة من مختلف القارات وأنه ماض"
OWN = "بلغ عدد أعضاء التحالف بحسب ما أحصته الجريدة من قوائم المشاركين في لقاءاته الأخيرة أربعا وثمانين عضوا"
MINISTRY = Referent(M.Organization, "mfa", label_ar="وزارة الخارجية المغربية")


def _origins(*told: tuple[str, str | None, Referent | None]) -> tuple[int, int, int]:
    papers = []
    for number, (words, outlet, speaker) in enumerate(told):
        paper = Paper(f"p{number}", "2022-05-11", outlet)
        slots = ((M.topicCollective, Referent(M.Coalition, "gc", label_ar="التحالف الدولي", authority="coalition/gc")),
                 (M.unit, M.States), (M.comparator, M.Exactly))
        paper.say(Referent(M.Count, "c", slots=slots), M.memberCount, 84, words=words, speaker=speaker)
        papers.append(paper)
    store = store_of(papers)
    graph = store.names.graph("current")
    fact = next(q[0] for q in store.match(None, M.factPredicate, M.memberCount, graph))
    counts = [int(text_of(next(store.match(fact, p, None, graph))[2])) for p in
              (M.articleCount, M.outletCount, M.independentOrigins)]
    return counts[0], counts[1], counts[2]


@pytest.mark.parametrize(("told", "expected"), [
    ([(WIRE, "Alpha", None), (COPY, "Beta", None)], (2, 2, 1)),
    ([(WIRE, "Alpha", None), (OWN, "Beta", None)], (2, 2, 2)),
    ([(WIRE, "Alpha", None), (OWN, "Alpha", None)], (2, 1, 1)),
    ([(WIRE, "Alpha", MINISTRY), (COPY, "Beta", MINISTRY), (OWN, "Gamma", None)], (3, 3, 2)),
    ([(WIRE, "Alpha", MINISTRY), (OWN, "Beta", MINISTRY)], (2, 2, 2)),
    ([(WIRE, None, None), (OWN, None, None)], (2, 2, 2)),
])
def test_articles_outlets_and_origins(
    told: list[tuple[str, str | None, Referent | None]], expected: tuple[int, int, int]
) -> None:
    assert _origins(*told) == expected


def test_many_copies_are_found_without_comparing_all_pairs() -> None:
    told = [(f"{WIRE} {number}", f"Outlet {number}", None) for number in range(70)]
    assert _origins(*told, (OWN, "Own", None)) == (71, 71, 2)


def test_sketches_do_not_depend_on_anything_but_the_words() -> None:
    assert sketch(WIRE) == sketch(WIRE.replace("أ", "ا") + " .")
    assert overlap(sketch(WIRE), sketch(COPY)) > 0.5 > overlap(sketch(WIRE), sketch(OWN))
    assert overlap(sketch(""), sketch(WIRE)) == 0.0
