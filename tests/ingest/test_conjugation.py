"""The regular paradigm: which forms a verb and a participle have, and what each is."""

from __future__ import annotations

import pytest

from ingest.conjugation import Inflected, is_things, participle, past, present


@pytest.mark.parametrize(
    ("he", "forms"),
    [
        ("شارك", "شارك شاركت شاركا شاركتا شاركوا"),
        ("ألقى", "ألقى ألقت ألقيا ألقتا ألقوا"),
        ("دعا", "دعا دعت دعوا دعتا دعوا"),
    ],
)
def test_past(he: str, forms: str) -> None:
    assert [told.form for told in past(he)] == forms.split()


@pytest.mark.parametrize(
    ("he", "whole", "cut"),
    [
        ("يشارك", "يشارك يشاركان يشاركون تشارك تشاركان", "يشاركا يشارك يشاركوا تشاركا تشارك"),
        ("يلقي", "يلقي يلقيان يلقون تلقي تلقيان", "يلقيا يلق يلقوا تلقيا تلق"),
        ("يبقى", "يبقى يبقيان يبقون تبقى تبقيان", "يبقيا يبق يبقوا تبقيا تبق"),
        ("يقود", "يقود يقودان يقودون تقود تقودان", "يقودا يقد يقودوا تقودا تقد"),
    ],
)
def test_present(he: str, whole: str, cut: str) -> None:
    told = list(present(he))
    assert [one.form for one in told if not one.cut] == whole.split()
    assert [one.form for one in told if one.cut] == cut.split()


def test_participle_of_a_weak_verb() -> None:
    forms = {told.form: told for told in participle("مناديا")}
    assert forms["مناديا"] == Inflected("مناديا", "m", "s")
    assert forms["منادين"] == Inflected("منادين", "m", "p")
    assert forms["منادية"].gender == "f"
    assert "مناديين" not in forms


def test_only_the_plural_in_at_is_of_things() -> None:
    assert [told.form for told in participle("مذكرا") if is_things(told)] == ["مذكرات"]


def test_every_form_says_what_it_is() -> None:
    for told in (*past("عقد"), *present("يعقد"), *participle("عاقدا")):
        assert told.gender in ("m", "f")
        assert told.number in ("s", "d", "p")
