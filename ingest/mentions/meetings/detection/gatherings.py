"""People without names who meet each other: "اجتمع وزراء …", "يلتقي قادة … في", "اتفق وزراء A وB، أمس في …، على".

Ministers of several states who agree on something, or return to a city to go on, on a day and in a city that are told
in the same breath, met there, though no word says so.
"""

from __future__ import annotations

from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.meetings.detection.city_rows import city_row
from ingest.mentions.meetings.detection.no_meeting import other_than_talks
from ingest.mentions.meetings.detection.pairs import pair_at
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.place.phrases import past_circumstances
from ingest.mentions.meetings.scene import PARTIES, Scene, bare
from ingest.parts import Sentence

_TOGETHER = 14  # tokens in which the place of those who meet each other is named
_DEED = 20  # tokens behind a deed done together in which its day and its city are told
_CIRCUMSTANCES = 20  # tokens behind a verb in which day and place stand in front of its subject
_SUBJECT = 30  # tokens in front of "يجتمعون" in which its subject stands
_OFFICE = 6  # tokens from such people to the first of their states
_WHO = 4  # tokens from a verb over its days and places to its subject


def assembles(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "اجتمع وزراء خارجية …", "القادة … اجتمعوا": a group of people without a name is the subject."""
    word = bare(scene.norm(at)).removeprefix("س")
    if word in words("plural_gather"):
        front = range(max(at - _SUBJECT, sentence.first), at)
        return any(_people(scene, i) for i in front)
    if scene.norm(at - 1) not in words("relative") and scene.norm(at + 1) == "في" and city_row(scene, at + 1, sentence.last):
        return True  # "ثم التأمت في باريس ومراكش"
    index = at + 1 + (scene.norm(at + 1) in words("union"))  # "التأم شمل القادة"
    index = past_circumstances(scene, index, min(at + _CIRCUMSTANCES, sentence.last))
    word = scene.norm(index) if index < sentence.last else ""
    several = word in words("several") or word.removeprefix("ال") in words("they")
    several = several or _so_many_states(scene, index, sentence.last)
    if not several and not word.removeprefix("ال").startswith(tuple(words("groups"))):
        return False
    reach = range(index, min(index + 14, sentence.last - 1))
    return not (any(scene.norm(i) == "مع" for i in reach) or other_than_talks(scene, reach))


def _people(scene: Scene, index: int) -> bool:
    """ "مسؤولون", "لخبراء", "قادة": several people without a name."""
    word = bare(scene.norm(index))
    plain = word.removeprefix("ل").removeprefix("ال")
    return plain in words("they") or word.removeprefix("ال").startswith(tuple(words("groups")))


def _so_many_states(scene: Scene, index: int, last: int) -> bool:
    """ "نحو عشرين دولة", "15 بلدا أفريقيا": a number of states."""
    while index < last and scene.at(index) is None and scene.norm(index) in words("about_so_many"):
        index += 1
    mention = scene.at(index)
    number = scene.norm(index).isdigit() or (mention is not None and mention.kind is Kind.NUMBER)
    behind = mention.last if mention is not None else index + 1
    return number and behind < last and scene.norm(behind) in words("counted_states")


def meet_alone(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "يلتقي وزراء دفاع المنظمة في …", "تلتقي قيادات …", "يناقش وزراء خارجيتها الاثنين في …": they meet each other."""
    if bare(scene.norm(at + 1)) not in words("they"):
        return False
    placed, body, dated = _opens_in(scene, sentence, at), False, False
    for index in range(at + 2, min(at + _TOGETHER, sentence.last)):
        mention, word = scene.at(index), scene.norm(index)
        if word in words("one_delegation") or word.removeprefix("ب").startswith(tuple(words("begins_counterparts"))):
            return False
        if word in ".؛:" or (word in "،," and not _aside(scene, index)):
            break
        if mention is None and (word == "مع" or scene.noun(index) is not None):
            break
        if mention is not None and mention.kind in PARTIES and mention.first == index:
            return False
        if mention is not None and mention.kind in (Kind.PLACE, Kind.COUNTRY) and "area" not in mention.tags:
            governed = mention.prefix == "ب" or scene.norm(index - 1) in words("place_prepositions")
            placed = placed or (governed and (mention.kind is Kind.PLACE or scene.norm(index - 1) in words("compass")))
        body = body or (mention is not None and mention.kind in COLLECTIVES and not placed and not dated)
        dated = dated or (mention is not None and mention.kind is Kind.DATE)
    return placed or (body and dated)


def states_meet(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "التقى في مسقط أمس وزراء الطاقة في كل من A وB": ministers of a row of states, with whom nobody else is told to meet.

    Behind و, or elsewhere in a sentence, they may be those whom somebody told of before has met.
    """
    if at != sentence.first or scene.norm(at) != bare(scene.norm(at)):
        return False
    who = past_circumstances(scene, at + 1, min(at + _CIRCUMSTANCES, sentence.last))
    if scene.norm(who) not in words("they"):
        return False
    row = [m for m in scene.between(who, min(who + _TOGETHER, sentence.last)) if m.kind is Kind.COUNTRY]
    if len(row) < 2 or row[0].prefix or row[0].first > who + _OFFICE or not _is_joined(scene, row[0].last, row[1]):
        return False
    behind = range(who + 1, min(row[-1].last + _TOGETHER, sentence.last))
    others = any((m := scene.at(i)) is not None and m.kind in PARTIES for i in behind)
    return not others and not any(_is_other_side(scene, i) for i in behind)


def _is_joined(scene: Scene, at: int, mention: Mention) -> bool:
    return mention.prefix == "و" or (mention.first == at + 1 and scene.norm(at) in "،,و")


def _is_other_side(scene: Scene, index: int) -> bool:
    """ "مع", "وفدا", "بنظرائهم"."""
    word = scene.norm(index)
    people = word in words("one_delegation") or word.lstrip("بل").startswith(tuple(words("begins_counterpart")))
    return scene.at(index) is None and (word == "مع" or people)


def _opens_in(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "في طنجة، وعلى مدى يومين، بحث وزراء …": the sentence begins with the city and a comma."""
    first = sentence.first
    city = scene.at(first + 1) if scene.norm(first).removeprefix("و") == "في" else scene.at(first)
    led = city is not None and (city.prefix == "ب" or city.first == first + 1)
    return led and city is not None and _is_city(scene, city.first) and city.last < at and scene.norm(city.last) in "،,"


def _aside(scene: Scene, comma: int) -> bool:
    """ "وزراء A وB، أمس في …، سبل": does only a day or a place follow behind a comma?"""
    behind = scene.at(comma + 1) or (scene.at(comma + 2) if scene.norm(comma + 1) in words("place_prepositions") else None)
    return behind is not None and behind.kind in (Kind.DATE, Kind.PLACE)


def agree_together(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "اتفق وزراء خارجية A وB، أمس في واشنطن، على …": day and city in front of what they agreed on, no meeting named."""
    who = _who(scene, sentence, at)
    if who is None or any(scene.noun(i) is not None and scene.at(i) is None for i in range(at, sentence.last)):
        return False
    when = where = False
    for index in range(who + 1, min(at + _DEED, sentence.last)):
        mention, word = scene.at(index), scene.norm(index)
        if mention is None and (word in ".؛:" or word in words("agreed_on") or word == "مع"):
            break
        if mention is not None and mention.kind in PARTIES:
            return False
        when = when or (mention is not None and mention.kind is Kind.DATE)
        where = where or _in_city(scene, index)
    return when and where


def return_together(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "ويعود الوزراء إلى العاصمة الأمريكية في 13 يناير لتقييم …": where they are to go on, on what day, and for what."""
    who = _who(scene, sentence, at)
    if who is None:
        return False
    when = where = False
    for index in range(who + 1, min(at + _DEED, sentence.last)):
        mention, word = scene.at(index), scene.norm(index)
        if mention is None and (word in ".؛:" or scene.noun(index) is not None):
            return False
        when = when or (mention is not None and mention.kind is Kind.DATE)
        where = where or (scene.norm(index - 1) == "الي" and _is_city(scene, index))
        if when and where and word in words("to_go_on"):
            return True
    return False


def sit_down(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "جلس وفدا A وB أمس في … إلى طاولة واحدة", "عاد المفاوضون إلى طاولة الحوار في …": with the city or the day told."""
    if not (pair_at(scene, sentence, at + 1) is not None or _who(scene, sentence, at) is not None):
        return False
    table = next((i for i in range(at + 2, min(at + _DEED, sentence.last)) if _is_table(scene, i)), None)
    if table is None or any(scene.noun(i) is not None and scene.at(i) is None for i in range(at, sentence.last)):
        return False
    near = range(at + 1, min(table + _WHO * 2, sentence.last))
    end = next((i for i in near if scene.norm(i) in ".؛:"), near.stop)
    return any(_in_city(scene, i) or _is_date(scene, i) for i in range(at + 1, end))


def at_one_table(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "جلس فلان أمس إلى طاولة واحدة مع علان", "جلس فلان إلى نظيره": one who is named with another who is."""
    near = range(at + 1, min(at + _DEED, sentence.last - 1))
    end = next((i for i in near if scene.norm(i) in ".؛:" or (scene.noun(i) is not None and scene.at(i) is None)), near.stop)
    with_whom = next((i for i in range(at + 1, end) if scene.norm(i) == "مع" or _towards(scene, i)), None)
    if with_whom is None:
        return False
    other = scene.at(with_whom + 1) or scene.at(with_whom + 2)
    table = any(_is_table(scene, i) for i in range(at + 2, end)) or _towards(scene, with_whom)
    one = any(m.kind in PARTIES and not m.prefix for m in scene.between(max(at - _WHO, sentence.first), with_whom))
    return table and one and other is not None and other.kind in PARTIES


def _towards(scene: Scene, index: int) -> bool:
    """ "جلس إلى نظيره": somebody named right behind "to"."""
    other = scene.at(index + 1)
    return scene.norm(index) == "الي" and other is not None and other.kind in PARTIES


def _is_table(scene: Scene, index: int) -> bool:
    return scene.at(index) is None and scene.norm(index) in words("table") and scene.norm(index - 1) in ("الي", "حول", "علي")


def _is_date(scene: Scene, index: int) -> bool:
    mention = scene.at(index)
    return mention is not None and mention.kind is Kind.DATE


def city_of_return(scene: Scene, sentence: Sentence, at: int) -> Mention | None:
    """The city behind "to" to which several people return."""
    near = range(at + 1, min(at + _DEED, sentence.last))
    return next((scene.at(i) for i in near if scene.norm(i - 1) == "الي" and _is_city(scene, i)), None)


def _who(scene: Scene, sentence: Sentence, at: int) -> int | None:
    """The unnamed people who are the subject behind a verb, at most days and places in between."""
    index = at + 1
    while index < min(at + _WHO, sentence.last):
        mention = scene.at(index)
        if mention is not None and mention.kind in (Kind.DATE, Kind.PLACE):
            index = mention.last
        elif mention is None and scene.norm(index) in "،,":
            index += 1
        else:
            break
    title = scene.at(index)
    if title is not None and (title.kind is Kind.PERSON or title.kind in COLLECTIVES):
        return None
    return index if bare(scene.norm(index)).removeprefix("ال") in words("they") else None


def _is_city(scene: Scene, index: int) -> bool:
    mention = scene.at(index)
    return mention is not None and mention.kind is Kind.PLACE and mention.first == index and "area" not in mention.tags


def _in_city(scene: Scene, index: int) -> bool:
    mention = scene.at(index)
    led = mention is not None and (mention.prefix == "ب" or scene.norm(index - 1) in words("place_prepositions"))
    return led and _is_city(scene, index)
