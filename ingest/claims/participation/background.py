"""Meetings that a sentence only looks back on: "القمة التاسعة، وهي الأولى منذ أن غيّر المجلس اسمه في قمة إسطنبول 2021".

What the sentences behind it tell belongs to the meeting that the sentence is about, not to an earlier one told in passing.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from ingest.claims.participation.antecedent import covered
from ingest.claims.participation.words import one_of
from ingest.cues import words
from ingest.mention import Kind, Mention
from ingest.mentions.meetings import MeetingMention
from ingest.pattern import Hit, words_of
from ingest.skeleton import Skeleton
from ingest.word_lists import is_in, word_lists

_LONG = 14  # days between two meetings of which the first is long over at the second
_SPOTS = 60  # spots of a meeting among which its days are looked for
_CLAUSE = 40  # tokens of a relative clause in front of a meeting
_TALK = 7  # tokens in front of a meeting in which the talk is told that is about it
_NEAR = 3  # words before a meeting among which one may say what came out of it
_BREAKS = frozenset({"،", ",", "؛", ":"})
_NEXT = "following"  # tag of a meeting told as the next of its kind


def meetings(skeleton: Skeleton) -> list[Mention]:
    """The meetings of a sentence that may be spoken of further on."""
    return skeleton.reading.once("topical meetings", skeleton.sentence.index, lambda: [
        m for m in skeleton.mentions if m.kind is Kind.MEETING and m.referent is not None and not is_reception(m)
    ])


def main(skeleton: Skeleton, before: Mention | None) -> Mention | None:
    """The meeting of the article: the first that a sentence tells of, and not only by the way or as the next of its kind."""
    if before is not None and _NEXT not in before.tags:
        return before
    told = skeleton.reading.once("meetings not by the way", skeleton.sentence.index, lambda: _not_by_the_way(skeleton))
    return next((m for m in told if _NEXT not in m.tags), before or (told[0] if told else None))


def _not_by_the_way(skeleton: Skeleton) -> list[Mention]:
    here = meetings(skeleton)
    return [m for m in here if not in_passing(skeleton, m, None) and not is_ahead(skeleton, m)] or here


def is_ahead(skeleton: Skeleton, meeting: Mention) -> bool:
    """Whether a meeting is only that which another prepares ("in preparation for the summit")."""
    norms = skeleton.reading.document.norms
    before, first = meeting.first - 1, skeleton.sentence.first
    if before > first and norms[before].startswith("ل") and norms[before] in words_of("participation", "to_hold"):
        # "التحضيرات الجارية لتنظيم المؤتمر"
        before -= 1 + norms[before - 1].startswith("ال") * (norms[before - 1] not in one_of("AHEAD"))
    return before >= first and norms[before] in one_of("AHEAD")


def is_reception(meeting: Mention) -> bool:
    """Whether a verb tells of the meeting, and not of one of many ("يجتمع الوزراء", "انعقد المجلس")."""
    if "verb" not in meeting.tags:
        return False
    told = meeting.told if isinstance(meeting, MeetingMention) else None
    if told is None or "bilateral" in told.kinds:
        return True
    return any(reading.spot.verb == "receive" for reading in told.readings[:_SPOTS])  # "استقبل الرئيس فلانا وفلانا وفلانا"


def is_long_over(meeting: Mention | None, other: Mention | None) -> bool:
    """Whether a meeting was held long before another, as the article dates them."""
    days = _days(meeting, last=True), _days(other, last=False)
    return days[0] is not None and days[1] is not None and days[0] + _LONG <= days[1]


def is_left(meeting: Mention | None, main: Mention | None) -> bool:
    """Whether the article is done with a meeting where it begins to speak of something else: one held long before that of
    which it tells, or the next of the kind."""
    if meeting is None or main is None or meeting.referent == main.referent:
        return False
    both_held = _status(main) == "held" and is_over(meeting, main)
    return both_held or is_long_over(meeting, main) or _NEXT in meeting.tags


def is_over(meeting: Mention | None, other: Mention | None) -> bool:
    """Whether a meeting was held before another, as the article dates them or tells them as held and as to come."""
    if meeting is None or other is None or meeting.referent == other.referent or _NEXT in other.tags:
        return False
    days = _days(meeting, last=True), _days(other, last=False)
    if days[0] is not None and days[1] is not None:
        return days[0] < days[1]
    return _status(meeting) == "held" and _status(other) == "planned"


def in_passing(skeleton: Skeleton, meeting: Mention, main: Mention | None) -> bool:
    """Whether a meeting is one before another of the sentence, or one that the sentence names only for what came of it."""
    near = [other for other in meetings(skeleton) if not is_preceded(skeleton, other)]
    if any(is_over(meeting, other) and (other.first < meeting.first or _is_aside(skeleton, meeting)) for other in near):
        return True
    if _is_concern(skeleton, meeting) and any(m.last <= meeting.first and m.referent != meeting.referent for m in near):
        return True
    return is_over(meeting, main) and _is_aside(skeleton, meeting)


def _is_concern(skeleton: Skeleton, meeting: Mention) -> bool:
    """Whether a meeting is only what that in front of it is about: "اجتماع اللجنة الخاصة بقمة الجزائر", "بمتابعة مقررات
    قمة جدة"."""
    at, norms = meeting.first - 1, skeleton.reading.document.norms
    if at <= skeleton.sentence.first:
        return False
    concerned = meeting.prefix == "ب" and norms[at] in words_of("participation", "concerned")
    return concerned or norms[at] in words_of("participation", "decisions")


