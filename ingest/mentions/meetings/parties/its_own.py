"""A body that a meeting names only by a pronoun: "أول اجتماع لها", "أول اجتماعاته الفنية", "قمة قادتها".

The pronoun means the body of its gender that is spoken of last, but nobody with whom it was done ("بالشراكة مع الاتحاد").
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.meetings.detection.rounds import AGAIN
from ingest.mentions.meetings.lexicon import any_of, words
from ingest.mentions.meetings.parties.aside import is_one_of_its_own
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.parts import Zone

_PEOPLE = 2  # tokens behind a meeting in which "its leaders" stand
_SUFFIXES = ("ها", "ه")


def of_its_own(scene: Scene, spot: Spot) -> Mention | None:
    """The body that the pronoun of a spot means."""
    suffix = pronoun_of(scene, spot)
    if suffix is None:
        return None
    for index, body in _backwards(scene, spot):
        if body is None:
            if _agrees(scene.norm(index), suffix):
                return None  # "لجنة توجيهية … تعقد أول اجتماعاتها": one that has no name
        elif _agrees(scene.norm(body.first)[len(body.prefix) :], suffix):
            return body
    return None


def pronoun_of(scene: Scene, spot: Spot) -> str | None:
    """ "ها" or "ه" of "أول اجتماع لها", "أول اجتماعاته", "قمة قادتها"."""
    if AGAIN in spot.marks:  # "ومن المنتظر أن تجتمع مجددا"
        return "ها" if bare(scene.norm(spot.first)).removeprefix("س").startswith("ت") else "ه"
    if spot.verb:
        return None
    counted = bare(scene.norm(spot.first - 1)) in any_of("first_of", "nth", "last_of")
    if is_one_of_its_own(scene, spot):
        return scene.norm(spot.last).removeprefix("ل")
    if counted and spot.possessive in _SUFFIXES:
        return spot.possessive
    for index in range(spot.last, min(spot.last + _PEOPLE, spot.sentence.last)):
        word = scene.norm(index)
        if scene.at(index) is None and word in words("its_people"):
            return "ها" if word.endswith("ها") else "ه"
    return None


def _backwards(scene: Scene, spot: Spot) -> Iterator[tuple[int, Mention | None]]:
    """The bodies and the unnamed committees in front of a spot in its sentence and the one before, the last first."""
    before = scene.document.sentences[spot.sentence.index - 1] if spot.sentence.index else spot.sentence
    first = before.first if before.zone is Zone.BODY else spot.sentence.first
    for index in range(spot.first - 1, first - 1, -1):
        mention = scene.at(index)
        if mention is None and bare(scene.norm(index)) in words("new_bodies"):
            yield index, None
        elif mention is not None and mention.first == index and _named(scene, mention):
            yield index, mention


def _named(scene: Scene, mention: Mention) -> bool:
    body = mention.kind in COLLECTIVES and mention.kind is not Kind.GROUP and mention.referent is not None
    beside = scene.norm(mention.first - 1) in words("done_with") or mention.prefix.startswith(("و", "ب"))
    return body and not beside


def _agrees(head: str, suffix: str) -> bool:
    """A noun with the article, or before another, by its ending; a foreign name may be of either gender."""
    stem = head.removeprefix("لل").removeprefix("ال")
    if stem == head and head not in any_of("new_bodies", "bodies_of_states"):
        return True
    return stem.endswith(("ه", "ات")) == (suffix == "ها")
