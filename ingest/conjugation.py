"""The forms of an Arabic verb of which the past and the present (he) are known, by the regular paradigm."""

from __future__ import annotations

from collections.abc import Iterator

_LONG = "اوي"


def past(he: str) -> Iterator[str]:
    """He, she, the two of them, they: "ألقى" → "ألقت", "ألقيا", "ألقتا", "ألقوا"."""
    if he[-1] in "ىا":
        stem, dual = he[:-1], he[:-1] + ("ي" if he[-1] == "ى" else "و")
    else:
        stem = dual = he
    she = stem + "ت"
    yield from (he, she, dual + "ا", she + "ا", stem + "وا")


def present(he: str) -> Iterator[str]:
    """He, she, the two of them, they, and the short form behind "لم": "يلقي" → "تلقي", "يلقيان", "يلقون", "يلق"."""
    for person in "يت":
        full = person + he[1:]
        weak = full[-1] in "ويى"
        stem = full[:-1] if weak else full
        dual = stem + "ي" if full[-1] == "ى" else full
        yield from (full, dual + "ان", dual + "ا", stem + "ون", stem + "وا", _short(full))


def _short(form: str) -> str:
    if form[-1] in "ويى":
        return form[:-1]
    return form[:-2] + form[-1] if form[-2] in _LONG and len(form) > 3 else form
