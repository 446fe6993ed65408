"""One telling of how a body came to be, however it was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.word_lists import is_in, word_lists
from kg.claim import Claim, Modality, PartialDate, Referent, Slot, Span
from kg.iri import Iri

_AGAIN = 2  # tokens in front of a noun of founding in which it is told that it is done once more


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


def made_again(norms: Sequence[str], at: int) -> bool:
    """Whether a noun of founding at a token is what is done once more: "أعيد تأسيس", "أعاد القادة تأسيس", "إعادة إطلاق"."""
    return any(is_in(norm, words()["once_more"]) for norm in norms[max(0, at - _AGAIN) : at])
