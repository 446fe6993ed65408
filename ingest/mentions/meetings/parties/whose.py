"""Whose meeting a spot speaks of: the body in its name, the one that holds it, its ministers, its adjective."""

from __future__ import annotations

from dataclasses import replace

from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.meetings.date.ordinals import ordinal
from ingest.mentions.meetings.detection.editions import of_conference
from ingest.mentions.meetings.detection.prepared import prepared_for
from ingest.mentions.meetings.lexicon import adjectives, any_of, body_of, organs, table, words
from ingest.mentions.meetings.naming.kind import counterparts
from ingest.mentions.meetings.naming.subjects import people_before
from ingest.mentions.meetings.parties.aside import told_by_hour
from ingest.mentions.meetings.parties.before_founding import before_founding
from ingest.mentions.meetings.parties.conveners import (
    body_in_front,
    by_another_word,
    hosted_for,
    in_a_relative,
    in_the_seat_of,
    named_behind,
    right_behind,
    subject_body,
)
from ingest.mentions.meetings.parties.intends import acting_at, intending
from ingest.mentions.meetings.parties.its_own import of_its_own, pronoun_of
from ingest.mentions.meetings.parties.office_holders import brings_together, of_people
from ingest.mentions.meetings.parties.spoken_of import of_committee
from ingest.mentions.meetings.parties.told_beside import assembly_of, by_number, forum_of, told_beside
from ingest.mentions.meetings.scene import PARTIES, Scene, Spot, bare
from ingest.mentions.meetings.status.to_come import demanded
from kg.vocabulary import M

_OF_SUBJECTS = frozenset({"", "gather", "assemble", "discuss"})  # nouns, and verbs behind which their subject may stand
_NEAR = 40  # tokens in front of an organ in which its body is named
_DECIDES = 3  # tokens from a meeting that decides to the holding of its next
_GOVERNED = 6  # tokens from a verb of holding to its subject, where "the meeting" is its object
_ADJECTIVES = 6  # tokens behind a summit in which its adjectives stand


def body_of_spot(scene: Scene, spot: Spot) -> tuple[Mention | None, str | None]:
    covered = scene.at(spot.first)
    if covered is not None and covered.kind in COLLECTIVES and spot.noun.group == "forum":
        return forum_of(scene, spot, covered), None
    if (assembly := assembly_of(scene, spot)) is not None:
        return assembly, None
    if covered is not None and covered.kind in PARTIES and covered.first < spot.first:
        of = covered.post.of if covered.post is not None else None  # "الناطق باسم المؤتمر الثالث ل…"
        held = of is not None and of.type in (M.Organization, M.Coalition)
        return (replace(covered, kind=Kind.ORGANIZATION, referent=of, prefix="") if held else None), None
    if _of_a_meeting(scene, spot):
        return None, None
    if spot.verb == "convene":
        found = body_in_front(scene, spot.sentence, spot.first) or subject_body(scene, spot.sentence, spot.first)
        return found or _next_body(scene, spot, free=True), None
    if spot.kind == "summit" and (path := _by_adjective(scene, spot)) is not None:
        return None, None if before_founding(scene, spot, path) else path
    if spot.verb and counterparts(scene, spot):
        reach = scene.between(spot.last, min(spot.last + 18, spot.sentence.last))
        return next((m for m in reach if m.kind in COLLECTIVES), None), None
    of_city = not spot.verb and spot.kind in ("summit", "conference") and not spot.definite
    if of_city and (city := table("body_of_city").get(scene.norm(spot.last))) is not None:
        return None, city  # "منتدى دافوس"
    if (group_of_states := by_number(scene, spot)) is not None:
        return None, group_of_states
    if spot.noun.group in ("talks", "verb"):
        group = of_committee(scene, spot) or (of_people(scene, spot) if spot.verb in _OF_SUBJECTS else None)
        sitting = scene.norm(spot.first) in words("sittings") and not scene.norm(spot.first + 1).startswith("ال")
        if group is None and sitting:
            group = _subject(scene, spot)  # "عقد المجلس جلسة مشاورات"
        return (None, group) if isinstance(group, str) else (group, None)
    if _of_league(scene, spot):
        return None, "org/arab-league"
    found = _next_body(scene, spot, free=False)
    if found is None and (whose := _of_prepared(scene, spot) or of_people(scene, spot)) is not None:
        return (None, whose) if isinstance(whose, str) else (whose, None)
    if found is None:
        told = (people_before(scene, spot, name) for name in ("ministers", "leaders", "delegates"))
        people = next((one for one in told if not isinstance(one, bool)), None)
        if people is not None:
            return (None, people) if isinstance(people, str) else (people, None)
    found = found or _in_relative(scene, spot) or hosted_for(scene, spot) or _of_own_organ(scene, spot)
    if ("main" in spot.marks or told_by_hour(scene, spot)) and not spot.possessive:
        return found, None  # "عقدت اللجنة اجتماعا على هامش المؤتمر": it is not the committee's conference
    if found is None and pronoun_of(scene, spot) is not None:
        return of_its_own(scene, spot), None
    found = found or of_conference(scene, spot, _subject(scene, spot) or adopting(scene, spot))
    found = found or named_behind(scene, spot) or by_another_word(scene, spot)
    return found or intending(scene, spot) or acting_at(scene, spot) or told_beside(scene, spot), None


