"""Word lists are named in code by strings: every name that code asks for must be in its lexicon file, and none in vain."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

import ingest
from ingest import cues, word_lists
from ingest.claims.participation.scene import lexicon as scene
from ingest.latin import text as latin
from ingest.lexicon import read_toml, read_tsv
from ingest.mentions.bodies import heads as body_heads
from ingest.mentions.meetings import lexicon as meetings
from ingest.mentions.words import name_words

FOLDER = Path(ingest.__file__).parent
BY_NAME: tuple[Callable[[str], frozenset[str]], ...] = (
    cues.words, scene.words, latin.words, body_heads.words, meetings.words, name_words.shapes,
)
OF_FILE = {
    "modality.toml": "words",
    "scene.toml": "words",
    "belonging.toml": "words",
    "figures.toml": "words",
    "speech.toml": "words",
    "latin_words.toml": "",
    "name_shapes.toml": "",
}
OF_EFFECTS = ("title_words.tsv", "name_context.tsv", "country_context.tsv")
MODULES = sorted(".".join(p.relative_to(FOLDER.parent).with_suffix("").parts) for p in FOLDER.rglob("*.py"))


def _module(name: str) -> tuple[ModuleType, ast.Module]:
    module = importlib.import_module(name)
    return module, ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))


def _asked(module: ModuleType, tree: ast.Module) -> Iterator[tuple[Callable[..., object], tuple[str, ...]]]:
    """The look-ups of a module that name their list by a string: `words("relative")`, `word_list("x.toml", "y")`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            function = getattr(module, node.func.id, None)
            names = tuple(a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str))
            if names and len(names) == len(node.args) and function in (*BY_NAME, word_lists.word_list):
                assert callable(function)
                yield function, names


@pytest.mark.parametrize("name", [m for m in MODULES if not m.endswith("__main__")])
def test_lists_that_code_asks_for_exist(name: str) -> None:
    for function, names in _asked(*_module(name)):
        assert function(*names), f"{name}: {function.__module__}.{function.__name__}{names}"


def test_the_look_ups_are_found() -> None:
    assert sum(len(list(_asked(*_module(name)))) for name in MODULES if not name.endswith("__main__")) > 500


@pytest.mark.parametrize("file", sorted(OF_FILE))
def test_no_list_is_in_vain(file: str) -> None:
    """A list whose name stands as a string nowhere in the code or in the lexicons is never read."""
    data = read_toml(file)
    lists = data[OF_FILE[file]] if OF_FILE[file] else data
    assert not sorted(set(lists) - _told() - _named_in_lexicons())


@pytest.mark.parametrize("file", OF_EFFECTS)
def test_no_effect_is_in_vain(file: str) -> None:
    assert not sorted({row["effect"] for row in read_tsv(file)} - _told())


@cache
def _told() -> frozenset[str]:
    """The strings of the code."""
    return frozenset(
        node.value
        for name in MODULES
        for node in ast.walk(ast.parse((FOLDER.parent / (name.replace(".", "/") + ".py")).read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _named_in_lexicons() -> frozenset[str]:
    """What lexicon files say outside their word lists: "through" of a verb may name a list."""
    files = [str(p.relative_to(FOLDER / "lexicon")) for p in (FOLDER / "lexicon").rglob("*.toml")]
    told = (value for file in files for key, value in read_toml(file).items() if key != "words")
    return frozenset(text for value in told for text in _strings(value))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, str):
        yield value
