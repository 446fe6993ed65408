"""Parts of a name that only the place tells: behind an office nothing but the holder's name can stand, whatever its words mean.

Indefinite objects show their case ("كلمة", "اتفاقا"), objects in construct go on with a noun, verbs come first where one
governs the office: a bare word that is none of these and ends the phrase is the end of the name ("مايك والتز", "سيفي غريب").
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from enum import Enum

from ingest.document import Document
from ingest.mentions.name_ends import foreign_family, is_particle
from ingest.mentions.sayings import SUBJECT_BEHIND, THAT, is_saying, is_telling
from ingest.mentions.words import Word, is_adverb, is_family, is_prayer, is_verbal, starts_phrase


class Place(Enum):
    """Where a name is looked for: anywhere, behind an office, behind an office that a verb or a preposition governs."""

    FREE = 0
    TITLED = 1
    RULED = 2

    __hash__ = object.__hash__


_CLOSING = THAT | frozenset("،,.؛:)-–")
_CASED = ("ا", "اء", "ات", "ين", "ون", "ان")
"""Endings of words that may be an indefinite object."""
_GIVEN = (Word.GIVEN, Word.WEAK, Word.SERVANT)
_GOD = "الله"
_BOTH = frozenset({"كل", "كلا"})


def place_behind(document: Document, words: Sequence[Word], first: int, prefix: str) -> Place:
    """The place behind an office that begins at a token: whether a verb or a preposition before it governs it."""
    if prefix and prefix[-1] in "بلك":
        return Place.RULED
    if not first or words[first - 1] is Word.MARK or document.tokens[first - 1].norm in SUBJECT_BEHIND:
        return Place.TITLED
    return Place.RULED


def slot_part(
    document: Document, words: Sequence[Word], blocked: Container[int], end: int, start: int, parts: int, place: Place
) -> int:
    """How many tokens a name behind an office grows at a token at which the words alone would end it."""
    tokens, kind = document.tokens, words[end]
    norm = tokens[end].norm
    if not parts or end in blocked or kind in (Word.MARK, Word.LATIN) or len(norm) < 2:
        return 0
    if is_saying(norm) or is_telling(norm) or is_prayer(norm) or norm.startswith(("بال", "لل", "وال", "كال")):
        return 0
    godly = end + 1 < len(tokens) and tokens[end + 1].norm == _GOD and not is_particle(norm)
    if godly and words[end - 1] in _GIVEN and norm[0] not in "ب":
        return 2  # "مصطفى صنع الله", "رامي الحمد الله"
    ends = _ends(document, words, blocked, end + 1)
    if norm.startswith("ال"):
        return int(kind is Word.ARTICLE and parts == 1 and words[start] is Word.GIVEN and ends)  # "يوسف العثيمين"
    if is_particle(norm):
        return 0
    if norm[0] == "و" and len(norm) > 3:
        token = tokens[end]
        own = foreign_family(norm) and document.text[token.start + 1] not in "أإآ"
        return int(own and parts == 1 and words[start] in (*_GIVEN, Word.UNKNOWN))
    if kind in (Word.UNKNOWN, *_GIVEN):
        return int(_goes_on(document, words, end, ends, place))
    cased = norm.endswith(_CASED) or document.text[tokens[end].end - 1] in "ةه"
    glued = kind is Word.COMMON and norm[0] in "بلكفو"
    plain = kind in (Word.COMMON, Word.DERIVED) and not (cased or glued or is_adverb(norm)) and len(norm) > 2
    return int(plain and ends and place is Place.RULED and not is_verbal(norm) and not starts_phrase(norm))


def _goes_on(document: Document, words: Sequence[Word], at: int, ends: bool, place: Place) -> bool:
    """Whether an unknown word belongs to the name although it looks like a verb or stands behind the family name."""
    norm = document.tokens[at].norm
    if words[at] is Word.UNKNOWN and (is_verbal(norm, known=True) or (is_verbal(norm) and place is not Place.RULED)):
        return False
    pronoun = is_verbal(norm) and norm.endswith(("ه", "ها", "هم", "هما"))
    behind_family = words[at - 1] in (Word.ARTICLE, Word.ORDINAL) or words[at - 2] in (Word.LINK, Word.LEAD)
    if behind_family:
        return ends and norm[-1] != "ا" and norm[0] not in "وفبل" and not is_verbal(norm) and not starts_phrase(norm)
    return not pronoun and is_verbal(norm) and not is_family(norm)


def _ends(document: Document, words: Sequence[Word], blocked: Container[int], at: int) -> bool:
    """Whether the phrase ends before a token: a mark, a particle, "that", "both", a verb of saying, "and" with another."""
    if at >= len(document.tokens) or words[at] is Word.MARK:
        return True
    norm = document.tokens[at].norm
    joined = norm[0] == "و" and at in blocked
    return norm in _CLOSING or norm in _BOTH or joined or is_particle(norm) or is_saying(norm)
