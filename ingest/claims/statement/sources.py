"""Words reported without a verb of saying of their own: "بحسب البيان", "على حد قول فلان", "نقلت الوكالة عن فلان قوله" or
"عنه أن", "جاء في البيان"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ingest.claims.clause import COMMAS, DASHES, QUOTES, STOPS, Clause, is_small_quote
from ingest.claims.speaker import Memory, Subject, described, document
from ingest.claims.speech import Verb, openings, verb_at
from ingest.claims.statement.noun_phrase import is_people, phrase_end
from ingest.claims.statement.subject import subject
from ingest.claims.statement.topic import topic
from ingest.mention import Kind
from kg.claim import Referent
from kg.vocabulary import M

_NEAR = 10  # elements between "نقلت" and "عن فلان"
_SHORT = 6  # elements of a circumstance between "عن فلان" and "أن"


@dataclass(slots=True, unsafe_hash=True)
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


@cache
def without_verb() -> frozenset[str]:
    """The words at which one of these constructions may begin."""
    words = openings()
    return words["source"] | words["his_words"] | words["came"] | words["extent"] | words["conveyed"] | words["on"]


def sourced(clause: Clause, at: int, memory: Memory) -> Cue | None:
    """"بحسب البيان، ..." or "...، وفق وزير الداخلية": the rest of the sentence is told after a source."""
    words = openings()
    norm = clause.norm(at)
    ahead = norm in words["on"] and clause.norm(at + 1) in words["what"] and clause.norm(at - 1) in COMMAS
    if norm not in words["source"] and not ahead:
        if norm not in words["extent"] or clause.norm(at - 1) not in words["on"]:
            return None
        if clause.norm(at + 1) not in words["told_by"] | words["his_voice"]:
            return None
    start = at + 1
    if norm in words["taken_from"] and any(clause.norm(k) in words["his_words"] for k in range(start, start + _NEAR)):
        return None  # "نقلا عن مسؤول قوله"
    if clause.norm(start) in words["that_which"] and _told(clause.norm(start + 1)):
        start += 2
        start += clause.norm(start) in words["pronoun"]  # "وفق ما أفاد به مصدر"
        start = _behind_time(clause, start)
    elif (named := _found_in(clause, start, memory)) is not None:
        return Cue(at, 0, named.speakers, "source", "source", None, end=at - 1) if clause.norm(at - 1) in COMMAS else None
    elif clause.norm(start) == "عن" or (norm.endswith(tuple(words["as_told"])) and verb_at(clause.norm(start)) is not None):
        start += 1
    found = _sourced_subject(clause, start, memory) or _himself(clause, at, start, memory)
    if found is None:
        return None
    opens = at - (norm in words["extent"])
    head = opens - (1 if clause.norm(opens - 1) in COMMAS else 0)
    if head <= 1:
        content = found.end + (1 if clause.norm(found.end) in COMMAS else 0)
        so = next((k for k in range(content, content + _SHORT) if clause.norm(k) in words["so"]), content)
        content = so if not any(clause.norm(k) in COMMAS for k in range(content, so)) else content
        return Cue(opens, content, found.speakers, "source", "source", None)
    if clause.norm(at - 1) in DASHES and clause.norm(found.end) in DASHES:
        return Cue(at, 0, found.speakers, "source", "source", None, end=len(clause.elements))  # "وكان -بحسب فلان- قد ..."
    if clause.norm(at - 1) in DASHES and clause.norm(at - 2)[:1].isalpha():
        return None  # where the source ends is not sure
    if _goes_on(clause, head, opens, found.end):
        return Cue(opens, 0, found.speakers, "source", "source", None, end=len(clause.elements))
    return Cue(opens, 0, found.speakers, "source", "source", None, end=head)


def _himself(clause: Clause, at: int, start: int, memory: Memory) -> Subject | None:
    """Whom the sentence is about, or who spoke last, where a source word's verb has no subject: "وفق ما صرحت به في"."""
    words, follows = openings(), clause.norm(start)
    unsaid = not follows or follows in words["in"] or follows in COMMAS | STOPS
    if clause.norm(at + 1) not in words["that_which"] or not unsaid:
        return None
    told = clause.norm(at + 2)
    verb = next((v for suffix in ("", "ه") if (v := verb_at(told.removesuffix(suffix))) is not None), None)
    if verb is None or (clause.norm(start - 1) not in words["pronoun"] and verb.form == told):
        return None  # "حسب ما ذكر": perhaps nobody is told
    who = topic(clause, at) or memory.last(verb, clause.sentence.index)
    return Subject(who, start, "back") if who and at > _SHORT else None


def _behind_time(clause: Clause, start: int) -> int:
    """The element behind a date between commas: "وفق ما أكده، اليوم الأربعاء، والي الجهة"."""
    end = start + (clause.norm(start) in COMMAS)
    while end < len(clause.elements) and (clause.elements[end].kind is Kind.DATE or clause.norm(end) in openings()["light"]):
        end += 1
    return end + (clause.norm(end) in COMMAS) if end > start + (clause.norm(start) in COMMAS) else start


