"""Words at the end of a name: whether an unknown word still belongs to it, by what stands behind it."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache, lru_cache

from ingest.document import Document
from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.mentions.trie import splits
from ingest.mentions.words.courtesy import is_courtesy, one_word_courtesies
from ingest.mentions.words.name_words import Word, is_common, is_family, is_status, is_verbal, is_word, shapes, starts_phrase
from ingest.mentions.words.sayings import is_saying, is_telling, opens_clause, that
from ingest.mentions.words.title_heads import heads, title_words

_LONG = 5  # letters of a name behind ل that is told from a name with ل of its own
_MARKS = frozenset("،,.؛:)-–")


@cache
def closing() -> frozenset[str]:
    """Marks that close a name, and the words "that"."""
    return _MARKS | that()


@lru_cache(maxsize=1)
def _particles() -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in read_tsv("stopwords.tsv"))


@lru_cache(maxsize=1)
def _relatives() -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in read_tsv("name_context.tsv") if row["effect"] == "relative")


def opens_relative(document: Document, at: int) -> bool:
    """Whether a word that is a given name too tells of somebody's relative, as a title behind it shows: "عقيلة الرئيس"."""
    return document.tokens[at].norm in _relatives() and heads().at(document.tokens, at + 1) is not None


def is_particle(norm: str) -> bool:
    """Whether a word is a preposition, a pronoun, a conjunction or an auxiliary."""
    return any(rest in _particles() for _, rest in splits(norm))


def ends_descent(document: Document, words: Sequence[Word], blocked: Container[int], at: int) -> bool:
    """A family name without the article behind the father of "bin", if the phrase ends with it: "خالد بن سعد نصيف، …"."""
    tokens = document.tokens
    family = words[at] is Word.UNKNOWN or (words[at] is Word.DERIVED and tokens[at].norm.endswith("ي"))
    if not family or words[at - 2] is not Word.LINK or at in blocked:
        return False
    norm = tokens[at].norm
    joined = norm[0] == "و" or (norm[0] == "ف" and is_common(norm[1:]))
    office = at + 1 in blocked and heads().at(tokens, at + 1) is not None  # "فلان ولد ازيد بيه وزير …"
    if len(norm) < 4 - office or joined or is_verbal(norm) or starts_phrase(norm) or is_saying(norm) or is_telling(norm):
        return False
    return office or at + 1 >= len(tokens) or tokens[at + 1].norm in closing()


def foreign_family(norm: str) -> bool:
    """A family name that begins with و itself ("وينسلاند", "ولدماريام"): no known word is left without it."""
    own = norm.startswith(tuple(shapes("own_waw"))) and len(norm) > 3
    return own and not (is_verbal(norm) or is_common(norm[1:]) or is_word(norm))


def eastern_family(norm: str) -> bool:
    """A word that ends like the family names of the former Soviet Union ("محمدوف")."""
    return len(norm) > 5 and norm.endswith(tuple(shapes("eastern")))


def reported(document: Document, at: int) -> bool:
    """Whether "that" follows a word which is neither a particle nor a verb nor an adverb."""
    tokens = document.tokens
    norm = tokens[at].norm
    if at + 1 >= len(tokens) or tokens[at + 1].norm not in that() or len(norm) < 4 or norm[-1] == "ا":
        return False
    return not (is_particle(norm) or is_saying(norm) or is_verbal(norm))


def no_name(document: Document, at: int, parts: int) -> bool:
    """Whether an unknown word inside a name is a circumstance ("متطرقا") or has a possessive ("تعازيه")."""
    token = document.tokens[at]
    told = token.norm.startswith(("مت", "مست")) or is_telling(token.norm) or heads().get(token.norm[:-1]) is not None
    if token.norm[-1] == "ا" and told and (parts >= 2 or heads().get(token.norm[:-1]) is None):
        return True  # "متطرقا", "موفدا"
    after = document.tokens[at + 1].norm if at + 1 < len(document.tokens) else "."
    bare = after not in closing() and after[0] != "و" and not is_particle(after)
    hadrami = token.norm.startswith("با") and not is_common(token.norm[1:])
    if parts >= 2 and document.text[token.end - 1] == "ة" and bare and not hadrami:
        return True  # "عرض الوزير … رؤية بلاده"
    possessed = document.text[token.end - 1] == "ه" and len(token.norm) > 4
    return parts >= 2 and possessed and token.norm[0] in "تما" and not token.norm.startswith("تشي")