def _of_a_meeting(scene: Scene, spot: Spot) -> bool:
    """ "قررت القمة عقد دورتها المقبلة": the pronoun means the summit that decides, and no body named before."""
    if not spot.possessive or scene.norm(spot.first - 1) not in words("to_hold"):
        return False
    front = range(spot.first - 2, max(spot.first - 2 - _DECIDES, spot.sentence.first - 1), -1)
    at = next((i for i in front if scene.at(i) is not None or scene.noun(i) is not None), None)
    return at is not None and scene.at(at) is None and scene.norm(at).endswith("ه") == (spot.possessive == "ها")


def _of_prepared(scene: Scene, spot: Spot) -> Mention | str | None:
    """ "الاجتماع التحضيري للقمة السادسة عشرة للحركة", "للقمة العربية": the body of the meeting that it prepares."""
    if (other := prepared_for(scene, spot)) is None:
        return None
    path = _by_adjective(scene, other) if other.kind == "summit" else None
    return path or _next_body(scene, other, free=False)


def _of_own_organ(scene: Scene, spot: Spot) -> Mention | None:
    """ "اجتماع طارئ لمكتبها التنفيذي": the body named last in front of it."""
    at = spot.last + (scene.norm(spot.last) in adjectives())
    organ, kind = scene.norm(at).removeprefix("ل"), scene.norm(at + 1)
    if organ not in words("own_organs") or all(kind != second for _, second in organs()):
        return None
    near = scene.between(max(spot.first - _NEAR, 0), spot.first)
    named = [m for m in near if m.kind in COLLECTIVES and m.referent is not None]
    return replace(named[-1], first=at, last=at + 2, prefix="ل") if named else None


def _by_adjective(scene: Scene, spot: Spot) -> str | None:
    """ "القمة العربية"; "القمة العربية الأفريقية", "القمة الإسلامية الأميركية", "قمة عربية مصغرة" are of no one body."""
    found: set[str] = set()
    index = spot.first
    while index < min(spot.last + _ADJECTIVES, spot.sentence.last):
        mention, word = scene.at(index), scene.norm(index)
        of_summit = body_of().get(word + "ه") if spot.last > spot.first + 1 else None  # "مؤتمر القمة الإسلامي"
        if (path := body_of().get(word) or body_of().get("ال" + word) or of_summit) is not None:
            found.add(path)
        elif (mention is not None and mention.kind is Kind.NISBA and not mention.prefix) or word in words("few"):
            return None
        elif index >= spot.last and (mention is not None or not _goes_with(scene, index)):
            break
        index += 1
    return found.pop() if len(found) == 1 else None


