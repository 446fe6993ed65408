"""Where somebody is told to be: a journey to a city or country, a press conference together with the host.

Who meets an official of the country that he visits is taken to meet him there, also where the meeting is told in another
sentence: "وصل الوزير فلان إلى تونس … وأجرى محادثات مع نظيره التونسي", "استقبل الوزير نظيره الذي يزور الرباط".
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.cues import governing
from ingest.dating.calendar import to_day
from ingest.mention import Kind, Mention
from ingest.mentions.lands.places import country_of
from ingest.mentions.meetings.lexicon import any_of, words
from ingest.mentions.meetings.place.governed import PLACES, governed
from ingest.mentions.meetings.scene import PARTIES, Scene, Spot, bare, of_somebody
from ingest.parts import Sentence, Zone
from ingest.sieve import Sieve
from ingest.unreal import irrealis
from kg.vocabulary import M

_FRONT, _BEHIND = 12, 24  # tokens around a word of travelling in which stand who travels, and whereto
_BACK = 3  # sentences in which a journey is still in mind
_VERB = 3  # tokens at the head of a sentence in which its verb stands
_UNREAL = 4  # words in front of a journey, names apart, that may say that it was not made
_CLOSE = 3  # tokens from a journey in which stands the year of it
_MONTH = 31
_DAYS = 4  # days that a visit may last


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody among `people` is told to be at a place; `planned`: only later."""

    at: int  # the token of the word that tells it
    sentence: int
    people: tuple[Mention, ...]
    place: Mention
    land: str
    day: Mention | None
    planned: bool
    press: bool  # a press conference, which tells only of those who held it


@dataclass(frozen=True, slots=True)
class _Told:
    """All that an article tells of where people are, in its order, and whose journeys lead to which lands."""

    all: tuple[Presence, ...]
    lands: dict[str, frozenset[str]]
    of: dict[str, tuple[Presence, ...]]


def whereabouts(scene: Scene, spot: Spot, sides: tuple[Mention, ...], *, planned: bool) -> Presence | None:
    """The presence of one side in the country of the other, told last in front of a spot, in its sentence or anywhere."""
    told = scene.document.once("presences", lambda: _told(scene))
    if not told.all or not sides:
        return None
    if len(sides) == 1:
        return _of_one(scene, told, spot, sides[0], planned=planned)
    for side in sides:
        others = {scene.nation(other) for other in sides if other is not side}
        land = scene.nation(side)
        key = _person(side)
        for presence in _candidates(told, spot, side, key):
            beside = presence.sentence == spot.sentence.index
            hosted = presence.land in others or (beside and others == {None} and _is_guest(scene, presence, side))
            if presence.press and not all(_among(presence.people, one) for one in sides):
                continue
            if hosted and presence.land != land and (planned or not presence.planned):
                return presence
    return None


def _of_one(scene: Scene, told: _Told, spot: Spot, host: Mention, *, planned: bool) -> Presence | None:
    """ "قام الوزير بزيارة عمل لباريس. وأجرى محادثات مع الرئيس الفرنسي": the guest is the subject of the sentence before."""
    number = bisect_left(told.all, spot.first, key=lambda p: p.at)
    last = told.all[number - 1] if number else None
    if last is None or last.land != scene.nation(host) or (last.planned and not planned):
        return None
    gap = spot.sentence.index - last.sentence
    goes_on = gap == 1 and spot.first - spot.sentence.first <= _VERB
    guests = any(scene.nation(m) not in (last.land, None) or _person(m) not in ("", _person(host)) for m in last.people)
    return last if (gap == 0 or goes_on) and guests else None


def _candidates(told: _Told, spot: Spot, side: Mention, key: str) -> Iterator[Presence]:
    """What is told of a side: in the sentence of the spot, in those just before, or anywhere, where it is of one country."""
    mine = told.of.get(key, ()) if key else told.all
    number = bisect_left(mine, spot.sentence.last, key=lambda p: p.at)
    for presence in reversed(mine[max(number - 2 * _BACK, 0) : number]):
        gap = spot.sentence.index - presence.sentence
        near = gap == 0 or (gap <= _BACK and presence.at < spot.first)
        if near and (key or any(m.first == side.first for m in presence.people)):
            yield presence
    if key and len(told.lands.get(key, ())) == 1:
        yield from mine[:1]


