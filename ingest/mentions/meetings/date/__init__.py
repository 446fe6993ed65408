"""When a meeting is: the date beside a spot."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from ingest.mention import DateValue, Kind, Mention
from ingest.mentions.meetings.date.day_of_journey import of_journey
from ingest.mentions.meetings.date.ending_day import ENDING_DAY, days_that_end, is_later_day
from ingest.mentions.meetings.date.gap import Gap, day_by_gap, gap
from ingest.mentions.meetings.date.last_day import since_first_day
from ingest.mentions.meetings.date.lasting import lasting
from ingest.mentions.meetings.date.lead_day import of_the_lead
from ingest.mentions.meetings.date.margin import at_margin, of_the_guest
from ingest.mentions.meetings.date.nth_day import from_first_day
from ingest.mentions.meetings.date.of_words import (
    finest,
    in_another_clause,
    met_then,
    of_later,
    of_whom_they_met,
    of_words,
    period_from,
    since_then,
    tells_another,
)
from ingest.mentions.meetings.date.ordinals import ordinal
from ingest.mentions.meetings.date.put_off import asked_for, put_off_to
from ingest.mentions.meetings.detection.prepared import PREPARED, over_before
from ingest.mentions.meetings.lexicon import adjectives, any_of, words
from ingest.mentions.meetings.parties.going_on import meets_again
from ingest.mentions.meetings.preceded import opens_plan
from ingest.mentions.meetings.scene import (
    Scene,
    Spot,
    bare,
    is_edition_of,
    is_holding,
    is_own_edition,
    of_somebody,
)
from ingest.mentions.meetings.status.to_come import attacked, of_agenda, thought_of
from kg.claim import PartialDate, Span

_AHEAD = 20  # years after the article beyond which nothing is announced
_CLAUSE = 12  # tokens in front of a date in which the meeting is named whose clause it stands in
_PLAN = 6  # tokens from a relative to the verb of holding of its clause
_AT_THE_HEAD = 9  # the cost of the day at the head of a page: any other that is told outweighs it
_FAR = 120  # tokens from a spot beyond which no date is its own, however many of them are names


def date_of(scene: Scene, spot: Spot) -> Mention | None:
    """The date beside a spot, as the days that the meeting lasts."""
    away = gap(scene, spot)
    date = put_off_to(scene, spot) or _beside(scene, spot, away) or _year_behind(scene, spot)
    date = date or (of_the_lead(scene, spot) if away is None else day_by_gap(scene, spot, away))
    if date is None:
        return None
    if (whole := since_first_day(scene, spot, date)) is not None:
        return whole
    date = _finer(scene, spot, date)
    lasted = lasting(scene, spot, date)
    if lasted is date and is_later_day(scene, spot, date):
        return days_that_end(scene, spot, date) or replace(date, tags=date.tags | {ENDING_DAY})
    return from_first_day(scene, spot, lasted)


def _finer(scene: Scene, spot: Spot, date: Mention) -> Mention:
    """ "مؤتمر العام الماضي، الذي نظم في الثاني من يونيو 2022": the day of the year that is told first."""
    start = date.date.start if date.date is not None else None
    if start is None or start.month is not None or date.first < spot.first:
        return date
    held, beside = False, date.first <= spot.last + 1
    for index in range(date.last, min(date.last + _CLAUSE, spot.sentence.last)):
        mention, word = scene.at(index), scene.norm(index)
        if mention is None and (word in ".؛:" or scene.noun(index) is not None):
            break
        held = held or (mention is None and is_holding(word) and (beside or scene.norm(index - 1) == "قد"))
        day = mention.date.start if mention is not None and mention.date is not None else None
        if held and mention is not None and day is not None and day.year == start.year and day.month is not None:
            return mention
    return date


def _year_behind(scene: Scene, spot: Spot) -> Mention | None:
    """ "قمة بيروت 2002": a year right behind the place in construct."""
    place = scene.at(spot.last) if spot.last < spot.sentence.last else None
    if place is None or place.kind not in (Kind.PLACE, Kind.COUNTRY) or place.prefix or spot.definite or spot.verb:
        return None
    year, token = scene.norm(place.last), scene.tokens[min(place.last, len(scene.tokens) - 1)]
    told = scene.document.reference.date
    if place.last >= spot.sentence.last or not (year.isdigit() and len(year) == 4 and year[:2] in ("19", "20")):
        return None
    if told is not None and int(year) > told.year + 5:
        return None
    value = DateValue(PartialDate(int(year)), None, "text")
    return Mention(Kind.DATE, place.last, place.last + 1, Span(token.start, token.end), None, "a year", date=value)


def _beside(scene: Scene, spot: Spot, away: Gap | None) -> Mention | None:
    found: list[tuple[int, Mention]] = []
    first = max(spot.sentence.first, spot.first - _FAR) if away is None else spot.first
    refused = asked_for(scene, spot)
    for mention in scene.starting(first, min(spot.sentence.last, spot.last + _FAR)):
        if mention.kind is not Kind.DATE or mention.date is None or mention.date.start is None or mention is refused:
            continue
        cost = _date_cost(scene, spot, mention)
        found += [(cost, mention)] if cost is not None else []
    best = min(found, key=lambda pair: pair[0], default=None)
    return finest(best[1], [mention for _, mention in found]) if best else None


def _date_cost(scene: Scene, spot: Spot, date: Mention) -> int | None:
    """How far a date is from a spot, None where another meeting, a full stop or a word of time stands between."""
    if _of_other_time(scene, date) and not met_then(scene, spot, date):
        return None
    behind = date.first >= spot.last
    if of_words(scene, spot, date) or (not behind and _of_what_goes_before(scene, spot, date)):
        return None
    told = scene.document.reference.date
    start = date.date.start if date.date is not None else None
    if start is not None and told is not None and start.year > told.year + _AHEAD:
        return None  # no year, a number
    if not behind and "previous" in spot.marks and not _of_the_last(scene, spot, date):
        return None
    if not behind and (not _belongs(scene, spot, date) or _of_notice(scene, spot, date)):
        return None
    first, last = (spot.last, period_from(scene, spot, date)) if behind else (date.last, spot.first)
    last = _before_aside(scene, spot, date, last) if behind and spot.verb else last
    reach = 6 if spot.definite and "same" not in spot.marks and behind else 12
    resumed = _resumed(scene, spot, date) if behind else -1
    cost = 0
    for index in range(first, last):
        word = scene.norm(index)
        form = scene.noun(index) if scene.at(index) is None else None
        other = form is not None and form.noun.group != "works" and not (behind and over_before(scene, spot, index))
        other = other and (behind or not at_margin(scene, index))
        if word in ".؛؟" or (other and not is_edition_of(scene, index, spot) and not is_own_edition(scene, index, spot)):
            return None
        theirs = behind and (("main" in spot.marks and of_somebody(scene, index)) or of_whom_they_met(scene, spot, index))
        if theirs or (behind and _of_the_host(scene, index)):
            return None
        if behind and (tells_another(scene, index) or opens_plan(scene, index) or (spot.verb and meets_again(scene, index))):
            return None  # "استقبل فلانا، ويستقبل غدا علانا"
        if (bare(word) in words("other_event") or (not behind and word in words("meanwhile"))) and scene.at(index) is None:
            return None
        if behind and bare(word) in words("dated_events") and scene.at(index) is None:
            return None
        if behind and (bare(word) in words("because") or (word == "بعد" and scene.norm(index + 1) == "ان")):
            return None
        if bare(word) in words("saying") and not (word == "ان" and bare(scene.norm(index - 1)) in words("planned")):
            cost += 8
        cost += 1 if scene.at(index) is None and word.isalnum() and not is_holding(word) else 0
        if index == resumed:
            cost = 1
        if cost > reach and index >= resumed:
            return None
    coarse = start is not None and start.day is None
    return cost + (0 if behind else _AT_THE_HEAD if _of_the_page(scene, spot, date) else 3 if coarse else 2)


def _before_aside(scene: Scene, spot: Spot, date: Mention, last: int) -> int:
    """ "يجتمع وزراء المجموعة التي تدعم الائتلاف | ، اليوم الأحد، في …": who meets is told in between."""
    if scene.norm(date.first - 1) not in "،," or scene.norm(date.last) not in "،,":
        return last
    clause = range(date.first - 2, spot.last, -1)
    ends = next((i for i in clause if scene.norm(i) in "،,.؛" or scene.norm(i) in words("relative")), last)
    return ends if scene.norm(ends) in words("relative") else last


def _of_other_time(scene: Scene, date: Mention) -> bool:
    """Whether the words in front of a date give it to something else: "قبل 2019", "منذ افتتاحه عام", "اتفاق 2015"."""
    leading = bare(scene.norm(date.first - 1))
    yearly = date.date is not None and date.date.start is not None and date.date.start.month is None
    law = leading.removeprefix("ال") in words("of_year") and not yearly
    noon = scene.norm(date.first) in words("noon")  # "قبل ظهر اليوم", "بعد ظهر أمس"
    other_time = leading in words("not_of_meeting") and not noon and not _late_in(scene, date)
    if other_time or (leading.removeprefix("ال") in words("other_event") and not law):
        return True
    before = [bare(scene.norm(i)) for i in range(date.first - 3, date.first)]
    if any(one in words("as_of") and other == "من" for one, other in pairwise(before)):
        return True  # "اعتبارا من مطلع العام المقبل"
    return since_then(scene, date)


def _of_the_last(scene: Scene, spot: Spot, date: Mention) -> bool:
    """ "في مارس 2019 عقد في القاهرة آخر اجتماع": only the verb and the place stand between."""
    between = range(date.last, spot.first)
    return scene.norm(spot.first - 1) in words("last_of") and all(
        scene.at(i) is not None or is_holding(scene.norm(i)) or scene.norm(i) == "في" or scene.norm(i) in words("last_of")
        for i in between
    )


def _of_the_page(scene: Scene, spot: Spot, date: Mention) -> bool:
    """ "الرياض 12-11-2023 – كلفت القمة …": the day on which it was written."""
    return date.first - spot.sentence.first <= 4 and scene.norm(date.last) in "-–—"


def _of_what_goes_before(scene: Scene, spot: Spot, date: Mention) -> bool:
    """Is a date in front of a spot that of its agenda, of a journey, of another clause or another meeting?"""
    if {PREPARED, "back"} & spot.marks or of_agenda(scene, spot) or attacked(scene, spot) or thought_of(scene, spot):
        return True
    if of_the_guest(scene, spot, date) or in_another_clause(scene, spot, date) or of_journey(scene, spot, date):
        return True
    return of_later(scene, spot, date) or _of_other(scene, spot, date)


def _late_in(scene: Scene, date: Mention) -> bool:
    """ "مرتقبة في جنيف نهاية الشهر الماضي": the end of a month says when; "حتى نهاية", "قبل نهاية" do not."""
    at = date.first - 1
    return bare(scene.norm(at)) in words("its_end") and bare(scene.norm(at - 1)) not in words("up_to")


def _of_notice(scene: Scene, spot: Spot, date: Mention) -> bool:
    """ "أعلنت الوزارة، اليوم الخميس، إرجاء الاجتماع": the day of the notice, not that on which it was to be."""
    if not any(bare(scene.norm(i)) in any_of("postponed", "cancelled") for i in range(date.last, spot.first)):
        return False
    clause = range(max(spot.sentence.first, date.first - _FAR), date.first)
    return any(bare(scene.norm(i)) in words("announces") for i in clause)


def _of_other(scene: Scene, spot: Spot, date: Mention) -> bool:
    """ "قررت القمة التي عقدت أمس في … خلال دورة": a date in the clause of a meeting in front of it is that one's."""
    related = False
    for index in range(date.first - 1, max(date.first - _CLAUSE, spot.sentence.first) - 1, -1):
        word = scene.norm(index)
        if _of_the_host(scene, index):
            return False  # "شارك في مؤتمر القاهرة، التي تستضيف في يونيو قمة المناخ"
        if word in "،," and related and scene.norm(index + 1) in any_of("relative", "participles"):
            continue  # "اجتماع باريس، الذي عقد الاثنين، …"
        if word in ".؛:،," or (bare(word) in words("saying") and not related):
            return False
        related = related or word in words("relative") or word in words("participles")
        form = scene.noun(index)
        if form is not None and scene.at(index) is None and form.noun.group not in ("works", "edition", "session"):
            around = bare(scene.norm(index - 1)) in any_of("goes_before", "goes_behind")
            own = (related or _beside_noun(scene, index, date)) and not around
            return own and not is_edition_of(scene, index, spot)
    return False


