"""The language of a text."""

from __future__ import annotations

import pytest

from ingest.language import detect, spoken


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("عقد الوزراء اجتماعا في العاصمة", "ar"), ("قال الوزير إن الاجتماع في الرباط", "ar"),
        ("The ministers met in the capital and will meet again.", "en"),
        ("Les ministres se sont réunis dans la capitale.", "fr"),
        ("Die Minister trafen sich gestern.", "und"), ("وزیران امور خارجه این کشور را ترک کردند و در تهران است", "und"),
        ("", "und"), ("12345 !", "und"), ("قال الوزير إن OPEC و NATO و EU في الاجتماع", "ar"),
    ],
)
def test_detect(text: str, language: str) -> None:
    assert detect(text) == language


ARABIC = "عقد الوزراء اجتماعا في العاصمة."
FRENCH = "Les ministres se sont réunis dans la capitale pour parler de la paix et des moyens de la garder."


@pytest.mark.parametrize(
    ("text", "stated", "language"),
    [
        (f"{ARABIC}\n\n{FRENCH}", "ar", "ar"), (f"{ARABIC}\n\n{FRENCH}", "ar-MA", "ar"),
        (f"{ARABIC}\n\n{FRENCH}", "fr_FR", "fr"), (f"{ARABIC}\n\n{FRENCH}", "und", "fr"),
        (f"{ARABIC * 4}\n\n{FRENCH}", "und", "ar"), (f"{ARABIC} NATO", "und", "ar"),
        (f"{ARABIC * 4} NATO", "en", "ar"), (FRENCH, "ar", "fr"), (FRENCH, "de", "fr"), ("", "ar", "und"),
    ],
)
def test_a_stated_language_is_obeyed_and_else_most_letters_decide(text: str, stated: str, language: str) -> None:
    assert spoken(text, stated) == language
