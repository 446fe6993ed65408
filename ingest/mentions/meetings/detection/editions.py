"""Editions told without their conference: "واحتضنت داكار النسخة الثانية", "وكانت طبعته العاشرة قد التأمت في …"."""

from __future__ import annotations

from ingest.mention import Mention
from ingest.mentions.meetings.date.ordinals import ordinal
from ingest.mentions.meetings.lexicon import any_of, words
from ingest.mentions.meetings.scene import Scene, Spot, bare, is_holding

_FRONT = 5  # tokens in front of an edition in which the verb of hosting or holding stands
_BEHIND = 4  # tokens behind it in which it is told that it was held
_COUNTED = 4  # tokens from a meeting to its number: "الاجتماع الوزاري التاسع"
_BACK = 90  # tokens in front of it in which the conference is named
_SERIES = frozenset({"summit", "conference"})


def stands_alone(scene: Scene, spot: Spot) -> bool:
    """Is an edition, which is no meeting of its own otherwise, one of the conference named before, held or hosted?"""
    if not (spot.definite or spot.possessive) or _of_something(scene, spot) or not _is_one_of(scene, spot):
        return False
    front = range(max(spot.first - _FRONT, spot.sentence.first), spot.first)
    held = any(scene.at(i) is None and _hosts(scene.norm(i)) for i in front) or _held_behind(scene, spot)
    return held and _of_series(scene, spot)


def of_conference(scene: Scene, spot: Spot, body: Mention | None) -> Mention | None:
    """The body of an edition: "طبعته العاشرة" is one of a forum or conference, not of the council named beside it."""
    council = spot.noun.group == "edition" and body is not None and scene.noun(body.first) is None
    return None if council else body


def _is_one_of(scene: Scene, spot: Spot) -> bool:
    """ "النسخة الثانية", "النسخة المقبلة": counted, or the one before or after."""
    for index in range(spot.first + 1, min(spot.last + 2, spot.sentence.last)):
        word = scene.norm(index)
        if ordinal(scene, index) is not None or word in words("previous") or word in words("following"):
            return True
    return False


def _of_something(scene: Scene, spot: Spot) -> bool:
    """ "النسخة الثانية من البطولة", "الطبعة الأولى للكتاب"."""
    word = scene.norm(spot.last)
    behind = scene.at(spot.last)
    return word == "من" or word.startswith("لل") or (behind is not None and behind.prefix.startswith("ل"))


def _hosts(norm: str) -> bool:
    word = bare(norm)
    return bool({word, word.removeprefix("س")} & any_of("hosting", "opens_forum")) or is_holding(word)


def _held_behind(scene: Scene, spot: Spot) -> bool:
    """ "طبعته العاشرة قد التأمت", "النسخة الثانية التي احتضنتها داكار"."""
    for index in range(spot.last, min(spot.last + _BEHIND, spot.sentence.last)):
        word = scene.norm(index)
        led = scene.norm(index - 1) == "قد" or scene.norm(index - 1) in words("relative")
        if led and (is_holding(word) or bare(word).removeprefix("س") in words("hosts")):
            return True
    return False


def _of_series(scene: Scene, spot: Spot) -> bool:
    """Is a conference or a summit the kind of meeting that the article named last, or one that it counts?"""
    for at in (i for i in reversed(scene.noun_places) if spot.first - _BACK <= i < spot.first):
        form = scene.noun(at)
        if form is not None and form.noun.group not in ("works", "session", "edition", "plural"):
            counted = any(ordinal(scene, i) is not None for i in range(at + 1, at + _COUNTED))
            return form.noun.kind in _SERIES or form.noun.group == "forum" or counted
    return False
