"""Subjects told by words alone: a noun phrase, or a name no list holds."""

from __future__ import annotations

from ingest.claims.clause import COMMAS, QUOTES, Clause
from ingest.claims.speaker import Memory, Subject, bare_words, described, named
from ingest.claims.speech import Verb, is_definite, openings
from ingest.claims.statement.called_again import body_called, body_of_kind, office_called, person_called
from ingest.claims.statement.noun_phrase import (
    in_meetings_name,
    is_deed,
    is_people,
    may_be_name,
    number_of_people,
    phrase_end,
    told_name,
)
from ingest.claims.statement.speaker_names import aside, between_dashes, is_another
from ingest.claims.statement.unnamed import (
    apposed,
    called_again,
    called_by_field,
    data_of,
    one_word_name,
    somebody_else,
    whose_end,
)
from ingest.mention import BODIES, Kind
from ingest.mentions.bodies import heads as body_heads
from ingest.mentions.persons.identity.sexes import is_mans
from kg.claim import Referent
from kg.vocabulary import M

_NAMES_MEETINGS = frozenset({*BODIES, Kind.PLACE, Kind.COUNTRY})


def from_words(clause: Clause, at: int, memory: Memory, verb: Verb | None) -> Subject | None:
    """A noun phrase without a known head: a construct up to its first definite word, and the adjectives after it."""
    words = openings()
    row = clause.elements
    head = row[at].norm
    definite = head.startswith("ال") and len(head) > 4
    if head in words["a_source"] and clause.norm(at + 1) in words["same"] and not memory.last_person(clause.sentence.index):
        last = memory.last(None, clause.sentence.index)  # "المصدر ذاته": the document told of before
        return Subject(last, at + 2, "back") if last else None
    told = "" if head in words["a_source"] else head
    if head in words["some_of"]:
        return _some_of(clause, at, verb)
    if head in words["object"] and head not in words["people"] | words["relation"]:
        return None  # "أكد مجددا التزام بلاده"
    follows = clause.norm(at + 1)
    told_source = head in words["a_source"] and is_definite(follows) and follows not in words["same"]
    if told_source and (source := memory.last_source()) is not None:
        return Subject((source,), phrase_end(clause, at, definite=True), "back")  # "المصدر اليمني المطلع الذي تحدث"
    back = head in words["back"] and not told_source and not somebody_else(clause, at)
    if back and (last := memory.last_person(clause.sentence.index, told)):
        return Subject(last, phrase_end(clause, at, definite=True), "back")
    if row[at].kind is Kind.MEETING:
        end = _meeting_end(clause, at)
        return Subject((described(clause.text(at, end)),), end, "described")
    if head.removeprefix("ال") in words["data"]:
        return data_of(clause, at, memory)
    if not definite and not is_people(head) and not number_of_people(clause, at):
        return _from_name(clause, at, memory, verb)
    if verb is not None and "noun" in verb.intro and _is_object(clause, at):
        return None
    if bare_words(head) & words["things"] or (head in words["some"] and clause.norm(at + 1) != "من"):
        return None
    return _phrase(clause, at, memory, verb)


def _meeting_end(clause: Clause, at: int) -> int:
    """Where a meeting that speaks ends, with what it is named after: "قمة جدة", "مؤتمر ميونيخ للأمن", "القمة العربية"."""
    row, norms, end = clause.elements, clause.reading.document.norms, at + 1
    construct = row[at].last == row[at].first + 1 and not is_definite(norms[row[at].first])
    if construct and end < len(row) and not row[end].prefix:
        end += row[end].kind in _NAMES_MEETINGS or (row[end].mention is None and is_definite(row[end].norm))
    while end < len(row) and (in_meetings_name(clause, end) or _is_one_nation(clause, end)):
        end += 1
    return end


def _is_one_nation(clause: Clause, at: int) -> bool:
    """Whether an adjective of a state, which means no people, stands at `at`: "العربية", not "الفلسطينيين"."""
    element = clause.elements[at]
    word = clause.reading.document.norms[element.last - 1]
    return element.kind is Kind.NISBA and not element.prefix and not word.endswith(("ين", "ون", "ات"))


