"""Finds the few items whose names could be meant, without comparing with all of them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import cached_property

from kg.wikidata.item import Item
from kg.wikidata.keys import Key, Word, key

# A word borne by more items than this finds nothing by itself, only together with rarer ones.
COMMON = 400


class Index:
    """Items by the words of their names: by sound skeleton, by canonical given name, by the whole name run together, and by
    skeletons with one sound missing (for damaged and misheard names)."""

    def __init__(self, items: Iterable[Item]) -> None:
        self.items = list(items)
        self.keys: list[tuple[Key, ...]] = []
        self._whole: dict[str, list[int]] = {}
        self._words: dict[str, list[int]] = {}
        for number, item in enumerate(self.items):
            keys = tuple(key(name) for name in _names(item))
            self.keys.append(keys)
            for whole in {k.plain for k in keys}:
                self._whole.setdefault(whole, []).append(number)
            for mark in {m for k in keys for w in k.words for m in _marks(w)}:
                self._words.setdefault(mark, []).append(number)

    @cached_property
    def _damaged(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for mark in self._words:
            if len(mark) > 3 and not mark.startswith(("=", "#")):
                for shorter in _without_one(mark):
                    found.setdefault(shorter, []).append(mark)
        return found

    def weight(self, word: Word) -> float:
        """How much a word tells: 1 for a word of one item, less for common ones, at least 0.15."""
        share = min((len(self._words.get(m, ())) for m in _marks(word)), default=1) or 1
        return max(0.15, 1 - math.log(share) / math.log(max(len(self.items), 3)))

    def bearers(self, word: Word) -> int:
        """How many items bear a word of this sound."""
        return max((len(self._words.get(m, ())) for m in _marks(word)), default=0)

    def candidates(self, query: Key, limit: int = 16) -> list[int]:
        """Numbers of the most promising items, best first; ties in order of the items."""
        votes: dict[int, float] = dict.fromkeys(self._whole.get(query.plain, ()), 10.0)
        for word in query.words:
            weight = self.weight(word)
            for mark, share in self._near(word):
                posting = self._words.get(mark, ())
                if len(posting) > COMMON and len(query.words) > 1 and votes:
                    posting = [n for n in posting if n in votes]
                for number in posting[:5000]:
                    votes[number] = votes.get(number, 0.0) + weight * share
        return sorted(votes, key=lambda n: (-votes[n], n))[:limit]

    def _near(self, word: Word) -> Iterator[tuple[str, float]]:
        marks = list(_marks(word))
        for mark in marks:
            yield mark, 1.0
        own = word.skeleton
        if len(own) < 3 or own.startswith("#"):
            return
        near = set(self._damaged.get(own, ()))
        for shorter in _without_one(own):
            near.update(self._damaged.get(shorter, ()))
            if shorter in self._words:
                near.add(shorter)
        for mark in sorted(near - set(marks)):
            yield mark, 0.6


def _names(item: Item) -> Iterator[str]:
    """The names of an item; of a person also without "of …" and what follows a comma ("Carl XVI Gustaf of Sweden")."""
    for name in item.all_names():
        yield name
        if item.type == "person" and (" of " in name or "," in name):
            yield name.split(" of ")[0].split(",")[0]


def _marks(word: Word) -> Iterator[str]:
    yield word.skeleton
    if word.given and not word.given.startswith("#"):
        yield "=" + word.given


def _without_one(mark: str) -> set[str]:
    return {mark[:i] + mark[i + 1 :] for i in range(len(mark))}
