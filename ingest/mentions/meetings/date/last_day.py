"""The last day of a meeting behind its first, and its first behind its last.

"بدأ المؤتمر يوم 2 مايو واختتم أمس", "تبدأ اليوم على أن تختتم غدا", "اختتمت أمس القمة التي بدأت السبت".
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise

from ingest.dating.calendar import partial, to_day
from ingest.mention import DateValue, Kind, Mention
from ingest.mentions.meetings.date.ending_day import within_days
from ingest.mentions.meetings.head import head_of
from ingest.mentions.meetings.lexicon import any_of, words
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.mentions.meetings.word_places import said_bare

_TO_DAY = 4  # tokens from the verb of ending to its day: "واختتمت أعمالها مساء أمس"
_FRONT = 8  # tokens in front of a meeting in which the verb of ending stands
_BEGAN = 12  # tokens from the verb of beginning to its day: "التي انطلقت في الرياض يوم 2 مايو"
_BEHIND = 14  # tokens behind a meeting in which that of its beginning stands


def ends_on(scene: Scene, spot: Spot, index: int, day: dt.date) -> dt.date | None:
    """The day behind a verb of ending with nobody else as its subject: "… يوم 2 مايو واختتمت أمس"."""
    word, before = scene.norm(index), scene.norm(index - 1)
    joined = word[:1] in ("و", "ف") or before in words("then_or_that")
    if scene.at(index) is not None or not joined or bare(word) not in words("comes_to_an_end") or spot.verb:
        return None
    if _feminine(bare(word)) != spot.noun.lemma.endswith(("ه", "ات")) and "session" not in spot.marks:
        return None
    for at in range(index + 1, min(index + 1 + _TO_DAY, spot.sentence.last)):
        named = scene.at(at)
        if named is not None:
            start = named.date.start if named.kind is Kind.DATE and named.date is not None else None
            last = to_day(start) if start is not None else None
            near = last is not None and start is not None and last > day and within_days(partial(day), start)
            return last if near else None
        if scene.norm(at) not in words("leads_to_day") and not _own_works(scene, at):
            return None
    return None


def _feminine(verb: str) -> bool:
    return verb.endswith("ت") if verb[:1] not in ("ي", "ت") else verb.startswith("ت")


def _own_works(scene: Scene, index: int) -> bool:
    form = scene.noun(index)
    return form is not None and form.noun.group == "works" and bool(form.possessive)


def since_first_day(scene: Scene, spot: Spot, date: Mention) -> Mention | None:
    """ "اختتمت أمس القمة التي بدأت السبت": from the day of the beginning to the one told with the verb of ending."""
    ended = _ends(scene, spot)
    began = said_bare(scene, spot.last, min(spot.last + _BEHIND, spot.sentence.last), "began") if ended is not None else ()
    if ended is None or not began or not _after_a_start(scene, began[0]) or _another(scene, spot, began[0]):
        return None
    end = [m for m in scene.between(ended, began[0]) if m.kind is Kind.DATE]
    start = [m for m in scene.between(began[0], min(began[0] + _BEGAN, spot.sentence.last)) if m.kind is Kind.DATE]
    if len(end) != 1 or not start or date not in (end[0], start[0]):
        return None
    first, last = (m.date.start if m.date is not None else None for m in (start[0], end[0]))
    if first is None or last is None or first.day is None or first == last or not within_days(first, last):
        return None
    return replace(start[0], date=DateValue(first, last, "text"))


def _ends(scene: Scene, spot: Spot) -> int | None:
    """The verb of ending in front of a meeting with only who ends it, day, place and its works in between: it is the meeting
    that ends, and not "زيارته إلى الرياض حيث حضر القمة"."""
    head = head_of(scene, spot)
    verbs = said_bare(scene, max(head - _FRONT, spot.sentence.first), head, "ending")
    for index in range(verbs[-1] + 1, head) if verbs else ():
        word, form = scene.norm(index), scene.noun(index)
        if form is not None and form.noun.group != "works":
            return None  # "اختتم منتدى الأعمال بعد القمة التي بدأت …"
        subject = index == verbs[-1] + 1 and word.startswith("ال")
        around = word in any_of("leads_to_day", "moved_part", "chair_gap", "clause_marks")
        if scene.at(index) is None and not subject and not around:
            return None
    return verbs[-1] if verbs else None


def _another(scene: Scene, spot: Spot, last: int) -> bool:
    """Is another meeting told between a meeting and a token: "… بعد يومين من القمة التي بدأت"?"""
    nouns = [scene.noun(i) for i in range(spot.last, last) if scene.at(i) is None]
    return any(form is not None and not form.possessive for form in nouns)


def _after_a_start(scene: Scene, index: int) -> bool:
    """ "التي بدأت", "بعد أن بدأت", "بعدما كانت قد انطلقت"; not "بعد أن بدأت المفاوضات"."""
    if scene.at(index + 1) is None and scene.norm(index + 1).startswith("ال"):
        return False
    near = [scene.norm(i) for i in range(index - 4, index)]
    late = "بعدما" in near or any(one == "بعد" and two == "ان" for one, two in pairwise(near))
    return near[-1] in words("relative") or late
