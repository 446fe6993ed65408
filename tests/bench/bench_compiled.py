"""How much faster the compiled reading is: articles of 2.5 kB in a CPU second, all words known, both in turns.

    python -m tests.bench compiled

It compiles first, which takes some minutes. Of each the quickest of several turns counts; what it is compared with is the
same code as `pip install .` installs it, on the same articles, in the same minutes.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests import wheels
from tests.bench.bench_reading import AT_HAND
from tests.guards import ROOT

_TURNS = 5
_SPEED = """
import sys
from pathlib import Path
from ingest.article import read_all
from kg.errors import InputError
from tests.bench.bench_reading import SIZE, articles, end_to_end
given = read_all([Path(sys.argv[1])]) if sys.argv[1] else articles(60)
known = [one for one in given if not isinstance(one, InputError)]
end_to_end(known)
seconds = min(end_to_end(known)[0] for _ in range(3))
print(sum(len(one.text.encode()) for one in known) / SIZE / seconds)
"""


def main() -> None:
    """The table."""
    with tempfile.TemporaryDirectory() as folder:
        compare({"as installed": ROOT, "compiled": wheels.build(Path(folder))})


def compare(paths: Mapping[str, Path]) -> None:
    """The table of the packages in some folders, the first being that with which the others are compared."""
    sys.stdout.write(f"| articles | {' | '.join(paths)} | times |\n|---|{'---|' * len(paths)}---|\n")
    for what, source in {"of the demo": None, **AT_HAND}.items():
        if source is None or source.exists():
            best = dict.fromkeys(paths, 0.0)
            for _ in range(_TURNS):
                for name, path in paths.items():
                    best[name] = max(best[name], float(wheels.run(_SPEED, str(source or ""), path=path)))
            first, *_, last = best.values()
            cells = [what, *(f"{speed:.0f}" for speed in best.values()), f"{last / first:.2f}"]
            sys.stdout.write(f"| {' | '.join(cells)} |\n")
    sys.stdout.write("\n> Both in turns, in the same minutes; other tables may come from a quieter or a busier hour.\n")


if __name__ == "__main__":
    main()
