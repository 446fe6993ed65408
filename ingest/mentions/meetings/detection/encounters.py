"""Meetings told by a verb or its verbal noun: "التقى", "بحث مع", "لدى استقباله", "تسلم أوراق اعتماد", "انعقد المجلس"."""

from __future__ import annotations

from itertools import islice

from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.meetings.detection import gatherings
from ingest.mentions.meetings.detection.called_so import called_so
from ingest.mentions.meetings.detection.granted import greets, is_delegation, is_guest, of_delegation, with_pronoun
from ingest.mentions.meetings.detection.implied import implied_subject
from ingest.mentions.meetings.detection.nations import unnamed_meet
from ingest.mentions.meetings.detection.no_encounter import (
    at_a_match,
    by_telephone,
    is_welcome,
    not_only,
    on_arrival,
    rumoured,
    with_credentials,
)
from ingest.mentions.meetings.detection.pairs import pair_meets
from ingest.mentions.meetings.detection.rounds import one_of_them, resumed, together_again
from ingest.mentions.meetings.detection.sittings import panel_meets
from ingest.mentions.meetings.detection.to_be_held import SESSION, to_be_held
from ingest.mentions.meetings.detection.verbal_nouns import received_from
from ingest.mentions.meetings.lexicon import TALKS, Noun, any_of, verb_class, words
from ingest.mentions.meetings.parties.conveners import board_meets, body_in_front, subject_body
from ingest.mentions.meetings.parties.going_on import taken_up
from ingest.mentions.meetings.scene import PARTIES, Scene, Spot, bare
from ingest.mentions.meetings.status.last_held import is_denied, since_when
from ingest.parts import Sentence

_TALK = 8  # tokens between a subject and "مع", without days and places
_CLAUSE = 24  # tokens behind a subject in which "مع" may stand at all
_CIRCUMSTANCES = frozenset({Kind.DATE, Kind.PLACE, Kind.COUNTRY, Kind.NUMBER})


def encounter(scene: Scene, sentence: Sentence, at: int) -> Spot | None:
    """The spot of a verb of meeting that has its sides, or whose subject convenes."""
    found = verb_class(scene.norm(at))
    if found is None or scene.at(at) is not None:
        return None
    if _never_was(scene, sentence, at) or rumoured(scene, sentence, at) or at_a_match(scene, sentence, at):
        return None
    group, prefix = found
    if pair_meets(scene, sentence, at, group):
        spot = _spot(scene, sentence, at, "gather", prefix)
        spot.marks.add("pair")
        return spot
    if unnamed_meet(scene, sentence, at, group) and not by_telephone(scene, sentence):
        return _spot(scene, sentence, at, "confer" if group == "discuss" else group, prefix)
    alone = group in ("meet", "discuss") and gatherings.meet_alone(scene, sentence, at)
    alone = alone and not called_so(scene, sentence, at)
    if alone or (group == "meet" and gatherings.states_meet(scene, sentence, at)):
        return Spot(at, at + 1, sentence, SESSION, "other", prefix, len(prefix), verb="assemble")
    if group in ("agree", "return", "sit"):
        return _together(scene, sentence, at, group, prefix)
    if group in ("resume", "one"):
        return resumed(scene, sentence, at, prefix) if group == "resume" else one_of_them(scene, sentence, at)
    if group in ("guest", "greet"):
        beside = is_guest(scene, sentence, at) if group == "guest" else greets(scene, sentence, at)
        return _spot(scene, sentence, at, "meet", prefix) if beside else None
    if group == "discuss":
        told = _spot(scene, sentence, at, "confer", prefix) if _discusses(scene, sentence, at) else None
        return told or taken_up(scene, sentence, at, "confer", prefix)
    if group == "credentials":
        return _spot(scene, sentence, at, "receive", prefix) if with_credentials(scene, sentence, at) else None
    if group == "hold":
        return to_be_held(scene, sentence, at)
    welcomed = group == "receive" and (on_arrival(scene, sentence, at) or is_welcome(scene, at))
    if welcomed or (group == "confer" and by_telephone(scene, sentence)):
        return None
    if group in ("gather", "assemble", "convene"):
        if (again := together_again(scene, sentence, at, prefix)) is not None:
            return again
        if gatherings.assembles(scene, sentence, at):
            return _assembled(scene, sentence, at, prefix)
    if group in TALKS and _two_sides(scene, sentence, at, group):
        return _spot(scene, sentence, at, group, prefix)
    if group in TALKS and (taken := taken_up(scene, sentence, at, group, prefix)) is not None:
        return taken
    if group in ("convene", "gather"):
        body = subject_body(scene, sentence, at) or body_in_front(scene, sentence, at)
        if body is not None:
            return Spot(at, at + 1, sentence, SESSION, "other", prefix, len(prefix), verb="convene")
        return _board(scene, sentence, at, prefix)
    return None


