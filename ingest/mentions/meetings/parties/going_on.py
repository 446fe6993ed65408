"""Who meets one more, where his verb goes on with the one before: "التقى فلان علانا، ثم استقبل فلانا".

The second verb has no subject of its own and not the one who was met last: its subject is that of the first.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.mention import Kind, Mention
from ingest.mentions.meetings.detection.granted import is_delegation
from ingest.mentions.meetings.detection.no_encounter import by_telephone
from ingest.mentions.meetings.lexicon import Noun, any_of, verb_class, words
from ingest.mentions.meetings.scene import PARTIES, Scene, Spot, bare
from ingest.parts import Sentence

GOES_ON = "goes_on"  # the mark of such a spot
TAKES_UP = "takes_up"  # the mark of one whose subject stands in the sentence before
_LEAD = 6  # words in front of a verb that takes up what was told
_REACH = 14  # words behind it in which the other one stands
_BESIDE = frozenset({Kind.DATE, Kind.PLACE, Kind.COUNTRY})
_ASIDE = 3  # words between "then" and the verb: "ثم في وقت لاحق التقى"


def went_on(scene: Scene, spot: Spot) -> Mention | None:
    """Who met the one before in the sentence, if a verb goes on with it; told by `note` when that meeting was read."""
    index = spot.sentence.index
    if TAKES_UP in spot.marks:
        return scene.acted.get(index - 1)
    acted = scene.acted.get(index)
    if acted is None:
        return None
    at = spot.first if spot.verb else spot.first - 1
    word, before = scene.norm(at), scene.norm(at - 1)
    if at <= acted.last or not (bare(word) in words("hold") or spot.verb):
        return None
    on = bare(word) != word or spot.prefix == "و" or before in words("then_that")
    on = on or any(bare(scene.norm(i)) in words("sequel") for i in range(max(at - _ASIDE, acted.last), at))
    if on:
        spot.marks.add(GOES_ON)
    return acted if on else None


def has_subject(scene: Scene, spot: Spot) -> bool:
    """ "قبل أن يلتقي المحتجون فلانا": whether others stand behind a verb as its subject."""
    word = scene.norm(spot.last)
    plural = word.startswith("ال") and word.endswith(("ون", "ان"))
    return bool(spot.verb) and scene.at(spot.last) is None and (plural or word in words("teams"))


def goes_on(scene: Scene, at: int) -> bool:
    """Whether "and" and a verb of holding or meeting begin at a token: whom it names was not met before."""
    word = bare(scene.norm(at))
    return word != scene.norm(at) and (word in words("hold") or verb_class(word) is not None)


def taken_up(scene: Scene, sentence: Sentence, at: int, group: str, prefix: str) -> Spot | None:
    """ "كما التقى فلانا", "وكان قد اجتمع أمس مع فلان": who met somebody in the sentence before meets another one."""
    acted = scene.acted.get(sentence.index - 1)
    if acted is None or not _leads(scene, sentence, at, group) or by_telephone(scene, sentence):
        return None
    other = _reached(scene, sentence, at, group not in ("meet", "receive"))
    if other is None or other.referent == acted.referent:
        return None
    noun = Noun(scene.norm(at), "bilateral", "verb")
    marks = {TAKES_UP, GOES_ON, "next"}
    return Spot(at, at + 1, sentence, noun, "bilateral", prefix, len(prefix), verb=group, marks=marks)


def _leads(scene: Scene, sentence: Sentence, at: int, group: str) -> bool:
    """Whether only words that take up what was told stand in front of a verb: "كما", "وكان قد", "وفي وقت لاحق"."""
    led = group not in ("meet", "receive") and bare(scene.norm(at)) != scene.norm(at)
    for index in range(sentence.first, at):
        mention, word = scene.at(index), scene.norm(index)
        if at - sentence.first > _LEAD or (mention is not None and mention.kind is not Kind.DATE):
            return False
        plain = {word, word.removeprefix("و")}
        if plain & words("was") and scene.norm(at).startswith(("سي", "ست")):
            return False  # "كان سيجتمع مع فلان"
        led = led or bool(plain & words("takes_up"))
        if mention is None and not plain & any_of("takes_up", "takes_up_then") and word not in "،,":
            return False
    return led


def _reached(scene: Scene, sentence: Sentence, at: int, with_him: bool) -> Mention | None:
    """Whom a verb without a subject of its own reaches: the only one behind it, or behind "with", and times and places."""
    linked = not with_him
    for index in range(at + 1, min(at + _REACH, sentence.last)):
        mention, word = scene.at(index), scene.norm(index)
        if mention is not None and mention.kind in PARTIES:
            behind = scene.at(mention.last)
            two = behind is not None and behind.kind in PARTIES and not behind.prefix
            return mention if (linked or mention.prefix == "ب") and not two and not _sent(scene, mention) else None
        if mention is not None and mention.kind not in _BESIDE:
            return None
        if mention is None and word == "مع":
            linked = True
        elif mention is None and (word in ".؛:" or not ((linked and with_him) or _is_aside(word))):
            return None
    return None


def _sent(scene: Scene, mention: Mention) -> bool:
    """Whether a delegation stands behind somebody: then he is the one who meets it."""
    return any(is_delegation(scene, i) for i in range(mention.last, mention.last + _ASIDE))


def _is_aside(word: str) -> bool:
    return word in "،," or word in words("takes_up_aside")


def meets_again(scene: Scene, at: int) -> bool:
    """Whether a second verb of meeting stands at a token, joined by "and" or "then"."""
    norm = scene.norm(at)
    joined = bare(norm) != norm or bare(scene.norm(at - 1)) in words("sequel")
    return joined and scene.at(at) is None and verb_class(bare(norm)) is not None


def note(scene: Scene, spot: Spot, partners: Sequence[Mention]) -> None:
    """Keeps who met somebody in a sentence."""
    if not partners or set(partners[0].prefix) & set("بلك"):
        return
    alone = len(partners) == 1 and spot.verb and partners[0].first == spot.last  # "التقى فلان وفدا"
    if alone or (len(partners) >= 2 and partners[0].first < partners[1].first):
        scene.acted.setdefault(spot.sentence.index, partners[0])
