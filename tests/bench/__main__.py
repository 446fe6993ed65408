"""`python -m tests.bench [NAME …] [--write]`: the tables, each against a baseline of the same run (`bench_NAME.py`).

`compiled` needs a C compiler and runs only when it is named. With --write they are kept in RESULTS.md, and the
tables quoted in the README.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from tests.bench import results

HERE = Path(__file__).parent
_NAMED_ONLY = {"compiled"}


class _Both(StringIO):
    """Shows what is written at once, and keeps it."""

    def write(self, text: str) -> int:
        assert sys.__stdout__ is not None
        sys.__stdout__.write(text)
        sys.__stdout__.flush()
        return super().write(text)


def main(arguments: Sequence[str]) -> int:
    """Runs the benches that are named, or all. Returns 2 for an unknown name."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--write", action="store_true", help="keep the tables in RESULTS.md and quote them in the README")
    chosen = parser.parse_args(list(arguments))
    known = sorted(p.stem.removeprefix("bench_") for p in HERE.glob("bench_*.py"))
    if unknown := sorted(set(chosen.names) - set(known)):
        sys.stderr.write(f"tests.bench: no {', '.join(unknown)}; there are {', '.join(known)}\n")
        return 2
    made = {}
    for name in chosen.names or sorted(set(known) - _NAMED_ONLY):
        sys.stdout.write(f"\n== {name}\n")
        sys.stdout.flush()
        with redirect_stdout(_Both()) as told:
            # The names are ours: a bench gets no arguments from here.
            importlib.import_module(f"tests.bench.bench_{name}").main()
        made[name] = told.getvalue()
    if chosen.write:
        results.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
