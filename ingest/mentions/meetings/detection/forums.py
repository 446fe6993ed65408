"""Where a forum or a dialogue is a body and not a gathering: "الاجتماع السنوي للمنتدى", "عقد المنتدى اجتماعا"."""

from __future__ import annotations

from ingest.mention import COLLECTIVES, Kind
from ingest.mentions.meetings.date.ordinals import ordinal
from ingest.mentions.meetings.lexicon import Form, adjectives, words
from ingest.mentions.meetings.place.governed import is_in
from ingest.mentions.meetings.place.phrases import past_circumstances
from ingest.mentions.meetings.presided import attends, of_members
from ingest.mentions.meetings.scene import Scene, bare
from ingest.parts import Sentence

CARRIERS = frozenset({"works", "session", "edition"})
"""Groups of nouns that carry a meeting behind them: "الدورة الثانية للقمة"."""
_CIRCUMSTANCES = 14  # tokens behind a forum in which its day and its city are told
_OBJECT = 8  # tokens behind a forum in which the meeting stands that it holds


def is_body(scene: Scene, sentence: Sentence, form: Form, place: range) -> bool:
    """Is a forum or a dialogue the body of a meeting, as in "الاجتماع الوزاري الثالث للحوار الاستراتيجي"?"""
    if form.noun.group == "forum":
        return not _is_event(scene, sentence, place.start, place.stop)
    return bool(form.prefix) and form.noun.lemma.startswith("حوار") and _whose_meeting(scene, sentence, place.start)


def _is_event(scene: Scene, sentence: Sentence, at: int, last: int) -> bool:
    """Is a forum the gathering and not the body of that name?"""
    before = [bare(scene.norm(i)) for i in range(max(at - 3, sentence.first), at)]
    if before and before[-1] in words("not_before_forum"):
        return False
    founded = scene.norm(last) in "،," or scene.norm(last) in words("relative")
    founded = founded and any(bare(scene.norm(i)) in words("founds") for i in range(last, min(last + 4, sentence.last)))
    if founded or any(word in words("founds") for word in before):
        return False  # "أطلق الجانبان هذا المنتدى", "هذا المنتدى الذي أحدث عام …": the body
    if (before and before[-1] in words("this")) or _is_held(scene, sentence, at, last):
        return True
    if _of_edition(scene, sentence, at) or any(ordinal(scene, i) is not None for i in range(at + 1, min(last + 1, at + 4))):
        return True
    if _whose_meeting(scene, sentence, at):
        return False
    after = [bare(scene.norm(i)) for i in range(last, min(last + 4, sentence.last))]
    place = scene.at(last) if last < sentence.last else None
    hosted = [bare(scene.norm(i)) for i in range(max(at - 9, sentence.first), at)]
    return (
        any(word in words("hosting") or word.removeprefix("س") in words("hosting") for word in hosted)
        or any(word in words("forum_cue") or word.removeprefix("ب") in words("margin") for word in before)
        or any(word.removeprefix("س") in words("hold") for word in after)
        or (place is not None and place.kind is Kind.PLACE)
        or (attends(scene, sentence, at, "comes_to") and not of_members(scene, sentence, at))
        or (not scene.norm(at).startswith("ل") and _on_a_day_in(scene, sentence, last))
    )


def _on_a_day_in(scene: Scene, sentence: Sentence, last: int) -> bool:
    """ "أقر المنتدى، أمس، في الرباط": its day and its city right behind it."""
    behind = past_circumstances(scene, last, min(last + _CIRCUMSTANCES, sentence.last))
    told = [*scene.between(last, behind)]
    return any(m.kind is Kind.DATE for m in told) and any(m.kind is Kind.PLACE and is_in(scene, m) for m in told)


def _is_held(scene: Scene, sentence: Sentence, at: int, last: int) -> bool:
    """ "التأم، أمس، المنتدى", "عقد أمس المنتدى في C": behind a verb of opening or holding, with nothing but its day between;
    a forum that holds another meeting is the body."""
    index = at - 1
    while index >= sentence.first and (scene.norm(index) in "،,-–—()" or _is_circumstance(scene, index)):
        index -= 1
    verb = bare(scene.norm(index)).removeprefix("س") if index >= sentence.first and scene.at(index) is None else ""
    if verb in words("opens_forum"):
        return True
    behind = range(last, min(last + _OBJECT, sentence.last))
    return verb in words("holds_forum") and not any(scene.noun(i) is not None for i in behind)


def _is_circumstance(scene: Scene, index: int) -> bool:
    """A day, or a city behind its preposition."""
    mention, city = scene.at(index), scene.at(index + 1)
    if mention is None:
        return scene.norm(index) == "في" and city is not None and city.kind is Kind.PLACE
    return mention.kind is Kind.DATE or (mention.kind is Kind.PLACE and is_in(scene, mention))


def _of_edition(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "النسخة الخامسة من منتدى المياه": an edition of the gathering."""
    if scene.norm(at - 1) != "من":
        return False
    forms = (scene.noun(i) for i in range(max(at - 6, sentence.first), at - 1))
    return any(form is not None and form.noun.group in ("session", "edition") for form in forms)


def _whose_meeting(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "الاجتماع السنوي للمنتدى", "القمة السادسة لمنتدى C", "قمة منتدى C": the body of the meeting before it."""
    mention = scene.at(at)
    if mention is None or mention.kind not in COLLECTIVES:
        return False
    index = at - 1
    while index > max(at - 4, sentence.first) and scene.at(index) is None and scene.noun(index) is None:
        if scene.norm(index) not in adjectives() and ordinal(scene, index) is None:
            return False
        index -= 1
    form = scene.noun(index) if index >= sentence.first and scene.at(index) is None else None
    if form is None or form.noun.group in CARRIERS:
        return False
    aimed = scene.norm(at).startswith("ل")
    return aimed if index < at - 1 or form.definite else aimed or form.noun.group == "noun"
