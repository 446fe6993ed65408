"""Sessions told by the verbal noun of holding with the body that meets: "الاتفاق على عقد اللجنة المشتركة"."""

from __future__ import annotations

from ingest.mention import COLLECTIVES
from ingest.mentions.meetings.lexicon import Noun, words
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.parts import Sentence

SESSION = Noun("انعقاد", "other", "body")


def to_be_held(scene: Scene, sentence: Sentence, at: int) -> Spot | None:
    """ "الاتفاق على عقد اللجنة المشتركة", "قبل انعقاد المجلس الوطني": the verbal noun with the body that meets."""
    word, body = scene.norm(at), scene.at(at + 1)
    if body is None or body.kind not in COLLECTIVES or body.first != at + 1 or body.prefix:
        return None
    holding = next((noun for noun in words("its_holding") if word.endswith(noun)), None)
    if bare(word) == holding and bare(scene.norm(at - 1)) not in words("agreed"):
        return None  # the verb, or a contract
    behind = range(body.last, min(body.last + 9, sentence.last))
    if any(scene.noun(i) is not None and scene.at(i) is None for i in behind):
        return None
    spot = Spot(at, at + 1, sentence, SESSION, "other", word.removesuffix(holding) if holding is not None else "")
    if holding is not None:
        spot.marks.add("following")
    return spot
