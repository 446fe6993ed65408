"""Days on which somebody travels to a meeting, calls for it or issues what it brought: none of them is its day."""

from __future__ import annotations

from ingest.mention import Mention
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.mentions.meetings.status.when import beside_today

_CLAUSE = 12  # tokens in front of a date in which the verb of travelling stands


def of_journey(scene: Scene, spot: Spot, date: Mention) -> bool:
    """ "زار أمس … لعقد اجتماع", "دعا الشهر الماضي … لاجتماع", "تصدر اليوم توصيات عن الاجتماع": not its day."""
    if _on_the_way(scene, spot, date):
        return True
    before = bare(scene.norm(spot.first - 1))
    if before == "عن":  # but "الإعلان الصادر في 8 يونيو عن الاجتماع"
        return not {scene.norm(date.first - 1), scene.norm(date.first - 2)} & words("issued")
    said = {scene.norm(i) for i in range(date.first, date.last)}
    aim = before in words("purpose") or (spot.prefix.endswith("ل") and spot.noun.group not in ("session", "works"))
    return aim and bool(said & words("yesterday"))


def _on_the_way(scene: Scene, spot: Spot, date: Mention) -> bool:
    """ "وصل الوزير أمس إلى جدة حيث يشارك في القمة التي تفتتح …": on that day he travelled; the meeting has its own."""
    dated = date.date is not None and date.date.start is not None and date.date.start.day is not None
    if not dated or beside_today(scene.document, date) > 0:
        return False  # "يتوجه الأحد المقبل إلى باريس للمشاركة"
    before = any(scene.norm(i) in words("yesterday") for i in range(date.first, date.last))
    aims = words("journey_for") if before else words("journey_for") - {"حيث"}  # "وصل اليوم حيث ترأس"
    if not any(scene.norm(i) in aims for i in range(date.last, spot.first)):
        return False
    front = range(max(spot.sentence.first, date.first - _CLAUSE), date.first)
    return any(bare(scene.norm(i)) in words("travel") for i in front)
