"""Which words of an article are worth a closer look.

Nearly every word is of no interest to nearly every finder. A sieve puts its question to each different word once, and what
it has answered with no before is taken out of the words of an article all together.
"""

from __future__ import annotations

from collections.abc import Callable

_REMEMBERED = 65536


class Sieve:
    """Lets the words through of which something is so; remembers those that it keeps back, up to a bound."""

    def __init__(self, wanted: Callable[[str], object]) -> None:
        self._wanted = wanted
        self._kept_back: set[str] = set()

    def __call__(self, words: frozenset[str]) -> list[str]:
        """Those of some words that are wanted, in no order."""
        wanted = self._wanted
        unknown = words - self._kept_back
        through = [word for word in unknown if wanted(word)]
        if len(through) < len(unknown):
            if len(self._kept_back) > _REMEMBERED:
                self._kept_back.clear()
            self._kept_back.update(unknown.difference(through))
        return through
