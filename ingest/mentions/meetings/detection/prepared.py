"""Meetings that another prepares: "اجتماعا تحضيرا للقمة", "الاجتماع التمهيدي للدورة الثامنة"."""

from __future__ import annotations

from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.meetings.date.ordinals import ordinal
from ingest.mentions.meetings.lexicon import adjectives, any_of, verb_class, words
from ingest.mentions.meetings.scene import Scene, Spot, bare, first_within
from ingest.parts import Sentence

PREPARED = "prepared"
PREPARES = "prepares"

_OTHER = 24  # tokens in front of the word of preparing in which the other meeting is named
_CONVENES = frozenset({"gather", "assemble", "convene"})
_TO_IT = frozenset({"ل", "«", "“", "”", "\""})  # a detached preposition and the marks of a name
_NAME = 10  # tokens from a body that prepares a meeting to the end of the name of the meeting
_REACH = 9  # tokens in front of a meeting in which it is said to be prepared


def is_prepared(scene: Scene, spot: Spot) -> bool:
    """Does the sentence name another meeting that prepares this one: only its name stands between?"""
    at = _preparing(scene, spot)
    if at is None:
        return False
    if (body := scene.at(at)) is not None and body.kind in COLLECTIVES:
        return True  # "اللجنة التحضيرية للقمة"
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


def of_what_is_prepared(scene: Scene, spot: Spot, at: int) -> bool:
    """ "في الاجتماع التحضيري للمؤتمر الذي ستحتضنه …", "للقمة المقرر عقدها …": is it of what is prepared?"""
    whole = prepared_for(scene, spot)
    if whole is None or at < whole.last or told_of_preparing(scene, whole):
        return False
    if scene.norm(at) in words("relative"):
        return True
    holding = scene.norm(at + 1)  # "المقرر عقدها"
    by_it = holding.removesuffix("ها").removesuffix("ه") in words("of_its_holding")
    feminine = holding.endswith("ها") if by_it else scene.norm(at).endswith("ه")
    return feminine == whole.noun.lemma.endswith("ه")


def of_the_whole(scene: Scene, spot: Spot, place: Mention | None) -> bool:
    """ "الاجتماع التحضيري للقمة المقررة في الجزائر": is a place that of the meeting which another prepares?"""
    whole = prepared_for(scene, spot) if PREPARES in spot.marks and place is not None and place.first > spot.last else None
    if whole is None or place is None or told_of_preparing(scene, whole):
        return False
    between = range(whole.last, place.first)
    return any(scene.norm(i) in any_of("relative", "participles", "planned") for i in between)


def told_of_whole(scene: Scene, spot: Spot, told: Mention | None) -> bool:
    """Whether a place or date is that of a meeting which a body prepares: "اللجنة التحضيرية للقمة المقررة في الجزائر"."""
    body = scene.at(spot.first - 1)
    if told is None or spot.prefix != "ل" or body is None or body.kind not in COLLECTIVES:
        return True
    between = range(spot.last, told.first)
    return any(scene.norm(i) in any_of("relative", "participles", "planned") for i in between)


def told_of_preparing(scene: Scene, spot: Spot) -> bool:
    """ "الاجتماع التمهيدي للمؤتمر الذي اختتم أعماله أمس في …": what is over by then is the meeting that prepares."""
    for index in range(spot.last, min(spot.last + _REACH, spot.sentence.last - 1)):
        word, behind = scene.norm(index), scene.at(index + 1)
        if (verb := verb_class(word)) is not None and verb[0] in _CONVENES and scene.at(index) is None:
            return True  # "اللجنة التحضيرية للقمة اجتمعت أمس"
        if word in "،," and behind is not None and behind.kind is Kind.DATE:
            return True  # "الاجتماع التحضيري للقمة، غدا الثلاثاء، في …"
        if scene.at(index) is None and (word in "،.؛:" or scene.noun(index) is not None):
            return False
        if word in words("relative"):
            return bare(scene.norm(index + 1)) in any_of("held", "ending")
        if word in words("participles"):  # "للقمة المنعقد في …": by its gender it is the meeting in front
            return spot.noun.lemma.endswith("ه") and not word.endswith("ه")
        if word in words("planned"):
            return False
        if word in any_of("yesterday", "today") and scene.at(index) is not None:
            return True  # "الاجتماع التحضيري للقمة أمس في …"
    return False


def prepares(scene: Scene, body: Mention) -> bool:
    """ "اللجنة التحضيرية للقمة": a meeting behind a body, which is what that body is for."""
    form = scene.noun(body.last) if scene.at(body.last) is None else None
    return form is not None and form.prefix == "ل"


def preparing_body(scene: Scene, sentence: Sentence, index: int) -> Mention | None:
    """ "اللجنة التحضيرية للدورة الخامسة للمجلس قد اجتمعت": the body whose name ends in the meeting that it is for."""
    for at in range(index, max(index - _NAME, sentence.first - 1), -1):
        body = scene.at(at)
        if body is None and (scene.norm(at) in ".؛:،" or scene.norm(at) in words("relative")):
            return None
        if body is not None and body.kind in COLLECTIVES and not body.prefix.strip("وف"):
            return body if prepares(scene, body) else None
    return None


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
