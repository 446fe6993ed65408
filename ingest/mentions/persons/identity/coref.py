"""Who is who in one article: one referent per person, however the name is spelled, shortened or replaced by a title."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from ingest.document import Document
from ingest.fold import fold
from ingest.mention import Kind, Mention, Post
from ingest.mentions.names.bounds import Names
from ingest.mentions.persons.identity import counterparts, given_alone, holders, sexes, surnames
from ingest.mentions.persons.identity.holders import (
    Holder,
    conflicts,
    copied,
    crowned,
    fits,
    handles,
    of_family,
    office,
)
from ingest.mentions.persons.offices.pronouns import Owners
from ingest.mentions.titles import posts as offices
from ingest.mentions.titles.reader import has_substance, unnamed
from ingest.mentions.trie import name_start
from ingest.mentions.words.courtesy import honorifics
from ingest.mentions.words.name_words import Word
from ingest.mentions.words.sayings import sayings
from ingest.mentions.words.title_heads import POSSESSED, Title
from ingest.names import key, parts, same_person, variants
from kg.claim import Referent, Span
from kg.vocabulary import M

if TYPE_CHECKING:
    from ingest.mentions.persons.phrases import Person

_COMMON: Final = (Word.COMMON, Word.DEFINITE)
_NEVER: Final = (Word.LINK, Word.LEAD, Word.MARK, Word.LATIN)


def mentions(
    document: Document, found: Sequence[Mention], persons: Sequence[Person], alone: Sequence[Title], names: Names
) -> list[Mention]:
    """The mentions of all persons: named, by surname, by title; then offices without a holder."""
    return _Article(document, found, persons, alone, names).run()


class _Article:
    def __init__(
        self, document: Document, found: Sequence[Mention], persons: Sequence[Person], alone: Sequence[Title], names: Names
    ) -> None:
        self.document, self.found, self.persons, self.alone, self.names = document, found, persons, alone, names
        self.owners = Owners(document, found, names, [*(t for p in persons for t in p.titles), *alone])
        self.holders: list[Holder] = []
        self.of: dict[int, Holder] = {}
        self.posts: dict[int, list[Post]] = {}
        held = [t for person in persons for t in person.titles if not t.counterpart]
        told = [t for t in alone if t.extended and not t.head.form]
        self.copied = copied([*held, *told])
        self.antecedents = counterparts.Antecedents(document, persons, self.copied, names.sentence)
        self.by_word: dict[str, dict[int, Holder]] = {}
        self.by_office: dict[str, dict[int, Holder]] = {}
        self.states = cache(lambda: holders.states(alone, document))
        self.reached = cache(lambda: holders.reached(alone, {p.last: self.of[n] for n, p in enumerate(persons)}, document))

    def run(self) -> list[Mention]:
        for number, person in enumerate(self.persons):
            self.posts[number] = self._offices(person)
        order = sorted(range(len(self.persons)), key=lambda n: (-min(self.persons[n].name.parts, 2), self.persons[n].first))
        for number in order:
            self._settle(number)
        for holder in self.holders:
            for post in holder.posts.values():
                for handle in handles(post):
                    self.by_office.setdefault(handle, {})[id(holder)] = holder
            name = crowned(holder)
            holder.referent = Referent(M.Person, holder.label, name, None, None, tuple(sorted(set(holder.surfaces))))
        named = [self._mention(number) for number in range(len(self.persons))]
        named += surnames.titled(surnames.chains(self.document, self.names.words, self.holders, named), self.alone)
        taken = {i for m in named for i in range(m.first, m.last)}
        short = surnames.titled(self._surnames(taken), self.alone)
        return named + short + self._titles(taken | {i for m in short for i in range(m.first, m.last)})

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
            if title.head.kind == "job" and not offices.at_institution(title, self.document):
                continue
            if len(person.titles) > 1 and not title.extended and not (title.head.definite and title.head.bare):
                continue
            if offices.is_rank(title, person.titles, self.document):
                continue
            if title.counterpart:
                made.append(offices.counterpart(title, self.antecedents.before(title.first), self.document))
            elif title.head.form == POSSESSED:
                made.append(self.owners.post(title, self.owners.of(title, self.antecedents.before(title.first))))
            else:
                made.append(self.owners.post(title))
        if person.like is not None:
            like = person.like if not person.like.counterpart else self.antecedents.before(person.like.first)
            if like is not None and person.region is not None:
                made.append(offices.listed(like, person.region, self.document))
        if len(made) > 1 and person.titles[0].counterpart and made[0].of is None:
            made = made[1:]
        return sorted(made, key=lambda p: (p.former, " " not in p.surface, p.span.start))

    def _settle(self, number: int) -> None:
        """Puts a named phrase to the person it names, or opens a new one."""
        person, posts = self.persons[number], self.posts[number]
        _, name = self._name(person)
        own = key(name)
        holder = self._match(own, posts[0] if posts else None, person)
        if holder is None:
            holder = Holder(name, own, chained=self._chained(person), kin=holders.is_kin(self.document, person.first))
            self.holders.append(holder)
        elif len(parts(name)) > len(parts(holder.label)) or holder.label.split()[0] == name.split()[0] + "ا":
            holder.label, holder.key = name, own  # "محمدا السادس" is in the accusative
        holder.kin = holder.kin and holders.is_kin(self.document, person.first)
        holder.sex = max(holder.sex, sexes.of(self.document, person))  # "she", where anything says so
        holder.styles |= given_alone.styles(self.document, person)
        for word in {variant for part in own for variant in variants(part)}:
            self.by_word.setdefault(word, {})[id(holder)] = holder
        holder.surfaces.append(name)
        insort(holder.places, person.first)
        for post in posts:
            holder.posts.setdefault((post.former, post.label_en, post.of), post)
        self.of[number] = holder

    def _match(self, own: tuple[str, ...], post: Post | None, person: Person) -> Holder | None:
        chained = self._chained(person)
        near: dict[int, Holder] = {}
        for word in (variant for part in own for variant in variants(part)):
            near.update(self.by_word.get(word, {}))
        fitting = [h for h in near.values() if self._one(own, chained, h, post) and not conflicts(h, post, own)]
        if len(own) == 1:
            fitting = fitting or given_alone.bearers(self.document, person, own[0], near.values())
            holding = [h for h in fitting if post and any(p.label_en == post.label_en for p in h.posts.values())]
            in_office = [h for h in holding if not h.kin]
            fitting = sexes.chosen(fitting, sexes.of(self.document, person)) or in_office
        if len(fitting) > 1:
            exact = [h for h in fitting if h.key == own]
            fitting = exact or fitting
        if len(fitting) > 1 and post is not None and len(own) == 1:  # "الرئيس مبارك": not his son
            fitting = [h for h in fitting if h in in_office] or fitting
        return max(fitting, key=lambda h: h.nearest(person.first)) if fitting else None

    def _one(self, own: tuple[str, ...], chained: bool, holder: Holder, post: Post | None) -> bool:
        """Whether a name can be the holder's, or is his given name alone behind his office ("الملك سلمان")."""
        descent = chained if len(own) <= len(holder.key) else holder.chained
        if same_person(own, holder.key, chained or holder.chained, descent):
            return True
        regnal = post is not None and len(own) == 1 and own[0] == holder.key[0]
        return regnal and any(post is not None and p.label_en == post.label_en for p in holder.posts.values())

    def _chained(self, person: Person) -> bool:
        """Whether a name has "bin" in it."""
        return any(self.names.words[i] is Word.LINK for i in range(person.name.first, person.name.last))

    def _mention(self, number: int) -> Mention:
        person, holder = self.persons[number], self.of[number]
        span, name = self._name(person)
        short = len(parts(name)) < len(parts(holder.label))
        prefix = person.name.prefix if person.first == person.name.first else self._prefix(person)
        posts = tuple(self.posts[number])
        return Mention(
            Kind.PERSON,
            person.first,
            person.last,
            span,
            holder.referent,
            person.reason,
            prefix,
            posts[0] if posts else None,
            coref=short,
            tags=frozenset(person.tags),
            posts=posts,
        )

    def _prefix(self, person: Person) -> str:
        if person.titles and person.first == person.titles[0].first:
            return person.titles[0].prefix
        if person.like is not None:
            first = person.first == person.like.first
            return person.like.prefix if first else "و" if self.document.tokens[person.first].norm[0] == "و" else ""
        hit = honorifics().with_clitics(self.document.tokens, person.first)
        return hit[0] if hit else ""

    # ------------------------------------------------------------------ surnames

    def _surnames(self, taken: set[int]) -> list[Mention]:
        families = surnames.families(self.holders)
        made: list[Mention] = []
        known: dict[str, list[tuple[str, str, list[Holder]]]] = {}
        document = self.document
        tokens = document.tokens
        told = {at + 1 for at in document.where((sayings() & document.words) | (surnames.leading() & document.words))}
        for at, word in enumerate(self.names.words if families else ()):
            if word in _NEVER:
                continue
            if word in _COMMON and at not in told and not (at - 1 in taken and surnames.ends_pair(at, document)):
                continue
            norm = tokens[at].norm
            if norm not in known:
                known[norm] = of_family(norm, families)
            if not known[norm] or at in taken or (at in self.names.blocked and not (at in self.names.nisba and at in told)):
                continue  # "قال السوداني" of a man called so is no adjective
            for prefix, rest, group in known[norm]:
                named = self.by_word.get(rest, {id(h): h for h in group})
                meant = sexes.chosen(group, sexes.before(tokens[at - 1].norm) if at and not prefix else "")
                if meant and surnames.stands(at, prefix, document, self.names, named.values()):
                    holder = max(meant, key=lambda h: (h.nearest(at), -h.places[0]))
                    first, glued, whole = surnames.given_before(at, document, self.names.words, holder, taken)
                    prefix = prefix if first == at else glued
                    span = Span(name_start(tokens[first], document.text, prefix), tokens[at].end)
                    reason, short = "named before" if whole else "family name alone", not whole
                    made.append(Mention(Kind.PERSON, first, at + 1, span, holder.referent, reason, prefix, coref=short))
                    insort(holder.places, at)
                    taken.update(range(first, at + 1))
                    break
        return made

    # ------------------------------------------------------------------ titles

    def _titles(self, taken: set[int]) -> list[Mention]:
        made: list[Mention] = []
        quantified = unnamed((t for t in self.alone if not t.head.form), self.document)
        for title in self.alone:
            end = title.safe
            if title.first in quantified or not taken.isdisjoint(range(title.first, end)):
                continue
            extended = title.extended and (end == title.last or end > title.head_last)  # "شارك الوزير في القمة": bare
            title = replace(title, last=end, extended=extended, inside=tuple(m for m in title.inside if m.last <= end))
            if title.counterpart or title.head.form:
                like = self.antecedents.before(title.first) if title.counterpart else title
                made += counterparts.mentions(title, like, self.found, self.document, self._holder_of) if like else ()
                continue
            if (mention := self._title(title)) is not None:
                made.append(mention)
        return made

    def _title(self, title: Title) -> Mention | None:
        span = offices.title_span(title, self.document)
        post = offices.of_land(title, self.owners.post(title), self.document, self.found)
        holder, told = self._holder(title, post), holders.wording(title, self.document)
        if holder is not None and holder.referent is not None and (id(holder), told) not in self.reached():
            insort(holder.places, title.first)
            who, reason = holder.referent, "title of a person named elsewhere"
            return Mention(Kind.TITLE, title.first, title.last, span, who, reason, title.prefix, post, coref=True)
        posted = title.head.kind == "envoy" and title.head_last - title.first > 1  # "الملحق الثقافي", "القنصل العام"
        if not (title.extended or posted) or title.former or not has_substance(title, self.document):
            return None
        key = "title: " + fold(post.label_ar)
        referent = Referent(M.Person, key, post.label_ar, offices.english(post), None, (post.surface,))
        return Mention(Kind.TITLE, title.first, title.last, span, referent, "office without a name", title.prefix, post)

    def _holder_of(self, post: Post) -> Holder | None:
        """The one person of the article who holds an office of a country."""
        own, near = office(post.label_en), self.by_office.get(office(post.label_en), {}).values()
        held = [(h, p) for h in near for p in h.posts.values() if office(p.label_en) == own and not p.former]
        if post.label_en == "Minister":  # "الوزيران المصري والتركي": ministers of whatever
            near = self.by_office.get("~Minister", {}).values()
            held = [(h, p) for h in near for p in h.posts.values() if not p.former]
        same = [h for h, p in held if p.of == post.of]
        return same[0] if len({id(h) for h in same}) == 1 else None

    def _holder(self, title: Title, post: Post) -> Holder | None:
        """The person of the article who holds the office a title names."""
        wanted = {
            *(("~Minister", "~Secretary") if title.head.label_en == "Minister" else ()),
            office(post.label_en),
            "~" + office(title.head.label_en),
            "@" + (post.of.key if post.of else ""),
        }
        near = {id(h): h for handle in sorted(wanted) for h in self.by_office.get(handle, {}).values()}
        fitting = [h for h in near.values() if any(fits(title, post, p) for p in h.posts.values())]
        stated = [h for h in fitting if post.of and any(p.of == post.of and fits(title, post, p) for p in h.posts.values())]
        if not stated and title.extended and post.of and len(self.states().get(office(post.label_en), ())) > 1:
            fitting = []  # of "وزير خارجية الدانمارك" and "وزير الخارجية الهولندي" neither is "وزير الخارجية فلان"
        fitting = stated or fitting  # "الوزير التركي": sooner one told as Turkish than one of whom no country is told
        if title.extended and post.of is None:
            fitting = [h for h in fitting if any(holders.is_told_bare(post, p) for p in h.posts.values())] or fitting
        if title.head.label_en == "Leader" and len(fitting) > 1:
            return None  # "الزعيم الهندي", where the president and the head of government are told
        met = [h for h in fitting if h.nearest(title.first) >= 0]
        if before := given_alone.same_style(self.document, title.first, met):
            return max(before, key=lambda h: h.nearest(title.first))
        return fitting[0] if len(fitting) == 1 and title.extended else None
