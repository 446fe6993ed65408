"""Profiles: what is known of a referent that can tell it from others. Equal profiles are one thing; few per real thing.

Identity works on distinct profiles, not on referents: a store where ten thousand articles name one minister holds a few
dozen profiles of him. A profile that could be anybody's carries its article, so that it is never shared by accident.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from kg.identity import spelling, tables
from kg.identity.view import Article, Ref
from kg.iri import Iri, Names
from kg.store import text_of
from kg.term import Term, plain
from kg.vocabulary import SCHEMA, M

Resolve = Callable[[Iri], Iri]
_KINDS = {
    M.Person: "person", M.Country: "country", M.Place: "place", M.CountryGroup: "body", M.Organization: "body",
    M.Coalition: "body", M.ArmedGroup: "armed",
}


@dataclass(frozen=True, slots=True, order=True)
class Profile:
    """A kind and named sets of values. `key` is canonical JSON: identity, storage form and explanation in one."""

    kind: str
    data: tuple[tuple[str, tuple[str, ...]], ...]

    def get(self, name: str) -> tuple[str, ...]:
        return next((values for field, values in self.data if field == name), ())

    def one(self, name: str) -> str | None:
        values = self.get(name)
        return values[0] if values else None

    @property
    def labels(self) -> tuple[str, ...]:
        return (*self.get("ar"), *self.get("en"), *self.get("fr"))

    @property
    def key(self) -> str:
        return json.dumps([self.kind, dict(self.data)], ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def iri(self, names: Names) -> Iri:
        return names.hashed("profile", self.key)


def make(kind: str, /, **fields: Iterable[str | None]) -> Profile:
    """A profile of these fields; empty ones are left out."""
    filled = {name: tuple(sorted({v for v in values if v})) for name, values in fields.items()}
    return Profile(kind, tuple(sorted((name, values) for name, values in filled.items() if values)))


def parse(key: str) -> Profile:
    """The profile of a canonical key."""
    kind, fields = json.loads(key)
    return make(kind, **fields)


def kind_of(ref: Ref) -> str | None:
    """The kind of profile a referent has at the first level; None for frames, meetings and posts."""
    return _KINDS.get(ref.type)


def of_entity(article: Article, ref: Ref) -> Profile:
    """The profile of a person, country, place or body."""
    labels = {language: ref.labels.get(language) for language in ("ar", "en", "fr")}
    if not ref.labels and ref.surfaces:
        labels["ar"] = plain(ref.surfaces[0])
    kind = _KINDS[ref.type]
    fixed: dict[str, list[str | None]] = {name: [label] for name, label in labels.items()}
    fixed |= {"authority": [ref.authority], "type": [ref.type.rsplit("#", 1)[-1]]}
    if kind == "person":
        return _person(article, ref, fixed)
    known = [label for label in labels.values() if label]
    alone = ref.authority is None and (not known or generic(known))
    return make(kind, alone=[ref.iri if alone else None], **fixed)


def generic(labels: list[str]) -> bool:
    """Whether the labels could name a body of any country ("the ministry", "the parliament")."""
    common = {spelling.fold(row["word"]) for row in tables.rows("generic_bodies.tsv")}
    return all(all(word in common for word in spelling.words(label)) for label in labels)


def _person(article: Article, ref: Ref, fixed: dict[str, list[str | None]]) -> Profile:
    bodies: set[str] = set()
    titles: set[str] = set()
    for tenure in article.of_type(M.Tenure):
        if ref.iri in tenure.slot(M.topicPerson):
            for post in (article.refs[p] for p in tenure.slot(M.topicPost) if isinstance(p, Iri) and p in article.refs):
                titles.update(titles_of(post.labels))
                bodies.update(authorities(article, post.slot(M.topicBody)))
    if not any(is_country(body) for body in bodies):
        for role in article.of_type(M.Participation):
            if ref.iri in role.slot(M.topicActor):
                bodies.update(authorities(article, [c.value for c in article.claims_on(role.iri, M.represents)]))
    labels = [label for language in ("ar", "en", "fr") for label in fixed[language] if label]
    alone = any(map(unnamed, labels)) or all(len(spelling.name_words(a)) < 2 and spelling.everyday(a) for a in labels)
    return make("person", **fixed, countries=[b for b in bodies if is_country(b)], offices=offices(titles),
                bodies=[b for b in bodies if not is_country(b)], alone=[ref.iri if alone else None])


def unnamed(label: str) -> bool:
    """Whether a label begins with an office and names nobody ("the minister of …"): elsewhere it may be another's."""
    words = tuple(spelling.bare(word) for word in spelling.words(label))
    return any(words[:length] in _roles() for length in (1, 2))


@cache
def _roles() -> frozenset[tuple[str, ...]]:
    rows = tables.rows("role_words.tsv")
    return frozenset(tuple(spelling.bare(word) for word in spelling.words(row["words"])) for row in rows)


def own(made: Profile, ref: Iri) -> Profile:
    """The profile with its referent: one that no other referent has."""
    return make(made.kind, **{**dict(made.data), "ref": (ref,)})


