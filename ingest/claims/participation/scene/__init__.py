"""Who has a part in a meeting, told by whatever predicate: the reader behind the rules of `patterns/participation/`.

A rule knows a construction with its words. Here a predicate is known by what it means (`lexicon/scene_verbs.tsv`); who is
its subject has the role of that meaning, wherever the subject stands, if the predicate is tied to a meeting of the article.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile

from ingest.claims.modality import modality_of
from ingest.claims.participation.left_out import is_no_absence, is_venue, stands_left_out
from ingest.claims.participation.meeting import is_talk, is_to_come
from ingest.claims.participation.memory import Memory
from ingest.claims.participation.part import ROLES
from ingest.claims.participation.scene import errand, nominal
from ingest.claims.participation.scene.elsewhere import is_elsewhere
from ingest.claims.participation.scene.goes_on import joined
from ingest.claims.participation.scene.lexicon import VERBS, Use, is_, uses, words
from ingest.claims.participation.scene.phrase import is_definite
from ingest.claims.participation.scene.scene import Scene
from ingest.claims.participation.scene.subject import (
    Subject,
    among,
    before,
    behind,
    caller,
    listed,
    of_clause_before,
    once,
    relative,
    sayer,
    with_other,
)
from ingest.claims.participation.scene.tie import near, tie
from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.sieve import Sieve
from ingest.skeleton import Skeleton
from kg.claim import Modality

_FAR = 10  # elements in front of a participle in which it is denied
_JOINED = 7  # elements from a word of joining to what is joined
_LED = 5  # elements in front of "who heads it" in which they stand
_OF_IT = ("stage", "part", "invitation", "prepositions", "adverbs", "universal", "any")  # behind "حضور": of the meeting
_NOMINAL = (
    ("scene.beside_him", "attendee", nominal.beside), ("scene.at_the_head", "representative", nominal.at_the_head),
    ("scene.all_but", "absent", nominal.left_out), ("scene.all_away_but", "attendee", nominal.stayed_but),
)


def complete(skeleton: Skeleton, memory: Memory) -> None:
    """Adds the parts that the predicates of a sentence tell and no rule has read."""
    if memory.main is None and memory.reception is None and not any(m.kind is Kind.MEETING for m in skeleton.mentions):
        return
    sentence, reading = skeleton.sentence, skeleton.reading
    places = reading.once("scene", 0, lambda: reading.document.sifted(_telling))
    here = places[bisect_left(places, sentence.first) : bisect_left(places, sentence.last)]
    if not here:
        return
    scene = Scene.of(skeleton, memory)
    last_read = takewhile(lambda verb: verb[1] >= sentence.first, reversed(memory.read))  # in the order of the sentences
    taken, wanted = {at for _, at in last_read}, set(here)
    for at, element in enumerate(scene.row.elements):
        if element.first not in wanted or scene.kind(at) is not None or scene.row.inside[at]:
            continue
        if element.first not in taken:
            _read(scene, at)
        _take_nominal(scene, at)


_telling = Sieve(lambda norm: uses(norm) or nominal.tells(norm))


def _read(scene: Scene, at: int) -> None:
    """Reads a word as the first of its uses that tells a part."""
    for use in uses(scene.norm(at)):
        told = scene.has_ground or use.group.near or use.pronoun
        if told and _is_read(scene, at, use) and _take(scene, at, use):
            return


def _take_nominal(scene: Scene, at: int) -> None:
    """Adds the parts that are told without a verb."""
    if not nominal.tells(scene.norm(at)):
        return
    for name, role, find in _NOMINAL:
        subject = find(scene, at)
        meeting = None if subject is None else near(scene, at)
        if subject is None or meeting is None or meeting.referent is None:
            continue
        span, held = scene.row.span(at, subject.last), Modality.PLANNED if is_to_come(meeting) else Modality.ASSERTED
        for actor in subject.people:
            if span is not None and not _has_other(scene.memory, meeting, actor, role):
                scene.memory.put(name, span, scene.skeleton.sentence, actor, role, meeting.referent, held)


def _is_read(scene: Scene, at: int, use: Use) -> bool:
    """Whether the word may be what it is read as: "على رأس" is no verb, "قادة" has no pronoun."""
    if use.pronoun and scene.is_closed(at):
        return False
    return use.form not in VERBS or at == 0 or not is_(scene.norm(at - 1), "governing")


def _take(scene: Scene, at: int, use: Use) -> bool:
    end = scene.ends(at, use.group.calls)
    if (use.group.object and not _has_object(scene, at, end, use)) or _is_ruled_out(scene, at, end, use):
        return False
    if use.group.role == "chair" and _leads_people(scene, at, use):
        return False  # that is read as leading a delegation
    meeting, is_near = tie(scene, at, end, use)
    if meeting is None or meeting.referent is None:
        return False
    if is_near and use.group.role == "absent" and any(is_(scene.norm(i), "joining") for i in range(at + 1, end)):
        return False  # "تراجعت الأرجنتين عن الانضمام": to the body
    named = any(scene.mention(i) is meeting for i in range(at, end))
    if is_elsewhere(scene.skeleton, scene.row.elements[at].first, meeting, named):
        return False
    if use.group.role == "absent" and is_no_absence(scene.skeleton, scene.row.elements[at].first, meeting):
        return False
    subject = None if use.group.role == "host" and _is_done_by_place(scene, at) else _subject(scene, at, end, use)
    if subject is None and not is_near and use.form in VERBS and use.group.role == "chair":
        subject = joined(scene, at, end)
    if subject is None or (use.group.role == "speaker" and any(is_(scene.norm(i), "elsewhere") for i in range(at, end))):
        return False
    if use.group.role == "chair" and _with_words(scene, at, subject.last):
        return False
    if use.form == "noun" and use.group.calls and not _is_to_hold(scene, at, end, use):
        return False
    role, modality = _held(scene, at, end, use, meeting)
    opens = role == "chair" and _with_words(scene, subject.last - 1, subject.last + 1)
    if opens and scene.memory.has_chair(meeting.referent):
        role = "speaker"  # "افتتح المنتدى الوزير فلان بكلمة"
    if not role:
        return False
    if role == "chair" and len(subject.people) > 1:
        role = "co_chair"
    span = scene.row.span(at, max(min(end, len(scene)), at + 1))
    told = False
    for actor in subject.people:
        if is_near and actor.kind is Kind.PERSON and not _has_office(scene, actor):
            continue  # somebody without an office, in a sentence that has no word of the meeting
        if span is None or (actor.kind.value not in use.group.kinds) or _has_other(scene.memory, meeting, actor, role):
            continue
        if role == "host" and is_venue(scene.skeleton, actor):
            continue
        if stands_left_out(scene.skeleton, actor, role):
            continue
        name = f"scene.{use.group.name}" + ("" if use.form in VERBS else f"_{use.form}")
        scene.memory.put(name, span, scene.skeleton.sentence, actor, role, meeting.referent, modality)
        told = True
    if told and is_near and use.group.bound:
        scene.memory.goes_on(meeting, scene.skeleton.sentence)
    return told


def _is_done_by_place(scene: Scene, at: int) -> bool:
    """ "تحتضن جنيف": a city receives."""
    behind = at + 1 + is_(scene.norm(at + 1), "city")
    return scene.kind(behind) is Kind.PLACE and not scene.row.elements[behind].prefix


def _with_words(scene: Scene, at: int, last: int) -> bool:
    """ "اختتمت الندوة بكلمة فلان": who is named speaks."""
    return any(scene.norm(i)[:1] == "ب" and is_(scene.norm(i)[1:], "words") for i in range(at + 1, min(last, len(scene))))


def _is_to_hold(scene: Scene, at: int, end: int, use: Use) -> bool:
    """Whether a call is one to hold a meeting: in "دعوة فلان إلى القمة" it is he who is called."""
    return any(scene.norm(i).lstrip("بل") in use.group.within for i in range(at + 1, end))


def _has_object(scene: Scene, at: int, end: int, use: Use) -> bool:
    if use.pronoun and use.group.stands_for:
        return True
    wanted = use.group.object
    for i in range(at + 1, min(end + 1, len(scene))):
        norm = scene.norm(i)
        if scene.is_meeting(i - 1):
            continue  # "مؤتمر إعلان التعهدات": of its name
        if norm in wanted or (norm[:1] in ("ب", "ل", "و") and norm[1:] in wanted):
            return use.group.role != "absent" or not _is_of_somebody(scene, i)
    return False


def _is_ruled_out(scene: Scene, at: int, end: int, use: Use) -> bool:
    """Whether the clause has a word beside which the predicate tells no part: "تابع القمة عبر التلفزيون"."""
    if is_(scene.norm(at), "joins") and _joins_body(scene, at):
        return True
    without = use.group.without
    clause = range(scene.begins(at) - 1, end)
    return bool(without) and any(scene.norm(i).removeprefix("و") in without for i in clause if i != at)


def _joins_body(scene: Scene, at: int) -> bool:
    """ "انضمام فلان إلى عضوية المنظمة": what is joined behind "to" is a body, and no meeting."""
    to = next((i for i in range(at + 1, min(at + _JOINED, len(scene))) if scene.norm(i) == "الي"), None)
    return to is not None and (scene.norm(to + 1) in words("member") or scene.kind(to + 1) in COLLECTIVES)


def _leads_people(scene: Scene, at: int, use: Use) -> bool:
    """ "يرأس الوفود المشاركة", "فريق أميركي يقوده فلان": who is headed are people that take part."""
    if is_(scene.norm(at + 1), "delegation"):
        return True
    front = at - 1
    while use.pronoun and front > at - _LED and (scene.kind(front) is Kind.NISBA or scene.norm(front).endswith("ي")):
        front -= 1
    return bool(use.pronoun) and front < at - 1 and is_(scene.norm(front).removeprefix("و"), "headed")


def _has_office(scene: Scene, actor: Mention) -> bool:
    token = scene.skeleton.reading.document.tokens[actor.first]
    return actor.post is not None or token.start + len(actor.prefix) < actor.name.start


def _is_of_somebody(scene: Scene, at: int) -> bool:
    """Whether the coming is another's: "رفض حضور المستشار إلى اللقاء"."""
    norm = scene.norm(at)
    if at + 1 >= len(scene) or norm.startswith("ال") or (norm.endswith(("ه", "ها", "هم")) and not scene.is_closed(at)):
        return False
    if scene.row.elements[at + 1].is_actor:
        return True
    behind = scene.norm(at + 1)
    if is_(norm, "of_whom") and scene.mention(at + 1) is None and behind.isalpha():
        return not any(is_(behind, name) for name in _OF_IT)
    return is_definite(behind) and not (is_(behind, "stage") or is_(behind, "invitation"))


