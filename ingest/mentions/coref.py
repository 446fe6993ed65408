"""Who is who in one article: one referent per person, however the name is spelled or shortened, or where a title stands for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from ingest.document import Document
from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.mentions import offices
from ingest.mentions.mention import Kind, Mention, Post
from ingest.mentions.names import Names
from ingest.mentions.titles import Title, unnamed
from ingest.mentions.trie import name_start, splits
from ingest.mentions.words import Word, honorifics
from ingest.names import key, parts, same_person, skeleton
from kg.claim import Referent, Span
from kg.vocabulary import M

if TYPE_CHECKING:
    from ingest.mentions.persons import Person

REPORTS = frozenset(fold(w) for w in "أن إن بأن أنه أنها إنه إنها بأنه ، : في على عن إلى \" “ « ( خلال أمس اليوم من ، بعد للصحفيين عقب".split())


@lru_cache(maxsize=1)
def _sayings() -> frozenset[str]:
    return frozenset(fold(row[c]) for row in read_tsv("speech_verbs.tsv") for c in ("past", "past_f", "present") if row[c] != "-")


def is_saying(norm: str) -> bool:
    """Whether a word is a verb of saying, perhaps with و or ف."""
    return norm in _sayings() or (norm[:1] in "وف" and norm[1:] in _sayings())


@dataclass(slots=True)
class _Holder:
    """One person of the article."""

    label: str
    key: tuple[str, ...]
    surfaces: list[str] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    referent: Referent | None = None
    chained: bool = False

    def nearest(self, at: int) -> int:
        """The last place before `at` where the person was named, or -1."""
        return max((p for p in self.places if p < at), default=-1)


def mentions(document: Document, found: Sequence[Mention], persons: Sequence[Person], alone: Sequence[Title],
             names: Names) -> list[Mention]:
    """The mentions of all persons: named, by surname, by title; then offices without a holder."""
    return _Article(document, found, persons, alone, names).run()


class _Article:
    def __init__(self, document: Document, found: Sequence[Mention], persons: Sequence[Person], alone: Sequence[Title],
                 names: Names) -> None:
        self.document, self.found, self.persons, self.alone, self.names = document, found, persons, alone, names
        self.holders: list[_Holder] = []
        self.of: dict[int, _Holder] = {}
        self.posts: dict[int, list[Post]] = {}

    def run(self) -> list[Mention]:
        for number, person in enumerate(self.persons):
            self.posts[number] = self._offices(person)
        order = sorted(range(len(self.persons)), key=lambda n: (-min(self.persons[n].name.parts, 2), self.persons[n].first))
        for number in order:
            self._settle(number)
        for holder in self.holders:
            holder.places.sort()
            holder.referent = Referent(M.Person, holder.label, holder.label, None, None, tuple(sorted(set(holder.surfaces))))
        named = [self._mention(number) for number in range(len(self.persons))]
        taken = {i for m in named for i in range(m.first, m.last)}
        short = self._surnames(taken)
        return named + short + self._titles(taken | {m.first for m in short})

    # ------------------------------------------------------------------ named persons

    def _name(self, person: Person) -> tuple[Span, str]:
        tokens, text = self.document.tokens, self.document.text
        start = name_start(tokens[person.name.first], text, person.name.prefix)
        span = Span(start, tokens[person.name.last - 1].end)
        return span, " ".join(text[span.start : span.end].split())

    def _offices(self, person: Person) -> list[Post]:
        """The offices beside a name, the most telling first: held rather than former, spelled out rather than one word."""
        made: list[Post] = []
        for title in person.titles:
            if title.head.kind == "job":
                continue
            if title.counterpart:
                made.append(offices.counterpart(title, self._antecedent(title.first), self.document))
            else:
                made.append(offices.post(title, self.document))
        if person.like is not None:
            region = next(m for m in self.found if m.first == person.first and m.kind in (Kind.NISBA, Kind.COUNTRY))
            like = person.like if not person.like.counterpart else self._antecedent(person.like.first)
            if like is not None:
                made.append(offices.listed(like, region, self.document))
        if len(made) > 1 and person.titles[0].counterpart and made[0].of is None:
            made = made[1:]
        return sorted(made, key=lambda p: (p.former, " " not in p.surface, p.span.start))

    def _antecedent(self, before: int) -> Title | None:
        """The last office of a person before a token; that of "his counterpart"."""
        best = None
        for person in self.persons:
            for title in person.titles:
                if title.first < before and not title.counterpart and _copied(title):
                    best = title if best is None or title.first > best.first else best
        for title in self.alone:
            if title.first < before and title.extended and _copied(title) and (best is None or title.first > best.first):
                best = title
        return best

    def _settle(self, number: int) -> None:
        """Puts a named phrase to the person it names, or opens a new one."""
        person, posts = self.persons[number], self.posts[number]
        post = posts[0] if posts else None
        _, name = self._name(person)
        own = key(name)
        holder = self._match(own, post, person)
        if holder is None:
            holder = _Holder(name, own, chained=any(
                self.names.words[i] is Word.LINK for i in range(person.name.first, person.name.last)))
            self.holders.append(holder)
        elif len(parts(name)) > len(parts(holder.label)):
            holder.label, holder.key = name, own
        holder.surfaces.append(name)
        holder.places.append(person.first)
        holder.posts.extend(posts)
        self.of[number] = holder

    def _match(self, own: tuple[str, ...], post: Post | None, person: Person) -> _Holder | None:
        chained = any(self.names.words[i] is Word.LINK for i in range(person.name.first, person.name.last))
        fitting = [h for h in self.holders if (same_person(own, h.key, chained or h.chained, chained if len(own) <= len(h.key) else h.chained) or self._regnal(own, h, post))
                   and not self._conflict(h, post, own)]
        if len(fitting) > 1:
            exact = [h for h in fitting if h.key == own]
            fitting = exact or fitting
        return max(fitting, key=lambda h: h.nearest(person.first)) if fitting else None

    def _regnal(self, own: tuple[str, ...], holder: _Holder, post: Post | None) -> bool:
        """A given name alone behind the office of a person named in full ("الملك سلمان")."""
        return post is not None and len(own) == 1 and own[0] == holder.key[0] and any(p.label_en == post.label_en for p in holder.posts)

    def _conflict(self, holder: _Holder, post: Post | None, own: tuple[str, ...]) -> bool:
        """Two offices of different states cannot meet in one person unless the names are equal."""
        if post is None or post.of is None or own == holder.key:
            return False
        countries = {p.of.key for p in holder.posts if p.of is not None and p.of.type == M.Country}
        return post.of.type == M.Country and bool(countries) and post.of.key not in countries

    def _mention(self, number: int) -> Mention:
        person, holder = self.persons[number], self.of[number]
        span, name = self._name(person)
        short = len(parts(name)) < len(parts(holder.label))
        prefix = person.name.prefix if person.first == person.name.first else self._prefix(person)
        posts = tuple(self.posts[number])
        return Mention(Kind.PERSON, person.first, person.last, span, holder.referent, person.reason, prefix,
                       posts[0] if posts else None, coref=short, tags=frozenset(person.tags), posts=posts)

    def _prefix(self, person: Person) -> str:
        if person.titles and person.first == person.titles[0].first:
            return person.titles[0].prefix
        if person.like is not None:
            return "و"
        hit = honorifics().with_clitics(self.document.tokens, person.first)
        return hit[0] if hit else ""

    # ------------------------------------------------------------------ surnames

    def _surnames(self, taken: set[int]) -> list[Mention]:
        families = self._families()
        made: list[Mention] = []
        for at, token in enumerate(self.document.tokens):
            if at in taken or not token.is_word or at in self.names.blocked:
                continue
            for prefix, rest in splits(token.norm):
                group = families.get(rest) or families.get("~" + skeleton(rest) if len(skeleton(rest)) > 3 else "")
                if group and self._surname_here(at, prefix, rest):
                    holder = max(group, key=lambda h: (h.nearest(at), -h.places[0]))
                    start = name_start(token, self.document.text, prefix)
                    made.append(Mention(Kind.PERSON, at, at + 1, Span(start, token.end), holder.referent, "family name alone", prefix,
                                        coref=True))
                    holder.places.append(at)
                    taken.add(at)
                    break
        return made

    def _families(self) -> dict[str, list[_Holder]]:
        """The last word of every full name, as it is and (with "~") as skeleton."""
        found: dict[str, list[_Holder]] = {}
        for holder in self.holders:
            for surface in {*holder.surfaces}:
                own = parts(surface)
                if len(own) < 2 or own[-1].startswith("عبد"):
                    continue
                for form in {own[-1], own[-1][2:] if own[-1].startswith("ال") and len(own[-1]) > 5 else own[-1], "~" + skeleton(own[-1])}:
                    group = found.setdefault(form, [])
                    if holder not in group:
                        group.append(holder)
        return found

    def _surname_here(self, at: int, prefix: str, rest: str) -> bool:
        word = self.names.words[at] if not prefix else Word.UNKNOWN
        if self.names.words[at] in (Word.COMMON, Word.DEFINITE) and not is_saying(self.document.tokens[at - 1].norm if at else ""):
            return False
        if word in (Word.GIVEN, Word.WEAK):
            return at > 0 and is_saying(self.document.tokens[at - 1].norm)
        return word not in (Word.LINK, Word.LEAD, Word.MARK, Word.LATIN)

    # ------------------------------------------------------------------ titles

    def _titles(self, taken: set[int]) -> list[Mention]:
        made: list[Mention] = []
        quantified = unnamed(self.alone, self.document)
        for title in self.alone:
            end = title.safe
            if title.first in quantified or not taken.isdisjoint(range(title.first, end)):
                continue
            title = replace(title, last=end, inside=tuple(m for m in title.inside if m.last <= end))
            mention = self._title(title)
            if mention is not None:
                made.append(mention)
        return made

    def _title(self, title: Title) -> Mention | None:
        span = offices.title_span(title, self.document)
        post = offices.post(title, self.document)
        holder = self._holder(title, post)
        if holder is not None and holder.referent is not None:
            holder.places.append(title.first)
            return Mention(Kind.TITLE, title.first, title.last, span, holder.referent, "title of a person named elsewhere",
                           title.prefix, post, coref=True)
        if not title.extended or title.former or not self._substance(title):
            return None
        referent = Referent(M.Person, "title: " + fold(post.label_ar), post.label_ar, self._english(post), None, (post.surface,))
        return Mention(Kind.TITLE, title.first, title.last, span, referent, "office without a name", title.prefix, post)

    def _substance(self, title: Title) -> bool:
        """A title with the article and adjectives alone ("الرئيس الجديد") is no office: it needs a country, a body, a matter."""
        simple = title.head_last - title.first == 1 and title.head.definite
        return not simple or bool(title.inside) or any(
            not t.norm.startswith("ال") for t in self.document.tokens[title.head_last : title.last])

    def _english(self, post: Post) -> str | None:
        if not post.label_en or post.of is None or not post.of.label_en:
            return None
        return f"{post.label_en} of {post.of.label_en}"

    def _holder(self, title: Title, post: Post) -> _Holder | None:
        """The person of the article who holds the office a title names."""
        fitting = [h for h in self.holders if any(self._fits(title, post, p) for p in h.posts)]
        before = [h for h in fitting if h.nearest(title.first) >= 0]
        if len(before) > 1 and title.extended and post.of is None and title.head.kind != "body":
            same = {h.nearest(title.first) for h in before}
            return max(before, key=lambda h: h.nearest(title.first)) if same else None
        if before:
            return max(before, key=lambda h: h.nearest(title.first))
        return fitting[0] if len(fitting) == 1 and title.extended else None

    def _fits(self, title: Title, post: Post, held: Post) -> bool:
        if held.former != title.former:
            return False
        if title.head.label_en in ("Official", "diplomat"):
            return post.of is not None and held.of is not None and held.of.key == post.of.key
        if post.of is not None and held.of is not None and held.of.key != post.of.key:
            return False
        if not title.extended:
            return title.head.definite and (held.label_en or "").split(" of ")[0] == title.head.label_en
        if post.of is not None and held.of is None and title.head.kind == "body":
            return False
        return held.label_en == post.label_en


def _copied(title: Title) -> bool:
    """Offices that others have a counterpart in."""
    return title.head.kind in ("state", "sovereign") or title.head.label_en in (
        "President", "Secretary-General", "Chief of Staff", "Commander", "Speaker of Parliament", "Spokesperson", "Director-General")
