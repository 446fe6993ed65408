"""Meetings that were held for the last time: "لم تنعقد قمته منذ 1994", "المجلس لم يجتمع منذ ماي 2016"."""

from __future__ import annotations

from ingest.mention import DateValue, Kind, Mention
from ingest.mentions.meetings.lexicon import taking_place, words
from ingest.mentions.meetings.place.governed import is_in
from ingest.mentions.meetings.scene import Scene, Spot, bare
from kg.claim import PartialDate, Span

_BEHIND = 7  # tokens behind a meeting in which "since" stands
_VERB = 3  # tokens behind a meeting in which it is said not to have been held


def last_held(scene: Scene, spot: Spot) -> Mention | None:
    """The month or year since which a meeting was not held: it was held then."""
    denied = is_denied(scene, spot.first) if spot.verb else _not_held(scene, spot)
    return since_when(scene, spot.last - 1, spot.sentence.last) if denied else None


def since_when(scene: Scene, at: int, limit: int) -> Mention | None:
    """The month or year behind "since", in the clause that goes on behind a token."""
    for index in range(at + 1, min(at + _BEHIND, limit - 1)):
        word = scene.norm(index)
        if word in ".؛:،":
            return None
        if scene.at(index) is None and word == "منذ":
            date = scene.at(index + 1) or scene.at(index + 2)
            if date is None:
                return _year(scene, index + 1)
            return date if date.kind is Kind.DATE and _is_told(scene, date) else None
    return None


def _year(scene: Scene, at: int) -> Mention | None:
    """ "منذ 1994": a year alone."""
    word, told = scene.norm(at), scene.document.reference.date
    if not (word.isdigit() and len(word) == 4 and word[:2] in ("19", "20")) or (told is not None and int(word) > told.year):
        return None
    token = scene.tokens[at]
    value = DateValue(PartialDate(int(word)), None, "text")
    return Mention(Kind.DATE, at, at + 1, Span(token.start, token.end), None, "a year", date=value)


def is_denied(scene: Scene, at: int) -> bool:
    return bare(scene.norm(at - 1)) == "لم"


def _not_held(scene: Scene, spot: Spot) -> bool:
    """ "لم تنعقد قمته", "القمة لم تلتئم"."""
    if scene.norm(spot.first - 1) in taking_place() and is_denied(scene, spot.first - 1):
        return True
    behind = range(spot.last, min(spot.last + _VERB, spot.sentence.last - 1))
    return any(bare(scene.norm(i)) == "لم" and scene.norm(i + 1) in taking_place() for i in behind)


def _is_told(scene: Scene, date: Mention) -> bool:
    """Is the year named: not "منذ سنوات", "منذ الثلاثاء"?"""
    start = date.date.start if date.date is not None else None
    years = [word for i in range(date.first, date.last) if (word := scene.norm(i)).isdigit() and len(word) == 4]
    return start is not None and str(start.year) in years


def place_then(scene: Scene, spot: Spot, date: Mention) -> Mention | None:
    """ "منذ 1994 حين التقى القادة في تونس": where they met then."""
    if scene.norm(date.last) not in words("when"):
        return None
    for mention in scene.between(date.last, min(date.last + _BEHIND, spot.sentence.last)):
        if mention.kind in (Kind.PLACE, Kind.COUNTRY) and is_in(scene, mention):
            return mention
    return None
