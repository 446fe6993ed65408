"""Persons with their offices, and every place where an article comes back to one of them.

The constructions are in `patterns/latin_person_en.toml` and `latin_person_fr.toml`. A name without an office is a person
only if it is, or ends, a name that the article gives with an office, or one of the list of leaders.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TypeAlias

from ingest.latin.text import plain, surface, words
from ingest.latin.titles import owner_of
from ingest.lexicon import read_tsv
from ingest.mention import Kind, Mention, Post, Reading
from ingest.parts import Document, Zone
from ingest.pattern import Hit, hits, load
from ingest.skeleton import Skeleton
from kg.claim import Referent, Span
from kg.vocabulary import M

_BEFORE, _AFTER = "title before the name", "title after the name"
_FULL = 2  # words of a full name
_Bearers: TypeAlias = dict[tuple[str, ...], tuple[str, ...] | None]
"""The words of a name, and the full name that they are or end."""


@dataclass(slots=True)
class _Phrase:
    """A name with the offices beside it; tokens `first` to `last` hold both."""

    run: Mention
    words: tuple[str, ...]
    first: int
    last: int
    reason: str = ""
    posts: list[Post] = field(default_factory=list)


@cache
def _leaders() -> dict[str, dict[str, str]]:
    return {plain(row["family"]): row for row in read_tsv("latin_leaders.tsv")}


def find(document: Document, standing: Sequence[Mention]) -> list[Mention]:
    """The mentions of persons, and of offices whose bearer nobody names; `standing` are all other mentions and the runs."""
    people = _People(document, standing)
    people.read()
    return people.mentions()


def _famous(name: tuple[str, ...]) -> bool:
    """The full name of somebody in the list of leaders: a person also without an office beside it."""
    row = _leaders().get(name[-1]) if len(name) >= _FULL else None
    if row is None:
        return False
    firsts = {plain(row["name"]).split()[0], *(plain(first) for first in row["first"].split("|") if first)}
    return name[0] in firsts


def _shorter(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a name is another one without its first parts, or without those in the middle."""
    inner = len(name) >= _FULL and name[0] == other[0] and name[-1] == other[-1] and set(name) < set(other)
    return other[-len(name) :] == name or inner


def _same(one: Referent | None, other: Referent | None) -> bool:
    """Whether two owners of an office are one: names met in the text make no difference."""
    return (one.key if one else None) == (other.key if other else None)


def _office(post: Post) -> tuple[str | None, str | None]:
    """What tells an office: names met in the text make no difference."""
    return post.label_en, post.of.key if post.of is not None else None


