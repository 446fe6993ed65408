"""Bodies that convene: the body of which a verb of holding tells, in front of the verb or behind it."""

from __future__ import annotations

from dataclasses import replace

from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.meetings.came_before import is_source
from ingest.mentions.meetings.detection.prepared import prepares, preparing_body
from ingest.mentions.meetings.lexicon import any_of, organs, turns_off, words
from ingest.mentions.meetings.parties.told_beside import is_numbered
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.parts import Sentence

_FAR = 120  # tokens in front of a meeting in which its states are named

_OBJECT = 14  # tokens behind a verb that needs no object in which one may still be told
_BEHIND = 16  # tokens behind a meeting in which its body is named
_RELATIVE = 14  # tokens in front of a body in which the relative of its clause stands
_CLAUSE_OF_SUBJECT = 40  # tokens in front of a verb in which the relative of its clause stands


def body_in_front(scene: Scene, sentence: Sentence, at: int) -> Mention | None:
    """ "الهيئة الإدارية ستنعقد السبت": the body stands right in front of a verb that needs no object."""
    if _needs_object(scene, at):
        return None
    index = at - 1
    while index >= sentence.first and scene.at(index) is None and (
        scene.norm(index) in any_of("had", "the_very")
        or (index == at - 1 and (scene.norm(index) in '"”»' or bare(scene.norm(index)) == "لم"))
    ):
        index -= 1
    if index == at - 1 and scene.norm(index) in words("relative"):
        index -= 1  # "مخرجات المجلس الذي اجتمع بC"
    mention = scene.at(index) if index >= sentence.first else None
    preparing = preparing_body(scene, sentence, index) if index == at - 1 or scene.norm(at - 1) in words("had") else None
    if preparing is not None and not _has_object(scene, sentence, at + 1):
        return preparing
    if mention is None or mention.kind not in COLLECTIVES or _has_object(scene, sentence, at + 1):
        return None
    if _in_relative(scene, sentence, mention.first) or scene.norm(mention.first - 1) in words("backing"):
        return None  # "مؤتمر دعم الجيش الذي انعقد": the conference
    if mention.prefix == "ل" and (scene.norm(mention.first - 2), scene.norm(mention.first - 1)) in organs():
        return replace(mention, prefix="")  # "المجموعة المصغرة للتحالف قد اجتمعت"
    return _organ_in(scene, mention) if not mention.prefix.strip("وف") else None


def _needs_object(scene: Scene, at: int) -> bool:
    """ "تعقد", "ستعقد": the body in front or behind holds something."""
    return bare(scene.norm(at)).removeprefix("س") in words("she_holds")


def _in_relative(scene: Scene, sentence: Sentence, first: int) -> bool:
    """ "المؤتمر الذي دعت إليه إيطاليا والأمم المتحدة انعقد": the body ends what is told of the meeting, the subject."""
    for index in range(first - 1, max(sentence.first, first - _RELATIVE), -1):
        if scene.norm(index) in ".؛:،":
            return False
        if scene.norm(index) in words("relative"):
            before = range(index - 1, max(sentence.first - 1, index - 4), -1)
            return any(scene.noun(i) is not None and scene.at(i) is None for i in before)
    return False


def _organ_in(scene: Scene, body: Mention) -> Mention:
    """ "فريق العمل المعني بالحدود في التحالف يجتمع": the team within a body that stands right in front of the verb."""
    organ = scene.at(body.first - 2)
    if organ is None or organ.kind not in COLLECTIVES or organ.prefix or scene.norm(body.first - 1) != "في":
        return body
    return organ if scene.norm(organ.first).removeprefix("ال") in words("teams_of") else body


def _has_object(scene: Scene, sentence: Sentence, start: int) -> bool:
    """Is a meeting noun named in the same clause, so that it tells the meeting and not the verb?"""
    for index in range(start, min(start + _OBJECT, sentence.last)):
        if turns_off(bare(scene.norm(index)), scene.norm(index + 1), "contrasts", "turns_off"):
            return False
        if _is_object(scene, index):
            return True
    return False


