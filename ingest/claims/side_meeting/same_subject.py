"""Meetings of one whom the words before have told: "… على هامش القمة، حيث التقى فلانا", "خلال لقائه فلانا"."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.claims.clause import COMMAS, STOPS, Clause
from ingest.claims.side_meeting.parties import all_before, listed, met_by, object_behind, tells, word_at
from ingest.claims.speech import openings
from ingest.mention import Kind, Mention

_TALKS = 12  # elements between a verb of being and the noun of talks
_HIM = 12    # elements before "his meeting" in which he stands
_Sides = tuple[tuple[Mention, ...], tuple[Mention, ...]]


def subject_before(row: Clause, at: int, margin: int) -> _Sides | None:
    """Both sides of a verb of meeting behind "where" or "also", with nobody but whom he meets behind it."""
    joined = tells(row.norm(at - 1), "like_before") or (at > 1 and row.norm(at - 1) in COMMAS and word_at(row, at)[0] == "و")
    begin = at + 1
    if at < margin <= at + 2:
        begin = object_behind(row, margin + 1)  # "كما التقى على هامش المؤتمر فلانا"
    if not joined or begin >= len(row.elements) or met_by(row, begin) is not None:
        return None
    each = tells(row.norm(begin), "all_of")
    him = [m for m in all_before(row, min(at, margin) if margin < at else at) if m.kind is Kind.PERSON][-1:]
    whom = listed(row, begin)[0]
    fresh = him and whom and all(m.referent != him[0].referent for m in whom) and not whom[0].prefix
    return (tuple(him), whom) if fresh and (each or len(whom) == 1) else None


def of_the_same(row: Clause, verb: int, him: Sequence[Mention]) -> tuple[Mention, ...] | None:
    """Whom he meets of whom the sentence before has told: "كما التقى كلا من فلان وفلان", "كما التقى الوزير فلانا"."""
    if verb + 1 >= len(row.elements):
        return None
    title = row.elements[verb + 1].kind is Kind.TITLE and verb + 2 < len(row.elements)
    begin = verb + 1 + title
    while tells(row.norm(begin), "also"):
        begin += 1
    whom = listed(row, begin)[0]
    if not whom or whom[0].prefix or any(m.referent == one.referent for m in whom for one in him):
        return None
    joined = len(whom) > 1 and all(m.prefix.startswith("و") for m in whom[1:])  # two without "and" are who meets whom
    return whom if title or joined or tells(row.norm(begin), "all_of") else None


def his_meeting(row: Clause, at: int, people: Sequence[Mention]) -> _Sides | None:
    """Both sides of "خلال لقائه فلانا", of whom the sentence or, if he is the only one, the text has told."""
    word = word_at(row, at)
    behind = at + 1 < len(row.elements) and row.elements[at + 1].kind in (Kind.PERSON, Kind.TITLE)
    each = tells(row.norm(at + 1), "all_of")
    if not word.endswith(("ه", "ها")) or word.endswith("ته") or not (behind or each) or tells(row.norm(at - 1), "ahead"):
        return None
    whom = listed(row, at + 1)[0]
    if not whom or whom[0].prefix not in ("", "ب"):
        return None
    for i in range(at - 1, max(-1, at - _HIM), -1):
        mention = row.elements[i].mention
        if mention is not None and mention.kind is Kind.PERSON and mention.prefix in ("", "و"):
            return (mention,), whom
        if row.norm(i) in openings()["that"]:
            return None  # "قال فلان إن الرئيس، خلال لقائه علانا، …"
        if row.norm(i) in STOPS:
            break
    alone = len({m.referent for m in people}) == 1 and not any(m.kind is Kind.PERSON for m in all_before(row, at))
    return ((people[-1],), whom) if alone else None


def subject_after(row: Clause, noun: int, end: int) -> tuple[Mention, ...]:
    """The party of "his meeting with X" who is named after it: "عقب لقائه مع فلان …، قال فلان"."""
    if not word_at(row, noun).endswith(("ه", "ها")):
        return ()
    for i in range(end, len(row.elements) - 2):
        if row.norm(i) in COMMAS and row.elements[i + 2].kind is Kind.PERSON and row.elements[i + 1].mention is None:
            subject = row.elements[i + 2].mention
            return (subject,) if subject is not None and not subject.prefix else ()
    return ()


def to_him(row: Clause, noun: int, people: Sequence[Mention]) -> tuple[Mention, ...]:
    """"كان له لقاء مع فلان", "وستكون له على هامش القمة لقاءات مع فلان": the one person told of so far."""
    near = range(max(1, noun - _TALKS), noun)
    his = any(tells(row.norm(i), "to_him") and tells(row.norm(i - 1), "light_verb") for i in near)
    return tuple(people[-1:]) if his and len({person.referent for person in people}) == 1 else ()