def _has_other(memory: Memory, meeting: Mention, actor: Mention, role: str) -> bool:
    """Whether the article tells of the actor at the meeting what the role would contradict."""
    if meeting.referent is None or actor.referent is None:
        return True
    one = meeting.referent.key, f"{actor.referent.type}{actor.referent.key}"
    told = {name for name in (*ROLES, "absent") if (*one, name) in memory.parts}
    if role in told:
        return True
    if role == "absent":
        return bool(told - {"inviter"})
    return "absent" in told or (role == "attendee" and bool(told)) or (role == "chair" and "co_chair" in told)


def _subject(scene: Scene, at: int, end: int, use: Use) -> Subject | None:
    if use.group.subject == "among":
        return among(scene, at, end)
    if use.group.subject == "sent":
        return errand.sent(scene, at, end)
    if use.form == "participle":
        return errand.been(scene, at)
    if use.form == "noun":
        return listed(scene, at + 1) if at + 1 < len(scene) and not scene.row.elements[at + 1].prefix else None
    told_of = relative(scene, at)
    if is_(scene.norm(at + 1), "own_country"):
        return errand.country(scene, at, told_of)
    if told_of is not None and not scene.is_meeting(told_of) and not use.pronoun:
        mention = scene.mention(told_of)
        return None if mention is None or mention.referent is None else Subject((mention,), at + 1)
    if use.group.calls and scene.norm(at - 1) in words("that_he"):
        return caller(scene, at)
    found = (once(scene, at) or before(scene, at)) if told_of is None else None
    if found is not None and not use.pronoun:
        return found
    found = behind(scene, at, end, use.group.object) or of_clause_before(scene, at)
    if found is None and (use.group.comes or use.group.bound or use.group.role == "absent"):
        found = sayer(scene, at)
    return with_other(scene, found, end) if found is not None and use.group.both else found


