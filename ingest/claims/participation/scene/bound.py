"""The meeting of a journey: "لن يسافر إلى إندونيسيا", where the summit spoken of is held there."""

from __future__ import annotations

from bisect import bisect_left

from ingest.claims.participation.scene.elsewhere import is_in_land, lies_in
from ingest.claims.participation.scene.lexicon import is_, words
from ingest.claims.participation.scene.scene import Scene
from ingest.mention import Kind, Mention
from ingest.mentions.meetings import MeetingMention

_NEAR = "2"
_PLACES = frozenset({Kind.PLACE, Kind.COUNTRY})
_BEFORE = 6  # elements in front of a predicate in which a verb of being makes it past
_EXPECTED = 2  # elements in front of a noun of coming in which it is told as still to come
_SPOTS = 60  # spots of a meeting among which its places are looked for
_CIRCUMSTANCE = 3  # words before a meeting among which one may make it past


def bound_for(scene: Scene, at: int, end: int) -> Mention | None:
    """The meeting held where a predicate of travelling leads."""
    leads = next((i for i in range(at + 1, end) if scene.kind(i) in _PLACES and _leads(scene, i - 1)), None)
    there = None if leads is None else scene.mention(leads)
    if leads is None or there is None:
        return None
    lands = scene.norm(leads - 1) in words("airport")
    here = [scene.mention(i) for i in scene.meetings[: bisect_left(scene.meetings, at)] if not _is_over(scene, i)]
    elsewhere: set[str] = set()
    for meeting in (*reversed(here), scene.last(_NEAR)):
        if not isinstance(meeting, MeetingMention) or meeting.told is None or meeting.referent is None:
            continue
        if meeting.referent.key in elsewhere or has_ended(scene, at, meeting):
            continue
        held = [reading.details.place for reading in meeting.told.readings[:_SPOTS]]
        if any(place is not None and (lies_in(place, there) or (lands and is_in_land(place, there))) for place in held):
            return meeting
        elsewhere.add(meeting.referent.key)
    return None


def _leads(scene: Scene, at: int) -> bool:
    """Whether what stands in front of a place leads to it: "إلى", "إلى مطار"."""
    return scene.norm(at - is_(scene.norm(at), "arriving")) in words("leading_to")


def is_expected(scene: Scene, at: int) -> bool:
    """ "يرتقب وصول فلان", "في انتظار وصول فلان": the noun tells what a verb still to come does."""
    return any(is_(scene.norm(i), "expecting") for i in range(max(0, at - _EXPECTED), at))


def has_ended(scene: Scene, at: int, meeting: Mention) -> bool:
    """Whether the meeting is told as ended, and a predicate not as what was before: "اختتمت القمة … ووصل"."""
    norms = scene.skeleton.reading.document.norms
    front = norms[max(0, meeting.first - _CIRCUMSTANCE) : meeting.first]
    ended = any(norm.removeprefix("و") in words("ended") for norm in front)
    return ended and not any(is_(scene.norm(i), "being") or scene.norm(i) == "قد" for i in range(max(0, at - _BEFORE), at))


def _is_over(scene: Scene, at: int) -> bool:
    """Whether the meeting was before what is told: "بعد القمة، قال إنه لن يسافر"."""
    return any(scene.norm(i).removeprefix("و") in words("over") for i in range(max(0, at - _CIRCUMSTANCE), at))