def _goes_with(scene: Scene, index: int) -> bool:
    """Whether a word may stand between a summit and the adjective of its body: "القمة الثامنة عشرة للفرنكوفونية"."""
    word = scene.norm(index)
    return word in "-–—/" or word in adjectives() or word in any_of("teen", "teens") or ordinal(scene, index) is not None


def _of_league(scene: Scene, spot: Spot) -> bool:
    """ "جلسة طارئة لمجلس الجامعة", where the article names the Arab League."""
    for index in range(spot.last, min(spot.last + 6, spot.sentence.last - 1)):
        word = scene.norm(index)
        council = word.removeprefix("ل") in words("council") and scene.at(index) is None
        if council and scene.norm(index + 1) in words("league"):
            return bool(scene.keys & {"org/arab-league", "org/las-secretariat", "group/arab-states"})
        if not (word.isdigit() or word == "ال" or ordinal(scene, index) is not None or word in any_of("teen", "teens")):
            return False
    return False


def _next_body(scene: Scene, spot: Spot, *, free: bool) -> Mention | None:
    """The first body after a spot; unless `free`, only words of the bridge list may stand between."""
    if not free and brings_together(scene, spot):
        return None
    index, steps = spot.last, 0
    while index < spot.sentence.last and steps < 9:
        mention = scene.at(index)
        if mention is not None and mention.kind in COLLECTIVES:
            bound = free or not spot.definite or mention.prefix.endswith("ل") or index > spot.last
            listed = mention.referent is not None and "/" in mention.referent.key
            if mention.prefix == "و" and index > spot.last and scene.at(index - 1) is scene.at(spot.last):
                return None  # "التحضيرات لقمة بغداد وآلية التعاون": besides the summit
            if scene.norm(mention.first) in words("company") and not listed:
                return None  # "أول قمة تجمع الدول العربية والاتحاد": the verb
            house = mention.prefix.endswith("ب") and scene.norm(mention.first)[len(mention.prefix) :] in words("venues")
            house = house or scene.norm(mention.first - 1).removeprefix("ب") in words("houses")
            if free and in_the_seat_of(scene, mention):
                index, steps = mention.last, steps + 1  # "الذي التأم بمقر الحلف"
                continue
            return mention if bound and not house else None
        if mention is not None and mention.kind not in (Kind.NISBA, Kind.NUMBER, Kind.DATE, Kind.PLACE):
            return None
        if mention is not None and mention.kind is Kind.PLACE and index > spot.last:
            return None
        word = scene.norm(index)
        if mention is None and (
            word.isdigit() or word == "ال" or ordinal(scene, index) is not None or word in any_of("teen", "teens")
        ):
            index += 1
            continue
        if mention is None and word == "بعد" and scene.norm(index + 1) in words("hundred"):
            index += 2
            continue
        if index == spot.last and word == "من" and bare(scene.norm(spot.first - 1)).removeprefix("س") in words("attends"):
            return None  # "حضر الاجتماع من دول المجموعة وزراء": whence they came
        if mention is None and not free and bare(word) not in words("bridge") and word not in '"“”«»()ـ':
            return None
        index = mention.last if mention is not None else index + 1
        steps += 1
    return None


def _in_relative(scene: Scene, spot: Spot) -> Mention | None:
    """ "الجلسة التي عقدها مجلس …": the body that held it, right behind the verb."""
    at = spot.last
    while not spot.definite and at < spot.last + 2 and scene.at(at) is None and scene.norm(at) not in words("held_it"):
        at += 1  # "جلسة عاصفة عقدها المجلس"
    if not spot.definite and scene.norm(at) in words("held_it"):
        body = scene.at(at + 1)
        return body if body is not None and body.kind in COLLECTIVES and not body.prefix else None
    at = spot.last
    if not (scene.norm(at) in words("relative") and bare(scene.norm(at + 1)).removeprefix("س") in words("held_it")):
        return None
    mention = scene.at(at + 2)
    return mention if mention is not None and mention.kind in COLLECTIVES and not mention.prefix else None


