"""Where the words of a verb of saying begin: after أن, a colon, a quotation mark, its preposition, or as a bare object."""

from __future__ import annotations

from ingest.claims.clause import COMMAS, QUOTES, STOPS, Clause, is_small_quote
from ingest.claims.speech import Verb, is_definite, openings, verb_at
from ingest.claims.statement.noun_phrase import in_meetings_name
from ingest.claims.statement.object_start import (
    behind_leader,
    behind_subject,
    is_annexed,
    is_attitude,
    is_voiced,
    spoken_from,
    takes_that,
    under_another,
)
from ingest.mention import Kind

_FAR = 45        # elements between a verb and the opening of its content
_NEAR = 8        # the same for a preposition the verb takes
_BY_WORDS = 12   # the same for "بقوله إن" behind what the words are about
_TONGUE = 12     # elements of "على لسان فلان"
_OUTLET = 6      # words of the name of a paper or station
_PREPOSITIONS = ("to", "on", "about", "of", "in")


def opening(clause: Clause, at: int, after: int, verb: Verb, explicit: bool) -> tuple[int, str] | None:
    """Where the content of a verb begins and by what it is opened."""
    words = openings()
    row = clause.elements
    after = behind_leader(clause, after, verb)
    limit = min(len(row), after + _FAR)
    for late in (_behind_comma(clause, after, limit, verb), _by_words(clause, after)):
        if late is not None:
            return late, "that"
    start = _voiced(clause, after, _skip_circumstances(clause, after))
    i = after
    while i < limit:
        norm = row[i].norm
        if norm and i > after and (other_verb(clause, i) or (norm in words["conveyed"] and norm not in words["source"])):
            break
        if norm in words["taken_from"] and any(clause.norm(k) in words["his_words"] for k in range(i + 2, i + _BY_WORDS)):
            return None  # "ذكرت الوكالة نقلا عن مسؤول قوله إن"
        if i == after and (beside := verb_at(norm)) is not None and beside.participle:
            i += 1  # "وأضاف مستنكرا أن ..."
            continue
        if norm in words["that"] and "that" in verb.intro and not under_another(clause, i, verb):
            return _at_that(clause, after, start, i, verb, explicit)
        if norm == ":" and ("colon" in verb.intro or "that" in verb.intro) and i + 1 < len(row):
            related = clause.norm(at - 1) in words["relative"] and i - after > _NEAR  # "التي طلب تبليغها ...:"
            return None if related else (i + 1, "colon")
        if norm in QUOTES and i in clause.quote_end:
            close = clause.quote_end[i]
            late = clause.norm(close + 1 + (clause.norm(close + 1) in COMMAS)) in words["that"]  # a name: "... "الأمل"، إن"
            titled = late or clause.norm(i - 1) in words["titled"]
            spoken = not titled and not is_small_quote(clause, i) and "colon" in verb.intro
            if spoken and _object_free(clause, start, i, verb):
                return _at_quotation(clause, start, i, verb, explicit)
            i = close
        kind = _preposition(clause, i, verb) if _governs(clause, i, start, verb) else ""
        if kind and "noun" in verb.intro and explicit and start < i and is_voiced(clause, start):
            return start, "noun"  # "أكد الجانبان الحرص على ..."
        if kind == "to" and verb.act != "urge":
            return _to_that(clause, i), kind
        if kind:
            called = verb.act == "urge" and start < i and clause.norm(start) not in words["adjunct"]
            return (start if called else i), kind
        i += 1
    if clause.norm(start) in words["relative"]:
        return None  # "شجبت الجبهة التي تضم ...، ما جاء في المرسوم": where that ends is not sure
    if _bare_object(clause, start, limit, verb, explicit):
        return start, "noun"
    if "noun" in verb.intro and explicit and not verb.strict and len(row) - after > _NEAR:
        return behind_subject(clause, after, limit)  # the object comes after circumstances of unknown length
    return None


def _at_that(clause: Clause, after: int, start: int, i: int, verb: Verb, explicit: bool) -> tuple[int, str] | None:
    """What opens the content where "that" stands at `i`: that, a noun it stands under, or words told as they were said."""
    near = verb.strict and i - start <= 4
    if verb.form in openings()["between"] and not near:
        return None
    if (direct := spoken_from(clause, after, i, verb)) is not None:
        return direct, "colon"
    bare = not near and _bare_object(clause, start, i, verb, explicit) and takes_that(clause, start, i, verb)
    return (start, "noun") if bare else (i, "that")


def _at_quotation(clause: Clause, start: int, i: int, verb: Verb, explicit: bool) -> tuple[int, str]:
    """What opens the content where a quotation stands at `i`: it, or what is judged or voiced before it."""
    judged = verb.lemma in openings()["judging"] and _bare_object(clause, start, i, verb, explicit)
    voiced = "noun" in verb.intro and is_voiced(clause, start)  # "أكد مجددا التزام بلاده "بكل ..."
    return (start, "noun") if i > start and (judged or voiced) else (i, "colon")


