"""Which meeting a construction of participation speaks of: the one it names, that of its verb or sentence, or the last."""

from __future__ import annotations

from bisect import bisect_right

from ingest.claims.participation_memory import Memory
from ingest.fold import fold
from ingest.mentions.meetings import MeetingMention
from ingest.mentions.mention import Kind, Mention
from ingest.pattern import Hit
from ingest.skeleton import Skeleton


def meeting_of(hit: Hit, memory: Memory) -> Mention | None:
    named = hit.mentions("meeting")
    if named:
        return named[0] if _ends(hit, named[0]) else None
    how = hit.rule.fields.get("meeting", "named")
    if how == "named":
        return None
    at = hit.token("verb")
    skeleton = hit.skeleton
    here = skeleton.reading.once("meetings", skeleton.sentence.index, lambda: _meetings(skeleton))
    number = bisect_right(here, at, key=lambda m: m.first)
    if how == "verb":
        found = here[number - 1] if number else None
        return found if found is not None and at < found.last else None
    usual = skeleton.reading.once("usual meetings", skeleton.sentence.index, lambda: [m for m in here if _is_usual(m)])
    if usual and ("post" not in hit.rule.fields or _ends(hit, usual[0])):
        return usual[max(bisect_right(usual, at, key=lambda m: m.first) - 1, 0)]
    if how == "sentence" and number and here[number - 1].first < at:
        return here[number - 1]  # "استقبل X سفير Y، بحضور Z": the reception is told by a verb
    last = memory.spoken_of(skeleton, hit.rule.fields.get("near")) if how == "recent" else None
    return last if last is None or _ends(hit, last) else None


def _meetings(skeleton: Skeleton) -> list[Mention]:
    return [m for m in skeleton.mentions if m.kind is Kind.MEETING and m.referent is not None]


def _is_usual(meeting: Mention) -> bool:
    return "verb" not in meeting.tags and "previous" not in meeting.tags


def _ends(hit: Hit, meeting: Mention) -> bool:
    """Whether the word of the meeting and its ending are such as the rule asks for, and none that it excludes."""
    word = hit.skeleton.reading.document.tokens[meeting.first].norm
    if "word" in hit.rule.fields and word not in fold(hit.rule.fields["word"]).split():
        return False
    if word in fold(hit.rule.fields.get("not_word", "")).split():
        return False
    wanted, unwanted = hit.rule.fields.get("suffix"), hit.rule.fields.get("not_suffix", "نا")
    return (wanted is None or word.endswith(tuple(wanted.split()))) and not word.endswith(tuple(unwanted.split()))


def is_talk(meeting: Mention) -> bool:
    told = meeting.told if isinstance(meeting, MeetingMention) else None
    kinds = meeting.tags if told is None else meeting.tags | told.kinds
    return "bilateral" in kinds and not kinds & {"summit", "conference", "ministerial"}


def is_to_come(meeting: Mention) -> bool:
    """Whether the article tells of the meeting as one that is not held yet."""
    told = meeting.told if isinstance(meeting, MeetingMention) else None
    return told is not None and told.status.value in ("planned", "postponed", "cancelled")
