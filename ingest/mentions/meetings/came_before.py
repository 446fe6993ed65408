"""What came before a meeting, and is told beside it with its own day and place.

"غابت عن الاجتماع بعد انسحابها في مايو 2022", "التاسعة من نوعها منذ إطلاق الآلية عام 2016 في تونس".
"""

from __future__ import annotations

from ingest.mention import Kind
from ingest.mentions.meetings.lexicon import any_of, words
from ingest.mentions.meetings.scene import Scene, bare

_OWN = ("ه", "ها", "هم", "هما")


def came_before(scene: Scene, index: int) -> bool:
    """Does a word lead to an event before the meeting? Behind "منذ" what is no time, behind others what is listed."""
    word, following = bare(scene.norm(index)), scene.at(index + 1)
    if word not in words("since_then") or scene.at(index) is not None:
        return False
    event = scene.norm(index + 1)
    if word == "منذ":
        counted = event.isdigit() or event in any_of("since_so_long", "since_it_met")
        return not counted and (following is None or following.kind is not Kind.DATE)
    return event in words("events") or any(event.removesuffix(own) in words("events") for own in _OWN)


def is_source(scene: Scene, first: int) -> bool:
    """ "اللجنة المكلفة من القمة", "المنبثقة عن المؤتمر": a meeting named only for what came of it."""
    return scene.norm(first - 1) in ("من", "عن") and bare(scene.norm(first - 2)) in any_of("mandated", "sprung")
