"""Extractors, one module per fact family: from the mentions of an article to its claims."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Iterator
from functools import cache
from typing import cast

from ingest.claims.confidence import calibrated
from ingest.mentions.mention import Reading
from kg.claim import Claim

Extractor = Callable[[Reading], Iterator[Claim]]

# Modules of this package, in the order in which their claims are written down. Each has `extract(reading)`.
EXTRACTORS = (
    "meeting", "participation", "position", "founding", "membership", "count", "side_meeting", "pledge", "statement",
    "figure",
)


@cache
def extractors() -> tuple[Extractor, ...]:
    """The extract functions, imported on first use."""
    found = []
    for name in EXTRACTORS:
        full = f"{__name__}.{name}"
        if importlib.util.find_spec(full) is not None:
            found.append(cast(Extractor, importlib.import_module(full).extract))
    return tuple(found)


def extract(reading: Reading) -> list[Claim]:
    """All claims of an article, extractor by extractor, in the order of the text, each as sure as its rule."""
    found = [calibrated(claim) for run in extractors() for claim in run(reading)]
    reading.forget()
    return found
