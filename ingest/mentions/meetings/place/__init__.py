"""Where a meeting is: the place that a spot names, by construction.

A place counts in construct ("قمة مدريد"), behind في or بـ near the spot, as the subject of a verb of hosting, or as the end
of a journey during which people met.
"""

from __future__ import annotations

from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.lands.places import country_of
from ingest.mentions.meetings.came_before import came_before
from ingest.mentions.meetings.changed import change_of, told_then
from ingest.mentions.meetings.detection.elided import ELIDED
from ingest.mentions.meetings.detection.gatherings import city_of_return
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.place.beside import of_guests, of_headline, right_behind, where_then
from ingest.mentions.meetings.place.end_of_journey import destination, where_it_is
from ingest.mentions.meetings.place.governed import (
    PLACES,
    WALK,
    best,
    city_there,
    first_behind,
    governed,
    in_number,
    is_capital,
    lies_in,
    names_meeting,
    of_prepared,
    of_somebody_there,
    one_of_several,
    other_clause,
    provided,
    then,
)
from ingest.mentions.meetings.place.hosts import host_behind, hosts_in_front
from ingest.mentions.meetings.place.moved import moved_to
from ingest.mentions.meetings.place.series_city import held_there, hosted_elsewhere, told_elsewhere
from ingest.mentions.meetings.scene import (
    PARTIES,
    Scene,
    Spot,
    bare,
    first_within,
    is_edition_of,
    is_holding,
    is_own_edition,
    of_somebody,
)
from ingest.mentions.meetings.word_places import said
from kg.vocabulary import M

_FRONT = 22  # steps in front of a meeting in which the place stands where it is held


def place_of(scene: Scene, spot: Spot) -> Mention | None:
    if "back" in spot.marks:
        return city_of_return(scene, spot.sentence, spot.first)
    if ELIDED in spot.marks and spot.prefix:  # "الأول عقد في لشبونة، والثاني الذي كان سيعقد في القاهرة"
        return first_behind(scene, spot)
    if (goal := moved_to(scene, spot)) is not None:
        return goal
    if (there := told_then(scene, spot, Kind.PLACE, Kind.COUNTRY)) is not None:
        return there
    if (change := change_of(scene, spot, day=False)) is not None:
        return change.goal
    if (host := host_behind(scene, spot)) is not None:
        return host
    beside = right_behind(scene, spot)
    free = "" if not spot.definite else "ب"
    if beside is not None and beside.kind is Kind.PLACE and "area" not in beside.tags and beside.prefix in (free, "ب"):
        named = beside.prefix == ""
        other = (told_elsewhere(scene, spot, beside) or hosted_elsewhere(scene, spot, beside)) if named else None
        return other or _finer(scene, beside)
    if beside is not None and beside.kind is Kind.COUNTRY and not beside.prefix and names_meeting(scene, spot, beside):
        return beside
    issued = scene.norm(spot.first - 1) == "عن" and scene.norm(spot.first - 2) in words("issued")
    issued = issued and _held_at(scene, spot, min(spot.last + WALK, spot.sentence.last)) is None
    after = None if issued else of_headline(scene, spot, _place_after(scene, spot))  # "البيان الصادر عن الاجتماع … في اليمن"
    if after is not None and after.kind is Kind.COUNTRY:
        city = place_before(scene, spot) if of_guests(scene, spot, after) else None
        return city or _city_before(scene, spot, after) or after
    if after is not None and after.first > spot.last + 1:
        related = said(scene, spot.last, after.first, "relative", "participles", "planned")
        own = related and first_within(scene.noun_places, spot.last, related[0]) is None
        held = None if own else told_elsewhere(scene, spot, after) or held_there(scene, spot, after)
        if held is not None:
            return held  # "عقد في جدة مؤتمر للاستجابة الإنسانية في غزة"
    after = after or where_then(scene, spot) or where_it_is(scene, spot)
    return after or place_before(scene, spot) or destination(scene, spot)


