"""Ceremonies called by the deed that was told before: "وقع الطرفان اتفاقا أمس في تونس … خلال حفل التوقيع"."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.mention import Kind, Mention
from ingest.mentions.meetings.date.undated import is_day_told
from ingest.mentions.meetings.lexicon import table, words
from ingest.mentions.meetings.place.governed import governed
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.parts import Sentence, Zone

_BACK = 4  # sentences in front of a ceremony in which its deed is told
_VERB = 3  # tokens at the head of a sentence in which its verb stands
_FAR = 60  # tokens of a sentence in which place and day are told


@dataclass(frozen=True, slots=True)
class Deed:
    """Where and when something was signed or opened."""

    place: Mention
    date: Mention | None


def deed_of(scene: Scene, spot: Spot) -> Deed | None:
    """The deed after which a ceremony is called, where its sentence tells the place."""
    verbs = table("deed_of").get(spot.noun.lemma)
    if verbs is None or spot.verb or spot.prefix.endswith("ل"):
        return None
    number = spot.sentence.index
    for sentence in reversed(scene.document.sentences[max(number - _BACK, 0) : number + 1]):
        if sentence.zone is Zone.BODY and _tells(scene, sentence, spot, words(verbs)):
            return _in(scene, sentence, spot)
    return None


def _tells(scene: Scene, sentence: Sentence, spot: Spot, verbs: frozenset[str]) -> bool:
    head = range(sentence.first, min(sentence.first + _VERB, sentence.last, spot.first))
    return any(scene.at(i) is None and bare(scene.norm(i)) in verbs for i in head)


def _in(scene: Scene, sentence: Sentence, spot: Spot) -> Deed | None:
    near = [*scene.between(sentence.first, min(sentence.first + _FAR, sentence.last, spot.first))]
    places = [m for m in near if m.kind in (Kind.PLACE, Kind.COUNTRY) and "area" not in m.tags and governed(scene, m)]
    cities = [m for m in places if m.kind is Kind.PLACE]
    days = [m for m in near if is_day_told(m)]
    return Deed((cities or places)[0], days[0] if days else None) if places else None