def _behind_comma(clause: Clause, after: int, limit: int, verb: Verb) -> int | None:
    """"أكد فلان، عضو اللجنة المنبثقة عن المؤتمر، أن ...": the first "that", if a mark closes what stands before it."""
    words = openings()
    if "that" not in verb.intro or verb.form in words["between"]:
        return None
    for i in range(after, limit):
        norm = clause.norm(i)
        if norm in words["that"]:
            apart = clause.norm(i - 1) in COMMAS and norm[0] != "و" and clause.norm(i + 1) not in words["if"]
            return i if apart and i > after + 1 else None
        if norm in STOPS or norm == ":" or norm in QUOTES or (i > after and norm and other_verb(clause, i)):
            return None
        if norm and norm.startswith("و") and norm[1:] in words["that"]:
            return None
    return None


def _by_words(clause: Clause, after: int) -> int | None:
    """"فسر الوزير هذا التراجع بقوله إن ...": the words behind what they are about; None where no such noun follows."""
    words = openings()
    for i in range(after, min(len(clause.elements), after + _BY_WORDS)):
        norm = clause.norm(i)
        if norm in words["his_words"]:
            opened = clause.norm(i + 1) in words["that"] or clause.norm(i + 1) == ":"
            return i + 1 + (clause.norm(i + 1) == ":") if opened and norm[0] == "ب" else None
        if norm in words["that"] or norm in STOPS or norm == ":" or (norm and verb_at(norm) is not None):
            return None
    return None


def _to_that(clause: Clause, at: int) -> int:
    """"أشار في رسالة إلى الوزير، إلى أن": the second "إلى" opens the words where "أن" follows only that."""
    words = openings()
    if clause.norm(at + 1) in words["that"]:
        return at
    for i in range(at + 2, min(at + 10, len(clause.elements) - 1)):
        if clause.norm(i) in words["to"] and clause.norm(i + 1) in words["that"] and clause.norm(i - 1) in COMMAS:
            return i
    return at


def _object_free(clause: Clause, start: int, quote: int, verb: Verb) -> bool:
    """Whether nothing but circumstances stands between the subject and a quotation."""
    pursued = verb.lemma in openings()["pursuing"] and clause.norm(start)[:1].isalpha() and start < quote
    return quote - start <= 12 and not pursued  # "يواصل وزراء استقطاب "مؤثرين""


def _governs(clause: Clause, i: int, start: int, verb: Verb) -> bool:
    """Whether a preposition at `i` may be the verb's: near its subject, or behind the comma that closes an insertion."""
    apart = clause.norm(i - 1) in COMMAS and "noun" not in verb.intro and clause.norm(i) in openings()["governing_alone"]
    return i - start <= _NEAR or verb.act == "urge" or apart


def _preposition(clause: Clause, i: int, verb: Verb) -> str:
    words = openings()
    element = clause.elements[i]
    for kind in _PREPOSITIONS:
        if kind in verb.intro and element.norm in words[kind] and not _adverbial(clause, i):
            return kind
    if "with" in verb.intro:
        if element.mention is not None and element.mention.prefix.endswith("ب"):
            return "with" if verb.act == "feel" or element.kind is not Kind.PLACE else ""  # "ذكر فلان ... بمدنين"
        what = element.norm == "بما" and clause.norm(i + 1) not in words["in"] | words["that"]
        if what or (element.norm.startswith("ب") and len(element.norm) > 3 and not _own_b(element.norm)):
            return "with"
    return ""


def _own_b(norm: str) -> bool:
    """Whether the ب of a word is its own, or a circumstance's: "بينها", "بدوره"."""
    return norm in openings()["light"] or norm in openings()["own_b"]


def _adverbial(clause: Clause, i: int) -> bool:
    """"من جانبه", "على هامش", "من خلال": a preposition that opens circumstances."""
    return clause.norm(i + 1) in openings()["adverbial"]


def _bare_object(clause: Clause, start: int, limit: int, verb: Verb, explicit: bool) -> bool:
    """Whether a bare object begins at `start`, as in "أكد ضرورة ..."."""
    if "noun" not in verb.intro or start >= min(limit, len(clause.elements)) or (verb.strict and not explicit):
        return False
    element = clause.elements[start]
    if element.mention is not None:
        return element.mention.prefix == "" and (not verb.strict or verb.lemma in openings()["to_somebody"])
    if element.norm in QUOTES:
        return explicit
    if element.norm.startswith("وال") or (element.norm[0] == "و" and element.norm.endswith(("ون", "ين", "ا"))):
        return False  # "ممثلو الهيئات والجمعيات": more subjects
    if clause.norm(start - 1) in openings()["document"]:
        return False  # "في بيان أصدره ... أن": still about the document
    if element.norm[0] in "لب" and len(element.norm) != 3:
        return False  # a preposition glued to a circumstance, or to a quotation: "لـ«النور»"
    return element.norm[0].isalpha() and element.norm not in openings()["adjunct"] and element.norm not in openings()["that"]


