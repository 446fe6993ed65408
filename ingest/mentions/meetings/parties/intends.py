"""The body that is to hold a meeting or held one by the way: "يستعد الاتحاد لعقد قمة", "قررت المجموعة خلال قمة C"."""

from __future__ import annotations

from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.meetings.lexicon import any_of, words
from ingest.mentions.meetings.parties.conveners import right_behind
from ingest.mentions.meetings.scene import Scene, Spot, bare

_FAR = 12  # tokens between the verb of intending and the verbal noun of holding
_CLAUSE = 12  # tokens in front of a summit in which its states act


def intending(scene: Scene, spot: Spot) -> Mention | None:
    """ "يستعد الاتحاد، الأسبوع المقبل، لعقد قمة", "المجلس يعتزم عقد جلسة": the subject of the verb."""
    at = spot.first - 1
    if spot.verb or spot.prefix or scene.norm(at) not in words("holding_of"):
        return None
    for index in range(at - 1, max(at - _FAR, spot.sentence.first) - 1, -1):
        if scene.at(index) is not None or bare(scene.norm(index)) not in words("intends"):
            continue
        body = scene.at(index + 1)
        if _is_body(body) and body is not None and body.first == index + 1:
            return body if right_behind(scene, body.last, at) else None
        body = scene.at(index - 1)
        return body if _is_body(body) and right_behind(scene, index + 1, at) else None
    return None


def acting_at(scene: Scene, spot: Spot) -> Mention | None:
    """ "قررت دول المجموعة خلال قمة جوهانسبرغ ضم ست دول": the body of states that did it at its summit."""
    place = scene.at(spot.last)
    if spot.kind != "summit" or spot.anaphoric or place is None or place.kind is not Kind.PLACE or place.prefix:
        return None
    if scene.norm(spot.first - 1) not in words("at_a_summit"):
        return None
    for body in scene.between(max(spot.first - _CLAUSE, spot.sentence.first), spot.first):
        at = body.first - 1
        at -= scene.norm(at) in words("states_or_leaders")
        key = body.referent.key if body.referent is not None else ""
        of_states = body.kind is Kind.COALITION or key in words("holds_summits")
        if of_states and not body.prefix and bare(scene.norm(at)) in any_of("adopts", "declares"):
            return body
    return None


def _is_body(mention: Mention | None) -> bool:
    return mention is not None and mention.kind in COLLECTIVES and not mention.prefix.strip("وف")
