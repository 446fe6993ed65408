"""Noun phrases by their words alone: where one ends, whether it can be a name, and the name behind a description."""

from __future__ import annotations

from ingest import numerals
from ingest.claims.clause import COMMAS, QUOTES, STOPS, Clause, Element, is_small_quote
from ingest.claims.speech import Verb, is_definite, openings, verb_at
from ingest.claims.statement.anonymous import anonymous_end
from ingest.mention import BODIES, Kind
from ingest.mentions.words.name_words import is_common, is_listed, is_second_half

_LONGEST = 12  # elements
_ORDINALS = ("ordinal", "ordinal_tens")
ENDING = ("adjunct", "that", "audience", "light")  # word lists that end a noun phrase
_NO_NAME = (*ENDING, "his_words", "document", "source",
            "pronoun", "object", "connective", "before_verb", "relative", "to", "on", "about", "of", "in")


def unknown_name(clause: Clause, at: int) -> int:
    """The end of a run of two or three words after an office that can only be its holder; `at` where there is none."""
    end = at
    if anonymous_end(clause, at) > at:
        return at
    while end < at + 4 and may_be_name(clause, end) and (end > at or not clause.norm(end).startswith(("ال", "وال"))):
        end += 1
    follows, words = clause.norm(end), openings()
    opened = follows in words["that"] or follows in COMMAS or follows == ":" or follows in QUOTES
    article = any(clause.norm(k).startswith("ال") for k in range(at, end))
    if article and (not opened or clause.norm(at).startswith(("ب", "ل"))):
        return at  # "وزير الصحة بعدم كفاية الأجور، ..."
    return end if 2 <= end - at <= 3 and (opened or follows in words["adjunct"]) else at


def told_name(clause: Clause, at: int, verb: Verb | None) -> tuple[int, int] | None:
    """Where a name of two or three words no list holds begins and ends, after the description of its bearer and directly
    before the words said. Between commas any word will do: "الباحث في شؤون القرن، سعد جبار، أن"."""
    words, row = openings(), clause.elements
    kinds = () if verb is None else verb.intro & {"to", "on", "about", "of"}
    governs = {word for kind in kinds for word in words[kind]}
    end = at
    while end < min(len(row), at + _LONGEST):
        norm = row[end].norm
        if norm in QUOTES and is_small_quote(clause, end):
            end = clause.quote_end[end] + 1  # "الباحث بجامعة "ديكارت"، فلان، أن"
            continue
        if norm in words["that"] or norm == ":" or norm in QUOTES or (norm in governs and clause.norm(end - 1) in COMMAS):
            break
        if end > at and (norm in words["audience"] or norm in ("ل", "لـ") or _uttered(clause, end)):
            break  # "الخبير الاقتصادي فلان الفلاني لـ«النهار» إن"
        if norm and (verb_at(norm) is not None or norm in STOPS or norm in words["relative"]):
            return None
        end += 1
    else:
        return None
    apart = clause.norm(end - 1) in COMMAS
    end -= apart
    begin = end
    while begin > at and end - begin < 4 and may_be_name(clause, begin - 1):
        norm = clause.norm(begin - 1)
        if norm.startswith("وال") or (norm.startswith("ال") and end - begin >= 2):
            break  # "الكاتب والباحث فلان", "الجنرال المتقاعد فلان الفلاني"
        common = is_listed(norm) or (norm.endswith("ات") and is_common(norm))
        if not apart and common and not is_second_half(norm):
            break
        begin -= 1
    if apart and clause.norm(begin - 1) not in COMMAS:
        return None
    inner = any(clause.norm(k) in COMMAS for k in range(at, begin - apart))
    return (begin, end) if 2 <= end - begin <= 3 and not inner and _describes(clause, at, begin - apart) else None


def _uttered(clause: Clause, at: int) -> bool:
    """"في تصريح", "في حديث مع": the circumstance of the saying."""
    return clause.norm(at) in openings()["in"] and clause.norm(at + 1) in openings()["utterance"]


def _describes(clause: Clause, begin: int, end: int) -> bool:
    """Whether the elements between a description and a name go on describing: nothing, "في …", adjectives and more nouns."""
    if begin >= end:
        return True
    first = clause.norm(begin)
    return first in openings()["in"] or is_definite(first) or first.startswith(("وال", "ب", "لل"))


def may_be_name(clause: Clause, at: int) -> bool:
    """Whether the word at `at` has no other use: a name knows no article, no function and no ending of possession."""
    norm, words = clause.norm(at), openings()
    if len(norm) < 2 or not norm[0].isalpha() or any(norm in words[name] for name in _NO_NAME):
        return False
    if norm.startswith("م") and norm.endswith("ا") and len(norm) > 4:
        return False  # a circumstance: "قال مخاطبا", "وتابع موجها"
    if len(norm) > 4 and norm.endswith(("ها", "هم", "هما")) and not norm.startswith(tuple(words["some_with_pronoun"])):
        return False  # "كتبت روايتها"
    verb = verb_at(norm)
    return verb is None or not verb.participle


