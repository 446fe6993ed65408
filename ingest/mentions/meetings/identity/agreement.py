"""The spots of one meeting, and how well a further spot agrees with them: kind, place, date, edition, body, people."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from ingest.mention import Mention
from ingest.mentions.meetings.details import Details
from ingest.mentions.meetings.detection.prepared import PREPARED, PREPARES, prepared_for
from ingest.mentions.meetings.identity.another import led_by_another, only_of_two
from ingest.mentions.meetings.identity.days import same_days
from ingest.mentions.meetings.identity.plans import as_it_was
from ingest.mentions.meetings.identity.same_body import same_body
from ingest.mentions.meetings.identity.subjects import named_otherwise, same_subject
from ingest.mentions.meetings.lexicon import adjectives, verb_class, words
from ingest.mentions.meetings.scene import Scene, Spot
from ingest.mentions.meetings.traits import (
    Reading,
    Traits,
    body_key,
    complement,
    match,
    sides_of,
    told_then,
    where,
)

_ASSEMBLIES = frozenset({"summit", "conference"})
_OTHER = frozenset({"new", "previous"})  # marks of a meeting that is not the one spoken of so far
_OFF = ("postponed", "cancelled")  # what is told of a meeting that was not held


@dataclass(slots=True)
class Cluster:
    """The spots of one meeting, in the order of the text."""

    members: list[Reading] = field(default_factory=list)

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(member.details.kind for member in self.members)

    def first_of(self, name: str) -> Mention | None:
        """The first mention of a detail ("place", "date", "body") among the spots."""
        for member in self.members:
            found: Mention | None = getattr(member.details, name)
            if found is not None:
                return found
        return None

    @property
    def body_key(self) -> str | None:
        for member in self.members:
            if (key := body_key(member.details)) is not None:
                return key
        return None


def agreement(scene: Scene, candidate: Traits, reading: Reading) -> float | None:
    """How well a spot fits a meeting; None where something clashes."""
    spot = reading.spot
    if _OTHER & spot.marks and not _OTHER & candidate.marks:
        return None
    if "apart" in spot.marks and candidate.last == spot.first and reading.details.partners:
        return None
    if "explains" in spot.marks and candidate.last >= spot.sentence.first:
        clash = _places(scene, candidate, reading) is None or same_days(scene, candidate, reading) is None
        return None if clash else 2.0
    if "beside" in spot.marks and candidate.last >= spot.sentence.first:
        return None
    if candidate.last >= spot.sentence.first and _on_margins(candidate, spot):
        return None
    if candidate.last >= spot.sentence.first and led_by_another(scene, candidate, spot):
        return None
    beside = {"frame", "matter", PREPARED} & spot.marks
    if beside and not beside & candidate.marks and candidate.last >= spot.sentence.first:
        return None  # "مائدة مستديرة في إطار مؤتمر", "ندوة عن القمة", "اجتماع تحضيرا للقمة": two of them
    if not _same_sort(candidate, reading) or _prepares(scene, candidate, reading):
        return None
    if _around(candidate, spot) and not reading.details.partners and candidate.body_key != body_key(reading.details):
        return None
    reading = as_it_was(candidate, reading)
    if named_otherwise(candidate, reading) and not _places(scene, candidate, reading):
        return None
    score = 0.0
    if spot.noun.lemma in candidate.lemmas:
        score = 0.5 if spot.noun.kind in ("summit", "conference") else 0.4
    for compare in (_kinds, _qualities, _places, same_days, _editions, same_body, _names, _told, _people):
        part = compare(scene, candidate, reading)
        if part is None:
            return None
        score += part
    if candidate.headline:
        score += 0.7  # what the headline announces is what the text begins with
    return score + (0.3 if spot.anaphoric else 0.0)


def _around(candidate: Traits, spot: Spot) -> bool:
    """ "وعقدت المجموعة اجتماعا عشية اللقاء الوزاري": what is held around a meeting is no other name of one told before."""
    around = any(mark.startswith("around ") for mark in spot.marks)
    apart = around and not spot.verb and spot.noun.group not in ("talks", "signing")
    return apart and not candidate.headline


def _prepares(scene: Scene, candidate: Traits, reading: Reading) -> bool:
    """Whether one of the two prepares the other: "الاجتماع التمهيدي للمؤتمر" is not the conference of the headline."""
    spot = reading.spot
    if (PREPARES in spot.marks) == (PREPARES in candidate.marks):
        return False
    if spot.noun.lemma in candidate.lemmas:
        whole = prepared_for(scene, spot) if PREPARES in spot.marks and not candidate.headline else None
        return whole is not None and whole.noun.lemma in candidate.lemmas  # "الاجتماع التحضيري للاجتماع الوزاري"
    kinds = _ASSEMBLIES if spot.noun.lemma != "موتمر" and "موتمر" not in candidate.lemmas else {*_ASSEMBLIES, "ministerial"}
    return bool(kinds & (candidate.firm_kinds if PREPARES in spot.marks else {reading.details.kind}))


def _on_margins(candidate: Traits, spot: Spot) -> bool:
    """ "عقد المجلس اجتماعا على هامش القمة": what is held on the margins is not that on whose margins it is."""
    return "aside" in spot.marks or ("main" in spot.marks and "aside" in candidate.marks)


def of_one_kind(scene: Scene, candidate: Traits, reading: Reading) -> bool:
    """Whether a spot may be of the kind of a meeting: a summit is no talks of two sides."""
    return _kinds(scene, candidate, reading) is not None


def _same_sort(candidate: Traits, reading: Reading) -> bool:
    """ "الاستقبال" takes up a verb of receiving; talks are no other name of a signing."""
    if reading.spot.noun.group == "reception":
        return any(found is not None and found[0] in ("receive", "meet") for found in map(verb_class, candidate.lemmas))
    if reading.spot.noun.kind == "summit" and "same" in reading.spot.marks and not candidate.headline:
        return reading.spot.noun.lemma in candidate.lemmas  # "هذه القمة" is no session of a conference
    if reading.spot.noun.group == "gathered" and candidate.groups & {"verb", "talks"}:
        return False
    if (reading.spot.noun.group == "dialogue") != ("dialogue" in candidate.groups):
        return False  # "الحوار الوطني" is no other name of "اجتماع"
    if reading.spot.noun.group == "round" and reading.details.edition is not None and candidate.groups == {"noun"}:
        return False  # "الجولة الـ21" is no name of "اجتماع وزراء الخارجية"
    encounter = candidate.groups == {"verb"} or (candidate.groups == {"talks"} and reading.details.edition is not None)
    term = reading.spot.noun.lemma == "دوره" and not candidate.editions and "دوره" not in candidate.lemmas
    if term and (encounter or candidate.firm_kinds == {"bilateral"}):
        return False  # "في الدورة الخريفية", "دورته السابعة": a term is no name of an encounter
    two = reading.spot.noun.group in ("talks", "verb")
    return not (reading.spot.noun.group == "talks" and candidate.groups == {"signing"}) and not (
        two and "gathered" in candidate.groups
    )


def _kinds(scene: Scene, candidate: Traits, reading: Reading) -> float | None:
    """Talks of two sides and gatherings of many exclude each other; so do summits and meetings of ministers."""
    kind = "bilateral" if reading.spot.noun.group in ("talks", "verb") else reading.details.kind
    kinds = candidate.firm_kinds
    met = not reading.spot.anaphoric and kind == "other" and len(reading.details.partners) > 1
    if met and "summit" in kinds and not candidate.partners and (not candidate.headline or _beside_summit(scene, reading)):
        return None  # "اجتماع عقده فلان مع علان" in the city of a summit
    of_people = kinds == {"other"} and bool(candidate.partners) and not candidate.headline
    if of_people and kind == "summit" and not reading.details.partners:
        return None
    loose = reading.spot.anaphoric and not reading.spot.verb and reading.spot.noun.group not in ("talks",)
    if kind == "bilateral":
        if "bilateral" in kinds:
            return 0.2
        if kinds == {"other"} and candidate.body_key is None:
            return None if only_of_two(reading) and candidate.partners else 0.0
        return 0.0 if loose and not reading.details.partners else None
    if kinds == {"bilateral"}:
        return 0.0 if kind == "other" and body_key(reading.details) is None else None
    if kind in kinds:
        return 0.4 if kind == "summit" and candidate.headline else 0.2
    if ("summit" in kinds) != (kind == "summit"):
        others = kinds if kind == "summit" else {kind}
        return None if "ministerial" in others or "working_group" in others else 0.0
    if {"working_group", "ministerial"} <= {kind, *kinds}:
        return None
    return 0.0


def _beside_summit(scene: Scene, reading: Reading) -> bool:
    """Does the sentence of a meeting name a summit as well?"""
    sentence = reading.spot.sentence
    forms = (scene.noun(i) for i in range(sentence.first, sentence.last))
    return any(form is not None and form.noun.kind == "summit" for form in forms)


def _qualities(scene: Scene, candidate: Traits, reading: Reading) -> float | None:
    """ "المؤتمر العادي" is not "المؤتمر الاستثنائي"."""
    mine, theirs = reading.adjectives, candidate.adjectives
    if "contrast" in reading.spot.marks and not candidate.headline and not mine & adjectives() <= theirs:
        return None  # "أما الاجتماع الوزاري الموسع": not the one spoken of so far
    for one, other in opposites():
        if (one in mine and other in theirs) or (other in mine and one in theirs):
            return None
    of_its_own = words("extraordinary")
    extra = of_its_own & mine and not of_its_own & theirs and reading.details.edition is None
    if extra and candidate.editions:
        return None
    part = "part" in reading.spot.marks and reading.status.value == "held"  # "الجلسة الافتتاحية"
    if candidate.headline or not reading.spot.definite or part or reading.spot.noun.lemma in candidate.lemmas:
        return 0.0
    said = next((kind for kind in ("bilateral", "ministerial") if kind in candidate.kinds), None)
    own = (mine & adjectives()) - (words(said) if said is not None else set()) - words("previous") - words("following")
    if own and not own & theirs and scene.norm(reading.spot.last) in words("subject_is"):
        return None  # "الملتقى العربي حول الصحة": told in full
    return -0.8 if own and not own & theirs else 0.0


@cache
def opposites() -> tuple[tuple[str, str], ...]:
    """Adjectives that exclude each other."""
    pairs = [pair.partition("/") for pair in sorted(words("opposites"))]
    return tuple((one.removesuffix("ه"), other.removesuffix("ه")) for one, _, other in pairs)


def _places(scene: Scene, candidate: Traits, reading: Reading) -> float | None:
    return _same_place(candidate.where, reading.details)


def same_place(candidate: Cluster, details: Details) -> float | None:
    """How well a place fits those of a meeting; None where they are different ones."""
    return _same_place({where(m.details.place) for m in candidate.members if m.details.place is not None}, details)


def _same_place(places: set[tuple[str | None, str | None]], details: Details) -> float | None:
    if details.place is None:
        return 0.0
    best = 0.0
    city, country = where(details.place)
    for other, land in places:
        if city and other:
            if city != other:
                return None
            best = 1.2
        elif country and land:
            if country != land:
                return None
            best = max(best, 0.6)
    return best


def _editions(scene: Scene, candidate: Traits, reading: Reading) -> float | None:
    edition = reading.details.edition
    if edition is None or not candidate.editions:
        return 0.0
    return 1.2 if edition[0] in candidate.editions else None


def _names(scene: Scene, candidate: Traits, reading: Reading) -> float | None:
    """ "قمة المناخ", "مؤتمر المناخ المقبل", "المؤتمر حول المناخ": its name speaks for or against a meeting."""
    mine = complement(scene, reading)
    if mine is None:
        return same_subject(candidate, reading)
    people = "ministerial" if mine in words("ministers") else "summit" if mine in words("leaders_of_states") else None
    if mine in candidate.names or mine in candidate.subjects or people in candidate.firm_kinds:
        return 1.0  # "اجتماع الوزراء"
    return -0.6 if candidate.names else 0.0


def _told(scene: Scene, candidate: Traits, reading: Reading) -> float | None:
    """What is still to come is not what was held: "الاجتماع المقبل" beside the meeting that the article reports."""
    spot, status = reading.spot, reading.status
    held, off = candidate.told.get("held", 0.0), status.value in _OFF and status.strength >= 3.5
    only_meant = max(candidate.told.get(value, 0.0) for value in ("planned", *_OFF)) >= 3.5 and held < 2.0
    if off and held >= 3.0 and not candidate.headline and candidate.told.keys() == {"held"}:
        return None  # "كانت تونس قد احتضنت القمة الثلاثين … وأثار تأجيل القمة"
    if only_meant and not spot.anaphoric and status.value == "held" and status.strength >= 4.4:
        return None  # "قرر المجلس عقد جلسة في … جاء ذلك في جلسة أمس"
    if "same" in spot.marks or status.value != "planned" or "planned" in candidate.told:
        return 0.0
    if told_then(reading.details) and spot.anaphoric:
        return 0.0  # "افتتحت القمة اليوم … وتختتم القمة غدا": the last day of the meeting that is on
    if "following" in spot.marks:
        return None if held >= (3.0 if spot.noun.lemma in candidate.lemmas else 1.8) else 0.0
    return None if status.strength >= 4.0 and held >= 3.0 else 0.0


def _people(scene: Scene, candidate: Traits, reading: Reading) -> float | None:
    """The sides of talks must be the same; of a side that is only an office the country must be."""
    details = reading.details
    if details.kind not in ("bilateral", "other") or not details.partners:
        return 0.0
    mine = sides_of(scene, details)
    known = candidate.partners
    if not known:
        hits = candidate.everyone.hits(mine)
        if len(mine) >= 2 and candidate.everyone.count >= 2 and hits < 2:
            return None
        return 0.6 if hits else 0.0
    best = 0
    for theirs in known:
        hits = sum(any(match(side, other) for other in theirs) for side in mine)
        if len(mine) > 1 and len(theirs) > 1 and hits < 2 and not (hits and candidate.headline):
            return None
        best = max(best, hits)
    if "next" in reading.spot.marks and best < 2 and not candidate.headline:
        return None  # "ثم استقبل": somebody else
    unnamed = any(side[0] is None for sides in (mine, *known) for side in sides)
    if not best and unnamed and candidate.headline:
        return 0.0  # a headline often gives the office alone
    return (0.6 if best < 2 else 0.8) * best if best else None
