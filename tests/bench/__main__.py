"""`python -m tests.bench [NAME …]`: the speed tables, each against a baseline of the same run (`bench_NAME.py`)."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path


def main() -> int:
    names = sorted(p.stem for p in Path(__file__).parent.glob("bench_*.py"))
    wanted = [f"bench_{n}" for n in sys.argv[1:]] or names
    if unknown := sorted(set(wanted) - set(names)):
        sys.stderr.write(f"tests.bench: no {', '.join(unknown)}; there are {', '.join(n[6:] for n in names)}\n")
        return 2
    for name in wanted:
        sys.stdout.write(f"\n== {name[6:]}\n")
        sys.stdout.flush()
        importlib.import_module(f"tests.bench.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
