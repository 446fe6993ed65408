"""Who talks with somebody, where the verb has no subject of its own: "قال فلان إنه بحث مع علان", "حيث بحث مع علان"."""

from __future__ import annotations

from ingest.mention import Mention
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import PARTIES, Scene, bare
from ingest.parts import Sentence

_NEAR = 40  # tokens in front of the verb in which the subject was told


def implied_subject(scene: Scene, sentence: Sentence, at: int) -> Mention | None:
    """The person told of before in the sentence, where "with" and a name follow the verb and no other meeting is told."""
    if scene.norm(at + 1) != "مع" or at + 3 >= sentence.last:
        return None
    partner = scene.at(at + 2) or scene.at(at + 3)
    if partner is None or partner.kind not in PARTIES:
        return None
    before = scene.norm(at - 1)
    said = before in words("that_he")
    if not said and before not in words("where_he") and not scene.norm(at).startswith("و"):
        return None
    if any(place < at for place in (scene.places[:1] if said else scene.places_in(sentence))):
        return None  # what somebody says of his talks is of the meeting told before
    people = [m for m in scene.between(max(sentence.first, at - _NEAR), at) if m.kind in PARTIES]
    if said and people and people[-1].last == at - 1 and _governor(scene, sentence, people[-1]) == "عن":
        return None  # "قال فلان عن نظيره إنه بحث مع علان": whoever it was
    free = (m for m in reversed(people) if not set(m.prefix) & set("بلك"))
    return next((m for m in free if _governor(scene, sentence, m) not in words("beside_subject")), None)


def _governor(scene: Scene, sentence: Sentence, person: Mention) -> str:
    """The word in front of somebody with his offices: "مع سفيره فلان"."""
    at = person.first - 1
    while at > sentence.first and ((m := scene.at(at)) is not None or scene.norm(at).endswith(("ه", "ها", "هم"))):
        if (m is not None and m.kind not in PARTIES) or bare(scene.norm(at)) in words("beside_subject"):
            break
        at = at - 1 if m is None else m.first - 1
    return bare(scene.norm(at)) if at >= sentence.first else ""
