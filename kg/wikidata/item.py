"""One entry of the snapshot: an item of Wikidata with the few facts that linking needs."""

from __future__ import annotations

from dataclasses import dataclass

from kg.iri import Iri

ENTITY = "http://www.wikidata.org/entity/"
LANGUAGES = ("ar", "en", "fr")


def entity_iri(qid: str) -> Iri:
    """The canonical IRI of an item or property (always `http`, always `/entity/`)."""
    return Iri(ENTITY + qid)


@dataclass(frozen=True, slots=True, order=True)
class Office:
    """A post held: identifiers (empty when unknown) and dates as the source has them ("2021", "2021-01-26", "" = open)."""

    position: str
    country: str
    start: str
    end: str

    def covers(self, date: str) -> bool | None:
        """Whether the office was held on `date` (ISO, any precision); None when the source cannot tell."""
        if not date or not self.start:
            return None
        if date[: len(self.start)] < self.start[: len(date)]:
            return False
        if self.end and date[: len(self.end)] > self.end[: len(date)]:
            return False
        return True if self.end or date[:4] <= "2023" else None


@dataclass(frozen=True, slots=True)
class Item:
    """`type` is the kind of the evidence row; `names` maps a language to names, the label first. `countries` are
    identifiers; `trust` is "auto" or "review"."""

    qid: str
    type: str
    trust: str
    tier: str
    names: dict[str, tuple[str, ...]]
    countries: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()

    def label(self, language: str) -> str:
        """The label in `language`, else in English, else in any language, else the identifier."""
        for candidate in (language, "en", "fr", "ar"):
            if self.names.get(candidate):
                return self.names[candidate][0]
        return self.qid

    def all_names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for language in LANGUAGES for name in self.names.get(language, ())))
