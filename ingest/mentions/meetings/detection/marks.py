"""What the words beside a noun say of its meeting: on its margins, the same, another edition, a plan that was not kept."""

from __future__ import annotations

from ingest.mention import COLLECTIVES, Kind
from ingest.mentions.meetings.detection.prepared import PREPARED, PREPARES, is_preparatory, is_prepared
from ingest.mentions.meetings.lexicon import any_of, verb_class, words
from ingest.mentions.meetings.scene import Scene, Spot, bare, first_within
from ingest.mentions.meetings.status.asked import to_be_brought
from ingest.mentions.meetings.status.to_come import foiled, is_frame, is_matter, long_before
from ingest.mentions.meetings.word_places import said, said_bare

_INSTEAD = 10  # tokens in front of a meeting in which another is told to be held in its place
_FAR = 60  # tokens in front of a meeting in which it is told that another sees it begin
_YEAR = 9  # tokens behind a former meeting in which its year is told
_HOUR = 9  # tokens around talks in which the meeting is named by whose hour they are told
_MET = frozenset({"meet", "receive", "confer"})
_OTHER, _SENTENCE = 6, 24  # tokens in front of a verb of following in which the other meeting is named


def mark(scene: Scene, spot: Spot) -> None:
    """What the words beside a noun say of it: margins, demonstratives, other editions."""
    before = [bare(scene.norm(i)) for i in range(max(spot.first - 4, spot.sentence.first), spot.first)]
    other = first_within(scene.noun_places, max(spot.first - 4, spot.sentence.first), spot.first) is not None
    behind = range(spot.last, min(spot.last + 2, spot.sentence.last))
    dated = scene.at(spot.last) if spot.definite and spot.last < spot.sentence.last else None
    adverb = dated is not None and dated.kind is Kind.DATE  # "أن تنعقد القمة العام الماضي"
    after = [scene.norm(i) for i in behind if not adverb]
    inside = [scene.norm(i) for i in range(spot.first, spot.last)]
    if not other and any(word.removeprefix("ب") in words("margin") for word in before):
        spot.marks.add("main")
    hour = len(before) > 1 and before[-2] in words("hour_before")  # "وعقد قبل ذلك اجتماع"
    if before and before[-1] in words("this") and (spot.definite or not hour):
        spot.marks.add("same")
    if any(word in words("same") and (spot.definite or word not in words("this")) for word in after):
        spot.marks.add("same")
    if any(word in words("previous") for word in after + inside):
        spot.marks.add("previous")
    if before and before[-1] in words("last_of") and not spot.prefix:
        spot.marks.add("previous")  # "آخر دورة للمنتدى كانت قد جرت …"
    if any(word in words("following") for word in after + inside):
        spot.marks.add("following")
    if long_before(scene, spot) or _of_another_year(scene, spot):
        spot.marks.add("previous")
    if is_frame(scene, spot):
        spot.marks.add("frame")
    if is_matter(scene, spot):
        spot.marks.add("matter")
    if is_prepared(scene, spot):
        spot.marks.add(PREPARED)
    if is_preparatory(scene, spot):
        spot.marks.add(PREPARES)
    if explains(scene, spot.first) or _they_met_in(scene, spot) or _agreed_at_the_end_of(scene, spot):
        spot.marks.add("explains")
    if _in_place_of(scene, spot) or (not spot.anaphoric and _coincides(scene, spot)) or _begins_within(scene, spot):
        spot.marks.add("beside")
    if scene.norm(spot.first - 1) == "اما" and spot.last - spot.first > 1:
        spot.marks.add("contrast")
    if foiled(scene, spot):
        spot.marks.add("foiled")
    if any(word in words("new") for word in after[:1] + inside) or to_be_brought(scene, spot):
        spot.marks.add("new")
    if (other_meeting := _around(scene, spot)) is not None:
        spot.marks.add(f"around {other_meeting}")
    counted = any(word in any_of("teen", "teens") for word in inside)  # "الجلسة الثانية والعشرون"
    part = words("ceremonial") if spot.possessive else words("opening")
    ceremonial = any(word in part for word in inside) and not counted
    if ceremonial and spot.noun.lemma == "جلسه" and not _plenary(scene, spot, inside):
        spot.marks.add("part")


def _of_another_year(scene: Scene, spot: Spot) -> bool:
    """ "تحتضن الاجتماع للمرة الثانية بعد الاجتماع المنعقد في وهران سنة 2005": not the one told in front of it."""
    led = scene.norm(spot.last) in any_of("participles", "relative")
    if not (spot.definite and led and not spot.possessive and bare(scene.norm(spot.first - 1)) == "بعد"):
        return False
    if first_within(scene.noun_places, spot.sentence.first, spot.first) is None:
        return False
    dates = [m for m in scene.between(spot.last, min(spot.last + _YEAR, spot.sentence.last)) if m.kind is Kind.DATE]
    return any(scene.norm(i).isdigit() and len(scene.norm(i)) == 4 for m in dates[:1] for i in range(m.first, m.last))


def explains(scene: Scene, at: int) -> bool:
    """ "جلسات المجلس، أي اجتماع الوزراء": that is to say."""
    return scene.norm(at - 1) == "اي" and scene.norm(at - 2) in "،,("