def _found_in(clause: Clause, start: int, memory: Memory) -> Subject | None:
    """The document behind "بحسب ما جاء في": what it holds is told before it."""
    words = openings()
    what = clause.norm(start) in words["that_which"] and clause.norm(start + 1) in words["came"]
    inside = clause.norm(start + 2) in words["within"] and clause.norm(start + 3) in words["document"]
    return document(clause, start + 3, memory) if what and inside else None


def _goes_on(clause: Clause, head: int, source: int, end: int) -> bool:
    """Whether the clause that a source interrupts goes on behind it: "وسجل الفريق، وفق المصدر ذاته، بإيجاب المسطرة"."""
    words, apart = openings(), clause.norm(end) in COMMAS
    if apart != (head < source):
        return False  # "... وفق المصدر، فيما ...", "...، وفق المصدر وأضاف"
    following = clause.norm(end + apart)
    if not following or not following[0].isalpha():
        return False
    if head < _SHORT and apart and verb_at(following) is None and following not in words["adjunct"]:
        return True  # "كما ستشهد هذه السنة، وفق الوزير، استكمال ..."
    glued = following.startswith(("ب", "لل")) and following not in words["own_b"] and verb_at(following) is None
    return glued or following in words["to"] | words["on"] | words["in"]


def _told(norm: str) -> bool:
    """Whether a word is a verb of saying, perhaps with its object: "ما ذكره البيان"."""
    return any(verb_at(norm.removesuffix(suffix)) is not None for suffix in ("", "ه", "ته", "به") if norm != suffix)


def _sourced_subject(clause: Clause, start: int, memory: Memory) -> Subject | None:
    row = clause.elements
    if start >= len(row):
        return None
    mention = row[start].mention
    words = openings()
    if mention is not None and mention.kind in (Kind.PERSON, Kind.ORGANIZATION, Kind.TITLE) and mention.referent is not None:
        return Subject((mention.referent,), start + 1, "named") if mention.prefix in ("", "ل", "لل") else None
    norm = row[start].norm
    if norm in words["his_voice"]:
        last = memory.last(None, clause.sentence.index)
        here = bool(memory.spoken) and memory.spoken[-1][2] == clause.sentence.index
        other = any(e.kind is Kind.PERSON and not e.prefix and e.mention is not None and e.mention.referent not in last
                    for e in row[:start])  # "نشرت صحيفة تقريرا أعده فلان، حسب رأيه"
        return Subject(last, start + 1, "back") if last and (here or not other) else None
    if norm in words["told_by"]:
        return _told_by(clause, start + 1, memory)
    if norm in words["same_before"]:
        start += 1
        norm = clause.norm(start)
        if not norm:
            return None
    if norm in words["source_head"]:
        end = phrase_end(clause, start, definite=False)
        return Subject((described(clause.text(start, end)),), end, "described")
    for form in (norm, norm.removeprefix("ل"), "ا" + norm[1:] if norm.startswith("لل") else norm):
        if form in words["document"]:
            return document(clause, start, memory)
    return _person(clause, start, memory)


def _told_by(clause: Clause, start: int, memory: Memory) -> Subject | None:
    """The one whose words, figures or view they are: "وفق تقديرات البنك", "بحسب قول الباحث فلان"."""
    mention = clause.elements[start].mention if start < len(clause.elements) else None
    if mention is None:
        return _person(clause, start, memory)
    bodies = (Kind.PERSON, Kind.ORGANIZATION, Kind.TITLE, Kind.COALITION)
    if mention.kind not in bodies or mention.referent is None or mention.prefix:
        return None
    return Subject((mention.referent,), start + 1, "named")


def _person(clause: Clause, start: int, memory: Memory) -> Subject | None:
    """A person told by a description with the name behind it, one spoken of before, or an unnamed voice."""
    if start >= len(clause.elements):
        return None
    words = openings()
    head = clause.norm(start)
    if head.startswith("لل") and "ا" + head[1:] in words["back"]:
        last = memory.last_person(clause.sentence.index)  # "وفقا للمتحدث"
        return Subject(last, start + 1 + (clause.norm(start + 1) in words["same"]), "back") if last else None
    found = None if head.startswith("لل") else subject(clause, start, memory)
    if found is None or found.how == "document":
        return None
    persons = all(s.type == M.Person for s in found.speakers)
    end = found.end + (clause.norm(found.end) in words["same"])
    if head in words["a_source"]:  # a source is nobody who is called by name
        known = persons or found.how != "back"
        return Subject((described(clause.text(start, start + 1)),) if known else found.speakers, end, "described")
    voice = (is_people(head) or head in words["back"]) and head not in words["followed"]  # "وفق مبادرة أممية"
    return Subject(found.speakers, end, found.how) if (found.how in ("named", "back") and persons) or voice else None


