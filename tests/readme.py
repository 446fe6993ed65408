"""The commands of the README and what they print: `python -m tests.readme` writes the answers into it.

In a ```console block every line that begins with "$ " is a command, and what follows it is its standard output.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
_BLOCK = re.compile(r"(```console\n)(.*?)(```)", re.DOTALL)
_PROGRAM = "import sys; sys.argv[0] = 'mahdar'; from ingest.cli import main; main()"


def commands(text: str) -> list[str]:
    """The commands of the README in order, without the prompt."""
    return [line[2:] for block in _BLOCK.finditer(text) for line in block.group(2).splitlines() if line.startswith("$ ")]


def run(command: str, folder: Path) -> str:
    """The standard output of a `mahdar …` command, run in a folder that holds the demo and the tests."""
    program, *arguments = shlex.split(command)
    if program != "mahdar":
        raise ValueError(f"not a command of ours: {command}")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", _PROGRAM, *arguments], cwd=folder, env=environment, capture_output=True,
                          check=True, timeout=110)
    return done.stdout.decode("utf-8")


def answered(text: str) -> str:
    """The README with every answer as it is now."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "tests").symlink_to(ROOT / "tests")
        run("mahdar demo --out demo", folder)

        def renewed(match: re.Match[str]) -> str:
            asked = [line for line in match.group(2).splitlines() if line.startswith("$ ")]
            return match.group(1) + "".join(f"{line}\n{run(line[2:], folder)}" for line in asked) + match.group(3)

        return _BLOCK.sub(renewed, text)


if __name__ == "__main__":
    README.write_text(answered(README.read_text(encoding="utf-8")), encoding="utf-8")
