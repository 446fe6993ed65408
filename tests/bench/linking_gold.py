"""Linking measured on the entities that readers found in real articles (read at test time, never shipped).

A mention is one entity in one article: the names that the article uses for it, its class, the countries it acts for and the
date of the article. Forms that are no names ("his counterpart", an adjective, a capital for its state) are left out: their
resolution is another stage's work; `not_names.txt` lists them. A mention without any name is not counted.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.wikidata import tables
from kg.wikidata.features import Query
from kg.wikidata.matcher import ACCEPT, NIL, Matcher

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent.parent / "shared"
_CLASS = {"person": "Person", "country": "Country", "organization": "Organization"}
# Fields that name an entity, with the class that the field implies.
_FIELDS = {
    "actor": "",
    "person": "Person",
    "speaker": "",
    "member": "",
    "coalition": "Organization",
    "led_by": "",
    "of_coalition": "",
}


@dataclass
class Mention:
    article: str
    name: str
    type: str = ""
    names: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    date: str = ""


@dataclass
class Counts:
    """Mentions by what was decided and what is true. `wrong` and `missed` list culprits."""

    accepted: int = 0
    right: int = 0
    linkable: int = 0
    nil_true: int = 0
    nil_said: int = 0
    nil_right: int = 0
    review: int = 0
    wrong: list[str] = field(default_factory=list)
    wrong_type: int = 0
    missed: list[str] = field(default_factory=list)
    scored: list[tuple[float, bool]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.accepted if self.accepted else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.linkable if self.linkable else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.right else 0.0

    @property
    def nil_f1(self) -> float:
        precision = self.nil_right / self.nil_said if self.nil_said else 1.0
        recall = self.nil_right / self.nil_true if self.nil_true else 1.0
        return 2 * precision * recall / (precision + recall) if self.nil_right else 0.0


def links() -> Mapping[str, str]:
    """The item of each linkable name."""
    return {row["name"]: row["qid"] for row in tables.read(HERE / "gold_links.tsv")}


def mentions() -> list[Mention]:
    """All mentions of the annotated articles, in order of article and name."""
    skipped = set((HERE / "not_names.txt").read_text(encoding="utf-8").splitlines())
    found: dict[tuple[str, str], Mention] = {}
    for path in sorted((SHARED / "gold").glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        for fact in gold["facts"]:
            for name, implied, surface, body in _named(fact):
                mention = found.setdefault(
                    (gold["article"], name), Mention(gold["article"], name, date=_date(gold["article"]))
                )
                mention.type = mention.type or implied
                mention.names |= {surface} - skipped - {""}
                mention.bodies |= {body} - {""}
    return [m for _, m in sorted(found.items()) if m.names]


def _date(article: str) -> str:
    path = SHARED / "articles" / f"{article}.json"
    return str(json.loads(path.read_text(encoding="utf-8")).get("published") or "")[:10] if path.exists() else ""


def _named(fact: dict[str, object]) -> list[tuple[str, str, str, str]]:
    found = []
    for name_field, implied in _FIELDS.items():
        name = fact.get(name_field)
        if isinstance(name, str):
            kind = _CLASS.get(str(fact.get("actor_kind")), "") if name_field == "actor" else implied
            body = fact.get("of") if name_field == "person" else fact.get("represents") if name_field == "actor" else ""
            found.append((name, kind, str(fact.get(f"{name_field}_surface") or ""), body if isinstance(body, str) else ""))
    for entry in fact.get("participants") or ():  # type: ignore[attr-defined]
        if isinstance(entry, dict):
            found.append((str(entry["name"]), "", str(entry.get("surface") or ""), ""))
    return found


def joined(found: list[Mention]) -> list[Mention]:
    """Each mention with what all articles say of its bearer: class, bodies, dates. The store joins them before linking."""
    types: dict[str, str] = {}
    bodies: dict[str, set[str]] = {}
    for mention in found:
        types[mention.name] = types.get(mention.name) or mention.type
        bodies.setdefault(mention.name, set()).update(mention.bodies)
    return [Mention(m.article, m.name, types[m.name], m.names, bodies[m.name], m.date) for m in found]


def query(mention: Mention, matcher: Matcher) -> Query:
    """The mention as the matcher sees it; the bodies are linked first, by their English names."""
    linked: dict[str, set[str]] = {"country": set(), "organization": set()}
    for body in sorted(mention.bodies):
        decided = matcher.decide(Query((body,), ""))
        if decided.verdict == ACCEPT and decided.candidates[0].item.type in linked:
            linked[decided.candidates[0].item.type].add(decided.candidates[0].item.qid)
    return Query(
        tuple(sorted(mention.names)),
        mention.type,
        frozenset(linked["country"]),
        frozenset(linked["organization"]),
        (mention.date,) if mention.date else (),
    )


def evaluate(matcher: Matcher) -> Counts:
    """Decides every mention and compares with the readers' links."""
    truth, counts = links(), Counts()
    for mention in joined(mentions()):
        decided = matcher.decide(query(mention, matcher))
        expected = truth.get(mention.name)
        best = decided.best
        counts.linkable += expected is not None
        counts.nil_true += expected is None
        if best is not None:
            counts.scored.append((best.score, best.item.qid == expected))
        if decided.verdict == ACCEPT and best is not None:
            counts.accepted += 1
            counts.right += best.item.qid == expected
            counts.wrong_type += best.features["type_fit"] < 1
            if best.item.qid != expected:
                counts.wrong.append(f"{mention.article} {sorted(mention.names)} -> {best.item.label('en')}")
        elif decided.verdict == NIL or decided.verdict == "out_of_scope":
            counts.nil_said += 1
            counts.nil_right += expected is None
        else:
            counts.review += 1
        if expected and decided.verdict != ACCEPT:
            shown = f"{best.item.label('en')} {best.score:.0f}" if best else ""
            counts.missed.append(
                f"{mention.article} {sorted(mention.names)} {mention.type} {decided.verdict}/{decided.reason} {shown}"
            )
    return counts
