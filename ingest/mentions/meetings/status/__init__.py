"""Whether a meeting is told as held, to come, postponed or cancelled where a spot names it, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.cues import governing
from ingest.mention import COLLECTIVES, Mention
from ingest.mentions.meetings.date.ending_day import ENDING_DAY
from ingest.mentions.meetings.detection.elided import number_of
from ingest.mentions.meetings.detection.prepared import PREPARES, of_what_is_prepared
from ingest.mentions.meetings.due import was_due_before
from ingest.mentions.meetings.lexicon import any_of, turns_off, words
from ingest.mentions.meetings.place.moved import moved_to
from ingest.mentions.meetings.preceded import opens_plan
from ingest.mentions.meetings.scene import Scene, Spot, bare, first_within
from ingest.mentions.meetings.status.asked import asked, expected, if_there, is_past, may_come, on_course
from ingest.mentions.meetings.status.beside import beside_it, hosts_another, up_to_another
from ingest.mentions.meetings.status.put_off import coming_only, is_put_off_behind, off_in_front, put_off_before, told_anew
from ingest.mentions.meetings.status.ruled_out import date_spoken_of, not_on_time, will_be_missed, would_do_with
from ingest.mentions.meetings.status.striven_for import agreed_on, decided_on, reckoned_on, striven_for
from ingest.mentions.meetings.status.to_come import counted_down, demanded, in_vain, meanwhile, some_time_after, was_to
from ingest.mentions.meetings.status.when import beside_today, by_today
from ingest.parts import Zone
from ingest.sieve import Sieve
from ingest.tenses import is_future_form
from ingest.unreal import by_plan, foreseen, irrealis
from kg.claim import Span

_SHORT, _END = 4, 45  # letters of a future that tells little ("سيتم"); tokens in which a sentence may take back what it says


@dataclass(slots=True, unsafe_hash=True)
class Status:
    """ "held", "planned", "postponed" or "cancelled"; `strength` 0 (no sign) to 6; the words that say so."""

    value: str
    strength: float
    span: Span


def read(scene: Scene, spot: Spot, date: Mention | None, told_as: str | None) -> Status:
    """The status that the clause of one spot gives; `told_as`: whether it is told as denied, supposed or planned."""
    found = [Status("held", 0.0, span := Span(scene.tokens[spot.first].start, scene.tokens[spot.last - 1].end))]
    before = _before(scene, spot)
    held = "main" in spot.marks or (bool(spot.verb) and bare(scene.norm(spot.first))[:1] not in "يتسن")
    after = _after(scene, spot, held=held or any(bare(scene.norm(i)) in words("held") for i in before[:7]))
    after = up_to_another(scene, after)
    off, anew = [*off_in_front(scene, spot, before[:7])], [*told_anew(scene, spot)]
    found += (Status(value, sure, _join(scene, at, span)) for value, sure, at in (*off, *anew))
    telling = scene.document.once("telling of status", lambda: {*scene.document.sifted(_tell)})
    for row in (before, after):
        for steps, index in enumerate(row):
            if index not in telling and not spot.first - 2 <= index <= spot.first:
                continue
            value = _word(scene, spot, index, date, near=steps < 7)
            if value is not None:
                found.append(Status(value[0], value[1] - 0.02 * steps, _join(scene, index, span)))
    found += [*_put_off(scene, spot, after, span), *_after_all(scene, spot, span)]
    if "foiled" in spot.marks and beside_today(scene.document, date) < 0:
        date = None  # the day of a plan that was given up: nothing says that it was held then
        found.append(Status("postponed", 3.6, span))
    if anew or was_due_before(scene, spot) is not None:
        date = None  # nor of a plan at all
    if spot.verb and is_future(bare(scene.norm(spot.first))) and was_to(scene, spot):
        found.append(Status("planned", 4.7, span))  # "كان الطرفان سيجتمعان أمس لولا …": it is not told that they did
    if by_plan(scene.document, spot.sentence, spot.first):
        found.append(Status("planned", 3.4, span))
    if date is not None and spot.anaphoric and ENDING_DAY in date.tags:
        date = None  # "تختتم القمة غدا": it is on, or to come as the article tells elsewhere
    found += _by_day(scene, date, span)
    if told_as in ("supposed", "planned") or asked(scene, spot) or demanded(scene, spot):
        found.append(Status("planned", 3.9, span))
    if striven_for(scene, spot) or decided_on(scene, spot) or reckoned_on(scene, spot) or if_there(scene, spot, before):
        found.append(Status("planned", 3.4, span))
    if date_spoken_of(scene, spot) or will_be_missed(scene, spot) or would_do_with(scene, spot) or moved_to(scene, spot):
        found.append(Status("planned", 3.0, span))
    if not_on_time(scene, spot, date) or is_put_off_behind(scene, spot):
        found.append(Status("postponed", 5.0, span))
    if counted_down(scene, spot):
        found.append(Status("planned", 4.6, span))
    if (ended := in_vain(scene, spot)) is not None:
        found.append(Status(ended, 5.0, span))
    if expected(scene, spot) or may_come(scene, spot, before, after) or some_time_after(scene, spot):
        found.append(Status("planned", 1.9, span))
    found += (Status(value, sure, span) for value, sure in beside_it(scene, spot, before))
    found += (Status(*told, span) for told in by_today(beside_today(scene.document, date), agreed=agreed_on(scene, spot)))
    return max(found, key=lambda status: status.strength)


def _put_off(scene: Scene, spot: Spot, after: list[int], span: Span) -> Iterator[Status]:
    """ "الاجتماع … أرجئ", "الذي ألغي", "تقرر تأجيله": said behind the meeting."""
    for index in after[:16]:
        word = bare(scene.norm(index))
        before = scene.norm(index - 1)
        if word.startswith("لكن"):
            return  # what follows is read by `_after_all`
        if word not in any_of("put_off", "called_off", "postponed", "cancelled", "put_off_or_term"):
            continue
        for value, verbs, names in (("postponed", "put_off", "postponed"), ("cancelled", "called_off", "cancelled")):
            decided = bare(before) in words("was_decided") and word in words(names) and word.endswith(("ه", "ها"))
            after_all = bare(scene.norm(spot.first - 1)) in words("held") or scene.norm(index + 1) in words("so_often")
            if (before in words("relative") and after_all) or put_off_before(scene, spot, index):
                continue  # "عقد الاجتماع الذي تأجل", "الاجتماع الذي تأجل مرتين سيعقد غدا"
            if scene.norm(index + 1) in words("own_part"):
                continue
            passive = word in words(verbs) or (value == "postponed" and _is_put_off(scene, index))
            if (passive or decided) and before not in words("no_event_before"):
                being = foreseen(scene.reading, spot.sentence, index)  # "نفى أن يكون الاجتماع قد ألغي"
                still_on = governing(scene.reading, spot.sentence, index if being is None else being) == "denied"
                yield Status("planned" if still_on else value, 4.6, _join(scene, index, span))


def _is_put_off(scene: Scene, index: int) -> bool:
    """ "وقد أجل", "الذي كان مقررا في القاهرة أجل.": no "من أجل", "إلى أجل غير مسمى"."""
    if bare(scene.norm(index)) not in words("put_off_or_term"):
        return False
    before = scene.norm(index - 1)
    return before in words("already") or (scene.norm(index + 1) in ".،؛" and before not in ("من", "الي", "علي"))


def _after_all(scene: Scene, spot: Spot, span: Span) -> Iterator[Status]:
    """ "كان مقررا أن ينعقد … إلا أنه تأجل", "لم ينعقد الاجتماع … بعد أن أجلته الأغلبية": said at the end of the sentence."""
    turns = scene.document.once("turns of clauses", lambda: _turns(scene))
    turn = first_within(turns, spot.last, min(spot.last + _END, spot.sentence.last - 1))
    if turn is None or first_within(scene.stops, spot.last, turn) is not None:
        return
    if all(scene.at(i) is not None or scene.noun(i) is None for i in range(spot.last + 2, turn + 1)):
        yield from _taken_back(scene, spot, range(turn + 1, min(turn + 5, spot.sentence.last)), span)


_turning = Sieve(lambda norm: norm.removeprefix("و").startswith(("لكن", *words("contrasts"))) or norm.startswith("بعد"))


def _turns(scene: Scene) -> list[int]:
    """Where clauses begin that turn a sentence around."""
    return [index for index in scene.document.sifted(_turning) if _turns_at(scene, index)]


def _turns_at(scene: Scene, index: int) -> bool:
    """ "لكن", "إلا أنه", "بعد أن"."""
    word, following = scene.norm(index), scene.norm(index + 1)
    but = turns_off(word.removeprefix("و"), following, "contrasts")
    return but or word == "بعدما" or (word == "بعد" and following == "ان")


def _taken_back(scene: Scene, spot: Spot, reach: range, span: Span) -> Iterator[Status]:
    """A verb of putting or calling off among the first words of a clause that turns the sentence around."""
    for index in reach:
        verb, before = scene.norm(index), scene.norm(index - 1)
        for value, verbs in (("postponed", "put_off"), ("cancelled", "called_off")):
            put_off = verb in words(verbs) or (verb in words("put_off_or_term") and before != "من" and value == "postponed")
            own = scene.norm(index + 1) in words("own_part")  # "بعدما ألغى سفره": he does not come
            if put_off and not own and before not in words("no_event_before") and not put_off_before(scene, spot, index):
                yield Status(value, 4.7, _join(scene, index, span))
        form = scene.noun(index)
        if not (verb.startswith("ان") or verb == "قد" or (form is not None and form.definite)):
            return  # "لكن الزيارة تأجلت": something else


def _before(scene: Scene, spot: Spot) -> list[int]:
    """Token numbers in front of a spot, nearest first, back to the border of the clause."""
    indices: list[int] = []
    if bare(scene.norm(spot.first - 1)) in words("topic_is"):
        return indices  # "تصدر اليوم توصيات عن الاجتماع"
    whose = scene.at(spot.first - 1)
    if spot.prefix == "ل" and whose is not None and whose.kind in COLLECTIVES:
        return indices  # "عقدت اللجنة التحضيرية للقمة اجتماعا"
    for index in range(spot.first - 1, max(spot.first - 24, spot.sentence.first) - 1, -1):
        if scene.norm(index) in ".؛؟:" or scene.norm(index) in words("and_that") or meanwhile(scene, index):
            break
        if scene.at(index) is None:
            indices.append(index)
        if scene.norm(index) in words("that") and len(indices) > 1:
            behind = range(index - 1, max(index - 4, spot.sentence.first - 1), -1)
            indices += [i for i in behind if bare(scene.norm(i)) in words("planned")]  # "من المقرر أن …"
            break
    return indices


def _after(scene: Scene, spot: Spot, *, held: bool) -> list[int]:
    """Token numbers from a spot on, up to the border of the clause; where it is told as held in front, up to another that is
    still to come ("عقد مباحثات مع فلان، ومن المقرر أن يلتقي علانا")."""
    indices: list[int] = [spot.first] if spot.verb else []
    for index in range(spot.last, min(spot.last + 22, spot.sentence.last)):
        quoted = scene.norm(index) in '"“«' and scene.norm(index - 1) in "،,"
        word = bare(scene.norm(index))
        to_be = word == "ان" and index <= spot.last + 3 and scene.norm(index + 1) in words("present")  # "يحتمل أن تنعقد"
        said = (word in words("saying") and not to_be) or (held and opens_plan(scene, index))
        theirs = PREPARES in spot.marks and word in any_of("relative", "planned") and of_what_is_prepared(scene, spot, index)
        if quoted or said or theirs or word in ".؛؟:" or word in any_of("in_order_to_attend", "likens"):
            break
        if scene.noun(index) is not None and scene.at(index) is None and index > spot.last + 1:
            other = _clause_of(scene, index) if number_of(scene, index) else index - 2
            return [i for i in indices if i < other]  # what is said right before another meeting is said of that one
        if scene.at(index) is None:
            indices.append(index)
    return indices


def _clause_of(scene: Scene, at: int) -> int:
    """Where the clause begins in which a meeting is told by its number: "… وتستعد الجزائر لاستضافة الثانية"."""
    opens = (i for i in range(at, at - 8, -1) if scene.norm(i) in "،,؛" or scene.norm(i).startswith("و"))
    return next(opens, at - 2)


def _by_day(scene: Scene, date: Mention | None, span: Span) -> list[Status]:
    """ "أمس", "الثلاثاء الماضي" are over, "غدا", "الأربعاء المقبل" are to come, whatever the day."""
    if date is None:
        return []
    said = {scene.norm(i) for i in range(date.first, date.last)}
    if said & words("yesterday"):
        return [Status("held", 4.45, span)]
    return [Status("planned", 4.45, span)] if said & words("tomorrow") else []


def _may_tell(norm: str) -> bool:
    """Whether a word says something of a meeting wherever it stands."""
    word = bare(norm)
    return word in any_of("planned", "held", "present", "ahead", "its_holding", "for_its_holding") or is_future(word)


_tell = Sieve(_may_tell)


def _word(scene: Scene, spot: Spot, index: int, date: Mention | None, *, near: bool) -> tuple[str, float] | None:
    """What one word of the clause says and how strongly."""
    word = bare(scene.norm(index))
    if word in words("planned") and bare(scene.norm(index - 1)).removeprefix("ب") in words("margin"):
        return None  # "على هامش التحضيرات"
    if word in words("planned") and is_past(scene, spot):
        return None  # "للقمة المقررة في …، استقبل الوزير", "بحث مع السفير زيارة مرتقبة": said of another
    if word in words("planned") and (near or index > spot.last):
        return ("planned", 1.6 if on_course(scene, spot) else 3.5 if near else 2.0)
    if is_future(word) and not hosts_another(scene, spot, index):
        holding = word[1:] in words("hold") or word.startswith(tuple(words("will_meet")))
        hosted = index > spot.last and scene.norm(spot.last) in words("relative")  # "القمة التي تحتضنها باريس ستبحث …"
        comes = word[1:] in words("would_come")  # which tells less where the meeting has begun
        return ("planned", 2.5 if comes else 4.0 if holding else 2.3 if hosted else 1.6)
    if word in words("its_holding") and bare(scene.norm(index - 1)) in words("agreed"):
        return ("planned", 3.0)
    if word in words("held") or (index == spot.first and spot.verb and word[:1] not in "يت" and not is_future(word)):
        led = scene.norm(index - 1) in words("relative") or scene.norm(index - 1) in words("already")
        told = index > spot.last and (led or word in words("participles"))
        if told and not led and spot.sentence.zone is Zone.TITLE:
            return ("held", 2.4)  # "… تشارك في الاجتماع المنعقد بالجزائر": a headline says so of what is to come too
        return ("held", 3.6 if told else 3.2 if near else 1.5)
    if spot.verb and index == spot.first and word.startswith(tuple(words("begins_met"))):
        return ("held", 3.2)
    if word in words("present"):
        perhaps = bare(scene.norm(index - 1)) in words("perhaps")
        if perhaps or (index > spot.last and irrealis(scene.document, spot.sentence, index) == "supposed"):
            return ("planned", 2.6)  # "القمة العربية قد تنعقد في …", "يحتمل أن تنعقد"
        near_by = (scene.norm(index - 1), scene.norm(index - 2) if scene.at(index - 1) is not None else "")
        relative = index > spot.last or any(one in words("relative") for one in near_by)
        if relative or spot.sentence.zone is Zone.TITLE:
            return ("held", 2.2 if relative else 0.9)
        return ("planned", 2.6) if date is not None or index == spot.first else ("planned", 1.2)
    if word in any_of("ahead", "for_its_holding") and spot.first - 3 <= index < spot.first:
        return ("planned", 3.0 if word in words("for_its_holding") else 2.0)
    leads = spot.first - (2 if scene.norm(spot.first - 1) in words("this") else 1)
    if index == leads and bare(scene.norm(index)) in words("within"):
        to_come = _to_come(scene, spot)
        front = range(max(spot.first - 6, spot.sentence.first), index)
        if any(bare(scene.norm(i)) in words("cancelled") and coming_only(scene, spot, i) for i in front):
            return ("planned", 1.2)
        if to_come and bare(scene.norm(index)) not in words("over"):
            return ("planned", 1.8)  # "سيسعى الرئيس إلى … خلال القمة"
        over = bare(scene.norm(index)) in words("over") and not to_come
        return ("held", 3.2 if over else 1.8)
    return None


def _to_come(scene: Scene, spot: Spot) -> bool:
    """Does a verb or noun of the future stand in the clause in front: "سيصدر بيان بعد الاجتماع"?"""
    reach = [bare(scene.norm(i)) for i in range(max(spot.first - 12, spot.sentence.first), spot.first)]
    return any(is_future(word) or word in words("planned") for word in reach)


def is_future(word: str) -> bool:
    """A verb with the future prefix that may tell when a meeting is: "سينعقد"; of "سيتم" and the like its noun does."""
    return len(word) > _SHORT and is_future_form(word)


def _join(scene: Scene, index: int, span: Span) -> Span:
    token = scene.tokens[index]
    return Span(min(token.start, span.start), max(token.end, span.end))


def overall(statuses: list[Status]) -> Status:
    """The status of a meeting from those of its spots: a sure one decides, otherwise the sum of the signs."""
    best = max(statuses, key=lambda status: status.strength)
    if best.strength >= 4.4 or {status.value for status in statuses if status.strength >= 2.6} == {"held"}:
        return best  # "افتتح الاجتماع … وسيشارك فيه فلان": faint signs do not add up against it
    sums: dict[str, float] = {}
    for status in statuses:
        sums[status.value] = sums.get(status.value, 0.0) + status.strength
    value = max(sums, key=sums.__getitem__)
    return max((status for status in statuses if status.value == value), key=lambda status: status.strength)
