"""How alike two names are, word by word: the words of the shorter name must be found, in order, in the longer one.

Whole-string similarity has no usable threshold for Arabic names (two spellings of one person can be less alike than two
persons with one given name), so words are compared: folded letters within one script, sounds across scripts, and canonical
given names where both are known; two different known given names are never alike.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from kg.wikidata.keys import Key, Word

# Below this two words are different words.
ALIKE = 0.7
Weight = Callable[[Word], float]


@dataclass(frozen=True, slots=True)
class Likeness:
    """All values 0 to 1. `name` is the harmonic mean of the two coverages; `words` counts matched words; `leading`: the
    first words of both have a partner; `whole`: all words of both have."""

    name: float
    query_coverage: float
    item_coverage: float
    words: int
    exact: bool
    same_script: bool
    weakest: float
    leading: bool = False
    whole: bool = False


NONE = Likeness(0.0, 0.0, 0.0, 0, False, False, 0.0)


@lru_cache(maxsize=500_000)
def word_likeness(a: Word, b: Word) -> float:
    """Likeness of two words, 0 to 1."""
    if a.given and b.given:
        return 1.0 if a.given == b.given else 0.0
    if (a.given or b.given).startswith("#"):
        return 0.0
    if a.text == b.text:
        return 1.0
    sounds = OSA.normalized_similarity(a.skeleton, b.skeleton)
    if a.arabic == b.arabic:
        letters = OSA.normalized_similarity(a.text, b.text)
        return 0.6 * letters + 0.4 * sounds
    if a.skeleton[:1] != b.skeleton[:1] and sounds < 0.75:
        return 0.0
    return 0.75 * sounds + 0.25 * OSA.normalized_similarity(a.fine.replace("A", ""), b.fine.replace("A", ""))


def likeness(query: Key, item: Key, weight: Weight) -> Likeness:
    """Compares two names. `weight` says how much a word tells (rare words more)."""
    same_script = query.arabic == item.arabic
    if not query.words or not item.words:
        return NONE
    exact = same_script and query.plain == item.plain
    if exact:
        return Likeness(1.0, 1.0, 1.0, len(item.words), True, True, 1.0, True, True)
    pairs = align(query.words, item.words)
    if not pairs:
        return NONE
    matched = sum(s * weight(query.words[i]) for i, _, s in pairs)
    chain = query.chain or item.chain
    mine, other = [i for i, _, _ in pairs], [j for _, j, _ in pairs]
    of_query = matched / (matched + _missing(query, mine, other, weight, chain) + _lost(query, pairs, weight))
    matched = sum(s * weight(item.words[j]) for _, j, s in pairs)
    of_item = matched / (matched + _missing(item, other, mine, weight, chain) + _lost(query, pairs, weight))
    mean = 2 * of_query * of_item / (of_query + of_item)
    leading = pairs[0][:2] == (0, 0)
    whole = len(pairs) == len(query.words) == len(item.words)
    weakest = min(s for _, _, s in pairs)
    return Likeness(mean, of_query, of_item, len(pairs), False, same_script, weakest, leading, whole)


def _lost(query: Key, pairs: list[tuple[int, int, float]], weight: Weight) -> float:
    return sum((1 - s) * weight(query.words[i]) for i, _, s in pairs)


def _missing(name: Key, found: list[int], partner: list[int], weight: Weight, chain: bool) -> float:
    """Weight of the words that have no partner. In a chain of fathers' names the later links are often left out, and a
    middle name is left out more easily than the first or the last; another middle name is another person."""
    total = 0.0
    for i, word in enumerate(name.words):
        if i in found:
            continue
        if found[0] < i < found[-1]:
            before = max(n for n, f in enumerate(found) if f < i)
            replaced = partner[before + 1] > partner[before] + 1
            factor = 1.5 if replaced else 0.25
        elif i > found[-1]:
            factor = 0.3 if chain and len(found) > 1 else 1.0
        else:
            # "Sultan son of Salman" is not Salman.
            factor = 2.5 if chain else 1.0
        total += factor * weight(word)
    return total


def align(a: tuple[Word, ...], b: tuple[Word, ...]) -> list[tuple[int, int, float]]:
    """The best order-keeping pairing of words: positions and likeness, each at least ALIKE."""
    best: list[list[tuple[float, tuple[tuple[int, int, float], ...]]]] = [
        [(0.0, ())] * (len(b) + 1) for _ in range(len(a) + 1)
    ]
    for i, left in enumerate(a, 1):
        for j, right in enumerate(b, 1):
            choice = best[i - 1][j] if best[i - 1][j][0] >= best[i][j - 1][0] else best[i][j - 1]
            likeness = word_likeness(left, right)
            if likeness >= ALIKE and best[i - 1][j - 1][0] + likeness > choice[0]:
                choice = (best[i - 1][j - 1][0] + likeness, (*best[i - 1][j - 1][1], (i - 1, j - 1, likeness)))
            best[i][j] = choice
    return list(best[-1][-1][1])
