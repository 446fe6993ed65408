"""The derived layers in step with the article graphs: identity, entities, current facts. Only what a change touches moves.

Order: profiles of persons, places and bodies; then of posts and meetings, which name those; then frames, whose coordinates
are all of them; then the current facts of every frame and meeting that was touched. Each step passes on what moved, so the
cost of one article depends on what it shares with others, not on how many there are. The result is a function of the set
of article graphs and human judgements: order and batches do not matter.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import islice

from kg import current
from kg.freshness import NOTED, version
from kg.identity import entities, frames, profile, view
from kg.identity.cluster import Pair
from kg.identity.decision import Verdict
from kg.identity.index import Index, Triple
from kg.identity.ledger import Judgement
from kg.identity.profile import Profile
from kg.identity.resolve import KINDS, Resolver
from kg.identity.view import Article, Ref
from kg.iri import Iri, Names
from kg.store import Store, text_of
from kg.term import Literal
from kg.vocabulary import M

BATCH = 200  # articles held in memory at a time


class Derivation:
    """Keeps `graph/identity`, `graph/entities` and `graph/current` of one store up to date."""

    def __init__(self, store: Store, judgements: Mapping[Pair, Judgement] | None = None) -> None:
        self.store = store
        self.names: Names = store.names
        self.index = Index(store, self.names)
        self.resolver = Resolver(self.index, judgements or {})
        self._views: OrderedDict[Iri, Article | None] = OrderedDict()
        self.version = version(judgements or {})
        self._lost: set[Iri] = set()  # profiles that a referent of this batch no longer has

    # ------------------------------------------------------------------ entry points

    def everything(self) -> None:
        """Throws the derived layers away and derives them anew from all article graphs."""
        for name in ("identity", "entities", "current"):
            self.store.remove_graph(self.names.graph(name))
        self._run(article_graphs(self.store))

    def changed(self) -> None:
        """Brings the layers up to date with article graphs that were added, replaced or removed since.

        Derives everything where the rules, the weights or the judgements are not those of last time, or where the last
        derivation was interrupted.
        """
        if not self._fresh():
            self.everything()
            return
        known = {q[0]: text_of(q[2]) for q in self.store.match(None, M.graphDigest, None, self.index.graph)}
        graphs = {self._article(graph): graph for graph in article_graphs(self.store)}
        stale = [graph for article, graph in graphs.items() if known.get(article) != self._digest(graph)]
        self._run([*stale, *(self._graph(article) for article in known if article not in graphs)])

    def noted(self) -> None:
        """Brings the layers up to date with the article graphs that `note` announced: the cost is theirs, not the store's.

        Derives everything where `changed` would, and where nothing was derived before. Articles that were written without a
        note are left to `changed`.
        """
        if self._fresh() and self.store.has_graph(self.index.graph):
            self._run(self._graph(article) for article in self.index.subjects(M.graphDigest, NOTED))
        else:
            self.everything()

    def judged(self, seeds: Iterable[Iri]) -> None:
        """Settles these profiles or referents anew, after a human judgement; the layers must be up to date otherwise."""
        seeds = list(seeds)
        articles = sorted(filter(None, map(self.index.article_of, seeds)))
        profiles = [seed if self.index.knows(seed) else self.index.profile_of(seed) for seed in seeds]
        self._run(map(self._graph, articles), [profile for profile in profiles if profile])

    def update(self, graphs: Iterable[Iri]) -> None:
        """Brings the layers up to date with these article graphs: new, replaced, or removed (then empty)."""
        if self._fresh():
            self._run(graphs)
        else:
            self.everything()

    def _run(self, graphs: Iterable[Iri], seeds: Sequence[Iri] = ()) -> None:
        """Works through the graphs in batches. The mark of the version stands only while the layers are whole."""
        queue = iter(sorted(set(graphs)))
        old = [q[:3] for q in self.store.match(self.index.graph, M.derivedBy, None, self.index.graph)]
        batch = list(islice(queue, BATCH))
        if batch or seeds or not old:
            self.index.change(old, ())
            while batch or seeds:
                self._update(batch, list(seeds))
                batch, seeds = list(islice(queue, BATCH)), ()
            self.index.change((), [(self.index.graph, M.derivedBy, Literal(self.version))])

    def _fresh(self) -> bool:
        """Whether the layers are whole and of these rules and judgements, or there are none yet."""
        marks = [text_of(q[2]) for q in self.store.match(self.index.graph, M.derivedBy, None, self.index.graph)]
        return marks == [self.version] or (not marks and not self.store.has_graph(self.index.graph))

    # ------------------------------------------------------------------ one batch

    def _update(self, graphs: list[Iri], seeds: list[Iri]) -> None:
        self._views.clear()
        moved_entities: set[Iri] = set()
        changed = {self._article(graph): graph for graph in graphs}
        touched = self._forget(changed)
        first = self._profiles(changed, self._first_profiles, seeds, moved_entities)
        dirty = {**changed, **first}
        second = self._profiles(dirty, self._second_profiles, seeds, moved_entities)
        dirty |= second
        for article, graph in sorted(dirty.items()):
            touched |= self._frames(article, graph)
        touched |= moved_entities | entities.describe(self.index, moved_entities)
        current.rebuild(self.index, touched, dirty)

    def _forget(self, changed: Mapping[Iri, Iri]) -> set[Iri]:
        """Drops referents that the articles no longer have; returns all that the articles spoke of."""
        touched: set[Iri] = set()
        for article, graph in changed.items():
            read = self.view(graph)
            remove: list[Triple] = []
            for ref in self.index.refs_of_article(article):
                touched.update(filter(None, [self.index.denoted(ref)]))
                if read is None or ref not in read.refs:
                    remove += [q[:3] for q in self.store.match(ref, None, None, self.index.graph)]
            digest = [(article, M.graphDigest, value) for value in self.index.values(article, M.graphDigest)]
            add: list[Triple] = [(article, M.graphDigest, Literal(self._digest(graph)))] if read else []
            lost = {Iri(text_of(t[2])) for t in remove if t[1] == M.hasProfile}
            add += [(ref, M.mentionedIn, article) for ref in (read.refs if read else ())]
            self.index.change([*remove, *digest], add)
            self._lost |= lost
        return touched

    def _profiles(
        self, articles: Mapping[Iri, Iri], build: Callable[[Article], dict[Iri, Profile]], seeds: list[Iri],
        moved_entities: set[Iri],
    ) -> dict[Iri, Iri]:
        """Gives referents their profiles and settles the new ones. Returns further articles whose referents moved."""
        fresh: list[Iri] = list(seeds)
        lost, self._lost = self._lost, set()
        kept: dict[Iri, Iri] = {}
        for _, graph in sorted(articles.items()):
            read = self.view(graph)
            remove: list[Triple] = []
            add: list[Triple] = []
            for ref, made in (build(read) if read else {}).items():
                iri, before = made.iri(self.names), self.index.profile_of(ref)
                kept[ref] = iri
                if before == iri:
                    continue
                add.append((ref, M.hasProfile, iri))
                if before:
                    remove.append((ref, M.hasProfile, before))
                    lost.add(before)
                if not self.index.knows(iri):
                    self.index.add_profile(made, KINDS[made.kind].emit(made))
                    fresh.append(iri)
            self.index.change(remove, add)
        fresh += self._drop({iri for iri in lost if not self.index.is_borne(iri)}, moved_entities)
        moved = self.resolver.settle(fresh)
        for pair in moved.values():
            moved_entities.update(filter(None, pair))
        return self._denote(kept, moved, articles)

    def _drop(self, profiles: set[Iri], moved_entities: set[Iri]) -> list[Iri]:
        """Removes profiles that no referent has any more; returns those that hung together with them."""
        near: list[Iri] = []
        for iri in sorted(profiles):
            if not self.index.knows(iri):
                continue
            near += self.resolver.kin(iri)
            moved_entities.update(filter(None, [self.index.entity_of(iri)]))
            nodes = self.index.judgements_on(iri)
            self.index.change([q[:3] for n in nodes for q in self.store.match(n, None, None, self.index.graph)], ())
            self.index.drop_profile(iri)
        return [iri for iri in near if iri not in profiles]

    def _denote(
        self, kept: Mapping[Iri, Iri], moved: Mapping[Iri, tuple[Iri | None, Iri]], articles: Mapping[Iri, Iri]
    ) -> dict[Iri, Iri]:
        """Points referents to the entities of their profiles; returns the other articles in which one moved."""
        further: dict[Iri, Iri] = {}
        wanted = dict(kept)
        for iri, (before, _) in sorted(moved.items()):
            if before is not None:
                wanted.update(dict.fromkeys(self.index.bearers(iri), iri))
        for ref, iri in sorted(wanted.items()):
            entity = self.index.entity_of(iri)
            assert entity is not None
            if self._point(ref, entity) is entity:
                continue
            article = self.index.article_of(ref)
            if article and article not in articles:
                further[article] = self._graph(article)
        return further

    def _point(self, ref: Iri, entity: Iri) -> Iri | None:
        """Makes a referent denote an entity; returns what it denoted before (the same object where nothing changed)."""
        before = self.index.denoted(ref)
        if before == entity:
            return entity
        self.index.change([(ref, M.denotes, before)] if before else (), [(ref, M.denotes, entity)])
        return before

    def _frames(self, article: Iri, graph: Iri) -> set[Iri]:
        """Points the frames of an article to their canonical frames; returns what is to be derived anew."""
        read = self.view(graph)
        touched: set[Iri] = set()
        for ref in read.refs.values() if read else ():
            if ref.type in frames.coordinates():
                assert read is not None
                entity = frames.canonical(read, ref, self.resolve, self.names)
                before = self._point(ref.iri, entity)
                touched.update(filter(None, (before, entity)))
            elif ref.type == M.Meeting:
                touched.add(self.resolve(ref.iri))
        return touched

    # ------------------------------------------------------------------ parts

    def _first_profiles(self, article: Article) -> dict[Iri, Profile]:
        refs = (ref for ref in article.refs.values() if profile.kind_of(ref))
        return {ref.iri: self._told_apart(profile.of_entity(article, ref), ref.iri) for ref in refs}

    def _second_profiles(self, article: Article) -> dict[Iri, Profile]:
        posts: list[Ref] = article.of_type(M.Post)
        found = {ref.iri: profile.of_post(article, ref, self.resolve) for ref in posts}
        meetings = profile.of_meetings(article, self.resolve, alike)
        return found | {ref: self._told_apart(made, ref) for ref, made in meetings.items()}

    def _told_apart(self, made: Profile, ref: Iri) -> Profile:
        """The profile, with its referent where two that look like it would not be held for one thing.

        Equal profiles are one thing without any decision, so what is too vague to be joined must not be equal by accident:
        "a sitting of the council, told in 2022", "Ahmad Ali" of nowhere; nor what a reader has told apart.
        """
        vague = KINDS[made.kind].compare(made, made).verdict is not Verdict.SAME
        return profile.own(made, ref) if ref in self.resolver.split or (vague and not made.get("alone")) else made

    def resolve(self, ref: Iri) -> Iri:
        """What a referent denotes; itself where nothing is decided."""
        return self.index.denoted(ref) or ref

    def view(self, graph: Iri) -> Article | None:
        if graph not in self._views:
            while len(self._views) >= 2 * BATCH:
                self._views.popitem(last=False)
            self._views[graph] = view.read(self.store, graph)
        return self._views[graph]

    def _digest(self, graph: Iri) -> str:
        return sha256(self.store.dump(graph)).hexdigest()[:20]

    def _article(self, graph: Iri) -> Iri:
        return self.names.article(graph.rsplit("/", 1)[-1])

    def _graph(self, article: Iri) -> Iri:
        return self.names.article_graph(article.rsplit("/", 1)[-1])


def alike(one: Profile, other: Profile) -> bool:
    """Whether two profiles of meetings would be held for one meeting."""
    return KINDS["meeting"].compare(one, other).verdict is Verdict.SAME


def article_graphs(store: Store) -> Iterator[Iri]:
    """The graphs of all articles of a store."""
    start = store.names.article_graph("")
    return (graph for graph in store.graphs() if graph.startswith(start))
