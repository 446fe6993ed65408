"""Several meetings told by one word: "لقاءين منفصلين مع A وB", "استقبل A وB، كلا على حدة", "مؤتمرين في 2012 و2013"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.fold import fold
from ingest.mention import Kind, Mention
from ingest.mentions.meetings.detection.city_rows import city_row
from ingest.mentions.meetings.lexicon import Noun, body_of, table, words
from ingest.mentions.meetings.scene import PARTIES, Scene, Spot, bare
from ingest.mentions.meetings.traits import Reading

_REACH = 60  # tokens behind a spot in which "each on his own" is said
_DATES = 14  # tokens behind two meetings in which the first of their dates stands
_MOST = 6
_ENCOUNTERS = frozenset({"meet", "receive", "gather"})
_THEN = 4  # tokens between one who was met and "then"
_GAP = 12  # tokens between two who were met


def told_apart(scene: Scene, reading: Reading) -> list[Reading]:
    """The meetings of one spot, each with its own partner or its own date; the reading itself where there is but one."""
    spot, details = reading.spot, reading.details
    if details.side:
        return [reading]
    of_many = spot.noun.group == "plural" or (spot.verb == "assemble" and scene.norm(spot.last) == "في")
    if of_many and (row := city_row(scene, spot.last, spot.sentence.last, plural=not spot.verb)):
        told = replace(details, parties=(), partners=(), edition=None)
        return [_one(reading, details=replace(told, place=place, date=date)) for place, date in row]
    if spot.noun.group == "dual" and (paths := _bodies(scene, spot)):
        return [_one(reading, details=replace(details, body_path=path, partners=())) for path in paths]
    if spot.noun.group == "dual" and not details.partners:
        return [_one(reading, details=replace(details, date=date)) for date in _dates(scene, spot)]
    if spot.noun.group == "noun" and not (spot.verb or spot.definite) and (each := _one_by_one(scene, reading)) is not None:
        return each  # none of "اكتفى النواب بلقاء الوزراء كل على حدة"
    one = [] if spot.noun.group == "dual" else [reading]
    if not details.partners or (spot.noun.group not in ("dual", "plural") and not spot.verb):
        return one
    then = _one_after_another(scene, spot, details.partners) if spot.verb in _ENCOUNTERS else None
    sides = then or _met_by_verb(scene, spot) if spot.verb else _met_in_nouns(scene, spot, details.partners)
    if sides is None or not 2 <= len(sides[1]) <= _MOST:
        return one
    host, others = sides
    return [one_of(reading, (other,) if host is None else (host, other)) for other in others]


def _one_by_one(scene: Scene, reading: Reading) -> list[Reading] | None:
    """ "لقاء مع A وB كلا على حدة": the encounters with those who are named, None if nobody is met alone."""
    spot, partners = reading.spot, reading.details.partners
    at = apart_from(scene, spot)
    if at is None or scene.norm(at) not in words("each_alone"):
        return None
    host = tuple(side for side in partners if side.last <= spot.first)[-1:]
    return [one_of(reading, (*host, side)) for side in _joined([p for p in partners if spot.last <= p.first < at])]


def one_of(reading: Reading, pair: tuple[Mention, ...]) -> Reading:
    """One of the encounters that a reading tells together: the one of these sides."""
    return _one(reading, details=replace(reading.details, parties=pair, partners=pair, kind="bilateral", body=None))


def apart_from(scene: Scene, spot: Spot) -> int | None:
    """Where the sentence says that somebody met several people one by one ("كلا على حدة", "في لقاءين منفصلين")."""
    if spot.noun.group == "plural" and scene.norm(spot.last) == "مع" and scene.norm(spot.last + 1) in words("each"):
        return spot.last  # "أجرى لقاءات ثنائية مع كل من A وB"
    for index in range(spot.first + 1, _clause_end(scene, spot)):
        before = scene.norm(index - 1)
        if scene.norm(index) in words("one_by_one") and before in words("before_one_by_one"):
            times = scene.norm(index - 2) in words("times") and scene.at(index - 2) is None
            return None if times else index  # "للمرة الثانية على التوالي"
    return None


def _clause_end(scene: Scene, spot: Spot) -> int:
    """Where the clause of those who were met ends."""
    for index in range(spot.last, min(spot.last + _REACH, spot.sentence.last)):
        word = bare(scene.norm(index))
        if word in ".؛:" or (scene.at(index) is None and (word in words("saying") or word in words("ends_met"))):
            return index
    return min(spot.last + _REACH, spot.sentence.last)


def _one(reading: Reading, **told: object) -> Reading:
    """A reading of its own with a spot of its own, on the same words."""
    spot = reading.spot
    lemma = fold(table("singular").get(spot.noun.lemma, spot.noun.lemma))
    noun = spot.noun if spot.verb else Noun(lemma, spot.kind, "noun")
    mine = replace(spot, noun=noun, marks={*spot.marks, "apart", *(() if reading.details.partners else ("new",))})
    return replace(reading, spot=mine, **told)  # type: ignore[arg-type]


def _met_in_nouns(scene: Scene, spot: Spot, partners: tuple[Mention, ...]) -> tuple[Mention | None, list[Mention]] | None:
    """Who met them, and whom: those behind "with"; of meetings in the plural all whom و joins, up to "each on his own"."""
    host = partners[0]
    clause_end = _clause_end(scene, spot)
    if host.first > spot.first:
        return _met_behind(scene, partners, clause_end) if spot.noun.group == "dual" else None
    if spot.noun.group == "dual":
        return host, [other for other in partners[1:] if other.first < clause_end]
    end = apart_from(scene, spot)
    if end is None:
        return None
    stop = clause_end if end <= partners[-1].first else end
    return host, _joined([m for m in _people(scene, spot.last, stop) if m.referent != host.referent])


def _met_behind(scene: Scene, partners: tuple[Mention, ...], end: int) -> tuple[Mention | None, list[Mention]]:
    """ "في لقاءين جمعا A مع B وC", "خلال لقاءين مع B وC": who met them stands in front of "with", or is told elsewhere."""
    near = [one for one in partners if one.first < end]
    gap = range(near[0].last, near[1].first) if len(near) > 1 else range(0)
    led = len(near) > 1 and (near[1].prefix.endswith("ب") or any(bare(scene.norm(i)) == "مع" for i in gap))
    return (near[0], near[1:]) if led else (None, near)


def _one_after_another(
    scene: Scene, spot: Spot, partners: tuple[Mention, ...]
) -> tuple[Mention | None, list[Mention]] | None:
    """ "استقبل فلانا ثم علانا", "التقت وزير A ومن ثم وزير B": the second is named right behind "then"."""
    for index in range(spot.last, min(spot.last + _REACH, spot.sentence.last - 1)):
        word = bare(scene.norm(index))
        if word in ".؛:" or (scene.at(index) is None and word in words("saying")):
            return None
        if word != "ثم" or scene.at(index) is not None:
            continue
        second = scene.at(index + 1)
        before = [m for m in _people(scene, spot.last, index) if index - m.last <= _THEN]
        if second is None or second.kind not in PARTIES or second.prefix not in ("", "ب") or not before:
            return None
        host = next((m for m in partners if m.referent not in (before[-1].referent, second.referent)), None)
        return host, [before[-1], second]
    return None


def _met_by_verb(scene: Scene, spot: Spot) -> tuple[Mention | None, list[Mention]] | None:
    """Who met them, in front of the verb or right behind it, and whom: in front of "each on his own", or behind it."""
    at = apart_from(scene, spot)
    if at is None:
        return None
    behind = _people(scene, spot.last, _clause_end(scene, spot))
    before = _people(scene, spot.sentence.first, spot.first)
    acts = behind[:1] if len(behind) > 2 and not (behind[0].prefix or behind[1].prefix.startswith("و")) else []
    met = behind[len(acts) :]
    others = _joined([m for m in met if m.last <= at])
    if len(others) < 2:
        others = _joined([m for m in met if m.first > at])
    return (acts[0] if acts else before[-1] if before else None), others


def _people(scene: Scene, first: int, last: int) -> list[Mention]:
    return [m for m in scene.between(first, last) if m.kind in PARTIES and m.referent is not None]


def _joined(people: list[Mention]) -> list[Mention]:
    """The first and those whom و joins to it, as long as they stand near each other."""
    found: list[Mention] = []
    for person in people:
        if found and person.first - found[-1].last > _GAP:
            break
        if not found or person.prefix.startswith("و"):
            found.append(person)
    return found


def _bodies(scene: Scene, spot: Spot) -> list[str]:
    """ "القمتان العربية والإسلامية": the bodies of two adjectives joined by و."""
    found: list[str] = []
    for index in range(spot.first + 1, min(spot.last + 4, spot.sentence.last)):
        word = bare(scene.norm(index))
        path = body_of().get(word) or body_of().get("ال" + word)
        if path is not None and (not found or scene.norm(index) != word):
            found.append(path)
    return found if len(found) == 2 and found[0] != found[1] else []


def _dates(scene: Scene, spot: Spot) -> Iterator[Mention]:
    """ "مؤتمرين في فبراير 2012 ومايو 2013": two dates joined by و, which may be read as one stretch."""
    found = [
        mention
        for mention in scene.starting(spot.last, min(spot.last + _DATES, spot.sentence.last))
        if mention.kind is Kind.DATE and mention.date is not None and mention.date.start is not None
    ]
    value = found[0].date if found else None
    if value is not None and value.start is not None and value.end is not None and value.end.month != value.start.month:
        for day in (value.start, value.end):
            yield replace(found[0], date=replace(value, start=day, end=None))
    elif len(found) >= 2 and found[1].first - found[0].last <= 1 and "و" in (found[1].prefix, scene.norm(found[0].last)):
        yield from found[:2]
