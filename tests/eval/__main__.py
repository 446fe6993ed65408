"""`python -m tests.eval [--errors N] [--only s000 …] [--facts OUT.jsonl] [--rules] [--outlets] …`: the quality tables."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from tests.eval import floors
from tests.eval.calibration import by_rule, calibration_table, verdicts
from tests.eval.outlets import left_out_calibration, outlet_table
from tests.eval.run import ROOT, SETS, fact_lines, missing, score, stems


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.eval", description=__doc__)
    parser.add_argument("--errors", type=int, default=0, help="print up to N errors per fact type")
    parser.add_argument("--only", nargs="*", default=[], help="just these articles")
    parser.add_argument("--facts", type=Path, help="also write the facts here")
    parser.add_argument("--rules", action="store_true", help="how often each rule is right")
    parser.add_argument("--outlets", action="store_true", help="scores by outlet; calibration with each outlet left out")
    parser.add_argument("--floors", action="store_true", help="raise the pinned floors to what is reached")
    parser.add_argument("--reliability", action="store_true", help="write what was measured into the lexicon")
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
    judged = verdicts(lines, options.only or stems(SETS["all"]))
    sys.stdout.write(f"== calibration\n{calibration_table(judged)}\n")
    if options.rules:
        counts = by_rule(judged).items()
        sys.stdout.write("".join(f"{rule:48} {right:4} right {wrong:4} wrong\n" for rule, (right, wrong) in counts))
    if options.outlets:
        sys.stdout.write(f"== outlets\n{outlet_table(lines)}\n")
        sys.stdout.write(f"== calibration, each outlet by the others\n{left_out_calibration(lines)}\n")
    if options.reliability:
        rows = "".join(f"{rule}\t{right}\t{wrong}\n" for rule, (right, wrong) in by_rule(judged).items())
        (ROOT / "ingest" / "lexicon" / "reliability.tsv").write_text(f"rule\tright\twrong\n{rows}", encoding="utf-8")
    if options.floors and not options.only:
        floors.FILE.write_text(floors.raised(lines), encoding="utf-8")
    sys.stdout.write(f"{len(lines)} facts in {time.monotonic() - started:.1f} s\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
