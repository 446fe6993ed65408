"""Where an article speaks of a meeting: meeting nouns with their adjectives, verbs of meeting, sessions of bodies.

A spot says nothing yet about which meeting it is. Press conferences, telephone talks, names such as "حزب المؤتمر" and
plural talk in general ("لقاءات") are no spots.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.bodies.quoted_words import OPENING
from ingest.mentions.meetings.came_before import is_source
from ingest.mentions.meetings.date.ordinals import ordinal
from ingest.mentions.meetings.detection.addresses import address
from ingest.mentions.meetings.detection.ceremonies import is_ceremony
from ingest.mentions.meetings.detection.editions import stands_alone
from ingest.mentions.meetings.detection.elided import of_round, with_elided
from ingest.mentions.meetings.detection.encounters import encounter
from ingest.mentions.meetings.detection.forums import CARRIERS, is_body
from ingest.mentions.meetings.detection.intended import meant
from ingest.mentions.meetings.detection.marks import explains, mark
from ingest.mentions.meetings.detection.no_meeting import (
    is_call,
    is_counted,
    is_interview,
    is_match,
    is_other_name,
    is_term,
    of_adjective,
)
from ingest.mentions.meetings.detection.pairs import holds_talks
from ingest.mentions.meetings.detection.peaks import of_another_sense, tells_none
from ingest.mentions.meetings.detection.sittings import is_sitting, of_assembly
from ingest.mentions.meetings.detection.verbal_nouns import received
from ingest.mentions.meetings.identity.apart import apart_from
from ingest.mentions.meetings.lexicon import adjectives, any_of, words
from ingest.mentions.meetings.naming.ends import is_adverb
from ingest.mentions.meetings.place.governed import is_in
from ingest.mentions.meetings.scene import Scene, Spot, bare, first_within
from ingest.mentions.meetings.word_places import said_bare
from ingest.parts import Sentence, Zone

_PARTICIPLE = 6  # tokens from a meeting to the participle that tells where it was held


def find(scene: Scene) -> Iterator[Spot]:
    """The spots of an article in the order of the text."""
    for sentence in scene.document.sentences:
        if sentence.zone is Zone.BOILERPLATE:
            continue
        yield from with_elided(scene, sentence, [*_in_sentence(scene, sentence)])


def _in_sentence(scene: Scene, sentence: Sentence) -> Iterator[Spot]:
    reached = sentence.first
    for at in scene.places_in(sentence):
        if at < reached:
            continue
        spot = _spot(scene, sentence, at)
        if spot is not None:
            yield spot
            reached = spot.last


def _spot(scene: Scene, sentence: Sentence, at: int) -> Spot | None:
    if scene.noun(at) is not None:
        return _noun_spot(scene, sentence, at)
    return address(scene, sentence, at) if scene.norm(at) in words("spoken_before") else encounter(scene, sentence, at)


def _noun_spot(scene: Scene, sentence: Sentence, at: int) -> Spot | None:
    form = scene.noun(at)
    if form is not None and (is_match(scene, sentence, form, at) or of_another_sense(scene, sentence, form, at)):
        return None
    if said_bare(scene, max(at - 6, sentence.first), at, "rumour"):
        return None
    if scene.norm(at) in words("to_meet") and (intended := meant(scene, sentence, at)) is not None:
        return intended
    sprung = is_source(scene, at) and scene.norm(at - 2) in words("sprung")
    if sprung and not _told_in_full(scene, sentence, at):
        return None  # "اللجنة المنبثقة عن المؤتمر"
    if scene.norm(at - 1) in words("no_event_before") and not explains(scene, at):
        return None
    if scene.norm(at) in words("to_meet_or_for_it") and not of_adjective(scene, at):
        return None
    if form is None or is_counted(scene, form, at) or is_other_name(scene, form, at):
        return None
    if form.noun.group == "session" and form.definite and scene.norm(at - 1) in words("predicate"):
        return None
    if (reception := received(scene, sentence, at, form)) is not None:
        return reception
    told = form.noun.group != "appointment" or _is_hosted(scene, sentence, at)
    if not (told or _is_fixed(scene, sentence, at + form.length)):
        return None
    if form.noun.group in ("signing", "reception", "gathered") and not is_ceremony(scene, sentence, form, at):
        return None
    last = _extent(scene, sentence, at + form.length)
    if is_body(scene, sentence, form, range(at, last)):
        return None
    if any(tells_none(scene, form, i) for i in range(at + 1, min(last + 1, sentence.last))):
        return None
    place = range(at, last)
    if is_interview(scene, form, at) or is_term(scene, sentence, form, place) or is_call(scene, sentence, form, last):
        return None
    if form.noun.lemma == "موتمر" and form.definite and scene.norm(last) in scene.congress_parties:
        return None
    spot = Spot(at, last, sentence, form.noun, form.noun.kind, form.prefix, form.cut, form.definite, form.possessive)
    if not spot.definite and form.noun.group in ("noun", "session") and scene.norm(last) in words("of_it"):
        spot.possessive = "ه"  # "اجتماعا له"
    inner = _carried(scene, sentence, spot)
    if inner is not None:
        return _held_by_two(scene, inner)
    if form.noun.group == "works" and not _opens_body(scene, spot) and not is_sitting(scene, spot):
        return None
    if form.noun.group == "plural" and not _is_one(scene, spot) and apart_from(scene, spot) is None:
        return None
    if (form.noun.group == "edition" and not stands_alone(scene, spot)) or _is_edition(scene, spot):
        return None
    mark(scene, spot)
    return _held_by_two(scene, spot)


def _told_in_full(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "اللجنة المنبثقة عن القمة المنعقدة بالرياض في 11 نوفمبر": a participle of holding says where and when it was."""
    reach = range(at + 1, min(at + _PARTICIPLE, sentence.last))
    return any(scene.norm(i) in words("participles") for i in reach if scene.at(i) is None)


