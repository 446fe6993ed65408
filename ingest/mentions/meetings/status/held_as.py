"""Whether the verb or verbal noun that tells a meeting is governed by a denial, a supposition or a plan.

"هل التقى", "إذا ما اجتمع", "احتمال إجراء فلان مباحثات", "تراجع عن الاجتماع مع فلان", "غير صحيح أن قطر استضافت اجتماعا",
"كذبت خبر لقاء فلان", "الاجتماع لم ينعقد": read by the cues of `ingest/cues.py`.
"""

from __future__ import annotations

from functools import cache

from ingest.cues import BREAKS, governing
from ingest.cues import words as cue_words
from ingest.mention import Kind
from ingest.mentions.meetings.head import head_of
from ingest.mentions.meetings.lexicon import any_of, carriers, denies, taking_place, words
from ingest.mentions.meetings.scene import PARTIES, Scene, Spot, bare
from ingest.mentions.meetings.status.asked import brought
from ingest.mentions.meetings.status.ruled_out import ruled_out
from ingest.parts import Sentence
from ingest.taken_back import taken_back
from ingest.unreal import foreseen, irrealis, light_verb

_VERB = 7  # tokens behind a meeting in which the verb stands by which it is held
_HEARD = 6  # tokens in front of a meeting in which word of it is told
_LATER = 40  # tokens behind a verb in which it is told by when it will have been done


def held_as(scene: Scene, spot: Spot) -> str | None:
    """ "denied", "supposed" or "planned"; None where nothing says so of the meeting itself."""
    if (spot.verb or spot.possessive or _is_deed(scene, spot)) and taken_back(scene.document, spot.sentence, spot.first):
        return "denied"
    if spot.verb:
        return _of(scene, spot, spot.first)
    if ruled_out(scene, spot) or (bare(scene.norm(spot.first - 1)) in words("that") and _is_untrue(scene, spot, spot.first)):
        return "denied"
    bringing = brought(scene, spot)
    if bringing is not None and governing(scene.reading, spot.sentence, bringing) == "denied":
        return "denied"  # "لم ينجح في جمع فلان وعلان في لقاء"
    head = head_of(scene, spot)
    verb = light_verb(scene.reading, spot.sentence, head, carriers())
    if verb is None and scene.norm(head - 1) in denies("happens"):
        verb = head - 1  # "لم تتم القمة"
    if verb is not None and scene.noun(verb) is None:
        return "denied" if _is_untrue(scene, spot, verb) else _of(scene, spot, verb)
    if (heard := word_of(scene, spot.sentence, head)) is not None:
        return governing(scene.reading, spot.sentence, heard)
    if _is_object(scene, spot) and governing(scene.reading, spot.sentence, spot.first) == "denied":
        return "denied"
    if _is_deed(scene, spot) and not _is_subject(scene, spot):
        return governing(scene.reading, spot.sentence, spot.first, close=True)
    behind = _held_behind(scene, spot)
    if behind is None:
        return None
    if _not_yet(scene, behind, spot.sentence):
        return "planned"
    return "denied" if _is_untrue(scene, spot, behind) or _of(scene, spot, behind) == "denied" else None


@cache
def _denied() -> frozenset[str]:
    return taking_place() | denies("gets_going", "holds_it")


def _not_yet(scene: Scene, verb: int, sentence: Sentence) -> bool:
    """ "لم تبدأ القمة بعد في الجزائر", no "لم تعقد القمة بعد الحرب": it is still to come."""
    if scene.norm(verb - 1) != "لم" or scene.norm(verb) not in denies("gets_going"):
        return False
    near = range(verb + 1, min(verb + _VERB, sentence.last))
    behind = (scene.norm(i + 1) for i in near if scene.norm(i) == "بعد")
    return any(word in BREAKS or word in words("behind_yet") for word in behind)


def _is_untrue(scene: Scene, spot: Spot, verb: int) -> bool:
    """ "ذكرت قناة أن اجتماعا عقد في …. ونفت الوزارة ذلك": whether that it was held is said and denied behind."""
    if not taken_back(scene.document, spot.sentence, verb):
        return False
    front = range(spot.sentence.first, min(spot.first, verb))
    return any(bare(scene.norm(i)) in words("that") or scene.norm(i) in cue_words("hearsay") for i in front)


