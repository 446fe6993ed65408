"""Who belongs to a coalition or organization, joins it, leaves it, or helps to lead it.

The constructions are in `patterns/membership.toml`. Persons are never members: their office is told as a position.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.claims.collective import BODIES, Said, read
from ingest.mentions.mention import Kind, Mention, Reading
from kg.claim import Claim, Modality, Referent
from kg.vocabulary import M

_STATUS = {"member": M.Member, "joining": M.Joining, "leaving": M.Leaving}
_MEMBERS = frozenset({Kind.COUNTRY, Kind.ORGANIZATION, Kind.COALITION, Kind.GROUP})


def extract(reading: Reading) -> Iterator[Claim]:
    """The memberships of an article, each once."""
    seen: set[str] = set()
    for said in read(reading, "membership", BODIES):
        if said.body is None or said.modality is Modality.DENIED:
            continue
        for member in _members(reading, said):
            yield from told(said, said.body, member, seen)


def _members(reading: Reading, said: Said) -> list[Mention]:
    """The members a construction names; where it says "before", the state named last in the sentence."""
    if said.hit.rule.fields.get("members") == "before":
        sentence, token = said.hit.skeleton.sentence, said.hit.token("verb")
        states = [m for m in reading.within(sentence) if m.kind is Kind.COUNTRY]
        before = [m for m in states if m.first < token]
        return before[-1:] or [m for m in states if token < m.first <= token + 2][:1]
    return [m for m in said.hit.mentions("members") if m.kind in _MEMBERS]


def told(said: Said, body: Mention, member: Mention, seen: set[str]) -> Iterator[Claim]:
    """The claims of one membership, if it has not been told before (`seen`)."""
    if body.referent is None or member.referent is None or body.referent.key == member.referent.key:
        return
    if body.referent.type == M.ArmedGroup or member.referent.type == M.ArmedGroup:
        return
    key = f"{body.referent.key}|{member.referent.key}"
    if key in seen:
        return
    seen.add(key)
    frame = Referent(
        M.Membership,
        key,
        slots=((M.topicCollective, body.referent), (M.topicMember, member.referent)),
    )
    status = said.hit.rule.fields["status"]
    yield said.claim(frame, M.membershipStatus, _STATUS[status], "membership")
    if (role := said.hit.rule.fields.get("role")) is not None:
        yield said.claim(frame, M.membershipRole, role, "membership")
    for date in said.hit.mentions("date"):
        if date.date is not None and date.date.start is not None:
            predicate = M.until if status == "leaving" else M.since
            yield said.claim(frame, predicate, date.date.start, "membership")
