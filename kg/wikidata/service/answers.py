"""Manifest, suggestions, previews and data extension."""

from __future__ import annotations

from html import escape

from kg.errors import UsageError
from kg.wikidata import tables
from kg.wikidata.item import Item
from kg.wikidata.service.protocol import Json, described, direction, limit_of
from kg.wikidata.service.source import Source

BATCH = 50


def manifest(source: Source, root: str, language: str, draft: bool) -> dict[str, Json]:
    """The service manifest; `root` is the address of the endpoint without a slash at its end."""
    kinds: list[Json] = [{"id": k.id, "name": k.names[language]} for k in source.kinds.values()]
    if draft:
        return {
            "versions": ["0.2", "1.0-draft"],
            "name": source.name[language],
            "lang": language,
            "dir": direction(language),
            "identifierSpace": source.identifier_space,
            "schemaSpace": source.schema_space,
            "standardizedScore": True,
            "defaultTypes": kinds,
            "view": {"url": source.view.replace("{{id}}", "{id}")},
            "batchSize": BATCH,
            "suggest": {"entity": True, "property": True, "type": True},
            "preview": {"width": 420, "height": 180},
            "extend": {"proposeProperties": True, "propertySettings": []},
        }
    service: dict[str, Json] = {
        part: {"service_url": root, "service_path": f"/suggest/{part}"} for part in ("entity", "property", "type")
    }
    return {
        "versions": ["0.2"],
        "name": source.name[language],
        "identifierSpace": source.identifier_space,
        "schemaSpace": source.schema_space,
        "defaultTypes": kinds,
        "view": {"url": source.view},
        "preview": {"url": root + "/preview?id={{id}}", "width": 420, "height": 180},
        "suggest": service,
        "extend": {"propose_properties": {"service_url": root, "service_path": "/properties"}, "property_settings": []},
        "batchSize": BATCH,
    }


def suggest(source: Source, what: str, prefix: str, limit: Json, cursor: int, language: str) -> dict[str, Json]:
    """Completions of a prefix: entities, properties or types."""
    most = limit_of(limit if limit is not None else 10)
    if what == "entity":
        found: list[Json] = [_suggested(item, source, language) for item in source.starting(prefix, most, cursor)]
        return {"result": found}
    if what == "property":
        rows = [(r["id"], r[f"label_{language}"]) for r in tables.read(tables.DATA / "properties.tsv")]
    elif what == "type":
        rows = [(k.id, k.names[language]) for k in source.kinds.values()]
    else:
        raise UsageError(f"nothing to suggest of kind {what!r}")
    low = prefix.casefold()
    named: list[Json] = [{"id": i, "name": n} for i, n in rows if low in n.casefold() or low in i.casefold()]
    return {"result": named[cursor : cursor + most]}


def _suggested(item: Item, source: Source, language: str) -> Json:
    kind = source.kind_of(item)
    return {
        "id": item.qid,
        "name": item.label(language),
        "description": described(item, source, language),
        "notable": [{"id": kind.id, "name": kind.names[language]}] if kind else [],
    }


def preview(item: Item | None, identifier: str, source: Source, language: str) -> str:
    """A small page about one item, right to left in Arabic."""
    title = escape(item.label(language) if item else identifier)
    other = "en" if language == "ar" else "ar"
    second = escape(item.label(other)) if item and item.names.get(other) else ""
    about = escape(described(item, source, language)) if item else ("لا يوجد" if language == "ar" else "not found")
    shown = {item.label(language), item.label(other)} if item else set()
    # Every name stands alone, so that names of the other direction do not disturb the line.
    names = " · ".join(f"<bdi>{escape(n)}</bdi>" for n in (item.all_names() if item else ()) if n not in shown)
    way = direction(language)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{way}"><head><meta charset="utf-8"><title>{title}</title>'
        "<style>body{font:15px/1.6 system-ui,sans-serif;margin:.6rem}h1{font-size:1.1rem;margin:0}p{margin:.15rem 0}"
        "small,code{color:#555}</style></head>"
        f'<body><h1>{title}</h1><p><bdi lang="{other}">{second}</bdi></p><p>{about}</p><p><small>{names}</small></p>'
        f"<p><bdi><code>{escape(identifier)}</code></bdi></p></body></html>\n"
    )


def proposals(source: Source, type_: str, limit: Json, language: str) -> dict[str, Json]:
    """Properties that can be fetched for a type."""
    kind = source.kinds.get(type_)
    rows = [
        r
        for r in tables.read(tables.DATA / "properties.tsv")
        if r["part"] != "date" and (not r["types"] or kind is None or kind.class_ in r["types"].split())
    ]
    named: list[Json] = [{"id": r["id"], "name": r[f"label_{language}"]} for r in rows]
    return {"type": type_, "properties": named[: limit_of(limit) if limit is not None else None]}


def extend(source: Source, raw: Json, language: str, draft: bool) -> dict[str, Json]:
    """Values of properties for many items. Raises UsageError for a request that is none."""
    if not isinstance(raw, dict) or not isinstance(raw.get("ids"), list) or not isinstance(raw.get("properties"), list):
        raise UsageError("extend needs ids and properties")
    known = {r["id"]: r for r in tables.read(tables.DATA / "properties.tsv")}
    if not all(isinstance(p, dict) and "id" in p for p in raw["properties"]):  # type: ignore[union-attr]
        raise UsageError("a property to extend by must be an object with an id")
    wanted = [str(p["id"]) for p in raw["properties"]]  # type: ignore[union-attr, index, call-overload]
    meta: list[Json] = [{"id": pid, "name": known[pid][f"label_{language}"] if pid in known else pid} for pid in wanted]
    ids = [str(i) for i in raw["ids"]]  # type: ignore[union-attr]
    rows = {i: {pid: _values(source, i, known.get(pid, {}).get("part", ""), language) for pid in wanted} for i in ids}
    if draft:
        listed: list[Json] = [
            {"id": i, "properties": [{"id": pid, "values": values} for pid, values in row.items()]}
            for i, row in rows.items()
        ]
        return {"meta": meta, "rows": listed}
    return {"meta": meta, "rows": {i: dict(row) for i, row in rows.items()}}


def _values(source: Source, identifier: str, part: str, language: str) -> list[Json]:
    item = source.item(identifier)
    if item is None:
        return []
    kind, _, wanted = part.partition(":")
    if kind == "name":
        return [{"str": name} for name in item.names.get(wanted, ())[:1]]
    if kind == "alias":
        return [{"str": name} for name in item.names.get(wanted, ())[1:]]
    targets = (
        item.countries if kind == "country" else [o.position for o in item.offices if o.position] if kind == "office" else []
    )
    known = source.matcher.snapshot.items
    return [{"id": q, "name": known[q].label(language) if q in known else q} for q in dict.fromkeys(targets)]
