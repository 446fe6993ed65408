"""The embedded snapshot: built from the evidence rows, read by everything else. Two builds give the same bytes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kg.wikidata import tables
from kg.wikidata.errors import EvidenceError
from kg.wikidata.evidence import Evidence, load
from kg.wikidata.item import LANGUAGES, Item, Office

HEADER = ("qid", "type", "trust", "tier", "ar", "en", "fr", "countries", "offices")
# "Name (acronym)" and "name / other name" in an Arabic label are two names; "ministry (France)" is one.
_SECOND_NAME = re.compile(r"^(.*?)\s*\(([^()\s]*\D[^()\s]*)\)$")
_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_MINISTER = re.compile(r"\(foreign minister, (.+?), from (\d{4}(?:-\d\d-\d\d)?)\)")
_LEADER = re.compile(r"\(([^()]+?) (\d{4})-(\d{4})?\)")
_GUID = re.compile(r"P39 statement (Q\d+)-")
_OF = re.compile(r"\b(?:of|for)(?: the)?(?: Republic of)? (.+)$")


@dataclass(frozen=True)
class Snapshot:
    """The items by identifier, and the version: a hash of the table."""

    items: Mapping[str, Item]
    version: str

    @cached_property
    def holders(self) -> Mapping[str, tuple[Item, ...]]:
        """Persons by the country of an office they held."""
        found: dict[str, list[Item]] = {}
        for item in self.items.values():
            for country in sorted({o.country for o in item.offices if o.country}):
                found.setdefault(country, []).append(item)
        return {k: tuple(v) for k, v in found.items()}

    def linkable(self) -> Iterable[Item]:
        """Items that entities can be linked to: not classes, not properties."""
        return (i for i in self.items.values() if i.type not in ("class", "property"))


def read(path: Path = tables.DATA / "snapshot.tsv") -> Snapshot:
    """The snapshot in `path`. Raises InputError when the table is damaged."""
    items = {row["qid"]: _item(row) for row in tables.read(path)}
    return Snapshot(items, version(path.read_bytes()))


def version(content: bytes) -> str:
    """The version of a snapshot: the first 12 hex digits of SHA-256 over its bytes."""
    return hashlib.sha256(content).hexdigest()[:12]


def _item(row: Mapping[str, str]) -> Item:
    names = {lang: tuple(row[lang].split("|")) for lang in LANGUAGES if row[lang]}
    offices = tuple(Office(*office.split("@")) for office in row["offices"].split(";") if office)
    return Item(row["qid"], row["type"], row["trust"], row["tier"], names, tuple(row["countries"].split()), offices)


def build() -> str:
    """The text of the snapshot table, from the evidence, the holders and the names in the data folder."""
    rows = load()
    names = _names(rows)
    offices = _offices(rows, names)
    texts = []
    best: dict[str, Evidence] = {}
    for row in rows:
        held = best.setdefault(row.qid, row)
        if held.kind != row.kind:
            raise EvidenceError(f"{row.qid} is a {held.kind} and a {row.kind}")
    for qid, row in best.items():
        held_offices = sorted(offices.get(qid, ()))
        countries = sorted({o.country for o in held_offices if o.country}, key=lambda q: int(q[1:]))
        texts.append(
            {
                "qid": qid,
                "type": row.kind,
                "trust": row.trust,
                "tier": row.tier,
                **{lang: "|".join(names[qid].get(lang, ())) for lang in LANGUAGES},
                "countries": " ".join(countries),
                "offices": ";".join(f"{o.position}@{o.country}@{o.start}@{o.end}" for o in held_offices),
            }
        )
    return tables.render(HEADER, texts, ("Built from evidence.tsv, holders.tsv and aliases.tsv; do not edit.",))


def _names(rows: Iterable[Evidence]) -> dict[str, dict[str, list[str]]]:
    names: dict[str, dict[str, list[str]]] = {}
    labels = {row.label_ar for row in rows}
    for row in rows:
        own = names.setdefault(row.qid, {lang: [] for lang in LANGUAGES})
        own["en"].append(row.label_en)
        own["ar"].extend(_split_arabic(row.label_ar, labels))
    for held in tables.read(tables.DATA / "holders.tsv"):
        for kind in ("country", "position", "person"):
            if held[f"{kind}_label"]:
                names[held[kind]]["en"].append(held[f"{kind}_label"])
    for alias in sorted(tables.read(tables.DATA / "aliases.tsv"), key=lambda row: int(row["rank"])):
        if alias["qid"] not in names:
            raise EvidenceError(f"aliases.tsv: {alias['qid']} has no evidence row")
        names[alias["qid"]][alias["lang"]].append(alias["name"])
    return {qid: {lang: list(dict.fromkeys(n)) for lang, n in own.items()} for qid, own in names.items()}


def _split_arabic(label: str, others: set[str]) -> list[str]:
    found: list[str] = []
    for part in label.split(" / "):
        match = _SECOND_NAME.match(part)
        if match and match.group(2) not in others:
            found.extend(match.groups())
        else:
            found.append(_BRACKETS.sub("", part))
    return [name for name in found if name]


def _offices(rows: Iterable[Evidence], names: Mapping[str, Mapping[str, list[str]]]) -> dict[str, set[Office]]:
    """Offices from the notes of the sources and from `holders.tsv`, by person."""
    countries, positions, by_holder = {}, {}, {}
    for row in rows:
        if row.kind == "country":
            countries.update({n.casefold(): row.qid for n in names[row.qid]["en"]})
        elif row.kind == "position":
            positions[row.label_en.casefold()] = row.qid
            by_holder.update(dict.fromkeys(_GUID.findall(row.sources), row.qid))
    found: dict[str, set[Office]] = {}
    for row in rows:
        if row.kind == "person":
            for office in _noted(row, countries, positions, by_holder):
                found.setdefault(row.qid, set()).add(office)
    for held in tables.read(tables.DATA / "holders.tsv"):
        office = Office(held["position"], held["country"], held["start"], held["end"])
        known = found.setdefault(held["person"], set())
        # The later source knows more (an end date): it replaces the same tenure of an earlier one.
        known -= {o for o in known if (o.position, o.start[:4]) == (office.position, office.start[:4])}
        known.add(office)
    return found


def _noted(
    row: Evidence, countries: Mapping[str, str], positions: Mapping[str, str], by_holder: Mapping[str, str]
) -> Iterable[Office]:
    for country, start in _MINISTER.findall(row.sources):
        yield Office(by_holder.get(row.qid, ""), countries.get(country.casefold(), ""), start, "")
    for title, start, end in _LEADER.findall(row.sources):
        of = _OF.search(title)
        country = countries.get(of.group(1).casefold(), "") if of else ""
        yield Office(positions.get(title.casefold(), ""), country, start, end)
