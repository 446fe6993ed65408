"""Several meetings told by one word: "لقاءين منفصلين مع A وB", "استقبل A وB، كلا على حدة", "مؤتمرين في 2012 و2013"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.fold import fold
from ingest.mentions.meetings.lexicon import Noun, body_of, table, words
from ingest.mentions.meetings.scene import PARTIES, Scene, Spot, bare
from ingest.mentions.meetings.traits import Reading
from ingest.mentions.mention import Kind, Mention

_REACH = 60  # tokens behind a spot in which "each on his own" is said
_DATES = 14  # tokens behind two meetings in which the first of their dates stands
_MOST = 6


def told_apart(scene: Scene, reading: Reading) -> list[Reading]:
    """The meetings of one spot, each with its own partner or its own date; the reading itself where there is but one."""
    spot, details = reading.spot, reading.details
    if details.side:
        return [reading]
    if spot.noun.group == "dual" and (paths := _bodies(scene, spot)):
        return [_one(reading, details=replace(details, body_path=path, partners=())) for path in paths]
    if spot.noun.group == "dual" and not details.partners:
        return [_one(reading, details=replace(details, date=date)) for date in _dates(scene, spot)]
    if spot.noun.group not in ("dual", "plural") and not spot.verb:
        return [reading]
    end = spot.last if spot.noun.group == "dual" else apart_from(scene, spot)
    if end is None or not details.partners:
        return [] if spot.noun.group == "dual" else [reading]
    host, others = _sides(scene, spot, details.partners, end)
    if host is None or not 2 <= len(others) <= _MOST:
        return [] if spot.noun.group == "dual" else [reading]
    pairs = [replace(details, partners=(host, other), kind="bilateral", body=None) for other in others]
    return [_one(reading, details=pair) for pair in pairs]


def apart_from(scene: Scene, spot: Spot) -> int | None:
    """Where the sentence says that somebody met several people one by one ("كلا على حدة", "في لقاءين منفصلين")."""
    for index in range(spot.first + 1, min(spot.last + _REACH, spot.sentence.last)):
        word, before = scene.norm(index), scene.norm(index - 1)
        if word in ".؛:" or (index >= spot.last and bare(word) in words("saying") and scene.at(index) is None):
            return None
        if word in words("one_by_one") and before in words("before_one_by_one"):
            return index
    return None


def _one(reading: Reading, **told: object) -> Reading:
    """A reading of its own with a spot of its own, on the same words."""
    spot = reading.spot
    lemma = fold(table("singular").get(spot.noun.lemma, spot.noun.lemma))
    noun = spot.noun if spot.verb else Noun(lemma, spot.kind, "noun")
    mine = replace(spot, noun=noun, marks={*spot.marks, "apart", *(() if reading.details.partners else ("new",))})
    return replace(reading, spot=mine, **told)  # type: ignore[arg-type]


def _sides(
    scene: Scene, spot: Spot, partners: tuple[Mention, ...], end: int
) -> tuple[Mention | None, list[Mention]]:
    """Who met them, and whom: of a noun those behind "with", of a verb all behind the subject that a comma or و joins."""
    host, last = partners[0], spot.sentence.last
    if not spot.verb and host.first > spot.first:
        return None, []
    if spot.noun.group == "dual":
        return host, list(partners[1:])
    stop = min(last, spot.last + _REACH) if not spot.verb or end <= partners[-1].first else end
    first = max(host.last, spot.last)
    found: list[Mention] = []
    for mention in scene.between(first, stop):
        if mention.kind not in PARTIES or mention.referent is None or mention.referent == host.referent:
            continue
        if not found or mention.prefix.startswith("و"):
            found.append(mention)
        elif mention.first - found[-1].last > 12:
            break
    return host, found


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
