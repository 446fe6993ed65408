"""Meetings that another prepares: "اجتماعا تحضيرا للقمة", "الاجتماع التمهيدي للدورة الثامنة"."""

from __future__ import annotations

from ingest.mention import COLLECTIVES, Mention
from ingest.mentions.meetings.date.ordinals import ordinal
from ingest.mentions.meetings.lexicon import adjectives, any_of, words
from ingest.mentions.meetings.scene import Scene, Spot, bare, first_within

PREPARED = "prepared"
PREPARES = "prepares"

_OTHER = 24  # tokens in front of the word of preparing in which the other meeting is named
_TO_IT = frozenset({"ل", "«", "“", "”", "\""})  # a detached preposition and the marks of a name
_REACH = 9  # tokens in front of a meeting in which it is said to be prepared


def is_prepared(scene: Scene, spot: Spot) -> bool:
    """Does the sentence name another meeting that prepares this one: only its name stands between?"""
    at = _preparing(scene, spot)
    if at is None:
        return False
    if at <= spot.sentence.first + 1 and bare(scene.norm(at)) in words("in_preparing"):
        return True  # "تحضيرا للدورة المقبلة، التقى الوزير نظيره"
    other = first_within(scene.places, max(spot.sentence.first, at - _OTHER), at + 1)
    return other is not None and scene.norm(other + 1) != scene.norm(spot.last)  # of another name


def is_preparatory(scene: Scene, spot: Spot) -> bool:
    """ "الاجتماع التحضيري", "اجتماعا تمهيديا": is it a meeting that prepares another?"""
    reach = range(spot.first + 1, min(spot.last + 1, spot.sentence.last))
    return any(scene.norm(i) in words("prepared_by") for i in reach if scene.at(i) is None)


def prepared_for(scene: Scene, spot: Spot) -> Spot | None:
    """The meeting right behind one that prepares it: "الاجتماع التحضيري للقمة السادسة عشرة للحركة"."""
    first = spot.last
    while first < min(spot.last + 2, spot.sentence.last - 1) and scene.norm(first) in _TO_IT:
        first += 1  # "التحضيري لـ«مؤتمر …»"
    form = scene.noun(first) if first < spot.sentence.last and scene.at(first) is None else None
    aimed = first > spot.last or scene.norm(first).startswith("ل")
    if form is None or not aimed or not is_preparatory(scene, spot):
        return None
    last = first + 1
    while last < spot.sentence.last and scene.at(last) is None and scene.norm(last) in adjectives():
        last += 1
    return Spot(first, last, spot.sentence, form.noun, form.noun.kind, "ل")


def over_before(scene: Scene, spot: Spot, index: int) -> bool:
    """ "الاجتماع التمهيدي للمؤتمر الذي اختتم أعماله أمس": is a noun what a spot prepared, before that was over?"""
    if PREPARES not in spot.marks or index > spot.last + 2:
        return False
    whole = prepared_for(scene, spot)
    return whole is not None and whole.first == index and told_of_preparing(scene, whole)


def of_what_is_prepared(scene: Scene, spot: Spot, relative: int) -> bool:
    """ "في الاجتماع التحضيري للمؤتمر الذي ستحتضنه …": a relative that goes on with the meeting which another prepares."""
    whole = prepared_for(scene, spot)
    return whole is not None and relative >= whole.last and not told_of_preparing(scene, whole)


def of_the_whole(scene: Scene, spot: Spot, place: Mention | None) -> bool:
    """ "الاجتماع التحضيري للقمة المقررة في الجزائر": is a place that of the meeting which another prepares?"""
    whole = prepared_for(scene, spot) if PREPARES in spot.marks and place is not None and place.first > spot.last else None
    if whole is None or place is None or told_of_preparing(scene, whole):
        return False
    between = range(whole.last, place.first)
    return any(scene.norm(i) in any_of("relative", "participles", "planned") for i in between)


def told_of_preparing(scene: Scene, spot: Spot) -> bool:
    """ "الاجتماع التمهيدي للمؤتمر الذي اختتم أعماله أمس في …": what is over by then is the meeting that prepares."""
    for index in range(spot.last, min(spot.last + _REACH, spot.sentence.last - 1)):
        word = scene.norm(index)
        dated = word in "،," and scene.at(index + 1) is not None and scene.norm(index + 1) in words("yesterday")
        if scene.at(index) is None and not dated and (word in "،.؛:" or scene.noun(index) is not None):
            return False
        if word in words("relative"):
            return bare(scene.norm(index + 1)) in any_of("held", "ending")
        if word in words("participles"):  # "للقمة المنعقد في …": by its gender it is the meeting in front
            return spot.noun.lemma.endswith("ه") and not word.endswith("ه")
        if word in words("planned"):
            return False
        if word in words("yesterday") and scene.at(index) is not None:
            return True  # "الاجتماع التحضيري للقمة أمس في …"
    return False


def _preparing(scene: Scene, spot: Spot) -> int | None:
    """Where the word of preparing stands that governs a meeting with ل."""
    aimed = spot.prefix.endswith("ل")
    index = spot.first - 1
    while index >= max(spot.first - _REACH, spot.sentence.first):
        word, mention = scene.norm(index), scene.at(index)
        if mention is not None:
            if mention.kind in COLLECTIVES and aimed and scene.norm(index) in words("prepared_by"):
                return index  # "المكتب التنفيذي التحضيري للدورة"
            if mention.kind not in COLLECTIVES or aimed:
                return None
            aimed, index = mention.prefix.endswith("ل"), mention.first - 1
            continue
        if aimed and bare(word) in words("prepared_by"):
            return index
        inside = word in _TO_IT or word in words("of_its_holding") or word in adjectives()
        inside = inside or ordinal(scene, index) is not None
        if not (inside or word.removeprefix("ل") in words("of_its_holding")):
            return None
        aimed = aimed or word == "ل" or (word.startswith("ل") and word[1:] in words("of_its_holding"))
        index -= 1
    return None
