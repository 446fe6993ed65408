"""Encounters whose other side is a pronoun, that are granted, or told as being a guest or shaking hands.

"والتقاه نظيره فلان", "اجتمع به فلان", "حظي باستقبال من فلان", "حل ضيفا على فلان", "صافح فلان فلانا".
"""

from __future__ import annotations

from ingest.mention import Kind
from ingest.mentions.meetings.lexicon import Form, words
from ingest.mentions.meetings.scene import PARTIES, Scene, bare
from ingest.parts import Sentence

_PEOPLE = frozenset({Kind.PERSON, Kind.TITLE})
_PARTNER = 9  # tokens behind a verb in which the delegation meets somebody
_BEHIND = 60  # tokens behind a greeting in which a meeting of the two may be named
_GRANT = 16  # tokens in front of a reception in which it is granted


def with_pronoun(scene: Scene, sentence: Sentence, at: int) -> bool:
    """Is the other side glued to the verb or to its preposition, and somebody named beside it the subject?"""
    word, start = scene.norm(at), at + 1
    if scene.norm(start) in words("with_him"):
        start += 1
    elif not word.endswith(("ه", "ها", "هم", "هما")):
        return False
    if at > sentence.first and scene.norm(at - 1) in words("relative"):
        return False
    while start < sentence.last and scene.at(start) is None and scene.norm(start) in words("honorific"):
        start += 1
    mention = scene.at(start) if start < sentence.last else None
    return mention is not None and mention.kind in _PEOPLE and not mention.prefix


def of_delegation(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "سيجتمع الوفد برئيس الجمهورية فلان", "التقى الوفد الوزير فلانا": a delegation without a name is the subject."""
    if bare(scene.norm(at + 1)) not in words("the_delegation"):
        return False
    for index in range(at + 2, min(at + _PARTNER, sentence.last)):
        mention, word = scene.at(index), scene.norm(index)
        if mention is None and (word in ".؛:،" or bare(word) in words("saying")):
            return False
        if mention is not None and mention.kind in _PEOPLE and mention.first == index:
            return mention.prefix in ("", "ب")
    return False


def is_guest(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "حل الرئيس فلان ضيفا على نظيره", "نزل الوزير ضيفا على الملك": of somebody, and not of a body or a programme."""
    for index in range(at + 1, min(at + _GRANT, sentence.last - 2)):
        word = scene.norm(index)
        if scene.at(index) is None and word in words("as_guest"):
            host = scene.at(index + 2)
            sides = scene.between(max(at - 4, sentence.first), index)
            named = host is not None and host.kind in PARTIES and any(m.kind in PARTIES for m in sides)
            return named and scene.norm(index + 1) in ("علي", "عند", "لدي")
        if word in ".؛:" or bare(word) in words("saying"):
            return False
    return False


def greets(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "صافح الرئيس فلان نظيره علانا، الاثنين في بالي": two who are named, and where or when."""
    one = scene.at(at + 1)
    index = one.last if one is not None else at
    while ((aside := scene.at(index)) is not None and aside.kind in (Kind.DATE, Kind.PLACE)) or scene.norm(index) == "في":
        index = aside.last if aside is not None else index + 1
    two = scene.at(index) if one is not None else None
    if one is None or two is None or one.kind not in PARTIES or two.kind not in PARTIES or one.prefix or two.prefix:
        return False
    if any(scene.noun(i) is not None and scene.at(i) is None for i in range(at + 1, min(sentence.last, at + _BEHIND))):
        return False  # "صافح فلان فلانا قبل محادثات": those are the meeting
    behind = scene.between(one.last, min(two.last + _PARTNER, sentence.last))
    return any(m.kind is Kind.DATE or (m.kind is Kind.PLACE and "area" not in m.tags) for m in behind)


def is_granted(scene: Scene, sentence: Sentence, at: int, form: Form) -> bool:
    """ "حظي الوزير باستقبال من الرئيس", "خص الرئيس الوزير باستقبال": a reception of somebody named by somebody named."""
    if form.prefix != "ب" or form.possessive or form.definite:
        return False
    front = range(at - 1, max(at - _GRANT, sentence.first) - 1, -1)
    verb = next((i for i in front if bare(scene.norm(i)) in words("granted")), None)
    if verb is None or any(scene.norm(i) in ".؛:" for i in range(verb, at)):
        return False
    if not _somebody_behind(scene, verb, at):
        return False
    first = max(verb - 8, sentence.first)
    sides = [m for m in scene.between(first, min(at + 10, sentence.last)) if m.kind in PARTIES]
    delegation = any(is_delegation(scene, i) for i in range(first, at) if scene.at(i) is None)
    return len(sides) + delegation >= 2


def _somebody_behind(scene: Scene, verb: int, at: int) -> bool:
    """Is the subject of a verb of granting somebody, if it stands behind: "حظي الوزير", not "حظي فيلم عن الملك"?"""
    for index in range(verb + 1, at):
        mention, word = scene.at(index), bare(scene.norm(index))
        if mention is not None and mention.kind is not Kind.DATE:
            return True
        if mention is None and (is_delegation(scene, index) or word in words("honorific") or word in "،,"):
            return True
        if mention is None and word in ("عن", "حول"):
            return False
    return True


def is_granted_one(scene: Scene, sentence: Sentence, at: int, form: Form) -> bool:
    """ "الاستقبال الذي خص به الرئيس الوزير", "الاستقبال الذي حظي به الوزير من قبل الرئيس": both named behind it."""
    if not form.definite or form.possessive or scene.norm(at + 1) not in words("relative"):
        return False
    if scene.norm(at + 2) not in words("granted"):
        return False
    end = next((i for i in range(at + 3, min(at + _GRANT, sentence.last)) if scene.norm(i) in ".؛:"), at + _GRANT)
    return sum(m.kind in PARTIES for m in scene.between(at + 3, min(end, sentence.last))) >= 2


def is_delegation(scene: Scene, index: int) -> bool:
    """ "وفدا", "بوفد", "سفراء", "أعضاء": people without a name of their own."""
    word = bare(scene.norm(index))
    stem = word[1:] if word[:1] in "بل" and word[1:] in words("delegation") else word
    return stem in words("delegation")
