"""Wheels built without network; and the reading, compiled: what `HATCH_BUILD_HOOKS_ENABLE=1` gives, unpacked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.guards import ROOT

SWITCH = "HATCH_BUILD_HOOKS_ENABLE"
NEAT = "HATCH_BUILD_CLEAN_HOOKS_AFTER"  # leaves no compiled modules beside their sources
_PARTS = ("pyproject.toml", "README.md", "LICENSE", "kg", "ingest", "ontology", "shapes", "queries")


def build(folder: Path) -> Path:
    """The folder below `folder` from which the compiled packages can be imported. Takes some minutes and a C compiler.

    It is built from a copy: the compiled modules come to stand beside their sources, and would be run in their place.
    """
    checkout, unpacked = folder / "checkout", folder / "unpacked"
    checkout.mkdir(parents=True)
    for part in _PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, checkout / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / part, checkout)
    with zipfile.ZipFile(wheel(checkout, folder, compiled=True)) as archive:
        archive.extractall(unpacked)
    return unpacked


def wheel(checkout: Path, folder: Path, *, compiled: bool) -> Path:
    """The wheel of a checkout, built into a folder without network."""
    environment = {name: value for name, value in os.environ.items() if name not in (SWITCH, NEAT)}
    switch = {SWITCH: "1"} if compiled else {}
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=checkout, env={**environment, **switch}, check=True, stdout=subprocess.DEVNULL)
    (built,) = folder.glob("*.whl")
    return built


def run(program: str, *arguments: str, path: Path) -> str:
    """The standard output of a Python program that imports our packages from `path`, and the tests from the checkout."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(path), str(ROOT)])}
    command = [sys.executable, "-P", "-c", program, *arguments]
    done = subprocess.run(command, env=environment, cwd=path, check=True, stdout=subprocess.PIPE)
    return done.stdout.decode("utf-8")
