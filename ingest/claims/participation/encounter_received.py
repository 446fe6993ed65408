"""Who received whom: the passive verb, and the verbal noun with its sides in any order.

"استقبل فلان من فلان", "لدى استقباله فلانا", "استقبال فلان زعيم الحركة علانا", "استقبال سموه له", "استقباله لها".
"""

from __future__ import annotations

from ingest.claims.clause import ACTORS, COMMAS, STOPS, Clause
from ingest.claims.participation.encounter_row import FAR, PEOPLE, Sides, before_verb, behind_verb, joined, skip, tells
from ingest.claims.speech import PRONOUNS
from ingest.mention import Kind, Mention
from ingest.word_lists import word_lists


def received_by(row: Clause, at: int) -> Sides | None:
    """ "استقبل فلان من قبل فلان", "واستقبل من طرف فلان", "استقبل الوفد من لدن فلان": the verb is passive."""
    told = _by(row, at + 1, passive=True)
    if told is None:
        return None
    by, host, last = told
    guest = before_verb(row, at) or behind_verb(row, at)[0]
    if guest is None or guest is host:
        return Sides(host, (), True, last, needs_object=skip(row, at + 1) > by)
    return Sides(host, (guest,), True, last)


def _by(row: Clause, start: int, *, passive: bool = False) -> tuple[int, Mention, int] | None:
    """Where "by" stands in the clause, who is named behind it, and the element behind."""
    for i in range(start, min(len(row.elements), start + FAR)):
        norm = row.norm(i)
        by = tells(row.norm(i + 1), "by")
        if norm == "من" and (by or (passive and i == start) or row.elements[i - 1].kind in PEOPLE):  # "عددا من" is no "by"
            i = skip(row, i + 1 + by)
            host = row.elements[i].mention if i < len(row.elements) else None
            return (i, host, i + 1) if host is not None and host.kind in PEOPLE else None
        if norm in STOPS or tells(norm, "ends"):
            return None
    return None


def receiving(row: Clause, at: int) -> Sides | None:
    """ "لدى استقباله فلانا", "خلال استقباله من قبل فلان", "حظي فلان باستقبال من فلان", "خص فلان فلانا باستقبال"."""
    i = at + 1
    word = row.reading.document.tokens[row.elements[at].first].norm
    if tells(row.norm(i), "relative") and tells(row.norm(i + 1), "granted"):
        return _granted(row, i + 2)
    if any(noun in word for noun in word_lists("encounters.toml")["the_reception"]):
        return _of_the_throne(row, i + 1)
    if (both := _both_sides(row, at, pronoun=word.endswith(PRONOUNS))) is not None:
        return both
    if not word.endswith(PRONOUNS) and row.norm(i) != "من":
        told = [e.mention for e in row.elements[max(0, at - FAR) : at] if e.kind in PEOPLE and e.mention is not None]
        two = [m for m in told if m.prefix in ("", "و")][-2:]
        return Sides(two[0], (two[1],), True, at + 1) if len(two) == 2 else None
    if row.norm(i) == "من":
        i += 1 + tells(row.norm(i + 1), "by")
        i = skip(row, i)
        host = row.elements[i].mention if i < len(row.elements) else None
        if host is None or host.kind not in PEOPLE:
            return None
        pair = word.endswith("هما")
        return Sides(host, (), True, i + 1, needs_object=not pair, needs_pair=pair)
    i = skip(row, i)
    guest = row.elements[i].mention if i < len(row.elements) else None
    if guest is None or guest.kind not in ACTORS or guest.prefix not in ("", "ل"):
        return None
    others, last = joined(row, i)
    host = _told_behind(row, last) if at <= 2 else None
    return Sides(host, others, True, last, needs_subject=host is None)


def _of_the_throne(row: Clause, at: int) -> Sides | None:
    """ "الاستقبال الملكي لرئيس الحكومة": who was received, behind the adjective."""
    guest = row.elements[at].mention if at < len(row.elements) else None
    if guest is None or guest.kind not in PEOPLE or guest.prefix != "ل":
        return None
    behind = row.elements[at + 1] if at + 1 < len(row.elements) else None
    if guest.coref and behind is not None and behind.kind is Kind.COUNTRY and behind.prefix == "ل":
        return None  # "الوزير الأول لسانت لوسي" is not the one who was called so before
    others, last = joined(row, at)
    return Sides(None, others, True, last)


def _granted(row: Clause, at: int) -> Sides | None:
    """ "الاستقبال الذي خص به الرئيس الوزير", "الاستقبال الذي حظي به الوزير من قبل الرئيس"."""
    first = skip(row, at + (row.norm(at) in ("به", "بها")))
    one = row.elements[first].mention if first < len(row.elements) else None
    if one is None or one.kind not in PEOPLE or one.prefix:
        return None
    if (told := _by(row, first + 1)) is not None:
        return Sides(told[1], (one,), True, told[2])
    second = skip(row, first + 1)
    two = row.elements[second].mention if second < len(row.elements) else None
    if two is None or two.kind not in PEOPLE or two.prefix not in ("", "ل"):
        return None
    return Sides(one, (two,), True, second + 1)


def _told_behind(row: Clause, start: int) -> Mention | None:
    """ "ولدى استقباله فلانا، أكد فلان …": the host is the subject of the clause behind the comma."""
    comma = next((i for i in range(start - 1, min(len(row.elements), start + 8)) if row.norm(i) in COMMAS), None)
    if comma is None or row.elements[min(comma + 1, len(row.elements) - 1)].mention is not None:
        return None
    i = skip(row, comma + 2)
    mention = row.elements[i].mention if i < len(row.elements) else None
    return mention if mention is not None and mention.kind in PEOPLE and not mention.prefix else None


def _both_sides(row: Clause, at: int, *, pronoun: bool) -> Sides | None:
    """The one who receives is its pronoun or stands right behind it; the other, named or a pronoun, behind circumstances."""
    if pronoun:
        both = tells(row.norm(at + 1), "to_him")
        return Sides(None, (), True, at + 2, needs_subject=True, needs_object=True) if both else None
    first, courtesy = row.elements[at + 1].mention if at + 1 < len(row.elements) else None, row.norm(at + 1)
    if (told := _by(row, at + 1)) is not None and told[1] is not first:
        guest = first if first is not None and first.kind in PEOPLE and not first.prefix else None
        return Sides(told[1], (guest,) if guest is not None else (), True, told[2])
    if first is None and not tells(courtesy, "courtesy"):
        return None
    if first is not None and (first.kind not in PEOPLE or first.prefix):
        return None
    named = {"needs_subject": first is None, "courtesy": courtesy if first is None else ""}
    i = skip(row, at + 2)
    if tells(row.norm(i), "to_him"):
        return Sides(first, (), True, i + 1, needs_object=True, **named)  # type: ignore[arg-type]
    guest = row.elements[i].mention if i < len(row.elements) else None
    if guest is None or guest.kind not in ACTORS or guest.prefix not in ("", "ل"):
        return None
    others, last = joined(row, i)
    return Sides(first, others, True, last, **named)  # type: ignore[arg-type]
