"""Extractors, one module per fact family: from the mentions of an article to its claims."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Iterator
from functools import cache
from typing import cast

from ingest import latin
from ingest.claims.confidence import calibrated
from ingest.mentions.mention import Reading
from kg.claim import Claim

Extractor = Callable[[Reading], Iterator[Claim]]

# Modules of this package, in the order in which their claims are written down. Each has `extract(reading)`.
EXTRACTORS = (
    "meeting", "participation", "position", "founding", "membership", "count", "side_meeting", "pledge", "pledge.goods",
    "statement", "figure",
)
# The same for English and French articles, in full: meetings and offices are told by the same modules.
LATIN = (
    "ingest.claims.meeting", "ingest.latin.taking_part", "ingest.claims.position", "ingest.latin.belonging",
    "ingest.latin.counting", "ingest.latin.speech",
)


@cache
def extractors(language: str = "ar") -> tuple[Extractor, ...]:
    """The extract functions for a language, imported on first use."""
    names = LATIN if language in latin.LANGUAGES else [f"{__name__}.{name}" for name in EXTRACTORS]
    found = []
    for name in names:
        if importlib.util.find_spec(name) is not None:
            found.append(cast(Extractor, importlib.import_module(name).extract))
    return tuple(found)


def extract(reading: Reading) -> list[Claim]:
    """All claims of an article, extractor by extractor, in the order of the text, each as sure as its rule."""
    found = [calibrated(claim) for run in extractors(reading.document.language) for claim in run(reading)]
    reading.forget()
    return found
