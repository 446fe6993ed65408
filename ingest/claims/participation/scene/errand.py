"""Who was sent, and who was there as what: "أوفد الملك ولي عهده", "كلف والده الوزير فلانا", "كان فلان حاضرا"."""

from __future__ import annotations

from ingest.claims.participation import antecedent
from ingest.claims.participation.scene.lexicon import is_
from ingest.claims.participation.scene.phrase import is_definite
from ingest.claims.participation.scene.scene import Scene
from ingest.claims.participation.scene.subject import Subject, before, listed
from ingest.mention import Kind

_PEOPLE = frozenset({Kind.PERSON, Kind.TITLE})
_SENDERS = _PEOPLE | {Kind.COUNTRY, Kind.ORGANIZATION, Kind.GROUP}
_OWN = ("ه", "ها", "هم")
_FAR = 14


def sent(scene: Scene, at: int, end: int) -> Subject | None:
    """Those whom a sender sends: the last of two behind the verb, or the one behind a sender that is no mention."""
    places = [i for i in range(at + 1, end) if scene.kind(i) in _SENDERS and scene.row.elements[i].prefix in ("", "ب")]
    people = [i for i in places if scene.kind(i) in _PEOPLE]
    if not people:
        return None
    envoy = next((i for i in people if i != places[0]), None)
    if envoy is None:
        sender = scene.norm(at + 1)
        told = sender.endswith(_OWN) or is_definite(sender) or before(scene, at) is not None
        envoy = people[0] if told and not is_(sender, "prepositions") else None
    return None if envoy is None or is_(scene.norm(envoy - 1), "errand") else listed(scene, envoy)


def country(scene: Scene, at: int, told_of: int | None) -> Subject | None:
    """The country of the one spoken of: "الرئيس فلان الذي شاركت بلاده في …"."""
    front = range(at - 1, -1, -1) if told_of is None else (told_of,)
    speaker = next((scene.mention(i) for i in front if scene.kind(i) in _PEOPLE), None) or scene.memory.topic
    found = [] if speaker is None else antecedent.country_of(speaker)
    return Subject(tuple(found), at + 2) if found else None


def been(scene: Scene, at: int) -> Subject | None:
    """Of whom a participle is told: the nearest one in front, behind a verb of being or at the head of the clause."""
    for i in range(at - 1, max(-1, at - _FAR), -1):
        if scene.kind(i) in _PEOPLE | {Kind.COUNTRY, Kind.ORGANIZATION}:
            first = i
            while first > 0 and scene.row.elements[first].prefix == "و" and scene.kind(first - 1) in _SENDERS:
                first -= 1
            front = first - 1
            while front >= 0 and (is_definite(scene.norm(front)) or scene.kind(front) is Kind.DATE):
                front -= 1
            if is_(scene.norm(front), "being"):
                return listed(scene, first)
            return before(scene, first + 1) if first == i else None
        if is_(scene.norm(i), "breaks"):
            return None
    return None