def _city_before(scene: Scene, spot: Spot, country: Mention) -> Mention | None:
    """ "في صيدا حيث تباحث مع … في الوضع في لبنان": a city in front, where only its country is named behind."""
    related = spot.verb and scene.norm(spot.first - 1) in words("relative")  # "مخرجات المجلس الذي اجتمع بتونس"
    city = None if related else place_before(scene, spot)
    if city is None or city.kind is not Kind.PLACE or city.referent is None or country.referent is None:
        return None
    return city if f"country/{country_of(city.referent.key)}" == country.referent.key else None


def _place_after(scene: Scene, spot: Spot) -> Mention | None:
    """A governed place behind the spot: few words of other kinds may stand between, holding words are free."""
    index, budget = spot.last, 9 if spot.noun.group == "talks" or spot.verb == "assemble" else 6
    if spot.definite and spot.last == spot.first + 1 and bare(scene.norm(spot.last)) not in words("relative"):
        budget = 5 if any(is_holding(scene.norm(i)) for i in range(spot.last, spot.last + 2)) else 3
    reach = min(spot.last + WALK, spot.sentence.last)
    host = False
    held_at = _held_at(scene, spot, reach)
    while index < reach:
        if budget <= 0:
            if held_at is None or held_at < index:
                return None
            index, budget, held_at = held_at, 4, None
        mention = scene.at(index)
        if mention is None:
            word = scene.norm(index)
            if word == "(" and (close := scene.closing(index, reach)) is not None:
                index = close + 1
                continue
            if word in words("motto") and (close := scene.end_of_quote(index + 1, spot.sentence.last)) is not None:
                reach = min(reach + close - index, spot.sentence.last)  # "تحت شعار “…” بفاس"
                index = close + 1
                continue
            goes_on = is_holding(scene.norm(index + 1)) and not provided(scene, index)  # "كان مقررا أن ينعقد في …"
            said = bare(word) in words("saying") and not goes_on
            ends = word in ".؛؟:" or _is_other(scene, spot, index) or said or then(word) or bare(word) in words("of_life")
            if ends or came_before(scene, index):
                return None
            holding = is_holding(word)
            led = "main" in spot.marks and (of_somebody(scene, index) or other_clause(scene, index))
            if led or (spot.definite and of_somebody_there(scene, index)):
                return None
            if bare(word).removeprefix("س") in words("hosts"):
                host, beside = True, scene.at(index - 1)
                if index > spot.last and beside is not None and beside.kind in PLACES and not beside.prefix:
                    return beside  # "قمة كانت مراكش ستستضيفها"
            if word in words("hosting_it"):
                return next((m for m in [*scene.between(spot.last, index)][::-1] if m.kind in PLACES and not m.prefix), None)
            if word in words("subject_follows"):
                budget -= 2
            if not holding and bare(word) not in words("place_prepositions") and bare(word) not in words("bridge"):
                budget -= word.isalnum() and word not in words("free") and not in_number(scene, index)
            index += 1
            continue
        named = governed(scene, mention) or host
        told = mention.kind in PLACES and named and not _about(scene, mention) and not _of_subject(scene, spot, mention)
        if told and not _of_office(scene, mention) and not one_of_several(scene, mention):
            return _finer(scene, mention)
        index = mention.last
    return None


def _is_other(scene: Scene, spot: Spot, index: int) -> bool:
    """Does a token speak of another meeting?"""
    return scene.noun(index) is not None and index > spot.last and not is_own_edition(scene, index, spot)


