"""The compiled reading says what the interpreted one says, to the byte."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

import pytest

from tests import compiled
from tests.bench.bench_reading import AT_HAND, SAMPLES
from tests.guards import ROOT

_ALL = """
import hashlib, sys
from pathlib import Path
from ingest import pattern
from ingest.article import read_all
from ingest.pipeline import process
from kg.errors import InputError
from kg.iri import Names
names, read = Names(), hashlib.sha256()
for one in read_all([Path(path) for path in sys.argv[1:]]):
    read.update(repr(one if isinstance(one, InputError) else process(one, names)).encode())
print(Path(pattern.__file__).suffix, read.hexdigest())
"""


@pytest.mark.slow
@pytest.mark.timeout(1800)  # compiling takes minutes
@pytest.mark.skipif(shutil.which("cc") is None, reason="no C compiler")
@pytest.mark.skipif(importlib.util.find_spec("hatch_mypyc") is None, reason="hatch-mypyc is not installed")
def test_it_gives_the_same_bytes(tmp_path: Path) -> None:
    paths = [str(path) for path in (SAMPLES, *AT_HAND.values()) if path.exists()]
    suffix, plain = compiled.run(_ALL, *paths, path=ROOT).split()
    assert suffix == ".py"
    suffix, fast = compiled.run(_ALL, *paths, path=compiled.build(tmp_path)).split()
    assert suffix in (".so", ".pyd")
    assert fast == plain


def test_no_compiled_module_hides_its_source() -> None:
    hidden = [path for folder in ("ingest", "kg") for path in (ROOT / folder).rglob("*") if path.suffix in (".so", ".pyd")]
    assert hidden == [], "compiled in place: remove them, or what is edited is not what runs"


def test_readme_tells_how_to_compile() -> None:
    assert f"{compiled.SWITCH}=1 pip install" in (ROOT / "README.md").read_text(encoding="utf-8")
