"""Meetings: which meetings an article speaks of, and every place where it does.

`find` gives one mention per spot. Its referent is the meeting, with the key "m1", "m2", … in the order of first mention. A
spot on the margins of another meeting has the tag "side" and no referent: the side meeting is read elsewhere. Every
mention of a meeting is a `MeetingMention` that carries what the whole article says of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.mention import Kind, Mention
from ingest.mentions.gazetteer import name_span
from ingest.mentions.meetings.date.deed_day import DEED_DAY
from ingest.mentions.meetings.date.sequel import carry
from ingest.mentions.meetings.date.undated import with_days, without_day
from ingest.mentions.meetings.details import read as details_of
from ingest.mentions.meetings.detection.elided import ELIDED
from ingest.mentions.meetings.detection.general import in_general
from ingest.mentions.meetings.detection.rounds import meets_anew
from ingest.mentions.meetings.detection.spots import find as find_spots
from ingest.mentions.meetings.identity.agreement import Cluster
from ingest.mentions.meetings.identity.apart import told_apart
from ingest.mentions.meetings.identity.clusters import cluster, on_margins
from ingest.mentions.meetings.identity.joint_press import behind_press
from ingest.mentions.meetings.identity.lead import take_over
from ingest.mentions.meetings.identity.margin_told import with_partners
from ingest.mentions.meetings.identity.retold import retold
from ingest.mentions.meetings.identity.subjects import with_subjects
from ingest.mentions.meetings.identity.told_before import told_before
from ingest.mentions.meetings.identity.told_each import told_each
from ingest.mentions.meetings.identity.told_together import told_together
from ingest.mentions.meetings.identity.topic import of_members
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.naming.label import label_of, surfaces_of
from ingest.mentions.meetings.scene import Scene
from ingest.mentions.meetings.status import Status, overall
from ingest.mentions.meetings.status import read as status_of
from ingest.mentions.meetings.status.asked import asked, next_weekday, told_as_coming
from ingest.mentions.meetings.status.held_as import held_as
from ingest.mentions.meetings.status.last_held import last_held, place_then
from ingest.mentions.meetings.status.when import beside_today
from ingest.mentions.meetings.traits import Reading, adjectives_of
from ingest.mentions.meetings.worth import is_meeting
from ingest.parts import Document
from kg.claim import Referent
from kg.vocabulary import M

_NUMBER = 5  # tokens of a number in figures, with its article and brackets
_LAST_HELD = 4.6  # how surely a meeting was held since which no other was


@dataclass(frozen=True, slots=True)
class Told:
    """What an article says of one meeting: the readings of its spots, their kinds, its status by all signs."""

    readings: tuple[Reading, ...]
    kinds: frozenset[str]
    status: Status


@dataclass(slots=True, unsafe_hash=True)
class Apart:
    """One of several meetings told by the same words, and whom somebody met there (type and key)."""

    referent: Referent
    told: Told
    partner: str | None


@dataclass(slots=True, unsafe_hash=True)
class MeetingMention(Mention):
    """A mention of a meeting with what the whole article says of it; `apart`: all meetings of its words, if several."""

    told: Told | None = None
    apart: tuple[Apart, ...] = ()


@dataclass(slots=True, unsafe_hash=True)
class SideMention(Mention):
    """A mention of talks on the margins of a meeting, with their sides where these are told."""

    partners: tuple[Mention, ...] = ()


def find(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Every spot of a meeting worth speaking of, and those on the margins of one (tag "side")."""
    if document.language not in ("ar", "und"):
        return []
    scene = Scene(document, with_days(document, mentions))
    readings = []
    for spot in find_spots(scene):
        details = details_of(scene, spot)
        over = details.date is not None and beside_today(document, details.date) <= 0
        to_come = not spot.verb and ("following" in spot.marks or told_as_coming(scene, spot))
        if over and details.date is not None and details.date.last <= spot.first and (to_come or asked(scene, spot)):
            details = replace(details, date=None)  # the day on which it was asked for
        if ELIDED in spot.marks and spot.prefix and details.date is not None and details.date.last <= spot.first:
            details = replace(details, date=None)  # "الأول عقد أمس، والثاني الذي …": the day of the first
        date = next_weekday(scene, spot, details.date)
        details = details if date is details.date else replace(details, date=date)
        told_as = held_as(scene, spot)
        status = status_of(scene, spot, details.date, told_as)
        if status.value == "planned" and meets_anew(scene, spot):
            spot.marks.add("new")
        if (since := last_held(scene, spot)) is not None:
            details = replace(details, date=since, place=place_then(scene, spot, since) or details.place)
            status = replace(status, value="held", strength=_LAST_HELD)
        elif status.value in ("held", "planned") and (told_as == "denied" or in_general(scene, spot)):
            continue
        readings += told_apart(scene, Reading(spot, details, status, adjectives_of(scene, spot)))
    readings = [*behind_press(scene, [*with_partners(scene, told_together(scene, readings))])]
    readings = told_each(scene, told_before(scene, carry(scene, with_subjects(scene, readings))))
    readings = retold(scene, readings)
    clusters = _clusters(scene, readings)
    if not clusters:  # talks "before the session" of nothing else are a meeting themselves
        readings = [_by_itself(reading) if "edge" in reading.spot.marks else reading for reading in readings]
        clusters = _clusters(scene, readings)
    side = [reading for reading in readings if reading.details.side]
    take_over(scene, clusters)
    beside = on_margins(scene, side, clusters)
    clusters = [c for number, c in enumerate(clusters) if number not in beside]
    found = [_side(document, reading) for reading in side if not reading.spot.verb]
    for number, item in enumerate(sorted(clusters, key=lambda c: c.members[0].spot.first), 1):
        referent = Referent(M.Meeting, f"m{number}", label_of(scene, item), surfaces=surfaces_of(scene, item))
        item.members = [_dated(member) for member in item.members]
        status = overall([member.status for member in item.members])
        told = Told(tuple(item.members), item.kinds, status)
        found += [_mention(document, reading, referent, told) for reading in item.members]
    return sorted(_by_words(found), key=lambda m: m.first)


