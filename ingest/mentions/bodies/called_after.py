"""The name of a person that an institution bears: "جامعة محمد الخامس", "مؤسسة محمد بن راشد", "مؤسسة كلارا هوفمان"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.mentions.bodies.heads import words
from ingest.mentions.names.ends import is_particle
from ingest.mentions.words.courtesy import is_courtesy
from ingest.mentions.words.name_words import Word, classify, is_common, is_verbal
from ingest.parts import Token

_GIVEN = (Word.GIVEN, Word.WEAK, Word.SERVANT)


@lru_cache(maxsize=1)
def _spelled() -> frozenset[str]:
    """Folded words that are given names in one of their spellings ("آنا"), whatever they are in the others."""
    return frozenset(fold(row["word"]) for row in read_tsv("name_spellings.tsv") if row["class"] == "given")


def name_word(tokens: Sequence[Token], at: int, limit: int) -> Word:
    """The class of a word inside the name of a body."""
    return classify(tokens[at].norm, tokens[at].norm) if at < limit else Word.MARK


def after_person(tokens: Sequence[Token], begin: int, limit: int) -> int:
    """The end of a person's name that begins behind the noun of an institution; the token itself if there is none."""
    at = begin + (begin < limit and tokens[begin].norm in words("royal"))
    if at >= limit or not (name_word(tokens, at, limit) in _GIVEN or tokens[at].norm in _spelled()):
        return begin
    at += 1 + (name_word(tokens, at, limit) is Word.SERVANT)
    while name_word(tokens, at, limit) is Word.LINK and at + 1 < limit:
        at += 2
    family = name_word(tokens, at, limit) in (Word.ORDINAL, Word.GIVEN, Word.ARTICLE) or _closes(tokens, at, limit)
    return at + (at == begin + 1 and family)


def _closes(tokens: Sequence[Token], at: int, limit: int) -> bool:
    """Whether an unknown word ends the name: a mark, a particle, a courtesy or the name of somebody stands behind it."""
    if name_word(tokens, at, limit) is not Word.UNKNOWN:
        return False
    word = tokens[at].norm
    behind = tokens[at + 1].norm if at + 1 < len(tokens) else "."
    shut = not behind[0].isalpha() or is_particle(behind) or is_courtesy(behind)
    glued = word[0] in "وف" or (word[0] in "بلك" and is_common(word[1:]))
    plain = len(word) > 2 and word[-1] != "ت" and not (glued or is_verbal(word))
    return plain and (shut or name_word(tokens, at + 1, len(tokens)) in (Word.GIVEN, Word.SERVANT))
