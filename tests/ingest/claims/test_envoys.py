"""Who comes for a state without a name: every kind of envoy, every way to say of which states, in frames of presence."""

from __future__ import annotations

from itertools import product

import pytest

from ingest.article import record
from ingest.pipeline import process
from kg.claim import Claim, Referent
from kg.iri import Names

KINDS = (
    "ممثلين", "الممثلين الخاصين", "المندوبين الدائمين", "مبعوثين", "مبعوثين خاصين", "كبار المسؤولين", "مسؤولين كبار",
    "مسؤولين رفيعي المستوى", "دبلوماسيين", "وفود رسمية", "وفود رفيعة المستوى", "خبراء", "ضباط", "برلمانيين", "قادة عسكريين",
    "السفراء", "وفود وخبراء", "الممثلين الخاصين وكبار المسؤولين", "وفد رسمي", "وفد وزاري", "وفد رفيع المستوى",
)
OFFICES = ("وزراء الدفاع", "نواب وزراء الخارجية", "رؤساء أركان الجيوش", "رؤساء أجهزة المخابرات", "محافظي البنوك المركزية")
WHENCE = ("من {}", "عن {}", "من كل من {}", "عن كل من {}", "في كل من {}", "لكل من {}", "ل{}", "من دول {}", "من بلدان {}")
REPRESENTING = ("وفد يمثل {}", "وفود تمثل {}", "مسؤولين يمثلون {}")
FRAMES = (
    "انعقد في أستانا، أمس الاثنين، الاجتماع السابع للمجموعة، بمشاركة {}.",
    "انعقد الاجتماع السابع للمجموعة أمس في أستانا، وشارك فيه {}.",
    "شارك {} في الاجتماع السابع للمجموعة أمس في أستانا.",
    "عقد {} أمس في أستانا اجتماعا.",
)
STATES = {"country/RU", "country/IN", "country/IR"}
NOT_OF_STATE = ("رجال أعمال", "باحثين", "مستثمرين", "ممثلي المجتمع المدني", "نشطاء")


def _came(text: str) -> set[str]:
    claims = process(record("a", text, {"published": "2024-05-14", "language": "ar"}), Names()).claims
    return {key for claim in claims if claim.rule.startswith("participation") for key in _states(claim)}


def _states(claim: Claim) -> set[str]:
    named = (claim.subject, claim.object)
    return {state for one in named if isinstance(one, Referent) for state in STATES if state in one.key}


@pytest.mark.parametrize("kind", [*KINDS, *OFFICES])
def test_the_states_of_envoys_are_there(kind: str) -> None:
    for frame, whence in product(FRAMES, WHENCE):
        text = frame.format(f"{kind} {whence.format('روسيا والهند وإيران')}")
        assert _came(text) == STATES, text


@pytest.mark.parametrize("whom", REPRESENTING)
def test_so_are_those_whom_they_represent(whom: str) -> None:
    for frame in FRAMES:
        text = frame.format(whom.format("روسيا والهند وإيران"))
        assert _came(text) == STATES, text


@pytest.mark.parametrize("kind", NOT_OF_STATE)
def test_those_of_people_who_come_for_themselves_are_not(kind: str) -> None:
    for frame in FRAMES:
        text = frame.format(f"{kind} من روسيا والهند وإيران")
        assert _came(text) == set(), text
