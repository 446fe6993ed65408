"""`python -m tests.eval [--errors N] [--only s000 …] [--facts OUT.jsonl]`: the quality tables."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from tests.eval.run import SETS, fact_lines, missing, score, stems


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.eval", description=__doc__)
    parser.add_argument("--errors", type=int, default=0, help="print up to N errors per fact type")
    parser.add_argument("--only", nargs="*", default=[], help="just these articles")
    parser.add_argument("--facts", type=Path, help="also write the facts here")
    options = parser.parse_args()
    if reason := missing():
        sys.stderr.write(f"tests.eval: {reason}\n")
        return 3
    started = time.monotonic()
    lines = fact_lines(options.only)
    if options.facts:
        options.facts.write_text("".join(f"{one}\n" for one in lines), encoding="utf-8")
    tables = {"chosen": options.only} if options.only else {name: stems(prefixes) for name, prefixes in SETS.items()}
    for name, articles in tables.items():
        last = name == list(tables)[-1]
        table = score(lines, articles, options.errors if last else 0)
        sys.stdout.write(f"== {name}: {len(articles)} articles\n{table}\n")
    sys.stdout.write(f"{len(lines)} facts in {time.monotonic() - started:.1f} s\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
