"""What identity keeps in the store: `graph/identity` holds referents, profiles, blocking keys and judgements.

All look-ups are by pattern, so their cost does not grow with the store. The graph is derived and disposable.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.identity.profile import Profile, parse
from kg.iri import Iri, Names
from kg.store import Quad, Store, text_of
from kg.term import Literal, Term, decimal
from kg.vocabulary import RDF, M

Triple = tuple[Iri, Iri, Term]


class Index:
    """Reads and writes of the identity graph."""

    def __init__(self, store: Store, names: Names) -> None:
        self.store = store
        self.names = names
        self.graph = names.graph("identity")
        self._profiles: dict[Iri, Profile] = {}

    # ------------------------------------------------------------------ plumbing

    def values(self, subject: Iri, predicate: Iri) -> list[Term]:
        return [quad[2] for quad in self.store.match(subject, predicate, None, self.graph)]

    def subjects(self, predicate: Iri, value: Term) -> list[Iri]:
        return sorted(quad[0] for quad in self.store.match(None, predicate, value, self.graph))

    def change(self, remove: Iterable[Triple], add: Iterable[Triple]) -> None:
        """Applies triples to the identity graph."""
        self.store.apply((self._quad(t) for t in remove), (self._quad(t) for t in add))

    def _quad(self, triple: Triple) -> Quad:
        return (*triple, self.graph)

    def one(self, subject: Iri, predicate: Iri) -> Iri | None:
        found = sorted(text_of(value) for value in self.values(subject, predicate))
        return Iri(found[0]) if found else None

    # ------------------------------------------------------------------ referents

    def refs_of_article(self, article: Iri) -> list[Iri]:
        return self.subjects(M.mentionedIn, article)

    def refs_of(self, entity: Iri) -> list[Iri]:
        """All referents that denote an entity or frame."""
        return self.subjects(M.denotes, entity)

    def denoted(self, ref: Iri) -> Iri | None:
        return self.one(ref, M.denotes)

    def article_of(self, ref: Iri) -> Iri | None:
        return self.one(ref, M.mentionedIn)

    # ------------------------------------------------------------------ profiles

    def profile_of(self, ref: Iri) -> Iri | None:
        return self.one(ref, M.hasProfile)

    def bearers(self, profile: Iri) -> list[Iri]:
        """The referents that have the profile."""
        return self.subjects(M.hasProfile, profile)

    def is_borne(self, profile: Iri) -> bool:
        return next(iter(self.store.match(None, M.hasProfile, profile, self.graph)), None) is not None

    def knows(self, profile: Iri) -> bool:
        return bool(self.values(profile, M.profileKey))

    def profile(self, iri: Iri) -> Profile:
        """The profile of an IRI; raises KeyError where there is none."""
        if iri not in self._profiles:
            keys = self.values(iri, M.profileKey)
            if not keys:
                raise KeyError(iri)
            if len(self._profiles) > 50_000:
                self._profiles.clear()
            self._profiles[iri] = parse(text_of(keys[0]))
        return self._profiles[iri]

    def entity_of(self, profile: Iri) -> Iri | None:
        return self.one(profile, M.profileOf)

    def profiles_of(self, entity: Iri) -> list[Iri]:
        return self.subjects(M.profileOf, entity)

    def add_profile(self, profile: Profile, keys: Iterable[str]) -> None:
        iri = profile.iri(self.names)
        rows: list[Triple] = [(iri, RDF.type, M.Profile), (iri, M.profileKey, Literal(profile.key))]
        self.change((), [*rows, *((iri, M.blockingKey, Literal(key)) for key in sorted(keys))])

    def drop_profile(self, iri: Iri) -> None:
        self.change([quad[:3] for quad in self.store.match(iri, None, None, self.graph)], ())
        self._profiles.pop(iri, None)

    def candidates(self, keys: Iterable[str]) -> Iterator[Iri]:
        """Profiles that stand under one of these blocking keys."""
        for key in keys:
            for quad in self.store.match(None, M.blockingKey, Literal(key), self.graph):
                yield quad[0]

    # ------------------------------------------------------------------ judgements

    def judgements_on(self, profile: Iri) -> list[Iri]:
        return self.subjects(M.judges, profile)

    def judgement(
        self, pair: tuple[Iri, Iri], verdict: Iri, score: float, features: Iterable[str], decider: str
    ) -> list[Triple]:
        """The triples of a judgement on two profiles; its IRI is a hash of the pair."""
        node = self.names.hashed("judgement", *pair)
        return [
            (node, RDF.type, M.Judgement), (node, M.judges, pair[0]), (node, M.judges, pair[1]), (node, M.verdict, verdict),
            (node, M.score, decimal(score)), (node, M.decidedBy, Literal(decider)),
            *((node, M.feature, Literal(feature)) for feature in features),
        ]
