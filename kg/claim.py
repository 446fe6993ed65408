"""The claim: what one article says in one place, before it becomes RDF.

A referent is a thing *as one article speaks of it* (a person, a meeting, a participation). It is never merged inside an
article graph; which referents of different articles are the same thing is decided later and stored apart.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from kg.iri import Iri


class Modality(Enum):
    """How the article holds the content: told as done, as still to come, as not so, or as somebody's words."""

    ASSERTED = "Asserted"
    PLANNED = "Planned"
    DENIED = "Denied"
    REPORTED = "Reported"

    __hash__ = object.__hash__  # members are compared by identity: hashing their names is several times slower


@dataclass(slots=True, unsafe_hash=True, order=True)
class Span:
    """Unicode code points `start` (inclusive) to `end` (exclusive) of the stored article text."""

    start: int
    end: int


@dataclass(slots=True, unsafe_hash=True)
class PartialDate:
    """A calendar date at the precision the text gives: year, year and month, or day."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
            if self.day is not None:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)


Slot: TypeAlias = "Referent | Iri | PartialDate | Decimal | int | str"


@dataclass(slots=True, unsafe_hash=True)
class Referent:
    """A thing as one article speaks of it.

    `type` is the class in the ontology (`M.Person`, `M.Meeting`, `M.Participation`, …). `key` is unique for the type within
    one article and becomes part of the IRI. `authority` is the path of the entity in the authority files ("country/MA",
    "org/nato") where the name is unambiguous. `slots` are the fixed coordinates of a frame (the meeting and the actor of a
    participation, the value and the unit of a count).
    """

    type: Iri
    key: str
    label_ar: str | None = None
    label_en: str | None = None
    label_fr: str | None = None
    surfaces: tuple[str, ...] = ()
    authority: str | None = None
    slots: tuple[tuple[Iri, Slot], ...] = ()


@dataclass(slots=True, unsafe_hash=True)
class Claim:
    """Subject, predicate and object as an article has them, with the sentences that say so.

    `confidence` is the share of such claims of this rule that were right on read articles, 0 to 1. `rule` names the
    extractor rule, for example "participation.host_verb".
    """

    subject: Referent
    predicate: Iri
    object: Slot
    modality: Modality
    evidence: tuple[Span, ...]
    confidence: float
    rule: str
    attributed_to: Referent | None = None

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"a claim needs evidence: {self.rule}")


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """What is kept of an article in its graph. `sha256` is of the stored UTF-8 text; dates are as the source gave them.

    The `boilerplate` spans are in the order of the text and do not overlap.
    """

    sha256: str
    name: str
    text: str
    language: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None
    published_basis: str | None = None
    boilerplate: tuple[Span, ...] = field(default=())