def _held(scene: Scene, at: int, end: int, use: Use, meeting: Mention) -> tuple[str, Modality]:
    """The role that is told, and how it is held: presence denied is absence, "not … but later" is presence."""
    role = "attendee" if use.group.role == "speaker" and is_talk(meeting) else use.group.role
    found = modality_of(scene.skeleton.reading, scene.skeleton.sentence, scene.row.elements[at].first)
    if found is Modality.DENIED:
        late = any(is_(scene.norm(i), "but_late") for i in range(at + 1, min(len(scene), end + 1)))
        if late and _is_negated(scene, at, use):
            return (role, Modality.ASSERTED) if use.group.denied else ("", found)
        perhaps = any(is_(scene.norm(i), "perhaps") for i in range(max(0, at - 2), at))  # "قد لا يحضر"
        return use.group.denied if _is_negated(scene, at, use) else "", Modality.PLANNED if perhaps else Modality.ASSERTED
    if role != "absent" and found in (Modality.ASSERTED, Modality.REPORTED) and is_to_come(meeting):
        found = Modality.PLANNED
    return role, found


def _is_negated(scene: Scene, at: int, use: Use) -> bool:
    """Whether a word of denial belongs to the predicate: "لم يحضر", "لن يكون فلان حاضرا"; "نفى", "هل", "لو" tell nothing,
    nor does "لم تكن مشاركة فلان مؤكدة"."""
    if use.form == "noun":
        return False
    if use.form in VERBS:
        return is_(scene.norm(at - 1), "denying")
    return any(is_(scene.norm(i), "denying") and is_(scene.norm(i + 1), "being") for i in range(max(0, at - _FAR), at))
