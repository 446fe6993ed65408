"""What the ontology calls its terms, in the three languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Any

from kg import resources
from kg.iri import Iri
from kg.store import Store
from kg.term import Literal


def label(iri: Iri, language: str) -> str | None:
    """The label of a term in a language, else in English; None for what is no term of the ontology."""
    labels = _labels().get(iri, {})
    return labels.get(language) or labels.get("en")


@cache
def _labels() -> Mapping[Iri, dict[str, str]]:
    """Labels of the ontology's terms by language."""
    found: dict[Iri, dict[str, str]] = defaultdict(dict)
    ontology = Store()
    for path in sorted(resources.folder("ontology").glob("*.ttl")):
        ontology.load_turtle(path.read_text(encoding="utf-8"))
    rows: Any = ontology.select(resources.text("queries", "lookup/terms.rq"))
    for row in rows:
        text = row["label"]
        if isinstance(text, Literal) and text.language and isinstance(row["thing"], Iri):
            found[row["thing"]][text.language] = text.value
    return found