def _clusters(scene: Scene, readings: Sequence[Reading]) -> list[Cluster]:
    return [c for c in cluster(scene, _with_margins(of_members(scene, readings))) if is_meeting(scene, c)]


def _dated(reading: Reading) -> Reading:
    """A reading with its date only where that can be told."""
    date = without_day(reading.details.date)
    return reading if date is reading.details.date else replace(reading, details=replace(reading.details, date=date))


def _by_itself(reading: Reading) -> Reading:
    return replace(reading, details=replace(reading.details, side=False))


def _by_words(found: Sequence[Mention]) -> list[Mention]:
    """One mention for each word: that of the first of several meetings that one word tells of takes up the others."""
    kept: dict[int, Mention] = {}
    for mention in found:
        first = kept.setdefault(mention.first, mention)
        if first is mention or not isinstance(first, MeetingMention) or not isinstance(mention, MeetingMention):
            continue
        if mention.referent != first.referent:
            kept[mention.first] = replace(first, apart=(*(first.apart or _apart(first)), *_apart(mention)))
    return list(kept.values())


def _apart(mention: MeetingMention) -> tuple[Apart, ...]:
    """The meeting of a mention with the other side that is told at its words."""
    if mention.told is None or mention.referent is None:
        return ()
    partners = next((r.details.partners for r in mention.told.readings if r.spot.first == mention.first), ())
    other = partners[-1].referent if partners else None
    return (Apart(mention.referent, mention.told, f"{other.type}{other.key}" if other is not None else None),)


def _with_margins(readings: Sequence[Reading]) -> list[Reading]:
    """The spots of main meetings; one of which talks "on its margins" are told takes over their place and date."""
    main: list[Reading] = []
    told: dict[int, tuple[Mention | None, Mention | None]] = {}  # place and date of the side talks of a sentence
    for reading in readings:
        own = "aside" in reading.spot.marks and reading.spot.possessive and reading.spot.sentence.index not in told
        if reading.details.side or own:
            place, date = told.get(reading.spot.sentence.index, (None, None))
            told[reading.spot.sentence.index] = place or reading.details.place, date or reading.details.date
    for reading in readings:
        if reading.details.side:
            continue
        details = reading.details
        if "main" in reading.spot.marks and not _is_assembly(reading):
            place, date = told.get(reading.spot.sentence.index, (None, None))
            if date is not None and reading.spot.anaphoric:
                date = replace(date, tags=date.tags | {DEED_DAY})  # one of the days of "the conference" spoken of
            details = replace(details, place=details.place or place, date=details.date or date)
        main.append(replace(reading, details=details))
    return main


def _is_assembly(reading: Reading) -> bool:
    """ "على هامش الدورة السابعة للجمعية العامة": it lasts for weeks, and those on its margins met on one of its days."""
    body = reading.details.body.referent if reading.details.body is not None else None
    key = body.key if body is not None else ""
    return reading.spot.noun.group == "assembly" or key.startswith(tuple(words("assemblies")))


def _mention(document: Document, reading: Reading, referent: Referent, told: Told) -> MeetingMention:
    spot = reading.spot
    tags = {reading.details.kind, *spot.marks} | ({"verb"} if spot.verb else set())
    first = told.readings[0].spot is spot
    return MeetingMention(
        Kind.MEETING,
        spot.first,
        _behind_number(document, reading),
        name_span(document, spot.first, spot.last, spot.cut),
        referent,
        f"meeting: {spot.verb or spot.noun.lemma}",
        spot.prefix,
        coref=not first and spot.anaphoric,
        tags=frozenset(tags),
        told=told,
    )


def _behind_number(document: Document, reading: Reading) -> int:
    """The token behind a meeting and its number in figures: "الدورة الـ(152) لمجلس …"."""
    last, edition, tokens = reading.spot.last, reading.details.edition, document.tokens
    if edition is None or last + _NUMBER >= len(tokens):
        return last
    if document.norms[last] not in ("ال", "(") and not document.norms[last].isdigit():
        return last
    near = tokens[last].start <= edition[1].start <= tokens[last].end + 1
    behind = next((i + 1 for i in range(last, last + _NUMBER) if near and tokens[i].end >= edition[1].end), last)
    return behind + (document.norms[last] == "(" and document.norms[behind] == ")")


def _side(document: Document, reading: Reading) -> Mention:
    spot = reading.spot
    name = name_span(document, spot.first, spot.last, spot.cut)
    return SideMention(
        Kind.MEETING,
        spot.first,
        spot.last,
        name,
        None,
        "meeting on the margins",
        spot.prefix,
        tags=frozenset({"side"}),
        partners=reading.details.partners,
    )
