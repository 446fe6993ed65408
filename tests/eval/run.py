"""Runs read articles through the real path in memory and scores the facts that come out.

The articles, the gold and the scorer are not part of this repository: they are looked for beside it (`../shared`).
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType

from ingest.article import read
from ingest.pipeline import process
from kg.facts import facts, line
from kg.store import Store

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
ARTICLES, GOLD = SHARED / "articles", SHARED / "gold"
SCORER = SHARED / "eval" / "score_facts.py"
SETS = {"seeds": ("s",), "s+d": ("s", "d"), "all": ("",)}


def missing() -> str | None:
    """Why nothing can be scored here, or None."""
    absent = [p for p in (ARTICLES, GOLD, SCORER) if not p.exists()]
    return f"no {', '.join(map(str, absent))}" if absent else None


def fact_lines(only: Sequence[str] = ()) -> list[str]:
    """The facts of the articles (all, or those named), through article, document, mentions, claims, graph and store."""
    store = Store()
    for path in sorted(ARTICLES.glob("*.txt")):
        if not only or path.stem in only:
            for record in read(path):
                processed = process(record)
                store.replace_article(processed.record.sha256, processed.quads)
    return [line(fact) for fact in facts(store)]


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_facts", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(lines: Iterable[str], only: Sequence[str] = (), errors: int = 0, as_json: bool = False) -> str:
    """What the scorer prints for these facts on the articles named (all of them where none are)."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "facts.jsonl"
        file.write_text("".join(f"{one}\n" for one in lines), encoding="utf-8")
        arguments = ["score_facts", "--gold", str(GOLD), "--articles", str(ARTICLES), "--facts", str(file)]
        arguments += ["--errors", str(errors)] if errors else []
        arguments += ["--json"] if as_json else []
        arguments += ["--only", *only] if only else []
        kept, output = sys.argv, io.StringIO()
        sys.argv = arguments
        try:
            with contextlib.redirect_stdout(output):
                scorer().main()
        finally:
            sys.argv = kept
    return output.getvalue()


def stems(prefixes: Sequence[str]) -> list[str]:
    """The read articles whose name begins with one of these."""
    names = sorted(p.name.split(".")[0] for p in GOLD.glob("*.gold.json"))
    return [n for n in names if n.startswith(tuple(prefixes))]
