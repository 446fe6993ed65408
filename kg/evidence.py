"""Where a claim stands: the article, the words, and the sentence around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg import resources
from kg.iri import Iri
from kg.store import Store, iri_of, text_of

# The end of a sentence in Arabic and Latin script, as far as showing one needs it.
_END = re.compile(r"[.!?؟]+[\s»”\"')]|\n")
_CONTEXT = 300  # code points of context on either side at most


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of one claim in its article. `sentence` is the text around them; `at` their offset in it."""

    claim: Iri
    article: str
    outlet: str | None
    published: str | None
    modality: str
    confidence: float
    rule: str
    start: int
    end: int
    quote: str
    sentence: str
    at: int


class Evidences:
    """Looks up the evidence of claims; keeps the texts of the articles it has met."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._texts: dict[Iri, str] = {}

    def of(self, claims: Iterable[Iri]) -> Iterator[Evidence]:
        """The evidence of these claims in the order given, each claim's in the order of the text."""
        for claim in claims:
            for row in self.store.select(resources.text("queries", "lookup/evidence.rq"), {"claim": claim}):
                start, end = int(text_of(row["start"])), int(text_of(row["end"]))
                sentence, at = around(self._text(iri_of(row["article"])), start, end)
                yield Evidence(
                    claim, text_of(row["name"]), text_of(row["outlet"]) if "outlet" in row else None,
                    text_of(row["published"]) if "published" in row else None,
                    re.split(r"[#/]", text_of(row["modality"]))[-1].lower(), float(text_of(row["confidence"])),
                    text_of(row["rule"]), start, end, text_of(row["quote"]), sentence, at,
                )

    def _text(self, article: Iri) -> str:
        if article not in self._texts:
            self._texts[article] = article_text(self.store, article)
        return self._texts[article]


def article_text(store: Store, article: Iri) -> str:
    """The stored text of an article; empty where the store has none."""
    rows = store.select(resources.text("queries", "lookup/text.rq"), {"article": article})
    return next((text_of(row["text"]) for row in rows), "")


def around(text: str, start: int, end: int) -> tuple[str, int]:
    """The sentence round text[start:end] and the offset of the words in it."""
    first = max((m.end() for m in _END.finditer(text, max(0, start - _CONTEXT), start)), default=max(0, start - _CONTEXT))
    match = _END.search(text, max(start, end - 1), min(len(text), end + _CONTEXT))
    last = max(end, match.start() + 1) if match else min(len(text), end + _CONTEXT)
    while first < start and text[first].isspace():
        first += 1
    return text[first:last].rstrip(), start - first
