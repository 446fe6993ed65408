"""Nouns that tell of a gathering only with something beside them: a signing, a reception, those who are gathered."""

from __future__ import annotations

from ingest.mention import Kind
from ingest.mentions.meetings.lexicon import Form, words
from ingest.mentions.meetings.scene import Scene, bare
from ingest.parts import Sentence

_NEAR = 12  # tokens in front of a signing in which it is told what hosts it


def is_ceremony(scene: Scene, sentence: Sentence, form: Form, at: int) -> bool:
    """ "احتضن المقر توقيع اتفاق"; "السفراء المجتمعون في بروكسل"; "حضر الاستقبال", behind a verb of receiving."""
    if form.noun.group == "gathered":
        return form.definite and _in_a_city(scene, at + 1)
    if form.noun.group == "signing":
        before = range(at - 1, max(at - _NEAR, sentence.first) - 1, -1)
        host = next((i for i in before if bare(scene.norm(i)) in words("hosting")), None)
        bare_noun = not form.definite and not form.prefix
        return bare_noun and host is not None and not _at_a_meeting(scene, sentence, host, at)
    received = scene.first_encounter < at
    return received and form.definite and bare(scene.norm(at - 1)) in words("at_reception")


def _at_a_meeting(scene: Scene, sentence: Sentence, host: int, at: int) -> bool:
    """ "تشهد اجتماعات اللجنة توقيع اتفاق", "الزيارة والقمة التي شهدت توقيع": an item of the meeting that sees it."""
    if any(scene.noun(i) is not None for i in range(host + 1, at)):
        return True
    if host + 1 < at or bare(scene.norm(host)) not in words("sees"):
        return False  # "على هامش القمة، شهدت الرياض توقيع"
    for index in range(host - 1, max(host - _NEAR, sentence.first) - 1, -1):
        if scene.noun(index) is not None:
            return True
        if scene.at(index) is None and scene.norm(index) in ".؛:،,":
            return False
    return False


def _in_a_city(scene: Scene, index: int) -> bool:
    """ "المجتمعون في بروكسل", "المجتمعين اليوم الاثنين بجدة": at most the day stands in front of the city."""
    near = None
    for _ in range(3):
        near = scene.at(index) or (scene.at(index + 1) if scene.norm(index) == "في" else None)
        if near is None or near.kind is not Kind.DATE:
            break
        index = near.last
    return near is not None and near.kind is Kind.PLACE and "area" not in near.tags
