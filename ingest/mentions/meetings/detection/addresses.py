"""Sessions told by a speech before a council of the United Nations.

"خطابه أمام مجلس الأمن الثلاثاء", "وقال فلان أمام مجلس الأمن أمس".

A council that hears somebody is in session. What goes to it by other ways than speech, such as a complaint, tells of none,
nor does what people say who stand in front of its doors: the speaker must be told.
"""

from __future__ import annotations

from ingest.cues import governing
from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.meetings.lexicon import Noun, any_of, words
from ingest.mentions.meetings.scene import PARTIES, Scene, Spot, bare
from ingest.parts import Sentence
from ingest.tenses import is_future_form
from ingest.unreal import foreseen, irrealis

_SPEECH = 6  # tokens in front of "before" in which the speech is named
_SITTING = Noun("جلسه", "other", "forum")
_DAY = 12  # tokens around the council in which the day is told


def address(scene: Scene, sentence: Sentence, at: int) -> Spot | None:
    """The session of the council that is named behind "before", if a speech or a speaker and the day are told."""
    council = _council(scene, at)
    if council is None or scene.norm(at - 1) in words("no_event_before"):
        return None
    verb = _spoken(scene, sentence, at)
    if verb is None or not _dated(scene, sentence, council) or _unreal(scene, sentence, verb):
        return None
    spot = Spot(council.first, council.last, sentence, _SITTING, "other", council.prefix, len(council.prefix), True)
    if is_future_form(scene.norm(verb)) or governing(scene.reading, sentence, verb) == "planned":
        spot.marks.add("ahead")
    return spot


def _spoken(scene: Scene, sentence: Sentence, at: int) -> int | None:
    """The word that tells of the speech, where the speaker is named beside it or told of before: "خطابه"."""
    if (verb := _behind_verb(scene, sentence, at)) is not None:
        return verb
    for index in range(at - 1, max(at - _SPEECH, sentence.first) - 1, -1):
        word = bare(scene.norm(index)).removeprefix("ب")
        if scene.at(index) is not None or word not in words("speech_before"):
            continue
        if word in words("own_speech"):
            return index
        if word in words("speaks"):
            return index if _subject(scene, sentence, index) else None
        speaker = scene.at(index + 1)
        if speaker is not None and speaker.kind in PARTIES and not speaker.prefix and index > sentence.first:
            return index  # "خلال خطاب الرئيس فلان أمام …"
        return _behind_verb(scene, sentence, index)
    return None


def _behind_verb(scene: Scene, sentence: Sentence, at: int) -> int | None:
    """The verb of speaking whose subject, a person, is all that stands between it and a token: "ألقى الرئيس فلان كلمة"."""
    index, named = at - 1, False
    while index >= sentence.first and (mention := scene.at(index)) is not None:
        if mention.kind not in PARTIES | {Kind.DATE} or mention.prefix:
            return None
        named, index = named or mention.kind in PARTIES, mention.first - 1
    if index < sentence.first or not named:
        return None
    word = bare(scene.norm(index)).removeprefix("س")
    return index if word in any_of("speaks", "saying") else None


def _subject(scene: Scene, sentence: Sentence, verb: int) -> bool:
    """ "الناشطة فلانة تحدثت": nobody stands in front but the speaker."""
    speaker = scene.at(verb - 1) if verb > sentence.first else None
    return speaker is not None and speaker.kind in PARTIES and not speaker.prefix


def _unreal(scene: Scene, sentence: Sentence, verb: int) -> bool:
    """ "طلب أن يلقي فلان كلمة", "هل ألقى", "لو ألقى": whether he spoke, or will, nobody says."""
    held = governing(scene.reading, sentence, verb)
    if held in ("denied", "supposed") or foreseen(scene.reading, sentence, verb) is not None:
        return True
    return held != "planned" and irrealis(scene.document, sentence, verb) is not None


def _council(scene: Scene, at: int) -> Mention | None:
    """ "أمام مجلس الأمن", "أمام أعضاء مجلس الأمن"."""
    body = scene.at(at + 1 + (scene.norm(at + 1) in words("members")))
    if body is None or body.kind not in COLLECTIVES or body.referent is None or body.prefix:
        return None
    return body if body.referent.key in words("councils") else None


def _dated(scene: Scene, sentence: Sentence, council: Mention) -> bool:
    first, last = max(council.first - _DAY, sentence.first), min(council.last + _DAY, sentence.last)
    return any(m.kind is Kind.DATE for m in scene.between(first, last))
