"""Who belongs to a body, in English and French articles (`patterns/latin_membership_*.toml`)."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.claims.collective import Said
from ingest.claims.membership import claims_of
from ingest.latin import LANGUAGES
from ingest.latin.text import is_unreal
from ingest.mention import BODIES, Kind, Reading
from ingest.parts import Zone
from ingest.pattern import hits, load
from ingest.skeleton import Skeleton
from kg.claim import Claim, Modality


def extract(reading: Reading) -> Iterator[Claim]:
    """The memberships of an English or French article, each once."""
    language = reading.document.language
    if language not in LANGUAGES:
        return
    seen: set[str] = set()
    for sentence in reading.document.sentences:
        if sentence.zone is Zone.BOILERPLATE or is_unreal(reading.document, sentence):
            continue
        for hit in hits(load(f"latin_membership_{language}"), Skeleton.of(reading, sentence)):
            body = next((m for m in hit.mentions("body") if m.kind in BODIES and m.referent is not None), None)
            if body is None or body.referent is None:
                continue
            members = [m.referent for m in hit.mentions("members") if m.kind is Kind.COUNTRY and m.referent is not None]
            if len(members) >= int(hit.rule.fields.get("at_least", "1")):
                for member in members:
                    yield from claims_of(Said(hit, body, Modality.ASSERTED), body.referent, member, seen)
