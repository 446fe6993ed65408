"""Every claim of one article over its text: what was read from which words, by which rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kg import resources
from kg.facts import code
from kg.iri import Iri
from kg.lookup import Labels
from kg.store import Store, iri_of, text_of
from kg.vocabulary import M

_SUM = (M.comparator, M.amount, M.currency)


@dataclass(frozen=True, slots=True)
class Reading:
    """One claim in words. `about` names the subject with its coordinates."""

    claim: Iri
    about: str
    predicate: str
    value: str
    modality: str
    confidence: float
    rule: str
    spans: tuple[tuple[int, int, str], ...]


def explain(store: Store, graph: Iri, language: str = "en") -> list[Reading]:
    """The claims of an article graph in the order of the text."""
    labels = Labels(store, language)
    slots: dict[Iri, dict[Iri, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in store.select(resources.text("queries", "lookup/slots.rq"), {"g": graph}):
        if row["value"] != M.Exactly:
            slots[iri_of(row["frame"])][iri_of(row["slot"])].append(labels.text(row["value"]))
    rows: dict[Iri, list[tuple[int, int, str]]] = defaultdict(list)
    first = {}
    for row in store.select(resources.text("queries", "lookup/article_claims.rq"), {"g": graph}):
        claim = iri_of(row["claim"])
        rows[claim].append((int(text_of(row["start"])), int(text_of(row["end"])), text_of(row["quote"])))
        first[claim] = row
    readings = []
    for claim, row in first.items():
        subject = iri_of(row["subject"])
        kind = labels.of(iri_of(row["subject_type"]))
        named = _named(slots[subject], language) or labels.of(subject)
        about = kind if subject.endswith(f"/{named}") else f"{kind} ({named})"
        bound = [] if M.amount in slots[subject] else slots[subject][M.comparator]
        value = " ".join([*bound, labels.text(row["object"])])
        readings.append(Reading(
            claim, about, labels.of(iri_of(row["predicate"])), value, code(row["modality"]),
            float(text_of(row["confidence"])), text_of(row["rule"]), tuple(sorted(rows[claim])),
        ))
    return sorted(readings, key=lambda r: (r.spans, r.about, r.predicate, r.value, r.claim))


def _named(slots: Mapping[Iri, list[str]], language: str) -> str:
    """The coordinates of a frame: the things it is about by name, then its sum with the bound and the currency."""
    things = sorted(name for slot, names in slots.items() if slot not in _SUM for name in names)
    amount = " ".join(name for slot in _SUM if M.amount in slots for name in slots.get(slot, ()))
    return ("، " if language == "ar" else ", ").join([*things, *filter(None, [amount])])
