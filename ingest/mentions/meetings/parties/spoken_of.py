"""A body that a meeting names only by its members or its sort: "اجتماعا للدول الأعضاء", "اجتماع للجنة"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.bodies.finder import listed_referent
from ingest.mentions.lands.countries import group_body
from ingest.mentions.meetings.date.ordinals import ordinal
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import Scene, Spot, bare
from kg.vocabulary import M

_MEMBERS = 7  # tokens behind a spot, or in front of it, in which the member states are told
_BACK = 220  # tokens in front of a spot in which the body was spoken of


def spoken_of(scene: Scene, spot: Spot) -> Mention | None:
    """The body spoken of last, where the spot names its member states or "the committee" alone."""
    if spot.possessive:
        return None
    if _of_members(scene, spot):
        return next((m for m in _bodies_before(scene, spot) if _has_members(scene, m)), None)
    head = scene.norm(spot.last) if spot.last < spot.sentence.last else ""
    if head not in words("the_committee") or scene.at(spot.last) is not None or spot.verb:
        return None
    if scene.norm(spot.last + 1).startswith("ال") or scene.at(spot.last + 1) is not None:
        return None  # "للجنة الوطنية": another
    stem = head.removeprefix("لل")
    return next((m for m in _bodies_before(scene, spot) if _head(scene, m) in (stem, f"ل{stem}")), None)


def council_of(scene: Scene, spot: Spot, body: Mention) -> Mention | None:
    """ "الدورة ال33 للمجلس الأعلى", "المجلس الوزاري": the body spoken of before whose councils are called so alone."""
    if scene.norm(body.first + 1) not in words("supreme") | words("of_ministers"):
        return None
    council = body.last == body.first + 2 and scene.norm(body.first).endswith(tuple(words("council")))
    return _above(scene, spot, body, "has_councils") if council else None


def supreme_of(scene: Scene, spot: Spot, body: Mention) -> Mention | None:
    """ "القمة الثالثة والأربعين للمجلس الأعلى": of the body of states whose council it is, the one spoken of last."""
    if spot.kind != "summit" or body.last != body.first + 2 or scene.norm(body.first + 1) not in words("supreme"):
        return None
    return _above(scene, spot, body, "holds_summits")


def _above(scene: Scene, spot: Spot, body: Mention, sort: str) -> Mention | None:
    """The body of a sort that was spoken of last, where no other stands right behind its organ."""
    beside = scene.at(body.last)
    if beside is not None and beside.kind in COLLECTIVES:
        return None
    for mention in reversed(scene.starting(max(spot.first - _BACK, 0), spot.first)):
        of = mention.post.of if mention.post is not None else mention.referent
        path = (group_body(of.key) or of.key) if of is not None else ""
        if path in words(sort):
            of = listed_referent(path)
            return replace(mention, first=body.first, last=body.last, prefix=body.prefix, kind=body.kind, referent=of)
    return None


def of_some_states(scene: Scene, body: Mention) -> bool:
    """ "الدول العربية المشاطئة للبحر", "الدول الإفريقية الأطلسية": only some states of a group, and not the group."""
    if body.referent is None or body.referent.type != M.CountryGroup or body.last >= len(scene.tokens):
        return False
    word = scene.norm(body.last)
    adjective = word.startswith("ال") and word.endswith("ه") and ordinal(scene, body.last) is None
    return scene.at(body.last) is None and adjective and word not in words("of_all_states")


def of_committee(scene: Scene, spot: Spot) -> Mention | None:
    """ "محادثات اللجنة العسكرية المشتركة": talks within a committee are its meeting."""
    body = scene.at(spot.last) if not spot.verb and spot.last < spot.sentence.last else None
    if body is None or body.kind not in COLLECTIVES or body.prefix or body.first != spot.last:
        return None
    return body if scene.norm(body.first) in words("talks_within") else None


def _of_members(scene: Scene, spot: Spot) -> bool:
    """ "اجتماع وزاري للبلدان الأعضاء", "يجتمع وزراء الدول الأعضاء", "سيعقد خبراء الدول الأعضاء اجتماعا"."""
    first = max(spot.first - _MEMBERS, spot.sentence.first)
    for index in range(first, min(spot.last + _MEMBERS, spot.sentence.last - 1)):
        states = bare(scene.norm(index)).removeprefix("لل").removeprefix("ال") in words("state_nouns")
        if not states or scene.norm(index + 1) not in words("members") or scene.at(index) is not None:
            continue
        between = range(min(index, spot.last), max(index, spot.first))
        clear = not any(scene.norm(i) in ".؛:،" or (scene.at(i) is not None and _is_body(scene, i)) for i in between)
        ahead = index < spot.first
        holds = not ahead or any(bare(scene.norm(i)).removeprefix("س") in words("hold") for i in range(first - 3, index))
        behind = scene.norm(index + 2)
        return clear and holds and (behind not in words("detached_in") or not _is_body(scene, index + 3))
    return False


def _is_body(scene: Scene, index: int) -> bool:
    mention = scene.at(index)
    return mention is not None and mention.kind in COLLECTIVES


def _bodies_before(scene: Scene, spot: Spot) -> Iterator[Mention]:
    """The bodies named in front of a spot, the last first."""
    near = scene.starting(max(spot.first - _BACK, 0), spot.first)
    return (m for m in reversed(near) if m.kind in COLLECTIVES and m.kind is not Kind.GROUP and m.referent is not None)


def _head(scene: Scene, mention: Mention) -> str:
    return scene.norm(mention.first)[len(mention.prefix) :].removeprefix("ال")


def _has_members(scene: Scene, mention: Mention) -> bool:
    """A body of states: a coalition, or one whose name begins with a word for such a body."""
    if mention.referent is None or mention.referent.type == M.Coalition:
        return mention.referent is not None
    path = mention.referent.key
    return path in words("holds_summits") or _head(scene, mention) in words("bodies_of_states")
