"""Small numbers that count days and hours, in figures and in words of both genders."""

from __future__ import annotations

from functools import cache

from ingest.mentions.meetings.lexicon import words


def counted(word: str) -> int | None:
    """The number of a folded token: "ثلاثة", "48"."""
    return int(word) if word.isdigit() and len(word) < 3 else _counted().get(word)


@cache
def _counted() -> dict[str, int]:
    """The folded numbers from three to ten, both genders."""
    forms = [words(f"count_{number}") for number in range(3, 11)]
    return {form: number for number, found in enumerate(forms, 3) for form in found}