def _held_by_two(scene: Scene, spot: Spot) -> Spot:
    """Marks what two hold who need no name: "عقد وفدا A وB جلسة محادثات"."""
    if holds_talks(scene, spot):
        spot.marks.add("pair")
    return spot


def _extent(scene: Scene, sentence: Sentence, last: int) -> int:
    """The end of the noun's adjectives. Country adjectives stay mentions of their own and end it."""
    mention = scene.at(last - 1)
    if mention is not None and mention.kind in COLLECTIVES:
        return mention.last
    while last < sentence.last and scene.at(last) is None and _is_adjective(scene, last):
        if bare(scene.norm(last)) in words("previous") and scene.norm(last).startswith("ال"):
            break
        last += 1
    return last


def _is_adjective(scene: Scene, index: int) -> bool:
    """An adjective, or an ordinal in words: "الحادية والثلاثون"."""
    word = scene.norm(index)
    if word in adjectives():
        return not is_adverb(scene, index)
    numbered = word.startswith("ال") and ordinal(scene, index) is not None and not word[2:].isdigit()
    return (numbered and word != "ال") or (word in any_of("teen", "teens") and scene.norm(index - 1).startswith("ال"))


def _carried(scene: Scene, sentence: Sentence, outer: Spot) -> Spot | None:
    """ "أعمال المؤتمر", "الدورة 28 للقمة", "جلسة مباحثات": the inner noun is the meeting, seen from the outer word on."""
    at = outer.last
    for step in range(3 if outer.noun.group in CARRIERS else 1):
        if at + step >= sentence.last or scene.norm(at + step) in "،.؛:":
            return None
        covered = scene.at(at + step)
        carried = outer.noun.group in CARRIERS and covered is not None and _is_forum(scene, covered, at + step)
        inside = covered is not None and covered.kind in COLLECTIVES and not carried
        inner = None if inside else _noun_spot(scene, sentence, at + step)
        if inner is not None and inner.noun.group not in ("works", "body") and _belongs(inner, outer, step):
            inner.first, inner.prefix, inner.cut = outer.first, outer.prefix, outer.cut
            inner.marks.add("session" if outer.noun.group == "session" else "works")
            mark(scene, inner)  # "على هامش أعمال المؤتمر"
            return inner
        mention = scene.at(at + step)
        if mention is not None and mention.kind not in (Kind.NUMBER, Kind.DATE):
            return None
    return None