def stops(document: Document, at: int, kind: Word, parts: int) -> bool:
    """Whether a word behind a name is none of it: with a glued preposition, what has become of somebody, of a new clause."""
    norm = document.tokens[at].norm
    glued = (norm.startswith(("لل", "وال")) and len(norm) > 4) or (norm.startswith("بال") and len(norm) > 6)
    if glued and not (is_family(norm) or (parts == 1 and kind is Word.UNKNOWN and norm.startswith("بالا"))):  # "بالاكريشنان"
        return True
    if norm.startswith("ال") and at + 1 < len(document.tokens) and document.tokens[at + 1].norm in shapes("of_whom"):
        return True  # "الفرنسي المولد"
    if norm in shapes("gifts") and at + 1 < len(document.tokens) and document.tokens[at + 1].norm in shapes("worth"):
        return True  # "فلان هبة بقيمة مليون دولار"
    if norm in title_words()["called"]:
        return True  # "فلان ولد فلان الملقب بوبا"
    if norm in shapes("patron_of") and at + 1 < len(document.tokens) and document.tokens[at + 1].norm.startswith("ل"):
        return True
    if kind is Word.UNKNOWN and _is_object(document, norm):
        return True
    would = norm[0] == "ل" and len(norm) > 4 and (norm.endswith(("ت", "وا")) or is_verbal(norm[1:]))
    if would and document.words & shapes("but_for"):
        return True  # "لولا فلان لفشلت القمة"
    return is_status(norm) or opens_relative(document, at) or (kind is Word.UNKNOWN and no_name(document, at, parts))


def _is_object(document: Document, norm: str) -> bool:
    """Whether a word is ل with a name that the article has without it too: "اغتيال القيصر فلان لبطليموس"."""
    rest = norm[1:]
    if norm[0] != "ل" or len(rest) < _LONG or rest not in document.words or is_common(rest):
        return False
    return len(document.places[norm]) == 1


def before_name(document: Document, at: int) -> bool:
    """Whether a word in front of a long name is none of it: one that opens a clause, a style ("الأخ محمد سالم …")."""
    norm = document.tokens[at].norm
    style = norm in one_word_courtesies("style") or norm[1:] in one_word_courtesies("style")  # "وسعادة نورة الشامي"
    return opens_clause(document.tokens, at) or style or (norm.startswith("ال") and is_courtesy(norm))


def on_behalf(document: Document, words: Sequence[Word], blocked: Container[int], at: int, behind: bool = False) -> bool:
    """Whether "باسم" says for whom somebody speaks ("باسم زملائه", "باسم المجموعة") and is no given name; `behind`: behind
    a name, where a word of the language without the article shows it too ("باسم مجموعة السبع")."""
    if document.tokens[at].norm not in title_words()["in_the_name"] or at + 1 >= len(words):
        return False
    owned = document.tokens[at + 1].norm.endswith(("ايه", "يها", "ها", "هم", "ته"))
    plain = behind and words[at + 1] is Word.COMMON
    return owned or plain or at + 1 in blocked or words[at + 1] is Word.DEFINITE


def possessed(document: Document, at: int) -> bool:
    """Whether a word ends in a pronoun: "وخصمه محمد حمدان"."""
    token = document.tokens[at]
    return document.text[token.end - 1] == "ه" or (len(token.norm) > 5 and token.norm.endswith(("هم", "ها")))


def no_part(norm: str, parts: int, known: bool) -> bool:
    """Whether an unknown word behind a name is rather a verb, a word with a glued preposition or a possessive."""
    glued = len(norm) > 5 and norm[0] in "بلك" and norm[1] == "ت"  # "بتفاؤل"
    hadrami = norm[1:2] == "ا" and not is_common(norm[1:])  # "باسندوة"
    glued = glued or (len(norm) > 5 and norm[0] == "ب" and norm[1] not in "ونل" and norm.endswith("ه") and not hadrami)
    possessive = norm.endswith(("ته", "تها", "تهم", "هما", "اءه", "اءها", "اءهم"))
    return (parts >= 1 and is_verbal(norm, known=known)) or (parts >= 2 and (glued or possessive))
