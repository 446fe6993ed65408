"""A subject that stands before its verb of saying, at the head of the sentence or as what "التي" relates to."""

from __future__ import annotations

from ingest.claims.clause import COMMAS, Clause
from ingest.claims.speaker import Memory, Subject, described
from ingest.claims.speech import Verb, openings, verb_at
from ingest.claims.statement.noun_phrase import may_be_name
from ingest.claims.statement.subject import disagrees, subject
from ingest.mention import Kind
from ingest.mentions.words.name_words import is_given

_OPENER = 6    # elements of "من جهته،" before a speaker
_NAME = 4      # words of the longest name
_LONGEST = 25  # elements of the longest introduction of a speaker


def subject_before(clause: Clause, at: int, memory: Memory, glued: bool) -> tuple[Subject | None, int]:
    """A subject that stands before its verb: at the head of the sentence, after "كان", or as the antecedent of "التي"."""
    words = openings()
    row = clause.elements
    previous = clause.norm(at - 1)
    if previous in words["relative"] and clause.norm(at + 1) in words["inside"]:
        return None, at  # "المقالات التي دعا فيها": what is related to does not speak
    if previous in words["relative"]:
        k = at - 2
        while k > at - 5 and k > 0 and (clause.norm(k) in COMMAS | words["turn"] or row[k].kind is Kind.NISBA):
            k -= 1
        mention = row[k].mention if k >= 0 else None
        if row[k].is_actor and mention is not None and mention.referent is not None:
            return Subject((mention.referent,), at, "named"), at
        return None, at
    if glued:
        return None, at
    start = 0
    while start < at and (clause.norm(start) in words["connective"] or clause.norm(start) in words["had_been"]):
        start += 1
    if start >= at or at - start > 40:
        return None, at
    if clause.norm(start) not in words["had_been"] and start and previous not in ("قد",) and not _opens_head(clause, start):
        return None, at
    found = subject(clause, start, memory)
    if found is None or (found.how == "described" and previous != "قد" and found.end != at):
        return None, at
    if found.end == at or previous == "قد" or _parenthesis(clause, found.end, at) or _introduced(clause, start, at):
        return Subject(found.speakers, at, found.how), start
    return None, at


def introduced(clause: Clause, at: int, memory: Memory, verb: Verb) -> Subject | None:
    """"فلانة، الناشطة في المجال، دعت الحكومة إلى": who is introduced at the head of the sentence, or behind "من جهته،".

    The noun behind such a verb is its object, even where it agrees with it.
    """
    start, words = 0, openings()
    if clause.norm(at - 1) not in COMMAS:
        return None
    for k in range(1, min(_OPENER, at - 1)):
        if clause.norm(k) in COMMAS and any(clause.norm(j) in words["adverbial"] | words["turn"] for j in range(k)):
            start = k + 1
    element = clause.elements[start]
    if element.mention is None and not start:
        return _unlisted(clause, at)
    if element.mention is None or element.mention.referent is None or disagrees(clause, element, verb):
        return None
    named = Subject((element.mention.referent,), at, "named")
    return named if _introduced(clause, start, at) else None


def _unlisted(clause: Clause, at: int) -> Subject | None:
    """A name no list holds at the head of a sentence, with what its bearer is: "كمال الزواري، نائب برلماني، شدد"."""
    words, end = openings(), 0
    while end < _NAME and may_be_name(clause, end) and not clause.norm(end).startswith("و"):
        end += 1
    calling = clause.norm(end + 1).removeprefix("ال")
    told = calling in words["people"] | words["calling"] or clause.elements[min(end + 1, at)].kind is Kind.TITLE
    apart = end >= 2 and end + 2 < at < end + _LONGEST and clause.norm(end) in COMMAS
    if not apart or not told or not is_given(clause.norm(0)):
        return None
    if any(verb_at(e.norm) is not None or e.norm in words["that"] for e in clause.elements[end:at] if e.norm):
        return None
    return Subject((described(clause.text(0, end)),), at, "named")


def _introduced(clause: Clause, start: int, at: int) -> bool:
    """ "فلان، أستاذ القانون بالجامعة، قال": one person who is introduced between commas, and no other."""
    row = clause.elements
    at -= clause.norm(at - 1) in openings()["turn"]  # "فلان، أستاذ القانون، بدوره أكد"
    if row[start].kind is not Kind.PERSON or row[start].prefix or clause.norm(at - 1) not in COMMAS:
        return False
    that, between = openings()["that"], row[start + 1 : at]
    others = (e.kind is Kind.PERSON or verb_at(e.norm) is not None or e.norm in that for e in between)
    return len(between) < _LONGEST and not any(others)


def _opens_head(clause: Clause, start: int) -> bool:
    return start <= 2


def _parenthesis(clause: Clause, begin: int, end: int) -> bool:
    """Whether elements `begin`..`end` are an apposition between marks, a relative clause, or dated circumstances."""
    if begin >= end:
        return True
    first, last = clause.norm(begin), clause.norm(end - 1)
    if end - begin == 1 and first not in COMMAS:
        return False  # the dash after a dateline
    closed = last in COMMAS or last in "-–—)"
    if first in COMMAS or first in "-–—(":
        return closed or last == "قد"
    return closed and (first in openings()["relative"] or first in openings()["adjunct"] or first.startswith("و"))
