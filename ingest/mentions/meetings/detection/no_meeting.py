"""Where a noun of meetings tells of no meeting: a count, a match, an interview, a call, a term, part of another name."""

from __future__ import annotations

from ingest.mention import COLLECTIVES, Kind
from ingest.mentions.meetings.date.ordinals import ordinal
from ingest.mentions.meetings.lexicon import Form, adjectives, any_of, words
from ingest.mentions.meetings.scene import PARTIES, Scene, bare, is_holding
from ingest.mentions.meetings.word_places import said
from ingest.parts import Sentence, Zone
from kg.claim import Referent

_BESIDE_COURT = (*COLLECTIVES, Kind.PLACE, Kind.COUNTRY, Kind.DATE)  # the court itself, its city, the day
_SURE = 2  # words that may be of sport in one sentence
_ADJECTIVES = 3  # words behind a meeting among which "with" stands
_COURT = 10  # tokens in front of a session in which the court is told that holds it
_FAR = 150  # tokens around a meeting in which it is told that two states talk there


def is_counted(scene: Scene, form: Form, at: int) -> bool:
    """ "18 ندوة", "(18) ندوة": so many of them, and none is told of."""
    if form.prefix or form.definite:
        return False
    number = scene.at(at - 1)
    index = at - 2 if scene.norm(at - 1) == ")" else at - 1
    if scene.norm(index - 1) == "+":
        return False  # "لجنة 5+5"
    return scene.norm(index).isdigit() and (number is None or number.kind is not Kind.DATE)


def is_match(scene: Scene, sentence: Sentence, form: Form, at: int) -> bool:
    """ "قمة" and "لقاء" are matches in an article on sport, "قمة" also in a sentence on it; so is "قمة الأهلي والزمالك"."""
    if form.noun.kind != "summit" and form.noun.lemma != "لقاء":
        return False
    if scene.sport >= 4 or _of_teams(scene, sentence, form, at):
        return True
    here = {token.norm for token in scene.document.tokens_of(sentence)} if scene.sport else frozenset()
    told = here & words("sport")
    if scene.norm(at + 1) not in told and len(told) < _SURE and told <= words("not_only_sport"):
        return False
    return form.noun.kind == "summit" or bool(here & words("plays"))


def _of_teams(scene: Scene, sentence: Sentence, form: Form, at: int) -> bool:
    """ "قمة الأهلي والزمالك", "لقاء المغرب وفرنسا": two states alone play; those who meet are told by their office, or as
    "لقاء مغربي فرنسي"."""
    if form.definite or form.possessive:
        return False
    first = scene.at(at + 1)
    if first is None:
        return scene.norm(at + 1) in words("clubs")
    other = scene.at(first.last)
    if form.noun.lemma != "لقاء" or other is None or not first.kind is other.kind is Kind.COUNTRY or other.prefix != "و":
        return False
    headline = sentence.zone is Zone.TITLE or scene.norm(sentence.last - 1) not in ".؟!"
    first_near, last_near = max(sentence.first, at - _FAR), min(sentence.last, at + _FAR)
    talks = any(scene.norm(i) in words("among_states") for i in range(other.last, last_near))
    named = any(m.kind in PARTIES for m in scene.between(first_near, last_near))
    return not talks and not named and (headline or scene.sport > 0)


def is_interview(scene: Scene, form: Form, at: int) -> bool:
    """ "في لقاء مع قناة …", "لقاء إعلامي"."""
    if form.noun.lemma != "لقاء":
        return False
    after = [scene.norm(i) for i in range(at + 1, at + 7)]
    if after[0] in words("interviews"):
        return True
    beside = next((i for i in range(_ADJECTIVES) if after[i] == "مع"), None)  # "لقائه الدوري مع ممثلي الصحافة"
    return beside is not None and any(word in words("media") for word in after[beside + 1 : beside + 4])


def is_call(scene: Scene, sentence: Sentence, form: Form, last: int) -> bool:
    """Talks told of a telephone call; with a place or a visit they are talks at a table."""
    if form.noun.group != "talks":
        return False
    called = said(scene, max(sentence.first - 40, 0), min(sentence.last, last + 30), "by_telephone")
    if not called and form.possessive:  # "وخلال مباحثاته مع X", with whom he was told to have telephoned further up
        partner = next((m.referent for m in scene.between(last, min(last + 6, sentence.last)) if m.kind in PARTIES), None)
        called = [i for i in said(scene, 0, sentence.first, "by_telephone") if partner in _spoken_of(scene, i)]
    return bool(called) and not any(m.kind is Kind.PLACE for m in scene.between(last, min(last + 10, sentence.last)))


def _spoken_of(scene: Scene, at: int) -> set[Referent]:
    """The persons in the sentence of a token."""
    here = scene.document.sentence_at(at)
    return {m.referent for m in scene.between(here.first, here.last) if m.kind in PARTIES and m.referent is not None}


