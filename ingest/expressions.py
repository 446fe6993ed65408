"""Long expressions, compiled once a machine: to compile those of the patterns takes longer than to read a hundred articles.

As Python keeps the modules it has compiled, what the `re` of this very interpreter makes of an expression is kept in a file,
under the digest of the expression. `re` offers no way to ask for its code or to hand it back, so its own modules are used as
they are in CPython 3.11 to 3.14, and only where all is as known there. Where a file is missing or damaged or cannot be
written, the expression is compiled as usual. The code itself is checked by `_sre.compile`, which refuses what is no code.
"""

from __future__ import annotations

import array
import contextlib
import hashlib
import json
import os
import platform
import re
import sys
import tempfile
import zlib
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

_SHORT = 500  # characters; below, a file costs more than it saves
_MOST = 4000  # files; a folder that has more is of many versions of the patterns, and begins anew


@cache
def folder() -> Path | None:
    """Where code is kept, by interpreter, in $XDG_CACHE_HOME or ~/.cache; None without a home or a known engine."""
    if (engine := _engine()) is None:
        return None
    sre = engine[1]
    with contextlib.suppress(RuntimeError):  # no home
        home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        return home / "mahdar" / f"expressions-{platform.python_version()}-{sre.MAGIC}-{sre.CODESIZE}-{sys.byteorder}"
    return None


@cache
def _engine() -> tuple[Any, Any] | None:
    """The compiler of expressions and what runs them, if they are as known."""
    if platform.python_implementation() != "CPython":
        return None
    try:
        compiler, sre = import_module("re._compiler"), import_module("_sre")
        known = compiler.MAGIC == sre.MAGIC and all(map(callable, (compiler._parser.parse, compiler._code, sre.compile)))
    except (ImportError, AttributeError):
        return None
    return (compiler, sre) if known and (3, 11) <= sys.version_info[:2] <= (3, 14) else None


def compiled(expression: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, with the code from its file if it has been made before. Raises re.error."""
    where, engine = folder() if len(expression) >= _SHORT else None, _engine()
    if where is None or engine is None:
        return re.compile(expression, flags)
    file = where / hashlib.sha256(f"{int(flags)} {expression}".encode()).hexdigest()
    compiler, sre = engine
    return _kept(file, sre, expression) or _made(file, compiler, sre, expression, flags)


def _kept(file: Path, sre: Any, expression: str) -> re.Pattern[str] | None:
    try:
        head, _, code = file.read_bytes().partition(b"\n")
        said = json.loads(head)
        if said["crc"] != zlib.crc32(code):
            return None
        return _pattern(sre, expression, said["flags"], array.array("I", code).tolist(), said["groups"], said["names"])
    except (OSError, ValueError, KeyError, TypeError, RuntimeError, OverflowError):
        return None


def _made(file: Path, compiler: Any, sre: Any, expression: str, flags: int) -> re.Pattern[str]:
    try:
        tree = compiler._parser.parse(expression, flags)
        code, state = compiler._code(tree, flags), tree.state
        said = {"flags": int(flags | state.flags), "groups": state.groups - 1, "names": dict(state.groupdict)}
        found = _pattern(sre, expression, said["flags"], code, said["groups"], said["names"])
    except (AttributeError, TypeError):  # not as known after all
        return re.compile(expression, flags)
    with contextlib.suppress(OSError):
        _keep(file, array.array("I", code).tobytes(), said)
    return found


def _pattern(sre: Any, expression: str, flags: int, code: list[int], groups: int, names: dict[str, int]) -> re.Pattern[str]:
    by_number: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        by_number[number] = name
    made: re.Pattern[str] = sre.compile(expression, flags, code, groups, dict(names), tuple(by_number))
    return made


def _keep(file: Path, code: bytes, said: dict[str, Any]) -> None:
    """Writes a file that appears whole or not at all."""
    _room(file.parent)
    handle, part = tempfile.mkstemp(dir=file.parent, suffix=".part")
    with open(handle, "wb") as out:
        out.write(json.dumps(said | {"crc": zlib.crc32(code)}).encode() + b"\n" + code)
    os.replace(part, file)


@cache
def _room(where: Path) -> None:
    where.mkdir(parents=True, exist_ok=True)
    files = list(where.iterdir())
    if len(files) > _MOST:
        for old in files:
            old.unlink(missing_ok=True)
