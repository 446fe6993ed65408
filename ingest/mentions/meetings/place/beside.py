"""The place right behind a meeting, that of its headline, and the city told with its day in front of "when"."""

from __future__ import annotations

from ingest.mention import Kind, Mention
from ingest.mentions.meetings.lexicon import verb_class, words
from ingest.mentions.meetings.place.governed import governed
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.parts import Zone

_WHEN = 7  # tokens in front of a meeting in which "when" stands, and in front of that its city and day
_LEAD = 2  # sentences of the text in which the city of a headline is told again


def where_then(scene: Scene, spot: Spot) -> Mention | None:
    """ "ما وقع بمابوتو في غشت 2017، حين عرف اجتماع …": the city told with the day, right in front of "when"."""
    front = range(spot.first - 1, max(spot.first - _WHEN, spot.sentence.first), -1)
    when = next((i for i in front if scene.at(i) is None and scene.norm(i) in words("when")), None)
    if when is None:
        return None
    near = [*scene.between(max(when - _WHEN, spot.sentence.first), when)]
    dated = any(m.kind is Kind.DATE for m in near)
    return next((m for m in near if dated and m.kind is Kind.PLACE and governed(scene, m)), None)


def of_guests(scene: Scene, spot: Spot, place: Mention) -> bool:
    """ "انطلق في مدينة … المنتدى، بحضور رئيس الغرفة في …": a country behind those who came may be that of one of them."""
    behind = range(spot.last, place.first)
    return any(scene.at(i) is None and bare(scene.norm(i)) in words("with_company") for i in behind)


def right_behind(scene: Scene, spot: Spot) -> Mention | None:
    """ "قمة مدريد", 'قمة "مدريد"'."""
    at = spot.last
    if scene.norm(at) in '"“«' and (quoted := scene.at(at + 1)) is not None:
        numbered = quoted.kind is Kind.PLACE and scene.norm(quoted.last) in words("of_a_series")
        at += scene.norm(quoted.last + numbered) in '"”»'  # 'مؤتمر "باريس 3"'
    return scene.at(at) if at < spot.sentence.last else None


def of_headline(scene: Scene, spot: Spot, place: Mention | None) -> Mention | None:
    """The place behind a meeting; of a headline, behind what the meeting discusses, only if the text begins with it too.

    "اجتماع دولي يبحث إعادة الإعمار في الموصل" may be held anywhere.
    """
    if place is None or spot.sentence.zone is not Zone.TITLE or spot.verb:
        return place
    verbs = (verb_class(scene.norm(i)) for i in range(spot.last, place.first) if scene.at(i) is None)
    if not any(found is not None and found[0] == "discuss" for found in verbs):
        return place
    lead = [s for s in scene.document.sentences if s.zone is Zone.BODY][:_LEAD]
    if not lead:
        return place
    told = {m.referent for s in lead for m in scene.between(s.first, s.last) if m.kind in (Kind.PLACE, Kind.COUNTRY)}
    return place if place.referent in told else None
