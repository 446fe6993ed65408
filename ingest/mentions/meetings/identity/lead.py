"""What a meeting takes over from the rest of the article: day and place of the lead, the body of the meetings beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.meetings.identity.agreement import Cluster
from ingest.mentions.meetings.identity.series import of_series
from ingest.mentions.meetings.identity.topic import of_the_topic
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.place.venue import dateline_land, elsewhere
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.mentions.meetings.status import overall
from ingest.mentions.meetings.told_about import is_the_scene, told_about
from ingest.parts import Sentence, Zone
from ingest.sieve import Sieve

_SHORT = 8  # tokens of a line that names only paper and place


def take_over(scene: Scene, clusters: Sequence[Cluster]) -> None:
    """Gives the meetings of an article what its lead and its other meetings say of them."""
    _lead_place(scene, clusters)
    _lead_day(scene, clusters)
    _lead_land(scene, clusters)
    of_series(scene, clusters)
    for name, kind in (("leaders", "summit"), ("ministers", "ministerial")):
        _of_people(scene, clusters, name, kind)
    of_the_topic(scene, clusters)


def _lead_place(scene: Scene, clusters: Sequence[Cluster]) -> None:
    """ "أكد الوزير، اليوم الخميس بعمان، … في كلمة خلال الاجتماع": day and place are those of the meeting.

    They go to the first meeting told as held that names no place of its own, if it is named in one of the next sentences.
    """
    lead = _lead(scene)
    if lead is None:
        return
    date, place = lead
    taken = False  # "التقى نظيره في نيويورك الأسبوع الماضي. وكان اجتماعه مع …": of the one, not of the next
    for item in sorted(clusters, key=lambda c: c.members[0].spot.first):
        first = item.members[0]
        told = overall([m.status for m in item.members])
        named = item.first_of("place")
        taken = taken or (named is place and item.first_of("date") is date)
        if told.value != "held" or first.spot.first < place.last or "previous" in first.spot.marks:
            continue
        if named is not None and named.referent == place.referent and not item.first_of("date"):
            item.members[0] = replace(first, details=replace(first.details, date=date))
        if named is not None and named.referent == place.referent:
            return
        if named or not _same_day(item.first_of("date"), date):
            continue
        gap = first.spot.sentence.index - _sentence_of(scene, place)
        dated = gap > 0 or place.first == first.spot.sentence.first
        told_there = not told_about(scene, first.spot) if dated else is_the_scene(scene, first.spot, place.last)
        if gap <= (0 if taken else 2) and told_there:
            details = replace(first.details, place=place, date=first.details.date or date)
            item.members[0] = replace(first, details=details)
        return


def _same_day(own: Mention | None, lead: Mention) -> bool:
    """Has a meeting no day of its own, or that of the lead?"""
    if own is None or own.date is None or lead.date is None:
        return own is None
    return own.date.start == lead.date.start


def _lead_day(scene: Scene, clusters: Sequence[Cluster]) -> None:
    """ "قال فلان اليوم الجمعة إن …", and below "… في الجلسة الافتتاحية للندوة": the day he spoke is that of the meeting.

    Only the first meeting told as held, where it is the scene of what is told and nothing is said of another day.
    """
    body = _body(scene)[:1]
    day = next((m for s in body for m in scene.between(s.first, s.last) if m.kind is Kind.DATE), None)
    if day is None or day.date is None or day.date.start is None or day.date.start.day is None:
        return
    said = {scene.norm(i) for i in range(day.first, day.last)}
    today = bool(said & words("today"))
    if not today and not said & words("yesterday"):
        return
    for item in sorted(clusters, key=lambda c: c.members[0].spot.first):
        first = item.members[0]
        if item.first_of("date") or overall([m.status for m in item.members]).value != "held":
            continue
        spoken = bare(scene.norm(first.spot.first - 1)) in words("within") and not {"previous", "new"} & first.spot.marks
        gap = first.spot.sentence.index - _sentence_of(scene, day)
        near = first.spot.first > day.last and gap <= 2
        if near and first.spot.definite and (spoken if today else gap == 1 and _explains(scene, first.spot)):
            item.members[0] = replace(first, details=replace(first.details, date=day))
            return


def _explains(scene: Scene, spot: Spot) -> bool:
    """ "خرج أمس صوت واحد …. فقد استضافت المملكة الاجتماع": "for" at the head of the sentence tells how that came."""
    head = scene.norm(spot.sentence.first)
    return spot.first - spot.sentence.first <= _SHORT and (head in words("for_it") or head.startswith("فال"))


def _lead_land(scene: Scene, clusters: Sequence[Cluster]) -> None:
    """ "الرباط - استقبل الوزير، اليوم، …": what the lead tells as done these days, was done where it was written."""
    land = dateline_land(scene)
    if land is None:
        return
    body = [s.index for s in _body(scene) if s.last - s.first > _SHORT][:2]
    for item in clusters:
        told = next((m for m in item.members if m.spot.sentence.index in body), None)
        if told is None or item.first_of("place") or overall([m.status for m in item.members]).value != "held":
            continue
        date = told.details.date
        if date is None or not ({scene.norm(i) for i in range(date.first, date.last)} & _these_days()):
            continue
        if told.spot.verb not in ("", "meet", "receive", "gather", "convene") or elsewhere(scene, told.spot):
            continue
        first = item.members[0]
        if not {"previous", "following", "new"} & told.spot.marks:
            item.members[0] = replace(first, details=replace(first.details, place=land))


def _these_days() -> frozenset[str]:
    """Words of today and yesterday, not of last month."""
    return words("today") | words("yesterday") - words("previous")


def _of_people(scene: Scene, clusters: Sequence[Cluster], name: str, kind: str) -> None:
    """ "قادة مجموعة B … في القمة": where the leaders of one body alone are spoken of, their summit is that body's."""
    found: dict[str, Mention] = {}
    for index in scene.document.sifted(_sieve(name)):
        if scene.at(index) is None:
            body = next((m for i in range(index + 1, index + 4) if (m := scene.at(i)) is not None), None)
            if body is not None and body.kind in COLLECTIVES and body.referent is not None:
                found[body.referent.key] = body
    if len(found) != 1:
        return
    (body,) = found.values()
    for item in clusters:
        first = item.members[0]
        known = first.spot.definite and first.spot.noun.group == "noun" and not {"previous", "new"} & first.spot.marks
        place = first.details.place
        named = place is not None and place.first <= first.spot.last  # "قمة سرت"
        bare_noun = known and not named and kind in item.kinds and first.spot.last - first.spot.first <= 2
        if bare_noun and item.body_key is None and not first.details.partners and first.spot.first > body.first:
            item.members[0] = replace(first, details=replace(first.details, body=replace(body, prefix="")))


