"""How bodies came to be: founded, launched, announced, decided. Constructions: `patterns/founding.toml`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.claims import founded
from ingest.claims.collective import Said, its_owner, opened, read, worded
from ingest.claims.collective.focus import calling
from ingest.claims.founded import Coming
from ingest.mentions.body_heads import words
from ingest.mentions.mention import Kind, Reading
from ingest.parts import Zone
from kg.claim import Claim, Modality, PartialDate, Referent, Slot
from kg.iri import Iri
from kg.vocabulary import SCHEMA, M

_FOUNDERS = frozenset({Kind.ORGANIZATION, Kind.COALITION, Kind.COUNTRY, Kind.GROUP, Kind.PERSON})


def extract(reading: Reading) -> Iterator[Claim]:
    """The foundings of an article: one frame a body, the finest date."""
    found: dict[str, list[Said]] = {}
    bodies: dict[str, Referent] = {}
    for said in read(reading, "founding"):
        body = _body(reading, said)
        if body is None or said.modality is Modality.DENIED or body.type == M.ArmedGroup:
            continue
        if said.hit.rule.fields["status"] == "planned":
            said = replace(said, modality=Modality.PLANNED)  # a call, a bill, a plan: nothing stands yet
        found.setdefault(body.key, []).append(said)
        bodies.setdefault(body.key, body)
    dated = _dated(reading)
    for key, sayings in found.items():
        yield from _claims(bodies[key], sayings, dated.pop(key, None))
    for coming in dated.values():
        yield from _claims(coming.body, [], coming)


def _dated(reading: Reading) -> dict[str, Coming]:
    """The foundings that predicates tell, one a body, the finest date."""
    if reading.document.language not in ("ar", "und"):
        return {}
    reading = calling(opened(reading))
    found: dict[str, Coming] = {}
    for sentence in reading.document.sentences:
        for coming in founded.read(reading, sentence) if sentence.zone is not Zone.BOILERPLATE else ():
            before = found.get(coming.body.key)
            told = coming.body.type != M.ArmedGroup and (coming.proper or not _formed(coming.body)) and _stands(coming.body)
            if told and (before is None or len(str(coming.date or "")) > len(str(before.date or ""))):
                found[coming.body.key] = coming
    return found


def _stands(body: Referent) -> bool:
    """Whether a body has a name of its own, so that it may have been founded once."""
    return body.authority is not None or len(body.key.split()) > 1


def _body(reading: Reading, said: Said) -> Referent | None:
    """The body named, or one made of the words for a body that has no name yet."""
    if said.hit.rule.fields.get("body") == "its":
        owner = its_owner(reading, said)
        return owner if owner is not None and not _formed(owner) else None
    if said.body is not None:
        body = said.body.referent
        return None if body is None or _formed(body) else body
    return worded(reading, said, ("new", "quoted", "called"))


def _formed(body: Referent) -> bool:
    """Whether it is a body that is formed anew and anew, not founded."""
    return body.authority is None and body.key.split()[0] in words("formed")


def _date(said: Said) -> PartialDate | None:
    """The date told, or the year that stands alone."""
    for mention in (*said.hit.mentions("date"), *said.hit.mentions("day")):
        if mention.date is not None and mention.date.start is not None:
            return mention.date.start
    return PartialDate(int(said.hit.match.group("year"))) if said.hit.has("year") else None


def _claims(body: Referent, sayings: list[Said], coming: Coming | None) -> Iterator[Claim]:
    """The claims of one founding: what patterns say of it, and what a predicate tells with a date (`coming`)."""
    frame = Referent(M.Founding, body.key, slots=((M.topicCollective, body),))
    sayings = sorted(sayings, key=lambda said: said.modality is Modality.PLANNED)  # one that came about was planned before
    planned = not sayings or sayings[0].modality is Modality.PLANNED
    if coming is not None and planned:
        yield _told(frame, M.foundingStatus, M.Founded, coming)
    else:
        yield sayings[0].claim(frame, M.foundingStatus, M.FoundingPlanned if planned else M.Founded, "founding")
    dated = [(said, date) for said in sayings if (date := _date(said)) is not None]
    said, date = max(dated, key=lambda pair: len(str(pair[1]))) if dated else (None, None)
    if coming is not None and coming.date is not None and len(str(coming.date)) > len(str(date or "")):
        yield _told(frame, SCHEMA.foundingDate, coming.date, coming)
    elif said is not None and date is not None:
        yield said.claim(frame, SCHEMA.foundingDate, date, "founding")
    yield from _circumstances(frame, body, sayings)


def _told(frame: Referent, predicate: Iri, value: Slot, coming: Coming) -> Claim:
    return Claim(frame, predicate, value, coming.modality, (coming.evidence,), 0.8, f"founding.{coming.rule}")


def _circumstances(frame: Referent, body: Referent, sayings: list[Said]) -> Iterator[Claim]:
    """Who founded the body, and to what end."""
    for said in sayings:
        founders = [m.referent for m in said.hit.mentions("founder") if m.kind in _FOUNDERS and m.referent is not None]
        if founders and founders[0].key != body.key:
            yield said.claim(frame, M.ledBy, founders[0], "founding")
            break
    for said in sayings:
        if said.hit.has("aim"):
            span = said.hit.span("aim")
            aim = said.hit.skeleton.reading.document.text[span.start : span.end]
            yield said.claim(frame, M.purpose, " ".join(aim.split()), "founding")
            break
