"""Participation over the whole reading path, on sentences of our own (`participation_cases.tsv`)."""

from __future__ import annotations

import csv
import hashlib
import time
from pathlib import Path

import pytest

from ingest import mentions
from ingest.claims import participation
from ingest.claims.participation.part import ROLES
from ingest.document import read_document
from ingest.fold import fold
from ingest.pattern import Rule, load
from kg.claim import ArticleRecord, Claim, Modality, PartialDate, Referent
from kg.vocabulary import M

_ROWS = (Path(__file__).parent / "participation_cases.tsv").read_text(encoding="utf-8").splitlines()
CASES = [(row["text"], row["expected"]) for row in csv.DictReader(_ROWS, delimiter="\t")]
_NAMES = {iri: name for name, iri in ROLES.items()}


def read(text: str) -> list[Claim]:
    record = ArticleRecord(hashlib.sha256(text.encode()).hexdigest(), "t", text, "ar", published=PartialDate(2023, 5, 10))
    return list(participation.extract(mentions.find(read_document(record))))


def parts(text: str) -> set[tuple[str, frozenset[str]]]:
    """(role, folded names of the actor) of every participation."""
    found = set()
    for claim in read(text):
        if claim.predicate in (M.role, M.attendance):
            actor = dict(claim.subject.slots)[M.topicActor]
            assert isinstance(actor, Referent)
            role = "absent" if claim.object == M.Absent else _NAMES[claim.object]  # type: ignore[index]
            names = frozenset(fold(n) for n in (actor.label_ar, *actor.surfaces) if n)
            found.add((role, names))
    return found


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[str(i) for i in range(len(CASES))])
def test_roles(text: str, expected: str) -> None:
    found = parts(text)
    wanted = [part.partition("=")[::2] for part in expected.split("; ")] if expected else []
    for role, name in wanted:
        assert any(role == r and any(fold(name) in n or n in fold(name) for n in names) for r, names in found), \
            f"{role} {name} not in {found}"
    assert len(found) == len(wanted), found


def test_every_claim_quotes_its_actor() -> None:
    for text, _ in CASES:
        for claim in read(text):
            for span in claim.evidence:
                assert text[span.start:span.end].strip()


def test_the_stand_in_is_told_with_the_absent() -> None:
    text = (
        "شاركت في الاجتماع الوزاري للتحالف الدولي ضد داعش بالرياض وكيلة الوزارة سارة مورغان، "
        "التي نابت عن وزير الخارجية الأمريكي توماس كلارك في الاجتماع."
    )
    claims = read(text)
    assert M.replacedBy in {c.predicate for c in claims}


def test_for_which_side_somebody_came_and_whose_office_is_told_elsewhere() -> None:
    def sides(text: str) -> list[str]:
        told = (claim.object for claim in read(text) if claim.predicate == M.represents)
        return sorted(state.label_ar or "" for state in told if isinstance(state, Referent))

    text = "عقد أمس اجتماع في أكرا. وحضر الاجتماع من الجانب الأردني مساعد الوزير نبيل الحمداني، "
    text += "ومن الجانب الكويتي السفير منصور العبيدي."
    assert sides(text) == ["الأردن", "الكويت"]
    text = "انعقد أمس اجتماع برئاسة سالم الحمداني عن الجانب الأردني وفهد العبيدي عن الجانب الكويتي."
    assert sides(text) == ["الأردن", "الكويت"]
    text = "الحمداني يشارك في القمة العربية بتونس\nشارك وزير الخارجية الأردني نبيل الحمداني أمس في القمة العربية بتونس."
    assert sides(text) == ["الأردن"]


def test_a_verb_is_read_by_one_rule_of_a_family() -> None:
    text = "ملك الأردن يدعو الرئيس التونسي كمال المرزوقي إلى حضور القمة العربية في عمان."
    roles = [c.object for c in read(text) if c.predicate == M.role]
    assert roles.count(M.Inviter) == 1


def test_presence_at_a_planned_meeting_is_planned() -> None:
    claims = read("يشارك وزير الخارجية المصري هشام فؤاد غدا في الاجتماع الوزاري للتحالف الدولي ضد داعش بالرياض.")
    assert {c.modality for c in claims if c.predicate == M.role} == {Modality.PLANNED}


def test_presence_denied_is_absence_or_nothing() -> None:
    claims = read("لن يشارك وزير الخارجية المصري هشام فؤاد في الاجتماع الوزاري للتحالف الدولي ضد داعش بالرياض.")
    assert [c.object for c in claims if c.predicate in (M.role, M.attendance)] == [M.Absent]


