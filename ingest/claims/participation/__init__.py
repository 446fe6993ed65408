"""Who takes part in a meeting, and as what: host, chair, inviter, attendee, representative, speaker, or absent.

The constructions are in `patterns/participation/`; `actors` reads whom they speak of, `participation/meeting` finds the
meeting of a hit, and `part` says "attendee" only of those of whom nothing more is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from ingest.claims import governed
from ingest.claims.modality import modality_of
from ingest.claims.participation import actors, antecedent, delegation, encounter, joint_press, left_out, scene
from ingest.claims.participation.meeting import is_over, is_talk, is_to_come, meeting_of
from ingest.claims.participation.memory import MEANT, Memory
from ingest.claims.participation.part import Part, told
from ingest.claims.participation.ranks import by_rank
from ingest.claims.participation.scene.elsewhere import is_elsewhere
from ingest.claims.participation.sides import represented
from ingest.claims.participation.view import view
from ingest.claims.participation.whose_verb import is_of_another
from ingest.lean import lean
from ingest.mention import Kind, Mention, Reading
from ingest.mentions.meetings import MeetingMention
from ingest.parts import Zone
from ingest.pattern import Hit, hits, load, macro, words_of
from ingest.skeleton import Skeleton
from ingest.unreal import came_to_nothing, conditional
from kg.claim import Claim, Modality, Referent
from kg.vocabulary import M

_BEHIND = frozenset({"chair.noun", "chair.noun_far"})  # "<M> برئاسة فلان"
_BESIDE = 3  # tokens from a meeting to what stands beside it
_ATTEND = "attend."  # rules that would read what is told of a number of people as one of them
_MODALITIES = {m.name.lower(): m for m in Modality}


def extract(reading: Reading) -> Iterator[Claim]:
    """The participation claims of an article."""
    if not any(mention.kind is Kind.MEETING for mention in reading.mentions):
        return
    rules, unheld = load("participation"), actors.unheld(reading.mentions)
    memory = Memory(reading)
    for sentence in reading.document.sentences:
        if sentence.zone is Zone.BOILERPLATE:
            continue
        skeleton = Skeleton.of(reading, sentence)
        if not skeleton.mentions:
            continue
        plain = view(skeleton, memory)
        before, full = len(memory.read), lean(skeleton)
        for hit in hits(rules, plain, unheld) if plain is not None else ():
            _take(hit, memory)
        named = plain is not None and _names_each(plain.text) > _names_each(full.text)
        read = {at for _, at in islice(reversed(memory.read), len(memory.read) - before)} if named else ()
        for hit in hits(rules, full, unheld):
            if not named or hit.token("verb") not in read or not hit.rule.name.startswith(_ATTEND):
                _take(hit, memory)
        encounter.complete(skeleton, memory)
        scene.complete(skeleton, memory)
        memory.tell(skeleton)
        memory.keep(plain)
    joint_press.complete(memory)
    memory.speak_for()
    memory.spread()
    yield from told(list(memory.parts.values()))


def _take(hit: Hit, memory: Memory) -> None:
    family = hit.rule.name.partition(".")[0]
    verb = (family, hit.token("verb"))
    if memory.read.get(verb, hit.rule.name) != hit.rule.name:
        return
    meeting = meeting_of(hit, memory)
    if meeting is None or meeting.referent is None:
        return
    named = hit.has("meeting") and MEANT not in meeting.tags
    if is_elsewhere(hit.skeleton, hit.token("verb"), meeting, named) or _is_apart(hit, meeting):
        return
    fields = hit.rule.fields
    role = fields["role"]
    people = _who(hit, memory, role)
    if role == "absent" and left_out.is_no_absence(hit.skeleton, hit.token("verb"), meeting):
        return
    if role == "chair" and hit.rule.name in _BEHIND and left_out.is_of_delegation(hit, meeting):
        return
    others = actors.listed(hit, "other", nisba="other_nisba" in fields)
    others = [one for one in others if not left_out.stands_left_out(hit.skeleton, one, fields.get("other_role", ""))]
    if "other_nisba" in fields or "other_own" in fields:
        others = [one for one in others if all(represented(own) != one.referent for own in people)]  # his own officials
        if not others:
            return
    if not people and not others:
        return
    people, others = by_rank(hit, people, others)
    modality = _modality(hit, meeting)
    if role != "absent" and (modality is Modality.DENIED or left_out.is_told_of_another(hit)):
        return
    if "done" in fields and is_to_come(meeting) and _is_told_as_done(hit):
        return  # who has spoken did not do so at a meeting to come
    if hit.has("other") and people and all(other.referent == people[0].referent for other in others):
        return
    if not people and others and "subject" in fields:
        people, others, role = others, [], fields["other_role"]  # one party is not named
    if not people or len(people) < int(fields.get("at_least", "1")):
        return
    if not _fits(hit, people[0]):
        return
    memory.read[verb] = hit.rule.name
    if _is_like(hit, memory, people[0]) or _was_there(hit, memory, meeting.referent, people[0]):
        return  # and no other rule reads it
    role = _role(role, [*people, *others] if fields.get("other_role") == "co_chair" else people, meeting, hit, memory)
    sent = delegation.sent(hit, people, memory.delegated) if role == "representative" else people
    parts = [memory.add(hit, actor, role, meeting.referent, modality) for actor in sent]
    if family == "bilateral" and people:
        memory.meets(hit, people[0])
    if fields.get("other_modality") != "planned" or not is_over(meeting):
        _others(hit, memory, meeting.referent, modality, others, parts)


def _is_apart(hit: Hit, meeting: Mention) -> bool:
    """Whether a verb tells of something else, or stands beside its meeting only in the view, while the rule asks for it in
    the text."""
    return is_of_another(hit, meeting) or ("beside" in hit.rule.fields and hit.token("verb") - meeting.last > _BESIDE)


def _fits(hit: Hit, first: Mention) -> bool:
    """Whether the first of the people, and the verb, are as a rule asks for."""
    fields = hit.rule.fields
    if "starts" in fields and not _starts(hit, first):
        return False
    if "clause_start" in fields and governed.is_governed(hit, first):
        return False
    return ("spelled" not in fields or _is_spelled(hit)) and not antecedent.is_of_several(hit, first)


def _was_there(hit: Hit, memory: Memory, meeting: Referent, one: Mention) -> bool:
    """ "شارك فلان عبر الفيديو. ولم يتمكن من السفر": who could not travel took part all the same."""
    if "unless_there" not in hit.rule.fields or one.referent is None:
        return False
    return memory.part(meeting, one.referent, "attendee") is not None


def _is_like(hit: Hit, memory: Memory, other: Mention) -> bool:
    """ "أكد الرئيس الإماراتي الحضور، ومثله ملك الأردن": like him, as who comes in somebody's place is of the same state."""
    gone = antecedent.subject_before(hit, memory.topic) if "of_his_state" in hit.rule.fields else None
    lands = [represented(one) for one in (gone, other) if one is not None]
    theirs = {land for land in lands if land is not None and land.type == M.Country}
    return len(theirs) > 1


