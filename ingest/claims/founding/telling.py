"""One telling of how a body came to be, however it was read."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.word_lists import word_lists
from kg.claim import Claim, Modality, PartialDate, Referent, Slot, Span
from kg.iri import Iri


def words() -> dict[str, frozenset[str]]:
    """The word lists of `lexicon/founding.toml`."""
    return word_lists("founding.toml")


@dataclass(frozen=True, slots=True)
class Telling:
    """The body, how it is held by the text, the words, and what they add: when, by whom, to what end."""

    body: Referent
    modality: Modality
    evidence: Span
    rule: str
    date: PartialDate | None
    founders: tuple[Referent, ...]
    aim: str | None

    def claim(self, frame: Referent, predicate: Iri, value: Slot) -> Claim:
        """A claim about a frame with the whole construction as evidence."""
        return Claim(frame, predicate, value, self.modality, (self.evidence,), 0.8, self.rule)
