"""Meetings in a row of which one predicate tells: "اجتماع المجلس وقمة المجموعة اللذين عقدا في جدة أمس".

The place, the day and the status are those of each: "القمة الخليجية، والقمة العربية، …، المقرر عقدها في مكة".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.mention import COLLECTIVES, Kind
from ingest.mentions.meetings.date.ordinals import ordinal
from ingest.mentions.meetings.lexicon import adjectives, any_of, words
from ingest.mentions.meetings.scene import Scene, bare
from ingest.mentions.meetings.traits import Reading

_NAME = 12  # tokens of the name of one meeting in a row
_PREDICATE = 4  # tokens behind the last of them in which it is said of how many the predicate tells
_THREE = 3
_IN_NAMES = COLLECTIVES | {Kind.NISBA, Kind.NUMBER}


def told_together(scene: Scene, readings: Sequence[Reading]) -> list[Reading]:
    """The readings, each with what is told of it together with those beside it."""
    found, row = list(readings), [0]
    if scene.document.words.isdisjoint(any_of("of_both", "held_both", "held_all")):
        return found
    for number in range(1, len(found) + 1):
        if number < len(found) and _is_edition(scene, found[row[-1]], found[number]):
            continue  # "القمة العربية بدورتها العادية"
        if number < len(found) and _joined(scene, found[row[-1]], found[number]):
            row.append(number)
            continue
        if len(row) > 1 and _of_all(scene, found[row[-1]], len(row)):
            last = found[number - 1]
            for index in range(row[0], number - 1):
                found[index] = _as(found[index], last)
        row = [number]
    return found


def _is_edition(scene: Scene, whole: Reading, part: Reading) -> bool:
    """ "القمة العربية بدورتها الرابعة والثلاثين": its own session in the name of a meeting."""
    session = part.spot.noun.group in ("session", "edition") and bool(part.spot.possessive) and not part.spot.verb
    same = whole.spot.sentence is part.spot.sentence and not whole.spot.verb
    return session and same and _behind_name(scene, whole, part.spot.first) >= part.spot.first


def _joined(scene: Scene, first: Reading, second: Reading) -> bool:
    """Whether the second goes on with the first in one row: "القمة العربية الطارئة، والدورة العاشرة"."""
    if first.spot.sentence is not second.spot.sentence or first.spot.verb or second.spot.verb:
        return False
    apart = first.details.side or second.details.side or not second.spot.prefix.startswith("و")
    return not apart and _behind_name(scene, first, second.spot.first) == second.spot.first


def _behind_name(scene: Scene, reading: Reading, end: int) -> int:
    """Where the name of a meeting ends: its bodies, adjectives and numbers, and a comma."""
    at = reading.spot.last
    while at < min(end, reading.spot.last + _NAME):
        mention, word = scene.at(at), scene.norm(at)
        form = scene.noun(at)
        if mention is not None and mention.kind in _IN_NAMES:
            at = mention.last
        elif form is not None and form.possessive and form.noun.group in ("session", "edition"):
            at += 1
        elif mention is None and (number := ordinal(scene, at)) is not None:
            at = next((i for i in range(at, at + 4) if scene.tokens[i].end >= number[1].end), at) + 1
        elif mention is None and _in_name(word):
            at += 1
        else:
            break
    return at


def _in_name(word: str) -> bool:
    """Whether a word without a mention may go on with the name of a meeting."""
    definite = bare(word).startswith("ال") and word not in any_of("of_both", "planned")
    return definite or word in "،," or word in words("bridge") or word in adjectives()


def _of_all(scene: Scene, last: Reading, many: int) -> bool:
    """Whether the predicate behind the last meeting of a row tells of all: a dual of two, "holding them" of more."""
    at = _behind_name(scene, last, last.spot.sentence.last)
    behind = [bare(scene.norm(i)) for i in range(at, min(at + _PREDICATE, last.spot.sentence.last))]
    both = behind[:1] and behind[0] in words("of_both")
    both = both or any(word in words("held_both") for word in behind)
    parted = scene.norm(at - 1) in "،,"  # "…، والدورة العاشرة المقرر عقدها في …" tells of the last alone
    return bool(both) if many < _THREE else parted and any(word in words("held_all") for word in behind)


def _as(reading: Reading, last: Reading) -> Reading:
    """A meeting of a row with the place, the day and the status that are told of the last."""
    own, told = reading.details, last.details
    ahead = own.date is not None and own.date.last <= reading.spot.first
    place = told.place if told.place is not None and told.place.first > last.spot.last else None
    date = told.date if told.date is not None and told.date.first > last.spot.last else None
    date = (date or own.date) if ahead else (own.date or date)
    return replace(reading, details=replace(own, place=own.place or place, date=date), status=last.status)
