"""Bodies and their states in all the ways the press tells of them: who founds, joins, leaves, presides, is listed."""

from __future__ import annotations

from itertools import product

import pytest

from ingest.article import record
from ingest.pipeline import process
from kg.claim import Claim, Modality, Referent
from kg.iri import Names
from kg.vocabulary import SCHEMA, M

FOUNDED = (
    "تأسست {body} {where}{when}{by}.", "{body} تأسست {where}{when}{by}.",
    "{body}، التي أنشئت {where}{when}{by}، عقدت اجتماعا.",
    "رأت {body} النور {where}{when}{by}.", "كانت {body} قد تأسست {where}{when}{by}.", "تم تأسيس {body} {where}{when}{by}.",
    "{body} منظمة دولية تأسست {where}{when}{by}.", "أعلن عن تأسيس {body} {where}{when}{by}.",
)
WHERE = ("", "في جدة ", "في مدينة جدة السعودية ", "خلال قمة عقدت في جدة ")
BY = (" بمبادرة من السعودية", " بمبادرة سعودية", " بدعوة من السعودية", " على يد السعودية")
BODY = "منظمة التعاون الإسلامي"
JOINS = (
    "أعلنت {body} انضمام {who} رسميا.", "{body} تعلن انضمام {who}", "{body} ترحب بانضمام {who}",
    "أودعت {who} وثائق انضمامها إلى {body}.",
    "أعلن وزير الخارجية المصري سامح شكري انضمام {who} إلى {body}.", "رحبت {body} ب{who} عضوا جديدا.",
    "لتكون {who} الدولة رقم 58 المنضمة إلى {body}.", "صارت {who} الدولة الثامنة والخمسين التي تنضم إلى {body}.",
)
LEAVES = (
    "أعلنت {who} أنها انسحبت من {body}.", "{who} تعلن انسحابها من {body}", "أدى انسحاب {who} من {body} إلى تراجع التجارة.",
    "أعلنت {body} انسحاب {who} رسميا.", "علقت {body} عضوية {who}.", "علقت عضوية {who} في {body} أمس.",
    "أعلنت {body} تعليق عضوية {who} فيها.",
)
OBSERVES = ("{who} دولة مراقبة في {body}.", "{body} تمنح {who} صفة مراقب", "والدول المراقبة في {body} هي {who}.")
FOUNDERS = (
    "{who} من الدول المؤسسة ل{body}.", "كانت {who} من مؤسسي {body}.", "{who} إحدى الدول المؤسسة ل{body}.",
    "{who} أحد مؤسسي {body}.",
    "شاركت {who} في تأسيس {body} عام 1969.", "{who} دولة مؤسسة في {body}.", "الأعضاء المؤسسون ل{body} هم {who}.",
)
CHAIRS = (
    "رئاسة {body} تنتقل إلى {who}", "تعود رئاسة {body} إلى {who}.", "فازت {who} برئاسة {body}.",
    "اختيرت {who} لرئاسة {body}.",
    "تضطلع {who} برئاسة {body}.", "تشغل {who} منصب رئيس {body}.", "بدأت {who} رئاستها الدورية ل{body}.",
    "في إطار رئاستها ل{body}، عقدت {who} اجتماعا.",
)
LISTED = (
    "تضم {body} تسع دول، أبرزها {who}.", "وأعضاء {body} هم: {who}.", "الدول الأعضاء في {body} هي {who}.",
    "من أبرز أعضاء {body} {who}.", "{body} ({who}) تعقد قمتها اليوم.", "ينتمي إلى {body} كل من {who}.",
)
BESIDES = ("إلى جانب", "بالإضافة إلى", "فضلا عن", "علاوة على")
NOT_SO = (
    "لم تكن السعودية قد أسست {body} عام 1969.", "تأسيس {body} لا يعود إلى عام 1969.", "نفت السنغال أنها انسحبت من {body}.",
    "قد يؤدي انسحاب السنغال من {body} إلى تراجع التجارة.", "{body} قد تعلن انضمام السنغال.", "{body} تنفي انضمام السنغال.",
    "أعلنت {body} انضمام السنغال إلى المعاهدة.", "أعلنت {body} رفضها انضمام السنغال.", "لم ترحب {body} بالسنغال عضوا جديدا.",
    "السنغال ليست دولة مراقبة في {body}.", "لم تكن السنغال من مؤسسي {body}.", "لم تشارك السنغال في تأسيس {body}.",
    "رئاسة {body} لا تنتقل إلى السنغال.", "تسعى السنغال للفوز برئاسة {body}.", "لن تنتقل رئاسة {body} إلى السنغال.",
    "ستعقد السنغال، خلال رئاستها المقبلة ل{body}، اجتماعا.",
)


def _claims(text: str, *predicates: str) -> list[Claim]:
    claims = process(record("a", text, {"published": "2024-05-14", "language": "ar"}), Names()).claims
    return [claim for claim in claims if claim.predicate in predicates]


def _states(text: str, predicate: str, value: object) -> set[str]:
    told = (c for c in _claims(text, predicate) if c.object == value and c.modality is not Modality.PLANNED)
    members = (dict(claim.subject.slots)[M.topicMember] for claim in told)
    return {member.key.removeprefix("country/") for member in members if isinstance(member, Referent)}


@pytest.mark.parametrize("frame", FOUNDED)
def test_when_and_by_whom_it_was_founded(frame: str) -> None:
    for where, by in product(WHERE, BY):
        text = frame.format(body=BODY, where=where, when="عام 1969", by=by)
        dates = {str(claim.object) for claim in _claims(text, SCHEMA.foundingDate)}
        founders = {c.object.key for c in _claims(text, M.ledBy) if isinstance(c.object, Referent)}
        assert (dates, founders) == ({"1969"}, {"country/SA"}), text


@pytest.mark.parametrize(("frames", "predicate", "value"), [
    (JOINS, M.membershipStatus, M.Joining), (LEAVES, M.membershipStatus, M.Leaving),
    (OBSERVES, M.membershipRole, "observer"),
    (FOUNDERS, M.membershipRole, "founding_member"), (CHAIRS, M.membershipRole, "chair"),
])
def test_what_a_state_is_in_a_body(frames: tuple[str, ...], predicate: str, value: object) -> None:
    for frame in frames:
        text = frame.format(body=BODY, who="السنغال")
        assert _states(text, predicate, value) == {"SN"}, text


@pytest.mark.parametrize("frame", LEAVES[2:])
def test_several_whose_membership_ends(frame: str) -> None:
    text = frame.format(body=BODY, who="السنغال والنيجر")
    assert _states(text, M.membershipStatus, M.Leaving) == {"SN", "NE"}, text


@pytest.mark.parametrize("frame", LISTED)
def test_one_more_beside_a_list(frame: str) -> None:
    for beside in BESIDES:
        text = frame.format(body="منظمة شنغهاي للتعاون", who=f"روسيا والصين والهند {beside} إيران")
        assert _states(text, M.membershipStatus, M.Member) == {"RU", "CN", "IN", "IR"}, text


@pytest.mark.parametrize("frame", NOT_SO)
def test_what_is_not_so(frame: str) -> None:
    text = frame.format(body=BODY)
    told = _claims(text, M.membershipStatus, M.foundingStatus)
    assert [claim for claim in told if claim.modality is not Modality.PLANNED] == [], text


def test_numbers_in_the_accusative() -> None:
    for number in ("سبعا وخمسين", "ثلاثا وعشرين", "أربعا وثمانين", "ستا وثلاثين", "تسعا وأربعين"):
        assert len(_claims(f"تضم {BODY} {number} دولة.", M.memberCount)) == 1, number
