"""Finds where somebody's words are reported: the verb (or source word), the speakers, and where the content begins."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ingest.claims.clause import COMMAS, QUOTES, Clause
from ingest.claims.speaker import Memory, Subject, is_alone
from ingest.claims.speech import Verb, is_definite, openings, verb_at, with_conjunctions
from ingest.claims.statement.fronted_subject import subject_before
from ingest.claims.statement.late_opening import late_opening
from ingest.claims.statement.noun_phrase import is_deed, is_people
from ingest.claims.statement.opening import opening
from ingest.claims.statement.sources import Cue, came, conveyed, conveyer, his_words, sourced, without_verb
from ingest.claims.statement.subject import disagrees, skip_light, subject
from ingest.claims.statement.told_after import told_before
from ingest.claims.statement.topic import answers, governed, inside, topic
from ingest.claims.statement.verb_limits import allowed
from ingest.mentions.mention import Kind
from ingest.parts import within
from kg.claim import Referent
from kg.vocabulary import M

_RESUMING = ("ها", "هما", "هم")   # endings of the noun in which a relative clause takes up what it is about


def cues(clause: Clause, memory: Memory) -> Iterator[Cue]:
    """The reports of a sentence in text order; `memory` is brought up to date with each."""
    row = clause.elements
    speaker: tuple[Referent, ...] = ()
    told = -1
    document = clause.reading.document
    tokens = document.tokens
    reporting = document.once("reporting words", lambda: document.where(_reporting() & document.words))
    for i in [at for token in within(reporting, clause.sentence) if (at := clause.beginning(token)) is not None]:
        element = row[i]
        if (element.mention is not None and not _misread(clause, i)) or clause.inside[i]:
            continue
        cue = None
        if element.norm in without_verb():
            cue = sourced(clause, i, memory) or his_words(clause, i)
            cue = cue or came(clause, i, memory) or conveyed(clause, i, memory)
        if cue is None:
            verb = verb_at(element.norm or tokens[element.first].norm)
            cue = None if verb is None else _verb(clause, i, verb, memory, speaker)
        if cue is None or (told == i and element.norm in openings()["with_saying"]) or _told_twice(cue, told):
            continue  # "ختم كلمته بالتأكيد على أن", "علق قائلا:": one report
        told = cue.content
        if cue.how not in ("source", "described") and any(
            clause.norm(k) in openings()["document"] for k in range(cue.begin, cue.content)
        ):
            memory.issuer = cue.speakers[0]  # "قالت الوزارة في بيان": the statement is hers
        if _is_embedded(clause, cue, speaker):
            yield cue
            continue  # "قال فلان إن الوزارة أكدت أن ...": it is still he who goes on
        if cue.how != "source" or (cue.begin == 0 and not speaker):
            speaker = cue.speakers  # also "بحسب المسؤول فإن ...، لافتا إلى ..."
        if cue.how != "source":
            memory.quoted = cue.speakers if cue.verb is None and cue.how == "named" else ()
            memory.writer = conveyer(clause, cue.begin, memory) if memory.quoted else ((), "")
        if cue.how != "source" or (not speaker and cue.speakers[0].type != M.Person):
            memory.note(cue.speakers, cue.verb.gender if cue.verb else "", clause.sentence.index)
        yield cue


def _told_twice(cue: Cue, told: int) -> bool:
    """Whether the words of a report are those that the verb before opened already."""
    return cue.content == told and cue.how == "continued"


@cache
def _reporting() -> frozenset[str]:
    """The words with which a report may begin: most words do not."""
    return without_verb().union(with_conjunctions())


def _is_embedded(clause: Clause, cue: Cue, speaker: tuple[Referent, ...]) -> bool:
    """Whether a report is told in the words of the one before it: a verb with its own subject that opens no clause."""
    if not speaker or cue.verb is None or cue.how not in ("named", "described") or cue.speakers == speaker or not cue.begin:
        return False
    verb = next((k for k in range(cue.begin, cue.content) if verb_at(clause.norm(k)) == cue.verb), cue.begin)
    before = clause.norm(cue.begin - 1)
    glued = clause.norm(verb) != cue.verb.form
    return not glued and before not in COMMAS and before not in openings()["connective"] - openings()["that"]


def _misread(clause: Clause, at: int) -> bool:
    """A verb written like a number word: "أثنى" (praised) and "اثني" (two)."""
    element = clause.elements[at]
    follows = at + 1 < len(clause.elements) and clause.elements[at + 1].is_actor
    return element.kind is Kind.NUMBER and element.last - element.first == 1 and (at == 0 or follows)


def _verb(clause: Clause, at: int, verb: Verb, memory: Memory, before: tuple[Referent, ...]) -> Cue | None:
    if _unsaid(clause, at, verb):
        return None
    found, begin = (None, at) if verb.participle else _subject(clause, at, verb, memory)
    heads = _heads_clause(clause, at, verb) or answers(clause, at, verb)
    if found is None and not verb.participle and not (heads and _elliptic(clause, at + 1, verb)):
        return None
    after = found.end if found is not None and found.end > at else at + 1
    earlier = None if found is None else told_before(clause, at, verb, found, bool(before))
    if earlier is not None:
        return earlier
    opened = opening(clause, at, after, verb, explicit=found is not None)
    if opened is None:
        opened = late_opening(clause, after, verb, explicit=found is not None)
    if opened is None or (clause.norm(opened[0]) in openings()["pronoun"] and not _pointed_at(clause, *opened)):
        return None
    content, intro = opened
    if not allowed(clause, at, verb, found, after, intro, content):
        return None
    if found is not None:
        if not _credible(clause, at, verb, found, intro, content):
            return None
        return Cue(begin, content, found.speakers, found.how, intro, verb)
    if at == 0 and clause.norm(0) in openings()["impersonal"]:
        return None
    speakers = _silent(clause, at, verb, memory, before)
    return Cue(begin, content, speakers, "continued", intro, verb) if speakers else None


def _pointed_at(clause: Clause, content: int, intro: str) -> bool:
    """ "انتقد هذا التقرير": a pronoun that only points at the noun behind it."""
    words, following = openings(), clause.norm(content + 1)
    put_down = following in words["to"]  # "عزا ذلك إلى"
    return intro == "noun" and clause.norm(content) in words["pointing"] and (put_down or is_definite(following))


def _credible(clause: Clause, at: int, verb: Verb, found: Subject, intro: str, content: int) -> bool:
    """Whether a verb with other senses reports words here: a speaker who is only described, or who fights, is no proof."""
    if verb.lemma in openings()["by_person"] and found.speakers[0].type not in (M.Person, M.Actor):
        return False
    related = intro == "noun" and clause.norm(at - 1) in openings()["relative"] and found.end > at
    if related and clause.norm(content).endswith(_RESUMING):
        return False  # "الدولة التي أعلن المسلحون قيامها"
    if found.how != "described" or not verb.strict or intro in ("that", "colon"):
        return True
    if verb.lemma in openings()["by_person"]:
        return False
    if intro == "noun":
        return clause.norm(content) in openings()["object"]
    if intro == "to" and clause.norm(content + 1) in openings()["that"]:
        return True
    sure = intro == "about" or is_people(clause.norm(at + 1)) or clause.norm(at + 1) in openings()["back"]
    return sure and (clause.elements[at].norm != verb.form or clause.norm(at - 1) in openings()["likewise"])


def _unsaid(clause: Clause, at: int, verb: Verb) -> bool:
    """Whether the verb is denied or only wished for: "لم يعلن", "توقع محللون أن تعلن الصين"."""
    words = openings()
    before = clause.norm(at - 1)
    following = clause.elements[at + 1] if at + 1 < len(clause.elements) else None
    if verb.lemma in words["for_someone"] and following is not None and following.prefix == "ل" and following.is_actor:
        return True  # "يسجل لفلان الفضل": the passive
    if clause.norm(at) in words["came"] and (clause.norm(at + 1) == "في" or before in words["what"]):
        return True  # "ما ورد في القانون": not ورد as و and رد
    if f"{verb.form} {clause.norm(at + 1)}" in words["idiom"]:
        return True  # "رأت النور"
    if verb.participle or not before:
        return False
    if clause.norm(at + 1) in words["resumed"] and before in words["relative"] | words["what"]:
        return True  # "المتوسط الذي تشير إليه الإحصائيات": its words are what it is related to
    return before in words["not_said"] or (verb.present and before in words["subjunctive"])


def _subject(clause: Clause, at: int, verb: Verb, memory: Memory) -> tuple[Subject | None, int]:
    """The subject of a finite verb and where its clause begins: just before it, after it, or further before it."""
    row = clause.elements
    glued = row[at].norm != verb.form
    if not glued and at and row[at - 1].is_actor and _opens_clause(clause, at - 1):
        mention = row[at - 1].mention
        joined = row[at - 1].prefix == "و" and at > 1 and clause.norm(at - 2) not in COMMAS
        if mention is not None and mention.referent is not None and mention.prefix in ("", "و", "ف") and not joined:
            return Subject((mention.referent,), at, "named"), at - 1
    timed = clause.norm(at - 1) in openings()["time"]  # "في وقت أعرب فيه الوزير عن"
    if not glued and at and not timed and clause.norm(at + 1) in openings()["inside"]:
        found = inside(clause, at, verb)
        if found is not None:
            return found, at
    if clause.norm(at - 1) in openings()["document"] and not glued:
        return None, at  # "رسالة تطالب السلطات": the letter speaks, not what follows
    if clause.norm(at - 1) == "قد" and clause.norm(0) in openings()["had_been"]:
        return subject_before(clause, at, memory, glued)
    if verb.act == "urge" and glued and at > 1 and row[min(at + 1, len(row) - 1)].kind is not Kind.PERSON:
        return None, at  # "... وطالبت السلطات بالتحقيق": in mid-sentence what follows is called upon
    heads = _heads_clause(clause, at, verb)
    fronted = row[at - 1].mention is not None and (not row[at - 1].is_actor or governed(clause, at - 1))
    if heads or (not verb.strict and fronted):
        found = subject(clause, at + 1, memory, verb)
        if found is not None and (heads or found.how == "named"):
            return found, at
    return subject_before(clause, at, memory, glued)


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
    if before.norm in words["another"]:
        return clause.norm(at - 2) in words["matters"]
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
        speaks = element.kind in (Kind.TITLE, Kind.PERSON) and not disagrees(clause, element, verb)
        return bool(element.prefix) or verb.act == "urge" or ("noun" in verb.intro and not speaks)
    norm = element.norm
    beside = verb_at(norm)
    if beside is not None and beside.participle:
        return True  # "وتابع قائلا"
    if not norm[0].isalpha() or any(norm in words[name] for name in ("that", "adjunct", "pronoun", "audience", "to", "in")):
        return True
    if "with" in verb.intro and norm.startswith("ب"):
        return True
    if verb.act == "urge" and norm.startswith("ال"):
        return True
    other = is_definite(norm) and disagrees(clause, element, verb)  # "وحملت الاحتلال المسؤولية"
    return "noun" in verb.intro and (norm in words["object"] or is_deed(clause, element) or other)


def _silent(
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
    if verb.participle or clause.elements[at].norm != verb.form:
        return topic(clause, at)  # "استقبل الرئيس فلانا وأكد أن ...", "..., مؤكدا أن"
    openers = openings()["adjunct"] | openings()["connective"] | openings()["before_verb"]
    fronted = clause.norm(0) in openers or clause.norm(0)[1:] in openers
    token = clause.reading.document.tokens[clause.elements[0].first]
    if clause.reading.document.text[token.start : token.end].endswith("ي"):
        fronted = False  # the name Ali is folded like the preposition
    return memory.last(verb, sentence) if fronted else ()
