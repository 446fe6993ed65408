"""English and French: a title right before a name, and nothing else."""

from __future__ import annotations

import pytest

from tests.ingest.mentions.samples import owner, persons

EN = "The ministers said that they were in the city for the talks with the others. "
FR = "Les ministres ont dit que la réunion est dans la ville avec les autres pays. "


@pytest.mark.parametrize(
    ("text", "name", "office", "body"),
    [
        (EN + "French Foreign Minister Jean Dupont was there.", "Jean Dupont", "Minister of Foreign Affairs", "country/FR"),
        (EN + "U.S. Secretary of State Paul Miller was there.", "Paul Miller", "Secretary of State", "country/US"),
        (EN + "It was said by Prime Minister Anna van Dijk.", "Anna van Dijk", "Prime Minister", None),
        (FR + "C'est le président français Jean Dupont qui parle.", "Jean Dupont", "President", "country/FR"),
        (FR + "La chancelière allemande Petra Schmidt est là.", "Petra Schmidt", "Chancellor", "country/DE"),
    ],
)
def test_title_before_the_name(text: str, name: str, office: str, body: str | None) -> None:
    (person,) = persons(text)
    assert text[person.name.start : person.name.end] == name
    assert person.post is not None
    assert person.post.label_en == office
    assert owner(person) == body


@pytest.mark.parametrize(
    "text",
    [
        EN + "The president spoke to reporters. Paris was quiet.",
        EN + "The foreign minister Wednesday left for home.",
        FR + "Le président va rencontrer les autres. Paris est calme.",
        FR + "Le ministre des Affaires étrangères est là.",
    ],
)
def test_no_name_no_person(text: str) -> None:
    assert persons(text) == []
