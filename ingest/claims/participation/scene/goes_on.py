"""Whose a verb is that "and" joins to the first one of the sentence: "وصل الوزير فلان إلى تونس، وشارك في القمة"."""

from __future__ import annotations

from ingest.claims.clause import COMMAS, QUOTES, STOPS
from ingest.claims.participation.scene.lexicon import is_, is_verb, uses, words
from ingest.claims.participation.scene.phrase import is_definite, past_circumstance
from ingest.claims.participation.scene.scene import Scene
from ingest.claims.participation.scene.subject import Subject, behind
from ingest.claims.speech import verb_at
from ingest.mention import Kind
from ingest.tenses import is_future_form, is_present_form

_OPENS = 3  # elements in front of the first verb of a sentence
_FAR = 40  # elements between the two verbs
_ACTORS = frozenset({Kind.PERSON, Kind.TITLE, Kind.COUNTRY})
_MANY = ("وا", "ون", "ان", "تا", "نا")


def joined(scene: Scene, at: int, end: int) -> Subject | None:
    """The subject of the first verb, if nothing else between the two or behind the second may be the subject of that."""
    then = scene.norm(at - 1) in words("and_then")
    if not (then or scene.norm(at)[:1] == "و") or at > _FAR or not _is_bare(scene, at, end):
        return None
    verb = next((i for i in range(min(_OPENS, at)) if _is_finite(scene, i) or _is_told_of(scene, i)), None)
    if verb is None or _form(scene.norm(verb)) != _form(scene.norm(at)) or not _is_one_clause(scene, verb + 1, at - then):
        return None
    front = scene.mention(verb - 1)
    if front is not None and verb == 1 and front.kind in _ACTORS and not front.prefix and front.referent is not None:
        return Subject((front,), at + 1)
    if any(scene.mention(i) is not None and scene.kind(i) is not Kind.DATE for i in range(verb)):
        return None
    found = behind(scene, verb, at, frozenset())
    if found is None or len(found.people) > 1 or found.people[0].kind not in _ACTORS:
        return None
    return Subject(found.people, at + 1)


def _is_finite(scene: Scene, at: int) -> bool:
    norm = scene.norm(at)
    return (scene.mention(at) is None or scene.kind(at) is None) and (is_verb(norm) or verb_at(norm) is not None)


def _is_told_of(scene: Scene, at: int) -> bool:
    """Whether a word at the head of a sentence stands right in front of somebody, as a verb that is not listed does."""
    front = scene.mention(at + 1)
    norm = scene.norm(at)
    if at or scene.kind(at) is not None or front is None or front.kind not in _ACTORS or front.prefix:
        return False
    noun = is_definite(norm) or is_(norm, "prepositions") or is_(norm, "many") or scene.is_closed(at)
    return norm.isalpha() and not noun


def _form(norm: str) -> str:
    """Whether a verb is of her, of him or of several."""
    word = norm[1:] if norm[:1] in ("و", "ف") and len(norm) > 3 else norm
    if word.endswith((*_MANY, "ا")):
        return "many"
    forms = {use.form for use in uses(norm)}
    present = "present" in forms or ("past" not in forms and (is_present_form(norm) or is_future_form(norm)))
    hers = word.removeprefix("س")[:1] == "ت" if present else word.endswith("ت")
    return "hers" if hers else "his"


def _is_one_clause(scene: Scene, first: int, last: int) -> bool:
    """Whether no other verb, clause or words of somebody else's stand between two elements."""
    for i in range(first, last):
        norm = scene.norm(i)
        if norm in STOPS or norm in QUOTES or norm == "؛" or is_(norm, "breaks") or _is_finite(scene, i):
            return False
    return True


def _is_bare(scene: Scene, at: int, end: int) -> bool:
    """Whether only the meeting and circumstances stand behind a verb, and nobody who could be its subject."""
    i = at + 1
    while i < end and scene.norm(i) not in COMMAS:
        mention = scene.mention(i)
        straight = mention is not None and mention.kind in _ACTORS and not mention.prefix
        if straight and not is_(scene.norm(i - 1), "prepositions"):
            return False
        after = i + 1 if scene.is_meeting(i) or is_(scene.norm(i), "part") else past_circumstance(scene, i)
        if after == i:
            return False
        i = after
    return True
