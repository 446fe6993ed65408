"""The verbs of saying and their forms, and the words that open reported speech, from `lexicon/speech_verbs.tsv`.

Forms are made by the regular paradigm (he, she, they, the two of them; past, present; accusative participle), so that the
table has one line per verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from ingest import conjugation
from ingest.conjugation import Inflected, is_things
from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.word_lists import word_lists

_NONE = "-"
_OF_NOUN = frozenset({"that", "colon", "on", "to"})
PRONOUNS = ("ه", "ها", "هم", "هما")
"""Pronouns that are glued to a verb or a noun."""


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb of saying.

    `intro` names what may open its content ("that", "colon", "to", "on", "about", "with", "of", "in", "noun"); `act` is
    "say", "deny", "add", "urge" or "feel"; `strict` forms have other common senses; `participle` and `present` are the
    tense; `gender` is "m", "f" or "" (both), `number` "s", "d" or "p".
    """

    form: str
    lemma: str
    act: str
    intro: frozenset[str]
    strict: bool
    participle: bool
    present: bool
    gender: str
    number: str


def _forms(row: Mapping[str, str]) -> Iterator[tuple[Inflected, bool, bool]]:
    """The forms of a row, each with whether it is a participle and whether a present."""
    if row["past"] != _NONE:
        yield from ((told, False, False) for told in conjugation.past(row["past"]))
    if row["present"] != _NONE:
        yield from ((told, False, True) for told in conjugation.present(row["present"]) if not told.cut)
    if row["participle"] != _NONE:
        for told in conjugation.participle(row["participle"]):
            if not told.cut and not is_things(told):
                yield told, True, False


@cache
def verbs() -> dict[str, Verb]:
    """Folded form → verb. Where two verbs share a form, their openings are united and the form is strict."""
    found: dict[str, Verb] = {}
    dropped = {fold(word) for word in openings()["not_verbs"]}
    for row in read_tsv("speech_verbs.tsv"):
        lemma = fold(row["past"] if row["past"] != _NONE else row["present"])
        intro = frozenset(row["intro"].split())
        strict = row["needs"] == "content"
        for told, participle, present in _forms(row):
            form = fold(told.form)
            if form in dropped:
                continue
            of = Verb(form, lemma, row["act"], intro, strict, participle, present, told.gender, told.number)
            before = found.setdefault(form, of)
            if before is not of and before.participle == participle:
                found[form] = replace(of, lemma=before.lemma, act=before.act, intro=before.intro | intro, strict=True)
    taking = [v for v in found.values() if v.lemma in openings()["with_pronoun"] and not v.participle and v.number == "s"]
    for verb in taking:
        for ending in PRONOUNS:  # the object is told, so no bare one follows
            stem = verb.form[:-1] + "ا" if verb.form[-1] == "ي" else verb.form
            form, intro = stem + ending, (verb.intro - {"noun"}) or frozenset({"with"})
            found.setdefault(form, replace(verb, form=form, intro=intro, strict=True))
    for form in openings()["with_saying"]:
        found[form] = Verb(form, form, "add", _OF_NOUN, True, True, False, "", "s")
    return found


@cache
def openings() -> dict[str, frozenset[str]]:
    """The word lists of `lexicon/speech.toml`, folded."""
    return word_lists("speech.toml")


def verb_at(norm: str) -> Verb | None:
    """The verb of saying a token may be, with or without a glued و or ف."""
    return with_conjunctions().get(norm)


@cache
def with_conjunctions() -> dict[str, Verb]:
    """The forms of the verbs of saying, with and without a glued و or ف."""
    glued = {conjunction + form: verb for form, verb in verbs().items() if len(form) > 1 for conjunction in "وف"}
    return glued | verbs()


def is_definite(norm: str) -> bool:
    """Whether a folded word has the article; "إلى" and "الآن" only begin alike."""
    return norm.startswith("ال") and len(norm) > 4
