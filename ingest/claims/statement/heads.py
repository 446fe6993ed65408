"""Where a verb of saying may stand: at the head of its clause, and whether its subject is left out there."""

from __future__ import annotations

from ingest.claims.clause import COMMAS, QUOTES, STOPS, Clause
from ingest.claims.speech import Verb, is_definite, openings, verb_at
from ingest.claims.statement.late_opening import is_direct
from ingest.claims.statement.noun_phrase import is_deed
from ingest.claims.statement.subject import disagrees, skip_light
from ingest.mention import Kind

_FRONTED = 24   # elements of the longest circumstance before a verb


def opens_clause(clause: Clause, at: int) -> bool:
    """Whether the element at `at` is the first of its clause."""
    words = openings()
    before = clause.norm(at - 1)
    opener = any(before in words[name] for name in ("connective", "had_been", "before_verb", "so"))
    return at == 0 or opener or before in COMMAS | QUOTES | STOPS or before == ":"


def heads_clause(clause: Clause, at: int, verb: Verb) -> bool:
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


def behind_circumstance(clause: Clause, at: int, verb: Verb) -> bool:
    """"وفي تصريح للصحافة أكد أن", "وحول أسباب التأخير أفاد المدير بأن": whether a verb that can be no noun stands behind a
    circumstance that opens the sentence and that no mark closes."""
    words = openings()
    if not 2 <= at <= _FRONTED or verb.participle or (verb.form in words["like_nouns"] and not _says(clause, at, verb)):
        return False
    if verb.number != "s" or clause.elements[at].norm != verb.form or heads_clause(clause, at, verb):
        return False
    first = clause.norm(0)
    bare = first[1:] if first[:1] == "و" else first
    return any(first in words[name] or bare in words[name] for name in ("circumstance", "matter", "answering"))


def _says(clause: Clause, at: int, verb: Verb) -> bool:
    """Whether a form that may be a noun is a verb, because somebody and "that" follow it: "... كشف الوزير فلان أن"."""
    words, row = openings(), clause.elements
    somebody = at + 2 < len(row) and row[at + 1].kind in (Kind.PERSON, Kind.TITLE) and not row[at + 1].prefix
    return somebody and verb.form in words["seldom_nouns"] and clause.norm(at + 2) in words["that"]


def opens_at_once(clause: Clause, at: int, verb: Verb) -> bool:
    """Whether the words said open at element `at`, right behind their verb: "أن", "إلى أن", "على أن"."""
    words = openings()
    governs = any(clause.norm(at) in words[kind] for kind in verb.intro & {"to", "on"})
    return clause.norm(at + governs) in words["that"]


def elliptic(clause: Clause, at: int, verb: Verb) -> bool:
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
    if (beside is not None and beside.participle) or norm in words["his_words"]:
        return True  # "وتابع قائلا", "وأضاف قوله"
    if not norm[0].isalpha() or any(norm in words[name] for name in ("that", "adjunct", "pronoun", "audience", "to", "in")):
        return True
    if ("with" in verb.intro and norm.startswith("ب")) or (verb.lemma in words["direct"] and is_direct(clause, at)):
        return True
    if verb.act == "urge" and (norm.startswith("ال") or norm in words["all"]):
        return True  # "ودعا كافة الأطراف إلى"
    own = clause.text(at, at + 1).endswith("ه") and not norm.startswith("ال")  # "وأكد مستشاره أن"
    someone = is_definite(norm) or (norm in words["people"] and not own)
    other = someone and disagrees(clause, element, verb)  # "وحملت الاحتلال المسؤولية", "واتهم إدارة البلاد"
    return "noun" in verb.intro and (norm in words["object"] or is_deed(clause, element) or other)