class _People:
    def __init__(self, document: Document, standing: Sequence[Mention]) -> None:
        self._document = document
        self._reading = Reading(document, tuple(standing))
        runs = [m for m in standing if "run" in m.tags]
        self._phrases = {m.first: _Phrase(m, self._words(m), m.first, m.last) for m in runs}
        self._backs: list[tuple[int, int, Post]] = []
        self._known: dict[bool, dict[str, set[tuple[str, ...]]]] = {}
        self._alike: dict[tuple[str, ...], list[_Phrase]] = {}  # by their words
        self._written: dict[tuple[str, ...], list[_Phrase]] = {}  # by the full name of their bearer

    def _words(self, run: Mention) -> tuple[str, ...]:
        parts = [part.strip(",") for part in surface(self._document, run.first, run.last).split()]
        while len(parts) > 1 and parts[-1].strip(".") in words("junior"):
            parts.pop()
        return tuple(plain(part) for part in parts)

    def read(self) -> None:
        """Matches every rule in every sentence; a phrase keeps the offices of all of them."""
        rules = load(f"latin_person_{self._document.language}")
        for sentence in self._document.sentences:
            if sentence.zone is Zone.BOILERPLATE:
                continue
            skeleton = Skeleton.of(self._reading, sentence)
            if "<T" in skeleton.text:
                for hit in hits(rules, skeleton):
                    self._take(hit)

    def _take(self, hit: Hit) -> None:
        title = self._counterpart(hit) if not hit.has("title") else hit.mentions("title")[0]
        if title is None or title.post is None or ("own" in hit.rule.fields and title.post.of is None):
            return
        if not hit.has("name"):
            first, last = self._extent(hit, title)
            self._backs.append((first, last, self._post(hit, title, first, last)))
            return
        phrase = self._phrases.get(hit.mentions("name")[0].first)
        if phrase is None or not self._sure(hit, title, phrase):
            return
        first, last = self._extent(hit, title)
        post = self._post(hit, title, first, last)
        for number, old in enumerate(phrase.posts):
            if old.label_en == post.label_en and old.of is None and post.of is not None:
                phrase.posts[number] = replace(old, of=post.of)  # "Foreign Minister … of China"
                phrase.last = max(phrase.last, last)
                return
        alike = [old for old in phrase.posts if old.label_en == post.label_en]
        if any(post.of is None or old.of is None or _same(old.of, post.of) for old in alike):
            return
        self._known.pop(False, None)  # what a name needs to count without an office has not changed
        phrase.posts.append(post)
        phrase.reason = phrase.reason or (_BEFORE if first < phrase.run.first else _AFTER)
        phrase.first, phrase.last = min(phrase.first, first), max(phrase.last, last)

    def _counterpart(self, hit: Hit) -> Mention | None:
        """The office of "his counterpart": that of the last person of the sentence whose office is told before it."""
        at = hit.token()
        sentence = hit.skeleton.sentence
        named = (self._phrases.get(i) for i in range(sentence.first, sentence.last))
        held = [p for p in named if p is not None and p.posts and sentence.first <= p.first < at]
        if not held:
            return None
        post = max(held, key=lambda p: p.first).posts[0]
        owner = hit.mentions("owner")[0]
        word = hit.token("counterpart") if hit.has("counterpart") else owner.last
        first, last = min(owner.first, word), max(owner.last, word + 1)
        span = Span(self._document.tokens[first].start, self._document.tokens[last - 1].end)
        return replace(owner, kind=Kind.TITLE, first=first, last=last, post=replace(post, of=owner.referent, span=span))

    def _sure(self, hit: Hit, title: Mention, phrase: _Phrase) -> bool:
        """A family name alone needs an office that is said with it, right before it."""
        if len(phrase.words) >= _FULL or self._bearer(phrase.words, full=True):
            return True
        capital = self._document.text[self._document.tokens[title.first].start].isupper()
        near = title.last == phrase.run.first or self._between(title.last, phrase.run.first)
        return "alone" in title.tags and near and (capital or self._document.language == "fr")

    def _between(self, first: int, last: int) -> bool:
        """Only an adjective of a country between an office and a name."""
        return any(m.first == first and m.last == last and m.kind is Kind.NISBA for m in self._reading.mentions)

    def _owner(self, hit: Hit) -> Mention | None:
        return next((m for name in ("owner", "owner1", "owner2") for m in hit.mentions(name)), None)

    def _extent(self, hit: Hit, title: Mention) -> tuple[int, int]:
        owner = self._owner(hit)
        first, last = title.first, title.last
        if hit.has("name") and title.first > hit.mentions("name")[0].first:
            last = max(last, self._end(hit))  # "chairperson of the African Union Commission"
        if owner is not None:
            first, last = min(first, owner.first), max(last, owner.last)
        return first, last

    def _end(self, hit: Hit) -> int:
        """The token behind the last word of a hit."""
        skeleton = hit.skeleton
        return skeleton.lasts[skeleton.element(max(len(hit.match.group().rstrip()) - 1 + hit.match.start(), 0))]

    def _post(self, hit: Hit, title: Mention, first: int, last: int) -> Post:
        assert title.post is not None
        tokens = self._document.tokens
        owner = self._owner(hit)
        of = owner.referent if owner is not None else title.post.of
        text = surface(self._document, first, last)
        former = hit.has("former") or hit.has("former2")
        return Post(text, text, title.post.label_en, of, Span(tokens[first].start, tokens[last - 1].end), former)

    def _bearer(self, name: tuple[str, ...], *, full: bool = False) -> tuple[str, ...] | None:
        """The one full name with an office that is, or ends in, these words."""
        known = self._full_names(full)
        if name[-1] not in known:
            return None
        same = known[name[-1]]
        found = {other for other in same if other != name and _shorter(name, other)}
        return found.pop() if len(found) == 1 else name if name in same else None

    def _fullest(self, name: tuple[str, ...]) -> tuple[str, ...] | None:
        """The full name that a name is, or ends, over all steps: "Smith", "Marie Smith", "Anne Marie Smith"."""
        found = self._bearer(name)
        while found is not None and (longer := self._bearer(found)) is not None and longer != found:
            found = longer
        return found

    def _full_names(self, full: bool) -> dict[str, set[tuple[str, ...]]]:
        """The full names that count as persons, by their last word; kept until a further office is read."""
        known = self._known.get(full)
        if known is None:
            known = self._known[full] = {}
            for phrase in self._phrases.values():
                if len(phrase.words) >= _FULL and (phrase.posts or full or _famous(phrase.words)):
                    known.setdefault(phrase.words[-1], set()).add(phrase.words)
        return known

    def mentions(self) -> list[Mention]:
        named = [p for p in self._phrases.values() if p.posts or _famous(p.words)]
        for phrase in self._phrases.values():
            self._alike.setdefault(phrase.words, []).append(phrase)
        bearers = {name: self._fullest(name) for name in self._alike}
        for name, phrases in self._alike.items():
            self._written.setdefault(bearers[name] or name, []).extend(phrases)
        referents: dict[tuple[str, ...], Referent] = {}
        for phrase in sorted(named, key=lambda p: (-len(p.words), p.first)):
            key = bearers[phrase.words] or phrase.words
            if key not in referents:
                referents[key] = self._referent(key)
        found: list[Mention] = []
        for phrase in self._phrases.values():
            known = bearers[phrase.words] or (phrase.words if phrase.words in referents else None)
            if known is not None:
                found.append(self._mention(phrase, referents[known]))
        return [*found, *self._back(named, bearers, referents)]

    def _leader(self, key: tuple[str, ...]) -> dict[str, str] | None:
        """The holder of an office known by the family name alone."""
        posts = [p for phrase in self._alike.get(key, ()) for p in phrase.posts]
        if _famous(key):
            return _leaders()[key[-1]]
        row = _leaders().get(key[0]) if len(key) == 1 else None
        if row is None or not any(p.label_en == row["label"] for p in posts):
            return None
        owner = owner_of(row["iso2"])
        return row if all(p.of is None or _same(p.of, owner) for p in posts) else None

    def _referent(self, key: tuple[str, ...]) -> Referent:
        """The person under the name as first written in full."""
        texts = []
        for phrase in sorted(self._written[key], key=lambda p: p.run.first):
            texts.append((phrase.words == key, surface(self._document, phrase.run.first, phrase.run.last)))
        name = next(text for full, text in texts if full)
        french = name if self._document.language == "fr" else None
        if leader := self._leader(key):
            name = leader["name"]
            return Referent(M.Person, name, leader["label_ar"], name, name, tuple(dict.fromkeys(text for _, text in texts)))
        return Referent(M.Person, name, None, name, french, tuple(dict.fromkeys(text for _, text in texts)))

    def _mention(self, phrase: _Phrase, referent: Referent) -> Mention:
        posts = tuple(phrase.posts)
        if posts and len(phrase.words) < _FULL and (leader := self._leader(phrase.words)):
            of = owner_of(leader["iso2"])
            posts = tuple(replace(p, of=of) if p.label_en == leader["label"] else p for p in posts)
        return Mention(
            Kind.PERSON, phrase.first, phrase.last, phrase.run.name, referent, phrase.reason or "name met with an office",
            post=posts[0] if posts else None, coref=not posts, posts=posts,
        )

    def _back(
        self, named: list[_Phrase], bearers: _Bearers, referents: dict[tuple[str, ...], Referent],
    ) -> list[Mention]:
        """ "The French president": the bearer the article names, else the office itself."""
        found = []
        inside = {index for p in named for index in range(p.first, p.last)}
        holders: dict[tuple[str | None, str | None], set[tuple[str, ...]]] = {}
        for phrase in named:
            for held in phrase.posts:
                if not held.former:
                    holders.setdefault(_office(held), set()).add(bearers[phrase.words] or phrase.words)
        for first, last, post in self._backs:
            if not inside.isdisjoint(range(first, last)):
                continue
            bearing = holders.get(_office(post), set())
            if len(bearing) == 1 and post.of is not None:
                person = referents[next(iter(bearing))]
                found.append(Mention(Kind.PERSON, first, last, post.span, person, "office of a person", coref=True))
            elif post.of is not None and not bearing and not post.former:
                key = f"title: {plain(post.label_en or '')} {post.of.key}"
                office = Referent(M.Person, key, None, f"{post.of.label_en} {post.label_en}", None, (post.surface,))
                found.append(Mention(Kind.TITLE, first, last, post.span, office, "office without a name", post=post))
        return found
