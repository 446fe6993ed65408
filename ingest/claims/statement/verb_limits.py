"""Verbs of saying with other common senses: what must stand by them so that they report words.

"ذهب إلى أن" holds an opinion, "ذهب إلى باريس" is a journey; "حمل الحكومة المسؤولية" is said, "حمل السلاح" is not.
"""

from __future__ import annotations

from ingest.claims.clause import Clause
from ingest.claims.speaker import Subject
from ingest.claims.speech import PRONOUNS, Verb, is_definite, openings

_DAMMA = "\u064f"
_BLAME = 12  # elements in which the blame is told
_OPENED = ("that", "colon")


def allowed(clause: Clause, at: int, verb: Verb, found: Subject | None, after: int, intro: str, content: int) -> bool:
    """Whether a verb at `at` with its subject, if any, and the opening of its content can report words; `after` is what
    follows it."""
    words = openings()
    also = clause.elements[at].norm != verb.form or clause.norm(at - 1) in words["likewise"]
    if found is None and not verb.participle and not also and verb.lemma in words["needs_subject"]:
        return False  # "خطب تتحدث عن …": nobody said it
    likewise = at == 1 and clause.norm(0) in words["likewise"]  # "كما تدعوها إلى": no "ما"
    if _of_pronoun(verb) and not likewise and clause.norm(at - 1) in words["what"] | words["relative"]:
        return False  # "ما وصفه بالتراجع": part of the phrase
    behind = found is not None and found.end > at
    if behind and verb.present and verb.lemma in words["judging"] and clause.norm(content) in words["elative"]:
        return False  # "تعتبر موريتانيا الأقرب إلى": the passive
    if verb.lemma in words["subject_behind"] and verb.form == verb.lemma and intro == "noun" and not behind:
        return False
    held_so = verb.present and verb.lemma in words["held"] and intro == "noun" and clause.norm(at - 1) in words["relative"]
    told = clause.norm(content)
    if held_so and told and not is_definite(told) and content == at + 1:
        return False  # "التي تعتبر مقر المنظمة"
    if verb.lemma in words["blame_verbs"]:
        return any(clause.norm(k) in words["blame"] for k in range(content, content + _BLAME))
    if verb.lemma in words["only_that"]:
        return intro in _OPENED or clause.norm(content + 1) in words["that"]
    if verb.lemma in words["by_document"]:
        return found is not None and found.how == "document"
    if verb.lemma in words["conveying"] and found is not None and clause.norm(content) in words["conveyed_nouns"]:
        return True  # "وجه دعوة إلى", "قدم تعازيه"
    if verb.lemma in words["conveying"] and (intro == "noun" or verb.lemma not in words["adjacent"]):
        return False
    if verb.lemma in words["adjacent"]:
        return content - after <= 1 and (clause.norm(content)[:1] == "ب" or clause.elements[content].prefix.endswith("ب"))
    if verb.lemma in words["by_object"] and intro == "noun":
        return clause.norm(content) in words["object"]
    return True


def is_passive(clause: Clause, at: int, verb: Verb) -> bool:
    """Whether the vowel mark of a past verb says that nobody is told to have said it: "أُعلن عن استشهاده"."""
    if verb.present or verb.participle:
        return False
    token = clause.reading.document.tokens[clause.elements[at].first]
    written = clause.reading.document.text[token.start : token.end]
    first = 1 if clause.norm(at) != verb.form else 0
    return written[first + 1 : first + 2] == _DAMMA


def is_described(clause: Clause, at: int, found: Subject, verb: Verb) -> bool:
    """Whether what stands between "described" and "as" is what is described, so that nobody is told who speaks: "وصفت القرار
    بأنه خطأ"."""
    thing = verb.lemma in openings()["describing"] and "noun" in verb.intro and found.end > at + 1
    return thing and clause.norm(found.end) in openings()["being_so"]


def _of_pronoun(verb: Verb) -> bool:
    """Whether the one spoken to or of is glued to the verb: "وصفه", "اتهمتها"."""
    glued = verb.form.endswith(PRONOUNS)
    return glued and verb.lemma in openings()["with_pronoun"] and "noun" not in verb.intro
