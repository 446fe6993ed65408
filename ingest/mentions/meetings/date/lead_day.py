"""The day that a sentence tells first, of what was done at a meeting: "أرجأ الوزراء، أمس، البت … في ختام أعمال الدورة"."""

from __future__ import annotations

from ingest.mention import Kind, Mention
from ingest.mentions.meetings.lexicon import any_of, words
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.mentions.meetings.word_places import said

_LEAD = 12  # tokens from the beginning of a sentence in which the day is told on which it was done


def of_the_lead(scene: Scene, spot: Spot) -> Mention | None:
    """ "أرجأ الوزراء، أمس، البت في … في ختام أعمال الدورة": the day on which it was done at a meeting is its day."""
    if spot.verb or {"previous", "new", "following"} & spot.marks:
        return None
    first = spot.sentence.first
    closing = _closing(scene, spot)
    if not closing and not (scene.norm(spot.first - 1) == "في" and spot.possessive):
        return None
    for mention in scene.starting(first, min(first + _LEAD, spot.first)):
        if mention.kind is not Kind.DATE or mention.date is None or mention.date.start is None:
            continue
        front = range(first, mention.first)
        if any(scene.at(i) is None and (scene.noun(i) is not None or scene.norm(i) in ".؛:") for i in front):
            return None
        if said(scene, mention.last, spot.first, "agreed_upon"):
            return None  # "وقع أمس اتفاقا تم التوصل إليه خلال القمة"
        day = {scene.norm(i) for i in range(mention.first, mention.last)}
        if not closing and any(bare(scene.norm(i)) in words("saying") for i in front):
            return None  # "قال الوزير أمس … في اجتماعهم"
        near = day & (any_of("yesterday", "today")) or "weekday" in mention.tags
        return mention if near and not day & words("tomorrow") else None
    return None


def _closing(scene: Scene, spot: Spot) -> bool:
    """ "في ختام أعمال الدورة", "خلال الجلسة": what was done, was done at the meeting."""
    at = spot.first - 1
    return bare(scene.norm(at)) in words("at_it")