def _held_at(scene: Scene, spot: Spot, reach: int) -> int | None:
    """ "الندوة لاعتماد خطة …، المنعقدة بـ…", "والتي استضافتها …": where a word of holding goes on with the meeting."""
    had = bare(scene.norm(spot.first - 1)) in words("was")  # "وكانت الدورة … للجنة التي أنشئت بموجب … قد عقدت في …"
    for index in range(spot.last, reach) if had or said(scene, spot.last, reach, "participles", "relative") else ():
        word = scene.norm(index)
        if word in ".؛؟:" or _is_other(scene, spot, index) or bare(word) in words("saying"):
            return None
        behind = scene.norm(index + 1)
        leads = word in words("relative") or (had and word == "قد")
        held = leads and (is_holding(behind) or bare(behind).removeprefix("س") in words("hosts"))
        if scene.at(index) is None and (held or word in words("participles")):
            return index + (word == "قد")
    return None


def _of_subject(scene: Scene, spot: Spot, mention: Mention) -> bool:
    """ "اجتماع لبحث حقوق الإنسان في …", "مؤتمر حول الاستثمار في …": a country that completes the subject."""
    told = any(scene.norm(i) in words("subject_is") for i in range(spot.last, mention.first))
    if mention.kind is not Kind.COUNTRY or not told:
        return False
    at = mention.first - (1 if mention.prefix.endswith("ب") else 2)
    return scene.at(at) is None and scene.norm(at).isalpha() and not is_holding(scene.norm(at))


def _about(scene: Scene, mention: Mention) -> bool:
    """Is the place what is talked about: "الوضع في ليبيا", "الإرهاب في أفريقيا", "القوات في سوريا"?"""
    at = mention.first - 1 if not mention.prefix.endswith("ب") else mention.first
    if mention.prefix.endswith("ب") and scene.norm(mention.first - 1) in words("concerning"):
        return True
    before = scene.at(mention.first - 1)
    if before is not None and before.kind is not Kind.ORGANIZATION:
        return False
    if mention.prefix.endswith("ب") and bare(scene.norm(mention.first - 2)) in words("place_prepositions"):
        return False  # "في قصر السلام بجدة"
    of_city = mention.kind is Kind.PLACE and scene.norm(mention.first - 1).removeprefix("ب") in words("city_words")
    while bare(scene.norm(at)) in words("place_prepositions") or scene.norm(at) == "كل":
        at -= 1
    at = at if at != mention.first else at - 1
    while (nisba := scene.at(at)) is not None and nisba.kind is Kind.NISBA:
        at = nisba.first - 1
    name = scene.at(at)
    if name is not None and name.kind in COLLECTIVES and name.first < at:
        return False  # the last word of a longer name: "التحالف الدولي ضد داعش في الرياض"
    free = name is None and scene.norm(at).startswith("ال")
    situation = free and bare(scene.norm(at - 1)).removeprefix("ال") in words("situations")
    word = bare(scene.norm(at - situation))  # "الوضع الإنساني في سوريا"
    topics = words("situations" if of_city else "topics")  # "مكافحة الإرهاب في مدينة جنيف"
    return word.removeprefix("ال").removeprefix("لل").removeprefix("ل") in topics


def _of_office(scene: Scene, mention: Mention) -> bool:
    """ "بحضور وزيرة البيئة في جمهورية C", "رئيسة الجمعية الوطنية في C": the country for which somebody holds an office."""
    office = scene.at(mention.first - 2)
    if mention.kind is not Kind.COUNTRY or scene.norm(mention.first - 1) != "في":
        return False
    if office is None or office.kind not in PARTIES or office.first == office.last - 1:
        return False
    post, of = office.post, office.post.of if office.post is not None else None
    if post is not None and post.span.start < scene.tokens[mention.first].start < post.span.end:
        return True
    ends = {one.span.end for one in (*office.posts, *(() if post is None else (post,)))}
    if office.kind is not Kind.TITLE and scene.tokens[office.last - 1].end not in ends:
        return False
    before = scene.between(max(office.first - 12, 0), office.first)
    second = of is not None and of.type == M.Organization and any(m.kind in PARTIES for m in before)
    return second or scene.norm(mention.first) in words("of_state") or (of is not None and of == mention.referent)


