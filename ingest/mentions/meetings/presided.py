"""Whether somebody is told to preside over a meeting, or to be there, by a verb in front of it or one behind it."""

from __future__ import annotations

from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import PARTIES, Scene, Spot, bare
from ingest.mentions.meetings.word_places import said_bare

_REACH = 14  # tokens around a meeting in which the verb stands


def is_presided(scene: Scene, spot: Spot) -> bool:
    """ "ترأست الوزيرة جلسة عمل": somebody presides, so it took place or will."""
    if spot.verb or spot.noun.group not in ("noun", "session"):
        return False
    if _behind(scene, spot):
        return True
    index = spot.first - 1
    while index >= max(spot.first - _REACH, spot.sentence.first):
        mention = scene.at(index)
        word = bare(scene.norm(index))
        if mention is None and word in words("chairs"):
            people = scene.between(max(index - 8, spot.sentence.first), spot.first)
            return any(m.kind in PARTIES for m in people)
        if mention is None and word.isalpha() and word not in words("chair_gap") and spot.first - index > 2:
            return False
        index -= 1
    return False


def _behind(scene: Scene, spot: Spot) -> bool:
    """ "اجتماع …، وترأسه الوزير فلان": the verb behind it, with a pronoun of its gender, and who presides."""
    pronoun = "ها" if scene.norm(spot.first).endswith(("ه", "ات")) else "ه"
    for index in range(spot.last, min(spot.last + _REACH, spot.sentence.last - 1)):
        word = bare(scene.norm(index))
        if word in ".؛:" or (scene.noun(index) is not None and scene.at(index) is None):
            return False
        if word in words("presided") and word.endswith(pronoun):
            who = scene.at(index + 1)
            return who is not None and who.kind in PARTIES and (pronoun == "ها" or not word.endswith("ها"))
    return False


def is_attended(scene: Scene, spot: Spot) -> bool:
    """ "شارك فلان أمس في المؤتمر", "حضر فلان القمة": nobody but who was there, and the day or place, stand between."""
    front = said_bare(scene, max(spot.first - _REACH, spot.sentence.first), spot.first, "was_there_or_will") if not spot.verb else ()
    if not front:
        return False
    for index in range(front[-1] + 1, spot.first):
        word = bare(scene.norm(index))
        if scene.at(index) is None and word.isalpha() and word not in words("chair_gap", "at_the_works"):
            return False
    behind = scene.at(front[-1] + 1)
    return scene.at(front[-1]) is None and scene.norm(front[-1] - 1) not in words("no_event_before") and (
        behind is not None or front[-1] + 1 == spot.first or scene.norm(front[-1] + 1) in words("right_in")
    )
