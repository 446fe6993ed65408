"""What a meeting is about, as its name says: "المؤتمر الدولي حول ليبيا", and behind that "مؤتمر ليبيا"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.mention import COLLECTIVES, Kind
from ingest.mentions.meetings.lexicon import adjectives, any_of, body_of, words
from ingest.mentions.meetings.scene import Scene, Spot, is_holding
from ingest.mentions.meetings.traits import ABOUT, Reading, Traits, body_key, stem

_NAME = 3  # tokens of a name between the noun with its adjectives and the word that leads to the subject
_SUBJECT = 5  # tokens of a subject
_LETTERS = 3  # of a word that says something
_ALIKE = 4  # first letters by which two words are of one stem: "مناخ", "مناخي"
_NAMED = COLLECTIVES | {Kind.COUNTRY, Kind.NISBA, Kind.PLACE}


def with_subjects(scene: Scene, readings: Sequence[Reading]) -> list[Reading]:
    """The readings, each with what its name says that the meeting is about."""
    found = [replace(one, subjects=subjects_of(scene, one.spot)) for one in readings]
    told = frozenset(subject for one in found for subject in one.subjects)
    return [_of_land(one, told) for one in found] if told else found


def _of_land(reading: Reading, told: frozenset[str]) -> Reading:
    """ "مؤتمر ليبيا", where others are told to be about the country: it is not held there."""
    spot, place = reading.spot, reading.details.place
    key = place.referent.key if place is not None and place.referent is not None else ""
    construct = place is not None and place.kind is Kind.COUNTRY and place.first == spot.last and not place.prefix
    if not construct or key not in told:
        return reading
    spot.marks.add(ABOUT)
    return replace(reading, details=replace(reading.details, place=None), subjects=frozenset({key}))


def subjects_of(scene: Scene, spot: Spot) -> frozenset[str]:
    """The keys of the countries and bodies and the stems of the other words in the subject of a meeting's name."""
    first = _begins(scene, spot) if not spot.verb else None
    found: set[str] = set()
    at, last = (first, min(first + _SUBJECT, spot.sentence.last)) if first is not None else (0, 0)
    while at < last:
        mention, word = scene.at(at), scene.norm(at)
        if mention is not None:
            if mention.kind not in _NAMED or mention.referent is None or (at != first and mention.prefix.endswith("ب")):
                break
            found.add(mention.referent.key)
            at = mention.last
            continue
        if not word.isalpha() or is_holding(word) or (at != first and word in words("ends_subject")):
            break
        root = stem(word)
        if len(root) >= _LETTERS and root not in any_of("situations", "any_subject"):
            found.add(root)
        at += 1
    return frozenset(found)


def _begins(scene: Scene, spot: Spot) -> int | None:
    """Where the subject begins, behind "حول" and the like: only nations, numbers and qualities stand in front of that."""
    at, limit = spot.last, min(spot.last + _NAME + 1, spot.sentence.last - 1)
    while at < limit:
        mention, word = scene.at(at), scene.norm(at)
        if mention is None and word in words("subject_of_name"):
            return at + 1
        if mention is None and word not in adjectives():
            return None
        if mention is not None and mention.kind not in (Kind.NISBA, Kind.NUMBER):
            return None
        at = mention.last if mention is not None else at + 1
    return None


def same_subject(candidate: Traits, reading: Reading) -> float | None:
    """How well what a name tells of its subject fits a meeting; None where the two are about different things."""
    mine, theirs = reading.subjects, candidate.subjects | candidate.names
    if not mine or not theirs:
        return 0.0
    if any(_alike(one, other) for one in mine for other in theirs):
        return 1.0 if ABOUT in reading.spot.marks else 0.5
    if candidate.headline or "same" in reading.spot.marks or not candidate.subjects:
        return 0.0
    lands = [any("/" in subject for subject in subjects) for subjects in (mine, candidate.subjects)]
    in_full = reading.spot.last - reading.spot.first > 1 and not reading.adjectives & adjectives() <= candidate.adjectives
    return None if all(lands) or in_full else 0.0


def named_otherwise(candidate: Traits, reading: Reading) -> bool:
    """ "قمة المناخ", "المؤتمر حول الساحل", and then "القمة العربية الخامسة": is one told by its subject, the other by whose
    meeting it is?"""
    spot, key = reading.spot, body_key(reading.details)
    other, named = spot.noun.lemma not in candidate.lemmas, candidate.subjects | candidate.names
    if candidate.headline or not spot.definite or spot.possessive or spot.verb or "same" in spot.marks:
        return False
    counted = bool(reading.details.edition) and not candidate.editions
    if candidate.groups == {"forum"} and other and spot.kind == "summit" and counted:
        return True
    if reading.subjects:
        return other and candidate.body_key is not None and key is None and not named and spot.last - spot.first > 1
    if not named or candidate.body_key is not None:
        return False
    if key is not None:
        return other or (bool(candidate.names) and reading.details.edition is not None)
    return any(f"ال{word}ه" in body_of() and word not in candidate.adjectives for word in reading.adjectives)


def _alike(one: str, other: str) -> bool:
    return one == other or ("/" not in one and "/" not in other and len(one) >= _ALIKE and one[:_ALIKE] == other[:_ALIKE])
