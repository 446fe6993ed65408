"""For which side somebody came, told beside the name: "فلان عن الجانب العماني", "من الجانب الكويتي فلان وعلان"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.mentions.mention import Kind, Mention, Post
from ingest.pattern import Hit
from kg.vocabulary import M

_NAMED = (Kind.PERSON, Kind.TITLE)
_SIDE = r"(?:الجانب|الطرف|الوفد) <N(\d+)>"
_BEHIND = re.compile(rf" (?:عن|من) {_SIDE}(?= |$)")
_FRONT = re.compile(rf"(?<!\S)(?:و ?)?(?:(?:عن|من) )?{_SIDE} ")
_BETWEEN = re.compile(r"(?:(?!<[PTC]|ان |الذي )[^،\s]+ ){0,5}")
_GATES = frozenset({"الجانب", "الطرف", "الوفد"})


def sided(hit: Hit, group: str, people: Sequence[Mention]) -> list[Mention]:
    """The people of a list, each with the state of the side for which it is told that he came."""
    skeleton = hit.skeleton
    if _GATES.isdisjoint(skeleton.words) or not people:
        return [*people]
    text, (start, end) = skeleton.text, hit.match.span(group)
    fronts = [found for found in _FRONT.finditer(text) if _leads(text, found.end(), start) or start <= found.start() < end]
    return [_with_state(one, _side_of(hit, one, fronts)) for one in people]


def _leads(text: str, side: int, start: int) -> bool:
    """Whether nothing but circumstances stands between a side and the list."""
    return side <= start and _BETWEEN.fullmatch(text, side, start) is not None


def _side_of(hit: Hit, one: Mention, fronts: Sequence[re.Match[str]]) -> Mention | None:
    text, mentions = hit.skeleton.text, hit.skeleton.mentions
    number = next((n for n, mention in enumerate(mentions) if mention.first == one.first and mention.kind is one.kind), None)
    place = None if number is None else re.search(rf"<[PT]{number}>", text)
    if place is None:
        return None
    behind = _BEHIND.match(text, place.end())
    if behind is not None:
        return mentions[int(behind.group(1))]
    front = [found for found in fronts if found.end() <= place.start()]
    return mentions[int(front[-1].group(1))] if front else None


def _with_state(one: Mention, side: Mention | None) -> Mention:
    held = one.post.of if one.post is not None else None
    if side is None or side.referent is None or one.kind not in _NAMED or (held is not None and held.type == M.Country):
        return one
    post = Post("", "", None, side.referent, one.name) if one.post is None else replace(one.post, of=side.referent)
    return replace(one, post=post, posts=())
