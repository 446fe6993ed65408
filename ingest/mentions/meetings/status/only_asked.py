"""Where a word of putting off in front of a meeting does not put it off: asked for, denied, or said of somebody's coming."""

from __future__ import annotations

from ingest.cues import governing
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.mentions.meetings.status.held_as import word_of


def is_setting(scene: Scene, spot: Spot) -> bool:
    """ "ألغى مشاركته في القمة", "تأجيل توقيع الاتفاق خلال الاجتماع": what is put off is something at the meeting."""
    before = scene.norm(spot.first - (2 if scene.norm(spot.first - 1) in words("this") else 1))
    return spot.prefix.endswith("ب") or bare(before) in words("within") or before in words("margin") or before == "الي"


def only_asked(scene: Scene, spot: Spot, index: int) -> bool:
    """ "دعوات إلى تأجيل القمة", "إلغاء أو تأجيل القمة", "إلغاء المؤتمر غير وارد": not done."""
    if "او" in (scene.norm(index - 1), scene.norm(index + 1)):
        return True
    if coming_only(scene, spot, index):
        return True
    unsure = governing(scene.reading, spot.sentence, index) in ("denied", "supposed")
    if unsure or word_of(scene, spot.sentence, index) is not None:
        return True  # "نفت الوزارة ما تردد عن تأجيل المؤتمر", "رفض تأجيل القمة"
    front = [bare(scene.norm(i)) for i in range(max(index - 3, spot.sentence.first), index) if scene.at(i) is None]
    behind = range(spot.last, min(spot.last + 5, spot.sentence.last))
    asked = any(word in words("only_asked") or word[1:] in words("only_asked") for word in front)
    return asked or any(
        scene.norm(i) in words("out_of_question") and scene.norm(i - 1) in words("not_so") for i in behind
    )


def coming_only(scene: Scene, spot: Spot, index: int) -> bool:
    """ "ألغى الرئيس مشاركته في القمة": that he comes is called off, and not the summit."""
    return any(scene.at(i) is None and bare(scene.norm(i)) in words("own_part") for i in range(index + 1, spot.first))
