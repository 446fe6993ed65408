"""What a single word can be in the name of a person: a given name, a particle, an unknown word, or no name at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from ingest.document import Document
from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.mentions.trie import splits
from ingest.word_lists import word_list


class Word(Enum):
    """The classes of words, as far as names are concerned."""

    MARK = "punctuation or number"
    COMMON = "a word of the language"
    DERIVED = "looks like an inflected word of the language"
    DEFINITE = "a word of the language with the article"
    ARTICLE = "an unknown word with the article: a family name, if anything"
    GIVEN = "a given name"
    WEAK = "a given name that is also a common word"
    LINK = "bin, ibn, ould"
    LEAD = "Abu, Al, de, van"
    SERVANT = "the first half of a compound given name"
    ORDINAL = "of sovereigns"
    TAIL = "oğlu"
    LATIN = "a word in Latin letters"
    UNKNOWN = "any other word: a name, if the place allows it"

    __hash__ = object.__hash__  # as for `Kind`


NAME_LIKE = (Word.GIVEN, Word.WEAK, Word.SERVANT, Word.UNKNOWN)
_KINDS = {"link": Word.LINK, "lead": Word.LEAD, "servant": Word.SERVANT, "ordinal": Word.ORDINAL, "tail": Word.TAIL}
_SPELLED = {"common": Word.COMMON, "given": Word.GIVEN, "weak": Word.WEAK}
_VERBAL = re.compile(r"[وف]?(?P<future>س)?[يت](?P<stem>\w{3,})$")
_OUR_FUTURE = re.compile(r"[وف]?سن(?P<stem>\w{3,})$")
_MASDAR = re.compile(r"ا(?:ن\w{2}|\wت\w|ت\w|ست\w{2})ا\w$")  # infi'āl, ifti'āl, istif'āl ("انشغال")
_CIRCUMSTANCE = re.compile(r"م\w{2}و\wا$")  # passive participles in the accusative ("مرفوقا")
_ELATIVE = re.compile(r"ا\w{3}$")  # elatives ("أطيب"), short nouns with hamza: hardly a name behind a preposition
_TANWIN = re.compile("[\u064b\u064d]")


@dataclass(frozen=True, slots=True)
class _Lists:
    common: frozenset[str]
    given: dict[str, str]
    particles: dict[str, Word]
    compounds: frozenset[str]
    seconds: frozenset[str]
    context: dict[str, frozenset[str]]  # words of each effect


def shapes(name: str) -> frozenset[str]:
    """A list of `lexicon/name_shapes.toml`, folded."""
    return word_list("name_shapes.toml", name)


@lru_cache(maxsize=1)
def _spellings() -> dict[str, list[Mapping[str, str]]]:
    """Folded word → what its spellings make of it."""
    found: dict[str, list[Mapping[str, str]]] = {}
    for row in read_tsv("name_spellings.tsv"):
        found.setdefault(fold(row["word"]), []).append(row)
    return found


@lru_cache(maxsize=1)
def _lists() -> _Lists:
    common = frozenset(row["word"] for row in read_tsv("news_words.tsv"))
    given = {fold(row["name"]): row["kind"] for row in read_tsv("given_names.tsv")}
    rows = read_tsv("name_particles.tsv")
    particles = {fold(row["form"]): _KINDS[row["kind"]] for row in rows if row["kind"] in _KINDS}
    compounds = frozenset(fold(row["form"]) for row in rows if row["kind"] == "compound")
    seconds = frozenset(fold(row["form"]) for row in rows if row["kind"] == "second")
    context = read_tsv("name_context.tsv")
    by_effect = {e: frozenset(fold(r["word"]) for r in context if r["effect"] == e) for e in {r["effect"] for r in context}}
    return _Lists(common, given, particles, compounds, seconds, by_effect)


@lru_cache(maxsize=65536)
def is_listed(norm: str) -> bool:
    """Whether a folded word is a frequent word of the language, perhaps with the article and glued و ف ب ل."""
    common = _lists().common
    for prefix, rest in splits(norm):
        bare = rest[2:] if rest.startswith("ال") and len(rest) > 4 else rest
        particle = prefix in ("", "و", "ف") or len(bare) > 3 or bare != rest
        weak = prefix not in ("", "و", "ف") and _lists().given.get(bare) == "weak"
        if (rest in common or bare in common or weak) and particle and ("ك" not in prefix or bare != rest):
            return True
    return False


@lru_cache(maxsize=65536)
def is_common(norm: str) -> bool:
    """Like `is_listed`, endings apart too."""
    if is_listed(norm):
        return True
    common = _lists().common
    for prefix, rest in splits(norm):
        bare = rest[2:] if rest.startswith("ال") and len(rest) > 4 else rest
        least = 3 if bare != rest or prefix in ("", "و") else 4  # "بلانت" is not ب, لان and ت
        if bare in common:
            return True
        endings = shapes("endings")
        for cut in range(max(len(bare) - max(map(len, endings)), least), len(bare)):
            if bare[:cut] in common and bare[cut:] in endings:
                return True
    return False


@lru_cache(maxsize=65536)
def _may_be_name(norm: str) -> bool:
    """Whether a word that looks inflected can be a family name all the same: short behind ب or ل ("لبيد"), or with an
    ending that names have too ("نيكلسون", "كيفي"); not with a possessive ("سعادته"), not with both."""
    common = _lists().common
    if any(prefix in ("ب", "ل", "ك") and rest in common for prefix, rest in splits(norm)):
        return len(norm) <= 4
    return any(norm.endswith(e) and norm[: -len(e)] in common for e in shapes("of_names_too"))


@lru_cache(maxsize=65536)
def _classify(norm: str) -> Word:
    lists = _lists()
    if not norm[0].isalpha():
        return Word.MARK
    if not "\u0600" <= norm[0] <= "\u06ff":
        return Word.LATIN
    if norm in lists.particles:
        return lists.particles[norm]
    if norm in lists.given:
        return Word.WEAK if lists.given[norm] == "weak" else Word.GIVEN
    if norm in shapes("bin_servant"):
        return Word.SERVANT
    kunya = len(norm) > 5 and norm.startswith(tuple(shapes("kunya"))) and not is_common(norm)
    if kunya or norm.startswith(tuple(shapes("servant_of"))):
        return Word.GIVEN
    if norm in lists.context["family"]:
        return Word.ARTICLE
    definite = norm.startswith("ال") and len(norm) > 4
    if definite and _MASDAR.match(norm[2:]):
        return Word.DEFINITE
    if len(norm) < 2 or (is_listed(norm) and norm not in lists.context["surname"]):
        return Word.DEFINITE if definite else Word.COMMON
    if norm in lists.context["surname"]:
        return Word.DERIVED
    if is_common(norm) and not (definite and norm.endswith("ي")):  # "الزواري": of the visitors, or a family
        return Word.DEFINITE if definite else Word.DERIVED if _may_be_name(norm) else Word.COMMON
    return Word.ARTICLE if definite else Word.UNKNOWN


@lru_cache(maxsize=65536)
def classify(norm: str, surface: str) -> Word:
    """The class of a word from its folded form and its spelling (علي is a name, على the preposition)."""
    for spelling in _spellings().get(norm, ()):
        if surface.startswith(spelling["begins"]) and surface.endswith(spelling["ends"]):
            return _SPELLED[spelling["class"]]
    if _TANWIN.search(surface):
        return Word.COMMON
    word = _classify(norm)
    possessed = word is Word.DERIVED and surface.endswith("ه") and not is_surname(norm)
    if possessed and {norm[:-1], norm[:-2] + "ه"} & _lists().common:
        return Word.COMMON  # "حديثه": his talk
    if surface[0] in "أإآ" and norm.startswith("ال") and word in (Word.ARTICLE, Word.DEFINITE):
        return Word.UNKNOWN  # "ألباريس", "إلهان": the first letters are no article
    return word


@lru_cache(maxsize=65536)
def opening(norm: str, surface: str) -> tuple[str, Word]:
    """The class of a word that may open a name with و ف ب ل glued to it, and that prefix."""
    word = classify(norm, surface)
    if word in (Word.GIVEN, Word.WEAK, Word.SERVANT) or is_word(norm):
        return "", word
    for prefix, rest in splits(norm)[1:]:
        if is_word(rest) and rest not in _lists().given:
            break  # "ولجان": a noun with clitics, not Jean
        inner = classify(rest, surface)
        if inner in (Word.GIVEN, Word.SERVANT, Word.WEAK):
            return prefix, inner
    if word is Word.UNKNOWN and norm[0] == "و" and len(norm) > 3:
        return "و", classify(norm[1:], surface)
    return "", word


def has_article(document: Document, at: int) -> bool:
    """Whether a token begins with the definite article (and not with a hamza, as "ألباريس" does)."""
    token = document.tokens[at]
    return token.norm.startswith("ال") and len(token.norm) > 3 and document.text[token.start] not in "أإآ"


def sentence_numbers(document: Document) -> list[int]:
    """The number of the sentence of every token."""
    numbers = [0] * len(document.tokens)
    for sentence in document.sentences:
        numbers[sentence.first : sentence.last] = [sentence.index] * (sentence.last - sentence.first)
    return numbers


def is_word(norm: str) -> bool:
    """Whether exactly this folded form is a frequent word of the language."""
    return norm in _lists().common


def starts_phrase(norm: str, sure: bool = False) -> bool:
    """Whether an unknown word is rather a verb, a verbal noun, or a noun with a glued preposition than a name (`sure`:
    of known words alone)."""
    rest = norm[1:]
    glued = norm[0] in "بلكف" and (
        rest in _lists().common
        or norm.startswith("لل")
        or (not sure and norm[0] != "ك" and bool(_ELATIVE.match(rest) or _MASDAR.match(rest)))
    )
    return glued or is_verbal(norm) or bool(_MASDAR.match(norm) or _CIRCUMSTANCE.match(norm))


def is_compound_head(norm: str) -> bool:
    """Whether a word forms a given name with a word like "الدين" after it."""
    return norm in _lists().compounds


def is_second_half(norm: str) -> bool:
    """Whether a word closes such a name."""
    return norm in _lists().seconds


def is_family(norm: str) -> bool:
    """Whether a definite word is listed as a family name."""
    return norm in _lists().context["family"]


def is_surname(norm: str) -> bool:
    """Whether a word of the language is listed as one that is mostly met as a family name."""
    return norm in _lists().context["surname"]


def is_prayer(norm: str) -> bool:
    """Whether a word opens a wish behind a name ("يرحمه الله")."""
    return norm in _lists().context["prayer"]


def is_adverb(norm: str) -> bool:
    """Whether a word of one form says when or how ("آنذاك") and never belongs to the name before it."""
    return norm in _lists().context["adverb"]


def is_link(norm: str) -> bool:
    """Whether a word joins a name to that of the father ("بن", "ولد")."""
    return _lists().particles.get(norm) is Word.LINK


def is_syllable(norm: str) -> bool:
    """Whether a particle is a syllable of eastern names too ("لي تشيانغ", "تشاو له جي")."""
    return norm in _lists().context["syllable"]


def is_status(norm: str) -> bool:
    """Whether a word tells what has become of a person and is no part of the name ("المتقاعد", "الراحل")."""
    return norm in _lists().context["status"]


def is_facility(norm: str) -> bool:
    """Whether a person's name behind this word names a thing ("شارع محمد الخامس")."""
    return any(rest in _lists().context["named-after"] for _, rest in splits(norm))


