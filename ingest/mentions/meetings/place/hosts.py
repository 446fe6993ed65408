"""The place that hosts a meeting, in front of its verb: "كندا التي تستضيف القمة", "أعلنت ماليزيا أنها ستحتضن …"."""

from __future__ import annotations

from ingest.mention import Kind, Mention
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.place.governed import PLACES
from ingest.mentions.meetings.scene import Scene, Spot, bare

_HOST = 9  # tokens in front of a verb of hosting in which its subject stands


def hosts_in_front(scene: Scene, spot: Spot, verb: int) -> list[Mention]:
    """The places that may be the subject of a verb of hosting behind them, in its own clause."""
    if _unknown_host(scene, spot, verb):
        return []
    if {scene.norm(verb - 1), scene.norm(verb + 1)} & words("own_country"):
        return []  # "قال الرئيس، الخميس في بكين، إن بلاده ستستضيف …"
    first = max(verb - _HOST, spot.sentence.first)
    clause = next((i for i in range(verb - 1, first, -1) if scene.norm(i) in words("that")), first)
    own = [m for m in scene.between(clause, verb) if m.kind in PLACES]
    if own or scene.norm(clause) not in words("that_it"):
        return own
    return [m for m in scene.between(first, clause) if m.kind is Kind.COUNTRY][-1:]  # "أعلنت ماليزيا أنها ستحتضن …"


def host_behind(scene: Scene, spot: Spot) -> Mention | None:
    """ "وتحتضن الاجتماع العاصمة البرتغالية لشبونة": the subject of a verb of hosting, behind the meeting, its object."""
    if spot.verb or bare(scene.norm(spot.first - 1)).removeprefix("س") not in words("hosting"):
        return None
    index = spot.last + (scene.norm(spot.last) in words("city_words"))
    nation = scene.at(index)
    index = nation.last if nation is not None and nation.kind is Kind.NISBA else index
    host = scene.at(index) if index < spot.sentence.last else None
    return host if host is not None and host.kind in PLACES and not host.prefix else None


def _unknown_host(scene: Scene, spot: Spot, verb: int) -> bool:
    """ "فيما استضافت عمان الدورة الثانية": a host behind its verb that is no mention."""
    leads = scene.norm(verb) != bare(scene.norm(verb)) or scene.norm(verb - 1) in words("meanwhile")
    host = scene.norm(verb + 1)
    return leads and verb + 2 == spot.first and scene.at(verb + 1) is None and not host.startswith("ال")