def _who(hit: Hit, memory: Memory, role: str) -> list[Mention]:
    """Those to whom a rule gives its role, without those whom the sentence leaves out and without venues as hosts."""
    people = actors.holding(_people(hit, memory), hit.rule.fields.get("post"))
    people = [one for one in people if not left_out.is_its_body(hit.skeleton, one)]
    people = [one for one in people if not left_out.stands_left_out(hit.skeleton, one, role)]
    return [one for one in people if not left_out.is_venue(hit.skeleton, one)] if role == "host" else people


def _role(role: str, people: Sequence[Mention], meeting: Mention, hit: Hit, memory: Memory) -> str:
    if role == "chair" and (len(people) > 1 or _is_of_two(hit)):
        return "co_chair"
    if role == "chair" and hit.has("words") and meeting.referent is not None and memory.has_chair(meeting.referent):
        return "speaker"  # "وافتتح المنتدى فلان بكلمة", at which others preside
    noun = hit.skeleton.reading.document.norms[meeting.first].removeprefix("ال")
    session = noun.startswith(tuple(words_of("participation", "session")))
    if role == "speaker" and is_talk(meeting) and not session:
        return "attendee"  # two parties talk; nobody speaks at a session
    return role


def _is_of_two(hit: Hit) -> bool:
    """"الملك ورئيسة الوزراء يترأسان القمة": the verb tells that another presides too, who is no mention."""
    verb = hit.skeleton.reading.document.norms[hit.token("verb")]
    return verb.endswith("ان") and verb.lstrip("وفس").startswith(("ي", "ت"))


def _people(hit: Hit, memory: Memory) -> list[Mention]:
    """The actors of a hit, and those whom its pronoun means."""
    people = actors.listed(hit, "actors", nisba="nisba" in hit.rule.fields)
    if people and (own := governed.outside_insertion(hit, people[0])) is not None:
        people = [own]
    subject = hit.rule.fields.get("subject")
    if subject == "two":
        return antecedent.two_before(hit, memory.subjects)
    if subject == "body":
        return antecedent.body_before(hit)
    if subject == "earlier":
        told = [m for m in memory.subjects if all(m.referent != other.referent for other in actors.listed(hit, "other"))]
        return told[-1:]
    if subject == "courtesy":
        found = memory.honoured.get(hit.match.group("courtesy"))
        return [] if found is None else [found]
    if subject == "country":
        speaker = antecedent.subject_before(hit, memory.topic)
        return [] if speaker is None else antecedent.country_of(speaker)
    if subject == "met" and (met := memory.met(hit)) is not None:
        return [met]
    if subject in ("before", "here", "met") and not hit.has("actors"):
        found = antecedent.subject_before(hit, None if subject == "here" else memory.topic)
        known = next((m for m in memory.subjects if found is not None and m.referent == found.referent), found)
        verb = hit.skeleton.reading.document.norms[hit.token("verb")]
        if known is not None and not (antecedent.may_own(known, verb) and antecedent.may_do(known, verb)):
            return []
        speaks = hit.rule.fields["role"] != "speaker" or (found is not None and found.kind in (Kind.PERSON, Kind.TITLE))
        return [found] if found is not None and speaks else []
    return people


