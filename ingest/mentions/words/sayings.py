"""Verbs of saying, as far as finding persons needs them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from ingest import conjugation
from ingest.fold import fold
from ingest.lexicon import read_toml, read_tsv
from ingest.mentions.words.name_words import shapes
from ingest.parts import Token
from ingest.word_lists import with_and, word_lists

_MARKS = frozenset('،:"“«(')
"""Marks that may follow the name of a speaker."""


@cache
def that() -> frozenset[str]:
    """Words that open what was said."""
    return shapes("that")


@cache
def reports() -> frozenset[str]:
    """What may follow the name of a speaker."""
    return _MARKS | shapes("goes_on")


@cache
def subject_behind() -> frozenset[str]:
    """Words behind which the subject of a clause stands."""
    return that() | with_and(shapes("before_subject"))


@lru_cache(maxsize=1)
def sayings() -> frozenset[str]:
    """The verbs of saying, perhaps with و or ف."""
    other = {fold(word) for word in read_toml("speech.toml")["words"]["not_verbs"]}
    forms = {fold(form) for row in read_tsv("speech_verbs.tsv") for form in _finite(row["past"], row["present"])}
    return frozenset(front + form for form in forms - other for front in ("", "و", "ف"))


def _finite(past: str, present: str) -> Iterator[str]:
    """He and she in the past, he in the present."""
    if past != "-":
        yield from (told.form for told in conjugation.past(past) if told.number == "s")
    if present != "-":
        yield present


def is_saying(norm: str) -> bool:
    """Whether a word is a verb of saying, perhaps with و or ف."""
    return norm in sayings()


def opens_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb of saying that is a given name too opens a clause: "من جانبه، طالب محمد الغامدي، مدير …"."""
    if at < 2 or tokens[at - 1].norm not in "،," or not is_saying(tokens[at].norm):
        return False
    return tokens[at - 2].norm in word_lists("phrases.toml")["sides"]


@lru_cache(maxsize=1)
def _tellings() -> frozenset[str]:
    return frozenset(fold(row["participle"]) for row in read_tsv("speech_verbs.tsv") if row["participle"] != "-")


def is_telling(norm: str) -> bool:
    """Whether a word is the participle of a verb of saying ("مخاطبا"), a circumstance and no part of a name."""
    return norm in _tellings()