def adopting(scene: Scene, spot: Spot) -> Mention | None:
    """ "تبنى المجلس قرارا … خلال جلسة استثنائية": the body whose session it was."""
    if spot.anaphoric or (spot.noun.group != "session" and spot.noun.lemma != "اجتماع"):
        return None
    if scene.norm(spot.first - 1) not in words("in_or_during"):
        return None
    subject = scene.at(spot.sentence.first + 1)
    if subject is not None and subject.kind in COLLECTIVES and not subject.prefix and scene.norm(spot.first - 2) == "،":
        return subject  # "كرمت النقابة، في دورة استثنائية، …"
    for mention in scene.between(max(spot.first - 16, spot.sentence.first), spot.first):
        before = bare(scene.norm(mention.first - 1))
        if mention.kind in COLLECTIVES and before in any_of("adopts", "declares") and not mention.prefix:
            return mention
    return None


def _of_another(scene: Scene, verb: int) -> bool:
    """ "الاجتماع الذي عقد …": the verb tells of a meeting in front of its relative."""
    front = range(verb - 4, verb - 1) if scene.norm(verb - 1) in words("relative") else ()
    return any(scene.noun(i) and scene.at(i) is None for i in front)


def _subject(scene: Scene, spot: Spot) -> Mention | None:
    """The body that holds the meeting: "تعقد اللجنة … اجتماعا", "عقدت اجتماعها"; of a possessive, the body before it."""
    lowest = max(spot.first - (45 if spot.possessive else 30), spot.sentence.first)
    found, holds = None, bool(spot.possessive)
    for index in range(spot.first - 1, lowest - 1, -1):
        mention = scene.at(index)
        word = bare(scene.norm(index))
        noun = bool(spot.possessive) and word in words("to_hold")  # "موعد انعقاد مؤتمرها"
        own = word.endswith(("ه", "ها"))  # "يعتزم المجلس، وفق ما أعلنته رئاسته، عقد جلسة"
        aside = own and (holds or in_a_relative(scene, spot, index))
        deed = word.removeprefix("س")
        off = not (spot.definite or spot.possessive) and deed in words("calls_off")  # "ألغت اللجنة، أمس، اجتماعا كان مقررا"
        if mention is None and not noun and not aside and (off or word in words("hold") or deed in words("hold")):
            beside = found is not None and right_behind(scene, index + 1, found.first)
            opens = off or (beside and not spot.prefix and deed in words("opens_its_own"))
            opens = off or (opens and found is not None and right_behind(scene, found.last, spot.first))
            if not opens and deed not in words("own_holding"):
                return found if spot.possessive else None
            if not spot.possessive and (_of_another(scene, index) or demanded(scene, spot)):
                return None
            if beside:
                return found
            holds = True
        elif mention and mention.kind in COLLECTIVES and mention.first == index and not mention.prefix.strip("وف"):
            if (spot.definite and in_the_seat_of(scene, mention)) or (spot.possessive == "ه" and mention.kind is Kind.GROUP):
                continue  # "عقدت بمقر الجامعة برئاسة مصر التي تسلمت رئاسة الدورة"; "المجلس … دول الساحل … اجتماعه"
            found = mention
            if holds:
                return None if bare(scene.norm(index - 1)) in words("objects_to") else found
        if found is not None and spot.definite and not spot.possessive and found.first - index > _GOVERNED:
            return None  # "الاجتماع الذي عقد … تحت مظلة الأكاديمية … في الاجتماع"
        if mention is None and word in (".", "؛", ":", "؟") and spot.possessive == "":
            return None
    return found if holds else None
