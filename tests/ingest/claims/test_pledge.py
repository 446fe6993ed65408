"""Pledges over the whole reading path, on sentences of our own (`pledge_cases.tsv`: actor, amount, currency, status)."""

from __future__ import annotations

import pytest

from ingest.claims import pledge
from ingest.claims.pledge import goods
from kg.claim import Modality
from kg.vocabulary import M
from tests.ingest.claims.cases import claims, label, reading, slot, table


def told(text: str) -> list[str]:
    return [
        f"{label(slot(c, M.topicActor))} {slot(c, M.amount)} {slot(c, M.currency)} {str(c.object).rsplit('#', 1)[1]}"
        for c in claims(pledge.extract, text)
    ]


@pytest.mark.parametrize(("text", "expected"), table("pledge_cases.tsv"))
def test_who_pledges_how_much(text: str, expected: str) -> None:
    assert told(text) == [one for one in expected.split(" | ") if one]


@pytest.mark.parametrize(("text", "expected"), table("pledge_goods_cases.tsv"))
def test_who_pledges_what_goods(text: str, expected: str) -> None:
    found = [
        f"{label(slot(c, M.topicActor))} {str(c.object).rsplit('#', 1)[1]} {slot(c, M.pledgePurpose)}"
        for c in claims(goods.extract, text)
    ]
    assert found == [one for one in expected.split(" | ") if one]


@pytest.mark.parametrize(("text", "expected"), table("pledge_bound_cases.tsv"))
def test_how_the_amount_is_meant(text: str, expected: str) -> None:
    found = []
    for claim in claims(pledge.extract, text):
        comparator = str(slot(claim, M.comparator) or "").rsplit("#", 1)[-1]
        words = (comparator, slot(claim, M.amount), slot(claim, M.pledgePurpose))
        found.append(" ".join(str(word) for word in words if word))
    assert found == expected.split(" | ")


@pytest.mark.parametrize(("text", "evidence"), [
    ("تراجعت قطر عن وعدها بتقديم 20 مليون دولار.", ["تراجعت قطر عن وعدها بتقديم 20 مليون دولار"]),
    ("تعهدت كندا بتقديم 11 مليون دولار، لكنها تراجعت عن وعدها.", ["تعهدت كندا بتقديم 11 مليون دولار", "تراجعت عن وعدها"]),
    ("تعهدت كندا بتقديم 11 مليون دولار. ثم سحبت كندا تعهدها.", ["سحبت كندا تعهدها"]),
])
def test_a_withdrawal_rests_on_its_own_words(text: str, evidence: list[str]) -> None:
    (claim,) = claims(pledge.extract, text)
    assert (claim.object, claim.modality) == (M.Withdrawn, Modality.ASSERTED)
    assert [text[span.start : span.end] for span in claim.evidence] == evidence


@pytest.mark.parametrize("text", [
    "تعتزم السويد سحب تعهدها بدفع 30 مليون يورو.", "هددت كندا بسحب تعهدها بتقديم 11 مليون دولار.",
])
def test_a_withdrawal_to_come_is_planned(text: str) -> None:
    (claim,) = claims(pledge.extract, text)
    assert (claim.object, claim.modality) == (M.Withdrawn, Modality.PLANNED)


@pytest.mark.parametrize("text", [
    "ستقدم إيطاليا 100 مليون يورو إذا وافق البرلمان.", "وعدت قطر بتقديم 10 ملايين دولار شريطة وقف القتال.",
])
def test_a_pledge_on_a_condition_is_planned(text: str) -> None:
    (claim,) = claims(pledge.extract, text)
    assert claim.modality is Modality.PLANNED


def test_purpose_in_the_words_of_the_text() -> None:
    (claim,) = claims(pledge.extract, "تعهدت اليابان بتقديم 200 مليون دولار لدعم اللاجئين، وغادر الوفد.")
    assert slot(claim, M.pledgePurpose) == "لدعم اللاجئين"


def test_told_twice_is_one_pledge() -> None:
    text = "تعهدت اليابان بتقديم 200 مليون دولار لدعم اللاجئين. وكانت اليابان قد تعهدت بتقديم 200 مليون دولار لدعم اللاجئين."
    assert len(told(text)) == 1


def test_a_pledge_to_come_is_asserted_as_announced() -> None:
    (claim,) = claims(pledge.extract, "ستخصص كندا 15 مليون دولار لمكافحة الجفاف.")
    assert claim.modality is Modality.ASSERTED
    assert claim.object == M.Announced


def test_a_pledge_in_reported_speech_is_reported() -> None:
    (claim,) = claims(pledge.extract, "قال وزير الخارجية الياباني تارو كونو إن بلاده تعهدت بتقديم 11 مليون دولار للعراق.")
    assert claim.modality is Modality.REPORTED
    assert label(slot(claim, M.topicActor)) == "اليابان"


def test_a_pledge_only_foreseen_is_planned() -> None:
    (claim,) = claims(pledge.extract, "بحلول الغد ستكون كندا قد تعهدت بتقديم 11 مليون دولار.")
    assert claim.modality is Modality.PLANNED


def test_a_purpose_ends_before_a_contrast() -> None:
    (claim,) = claims(pledge.extract, "تعهدت كندا بتقديم 11 مليون دولار لدعم اللاجئين لكنها لم تحدد موعدا.")
    assert slot(claim, M.pledgePurpose) == "لدعم اللاجئين"
    (claim,) = claims(pledge.extract, "تعهدت كندا بتقديم 11 مليون دولار لكنها لم تحدد موعدا.")
    assert slot(claim, M.pledgePurpose) is None


def test_swapping_the_giver() -> None:
    assert told("تعهدت كندا بتقديم 20 مليون دولار.") == ["كندا 20000000 USD Promised"]
    assert told("تعهدت قطر بتقديم 20 مليون دولار.") == ["قطر 20000000 USD Promised"]


def test_other_languages_are_left_alone() -> None:
    assert not list(pledge.extract(reading("Canada pledged 20 million dollars to the refugees of the region. " * 3, "en")))
