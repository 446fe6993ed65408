"""The word lists of figures, `lexicon/figures.toml`."""

from __future__ import annotations

from functools import cache

from ingest.word_lists import word_lists


@cache
def words() -> dict[str, frozenset[str]]:
    """The lists by their names, folded."""
    return word_lists("figures.toml")


def attends(norm: str) -> bool:
    """Whether a word tells of being at a meeting, with or without a glued و."""
    return norm in words()["attendance"] or (norm[:1] == "و" and norm[1:] in words()["attendance"])
