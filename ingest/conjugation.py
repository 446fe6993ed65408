"""The forms of an Arabic verb by the regular paradigm, from its past and present (he), and of its participle."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

_LONG = "اوي"


class Inflected(NamedTuple):
    """A form of a verb or participle.

    `gender` is "m" or "f", `number` "s", "d" or "p". `cut`: of a present, the form behind "لم" and "أن" without its ending
    ("يلق", "يلقوا"); of a participle, one that is no accusative ("قائلون").
    """

    form: str
    gender: str
    number: str
    cut: bool = False


def past(he: str) -> Iterator[Inflected]:
    """He, she, the two of them, they: "ألقى" → "ألقت", "ألقيا", "ألقتا", "ألقوا"."""
    if he[-1] in "ىا":
        stem, dual = he[:-1], he[:-1] + ("ي" if he[-1] == "ى" else "و")
    else:
        stem = dual = he
    she = stem + "ت"
    yield Inflected(he, "m", "s")
    yield Inflected(she, "f", "s")
    yield Inflected(dual + "ا", "m", "d")
    yield Inflected(she + "ا", "f", "d")
    yield Inflected(stem + "وا", "m", "p")


def present(he: str) -> Iterator[Inflected]:
    """He, she, the two of them, they, and the short forms behind "لم": "يلقي" → "تلقي", "يلقيان", "يلقون", "يلق"."""
    for person, gender in (("ي", "m"), ("ت", "f")):
        full = person + he[1:]
        weak = full[-1] in "ويى"
        stem = full[:-1] if weak else full
        dual = stem + "ي" if full[-1] == "ى" else full
        yield Inflected(full, gender, "s")
        yield Inflected(dual + "ان", gender, "d")
        yield Inflected(dual + "ا", gender, "d", cut=True)
        yield Inflected(_short(full), gender, "s", cut=True)
        if gender == "m":
            yield Inflected(stem + "ون", gender, "p")
            yield Inflected(stem + "وا", gender, "p", cut=True)


def _short(form: str) -> str:
    if form[-1] in "ويى":
        return form[:-1]
    return form[:-2] + form[-1] if form[-2] in _LONG and len(form) > 3 else form


def participle(he: str) -> Iterator[Inflected]:
    """All genders, numbers and cases of a participle told without its article, with or without the ا of the accusative."""
    stem = he.removesuffix("ا")
    short = stem.removesuffix("ي")  # "مناديا" → "منادين"
    yield Inflected(stem, "m", "s", cut=True)
    yield Inflected(stem + "ا", "m", "s")
    yield Inflected(stem + "ة", "f", "s")
    yield Inflected(stem + "ان", "m", "d", cut=True)
    yield Inflected(stem + "تان", "f", "d", cut=True)
    yield Inflected(stem + "تين", "f", "d")
    yield Inflected(short + "ون", "m", "p", cut=True)
    yield Inflected(short + "ين", "m", "p")
    yield Inflected(stem + "ات", "f", "p")


def is_things(told: Inflected) -> bool:
    """Whether a form of a participle is the plural in ات, which is mostly a noun of its own: "مذكرات", "مكونات"."""
    return (told.gender, told.number) == ("f", "p")
