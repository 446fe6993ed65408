"""Which words of an article are worth a closer look.

Nearly every word is of no interest to nearly every finder. A sieve puts its question to each different word once, and what
it has answered with no before is taken out of the words of an article all together. The words of a whole article are put
through all sieves at once.
"""

from __future__ import annotations

from collections.abc import Callable, Set

_REMEMBERED = 65536


class Sieve:
    """Lets the words through of which something is so; remembers those that it keeps back, up to a bound."""

    def __init__(self, wanted: Callable[[str], object]) -> None:
        self.wanted = wanted
        self._kept_back: set[str] = set()

    def __call__(self, words: Set[str]) -> list[str]:
        """Those of some words that are wanted, in no order."""
        wanted = self.wanted
        unknown = words - self._kept_back
        through = [word for word in unknown if wanted(word)]
        if len(through) < len(unknown):
            if len(self._kept_back) > _REMEMBERED:
                self._kept_back.clear()
            self._kept_back.update(unknown - set(through))
        return through


class Sieves:
    """All sieves that were asked about articles; remembers of each word, up to a bound, which of them let it through."""

    def __init__(self) -> None:
        self._asked: list[Sieve] = []
        self._through: dict[str, list[Sieve]] = {}
        self._kept_back: set[str] = set()  # by all

    def __call__(self, words: frozenset[str]) -> dict[Sieve, list[str]]:
        """What each sieve lets through of some words, in no order."""
        found: dict[Sieve, list[str]] = {sieve: [] for sieve in self._asked}
        known = self._through
        for word in words - self._kept_back:
            for sieve in known.get(word) or self._learnt(word):
                found[sieve].append(word)
        return found

    def add(self, sieve: Sieve) -> None:
        """Asks one more from now on."""
        if sieve not in self._asked:
            self._asked.append(sieve)
            for word in sieve(self._kept_back | self._through.keys()):
                self._through.setdefault(word, []).append(sieve)
            self._kept_back.difference_update(self._through)

    def _learnt(self, word: str) -> list[Sieve]:
        through = [sieve for sieve in self._asked if sieve.wanted(word)]
        if len(self._through) + len(self._kept_back) > _REMEMBERED:
            self._through.clear()
            self._kept_back.clear()
        if through:
            self._through[word] = through
        else:
            self._kept_back.add(word)
        return through


SIEVES = Sieves()
