"""`graph/current`: what holds now, by the documented rules of `queries/rules/`, renewed key by key.

A key is a canonical frame or meeting. Its claims are laid out as a small working set in memory, the rules run over it, and
what they construct replaces what was derived for the key before. Rules whose names begin with 0 are premises: what they
construct joins the working set. Facts get their counts of articles, outlets and independent origins here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from kg import disagreement, labels, origins, resources, windows
from kg.identity.frames import coordinates
from kg.identity.index import Index
from kg.iri import Iri, Names
from kg.statements import Reader, Statement
from kg.store import Quad, Store, text_of
from kg.term import Literal, Term, decimal, integer, ntriples
from kg.vocabulary import PROV, SCHEMA, M

CHUNK = 40  # keys that share one working set: rules that look for rivals cost its square
Triple = tuple[Iri, Iri, Term]
_TOPICS = ("topic", "unit", "amount", "currency", "figure", "referentType")


def rebuild(index: Index, touched: Iterable[Iri], articles: Mapping[Iri, Iri]) -> None:
    """Derives the touched keys anew: meetings first, for their dates place undated articles in time; then the frames."""
    meetings, others = split(index, touched)
    dated = {key: _start(index, key) for key in meetings}
    timeless = Reader(index, timeless=True)
    for chunk in _chunks(meetings):
        _derive(timeless, chunk)
    shifted = {key for key in meetings if _start(index, key) != dated[key]}
    reader = Reader(index)
    others |= split(index, windows.place(reader, shifted, articles))[1]
    for chunk in _chunks(others):
        _derive(reader, chunk)


def split(index: Index, touched: Iterable[Iri]) -> tuple[set[Iri], set[Iri]]:
    """The meetings and the frames among these nodes; entities have no facts of their own."""
    kinds = {t.rsplit("#", 1)[-1].lower() for t in coordinates()}
    start = index.names.entity("")
    meetings, frames = set(), set()
    for node in touched:
        kind = node.removeprefix(start).split("/", 1)[0] if node.startswith(start) else ""
        if kind == "meeting":
            meetings.add(node)
        elif kind in kinds:
            frames.add(node)
    return meetings, frames


def _chunks(keys: set[Iri]) -> Iterable[list[Iri]]:
    ordered = sorted(keys)
    return (ordered[i : i + CHUNK] for i in range(0, len(ordered), CHUNK))


def _start(index: Index, meeting: Iri) -> list[str]:
    graph = index.names.graph("current")
    return sorted(text_of(q[2]) for q in index.store.match(meeting, SCHEMA.startDate, None, graph))


def _derive(reader: Reader, keys: list[Iri]) -> None:
    """Replaces what was derived for these keys."""
    statements = {key: reader.of_key(key) for key in keys}
    origin = {c: o for said in statements.values() for c, o in origins.group(said, reader.paragraph).items()}
    triples = set(facts([s for said in statements.values() for s in said], origin))
    by_claim = {s.claim: s for said in statements.values() for s in said}
    triples |= _counted(reader.index, triples, by_claim, origin)
    for key, said in statements.items():
        triples |= set(disagreement.triples(reader.index.names, key, said))
    current = reader.index.names.graph("current")
    new: set[Quad] = {(*t, current) for t in triples}
    old = {quad for key in keys for quad in _owned(reader.index, key)}
    cells: dict[Iri, list[tuple[Iri, Term]]] = defaultdict(list)
    for subject, predicate, value in triples:
        cells[subject].append((predicate, value))
    for key in (key for key in keys if labels.is_meeting(reader.index, key)):
        described, before = labels.describe(reader.index, key, statements[key], cells[key])
        new |= described
        old |= before
    reader.store.apply(old - new, new - old)


def facts(statements: list[Statement], origin: Mapping[Iri, Iri]) -> Iterable[Triple]:
    """What the rules construct from these claims."""
    if not statements:
        return []
    working = Store()
    place = working.names.graph("working")
    with working:
        working.apply((), {(*t, place) for t in working_set(statements, origin)})
        found: list[Triple] = []
        for name, rule in _rules():
            made = list(working.triples(rule))
            if name.startswith("0"):
                working.apply((), [(*t, place) for t in made])
            else:
                found += made
    return found


@cache
def _rules() -> list[tuple[str, str]]:
    """Name and text of every rule, in their order."""
    names = sorted(path.name for path in (resources.folder("queries") / "rules").glob("*.rq"))
    return [(name, resources.text("queries", f"rules/{name}")) for name in names]


def working_set(statements: Iterable[Statement], origin: Mapping[Iri, Iri]) -> Iterable[Triple]:
    """The claims as the rules see them: canonical subject and value, bounds of publication, origin, coordinates.

    Nodes for the group, the telling and the value of a claim let rules join them without search.
    """
    names = Names()
    slots: dict[tuple[Iri, Iri], set[Term]] = defaultdict(set)
    for said in statements:
        claim, source = said.claim, said.source
        first, last = source.not_before, source.not_after
        group = names.hashed("group", said.key, said.predicate)
        yield claim, M.ofGroup, group
        yield claim, M.ofTelling, names.hashed("telling", group, source.iri)
        yield claim, M.ofValue, names.hashed("value", group, ntriples(said.value))
        yield claim, M.ofSubject, said.key
        yield claim, M.ofPredicate, said.predicate
        yield claim, M.claimedValue, said.value
        yield claim, M.modality, said.modality
        yield claim, M.confidence, decimal(said.confidence)
        yield claim, PROV.wasDerivedFrom, source.iri
        yield origin[claim], M.originOf, claim
        if first:
            yield claim, M.notBefore, Literal(first)
        if last:
            yield claim, M.notAfter, Literal(last)
        if comparator := said.slot(M.comparator):
            yield claim, M.comparator, comparator
        as_of = said.slot(M.asOf)
        yield claim, M.since, Literal(text_of(as_of) if as_of else first)
        for slot, value in said.context:
            if slot.rsplit("#", 1)[-1].startswith(_TOPICS):
                slots[said.key, slot].add(value)
    for (key, slot), values in slots.items():
        several = slot == M.topicParticipant
        for value in values if several else [min(values, key=text_of)]:
            yield key, slot, value


def _counted(
    index: Index, triples: set[Triple], by_claim: Mapping[Iri, Statement], origin: Mapping[Iri, Iri]
) -> set[Triple]:
    """Articles, outlets, independent origins and first day known of each fact, from the claims that support it."""
    support: dict[Iri, list[Statement]] = defaultdict(list)
    keys: dict[Iri, Iri] = {}
    for subject, predicate, value in triples:
        if predicate == M.supportedBy and isinstance(value, Iri):
            support[subject].append(by_claim[value])
        elif predicate == M.ofKey and isinstance(value, Iri):
            keys[subject] = value
    found: set[Triple] = set()
    for fact, said in support.items():
        found.add((fact, M.articleCount, integer(len({s.source.iri for s in said}))))
        found.add((fact, M.outletCount, integer(len({s.source.outlet or s.source.iri for s in said}))))
        found.add((fact, M.independentOrigins, integer(len({origin[s.claim] for s in said}))))
        known = sorted(s.source.not_before for s in said if s.source.not_before)
        if known:
            found.add((fact, M.knownSince, Literal(known[0])))
        found.update((keys[fact], M.supportedBy, s.claim) for s in said)
    return found


def _owned(index: Index, key: Iri) -> Iterable[Quad]:
    """All quads derived for a key before."""
    store, current = index.store, index.names.graph("current")
    yield from store.match(key, None, None, current)
    for node in [quad[0] for quad in store.match(None, M.ofKey, key, current)]:
        cells = list(store.match(node, None, None, current))
        yield from cells
        parts = {quad[1]: quad[2] for quad in cells}
        if M.factSubject in parts:
            yield Iri(text_of(parts[M.factSubject])), Iri(text_of(parts[M.factPredicate])), parts[M.factObject], current
