"""Verbs with the future prefix ("سيعقد", "وستشارك"), told from nouns and names that begin like them ("سيدة", "ستوكهولم")."""

from __future__ import annotations

from functools import cache, lru_cache

from ingest.word_lists import word_lists


@lru_cache(maxsize=1 << 14)
def is_future_form(norm: str) -> bool:
    """Whether a folded word, perhaps with a glued conjunction, is a verb with the future prefix."""
    word = norm[1:] if norm[:1] in ("و", "ف") else norm
    if len(word) < 4 or word[0] != "س" or word[1] not in "يتن":
        return False
    return word not in word_lists("modality.toml")["not_future"] and not word.startswith(_beginnings())


@cache
def _beginnings() -> tuple[str, ...]:
    return tuple(sorted(word_lists("modality.toml")["not_future_beginnings"]))
