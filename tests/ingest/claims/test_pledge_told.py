"""Money and goods in all the ways the press tells that somebody gives or promises them."""

from __future__ import annotations

from itertools import product

import pytest

from ingest.article import record
from ingest.pipeline import process
from kg.claim import Modality, Referent
from kg.iri import Names
from kg.vocabulary import M

GIVERS = ("فرنسا", "وزير الخارجية الفرنسي جان إيف لودريان", "الرئيس الفرنسي إيمانويل ماكرون")
MONEY = (
    "تعهدت {who} بتقديم {what} للسودان.", "أعلنت {who} قرضا بقيمة {what} للسودان.",
    "أعلنت {who} عن منحة قدرها {what} للسودان.",
    "{who} تتبرع بمبلغ {what} للسودان", "تم تخصيص {what} من قبل {who} للسودان.",
    "أعلنت {who} استثمارات بقيمة {what} في السودان.",
    "تبرعت {who} بمبلغ {what} للسودان.",
)
GOODS = (
    "تعهدت {who} بمد السودان ب{what}.", "أعلنت {who} إرسال {what} إلى السودان.", "تبرعت {who} ب{what} للسودان.",
    "{who} ترسل {what} إلى السودان", "{who} تبرعت ب{what} للسودان.", "ستزود {who} السودان ب{what}.",
)
THINGS = ("سيارات إسعاف", "مستلزمات طبية", "سترات واقية", "وقودا", "شحنة من الأدوية")
NOT_SO = (
    "لم تتبرع فرنسا بسيارات إسعاف للسودان.", "فرنسا قد ترسل مساعدات طبية إلى السودان", "فرنسا ترسل وفدا إلى السودان",
    "رفضت فرنسا مد السودان بمعدات طبية.", "تبرع مواطنون بسيارات إسعاف للسودان.",
    "خسرت فرنسا استثمارات بقيمة 10 ملايين دولار.",
    "لم يتم تخصيص 10 ملايين دولار من قبل فرنسا للسودان.", "فرنسا لا تتبرع بمبلغ 10 ملايين دولار للسودان",
)


def _givers(text: str) -> set[str]:
    claims = process(record("a", text, {"published": "2024-05-14", "language": "ar"}), Names()).claims
    told = (c for c in claims if c.predicate == M.pledgeStatus and c.modality is not Modality.DENIED)
    actors = (dict(claim.subject.slots)[M.topicActor] for claim in told)
    return {actor.key for actor in actors if isinstance(actor, Referent)}


@pytest.mark.parametrize("frame", MONEY)
def test_who_gives_money(frame: str) -> None:
    for who, what in product(GIVERS, ("10 ملايين دولار", "مليار يورو")):
        text = frame.format(who=who, what=what)
        donor = who.startswith("فرنسا") or frame.startswith(("أعلنت", "تعهدت"))
        assert (_givers(text) == {"country/FR"}) if donor else (len(_givers(text)) == 1), text


@pytest.mark.parametrize("frame", GOODS)
def test_who_gives_goods(frame: str) -> None:
    for what in THINGS:
        assert _givers(frame.format(who="فرنسا", what=what)) == {"country/FR"}, (frame, what)


@pytest.mark.parametrize("text", NOT_SO)
def test_what_is_not_given(text: str) -> None:
    assert _givers(text) == set(), text