def is_preceded(skeleton: Skeleton, meeting: Mention) -> bool:
    """Whether a meeting is only that before or after which another is told to be: "سبق القمة اجتماع برئاسة فلان"."""
    norms, before = skeleton.reading.document.norms, meeting.first - 1
    before -= before > skeleton.sentence.first and norms[before] in words_of("participation", "this")
    norm = norms[before] if before >= skeleton.sentence.first else ""
    return not meeting.prefix and norm.removeprefix("و") in one_of("PRECEDES")


def precedes(skeleton: Skeleton, main: Mention | None) -> bool:
    """Whether a sentence names the article's meeting only for another before or after it: then it is soon done with that."""
    preceded = skeleton.reading.once("meetings preceded", skeleton.sentence.index, lambda: {
        m.referent for m in meetings(skeleton) if is_preceded(skeleton, m)
    })
    return main is not None and main.referent in preceded


def in_clause_of_another(skeleton: Skeleton, meeting: Mention) -> bool:
    """Whether a meeting is named in a relative clause behind another: "الاجتماع، برئاسة فلان الذي شارك في القمة"."""
    norms, relative = skeleton.reading.document.norms, words("relative")
    for at in range(meeting.first - 1, max(meeting.first - _CLAUSE, skeleton.sentence.first), -1):
        if norms[at] in _BREAKS:
            return False
        if norms[at] in relative:
            front = (m for m in meetings(skeleton) if m.last <= at)
            return any(m.referent != meeting.referent for m in front)
    return False


def is_talked_of(skeleton: Skeleton, meeting: Mention, begin: int) -> bool:
    """Whether what stands in front of a meeting, behind a token, tells of a talk about it: "ندوة فكرية حول القمة"."""
    norms, lists, first = skeleton.reading.document.norms, word_lists("scene.toml"), meeting.first
    if first <= begin or not (norms[first - 1] in lists["about_it"] or norms[first - 1] in lists["about_of_talk"]):
        return False
    return any(is_in(norm, lists["talk_on"]) for norm in norms[max(begin, first - _TALK) : first - 1])


def leaves_for_talk(skeleton: Skeleton, meeting: Mention) -> bool:
    """Whether the talk about a meeting is no meeting of the article: "نظمت الجامعة ندوة حول القمة. وشارك فيها فلان"."""
    return not any(meeting.first - _TALK < m.last <= meeting.first for m in meetings(skeleton))


def _is_aside(skeleton: Skeleton, meeting: Mention) -> bool:
    """Whether a meeting stands behind a word of its outcome or of time: "مخرجات مؤتمر برلين", "منذ قمة مالابو"."""
    tokens, first = skeleton.reading.document.tokens, max(skeleton.sentence.first, meeting.first - _NEAR)
    return any(_bare(tokens[at].norm) in _outcomes() for at in range(first, meeting.first))


def _bare(norm: str) -> str:
    for prefix in ("ول", "وب", "و", "ل", "ب"):
        if norm.removeprefix(prefix) in _outcomes():
            return norm.removeprefix(prefix)
    return norm


@cache
def _outcomes() -> frozenset[str]:
    return one_of("TIMES") | words_of("participation", "outcomes")


def _status(meeting: Mention) -> str:
    told = meeting.told if isinstance(meeting, MeetingMention) else None
    return "" if told is None else told.status.value


def _days(meeting: Mention | None, last: bool) -> int | None:
    """The first or the last day on which the article lets a meeting begin; none where it is not dated."""
    told = meeting.told if isinstance(meeting, MeetingMention) else None
    dates = [] if told is None else [one.details.date.date for one in told.readings[:_SPOTS] if one.details.date is not None]
    starts = [one.start for one in dates if one is not None and one.start is not None]
    if not starts:
        return None
    best = max(starts, key=lambda one: (one.month is not None, one.day is not None))
    month = best.month or (12 if last else 1)
    return date(best.year, month, best.day or (28 if last else 1)).toordinal()


def is_of_another_event(hit: Hit) -> bool:
    """Whether the sentence has told of an event that is no mention ("ترأس اجتماعا … حضره X"): the presence is there."""
    skeleton = hit.skeleton
    events = skeleton.reading.once("events", skeleton.sentence.index, lambda: _events(skeleton))
    return any(at < hit.token("verb") for at in events)


def _events(skeleton: Skeleton) -> list[int]:
    """Where a sentence first has an indefinite noun of an event that is no mention."""
    sentence, norms, told = skeleton.sentence, skeleton.reading.document.norms, covered(skeleton)
    places = (at for at in range(sentence.first, sentence.last) if norms[at].removeprefix("و") in one_of("UNTOLD"))
    return [at for at in places if at not in told][:1]
