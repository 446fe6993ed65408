"""Binds titles to names: the title before the name, the title after it, with and without a comma."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.mentions.names.bounds import Name
from ingest.mentions.names.ends import is_particle
from ingest.mentions.persons.phrases import COMMA, Person
from ingest.mentions.persons.reported_names import reported_name
from ingest.mentions.persons.respective import without_states
from ingest.mentions.persons.sides import NamesBeside
from ingest.mentions.titles.runs import groups, is_ruler, other_side, until_another
from ingest.mentions.trie import splits
from ingest.mentions.words.courtesy import is_courtesy
from ingest.mentions.words.name_words import Word, is_facility
from ingest.mentions.words.title_heads import (
    ACCUSATIVE,
    POSSESSED,
    SEVERAL,
    Title,
    appointed,
    stands_in,
    title_words,
    verb_of_being,
)

_RECEIVED = frozenset(
    {"Secretary-General", "Assistant Secretary-General", "Director-General", "Envoy", "Ambassador", "President"}
    | {"Prime Minister", "Head of Government", "Director", "Chief of Staff", "Commander", "Commissioner"}
)
"""Offices of those whom a president or minister receives."""


class TitledPhrases(NamesBeside):
    """Persons with their offices."""

    def runs(self, titles: Iterable[Title]) -> Iterator[list[Title]]:
        """Runs of titles. Between two names, an office with "and" goes with the one behind it that has none: "X وزير
        الخارجية رئيس المجلس والوزير السابق المسؤول عن … Y"."""
        found = list(groups(titles))
        for one, two in pairwise(found):
            joined = len(one) > 1 and one[-1].prefix == "و" and one[-1].last == two[0].first and not two[0].prefix
            beside = two[0].head.definite and not one[-1].inside  # not "ووزير الدولة الأردني | رئيس الجمهورية Y", his object
            if joined and beside and self._before(one[0], one)[0] is not None and self._after(two[-1])[0] is not None:
                two.insert(0, one.pop())
        for group in found:
            yield from self.parted(group)

    def bind(self, group: list[Title]) -> None:
        """Binds a run of titles to the name after it or to the name before it."""
        if self._bind_served(group) or self._bind_aide(group):
            return
        if len(group) > 1 and group[-1].head.form == ACCUSATIVE and not group[-2].head.form:
            self.bind(group[:-1])  # "X وزير الخارجية ممثلا …"
            group = group[-1:]
        if len(group) > 1 and group[-1].head.form == POSSESSED and self._after(group[-1])[0] is None:
            self.bind(group[:-1])  # "X سفير قطر لدى مصر ومندوبها الدائم لدى الجامعة"
            return
        if group[-1].head.form:
            known = len(self.persons)
            row = len(group) > 1 and group[0].head.form == ACCUSATIVE
            self._bind_form(group[0] if row else group[-1])
            held = self.persons[-1].titles[-1:] if row and self.persons else []
            if held and held[0].first == group[0].first:  # "رئيسا للهيئة وقائدا للجبهة"
                self.persons[-1].titles.extend(replace(title, told=held[0].told) for title in group[1:])
            without_states(group[-1], self.persons[known:])
            return
        after, gap = self._after(group[-1], any(title.extended for title in group))
        if after is None and not group[0].prefix and group[-1].head.kind != "counterpart":
            after = reported_name(self.names, group[-1], self.styles_before(group[0].first))
        if "ك" in group[-1].prefix:
            after = None  # "as adviser to the minister X"
        if after is not None and group[-1].prefix[-1:] in ("ل", "ب") and not gap and self._own_title(after, group[-1]):
            after = None
        before, comma = self._before(group[0], group)
        if after is not None and gap and before is not None and not self.bound(before):
            after = None  # "X، وزير …، Y": the title is between commas and belongs to X
        if after is not None and not gap and before is not None and comma and self._adds(after):
            after = None
        if after is not None and self._named_after(group[0]):
            return  # "جائزة الملك فيصل"
        if after is not None:
            title = group[-1]
            titles = self._of_one(group)
            if len(group) > 1 and title.prefix.endswith("ل") and not title.extended:
                # "المستشار الإعلامي للرئيس X": X is the adviser; "المؤيد للمخلوع X": X is the one deposed
                titles = [title] if title.former else [t for t in titles if t is not title]
            led = title.head.kind == "led"  # the body or the government is no part of the person
            first = after.first if led else self.styles_before((titles or group)[0].first)
            if (office := self._office_before(group[0], gap)) is not None:
                titles, first = [office, *titles], office.first
            self.add(Person(first, after.last, after, titles, "title before the name"))
        elif before is not None and group[0].head.kind != "counterpart" and not (self._succeeds(before) and not comma):
            self._bind_before(before, comma, group)

    def _named_after(self, title: Title) -> bool:
        """Whether a thing is called after the holder of an office; "ولاية الرئيس فلان" is his term, no province."""
        norm = self.tokens[title.first - 1].norm if title.first and not title.prefix else ""
        term = any(rest in title_words()["term"] for _, rest in splits(norm)) if norm else False
        return bool(norm) and is_facility(norm) and not term

    def _bind_before(self, before: Name, comma: bool, group: list[Title]) -> None:
        """The offices behind a name, with and without a comma between."""
        group = group if comma else [self._predicated(title) for title in until_another(group)]
        last = max(self._end(t) for t in group)
        person = self.bound(before)
        if person is not None and not comma and self._other_office(person, group[0]):
            return
        if person is not None:
            person.titles.extend(group)
            person.last = max(person.last, last)
            self.taken.update(range(person.first, person.last))
        else:
            first = self.honorifics_before(before.first)
            self.add(Person(first, last, before, list(group), "title after the name"))

    def _end(self, title: Title) -> int:
        """Where an office behind its holder ends: with its loose words if a mark closes them and no place is among them."""
        shut = title.last < len(self.tokens) and self.words[title.last] is Word.MARK
        if shut and all(inside.last <= title.safe for inside in title.inside):
            return title.last
        return title.safe if title.safe > title.head_last or title.extended else title.last

    def _predicated(self, title: Title) -> Title:
        """ "لم تعد X وزيرة للخارجية": an office without the article right behind a name is told of it by the clause."""
        told = not title.head.definite and title.head_last < title.last and self.tokens[title.head_last].norm[0] == "ل"
        return replace(title, told=title.head_last) if told else title

    def _bind_served(self, group: list[Title]) -> bool:
        """ "X، مستشار للوزير الأول Y": behind an indefinite office the name is that of the one who is served."""
        title = group[-1]
        hers = not (title.head.form or title.prefix) and self.tokens[title.first].norm[-1] == "ه"  # "ممثلة لـ"
        deputising = (hers or title.head.form == ACCUSATIVE) and title.head.label_en in ("Representative", "Delegate")
        deputising = deputising and not title.head.definite
        plain = title.head.kind == "body" and not title.head.definite and title.head.form in ("", "accusative")
        plain = plain or deputising
        if not plain or title.head_last >= title.last or self.tokens[title.head_last].norm[0] != "ل":
            return False
        served = self.reader.at(title.head_last)
        ruling = served is not None and served.head.kind in ("state", "sovereign")
        if served is None or not (ruling or served.head.label_en == "President") or served.last != title.last:
            return False
        name, gap = self._after(served)
        if name is None or (gap and not (deputising and name.parts >= 2)):
            return False
        before = None if title.head.form or deputising else self._before(group[0], group)[0]
        if before is not None and self.bound(before) is None:
            self.add(Person(self.honorifics_before(before.first), served.first, before, list(group), "title after the name"))
        self.add(Person(served.first, name.last, name, [served], "title before the name"))
        if (title.head.form or deputising) and len(group) > 1:
            self.bind(group[:-1])  # "X وزير النقل ممثلا للرئيس Y"
        return True

    def _bind_aide(self, group: list[Title]) -> bool:
        """ "X، نائب الرئيس Y، …": between commas behind a name the office is that of X, and Y is the one he serves."""
        title = group[-1]
        inner = (self.reader.at(at) for at in range(title.head_last, title.last))
        served = next((one for one in inner if one is not None and one.last == title.last and is_ruler(one)), None)
        if served is None or len(group) > 1 or title.head.form or title.prefix:
            return False
        before, comma = self._before(title, group)
        name, gap = self._after(served)
        if before is None or not comma or self.bound(before) is not None or name is None or gap:
            return False
        if not {self.tokens[name.last].norm, self.tokens[before.last].norm} <= {*COMMA}:
            return False
        self.add(Person(self.honorifics_before(before.first), served.first, before, [title], "title after the name"))
        self.add(Person(served.first, name.last, name, [served], "title before the name"))
        return True

    def parted(self, group: list[Title]) -> list[list[Title]]:
        """ "X المشرف … والقيادي Y": a run of titles between two names is of both; "the minister met his counterpart Y"."""
        stand = next((i for i, title in enumerate(group) if self._stands_in(title, group[i + 1 :])), None)
        if stand is not None:
            return [part for part in (group[:stand], group[stand + 1 :]) if part]  # "X وزير الخارجية ممثلا الرئيس Y"
        other = other_side(group, self.tokens)
        if other is not None:
            return [group[:other], group[other:]]
        if len(group) > 1 and group[-1].prefix == "و" and self._after(group[-1])[0] is not None:
            name, comma = self._before(group[0], group)
            if name is not None and not comma and self._has_rank_alone(name):
                return [group[:-1], group[-1:]]
        return [group]

    def _stands_in(self, title: Title, behind: Sequence[Title]) -> bool:
        """ "فلان، ممثلا الرئيس", "ممثلا لخادم الحرمين الملك فلان": for whom he comes, and no office of his."""
        named = title.head.form == ACCUSATIVE and title.head.label_en == "Representative" and bool(behind)
        return named or stands_in(title, self.tokens)

    def _succeeds(self, name: Name) -> bool:
        """ "سيخلف X الأمين العام الحالي": the office behind the name is that of the one whom he follows."""
        at = name.first - 1 - (name.first - 1 in self.names.nisba)
        return at >= 0 and self.tokens[at].norm.lstrip("وس") in title_words()["succeeding"]

    def _bind_form(self, title: Title) -> None:
        """A title of several before their names, or in the accusative behind the name of one who is appointed."""
        after, gap = self._after(title)
        if self._named_after(title) or (not gap and self._is_object(title, after)):
            return
        if title.head.form == POSSESSED:
            if after is not None and self._may_own(title, after, gap):
                self._named(title, after)
            return
        if (first := self._first_of_nations(title, after)) is not None:
            self.add(first)
            return
        royal = title.head.kind == "sovereign"  # "الملكان سعود وفيصل"
        second = self._joined(after.last, royal) if after is not None else None
        region = after is not None and (self._next_region(after.last) or self._countered(after.last))
        matter = after is not None and title.head.form in SEVERAL and self._next_matter(after.last)
        several = second is not None or matter or (region and bool(title.inside))
        told = title.extended or title.former  # "الوزيران السابقان X وY"
        full = after is not None and (after.sure or (several and told and after.parts >= 2))
        if after is not None and (full or (royal and second is not None)):
            region = region or (title.extended and after.parts >= 2 and self._next_matter(after.last))
            row = self._row(after.last) if title.extended or title.head.bare else []
            if second is not None or region or row:
                self._named(title, after)
            for holder in row:
                self.add(Person(holder.first, holder.last, holder, [title], "list of holders of one office"))
                second = self._joined(holder.last)
            at = after.last
            while second is None and region and (other := self._other_matter(title, at)) is not None:
                self.add(other)
                at, region = other.last, title.head.form == "plural" and self._next_matter(other.last)
            while second is not None:
                self.add(Person(second.first, second.last, second, [title], "list of holders of one office"))
                second = self._joined(second.last, royal)
            return
        if title.head.form == ACCUSATIVE and (title.extended or title.head_last - title.first > 1):
            self._bind_accusative(title)

    def _bind_accusative(self, title: Title) -> None:
        """The office to which somebody named before it is appointed, or in which he "was"."""
        name, comma = self._appointee(title)
        verb = None if name is None else verb_of_being(self.document, name.first, self.names.sentence)
        told = appointed(self.document, title.first, self.names.sentence) if not verb or name is None else name.first - 1
        if name is None or told is None:
            return
        title = replace(title, former=title.former or verb in title_words()["been"], told=told)
        person = self.bound(name)
        if person is not None:
            person.titles.append(title)
            self.taken.update(range(title.first, title.head_last))
        elif not comma:
            first = self.honorifics_before(name.first)
            self.add(Person(first, title.safe, name, [title], "title after the name"))

    def _named(self, title: Title, name: Name) -> None:
        self.add(Person(self.styles_before(title.first), name.last, name, [title], "title before the name"))

    def _office_before(self, title: Title, gap: bool) -> Title | None:
        """ "المتحدث باسم …، السفير X": the office before a comma and a bare title, unless it belongs to a name before it.

        A longer title between commas is one more office of the same person: "رئيس الجمهورية، الرئيس الدوري للمجموعة، X".
        """
        if title.prefix or (title.extended and not gap) or title.first < 2 or self.tokens[title.first - 1].norm not in "،,":
            return None
        office = self.title_end.get(title.first - 1)
        if office is None or not office.extended or office.head.form or office.head.kind in ("job", "led", "counterpart"):
            return None
        apart = self.reader.home[office.first] != self.reader.home[title.first]
        return None if apart or self._before(office)[0] is not None else office

    def _of_one(self, group: list[Title]) -> list[Title]:
        """Those of a run of titles that go with the name behind it: "ملك … والرئيس X" are two
        persons, and of "وزير … والأمين العام … X" the office beside the name is sure."""
        last = group[-1]
        if last.counterpart:
            return [last]  # "التقى الوزير التركي نظيره الأوزبكي X"
        besides = last.head.kind in ("job", "party") or last.head.label_en == "Member"  # "الشاعر والكاتب X" is one
        if len(group) > 1 and last.prefix.startswith("و") and not besides:
            return [last]
        one = [t for t in group if not t.prefix.startswith("و") or t is group[0]]
        while len(one) > 1 and self._another(one[0], one[1]):
            del one[0]
        return one

    def _another(self, title: Title, following: Title) -> bool:
        """ "التقى الوزير الأمين العام …": the bare title of the one who acts stands before the office of the other."""
        ruling = title.head.kind in ("state", "sovereign") or title.head.label_en == "President"
        bare = title.head.definite and not title.extended and title.last == title.head_last and not title.former
        before = self.tokens[title.first - 1].norm if title.first and not title.prefix else "،"
        verb = before not in COMMA and not is_particle(before) and not is_courtesy(before)
        owned = self._owned(following)  # "التقى الرئيس مدير مكتبه فلان"
        if owned and following.head.kind not in ("job", "counterpart") and not following.prefix and ruling:
            return True  # "كلف رئيس الوزراء وزير خارجيته فلانا"
        other = following.head.label_en in _RECEIVED and (bool(following.inside) or owned) and not following.prefix
        return ruling and bare and verb and other

    def _owned(self, title: Title) -> bool:
        """Whether an office has a pronoun in it: "وزير خارجيته", "مستشاره لشؤون الأمن" (no "ة")."""
        own = title.head_last == title.first + 1 and self.document.text[self.tokens[title.first].end - 1] == "ه"
        inside = [self.tokens[at].norm for at in range(title.first + 1, title.last)]
        return own or any(norm in title_words()["possessed"] or norm.endswith(("يته", "يتها")) for norm in inside)