def _in_place_of(scene: Scene, spot: Spot) -> bool:
    """ "تعقد قمة مشتركة عوضا عن القمة العربية والقمة الإسلامية": not the one that is held instead."""
    front = range(spot.first - 1, max(spot.first - _INSTEAD, spot.sentence.first) - 1, -1)
    if not said(scene, front.stop + 1, spot.first, "instead"):
        return False
    end = next((i for i in front if scene.norm(i) in ".؛:،,"), front.stop)
    return bool(said(scene, end + 1, spot.first, "instead"))


def _they_met_in(scene: Scene, spot: Spot) -> bool:
    """ "اجتمع الوزراء أمس في لندن، في أول لقاء على هذا المستوى": what they met in is their meeting."""
    if spot.anaphoric or spot.prefix or spot.noun.lemma not in words("what_they_met_in"):
        return False
    at = spot.first - 1
    counted = scene.at(at) is None and scene.norm(at) in words("first_or_nth")
    at -= counted
    if scene.at(at) is not None or scene.norm(at) not in words("in_a_meeting"):
        return False
    front = range(at - 1, max(at - _SENTENCE, spot.sentence.first) - 1, -1)
    for index in front:
        word = bare(scene.norm(index))
        form = scene.noun(index) if scene.at(index) is None else None
        if word in ".؛:" or form is not None:  # "خلال اجتماعهم اليوم في …، في أول اجتماع للمجموعة"
            theirs = form is not None and form.possessive == "هم" and scene.norm(at - 1) in "،,"
            return theirs and counted and form is not None and form.noun.lemma == spot.noun.lemma
        verb = verb_class(scene.norm(index)) if scene.at(index) is None else None
        if verb is not None:
            return verb[0] in ("gather", "assemble") or (verb[0] in _MET and _tells_how(scene, spot))
    return False


def _tells_how(scene: Scene, spot: Spot) -> bool:
    """ "التقى فلان علانا في لقاء مغلق في مدريد", "… في اجتماع دام ساعة": how they met, and not at which meeting."""
    if any(scene.norm(i) not in words("how_they_met") for i in range(spot.first + 1, spot.last)):
        return False
    behind = scene.norm(spot.last)
    more = behind in any_of("how_they_met", "goes_on_about_it") and scene.at(spot.last) is None
    where = spot.last > spot.first + 1 and behind in words("place_prepositions")
    return (more and spot.last < spot.sentence.last) or where or behind in "،.؛"


def _agreed_at_the_end_of(scene: Scene, spot: Spot) -> bool:
    """ "اتفق المشاركون في المحادثات أمس على …، وذلك في ختام اجتماع ترأسه فلان": what they agreed on was agreed there."""
    ends = scene.norm(spot.first - 2) == "في" and scene.norm(spot.first - 1) in words("ending")
    if not ends or spot.anaphoric or spot.verb:
        return False
    told = [i for i in scene.noun_places if spot.sentence.first < i < spot.first]
    return len(told) == 1 and any(scene.norm(told[0] - back) in words("those_there") for back in (1, 2))


def _around(scene: Scene, spot: Spot) -> str | None:
    """ "عقد الوزيران قبيل الاجتماع لقاء", "لقاء ثنائيا عشية القمة": the noun of the meeting by whose hour talks are told."""
    if spot.anaphoric:
        return None
    for at in range(max(spot.first - _HOUR, spot.sentence.first), min(spot.last + _HOUR, spot.sentence.last)):
        form = scene.noun(at)
        if form is None or at == spot.first or not form.definite or form.noun.lemma == spot.noun.lemma:
            continue
        hour = at - 1
        while scene.at(hour) is None and scene.norm(hour) in words("edge_of"):
            hour -= 1
        if scene.at(hour) is None and bare(scene.norm(hour)) in any_of("at_the_edge", "day_around"):
            return form.noun.lemma
    return None


def _plenary(scene: Scene, spot: Spot, inside: list[str]) -> bool:
    """ "الجلسة العامة لمجموعة …": a sitting of a body, and not that which opens or closes one."""
    body = scene.at(spot.last) if spot.last < spot.sentence.last else None
    of_body = body is not None and body.kind in COLLECTIVES and body.prefix == "ل"
    return of_body and any(word in words("plenary") for word in inside)


def _coincides(scene: Scene, spot: Spot) -> bool:
    """ "يتزامن الاجتماع مع استضافة البلاد مؤتمرا", "سبقت القمة قمة خليجية": one beside that which the sentence names."""
    front = said_bare(scene, max(spot.first - 14, spot.sentence.first), spot.first, "coincides")
    verb = next((i for i in front if scene.at(i) is None), None)
    if verb is None:
        return False
    reach = _SENTENCE if scene.norm(verb).endswith(("ه", "ها")) else _OTHER  # "عقدوا اجتماعا في …، تلاه اجتماع"
    return first_within(scene.noun_places, max(verb - reach, spot.sentence.first), spot.first) is not None


def _begins_within(scene: Scene, spot: Spot) -> bool:
    """ "شهدت القمة … انطلاق الاجتماع العربي للشباب": one named in full that begins within another of its sentence."""
    if scene.norm(spot.first - 1) not in words("begins_of") or spot.last - spot.first < 2:
        return False
    front = range(max(spot.sentence.first, spot.first - _FAR), spot.first - 1)
    verb = next((i for i in front if scene.at(i) is None and bare(scene.norm(i)) in words("sees")), None)
    return verb is not None and first_within(scene.noun_places, verb - 6, spot.first - 1) is not None
