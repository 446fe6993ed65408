"""Parts of a name that only the place tells: behind an office the holder's name stands, whatever its words mean.

Indefinite objects show their case ("كلمة", "اتفاقا"), objects in construct go on with a noun, verbs come first where one
governs the office: a bare word that is none of these and ends the phrase is the end of the name ("مايك والتز", "سيفي غريب").
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from enum import Enum

from ingest.document import Document
from ingest.mentions.names.ends import closing, foreign_family, is_particle, opens_relative
from ingest.mentions.words.courtesy import is_courtesy
from ingest.mentions.words.name_words import (
    NAME_LIKE,
    Word,
    is_adverb,
    is_common,
    is_family,
    is_prayer,
    is_syllable,
    is_verbal,
    is_word,
    opening,
    shapes,
    starts_phrase,
)
from ingest.mentions.words.sayings import is_saying, is_telling, subject_behind, that
from ingest.mentions.words.title_heads import heads


class Place(Enum):
    """Where a name is looked for: anywhere, behind an office, behind an office that a verb or a preposition governs."""

    FREE = 0
    TITLED = 1
    RULED = 2

    __hash__ = object.__hash__


_GIVEN = (Word.GIVEN, Word.WEAK, Word.SERVANT)
_FORMS = re.compile(r"وا(?:\w[تط]|ن|ست|ت)\w{2,4}$")
"""Verbs of the seventh to tenth form behind "and" ("واعتبر")."""
_SHORT = 4  # letters of a syllable of an eastern name


def place_behind(document: Document, words: Sequence[Word], first: int, prefix: str) -> Place:
    """The place behind an office that begins at a token: whether a verb or a preposition before it governs it."""
    if prefix and first:
        return Place.RULED
    if not first or words[first - 1] is Word.MARK or document.tokens[first - 1].norm in subject_behind():
        return Place.TITLED
    return Place.RULED


def slot_part(
    document: Document, words: Sequence[Word], blocked: Container[int], end: int, start: int, parts: int, place: Place
) -> int:
    """How many tokens a name behind an office grows at a token at which the words alone would end it."""
    tokens, kind = document.tokens, words[end]
    norm = tokens[end].norm
    if place is Place.FREE or not parts or end in blocked or kind in (Word.MARK, Word.LATIN) or len(norm) < 2:
        return 0
    if norm in shapes("before_that") and end + 1 < len(tokens) and words[end - 1] is Word.UNKNOWN:
        return int(document.text[tokens[end + 1].start] == "إ" and tokens[end + 1].norm in that())  # "قال وانغ ون بين إن"
    if is_saying(norm) or is_telling(norm) or is_prayer(norm) or _articled(norm) or opens_relative(document, end):
        return 0
    godly = end + 1 < len(tokens) and tokens[end + 1].norm in shapes("god") and not is_particle(norm)
    godly = godly and opening(norm, document.text[tokens[end].start : tokens[end].end])[0] != "و"  # "… وعبد الله"
    if godly and (words[end - 1] in _GIVEN or (end > 1 and words[end - 2] is Word.SERVANT)) and norm[0] != "ب":
        return 2  # "مصطفى صنع الله", "عبد الرحمن كلام الله"
    if norm in shapes("god") and words[end - 1] is Word.ARTICLE:
        return 1  # "رامي الحمد الله"
    ends = _ends(document, words, blocked, end + 1)
    if norm.startswith("ال"):
        return int(kind is Word.ARTICLE and parts == 1 and words[start] is Word.GIVEN)  # "يوسف العثيمين"
    if _syllable(document, words, end):
        return 1
    if is_particle(norm):
        shut = end + 1 < len(tokens) and tokens[end + 1].norm in "،." and norm in shapes("governing")
        return int(shut and parts == 1)  # "مولي في، …"
    if norm[0] == "و" and len(norm) > 3:
        token = tokens[end]
        own = foreign_family(norm) and document.text[token.start + 1] not in "أإآ" and not _FORMS.match(norm)
        return int(own and parts <= 3 and words[start] in NAME_LIKE)
    if kind in NAME_LIKE:
        return int(_goes_on(document, words, blocked, end, place))
    if words[end - 1] in (Word.ARTICLE, Word.ORDINAL):
        return 0
    cased = norm.endswith(tuple(shapes("indefinite"))) or document.text[tokens[end].end - 1] in "ةه"
    glued = norm[0] in "بلكفو" and (kind is Word.COMMON or is_word(norm[1:]))
    plain = kind in (Word.COMMON, Word.DERIVED) and not (cased or glued or is_adverb(norm)) and len(norm) > 2 - (parts == 1)
    if kind is Word.DERIVED and plain and place is Place.RULED and not starts_phrase(norm):
        return 1  # no object in construct looks so
    shut = end + 1 >= len(tokens) or (words[end + 1] is Word.MARK and words[start] is Word.GIVEN)
    past = is_verbal(norm) or (kind is Word.COMMON and parts > 1 and norm[-1] == "ت")  # "ماري دوران استقالت"
    after = tokens[end + 1].norm if end + 1 < len(tokens) else "."
    of_others = kind is Word.COMMON and parts > 1 and (after in shapes("both") or after[0].isdigit())
    return int(plain and ends and (place is Place.RULED or shut) and not (past or of_others))  # "… فلان انضمام كل من"


def odd_opening(document: Document, words: Sequence[Word], at: int, place: Place) -> bool:
    """ "دورا باكوياني": a short word with a vowel at its end before an unknown word; objects agree with their adjective."""
    if place is not Place.RULED or at + 1 >= len(words) or words[at] not in (Word.COMMON, Word.DERIVED):
        return False
    norm, second = document.tokens[at].norm, document.tokens[at + 1]
    if words[at + 1] is not Word.UNKNOWN or starts_phrase(second.norm) or second.norm[0] == "و":
        return False
    if is_syllable(norm):
        return second.norm[-1] != "ه" and second.norm[0] != "م"
    surface = document.text[document.tokens[at].start : document.tokens[at].end]
    plain = norm[0] not in "وفبلك" and "\u064b" not in surface and not (is_particle(norm) or is_saying(norm))
    vowel = plain and len(norm) <= _SHORT + 1 and norm[-1] in "اويه" and not is_verbal(norm)
    return vowel and len(second.norm) > _SHORT and second.norm[-1] not in "اه"


def _articled(norm: str) -> bool:
    """Whether a particle with the article opens a word of the language ("بالاتفاق", but not "والتز")."""
    if norm.startswith("وال"):
        return is_common(norm[1:]) or is_courtesy(norm[1:]) or (len(norm) > _SHORT + 2 and norm[3] != "د")
    return norm.startswith(("بال", "لل", "كال"))


def _syllable(document: Document, words: Sequence[Word], at: int) -> bool:
    """ "تشاو له جي", "بان كي مون": a short word between the syllables of an eastern name."""
    norms = [token.norm for token in document.tokens[at - 1 : at + 2]]
    if len(norms) < 3 or not is_syllable(norms[1]):
        return False
    names = words[at - 1] in NAME_LIKE and words[at + 1] in NAME_LIKE
    return names and len(norms[0]) <= _SHORT and len(norms[2]) <= _SHORT


def _goes_on(document: Document, words: Sequence[Word], blocked: Container[int], at: int, place: Place) -> bool:
    """Whether an unknown word belongs to the name although it looks like a verb or stands behind the family name."""
    norm = document.tokens[at].norm
    if words[at] is Word.UNKNOWN and is_verbal(norm) and _verb_at(document, words, at + 1):
        return not is_verbal(norm, known=True)  # "رئيس المفوضية جان كلود يونكر يزور": one of the two is no verb
    if words[at] is Word.UNKNOWN and (is_verbal(norm, known=True) or (is_verbal(norm) and place is not Place.RULED)):
        return False
    ends = _ends(document, words, blocked, at + 1)
    pronoun = is_verbal(norm) and len(norm) > 5 and norm.endswith(("ه", "ها", "هم", "هما"))
    behind_family = words[at - 1] in (Word.ARTICLE, Word.ORDINAL) or words[at - 2] in (Word.LINK, Word.LEAD)
    if behind_family:
        if place is not Place.RULED or (len(norm) < _SHORT and norm[0] in "يت"):
            return False
        further = words[at - 2] is Word.LINK and words[at + 1 : at + 2] == [Word.UNKNOWN]  # "ولد أحمد إزيد بيه"
        ends = ends or (further and _ends(document, words, blocked, at + 2))
        return ends and norm[-1] != "ا" and norm[0] not in "وف" and not is_verbal(norm) and not starts_phrase(norm)
    return not pronoun and is_verbal(norm) and not is_family(norm)


def _verb_at(document: Document, words: Sequence[Word], at: int) -> bool:
    """Whether a known verb of the present stands at a token."""
    norm = document.tokens[at].norm if at < len(document.tokens) else ""
    return len(norm) > _SHORT - 1 and norm[0] in "يت" and is_verbal(norm) and words[at] in (Word.COMMON, Word.DERIVED)


def _ends(document: Document, words: Sequence[Word], blocked: Container[int], at: int) -> bool:
    """Whether the phrase ends before a token: a mark, a particle, "that", "both", a verb of saying, "and" with another."""
    if at >= len(document.tokens) or words[at] is Word.MARK:
        return True
    norm = document.tokens[at].norm
    joined = norm[0] == "و" and at in blocked and heads().get(norm) is None  # "وزراء" is no "and"
    glued = norm[0] in "بل" and words[at] is not Word.GIVEN and starts_phrase(norm)
    return norm in closing() or norm in shapes("both") or joined or glued or is_particle(norm) or is_saying(norm)
