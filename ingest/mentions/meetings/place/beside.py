"""The place right behind a meeting, and the city told with its day in front of "when"."""

from __future__ import annotations

from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.place.governed import governed
from ingest.mentions.meetings.scene import Scene, Spot
from ingest.mentions.mention import Kind, Mention

_WHEN = 7  # tokens in front of a meeting in which "when" stands, and in front of that its city and day


def where_then(scene: Scene, spot: Spot) -> Mention | None:
    """ "ما وقع بمابوتو في غشت 2017، حين عرف اجتماع …": the city told with the day, right in front of "when"."""
    front = range(spot.first - 1, max(spot.first - _WHEN, spot.sentence.first), -1)
    when = next((i for i in front if scene.at(i) is None and scene.norm(i) in words("when")), None)
    if when is None:
        return None
    near = [*scene.between(max(when - _WHEN, spot.sentence.first), when)]
    dated = any(m.kind is Kind.DATE for m in near)
    return next((m for m in near if dated and m.kind is Kind.PLACE and governed(scene, m)), None)


def right_behind(scene: Scene, spot: Spot) -> Mention | None:
    """ "قمة مدريد", 'قمة "مدريد"'."""
    at = spot.last
    if scene.norm(at) in '"“«' and (quoted := scene.at(at + 1)) is not None and scene.norm(quoted.last) in '"”»':
        at += 1
    return scene.at(at) if at < spot.sentence.last else None