def conveyed(clause: Clause, at: int, memory: Memory) -> Cue | None:
    """"نقلت الوكالة عن فلان (في تصريح) أن ..."."""
    words, row = openings(), clause.elements
    if clause.norm(at) not in words["conveyed"] or clause.norm(at) in words["source"]:
        return None
    for i in range(at + 1, min(len(row), at + _NEAR)):
        norm = clause.norm(i)
        if norm in STOPS or norm in words["that"] or norm in words["his_words"]:
            return None
        if norm in words["about"]:
            found = _sourced_subject(clause, i + 1, memory)
            if found is None or any(clause.norm(k) in words["his_words"] for k in range(i + 1, found.end + 1)):
                return None
            return _conveyed_words(clause, at, found)
    return None


def conveyer(clause: Clause, at: int, memory: Memory) -> tuple[tuple[Referent, ...], str]:
    """The person who conveys what another said, and the gender of the verb: "نقلت الكاتبة فلانة عن ..."."""
    words = openings()
    for i in range(at, max(-1, at - 20), -1):
        norm = clause.norm(i)
        if norm in words["conveyed"] and norm not in words["source"] and norm[-1] != "ا":
            found = subject(clause, i + 1, memory)
            person = found is not None and found.speakers[0].type == M.Person
            calling = clause.norm(i + 1).removeprefix("ال") in words["calling"]
            return (found.speakers, "f" if norm.endswith("ت") else "m") if found and (person or calling) else ((), "")
    return (), ""


def _conveyed_words(clause: Clause, at: int, found: Subject) -> Cue | None:
    words = openings()
    for k in range(found.end, min(len(clause.elements), found.end + _SHORT)):
        norm = clause.norm(k)
        if norm in words["that"]:
            return Cue(at, k, found.speakers, found.how, "that", None)
        if norm and (verb_at(norm) is not None or norm in words["his_words"]):
            return None
    return None


def his_words(clause: Clause, at: int) -> Cue | None:
    """"نقلت الوكالة عن فلان قوله (في كلمة) إن ..."."""
    words = openings()
    if clause.norm(at) not in words["his_words"] or (clause.norm(at).startswith("ب") and not _answering(clause, at)):
        return None
    conveyed = any(clause.norm(k) in words["conveyed"] for k in range(max(0, at - 20), at))
    for i in range(at + 1, min(len(clause.elements), at + (14 if conveyed else 2))):
        norm = clause.norm(i)
        if norm in words["that"] or norm == ":" or (norm in QUOTES and not is_small_quote(clause, i)):
            speaker = _quoted_person(clause, at, conveyed)
            return Cue(at, i + (norm == ":"), (speaker,), "named", "that", None) if speaker else None
    return None


def _answering(clause: Clause, at: int) -> bool:
    """Whether "بالقول إن" stands by a person and no verb of saying: "وهو ما برره الوزير فلان بالقول إن"."""
    reach = range(max(0, at - _SHORT), at)
    opened = clause.norm(at + 1) in openings()["that"]
    person = any(clause.elements[k].kind is Kind.PERSON for k in reach)
    return opened and person and all(verb_at(clause.norm(k)) is None for k in reach)


def _quoted_person(clause: Clause, at: int, conveyed: bool) -> Referent | None:
    """The last person before element `at`, else the last other actor."""
    reach = range(at - 1, max(-1, at - (14 if conveyed else 9)), -1)
    for k in reach:
        if clause.norm(k) in openings()["about"] and clause.norm(k + 1) in openings()["source_head"]:
            return described(clause.text(k + 1, at))  # "نقلت الوكالة عن مصدر عسكري قوله"
    for kinds in ((Kind.PERSON,), (Kind.TITLE, Kind.ORGANIZATION, Kind.GROUP, Kind.COUNTRY, Kind.COALITION)):
        for k in reach:
            mention = clause.elements[k].mention
            if mention is not None and mention.kind in kinds and mention.referent is not None:
                speaker: Referent = mention.referent
                return speaker
    return None


def came(clause: Clause, at: int, memory: Memory) -> Cue | None:
    """"جاء في البيان أن ..."."""
    words = openings()
    inside = clause.norm(at + 1) in words["within"] and clause.norm(at + 2) in words["document"]
    if clause.norm(at) not in words["came"] or not inside:
        return None
    found = document(clause, at + 2, memory)
    for i in range(found.end, min(len(clause.elements), found.end + 12)):
        norm = clause.norm(i)
        if norm in words["that"] or norm in QUOTES or norm == ":":
            told = _taken_from(clause, found.end, i, memory)
            how = "document" if told is None else told.how
            return Cue(at, i + (norm == ":"), (told or found).speakers, how, "that", None)
        if norm in STOPS:
            return None
    return None


def _taken_from(clause: Clause, start: int, end: int, memory: Memory) -> Subject | None:
    """The person whose words are in a document: "جاء في البيان، نقلا عن الوزير فلان، أن"."""
    taken, about = openings()["taken_from"], openings()["about"]
    at = next((k for k in range(start, end - 1) if clause.norm(k) in taken and clause.norm(k + 1) in about), None)
    told = None if at is None else _sourced_subject(clause, at + 2, memory)
    return told if told is not None and told.how == "named" and told.speakers[0].type == M.Person else None
