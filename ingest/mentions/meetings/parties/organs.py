"""Whose organ a body is: "المكتب التنفيذي للاتحاد" meets as the union, "المجلس الوطني" as the party named before."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.bodies.finder import listed_as, listed_referent
from ingest.mentions.meetings.lexicon import adjectives, organs, table, words
from ingest.mentions.meetings.scene import Scene

_QUOTES = frozenset('"“”«»')


def owner_of(scene: Scene, body: Mention) -> Mention | None:
    """ "المكتب التنفيذي للاتحاد": a session of the organ is one of the body."""
    head = scene.norm(body.first)[len(body.prefix) :]
    swallowed = body.prefix.endswith("ل") and head.startswith("ل")  # "للمجلس الوزاري"
    organ = ("ا" + head if swallowed else head, scene.norm(body.first + 1))
    if organ[1] in words("supreme") and body.last == body.first + 2:
        above = scene.at(body.last)  # "المجلس الأعلى لمجلس التعاون"
        led = above is not None and above.kind in COLLECTIVES and above.prefix == "ل"
        return replace(above, first=body.first, prefix=body.prefix) if above is not None and led else None
    if organ not in organs():
        return None
    if body.last > body.first + 2:
        adjective = table("organ_of").get(scene.norm(body.first + 2)) if body.last == body.first + 3 else None
        return replace(body, referent=listed_referent(adjective)) if adjective else _named_inside(scene, body)
    at = body.last
    while scene.at(at) is None and (scene.norm(at) in adjectives() or scene.norm(at) in _QUOTES):
        at += 1  # "اجتماع "المجموعة المصغرة" للتحالف"
    owner = scene.at(at)
    if owner is None or owner.kind not in COLLECTIVES or not owner.prefix.endswith("ل"):
        return _parent_before(scene, body) if owner is None or owner.kind not in COLLECTIVES else None
    return replace(owner, first=body.first, prefix=body.prefix)


def _named_inside(scene: Scene, body: Mention) -> Mention | None:
    """ "الجمعية العمومية للوكالة الدولية": the rest of the name, if it is listed or named alone as well."""
    rest = " ".join(scene.norm(i) for i in range(body.first + 2, body.last))
    rest = "ال" + rest[2:] if rest.startswith("لل") else rest.removeprefix("ل")
    parts = rest.split()
    shorter = (" ".join(parts[:length]) for length in range(2, len(parts)))
    places = (m for name in (rest, *shorter) for m in scene.body_names.get(name, ()) if m.first != body.first)
    if (other := min(places, key=lambda m: m.first, default=None)) is not None:
        return replace(other, first=body.first, last=body.last, prefix=body.prefix)
    listed = listed_as(rest)
    return replace(body, referent=listed) if listed is not None else None


def _parent_before(scene: Scene, organ: Mention) -> Mention | None:
    """ "المجلس الوطني" alone: that of the party or union which the article named last."""
    among = scene.parents
    if organ.kind is Kind.COALITION:  # "المجموعة المصغرة": of the coalition named last
        among = [m for m in scene.mentions if m.kind is organ.kind and m.referent is not None and "/" in m.referent.key]
    number = bisect_left(among, organ.first, key=lambda m: m.first)
    found = among[number - 1] if number else None
    return replace(found, first=organ.first, last=organ.last, prefix=organ.prefix) if found is not None else None
