"""What a reconciliation endpoint answers from: the snapshot of Wikidata, or the entities of a store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from kg.iri import DEFAULT_BASE
from kg.wikidata import tables
from kg.wikidata.entities import Entity
from kg.wikidata.features import Query
from kg.wikidata.item import ENTITY, Item
from kg.wikidata.keys import fold
from kg.wikidata.matcher import Decision, Matcher
from kg.wikidata.snapshot import Snapshot, version


@dataclass(frozen=True, slots=True)
class Kind:
    """A type as clients see it: identifier, names by language, and the class of ours it stands for."""

    id: str
    class_: str
    names: Mapping[str, str]


@dataclass(frozen=True)
class Source:
    """One identifier space: how it is called, what it holds, which types it knows (by identifier)."""

    name: Mapping[str, str]
    identifier_space: str
    schema_space: str
    view: str
    matcher: Matcher
    kinds: Mapping[str, Kind]
    classes: Mapping[str, str]

    def kind_of(self, item: Item) -> Kind | None:
        return self.kinds.get(self.classes.get(item.type, ""))

    def find(self, query: Query) -> Decision:
        return self.matcher.decide(query)

    def item(self, identifier: str) -> Item | None:
        """The item of an identifier, also when it comes as a whole IRI."""
        return self.matcher.snapshot.items.get(identifier.removeprefix(self.identifier_space))

    def starting(self, prefix: str, limit: int, start: int = 0) -> list[Item]:
        """Items one of whose names has a word that begins so (folded), best known names first; for completion."""
        wanted = fold(prefix).split()
        found = []
        for item in self.matcher.index.items:
            rank = _rank(item, wanted)
            if rank is not None:
                found.append((rank, item.qid, item))
        return [item for _, _, item in sorted(found, key=lambda f: f[:2])][start : start + limit]


@cache
def _folded(item_names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(fold(name).replace(" ال", " ").removeprefix("ال") for name in item_names)


def _rank(item: Item, wanted: list[str]) -> int | None:
    """0 = a name begins so, 1 = a later word does, None = neither. The article is optional on both sides."""
    best = None
    asked = " ".join(word.removeprefix("ال") for word in wanted)
    for name in _folded(item.all_names()):
        if asked and name.startswith(asked):
            return 0
        if asked and f" {asked}" in f" {name}":
            best = 1
    return best


def _kinds(identifiers: Mapping[str, str]) -> dict[str, Kind]:
    found: dict[str, Kind] = {}
    for row in tables.read(tables.DATA / "types.tsv"):
        identifier = identifiers.get(row["class"], row["item"])
        found.setdefault(identifier, Kind(identifier, row["class"], {"en": row["label_en"], "ar": row["label_ar"]}))
    return found


def wikidata(snapshot: Snapshot) -> Source:
    """The snapshot as a source; identifiers are those of Wikidata."""
    rows = list(tables.read(tables.DATA / "types.tsv"))
    return Source(
        {"en": f"Mahdar: Wikidata snapshot {snapshot.version}", "ar": f"محضر: لقطة من ويكي بيانات {snapshot.version}"},
        ENTITY,
        ENTITY.replace("/entity/", "/prop/direct/"),
        "https://www.wikidata.org/wiki/{{id}}",
        Matcher(snapshot),
        _kinds({}),
        {row["kind"]: row["item"] for row in reversed(rows)},
    )


def entities(found: Iterable[Entity], base: str = DEFAULT_BASE) -> Source:
    """The entities of a store as a source; identifiers are the ends of their IRIs ("country/MA")."""
    space = base + "id/"
    items = {}
    for entity in found:
        identifier = str(entity.iri).removeprefix(space)
        names: dict[str, list[str]] = {}
        for name in entity.names:
            names.setdefault("ar" if any("\u0600" <= c <= "\u06ff" for c in name) else "en", []).append(name)
        items[identifier] = Item(
            identifier, _OWN.get(entity.type, "organization"), "auto", "A", {k: tuple(v) for k, v in names.items()}
        )
    snapshot = Snapshot(dict(sorted(items.items())), version("\n".join(sorted(items)).encode()))
    own = {row["class"]: row["class"] for row in tables.read(tables.DATA / "types.tsv")}
    classes = {kind: class_ for class_, kind in reversed(_OWN.items())}
    return Source(
        {"en": "Mahdar entities", "ar": "كيانات محضر"},
        space,
        space,
        space + "{{id}}",
        Matcher(snapshot),
        _kinds(own),
        classes,
    )


_OWN = {
    "Person": "person",
    "Country": "country",
    "Organization": "organization",
    "Coalition": "coalition",
    "Place": "place",
    "ArmedGroup": "armed_group",
    "Meeting": "event",
    "CountryGroup": "region",
}
