"""The level at which a meeting is held, and so its kind: "على مستوى وزراء الخارجية", "على المستوى الوزاري"."""

from __future__ import annotations

from ingest.mentions.meetings.detection.prepared import is_preparatory, prepared_for
from ingest.mentions.meetings.lexicon import any_of, words
from ingest.mentions.meetings.scene import Scene, Spot

_FAR = 45  # tokens behind a meeting in which its level is told


def level_of(scene: Scene, spot: Spot) -> str | None:
    """The kind that the level gives, told behind a meeting or, of a session, in front of it."""
    return _level_behind(scene, spot) or _level_in_front(scene, spot)


def _level_behind(scene: Scene, spot: Spot) -> str | None:
    """ "اجتماع اللجنة … على المستوى الوزاري", "على مستوى وزراء الخارجية", "على مستوى القمة"."""
    if scene.document.words.isdisjoint(words("level")):
        return None
    other = prepared_for(scene, spot)
    of_summit = other is not None and other.kind == "summit"  # which is held at no lower level
    for index in range(other.last if of_summit and other else spot.last, min(spot.last + _FAR, spot.sentence.last)):
        word = scene.norm(index)
        if word in ".؛:" or (index > spot.last and scene.noun(index) is not None and scene.at(index) is None):
            return None
        if word in words("level"):
            if index > spot.last + 1 and not of_summit and is_preparatory(scene, spot):
                return None  # "الاجتماع التحضيري للمجلس على مستوى القمة": the level of the council
            behind = scene.norm(index + 1)
            if behind.removeprefix("ال") in any_of("ministerial", "ministers"):
                return "ministerial"
            of_states = behind in words("leaders_of_states") and scene.norm(index + 2) in any_of("states", "state_nouns")
            return "summit" if of_states or behind in words("summit_level") else None
    return None


def _level_in_front(scene: Scene, spot: Spot) -> str | None:
    """ "مجلس المنظمة على مستوى وزراء الخارجية … في مستهل الدورة": the level at which its body sits."""
    if spot.noun.lemma != "دوره" or not spot.definite:
        return None
    for index in range(spot.sentence.first, spot.first):
        if scene.norm(index) in words("level") and scene.at(index) is None:
            behind = scene.norm(index + 1)
            return "ministerial" if behind in any_of("ministerial", "ministers") else None
    return None
