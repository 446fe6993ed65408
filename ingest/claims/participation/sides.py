"""For which side somebody came, told beside the name: "فلان عن الجانب العماني", "فلان ممثلا لعمان", "من الجانب الكويتي
فلان وعلان"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from ingest.mention import Kind, Mention, Post
from ingest.pattern import Hit, macro, words_of
from ingest.skeleton import Skeleton
from kg.claim import Referent
from kg.vocabulary import M

_NAMED = (Kind.PERSON, Kind.TITLE)
_BODIES = frozenset({M.Organization, M.Coalition})
_LEAD = 300  # characters in front of a list in which its side is told: more than the few words that may stand between
_PLACE = re.compile(r"<[PT](\d+)>")


@cache
def expression(name: str) -> re.Pattern[str]:
    """A macro of the patterns of participation, compiled."""
    return re.compile(macro("participation", name))


def sided(hit: Hit, group: str, people: Sequence[Mention]) -> list[Mention]:
    """The people of a list, each with the state of the side for which it is told that he came."""
    skeleton = hit.skeleton
    in_front = _tells(skeleton, "side")
    if not people or not (in_front or _tells(skeleton, "told_behind", "envoy_for")):
        return [*people]
    text, mentions, (start, end) = skeleton.text, skeleton.mentions, hit.match.span(group)
    before = expression("SIDE_BEFORE").finditer(text, max(start - _LEAD, 0), end) if in_front else ()
    fronts = [found for found in before if _leads(text, found.end(), start) or start <= found.start()]
    ends = {mentions[int(one[1])].first: one.end() for one in _PLACE.finditer(text, start, end)}
    sides = [_side_of(hit, ends.get(one.first), fronts) for one in people]
    return [with_side(one, None if side is None else side.referent) for one, side in zip(people, sides, strict=True)]


def _tells(skeleton: Skeleton, *lists: str) -> bool:
    """Whether a sentence has a word of a list."""
    return any(not words_of("participation", name).isdisjoint(skeleton.words) for name in lists)


def _leads(text: str, side: int, start: int) -> bool:
    """Whether nothing but circumstances stands between a side and the list."""
    return side <= start and expression("SIDE_BETWEEN").fullmatch(text, side, start) is not None


def _side_of(hit: Hit, named: int | None, fronts: Sequence[re.Match[str]]) -> Mention | None:
    """The side of somebody whose name ends at `named`: told right behind it, or else in front."""
    if named is None:
        return None
    mentions = hit.skeleton.mentions
    behind = expression("SIDE_BEHIND").match(hit.skeleton.text, named)
    speaks = hit.rule.fields.get("role") == "speaker"
    if behind is not None and not (speaks and expression("SIDE_ABOUT").match(hit.skeleton.text, named)):
        return mentions[int(behind.group(1))]
    front = [found for found in fronts if found.end() <= named]
    return mentions[int(front[-1].group(1))] if front else None


def with_side(one: Mention, side: Referent | None) -> Mention:
    """Somebody with the state or body for which he is told to have come: a minister of a state may come for a body, but for
    no other state."""
    held = one.post.of if one.post is not None else None
    of_state = held is not None and held.type == M.Country
    if side is None or one.kind not in _NAMED or (of_state and side.type not in _BODIES):
        return one
    post = Post("", "", None, side, one.name) if one.post is None else replace(one.post, of=side)
    return replace(one, post=post, posts=())


def represented(mention: Mention) -> Referent | None:
    """Whom an actor speaks for: of several offices that of a country ("deputy head of B, foreign minister of C")."""
    of_states = [p.of for p in mention.posts if not p.former and p.of is not None and p.of.type == M.Country]
    held = mention.post is not None and not mention.post.former  # "الرئيس السابق X" speaks for no country any more
    return of_states[0] if of_states else mention.post.of if held and mention.post is not None else None