def is_term(scene: Scene, sentence: Sentence, form: Form, place: range) -> bool:
    """ "الدورة الأولى من السنة التشريعية", "جلسة محاكمة", "جلسة الأسئلة الشفوية"."""
    if _of_court(scene, sentence, form, place.start):
        return True
    if form.noun.group != "session":
        return False
    return any(scene.norm(i) in words("not_session") for i in range(place.stop, min(place.stop + 5, sentence.last)))


def _of_court(scene: Scene, sentence: Sentence, form: Form, at: int) -> bool:
    """ "عقدت المحكمة ثاني جلساتها", "قضت محكمة العدل في جلستها": a court sits, and does not meet."""
    if form.noun.group not in ("session", "plural", "edition") or (form.definite and not form.possessive):
        return False
    for index in range(at - 1, max(at - _COURT, sentence.first), -1):
        mention = scene.at(index)
        first = index if mention is None else mention.first
        if scene.norm(index) in ".؛:،" or (mention is not None and mention.kind not in _BESIDE_COURT):
            return False
        if scene.norm(first).removeprefix("ال") in words("courts"):
            verb = bare(scene.norm(first - 1)).removeprefix("س")
            return bool(form.possessive) or verb in any_of("hold", "resumes", "closes")
    return False


def of_adjective(scene: Scene, at: int) -> bool:
    """ "للقاء الثنائي" is of the meeting; "للقاء الرئيس" is in order to meet."""
    return scene.norm(at + 1) in adjectives()


def _yearly(scene: Scene, form: Form, at: int) -> bool:
    """ "التجمع السنوي للمعارضة", "الملتقى السنوي للجالية": a gathering, for no body is yearly."""
    return any(scene.norm(i) in words("yearly") for i in range(at + 1, at + form.length + 1))


def is_other_name(scene: Scene, form: Form, at: int) -> bool:
    """Is the noun part of a name of something else?"""
    mention = scene.at(at)
    if mention is not None and mention.kind in COLLECTIVES and scene.norm(at - 1) in words("preparing"):
        return any(scene.noun(i) is not None or is_holding(scene.norm(i)) for i in range(max(at - 9, 0), at - 1))
    alone = form.noun.group not in ("forum", "assembly")
    if mention is not None and mention.kind in COLLECTIVES and (mention.first < at or alone):
        return mention.first < at or not (form.length == 2 or _yearly(scene, form, at))  # "الجامعة الصيفية"
    if mention is not None and mention.kind in PARTIES and mention.first < at:
        numbered = form.noun.kind == "conference" and not form.prefix and ordinal(scene, at + 1) is not None
        return not (form.definite and numbered)  # "الناطق باسم المؤتمر الثالث ل…"
    if form.prefix == "ل" and form.noun.kind == "conference" and not form.definite and _sits(scene, at):
        return True
    before = bare(scene.norm(at - 1))
    named = words("no_meeting_before")
    other = form.definite and (before.removeprefix("ال") in named or before.removeprefix("ب") in named)
    return other and not (form.noun.group != "plural" and before.removeprefix("ب") in words("halls") and _told(scene, at))


def _told(scene: Scene, at: int) -> bool:
    """ "دخلت قاعة الاجتماع الثالث للمنظمة": a meeting in a hall, told by its number or whose it is."""
    owner = scene.at(at + 1) or scene.at(at + 2)
    whose = owner is not None and owner.kind in COLLECTIVES and owner.prefix == "ل"
    return whose or ordinal(scene, at + 1) is not None


def _sits(scene: Scene, at: int) -> bool:
    """ "الاجتماع الـ180 لمؤتمر أوبك": a conference that is an organ of its body, and has meetings that are counted."""
    body = scene.at(at + 1)
    if body is None or body.kind not in COLLECTIVES or body.prefix:
        return False
    front = at - 1
    while scene.norm(front) in adjectives() or scene.norm(front).isdigit() or scene.norm(front) == "ال":
        front -= 1
    counted = any(ordinal(scene, i) is not None or scene.norm(i).isdigit() for i in range(front + 1, at))
    meeting = scene.noun(front)
    return counted and meeting is not None and meeting.definite and meeting.noun.lemma == "اجتماع"


def other_than_talks(scene: Scene, reach: range) -> bool:
    """ "في باريس في نهائي الكأس", "أمام القاضي", "على أن الحل ممكن": a match, a court, an agreement in opinion."""
    opinions = (i for i in reach if (scene.norm(i), scene.norm(i + 1)) == ("علي", "ان"))
    agreed = any(scene.norm(i - 1) not in "،," for i in opinions)  # behind a comma it is "on condition that"
    return agreed or any(bare(scene.norm(i)) in words("no_talks") for i in reach)
