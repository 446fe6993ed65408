"""Verbs of meeting that need something beside them, or that something beside them takes away.

Credentials make "received" an encounter; a greeting on arrival and talks by telephone are none.
"""

from __future__ import annotations

from ingest.mention import Kind
from ingest.mentions.meetings.lexicon import any_of, words
from ingest.mentions.meetings.scene import PARTIES, Scene, bare
from ingest.mentions.meetings.word_places import said
from ingest.parts import Sentence

_MATCH = 14  # tokens behind a verb in which the match is told

_GREETED = 90  # tokens in front of "كما استقبل" in which another was received at the airport


def on_arrival(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "استقبله في المطار", "عند وصوله إلى مطار …": a greeting."""
    again = scene.norm(at - 1) == "كما" and bare(scene.norm(at))[:1] == "ا"  # "… في المطار، كما استقبل …"
    reach = range(max(at - (_GREETED if again else 4), sentence.first), min(at + 22, sentence.last))
    if any(_arrives(scene, i) for i in range(at + 1, reach.stop - 1)):
        return True
    return any(scene.norm(i) in words("arrival") for i in reach) or (again and _welcomed(scene, at))


def _arrives(scene: Scene, at: int) -> bool:
    """ "استقبل فلان لدى وصوله إلى طهران السفير": in a city or a state, not at a palace."""
    if scene.norm(at) not in words("comes_there") or scene.norm(at - 1) not in words("just_as_he_came"):
        return False
    place = scene.at(at + 1 + (scene.norm(at + 1) in ("الي", "في")))
    return place is not None and place.kind in (Kind.PLACE, Kind.COUNTRY)


def _welcomed(scene: Scene, at: int) -> bool:
    """ "وكان في استقباله الرئيس … كما استقبل الرئيس فلانا": another was welcomed in front."""
    front = range(max(0, at - _GREETED), at)
    return any(bare(scene.norm(i)) in words("in_welcome") and bare(scene.norm(i - 1)) == "في" for i in front)


def is_welcome(scene: Scene, at: int) -> bool:
    """ "استقبلت الرياض أول قمة", "استقبل المشاركين الوزير فلان": a city that hosts, guests of a conference."""
    subject = scene.at(at + 1)
    hosting = subject is not None and subject.kind in (Kind.PLACE, Kind.COUNTRY) and not subject.prefix
    front = at - 1
    while scene.norm(front) in words("had"):
        front -= 1
    land = scene.at(front) is None and scene.norm(front) in words("own_land")  # "تكون البلاد قد استقبلت"
    return hosting or land or scene.norm(at + 1) in words("guests") or scene.norm(at + 1) in words("own_land")


def with_credentials(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "تسلم الوزير أوراق اعتماد السفير", "قدم السفير أوراق اعتماده إلى الرئيس"."""
    accreditation = tuple(words("accreditation"))
    for index in range(at + 1, min(at + 16, sentence.last - 1)):
        if bare(scene.norm(index)) in words("credentials") and scene.norm(index + 1).startswith(accreditation):
            sides = scene.between(max(at - 10, sentence.first), min(index + 14, sentence.last))
            return sum(m.kind in PARTIES for m in sides) >= 2
        if scene.norm(index) in ".؛:":
            return False
    return False


def by_telephone(scene: Scene, sentence: Sentence) -> bool:
    reach = max(sentence.first - 40, 0), min(sentence.last, sentence.first + 60)
    return bool(said(scene, *reach, "by_telephone"))


def at_a_match(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "التقى الجانبان المصري والتركي في مباراة ودية": teams play, where nobody is named."""
    for index in range(at + 1, min(at + _MATCH, sentence.last)):
        mention, word = scene.at(index), scene.norm(index)
        if word in ".؛:" or (mention is not None and mention.kind is Kind.PERSON):
            return False
        if mention is None and (word[1:] if word[0] in "بل" else word) in words("match"):
            return word[0] in "بل" or scene.norm(index - 1) in words("place_prepositions")
    return False


def not_only(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "لم يلتق فلان علانا فحسب، بل …": he met him, and did more."""
    behind = range(at + 1, sentence.last - 1)
    only = next((i for i in behind if scene.norm(i) in any_of("only_this", "just_this")), None)
    if only is None:
        return False
    more = range(only + 1, min(only + 4, sentence.last))
    return scene.norm(only) in words("only_this") or any(bare(scene.norm(i)) == "بل" for i in more)


def rumoured(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "شائعات عن لقاء": only rumoured."""
    return any(bare(scene.norm(i)) in words("rumour") for i in range(max(at - 6, sentence.first), at))
