"""Finds where somebody's words are reported: the verb (or source word), the speakers, and where the content begins."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ingest.claims.clause import COMMAS, STOPS, Clause
from ingest.claims.speaker import Memory, Subject
from ingest.claims.speech import Verb, is_definite, openings, verb_at, with_conjunctions
from ingest.claims.statement.called_again import same_body
from ingest.claims.statement.fronted_subject import introduced, subject_before
from ingest.claims.statement.heads import behind_circumstance, elliptic, heads_clause, opens_at_once, opens_clause
from ingest.claims.statement.late_opening import late_opening
from ingest.claims.statement.narrated import another
from ingest.claims.statement.noun_phrase import is_people
from ingest.claims.statement.opening import opening
from ingest.claims.statement.silent import silent
from ingest.claims.statement.sources import Cue, came, conveyed, conveyer, his_words, sourced, without_verb
from ingest.claims.statement.subject import disagrees, subject
from ingest.claims.statement.told_after import told_before
from ingest.claims.statement.topic import answers, governed, inside
from ingest.claims.statement.verb_limits import allowed, is_described, is_passive
from ingest.claims.statement.verbless import headed
from ingest.document import Zone
from ingest.mention import Kind
from ingest.parts import within
from kg.claim import Referent
from kg.vocabulary import M

_SOURCED = 5   # elements between the words "بحسب فلان،" and the report they are told for
_RESUMING = ("ها", "هما", "هم")   # endings of the noun in which a relative clause takes up what it is about


def cues(clause: Clause, memory: Memory) -> Iterator[Cue]:
    """The reports of a sentence in text order; `memory` is brought up to date with each."""
    row = clause.elements
    speaker: tuple[Referent, ...] = ()
    told, source = -1, None
    if (opened := headed(clause, memory)) is not None:
        speaker = opened.speakers
        memory.note(speaker, "", clause.sentence.index)
        yield opened
    document = clause.reading.document
    tokens = document.tokens
    reporting = document.once("reporting words", lambda: document.where(_reporting() & document.words))
    for i in [at for token in within(reporting, clause.sentence) if (at := clause.beginning(token)) is not None]:
        element = row[i]
        if (element.mention is not None and not _misread(clause, i)) or clause.inside[i]:
            continue
        cue = None
        if element.norm in without_verb() and (element.norm != "علي" or clause.norm(i + 1) == "ما"):
            cue = sourced(clause, i, memory) or his_words(clause, i)
            cue = cue or came(clause, i, memory) or conveyed(clause, i, memory)
        if cue is None:
            verb = verb_at(element.norm or tokens[element.first].norm)
            cue = None if verb is None else _verb(clause, i, verb, memory, speaker)
            if cue is None and (other := another(clause, i)) is not None:
                speaker = (other,)  # "..., كما رحب بها الرئيس فلان واصفا الطلب بـ": it is he who goes on
                memory.note(speaker, "" if verb is None else verb.gender, clause.sentence.index)
        if cue is None or (told == i and element.norm in openings()["with_saying"]) or _told_twice(cue, told):
            continue  # "ختم كلمته بالتأكيد على أن", "علق قائلا:": one report
        told = cue.content
        if cue.how not in ("source", "described") and (paper := _paper(clause, cue)):
            memory.issue(cue.speakers[0], paper, clause.sentence.index)  # "قالت الوزارة في بيان": the statement is hers
        if _is_embedded(clause, cue, speaker) and not _behind_source(cue, source):
            yield cue
            continue  # "قال فلان إن الوزارة أكدت أن ...": it is still he who goes on
        source = cue if cue.how == "source" else None
        if cue.how != "source" or (cue.begin == 0 and not speaker):
            speaker = cue.speakers  # also "بحسب المسؤول فإن ...، لافتا إلى ..."
        if cue.how != "source":
            memory.quoted = cue.speakers if cue.verb is None and cue.how == "named" else ()
            memory.writer = conveyer(clause, cue.begin, memory) if memory.quoted else ((), "")
        if cue.how != "source" or (not speaker and cue.speakers[0].type != M.Person):
            memory.note(cue.speakers, cue.verb.gender if cue.verb else "", clause.sentence.index)
        yield cue


def _paper(clause: Clause, cue: Cue) -> str:
    """The document told between a verb and its words, or behind the speaker of words told before: "تؤكد السفارة في بيان"."""
    before = cue.intro == "before" and cue.end is not None
    told = range(cue.end or 0, len(clause.elements)) if before else range(cue.begin, cue.content)
    return next((norm for k in told if (norm := clause.norm(k)) in openings()["document"]), "")


def _behind_source(cue: Cue, source: Cue | None) -> bool:
    """Whether a report is all that a source is told for: "بحسب المراسل، فإن الوزير قال إن ...، مؤكدا أن"."""
    return source is not None and source.content <= cue.begin <= source.content + _SOURCED and cue.how == "named"


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
    if before in openings()["while"] and clause.norm(cue.begin - 2) == "في":
        return False  # "طالب فلان بالرد، في حين شدد الوزير على …"
    glued = clause.norm(verb) != cue.verb.form
    return not glued and before not in COMMAS and before not in openings()["connective"] - openings()["that"]


def _joins_clause(clause: Clause, at: int, verb: Verb) -> bool:
    """"اتفاق لوقف النار وبايدن يؤكد أن": whether the name before a verb begins a clause of a headline and joins no other."""
    element = clause.elements[at - 1]
    if not at or element.prefix != "و" or disagrees(clause, element, verb) or verb.number != "s":
        return False
    return not any(e.is_actor or e.norm in openings()["between"] for e in clause.elements[max(0, at - 4) : at - 1])


def _once(clause: Clause, at: int) -> bool:
    """ "سبق للجزائر أن دعت سوريا": what follows the verb is called upon."""
    k = at - 1 - (clause.norm(at - 1) == "قد")
    if clause.norm(k) not in openings()["that"]:
        return False
    return any(clause.norm(i).removeprefix("و") in openings()["did_before"] for i in range(max(0, k - _SOURCED), k))


def _misread(clause: Clause, at: int) -> bool:
    """A verb written like a number word: "أثنى" (praised) and "اثني" (two)."""
    element = clause.elements[at]
    follows = at + 1 < len(clause.elements) and clause.elements[at + 1].is_actor
    return element.kind is Kind.NUMBER and element.last - element.first == 1 and (at == 0 or follows)


def _verb(clause: Clause, at: int, verb: Verb, memory: Memory, before: tuple[Referent, ...]) -> Cue | None:
    if _unsaid(clause, at, verb):
        return None
    loose = behind_circumstance(clause, at, verb)
    found, begin = (None, at) if verb.participle else _subject(clause, at, verb, memory, loose)
    heads = heads_clause(clause, at, verb) or answers(clause, at, verb) or (loose and opens_at_once(clause, at + 1, verb))
    if found is None and not verb.participle and not (heads and elliptic(clause, at + 1, verb)):
        return None
    after = found.end if found is not None and found.end > at else at + 1
    if found is not None and is_described(clause, at, found, verb):
        speakers = silent(clause, at, verb, memory, before)
        return Cue(begin, at + 1, speakers, "continued", "noun", verb) if speakers else None
    earlier = None if found is None else told_before(clause, at, verb, found, bool(before))
    if earlier is not None:
        return earlier
    opened = opening(clause, at, after, verb, explicit=found is not None)
    if opened is None:
        opened = late_opening(clause, after, verb, explicit=found is not None)
    if opened is None or (
        clause.norm(opened[0]) in openings()["pronoun"]
        and not _pointed_at(clause, *opened) and not _judged(clause, *opened, verb, found)
    ):
        return None
    content, intro = opened
    if loose and verb.strict and intro not in ("that", "colon", "to", "on"):
        return None
    if not allowed(clause, at, verb, found, after, intro, content):
        return None
    if found is not None:
        if not _credible(clause, at, verb, found, intro, content):
            return None
        return Cue(begin, content, found.speakers, found.how, intro, verb)
    if at == 0 and clause.norm(0) in openings()["impersonal"]:
        return None
    speakers = silent(clause, at, verb, memory, before)
    return Cue(begin, content, speakers, "continued", intro, verb) if speakers else None


def _pointed_at(clause: Clause, content: int, intro: str) -> bool:
    """ "انتقد هذا التقرير": a pronoun that only points at the noun behind it."""
    words, following = openings(), clause.norm(content + 1)
    put_down = following in words["to"]  # "عزا ذلك إلى"
    return intro == "noun" and clause.norm(content) in words["pointing"] and (put_down or is_definite(following))


def _judged(clause: Clause, content: int, intro: str, verb: Verb, found: Subject | None) -> bool:
    """"اعتبرت الوزيرة ذلك خطوة مهمة": what is judged is told by a pronoun, what it is held to be behind it."""
    words, judgement = openings(), clause.norm(content + 1)
    pointing = intro == "noun" and clause.norm(content) in words["pointing"] and verb.lemma in words["judging"]
    told = judgement[:1].isalpha() and not any(judgement in words[name] for name in ("adjunct", "connective", "to"))
    return pointing and found is not None and found.how == "named" and (told or judgement in words["that"])


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
    meanwhile = clause.norm(at - 2).removeprefix("و") in words["in"]  # "في حين يرى"
    when = verb.present and before in words["when"] and not meanwhile
    if is_passive(clause, at, verb) or when:
        return True  # "أُعلن عن", "حين تبدي كييف"
    following = clause.elements[at + 1] if at + 1 < len(clause.elements) else None
    if verb.lemma in words["for_someone"] and following is not None and _for_somebody(clause, at + 1):
        return True  # "يسجل لفلان الفضل": the passive
    if clause.norm(at) in words["came"] and (clause.norm(at + 1) == "في" or before in words["what"]):
        return True  # "ما ورد في القانون": not ورد as و and رد
    if f"{verb.form} {clause.norm(at + 1)}" in words["idiom"]:
        return True  # "رأت النور"
    adjective = verb.participle and at > 0 and clause.norm(at) in words["called_upon"] and before not in COMMAS | STOPS
    if adjective and not _behind_verb(clause, at):
        return True  # "الحكومة اليوم مطالبة بإنجاز": no participle of who speaks
    if verb.participle or not before:
        return False
    if before == "قد" and clause.norm(at - 2) in words["being"] and clause.norm(at - 3) in words["that"]:
        return True  # "نفى أن يكون قد دعا إلى"
    if before in words["that"] and any(clause.norm(i) in words["never_before"] for i in range(max(0, at - _SOURCED), at)):
        return True  # "لم يسبق لفلان أن دعا إلى"
    if clause.norm(at + 1) in words["resumed"] and before in words["relative"] | words["what"]:
        return True  # "المتوسط الذي تشير إليه الإحصائيات": its words are what it is related to
    return before in words["not_said"] or (verb.present and before in words["subjunctive"])


def _behind_verb(clause: Clause, at: int) -> bool:
    """Whether a verb of saying stands right before element `at`, perhaps with its subject: "قال فلان مطالبا"."""
    return any(clause.norm(k) and verb_at(clause.norm(k)) is not None for k in (at - 1, at - 2))


def _for_somebody(clause: Clause, at: int) -> bool:
    """"لفلان", "للدكتور فلان" at element `at`."""
    element = clause.elements[at]
    after = clause.elements[at + 1] if at + 1 < len(clause.elements) else None
    titled = element.norm.startswith("لل") and after is not None and after.kind is Kind.PERSON and not after.prefix
    return titled or (element.prefix in ("ل", "لل") and element.is_actor)


def _subject(clause: Clause, at: int, verb: Verb, memory: Memory, loose: bool) -> tuple[Subject | None, int]:
    """The subject of a finite verb and where its clause begins: just before it, after it, or further before it."""
    row = clause.elements
    glued = row[at].norm != verb.form
    headline = clause.sentence.zone is Zone.TITLE and _joins_clause(clause, at, verb)
    if not glued and at and row[at - 1].is_actor and (headline or opens_clause(clause, at - 1)):
        mention = row[at - 1].mention
        joined = row[at - 1].prefix == "و" and at > 1 and clause.norm(at - 2) not in COMMAS and not headline
        if mention is not None and mention.referent is not None and mention.prefix in ("", "و", "ف") and not joined:
            return Subject((mention.referent,), at, "named"), at - 1
    timed = clause.norm(at - 1) in openings()["time"]  # "في وقت أعرب فيه الوزير عن"
    if not glued and at and not timed and clause.norm(at + 1) in openings()["inside"]:
        found = inside(clause, at, verb)
        if found is not None:
            return found, at
    if clause.norm(at - 1) in openings()["document"] and not glued:
        return None, at  # "رسالة تطالب السلطات": the letter speaks, not what follows
    if not glued and (first := introduced(clause, at, memory, verb)) is not None:
        return first, at
    if clause.norm(at - 1) == "قد" and clause.norm(0) in openings()["had_been"]:
        return subject_before(clause, at, memory, glued)
    if verb.act == "urge" and glued and at > 1 and row[min(at + 1, len(row) - 1)].kind is not Kind.PERSON:
        # "... وطالبت السلطات بالتحقيق": in mid-sentence what follows is called upon, but for who spoke there
        return same_body(clause, at + 1, memory), at
    if verb.act == "urge" and _once(clause, at):
        return None, at
    heads = heads_clause(clause, at, verb)
    fronted = row[at - 1].mention is not None and (not row[at - 1].is_actor or governed(clause, at - 1))
    if heads or loose or (not verb.strict and fronted):
        found = subject(clause, at + 1, memory, verb)
        if found is not None and (heads or found.how == "named" or (loose and found.how == "back")):
            return found, at
    return subject_before(clause, at, memory, glued)
