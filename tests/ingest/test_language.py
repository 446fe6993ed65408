"""The language of a text."""

from __future__ import annotations

import pytest

from ingest.language import detect


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
