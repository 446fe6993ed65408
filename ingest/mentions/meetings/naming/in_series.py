"""Which of a series a meeting is by its name: "كوب 28", "قمة دكار-3"; and told behind it: "هي الرابعة من نوعها"."""

from __future__ import annotations

from ingest.mention import COLLECTIVES, Kind
from ingest.mentions.meetings.date.ordinals import ordinal
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import Scene, Spot, bare, first_within
from ingest.mentions.meetings.word_places import said_bare
from ingest.sieve import Sieve
from kg.claim import Span

_NAME = 8  # tokens of a name in front of the short name of its series: "مؤتمر الأطراف (COP28)"
_OPENING, _CLOSING = frozenset('"“«('), frozenset('"”»)،.؛')
_EDITIONS = 40  # more editions than a series of meetings in one city has
_SERIES = 45  # tokens behind a spot in which its place in a series is told: "… هي الرابعة من نوعها"

_of_series = Sieve(lambda norm: norm.lower().startswith(tuple(words("numbered_series"))))


def numbered(scene: Scene, spot: Spot) -> tuple[int, Span] | None:
    """ "مؤتمر الأطراف (COP28)", "كوب 28": the number in the short name of a series, in brackets or behind a few words."""
    series = scene.document.once("numbered series", lambda: scene.document.sifted(_of_series))
    reach = range(spot.last, min(spot.last + _NAME, spot.sentence.last))
    for index in reach if first_within(series, reach.start, reach.stop) is not None else ():
        word = scene.norm(index).lower()
        if word in "،.؛:":
            return None
        for name in words("numbered_series"):
            number = word.removeprefix(name).lstrip("-") if word.startswith(name) else ""
            at = index
            if word == name:
                at, number = index + 1, scene.norm(index + 1)
            if number.isdigit() and len(number) < 3:
                return int(number), Span(scene.tokens[index].start, scene.tokens[at].end)
    return None


def of_city(scene: Scene, spot: Spot) -> tuple[int, Span] | None:
    """ "مؤتمر «دكار 2»", "قمة دكار-3 حول المياه": a number behind the city by which a meeting is called."""
    if spot.definite or spot.noun.kind not in ("summit", "conference"):
        return None
    opened = scene.norm(spot.last) in _OPENING
    city = scene.at(spot.last + opened)
    if city is None or city.kind is not Kind.PLACE or city.prefix or city.first != spot.last + opened:
        return None
    at = city.last + (scene.norm(city.last) == "-")
    number = scene.norm(at)
    here = scene.at(at)
    counted = here is not None and here.kind is Kind.DATE
    if counted or not number.isdigit() or not 1 < int(number) <= _EDITIONS or at >= spot.sentence.last:
        return None
    ends = scene.norm(at + 1) in _CLOSING or scene.norm(at + 1) in words("subject_is")
    return (int(number), Span(scene.tokens[at].start, scene.tokens[at].end)) if ends else None


def in_series(scene: Scene, spot: Spot) -> tuple[int, Span] | None:
    """ "قمة ثلاثية …، هي الرابعة من نوعها", "الثالثة ضمن آلية التعاون"."""
    reach = range(spot.last, min(spot.last + _SERIES, spot.sentence.last))
    for index in reach if said_bare(scene, reach.start, reach.stop, "it_is") else ():
        word = scene.norm(index)
        if word in ".؛:" or (scene.at(index) is None and scene.noun(index) is not None and index > spot.last):
            return None
        if bare(word) not in words("it_is") or (found := ordinal(scene, index + 1)) is None:
            continue
        at = next(i for i in range(index + 1, index + 5) if scene.tokens[i].end >= found[1].end)
        first_there = found[0] == 1 and scene.norm(at + 3) in words("in_or_on")  # "الأول من نوعه في إفريقيا"
        since = scene.norm(at + 1) == "منذ" and scene.norm(at + 2) in words("since_founding")
        own = (scene.norm(at + 1) in words("of_series") and not first_there) or since or _held_by_body(scene, at + 1)
        return found if own else None
    return None


def _held_by_body(scene: Scene, at: int) -> bool:
    """ "وهو الرابع الذي يعقده التحالف", "وهي الثانية التي تعقدها": by the body since it began, and not by a president, in a
    city or "خلال أسبوع"."""
    subject = scene.at(at + 2)
    of_body = subject is not None and subject.kind in COLLECTIVES and not subject.prefix
    led = scene.norm(at) in words("relative") and scene.norm(at + 1) in words("held_it")
    last = subject.last if subject is not None else at + 2
    ends = scene.norm(last) in ".،؛" or (scene.norm(last) == "منذ" and scene.norm(last + 1) in words("since_founding"))
    return led and ends and (of_body or subject is None)
