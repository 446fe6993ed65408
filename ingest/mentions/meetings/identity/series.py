"""Meetings of a series: what a meeting takes over from the others of its body or its name.

"الدورة المقبلة", "القمة الأولى", "اجتماع فيينا" in an article on the meetings of one body are that body's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.lands.countries import group_body
from ingest.mentions.meetings.identity.agreement import Cluster, opposites
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import PARTIES, Scene
from ingest.mentions.meetings.traits import Reading, of_year

_FORMAL = frozenset({"summit", "conference", "ministerial"})
_NUMBERED = 3  # tokens of "الدورة الحادية عشرة"
_MEMBERS = 9  # tokens around a meeting in which "the member states" are told


def of_series(scene: Scene, clusters: Sequence[Cluster]) -> None:
    """Gives the meetings of a series the body and the kind of the others."""
    _series(scene, clusters)
    _editions(clusters)
    _preparing(scene, clusters)
    _of_one_body(scene, clusters)
    _by_number(clusters)
    _of_the_only_body(scene, clusters)


def _of_the_only_body(scene: Scene, clusters: Sequence[Cluster]) -> None:
    """ "القمة الاستثنائية" in an article that names one body of states alone: that body's summit."""
    if any(item.body_key is not None for item in clusters):
        return
    named = {m.referent.key: m for m in reversed(_bodies(scene)) if m.referent is not None}
    found = [m for key, m in named.items() if (group_body(key) or key) in words("holds_summits")]
    if len({group_body(m.referent.key) or m.referent.key for m in found if m.referent is not None}) != 1:
        return
    for item in clusters:
        told = next((m.spot for m in item.members if m.spot.definite and m.spot.noun.kind == "summit"), None)
        if item.kinds != {"summit"} or told is None or any(m.details.partners for m in item.members):
            continue
        first = item.members[0]
        plain = not {"previous", "new"} & first.spot.marks and not told.possessive
        plain = plain and not any(scene.norm(i) in words("few") for i in range(told.first, told.last))
        if plain and found[0].first < told.first:
            item.members[0] = replace(first, details=replace(first.details, body=replace(found[0], prefix="")))


def _bodies(scene: Scene) -> list[Mention]:
    """The bodies that an article names, also as those for which somebody speaks: "المتحدث باسم الحلف"."""
    found = []
    for mention in scene.mentions:
        of = mention.post.of if mention.kind in PARTIES and mention.post is not None else None
        if mention.kind in COLLECTIVES and mention.referent is not None:
            found.append(mention)
        elif of is not None and of.key in words("holds_summits"):
            found.append(replace(mention, kind=Kind.ORGANIZATION, referent=of, prefix=""))
    return found


def _series(scene: Scene, clusters: Sequence[Cluster]) -> None:
    """ "قمة الدوحة", "القمة السابقة" in an article on the summits of one body: a meeting of the same series."""
    bodies: dict[str, dict[str, Mention | str]] = {}
    for item in clusters:
        key = item.body_key
        if key is not None and (body := item.first_of("body") or _path(item)) is not None:
            bodies.setdefault(item.members[0].spot.noun.lemma, {})[key] = body
    for item in clusters:
        first = item.members[0]
        if item.body_key is None and (next_to := _next_in_number(item, clusters)) is not None:
            body = next_to.first_of("body")
            owned = replace(body, prefix="") if body is not None else None
            told = replace(first.details, body=owned, body_path=None if owned else _path(next_to))
            item.members[0] = replace(first, details=told)
            continue
        known = bodies.get(first.spot.noun.lemma, {})
        beside = scene.at(first.spot.last)
        place = beside is not None and beside is first.details.place and not beside.prefix
        formal = first.spot.noun.kind in ("summit", "conference", "session")
        marked = {"previous", "following"} & first.spot.marks or first.details.edition is not None
        other = formal and first.spot.definite and (marked or _one_of_two(first))
        if item.body_key is None and len(known) == 1 and (place or other or of_year(first)) and not first.details.partners:
            (body,) = known.values()
            if isinstance(body, str):
                if other or place:
                    item.members[0] = replace(first, details=replace(first.details, body_path=body))
                continue
            if place and first.spot.noun.kind == "conference" and not _spoken_of(scene, body):
                continue
            item.members[0] = replace(first, details=replace(first.details, body=body))


