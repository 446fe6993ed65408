"""Who is the subject of a predicate: behind it whatever stands between, in front of it, or in front of a relative clause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ingest.claims.clause import ACTORS, COMMAS, STOPS
from ingest.claims.governed import in_adjunct
from ingest.claims.participation import actors, antecedent
from ingest.claims.participation.scene.lexicon import is_, is_verb, words
from ingest.claims.participation.scene.phrase import is_definite, opens_phrase, past_circumstance
from ingest.claims.participation.scene.scene import Scene
from ingest.claims.speech import openings
from ingest.expressions import compiled
from ingest.mention import Kind, Mention
from ingest.pattern import Hit, Rule, macro

_WHICH = 14  # elements between a number of people and the names among them
_APPOSITION = 12
_ONCE = 3  # elements between "سبق" and "أن"
_BESIDE = frozenset({Kind.NISBA, Kind.DATE, Kind.PLACE, Kind.NUMBER, Kind.ORGANIZATION, Kind.COALITION, Kind.GROUP})
_WHOSE = frozenset({Kind.COUNTRY, Kind.ORGANIZATION, Kind.GROUP, Kind.COALITION})
_PEOPLE = frozenset({Kind.PERSON, Kind.TITLE})


@dataclass(frozen=True, slots=True)
class Subject:
    """The actors of a predicate, and the element behind them."""

    people: tuple[Mention, ...]
    last: int


@cache
def _list() -> re.Pattern[str]:
    return compiled(macro("participation", "HON") + f"(?P<actors>{macro('participation', 'LIST')})")


def listed(scene: Scene, at: int) -> Subject | None:
    """The list of actors that begins at an element."""
    text = scene.skeleton.text
    match = _list().match(text, scene.offset(at))
    if match is None:
        return None
    hit = Hit(Rule("scene", _list, {}), scene.skeleton, match)
    people = actors.listed(hit, "actors")
    if not people:
        return None
    last = max(m.last for m in hit.mentions("actors"))
    end = next((i for i in range(at, len(scene)) if scene.row.elements[i].first >= last), len(scene))
    return Subject(tuple(people), end)


def behind(scene: Scene, at: int, end: int, objects: frozenset[str]) -> Subject | None:
    """The subject behind a predicate; `objects`: words that may stand before it as its object."""
    i = at + 1
    while i < end:
        mention, norm = scene.mention(i), scene.norm(i)
        if mention is not None and mention.kind in ACTORS and mention.prefix == "":
            return listed(scene, i)
        if mention is not None and mention.kind is Kind.NISBA and scene.kind(i + 1) is Kind.PERSON:
            return listed(scene, i + 1)
        if mention is None and norm not in objects and (found := _told_in_words(scene, i, end)) is not None:
            return found
        if norm in words("company"):
            return None  # "تستضيف جنيف محادثات بمشاركة كل من …"
        after = past_circumstance(scene, i)
        if after == i and mention is None and norm in objects:
            after = i + 1
            after += scene.kind(after) in _WHOSE and not scene.row.elements[after].prefix  # "وفد الإمارات"
            while after < end and (is_definite(scene.norm(after)) or scene.kind(after) is Kind.NISBA):
                after += 1
        if after == i:
            return None
        i = after
    return None


def _told_in_words(scene: Scene, at: int, end: int) -> Subject | None:
    """A subject that begins with a word: an office, a state by its adjective, a number of people with names among them."""
    norm = scene.norm(at)
    if is_(norm, "national") and (state := _nation(scene, at + 1)) is not None:
        return state
    if is_(norm, "kin"):
        return _kin(scene, at + 1)
    if is_(norm, "many") or scene.kind(at) is Kind.NUMBER:
        return among(scene, at, end) or listed(scene, at)
    joined = norm[:1] == "و" and norm not in words("national")
    if joined or norm in COMMAS or opens_phrase(norm) or is_(norm, "adverbs"):
        return None
    if is_verb(norm) and norm not in words("national"):  # "وفد" is a verb and a delegation
        return None
    return listed(scene, at)


def _kin(scene: Scene, at: int) -> Subject | None:
    """Who is told by what he is to another, and named behind it: "حليفه في الحكومة، الحزب الوطني"."""
    i = at + 2 if scene.norm(at) in words("governing") else at
    i += scene.norm(i) in COMMAS
    return listed(scene, i) if i < len(scene) and scene.kind(i) in ACTORS else None


def _nation(scene: Scene, at: int) -> Subject | None:
    for i in range(at, min(at + 3, len(scene))):
        mention = scene.mention(i)
        if mention is not None:
            named = mention.kind is Kind.NISBA and mention.referent is not None
            holder = scene.kind(i + 1) in _PEOPLE
            return Subject((mention,), i + 1) if named and not holder else None
        if not is_definite(scene.norm(i)) or scene.norm(i) in words("of_no_state"):
            return None  # "وفد المعارضة السورية"
    return None


def among(scene: Scene, at: int, end: int) -> Subject | None:
    """Those named among a number of people: "ست دول … بينها النيجر والغابون"."""
    limit = min(len(scene), max(end, at + _WHICH), at + _WHICH)
    for i in range(at + 1, limit):
        norm = scene.norm(i)
        if is_(norm, "which"):
            return listed(scene, i + 1) if i + 1 < len(scene) else None
        clause = is_verb(norm) and norm[0] == "و" and i > at + 1 and scene.norm(i - 1) not in COMMAS
        if norm in STOPS or norm == "؛" or clause:
            return None
    return None


def before(scene: Scene, at: int) -> Subject | None:
    """The subject in front: "رئيس الوزراء فلان كان …", "مصر وقطر غابتا"."""
    if scene.norm(at)[:1] == "و" and not is_(scene.norm(at), "own_waw"):
        return None
    i = at - 1
    while i >= 0 and (is_(scene.norm(i), "particles") or scene.kind(i) is Kind.DATE):
        i -= 1
    if i >= 0 and scene.norm(i) in COMMAS:
        i = _past_apposition(scene, i)
    mention = scene.mention(i)
    if mention is None or mention.kind not in ACTORS or mention.referent is None:
        return None
    row, k = [mention], i
    while k >= 1 and scene.row.elements[k].prefix == "و":
        k -= 1
        k -= scene.norm(k) in COMMAS
        other = scene.mention(k)
        if other is None or other.kind not in ACTORS or other.referent is None:
            break
        row.insert(0, other)
    first = row[0]
    straight = antecedent.is_straight(scene.skeleton, first)
    if not straight or in_adjunct(scene.skeleton.reading, scene.skeleton.sentence, first):
        return None
    return Subject(tuple(row), at + 1)


def of_clause_before(scene: Scene, at: int) -> Subject | None:
    """The subject that a clause of time shares with the one before it: "عاد الرئيس إلى بلاده بعد أن ترأس القمة"."""
    behind_time = scene.norm(at - 1) == "بعدما" or (scene.norm(at - 1) == "ان" and scene.norm(at - 2) in words("after_that"))
    if not behind_time:
        return None
    person = antecedent.person_before(scene.skeleton, scene.row.elements[at].first, None)
    return None if person is None or person.referent is None else Subject((person,), at + 1)


def once(scene: Scene, at: int) -> Subject | None:
    """Who is told to have done something before: "سبق للجزائر أن دعت سوريا إلى القمة"; what follows is the object."""
    k = at - 1 - (scene.norm(at - 1) == "قد")
    if k < 2 or scene.norm(k) != "ان":
        return None
    for i in range(k - 1, max(0, k - _ONCE) - 1, -1):
        mention = scene.mention(i)
        if mention is not None and mention.kind in ACTORS and mention.prefix in ("ل", "لل"):
            told = scene.norm(i - 1).removeprefix("و") in openings()["did_before"] and mention.referent is not None
            return Subject((mention,), at + 1) if told else None
    return None


def caller(scene: Scene, at: int) -> Subject | None:
    """ "أكدت الجزائر أنها دعت سوريا إلى القمة": who calls is a pronoun, and who says so; nobody behind the verb does."""
    mention = scene.mention(at - 2)
    if mention is None or mention.kind not in ACTORS or mention.prefix or mention.referent is None:
        return None
    return Subject((mention,), at + 1)


def sayer(scene: Scene, at: int) -> Subject | None:
    """Who says it of himself: "أعلن الوزير أنه لن يذهب إلى القمة"."""
    k = at - 1
    while k > 0 and is_(scene.norm(k), "particles"):
        k -= 1
    if not is_(scene.norm(k), "that_he"):
        return None
    person = antecedent.person_before(scene.skeleton, scene.row.elements[k].first, None)
    return None if person is None or person.referent is None else Subject((person,), at + 1)


def _past_apposition(scene: Scene, at: int) -> int:
    """The element that an apposition between commas tells of, or the one before the comma."""
    if scene.kind(at - 1) is Kind.PERSON:
        return at - 1
    for i in range(at - 1, max(-1, at - _APPOSITION), -1):
        if scene.norm(i) in COMMAS:
            return i - 1
        if is_verb(scene.norm(i)):
            break
    return at - 1


def relative(scene: Scene, at: int) -> int | None:
    """The element of whom or what the relative clause of a predicate tells, if it stands in one."""
    i = at - 1
    while i >= 0 and is_(scene.norm(i), "particles"):
        i -= 1
    if i < 0 or scene.norm(i) not in words("relative"):
        return None
    k = i - 1
    if scene.norm(k) in COMMAS and not scene.row.elements[k - 1].is_actor and not scene.is_meeting(k - 1):
        k = _past_apposition(scene, k) + 1
        return k - 1 if scene.kind(k - 1) is Kind.PERSON else None
    k -= scene.norm(k) in COMMAS
    j = k
    while j > 0 and (is_definite(scene.norm(j)) or scene.kind(j) in _BESIDE):
        j -= 1
        if scene.is_meeting(j):
            return j
    beside = k == i - 1 or scene.norm(i - 1) in COMMAS
    return k if k >= 0 and (scene.is_meeting(k) or (beside and scene.kind(k) in ACTORS)) else None


def with_other(scene: Scene, subject: Subject, end: int) -> Subject:
    """The subject with the one whom it reaches: "صافح فلان فلانا", "تبادل فلان الحديث مع فلان"."""
    for i in range(subject.last, end):
        if scene.kind(i) in _PEOPLE and (scene.row.elements[i].prefix == "" or scene.norm(i - 1) == "مع"):
            other = listed(scene, i)
            return subject if other is None else Subject(subject.people + other.people, other.last)
    return subject
