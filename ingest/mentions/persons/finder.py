"""Persons by the grammar of roles: a title beside a name, a word of courtesy, a known given name, a verb of saying."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from ingest.document import Document
from ingest.mention import Kind, Mention
from ingest.mentions.names.bounds import Name
from ingest.mentions.names.verbs import tells
from ingest.mentions.persons import office_members, respective, short_names, side_by_side
from ingest.mentions.persons.binding import TitledPhrases
from ingest.mentions.persons.identity import coref, courtesies
from ingest.mentions.persons.listed_names import both, closed_run, held_name
from ingest.mentions.persons.nation_rows import is_told, office_of, rows
from ingest.mentions.persons.offices.held import bind_held, bind_lead, bind_taken
from ingest.mentions.persons.offices.led_bodies import bind_leaders
from ingest.mentions.persons.offices.succession import bind_followed
from ingest.mentions.persons.offices.unreal import drop_unreal
from ingest.mentions.persons.phrases import COMMA, Person
from ingest.mentions.words.courtesy import disagrees, honorifics, skip_honorifics
from ingest.mentions.words.name_words import (
    Word,
    is_compound_head,
    is_facility,
    is_second_half,
    opening,
    shapes,
    starts_phrase,
)
from ingest.mentions.words.sayings import is_saying, reports
from ingest.parts import Zone

_RELATIVE = 24  # tokens of what a relative clause tells of the first of a list of holders


def find(document: Document, found: Sequence[Mention]) -> list[Mention]:
    """Every person and every office without a name, each with its referent (one per person and article)."""
    if document.language != "ar":
        return []
    return _Finder(document, found).run()


class _Finder(TitledPhrases):
    """All rules, the surest first."""

    def run(self) -> list[Mention]:
        for person in [*respective.holders(self), *office_members.members(self)]:
            self.add(person)
        for part in self.runs(self.titles):
            self.bind(part)
        self._held()
        self._continued()
        self._of_nations()
        self._honoured()
        self._given()
        self._said()
        for name in both(self.names, self.taken):
            self.add(Person(name.first, name.last, name, [], "list of names"))
        self._unsay()
        self._trim()
        for whole, *two in [*side_by_side.find(self.document, self.names, self.persons)]:
            self.persons.remove(whole)
            self.persons += two
        self.persons += short_names.beside_verbs(self.document, self.names, self.persons, self.taken)
        bound = {id(t) for p in self.persons for t in p.titles}
        free = [t for t in self.titles if id(t) not in bound and self.taken.isdisjoint(range(t.first, t.head_last))]
        for title in bind_held(self.document, self.persons, free, self.names.sentence):
            self.taken.update(range(title.first, title.last))
        self.persons.sort(key=lambda p: p.first)
        bind_taken(self.reader, self.persons, self.names.sentence)
        bind_followed(self, self.titles)
        bind_leaders(self.document, self.found, self.persons, self.names.sentence)
        self._unshorten()
        drop_unreal(self.document, self.found, self.persons)
        self._leave_furniture()
        bind_lead(self.document, self.persons, self.alone(), self.names.sentence)
        found = coref.mentions(self.document, self.found, self.persons, [*self.alone(), *self.of_two()], self.names)
        return [*found, *courtesies.find(self.document, found)]

    def _held(self) -> None:
        """Offices without a known name, with words behind them that fill the item of a list."""
        bound = {id(t) for p in self.persons for t in p.titles}
        for title in self.titles:
            unfit = title.head.form or title.head.kind in ("job", "led", "counterpart")
            if id(title) in bound or not title.extended or unfit:
                continue
            known = self.names.forward(title.last)
            refused = "ك" in title.prefix or (known is not None and known.sure and known.parts >= 2)
            name = None if refused else held_name(self.names, title.last)
            if name is not None and self.taken.isdisjoint(range(name.first, name.last)):
                self.add(Person(self.styles_before(title.first), name.last, name, [title], "title before the name"))

    def _continued(self) -> None:
        """ "the Palestinian president X and the Tunisian Y", "his counterparts from Sweden, X, and Portugal, Y"."""
        regions = [
            m
            for m in self.found
            if (m.kind in (Kind.NISBA, Kind.COUNTRY) and "و" in m.prefix)
            or (m.kind in (Kind.NISBA, Kind.COUNTRY) and self.tokens[m.first].norm.startswith("وال"))
        ]
        last = {person.last: person for person in self.persons}
        nexts = {m.first for m in regions}
        for region in sorted(regions, key=lambda m: m.first):
            leader = last.get(region.first) or last.get(region.first - 1)
            if leader is not None and not self._adjacent(leader.last, region.first):
                leader = None
            leader = leader or self._behind_relative(region, last)
            if leader is None or not (leader.titles or leader.like):
                continue
            at = region.last
            if at < len(self.tokens) and self.tokens[at].norm in COMMA:
                at += 1
            name = self.names.forward(skip_honorifics(self.document, at))
            if name is None or name.parts < 2:
                name = closed_run(self.names, at)
            elif self._next_of(name.last, nexts) is None:
                run = closed_run(self.names, name.first)  # up to where the next of the list begins
                name = run if run is not None and self._next_of(run.last, nexts) is not None else name
            if name is not None and name.parts >= 2:
                like = leader.like or leader.titles[0]
                person = Person(region.first, name.last, name, [], "list of holders of one office", like, region)
                self.add(person)
                last[person.last] = person

    def _of_nations(self) -> None:
        """ "the ambassadors: the Saudi X, the French Y", "his counterparts the German X, the Tunisian Y"."""
        last = {person.last: person for person in self.persons}
        for row in rows(self.names, self.found, self.taken):
            leader = last.get(row[0][0].first - 1)
            like = office_of(row, self.titles, self.names)
            if leader is not None and self._adjacent(leader.last, row[0][0].first) and leader.of_several():
                like = leader.like or leader.titles[0]
            elif not (is_told(row, self.names) or (like is not None and like.counterpart)):
                continue
            for region, name in row:
                first = self.honorifics_before(name.first) if like is None else region.first
                self.add(Person(first, name.last, name, [], "row of nations", like, region if like is not None else None))

    def _behind_relative(self, region: Mention, last: Mapping[int, Person]) -> Person | None:
        """The first of a list that goes on behind what is told of him: "الوزير الإسباني X، الذي حل بالرباط، والهولندي Y"."""
        comma = region.first - 1
        if not self.tokens[region.first].norm.startswith("وال") or self.tokens[comma].norm not in COMMA:
            return None
        front = range(comma - 1, max(comma - _RELATIVE, 0), -1)
        opened = next((i for i in front if self.tokens[i].norm in COMMA or self.tokens[i].norm == "."), None)
        told = opened is not None and self.tokens[opened + 1].norm in shapes("who")
        return last.get(opened) if told and opened is not None else None

    def _next_of(self, at: int, nexts: Set[int]) -> int | None:
        """Where the country of the next holder begins, right behind a name or a comma."""
        at += at < len(self.tokens) and self.tokens[at].norm in COMMA
        return at if at in nexts else None

    def _adjacent(self, end: int, start: int) -> bool:
        return start - end <= 1 and all(self.tokens[i].norm in COMMA for i in range(end, start))

    def _honoured(self) -> None:
        """A word of courtesy or a rank with a name behind it."""
        for at in self.document.sifted(honorifics().opening):
            hit = honorifics().with_clitics(self.tokens, at)
            if hit is None or at in self.taken or hit[2] == "style":
                continue
            if at and self.words[at - 1] is Word.LINK:
                continue  # "ولد الشيخ أحمد"
            start = skip_honorifics(self.document, at) if not hit[0] else skip_honorifics(self.document, hit[1])
            start = self._behind_nation(at, start)
            name = self.names.forward(start) if start > at else None
            if (
                name is not None
                and (name.sure or (name.parts >= 2 and self._opens_name(start)))
                and self.taken.isdisjoint(range(name.first, name.last))
            ):
                self.add(Person(at, name.last, name, [], "word of courtesy before the name"))

    def _opens_name(self, at: int) -> bool:
        """Whether an unknown word behind a courtesy is rather a name than a verb or a noun with a preposition."""
        norm = self.tokens[at].norm
        return not starts_phrase(norm) or disagrees(self.tokens[at - 1].norm, norm)

    def _given(self) -> None:
        """A known given name with more behind it."""
        for at in [i for i, cue in enumerate(self.cues) if cue.given]:
            name = self._given_at(at)
            if name is not None:
                self.add(Person(name.first, name.last, name, [], "given name"))

    def _given_at(self, at: int) -> Name | None:
        if at in self.taken or at in self.names.blocked:
            return None
        token = self.tokens[at]
        _, word = opening(token.norm, self.document.text[token.start : token.end])
        if word not in (Word.GIVEN, Word.SERVANT, Word.WEAK):
            return None
        name = self.names.forward(at, clitics=True)
        if name is None or name.last - name.first < 2 or (at and is_facility(self.tokens[at - 1].norm)):
            return None
        second = self.words[at + 1]
        compound = word is Word.SERVANT or is_compound_head(token.norm) or word is Word.GIVEN
        if is_second_half(self.tokens[at + 1].norm) and name.parts >= 2 and compound:
            return name
        if second is Word.UNKNOWN and self.tokens[at + 1].norm[0] == "و":
            return None  # "and" with something else
        if word is Word.WEAK:
            if at - 1 in self.taken and tells(self.document, self.words, self.names.blocked, at, 2):
                return None  # "الرئيس فلان واصل جولته"
            listed = at > 1 and (at - 1 in self.taken or (self.tokens[at - 1].norm in COMMA and at - 2 in self.taken))
            if listed and second in (Word.ARTICLE, Word.UNKNOWN):
                return name  # one more in a row of persons
            family = second is Word.ARTICLE and self.tokens[at + 1].norm.endswith("ي")
            return name if family or second in (Word.LINK, Word.GIVEN, Word.SERVANT) else None
        if second is Word.DERIVED and name.last == at + 2 and not self._marked(name):
            return None
        return name if name.parts >= 2 else None

    def _marked(self, name: Name) -> bool:
        """Whether a mark or a verb of saying stands beside a doubtful name."""
        after = self.words[name.last] if name.last < len(self.words) else Word.MARK
        return after is Word.MARK or (name.first > 0 and is_saying(self.tokens[name.first - 1].norm))

    def _said(self) -> None:
        """A verb of saying, two unknown words, and then what was said."""
        for at in [i + 1 for i in self.said]:
            name = self.names.forward(at) if at not in self.taken else None
            if name is None or name.parts < 2 or not self.taken.isdisjoint(range(name.first, name.last)):
                continue
            after = self.tokens[name.last].norm if name.last < len(self.tokens) else "."
            plain = all(self.words[i] in (Word.UNKNOWN, Word.MARK) for i in range(name.first, name.last))
            if name.sure or (plain and after in reports() and not starts_phrase(self.tokens[name.first].norm)):
                self.add(Person(name.first, name.last, name, [], "verb of saying before the name"))

    def _unsay(self) -> None:
        """ "وطالب النجيفي بـ": a verb of saying and a family name that somebody named in full elsewhere bears."""
        families: dict[str, set[str]] = {}
        for person in self.persons:
            first, last = self.tokens[person.name.first].norm, self.tokens[person.name.last - 1].norm
            if person.name.parts >= 2:
                families.setdefault(last, set()).add(first)
        for person in [p for p in self.persons if p.name.parts >= 3 and self._opens_with_verb(p)]:
            person.name = replace(person.name, first=person.name.first + 1, prefix="", parts=person.name.parts - 1)
            person.first = person.name.first
        for person in [p for p in self.persons if p.name.parts == 2 and not p.titles and p.like is None]:
            first, last = self.tokens[person.name.first].norm, self.tokens[person.name.last - 1].norm
            if is_saying(first) and families[last] - {first}:
                self.persons.remove(person)
                self.taken.difference_update(range(person.first, person.last))

    def _opens_with_verb(self, person: Person) -> bool:
        """ "وطالب نوري المالكي …": a sentence of a report opens with its verb, and a full name stands behind it."""
        at = person.name.first
        sentence = self.document.sentences[self.names.sentence[at]]
        opens = at == person.first == sentence.first and sentence.zone is Zone.BODY
        return opens and is_saying(self.tokens[at].norm) and self.words[at + 1] in (Word.GIVEN, Word.SERVANT)

    def _unshorten(self) -> None:
        """Family names beside a verb that told no office are left to those who look for family names everywhere."""
        for person in [p for p in self.persons if p.reason == short_names.REASON and not p.titles]:
            self.persons.remove(person)
            self.taken.difference_update(range(person.first, person.last))

    def _leave_furniture(self) -> None:
        """Who wrote and edited the report, below it, is nobody whom it calls by a short name."""
        sentences, number = self.document.sentences, self.names.sentence
        self.persons = [p for p in self.persons if sentences[number[p.first]].zone is not Zone.BOILERPLATE]

    def _trim(self) -> None:
        """Cuts a last unknown word off a long name that stands without it elsewhere in the article."""
        names = {tuple(self.tokens[i].norm for i in range(p.name.first, p.name.last)) for p in self.persons}
        families: dict[str, set[str]] = {}  # family name -> offices of those who are named in full
        for person in self.persons:
            if person.name.parts >= 2:
                offices = families.setdefault(self.tokens[person.name.last - 1].norm, set())
                offices.update(t.head.label_en for t in person.titles)
        for person in self.persons:
            self._shorten(person, families)
            name = person.name
            own = tuple(self.tokens[i].norm for i in range(name.first, name.last))
            if name.parts >= 3 and self.words[name.last - 1] is Word.UNKNOWN and own[:-1] in names:
                if person.last == name.last:
                    person.last -= 1
                person.name = replace(name, last=name.last - 1, parts=name.parts - 1)

    def _shorten(self, person: Person, families: dict[str, set[str]]) -> None:
        """ "الرئيس سعيد" with a word behind it, where the same president is called "قيس سعيد" elsewhere."""
        name = person.name
        if name.parts != 2 or name.last - name.first != 2 or self.words[name.last - 1] is not Word.UNKNOWN:
            return
        held = families.get(self.tokens[name.first].norm, set())
        if any(t.head.label_en in held for t in person.titles):
            if person.last == name.last:
                person.last -= 1
            person.name = replace(name, last=name.last - 1, parts=1)
