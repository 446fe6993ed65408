"""Two who meet and need no name: "وزيرا خارجية A وB", "الرئيسان الألفي والبائي", "وفدا A وB".

They are the subject of a verb of meeting, or of one that holds talks.
"""

from __future__ import annotations

from ingest.mention import Kind
from ingest.mentions.meetings.detection.no_encounter import by_telephone
from ingest.mentions.meetings.detection.no_meeting import other_than_talks
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.parts import Sentence

_OFFICE = 3  # tokens between "the two ministers of" and their countries
_FRONT = 9  # tokens in front of a verb in which its subject begins
_VERB = 28  # tokens in front of talks in which the verb stands that holds them
_WHERE = 14  # tokens behind a verb of discussing in which place or day is told
_SOMEBODY = frozenset({Kind.PERSON, Kind.TITLE})
_NATIONS = frozenset({Kind.COUNTRY, Kind.NISBA})


def pair_at(scene: Scene, sentence: Sentence, at: int) -> int | None:
    """The end of a pair that begins at a token."""
    if at >= sentence.last or scene.at(at) is not None or bare(scene.norm(at)) not in words("duals"):
        return None
    index = at + 1
    while index <= at + _OFFICE and scene.at(index) is None and scene.norm(index) in words("dual_offices"):
        index += 1
    first = scene.at(index)
    second = scene.at(first.last) if first is not None else None
    if first is None or second is None or first.first != index or first.prefix or second.last > sentence.last:
        return None
    joined = second.prefix == "و" and first.kind in _NATIONS and second.kind is first.kind
    third = scene.at(second.last)
    return None if not joined or (third is not None and third.kind is first.kind and third.prefix == "و") else second.last


def pair_beside(scene: Scene, sentence: Sentence, verb: int) -> bool:
    """Is a pair the subject of a verb: behind it, or in front of it?"""
    if pair_at(scene, sentence, verb + 1) is not None:
        return True
    ends = (verb, verb - 1 if scene.norm(verb - 1) in words("had") else verb)
    return any(pair_at(scene, sentence, i) in ends for i in range(max(verb - _FRONT, sentence.first), verb))


def pair_meets(scene: Scene, sentence: Sentence, at: int, group: str) -> bool:
    """ "اجتمع وزيرا خارجية A وB"; they discuss something, where place or day is told."""
    if group in ("meet", "gather") and _two_sides_in(scene, sentence, at):
        return True
    if group == "discuss" and _named_pair_there(scene, sentence, at):
        return True
    if group not in ("meet", "gather", "confer", "discuss") or not pair_beside(scene, sentence, at):
        return False
    end = min(at + _WHERE, sentence.last)
    if any(scene.norm(i) == "مع" and scene.at(i) is None for i in range(at, end)):
        return False
    told = any(m.kind in (Kind.DATE, Kind.PLACE) for m in scene.between(at, end))
    return told or group != "discuss"


def _named_pair_there(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "بحث الوزير فلان ونظيره علان، أمس في تونس، …": two, and the place where they do before what they talk about."""
    index = _behind_two(scene, at + 1) or (at + 1 if _two_in_front(scene, sentence, at) else None)
    if index is None or by_telephone(scene, sentence):
        return False
    for _ in range(_WHERE):
        mention, word = scene.at(index), scene.norm(index)
        if index >= sentence.last or (mention is None and word not in words("when_and_where")):
            return False
        if mention is not None and mention.kind in (Kind.PLACE, Kind.COUNTRY):
            led = mention.prefix == "ب" or bare(scene.norm(index - 1)) in words("place_prepositions")
            return led and "area" not in mention.tags
        if mention is not None and mention.kind is not Kind.DATE:
            return False
        index = mention.last if mention is not None else index + 1
    return False


def _behind_two(scene: Scene, at: int) -> int | None:
    """The end of two who are joined by و and begin at a token."""
    one = scene.at(at)
    if one is None or one.kind not in _SOMEBODY or one.prefix:
        return None
    two = scene.at(one.last + (scene.norm(one.last) in "،,"))
    return two.last if two is not None and two.kind in _SOMEBODY and two.prefix.startswith("و") else None


def _two_in_front(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "فلان وعلان يبحثان": the two in front of a verb in the dual."""
    if not scene.norm(at).endswith(("ان", "ثا", "شا", "ضا", "سا")):
        return False
    starts = range(max(at - _FRONT, sentence.first), at)
    return any(_behind_two(scene, i) == at for i in starts if (m := scene.at(i)) is not None and m.first == i)


def _two_sides_in(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "يلتقي الطرفان ثانية في عمان", "اجتمع الجانبان أمس في باريس": two sides of talks, and the city in which they meet."""
    if at + 3 >= sentence.last or scene.at(at + 1) is not None or scene.norm(at + 1) not in words("two_sides"):
        return False
    for index in range(at + 2, min(at + _FRONT, sentence.last)):
        mention, word = scene.at(index), scene.norm(index)
        if mention is None and (word in ".؛:،" or word in ("مع", "علي") or scene.noun(index) is not None):
            return False
        if mention is not None and mention.kind is Kind.PLACE:
            led = mention.prefix == "ب" or scene.norm(index - 1) in words("place_prepositions")
            behind = range(index + 1, min(index + _FRONT, sentence.last - 1))
            return led and "area" not in mention.tags and not other_than_talks(scene, behind)
    return False


def holds_talks(scene: Scene, spot: Spot) -> bool:
    """ "عقد وفدا A وB في … جلسة محادثات": the pair is the subject of the verb of holding in front."""
    if spot.verb or spot.definite or spot.kind in ("summit", "conference"):
        return False
    for index in range(spot.first - 1, max(spot.first - _VERB, spot.sentence.first) - 1, -1):
        word = bare(scene.norm(index))
        if word in ".؛:" or (scene.noun(index) is not None and scene.at(index) is None):
            return False
        if scene.at(index) is None and word.removeprefix("س") in words("waging"):
            return pair_beside(scene, spot.sentence, index)
    return False
