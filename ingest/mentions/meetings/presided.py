"""Whether somebody is told to preside over a meeting, or to be there, by a verb in front of it or one behind it."""

from __future__ import annotations

from ingest.mention import BODIES, Kind
from ingest.mentions.meetings.lexicon import any_of, words
from ingest.mentions.meetings.scene import PARTIES, Scene, Spot, bare
from ingest.mentions.meetings.word_places import said_bare
from ingest.parts import Sentence

_REACH = 14  # tokens around a meeting in which the verb stands


def is_presided(scene: Scene, spot: Spot) -> bool:
    """ "ترأست الوزيرة جلسة عمل": somebody presides, so it took place or will."""
    if spot.verb or spot.noun.group not in ("noun", "session"):
        return False
    if _behind(scene, spot):
        return True
    index = spot.first - 1
    while index >= max(spot.first - _REACH, spot.sentence.first):
        mention = scene.at(index)
        word = bare(scene.norm(index))
        if mention is None and word in words("chairs"):
            people = scene.between(max(index - 8, spot.sentence.first), spot.first)
            return any(m.kind in PARTIES for m in people)
        if mention is None and word.isalpha() and word not in words("chair_gap") and spot.first - index > 2:
            return False
        index -= 1
    return False


def _behind(scene: Scene, spot: Spot) -> bool:
    """ "اجتماع …، وترأسه الوزير فلان": the verb behind it, with a pronoun of its gender, and who presides."""
    pronoun = "ها" if scene.norm(spot.first).endswith(("ه", "ات")) else "ه"
    for index in range(spot.last, min(spot.last + _REACH, spot.sentence.last - 1)):
        word = bare(scene.norm(index))
        if word in ".؛:" or (scene.noun(index) is not None and scene.at(index) is None):
            return False
        if word in words("presided") and word.endswith(pronoun):
            who = scene.at(index + 1)
            return who is not None and who.kind in PARTIES and (pronoun == "ها" or not word.endswith("ها"))
    return False


def is_attended(scene: Scene, spot: Spot, *verbs: str) -> bool:
    """ "شارك فلان أمس في المؤتمر", "حضر فلان القمة": a verb of some lists leads to a meeting."""
    return not spot.verb and attends(scene, spot.sentence, spot.first, *verbs)


def attends(scene: Scene, sentence: Sentence, at: int, *verbs: str) -> bool:
    """Does a verb of being there lead to a token: nobody but who was there, and the day or place, stand between?"""
    front = said_bare(scene, max(at - _REACH, sentence.first), at, *verbs)
    verb = front[-1] if front else at
    for index in range(verb + 1, at):
        word = bare(scene.norm(index))
        if scene.at(index) is None and word.isalpha() and word not in any_of("chair_gap", "at_the_works"):
            return False
    beside = scene.at(verb + 1) is not None or verb + 1 == at or scene.norm(verb + 1) in words("at_the_works")
    return verb < at and scene.at(verb) is None and scene.norm(verb - 1) not in words("no_event_before") and beside


def of_members(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "تشارك مصر وقبرص في منتدى غاز شرق المتوسط": states take part in a known body as its members."""
    body = scene.at(at)
    if body is None or body.kind not in BODIES or body.referent is None or "/" not in body.referent.key:
        return False
    kinds = {mention.kind for mention in scene.between(max(at - _REACH, sentence.first), at)}
    return Kind.COUNTRY in kinds and Kind.PERSON not in kinds and Kind.TITLE not in kinds


def _states_behind(scene: Scene, at: int, last: int) -> bool:
    """ "اجتماع حول الأزمة بمشاركة ألمانيا وفرنسا": two states or more."""
    two = [*scene.between(at, min(at + 3, last))][:2]
    return len(two) == 2 and two[0].first == at and all(one.kind is Kind.COUNTRY for one in two)


def told_behind(scene: Scene, spot: Spot) -> bool:
    """ "اجتماع على مستوى الخبراء حضره فلان", "شارك فيه الوزير": the verb in its relative clause, and who was there."""
    if spot.verb or spot.definite or spot.noun.group not in ("noun", "session"):
        return False
    feminine = spot.noun.lemma.endswith(("ه", "ات"))
    last = min(spot.last + _REACH, spot.sentence.last - 1)
    for index in said_bare(scene, spot.last, last, "attended_it", "comes_to", "with_company"):
        between = range(spot.last, index)
        if any(scene.norm(i) in ".؛:" or (scene.noun(i) is not None and scene.at(i) is None) for i in between):
            return False
        word = bare(scene.norm(index))
        if word in words("with_company"):
            return _states_behind(scene, index + 1, spot.sentence.last)
        behind = index + 1 if word in words("attended_it") else index + 2
        pronoun = word if behind == index + 1 else scene.norm(index + 1)
        mine = pronoun.endswith("ها") == feminine and (behind == index + 1 or pronoun in words("in_it"))
        who = scene.at(behind)
        if mine and who is not None and who.kind in PARTIES:
            return True
    return False
