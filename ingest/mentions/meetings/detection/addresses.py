"""Sessions told by a speech before a council of the United Nations.

"خطابه أمام مجلس الأمن الثلاثاء", "وقال فلان أمام مجلس الأمن أمس".

A council that hears somebody is in session. What goes to it by other ways than speech, such as a complaint, tells of none.
"""

from __future__ import annotations

from ingest.mentions.meetings.lexicon import Noun, words
from ingest.mentions.meetings.scene import PARTIES, Scene, Spot, bare
from ingest.mentions.mention import COLLECTIVES, Kind, Mention
from ingest.parts import Sentence

_SPEECH = 6  # tokens in front of "before" in which the speech is named
_DAY = 12  # tokens around the council in which the day is told


def address(scene: Scene, sentence: Sentence, at: int) -> Spot | None:
    """The session of the council that is named behind "before", if a speech or a speaker and the day are told."""
    council = _council(scene, at)
    if council is None or scene.norm(at - 1) in words("no_event_before"):
        return None
    front = range(max(at - _SPEECH, sentence.first), at)
    speech = any(scene.at(i) is None and bare(scene.norm(i)).removeprefix("ب") in words("speech_before") for i in front)
    speaker = scene.at(at - 1)
    spoken = speaker is not None and speaker.kind in PARTIES and not speaker.prefix
    if not (speech or spoken) or not _dated(scene, sentence, council):
        return None
    noun = Noun("جلسه", "other", "forum")
    return Spot(council.first, council.last, sentence, noun, "other", council.prefix, len(council.prefix), True)


def _council(scene: Scene, at: int) -> Mention | None:
    """ "أمام مجلس الأمن", "أمام أعضاء مجلس الأمن"."""
    body = scene.at(at + 1 + (scene.norm(at + 1) == "اعضاء"))
    if body is None or body.kind not in COLLECTIVES or body.referent is None or body.prefix:
        return None
    return body if body.referent.key in words("councils") else None


def _dated(scene: Scene, sentence: Sentence, council: Mention) -> bool:
    first, last = max(council.first - _DAY, sentence.first), min(council.last + _DAY, sentence.last)
    return any(m.kind is Kind.DATE for m in scene.between(first, last))
