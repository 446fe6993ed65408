"""Which rules of a file are worth trying in a sentence: asked for all of them together, not rule by rule.

A rule needs one of some words, and one string of each of some sets. Most sentences have them for hardly any rule. The rules
are the bits of a number, and each word and each string of a sentence lets some of them through.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from kg.record import record

_MEETING = "<M"
_SHORTEST = 3  # letters of a string that is looked for in all sentences; shorter ones are found everywhere


@record
class Conditions:
    """What a sentence must have for a rule to match: one of the words `needs` (if there are any), of each of `musts` one
    string; `of_meeting`: a meeting."""

    needs: frozenset[str] = frozenset()
    musts: tuple[tuple[str, ...], ...] = ()
    of_meeting: bool = False


ALWAYS = Conditions()


class Candidates:
    """Finds by their conditions the rules, told by their numbers, that may match in a sentence."""

    def __init__(self, conditions: Sequence[Conditions]) -> None:
        self._count = len(conditions)
        self._always = _bits(number for number, asked in enumerate(conditions) if not asked.needs)
        self._elsewhere = _bits(number for number, asked in enumerate(conditions) if not asked.of_meeting)
        self._by_word = _by_key((word, number) for number, asked in enumerate(conditions) for word in asked.needs)
        sought = [[must for must in asked.musts if _is_sought(must)] for asked in conditions]
        self._rest = [tuple(must for must in asked.musts if not _is_sought(must)) for asked in conditions]
        self._depth = max(map(len, sought), default=0)
        self._free = _bits(
            depth * self._count + number for number, musts in enumerate(sought) for depth in range(len(musts), self._depth)
        )
        by_string = _by_key(
            (string, depth * self._count + number)
            for number, musts in enumerate(sought) for depth, must in enumerate(musts) for string in must
        )
        self._strings, self._told_by = [*by_string], [*by_string.values()]
        self._automaton: AhoCorasick | None = None

    def of(self, words: Collection[str], text: str) -> list[int]:
        """The numbers of the rules that may match in a text of some words, in order."""
        worth = self._always
        for word in self._by_word.keys() & words:
            worth |= self._by_word[word]
        if _MEETING not in text:
            worth &= self._elsewhere
        if worth and self._depth:
            worth = self._having(worth, text)
        found = []
        while worth:
            lowest = worth & -worth
            number = lowest.bit_length() - 1
            worth ^= lowest
            rest = self._rest[number]
            if not rest or _has(text, rest):
                found.append(number)
        return found

    def _having(self, worth: int, text: str) -> int:
        """Those of some rules of whose sets the text has a string each; the sets are told one behind the other."""
        if self._automaton is None:  # short runs need no rules of most files
            self._automaton = AhoCorasick(self._strings, matchkind=MatchKind.Standard, implementation=Implementation.DFA)
        told = self._free
        for number in {found[0] for found in self._automaton.find_matches_as_indexes(text, overlapping=True)}:
            told |= self._told_by[number]
        for _ in range(self._depth):
            worth &= told
            told >>= self._count
        return worth


def _is_sought(must: Sequence[str]) -> bool:
    return all(len(string) >= _SHORTEST or string.startswith("<") for string in must)


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
