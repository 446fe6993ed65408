"""What a sentence says a meeting just told to be: "وهو أول لقاء من نوعه", "هذا هو ثالث اجتماع", "وتعد القمة الأولى".

Such a noun names no other meeting; it is the predicate of the one spoken of last.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.mentions.meetings.identity.agreement import Cluster, of_one_kind
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.mentions.meetings.traits import Reading, Traits

_COUNTED = 3  # words between "it is" and the noun: "وهو أول وأرفع"


def told_of(scene: Scene, reading: Reading, near: Sequence[tuple[Traits, Cluster]]) -> tuple[Traits, Cluster] | None:
    """The meeting of which a spot is the predicate: the last of its kind in its sentence or in the one before."""
    spot = reading.spot
    if spot.verb or not near or not _is_predicate(scene, spot):
        return None
    index = spot.sentence.index
    begin = scene.document.sentences[index - 1].first if index else 0
    told = [pair for pair in near if pair[0].last >= begin and of_one_kind(scene, pair[0], reading)]
    return max(told, key=lambda pair: pair[0].last, default=None)


def _is_predicate(scene: Scene, spot: Spot) -> bool:
    """Only words that count or rank stand between "it is" and the noun; "this is" and "so it is" need them."""
    at = spot.first - 1
    while at > spot.first - 1 - _COUNTED and _ranks(scene, at):
        at -= 1
    if scene.at(at) is not None or at < spot.sentence.first:
        return False
    ranked, word = at < spot.first - 1, bare(scene.norm(at))
    if word in words("it_is_told"):
        return ranked or not spot.definite or spot.last - spot.first > 1
    if word in words("this_is"):
        return ranked and _is_subject(scene, spot, at)
    return False


def _ranks(scene: Scene, at: int) -> bool:
    """ "أول", "ثالث", "أرفع"."""
    word = bare(scene.norm(at))
    return scene.at(at) is None and (word in words("nth") or word in words("ranks"))


def _is_subject(scene: Scene, spot: Spot, at: int) -> bool:
    """Whether "this" is the subject, at the head of its clause: "وهذا ثالث لقاء", "وكان هذا أول اجتماع"."""
    head = bare(scene.norm(at - 1))
    return at == spot.sentence.first or head in words("it_was") or scene.norm(at - 1) in "،.؛:" or scene.norm(at)[:1] == "و"
