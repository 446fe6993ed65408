"""A plan that is changed, told behind the meeting: "كان مقررا يوم 12 يونيو قبل أن يؤجل إلى سبتمبر", "… ثم نقل إلى C"."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.cues import governing
from ingest.mention import Kind, Mention
from ingest.mentions.meetings.due import due_of, has_own_subject
from ingest.mentions.meetings.head import head_of
from ingest.mentions.meetings.lexicon import any_of, words
from ingest.mentions.meetings.scene import Scene, Spot, bare, first_within, is_edition_of
from ingest.mentions.meetings.word_places import said_bare

_REACH = 30  # tokens behind a meeting in which its plan is changed
_SUBJECT = 5  # tokens of who changes it
_PART = 4  # tokens between "to" and the day: "إلى النصف الأول من سنة 2026"
_PLACES = frozenset({Kind.PLACE, Kind.COUNTRY})
_FROM = _PLACES | {Kind.DATE, Kind.NUMBER}
_HELD = 12  # tokens from the change to the verb of holding
_CLOSE = 6  # tokens from there to the day and the place
_CHANGES = ("changed", "changes", "changing", "changed_it", "changes_it")


@dataclass(slots=True, unsafe_hash=True)
class Change:
    """The word that tells the change and the new day, or the new city or country."""

    at: int
    goal: Mention

    @property
    def day(self) -> bool:
        """Is the meeting put off, and not moved?"""
        return self.goal.kind is Kind.DATE


def changes_of(scene: Scene, spot: Spot) -> list[Change]:
    """What the sentence tells to be changed in the plan of a meeting that was due."""
    places = said_bare(scene, spot.last, min(spot.last + _REACH, spot.sentence.last), *_CHANGES)
    if not places or spot.verb or due_of(scene, spot) is None:
        return []
    found: list[Change] = []
    for index in places:
        if _cut_off(scene, spot, index):
            break
        goal = _goal(scene, spot, index) if scene.at(index) is None and _is_told(scene, spot, index) else None
        if goal is not None:
            found.append(Change(index, goal))
    return found


def change_of(scene: Scene, spot: Spot, *, day: bool) -> Change | None:
    """The last change of the day, or of the place."""
    return next((change for change in reversed(changes_of(scene, spot)) if change.day == day), None)


def _cut_off(scene: Scene, spot: Spot, index: int) -> bool:
    """Does a full stop or another meeting stand between?"""
    stop = first_within(scene.stops, spot.last, index)
    nouns = (i for i in range(spot.last, index) if scene.at(i) is None and scene.noun(i) is not None)
    return stop is not None or next(nouns, None) is not None


def _is_told(scene: Scene, spot: Spot, index: int) -> bool:
    """Is the change told as done, and of the meeting itself: "ثم أجلت", "قبل أن يتم تأجيلها", "قررت مصر تأجيلها"?"""
    word, before = bare(scene.norm(index)), scene.norm(index - 1)
    if before in words("no_event_before") or _only_thought(scene, spot, index):
        return False
    if word in any_of("changed", "changed_it") and has_own_subject(scene, index):
        return False
    if word in words("changed"):
        return before != "من" and _agrees(scene, spot, feminine=word.endswith("ت"))
    if word in words("changes"):
        return _before_it(scene, index) and _agrees(scene, spot, feminine=word.startswith("ت"))
    if word in words("changing"):
        told = _decided(scene, spot, index)
    else:
        told = word in words("changed_it") or _before_it(scene, index)
    return told and _agrees(scene, spot, feminine=word.endswith("ها"))


def _only_thought(scene: Scene, spot: Spot, index: int) -> bool:
    """ "نفى المتحدث أن تكون الجامعة قد قررت تأجيلها", "رفضت مصر نقلها", "يرجح أن تؤجل"."""
    return governing(scene.reading, spot.sentence, index) in ("denied", "supposed")


def _agrees(scene: Scene, spot: Spot, *, feminine: bool) -> bool:
    """Is the meeting, or the session of it that is spoken of, of that gender?"""
    if feminine:
        near = range(max(spot.first - 5, spot.sentence.first), spot.first)
        return spot.noun.lemma.endswith(("ه", "ات")) or any(is_edition_of(scene, i, spot) for i in near)
    return not spot.noun.lemma.endswith(("ه", "ات"))


def _before_it(scene: Scene, index: int) -> bool:
    """ "قبل أن تؤجل"."""
    return scene.norm(index - 1) == "ان" and scene.norm(index - 2) == "قبل"


def _decided(scene: Scene, spot: Spot, index: int) -> bool:
    """Was "تأجيلها" decided: "تم تأجيلها", "قبل أن تقرر مصر تأجيلها"?"""
    for at in range(index - 1, max(index - 1 - _SUBJECT, spot.last - 1), -1):
        word = bare(scene.norm(at))
        if scene.at(at) is not None or not (word in words("decided_on_it") or word in words("decides_on_it")):
            if scene.norm(at) in "،,.؛:":
                return False
            continue
        denied = scene.norm(at - 1) in words("no_event_before")
        return not denied and (word in words("decided_on_it") or _before_it(scene, at))
    return False


def _goal(scene: Scene, spot: Spot, index: int) -> Mention | None:
    """The day or place behind "to", right behind the change or behind who makes it."""
    last = min(index + 2 + _SUBJECT, spot.sentence.last - 1)
    to = next((i for i in range(index + 1, last) if scene.norm(i) == "الي"), None)
    if to is None or any(scene.norm(i) in "،,؛:" for i in range(index + 1, to)):
        return None
    between = range(index + 1, to)
    subject = bare(scene.norm(index)) in any_of("changed_it", "changes_it")
    if between and not subject and not all(_is_from(scene, i) for i in between):
        return None
    at = to + 1
    while at < to + _PART and scene.at(at) is None and scene.norm(at) in words("part_of_time"):
        at += 1
    goal = scene.at(at)
    if goal is None:
        return None
    day = goal.kind is Kind.DATE and goal.date is not None and goal.date.start is not None
    city = at == to + 1 and goal.kind in _PLACES and "area" not in goal.tags
    moved = bare(scene.norm(index)) in words("moves_it")
    return goal if (day or (city and moved)) else None


def _is_from(scene: Scene, index: int) -> bool:
    """ "نقلت من القاهرة إلى الدوحة", "نقل مكانها إلى"; not "نقل الوزير إلى": who stands behind the verb is its subject."""
    inside = scene.at(index)
    return scene.norm(index) in words("from_or_part") or (inside is not None and inside.kind in _FROM)


def held_then(scene: Scene, spot: Spot) -> int | None:
    """Where it took place after all: "كانت القمة قد تأجلت إلى الجمعة، وعقدت فعلا", "ثم نقلت إلى الدوحة حيث عقدت"."""
    first = _change_told(scene, spot) if not spot.verb else None
    for index in range(first, min(first + _HELD, spot.sentence.last)) if first is not None else ():
        word = scene.norm(index)
        if word in ".؛:" or (scene.noun(index) is not None and scene.at(index) is None):
            return None
        joined = word[:1] in ("و", "ف") or scene.norm(index - 1) in words("then_there")
        if scene.at(index) is None and bare(word) in words("took_place"):
            mine = joined and _agrees(scene, spot, feminine=bare(word).endswith("ت")) and _has_no_other(scene, spot, index)
            return index if mine else None
    return None


def told_then(scene: Scene, spot: Spot, *kinds: Kind) -> Mention | None:
    """The day or the place right behind the verb that tells so; the day right behind the new place."""
    then = held_then(scene, spot)
    if then is None and (moved := change_of(scene, spot, day=False)) is not None:
        then = moved.goal.last - 1  # "تقرر نقله إلى فيينا في 28 مايو"
    near = _near(scene, spot, then) if then is not None else ()
    return next((mention for mention in near if mention.kind in kinds), None)


def _near(scene: Scene, spot: Spot, verb: int) -> list[Mention]:
    """What is named right behind a verb."""
    return [*scene.between(verb + 1, min(verb + 1 + _CLOSE, spot.sentence.last))]


def _change_told(scene: Scene, spot: Spot) -> int | None:
    """The token behind the words by which the plan was changed."""
    if bare(scene.norm(head_of(scene, spot) - 1)) in words("was"):
        behind = said_bare(scene, spot.last, min(spot.last + _REACH, spot.sentence.last), "put_off", "was_moved")
        if behind:
            return behind[0] + 1
    changes = changes_of(scene, spot)
    return changes[-1].goal.last if changes else due_of(scene, spot)


def _has_no_other(scene: Scene, spot: Spot, verb: int) -> bool:
    """Is the meeting the subject of a verb: "وعقدت فعلا في الدوحة", but not "وعقدت الحكومة", "وعقدت في الدوحة جلسة"?"""
    word, inside = scene.norm(verb + 1), scene.at(verb + 1)
    told = word in any_of("leads_to_day", "then_indeed", "clause_marks") or (inside is None and word[:1] in "بل")
    if not told and (inside is None or not (inside.kind is Kind.DATE or inside.prefix == "ب")):
        return False
    if any(m.date is not None and m.date.start is not None and m.date.start.month is None for m in _near(scene, spot, verb)):
        return False  # "حيث عقدت في 1973 و1988"
    for index in range(verb + 1, min(verb + _HELD, spot.sentence.last)):
        if scene.norm(index) in words("clause_marks"):
            break
        if scene.at(index) is None and scene.noun(index) is not None:
            return False
    return True
