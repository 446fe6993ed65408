"""Summits called by an adjective before there was the body that it marks today: "أول قمة عربية عام 1943"."""

from __future__ import annotations

from ingest.mentions.meetings.date import date_of
from ingest.mentions.meetings.date.undated import is_undated
from ingest.mentions.meetings.lexicon import table
from ingest.mentions.meetings.scene import Scene, Spot


def before_founding(scene: Scene, spot: Spot, path: str) -> bool:
    """Is the year of a summit one before its body was founded, itself or as the one that it succeeded?"""
    founded = table("founded").get(path)
    date = date_of(scene, spot) if founded is not None else None
    start = date.date.start if date is not None and date.date is not None else None
    return founded is not None and start is not None and not is_undated(start) and start.year < int(founded)
