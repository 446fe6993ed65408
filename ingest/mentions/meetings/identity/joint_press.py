"""Talks behind a joint press conference: "في مؤتمر صحافي مع نظيره فلان في الرباط. وتناول اللقاء …".

The press conference is no meeting. The talks taken up without their sides, where the article tells of no other ones before,
are those of the two who stood there together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.mention import Kind, Mention
from ingest.mentions.meetings.lexicon import any_of, words
from ingest.mentions.meetings.place.governed import is_in
from ingest.mentions.meetings.scene import PARTIES, Scene, bare
from ingest.mentions.meetings.traits import Reading
from ingest.parts import Sentence, within

PRESS = "press"  # the mark of such a spot
_LINK = 8  # tokens from the press conference to the word that brings in the other one
_REACH = 30  # tokens behind it in which the two and the city are named
_ROW = 3  # tokens between the two


@dataclass(frozen=True, slots=True)
class _Press:
    """A joint press conference: where its sentence ends, the two who hold it, the city."""

    last: int
    two: tuple[Mention, Mention]
    place: Mention | None


def behind_press(scene: Scene, readings: Sequence[Reading]) -> Iterator[Reading]:
    """The readings; the first talks without sides behind a joint press conference have those who held it."""
    press = _press(scene) if readings else None
    for reading in readings:
        if press is not None and _is_of_two(reading):
            press = None  # the article tells of talks itself
        elif press is not None and reading.spot.first >= press.last and _lacks_sides(scene, reading):
            told, marks = reading.details, {*reading.spot.marks, PRESS}
            place = told.place or press.place
            details = replace(told, partners=press.two, parties=press.two, kind="bilateral", place=place)
            reading, press = replace(reading, spot=replace(reading.spot, marks=marks), details=details), None
        yield reading


def _is_of_two(reading: Reading) -> bool:
    return reading.details.kind == "bilateral" and len(reading.details.partners) > 1


def _lacks_sides(scene: Scene, reading: Reading) -> bool:
    """Whether a spot takes up talks by their name alone: "اللقاء", "المباحثات"."""
    spot, told = reading.spot, reading.details
    named = spot.definite and not spot.verb and (spot.noun.group == "talks" or spot.noun.lemma in words("talks_behind"))
    own = told.side or told.partners or told.body or told.body_path or told.edition or told.date
    brought_in = bare(scene.norm(spot.last)) in any_of("relative", "press_with")
    return named and spot.last - spot.first == 1 and not own and not brought_in and reading.status.value == "held"


def _press(scene: Scene) -> _Press | None:
    places = scene.document.where(words("of_press") & scene.document.words)
    for sentence in scene.document.sentences if places else ():
        for at in within(places, sentence):
            two = _two(scene, sentence, at) if bare(scene.norm(at - 1)) in words("press") else None
            if two is not None:
                return _Press(sentence.last, two, _city(scene, sentence, at))
    return None


def _two(scene: Scene, sentence: Sentence, at: int) -> tuple[Mention, Mention] | None:
    """Who holds a press conference with whom: "مع فلان", "بين فلان وفلان", "جمع فلانا بفلان", "عقده فلان مع فلان"."""
    end = min(at + _REACH, sentence.last)
    behind = [m for m in scene.between(at + 1, end) if m.kind in PARTIES and m.referent is not None]
    link = next((i for i in range(at + 1, min(at + _LINK, end)) if bare(scene.norm(i)) in words("press_with")), None)
    if link is None or not behind or behind[0].first < link:
        return None
    if bare(scene.norm(link)) in words("press_with_him"):
        before = [m for m in scene.between(sentence.first, at - 1) if m.kind in PARTIES and not set(m.prefix) & set("بلك")]
        pair = (before[-1], behind[0]) if before else None
    else:
        pair = (behind[0], behind[1]) if len(behind) > 1 and behind[1].first - behind[0].last <= _ROW else None
    return pair if pair is not None and pair[0].referent != pair[1].referent else None


def _city(scene: Scene, sentence: Sentence, at: int) -> Mention | None:
    """The city in which it was held: "في الرباط", "بمدريد"."""
    near = scene.starting(at + 1, min(at + _REACH, sentence.last))
    cities = (m for m in near if m.kind is Kind.PLACE and "city" in m.tags)
    return next((m for m in cities if is_in(scene, m)), None)
