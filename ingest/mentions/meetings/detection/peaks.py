"""Nouns of meetings in another sense: a mountain, the highest price, a film, a newspaper, a talk that is broadcast."""

from __future__ import annotations

from ingest.mentions.meetings.lexicon import Form, words
from ingest.mentions.meetings.scene import Scene, bare
from ingest.mentions.meetings.word_places import said, said_bare
from ingest.parts import Sentence

_CLIMB = 6  # tokens in front of a peak in which somebody climbs it
_BROADCAST = 4  # tokens behind a talk in which the station is named


def of_another_sense(scene: Scene, sentence: Sentence, form: Form, at: int) -> bool:
    if form.noun.kind == "summit" and (_is_peak(scene, sentence, form, at) or _is_work(scene, at)):
        return True
    if form.noun.kind == "conference" and form.definite and _is_work(scene, at):
        return True
    return form.noun.lemma == "لقاء" and _is_broadcast(scene, sentence, at)


def tells_none(scene: Scene, form: Form, index: int) -> bool:
    """Adjectives of what is no meeting; "المؤتمر البرلماني" is one, "لقاء البرلماني فلان" is with a member."""
    word = scene.norm(index)
    return word in words("no_meeting") and not (form.definite and word in words("of_parliaments"))


def _is_peak(scene: Scene, sentence: Sentence, form: Form, at: int) -> bool:
    """ "بلغ المتسلق قمة إيفرست", "تراجعت أسعار النفط من قمة سجلتها": a mountain, or a price at its highest."""
    if form.definite:
        return bool(form.possessive) and bare(scene.norm(at - 1)) in words("reaches_its_peak")  # "لم تبلغ قمتها بعد"
    behind = scene.norm(at + 1)
    if behind in words("mountains") or said_bare(scene, max(at - _CLIMB, sentence.first), at, "climbs"):
        return True
    highest = behind in words("at_its_highest") or scene.norm(at - 1) in words("higher_than")
    return highest and bool(said(scene, sentence.first, sentence.last, "of_markets"))


def _is_work(scene: Scene, at: int) -> bool:
    """ "فيلم «القمة»", "صحيفة المؤتمر": a name of something to see or to read."""
    before = at - 2 if scene.norm(at - 1) in '"“«' else at - 1
    return bare(scene.norm(before)).removeprefix("ب").removeprefix("ال") in words("works_of_art")


def _is_broadcast(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "اللقاء الذي أجرته القناة مع المطربة": by a station or a paper."""
    at += 1 + (scene.norm(at + 1) in words("relative"))
    if bare(scene.norm(at)) not in words("broadcasts"):
        return False
    return any(scene.norm(i) in words("media") for i in range(at + 1, min(at + _BROADCAST, sentence.last)))
