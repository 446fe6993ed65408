"""Series named after a city, held in another: "انطلقت في البحر الميت الدورة الثانية لمؤتمر بغداد"."""

from __future__ import annotations

from ingest.mention import Kind, Mention
from ingest.mentions.lands.places import country_of
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.place.governed import PLACES, WALK, best, governed
from ingest.mentions.meetings.scene import Scene, Spot, bare, is_edition_of, is_own_edition

_VERB = 5  # tokens behind a verb of holding in which its city is told


def told_elsewhere(scene: Scene, spot: Spot, name: Mention) -> Mention | None:
    """ "انطلقت في البحر الميت الدورة الثانية لمؤتمر بغداد": the city is the name of the series, and the place is told."""
    if spot.noun.kind == "summit" and "session" not in spot.marks:
        return None
    other = _held_in_front(scene, spot)
    if other is None or other.referent is None or other.referent == name.referent:
        return None
    abroad = other.kind is Kind.PLACE or _is_abroad(other, name)  # "عقد في الأردن مؤتمر بغداد"
    return other if abroad else None


def held_there(scene: Scene, spot: Spot, topic: Mention) -> Mention | None:
    """ "المؤتمر الدولي للاستجابة في غزة الذي يستضيفه في البحر الميت": the city of a clause of holding."""
    feminine = scene.norm(spot.first).endswith(("ه", "ات"))
    for at in range(topic.last, min(topic.last + WALK, spot.sentence.last - 1)):
        word = scene.norm(at)
        if word in ".؛:" or bare(word) in words("saying") or (scene.at(at) is None and scene.noun(at) is not None):
            return None
        verb = bare(scene.norm(at + 1)).removeprefix("س")
        led = word in words("relative") and word.endswith("تي") == feminine
        if led and verb in words("held_in_it"):
            behind = scene.between(at + 2, min(at + 2 + _VERB, spot.sentence.last))
            return next((m for m in behind if m.kind is Kind.PLACE and governed(scene, m)), None)
    return None


def _held_in_front(scene: Scene, spot: Spot) -> Mention | None:
    """The place behind في or بـ between a verb of holding and its meeting: "ترأس في كيغالي اليوم جولة من اجتماعات …"."""
    places: list[Mention] = []
    index = spot.first - 1
    while index >= max(spot.first - WALK, spot.sentence.first):
        mention = scene.at(index)
        if mention is not None:
            if mention.kind in PLACES and governed(scene, mention):
                places.append(mention)
            index = mention.first - 1
            continue
        word = bare(scene.norm(index))
        if word in ".؛:" or word in words("saying") or _of_another(scene, spot, index):
            return None
        if word in words("held") and scene.norm(index - 1) in words("relative"):
            return None  # "ناقشت القمة التي عقدت في الرياض ما خلص إليه اجتماع جدة"
        if word in words("held") and places:
            return best(places)
        index -= 1
    return None


def _of_another(scene: Scene, spot: Spot, index: int) -> bool:
    """Does a token in front speak of another meeting, and not of the works, the round or the session of this one?"""
    form = scene.noun(index)
    if form is None or form.noun.group in ("works", "round") or is_edition_of(scene, index, spot):
        return False
    return not (form.noun.group in ("session", "edition") and "session" in spot.marks)


def hosted_elsewhere(scene: Scene, spot: Spot, name: Mention) -> Mention | None:
    """ "مؤتمر بغداد، الذي يستضيفه الأردن في البحر الميت", "تستضيف إيطاليا مؤتمر برلين": a host who is not of that city.

    Its city, if that is told, else the country.
    """
    if name.referent is None:
        return None
    host = _host_behind(scene, spot, name) or _host_in_front(scene, spot)
    if host is None or host.referent is None or host.referent.key == name.referent.key:
        return None
    return host if _is_abroad(host, name) else None


def _is_abroad(host: Mention, name: Mention) -> bool:
    """Whether a country or city is not of the state in which the city of a name lies."""
    if host.referent is None or name.referent is None or (own := country_of(name.referent.key)) is None:
        return False
    land = host.referent.key if host.kind is Kind.COUNTRY else f"country/{country_of(host.referent.key)}"
    return land != f"country/{own}"


def _host_behind(scene: Scene, spot: Spot, name: Mention) -> Mention | None:
    """Who hosts it in a relative clause behind its name, with the city that it tells."""
    for at in range(name.last, min(name.last + WALK, spot.sentence.last - 2)):
        word = scene.norm(at)
        other = scene.at(at) is None and scene.noun(at) is not None
        if word in ".؛:" or (other and not is_edition_of(scene, at, spot) and not is_own_edition(scene, at, spot)):
            return None
        verb = bare(scene.norm(at + 1)).removeprefix("س")
        if word in words("relative") and verb in words("held_in_it"):
            host = scene.at(at + 2)
            if host is None or host.kind not in PLACES or host.prefix:
                return None
            behind = scene.between(host.last, min(host.last + _VERB, spot.sentence.last))
            city = next((m for m in behind if m.kind is Kind.PLACE and governed(scene, m)), None)
            return city or host
    return None


def _host_in_front(scene: Scene, spot: Spot) -> Mention | None:
    """Who stands right behind a verb of hosting in front of it: "تستضيف إيطاليا يوم الجمعة مؤتمر برلين".

    Not where it is no object: "تستضيف تونس لاجئين بعد مؤتمر باريس".
    """
    if spot.prefix or scene.norm(spot.first - 1) in words("no_object"):
        return None
    for at in range(spot.first - 2, max(spot.first - WALK, spot.sentence.first - 1), -1):
        word = scene.norm(at)
        if word in ".؛:،," or (scene.at(at) is None and (scene.noun(at) is not None or bare(word) in words("saying"))):
            return None
        if scene.at(at) is None and bare(word).removeprefix("س") in words("hosting"):
            host = scene.at(at + 1)
            return host if host is not None and host.kind in PLACES and not host.prefix else None
    return None
