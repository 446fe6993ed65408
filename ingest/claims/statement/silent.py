"""Who speaks where a verb of saying has no subject of its own."""

from __future__ import annotations

from ingest.claims.clause import COMMAS, Clause
from ingest.claims.speaker import Memory, is_alone
from ingest.claims.speech import Verb, openings
from ingest.claims.statement.heads import opens_at_once
from ingest.claims.statement.subject import disagrees
from ingest.claims.statement.topic import governed, topic
from ingest.mention import Kind
from kg.claim import Referent
from kg.vocabulary import M

_DEED = 30          # elements of a deed that somebody's words are added to
_SOURCE = 40        # elements of words behind which their source is told
_ENCOUNTERS = frozenset({"verb", "bilateral"})
_CIRCUMSTANCE = 8   # elements of a circumstance before a verb without a subject


def silent(
    clause: Clause, at: int, verb: Verb, memory: Memory, before: tuple[Referent, ...]
) -> tuple[Referent, ...]:
    """The speakers of a verb without a subject: those of the sentence so far, its topic, or those who spoke last."""
    sentence = clause.sentence.index
    alone = verb.number != "s" and is_alone(before)
    if not verb.participle and clause.norm(at - 1) in openings()["other_time"]:
        return ()
    if before and not alone:
        spoke = memory.spoken[-1][1] if memory.spoken else ""
        agrees = not verb.gender or not spoke or verb.number != "s" or spoke == verb.gender
        if not agrees and not verb.participle:
            return ()  # "أعادت الوكالة نشر تقرير يصفه بأنه ...": it is the report that says so
        return before if agrees else memory.last(verb, sentence)
    if at <= 1:
        written = memory.writer[0] and verb.act in ("say", "deny") and memory.writer[1] == verb.gender
        return memory.writer[0] if written else memory.last(verb, sentence)
    if alone:
        return ()
    if clause.norm(at - 1) == "ان" and not verb.participle:
        return topic(clause, at)  # "سبق لفلان أن قال"
    if verb.participle or clause.elements[at].norm != verb.form:  # "استقبل الرئيس فلانا وأكد أن ...", "..., مؤكدا أن"
        return topic(clause, at) or (_gone_on(clause, at, verb, memory) if verb.participle else ())
    if clause.norm(at - 1) in openings()["whereby"] and (about := topic(clause, at)):
        return _who_of_two(clause, at, verb) if _is_encounter(clause, at) else about  # "قدم المدير عرضا، حيث أكد أن"
    openers = openings()["adjunct"] | openings()["connective"] | openings()["before_verb"]
    fronted = clause.norm(0) in openers or clause.norm(0)[1:] in openers
    token = clause.reading.document.tokens[clause.elements[0].first]
    if token.norm == "علي" and clause.reading.document.text[token.start : token.end].endswith("ي"):
        fronted = False  # the name Ali is folded like the preposition
    if clause.norm(0).removeprefix("و") in openings()["in"] and not _short(clause, at, verb):
        return ()
    return memory.last(verb, sentence) if fronted and not _told_by_another(clause, at) else ()


def _is_encounter(clause: Clause, at: int) -> bool:
    """"استقبل الرئيس الوزير، حيث أكد أن": whether two meet, either of whom may be the subject of the verb behind."""
    met = (e.mention for e in clause.elements[:at] if e.kind is Kind.MEETING)
    return any(m is not None and not m.tags.isdisjoint(_ENCOUNTERS) for m in met) and len(_people(clause, at)) > 1


def _people(clause: Clause, at: int) -> list[int]:
    return [k for k, element in enumerate(clause.elements[:at]) if element.kind in (Kind.PERSON, Kind.TITLE)]


def _who_of_two(clause: Clause, at: int, verb: Verb) -> tuple[Referent, ...]:
    """The only one of those who meet with whom the verb agrees: "استقبل الوزير السفيرة …، حيث أكدت أن"."""
    fitting = [k for k in _people(clause, at) if not disagrees(clause, clause.elements[k], verb)]
    mention = clause.elements[fitting[0]].mention if len(fitting) == 1 and verb.gender and verb.number == "s" else None
    return (mention.referent,) if mention is not None and mention.referent is not None else ()


def _told_by_another(clause: Clause, at: int) -> bool:
    """"وفي واشنطن أكد أن ...، وفق الناطق باسم الحكومة": whether somebody is named as a source behind the words."""
    row, sources = clause.elements, openings()["source"]
    reach = range(at + 1, min(at + _SOURCE, len(row) - 1))
    return any(row[i].norm in sources and clause.norm(i - 1) in COMMAS and row[i + 1].is_actor for i in reach)


def _short(clause: Clause, at: int, verb: Verb) -> bool:
    """"وفي تصريح للصحافة أكد أن": whether a short circumstance stands before a verb that opens its words at once.

    Nobody may be named in it.
    """
    people = any(e.kind in (Kind.PERSON, Kind.TITLE) for e in clause.elements[:at])
    return at <= _CIRCUMSTANCE and not people and opens_at_once(clause, at + 1, verb)


def _gone_on(clause: Clause, at: int, verb: Verb, memory: Memory) -> tuple[Referent, ...]:
    """"وعرج على ملف الهجرة، مشيرا إلى أن ...": who spoke in the sentence before and of whom something is told here without a
    subject, since a preposition follows the verb."""
    words = openings()
    verb_place = 1 if clause.norm(0) in words["likewise"] else 0
    told = clause.norm(verb_place)
    begins = told[:1] == "و" or verb_place == 1
    if at > _DEED or not begins or not clause.norm(at - 1) or clause.norm(at - 1) not in COMMAS or _is_function(told):
        return ()
    following, element = clause.norm(verb_place + 1), clause.elements[verb_place + 1]
    governs = following in words["adjunct"] or (element.mention is not None and element.prefix.endswith(("ب", "ل", "لل")))
    if not governs or not memory.spoken or memory.spoken[-1][2] != clause.sentence.index - 1:
        return ()
    if any(e.is_actor and not e.prefix and not governed(clause, k) for k, e in enumerate(clause.elements[:at])):
        return ()
    last = memory.last(verb, clause.sentence.index)
    return last if len(last) == 1 and last[0].type == M.Person else ()


def _is_function(norm: str) -> bool:
    """Whether the first word of a sentence is no verb of which the last speaker may be the subject."""
    words, bare = openings(), norm.removeprefix("و")
    lists = ("connective", "adjunct", "before_verb", "had_been", "came", "impersonal", "relative", "source")
    return any(norm in words[name] or bare in words[name] for name in lists)