def _finer(scene: Scene, mention: Mention) -> Mention:
    """ "في المغرب بمدينة مراكش": a city right behind a country is the finer place."""
    if mention.kind is Kind.COUNTRY:
        for index in range(mention.last, mention.last + 3):
            other = scene.at(index)
            if other is not None and other.kind is Kind.PLACE and governed(scene, other) and lies_in(other, mention):
                return other
    follower = scene.at(mention.last)
    if follower is None or follower.kind is not Kind.PLACE or follower.prefix:
        return mention
    return follower if is_capital(scene.norm(mention.first)) else mention  # "بالعاصمة الإيفوارية أبيدجان"


def place_before(scene: Scene, spot: Spot) -> Mention | None:
    """A place in front of the spot that belongs to a verb of holding: "تحتضن مدينة مراكش …", "بدأت في كيبيك اجتماعات …"."""
    places: list[Mention] = []
    index, left = spot.first - 1, _FRONT
    while index >= spot.sentence.first and left > 0:
        mention, left = scene.at(index), left - 1  # a mention is one step, however long the office is that it tells
        if mention is not None:
            if mention.kind in PLACES:
                places.append(mention)
            index = mention.first - 1
            continue
        word = bare(scene.norm(index))
        city = scene.at(index - 2) if scene.norm(index - 1) in words("relative") else None  # "بكين التي تستقبل الاجتماع"
        near = any(place.first == index + 1 for place in places) or (city is not None and city.kind is Kind.PLACE)
        welcomes = near and word in words("welcomes")
        if welcomes or word in words("hosting") or word.removeprefix("س") in words("hosting"):
            found = places or hosts_in_front(scene, spot, index)
            host = next((m for m in reversed(found) if "region" not in m.tags), found[-1] if found else None)
            return city_there(scene, host, found)
        if is_holding(word) and spot.verb == "":
            led = [p for p in places if governed(scene, p)]
            if led or word not in words("holding_nouns"):
                return best([_finer(scene, p) for p in led])
        form = scene.noun(index)
        near = form is not None and form.noun.group in ("works", "round") and index >= spot.first - 5
        other = form is not None and not near and not is_edition_of(scene, index, spot)  # "الجولة الـ21 من المحادثات"
        if word in ".؛؟" or word in words("saying") or other:
            break
        index -= 1
    if (beside := _in_front(scene, spot)) is not None:
        return beside
    if spot.verb or spot.noun.group == "talks":
        return best([p for p in places if governed(scene, p) and not _about(scene, p) and not of_prepared(scene, spot, p)])
    return None


def _in_front(scene: Scene, spot: Spot) -> Mention | None:
    """ "بجنيف خلال المؤتمر", "في تونس (العاصمة) في إطار الندوة": the place before the word that leads there."""
    at = spot.first - 1
    if bare(scene.norm(at)) in words("venue"):
        return _venue(scene, spot)
    if spot.prefix != "ب" and bare(scene.norm(at)) in words("frames"):
        at -= 1
    if spot.verb or "previous" in spot.marks or bare(scene.norm(at)) not in words("within"):
        return None
    at -= 1
    if scene.norm(at) in ("،", ","):
        at -= 1
    if (date := scene.at(at)) is not None and date.kind is Kind.DATE:
        at = date.first - 1  # "في القاهرة عام 2011 خلال اجتماع"
    if scene.norm(at) == ")":
        at = next((i - 1 for i in range(at, max(at - 5, spot.sentence.first), -1) if scene.norm(i) == "("), at)
    place = scene.at(at)
    led = place is not None and place.kind in PLACES and governed(scene, place) and not _about(scene, place)
    return place if led and at >= spot.sentence.first else None


def _venue(scene: Scene, spot: Spot) -> Mention | None:
    """ "كان المتحف في أبوظبي مكان لقاء جمع …": the city of the house that was the venue."""
    found = [m for m in scene.between(max(spot.first - 9, spot.sentence.first), spot.first - 1) if m.kind is Kind.PLACE]
    return found[-1] if found and governed(scene, found[-1]) else None
