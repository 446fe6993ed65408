"""What a meeting is called: the words of the article that name it best, and its surfaces."""

from __future__ import annotations

from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.gazetteer import name_span
from ingest.mentions.meetings.date.ordinals import ordinal
from ingest.mentions.meetings.identity.agreement import Cluster
from ingest.mentions.meetings.lexicon import adjectives, any_of, table, words, written
from ingest.mentions.meetings.naming.ends import behind_concerning, is_adverb, lands, of_kind, unquoted
from ingest.mentions.meetings.scene import Scene, Spot, bare, is_holding
from ingest.mentions.meetings.traits import Reading
from ingest.mentions.words.name_words import has_article
from ingest.parts import Zone

_NAME = 9  # tokens behind a meeting noun in which its adjectives stand
_CONSTRUCT = 3  # tokens behind a meeting noun in which what makes it definite stands
_OF_MANY = ("summit", "conference")
_GAP = 4  # tokens between a name and the body or place that ends it


def label_of(scene: Scene, item: Cluster) -> str:
    """The longest stretch from a noun over its adjectives to its body or place; of a verb, its noun and those who met."""
    best = ""
    whole = any(not (m.spot.verb or "part" in m.spot.marks) and m.spot.last - m.spot.first > 0 for m in item.members)
    for reading in item.members:
        spot = reading.spot
        if spot.verb or "apart" in spot.marks or (whole and "part" in spot.marks):
            continue
        if spot.possessive and (owned := _owned(scene, reading)) is not None:
            best = owned if len(owned) > len(best) else best
            continue
        span = name_span(scene.document, spot.first, _end(scene, reading), spot.cut)
        text = unquoted(scene.document.text[span.start : span.end])
        if text.split()[0].endswith(("ها", "هم", "هما")) and (noun := written().get(spot.noun.lemma)) is not None:
            text = noun  # "مباحثاتها الأولية" of nobody who is named
        if spot.noun.group == "gathered":
            text = " ".join([table("noun_of_verb")["gather"], *text.split()[1:]])  # "المجتمعون في بروكسل"
        if spot.noun.lemma == "جلسه" and spot.noun.group == "forum":
            text = f"{written()[spot.noun.lemma]} {text}"  # "خطابه أمام مجلس الأمن"
        if spot.definite and spot.prefix.endswith("ل") and not spot.possessive and not text.startswith("ال"):
            text = "ال" + text  # "للقمة العربية": لـ swallowed the article
        weight = len(text) - (40 if spot.sentence.zone is Zone.TITLE else 0)
        if not best or weight > len(best):
            best = text
    if best and " " not in best.strip():
        named = (whose for m in item.members if _between_two(m) and (whose := _whose(m)))
        best = next((f"{_bare_noun(best)} {whose}" for whose in named), best)
    return " ".join(best.split()) if best else _of_verb(scene, item.members[0])


def _between_two(reading: Reading) -> bool:
    """Whether those who meet may name a meeting: a summit is not that of one person or title."""
    partners = reading.details.partners
    return reading.spot.noun.kind not in _OF_MANY or len(partners) != 1 or partners[0].kind not in (Kind.PERSON, Kind.TITLE)


def _bare_noun(word: str) -> str:
    """ "الاجتماع", "اجتماعا" in front of the names of those who meet."""
    noun = word.removeprefix("ال")
    return noun.rstrip("اً") if noun.endswith(("ا", "اً", "ًا")) else noun


def surfaces_of(scene: Scene, item: Cluster) -> tuple[str, ...]:
    texts = []
    for reading in item.members:
        span = name_span(scene.document, reading.spot.first, reading.spot.last, reading.spot.cut)
        texts.append(scene.document.text[span.start : span.end])
    return tuple(dict.fromkeys(texts))


def _end(scene: Scene, reading: Reading) -> int:
    """The end of a name: its adjectives, and its body and place unless a clause of its own stands in front of them."""
    spot = reading.spot
    last = construct_end(scene, spot) or _adjectives(scene, spot.last, spot.sentence.last)
    for part in (reading.details.body, reading.details.place):
        if part is not None and last <= part.first <= last + _GAP and _bound(scene, last, part):
            last = part.last
    return behind_concerning(scene, last)