def _assembled(scene: Scene, sentence: Sentence, at: int, prefix: str) -> Spot | None:
    if called_so(scene, sentence, at):
        return None
    last = at + 1 + (scene.norm(at + 1) in words("union"))  # "التأم شمل القادة"
    return Spot(at, last, sentence, SESSION, "other", prefix, len(prefix), verb="assemble")


def _board(scene: Scene, sentence: Sentence, at: int, prefix: str) -> Spot | None:
    """A board or a panel of experts without a name, which meets."""
    marks = {"panel"} if panel_meets(scene, sentence, at) else set()
    if marks or board_meets(scene, sentence, at):
        return Spot(at, at + 1, sentence, SESSION, "other", prefix, len(prefix), verb="assemble", marks=marks)
    return None


def _never_was(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "قابل القرار بالرفض"; "لم يلتق", but not "لم يجتمع المجلس منذ ماي 2016": it met then."""
    if bare(scene.norm(at)) in words("also_faced") and not _beside_somebody(scene, sentence, at):
        return True
    if scene.norm(at - 1) not in words("no_event_before") or not_only(scene, sentence, at):
        return False
    return not (is_denied(scene, at) and since_when(scene, at, sentence.last) is not None)


def _together(scene: Scene, sentence: Sentence, at: int, group: str, prefix: str) -> Spot | None:
    """People without names who agree on something, come back or sit down at a table; two who sit down at one."""
    if group == "sit" and gatherings.at_one_table(scene, sentence, at):
        return _spot(scene, sentence, at, "confer", prefix)
    gathering = Spot(at, at + 1, sentence, SESSION, "other", prefix, len(prefix), verb="assemble")
    if group == "agree":
        return gathering if gatherings.agree_together(scene, sentence, at) else None
    if gatherings.sit_down(scene, sentence, at):
        return gathering
    if group == "return" and gatherings.return_together(scene, sentence, at):
        gathering.marks |= {"back", "new"}
        return gathering
    return None


def _beside_somebody(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "قابل الوزير", "الوزير يقابل": somebody stands right behind the verb, or in front of it as its subject."""
    behind = scene.at(at + 1)
    if behind is not None and _thing(scene, behind.last):
        return False  # "قابل الوزير القرار بالرفض"
    return (behind is not None and behind.kind in PARTIES) or subject_before(scene, sentence, at) is not None


def _thing(scene: Scene, index: int) -> bool:
    """A definite noun that is nobody's name or office and no delegation."""
    word = scene.norm(index)
    people = word in words("one_office") or is_delegation(scene, index)
    return scene.at(index) is None and word.startswith("ال") and not people


def _spot(scene: Scene, sentence: Sentence, at: int, group: str, prefix: str) -> Spot:
    noun = Noun(scene.norm(at), "bilateral", "verb")
    spot = Spot(at, at + 1, sentence, noun, "bilateral", prefix, len(prefix), verb=group)
    if any(scene.norm(i).removeprefix("و") in words("sequel") for i in range(max(at - 2, sentence.first), at)):
        spot.marks.add("next")  # "ثم استقبل": somebody else
    return spot


def _discusses(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "بحث الوزير مع نظيره", "الوزير يبحث مع نظيره": both named, and not on the telephone."""
    if scene.norm(at - 1) in words("verbal_noun_before") or by_telephone(scene, sentence):
        return False
    subject = scene.at(at + 1)
    if subject is not None and subject.kind in PARTIES and not subject.prefix:
        start = subject.last
    else:
        subject = subject_before(scene, sentence, at) or implied_subject(scene, sentence, at)
        start = at + 1
    if subject is None:
        return False
    steps = 0
    for index in range(start, min(start + _CLAUSE, sentence.last - 1)):
        word, beside = scene.norm(index), scene.at(index)
        steps += beside is None or beside.kind not in _CIRCUMSTANCES
        if steps > _TALK:
            return False
        if word == "مع" and scene.at(index) is None:
            partner = scene.at(index + 1) or scene.at(index + 2)
            return is_delegation(scene, index + 1) or (partner is not None and partner.kind in PARTIES)
        if word in ".؛؟:" or (scene.noun(index) is not None and scene.at(index) is None):
            return False
    return False


def subject_before(scene: Scene, sentence: Sentence, at: int) -> Mention | None:
    """Somebody who stands right in front of a verb as its subject: "الرئيس فلان، قد التقى"."""
    index = at - 1
    while index >= sentence.first and scene.at(index) is None and (
        scene.norm(index) in "،," or scene.norm(index) in words("had")
    ):
        index -= 1
    mention = scene.at(index) if index >= sentence.first else None
    return mention if mention is not None and mention.kind in PARTIES else None


def _two_sides(scene: Scene, sentence: Sentence, at: int, group: str) -> bool:
    """Does a verb of meeting have two parties in its sentence: one before or after it, another after it?"""
    after = [m for m in scene.between(at + 1, min(at + 40, sentence.last)) if m.kind in PARTIES]
    before = [m for m in scene.between(max(at - 40, sentence.first), at) if m.kind in PARTIES]
    both = bare(scene.norm(at)) in words("two_meet")
    two = both and (_pair(scene, sentence, at) or _in_front(scene, sentence, at, before))
    if two or (group == "meet" and _delegations(scene, sentence, at)):
        return True
    if with_pronoun(scene, sentence, at) or (group in ("meet", "gather") and of_delegation(scene, sentence, at)):
        return True
    if after and _delegation_meets(scene, at, group, after[0]):
        return True
    then = bare(scene.norm(at - 1)) in words("sequel")
    if group in ("meet", "receive") and before and then and is_delegation(scene, at + 1):
        return True  # "اجتمع فلان مع علان، ثم التقى وفدا"
    if group in ("meet", "receive") and _met(scene, sentence, at, group, before, after):
        return True
    if group == "receive" and not _thing(scene, at + 1) and received_from(scene, sentence, at + 1):
        return True
    if group in ("confer", "gather") and not _joined(after):
        stretch, others = _clause_of(scene, at, sentence), tuple(words("begins_with_other"))
        beside = bool(after) and after[0].prefix.endswith("ب") and after[0].first <= at + 2
        with_somebody = any(bare(scene.norm(i)) == "مع" or scene.norm(i).startswith(others) for i in stretch)
        with_somebody = with_somebody or any(scene.norm(i) in words("with_each") for i in stretch)
        beside = beside or any(m.prefix.endswith("ب") and m.first < at + _CLAUSE for m in after[1:2])
        if not (beside or with_somebody or (group == "gather" and _to_somebody(scene, stretch))):
            return False
    return len(after) >= 2 or bool(after and before)


def _in_front(scene: Scene, sentence: Sentence, at: int, before: list[Mention]) -> bool:
    """ "الرئيس فلان ونظيره علان التقيا في …": two joined by و right in front of the verb."""
    return _joined(before[-2:]) and subject_before(scene, sentence, at) is before[-1]


def _clause_of(scene: Scene, at: int, sentence: Sentence) -> list[int]:
    """The tokens behind a verb among which "with" stands, without the days and places between them."""
    behind = range(at + 1, min(at + _CLAUSE, sentence.last))
    free = (i for i in behind if (m := scene.at(i)) is None or m.kind not in _CIRCUMSTANCES)
    return list(islice(free, 13))


def _to_somebody(scene: Scene, stretch: list[int]) -> bool:
    """ "اجتمع الوزير إلى نظيره": met with him."""
    led = (scene.at(i + 1) for i in stretch if scene.norm(i) == "الي")
    return any(m is not None and m.kind in PARTIES for m in led)


def _delegation_meets(scene: Scene, at: int, group: str, other: Mention) -> bool:
    """ "اجتمع الوفد برئيس الجمهورية": a delegation is the subject of the verb."""
    if scene.at(at + 1) is not None or bare(scene.norm(at + 1)) not in words("one_delegation"):
        return False
    direct = other.first <= at + 5 and (other.prefix.endswith("ب") or group in ("meet", "confer"))
    return direct or any(scene.norm(i) == "مع" for i in range(at + 2, other.first))


def _delegations(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "التقى وفد من الحركة وفدا من الحزب", "وفد الحركة يلتقي وفد الحزب": two of them, one beside the verb."""
    around = range(max(at - 14, sentence.first), min(at + 20, sentence.last))
    found = [i for i in around if bare(scene.norm(i)).removeprefix("ب").removeprefix("ال") in words("one_delegation")]
    return len(found) >= 2 and found[-1] > at


def _pair(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "كان الرئيسان قد التقيا في …": two who need no name, where or when they met."""
    again = any(scene.norm(i) in words("anew") for i in range(at + 1, min(at + 3, sentence.last)))
    front = range(max(at - (_CLAUSE if again else 4), sentence.first), at)
    both = any_of("pairs", "both_had")
    if not any(bare(scene.norm(i)) in both for i in front):
        return False
    behind = scene.between(at + 1, min(at + 9, sentence.last))
    return any(m.kind is Kind.DATE or (m.kind is Kind.PLACE and "area" not in m.tags) for m in behind)


def _joined(after: list[Mention]) -> bool:
    """ "اجتمع الرئيس فلان ونظيره علان": two who stand behind the verb, joined by و."""
    return len(after) >= 2 and after[1].prefix.startswith("و") and after[1].first - after[0].last <= 1


def _met(scene: Scene, sentence: Sentence, at: int, group: str, before: list[Mention], after: list[Mention]) -> bool:
    """One side is a person or office beside the verb; is the other a body, or a noun in the object's place?"""
    gap = range(before[-1].last if before else at, at)
    if before and all(scene.norm(i) in "،," or scene.norm(i) in words("had") for i in gap) and at + 1 < sentence.last:
        follower = scene.at(at + 1)
        if group == "receive" and follower is not None and follower.kind is Kind.DATE:
            return follower.last < sentence.last and scene.norm(follower.last) not in ".؛:"  # "قد استقبل أمس المكلف بـ…"
        return follower is None or follower.kind in COLLECTIVES or follower.kind in PARTIES
    if not after or after[0].first > at + 3:
        return False
    behind = range(after[0].last, min(after[0].last + 5, sentence.last))
    if _meets_delegation(scene, sentence, after[0]):
        return True
    return any(
        (scene.norm(i).startswith("ب") and len(scene.norm(i)) > 4)
        or scene.norm(i).removeprefix("ال").startswith(tuple(words("groups")))
        for i in behind
    )


def _meets_delegation(scene: Scene, sentence: Sentence, subject: Mention) -> bool:
    """ "استقبل الرئيس فلان، أمس في القصر، وفدا من …": behind times and places stands a delegation."""
    for index in range(subject.last, min(subject.last + 14, sentence.last)):
        word = scene.norm(index)
        if word in ".؛:" or bare(word) in words("saying") or word in words("relative"):
            return False
        if scene.at(index) is None and is_delegation(scene, index):
            return bare(scene.norm(index - 1)) not in words("bystanders")
    return False
