"""The words that `patterns/participation.toml` has as a macro, since its expressions use them too."""

from __future__ import annotations

from functools import cache

from ingest.pattern import macro


@cache
def one_of(name: str) -> frozenset[str]:
    """The words of a macro that is nothing but words with bars between them."""
    return frozenset(macro("participation", name).split("|"))
