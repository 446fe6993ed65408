"""Cities, regions and continents, from the authority file `lexicon/places.tsv`.

A name that is also a common word or a country ("عمان", "سرت", "صور") needs a cue: a word such as "مدينة" before it, a
meeting noun in construct before it ("قمة سرت"), or its country beside it. Of some a preposition is enough ("في حلب"): cue
"in" behind في and إلى, "by" also behind a glued بـ ("بسلا"), which in others makes another word ("بليون").
"""

from __future__ import annotations

import re
from functools import cache

from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.mention import Kind, Mention
from ingest.mentions.authority import Entity, by_path, entities, gazetteer
from ingest.mentions.gazetteer import Found, Gazetteer, Line, name_span
from ingest.mentions.lands.countries import capital_forms, context
from ingest.parts import Document

FILE = "places.tsv"


@cache
def _cues(of: str) -> frozenset[str]:
    """Words in front of a place ("before"), or verbs of hosting, beside which a city stands as their subject ("hosts"):
    "تستعد جدة لاستقبال …", "عمان استضافت"."""
    return frozenset(fold(row["word"]) for row in read_tsv("place_cues.tsv") if row["class"] == of)


def country_of(path: str) -> str | None:
    """The ISO code of the country in which a place of the authority file lies."""
    entity = by_path(FILE).get(path)
    return entity.country if entity else None


def find(document: Document) -> list[Mention]:
    """Every place that the article names, in the order of the text."""
    line = document.once("line", lambda: Line.of(document))
    hits = [(hit, entities(FILE)[hit.entry]) for hit in gazetteer(FILE).find(line)]
    hits += [(hit, _capitals()[hit.entry]) for hit in _capital_names().find(line)]
    kept: list[Mention] = []
    for hit, entity in sorted(hits, key=lambda pair: (pair[0].first, -pair[0].last)):
        joined = bool(kept) and kept[-1].last == hit.first and hit.prefix.startswith("و")
        doubtful = entity.cue or (len(hit.key) < 4 and not joined)
        if (kept and hit.first < kept[-1].last) or (doubtful and not _cued(document, line, hit, entity)):
            continue
        kept.append(_mention(document, hit, entity))
    return kept


def _mention(document: Document, hit: Found, entity: Entity) -> Mention:
    span = name_span(document, hit.first, hit.last, hit.cut)
    referent = entity.referent((document.text[span.start : span.end],))
    tags = frozenset({entity.kind} if entity.kind else ())
    return Mention(Kind.PLACE, hit.first, hit.last, span, referent, f"authority: {entity.path}", hit.prefix, tags=tags)


def _cued(document: Document, line: Line, hit: Found, entity: Entity) -> bool:
    """Is there anything beside a doubtful name that shows a place is meant?"""
    first = document.tokens[hit.first]
    capital = tuple([word[1:] for word in context()["capital"]])
    if hit.last > hit.first + 1 and first.norm.removeprefix(hit.prefix).endswith(capital):
        return True  # "العاصمة عمان"
    surface = document.text[first.start : document.tokens[hit.last - 1].end]
    if any(name in surface for name in entity.names if fold(name) != name and "\u0651" in name):
        return True  # the doubled consonant is written and decides (عمّان)
    before = document.tokens[hit.first - 1].norm if hit.first else ""
    if any(word in _cues("before") for word in (before, before[1:] if before[:1] in "وبلف" else "")):
        return True
    if entity.cue in ("in", "by") and before.removeprefix("و") in ("في", "الي"):
        return True
    if entity.cue == "by" and "ب" in hit.prefix:
        return True
    behind = document.tokens[hit.last].norm if hit.last < len(document.tokens) else ""
    if before.removeprefix("و") in _cues("hosts") or behind in _cues("hosts"):
        return not entity.cue or document.once(f"spoken of: {entity.country}", lambda: _spoken_of(line, entity.country))
    if not entity.cue:  # a short name
        return "ب" in hit.prefix or before in ("في", "الي", "من", "بين")
    if entity.country is None:
        return False
    if entity.cue == "country":
        return document.once(f"spoken of: {entity.country}", lambda: _spoken_of(line, entity.country))
    after = " ".join(token.norm for token in document.tokens[hit.last : hit.last + 2])
    return "ب" in hit.prefix and any(word in after for word in _country_words(entity.country))


def _spoken_of(line: Line, country: str | None) -> bool:
    """Whether the article has the name or the adjective of a country."""
    words = _country_words(country) if country else ()
    return any(re.search(rf"(?<!\w)[وفبلك]?(?:ال|لل)?{word}", line.text) for word in words)


@cache
def _country_words(iso: str) -> tuple[str, ...]:
    for row in read_tsv("countries.tsv"):
        if row["iso2"] == iso:
            forms = [row["label_ar"], *row["nisba"].split("|")]
            return tuple(fold(form).removeprefix("ال") for form in forms if form)
    return ()


@cache
def _capital_rows() -> tuple[tuple[str, Entity], ...]:
    """ "العاصمة" with the adjective of a country, and the capital that it means."""
    known = {fold(name): entity for entity in entities(FILE) for name in entity.names}
    rows = []
    for row in read_tsv("countries.tsv"):
        capital = known.get(fold(row["capitals"].split("|")[0]))
        if capital is not None:
            nisbas = (nisba.removeprefix("ال") for nisba in row["nisba"].split("|") if nisba)
            rows += [(form, capital) for nisba in nisbas for form in capital_forms(nisba)]
    return tuple(rows)


@cache
def _capitals() -> tuple[Entity, ...]:
    return tuple(entity for _, entity in _capital_rows())


@cache
def _capital_names() -> Gazetteer:
    return Gazetteer((name, number) for number, (name, _) in enumerate(_capital_rows()))
