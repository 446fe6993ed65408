"""Receptions told by their verbal noun with both sides, in any order of its arguments.

"استقبال الرئيس فلان زعيم الحركة علانا", "استقبال الوزير لنظيره", "استقبال سموه له", "استقبالها من قبل فلان".
"""

from __future__ import annotations

from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.meetings.detection.granted import is_delegation, is_granted, is_granted_one
from ingest.mentions.meetings.detection.no_encounter import on_arrival, rumoured
from ingest.mentions.meetings.lexicon import Form, Noun, any_of, words
from ingest.mentions.meetings.scene import PARTIES, Scene, Spot, bare
from ingest.parts import Sentence

_OBJECT = 14  # tokens behind the one who receives in which the other is told
_NEAR = 9  # tokens behind a verbal noun in which somebody is named who was received
_BESIDE = frozenset({Kind.DATE, Kind.PLACE, Kind.COUNTRY, Kind.NUMBER, Kind.NISBA})


def received(scene: Scene, sentence: Sentence, at: int, form: Form) -> Spot | None:
    """ "لدى استقباله السفير", "خلال استقبالها من قبل الرئيس", "لدى استقباله وفدا": somebody received somebody."""
    if form.noun.group != "reception" or rumoured(scene, sentence, at) or on_arrival(scene, sentence, at):
        return None
    both = _has_both_sides(scene, sentence, at, form) or _of_the_throne(scene, at, form)
    both = both or is_granted_one(scene, sentence, at, form)
    if not both and not is_granted(scene, sentence, at, form):
        if not form.possessive or bare(scene.norm(at - 1)) not in words("at_receiving"):
            return None
        if not _receives(scene, sentence, at):
            return None
    noun = Noun(scene.norm(at), "bilateral", "verb")
    marks = {"pair"} if both else set()
    definite = form.definite and not form.possessive
    return Spot(at, at + 1, sentence, noun, "bilateral", form.prefix, form.cut, definite, verb="receive", marks=marks)


def _receives(scene: Scene, sentence: Sentence, at: int) -> bool:
    """Is somebody named as the object, before the clause ends? Times and places may stand in front."""
    for index in range(at + 1, min(at + _NEAR, sentence.last)):
        mention, word = scene.at(index), scene.norm(index)
        if mention is not None and mention.kind in PARTIES:
            return True
        if mention is None and (word in ".؛؟:" or bare(word) in words("saying") or word in words("that")):
            return False
        if mention is None and is_delegation(scene, index):
            return True
    return False


def _has_both_sides(scene: Scene, sentence: Sentence, at: int, form: Form) -> bool:
    """Are both told who receives and who is received: a name, a courtesy or a pronoun each?"""
    before = bare(scene.norm(at - 1))
    if (form.definite and not form.possessive) or before in words("no_reception"):
        return False
    if before in words("detached_in") and bare(scene.norm(at - 2)) in words("stood"):
        return False  # "كان في استقباله بالمطار": a welcome
    if form.possessive:
        # with a name behind it, it is read by `received`
        to_him = before in words("at_receiving") and scene.norm(at + 1) in words("to_him")
        return to_him or received_from(scene, sentence, at + 1)
    first = scene.at(at + 1)
    if first is None and is_delegation(scene, at + 1):
        return received_from(scene, sentence, at + 2)
    if first is None and scene.norm(at + 1) in words("his_courtesy"):
        return _object(scene, sentence, at + 2, None)
    if first is None or first.kind not in PARTIES or first.prefix or first.first != at + 1:
        return False
    return received_from(scene, sentence, first.last) or _object(scene, sentence, first.last, first)


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
        if not aside and word not in any_of("place_prepositions", "day_part", "houses"):
            return False
        index += 1
    return False


def received_from(scene: Scene, sentence: Sentence, start: int) -> bool:
    """ "استقبال الوزير من قبل الرئيس", "استقبال وفد الحركة من طرف الرئيس": the host stands behind "by"."""
    for index in range(start, min(start + _OBJECT, sentence.last - 2)):
        if scene.norm(index) == "من" and scene.norm(index + 1) in words("received_by"):
            host = scene.at(index + 2)
            return host is not None and host.kind in PARTIES
        mention, word = scene.at(index), scene.norm(index)
        if mention is not None and mention.kind not in _BESIDE | COLLECTIVES:
            return False
        if mention is None and (word in ".؛؟:" or bare(word) in words("saying") or scene.noun(index) is not None):
            return False
    return False


def _of_the_throne(scene: Scene, at: int, form: Form) -> bool:
    """ "الاستقبال الملكي لرئيس الحكومة": by whom is told in an adjective, who was received behind لـ."""
    if not form.definite or form.possessive or scene.norm(at + 1) not in words("of_sovereign"):
        return False
    guest = scene.at(at + 2)
    return guest is not None and guest.kind in PARTIES and guest.prefix == "ل"