def _others(
    hit: Hit, memory: Memory, meeting: Referent, modality: Modality, others: Sequence[Mention], parts: Sequence[Part | None]
) -> None:
    """The second party of a hit: met, invited, or absent and stood in for."""
    fields = hit.rule.fields
    first = parts[0]
    role = fields.get("other_role")
    if role:
        modality = _MODALITIES[fields["other_modality"]] if "other_modality" in fields else modality
        if role == "absent" and fields.get("modality") == "asserted":
            modality = Modality.ASSERTED
        added = [memory.add(hit, other, role, meeting, modality) for other in others]
        if role == "absent" and added and added[0] and first:
            _replace(added[0], first)
        elif fields["role"] == "absent" and role == "representative" and added and added[0] and first:
            _replace(first, added[0])
    if fields.get("replaces") in ("before", "absentee") and first:
        gone = antecedent.subject_before(hit, memory.topic)
        if fields["replaces"] == "absentee" and gone is not None and gone.kind is Kind.PERSON:
            memory.add(hit, gone, "absent", meeting, modality)  # "وسيحل محله فلان": who is stood in for is not there
        away = None if gone is None or gone.referent is None else memory.part(meeting, gone.referent, "absent")
        if away is not None:
            _replace(away, first)
    if fields.get("replaces") == "sender" and first:
        gone = antecedent.subject_before(hit, memory.topic)  # "وأوفد مكانه فلانا": who sends is not there
        if gone is not None and gone.kind in actors.NAMED and (away := memory.add(hit, gone, "absent", meeting, modality)):
            _replace(away, first)
    if fields.get("of") == "his_country" and first and first.represents is None and _his_country().search(hit.match.group()):
        gone = antecedent.subject_before(hit, memory.topic)
        known = next((m for m in memory.subjects if gone is not None and m.referent == gone.referent), gone)
        first.represents = None if known is None else represented(known)


@cache
def _his_country() -> re.Pattern[str]:
    return re.compile(macro("participation", "HIS_COUNTRY"))


def _names_each(text: str) -> int:
    """How often a text has the words that stand in front of a list of names."""
    return text.count(macro("participation", "VIEW_EACH"))


def _replace(absent: Part, stand_in: Part) -> None:
    absent.replaced_by = stand_in.actor
    stand_in.represents = absent.actor


def _starts(hit: Hit, mention: Mention) -> bool:
    word = hit.skeleton.reading.document.tokens[mention.first].norm
    return word.startswith(tuple(hit.rule.fields["starts"].split()))


def _is_spelled(hit: Hit) -> bool:
    """Whether the verb ends as the rule asks for in the text itself: "أداره" and "إدارة" are one word when folded."""
    document = hit.skeleton.reading.document
    token = document.tokens[hit.token("verb")]
    return document.text[token.start : token.end].endswith(tuple(hit.rule.fields["spelled"].split()))


def _is_told_as_done(hit: Hit) -> bool:
    said = modality_of(hit.skeleton.reading, hit.skeleton.sentence, hit.token("verb"))
    return said in (Modality.ASSERTED, Modality.REPORTED)


def _was_called_off(hit: Hit, meeting: Mention) -> bool:
    """ "كان مقررا أن يلتقي فلان علانا، غير أن اللقاء تأجل": who was to be at talks that were put off."""
    at = hit.token("verb")
    told = meeting.told if isinstance(meeting, MeetingMention) else None
    if told is None or told.status.value not in ("cancelled", "postponed"):
        return False
    return came_to_nothing(hit.skeleton.reading.document, hit.skeleton.sentence, at)


def _modality(hit: Hit, meeting: Mention) -> Modality:
    fixed = hit.rule.fields.get("modality")
    if fixed == "asserted":  # who stays away has said so; who comes for him is still to come
        comes = hit.rule.fields["role"] == "representative" and is_to_come(meeting)
        comes = comes or conditional(hit.skeleton.reading.document, hit.skeleton.sentence, hit.token("verb"))
        return Modality.PLANNED if comes else Modality.ASSERTED
    found = modality_of(hit.skeleton.reading, hit.skeleton.sentence, hit.token("verb"))
    if found is Modality.DENIED and hit.rule.name.startswith("bilateral.") and _was_called_off(hit, meeting):
        return Modality.PLANNED
    if fixed and found is not Modality.DENIED:
        return _MODALITIES[fixed]
    return Modality.PLANNED if found in (Modality.ASSERTED, Modality.REPORTED) and is_to_come(meeting) else found