@lru_cache(maxsize=16384)
def is_verbal(norm: str, known: bool = False) -> bool:
    """Whether an unknown word looks like a verb of the present or future: short, or of a known stem (`known`: only so)."""
    match = _VERBAL.match(norm)
    if match is None:
        ours = _OUR_FUTURE.match(norm)  # "سنرسل"; "سنغور" is a name
        return ours is not None and any(is_common(front + ours["stem"]) for front in ("", "م", "ي"))
    stem = match["stem"]
    if stem.endswith(("نغ", "وو")):
        return False  # "ترونغ", "ياوو": no root ends so
    if match["future"] and stem.startswith("ست") and stem[-1] not in "يا":
        return True  # "سيستقيل"; "سيستاني" is a family
    return (len(stem) <= 4 and not known) or any(is_common(front + stem) for front in ("", "م", "ا", "ت"))


def quotes(norm: str) -> bool:
    """Whether a token is a quotation mark."""
    return norm in "\"'“”„«»‘’‹›"


def is_given(norm: str, kind: str = "strong") -> bool:
    """Whether a folded word is listed as a given name of a kind; "strong" is hardly anything else."""
    return _lists().given.get(norm) == kind


def may_be_given(norm: str) -> bool:
    """Whether a folded word is listed as a given name of any kind."""
    return norm in _lists().given
