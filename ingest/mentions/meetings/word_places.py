"""Where an article has words of the lists of `meetings/*.toml`.

Around every spot of a meeting many questions are asked of many tokens, and few articles have any of the words that one of
them is about: whoever asks here first need not go from token to token.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from ingest.mentions.meetings.lexicon import any_of
from ingest.mentions.meetings.scene import Scene, bare


def said(scene: Scene, first: int, last: int, *names: str) -> Sequence[int]:
    """The tokens of a stretch, in order, that are words of some lists."""
    places = scene.listed.get(names)
    if places is None:
        places = scene.listed[names] = scene.document.where(any_of(*names) & scene.document.words)
    return _between(places, first, last)


def said_bare(scene: Scene, first: int, last: int, *names: str) -> Sequence[int]:
    """The tokens of a stretch, in order, that without a glued و or ف are words of some lists."""
    key = ("و", *names)
    places = scene.listed.get(key)
    if places is None:
        places = scene.listed[key] = scene.document.where(_glued(*names) & scene.document.words)
    return _between(places, first, last)


@cache
def _glued(*names: str) -> frozenset[str]:
    """All words that are one of some lists without a glued و or ف."""
    return frozenset(form for word in any_of(*names) for form in (word, "و" + word, "ف" + word) if bare(form) == word)


def _between(places: Sequence[int], first: int, last: int) -> Sequence[int]:
    if not places:
        return places
    begin = bisect_left(places, first)
    return places[begin : bisect_left(places, last, begin)]
