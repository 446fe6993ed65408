"""Where a meeting is, by the journey during which people met: "زيارته إلى أنقرة التي التقى خلالها"."""

from __future__ import annotations

from ingest.mention import Kind, Mention
from ingest.mentions.meetings.lexicon import any_of, words
from ingest.mentions.meetings.place.governed import is_in
from ingest.mentions.meetings.scene import Scene, Spot, bare

_WHERE = 9  # tokens in front of a meeting in which "where" stands
_JOURNEY = 16  # tokens between the verb of a journey and its end
_PLACES = frozenset({Kind.PLACE, Kind.COUNTRY})


def destination(scene: Scene, spot: Spot) -> Mention | None:
    """Talks during a journey: "زيارته إلى أنقرة التي التقى خلالها", "توجه إلى واشنطن لعقد مباحثات"."""
    purpose = range(max(spot.first - (5 if spot.verb else 9), spot.sentence.first), spot.first)
    bound = any(scene.norm(i) in any_of("journey_for", "during_it") for i in purpose)
    if not (bound or spot.verb or (spot.noun.group == "talks" and not spot.definite)):
        return None
    journey: Mention | None = None
    for index in range(max(spot.first - 26, spot.sentence.first), spot.first):
        mention = scene.at(index)
        toward = _toward(scene, index) or (mention is not None and mention.prefix == "ل")
        toward = toward or (mention is not None and not mention.prefix and _is_object(scene, spot, index))
        toward = toward or (mention is not None and _is_there(scene, spot, mention))
        if (
            mention is not None
            and mention.first == index
            and mention.kind in _PLACES
            and toward
            and "area" not in mention.tags
        ):
            start = max(spot.sentence.first, index - _JOURNEY)
            gone = (i for i in range(start, index) if bare(scene.norm(i)) in any_of("travel", "arrives", "is_there"))
            if any(scene.norm(i + 1) not in words("sent") for i in gone):
                journey = mention
    return journey


def _toward(scene: Scene, index: int) -> bool:
    """ "إلى بغداد", "إلى مطار القاهرة", "إلى مدينة شرم الشيخ"."""
    at = index - 1
    while scene.at(at) is None and scene.norm(at) in any_of("city_words", "arrival_place"):
        at -= 1
    return scene.norm(at) in words("to_or_upon")


def where_it_is(scene: Scene, spot: Spot) -> Mention | None:
    """ "السفر إلى جوهانسبورغ، حيث تنعقد القمة": the city right in front of "where"."""
    for index in range(spot.first - 1, max(spot.first - _WHERE, spot.sentence.first), -1):
        if scene.norm(index) == "حيث":
            place = scene.at(index - 1) or (scene.at(index - 2) if scene.norm(index - 1) in "،," else None)
            named = place is not None and place.kind is Kind.PLACE and "area" not in place.tags
            return place if named else None
        if scene.at(index) is not None and _toward(scene, index):
            return None  # "توجه من نيويورك، حيث …، إلى أنطاليا لحضور المنتدى"
        if scene.norm(index) in ".؛:" or (scene.at(index) is None and scene.noun(index) is not None):
            return None
    return None


def _is_there(scene: Scene, spot: Spot, place: Mention) -> bool:
    """ "حل الوزير بالرباط", "الموجود في الرباط": a verb of arriving that takes بـ, or of being there, opens the clause."""
    if not is_in(scene, place):
        return False
    told = any_of("arrives", "is_there") if place.prefix == "ب" else words("is_there")
    reach = range(max(place.first - 12, spot.sentence.first), place.first)
    return any(scene.at(i) is None and bare(scene.norm(i)) in told for i in reach)


def _is_object(scene: Scene, spot: Spot, index: int) -> bool:
    """ "زار الرئيس الفرنسي بيروت": the place is what was visited."""
    reach = range(max(index - 6, spot.sentence.first), index)
    return any(scene.at(i) is None and bare(scene.norm(i)) in words("visits") for i in reach)