def _some_of(clause: Clause, at: int, verb: Verb | None) -> Subject | None:
    """"بعض معارضي القرار", "معظم المتدخلين": people told by a quantity, where the words said follow."""
    words, whose = openings(), clause.norm(at + 1)
    if at + 1 >= len(clause.elements) or verb is None or not verb.intro & {"that", "about"} or whose == "من":
        return None
    if bare_words(whose) & (words["things"] | words["data"]):
        return None
    end = phrase_end(clause, at + 1, definite=is_definite(clause.norm(at + 1)))
    follows = clause.norm(end)
    openers = words["that"] | words["about"] | words["circumstance"] | words["to"]
    opened = follows in openers or follows == ":" or follows in COMMAS
    return Subject((described(clause.text(at, end)),), end, "described") if opened else None


def _phrase(clause: Clause, at: int, memory: Memory, verb: Verb | None) -> Subject:
    """Who a noun phrase is: the name in it or beside it, the one it calls again, else nobody known."""
    words, row, head = openings(), clause.elements, clause.norm(at)
    definite = is_definite(head)
    end = phrase_end(clause, at, definite)
    if head in words["relation"] and (close := whose_end(clause, at)) > at + 1:
        return Subject((described(clause.text(at, close)),), close, "described")
    person = next((e.mention for e in row[at:end] if e.kind is Kind.PERSON), None)
    if person is not None and not person.prefix and person.referent is not None:
        return Subject((person.referent,), end, "named")
    joined = end
    while joined < end + 2 and definite and clause.norm(joined).startswith("وال"):
        joined += 1  # "المحلل والأكاديمي فلان"
    after = row[joined].mention if joined < len(row) else None
    if after is not None and after.kind is Kind.PERSON and not after.prefix and after.referent is not None:
        return Subject((after.referent,), joined + 1, "named")
    if any(clause.norm(k) in words["same"] for k in range(at + 1, end + 1)) and (same := _told_again(clause, at, memory)):
        return Subject(same, end, "back")
    if (close := between_dashes(clause, end)) > end:
        inner = row[end + 1].mention
        who = None if inner is None else inner.referent
        return Subject((who or described(clause.text(end + 1, close - 1)),), close, "named")
    if definite:
        return _definite(clause, at, end, memory, verb)
    if (holder := office_called(clause.reading, clause.text(at, end))) is not None:
        return Subject((holder,), end, "named")
    return Subject((described(clause.text(at, end)),), end, "described")


def _definite(clause: Clause, at: int, end: int, memory: Memory, verb: Verb | None) -> Subject:
    """The same for a noun with the article."""
    head = clause.norm(at)
    if head in memory.known:
        return Subject((memory.known[head],), at + 1, "named")
    name = told_name(clause, end, verb)
    if name is None and head.removeprefix("ال") in openings()["calling"] and one_word_name(clause, end):
        name = (end, end + 1)
    if name is not None:
        one = described(clause.text(*name))
        memory.known.setdefault(clause.norm(name[1] - 1), one)
        return Subject((one,), name[1], "described")  # "الباحث العراقي سعد جبار"
    if (beside := apposed(clause, end)) is not None:
        who = clause.elements[beside].mention
        assert who is not None
        return Subject((named(who, clause.text(beside, beside + 1)),), beside + 1, "named")
    if end == at + 2 and (body := body_of_kind(clause.norm(at), clause.norm(at + 1), clause, memory)) is not None:
        return Subject((body,), end, "back")
    if end == at + 2 and head.removeprefix("ال") in openings()["calling"] and _is_nisba(clause, at + 1):
        field = called_by_field(clause, at, memory)  # "الباحث السياسي", "الفاعل النقابي"
        if field is not None and field.type == M.Person:
            return Subject((field,), end, "described")
    if end == at + 1:
        again = body_called(clause, at, memory) or person_called(clause, at) or called_again(clause, at, memory)
        if again is not None:
            return Subject((again,), end, "described")
    return Subject((described(clause.text(at, end)),), end, "described")