def number_of_people(clause: Clause, at: int) -> bool:
    element, words = clause.elements[at], openings()
    following = clause.norm(at + 2) if clause.norm(at + 1) == "من" else clause.norm(at + 1)
    counted = following in words["people"] or (following.endswith("ين") and is_people(following[:-2] + "ون"))
    return element.kind is Kind.NUMBER and not element.prefix and counted


def is_body(clause: Clause, at: int) -> bool:
    """Whether a body is named at `at`, in which a source may sit: "مصدر في المقاومة الشعبية"."""
    element = clause.elements[at] if at < len(clause.elements) else None
    if element is None or element.mention is not None:
        return element is not None and element.kind in BODIES and not element.prefix
    words = openings()
    return is_definite(element.norm) and not any(element.norm in words[n] for n in ("document", "before_verb", "called"))


def _is_deed(word: str) -> bool:
    """Whether a word without its article is a verbal noun by its pattern, or an object of saying: "انسحاب", "حرص"."""
    if word in openings()["object"]:
        return True
    stem = word.removesuffix("ه")
    if len(stem) >= 5 and stem[0] == "ا" and stem[-2] == "ا":
        return True
    return len(stem) == 5 and stem[0] == "ت" and stem[3] == "ي"


def _is_attitude(norm: str) -> bool:
    """Whether a word with the article is a verbal noun or what is voiced, and no adjective: "جددت المعارضة الدعوة إلى"."""
    return _is_deed(norm[2:]) or norm in openings()["object"]


def phrase_end(clause: Clause, at: int, definite: bool) -> int:
    """Where the noun phrase that begins at `at` ends; `definite` where its head has the article."""
    words = openings()
    row = clause.elements
    i = at + 1
    closed, quoted = definite, False
    if row[at].norm.endswith("ون") and not definite and row[at].norm not in words["envoys"]:
        while i < len(row) and (row[i].norm.endswith("ون") or (row[i].kind is Kind.NISBA and not row[i].prefix)):
            i += 1
        return i  # with its ن the noun governs no other: "طالب معارضون تونسيون بفتح ..."
    if f"{row[at].norm} {clause.norm(i)}" in words["governing"] and _governed(clause, i + 1):
        return _governed_end(clause, i + 1)
    if row[at].norm in words["source_head"] and clause.norm(i + 1) == "من":
        i += 1
    if row[at].norm in words["source_head"] | words["some"] and clause.norm(i) == "من":
        i += 1  # "مصدر مطلع من حزب ...", "عدد من النواب"
        closed = False
    while i < len(row) and i - at < _LONGEST:
        element = row[i]
        if element.norm in QUOTES and is_small_quote(clause, i) and row[i - 1].kind is not Kind.PERSON:
            i = clause.quote_end[i] + 1
            closed = quoted = True
            continue
        if element.mention is not None:
            kind = element.mention.kind
            whose = element.mention.prefix in ("ل", "لل") and i == at + 1 and row[at].norm in words["envoys"]
            if kind is Kind.DATE or (element.mention.prefix and not whose) or (closed and kind is Kind.COUNTRY):
                break  # but "ممثلون للأمم المتحدة"
            word = clause.reading.document.norms[element.first]
            closed = kind is not Kind.NISBA or not word.endswith("يا")  # "مسؤولا هنديا كبيرا"
        elif element.norm == "في" and not closed and row[at].norm in words["source_head"] and is_body(clause, i + 1):
            return phrase_end(clause, i + 1, definite=clause.norm(i + 1) != "") if clause.norm(i + 1) else i + 2
        elif not element.norm[0].isalpha() or element.norm in ("ل", "لـ") or _is_verb(element.norm) or any(
            element.norm in words[name] for name in ENDING if closed or name != "light"
        ) or _is_outlet(clause, i) or _is_over(clause, at, i):
            break
        elif element.norm in words["purpose"] and is_definite(clause.norm(i + 1)):
            i += 1  # "المرصد السوري لحقوق الإنسان"
        elif closed and element.norm.startswith("ال") and (quoted or _is_attitude(element.norm)):
            break  # "أعلن الجيش السويدي الانسحاب": no adjective
        elif element.norm.startswith("ال") or element.norm in words["same"]:
            if definite and row[at].norm.endswith(("ان", "ون")) and not element.norm.endswith(("ان", "ون", *words["same"])):
                break  # no adjective of a dual or plural: "أكد الجانبان الحرص"
            closed = True
        elif closed and not element.norm.startswith("لل"):
            break
        i += 1
    return i


