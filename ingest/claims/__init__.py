"""Extractors, one module per fact family: from the mentions of an article to its claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ingest import latin
from ingest.claims import (
    count,
    figure,
    founding,
    meeting,
    membership,
    participation,
    pledge,
    position,
    side_meeting,
    statement,
)
from ingest.claims.confidence import calibrated
from ingest.claims.pledge import goods as pledged_goods
from ingest.latin import belonging as latin_membership
from ingest.latin import counting as latin_count
from ingest.latin import speech as latin_statement
from ingest.latin import taking_part as latin_participation
from ingest.mention import Reading
from kg.claim import Claim

Extractor = Callable[[Reading], Iterator[Claim]]


def extractors(language: str = "ar") -> tuple[Extractor, ...]:
    """The extract functions for a language, in the order in which their claims are written down.

    Meetings and offices of English and French articles are told by the same modules as those of Arabic ones.
    """
    if language in latin.LANGUAGES:
        return (
            meeting.extract, latin_participation.extract, position.extract, latin_membership.extract, latin_count.extract,
            latin_statement.extract,
        )
    return (
        meeting.extract, participation.extract, position.extract, founding.extract, membership.extract, count.extract,
        side_meeting.extract, pledge.extract, pledged_goods.extract, statement.extract, figure.extract,
    )


def extract(reading: Reading) -> list[Claim]:
    """All claims of an article, extractor by extractor, in the order of the text, each as sure as its rule."""
    found = [calibrated(claim) for run in extractors(reading.document.language) for claim in run(reading)]
    reading.forget()
    return found