def construct_end(scene: Scene, spot: Spot) -> int | None:
    """The end of "مؤتمر شرق السودان", "اجتماع وزراء العدل العرب": a noun made definite by what stands behind it."""
    if spot.verb or spot.anaphoric or spot.last > spot.first + 1 or spot.noun.group != "noun":
        return None
    for index in range(spot.last, min(spot.last + _CONSTRUCT, spot.sentence.last)):
        mention, word = scene.at(index), scene.norm(index)
        backed = index == spot.last + 1 and scene.norm(spot.last) in words("backing")
        if mention is not None and mention.kind in COLLECTIVES and not mention.prefix and backed:
            return mention.last  # "مؤتمر دعم الجيش"
        if mention is not None:
            return lands(scene, mention) if mention.kind in (Kind.PLACE, Kind.COUNTRY) and not mention.prefix else None
        if (form := scene.noun(index)) is not None and form.possessive:
            return None  # "سيعقد المؤتمر دورته المقبلة"
        if not word.isalpha() or word.startswith(("ل", "ب")) or is_holding(word) or bare(word) in words("saying"):
            return None
        if word in words("place_prepositions") or word in words("no_office") or word in words("relative"):
            return None
        if word in words("asks") or word in words("called_for"):
            return None  # "اجتماع دعا إليه فلان"
        if has_article(scene.document, index):
            end = _adjectives(scene, of_kind(scene, index + 1), spot.sentence.last)
            return end + (scene.norm(end) in words("peoples"))
    return None


def _adjectives(scene: Scene, first: int, limit: int) -> int:
    """The token behind the adjectives, nationalities and ordinals that begin at one."""
    index, last = first, first
    while index < min(first + _NAME, limit):
        mention, word = scene.at(index), scene.norm(index)
        if mention is not None:
            if mention.kind is not Kind.NISBA or mention.prefix or not word.startswith("ال"):
                break
            if word.endswith(("ين", "ون")) and scene.noun(index - 1) is not None:
                break  # "دعت القمة الفلسطينيين إلى الوحدة"
            index = last = mention.last
            continue
        if word == "ال":
            if not scene.norm(index + 1).isdigit():
                break
            index = last = index + 2  # "الـ27"
            continue
        if is_adverb(scene, index):
            break
        joined = word in "-–—" and (index > first or scene.norm(index - 1) in adjectives())  # "القمة العربية - الصينية"
        if not joined and word not in adjectives() and ordinal(scene, index) is None and word not in any_of("teen", "teens"):
            break
        index += 1
        last = last if joined else index
    return last


def _bound(scene: Scene, last: int, part: Mention) -> bool:
    """Does nothing but words of a name stand between a name and its body or place?"""
    if scene.norm(last) in words("city_words") and scene.norm(last - 1).startswith("ال"):
        return False  # "وتستضيف الاجتماع مدينة لشبونة"
    if any(m.kind is Kind.DATE for m in scene.between(last, part.first)):
        return False
    people = scene.at(last) is None and scene.norm(last) in any_of("leaders", "ministers")
    if people and scene.norm(last - 1).startswith("ال") and not scene.norm(last).startswith("ل"):
        return False  # "شارك في الجلسة رؤساء مفوضية الاتحاد"
    if any((form := scene.noun(i)) is not None and form.possessive for i in range(last, part.first)):
        return False  # "اختتم المؤتمر أعماله في …"
    between = [bare(scene.norm(i)) for i in range(last, part.first) if scene.at(i) is None]
    if any(word in any_of("resumes", "closes", "gathers", "on_its_date") for word in between):
        return False  # "القمة العربية في موعدها في بغداد", "المؤتمر يواصل أعماله بالدوحة", "اجتماع ضم رئيس الحركة ونائبه"
    if scene.norm(part.first - 1) == "الي":
        return False  # "نقلت القمة العربية من الجزائر إلى الرياض"
    return not any(word in words("relative") or is_holding(word) or word in "،.؛:()" for word in between)


def _of_verb(scene: Scene, reading: Reading) -> str:
    """ "لقاء فلان وفلان", "اجتماع المجلس": a verb told of it."""
    nouns = table("noun_of_verb")
    noun = nouns.get(reading.spot.verb) or written().get(reading.spot.noun.lemma, nouns["meet"])
    place = reading.details.place.referent if reading.details.place is not None else None
    return " ".join([noun, _whose(reading) or ("" if reading.spot.verb or place is None else place.label_ar or "")]).strip()


def _owned(scene: Scene, reading: Reading) -> str | None:
    """ "اجتماعاتها" → "اجتماعات اللجنة", "مباحثاته" → "مباحثات فلان وفلان"; a two-word noun keeps its words."""
    spot = reading.spot
    whose, noun = _whose(reading), written().get(spot.noun.lemma)
    if not whose or noun is None or " " in noun:
        return None
    carried = {"works", "session"} & spot.marks  # "أعمال جلسته": the noun is behind the first word
    if carried or spot.last == spot.first + 1:
        return f"{noun} {whose}"
    span = name_span(scene.document, spot.first + 1, _adjectives(scene, spot.last, spot.sentence.last), 0)
    return " ".join([noun, whose, *scene.document.text[span.start : span.end].split()])


def _whose(reading: Reading) -> str:
    """The names of those who meet, or of the body whose meeting it is."""
    details = reading.details
    body = (details.body,) if details.body is not None else ()
    sides = body if body and reading.spot.verb == "convene" else details.partners or body
    named = (side.referent.label_ar for side in sides if side.referent is not None)
    return " و".join(dict.fromkeys(name for name in named if name))
