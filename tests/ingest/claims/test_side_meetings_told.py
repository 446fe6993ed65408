"""Who met whom on the margins: one after the other in a sentence and over several, of one told before, by the noun."""

from __future__ import annotations

from itertools import product

import pytest

from ingest.article import record
from ingest.pipeline import process
from kg.claim import Modality, Referent
from kg.iri import Names
from kg.vocabulary import SCHEMA, M

HE, FIRST, SECOND, THIRD = "سامح شكري", "محمد بن عبد الرحمن", "عثمان الجرندي", "أنطونيو غوتيريش"
NAMES = {
    "he": f"وزير الخارجية المصري {HE}", "one": f"نظيره القطري {FIRST}", "two": f"وزير الخارجية التونسي {SECOND}",
    "three": f"الأمين العام للأمم المتحدة {THIRD}",
}
ALONE = (
    "عقد {he} عدة لقاءات على هامش قمة العشرين في روما، حيث التقى {one}.",
    "جمع لقاء {he} و{one} على هامش قمة العشرين في روما.",
    "استعرض {he} مع {one} على هامش قمة العشرين في روما الوضع.",
    "أكد {he} ذلك خلال لقائه {one} على هامش قمة العشرين في روما.",
    "أكد {he} ذلك. جاء ذلك خلال لقائه {one} على هامش قمة العشرين في روما.",
    "شارك {he} أمس في مؤتمر باريس، وعقد على هامشه لقاء مع {one}.",
    "شارك {he} أمس في مؤتمر باريس، كما التقى على هامش المؤتمر {one}.",
)
BEGIN = ("التقى {he} {one}، على هامش قمة العشرين في روما", "عقد {he} لقاء مع {one} على هامش قمة العشرين في روما")
GOES_ON = (
    "، كما التقى {two} و{three}.", "، وبحث مع {two} و{three} الوضع.", "، إضافة إلى لقاء مع {two} و{three}.",
    "، فضلا عن لقائه {two} و{three}.", ". كما التقى كلا من {two}، و{three}.", ". كما التقى {two} و{three}.",
    ". كما التقى الوزير {two} و{three}.", ". والتقى أيضا كلا من {two} و{three}.", ". كما بحث مع {two} و{three} الوضع.",
)
NOT_HELD = (
    "شارك {he} أمس في مؤتمر باريس، ولم يلتق على هامشه {one}.", "نفى {he} لقاءه {one} على هامش قمة العشرين في روما.",
    "قال {he}، قبل لقائه {one} على هامش قمة العشرين، إن العلاقات قوية.",
    "قال {he} إن الرئيس السيسي، خلال لقائه {one} على هامش قمة العشرين، أشاد بالعلاقات.",
)


def _pairs(text: str) -> set[frozenset[str]]:
    claims = process(record("a", text, {"published": "2024-05-14", "language": "ar"}), Names()).claims
    told = (c for c in claims if c.subject.type == M.SideMeeting and c.predicate == SCHEMA.eventStatus)
    held = (c.subject.slots for c in told if c.modality is not Modality.PLANNED)
    sides = ([v for slot, v in slots if slot == M.topicParticipant] for slots in held)
    return {frozenset(str(v.label_ar) for v in pair if isinstance(v, Referent)) for pair in sides}


@pytest.mark.parametrize("frame", ALONE)
def test_one_meeting(frame: str) -> None:
    assert _pairs(frame.format(**NAMES)) == {frozenset({HE, FIRST})}


@pytest.mark.parametrize(("begin", "then"), [*product(BEGIN, GOES_ON)])
def test_further_meetings_of_the_same(begin: str, then: str) -> None:
    text = (begin + then).format(**NAMES)
    assert _pairs(text) == {frozenset({HE, other}) for other in (FIRST, SECOND, THIRD)}, text


@pytest.mark.parametrize("frame", NOT_HELD)
def test_what_was_not_held(frame: str) -> None:
    assert _pairs(frame.format(**NAMES)) == set()