def _next_in_number(item: Cluster, clusters: Sequence[Cluster]) -> Cluster | None:
    """ "الدورة التاسعة عشرة لمؤتمر المجموعة … وتستضيف C الدورة العشرين": the one with a body that comes next to it."""
    first = item.members[0]
    spot, edition = first.spot, first.details.edition
    own = spot.possessive in ("ه", "ها")  # "قرر المجلس أن يعقد اجتماعه الثالث"
    if edition is None or spot.verb or first.details.partners or spot.last - spot.first > _NUMBERED:
        return None
    if not own and not (spot.definite and not spot.possessive and spot.noun.group in ("session", "edition")):
        return None
    beside = [
        other
        for other in clusters
        if other.body_key is not None
        and other.members[0].spot.first < spot.first
        and (not own or any(m.spot.noun.lemma == spot.noun.lemma for m in other.members))
        and any(m.details.edition is not None and abs(m.details.edition[0] - edition[0]) == 1 for m in other.members)
    ]
    return beside[0] if len({other.body_key for other in beside}) == 1 else None


def _of_one_body(scene: Scene, clusters: Sequence[Cluster]) -> None:
    """ "الدورة الخامسة", "القمة الأولى", "اجتماع فيينا" where all meetings told with a body are of one."""
    known = {key for item in clusters if (key := item.body_key) is not None}
    if len(known) != 1:
        return
    named = [item for item in clusters if item.body_key is not None]
    opens = named[0] is min(clusters, key=lambda c: c.members[0].spot.first)
    lemmas = {member.spot.noun.lemma for item in named for member in item.members}
    body, path = named[0].first_of("body"), _path(named[0])
    spoken = body is None or _spoken_of(scene, body)
    for item in clusters:
        first = item.members[0]
        if item.body_key is not None or first.spot.verb or item.kinds & {"bilateral"} or first.details.partners:
            continue
        ahead = first.spot.first < named[0].members[0].spot.first
        ours = opens and _of_its_ministers(scene, first)
        if first.spot.noun.group == "edition" and not any(other.kinds & _FORMAL for other in named):
            continue  # "النسخة الثانية" is no meeting of "اللجنة التحضيرية"
        if ahead or not (ours or _of_the_series(scene, first, lemmas, opens=opens, spoken=spoken)):
            continue
        owned = replace(body, prefix="") if body is not None else None
        kinds = {kind for other in named for kind in other.kinds}
        kind = first.details.kind
        if kind == "other" and len(kinds) == 1 and first.spot.noun.lemma in lemmas and first.details.edition is not None:
            (kind,) = kinds  # "الاجتماع الوزاري الثالث", "الاجتماع الرابع"
        told = replace(first.details, body=owned, body_path=None if owned else path, kind=kind)
        item.members[0] = replace(first, details=told)


def _by_number(clusters: Sequence[Cluster]) -> None:
    """ "الاجتماع الوزاري الرابع للمجموعة … وعقد الاجتماع الثاني في …": the second one of the body whose fourth was told."""
    numbered: dict[str, list[tuple[int, Cluster]]] = {}
    for item in sorted(clusters, key=lambda c: c.members[0].spot.first):
        first = item.members[0]
        spot, edition = first.spot, first.details.edition
        if edition is None or spot.verb or "bilateral" in item.kinds:
            continue
        near = min(reversed(numbered.get(spot.noun.lemma, ())), key=lambda one: abs(one[0] - edition[0]), default=None)
        other = near[1] if near is not None else None  # the 13th follows the 12th, and not the 180th of another body
        if item.body_key is not None:
            numbered.setdefault(spot.noun.lemma, []).append((edition[0], item))
        elif other is not None and spot.definite and not spot.possessive and spot.last - spot.first <= 2:
            body, path = other.first_of("body"), _path(other)
            owned = replace(body, prefix="") if body is not None else None
            told = replace(first.details, body=owned, body_path=None if owned else path)
            if other.members[0].details.edition != edition and not first.details.partners:
                item.members[0] = replace(first, details=told)


