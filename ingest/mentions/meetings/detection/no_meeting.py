"""Where a noun of meetings tells of no meeting: a count, a match, an interview, a call, a term, part of another name."""

from __future__ import annotations

from ingest.mentions.meetings.date.ordinals import ordinal
from ingest.mentions.meetings.lexicon import Form, adjectives, words
from ingest.mentions.meetings.scene import PARTIES, Scene, bare, is_holding
from ingest.mentions.meetings.word_places import said
from ingest.mentions.mention import COLLECTIVES, Kind
from ingest.parts import Sentence


def is_counted(scene: Scene, form: Form, at: int) -> bool:
    """ "18 ندوة", "(18) ندوة": so many of them, and none is told of."""
    if form.prefix or form.definite:
        return False
    number = scene.at(at - 1)
    index = at - 2 if scene.norm(at - 1) == ")" else at - 1
    if scene.norm(index - 1) == "+":
        return False  # "لجنة 5+5"
    return scene.norm(index).isdigit() and (number is None or number.kind is not Kind.DATE)


def is_match(scene: Scene, sentence: Sentence, form: Form) -> bool:
    """ "قمة" and "لقاء" are matches in an article on sport, "قمة" also in a sentence on it."""
    if form.noun.kind != "summit" and form.noun.lemma != "لقاء":
        return False
    if scene.sport >= 4:
        return True
    summit = scene.sport and form.noun.kind == "summit"
    return bool(summit) and any(t.norm in words("sport") for t in scene.document.tokens_of(sentence))


def is_interview(scene: Scene, form: Form, at: int) -> bool:
    """ "في لقاء مع قناة …", "لقاء إعلامي"."""
    if form.noun.lemma != "لقاء":
        return False
    after = [scene.norm(i) for i in range(at + 1, at + 4)]
    return after[0] in words("interviews") or (after[0] == "مع" and any(word in words("media") for word in after[1:]))


def is_call(scene: Scene, sentence: Sentence, form: Form, last: int) -> bool:
    """Talks told of a telephone call; with a place or a visit they are talks at a table."""
    if form.noun.group != "talks":
        return False
    called = said(scene, max(sentence.first - 40, 0), min(sentence.last, last + 30), "by_telephone")
    return bool(called) and not any(m.kind is Kind.PLACE for m in scene.between(last, min(last + 10, sentence.last)))


def is_term(scene: Scene, sentence: Sentence, form: Form, last: int) -> bool:
    """ "الدورة الأولى من السنة التشريعية", "جلسة محاكمة", "جلسة الأسئلة الشفوية"."""
    if form.noun.group != "session":
        return False
    return any(scene.norm(i) in words("not_session") for i in range(last, min(last + 5, sentence.last)))


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
    if mention is not None and mention.kind in COLLECTIVES and (mention.first < at or form.noun.group != "forum"):
        return mention.first < at or not (form.length == 2 or _yearly(scene, form, at))  # "الجامعة الصيفية"
    if mention is not None and mention.kind in PARTIES and mention.first < at:
        numbered = form.noun.kind == "conference" and not form.prefix and ordinal(scene, at + 1) is not None
        return not (form.definite and numbered)  # "الناطق باسم المؤتمر الثالث ل…"
    before = bare(scene.norm(at - 1))
    named = words("no_meeting_before")
    return form.definite and (before.removeprefix("ال") in named or before.removeprefix("ب") in named)


def other_than_talks(scene: Scene, reach: range) -> bool:
    """ "في باريس في نهائي الكأس", "أمام القاضي", "على أن الحل ممكن": a match, a court, an agreement in opinion."""
    agreed = any((scene.norm(i), scene.norm(i + 1)) == ("علي", "ان") for i in reach)
    return agreed or any(bare(scene.norm(i)) in words("no_talks") for i in reach)