def _is_forum(scene: Scene, body: Mention, at: int) -> bool:
    """ "أعمال منتدى الطاقة", "النسخة الرابعة للجامعة الصيفية": the forum as a body begins here."""
    form = scene.noun(at)
    return body.first == at and form is not None and (form.noun.group == "forum" or form.length == 2)


def _belongs(inner: Spot, outer: Spot, step: int) -> bool:
    if outer.definite and outer.noun.group != "works" and not inner.definite and not inner.prefix:
        return False  # "عقب القمة مباحثات منفردة"
    return (step == 0 and not inner.prefix) or (inner.prefix == "ل" and outer.noun.group in CARRIERS)


def _opens_body(scene: Scene, spot: Spot) -> bool:
    """ "ترأس أشغال اللجنة الوطنية": the works of a body are its meeting after a verb of holding."""
    at = spot.last
    while at < spot.last + 3 and scene.at(at) is None and scene.norm(at) in words("boards"):
        at += 1
    body = scene.at(at)
    if body is None or body.kind not in COLLECTIVES or body.prefix:
        return False
    before = range(max(spot.first - 16, spot.sentence.first), spot.first)
    return any(bare(scene.norm(i)) in words("hold") for i in before)


def _is_one(scene: Scene, spot: Spot) -> bool:
    """Is a plural told of one meeting: of a body, or one of several?"""
    counted = bare(scene.norm(spot.first - 1))
    named = _of_body(scene, spot) or counted in words("one_of") or (bool(spot.possessive) and counted in words("nth"))
    return named or is_sitting(scene, spot) or of_round(scene, spot, "rounds")


def _of_body(scene: Scene, spot: Spot) -> bool:
    """ "اجتماعات دول التحالف": a plural that belongs to a named body is one meeting."""
    loose = False
    first = spot.last + (scene.norm(spot.last) in words("this") or scene.norm(spot.last) in OPENING)  # "اجتماعات هذه اللجنة"
    for index in range(first, min(first + 4, spot.sentence.last)):
        mention = scene.at(index)
        if mention is not None:
            bound = mention.prefix.endswith("ل") if loose else not (spot.definite and not mention.prefix)
            return mention.kind in COLLECTIVES and bound
        word = bare(scene.norm(index))
        if word not in words("bridge"):
            if not word.startswith("ال"):
                return False
            loose = True  # "اجتماعات الربيع السنوية لصندوق …"
    return False


def _is_edition(scene: Scene, spot: Spot) -> bool:
    """ "في دورتها الـ27": an edition of the meeting or body named before."""
    own = spot.noun.group == "session" and bool(spot.possessive) and scene.norm(spot.first - 1) in words("in_or_during")
    return own and not of_assembly(scene, spot)


def _is_hosted(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "تحتضن طرابلس الموعد المقبل", "يلتئم الموعد القادم في …"."""
    front = range(max(at - 5, sentence.first), at)
    verbs = any_of("hosting", "opens_forum")
    return any(scene.at(i) is None and bare(scene.norm(i)).removeprefix("س") in verbs for i in front)


def _is_fixed(scene: Scene, sentence: Sentence, last: int) -> bool:
    """ "الموعد المقبل متفق عليه في يوليو بمدريد": of talks told in front, and its city."""
    if bare(scene.norm(last)) not in words("is_fixed") or first_within(scene.noun_places, 0, last - 2) is None:
        return False
    reach = range(last, min(last + 10, sentence.last))
    end = next((i for i in reach if scene.norm(i) in ".؛:،"), reach.stop)
    cities = [m for m in scene.between(last, end) if m.kind is Kind.PLACE and "area" not in m.tags]
    return any(is_in(scene, m) for m in cities)
