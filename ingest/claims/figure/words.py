"""The word lists of figures, `lexicon/figures.toml`."""

from __future__ import annotations

from functools import cache

from ingest.fold import fold
from ingest.lexicon import read_toml


@cache
def words() -> dict[str, frozenset[str]]:
    """The lists by their names, folded."""
    lists = read_toml("figures.toml")["words"]
    return {name: frozenset(fold(word) for word in found) for name, found in lists.items()}


def attends(norm: str) -> bool:
    """Whether a word tells of being at a meeting, with or without a glued و."""
    return norm in words()["attendance"] or (norm[:1] == "و" and norm[1:] in words()["attendance"])
