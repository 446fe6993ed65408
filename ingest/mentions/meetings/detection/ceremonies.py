"""Nouns that tell of a gathering only with something beside them: a signing, a reception, those who are gathered."""

from __future__ import annotations

from ingest.mention import Kind
from ingest.mentions.meetings.lexicon import Form, words
from ingest.mentions.meetings.scene import Scene, bare
from ingest.parts import Sentence


def is_ceremony(scene: Scene, sentence: Sentence, form: Form, at: int) -> bool:
    """ "احتضن المقر توقيع اتفاق"; "السفراء المجتمعون في بروكسل"; "حضر الاستقبال", behind a verb of receiving."""
    if form.noun.group == "gathered":
        return form.definite and _in_a_city(scene, at + 1)
    if form.noun.group == "signing":
        before = (bare(scene.norm(i)) for i in range(max(at - 12, sentence.first), at))
        return not form.definite and not form.prefix and any(word in words("hosting") for word in before)
    received = scene.first_encounter < at
    return received and form.definite and bare(scene.norm(at - 1)) in words("at_reception")


def _in_a_city(scene: Scene, index: int) -> bool:
    """ "المجتمعون في بروكسل", "المجتمعين اليوم الاثنين بجدة": at most the day stands in front of the city."""
    near = None
    for _ in range(3):
        near = scene.at(index) or (scene.at(index + 1) if scene.norm(index) == "في" else None)
        if near is None or near.kind is not Kind.DATE:
            break
        index = near.last
    return near is not None and near.kind is Kind.PLACE and "area" not in near.tags
