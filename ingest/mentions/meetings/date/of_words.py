"""Days on which something is said or done about a meeting, and not the day on which it is.

"أعلن الناطق، اليوم، أن القمة ستعقد في …", "تسلمت البلاد رئاسة القمة، أمس", "ميزانية السنة المقبلة".
"""

from __future__ import annotations

from ingest.mentions.meetings.came_before import came_before
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import Scene, Spot, bare, is_holding
from ingest.mentions.mention import Mention

_SAYS = 14  # tokens in front of a day in which the verb of saying stands


def of_words(scene: Scene, spot: Spot, date: Mention) -> bool:
    """Is a day beside a spot that of other words of its sentence?"""
    if date.first < spot.last:
        return _of_saying(scene, spot, date) or _of_who_precedes(scene, date)
    return _of_its_fruits(scene, spot, date) or _of_a_plan(scene, date) or _of_what_came_before(scene, spot, date)


def _of_saying(scene: Scene, spot: Spot, date: Mention) -> bool:
    """ "كشفت الصحيفة أمس أن الوزراء سيجتمعون": the day in front of "that", which a verb of saying governs."""
    that = next((i for i in range(date.last, spot.first) if scene.norm(i) in words("that_is_said")), None)
    if that is None or bare(scene.norm(that - 1)) in words("planned"):
        return False
    if any(scene.at(i) is None and is_holding(scene.norm(i)) for i in range(date.last, that)):
        return False
    front = range(max(date.first - _SAYS, spot.sentence.first), that)
    return any(scene.at(i) is None and bare(scene.norm(i)) in words("announces", "says_that") for i in front)


def _of_who_precedes(scene: Scene, date: Mention) -> bool:
    """ "وكان اجتماع للخبراء قد سبق، أمس، الاجتماع الوزاري": the day of the one that comes before."""
    at = date.first - (2 if scene.norm(date.first - 1) in "،," else 1)
    return scene.at(at) is None and bare(scene.norm(at)) in words("precedes")


def _of_its_fruits(scene: Scene, spot: Spot, date: Mention) -> bool:
    """ "رئاسة القمة، أمس", "نتائج المؤتمر، الاثنين": what is done with what a meeting leaves is done on that day."""
    at = spot.first - (2 if scene.norm(spot.first - 1) in words("this") else 1)
    if spot.prefix or scene.at(at) is not None or bare(scene.norm(at)).removeprefix("ب") not in words("fruits"):
        return False
    between = range(spot.last, date.first)
    goes_on = (is_holding(scene.norm(i)) or scene.norm(i) in words("relative", "participles") for i in between)
    return not any(goes_on)


def _of_a_plan(scene: Scene, date: Mention) -> bool:
    """ "ميزانية السنة المقبلة", "خطة 2025": the year of what is talked about."""
    return scene.at(date.first - 1) is None and not date.prefix and bare(scene.norm(date.first - 1)) in words("has_its_year")


def _of_what_came_before(scene: Scene, spot: Spot, date: Mention) -> bool:
    """ "غابت عن الاجتماع بعد انسحابها في مايو 2022": the day of what came first."""
    for index in range(date.first - 1, spot.last - 1, -1):
        word = scene.norm(index)
        if word in ".؛،," or (scene.at(index) is None and is_holding(word)):
            return False
        if came_before(scene, index):
            return True
    return False


def met_then(scene: Scene, spot: Spot, date: Mention) -> bool:
    """ "إلى سنة 2009، حين اجتمعت في الرباط …", "منذ ديسمبر 2014، حين التأم الوزراء في …": on that day."""
    return scene.norm(spot.first - 1) in words("when") and 0 < spot.first - date.last <= 2
