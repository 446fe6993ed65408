"""Finds where somebody's words are reported: the verb (or source word), the speakers, and where the content begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.claims.clause import COMMAS, QUOTES, STOPS, Clause, is_small_quote
from ingest.claims.opening import opening
from ingest.claims.speaker import Memory, Subject, described, document
from ingest.claims.speech import Verb, openings, verb_at
from ingest.claims.subject import phrase_end, skip_light, subject
from ingest.mentions.mention import Kind
from kg.claim import Referent


@dataclass(frozen=True, slots=True)
class Cue:
    """Reported speech in one sentence.

    Content begins at element `content`; the reporting words begin at `begin` (content before them ends there); `how` is the
    kind of subject, `intro` what opened the content. `end` is where the content ends, if the construction says so.
    """

    begin: int
    content: int
    speakers: tuple[Referent, ...]
    how: str
    intro: str
    verb: Verb | None
    end: int | None = None


def cues(clause: Clause, memory: Memory) -> Iterator[Cue]:
    """The reports of a sentence in text order; `memory` is brought up to date with each."""
    row = clause.elements
    speaker: tuple[Referent, ...] = ()
    for i, element in enumerate(row):
        if element.mention is not None or clause.inside[i]:
            continue
        cue = _source(clause, i, memory) or _his_words(clause, i) or _came(clause, i, memory)
        if cue is None:
            verb = verb_at(element.norm)
            cue = None if verb is None else _verb(clause, i, verb, memory, speaker)
        if cue is None:
            continue
        if cue.how not in ("source", "described") and any(
            clause.norm(k) in openings()["document"] for k in range(cue.begin, cue.content)
        ):
            memory.issuer = cue.speakers[0]  # "قالت الوزارة في بيان": the statement is hers
        if cue.how != "source":
            speaker = cue.speakers
            memory.note(cue.speakers, cue.verb.gender if cue.verb else "", clause.sentence.index)
        yield cue


def _verb(clause: Clause, at: int, verb: Verb, memory: Memory, before: tuple[Referent, ...]) -> Cue | None:
    if _unsaid(clause, at, verb):
        return None
    found, begin = (None, at) if verb.participle else _subject(clause, at, verb, memory)
    if found is None and not verb.participle and not (_heads_clause(clause, at, verb) and _elliptic(clause, at + 1, verb)):
        return None
    after = found.end if found is not None and found.end > at else at + 1
    opened = opening(clause, at, after, verb, explicit=found is not None)
    if opened is None or clause.norm(opened[0]) in openings()["pronoun"]:
        return None
    content, intro = opened
    if found is not None:
        loose = intro not in ("that", "colon") and clause.elements[at].norm == verb.form
        if found.how == "described" and verb.strict and (
            (intro == "noun" and clause.norm(content) not in openings()["object"]) or (loose and intro != "noun")
        ):
            return None
        return Cue(begin, content, found.speakers, found.how, intro, verb)
    if at == 0 and clause.norm(0) in openings()["impersonal"]:
        return None
    speakers = _silent(clause, at, verb, memory, before)
    return Cue(begin, content, speakers, "continued", intro, verb) if speakers else None


def _unsaid(clause: Clause, at: int, verb: Verb) -> bool:
    """Whether the verb is denied or only wished for: "لم يعلن", "توقع محللون أن تعلن الصين"."""
    words = openings()
    before = clause.norm(at - 1)
    if verb.participle or not before:
        return False
    present = verb.form[0] in "يت" and verb.form != verb.lemma
    return before in words["not_said"] or (present and before in ("ان", "وان", "الا", "لان"))


def _subject(clause: Clause, at: int, verb: Verb, memory: Memory) -> tuple[Subject | None, int]:
    """The subject of a finite verb and where its clause begins: just before it, after it, or further before it."""
    row = clause.elements
    glued = row[at].norm != verb.form
    if not glued and at and row[at - 1].is_actor and _opens_clause(clause, at - 1):
        mention = row[at - 1].mention
        if mention is not None and mention.referent is not None and mention.prefix in ("", "و", "ف"):
            return Subject((mention.referent,), at, "named"), at - 1
    if not glued and at and clause.norm(at + 1) in openings()["inside"] and row[at - 1].is_actor:
        mention = row[at - 1].mention
        if mention is not None and mention.referent is not None:
            return Subject((mention.referent,), at, "named"), at
    if clause.norm(at - 1) in openings()["document"] and not glued:
        return None, at  # "رسالة تطالب السلطات": the letter speaks, not what follows
    heads = _heads_clause(clause, at, verb)
    if heads or (not verb.strict and row[at - 1].mention is not None and not row[at - 1].is_actor):
        found = subject(clause, at + 1, memory, verb)
        if found is not None and (heads or found.how == "named"):
            return found, at
    return _subject_before(clause, at, memory, glued)


def _opens_clause(clause: Clause, at: int) -> bool:
    """Whether the element at `at` is the first of its clause."""
    words = openings()
    before = clause.norm(at - 1)
    return (at == 0 or before in COMMAS or before in words["connective"] or before in words["had_been"]
            or before in QUOTES or before == ":" or before in words["before_verb"])


def _heads_clause(clause: Clause, at: int, verb: Verb) -> bool:
    """Whether a verb stands where a clause may begin; elsewhere the same letters are mostly a noun or belong to one."""
    if at == 0 or clause.elements[at].norm != verb.form:
        return True
    words = openings()
    before = clause.elements[at - 1]
    if before.mention is not None:
        return before.kind is Kind.DATE
    return (not before.norm[0].isalnum() or before.norm in words["connective"] or before.norm in words["relative"]
            or before.norm in words["had_been"] or before.norm in words["light"] or before.norm in words["before_verb"])


def _elliptic(clause: Clause, at: int, verb: Verb) -> bool:
    """Whether no subject follows the verb: what follows opens its content, its circumstances or its object."""
    words = openings()
    unglued = clause.elements[at - 1].norm == verb.form
    if clause.norm(at - 2) in words["relative"] or (unglued and clause.norm(0) in words["had_been"]):
        return False  # somebody speaks there, but nobody we know
    at = skip_light(clause, at)
    if at >= len(clause.elements):
        return False
    element = clause.elements[at]
    if element.mention is not None:
        return bool(element.prefix) or verb.act == "urge" or "noun" in verb.intro
    norm = element.norm
    if not norm[0].isalpha() or any(norm in words[name] for name in ("that", "adjunct", "pronoun", "audience", "to", "in")):
        return True
    if "with" in verb.intro and norm.startswith("ب"):
        return True
    if verb.act == "urge" and norm.startswith("ال"):
        return True
    return "noun" in verb.intro and norm in words["object"]


def _silent(
    clause: Clause, at: int, verb: Verb, memory: Memory, before: tuple[Referent, ...]
) -> tuple[Referent, ...]:
    """The speakers of a verb without a subject: those of the sentence so far, its topic, or those who spoke last."""
    if before:
        return before
    if verb.participle and at > 1 and (topic := _topic(clause, at)):
        return topic
    return memory.last(verb, clause.sentence.index)


def _topic(clause: Clause, at: int) -> tuple[Referent, ...]:
    """The actor that the sentence is about: for a participle without an earlier verb of saying."""
    for element in clause.elements[:at]:
        mention = element.mention
        if element.is_actor and mention is not None and mention.prefix in ("", "و") and mention.referent is not None:
            return (mention.referent,)
    return ()


def _subject_before(clause: Clause, at: int, memory: Memory, glued: bool) -> tuple[Subject | None, int]:
    """A subject that stands before its verb: at the head of the sentence, after "كان", or as the antecedent of "التي"."""
    words = openings()
    row = clause.elements
    previous = clause.norm(at - 1)
    if previous in words["relative"]:
        k = at - 2
        while k > at - 5 and k > 0 and (clause.norm(k) in COMMAS or row[k].kind is Kind.NISBA):
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
    if found.end == at or previous == "قد" or _parenthesis(clause, found.end, at):
        return Subject(found.speakers, at, found.how), start
    return None, at


def _opens_head(clause: Clause, start: int) -> bool:
    return start <= 2


def _parenthesis(clause: Clause, begin: int, end: int) -> bool:
    """Whether elements `begin`..`end` are an apposition between marks, a relative clause, or dated circumstances."""
    if begin >= end:
        return True
    first, last = clause.norm(begin), clause.norm(end - 1)
    closed = last in COMMAS or last in "-–—)"
    if first in COMMAS or first in "-–—(":
        return closed or last == "قد"
    return closed and (first in openings()["relative"] or first in openings()["adjunct"] or first.startswith("و"))


def _source(clause: Clause, at: int, memory: Memory) -> Cue | None:
    """"بحسب البيان، ..." or "...، وفق وزير الداخلية": the rest of the sentence is told after a source."""
    words = openings()
    norm = clause.norm(at)
    if norm not in words["source"]:
        return None
    start = at + 1
    if clause.norm(start) == "ما" and verb_at(clause.norm(start + 1)) is not None:
        start += 2
    elif clause.norm(start) == "عن" or (norm.endswith("حسبما") and verb_at(clause.norm(start)) is not None):
        start += 1
    found = _sourced_subject(clause, start, memory)
    if found is None:
        return None
    head = at - (1 if clause.norm(at - 1) in COMMAS else 0)
    if head <= 1:
        content = found.end + (1 if clause.norm(found.end) in COMMAS else 0)
        return Cue(at, content, found.speakers, "source", "source", None)
    return Cue(at, 0, found.speakers, "source", "source", None, end=head)


def _sourced_subject(clause: Clause, start: int, memory: Memory) -> Subject | None:
    row = clause.elements
    if start >= len(row):
        return None
    mention = row[start].mention
    words = openings()
    if mention is not None and mention.kind in (Kind.PERSON, Kind.ORGANIZATION, Kind.TITLE) and mention.referent is not None:
        return Subject((mention.referent,), start + 1, "named") if mention.prefix in ("", "ل", "لل") else None
    norm = row[start].norm
    if norm in words["source_head"]:
        end = phrase_end(clause, start, definite=False)
        return Subject((described(clause.text(start, end)),), end, "described")
    for form in (norm, norm.removeprefix("ل"), "ا" + norm[1:] if norm.startswith("لل") else norm):
        if form in words["document"]:
            return document(clause, start, memory)
    return None


def _his_words(clause: Clause, at: int) -> Cue | None:
    """"نقلت الوكالة عن فلان قوله (في كلمة) إن ..."."""
    words = openings()
    if clause.norm(at) not in words["his_words"] or clause.norm(at).startswith("ب"):
        return None
    conveyed = any(clause.norm(k) in words["conveyed"] for k in range(max(0, at - 20), at))
    for i in range(at + 1, min(len(clause.elements), at + (14 if conveyed else 2))):
        norm = clause.norm(i)
        if norm in words["that"] or norm == ":" or (norm in QUOTES and not is_small_quote(clause, i)):
            speaker = _quoted_person(clause, at, conveyed)
            return Cue(at, i + (norm == ":"), (speaker,), "named", "that", None) if speaker else None
    return None


def _quoted_person(clause: Clause, at: int, conveyed: bool) -> Referent | None:
    """The last person before element `at`, else the last other actor."""
    reach = range(at - 1, max(-1, at - (14 if conveyed else 9)), -1)
    for kinds in ((Kind.PERSON,), (Kind.TITLE, Kind.ORGANIZATION, Kind.GROUP, Kind.COUNTRY, Kind.COALITION)):
        for k in reach:
            mention = clause.elements[k].mention
            if mention is not None and mention.kind in kinds and mention.referent is not None:
                speaker: Referent = mention.referent
                return speaker
    return None


def _came(clause: Clause, at: int, memory: Memory) -> Cue | None:
    """"جاء في البيان أن ..."."""
    words = openings()
    if clause.norm(at) not in words["came"] or clause.norm(at + 1) != "في" or clause.norm(at + 2) not in words["document"]:
        return None
    found = document(clause, at + 2, memory)
    for i in range(found.end, min(len(clause.elements), found.end + 12)):
        norm = clause.norm(i)
        if norm in words["that"] or norm in QUOTES or norm == ":":
            return Cue(at, i + (norm == ":"), found.speakers, "document", "that", None)
        if norm in STOPS:
            return None
    return None
