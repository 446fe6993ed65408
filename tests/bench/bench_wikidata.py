"""How well and how fast names are linked: against the readers' links, against baselines, and at 40,000 items.

    python -m tests.bench.bench_wikidata            prints the table
    python -m tests.bench.bench_wikidata --quick    without the baselines
    python -m tests.bench.bench_wikidata --fit      fits kg/wikidata/data/calibration.tsv anew to half of the samples

The rows of the table:

- mahdar: what it links by itself, at its fixed threshold; what it leaves to a person counts as not linked.
- mahdar, persons by sound: without any Arabic name of a person in the table, so that all are found across scripts.
- a tool: given the labels that the sources print, as a user would give them (`baselines` says what each is and is not), at
  the threshold that is best for it on these very data.
- a tool + our names: given our table of other names and our folding as well. What is left of the difference is the rule of
  matching alone; it is no tool that anybody can install.

"sure F1" is the F1 at the best threshold that keeps precision at 0.99, the least for links that nobody looks at; a dash
says that no threshold does.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg.wikidata import evidence, snapshot, tables
from kg.wikidata.features import Query
from kg.wikidata.item import Item
from kg.wikidata.matcher import ACCEPT, VERSION, Matcher, calibrated
from kg.wikidata.snapshot import Snapshot
from tests.bench import linking_gold, name_variants
from tests.bench.baselines import baselines, folded, pick
from tests.bench.linking_samples import calibration_error, isotonic, samples


@dataclass(frozen=True)
class Case:
    """One thing to link: the query, and the item that is right (None: none is)."""

    query: Query
    truth: str | None


def cases(matcher: Matcher) -> dict[str, list[Case]]:
    """The parts of the test set: mentions of the read articles, Arabic spellings with their country, namesakes."""
    truth = linking_gold.links()
    parts: dict[str, list[Case]] = {"articles": [], "spellings": [], "namesakes": []}
    if (linking_gold.SHARED / "gold").exists():
        for mention in linking_gold.joined(linking_gold.mentions()):
            parts["articles"].append(Case(linking_gold.query(mention, matcher), truth.get(mention.name)))
    parts["spellings"] = spellings(matcher)
    for row in tables.read(Path(__file__).with_name("homonyms.tsv")):
        dates = (row["date"],) if row["date"] else ()
        parts["namesakes"].append(
            Case(Query((row["name"],), row["type"], frozenset({row["country"]} - {""}), dates=dates), None)
        )
    return parts


def spellings(matcher: Matcher) -> list[Case]:
    """Arabic spellings, each with the countries of its item."""
    table = matcher.snapshot
    found = [*name_variants.by_hand(table), *name_variants.by_rule(table, 500, 7)]
    return [Case(Query((form,), class_, frozenset(item.countries)), item.qid) for form, item, class_, _ in found]


Picked = list[tuple[float, str, str | None]]


def pick_ours(matcher: Matcher, found: list[Case]) -> Picked:
    """Our decisions in the same form: 1 for an accepted link, 0 for anything else."""
    picked: Picked = []
    for case in found:
        decided = matcher.decide(case.query)
        accepted = decided.verdict == ACCEPT and decided.best is not None
        picked.append((float(accepted), decided.best.item.qid if decided.best else "", case.truth))
    return picked


def best_counts(picked: Picked) -> tuple[linking_gold.Counts, float]:
    """The best F1 over all thresholds, and the threshold."""
    results = [(counted(picked, t / 50), t / 50) for t in range(10, 51)]
    return max(results, key=lambda r: r[0].f1)


def sure_f1(picked: Picked) -> float | None:
    """The best F1 over the thresholds that keep precision at 0.99; None where none does."""
    results = [counted(picked, t / 200) for t in range(40, 201)]
    return max((c.f1 for c in results if c.accepted and c.precision >= 0.99), default=None)


def counted(picked: Picked, threshold: float) -> linking_gold.Counts:
    """Links accepted at a threshold, compared with the truth."""
    counts = linking_gold.Counts()
    for score, chosen, expected in picked:
        counts.linkable += expected is not None
        counts.nil_true += expected is None
        if score >= threshold:
            counts.accepted += 1
            counts.right += chosen == expected
        else:
            counts.nil_said += 1
            counts.nil_right += expected is None
    return counts


def variants(matcher: Matcher, seed: int = 7) -> tuple[int, float, float]:
    """Number of Arabic spellings, share with the right item first, and among the first five."""
    first = five = count = 0
    for form, item, class_, _ in [
        *name_variants.by_hand(matcher.snapshot),
        *name_variants.by_rule(matcher.snapshot, 500, seed),
    ]:
        fitting = [c.item.qid for c in matcher.candidates(Query((form,), class_), 12) if c.features["type_fit"] > 0][:5]
        count += 1
        first += fitting[:1] == [item.qid]
        five += item.qid in fitting
    return count, first / count, five / count


def without_arabic(table: Snapshot) -> Snapshot:
    """The snapshot without Arabic names of persons: all of them have to be found by sound."""
    items = {
        q: replace(i, names={k: v for k, v in i.names.items() if k != "ar"}) if i.type == "person" else i
        for q, i in table.items.items()
    }
    return Snapshot(items, table.version)


def labels_only(table: Snapshot) -> Snapshot:
    """The snapshot with the labels printed in its sources only: what another tool would be given."""
    printed: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in evidence.load():
        names = printed.setdefault(row.qid, {})
        names.setdefault("en", (row.label_en,))
        if row.label_ar:
            names.setdefault("ar", (row.label_ar,))
    return Snapshot({q: replace(i, names=printed[q]) for q, i in table.items.items()}, table.version)


def homonyms(matcher: Matcher) -> tuple[int, list[str]]:
    """Number of namesakes, and those that were linked by themselves (all of them wrong)."""
    rows = list(tables.read(Path(__file__).with_name("homonyms.tsv")))
    wrong = []
    for row in rows:
        dates = (row["date"],) if row["date"] else ()
        decided = matcher.decide(Query((row["name"],), row["type"], frozenset({row["country"]} - {""}), dates=dates))
        if decided.verdict == ACCEPT:
            wrong.append(row["name"])
    return len(rows), wrong


def enlarged(table: Snapshot, size: int, seed: int = 1) -> Snapshot:
    """The snapshot with invented persons (names put together from real ones) up to `size` items."""
    chance = random.Random(seed)
    people = [i for i in table.linkable() if i.type == "person" and i.names.get("ar")]
    words = {lang: [w for i in people for n in i.names.get(lang, ()) for w in n.split()] for lang in ("ar", "en")}
    items = dict(table.items)
    while len(items) < size:
        qid = f"Q{10**10 + len(items)}"
        names: dict[str, tuple[str, ...]] = {
            lang: (" ".join(chance.choice(words[lang]) for _ in range(chance.randint(2, 3))),) for lang in ("ar", "en")
        }
        items[qid] = Item(qid, "person", "auto", "A", names, chance.choice(people).countries)
    return Snapshot(items, "enlarged")


def speed(table: Snapshot, size: int = 40_000, queries: int = 400) -> dict[str, float]:
    """Milliseconds of the 95th percentile of one query and of a batch of 50, seconds to load, MB of memory."""
    big = enlarged(table, size)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start = time.perf_counter()
    matcher = Matcher(big)
    load = time.perf_counter() - start
    matcher.decide(Query(("ناصر بوريطة",), "Person"))
    chance = random.Random(3)
    names = [n for i in list(big.linkable())[::7] for n in i.all_names()]
    asked = [chance.choice(names) for _ in range(queries)]
    times = []
    for name in asked:
        start = time.perf_counter()
        matcher.decide(Query((name,), "Person"))
        times.append(1000 * (time.perf_counter() - start))
    batches = [sum(times[i : i + 50]) for i in range(0, queries - 49, 50)]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - before
    return {
        "query p95 ms": sorted(times)[int(0.95 * len(times))],
        "query median ms": sorted(times)[len(times) // 2],
        "batch of 50 ms": max(batches),
        "load s": load,
        "memory MB": memory,
    }


def fit(matcher: Matcher) -> None:
    """Writes the calibration from the even half of the samples."""
    points = isotonic([s for seed in (11, 12, 13) for s in samples(matcher, seed)][::2])
    points = [(0.0, min(0.005, points[0][1])), *points, (1.0, max(0.999, points[-1][1]))]
    text = tables.render(
        ("raw", "share"),
        [{"raw": f"{raw:.4f}", "share": f"{share:.4f}"} for raw, share in points],
        (
            "Measured share of right candidates at a raw score (isotonic regression).",
            "Made by: python -m tests.bench.bench_wikidata --fit",
        ),
    )
    (tables.DATA / "calibration.tsv").write_text(text, encoding="utf-8", newline="\n")


def report(full: bool) -> list[str]:
    """The lines of the table."""
    table = snapshot.read()
    matcher = Matcher(table)
    lines = []
    if (linking_gold.SHARED / "gold").exists():
        lines += _gold(table, matcher, full)
    lines += fixed(table, matcher)
    return [*lines, "40,000 items: " + ", ".join(f"{k} {v:.1f}" for k, v in speed(table).items())]


def fixed(table: Snapshot, matcher: Matcher) -> list[str]:
    """The lines that depend on this repository only, not on the read articles or the machine."""
    lines = [f"snapshot {table.version}, {len(table.items)} items; matcher {VERSION}"]
    number, first, five = variants(matcher)
    lines.append(f"{number} Arabic spellings: right first {first:.3f}, among five {five:.3f}")
    _, first, five = variants(Matcher(without_arabic(table)))
    lines.append(f"the same with persons by sound: right first {first:.3f}, among five {five:.3f}")
    counts = counted(pick_ours(matcher, spellings(matcher)), 1.0)
    linked = f"linked by themselves {counts.recall:.3f}, of these right {counts.precision:.3f}"
    lines.append(f"the same with countries known: {linked}")
    number, wrong = homonyms(matcher)
    lines.append(f"{number} namesakes: {len(wrong)} linked by themselves {' '.join(wrong)}".rstrip())
    held = [(calibrated(raw) / 100, right) for seed in (21, 22, 23) for raw, right in samples(matcher, seed)][1::2]
    return [*lines, f"calibration error on {len(held)} held-out samples: {calibration_error(held):.3f}"]


_COLUMNS = ("tool", "precision", "recall", "F1", "NIL F1", "sure F1", "articles: precision", "F1", "NIL F1")

_LEGEND = (
    "> mahdar: what it links by itself, the rest is left to a person. Tools: at the threshold that is best for them on "
    "these data. “+ our names”: given our other names and our folding too. “sure F1”: where precision stays at 0.99 or more."
)


def _gold(table: Snapshot, matcher: Matcher, full: bool) -> list[str]:
    parts = cases(matcher)
    every = [case for part in parts.values() for case in part]
    first = len(parts["articles"])
    picks = {
        "mahdar": pick_ours(matcher, every),
        "mahdar, persons by sound": pick_ours(Matcher(without_arabic(table)), every),
    }
    tools, missing = baselines() if full else ([], [])
    for tool in tools:
        for title, measure, names in (
            (tool.name, tool, labels_only(table)),
            (f"{tool.name} + our names", folded(tool), table),
        ):
            found = pick(measure, [(c.query.names, c.query.type) for c in every], names)
            picks[title] = [(score, chosen, case.truth) for (score, chosen), case in zip(found, every, strict=True)]
    sizes = ", ".join(f"{len(v)} {k}" for k, v in parts.items())
    rows = {name: _row(picked, first) for name, picked in picks.items()}
    lines = [f"One test set: {sizes}.", "", f"| {' | '.join(_COLUMNS)} |", "|---" * len(_COLUMNS) + "|"]
    lines += [f"| {name} | {' | '.join(cells)} |" for name, cells in rows.items()]
    lines += ["", _LEGEND, "", *missing, *_margins(picks), *_mentions(matcher)]
    return lines


def _row(picked: Picked, first: int) -> tuple[str, ...]:
    counts, threshold = best_counts(picked)
    part, sure = counted(picked[:first], threshold), sure_f1(picked)
    whole = (counts.precision, counts.recall, counts.f1, counts.nil_f1)
    articles = (part.precision, part.f1, part.nil_f1)
    return (*(f"{v:.3f}" for v in whole), "–" if sure is None else f"{sure:.3f}", *(f"{v:.3f}" for v in articles))


def _margins(picks: dict[str, Picked]) -> list[str]:
    """How far the best tool is behind, in points of F1: as anybody can install it, and with our names."""
    scores = {name: 100 * best_counts(picked)[0].f1 for name, picked in picks.items()}
    ours = scores["mahdar"]
    lines = []
    for title, helped in (("tools as they are", False), ("tools with our names", True)):
        others = {n: s for n, s in scores.items() if not n.startswith("mahdar") and n.endswith("+ our names") == helped}
        if others:
            best = max(others, key=lambda n: others[n])
            lines.append(f"{title}: the best is {best}, {ours - others[best]:.1f} points of F1 behind")
    return lines


def _mentions(matcher: Matcher) -> list[str]:
    counts = linking_gold.evaluate(matcher)
    scored = [(score / 100, right) for score, right in counts.scored]
    return [
        f"articles: precision {counts.precision:.3f}, recall {counts.recall:.3f}, NIL F1 {counts.nil_f1:.3f}, "
        f"wrong type {counts.wrong_type}; {counts.linkable} linkable mentions, {counts.nil_true} NIL, "
        f"{counts.review} for review; calibration error {calibration_error(scored):.3f}",
    ]


def main(arguments: Sequence[str] = ()) -> None:
    """Prints the table, or fits the calibration."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--fit", action="store_true", help="fit the calibration; prints nothing")
    parser.add_argument("--quick", action="store_true", help="without the baselines")
    chosen = parser.parse_args(list(arguments))
    if chosen.fit:
        fit(Matcher(snapshot.read()))
        return
    sys.stdout.write("\n".join(report(not chosen.quick)) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
