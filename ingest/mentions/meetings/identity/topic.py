"""Whose meeting it is, where no sentence says so: that of the coalition which an article is about.

"دعا نظراءه إلى اجتماع وزاري", "اجتماعا لممثلي الدول الأعضاء", "اجتماع مراكش": in an article on one coalition, of that one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.lands.countries import group_body
from ingest.mentions.meetings.identity.agreement import Cluster
from ingest.mentions.meetings.lexicon import body_of, table, words
from ingest.mentions.meetings.scene import PARTIES, Scene, bare
from ingest.mentions.meetings.traits import Reading, body_key
from kg.vocabulary import M

_NAMED = 2  # mentions from which on an article is about a body
_MEMBERS = 6  # tokens behind a meeting in which those who meet are told
_SUBJECT = 5  # tokens behind a meeting in which its subject begins
_STATES = frozenset({Kind.COUNTRY, Kind.NISBA, Kind.GROUP})


def of_members(scene: Scene, readings: Sequence[Reading]) -> list[Reading]:
    """The readings; meetings of nobody's ministers or commanders are those of the coalition that the article is about."""
    topic = _topic(scene)
    if topic is None:
        return list(readings)
    return [_owned(r, topic) if _is_nobodys(r) and _of_members(scene, r) else r for r in readings]


def of_the_topic(scene: Scene, clusters: Sequence[Cluster]) -> None:
    """Gives the meetings of which no body is told that of the coalition that the article is about."""
    topic = _topic(scene)
    if topic is None or topic.referent is None:
        return
    known = any(item.body_key == _key(topic) for item in clusters)
    for item in clusters:
        if item.body_key is None and all(_is_nobodys(member) for member in item.members):
            ours = _of_ministers(scene, item) or _by_city(scene, item, topic) or (known and _follows(scene, item))
            if ours:
                item.members[0] = _owned(item.members[0], topic)


def _is_nobodys(reading: Reading) -> bool:
    details = reading.details
    told = details.partners or details.company or details.side or body_key(details) is not None
    return not told and details.kind != "bilateral" and not {"beside", "frame"} & reading.spot.marks


def _owned(reading: Reading, topic: Mention) -> Reading:
    return replace(reading, details=replace(reading.details, body=replace(topic, prefix="")))


def _key(body: Mention) -> str | None:
    return (group_body(body.referent.key) or body.referent.key) if body.referent is not None else None


def _follows(scene: Scene, item: Cluster) -> bool:
    """ "أن تستضيف باريس الاجتماع التالي", "عقد اجتماعهم المقبل": another one beside a meeting of the coalition."""
    spot = item.members[0].spot
    known = spot.definite or spot.possessive == "هم"
    plain = spot.last - spot.first <= 2 and not scene.norm(spot.last).startswith("لل")
    following = {"following", "previous"} & spot.marks and spot.noun.group == "noun" and spot.noun.kind != "conference"
    return bool(known and plain and following) and not _on_its_own(scene, item.members[0])


def _topic(scene: Scene) -> Mention | None:
    """The first mention of the coalition that an article names most, more than any other body of states."""
    named: dict[str, list[Mention]] = {}
    for mention in scene.mentions:
        if mention.kind in COLLECTIVES and mention.referent is not None:
            named.setdefault(group_body(mention.referent.key) or mention.referent.key, []).append(mention)
    count = Counter({key: len(found) for key, found in named.items() if _of_states(key, found[0])})
    ranked = count.most_common(2)
    if not ranked or ranked[0][1] < _NAMED or (len(ranked) > 1 and ranked[0][1] <= ranked[1][1]):
        return None
    return named[ranked[0][0]][0]


def _of_states(key: str, body: Mention) -> bool:
    """Coalitions, and the unions of states that hold summits."""
    return body.referent is not None and (body.referent.type == M.Coalition or key in words("holds_summits"))


def _of_members(scene: Scene, reading: Reading) -> bool:
    """ "اجتماعا لممثلي الدول الأعضاء", "لوزراء خارجية الدول الخمس", "لقادة القوات الأربع": nobody else's."""
    spot = reading.spot
    if spot.verb or spot.noun.group not in ("noun", "session"):
        return False
    for index in range(spot.last, min(spot.last + 3, spot.sentence.last)):
        who = scene.norm(index)
        if not who.startswith("ل") or not (who[1:] in words("office_holders") or who in words("senior")):
            continue
        behind = range(index + 1, min(index + _MEMBERS, spot.sentence.last))
        end = next((i for i in behind if scene.norm(i) in ".؛:،"), behind.stop)
        whose = [m for i in range(index + 1, end) if (m := scene.at(i)) is not None]
        return not any(m.kind in _STATES | PARTIES or _listed(m) for m in whose)
    return False


def _listed(mention: Mention) -> bool:
    return mention.kind in COLLECTIVES and mention.referent is not None and "/" in mention.referent.key


def _of_ministers(scene: Scene, item: Cluster) -> bool:
    """ "دعا نظراءه إلى اجتماع وزاري بواشنطن": of ministers, and neither of certain states nor on a subject of its own."""
    if item.kinds & {"summit", "conference", "working_group"} or "ministerial" not in item.kinds:
        return False
    return all(not m.spot.verb and not _on_its_own(scene, m) for m in item.members)


def _by_city(scene: Scene, item: Cluster, topic: Mention) -> bool:
    """ "منذ اجتماع مراكش … أعضاء التحالف", "قمة استثنائية في أنجمينا": a meeting told by its city alone."""
    first = item.members[0]
    place = first.details.place
    if place is None or place.kind is not Kind.PLACE or first.spot.verb or _on_its_own(scene, first):
        return False
    spot = first.spot
    if spot.noun.kind == "summit":
        return _key(topic) in words("holds_summits") and place.first >= spot.last
    beside = place.first == spot.last and not place.prefix
    near = scene.between(spot.sentence.first, spot.sentence.last)
    return beside and spot.noun.kind == "other" and any(m.referent == topic.referent for m in near)


def _on_its_own(scene: Scene, reading: Reading) -> bool:
    """Is the meeting of certain states or people, or on a subject of its own: "الاجتماع الوزاري الخليجي", "قمة حول …"?"""
    spot = reading.spot
    for index in range(spot.first, min(spot.last + _SUBJECT, spot.sentence.last)):
        mention, word = scene.at(index), scene.norm(index)
        if word in ".؛:،":
            return False
        if mention is not None and mention.kind in _STATES and not mention.prefix.endswith("ب"):
            return mention.first == index
        if word in table("organ_of") or word in body_of():
            return True
        if mention is None and (bare(word) in words("on_a_subject") or (word.startswith("ل") and index == spot.last)):
            return True
    return body_key(reading.details) is not None
