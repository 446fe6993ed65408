"""Words of courtesy and rank that stand before a name or before a title."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from ingest.document import Document
from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.mentions.trie import Trie
from ingest.mentions.words.name_words import is_link, shapes


@lru_cache(maxsize=1)
def honorifics() -> Trie[str]:
    """Words of courtesy and rank with their kind."""
    found: Trie[str] = Trie()
    for row in read_tsv("honorifics.tsv"):
        for form in row["forms"].split("|"):
            found.add(form, row["kind"])
    return found


@cache
def one_word_courtesies(kind: str | None = None) -> frozenset[str]:
    """Words of courtesy and rank that stand alone ("السيد"), all of them or those of a kind; none of one or two letters."""
    rows = (row for row in read_tsv("honorifics.tsv") if kind in (None, row["kind"]))
    forms = (fold(form) for row in rows for form in row["forms"].split("|"))
    return frozenset(form for form in forms if len(form) > 2 and " " not in form)


def is_courtesy(norm: str) -> bool:
    """Whether a word of courtesy or rank begins with this word."""
    return bool(honorifics().openings(norm))


def is_hers(norm: str) -> bool:
    """Whether it is a courtesy for a woman ("السيدة", "الدكتورة"), which no family bears as its name."""
    return norm.endswith("ه") and is_courtesy(norm) and is_courtesy(norm[:-1])


def disagrees(courtesy: str, verb: str) -> bool:
    """Whether a word that looks like a verb of the present cannot be one behind a courtesy in the singular: "السيدة سيغال",
    "السيد تيبور"; a verb would have "ت" for her and "ي" for him."""
    person = verb.removeprefix("س")[:1]
    return (person == "ي" and is_hers(courtesy)) or (person == "ت" and is_hers(courtesy + "ه"))


def skip_honorifics(document: Document, at: int, kinds: Sequence[str] = ("honorific", "rank", "royal", "style")) -> int:
    """The token after any words of courtesy and rank that begin at `at` (with the dot of "د.")."""
    trie, tokens = honorifics(), document.tokens
    while at < len(tokens):
        hit = trie.at(tokens, at)
        if hit is None or hit[1] not in kinds:
            return at
        if hit[0] < len(tokens) and tokens[at].norm in shapes("names_too") and is_link(tokens[hit[0]].norm):
            return at  # "السيد سيدي ولد الطالب": here it is the given name
        short = len(tokens[at].norm) == 1
        end = hit[0]
        dotted = end < len(tokens) and tokens[end].norm in {".", "/"} and short
        if short and not dotted:
            return at
        at = end + 1 if dotted else end
    return at
