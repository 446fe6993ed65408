"""The nouns with which names of bodies begin, and the words around them (`body_heads.tsv`, `body_words.toml`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.word_lists import word_list

_LISTS: Final[dict[str, frozenset[str]]] = {}  # word lists by name, as far as they were asked for


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun, folded, without the article; `bare`: "ال" + noun alone may point back to a body named before."""

    noun: str
    type: str
    bare: bool


@cache
def heads() -> dict[str, Head]:
    """The head nouns of `lexicon/body_heads.tsv` by their folded form."""
    rows = [Head(fold(row["noun"]), row["type"], row["bare"] == "yes") for row in read_tsv("body_heads.tsv")]
    return {head.noun: head for head in rows}


def noun_of(word: str) -> str:
    """A folded word without its article; "آلية" begins with the letters of the article and has none."""
    return word if word in heads() else word.removeprefix("ال")


def words(name: str) -> frozenset[str]:
    """One word list of `lexicon/body_words.toml`, folded."""
    try:
        return _LISTS[name]
    except KeyError:
        return _LISTS.setdefault(name, word_list("body_words.toml", name))


@cache
def met_nouns() -> frozenset[str]:
    """Nouns that name a body where a meeting of it is told, folded, without the article."""
    return word_list("met_bodies.toml", "heads") | word_list("met_bodies.toml", "annexed")


def is_sent(norm: str, behind: Iterable[str]) -> bool:
    """Whether a word before a body is the noun of whom it sends, and the words behind it are said of him."""
    sent = any(form in words("sent_by") for form in (norm, norm.lstrip("وب")))
    return sent and words("of_the_sent").issuperset(behind)


def is_matter(word: str, norms: Sequence[str], first: int) -> bool:
    """Whether a word behind a body tells the matter of an office: "مفوضة الاتحاد للطاقة", "الممثل السامي للاتحاد للبنى"."""
    if not word.startswith("ل") or word in words("of_sports"):
        return False
    at = first - 1
    while at > 0 and norms[at] in words("offices_of_bodies"):
        at -= 1
    return at >= 0 and norms[at].removeprefix("و").removeprefix("ل") in words("commissioners")
