"""The service over a real socket: specification examples, generated batches, a real client, hostile requests."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from referencing import Registry, Resource

from kg.iri import Iri
from kg.wikidata import entities as ours
from kg.wikidata import snapshot
from kg.wikidata.service import app, source
from tests.kg.wikidata.servers import uvicorn_serving

SHARED = Path(__file__).resolve().parents[4] / "shared" / "reconciliation"
VERSIONS = ("0.2", "1.0-draft")
HTTP = httpx.Client()  # one for all: each new one reads the certificates of the machine again
# Folder of examples -> schema, where the names differ. The examples without an own schema are parts of others.
SCHEMA_OF = {
    "data-extension-metadata": ("manifest", "extend"),
    "preview-metadata": ("manifest", "preview"),
    "suggest-metadata": ("manifest", "suggest"),
    "security-scheme": ("manifest", "authentication"),
}
needs_shared = pytest.mark.skipif(
    not SHARED.exists(), reason="the specification's schemas (../shared/reconciliation) are not here"
)
SNAPSHOT = snapshot.read()
NAMES = [name for item in SNAPSHOT.linkable() for name in item.all_names()]


def registry(version: str) -> Registry[Any]:
    schemas = [json.loads(p.read_text(encoding="utf-8")) for p in sorted((SHARED / version / "schemas").glob("*.json"))]
    return Registry().with_resources([(s["$id"], Resource.from_contents(s, jsonschema_default)) for s in schemas])


from referencing.jsonschema import DRAFT7 as jsonschema_default  # noqa: E402, N811


def validator(version: str, name: str, part: str | None = None) -> jsonschema.Draft7Validator:
    schema = json.loads((SHARED / version / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    if part is not None:
        schema = {"$schema": schema["$schema"], "$id": schema["$id"] + ".part", **schema["properties"][part]}
    return jsonschema.Draft7Validator(schema, registry=registry(version))


@pytest.fixture(scope="module")
def service() -> Iterator[str]:
    own = [
        ours.Entity(Iri("https://w3id.org/mahdar/id/country/MA"), "Country", ["المغرب", "Morocco"]),
        ours.Entity(Iri("https://w3id.org/mahdar/id/person/x"), "Person", ["ليلى بنصالح"]),
    ]
    built = app.create({"": source.wikidata(SNAPSHOT), "/entities": source.entities(own)}, draft=True)
    with uvicorn_serving(built) as url:
        yield url


def examples(version: str) -> list[tuple[str, bool, Path]]:
    root = SHARED / version / "examples"
    return [(p.parent.parent.name, p.parent.name == "valid", p) for p in sorted(root.glob("*/*/*.json"))]


@needs_shared
@pytest.mark.parametrize(("version", "count"), [("0.2", 44), ("1.0-draft", 51)])
def test_the_schemas_judge_their_examples_as_the_specification_says(version: str, count: int) -> None:
    judged = 0
    for folder, valid, path in examples(version):
        value = json.loads(path.read_text(encoding="utf-8"))
        name, part = SCHEMA_OF.get(folder, (folder, None))
        if folder == "reconciliation-candidate":
            key, name = (
                ("candidates", "reconciliation-result-batch")
                if version != "0.2"
                else ("result", "reconciliation-result-batch")
            )
            value = {"results": [{key: [value]}]} if version != "0.2" else {"q0": {key: [value]}}
        if not (SHARED / version / "schemas" / f"{name}.json").exists():
            continue
        if folder == "security-scheme":
            continue
        assert validator(version, name, part).is_valid(value) == valid, path
        judged += 1
    assert judged >= count - 6


@needs_shared
@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("valid", [True, False])
def test_the_service_takes_the_valid_query_examples_and_refuses_the_others(service: str, version: str, valid: bool) -> None:
    folder = SHARED / version / "examples" / "reconciliation-query-batch" / ("valid" if valid else "invalid")
    for path in sorted(folder.glob("*.json")):
        text = path.read_text(encoding="utf-8")
        if version == "0.2":
            answer = HTTP.post(f"{service}/ar/api", data={"queries": text})
        else:
            answer = HTTP.post(f"{service}/ar/api/match", content=text)
        assert (answer.status_code == 200) == valid, (path.name, answer.text[:200])
        if valid:
            validator(version, "reconciliation-result-batch").validate(answer.json())
        else:
            assert answer.status_code == 400


@needs_shared
def test_manifests_are_valid(service: str) -> None:
    for base in ("", "/entities"):
        for language in ("ar", "en"):
            manifest = HTTP.get(f"{service}{base}/{language}/api").json()
            validator("0.2", "manifest").validate(manifest)
            draft = HTTP.get(f"{service}{base}/{language}/api", params={"version": "1.0-draft"}).json()
            validator("1.0-draft", "manifest").validate(draft)
            assert manifest["suggest"]["entity"]["service_url"].startswith(service)


@needs_shared
def test_suggestions_extension_and_proposals_are_valid(service: str) -> None:
    for version in VERSIONS:
        for what, schema in (("entity", "entities"), ("type", "types"), ("property", "properties")):
            for prefix in ("م", "Mor", "", "zzz"):
                answer = HTTP.get(f"{service}/ar/api/suggest/{what}", params={"prefix": prefix}).json()
                validator(version, f"suggest-{schema}-response").validate(answer)
        validator(version, "data-extension-property-proposal").validate(
            HTTP.get(f"{service}/en/api/properties", params={"type": "Q5"}).json()
        )
    query = {
        "ids": ["Q7821917", "Q1028", "nothing"],
        "properties": [{"id": "Lar"}, {"id": "P39"}, {"id": "P27"}, {"id": "odd"}],
    }
    old = HTTP.post(f"{service}/en/api", data={"extend": json.dumps(query)}).json()
    validator("0.2", "data-extension-response").validate(old)
    assert old["rows"]["Q7821917"]["Lar"] == [{"str": "أنتوني بلينكن"}]
    draft = HTTP.post(f"{service}/en/api/extend", json=query).json()
    validator("1.0-draft", "data-extension-response").validate(draft)


def batch(chance: random.Random) -> dict[str, Any]:
    """A batch of one to four queries: names of the snapshot, whole, cut or damaged, or noise; with and without context."""
    queries: dict[str, Any] = {}
    for number in range(chance.randint(1, 4)):
        name = chance.choice(NAMES)
        if chance.random() < 0.3:
            name = name[: chance.randint(1, len(name))]
        if chance.random() < 0.1:
            name = "".join(chance.choice("اabلم «-1٣ـ\u200f😀") for _ in range(chance.randint(0, 20)))
        query: dict[str, Any] = {"query": name}
        if chance.random() < 0.5:
            query["type"] = chance.choice(["Q5", "Q6256", "Q43229", "Person", ["Q5", "Q6256"], "nothing"])
        if chance.random() < 0.3:
            query["limit"] = chance.choice([1, 3, 100, 0, -1, 2.5])
        if chance.random() < 0.3:
            query["properties"] = [
                {"pid": "P27", "v": chance.choice(["المغرب", {"id": "Q1028", "name": "x"}, ["Q30", 5, True], ""])}
            ]
        queries[f"q{number}"] = query
    return queries


@needs_shared
@pytest.mark.parametrize("count", [150, pytest.param(2000, marks=[pytest.mark.slow, pytest.mark.timeout(600)])])
def test_generated_batches_give_valid_answers_with_one_match_at_most(service: str, count: int) -> None:
    chance = random.Random(20260101)
    check = validator("0.2", "reconciliation-result-batch")
    with httpx.Client() as client:
        for _ in range(count):
            queries = batch(chance)
            answer = client.post(f"{service}/{chance.choice(['ar', 'en'])}/api", data={"queries": json.dumps(queries)})
            assert answer.status_code == 200, (queries, answer.text)
            found = answer.json()
            check.validate(found)
            assert set(found) == set(queries)
            for result in found.values():
                rows = result["result"]
                assert all(0 <= row["score"] <= 100 and row["features"] for row in rows)
                assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)
                assert not any(row["match"] for row in rows[1:])


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_json)
def test_no_json_breaks_the_service(service: str, value: Any) -> None:
    part = json.dumps({"a": {"query": "م", "limit": value, "type": value, "properties": value}})
    for answer in (
        HTTP.post(f"{service}/ar/api", data={"queries": json.dumps(value)}),
        HTTP.post(f"{service}/ar/api", data={"queries": part}),
        HTTP.post(f"{service}/ar/api", data={"extend": json.dumps(value)}),
        HTTP.post(f"{service}/ar/api/match", content=json.dumps(value)),
    ):
        assert answer.status_code in (200, 400, 413), answer.text


def test_a_real_client(service: str) -> None:
    client_module = pytest.importorskip("wikibase_reconcile", reason="wikibase-reconcile is not installed (extra `test`)")
    people = (("ar", "ناصر بوريطة", "Q26036628", "Q1028"), ("en", "Antony Blinken", "Q7821917", "Q30"))
    for language, name, qid, country in people:
        client = client_module.Client(language=language, api=service + "/", threads=2)
        # Its answers come in no order, each with the name that was asked.
        minister = {"query": name, "type": "Q5", "limit": 3, "properties": [{"pid": "P27", "v": country}]}
        asked = [minister, {"query": "المغرب", "type": "Q6256"}, {"query": "زززززز"}]
        found = {answer["search_string"]: answer for answer in client.reconcile(asked)}
        assert len(found) == len(asked)
        assert not any("error" in answer for answer in found.values())
        best = found[name]["result"][0]
        assert (best["name"], best["id"], best["match"]) == (name, qid, True)
        assert found["المغرب"]["result"][0]["id"] == "Q1028"
        assert all(not row["match"] and row["score"] < 10 for row in found["زززززز"]["result"])


def test_a_real_client_with_a_table(service: str) -> None:
    client_module = pytest.importorskip("wikibase_reconcile", reason="wikibase-reconcile is not installed (extra `test`)")
    pandas = pytest.importorskip("pandas", reason="pandas is not installed (extra `test`)")
    table = pandas.DataFrame({"query": ["بلينكن", "بوريطة"], "type": ["Q5", "Q5"], "country": ["Q30", "Q1028"]})
    client = client_module.Client(language="ar", api=service, threads=1)
    found = {a["search_string"]: a["result"] for a in client.reconcile(table, property_mapping={"country": "P27"})}
    assert {name: result[0]["id"] for name, result in found.items()} == {"بلينكن": "Q7821917", "بوريطة": "Q26036628"}
    # The country came through: it stands among the features.
    assert {"id": "country", "value": 1.0} in found["بلينكن"][0]["features"]


def test_our_own_entities_can_be_matched(service: str) -> None:
    queries = {
        "a": {"query": "المملكة المغربية"},
        "b": {"query": "المغرب", "type": "Country"},
        "c": {"query": "ليلى بن صالح"},
    }
    found = HTTP.post(f"{service}/entities/ar/api", data={"queries": json.dumps(queries)}).json()
    assert found["b"]["result"][0]["id"] == "country/MA"
    assert found["b"]["result"][0]["match"] is True
    assert found["c"]["result"][0]["id"] == "person/x"


def test_preview_is_right_to_left_and_escapes(service: str) -> None:
    page = HTTP.get(f"{service}/ar/api/preview", params={"id": "Q1028"}).text
    assert 'dir="rtl"' in page
    assert "المغرب" in page
    hostile = HTTP.get(f"{service}/en/api/preview", params={"id": "<script>"})
    assert hostile.status_code == 404
    assert "<script>" not in hostile.text


@pytest.mark.parametrize(
    "queries",
    [
        "{bad",
        "[]",
        '{"a": 5}',
        '{"a": {}}',
        '{"a": ' * 5000,
        '{"a": {"query": ["x"]}}',
        '{"a": {"query": "x", "properties": ["P27"]}}',
        '{"a": {"query": "x", "properties": [{"v": 1}]}}',
    ],
)
def test_what_is_no_batch_is_refused_in_one_line(service: str, queries: str) -> None:
    answer = HTTP.post(f"{service}/ar/api", data={"queries": queries})
    assert answer.status_code == 400
    assert "\n" not in answer.json()["message"]


@pytest.mark.parametrize("limit", ["1e400", "-1e400", "NaN", '"5"', "null", "-3"])
def test_odd_limits_are_no_fault(service: str, limit: str) -> None:
    queries = '{"a": {"query": "محمد", "limit": LIMIT}}'.replace("LIMIT", limit)
    answer = HTTP.post(f"{service}/ar/api", data={"queries": queries})
    assert answer.status_code == 200
    assert 1 <= len(answer.json()["a"]["result"]) <= 25


def test_odd_parameters_are_no_fault(service: str) -> None:
    for parameters in ({"cursor": "²"}, {"limit": "٣"}, {"cursor": "9" * 30}, {"limit": "-1"}, {}):
        assert HTTP.get(f"{service}/ar/api/suggest/entity", params={"prefix": "م", **parameters}).status_code == 200
    assert HTTP.get(f"{service}/ar/api/suggest/nothing").status_code == 400
    assert HTTP.post(f"{service}/ar/api", content=b"\xff\xfe\x00").status_code == 200
    assert HTTP.post(f"{service}/ar/api", content=b"queries=" + b"x" * 5_000_000).status_code == 413


def test_dates_keep_their_order_between_arabic_words(service: str) -> None:
    queries = json.dumps({"a": {"query": "بلينكن", "type": "Q5"}})
    found = HTTP.post(f"{service}/ar/api", data={"queries": queries}).json()["a"]["result"][0]
    assert "\u20662021-01-26–" in found["description"]
    assert "\u20662021-01-26–" in HTTP.get(f"{service}/ar/api/preview", params={"id": found["id"]}).text


def test_limits_and_origins(service: str) -> None:
    many = {f"q{i}": {"query": "x"} for i in range(300)}
    assert HTTP.post(f"{service}/ar/api", data={"queries": json.dumps(many)}).status_code == 413
    assert HTTP.get(f"{service}/de/api").status_code == 400
    answer = HTTP.get(f"{service}/ar/api", headers={"Origin": "http://example.org"})
    assert answer.headers["access-control-allow-origin"] == "*"