def _is_object(scene: Scene, index: int) -> bool:
    """A meeting noun, unless it says in what sort of session the body meets: "انعقد المجلس … في دورته العادية"."""
    form = scene.noun(index)
    if form is not None and form.noun.group == "works" and form.possessive:
        return False  # "انعقدت الهيئة … وترأس أشغالها"
    if is_source(scene, index):
        return False
    return form is not None and not (form.noun.group == "session" and bare(scene.norm(index - 1)) in ("في", "ضمن"))


def subject_body(scene: Scene, sentence: Sentence, at: int) -> Mention | None:
    """The body that convenes, where no meeting noun stands in its place."""
    if (before := _had_before(scene, sentence, at)) is not None:
        return before
    transitive = _needs_object(scene, at)
    follower = scene.at(at + 1)
    if transitive and scene.norm(at + 1) != "،" and (follower is None or follower.kind is not Kind.DATE):
        return None
    for index in range(at + 1, min(at + 14, sentence.last)):
        word = scene.norm(index)
        if scene.noun(index) is not None and scene.at(index) is None:
            return None
        mention = scene.at(index)
        if mention is not None and mention.kind in COLLECTIVES and not mention.prefix:
            if scene.norm(index - 1) in words("place_prepositions"):
                return None  # "انعقد في وزارة الخارجية": where
            housed = any(scene.norm(i).removeprefix("ب") in words("seats") for i in range(at + 1, index))
            assembly = scene.noun(index)
            if assembly is not None and (assembly.noun.group == "assembly" or is_numbered(scene, mention)):
                return None  # "انعقدت الجمعية العامة الثالثة للتحالف", "ينعقد المنتدى الثاني": the gathering
            behind = mention.last + prepares(scene, mention)
            return None if housed or _has_object(scene, sentence, behind) else mention
        free = word in "،-" or bare(word) in any_of("day_part", "place_prepositions")
        if mention is None and not free and not _is_board_of(scene, index):
            return None
    return None


def _is_board_of(scene: Scene, index: int) -> bool:
    """ "اجتمع مجلس الجامعة": a board right in front of the body that it is of."""
    body = scene.at(index + 1)
    return scene.norm(index) in words("boards") and body is not None and body.kind in COLLECTIVES and not body.prefix


def _had_before(scene: Scene, sentence: Sentence, at: int) -> Mention | None:
    """ "سبق للمجموعة المصغرة أن اجتمعت في …": the body behind "it happened before to"."""
    if scene.norm(at - 1) != "ان":
        return None
    for body in reversed([*scene.between(max(at - _BEHIND, sentence.first), at - 1)]):
        if body.kind in COLLECTIVES and body.prefix.endswith("ل") and not _has_object(scene, sentence, at + 1):
            return body if bare(scene.norm(body.first - 1)) in words("happened_before") else None
    return None


