"""Openings of reported words that stand a little off their verb: a preposition beside a quotation mark ("أشاد بـ«وفاء ..."),
an adverb before the object ("أدانت بشدة اقتحام ..."), ل with what somebody is called upon to do ("دعا الشباب لمقاطعة ...").
"""

from __future__ import annotations

from ingest.claims.clause import COMMAS, QUOTES, STOPS, Clause
from ingest.claims.speech import Verb, is_definite, openings, verb_at

_FAR = 14   # elements between the subject and the opening
_DEED = 4   # letters of the shortest deed


def late_opening(clause: Clause, after: int, verb: Verb, explicit: bool) -> tuple[int, str] | None:
    """Where the content of a verb begins and by what it is opened, where the plain openings found nothing."""
    if _speaks_on(clause, after, verb):
        return after + (clause.norm(after) in COMMAS), "colon"
    adverb = _behind_adverb(clause, after, verb, explicit)
    if adverb is not None:
        return adverb, "noun"
    for i in range(after, min(len(clause.elements), after + _FAR)):
        norm = clause.norm(i)
        if norm in STOPS or (norm and verb_at(norm) is not None and i > after):
            return None
        kind = _quoted(clause, i, verb) or _called_to(clause, i, verb)
        if kind:
            called = verb.act == "urge" and i > after and clause.norm(after) not in openings()["adjunct"]
            return (after if called else i), kind
    return None


def _speaks_on(clause: Clause, after: int, verb: Verb) -> bool:
    """ "وأضافت نحن بحاجة إلى ...": words told as they were said, without a mark, by how they begin."""
    words = openings()
    return verb.lemma in words["direct"] and not verb.participle and is_direct(clause, after)


def is_direct(clause: Clause, at: int) -> bool:
    """Whether what stands at `at`, perhaps behind a comma, begins as spoken words do: "نحن", "لا", "هناك"."""
    return clause.norm(at + (clause.norm(at) in COMMAS)) in openings()["speech_begins"]


def _quoted(clause: Clause, i: int, verb: Verb) -> str:
    """A preposition glued to a quotation: "بـ«" outside it, "«ب..." and "«إلى" inside."""
    words = openings()
    norm, following = clause.norm(i), clause.norm(i + 1)
    if norm == "ب" and following in QUOTES and "with" in verb.intro:
        return "with"
    if norm not in QUOTES:
        return ""
    if "with" in verb.intro and following.startswith("ب") and len(following) > 3 and following not in words["own_b"]:
        return "with"
    if "with" in verb.intro and following in words["strongly"]:
        return "with"
    return next((kind for kind in ("to", "on", "about", "of") if kind in verb.intro and following in words[kind]), "")


def _called_to(clause: Clause, i: int, verb: Verb) -> str:
    """ "لمقاطعة": what one is called upon to do, behind those called upon."""
    norm = clause.norm(i)
    if verb.act != "urge" or "to" not in verb.intro:
        return ""
    if norm in openings()["deed"]:
        return "to"
    if norm[:1] != "ل" or len(norm) <= _DEED:
        return ""
    deed = norm.endswith("ه") or (norm[1] == "ا" and norm[-2] == "ا") or (norm[1] == "ت" and norm[-2] == "ي")
    known = norm.startswith("لل") and is_definite("ا" + norm[1:]) and norm[3:4] in ("ت", "ا", "م")
    return "to" if (deed and not norm.startswith("لل")) or known else ""


def _behind_adverb(clause: Clause, after: int, verb: Verb, explicit: bool) -> int | None:
    """A bare object behind "strongly", or behind the comma that closes the subject where it is an attitude."""
    words = openings()
    if "noun" not in verb.intro or not explicit:
        return None
    begin = i = after + (clause.norm(after) in COMMAS)
    while clause.norm(i) in words["strongly"]:
        i += 1
    if i > begin and clause.norm(i) and clause.norm(i) not in words["adjunct"] and clause.norm(i)[0].isalpha():
        return i
    if clause.norm(after) in COMMAS and clause.norm(after + 1) in words["object"]:
        return after + 1
    return None
