"""Numbers that say something about the world: attendance, victims, money, shares, areas.

Sizes of bodies are left to the counts; editions, dates, small durations, "the three states" and numbers that count nothing
are no figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ingest import numerals
from ingest.claims.clause import COMMAS, STOPS, Clause, clause
from ingest.claims.figure.about import ABOUT, about
from ingest.claims.figure.bounds import as_end, completed, ended
from ingest.claims.figure.phrase import bounds, denied, in_series, of_a_plan, opened, recited, shortened, year
from ingest.claims.figure.words import attends, words
from ingest.claims.modality import modality_of
from ingest.claims.speech import openings
from ingest.document import Zone
from ingest.mention import Kind, Mention, Quantity, Reading
from ingest.tenses import is_future_form
from kg.claim import Claim, Modality, Referent, Slot
from kg.iri import Iri
from kg.vocabulary import M

_MIRRORED = re.compile(r"0\d")
_CONDITION = 12             # elements of a condition before its number
_TYPE = 3                   # letters before the number of a type of aircraft
_LONG = 10                  # a time span of so many units is worth a figure
_NEAR = 2                   # elements between those who are there and their number
_STORY = 60                  # elements before a number in which the year of its story stands
_COMPARATORS = {"exactly": M.Exactly, "at_least": M.AtLeast, "about": M.About, "at_most": M.AtMost}


def extract(reading: Reading) -> Iterator[Claim]:
    """The figures of an article, in the order of the text."""
    if reading.document.language != "ar":
        return
    meeting: Mention | None = None  # the meeting spoken of in this sentence, or in the one before
    told = paragraph = -1
    for sentence in reading.document.sentences:
        if sentence.zone is Zone.BOILERPLATE:
            continue
        mentions = [*reading.within(sentence)]
        first = next((mention for mention in mentions if mention.kind is Kind.MEETING), None)
        if first is not None:
            meeting, told, paragraph = first, sentence.index, sentence.paragraph
        elif paragraph != sentence.paragraph or sentence.index - told > 1:
            meeting = None
        for mention in mentions:
            if mention.kind is Kind.MEETING:
                meeting = mention if mention.referent is not None else meeting
            if mention.quantity is None:
                continue
            row = clause(reading, sentence)
            at = row.where(mention)
            quantity = None if at is None else _figure(row, at, mention)
            if at is None or quantity is None:
                continue
            claim = _claim(row, at, mention, as_end(row, at, quantity), meeting)
            if not recited(reading.document.text[claim.evidence[0].start : claim.evidence[0].end]):
                yield claim


def _figure(row: Clause, at: int, mention: Mention) -> Quantity | None:
    """The quantity of a number that is a figure, with the unit it shares with the next number of a range; else None."""
    quantity = mention.quantity
    assert quantity is not None
    if _scales_bracket(row, at) or _mirrored(row, mention) or _supposed(row, at):
        return None  # "(174) مليون ريال" is one number, told at its digits
    if mention.kind is Kind.MONEY or quantity.unit == "%":
        return quantity
    if _is_label(row, at, mention):
        return None
    quantity = completed(row, at) or ended(row, at, bool(_units(quantity))) or _bracket_scaled(row, at, quantity)
    if quantity.currency is not None:
        return quantity
    units = [] if _before_name(row, at) or _of_one(row, at) else _units(quantity)
    if "definite" in mention.tags or quantity.value < 2:
        return None
    if "dual" in mention.tags or (quantity.value == 2 and "words" in mention.tags):
        told = row.norm(at - 1) in words()["event"] or ("dual" not in mention.tags and _paired(row, at))
        return quantity if told else None
    if not units or (len(units[0]) < 3 and units[0] not in words()["time"] | words()["short"]):
        return quantity if _counted(row, at, mention) and not in_series(row, at) else None
    if units[0] in words()["none"] or _is_size(row, at, units[0]):
        return None
    if units[0] in words()["time"] and row.norm(at - 1) != "كل":
        if any(row.norm(at - k) in words()["clock"] for k in range(1, 6)):
            return None  # "الساعة الحادية عشرة وتسع وخمسين دقيقة"
        dates = any(row.norm(at + k) in words()["relative_time"] for k in (1, 2))
        return None if quantity.value < _LONG or dates or _is_age(row, at, units[0]) else quantity
    return None if in_series(row, at) else quantity


def _is_label(row: Clause, at: int, mention: Mention) -> bool:
    """Whether the number names something instead of counting: "اللواء 33", "78/85", "0522…", "العشر الأواخر"."""
    first = row.reading.document.tokens[mention.first].norm
    unit = (mention.quantity.unit or "").split()[:1] if mention.quantity is not None else []
    tokens, place = row.reading.document.tokens, row.elements[at].first - 1
    named = tokens[max(0, place - (row.norm(at - 1) == "("))].norm  # "المادة (49)"
    labelled = named in words()["label"] or named.removeprefix("و") in words()["label"]
    if labelled or words()["of_year"].intersection(unit) or _is_written(row, at):
        return True
    if {row.norm(at - 1), row.norm(at + 1)} & words()["name_part"]:
        return True  # "مجموعة خمسة زائد واحد"
    if row.norm(at - 1) == "-" and 1 < len(row.norm(at - 2)) <= _TYPE and row.norm(at - 2).isalpha():
        return True  # "طائرات إف- 16"
    if "words" in mention.tags:
        return first.startswith(("ال", "وال", "بال", "لل")) and not first.startswith(tuple(words()["thousands"]))
    return len(first) > 5 and first.startswith("0")


def _mirrored(row: Clause, mention: Mention) -> bool:
    """Whether the digits were turned round: "0001 مليار" is a thousand."""
    start = mention.name.start
    return bool(_MIRRORED.match(row.reading.document.text, start))


def _supposed(row: Clause, at: int) -> bool:
    """Whether the number stands in a condition: "إذا خسر الحزب 5 مقاعد"."""
    for k in range(at - 1, max(-1, at - _CONDITION), -1):
        norm = row.norm(k)
        if norm in words()["if"]:
            return True
        if norm in COMMAS or norm in words()["then"] or norm in STOPS:
            return False
    return False


def _is_age(row: Clause, at: int, unit: str) -> bool:
    """"(37 عاما)" after a name, "بلغ 18 عاما", "تقل أعمارهم عن 15 سنة"."""
    if unit not in words()["years"]:
        return False
    bracketed = row.norm(at - 1) == "(" and row.norm(at + 2) == ")"
    before = [row.norm(i) for i in range(max(0, at - 6), at)]
    after = [row.norm(at + 2), row.norm(at + 3)]
    return bracketed or row.norm(at - 1) in words()["reached"] or any(n in words()["age"] for n in (*before, *after))


def _scales_bracket(row: Clause, at: int) -> bool:
    """Whether a scale word follows a bracketed number, whose value it makes: "(174) مليون"."""
    first = row.reading.document.tokens[row.elements[at].first].norm
    scale = numerals.words().get(first)
    if scale is None or scale.kind != "scale" or row.norm(at - 1) != ")" or row.norm(at - 3) != "(":
        return False
    return row.elements[at - 2].kind is Kind.NUMBER


def _bracket_scaled(row: Clause, at: int, own: Quantity) -> Quantity:
    """A bracketed number with the scale word behind its bracket, and the unit or currency behind that."""
    tokens, after = row.reading.document.tokens, at + 2
    if row.norm(at + 1) != ")" or after >= len(row.elements):
        return own
    scale = numerals.words().get(tokens[row.elements[after].first].norm)
    if scale is None or scale.kind != "scale":
        return own
    behind = row.elements[after].mention
    if behind is not None and behind.quantity is not None:
        return Quantity(own.value * scale.value, own.comparator, behind.quantity.unit, behind.quantity.currency)
    return Quantity(own.value * scale.value, own.comparator, row.norm(at + 3) or None, own.currency)


def _units(quantity: Quantity) -> list[str]:
    """The words of the unit; none where the word after the number is no noun."""
    units = (quantity.unit or "").split()
    if not units or units[0].startswith(("لل", "بال")) or units[0] in words()["not_unit"]:
        return []
    if units[0][0] == "ل" and units[0].endswith(("ه", "ها", "هم")) and len(units[0]) > 5:
        return []  # "305 لمنافسته"
    if units[0] in openings()["adjunct"] or units[0] in openings()["not_that"]:
        return []
    if units[0].endswith("هم") and units[0][0] in "تين":
        return []  # a verb: "5 تسميهم السلطة"
    if units[0][0] == "ي" and len(units[0]) > 3 and not units[0].startswith(tuple(words()["ya_nouns"])):
        return []  # a verb: "تقرير 2013 يعكس"
    if units[0][0] == "و" and not units[0].startswith(tuple(words()["waw_nouns"])):
        return []  # the next item: "(60) وسوسة"
    return units


def _before_name(row: Clause, at: int) -> bool:
    """Whether a name with a clitic follows, so that what looks like the unit belongs to the next item of a list or to a
    circumstance: "قابس (60) وسوسة", "(57) بتونس"."""
    following = row.elements[at + 1] if at + 1 < len(row.elements) else None
    if following is not None and following.norm == ")" and at + 2 < len(row.elements):
        following = row.elements[at + 2]
    return following is not None and following.prefix[:1] in ("و", "ب") and following.kind in ABOUT


def _of_one(row: Clause, at: int) -> bool:
    """"ستة من عائلة واحدة": not so many families."""
    return row.norm(at + 1) == "من" and row.norm(at + 3) in words()["one"]


def _is_written(row: Clause, at: int) -> bool:
    """Whether the number is half of a code or a span of years: "78/85", "2021-2026"."""
    for mark, other in ((at - 1, at - 2), (at + 1, at + 2)):
        beside = row.elements[other] if 0 <= other < len(row.elements) else None
        number = beside is not None and (beside.kind is Kind.NUMBER or beside.norm[:1].isdigit())
        if number and row.norm(mark) in ("/", "-", "–"):
            return True
    return False


def _paired(row: Clause, at: int) -> bool:
    """"دبلوماسيين اثنين": the number word stands after its dual noun."""
    return row.norm(at - 1).endswith(("ين", "ان"))


def _counted(row: Clause, at: int, mention: Mention) -> bool:
    """Whether a number without a unit counts something told before it: "بلغ عدد القتلى 3240", "سبعة منهم"."""
    before = {row.norm(at - 1), row.norm(at - 2)}
    compared = mention.quantity is not None and mention.quantity.comparator != "exactly"
    total = any(row.norm(i) in words()["total"] for i in range(bounds(row, at)[0], at))
    return compared or total or bool(before & words()["counting"]) or row.norm(at + 1) in words()["among"]


def _is_size(row: Clause, at: int, unit: str) -> bool:
    """Whether states or members of a body are counted, as in "يضم التحالف 85 دولة"."""
    if unit not in words()["member_unit"]:
        return False
    around = [row.norm(i) for i in range(max(0, at - 6), min(len(row.elements), at + 6))]
    told = row.norm(at - 1) in ("(", "الي")
    if told and any(row.norm(i) in words()["members"] for i in range(max(0, at - 6), at)):
        return True  # "موافقة كل أعضاء الحلف (30 دولة)", "ليرتفع عدد الأعضاء إلى ثلاثة عشر بلدا"
    around += [row.norm(0)] if row.norm(at - 1) in COMMAS else []  # "ويضم الاتحاد، الذي ...، 55 دولة"
    if any(attends(norm) for norm in around):
        return False
    return any(norm in words()["size"] for norm in around if norm != unit)


def _claim(row: Clause, at: int, mention: Mention, quantity: Quantity, meeting: Mention | None) -> Claim:
    begin, end = bounds(row, at)
    span = row.span(opened(row, at, begin), end) or row.reading.span(mention)
    text = row.reading.document.text
    present = any(attends(row.norm(i)) and row.norm(i + 1) not in openings()["inside"] and not _elsewhere(row, i, at)
                  for i in range(begin, end))
    attendance = present and quantity.currency is None
    slots: list[tuple[Iri, Slot]] = [(M.figureWhat, shortened(text[span.start : span.end]))]
    of_meeting = None if meeting is None else meeting.referent
    topic = of_meeting if attendance and quantity.unit != "%" else about(row, at, begin, end, quantity.unit)
    if topic is not None:
        slots.append((M.topicAbout, topic))
    unit = quantity.currency or _unit(row, at, mention, quantity)
    if unit:
        slots.append((M.unitText, unit))
    told_for = year(row, at)
    if told_for is not None:
        slots.append((M.figureYear, str(told_for)))
    if quantity.comparator != "exactly":
        slots.append((M.comparator, _COMPARATORS[quantity.comparator]))
    frame = Referent(M.Figure, f"{quantity.value.normalize()}|{mention.name.start}", slots=tuple(slots))
    rule = "attendance" if attendance else "money" if quantity.currency else "share" if quantity.unit == "%" else "number"
    modality = modality_of(row.reading, row.sentence, mention.first)
    if modality is Modality.DENIED and row.norm(at - 1) in words()["refusal"]:
        modality = Modality.ASSERTED  # "مقابل رفض 20%": so many refuse
    if quantity.comparator == "exactly" and denied(row, at):
        modality = Modality.DENIED
    ahead = (is_future_form(row.norm(i)) or row.norm(i) in words()["plans"] for i in range(begin, at))
    future = (attendance and of_a_plan(row, begin, at, meeting)) or (any(ahead) and not _tells_past(row, at))
    if modality is not Modality.DENIED and future:
        modality = Modality.PLANNED
    confidence = 0.92 if rule != "number" else 0.88
    return Claim(frame, M.figureValue, Decimal(quantity.value), modality, (span,), confidence, f"figure.{rule}")


def _elsewhere(row: Clause, i: int, at: int) -> bool:
    """Whether those who are there are told far before a number, which counts others: "لبى المشاركون دعوة 50 منظمة"."""
    return row.norm(i) in words()["there"] and at - i > _NEAR


def _tells_past(row: Clause, at: int) -> bool:
    """Whether a year long gone stands before the number, so that its future is that of a story."""
    published = row.reading.document.article.published
    before = [e.mention for e in row.elements[max(0, at - _STORY) : at] if e.mention is not None]
    years = [m.date.start.year for m in before if m.date is not None and m.date.start is not None]
    return published is not None and bool(years) and max(years) < published.year - 1


def _unit(row: Clause, at: int, mention: Mention, quantity: Quantity) -> str | None:
    """The unit in the words of the text: the counted noun as it stands after the number."""
    if quantity.unit == "%" or not _units(quantity):
        return quantity.unit if quantity.unit == "%" else None
    tokens = row.reading.document.tokens
    wanted = _units(quantity)
    found: list[int] = []
    for i in range(mention.first, min(mention.last + 4, row.sentence.last)):
        if tokens[i].norm == wanted[len(found)]:
            found.append(i)
            if len(found) == len(wanted):
                break
    if len(found) != len(wanted):  # the dual noun is unit and number in one
        name = mention.name
        return row.reading.document.text[name.start : name.end] if "dual" in mention.tags else quantity.unit
    return row.reading.document.text[tokens[found[0]].start : tokens[found[-1]].end]
