"""What the next sentence tells of a meeting without its name: "… قمة. وستعقد في الدوحة يومي 20 و21 مايو", "وتستضيفه قطر".

The subject, or the pronoun, is the one meeting of its gender that the sentence before tells of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from ingest.cues import governing
from ingest.mention import Kind, Mention
from ingest.mentions.meetings.date import date_of
from ingest.mentions.meetings.details import Details
from ingest.mentions.meetings.identity.agreement import Cluster
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.naming.edition import edition_of
from ingest.mentions.meetings.place.governed import PLACES, WALK, best, city_there, governed
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.mentions.meetings.status import Status
from ingest.mentions.meetings.status import read as status_of
from ingest.mentions.meetings.traits import Reading
from ingest.parts import Sentence, Zone
from ingest.sieve import Sieve
from ingest.unreal import irrealis

_LEAD, _NOUN = 9, 13  # tokens at the head of a sentence before the verb, or before the verbal noun
_SURE = 3.0  # how surely a meeting is held, or to come, of which the contrary is no more told
_PUT_OFF = 5.0  # how surely one is put off of which it is said at the end
_CIRCUMSTANCES = frozenset({*PLACES, Kind.DATE, Kind.NISBA, Kind.NUMBER})
_GROUPS = ("told_on", "begins", "hosts_it", "holds_it", "holding_it", "hosting_of_it", "put_off_it", "works")


@dataclass(frozen=True, slots=True)
class _Sequel:
    """The word that goes on with a meeting, the list it is of, the gender of the meeting, where the rest begins."""

    at: int
    group: str
    feminine: bool
    behind: int


def told_on(scene: Scene, clusters: Sequence[Cluster], readings: Sequence[Reading]) -> None:
    """Gives the meetings the place, days, edition and status that the sentence behind them tells."""
    places = scene.document.sifted(_goes_on) if clusters else ()
    if not places:
        return
    heads = {scene.document.sentence_at(at).index: scene.document.sentence_at(at) for at in places}
    chain: dict[int, tuple[Cluster, int]] = {}
    for index, sentence in sorted(heads.items()):
        sequel = _sequel(scene, sentence, [at for at in places if sentence.first <= at < sentence.last])
        whose = _antecedent(scene, sentence, sequel, clusters, readings, chain) if sequel is not None else None
        if sequel is not None and whose is not None and _join(scene, sentence, sequel, *whose):
            chain[index] = whose


@cache
def _forms() -> dict[str, tuple[str, bool]]:
    """Word → its list and whether the meeting it is told of is feminine."""
    return {word: (group, g == "f") for group in _GROUPS for g in "mf" for word in words(f"{group}_{g}")}


def _read(norm: str) -> tuple[str, bool] | None:
    """The list of a word, with a glued conjunction or the prefix of the future, and the gender that it has there."""
    word = norm.removeprefix("و").removeprefix("ف")
    return _forms().get(word) or _forms().get(word.removeprefix("س"))


_goes_on = Sieve(lambda norm: _read(norm) is not None)


def _sequel(scene: Scene, sentence: Sentence, places: Sequence[int]) -> _Sequel | None:
    """The first word of a sentence that goes on with a meeting."""
    if sentence.zone is not Zone.BODY or not sentence.index:
        return None
    for at in places:
        group, feminine = _read(scene.norm(at)) or ("", False)
        noun = group in ("holding_it", "hosting_of_it", "put_off_it", "works")
        if at - sentence.first > (_NOUN if noun else _LEAD):
            return None
        if noun and group == "holding_it" and bare(scene.norm(at - 1)) in words("postponed"):
            decided = bare(scene.norm(at - 2)) in words("was_decided")  # "تقرر تأجيل عقدها إلى 5 يونيو"
            return _Sequel(at, "put_off_it", feminine, at + 1) if decided else None
        if noun and _is_held(scene, sentence, at, group):
            return _Sequel(at, group, feminine, at + 1)
        if not noun and (found := _verb(scene, sentence, at, group, feminine)) is not None:
            return found
    return None


def _is_held(scene: Scene, sentence: Sentence, at: int, group: str) -> bool:
    """ "تقرر عقدها", "موعدا لعقده", "شهدت الدوحة انعقاده", "اختيرت الدوحة لاستضافته", "احتضنت الدوحة أشغاله"."""
    front = range(sentence.first, at)
    if group == "works":
        hosts = any(bare(scene.norm(i)).removeprefix("س") in words("hosting") for i in front)
        return hosts and all(scene.at(i) is not None or _hosts_or_leads(scene, i) for i in front)
    if any(scene.norm(i) in ".؛:،," or scene.norm(i) in words("relative") or scene.noun(i) is not None for i in front):
        return False
    if group == "hosting_of_it":
        return any(bare(scene.norm(i)) in words("chosen_host") for i in front)
    beside = scene.at(at - 1)
    lead = bare(scene.norm(beside.first - 1 if beside is not None else at - 1))
    return lead in words("before_holding") and (beside is None or beside.kind in PLACES)


def _hosts_or_leads(scene: Scene, index: int) -> bool:
    return _leads(scene, index) or bare(scene.norm(index)).removeprefix("س") in words("hosting")


def _verb(scene: Scene, sentence: Sentence, at: int, group: str, feminine: bool) -> _Sequel | None:
    """A verb at the head of its sentence whose subject or object is the meeting."""
    front = range(sentence.first, at)
    works = next((i for i in (at + 1, *front) if scene.norm(i) in words("works_m", "works_f")), None)
    if group in ("told_on", "begins") and works is not None:
        feminine = scene.norm(works) in words("works_f")
        group = "told_on"
    behind = at + 1 if works != at + 1 else at + 2
    said = scene.norm(at - 1) in words("that_it_is") and scene.norm(at - 1).endswith("ا") == feminine
    led = all(_leads(scene, i) for i in front)
    if not (led or said) or (group in ("told_on", "begins") and not _alone(scene, sentence, behind)):
        return None
    return _Sequel(at, group, feminine, behind)


def _leads(scene: Scene, index: int) -> bool:
    mention, word = scene.at(index), scene.norm(index)
    if mention is not None:
        return mention.kind in _CIRCUMSTANCES
    return bare(word) in words("leads_on", "around_it", "works_m", "works_f") or word == "و"


def _alone(scene: Scene, sentence: Sentence, index: int) -> bool:
    """Has the verb no subject of its own: only places and days stand behind it, and what a preposition begins?"""
    begin = index
    while index < sentence.last:
        mention, word = scene.at(index), scene.norm(index)
        if mention is not None and mention.kind in _CIRCUMSTANCES:
            index = mention.last
        elif mention is None and (word in words("around_it") or word in "،,"):
            index += 1
        else:
            break
    word = scene.norm(index)
    beside = scene.at(index)
    led = beside is not None and beside.prefix[:1] in ("ب", "ل", "و")
    ended = index >= sentence.last or word in ".؛:" or word in words("goes_with_it") or led or word.startswith(("لل", "و"))
    return ended and index > begin


def _antecedent(
    scene: Scene,
    sentence: Sentence,
    sequel: _Sequel,
    clusters: Sequence[Cluster],
    readings: Sequence[Reading],
    chain: dict[int, tuple[Cluster, int]],
) -> tuple[Cluster, int] | None:
    """The meeting of the sentence before that agrees, with the number of its member; of two that do none."""
    before = scene.document.sentences[sentence.index - 1]
    near = [r.spot for r in readings if r.spot.sentence.index == before.index]
    if not near and before.index in chain:
        found = chain[before.index]
        return found if _agrees(found[0].members[found[1]].spot, sequel) else None
    loose = sequel.group in ("begins", "hosts_it", "holds_it", "put_off_it")
    if loose and any(bare(scene.norm(i)) in words("begins_too") for i in range(before.first, before.last)):
        return None
    agreeing = [spot for spot in near if _agrees(spot, sequel) and "previous" not in spot.marks]
    found_in = [
        (item, number)
        for item in clusters
        for number, member in enumerate(item.members)
        if any(member.spot is spot for spot in agreeing)
    ]
    own = {id(item): (item, number) for item, number in found_in}
    return next(iter(own.values())) if len(own) == 1 and len(found_in) == len(agreeing) else None


def _agrees(spot: Spot, sequel: _Sequel) -> bool:
    return not spot.verb and spot.noun.lemma.endswith(("ه", "ات")) == sequel.feminine


def _join(scene: Scene, sentence: Sentence, sequel: _Sequel, item: Cluster, number: int) -> bool:
    """Adds what is told to the meeting, unless it is told of it that it is not so."""
    if irrealis(scene.document, sentence, sequel.at) == "denied" or _doubtful(scene, sentence, sequel):
        return False
    member = item.members[number]
    noun, verb = member.spot.noun, "" if sequel.group in ("holding_it", "hosting_of_it", "put_off_it") else "convene"
    spot = Spot(sequel.at, sequel.behind, sentence, noun, noun.kind, definite=True, verb=verb)
    date = date_of(scene, spot)
    status = status_of(scene, spot, date)
    if sequel.group == "hosting_of_it":
        status = replace(status, value="planned", strength=_SURE)
    if sequel.group != "put_off_it" and any(_contrary(reading.status, status) for reading in item.members):
        return False
    status = _put_off(scene, sentence, spot, sequel.group) or status
    details = member.details
    told = replace(
        details,
        place=details.place or _place(scene, sentence, sequel),
        date=_days(details, date),
        edition=details.edition or edition_of(scene, spot),
    )
    surer = status.strength > member.status.strength
    item.members[number] = replace(member, details=told, status=status if surer else member.status)
    return True


def _doubtful(scene: Scene, sentence: Sentence, sequel: _Sequel) -> bool:
    """ "وقد يعقد في الدوحة", "ونفت الوزارة أنه سيعقد", "ولم يتم تنظيمه"."""
    perhaps = scene.norm(sequel.at - 1).removeprefix("و") in words("perhaps") and scene.norm(sequel.at)[:1] in "يت"
    front = (scene.norm(i) for i in range(sentence.first, sequel.at))
    denied = governing(scene.reading, sentence, sequel.at) in ("denied", "supposed")
    return perhaps or denied or any(bare(word) in words("told_not") for word in front)


def _contrary(one: Status, other: Status) -> bool:
    return (one.value == "held") != (other.value == "held") and min(one.strength, other.strength) >= _SURE


def _put_off(scene: Scene, sentence: Sentence, spot: Spot, group: str) -> Status | None:
    """ "وتقرر تأجيلها", "وتم إلغاؤه", "وكان مقررا أن تعقد في 20 مايو قبل أن تؤجل إلى 5 يونيو"."""
    if group == "put_off_it":
        value = "cancelled" if scene.norm(spot.first).startswith("الغا") else "postponed"
        return Status(value, _PUT_OFF, status_of(scene, spot, None).span)
    for index in range(spot.last, min(spot.last + WALK, sentence.last)):
        if scene.norm(index) in words("was_put_off") and scene.norm(index - 1) == "ان" and scene.norm(index - 2) == "قبل":
            return Status("postponed", _PUT_OFF, status_of(scene, spot, None).span)
    return None


def _days(details: Details, date: Mention | None) -> Mention | None:
    """The day told first, unless the other one is finer or says how long it lasts."""
    one, other = details.date, date
    if one is None or other is None or one.date is None or other.date is None:
        return one or other
    finer = len(str(other.date.start)) > len(str(one.date.start))
    longer = other.date.start == one.date.start and one.date.end is None
    return other if finer or longer else one


def _place(scene: Scene, sentence: Sentence, sequel: _Sequel) -> Mention | None:
    """Where it is: the city behind في or بـ, or whoever hosts it."""
    behind = [*scene.between(sequel.behind, _end(scene, sentence, sequel.behind))]
    there = [m for m in behind if m.kind in PLACES and "area" not in m.tags and governed(scene, m)]
    front = [m for m in scene.between(sentence.first, sequel.at) if m.kind in PLACES]
    if sequel.group in ("hosts_it", "hosting_of_it", "works"):
        beside = [m for m in behind if m.kind in PLACES and m not in there and not m.prefix and sequel.group == "hosts_it"]
        host = next(iter(beside[:1] or front[-1:]), None)
        return city_there(scene, host, behind) or best(there)
    return best(there) or next((m for m in front if governed(scene, m) or sequel.group == "holding_it"), None)


def _end(scene: Scene, sentence: Sentence, first: int) -> int:
    """Where something else is told: another meeting, "بعد أن استضافت …"."""
    for index in range(first, min(first + WALK, sentence.last)):
        word, form = scene.norm(index), scene.noun(index) if scene.at(index) is None else None
        turns = word == "ان" and scene.norm(index - 1) in ("بعد", "قبل")
        if word in ".؛:؟" or turns or word == "بعدما" or (form is not None and not form.possessive):
            return index
    return min(first + WALK, sentence.last)