def board_meets(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "أن تجتمع اللجنة العليا المشتركة في C", "اللجنة نفسها قد اجتمعت بC": a board nobody lists, and the city."""
    if _needs_object(scene, at):
        return False
    front = at - 1
    while front > sentence.first and scene.at(front) is None and scene.norm(front) in any_of("had", "the_very"):
        front -= 1
    behind = at + 1
    while (beside := scene.at(behind)) is not None and beside.kind in (Kind.DATE, Kind.PLACE) and behind < at + 6:
        behind = beside.last
    boards = words("sitting_boards")
    adjectives_before = front
    while adjectives_before > max(front - 3, sentence.first) and scene.norm(adjectives_before) not in boards:
        if not scene.norm(adjectives_before).startswith("ال"):
            break
        adjectives_before -= 1
    if not any(scene.at(i) is None and bare(scene.norm(i)) in boards for i in (behind, adjectives_before)):
        return False
    reach = range(at + 1, min(at + _BEHIND, sentence.last))
    if _has_object(scene, sentence, at + 1):
        return False
    end = next((i for i in reach if scene.norm(i) in ".؛:"), reach.stop)
    cities = [m for m in scene.between(at + 1, end) if m.kind is Kind.PLACE and "area" not in m.tags]
    return any(m.prefix == "ب" or scene.norm(m.first - 1) in words("place_prepositions") for m in cities)


def named_behind(scene: Scene, spot: Spot) -> Mention | None:
    """ "في ختام اجتماع لها …، طالبت اللجنة", "اجتماع مراكش هو أول تجمع للبنك": the body is named only then."""
    opens = spot.first <= spot.sentence.first + 3  # "في جلسة علنية عقدها اليوم بنيويورك، بحث المجلس …"
    own = scene.norm(spot.last) in words("of_it") or (
        opens and any(scene.norm(i) in words("held_it") for i in range(spot.last, spot.last + 2))
    )
    for index in range(spot.last, min(spot.last + _BEHIND, spot.sentence.last)):
        word, body = scene.norm(index), scene.at(index)
        if word in ".؛:":
            return None
        if body is None or body.kind not in COLLECTIVES or body.first != index:
            continue
        if own:
            acts = bare(scene.norm(index - 1)) in any_of("adopts", "declares", "saying")
            return body if acts and not body.prefix else None
        equal = (i for i in range(spot.last, min(spot.last + 3, index)) if scene.norm(i) in words("predicate"))
        counted = any(scene.norm(i + 1) in words("one_of") for i in equal)
        return body if counted and body.prefix == "ل" else None
    return None


def hosted_for(scene: Scene, spot: Spot) -> Mention | None:
    """Whose a meeting is, behind its host, its plan and its day: "القمة التي تستضيفها القاهرة في 13 يوليو لدول جوار ليبيا",
    "الاجتماع الذي كان مقررا عقده اليوم لوزراء خارجية المجموعة"."""
    if scene.norm(spot.last) not in words("relative"):
        return None
    index, for_them = spot.last + 1, False
    while index < min(spot.last + _BEHIND, spot.sentence.last):
        mention, word = scene.at(index), scene.norm(index)
        if mention is not None and mention.kind in COLLECTIVES:
            return mention if mention.prefix == "ل" or for_them else None
        for_them = for_them or (mention is None and word in words("for_them"))
        if mention is None and not (_of_plan(word) or (for_them and word in any_of("bridge", "for_them"))):
            return None
        if mention is not None and mention.kind not in (Kind.PLACE, Kind.COUNTRY, Kind.DATE):
            return None
        index = mention.last if mention is not None else index + 1
    return None


def _of_plan(word: str) -> bool:
    """A word of hosting, planning or holding, or in front of a place or day."""
    named = any_of("hosts", "was", "was_due", "to_be", "place_prepositions", "before_place_or_day")
    return word in named or word in words("hold")


def by_another_word(scene: Scene, spot: Spot) -> Mention | None:
    """The body that puts a meeting off, whose states hold it, whose session it is as its subject in front says."""
    if spot.verb or spot.noun.group not in ("noun", "session") or spot.noun.kind in ("summit", "conference"):
        return None
    found = _at_its_seat(scene, spot) or _puts_off(scene, spot)
    return found or _of_its_states(scene, spot) or _council_in_front(scene, spot)


def _at_its_seat(scene: Scene, spot: Spot) -> Mention | None:
    """ "احتضن مقر المنظمة اجتماعا للمندوبين الدائمين": the delegates or ministers who meet at the seat of a body."""
    if scene.norm(spot.last) not in words("of_delegates"):
        return None
    for index in range(max(spot.first - _BEHIND, spot.sentence.first), spot.first):
        if bare(scene.norm(index)).removeprefix("ب") in words("seat") and scene.at(index) is None:
            at = index + 1
            while scene.norm(at) in any_of("seat", "boards") and at < index + 4:
                at += 1
            body = scene.at(at) or scene.at(at + 1)
            return body if body is not None and body.kind in COLLECTIVES else None
    return None


def _puts_off(scene: Scene, spot: Spot) -> Mention | None:
    """ "أرجأت المنظمة إلى موعد لاحق اجتماعا": the subject of a verb of putting or calling off."""
    index = spot.first - 1
    while index > spot.sentence.first and scene.at(index) is None and scene.norm(index) in words("until_later"):
        index -= 1
    body = scene.at(index)
    if body is None or body.kind not in COLLECTIVES or body.prefix:
        return None
    verb = bare(scene.norm(body.first - 1)).removeprefix("س")
    behind = bare(scene.norm(body.last))
    off = any_of("postponed", "cancelled")
    return body if verb in off or behind in off else None


def _of_its_states(scene: Scene, spot: Spot) -> Mention | None:
    """ "قررت ثماني دول من التحالف … عقب اجتماع", "مع نظرائه في المجلس … ضمن اجتماع": whose states or ministers they are."""
    if spot.definite or bare(scene.norm(spot.first - 1)) not in any_of("within", "part_of"):
        return None
    for index in range(max(spot.sentence.first, spot.first - _FAR), spot.first):
        word = scene.norm(index).removeprefix("ب")
        if scene.at(index) is not None or not (word in words("states") or word.startswith(tuple(words("equals")))):
            continue
        led = scene.norm(index + 1) in any_of("in_or_of", "members")
        body = scene.at(index + 2) if led else scene.at(index + 1)
        if body is not None and body.kind in COLLECTIVES and body.kind is not Kind.GROUP:
            return body
    return None


def _council_in_front(scene: Scene, spot: Spot) -> Mention | None:
    """ "انتقلت رئاسة مجلس الجامعة … في مستهل الدورة الـ162": the session is that of the council in front."""
    if spot.noun.lemma != "دوره" or not spot.definite or bare(scene.norm(spot.first - 1)) not in words("at_it") | {"في"}:
        return None
    if scene.norm(spot.last).startswith("لل"):
        return None  # "خلال الدورة الأولى للمجلس": of another one
    for mention in scene.between(spot.sentence.first, spot.first):
        inside = {scene.norm(i).removeprefix("ل") for i in range(mention.first - 1, mention.last)}
        if mention.kind in COLLECTIVES and inside & words("sits"):
            return mention
    return None


def in_a_relative(scene: Scene, spot: Spot, index: int) -> bool:
    """ "تعقد المجموعة، التي ترأسها الهند، قمة": a verb with its object in the clause about the subject."""
    front = range(index - 1, max(index - _CLAUSE_OF_SUBJECT, spot.sentence.first), -1)
    relative = next((i for i in front if scene.norm(i) in words("relative")), None)
    return relative is not None and scene.norm(relative - 1) in "،," and scene.at(relative - 2) is not None


def in_the_seat_of(scene: Scene, body: Mention) -> bool:
    """ "في مقر الحلف", "بمقر منظمة الحلف": the house of a body, where others may meet."""
    return any(scene.norm(i).removeprefix("ب") in words("seats") for i in range(body.first - 2, body.first))


def right_behind(scene: Scene, at: int, body: int) -> bool:
    """ "عقدت اللجنة", "عقدت، أمس الأحد، اللجنة": nothing but the day and the place between a verb and its subject."""
    while at < body:
        mention = scene.at(at)
        if mention is not None and mention.kind not in (Kind.DATE, Kind.PLACE):
            return False
        aside = scene.norm(at) in "،," or bare(scene.norm(at)) in any_of("day_part", "place_prepositions")
        if mention is None and not aside:
            return False
        at = at + 1 if mention is None else mention.last
    return True