def of_post(article: Article, ref: Ref, resolve: Resolve) -> Profile:
    """The profile of a post: its title and the body it belongs to."""
    bodies = [resolve(Iri(text_of(body))) for body in ref.slot(M.topicBody)]
    return make("post", bodies=bodies, offices=offices(titles_of(ref.labels)), alone=[None if bodies else ref.iri],
                **{language: [ref.labels.get(language)] for language in ("ar", "en", "fr")})


def of_meetings(article: Article, resolve: Resolve, alike: Callable[[Profile, Profile], bool]) -> dict[Iri, Profile]:
    """The profiles of the meetings of an article.

    Meetings that the article tells apart though they look `alike` carry the article, so that nothing joins them.
    """
    found = {ref.iri: _meeting(article, ref, resolve) for ref in article.of_type(M.Meeting)}
    twins = {a for a, one in found.items() for b, other in found.items() if a != b and (one == other or alike(one, other))}
    return {
        iri: make("meeting", **dict(profile.data), article=[article.iri], ref=[iri]) if iri in twins else profile
        for iri, profile in found.items()
    }


def _meeting(article: Article, ref: Ref, resolve: Resolve) -> Profile:
    claims = {predicate: _values(article, ref.iri, predicate) for predicate in _MEETING}
    places = [Iri(v) for v in claims[SCHEMA.location]]
    countries = [p for p in places if p in article.refs and article.refs[p].type == M.Country]
    kind = _local(claims[M.meetingKind][:1])
    bodies = {resolve(Iri(v)) for v in claims[M.ofCoalition]}
    parties = _parties(article, ref, resolve) if kind == ["Bilateral"] else set()
    start, edition = claims[SCHEMA.startDate][:1], claims[M.edition][:1]
    cities = {resolve(p) for p in places if p not in countries}
    told = [article.published] if article.published and not start else []
    sure = (bodies or len(parties) >= 2) and (start or cities or edition or told)
    return make(
        "meeting", kind=kind, bodies=bodies, parties=parties, start=start, end=claims[SCHEMA.endDate][:1], edition=edition,
        cities=cities, countries={resolve(Iri(v)) for v in (*claims[M.hostCountry], *countries)}, told=told,
        status=_local(claims[SCHEMA.eventStatus][:1]), alone=[] if sure or (cities and start) else [ref.iri],
    )


_MEETING = (M.meetingKind, M.ofCoalition, M.edition, M.hostCountry, SCHEMA.location, SCHEMA.startDate, SCHEMA.endDate,
            SCHEMA.eventStatus)


def _values(article: Article, subject: Iri, predicate: Iri) -> list[str]:
    """What the article says, not denied, the surest first."""
    claims = [c for c in article.claims_on(subject, predicate) if c.modality != M.Denied]
    return [text_of(c.value) for c in sorted(claims, key=lambda c: (-float(c.confidence), -len(text_of(c.value)), c.iri))]


def _local(iris: Iterable[str]) -> list[str]:
    return [iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1] for iri in iris]


def _parties(article: Article, ref: Ref, resolve: Resolve) -> set[str]:
    """The states and bodies behind those who meet."""
    found: set[str] = set()
    for role in article.of_type(M.Participation):
        if ref.iri not in role.slot(M.topicMeeting):
            continue
        actors = [Iri(text_of(v)) for v in role.slot(M.topicActor)]
        behind = [Iri(text_of(c.value)) for c in article.claims_on(role.iri, M.represents)]
        for actor in actors:
            kind = article.refs[actor].type if actor in article.refs else None
            if kind == M.Person:
                found.update(resolve(b) for b in behind if b in article.refs and article.refs[b].type != M.Person)
                if not behind:
                    fixed: dict[str, list[str | None]] = {"ar": [], "en": [], "fr": []}
                    found.update(_person(article, article.refs[actor], fixed).get("countries"))
            elif kind in (M.Country, M.Organization, M.Coalition, M.CountryGroup):
                found.add(resolve(actor))
    return found


def authorities(article: Article, values: Iterable[Term]) -> set[str]:
    """The authority IRIs of these referents of the article."""
    refs = (article.refs.get(Iri(text_of(v))) for v in values)
    return {ref.authority for ref in refs if ref and ref.authority}


def is_country(authority: str) -> bool:
    return "/country/" in authority


def offices(titles: Iterable[str]) -> set[str]:
    """The classes of office that titles belong to: of each, the one that it begins with first, and longest.

    So a spokesman of the president is no president, and a deputy minister no minister.
    """
    found: set[str] = set()
    for title in titles:
        words = f" {' '.join(spelling.words(title))} "
        places = [(words.find(form), -len(form), name) for name, forms in _offices() for form in forms if form in words]
        found.update(name for _, _, name in sorted(places)[:1])
    return found


def titles_of(labels: Mapping[str, str]) -> list[str]:
    """The titles of a post by which its office is told: in Arabic, where that tells one; the English is a class word."""
    arabic = [label for language, label in labels.items() if language == "ar"]
    return arabic if offices(arabic) else list(labels.values())


@cache
def _offices() -> list[tuple[str, tuple[str, ...]]]:
    """Class of office and its forms, each as folded words between blanks."""
    table = tables.rows("offices.tsv")
    return [(r["class"], tuple(f" {' '.join(spelling.words(form))} " for form in r["words"].split("|"))) for r in table]
