"""Small numbers that count days and hours, in figures and in words of both genders, and how many days words tell."""

from __future__ import annotations

from functools import cache

from ingest.mentions.meetings.lexicon import words


def counted(word: str) -> int | None:
    """The number of a folded token: "ثلاثة", "48"."""
    return int(word) if word.isdigit() and len(word) < 3 else _counted().get(word)


def days_told(word: str, unit: str) -> int | None:
    """ "يوم", "يومين", "ثلاثة أيام": how many days a folded word with the one behind it tells."""
    if word in words("one_day"):
        return 1
    if word in words("two_days"):
        return 2
    number = counted(word) if unit in words("days") else None
    return number if number is not None and number > 2 else None


def day_around(word: str) -> int | None:
    """ "غداة", "عشية": how many days from what stands behind it a word tells."""
    return 1 if word in words("next_day") else -1 if word in words("eve_of") else None


@cache
def _counted() -> dict[str, int]:
    """The folded numbers from three to ten, both genders."""
    forms = [words(f"count_{number}") for number in range(3, 11)]
    return {form: number for number, found in enumerate(forms, 3) for form in found}
