"""The measurements that are kept are those of this code, and the README quotes them."""

from __future__ import annotations

from kg.wikidata import snapshot
from kg.wikidata.matcher import Matcher
from tests.bench import __main__ as wrapper
from tests.bench import bench_wikidata, results

KEPT = results.RESULTS.read_text(encoding="utf-8")


def test_readme_quotes_what_was_measured() -> None:
    page = results.README.read_text(encoding="utf-8")
    between = page.split(results.BEGIN)[1].split(results.END)[0]
    assert between == "\n" + results.quoted(KEPT), "stale: python -m tests.bench --write"


def test_what_is_kept_comes_from_a_bench_and_has_a_table() -> None:
    names = {path.stem.removeprefix("bench_") for path in wrapper.HERE.glob("bench_*.py")}
    assert {"reading", "wikidata"} <= set(results.sections(KEPT)) <= names
    assert all(results.tables(section) for section in results.sections(KEPT).values())


def test_linking_was_measured_with_this_snapshot_and_matcher() -> None:
    table = snapshot.read()
    missing = [line for line in bench_wikidata.fixed(table, Matcher(table)) if line not in KEPT.splitlines()]
    assert missing == [], "stale: python -m tests.bench wikidata --write"


def test_an_unknown_bench_is_named() -> None:
    assert wrapper.main(["nothing"]) == 2
