"""Who meets one more, where his verb goes on with the one before: "التقى فلان علانا، ثم استقبل فلانا".

The second verb has no subject of its own and not the one who was met last: its subject is that of the first.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.mentions.meetings.lexicon import verb_class, words
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.mentions.mention import Mention

GOES_ON = "goes_on"  # the mark of such a spot
_ASIDE = 3  # words between "then" and the verb: "ثم في وقت لاحق التقى"


def went_on(scene: Scene, spot: Spot) -> Mention | None:
    """Who met the one before in the sentence, if a verb goes on with it; told by `note` when that meeting was read."""
    acted = scene.acted.get(spot.sentence.index)
    if acted is None:
        return None
    at = spot.first if spot.verb else spot.first - 1
    word, before = scene.norm(at), scene.norm(at - 1)
    if at <= acted.last or not (bare(word) in words("hold") or spot.verb):
        return None
    on = bare(word) != word or spot.prefix == "و" or before in words("then_that")
    on = on or any(bare(scene.norm(i)) in words("sequel") for i in range(max(at - _ASIDE, acted.last), at))
    if on:
        spot.marks.add(GOES_ON)
    return acted if on else None


def goes_on(scene: Scene, at: int) -> bool:
    """Whether "and" and a verb of holding or meeting begin at a token: whom it names was not met before."""
    word = bare(scene.norm(at))
    return word != scene.norm(at) and (word in words("hold") or verb_class(word) is not None)


def meets_again(scene: Scene, at: int) -> bool:
    """Whether a second verb of meeting stands at a token, joined by "and" or "then"."""
    norm = scene.norm(at)
    joined = bare(norm) != norm or bare(scene.norm(at - 1)) in words("sequel")
    return joined and scene.at(at) is None and verb_class(bare(norm)) is not None


def note(scene: Scene, spot: Spot, partners: Sequence[Mention]) -> None:
    """Keeps who met somebody in a sentence."""
    if len(partners) >= 2 and not set(partners[0].prefix) & set("بلك") and partners[0].first < partners[1].first:
        scene.acted.setdefault(spot.sentence.index, partners[0])
