"""How bodies came to be: founded, launched, announced, decided. Constructions: `patterns/founding.toml`; with their time
also from predicates and their phrases (`predicates`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.claims.clause import clause
from ingest.claims.collective import Said, its_owner, read, worded
from ingest.claims.founding import anniversary, founders, predicates
from ingest.claims.founding.telling import Telling, made_again
from ingest.claims.modality import modality_of
from ingest.mention import Mention, Reading
from ingest.tenses import is_future_form
from ingest.word_lists import word_lists
from kg.claim import Claim, Modality, PartialDate, Referent
from kg.vocabulary import SCHEMA, M

_TARGETS = ("body", "new", "quoted", "called")


def extract(reading: Reading) -> Iterator[Claim]:
    """The foundings of an article: one frame a body, the finest date."""
    found: dict[str, list[Telling]] = {}
    for telling in (*_by_rule(reading), *predicates.read(reading), *anniversary.read(reading)):
        if telling.body.type != M.ArmedGroup:
            found.setdefault(telling.body.key, []).append(telling)
    for tellings in found.values():
        yield from _claims(tellings)


def _by_rule(reading: Reading) -> Iterator[Telling]:
    for said in read(reading, "founding"):
        body = _body(reading, said)
        held = Modality.DENIED if body is None else _held(reading, said)
        if body is None or held is Modality.DENIED:
            continue
        if said.hit.rule.fields["status"] == "planned" or held is Modality.PLANNED:
            said = replace(said, modality=Modality.PLANNED)  # a call, a bill, a plan: nothing stands yet
        elif said.hit.rule.fields["status"] == "hearsay":
            said = replace(said, modality=Modality.REPORTED)  # "ينسب تأسيس … إلى فلان"
        rule = f"founding.{said.hit.rule.name}"
        by = _founders(said) or founders.behind(reading, said.hit.skeleton.sentence, said.hit.token("verb"))
        yield Telling(body, said.modality, said.evidence, rule, _date(reading, said), by, _aim(said))


def _held(reading: Reading, said: Said) -> Modality:
    """How a founding is held: by its verb, and by what stands between it and the noun of founding ("تم تأجيل تأسيس")."""
    group = next((name for name in _TARGETS if said.hit.has(name)), None)
    if group is None or not said.hit.has("verb") or said.modality is Modality.DENIED:
        return said.modality
    norms, verb, target = reading.document.norms, said.hit.token("verb"), said.hit.token(group)
    listed = word_lists("founding.toml")
    if _unglued(norms[verb]) in listed["making"] and made_again(norms, verb):
        return Modality.DENIED
    making = next((i for i in range(target - 1, verb, -1) if _unglued(norms[i]) in listed["making"]), None)
    if making is None:
        return said.modality
    if any(norms[i] in listed["undone"] or _unglued(norms[i]) in listed["undone"] for i in range(verb, making)):
        return Modality.DENIED
    if said.hit.rule.fields["status"] == "founded" and norms[making - 1] in listed["of_making"]:
        return Modality.DENIED  # "أعلن خوفه من تأسيس"
    held = modality_of(reading, said.hit.skeleton.sentence, making)
    return held if held in (Modality.DENIED, Modality.PLANNED) else said.modality


def _unglued(norm: str) -> str:
    return norm.lstrip("و").removeprefix("ب").removeprefix("ل")


def _founders(said: Said) -> tuple[Referent, ...]:
    return tuple(m.referent for m in said.hit.mentions("founder") if m.kind in founders.KINDS and m.referent is not None)


def _aim(said: Said) -> str | None:
    """The words of purpose."""
    if not said.hit.has("aim"):
        return None
    span = said.hit.span("aim")
    return " ".join(said.hit.skeleton.reading.document.text[span.start : span.end].split())


def _body(reading: Reading, said: Said) -> Referent | None:
    """The body named, or one made of the words for a body that has no name yet."""
    if said.hit.rule.fields.get("body") == "its":
        row = clause(reading, said.hit.skeleton.sentence)
        at = row.beginning(said.hit.token("its"))
        if at is not None and predicates.of_another(row, at):
            return None
        owner = its_owner(reading, said)
        return owner if owner is not None and not predicates.is_formed(owner, "") else None
    if said.body is not None:
        body = said.body.referent
        return None if body is None or predicates.is_formed(body, said.hit.match.group("verb")) else body
    return worded(reading, said, ("new", "quoted", "called"))


def _date(reading: Reading, said: Said) -> PartialDate | None:
    """The date told, or the year that stands alone."""
    for mention in (*said.hit.mentions("date"), *said.hit.mentions("day")):
        if mention.date is not None and mention.date.start is not None and not _ahead(reading, said, mention):
            return mention.date.start
    return PartialDate(int(said.hit.match.group("year"))) if said.hit.has("year") else None


def _ahead(reading: Reading, said: Said, date: Mention) -> bool:
    """Whether the date is that of something to come: "اللجنة التي أنشئت بمرسوم ستجتمع غدا"."""
    verb = said.hit.token("verb") if said.hit.has("verb") else said.hit.token()
    return any(is_future_form(norm) for norm in reading.document.norms[verb + 1 : date.first])


def _claims(tellings: list[Telling]) -> Iterator[Claim]:
    body = tellings[0].body
    frame = Referent(M.Founding, body.key, slots=((M.topicCollective, body),))
    tellings = sorted(tellings, key=lambda t: t.modality is Modality.PLANNED)  # one that came about was planned before
    first = tellings[0]
    planned = first.modality is Modality.PLANNED
    yield first.claim(frame, M.foundingStatus, M.FoundingPlanned if planned else M.Founded)
    dated = [(telling, telling.date) for telling in tellings if telling.date is not None]
    if dated:
        telling, date = max(dated, key=lambda pair: len(str(pair[1])))
        yield telling.claim(frame, SCHEMA.foundingDate, date)
    led = max(tellings, key=lambda t: len(t.founders))
    for founder in dict.fromkeys(led.founders):
        if founder.key != body.key:
            yield led.claim(frame, M.ledBy, founder)
    aimed = next((t for t in tellings if t.aim is not None), None)
    if aimed is not None and aimed.aim is not None:
        yield aimed.claim(frame, M.purpose, aimed.aim)