def _of_the_series(scene: Scene, reading: Reading, lemmas: set[str], *, opens: bool, spoken: bool) -> bool:
    """Is a meeting without a body told as another one of those known: by its number, its order, its city?

    One called by another noun is so only where the article `opens` with a meeting of the body; a conference by its city
    only where the body is `spoken` of more than once.
    """
    spot, details = reading.spot, reading.details
    alike = spot.noun.lemma in lemmas or spot.noun.group in ("session", "edition")
    place = details.place
    city = place is not None and place.kind is Kind.PLACE and place.first == spot.last and not place.prefix
    if city and not spot.anaphoric:
        return alike and (spot.noun.kind != "conference" or spoken)
    formal = spot.noun.kind != "other"  # "الاجتماع القادم" may be anybody's
    ordered = details.edition is not None or (formal and bool({"previous", "following"} & spot.marks))
    others = scene.norm(spot.last).startswith("لل")  # "الاجتماع الوزاري الأول للبلدان الرائدة"
    plain = spot.last - spot.first <= (2 if details.edition is None else 3) and not others
    return spot.definite and not spot.possessive and ordered and plain and (alike or (opens and spot.noun.group == "noun"))


def _of_its_ministers(scene: Scene, reading: Reading) -> bool:
    """ "اجتماعا لوزراء الخارجية": the ministers, of the body whose meetings an article is about."""
    at = reading.spot.last
    ministers = scene.norm(at).removeprefix("ل") in words("ministers") and scene.norm(at + 1).startswith("ال")
    behind = (scene.at(i) for i in range(at + 2, at + 5))
    return ministers and not any(m is not None and m.kind in (Kind.COUNTRY, Kind.NISBA, Kind.GROUP) for m in behind)


def _editions(clusters: Sequence[Cluster]) -> None:
    """ "الدورة المقبلة", "النسخة السابقة", "الدورة الأولى" of a conference named in front: a conference as well."""
    mother: str | None = None
    whose: str | None = None
    for item in sorted(clusters, key=lambda c: c.members[0].spot.first):
        first = item.members[0].spot
        ordered = {"previous", "following"} & first.marks or item.members[0].details.edition is not None
        told = first.noun.group in ("session", "edition") and ordered
        kind = _kind_next_to(item, clusters) or mother
        if told and kind is not None and item.kinds == {"other"} and item.body_key in (None, whose):
            item.members[:] = [replace(m, details=replace(m.details, kind=kind)) for m in item.members]
        formal = sorted(item.kinds & _FORMAL)
        if len(formal) == 1:
            mother, whose = formal[0], item.body_key


def _kind_next_to(item: Cluster, clusters: Sequence[Cluster]) -> str | None:
    """The kind of the one before or after it by number: "الاجتماع الوزاري الخامس … وكانت الدورة الرابعة قد التأمت"."""
    edition = item.members[0].details.edition
    if edition is None:
        return None
    numbered = [(c, m.details.edition[0]) for c in clusters for m in c.members if m.details.edition is not None]
    near = [c for c, number in numbered if abs(number - edition[0]) == 1 and c.body_key == item.body_key]
    kinds = {kind for c in near for kind in c.kinds & _FORMAL}
    return kinds.pop() if len(kinds) == 1 else None


def _preparing(scene: Scene, clusters: Sequence[Cluster]) -> None:
    """ "يسبق القمة اجتماع وزاري", "اجتماع وزراء الدول الأعضاء": of the body whose summit alone is spoken of."""
    held = {key: item for item in clusters if "summit" in item.kinds and (key := item.body_key) is not None}
    if len(held) != 1:
        return
    ((key, summit),) = held.items()
    body = summit.first_of("body")
    told = {member.spot.sentence.index for member in summit.members}
    for item in clusters:
        first = item.members[0]
        if item.body_key is not None or first.details.partners or not item.kinds & {"ministerial", "working_group"}:
            continue
        sentence = first.spot.sentence
        near = range(max(first.spot.first - _MEMBERS, sentence.first), min(first.spot.last + _MEMBERS, sentence.last))
        members = any(scene.norm(i) in words("states") and scene.norm(i + 1) in words("members") for i in near)
        if members or first.spot.sentence.index in told:
            path = key if body is None else None
            named = replace(body, prefix="") if body is not None else None
            item.members[0] = replace(first, details=replace(first.details, body=named, body_path=path))


def _path(item: Cluster) -> str | None:
    """The body told by an adjective: "القمة العربية"."""
    return next((m.details.body_path for m in item.members if m.details.body_path is not None), None)


def _spoken_of(scene: Scene, body: Mention) -> bool:
    """Is the article about a body, and not only once on a meeting of it?"""
    return sum(m.referent == body.referent for m in scene.mentions if m.kind in COLLECTIVES) > 1


def _one_of_two(reading: Reading) -> bool:
    """ "المؤتمر العادي", "المؤتمر الاستثنائي": of the body whose other congress is spoken of."""
    return any(word in pair for pair in opposites() for word in reading.adjectives)
