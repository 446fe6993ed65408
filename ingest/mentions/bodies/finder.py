"""Organizations and coalitions of an article: what names them, and what points back to them.

One body is one referent per article, however it is called: a listed body by its path, another by its longest name. A name
in quotes or brackets after the full name ("جمعية التوعية «واعي»") is a second name for the rest of the article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from ingest.fold import fold
from ingest.mention import Kind, Mention
from ingest.mentions.authority import Entity, by_path, entities
from ingest.mentions.bodies import called as body_called
from ingest.mentions.bodies import candidates as body_candidates
from ingest.mentions.bodies import heads as body_heads
from ingest.mentions.bodies import met as met_bodies
from ingest.mentions.bodies import wordings as body_wordings
from ingest.mentions.bodies.candidates import Candidate
from ingest.mentions.bodies.gloss import gloss
from ingest.mentions.gazetteer import Line, name_span
from ingest.parts import Document
from kg.claim import Referent, Span
from kg.vocabulary import M

_FILES = ("organizations.tsv", "coalitions.tsv")


def read(document: Document) -> tuple[Mention, ...]:
    """Every organization and coalition that the article names or points back to, in the order of the text.

    Two finders and some extractors ask for the same document: it is read once.
    """
    return document.once("bodies", lambda: read_anew(document))


def read_anew(document: Document) -> tuple[Mention, ...]:
    """The same without memory."""
    line = document.once("line", lambda: Line.of(document))
    named = [item for file in _FILES for item in body_candidates.listed(document, line, file)]
    named += body_wordings.worded(document, line)
    known = frozenset(item.entity.path for item in named if item.entity)
    bare = body_wordings.bare(line, known)
    covered = {at for item in bare for at in range(item.first, item.last)}
    shaped = [item for item in body_candidates.shaped(document) if not (item.coref and item.first in covered)]
    told = met_bodies.told(document) + body_called.quoted(document)
    settled = body_candidates.settle(named + shaped + bare + told, document.norms)
    settled = body_candidates.settle(settled + body_candidates.second_names(document, settled), document.norms)
    settled = body_called.of_bodies(document, body_candidates.with_owners(document, settled))
    bodies = _Bodies(document)
    for candidate in settled:
        if not candidate.coref:
            bodies.add(candidate)
    return tuple(bodies.mentions(settled))


def listed_referent(path: str) -> Referent:
    """The referent of a listed body that an article means without naming it. Raises KeyError for an unknown path."""
    for file in _FILES:
        if path in by_path(file):
            return by_path(file)[path].referent()
    raise KeyError(path)


@cache
def _paths() -> dict[str, str]:
    """Folded name → path of every listed body whose name has more than one word."""
    rows = (row for file in _FILES for row in entities(file))
    return {fold(name): row.path for row in rows for name in row.names if " " in fold(name)}


def listed_as(name: str) -> Referent | None:
    """The listed body of a folded name, if there is one."""
    path = _paths().get(name)
    return listed_referent(path) if path is not None else None


@lru_cache(maxsize=4096)
def _first_words(names: tuple[str, ...]) -> frozenset[str]:
    """The nouns of some names, and the number of sides behind them: "اللجنة الخماسية" is "الخماسية" as well."""
    split = [fold(name).split() for name in names]
    sides = {side for words in split if (side := _sides(words)) is not None}
    return frozenset({body_heads.noun_of(words[0]) for words in split} | sides)


def _sides(words: Sequence[str]) -> str | None:
    """ "خماسية" of the words "اللجنة الخماسية": an adjective that names a body by itself."""
    if len(words) < 2 or words[1] not in body_heads.words("adjectives"):
        return None
    noun = body_heads.noun_of(words[1])
    return noun if noun in body_heads.heads() else None


_INTRODUCED = 2  # mentions of a body, headline and lead, in which its full name comes up


class _Bodies:
    """Collects which candidates name the same body."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._keys: dict[int, str] = {}
        self._named: dict[tuple[str, ...], dict[str, tuple[str, ...]]] = {}  # by their first two words
        self._entities: dict[str, Entity] = {}
        self._surfaces: dict[str, dict[str, list[int]]] = {}  # of a key: surface → which of its mentions have it
        self._told: Counter[str] = Counter()
        self._called: dict[str, set[str]] = {}  # the nouns by which the article has called a body

    def surface(self, candidate: Candidate) -> tuple[Span, str]:
        span = name_span(self._document, candidate.first, candidate.last, candidate.cut)
        return span, self._document.text[span.start : span.end]

    def add(self, candidate: Candidate) -> None:
        key = candidate.entity.path if candidate.entity else self._open_key(candidate.words)
        if candidate.entity:
            self._entities[key] = candidate.entity
        self._keys[candidate.first] = key
        _, text = self.surface(candidate)
        if candidate.article_lost:
            text = "ال" + text
        self._surfaces.setdefault(key, {}).setdefault(text, []).append(self._told[key])
        self._told[key] += 1

    def _open_key(self, words: tuple[str, ...]) -> str:
        """The key of an earlier name that begins with, or is the beginning of, these words."""
        bare = tuple(word.removeprefix("ال") for word in words)
        alike = self._named.setdefault(bare[:2], {})
        for key, other in alike.items():
            shorter, longer = sorted((words, other), key=len)
            # Behind the head the article counts: "مجلس الوزراء" is no beginning of "مجلس وزراء الإعلام العرب".
            if longer[1 : len(shorter)] == shorter[1:] and len(shorter) > 1:
                alike[key] = longer
                return key
        key = " ".join(words)
        alike[key] = words
        return key

    def _referent(self, key: str) -> Referent:
        surfaces = tuple(self._surfaces[key])
        if key in self._entities:
            return self._entities[key].referent(surfaces)
        longest = sorted(self._settled(key), key=lambda surface: (-len(surface), surface))
        kind, named = body_candidates.type_of(key.split()[0]), longest
        if kind != M.Coalition:  # an alliance may be known by its short name, half the name of a committee is another one
            named = [surface for surface in longest if len(surface.split()) == len(longest[0].split())]
        english = next((found for surface in named if (found := gloss(surface))), None)
        return Referent(kind, key, longest[0], english, None, surfaces)

    def _settled(self, key: str) -> list[str]:
        """The surfaces from which the name is chosen: not one that comes up once, late, when the body has a name already
        ("the league's official site" makes no "Official League")."""
        told = self._surfaces[key]
        steady = [surface for surface, places in told.items() if len(places) > 1 or places[0] < _INTRODUCED]
        return steady or list(told)

    def _heads(self, key: str) -> frozenset[str]:
        """The nouns by which a body may be called again."""
        return _first_words(self._entities[key].names[:6] if key in self._entities else (key,))

    def _spoken_of(self, key: str, item: Candidate, latest: dict[str, str]) -> None:
        """The nouns that from here on mean this body. Named without one ("كواد"), it does not take the noun from a
        listed body that the article calls by it ("مجموعة السبع", later "المجموعة")."""
        for head in sorted(self._heads(key) | ({item.head} if item.head is not None else set())):
            holder = latest.get(head)
            if holder not in self._entities or item.head == head or head not in self._called.get(holder or "", ()):
                latest[head] = key
        if item.head is not None:
            self._called.setdefault(key, set()).add(item.head)

    def _by_the_way(self, item: Candidate, holder: str) -> bool:
        """Whether a body is told as the one whose paper it is ("درست اللجنة الوزارية تقرير اللجنة الفنية"), or only in an
        office ("والممثلة العليا للاتحاد الأوروبي") where the noun means another of which more has been told."""
        before = self._document.norms[item.first - 1] if item.first else ""
        if before.lstrip("ول") in body_heads.words("papers"):
            return True
        told = len(self._surfaces) > 1 and self._told[holder] >= _INTRODUCED and holder in self._entities
        return told and item.prefix in ("ل", "و") and before in body_heads.words("offices_of_bodies")

    def _states_of(self, item: Candidate) -> bool:
        """Whether it is the states of a body that are told: "دول المجلس" are none of its ministerial council."""
        return item.first > 0 and self._document.norms[item.first - 1].lstrip("ولب") in body_heads.words("states_of")

    def mentions(self, candidates: Sequence[Candidate]) -> list[Mention]:
        referents = {key: self._referent(key) for key in self._surfaces}
        latest: dict[str, str] = {}
        listed: dict[str, str] = {}
        found: list[Mention] = []
        for item in candidates:
            key = latest.get(item.head or "") if item.coref else self._keys[item.first]
            if not item.coref and len(item.words) == 2 and (side := _sides(item.words)) in latest:
                key = latest[side or ""]  # "رباعية الاتحاد", later "اللجنة الرباعية"
            if item.coref and key not in self._entities and self._states_of(item):
                key = listed.get(item.head or "", key)
            if key is None:
                continue
            if not item.coref and not (item.head in latest and self._by_the_way(item, latest[item.head])):
                self._spoken_of(key, item, latest)
            if key in self._entities and not item.coref:
                listed.update(dict.fromkeys(self._heads(key), key))
            span, _ = self.surface(item)
            kind = Kind.COALITION if referents[key].type == M.Coalition else Kind.ORGANIZATION
            mention = Mention(kind, item.first, item.last, span, referents[key], item.reason, item.prefix, coref=item.coref)
            found.append(mention)
        return found
