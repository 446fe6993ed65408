"""Verbs behind a name: what is told of somebody is no part of the name ("عثمان ديوب ترأس الاجتماع")."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from ingest import conjugation
from ingest.document import Document
from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.mentions.names.ends import is_particle, possessed
from ingest.mentions.words.name_words import Word, may_be_given
from ingest.mentions.words.title_heads import heads

_PLAIN = 5
"""Letters of a form that is hardly ever a name."""
_SHORT = 3
"""Letters of a form that may well be a name."""
_GIVEN = (Word.GIVEN, Word.WEAK, Word.SERVANT)
_FAMILY = (Word.UNKNOWN, Word.ARTICLE, Word.DERIVED)
_BEHIND = (Word.DEFINITE, Word.COMMON, Word.DERIVED)


@lru_cache(maxsize=1)
def _finite() -> frozenset[str]:
    """The finite forms of the verbs of saying, of taking part, of meeting and of other deeds, as they are written within:
    a hamza there tells "ترأس" from the name "تراس"."""
    return frozenset(_written(form) for form in _forms())


def _forms() -> Iterator[str]:
    yield from (row["form"] for row in read_tsv("meeting_verbs.tsv"))
    for row in [*read_tsv("speech_verbs.tsv"), *read_tsv("scene_verbs.tsv"), *read_tsv("deed_verbs.tsv")]:
        if row["past"] != "-":
            # no duals: "سيرا", "باركا" are names
            yield from (told.form for told in conjugation.past(row["past"]) if told.number != "d")
        if row["present"] != "-":
            yield from (told.form for told in conjugation.present(row["present"]) if not told.cut)


def _written(form: str) -> str:
    return fold(form[0]) + form[1:]


def _is_finite(document: Document, at: int) -> bool:
    token = document.tokens[at]
    return _written(document.text[token.start : token.end]) in _finite()


def _goes_on(document: Document, at: int, length: int) -> bool:
    """Whether the word behind a form shows that this is a name: a verb ("تشو يونغ بارك شارك"), or behind a short one an
    office ("علي محمود شكر وزير الدولة")."""
    office = heads().at(document.tokens, at) if length < _PLAIN else None
    return _is_finite(document, at) or (office is not None and office[1].kind != "counterpart")  # "هاتف نظيره"


def _is_governed(document: Document, words: Sequence[Word], at: int) -> bool:
    """Whether a token is a particle, or a noun that shows what was done: with a preposition glued to it ("بوقف"), with
    the pronoun of the one who did it ("جولته")."""
    norm, word = document.tokens[at].norm, words[at]
    glued = norm[0] in "بل" and word in _BEHIND
    owned = len(norm) > _SHORT and norm[-1] == "ه" and word not in _GIVEN and possessed(document, at)
    return is_particle(norm) or (len(norm) > _SHORT and glued) or owned


def tells(document: Document, words: Sequence[Word], blocked: Container[int], at: int, parts: int) -> bool:
    """Whether the word behind `parts` words of a name is a verb of which the name is the subject.

    A form that is a given name too is one behind the name of a family and before a noun. Behind a given name alone, which
    may lack its family's, a form must be long.
    """
    token, kind = document.tokens[at], words[at]
    if not _is_finite(document, at):
        return False
    following = words[at + 1] if at + 1 < len(words) else Word.MARK
    governed = following is not Word.MARK and _is_governed(document, words, at + 1)
    if kind in _GIVEN or may_be_given(token.norm):
        family = parts > 1 and words[at - 1] in _FAMILY  # not "أحمد رفيق عوض المحلل السياسي"
        foreign = governed and words[at - 1] is Word.UNKNOWN  # "نيكولا ساركوزي أشرف على القمة"
        return family and (foreign or (following is Word.DEFINITE and at + 1 not in blocked))
    length = len(token.norm)
    if at + 1 < len(words) and _goes_on(document, at + 1, length):
        return False
    if length <= _SHORT:  # "فؤاد محسن شكر القيادي في الحزب"
        ruled = following is Word.DEFINITE or (governed and words[at - 1] is Word.UNKNOWN)
        return ruled and at + 1 not in blocked and (parts > 1 or words[at - 1] not in _GIVEN)
    if parts > 1 or (length >= _PLAIN and at + 1 in blocked):
        return True
    return (following in _BEHIND or governed) and (length >= _PLAIN or words[at - 1] not in _GIVEN)