@pytest.mark.parametrize("rule", load("participation"), ids=lambda rule: rule.name)
def test_rules_take_linear_time(rule: Rule) -> None:
    """Twice the text, about twice the time, on the worst kind of sentence (a factor of 8 leaves room for noise)."""
    unit = "و <P1> ، <T2> الوزير المكلف ، خلال <M3> مع <C4> التي قال "

    def cost(times: int) -> float:
        text = unit * times
        return min(_timed(rule, text) for _ in range(3))

    assert cost(80) < 8 * cost(40) + 0.02


def _timed(rule: Rule, text: str) -> float:
    begin = time.process_time()
    for _ in rule.expression.finditer(text):
        pass
    return time.process_time() - begin


def _attendance(text: str) -> list[Modality]:
    return [claim.modality for claim in read(text) if claim.predicate == M.role]


@pytest.mark.parametrize("may", ["قد لا يحضر", "ربما لا يحضر"])
def test_who_may_not_come_is_not_told_as_absent(may: str) -> None:
    text = f"ألمح الرئيس التركي رجب طيب أردوغان إلى أنه {may} قمة الحلف في مدريد."
    assert {claim.modality for claim in read(text) if claim.predicate == M.attendance} <= {Modality.PLANNED}


def test_who_only_came_to_take_part_is_planned_until_told_there() -> None:
    came = "وصل وزير الخارجية الكويتي فهد السالم إلى الرباط للمشاركة في اجتماع مجموعة العشرين."
    assert _attendance(came) == [Modality.PLANNED]
    assert _attendance(f"{came} وشارك فهد السالم في اجتماع مجموعة العشرين أمس.") == [Modality.ASSERTED]


def test_who_stands_in_speaks_for_the_country_of_the_absent() -> None:
    absent, minister = "عن اجتماع مجموعة العشرين، ومثل بلاده نائبه سعد المطيري.", "وزير الخارجية الكويتي فهد السالم"
    for text in (f"تغيب {minister} {absent}", f"وصل {minister} إلى بالي. وتغيب السالم {absent}"):
        found = [claim.object for claim in read(text) if claim.predicate == M.represents]
        assert found
        assert all(isinstance(state, Referent) and state.label_ar == "الكويت" for state in found)


def test_who_held_an_office_once_speaks_for_its_country_no_more() -> None:
    for office, states in (("الرئيس التونسي", {"تونس"}), ("الرئيس التونسي السابق", set())):
        found = [claim.object for claim in read(f"ألقى {office} نبيل العيادي كلمة في مؤتمر المناخ في دبي.")]
        assert {r.label_ar for r in found if isinstance(r, Referent) and r.type == M.Country} == states


def test_people_met_one_by_one_are_each_at_a_meeting_of_their_own() -> None:
    text = (
        "أجرى وزير الخارجية التونسي نبيل عمار لقاءين منفصلين مع نظيره المصري سامح شكري ونظيره الجزائري أحمد عطاف، "
        "بحضور السفير جون هاريس."
    )
    met: dict[str, set[str]] = {}
    for claim in read(text):
        if claim.predicate == M.role:
            meeting, _, person = claim.subject.key.split("|")
            met.setdefault(meeting, set()).add(person)
    assert sorted(met.values(), key=sorted) == [
        {"نبيل عمار", "أحمد عطاف", "جون هاريس"}, {"نبيل عمار", "سامح شكري", "جون هاريس"}
    ]


def test_who_is_told_to_stay_away_is_quoted_with_the_denial() -> None:
    text = "لن يحضر كاتب الدولة الأمريكي أنتوني بلينكن الاجتماع الوزاري للتحالف الدولي ضد داعش في مراكش غدا."
    quotes = [text[span.start : span.end] for said in read(text) if said.object == M.Absent for span in said.evidence]
    assert quotes
    assert all("لن" in quote for quote in quotes)


def test_for_whom_somebody_speaks_is_quoted_from_where_it_is_told() -> None:
    text = "قال وزير الخارجية النرويجي أولا هانسن كلمة أمس. وعقدت في باريس اليوم قمة المناخ. وحضر القمة أولا هانسن."
    (said,) = (claim for claim in read(text) if claim.predicate == M.represents)
    assert [text[span.start : span.end] for span in said.evidence] == [
        "وحضر القمة أولا هانسن", "وزير الخارجية النرويجي أولا هانسن"
    ]


def test_a_former_office_speaks_for_nobody() -> None:
    text = "قال وزير الخارجية النرويجي السابق أولا هانسن كلمة أمس. وعقدت في باريس اليوم قمة المناخ. وحضر القمة أولا هانسن."
    assert [claim.predicate for claim in read(text)] == [M.role]
