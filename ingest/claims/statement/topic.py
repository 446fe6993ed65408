"""Whom a sentence is about: the actor at its head, and who speaks in a text that the sentence tells of."""

from __future__ import annotations

from ingest.claims.clause import COMMAS, Clause, Element
from ingest.claims.speaker import Subject
from ingest.claims.speech import Verb, is_definite, openings, verb_at
from ingest.claims.statement.noun_phrase import is_deed
from ingest.claims.statement.subject import disagrees
from ingest.mention import Kind
from kg.claim import Referent

_TOPIC = 5   # elements at the head of a sentence in which its topic is sought
_HEAD = 60   # the same for "سبق لفلان أن قال"
_FEMININE = ("ه", "ات", "اء", "ا", "ون")
_AUTHOR = 10 # elements between the author of an article and "اعتبر فيه"


def topic(clause: Clause, at: int, reach: int = _TOPIC) -> tuple[Referent, ...]:
    """The actor that the sentence is about: the first one before element `at`, or the one of whom it is told "سبق له"."""
    preceded = clause.norm(at - 1) == "ان"
    verb = verb_at(clause.norm(at))
    for k, element in enumerate(clause.elements[: min(at, _HEAD if preceded else reach)]):
        mention = element.mention
        if not element.is_actor or mention is None or mention.referent is None:
            continue
        other = verb is not None and verb.number == "s" and disagrees(clause, element, verb)
        if other or (not preceded and mention.prefix in ("", "و") and governed(clause, k)):
            continue
        if mention.prefix in ("", "و") or (preceded and mention.prefix in ("ل", "لل")):
            return (mention.referent,)
    return ()


def inside(clause: Clause, at: int, verb: Verb) -> Subject | None:
    """Who speaks in "... لمنظمة العفو قالت فيه": the actor before the verb; in "مقال لفلان في الجريدة اعتبر فيه" the author;
    in "أجرى الوزير اتصالا بفلان، أعرب فيه", where nobody follows, whom the sentence is about."""
    words, row = openings(), clause.elements
    after = row[at + 2] if at + 2 < len(row) else None
    subject = after is None or after.mention is not None or (is_definite(after.norm) and not _object(clause, after, verb))
    if verb.number != "s" or subject:
        mention = row[at - 1].mention
        named = row[at - 1].is_actor and mention is not None and mention.referent is not None and verb.number == "s"
        return Subject((mention.referent,), at, "named") if named and mention is not None and mention.referent else None
    for k in range(at - 1, max(0, at - _AUTHOR), -1):
        mention = row[k].mention
        author = k == at - 1 or clause.norm(k - 1) in words["utterance"]
        if author and row[k].is_actor and mention is not None and mention.referent is not None:
            return Subject((mention.referent,), at, "named")
    if clause.norm(at - 1) in words["relative"]:
        return None
    if clause.norm(at - 1) in COMMAS and row[at - 2].kind is Kind.PERSON and _by(clause, at - 2):
        speaker = row[at - 2].mention
        if speaker is not None and speaker.referent is not None:
            return Subject((speaker.referent,), at, "named")  # "بكلمة لرئيس الفيدرالية، فلان، أشاد فيها"
    about = _delivering(clause, at) or _under_that(clause, at) or topic(clause, at, _HEAD)
    return Subject(about, at, "named") if about else None


def _by(clause: Clause, at: int) -> bool:
    """Whether a speech or text stands before the person at `at`."""
    return any(clause.norm(k).removeprefix("ب") in openings()["utterance"] for k in range(max(0, at - _AUTHOR), at))


def _delivering(clause: Clause, at: int) -> tuple[Referent, ...]:
    """Who gives the speech: "ترأس فلان الاجتماع، فيما ألقى علان كلمة أكد فيها"."""
    said = next((k for k in range(at - 1, max(-1, at - 4), -1) if clause.norm(k) in openings()["utterance"]), None)
    for k in range(said - 1, max(-1, said - _AUTHOR), -1) if said is not None else ():
        if clause.norm(k).removeprefix("و") in openings()["delivers"]:
            named = (e.mention for e in clause.elements[k + 1 : said] if e.is_actor and not e.prefix)
            speaker = next((mention.referent for mention in named if mention is not None), None)
            return (speaker,) if speaker is not None else ()
        if clause.norm(k) in COMMAS | {"."}:
            return ()
    return ()


def _under_that(clause: Clause, at: int) -> tuple[Referent, ...]:
    """Whom the clause under the last "that" before `at` is about: "قال فلان إن الرئيس وجه رسائل حذر فيها"."""
    that = next((k for k in range(at - 1, -1, -1) if clause.norm(k) in openings()["that"]), None)
    if that is None:
        return ()
    for k in range(that + 1, at):
        mention = clause.elements[k].mention
        if clause.elements[k].is_actor and mention is not None and not mention.prefix and not governed(clause, k):
            return (mention.referent,) if mention.referent is not None else ()
    return ()


def _object(clause: Clause, after: Element, verb: Verb) -> bool:
    """Whether a definite noun is what is spoken of, since it does not agree: "بيانا أدانت فيه الهجوم"."""
    masculine = verb.gender == "f" and not after.norm.endswith(_FEMININE)
    return "noun" in verb.intro and (masculine or disagrees(clause, after, verb) or is_deed(clause, after))


def governed(clause: Clause, at: int) -> bool:
    """Whether a preposition stands before the name at `at`, which then is no subject: "في مصر قالت المنظمة"."""
    return clause.norm(at - 1).removeprefix("و") in openings()["adjunct"] or clause.elements[at].prefix[-1:] in tuple("بلك")


def answers(clause: Clause, at: int, verb: Verb) -> bool:
    """"وبشأن ما يقال عن الحزب وقيادته قال، إن ...": one who spoke before answers."""
    words = openings()
    first = clause.norm(0)
    matter = first in words["matter"] or (first[:1] == "و" and first[1:] in words["matter"])
    if not matter or verb.lemma not in words["answers"] or clause.elements[at].norm != verb.form:
        return False
    return clause.norm(at + 1 + (clause.norm(at + 1) in COMMAS)) in words["that"] | {":"}
