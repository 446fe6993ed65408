"""Finds entities by name in any spelling, articles by theirs, and names for IRIs.

How a name is folded into keys is knowledge of the language and therefore handed in (`Keys`).
"""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from rapidfuzz import fuzz

from kg import resources, terms
from kg.errors import UsageError
from kg.iri import ONTOLOGY, Iri
from kg.store import Store, iri_of, text_of
from kg.term import Literal, Term, plain
from kg.vocabulary import SCHEMA, M
from kg.wikidata.keys import key

# A name → the folded words of it, articles and clitics stripped.
Keys: TypeAlias = Callable[[str], tuple[str, ...]]

_WIKIDATA_ID = re.compile(r"Q[1-9][0-9]*")
_CLOSE = 84.0  # similarity in percent below which a spelling is another name


@dataclass(frozen=True, slots=True)
class Match:
    """An entity that a name may mean; `weight` counts the articles' mentions that speak for it."""

    iri: Iri
    type: str
    name: str
    score: float
    weight: int


def article(store: Store, name: str) -> Iri:
    """The graph of the article of this name. Raises UsageError that names the nearest articles."""
    for graph in store.articles_named(name):
        return graph
    near = difflib.get_close_matches(name, [known for known, _ in store.articles()], n=3)
    hint = f"; did you mean {' or '.join(near)}?" if near else "; `mahdar ask sources` lists them"
    raise UsageError(f"no article {name} in the store{hint}")


def find(store: Store, name: str, classes: Iterable[str], keys: Keys) -> list[Match]:
    """The entities that a name may mean, best first: equal names, then names that contain all its words, then near ones."""
    if exact := _by_identifier(store, name):
        return exact
    wanted = set(classes)
    names = _names(store, wanted)
    if not wanted or "Meeting" in wanted:
        _add_meetings(store, names)
    asked = keys(name)
    if not asked:
        return []
    scored = _scored(names, lambda form, kind: _score(asked, keys(form), kind))
    if not scored:  # perhaps it is written in the other script
        sounds = _skeletons(name)
        scored = _scored(names, lambda form, kind: _CLOSE if sounds and sounds <= _skeletons(form) else 0.0)
    best = max((m.score for m in scored), default=0.0)
    return sorted((m for m in scored if m.score >= best - 5), key=lambda m: (-m.score, -m.weight, m.iri))


def _scored(names: Mapping[tuple[Iri, str], dict[str, int]], score: Callable[[str, str], float]) -> list[Match]:
    """The entities with a name that scores well, each under its best name."""
    found = []
    for (iri, kind), forms in names.items():
        best, form = max((score(form, kind), form) for form in forms)
        if best >= _CLOSE:
            found.append(Match(iri, kind, form, best, sum(forms.values())))
    return found


def _skeletons(name: str) -> frozenset[str]:
    """The consonants of the words of a name, the same in Arabic and Latin script; empty where one has too few to tell."""
    words = [word.skeleton for word in key(name).words]
    return frozenset(words) if all(len(word) > 2 for word in words) else frozenset()


def _score(asked: tuple[str, ...], form: tuple[str, ...], kind: str) -> float:
    """100 for the same words, 95 where all words asked for occur, else how like the spelling of the least like word is."""
    if asked == form:
        return 100.0
    if set(asked) <= set(form):
        return 95.0
    if kind == "Meeting":  # a bag of words: each asked word must begin a word of it ("2022" begins "2022-05-11")
        return 95.0 if all(any(w == a or (len(a) > 2 and w.startswith(a)) for w in form) for a in asked) else 0.0
    near = (max((fuzz.ratio(a, w) for w in form), default=0.0) for a in asked)
    return min(94.0, max(fuzz.ratio(" ".join(asked), " ".join(form)), min(near)))


def _by_identifier(store: Store, name: str) -> list[Match]:
    if name.startswith(("http://", "https://", "urn:")) and not re.search(r'[\s<>"{}|\\^`]', name):
        return [Match(Iri(name), "", name, 100.0, 1)]
    if _WIKIDATA_ID.fullmatch(name):
        rows = store.select(resources.text("queries", "facts/wikidata.rq"))
        return [Match(iri_of(r["entity"]), "", name, 100.0, 1) for r in rows if text_of(r["item"]).endswith(f"/{name}")]
    return []


def _names(store: Store, wanted: set[str]) -> dict[tuple[Iri, str], dict[str, int]]:
    found: dict[tuple[Iri, str], dict[str, int]] = defaultdict(dict)
    for row in store.select(resources.text("queries", "lookup/names.rq")):
        kind = text_of(row["type"]).removeprefix(ONTOLOGY)
        if (not wanted or kind in wanted) and kind != "Meeting" and "name" in row:
            found[iri_of(row["entity"]), kind][text_of(row["name"])] = int(text_of(row["weight"]))
    return found


def _add_meetings(store: Store, names: dict[tuple[Iri, str], dict[str, int]]) -> None:
    """A meeting is called by its place, date and coalition: one long form that holds all of these words."""
    words: dict[Iri, set[str]] = defaultdict(set)
    for row in store.select(resources.text("queries", "lookup/meetings.rq")):
        words[iri_of(row["entity"])].add(text_of(row["word"]))
    for iri, parts in words.items():
        names[iri, "Meeting"] = {" ".join(sorted(parts)): len(parts)}


class Labels:
    """Names for IRIs in one language, from the store, else from the ontology, else the end of the IRI."""

    def __init__(self, store: Store, language: str = "en") -> None:
        self.store = store
        self.language = language
        self._known: dict[Iri, str] = {}

    def of(self, iri: Iri) -> str:
        if iri not in self._known:
            own, other = self._from_store(iri)
            known = own or self._meeting(iri) or other or terms.label(iri, self.language) or ""
            self._known[iri] = plain(known) or _local(iri)
        return self._known[iri]

    def text(self, term: Term) -> str:
        """How a cell shows a term."""
        return term.value if isinstance(term, Literal) else self.of(term)

    def _from_store(self, iri: Iri) -> tuple[str | None, str | None]:
        """The thing's own label, and the best that a referent or a name in a text gives it."""
        options = []
        for row in self.store.select(resources.text("queries", "lookup/labels.rq"), {"thing": iri}):
            label = row["label"]
            assert isinstance(label, Literal)
            ranks = {None: 1, "ar": 2, "en": 2, "fr": 3, self.language: 0}
            options.append((int(text_of(row["rank"])), ranks.get(label.language, 4), len(label.value), label.value))
        # an own label in the wrong language gives way to one in the right language that a referent has
        best = min(options, key=lambda o: (o[1] if o[0] in (1, 2) else 1, *o), default=None)
        if best is None:
            return None, None
        return (best[-1], None) if best[0] <= 1 else (None, best[-1])

    def _meeting(self, iri: Iri) -> str | None:
        """A name for a meeting: its kind, place and first day, each as most surely claimed."""
        best: dict[Iri, tuple[tuple[float, int, str], Term]] = {}
        for row in self.store.select(resources.text("queries", "lookup/meeting_label.rq"), {"thing": iri}):
            predicate, value = iri_of(row["p"]), row["value"]
            rank = (float(text_of(row["confidence"])), len(text_of(value)), text_of(value))
            if predicate not in best or rank > best[predicate][0]:
                best[predicate] = (rank, value)
        if not best:
            return None
        parts = [self.text(best[p][1]) for p in (M.meetingKind, SCHEMA.location, SCHEMA.startDate) if p in best]
        return ", ".join(parts)


def _local(iri: Iri) -> str:
    return re.split(r"[#/]", iri)[-1]
