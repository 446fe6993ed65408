"""The word lists of a lexicon file, folded once: those of its table `[words]`, or lists written with blanks."""

from __future__ import annotations

from functools import cache
from typing import Final

from ingest.fold import fold
from ingest.lexicon import read_toml
from ingest.sieve import Sieve

_LISTS: Final[dict[str, dict[str, frozenset[str]]]] = {}  # of each file


def word_lists(file: str) -> dict[str, frozenset[str]]:
    """Name → folded words, of a file of `ingest/lexicon`."""
    try:  # not `cache`: they are asked for thousands of times an article
        return _LISTS[file]
    except KeyError:
        lists = {name: frozenset(fold(word) for word in words) for name, words in read_toml(file)["words"].items()}
        return _LISTS.setdefault(file, lists)


@cache
def word_list(file: str, name: str) -> frozenset[str]:
    """The folded words of a list that is written as one text, word by word."""
    return frozenset(fold(str(read_toml(file)[name])).split())


def is_in(norm: str, words: frozenset[str]) -> bool:
    """Whether a folded word, or what is left of it without a glued conjunction, is one of them."""
    return norm in words or (len(norm) > 3 and norm[0] in "وف" and norm[1:] in words)


@cache
def with_and(words: frozenset[str]) -> frozenset[str]:
    """The words, also with the conjunctions that may be glued to them: all that `is_in` finds."""
    return words.union(glued + word for word in words for glued in "وف")


@cache
def listed(file: str, *names: str) -> frozenset[str]:
    """The words of some lists of a file as one, also with the conjunctions that may be glued to them."""
    lists = word_lists(file)
    return with_and(frozenset().union(*[lists[name] for name in names]))


def sieve_of(file: str, *names: str) -> Sieve:
    """Lets the words of some lists of a file through, also with a glued conjunction."""
    return Sieve(lambda norm: norm in listed(file, *names))