def _is_nisba(clause: Clause, at: int) -> bool:
    """Whether an adjective that tells a field stands at `at`: "السياسي", "النقابية"."""
    norm = clause.norm(at)
    return clause.elements[at].kind is Kind.NISBA or (is_definite(norm) and norm.endswith(("ي", "يه")))


def _is_object(clause: Clause, at: int) -> bool:
    """Whether a verbal noun at `at` is what is spoken of, since no "that" follows it: "استنكر أيضا الاستغلال المؤسف"."""
    end = phrase_end(clause, at, definite=True)
    return is_deed(clause, clause.elements[at]) and clause.norm(end) not in openings()["that"] and clause.norm(end) != ":"


def _told_again(clause: Clause, at: int, memory: Memory) -> tuple[Referent, ...]:
    """Whom "النائب البرلماني ذاته" or "الصحيفة عينها" means: the last person, or body of that head, to speak."""
    head = clause.norm(at).removeprefix("ال")
    if head in body_heads.heads():
        found = body_called(clause, at, memory)
        return () if found is None else (found,)
    return memory.last_named(clause.sentence.index) if head in openings()["people"] else ()


def _from_name(clause: Clause, at: int, memory: Memory, verb: Verb | None) -> Subject | None:
    """A run of up to four words that may be a name: of a person of the article, or of one not met before where the words
    said follow at once ("قال فلان إن")."""
    words = openings()
    i = at
    while i < len(clause.elements) and i - at < 5 and (may_be_name(clause, i) or clause.norm(i) in memory.known):
        norm = clause.norm(i)
        if norm in memory.known:
            other = memory.known.get(clause.norm(i + 1))
            if other is not None and other != memory.known[norm]:
                break  # the parts of two names: a third person
            if i > at and is_another(clause, at, i, memory.known[norm]):
                return Subject((described(clause.text(at, i + 1)),), i + 1, "named")
            if _is_hers(memory.known[norm], verb):
                return Subject((described(clause.text(at, i + 1)),), i + 1, "named")
            return Subject((memory.known[norm],), i + 1, "named")
        i += 1
    if i < len(clause.elements) and clause.norm(i) in memory.known:
        return Subject((described(clause.text(i, i + 2)),), i + 2, "named")
    if i >= len(clause.elements) or verb is None:
        return None
    after = clause.elements[i]
    while 0 < i - at < 4 and after.mention is not None and not after.prefix and after.kind is not Kind.PERSON:
        i += 1  # "ضيف تركيا الرئيس فلان"
        if i >= len(clause.elements):
            return None
        after = clause.elements[i]
    if after.kind is Kind.PERSON and not after.prefix and after.mention is not None and after.mention.referent is not None:
        return Subject((after.mention.referent,), i + 1, "named")
    if "that" not in verb.intro:
        return None
    opened = after.norm in words["that"] or after.norm == ":" or after.norm in QUOTES or after.kind is Kind.TITLE
    governs = set().union(*(words[kind] for kind in verb.intro & {"to", "on", "about", "of"}))
    opened = opened or (after.norm in governs and clause.norm(i + 1) in words["that"])  # "أشار فلان إلى أن"
    opened = opened or (after.norm in ("ل", "لـ") and clause.norm(i + 1) in {"("} | QUOTES)
    if i - at > 1 and (close := aside(clause, i)) > i:
        return Subject((described(clause.text(at, i)),), close, "described")
    told = "noun" not in verb.intro and (after.norm in words["circumstance"] or after.norm in COMMAS)
    if not (opened or told) or not 0 < i - at <= 4:
        return None
    again = person_called(clause, at) if i == at + 1 else None
    if again is not None:
        return Subject((again,), i, "named")
    return Subject((described(clause.text(at, i)),), i, "described")


def _is_hers(known: Referent, verb: Verb | None) -> bool:
    """Whether a family name behind "قالت" is not that of the man whom the article has named: "قالت أوربان"."""
    return verb is not None and verb.gender == "f" and verb.number == "s" and is_mans(known.label_ar or "")
