"""`python -m kg.wikidata [--check]`: builds the embedded snapshot, or says whether it is stale (exit 1)."""

from __future__ import annotations

import argparse
import sys

from kg.wikidata import snapshot, tables


def main() -> int:
    """The exit code: 0 written or up to date, 1 stale."""
    parser = argparse.ArgumentParser(prog="python -m kg.wikidata", description="Build the embedded Wikidata snapshot.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the snapshot is stale")
    path, text = tables.DATA / "snapshot.tsv", snapshot.build()
    if not parser.parse_args().check:
        path.write_text(text, encoding="utf-8", newline="\n")
        return 0
    same = path.exists() and path.read_text(encoding="utf-8") == text
    sys.stdout.write(f"{path.name}: {'up to date' if same else 'stale; run python -m kg.wikidata'}\n")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