def _beside_noun(scene: Scene, index: int, date: Mention) -> bool:
    """ "في قمة سرت عام 2010 اتفق القادة على …": only the place stands between that noun and the date."""
    at = index + 1
    while at < date.first:
        mention = scene.at(at)
        word = scene.norm(at)
        if mention is None and not (word in words("in_or_day") or word in adjectives() or ordinal(scene, at) is not None):
            return False
        at = mention.last if mention is not None else at + 1
    return True


def _resumed(scene: Scene, spot: Spot, date: Mention) -> int:
    """ "اجتماعا ضم … قد انعقد في … من …": where a verb of convening goes on with the meeting, or -1."""
    if spot.verb:
        return -1
    had = bare(scene.norm(spot.first - 1)) in words("was")
    for index in range(spot.last, date.first):
        if had and scene.at(index) is None and scene.norm(index - 1) == "قد" and is_holding(scene.norm(index)):
            return index  # "وكانت الدورة التاسعة للجنة التي أنشئت عام 2003 قد عقدت في …"
        if scene.at(index) is None and is_holding(scene.norm(index)) and _in_its_clause(scene, spot, index):
            return index
        if scene.at(index) is None and scene.norm(index) in words("convened"):
            goes_on = scene.norm(index - 1) in words("had") or scene.norm(index - 1) in words("relative")
            return index if goes_on or not spot.definite else -1
    return -1


