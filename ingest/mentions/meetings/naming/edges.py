"""Talks told by the hour of another meeting: "التقى فلان، قبيل انطلاق الأعمال، نظيره", "عقب الجلسة الافتتاحية".

They are held on its margins, though nobody says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import Scene, Spot, bare

_NEAR = 9  # tokens in front of a spot, or behind those who meet, in which the hour is told
_GATHERINGS = frozenset({"summit", "conference", "ministerial"})


def is_edge(norms: Sequence[str], index: int) -> bool:
    """Does "قبيل انطلاق الأعمال", "عقب الجلسة", "سبقت الافتتاح", "بالمناسبة" begin at a token?"""
    word = bare(norms[index])
    if word in words("on_occasion"):
        return True
    if word not in words("at_the_edge") or index + 2 >= len(norms):
        return False
    behind = norms[index + 1]
    if behind in words("part_of_meeting"):
        return True
    return behind in words("edge_of") and norms[index + 2] in words("part_of_meeting") | words("edge_of_whole")


def at_the_edge(scene: Scene, spot: Spot, last: int) -> bool:
    """Are the talks of a spot, which end with the token `last`, told by the hour of a gathering spoken of before?"""
    near = range(max(spot.first - _NEAR, spot.sentence.first), min(max(last, spot.last) + _NEAR, spot.sentence.last))
    norms = scene.document.norms
    if not any(scene.at(i) is None and is_edge(norms, i) for i in near):
        return False
    told = (scene.noun(i) for i in scene.noun_places if i < spot.sentence.first)
    return any(form is not None and (form.noun.kind in _GATHERINGS or form.noun.group == "session") for form in told)
