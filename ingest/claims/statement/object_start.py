"""Whether what stands before "that" or behind a subject is already said: "أكد ضرورة أن" and "أكد مسؤول رفيع المستوى أن"."""

from __future__ import annotations

from ingest.claims.clause import COMMAS, STOPS, Clause
from ingest.claims.speech import Verb, is_definite, openings, verb_at
from ingest.claims.statement.noun_phrase import is_deed
from ingest.mention import BODIES, Kind

_MANY = (*BODIES, Kind.GROUP, Kind.NISBA)


def under_another(clause: Clause, i: int, verb: Verb) -> bool:
    """Whether "أن" at `i` belongs to the word before it: "ورغم أننا", "على أن يكون" of a verb that takes no "على"."""
    words, before = openings(), clause.norm(i - 1)
    if before in words["not_that"] or (before[:1] == "و" and before[1:] in words["not_that"]):
        return True
    even_if = clause.norm(i) in words["even"] and clause.norm(i + 1) in words["if"]  # "وإن كان"
    return even_if or (before in words["on"] and "on" not in verb.intro)


def behind_leader(clause: Clause, after: int, verb: Verb) -> int:
    """The element behind "بزعامة فلان" of a body that is the subject: it tells who leads it."""
    row = clause.elements
    who = row[after + 1].kind if after + 1 < len(row) else None
    led = clause.norm(after) in openings()["leading"] and who in (Kind.PERSON, Kind.TITLE)
    body = row[after - 1].kind in _MANY or is_definite(clause.norm(after - 1))
    return after + 2 if led and body and verb.act != "feel" else after


def spoken_from(clause: Clause, after: int, i: int, verb: Verb) -> int | None:
    """Where words told as they were said begin behind a comma before "أن": "قالت فلانة، لا أحد يستطيع أن ينكر"."""
    if verb.lemma not in openings()["direct"] or verb.participle:
        return None
    begins = openings()["denying"]
    return next((k for k in range(after + 1, i) if clause.norm(k - 1) in COMMAS and clause.norm(k) in begins), None)


def takes_that(clause: Clause, start: int, i: int, verb: Verb) -> bool:
    """Whether the noun at `start` is what is said and "أن" at `i` stands under it: "ضرورة أن", "رفض الخطة وأن"."""
    words, that = openings(), clause.norm(i)
    if that[:1] in "وب" or clause.norm(i - 1) in words["on"] | words["to"] | words["of"] | words["in"]:
        return True
    if clause.elements[start].kind in (Kind.PERSON, Kind.TITLE):
        return verb.lemma in words["to_somebody"]  # "أكد خلال لقائه الرئيس الإيراني أن"
    if is_voiced(clause, start) or (i - 1 > start and is_voiced(clause, i - 1)):
        return True
    apart = COMMAS | STOPS | words["relative"]
    return any(clause.norm(k) in apart for k in range(start + 1, i - 1))  # "أن" of another clause


def is_attitude(norm: str) -> bool:
    """Whether a noun is an attitude that is voiced: "الحرص", "حرص البلدين", "الالتزام"."""
    known = openings()["object"]
    return norm in known or (norm.startswith("ال") and norm[2:] in known)


def is_voiced(clause: Clause, at: int) -> bool:
    """Whether an attitude or a deed stands at `at`: "ضرورة", "الانسحاب"."""
    return is_attitude(clause.norm(at)) or is_deed(clause, clause.elements[at])


def behind_subject(clause: Clause, after: int, limit: int) -> tuple[int, str] | None:
    """The object where circumstances, or more of the subject, stand before it: "القوى الوطنية والإسلامية الصمت"."""
    words, norm = openings(), clause.norm(after)
    joined = norm[:1] == "و" and norm not in words["adjunct"]
    element = clause.elements[after] if after < len(clause.elements) else None
    prefix = "" if element is None else element.prefix
    more = joined or prefix in ("و", "ل", "لل") or norm in words["belonging"] or (
        norm[:1] == "ل" and len(norm) > 4 and norm not in words["audience"] and norm not in words["deed"])
    if not more:
        return after, "noun"
    told = clause.reading.document.tokens[clause.elements[after].first].norm in words["audience"]
    if told and prefix and clause.norm(after + 1):
        return after + 1, "noun"  # "أكدت مصادر أمنية لوكالة رويترز خبر الوفاة"
    for i in range(after + 1, limit):
        if clause.norm(i) and verb_at(clause.norm(i)) is not None:
            return None
        if not clause.elements[i].prefix and is_voiced(clause, i):
            return None if clause.norm(i - 1) in words["adjunct"] else (i, "noun")
    return None


def is_annexed(clause: Clause, at: int) -> bool:
    """Whether a definite noun at `at` completes the one before it, of which no utterance is told: "في إدارة المشروعات"."""
    words, noun, norm = openings(), clause.norm(at - 1), clause.norm(at)
    told = any(noun in words[name] for name in ("utterance", "document", "pointing", "light", "circumstance", "adjunct"))
    plain = bool(noun) and noun[0].isalpha() and not is_definite(noun) and clause.elements[at].kind is not Kind.DATE
    return plain and not told and is_definite(norm) and not is_voiced(clause, at)
