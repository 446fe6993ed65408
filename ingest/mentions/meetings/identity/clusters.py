"""Which spots of an article speak of the same meeting.

Spots are read in the order of the text. A spot joins the latest meeting with which nothing clashes (place, date, edition,
body, the people, the number of parties) and with which something agrees; "الاجتماع", "هذا اللقاء" join the latest meeting
that is compatible; anything else is a meeting of its own. Headlines are read like the rest and usually stay the first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ingest.mentions.meetings.date.undated import is_undated
from ingest.mentions.meetings.detection.prepared import PREPARED
from ingest.mentions.meetings.identity.agreement import Cluster, agreement, same_place
from ingest.mentions.meetings.identity.plans import as_it_was
from ingest.mentions.meetings.identity.predicate import told_of
from ingest.mentions.meetings.lexicon import adjectives, words
from ingest.mentions.meetings.scene import Scene, bare
from ingest.mentions.meetings.traits import (
    ABOUT,
    Reading,
    Side,
    Traits,
    body_key,
    complement,
    match,
    side_of,
    sides_of,
    time_of,
)
from ingest.sentences import are_apart
from kg.claim import PartialDate

_CALLED_OFF = 4.6  # how surely a meeting was called off that is not "the meeting" of what follows
_NEAR = 24  # meetings that a reader of a long text keeps in mind


def cluster(scene: Scene, readings: Sequence[Reading]) -> list[Cluster]:
    """The meetings of an article. Spots on the margins of another meeting must have been taken out before."""
    clusters: list[Cluster] = []
    near: list[tuple[Traits, Cluster]] = []  # those spoken of last
    today = scene.document.reference.date
    for reading in readings:
        latest = max((t.last for t, _ in near if today is None or not _in_passing(t, reading, today)), default=-1)
        needed = _needed(scene, reading)
        fitting = []
        for traits, item in near:
            score = agreement(scene, traits, reading)
            bonus = 0.5 if traits.last == latest and reading.spot.definite else 0.0
            # A headline is retold below it: less must agree.
            if score is not None and score + bonus >= (min(needed, 1.1) if traits.headline else needed):
                fitting.append((score, traits, item))
        subject = told_of(scene, reading, near)
        if subject is not None:
            traits, item = subject
        elif fitting:
            key = _recency if needed == 0.0 else _closeness
            _, traits, item = max(fitting, key=lambda found: key(found[0], found[1], reading, today))
            reading = as_it_was(traits, reading)
        else:
            traits, item = Traits(scene), Cluster()
            clusters.append(item)
            near = [*sorted(near, key=lambda pair: pair[0].last)[-_NEAR + 1 :], (traits, item)]
        item.members.append(reading)
        traits.join(reading)
    return clusters


def _closeness(score: float, candidate: Traits, reading: Reading, today: PartialDate | None) -> tuple[bool, float, int]:
    """ "الاجتماع", at a place told again, is none of those that the article only looks back on."""
    back = reading.spot.definite and reading.details.date is None and _is_old(candidate, reading, today)
    return not back, score, candidate.last


def _recency(
    score: float, candidate: Traits, reading: Reading, today: PartialDate | None
) -> tuple[bool, bool, bool, bool, bool, bool, int]:
    """ "الاجتماع" means the meeting spoken of last, one called so before others, one of its kind; never a former one."""
    old = _is_old(candidate, reading, today)
    next_one = "following" in candidate.marks and candidate.count == 1  # named once in passing
    first = bare(candidate.scene.norm(reading.spot.first - 1)) in words("came_first")  # "وسبق القمة اجتماع"
    over = reading.status.value == "held" and (reading.status.strength > 1.0 or next_one or first)
    former = old or "previous" in candidate.marks or (over and set(candidate.told) == {"planned"})
    lemma, kind = reading.spot.noun.lemma, reading.details.kind
    mere_talks = candidate.groups == {"talks"} and not (candidate.partners or candidate.where or candidate.times)
    called = (lemma in words("any_noun") and not mere_talks) or lemma in candidate.lemmas
    off = candidate.told.get("cancelled", 0.0) >= _CALLED_OFF and not candidate.headline
    # "لعقد اجتماع مع المبعوث، إلا أن الاجتماع ألغي"
    off = off and candidate.sentence is not reading.spot.sentence and reading.status.value != "cancelled"
    # "عقدا قبيل الاجتماع لقاء. وقال بعد الاجتماع …"
    around = f"around {lemma}" in candidate.marks and lemma not in candidate.lemmas
    # "شارك في اجتماع المجلس على هامش الدورة. وجرى الاجتماع …": named once, for the margins of what the article reports.
    edge = candidate.count == 1 and "main" in candidate.marks and not candidate.headline and lemma not in candidate.lemmas
    aside = bool({"frame", PREPARED} & candidate.marks) or off or around or edge
    same = lemma in candidate.lemmas
    own = reading.adjectives & adjectives()  # "القمة العربية" behind "القمة العربية الخامسة" and "القمة الإسلامية"
    so = bool(own) and same and own <= candidate.adjectives
    like = kind in ("other", "conference") or kind in candidate.kinds
    return not aside, not former, so, called, same, like, candidate.last


def _is_old(candidate: Traits, reading: Reading, today: PartialDate | None) -> bool:
    """Was a meeting held in an earlier year, or in an earlier month and is told only in passing?"""
    if candidate.count == 1 and not candidate.headline and candidate.scene.norm(candidate.last - 1) in words("when"):
        return candidate.sentence is not reading.spot.sentence  # "هو الأول منذ 2014، حين التأم الوزراء في …"
    if today is None:
        return False
    starts = [start for start, _ in candidate.times if not is_undated(start)]
    return (bool(starts) and all(start.year < today.year for start in starts)) or _in_passing(candidate, reading, today)


def _in_passing(candidate: Traits, reading: Reading, today: PartialDate) -> bool:
    """ "ما تحقق منذ قمة بو في يناير": one of an earlier month, named once in another paragraph, is not "the meeting"."""
    if candidate.count > 1 or candidate.headline or candidate.sentence is None:
        return False
    if not are_apart(candidate.scene.document.text, candidate.sentence, reading.spot.sentence):
        return False
    starts = [start for start, _ in candidate.times if not is_undated(start)]
    return bool(starts) and all(_months_ago(start, today) for start in starts)


def _months_ago(start: PartialDate, today: PartialDate) -> bool:
    if start.month is None or today.month is None:
        return start.year < today.year
    months = 12 * (today.year - start.year) + today.month - start.month
    return months > 1 or (months == 1 and (start.day is None or today.day is None or start.day <= today.day))


def _needed(scene: Scene, reading: Reading) -> float:
    """How much must agree before a spot joins a meeting."""
    spot = reading.spot
    if "same" in spot.marks or (spot.definite and not _own(reading)):
        return 0.0
    if spot.definite and reading.details.edition is not None and _of_own_body(reading) and reading.details.date is not None:
        return 1.6  # "المؤتمر الثاني لحزب العمل سنة 1970" is named in full
    if spot.anaphoric or "main" in spot.marks:
        return 0.5
    return 1.0 if _construct(reading) or complement(scene, reading) else 1.7


def _construct(reading: Reading) -> bool:
    """Is an indefinite noun made definite by its body or place ("اجتماع التحالف", "قمة مدريد")?"""
    details, last = reading.details, reading.spot.last
    of_body = details.body is not None and details.body.prefix == "ل" and reading.spot.noun.group == "noun"
    if of_body and details.date is not None:
        return details.place is not None and details.place.first <= last + 1  # "اجتماع للمجلس في 4 مارس": one of several
    of_day = details.date is not None and details.date.first == last and not details.date.prefix  # "قمة اليوم"
    named = ABOUT in reading.spot.marks or any(p is not None and p.first <= last + 1 for p in (details.body, details.place))
    return named or of_day or bool(reading.spot.verb)


def _of_own_body(reading: Reading) -> bool:
    body = reading.details.body
    return body is not None and body.prefix.endswith("ل") and body.first <= reading.spot.last + 1


def _own(reading: Reading) -> bool:
    """Does a spot say anything of its own that identifies a meeting?"""
    details = reading.details
    return bool(details.place or details.date or details.edition or body_key(details) or details.partners)


def on_margins(scene: Scene, side: Sequence[Reading], clusters: Sequence[Cluster]) -> set[int]:
    """The numbers of the clusters whose talks are those that another sentence puts on the margins of a meeting."""
    main = {m.spot.sentence.index: c for c in clusters for m in c.members if "main" in m.spot.marks} if side else {}
    told: dict[tuple[Side, ...], list[Cluster | None]] = {}
    for reading in side:
        told.setdefault(_told(scene, reading), []).append(main.get(reading.spot.sentence.index))
    return {number for number, item in enumerate(clusters) if told and _same_talks(scene, item, told, clusters)}


def _told(scene: Scene, side: Reading) -> tuple[Side, ...]:
    """Everybody who is told to talk on the margins: both sides, else all of the sentence."""
    two = side.details.partners
    found = (side_of(scene, person) for person in (two if len(two) > 1 else (*two, *side.details.parties)))
    return tuple(one for one in found if one is not None)


def _same_talks(
    scene: Scene, item: Cluster, told: Mapping[tuple[Side, ...], Sequence[Cluster | None]], others: Sequence[Cluster]
) -> bool:
    if "bilateral" not in item.kinds or item.body_key is not None:
        return False
    for mine in {_two(scene, member) for member in item.members}:
        for theirs, mains in told.items() if len(mine) >= 2 else ():
            both = sum(any(match(s, o) for o in theirs) for s in mine) >= 2
            if both and any(main is None or _may_be_beside(item, main) for main in mains):
                return True
    if () not in told or item.first_of("date") is not None:
        return False
    return item.first_of("place") is None or any(
        same_place(other, item.members[0].details) for other in others if other is not item
    )


def _two(scene: Scene, member: Reading) -> tuple[Side, ...]:
    """The sides of talks; of "the talks that two held" the only two of their sentence."""
    sides = tuple(sides_of(scene, member.details))
    held = member.spot.noun.group == "talks" and member.spot.definite and len(member.details.parties) == 2
    return sides or (_told(scene, member) if held else ())


def _may_be_beside(item: Cluster, main: Cluster) -> bool:
    """Whether talks can be on the margins of a meeting: they are told neither of another place nor of another month."""
    months = [{(t[0].year, t[0].month) for m in c.members if (t := time_of(m.details)) and t[0].month} for c in (item, main)]
    if all(months) and months[0].isdisjoint(months[1]):
        return False
    return all(same_place(main, member.details) is not None for member in item.members)
