"""Verbs of the present and the future by their form; of the future told from words that begin so ("سيدة", "ستوكهولم")."""

from __future__ import annotations

from functools import cache, lru_cache

from ingest.word_lists import word_lists


@lru_cache(maxsize=1 << 14)
def is_future_form(norm: str) -> bool:
    """Whether a folded word, perhaps with a glued conjunction, is a verb with the future prefix ("سيعقد", "وستشارك")."""
    word = norm[1:] if norm[:1] in ("و", "ف") else norm
    if len(word) < 4 or word[0] != "س" or word[1] not in "يتن":
        return False
    return word not in word_lists("modality.toml")["not_future"] and not word.startswith(_beginnings())


def is_present_form(norm: str) -> bool:
    """Whether a word looks like a verb in the present ("يعقد", "وتشارك")."""
    word = norm[1:] if norm[:1] in ("و", "ف") and len(norm) > 4 else norm
    return len(word) > 3 and word[0] in "يت" and not word.endswith("ه")


@cache
def _beginnings() -> tuple[str, ...]:
    return tuple(sorted(word_lists("modality.toml")["not_future_beginnings"]))