@cache
def _sieve(name: str) -> Sieve:
    return Sieve(lambda norm: bare(norm) in words(name))


def _body(scene: Scene) -> list[Sentence]:
    return [s for s in scene.document.sentences if s.zone is Zone.BODY]


def _lead(scene: Scene) -> tuple[Mention, Mention] | None:
    """The first date that stands right beside a city, in the first sentences."""
    body = _body(scene)[:2]
    if body and (dateline := _dateline(scene, body[0])) is not None:
        return dateline
    for sentence in body:
        for mention in scene.between(sentence.first, sentence.last):
            if mention.kind is not Kind.DATE:
                continue
            for at in (mention.last, mention.last + 1, mention.first - 1):
                place = scene.at(at)
                if place is None or place.kind is not Kind.PLACE or "area" in place.tags or place.last > sentence.last:
                    continue
                if place.prefix == "ب" or (not place.prefix and scene.norm(place.first - 1) == "في"):
                    return mention, place
    return None


def _dateline(scene: Scene, sentence: Sentence) -> tuple[Mention, Mention] | None:
    """ "أبوظبي في 7 نوفمبر / وام /": agencies that give place and day begin with those of what they report."""
    place = scene.at(sentence.first)
    if place is None or place.kind is not Kind.PLACE or place.prefix:
        return None
    at = place.last
    while at < place.last + 3 and (scene.norm(at) in ("في", "،", ",") or _is_country(scene, at)):
        at += 1
    date = scene.at(at)
    dated = date is not None and date.kind is Kind.DATE and date.first == at and date.date is not None
    return (date, place) if dated and date is not None and "day_of_month_name" in date.tags else None


def _is_country(scene: Scene, index: int) -> bool:
    mention = scene.at(index)
    return mention is not None and mention.kind is Kind.COUNTRY


def _sentence_of(scene: Scene, mention: Mention) -> int:
    return scene.document.sentence_at(mention.first).index
