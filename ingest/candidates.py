"""Which rules of a file are worth trying in a sentence: asked for all of them together, not rule by rule.

A rule needs one of some words, and one string of each of some sets. Most sentences have them for hardly any rule. The rules
are the bits of a number, and each word and each string of a sentence lets some of them through.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

_MEETING = "<M"
_SHORTEST = 3  # letters of a string that is looked for in all words; shorter ones are found everywhere
_REMEMBERED = 1 << 16  # words


@dataclass(slots=True, unsafe_hash=True)
class Conditions:
    """What a sentence must have for a rule to match: one of the words `needs` (if there are any), of each of `musts` one
    string; `of_meeting`: a meeting."""

    needs: frozenset[str] = frozenset()
    musts: tuple[tuple[str, ...], ...] = ()
    of_meeting: bool = False


ALWAYS = Conditions()


class Candidates:
    """Finds by their conditions the rules, told by their numbers, that may match in a sentence.

    Each rule asks for as many things as the one that asks for most: a word that it needs, then a string of each of its sets.
    Which of these a word grants to which rules is one number, found once and remembered: a bit for each rule and what it
    asks for first, then one for each and what it asks for next, and so on.
    """

    def __init__(self, conditions: Sequence[Conditions]) -> None:
        self._count = count = len(conditions)
        self._all = (1 << count) - 1
        self._elsewhere = _bits(number for number, asked in enumerate(conditions) if not asked.of_meeting)
        self._by_word = _by_key((word, number) for number, asked in enumerate(conditions) for word in asked.needs)
        self._needed = frozenset(self._by_word) if all(asked.needs for asked in conditions) else None  # one by every rule
        sought = [[pieces for must in asked.musts if (pieces := _pieces(must))] for asked in conditions]
        self._rest = [tuple(must for must in asked.musts if must != _pieces(must)) for asked in conditions]
        self._depth = 1 + max(map(len, sought), default=0)
        self._free = _bits(number for number, asked in enumerate(conditions) if not asked.needs) | _bits(
            depth * count + number for number, musts in enumerate(sought) for depth in range(1 + len(musts), self._depth)
        )
        by_piece = _by_key(
            (piece, depth * count + number)
            for number, musts in enumerate(sought) for depth, must in enumerate(musts, 1) for piece in must
        )
        self._pieces, self._by_piece = [*by_piece], [*by_piece.values()]
        self._automaton: AhoCorasick | None = None
        self._granted: dict[str, int] = {}
        self._idle: set[str] = set()  # words that grant nothing: most, where the rules are few

    def of(self, words: AbstractSet[str], text: str) -> list[int]:
        """The numbers of the rules that may match in a text of some words, in order."""
        if self._needed is not None and self._needed.isdisjoint(words):
            return []
        known, granted = self._granted, self._free
        for word in words - self._idle:
            grants = known.get(word)
            granted |= self._learnt(word) if grants is None else grants
        worth = self._all if _MEETING in text else self._elsewhere
        for _ in range(self._depth):
            worth &= granted
            granted >>= self._count
        found = []
        while worth:
            lowest = worth & -worth
            number = lowest.bit_length() - 1
            worth ^= lowest
            rest = self._rest[number]
            if not rest or _has(text, rest):
                found.append(number)
        return found

    def _learnt(self, word: str) -> int:
        """What a word grants. Remembered up to a bound."""
        if self._automaton is None:  # short runs need no rules of most files
            self._automaton = AhoCorasick(self._pieces, matchkind=MatchKind.Standard)
        granted = self._by_word.get(word, 0)
        for number, _, _ in self._automaton.find_matches_as_indexes(f" {word} ", overlapping=True):
            granted |= self._by_piece[number]
        if len(self._granted) + len(self._idle) > _REMEMBERED:
            self._granted.clear()
            self._idle.clear()
        if granted:
            self._granted[word] = granted
        else:
            self._idle.add(word)
        return granted


def _pieces(must: Sequence[str]) -> tuple[str, ...]:
    """What a word of a text has of each string of a set: the longest of the pieces between its blanks, with a blank where
    the word has to begin or to end. Nothing if one of them is so short that it is found everywhere."""
    found = tuple([_longest_piece(string) for string in must])
    return found if all(len(piece) >= _SHORTEST or piece.startswith("<") for piece in found) else ()


def _longest_piece(string: str) -> str:
    pieces = string.split(" ")
    number, piece = max(enumerate(pieces), key=lambda numbered: len(numbered[1]))
    return " " * (number > 0) + piece + " " * (number < len(pieces) - 1)


def _has(text: str, musts: Iterable[Sequence[str]]) -> bool:
    """Whether a text has a string of each set."""
    for must in musts:
        for string in must:
            if string in text:
                break
        else:
            return False
    return True


def _bits(numbers: Iterable[int]) -> int:
    bits = 0
    for number in numbers:
        bits |= 1 << number
    return bits


def _by_key(pairs: Iterable[tuple[str, int]]) -> Mapping[str, int]:
    """The numbers of each key as the bits of one; keys of the same numbers share it."""
    found: dict[str, int] = {}
    same: dict[int, int] = {}
    for key, number in pairs:
        found[key] = found.get(key, 0) | 1 << number
    return {key: same.setdefault(bits, bits) for key, bits in found.items()}
