"""Numbers that say something about the world: attendance, victims, money, shares, areas.

Sizes of bodies are left to the counts; editions, dates, small durations, "the three states" and numbers that count nothing
are no figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from ingest import numerals
from ingest.claims.clause import COMMAS, QUOTES, STOPS, Clause, clause
from ingest.claims.modality import is_future_form, modality_of
from ingest.claims.speech import openings, verb_at
from ingest.document import Zone
from ingest.fold import fold
from ingest.lexicon import read_toml
from ingest.mentions.mention import Kind, Mention, Quantity, Reading
from kg.claim import Claim, Modality, Referent, Slot
from kg.iri import Iri
from kg.vocabulary import M

_BEFORE, _AFTER = 9, 8      # elements of the phrase around a number
_LONG = 10                  # a time span of so many units is worth a figure
_MARKS = frozenset(":()[]")
_WHAT = 140                 # characters
_ABOUT = (Kind.COUNTRY, Kind.PLACE, Kind.ORGANIZATION, Kind.COALITION, Kind.GROUP)
_COMPARATORS = {"exactly": M.Exactly, "at_least": M.AtLeast, "about": M.About, "at_most": M.AtMost}


@cache
def _words() -> dict[str, frozenset[str]]:
    lists = read_toml("figures.toml")["words"]
    return {name: frozenset(fold(word) for word in words) for name, words in lists.items()}


def extract(reading: Reading) -> Iterator[Claim]:
    """The figures of an article, in the order of the text."""
    if reading.document.language != "ar":
        return
    meeting: Referent | None = None  # the meeting spoken of last
    for sentence in reading.document.sentences:
        if sentence.zone is Zone.BOILERPLATE:
            continue
        row = clause(reading, sentence)
        for element in row.elements:
            if element.mention is not None and element.kind is Kind.MEETING:
                meeting = element.mention.referent
                break
        for at, element in enumerate(row.elements):
            mention = element.mention
            if mention is None or mention.quantity is None:
                continue
            quantity = _figure(row, at, mention)
            if quantity is not None:
                yield _claim(row, at, mention, quantity, meeting)


def _figure(row: Clause, at: int, mention: Mention) -> Quantity | None:
    """The quantity of a number that is a figure, with the unit it shares with the next number of a range; else None."""
    words, quantity = _words(), mention.quantity
    assert quantity is not None
    if mention.kind is Kind.MONEY or quantity.unit == "%":
        return quantity
    digits = row.reading.document.tokens[mention.first].norm
    if row.norm(at - 1) in words["label"] or _is_written(row, at) or (len(digits) > 5 and digits.startswith("0")):
        return None
    if row.norm(at + 1) == ")" and (scale := numerals.words().get(row.norm(at + 2))) and scale.kind == "scale":
        quantity = Quantity(quantity.value * scale.value, quantity.comparator, row.norm(at + 3) or None, quantity.currency)
    quantity = _range(row, at) or _range_end(row, at) or quantity
    if quantity.currency is not None:
        return quantity
    units = [] if _before_name(row, at) else _units(quantity)
    if "definite" in mention.tags or quantity.value < 2:
        return None
    if "dual" in mention.tags or (quantity.value == 2 and "words" in mention.tags):
        told = row.norm(at - 1) in words["event"] or ("dual" not in mention.tags and _paired(row, at))
        return quantity if told else None
    if not units or (len(units[0]) < 3 and units[0] not in words["time"]):
        return quantity if _counted(row, at, mention) else None
    if units[0] in words["none"] or _is_size(row, at, units[0]):
        return None
    if units[0] in words["time"] and row.norm(at - 1) != "كل":
        dates = any(row.norm(at + k) in words["relative_time"] for k in (1, 2))
        return None if quantity.value < _LONG or dates else quantity
    return quantity


def _units(quantity: Quantity) -> list[str]:
    """The words of the unit, without a glued و; none where the word after the number is no noun."""
    units = (quantity.unit or "").split()
    if units and ((units[0] in _words()["not_unit"] and len(units) == 1) or units[0].startswith("لل")):
        return []
    if units and (units[0] in openings()["adjunct"] or units[0] in openings()["not_that"]):
        return []
    return [units[0].removeprefix("و"), *units[1:]] if units and units[0] not in numerals.words() else units


def _before_name(row: Clause, at: int) -> bool:
    """Whether a name follows, so that what looks like the unit belongs to the next item of a list: "قابس (60) وسوسة"."""
    following = row.elements[at + 1] if at + 1 < len(row.elements) else None
    if following is not None and following.norm == ")" and at + 2 < len(row.elements):
        following = row.elements[at + 2]
    return following is not None and following.prefix == "و" and following.kind in _ABOUT


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


def _range(row: Clause, at: int) -> Quantity | None:
    """A number completed by the one it is compared with: "بين 80 إلى 90 دولارا", "8 من أصل 54 دولة"."""
    mention, words = row.elements[at].mention, _words()
    assert mention is not None
    own = mention.quantity
    assert own is not None
    part = own.unit is not None and own.unit.split()[0] in words["out_of"]
    if own.unit is not None and not part:
        return None
    for k in range(at + 1, min(at + 4, len(row.elements))):
        other = row.elements[k].mention
        if other is not None and other.quantity is not None:
            joined = k == at + 1 or row.norm(k - 1) in words["range"] or part or other.prefix.startswith("و")
            scale = Decimal(1) if part or not joined else _scale(row, other)
            value = own.value * (scale if own.value < 1000 else 1)
            return Quantity(value, own.comparator, other.quantity.unit, other.quantity.currency) if joined else None
    return None


def _range_end(row: Clause, at: int) -> Quantity | None:
    """The number that ends a range takes the unit of the one that begins it: "من 20 مليار دولار … إلى 65 مليارا"."""
    mention = row.elements[at].mention
    assert mention is not None
    own = mention.quantity
    assert own is not None
    if _units(own) or row.norm(at - 1) not in _words()["range"]:
        return None
    for i in range(at - 2, max(-1, at - 10), -1):
        other = row.elements[i].mention
        if other is not None and other.quantity is not None:
            return Quantity(own.value, own.comparator, other.quantity.unit, other.quantity.currency)
    return None


def _scale(row: Clause, mention: Mention) -> Decimal:
    """The scale word of a number ("مليون" → 1,000,000), 1 where it has none."""
    words = numerals.words()
    tokens = row.reading.document.tokens[mention.first : mention.last]
    return next((words[t.norm].value for t in tokens if t.norm in words and words[t.norm].kind == "scale"), Decimal(1))


def _counted(row: Clause, at: int, mention: Mention) -> bool:
    words = _words()
    before = {row.norm(at - 1), row.norm(at - 2)}
    compared = mention.quantity is not None and mention.quantity.comparator != "exactly"
    return compared or bool(before & words["counting"]) or row.norm(at + 1) in words["among"]


def _is_size(row: Clause, at: int, unit: str) -> bool:
    """Whether states or members of a body are counted, as in "يضم التحالف 85 دولة"."""
    words = _words()
    if unit not in words["member_unit"]:
        return False
    around = [row.norm(i) for i in range(max(0, at - 6), min(len(row.elements), at + 6))]
    if any(_attends(norm) for norm in around):
        return False
    return any(norm in words["size"] for norm in around if norm != unit)


def _attends(norm: str) -> bool:
    return norm in _words()["attendance"] or (norm[:1] == "و" and norm[1:] in _words()["attendance"])


def _stops(row: Clause, at: int, i: int) -> bool:
    """Whether the phrase around the number at `at` ends at element `i`; its own brackets and range do not end it."""
    element, norm = row.elements[i], row.elements[i].norm
    if element.mention is not None:
        return element.mention.quantity is not None and abs(i - at) > 3
    if norm in ("(", ")") and abs(i - at) <= 2:
        return False
    return norm in COMMAS | STOPS | QUOTES | _MARKS or norm in _words()["ends"]


def _bounds(row: Clause, at: int) -> tuple[int, int]:
    """The elements of the phrase around the number at `at`."""
    begin = at
    while begin > 0 and at - begin < _BEFORE and not _stops(row, at, begin - 1):
        norm = row.norm(begin - 1)
        if norm and (norm in openings()["that"] or (verb_at(norm) is not None and not norm.startswith("ت"))):
            break
        begin -= 1
    end = at + 1
    while end < len(row.elements) and end - at <= _AFTER and not _stops(row, at, end):
        end += 1
    while end - 1 > at and row.norm(end - 1) in _words()["loose"]:
        end -= 1
    while begin < at and row.norm(begin) in (")", "-"):
        begin += 1
    return begin, end


def _claim(row: Clause, at: int, mention: Mention, quantity: Quantity, meeting: Referent | None) -> Claim:
    begin, end = _bounds(row, at)
    span = row.span(begin, end) or row.reading.span(mention)
    text = row.reading.document.text
    attends = any(_attends(row.norm(i)) for i in range(begin, end)) and quantity.currency is None
    slots: list[tuple[Iri, Slot]] = [(M.figureWhat, _shortened(text[span.start : span.end]))]
    about = meeting if attends and quantity.unit != "%" else _about(row, at, begin, end)
    if about is not None:
        slots.append((M.topicAbout, about))
    unit = quantity.currency or _unit(row, at, mention, quantity)
    if unit:
        slots.append((M.unitText, unit))
    year = _year(row, at)
    if year is not None:
        slots.append((M.figureYear, str(year)))
    if quantity.comparator != "exactly":
        slots.append((M.comparator, _COMPARATORS[quantity.comparator]))
    frame = Referent(M.Figure, f"{quantity.value.normalize()}|{mention.name.start}", slots=tuple(slots))
    rule = "attendance" if attends else "money" if quantity.currency else "share" if quantity.unit == "%" else "number"
    modality = modality_of(row.reading, row.sentence, mention.first)
    if modality is not Modality.DENIED and any(is_future_form(row.norm(i)) for i in range(begin, at)):
        modality = Modality.PLANNED
    confidence = 0.92 if rule != "number" else 0.88
    return Claim(frame, M.figureValue, Decimal(quantity.value), modality, (span,), confidence, f"figure.{rule}")


def _shortened(text: str) -> str:
    """The phrase on one line, cut at a blank."""
    text = " ".join(text.split())
    return text if len(text) <= _WHAT else text[:_WHAT].rsplit(" ", 1)[0]


def _about(row: Clause, at: int, begin: int, end: int) -> Referent | None:
    """The place or body nearest to the number in its phrase, one after it before one before it."""
    for i in (*range(at + 1, end), *range(at - 1, begin - 1, -1)):
        mention = row.elements[i].mention
        if mention is not None and mention.kind in _ABOUT and mention.referent is not None:
            found: Referent = mention.referent
            return found
    return None


def _unit(row: Clause, at: int, mention: Mention, quantity: Quantity) -> str | None:
    """The unit in the words of the text: the counted noun as it stands after the number."""
    if quantity.unit == "%" or not _units(quantity):
        return quantity.unit if quantity.unit == "%" else None
    assert quantity.unit is not None
    tokens = row.reading.document.tokens
    wanted = quantity.unit.split()
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


def _year(row: Clause, at: int) -> int | None:
    """The year said in the same clause: the next one after the number, else the last one before it."""
    for way in (range(at + 1, min(at + 13, len(row.elements))), range(at - 1, max(at - 13, -1), -1)):
        for i in way:
            mention = row.elements[i].mention
            if row.norm(i) in COMMAS or (mention is not None and mention.quantity is not None):
                break
            start = None if mention is None or mention.date is None else mention.date.start
            if start is not None and start.month is None:
                return start.year
    return None
