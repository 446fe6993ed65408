"""Requests into queries of the matcher, decisions into answers: Entity Reconciliation 0.2 and the 1.0 draft.

Where the specification leaves a gap we fill it: scores are 0 to 100, at most one candidate of a query has `match: true` and
it is the first, and the features are always shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypeAlias

from kg.errors import UsageError
from kg.wikidata import tables
from kg.wikidata.features import FEATURES, Query
from kg.wikidata.item import Item
from kg.wikidata.matcher import ACCEPT
from kg.wikidata.service.source import Source

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
DEFAULT_LIMIT, MOST = 5, 25
# Longer texts are no names; they would only cost time.
LONGEST = 500


def direction(language: str) -> str:
    return "rtl" if language == "ar" else "ltr"


def described(item: Item, source: Source, language: str) -> str:
    """One line that tells namesakes apart: kind, latest office, country."""
    kind = source.kind_of(item)
    parts = [kind.names[language] if kind else item.type]
    known = source.matcher.snapshot.items
    for office in item.offices[-1:]:
        parts += [known[q].label(language) for q in (office.position, office.country) if q in known]
        # Isolated left to right: between Arabic words a date would be shown from its end.
        parts.append(f"\u2066{office.start}–{office.end}\u2069")
    return " · ".join(parts)


def candidates(query: Query, limit: int, source: Source, language: str, draft: bool = False) -> list[Json]:
    """The candidates of one query, best first."""
    decision = source.find(query)
    shown: list[Json] = []
    for number, candidate in enumerate(decision.candidates[:limit]):
        kind = source.kind_of(candidate.item)
        entry: dict[str, Json] = {
            "id": candidate.item.qid,
            "name": candidate.item.label(language),
            "description": described(candidate.item, source, language),
            "score": round(candidate.score, 2),
            "match": decision.verdict == ACCEPT and number == 0,
            "type": [{"id": kind.id, "name": kind.names[language]}] if kind else [],
            "features": [_feature(name, candidate.features[name], draft) for name in FEATURES],
        }
        if draft:
            entry.update(lang=language, dir=direction(language))
        shown.append(entry)
    return shown


def _feature(name: str, value: float, draft: bool) -> Json:
    entry: dict[str, Json] = {"id": name, "value": round(value, 4)}
    return {"id": name, "name": name.replace("_", " "), "value": round(value, 4)} if draft else entry


def query_of(raw: Json, source: Source) -> tuple[Query, int]:
    """A query of version 0.2. Raises UsageError for one that is none."""
    if not isinstance(raw, dict):
        raise UsageError("a query must be an object")
    unknown = set(raw) - {"query", "type", "limit", "properties", "type_strict"}
    if unknown:
        raise UsageError(f"unknown part of a query: {', '.join(sorted(unknown))}")
    properties = raw.get("properties")
    if "query" not in raw and not properties:
        raise UsageError("a query needs a query string or properties")
    text = raw.get("query", "")
    if not isinstance(text, str) or not isinstance(properties or [], list):
        raise UsageError("query must be text and properties a list")
    values: list[tuple[str, Json]] = []
    for one in properties or []:  # type: ignore[union-attr]
        if not isinstance(one, dict):
            raise UsageError("a property must be an object with pid and v")
        values.append((_text_of(one, "pid"), one.get("v")))
    return _query([text], raw.get("type"), values, source), limit_of(raw.get("limit"))


def draft_query_of(raw: Json, source: Source) -> tuple[Query, int]:
    """A query of the 1.0 draft. Raises UsageError for one that is none."""
    if not isinstance(raw, dict) or not isinstance(raw.get("conditions"), list) or not raw["conditions"]:
        raise UsageError("a query needs conditions")
    names: list[str] = []
    values: list[tuple[str, Json]] = []
    for condition in raw["conditions"]:  # type: ignore[union-attr]
        if (
            not isinstance(condition, dict)
            or condition.get("matchType") not in ("name", "id", "property")
            or "propertyValue" not in condition
        ):
            raise UsageError("a condition needs matchType (name, id or property) and propertyValue")
        value = condition["propertyValue"]
        if condition["matchType"] == "name":
            names += [v for v in (value if isinstance(value, list) else [value]) if isinstance(v, str)]
        elif condition["matchType"] == "id":
            item = source.item(str(value))
            names += item.all_names()[:1] if item else []
        else:
            values.append((_text_of(condition, "propertyId"), value))
    if isinstance(raw.get("type"), list):
        raise UsageError("a query has one type")
    return _query(names, raw.get("type"), values, source), limit_of(raw.get("limit"))


def _text_of(raw: Mapping[str, Json], name: str) -> str:
    value = raw.get(name)
    if not isinstance(value, str):
        raise UsageError(f"{name} must be text")
    return value


def limit_of(raw: Json) -> int:
    """How many candidates are wanted, between 1 and MOST."""
    number = isinstance(raw, (int, float)) and not isinstance(raw, bool) and raw == raw  # JSON of Python knows NaN
    return int(max(1, min(MOST, raw))) if number else DEFAULT_LIMIT  # type: ignore[type-var, arg-type]


def _query(names: Sequence[str], type_: Json, values: Sequence[tuple[str, Json]], source: Source) -> Query:
    countries: set[str] = set()
    dates: list[str] = []
    for pid, value in values:
        part = _parts().get(pid, "")
        for one in value if isinstance(value, list) else [value]:
            if part == "date":
                dates.append(str(one)[:10])
            elif part in ("country", "office"):
                countries |= _country(one, source)
    short = tuple(name[:LONGEST] for name in names)
    return Query(short, _class_of(type_, source), frozenset(countries), frozenset(), tuple(dates))


@cache
def _parts() -> dict[str, str]:
    return {row["id"]: row["part"] for row in tables.read(tables.DATA / "properties.tsv")}


def _country(value: Json, source: Source) -> set[str]:
    """A country given by identifier or by name."""
    text = value.get("id", "") if isinstance(value, dict) else value
    if not isinstance(text, str):
        return set()
    item = source.item(text)
    if item is not None:
        return {item.qid} if item.type == "country" else set()
    decision = source.find(Query((text,), "Country"))
    return {decision.best.item.qid} if decision.verdict == ACCEPT and decision.best else set()


def _class_of(type_: Json, source: Source) -> str:
    """The class of ours for a type identifier; the first known of several; "" for unknown types (they restrict nothing)."""
    for one in type_ if isinstance(type_, list) else [type_]:
        identifier = one.get("id") if isinstance(one, dict) else one
        if isinstance(identifier, str):
            kind = source.kinds.get(identifier.removeprefix(source.identifier_space))
            if kind:
                return kind.class_
    return ""