def _is_over(clause: Clause, at: int, i: int) -> bool:
    """Whether a phrase is over at `i`: "مصادر عسكرية بدورها", "مصادر أمنية قد أعلنت", "مصدر طلب عدم ذكر اسمه"."""
    words, norm = openings(), clause.norm(i)
    turned = norm in words["so"] or (norm in words["turn"] and i > at + 1)
    return turned or norm in words["verb_near"] or anonymous_end(clause, i) > i


def _governed(clause: Clause, at: int) -> bool:
    """Whether what a participle governs stands at `at`: something definite, and no circumstance ("في بيان")."""
    element = clause.elements[at] if at < len(clause.elements) else None
    if element is None:
        return False
    if element.mention is not None:
        bodies = (Kind.MEETING, Kind.ORGANIZATION, Kind.COALITION, Kind.GROUP, Kind.COUNTRY)
        return element.kind in bodies and not element.prefix
    return is_definite(element.norm)


def _governed_end(clause: Clause, at: int) -> int:
    """The end of what a participle governs: a noun with the adjectives that agree with it ("الوقفة الاحتجاجية")."""
    noun, end = clause.norm(at), at + 1
    while noun and is_definite(clause.norm(end)) and clause.norm(end).endswith("ه") == noun.endswith("ه"):
        end += 1
    while end < len(clause.elements) and clause.elements[end].kind in (Kind.NISBA, Kind.PLACE):
        end += 1
    while in_meetings_name(clause, end):
        end += 1
    return end


def in_meetings_name(clause: Clause, at: int) -> bool:
    """Whether an element goes on with the name of the meeting before it: "مؤتمر بروكسل التاسع", "مؤتمر ميونيخ للأمن"."""
    row, words = clause.elements, openings()
    if not 0 < at < len(row):
        return False
    before, norm = row[at - 1], clause.norm(at)
    if row[at].kind is Kind.PLACE:
        return before.kind is Kind.MEETING and not row[at].prefix
    named = before.kind is Kind.MEETING or (at > 1 and row[at - 2].kind is Kind.MEETING and before.kind is Kind.PLACE)
    number = numerals.split(norm.removeprefix("و"))[1]
    told = norm in words["of_meetings"] or (number is not None and number.kind in _ORDINALS and "ال" in norm[:3])
    if not named:
        return told and norm.startswith("وال") and in_meetings_name(clause, at - 1)  # "السادس والأربعين"
    return told or (norm.startswith("لل") and before.kind is Kind.PLACE)


def _is_outlet(clause: Clause, at: int) -> bool:
    """Whether a word with ل is spoken to, because the words follow it at once: "مصادر لرويترز إن"."""
    norm, words = clause.norm(at), openings()
    follows = clause.norm(at + 1)
    return norm[:1] == "ل" and not norm.startswith("لل") and len(norm) > 3 and (follows in words["that"] or follows == ":")


def is_deed(clause: Clause, element: Element) -> bool:
    """Whether an element is a verbal noun with the article, which is condemned or welcomed and does not speak."""
    return element.norm not in openings()["speaking_deed"] and is_masculine_deed(clause, element)


def is_masculine_deed(clause: Clause, element: Element) -> bool:
    """Whether an element is a verbal noun with the article by its shape, also one that is a body: "الاحتلال"."""
    norm = element.norm
    if not is_definite(norm):
        return False
    stem = norm[2:].removesuffix("ه")
    text, token = clause.reading.document.text, clause.reading.document.tokens[element.first]
    causing = len(stem) == 5 and text[token.start + 2 : token.start + 3] == "إ" and stem[3] == "ا"  # "الإقصاء"
    longer = len(stem) >= 6 and stem[0] == "ا" and stem[-2] == "ا" and (stem[2] in "ت" or stem[1] == "ن" or stem[2] == "ط")
    assimilated = len(stem) == 5 and stem.startswith("ات") and stem[3] == "ا"  # "الاتفاق", "الاتهام"
    return causing or longer or assimilated or (len(stem) == 5 and stem[0] == "ت" and stem[3] == "ي")


def _is_verb(norm: str) -> bool:
    """Whether a word is a finite verb of saying and hardly anything else: "جمعيات صحفية تستنكر"."""
    verb = verb_at(norm)
    return verb is not None and not verb.participle and verb.form == norm and (verb.present or not verb.strict)


def is_people(norm: str) -> bool:
    """Whether an indefinite noun may speak: a voice of the lists, or a sound plural in the nominative ("معارضون")."""
    words = openings()
    plural = norm.endswith("ون") and len(norm) > 4 and norm not in words["not_people"]
    accusative = norm.endswith("ا") and norm[:-1] in words["source_head"]  # "غير أن مسؤولا كبيرا قال"
    return norm in words["people"] or norm in words["relation"] or plural or accusative
