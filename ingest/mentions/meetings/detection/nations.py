"""Officials without names who meet those of another state, or somebody named.

"اجتمع مسؤولون أمريكيون مع مسؤولين إيرانيين", "التقى دبلوماسيون مصريون بنظرائهم الأتراك", "بحث وفد قطري مع الوزير".
"""

from __future__ import annotations

from ingest.mention import COLLECTIVES, Kind
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import PARTIES, Scene, bare
from ingest.parts import Sentence

_WORDS = 3  # tokens between such people and the adjective of their state
_PARTNER = 14  # tokens behind them in which the other side stands
_MEET = frozenset({"meet", "gather", "confer", "discuss"})


def unnamed_meet(scene: Scene, sentence: Sentence, at: int, group: str) -> bool:
    """Is one side of a verb of meeting, or are both, people of a state or body who have no name?"""
    return _nations_meet(scene, sentence, at, group) or _meets_people(scene, sentence, at, group)


def _nations_meet(scene: Scene, sentence: Sentence, at: int, group: str) -> bool:
    """Are officials of a state the subject behind a verb of meeting, and its other side behind "with" or ب?"""
    if group not in _MEET:
        return False
    end = _officials(scene, sentence, at + 1)
    if end is None:
        return False
    for index in range(end, min(end + _PARTNER, sentence.last - 1)):
        word = scene.norm(index)
        if scene.at(index) is None and (word in ".؛:" or bare(word) in words("saying") or word in words("relative")):
            return False
        if word == "مع" and scene.at(index) is None:
            partner = scene.at(index + 1) or scene.at(index + 2)
            return _officials(scene, sentence, index + 1) is not None or (partner is not None and partner.kind in PARTIES)
        if group != "discuss" and word.startswith("ب"):
            beside = scene.at(index)
            if (beside is not None and beside.kind in PARTIES) or _officials(scene, sentence, index, "ب") is not None:
                return True
    return False


def _meets_people(scene: Scene, sentence: Sentence, at: int, group: str) -> bool:
    """ "اجتمع الرئيس، أمس، مع وفد من البنك الدولي": somebody behind the verb, and with whom: people of a body or state."""
    subject = scene.at(at + 1)
    if group not in ("gather", "confer") or subject is None or subject.kind not in PARTIES or subject.prefix:
        return False
    for index in range(subject.last, min(subject.last + _PARTNER, sentence.last - 2)):
        word = scene.norm(index)
        if scene.at(index) is None and (word in ".؛:" or bare(word) in words("saying") or word in words("relative")):
            return False
        if word == "مع" and scene.at(index) is None:
            people = scene.norm(index + 1).removeprefix("ال")
            if people not in words("delegation") and people not in words("unnamed_officials"):
                return False
            owners = (scene.at(i) for i in range(index + 2, min(index + 2 + _WORDS, sentence.last)))
            return any(m is not None and (m.kind in COLLECTIVES or m.kind in (Kind.NISBA, Kind.COUNTRY)) for m in owners)
    return False


def _officials(scene: Scene, sentence: Sentence, index: int, prefix: str = "") -> int | None:
    """The end of such people who begin at a token: up to the adjective of their state."""
    word = scene.norm(index).removeprefix(prefix).removeprefix("ال") if index < sentence.last else ""
    if scene.at(index) is not None or word not in words("unnamed_officials"):
        return None
    for behind in range(index + 1, min(index + 1 + _WORDS, sentence.last)):
        nation = scene.at(behind)
        if nation is not None:
            former = scene.norm(nation.last).startswith(tuple(words("begins_former")))
            return nation.last if nation.kind is Kind.NISBA and not former else None
    return None