def _person(mention: Mention) -> str:
    """The key of somebody whose name the article tells."""
    return mention.referent.key if mention.referent is not None and mention.referent.type == M.Person else ""


def _among(people: tuple[Mention, ...], side: Mention) -> bool:
    return any(m.first == side.first or (_person(m) and _person(m) == _person(side)) for m in people)


def _is_guest(scene: Scene, presence: Presence, side: Mention) -> bool:
    """ "استقبل الوزير نظيره … الذي يزور الرباط": the relative tells of him."""
    return any(m.first == side.first for m in presence.people) and any(
        of_somebody(scene, i) for i in range(side.last, presence.at)
    )


def _told(scene: Scene) -> _Told:
    places = scene.document.sifted(_telling)
    starts = [s.first for s in scene.document.sentences]
    found: list[Presence] = []
    for index in places:
        number = bisect_left(starts, index + 1) - 1
        sentence = scene.document.sentences[number]
        if sentence.zone is Zone.BODY and scene.at(index) is None and (one := _presence(scene, sentence, index)) is not None:
            found.append(one)
    lands: dict[str, set[str]] = {}
    of: dict[str, list[Presence]] = {}
    for presence in found:
        for key in {_person(m) for m in presence.people} - {""}:
            of.setdefault(key, []).append(presence)
            lands.setdefault(key, set()).add(presence.land)
    return _Told(
        tuple(found),
        {key: frozenset(goals) for key, goals in lands.items()},
        {key: tuple(mine) for key, mine in of.items()},
    )


def _presence(scene: Scene, sentence: Sentence, index: int) -> Presence | None:
    press = bare(scene.norm(index)).removeprefix("ال").removeprefix("ب") in words("press")
    if press and not _is_joint(scene, sentence, index):
        return None
    if not press and _unreal(scene, sentence, index):
        return None
    near = [*scene.between(max(index - _FRONT, sentence.first), min(index + _BEHIND, sentence.last))]
    last = min(index + _BEHIND, sentence.last)
    end = next((i for i in range(index, last) if scene.norm(i) in ".؛:"), last)
    goals = [m for m in near if index < m.first < end and _is_goal(scene, index, m, press=press)]
    goal = next((m for m in goals if m.kind is Kind.PLACE), goals[0] if goals else None)
    if goal is None or goal.referent is None:
        return None
    key = goal.referent.key
    land = key if goal.kind is Kind.COUNTRY else f"country/{country_of(key)}"
    people = tuple(m for m in near if m.kind in PARTIES)
    day = next((m for m in near if is_day(m)), None) or next((m for m in near if _is_beside(m, goal, index)), None)
    return Presence(index, sentence.index, people, goal, land, day, not press and _to_come(scene, index), press)


def _is_joint(scene: Scene, sentence: Sentence, index: int) -> bool:
    """ "خلال مؤتمر صحفي مشترك", "في ندوة صحفية عقدها مع نظيره"."""
    if scene.norm(index + 1).removeprefix("ال") not in words("of_press"):
        return False
    reach = range(index + 2, min(index + _FRONT, sentence.last))
    return any(scene.norm(i).removeprefix("ال") in words("jointly") for i in reach)


def _unreal(scene: Scene, sentence: Sentence, index: int) -> bool:
    """ "دعاه إلى زيارة C", "ألغى زيارته إلى C", "زيارته السابقة إلى C": nobody is told to be there now."""
    at, steps = index - 1, 0
    while at >= sentence.first and steps < _UNREAL and scene.norm(at) not in ".؛:":
        mention = scene.at(at)
        word = bare(scene.norm(at))
        if mention is None and {word, word.removeprefix("ال")} & words("no_journey"):
            return True
        at, steps = (at - 1, steps + 1) if mention is None else (mention.first - 1, steps)
    held = governing(scene.reading, sentence, index)
    if bare(scene.norm(index - 1)) in words("not_yet") or held in ("denied", "supposed"):
        return True
    if irrealis(scene.document, sentence, index) and held != "planned" and not _to_come(scene, index):
        return True  # "حلم بأن يزور"
    return any(scene.norm(i) in words("previous") for i in range(index + 1, index + 3))


