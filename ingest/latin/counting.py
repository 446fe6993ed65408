"""How many members a body has and when it was founded, in English and French articles (`patterns/latin_body.toml`)."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.claims.collective import Said
from ingest.latin import LANGUAGES
from ingest.latin.text import is_unreal
from ingest.mention import BODIES, Reading
from ingest.parts import Zone
from ingest.pattern import Hit, hits, load
from ingest.skeleton import Skeleton
from kg.claim import Claim, Modality, Referent
from kg.vocabulary import SCHEMA, M

_MOST = 400  # no body of states has more members


def extract(reading: Reading) -> Iterator[Claim]:
    """The member counts and foundings of an English or French article, each once."""
    if reading.document.language not in LANGUAGES:
        return
    seen: set[str] = set()
    for sentence in reading.document.sentences:
        if sentence.zone is Zone.BOILERPLATE or is_unreal(reading.document, sentence):
            continue
        for hit in hits(load("latin_body"), Skeleton.of(reading, sentence)):
            body = next((m for m in hit.mentions("body") if m.kind in BODIES), None)
            if body is None or body.referent is None or body.referent.type == M.ArmedGroup:
                continue
            said = Said(hit, body, Modality.ASSERTED)
            kind = _count if hit.rule.fields["kind"] == "count" else _founding
            for key, claim in kind(hit, said, body.referent):
                if key not in seen:
                    seen.add(key)
                    yield claim


def _count(hit: Hit, said: Said, body: Referent) -> Iterator[tuple[str, Claim]]:
    value = int(hit.match.group("count"))
    if not 2 <= value <= _MOST:
        return
    comparator = M.AtLeast if hit.has("least") else M.About if hit.has("about") else M.Exactly
    key = f"{body.key}|{value}|{M.States}"
    frame = Referent(M.Count, key, slots=((M.topicCollective, body), (M.comparator, comparator), (M.unit, M.States)))
    yield key, said.claim(frame, M.memberCount, value, "count")


def _founding(hit: Hit, said: Said, body: Referent) -> Iterator[tuple[str, Claim]]:
    date = next((m.date.start for m in hit.mentions("date") if m.date is not None), None)
    if date is None:
        return
    frame = Referent(M.Founding, body.key, slots=((M.topicCollective, body),))
    yield f"{body.key}|founded", said.claim(frame, M.foundingStatus, M.Founded, "founding")
    yield f"{body.key}|founded on", said.claim(frame, SCHEMA.foundingDate, date, "founding")