def _in_its_clause(scene: Scene, spot: Spot, verb: int) -> bool:
    """ "جولة المحادثات بين A وB، التي كان يفترض أن تبدأ في … في 8 أغسطس": the verb of the relative clause of a spot."""
    at = next((i for i in range(verb - 1, max(verb - _PLAN, spot.last) - 1, -1) if scene.norm(i) in words("relative")), None)
    if at is None or scene.norm(verb) in words("planned") or _of_the_host(scene, at) or of_somebody(scene, at):
        return False
    between = (scene.norm(i) for i in range(at + 1, verb))
    feminine = spot.noun.lemma.endswith(("ه", "ات"))
    agrees = scene.norm(at).endswith("تي") == feminine
    return agrees and all(word in any_of("was", "planned", "was_due", "to_be") for word in between)


def _belongs(scene: Scene, spot: Spot, date: Mention) -> bool:
    """A year in front of a spot is its year only beside a verb of holding: "شهد عام 1943 مؤتمر …"."""
    start = date.date.start if date.date is not None else None
    if start is None or start.month is not None or not any(scene.norm(i).isdigit() for i in range(date.first, date.last)):
        return True
    if met_then(scene, spot, date):
        return True
    return any(is_holding(scene.norm(i)) for i in range(max(date.first - 4, spot.sentence.first), spot.first))


def _of_the_host(scene: Scene, index: int) -> bool:
    """Does a relative clause begin that tells what a place named in front hosts: "في العاصمة، التي تستضيف غدا قمة"?"""
    if scene.norm(index) not in words("relative"):
        return False
    before = scene.at(index - 1) or (scene.at(index - 2) if scene.norm(index - 1) in "،," else None)
    hosts = bare(scene.norm(index + 1)).removeprefix("س") in words("hosting")
    return hosts and before is not None and before.kind in (Kind.PLACE, Kind.COUNTRY)