def _skip_circumstances(clause: Clause, at: int) -> int:
    """The element after dates, light words, bracketed phrases and short adjuncts that follow a subject."""
    words = openings()
    row = clause.elements
    steps = 0
    while at < len(row) and steps < 8:
        steps += 1
        element = row[at]
        if element.norm in words["audience"]:
            at = _behind_outlet(clause, at + 1)
        elif element.norm in ("ل", "لـ") and is_small_quote(clause, at + 1):
            at = clause.quote_end[at + 1] + 1
        elif element.norm in words["light"] or element.kind is Kind.DATE or element.norm == "؛":
            at += 1
        elif element.norm in COMMAS or element.norm in ("-", "–", "("):
            close = _closing(clause, at)
            if close is None:
                at += 1 if element.norm in COMMAS else 0
                break
            at = close + 1
        elif element.norm in words["on"] and clause.norm(at + 1) in words["tongue"]:
            at = next((k for k in range(at, at + _TONGUE) if clause.norm(k) in words["that"] | {":"}), at + 2)
        elif element.norm in words["circumstance"]:
            at = min(at + 2, len(row))
            while _qualifies(clause, at):
                at += 1
            told = clause.norm(at - 1) in words["utterance"] and at < len(row) and row[at].kind is Kind.ORGANIZATION
            at += told and row[at].prefix in ("ل", "لل")  # "في تصريح لوكالة الأنباء"
            while at < len(row) and (
                row[at].kind in (Kind.MEETING, Kind.DATE) or row[at].norm in words["same"] or in_meetings_name(clause, at)
            ):
                at += 1
        else:
            break
    return at


def _voiced(clause: Clause, after: int, start: int) -> int:
    """The attitude behind the comma that closes circumstances of unknown length: "خلال اجتماع حزبه بالمدينة، ضرورة"."""
    if start == after:
        return start
    for i in range(start, min(len(clause.elements), start + _NEAR)):
        norm = clause.norm(i)
        if norm in COMMAS:
            return i + 1 if clause.norm(i + 1) in openings()["object"] else start
        if norm and (norm in openings()["object"] or verb_at(norm) is not None):
            return start
    return start


def _behind_outlet(clause: Clause, at: int) -> int:
    """The element behind the name of those spoken to, which no list may hold: "لمراسل إذاعة الجوهرة خلال ..."."""
    words = openings()
    for end in range(at, min(len(clause.elements), at + _OUTLET)):
        norm, dated = clause.norm(end), clause.elements[end].kind is Kind.DATE
        if dated or norm in COMMAS or norm in words["circumstance"] or norm in words["that"]:
            return end
        if norm and (not norm[0].isalpha() or verb_at(norm) is not None or norm in words["object"]):
            break
    return at


def _qualifies(clause: Clause, at: int) -> bool:
    """Whether the element at `at` belongs to the noun before it: "في مدينة تعز", "في إحاطة صحفية", "عبر الشبكات
    الاجتماعية"."""
    element, noun = clause.elements[at] if at < len(clause.elements) else None, clause.norm(at - 1)
    if element is None or not noun:
        return False
    if noun.startswith("ال"):
        if element.kind is Kind.NISBA and not element.prefix:
            return True  # "في الشأن العراقي"
        return element.norm.startswith("ال") and element.norm.endswith(("يه", "ي")) and not is_attitude(element.norm)
    if element.mention is not None:
        return element.kind in (Kind.PLACE, Kind.COUNTRY) and not element.prefix
    if noun in openings()["pointing"]:
        return is_definite(element.norm) and noun == clause.norm(at - 1)  # "في هذا الصدد"
    if element.norm in openings()["another"] and noun in openings()["matters"]:
        return True  # "في سياق آخر"
    if is_annexed(clause, at):
        return True  # "في إدارة المشروعات"
    if element.norm in openings()["issued_by"] and noun in openings()["document"]:
        return True  # "في بيان مشترك"
    return element.norm.endswith(("يه", "ي")) and noun.endswith("ه") == element.norm.endswith("ه")


def _closing(clause: Clause, at: int) -> int | None:
    """The mark that closes a parenthesis opened at `at`."""
    opened = clause.norm(at)
    wanted = COMMAS if opened in COMMAS else frozenset(")") if opened == "(" else frozenset("-–")
    for i in range(at + 1, min(len(clause.elements), at + 26)):
        if clause.norm(i) in wanted:
            return i
        if verb_at(clause.norm(i)) is not None or clause.norm(i) in openings()["that"]:
            return None
    return None


def other_verb(clause: Clause, i: int) -> bool:
    """Whether another verb of saying takes over at element `i`."""
    verb = verb_at(clause.norm(i))
    if verb is None or clause.inside[i]:
        return False
    if not verb.strict:
        return True
    words = openings()
    following, before = clause.norm(i + 1), clause.norm(i - 1)
    return following in words["that"] or following == ":" or before in words["connective"]
