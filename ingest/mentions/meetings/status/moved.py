"""Meetings that are moved to another city or day: "نقلت القمة من أكرا إلى أديس أبابا", "القمة … أجلت إلى يونيو"."""

from __future__ import annotations

from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.place.moved import moved_to
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.mentions.mention import Kind

_REACH = 24  # tokens behind a meeting in which it is told to be moved


def moved_behind(scene: Scene, spot: Spot) -> int | None:
    """The verb of "القمة التي كان مقررا عقدها في مايو أجلت إلى يونيو": told behind the meeting, of itself."""
    for index in range(spot.last, min(spot.last + _REACH, spot.sentence.last - 2)) if not spot.verb else ():
        word = scene.norm(index)
        if scene.at(index) is not None:
            continue
        if word in ".؛؟!:" or scene.noun(index) is not None:
            return None
        if word in words("was_moved") and scene.norm(index + 1) == "الي":
            before = scene.norm(index - 1)  # "كان مقررا السبت ثم أجل": told of the plan
            return None if before in words("no_event_before", "given_up_then") else index
    return None


def is_moved(scene: Scene, spot: Spot) -> bool:
    """ "نقلت القمة من أكرا إلى أديس أبابا", "تقرر نقل المؤتمر إلى الرياض": it is still to come."""
    front = bare(scene.norm(spot.first - 1))
    front = bare(scene.norm(spot.first - 2)) if front in words("its_place") else front
    to = scene.at(spot.last + 1)
    whither = to is not None and to.kind in (Kind.PLACE, Kind.COUNTRY) and scene.norm(spot.last) in ("من", "الي")
    return (front in words("moves") and whither and not spot.verb) or moved_to(scene, spot) is not None


def moved_to_day(scene: Scene, spot: Spot) -> bool:
    """ "القمة التي كان مقررا عقدها في مايو أجلت إلى يونيو"."""
    verb = moved_behind(scene, spot)
    day = scene.at(verb + 2) if verb is not None else None
    return day is not None and day.kind is Kind.DATE
