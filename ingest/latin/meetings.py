"""The meetings of an English or French article: spots that speak of one meeting put together, and those left that are told
well enough to be one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ingest.latin import spots
from ingest.latin.groups import NEAR, Group, Groups, body_of, name_of, start_of, where
from ingest.latin.text import plain, surface, words
from ingest.latin.told import Told, read
from ingest.mention import Kind, Mention
from ingest.mentions.meetings import MeetingMention
from ingest.mentions.meetings import Told as Whole
from ingest.mentions.meetings.status import Status, overall
from ingest.mentions.meetings.traits import Reading
from ingest.parts import Document, Zone
from kg.claim import Referent, Span
from kg.vocabulary import M

_SAME = 0.75  # agreement from which a spot speaks of a meeting told before
_TOLD = 3.0    # strength of a verb that tells of the meeting itself ("took place", "will be held")
_FIRM = 2.0   # strength of a sign that a meeting is reported and not only named


def find(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """One mention for every spot of a meeting that the article tells of."""
    told = [t for t in read(document, mentions, spots.find(document, mentions)) if not _nothing(t)]
    groups = Groups()
    for one in told:
        groups.add(one, document, _home(groups, one, document))
    actors = sorted((m for m in mentions if m.kind in (Kind.PERSON, Kind.COUNTRY)), key=lambda m: m.first)
    kept = [group for group in groups.all if _is_meeting(group, actors)]
    found: list[Mention] = []
    for number, group in enumerate(sorted(kept, key=lambda g: g.members[0].spot.first), 1):
        found.extend(_mentions(document, group, number))
    return found


def _nothing(told: Told) -> bool:
    """Told as not held, as a call, or without any word of its own."""
    return bool(told.dropped & {"not", "phone"}) or "none" in told.marks


def _home(groups: Groups, told: Told, document: Document) -> int | None:
    """The number of the meeting that a spot speaks of, told before."""
    near = groups.near(told, document)
    scored = [(score, number) for number in near if (score := _fit(groups.all[number], told, document)) is not None]
    best = max(scored, default=None)
    return best[1] if best is not None and best[0] >= _SAME else None


def _fit(group: Group, told: Told, document: Document) -> float | None:
    """How well a spot agrees with a meeting; None where something clashes."""
    parts = (
        _places(group, told), _dates(group, told), _bodies(group, told), _kinds(group, told), _editions(group, told),
        _names(group, told, document),
    )
    if _held_for(group.last, told, document):
        return 1.5 if None not in parts[:3] and parts[4] is not None else None
    if None in parts or ("new" in told.marks) or ("previous" in told.marks) != ("previous" in group.members[0].marks):
        return None
    if "planned" in told.marks and overall([s for m in group.members for s in m.status]).value == "held":
        return None  # "the next meeting" behind one that was held
    score = sum(part for part in parts if part is not None)
    distance = told.spot.sentence.index - group.last.spot.sentence.index
    verb = "verb" in told.marks
    same = told.spot.word.lemma in group.nouns or (verb and group.verbal)
    if "definite" in told.marks and not told.anchors():
        if distance > NEAR:
            return None
        score += (1.0 if same else 0.8 if told.spot.word.kind == "other" else 0.0) - 0.02 * distance
        return score + 0.3 if told.spot.word.group == "noun" and "verb" not in group.members[0].marks else score
    if "definite" in told.marks and told.spot.word.kind == "other" and distance <= NEAR and _completes(group, told):
        score += 0.8  # "the gathering of coalition ministers": whose it is, or where, comes later
    if group.headline and (same or not told.anchors()):
        score += 0.8
    if verb and same and group.members[0].spot.sentence.zone is not Zone.TITLE:
        same = False
    return score + (0.4 if same and "definite" in told.marks else 0.2 if same else 0.0)


def _held_for(before: Told, told: Told, document: Document) -> bool:
    """ "met in Paris for a summit": the verb and the noun tell of one meeting."""
    if "verb" not in before.marks or "verb" in told.marks or before.spot.sentence is not told.spot.sentence:
        return False
    between = [plain(t.norm) for t in document.tokens[max(told.spot.first - 3, before.spot.last) : told.spot.first]]
    return bool(words("occasion").intersection(between))


def _completes(group: Group, told: Told) -> bool:
    """Whether a spot tells of a meeting only what has not been told of it."""
    city = told.place is not None and told.place.kind is Kind.PLACE
    coarse = city and not group.placed
    return all(
        group.first_of(part) is None or getattr(told, part) is None or (part == "place" and coarse)
        for part in ("body", "place", "date")
    )


def _names(group: Group, told: Told, document: Document) -> float | None:
    """Proper names of meetings are the same, or one holds the other, or they name two meetings."""
    mine, known = name_of(told, document), group.names
    if mine is None:
        return 0.0
    if not known:
        return 0.0
    return 1.2 if any(mine <= other or other <= mine for other in known) else None


def _places(group: Group, told: Told) -> float | None:
    if told.place is None:
        return 0.0
    best, (city, land) = 0.0, where(told.place)
    for other, country in group.places:
        if (city and other and city != other) or (land and country and land != country):
            return None
        best = max(best, 1.2 if city and city == other else 0.1)
    return best


def _dates(group: Group, told: Told) -> float | None:
    mine, best = start_of(told), 0.0
    if mine is None:
        return best
    for other, end in group.dates:
        steps = zip(*((d.year, d.month, d.day) for d in (mine, other, end)), strict=True)
        if any(a is not None and b is not None and c is not None and not b <= a <= c for a, b, c in steps):
            return None
        best = 1.0
    return best


def _bodies(group: Group, told: Told) -> float | None:
    mine = body_of(told)
    if mine is None or not group.bodies:
        return 0.0
    return 1.0 if mine in group.bodies else None


def _kinds(group: Group, told: Told) -> float | None:
    kinds = group.kinds - {"other"}
    kind = told.kind_of()
    if (kinds == {"bilateral"} and body_of(told)) or (kind == "bilateral" and group.first_of("body") is not None):
        return None
    if kind == "other" or not kinds:
        return 0.0
    if kind in kinds:
        return 0.2
    both = {kind, *kinds}
    return None if "bilateral" in both or {"summit", "ministerial"} <= both else 0.0


def _editions(group: Group, told: Told) -> float | None:
    if told.spot.edition is None or not group.editions:
        return 0.0
    return 1.0 if told.spot.edition[0] in group.editions else None


def _is_meeting(group: Group, actors: Sequence[Mention]) -> bool:
    """Whether the article says enough: two things that tell the meeting from others, or one and a firm sign of it."""
    members = group.members
    anchors = sum(group.first_of(name) is not None for name in ("place", "body"))
    anchors += any(start_of(m) is not None for m in members)
    anchors += any(m.spot.edition is not None for m in members) + any("named" in m.marks for m in members)
    if all("if" in m.dropped or m.spot.word.group == "event" for m in members):
        return False
    if all(m.spot.word.group == "verb" for m in members):
        return anchors >= 1 and any(_has_sides(m, actors) for m in members)
    if all(m.spot.word.group == "session" for m in members):
        return group.first_of("body") is not None and anchors >= 2
    if anchors >= 2:
        return True
    sign = max(s.strength for m in members for s in m.status)
    firm = sign >= _FIRM
    own = group.first_of("body") is not None or any("named" in m.marks for m in members)
    if own and (sign >= _TOLD or (firm and any(m.kind_of() in ("summit", "ministerial", "conference") for m in members))):
        return True
    dated = any(start_of(m) is not None for m in members) and any(m.kind_of() in ("summit", "ministerial") for m in members)
    if dated and firm:
        return True
    return group.first_of("place") is not None and firm and any("if" not in m.dropped for m in members)


def _has_sides(told: Told, actors: Sequence[Mention]) -> bool:
    """A verb of meeting needs a body whose members meet, or two parties, one on either side."""
    if told.body is not None or told.kind is not None or told.sides:
        return True
    spot = told.spot
    first, last = (bisect_left(actors, at, key=lambda m: m.first) for at in (spot.sentence.first, spot.last + 5))
    here = actors[first:last]
    before = any(m.first < spot.first and spot.first - m.last <= 4 for m in here)
    return before and any(m.kind is Kind.PERSON and m.first >= spot.last for m in here)


def _mentions(document: Document, group: Group, number: int) -> list[Mention]:
    none: frozenset[str] = frozenset()  # adjectives are compared in Arabic only
    readings = tuple(Reading(m.as_spot(), m.details(document), _status(m), none) for m in group.members)
    kinds = frozenset(reading.details.kind for reading in readings)
    whole = Whole(readings, kinds, overall([reading.status for reading in readings]))
    texts = tuple(dict.fromkeys(surface(document, m.spot.first, m.spot.last) for m in group.members))
    label = _label(document, group)
    french = label if document.language == "fr" else None
    referent = Referent(M.Meeting, f"m{number}", None, label if document.language == "en" else None, french, texts)
    found: list[Mention] = []
    for place, told in enumerate(group.members):
        spot = told.spot
        span = Span(document.tokens[spot.first].start, document.tokens[spot.last - 1].end)
        tags = frozenset({told.kind_of(), *("told by a verb" if mark == "verb" else mark for mark in spot.marks)})
        found.append(MeetingMention(
            Kind.MEETING, spot.first, spot.last, span, referent, f"meeting: {spot.word.lemma}",
            coref=place > 0 and not told.anchors(), tags=tags, told=whole,
        ))
    return found


def _status(told: Told) -> Status:
    return overall(told.status)


def _label(document: Document, group: Group) -> str:
    """The words that name the meeting best: from a noun to its body or place where these stand right behind."""
    texts = []
    for told in group.members:
        last = told.spot.last
        for part in (told.body, told.place):
            if part is not None and told.spot.last <= part.first <= told.spot.last + 4:
                last = max(last, part.last)
        weight = 0 if told.spot.word.group == "verb" else 1
        texts.append((weight, "named" in told.marks, last - told.spot.first, -told.spot.first, last, told.spot.first))
    best = max(texts)
    return surface(document, best[5], best[4])
