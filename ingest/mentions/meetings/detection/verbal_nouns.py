"""Receptions told by their verbal noun with both sides, in any order of its arguments.

"استقبال الرئيس فلان زعيم الحركة علانا", "استقبال الوزير لنظيره", "استقبال سموه له", "استقبالها من قبل فلان".
"""

from __future__ import annotations

from ingest.mentions.meetings.lexicon import Form, words
from ingest.mentions.meetings.scene import PARTIES, Scene, bare
from ingest.mentions.mention import Kind, Mention
from ingest.parts import Sentence

_OBJECT = 14  # tokens behind the one who receives in which the other is told
_BESIDE = frozenset({Kind.DATE, Kind.PLACE, Kind.COUNTRY, Kind.NUMBER, Kind.NISBA})


def has_both_sides(scene: Scene, sentence: Sentence, at: int, form: Form) -> bool:
    """Are both told who receives and who is received: a name, a courtesy or a pronoun each?"""
    before = bare(scene.norm(at - 1))
    if (form.definite and not form.possessive) or before in words("no_reception"):
        return False
    if before in ("في", "ب") and bare(scene.norm(at - 2)) in words("stood"):
        return False  # "كان في استقباله بالمطار": a welcome
    if form.possessive:
        return before in words("at_receiving") and scene.norm(at + 1) in words("to_him")  # a noun behind it is read by `encounters`
    first = scene.at(at + 1)
    if first is None and scene.norm(at + 1) in words("his_courtesy"):
        return _object(scene, sentence, at + 2, None)
    if first is None or first.kind not in PARTIES or first.prefix or first.first != at + 1:
        return False
    return _by(scene, sentence, first.last) or _object(scene, sentence, first.last, first)


def _object(scene: Scene, sentence: Sentence, start: int, host: Mention | None) -> bool:
    """Is the other side told behind the first: at most days and places stand between?"""
    index = start
    while index < min(start + _OBJECT, sentence.last):
        mention, word = scene.at(index), scene.norm(index)
        if mention is not None and mention.kind in PARTIES:
            # "استقبال رئيس اللجنة فلان" is one who is received
            named = host is not None and host.kind is Kind.TITLE and index == start and mention.kind is Kind.PERSON
            return mention.prefix in ("", "ل") and not (named and not mention.prefix)
        if mention is not None:
            if mention.kind not in _BESIDE:
                return False
            index = mention.last
            continue
        if word in words("to_him"):
            return True
        if word.removeprefix("ل") in words("delegation") and index <= start + _OBJECT // 2:
            return True
        aside = index > start and word in "،,-"
        if not aside and word not in words("place_prepositions") | words("day_part") | words("houses"):
            return False
        index += 1
    return False


def _by(scene: Scene, sentence: Sentence, start: int) -> bool:
    """ "استقبال الوزير من قبل الرئيس"."""
    for index in range(start, min(start + _OBJECT, sentence.last - 2)):
        if scene.norm(index) == "من" and scene.norm(index + 1) in words("received_by"):
            host = scene.at(index + 2)
            return host is not None and host.kind in PARTIES
        mention = scene.at(index)
        if mention is not None and mention.kind not in _BESIDE:
            return False
    return False
