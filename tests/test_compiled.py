"""The compiled reading says what the interpreted one says, to the byte."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

import pytest

from tests import wheels
from tests.bench.bench_reading import AT_HAND, SAMPLES
from tests.guards import ROOT

_ALL = """
import hashlib, sys
from pathlib import Path
from ingest import pattern
from ingest.article import read_all
from ingest.gate import read_and_check
from ingest.pipeline import process
from kg.errors import InputError
from kg.iri import Names
names, read = Names(), hashlib.sha256()
samples, *others = [[one for one in read_all([Path(path)]) if not isinstance(one, InputError)] for path in sys.argv[1:]]
for one in samples:
    read.update(repr(read_and_check(one, names)).encode())
for one in sum(others, []):
    read.update(repr(process(one, names)).encode())
print(Path(pattern.__file__).suffix, read.hexdigest())
"""
_GROWTH = "from tests.bench.bench_reading import SHAPES, growth; print(growth(SHAPES['one sentence'], 60_000))"
_AT_MOST = 2.8  # of time, which is less exact than the lines that `tests/ingest/test_linear.py` counts; a square is 4


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if shutil.which("cc") is None or importlib.util.find_spec("hatch_mypyc") is None:
        pytest.skip("no C compiler, or hatch-mypyc is not installed")
    return wheels.build(tmp_path_factory.mktemp("compiled"))


@pytest.mark.slow
@pytest.mark.timeout(3600)  # compiling takes minutes
def test_it_gives_the_same_bytes(built: Path) -> None:
    paths = [str(path) for path in (SAMPLES, *AT_HAND.values()) if path.exists()]
    suffix, plain = wheels.run(_ALL, *paths, path=ROOT).split()
    assert suffix == ".py"
    suffix, fast = wheels.run(_ALL, *paths, path=built).split()
    assert suffix in (".so", ".pyd")
    assert fast == plain


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_twice_the_text_takes_twice_the_time(built: Path) -> None:
    assert float(wheels.run(_GROWTH, path=built)) < _AT_MOST


def test_no_compiled_module_hides_its_source() -> None:
    hidden = [path for folder in ("ingest", "kg") for path in (ROOT / folder).rglob("*") if path.suffix in (".so", ".pyd")]
    assert hidden == [], "compiled in place: remove them, or what is edited is not what runs"


def test_readme_tells_how_to_compile() -> None:
    assert f"{wheels.SWITCH}=1 {wheels.NEAT}=1 pip install ." in (ROOT / "README.md").read_text(encoding="utf-8")
