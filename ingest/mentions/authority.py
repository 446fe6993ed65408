"""Entities of the authority files: one row is one thing with its names in three languages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ingest.lexicon import read_tsv
from ingest.mentions.gazetteer import Gazetteer
from kg.claim import Referent
from kg.iri import Iri
from kg.vocabulary import M

_TYPES = {"Organization": M.Organization, "Coalition": M.Coalition, "ArmedGroup": M.ArmedGroup, "Place": M.Place}


@dataclass(frozen=True, slots=True)
class Entity:
    """A row of an authority file. `names` are all Arabic and Latin forms to look for, the Arabic label first."""

    path: str
    type: Iri
    label_en: str
    label_ar: str
    label_fr: str | None
    names: tuple[str, ...]
    country: str | None = None
    kind: str = ""
    cue: str = ""

    def referent(self, surfaces: tuple[str, ...] = ()) -> Referent:
        return Referent(self.type, self.path, self.label_ar, self.label_en, self.label_fr, surfaces, self.path)


def _names(row: dict[str, str]) -> tuple[str, ...]:
    names = [row["label_ar"], *row["aliases"].split("|"), row["label_en"], row["label_fr"], row.get("acronym", "")]
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip()))


@cache
def entities(file: str) -> tuple[Entity, ...]:
    """The rows of one authority file of `ingest/lexicon`."""
    return tuple(
        Entity(
            row["path"],
            _TYPES[row.get("type", "Place")],
            row["label_en"],
            row["label_ar"],
            row["label_fr"] or None,
            _names(row),
            row.get("country") or None,
            row.get("kind", ""),
            row.get("cue", ""),
        )
        for row in read_tsv(file)
    )


@cache
def gazetteer(file: str) -> Gazetteer:
    """All names of one authority file; an entry number is the row's place in `entities(file)`."""
    return Gazetteer((name, number) for number, entity in enumerate(entities(file)) for name in entity.names)


@cache
def by_path(file: str) -> dict[str, Entity]:
    """The entities of one file by their path."""
    return {entity.path: entity for entity in entities(file)}