def word_of(scene: Scene, sentence: Sentence, at: int) -> int | None:
    """The word that calls what begins at a token hearsay: "خبر لقاء …", "لما تردد عن لقاء …", "الأنباء عن تأجيل …"."""
    before = scene.norm(at - 1)
    if bare(before) not in words("about") and not _is_word_of(before):
        return None
    near = range(at - 1, max(at - _HEARD, sentence.first) - 1, -1)
    return next((i for i in near if scene.at(i) is None and _is_word_of(scene.norm(i))), None)


def _is_word_of(word: str) -> bool:
    """Whether a word is one for news or rumours, perhaps with a preposition: "للأنباء", "بخبر"."""
    word = bare(word)
    plain = "ال" + word[2:] if word.startswith("لل") else word[1:] if word[:1] in "بل" else word
    return any(one in words("word_of") or one in cue_words("hearsay") for one in (word, plain))


def _of(scene: Scene, spot: Spot, predicate: int) -> str | None:
    word = scene.norm(predicate)
    if word[:1] == "و" and predicate > spot.sentence.first and word not in carriers():
        return None  # another clause: "نفى الخبر والتقى الوزير"
    will_have = foreseen(scene.reading, spot.sentence, predicate)
    if will_have is not None:
        return _foreseen(scene, spot, will_have)
    heard = word_of(scene, spot.sentence, predicate)
    found = governing(scene.reading, spot.sentence, predicate if heard is None else heard)
    if found == "denied":
        if _not_yet(scene, predicate, spot.sentence):
            return "planned"
        return None if _excepted(scene, spot, predicate) else "denied"  # "لم يعقد سوى اجتماع"
    return irrealis(scene.document, spot.sentence, predicate) or found


def _excepted(scene: Scene, spot: Spot, predicate: int) -> bool:
    """ "لم يعقد سوى اجتماع", "لم يعقد في القاهرة بل في تونس": it was held."""
    last = min(max(spot.last, predicate + 2), spot.sentence.last)
    if any(scene.norm(i) in words("except") for i in range(predicate + 1, last)):
        return True
    return any(scene.norm(i) == "بل" for i in range(last, min(last + _LATER, spot.sentence.last)))


def _foreseen(scene: Scene, spot: Spot, will_have: int) -> str | None:
    """ "سيكون قد التقى" and "يكون قد التقى بحلول …" are to come; "يأمل أن يكون قد التقى": whether it was, nobody says."""
    if governing(scene.reading, spot.sentence, will_have) in ("denied", "supposed"):
        return "denied"
    if bare(scene.norm(will_have - 1)) in words("thus"):
        return None  # "وبذلك يكون قد التقى"
    behind = range(spot.last, min(spot.last + _LATER, spot.sentence.last))
    later = bare(scene.norm(will_have)).startswith("س") or any(scene.norm(i) in words("by_then") for i in behind)
    return "planned" if later else None


def _is_object(scene: Scene, spot: Spot) -> bool:
    """ "نفى الطرفان اجتماعهما في …": their own meeting, behind no preposition or conjunction."""
    before = bare(scene.norm(spot.first - 1))
    if not spot.possessive or spot.prefix or scene.norm(spot.first) == scene.norm(spot.first - 1):
        return False
    return before not in any_of("place_prepositions", "within", "that", "meets_with", "no_object_after")


def _is_deed(scene: Scene, spot: Spot) -> bool:
    """Is the noun what somebody does with somebody, not a meeting that stands by itself: "لقاء فلان", "الاجتماع مع فلان"?"""
    behind = scene.at(spot.last)
    if behind is not None:
        return not spot.definite and (behind.kind in PARTIES or behind.kind is Kind.COUNTRY)
    return scene.norm(spot.last) in words("meets_with")


def _is_subject(scene: Scene, spot: Spot) -> bool:
    """ "لم يكن لقاء فلان وعلان أمس عاديا": what is denied is the predicate."""
    behind = scene.at(spot.last)
    return behind is not None and behind.kind in PARTIES and bare(scene.norm(spot.first - 1)) in words("copula_denied")


def _held_behind(scene: Scene, spot: Spot) -> int | None:
    """The verb of holding that follows a meeting as its subject: "الاجتماع الوزاري لم ينعقد"."""
    for index in range(spot.last, min(spot.last + _VERB, spot.sentence.last)):
        word = scene.norm(index)
        if scene.at(index) is not None:
            continue
        if word in BREAKS or scene.noun(index) is not None:
            return None
        denied = scene.norm(index - 1) in words("is_not") and word in _denied()
        if denied or word in cue_words("light"):
            return index
    return None