def _to_come(scene: Scene, index: int) -> bool:
    """ "سيزور", "يعتزم زيارة", "من المقرر أن يصل", "زيارة مرتقبة"."""
    word = bare(scene.norm(index))
    if word.startswith("س") and word[1:] in any_of("reaches", "arrives", "travel"):
        return True
    near = range(max(index - 6, 0), index + 3)
    return any(scene.at(i) is None and bare(scene.norm(i)) in any_of("planned", "will") for i in near)


def _is_goal(scene: Scene, at: int, mention: Mention, *, press: bool) -> bool:
    """ "وصل … إلى أديس أبابا", "حل … بالعاصمة", "زار فلان بيروت", "زيارة عمل للمغرب", "مؤتمر صحفي مشترك في الرباط"."""
    if mention.kind not in PLACES or {"area", "region"} & mention.tags:
        return False
    if press:
        return governed(scene, mention) and mention.kind is Kind.PLACE
    before = scene.norm(mention.first - 1)
    if mention.prefix == "ل" or before in words("toward"):
        return True
    word = bare(scene.norm(at)).removeprefix("س")
    if word in any_of("arrives", "reaches", "his_arrival") and (mention.prefix == "ب" or before == "في"):
        return mention.kind is Kind.PLACE
    return not mention.prefix and word in any_of("visits", "reaches") and _is_object(scene, at, mention)


def _is_object(scene: Scene, at: int, place: Mention) -> bool:
    """ "يزور الوزير فلان اليوم بيروت": only the subject and a day stand between the verb and its object."""
    index = at + 1
    while index < place.first:
        mention = scene.at(index)
        if mention is None and scene.norm(index) not in words("day_part"):
            return False
        if mention is not None and mention.kind not in PARTIES | {Kind.DATE}:
            return False
        index = mention.last if mention is not None else index + 1
    return True


def is_day(mention: Mention) -> bool:
    """Is a mention a day of the calendar?"""
    date = mention.date
    return mention.kind is Kind.DATE and date is not None and date.end is None and to_day(date.start) is not None


def _is_beside(mention: Mention, goal: Mention, at: int) -> bool:
    """ "زار الوزير تونس عام 2019", "في 2019 زار": a year or month told of the journey itself."""
    close = 0 <= mention.first - goal.last <= _CLOSE or 0 <= at - mention.last < _CLOSE
    return mention.kind is Kind.DATE and mention.date is not None and close


def agrees(presence: Presence, date: Mention | None, sentence: Sentence) -> bool:
    """Is the time of a meeting, told in a sentence, within that of the visit, as far as both are told?"""
    visit = _days_of(presence.day)
    if visit is None:
        return True
    if date is None:  # a visit of some year, told in another sentence: when they met is open
        return presence.sentence == sentence.index or (visit[1] - visit[0]).days <= _MONTH
    met = _days_of(date)
    return met is None or ((met[0] - visit[1]).days <= _DAYS and (visit[0] - met[1]).days <= _DAYS)


def _days_of(mention: Mention | None) -> tuple[dt.date, dt.date] | None:
    """The first and the last day that a date may mean."""
    if mention is None or mention.date is None or mention.date.start is None:
        return None
    first, last = mention.date.start, mention.date.end or mention.date.start
    if first.year is None or last.year is None:
        return None
    month = last.month or 12
    final = last.day or monthrange(last.year, month)[1]
    return dt.date(first.year, first.month or 1, first.day or 1), dt.date(last.year, month, final)


def _tells(norm: str) -> bool:
    """Is a word one of travelling, or that of a press conference?"""
    word = bare(norm).removeprefix("س")
    if word in any_of("reaches", "arrives", "travel", "visits", "his_arrival"):
        return True
    stem = word.removeprefix("ب").removeprefix("ال")
    return word.removeprefix("لل") in words("visit") or stem in any_of("visit", "press")


_telling = Sieve(_tells)
