"""Binds titles to names: the title before the name, the title after it, with and without a comma."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.mentions import offices
from ingest.mentions.courtesy import is_courtesy, skip_honorifics
from ingest.mentions.mention import Kind
from ingest.mentions.name_ends import is_particle
from ingest.mentions.name_slots import Place, place_behind
from ingest.mentions.names import Name
from ingest.mentions.person_phrases import COMMA, Person
from ingest.mentions.reported_names import reported_before, reported_name
from ingest.mentions.title_gaps import Gaps
from ingest.mentions.title_heads import ACCUSATIVE, POSSESSED, Title, appointed, title_words, verb_of_being
from ingest.mentions.title_runs import other_side, until_another
from ingest.mentions.titled_names import behind_title
from ingest.mentions.words import Word, is_facility, quotes

_RECEIVED = frozenset(
    {"Secretary-General", "Assistant Secretary-General", "Director-General", "Envoy", "Ambassador", "President"}
    | {"Prime Minister", "Head of Government", "Director", "Chief of Staff", "Commander", "Commissioner"}
)
"""Offices of those whom a president or minister receives."""
_PRINCELY = frozenset({"السمو", "سمو", "الامير", "الاميره"})
_COPULA = frozenset({"هو", "هي", "وهو", "وهي"})
_DAYS = frozenset({"في", "يوم", "سنه", "عام", "منذ"})


class TitledPhrases(Gaps):
    """Persons with their offices."""

    def bind(self, group: list[Title]) -> None:
        """Binds a run of titles to the name after it or to the name before it."""
        if self._bind_served(group):
            return
        if group[-1].head.form:
            row = len(group) > 1 and group[0].head.form == ACCUSATIVE
            self._bind_form(group[0] if row else group[-1])
            if row and self.persons and self.persons[-1].titles[-1:] == group[:1]:
                self.persons[-1].titles.extend(group[1:])  # "رئيسا للهيئة وقائدا للجبهة"
            return
        after, gap = self._after(group[-1], any(title.extended for title in group))
        if after is None and not group[0].prefix and group[-1].head.kind != "counterpart":
            after = reported_name(self.names, group[-1], self.styles_before(group[0].first))
        if "ك" in group[-1].prefix:
            after = None  # "as adviser to the minister X"
        if after is not None and group[-1].prefix[-1:] in ("ل", "ب") and not gap and self._own_title(after, group[-1]):
            after = None
        before, comma = self._before(group[0], group)
        if after is not None and gap and before is not None and comma and not self.bound(before):
            after = None  # "X، وزير …، Y": the title is between commas and belongs to X
        if after is not None and gap and before is not None and not comma and not self.bound(before):
            after = None
        if after is not None and group[0].first and is_facility(self.tokens[group[0].first - 1].norm):
            return  # "جائزة الملك فيصل"
        if after is not None:
            title = group[-1]
            titles = self._of_one(group)
            if len(group) > 1 and title.prefix.endswith("ل") and not title.extended:
                titles = [t for t in titles if t is not title]  # "المستشار الإعلامي للرئيس X": X is the adviser
            first = self.styles_before((titles or group)[0].first)
            if title.head.kind == "led":
                first = after.first  # the body or the government is no part of the person
            if (office := self._office_before(group[0])) is not None:
                titles, first = [office, *titles], office.first
            self.add(Person(first, after.last, after, titles, "title before the name"))
        elif before is not None and group[0].head.kind != "counterpart":
            group = group if comma else until_another(group)
            last = max(t.safe if t.safe > t.head_last or t.extended else t.last for t in group)
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

    def _bind_served(self, group: list[Title]) -> bool:
        """ "X، مستشار للوزير الأول Y": behind an indefinite office the name is that of the one who is served."""
        title = group[-1]
        deputising = title.head.form == "accusative" and title.head.label_en in ("Representative", "Delegate")
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
        before = None if title.head.form else self._before(group[0], group)[0]
        if before is not None and self.bound(before) is None:
            self.add(Person(self.honorifics_before(before.first), served.first, before, list(group), "title after the name"))
        self.add(Person(served.first, name.last, name, [served], "title before the name"))
        return True

    def parted(self, group: list[Title]) -> list[list[Title]]:
        """ "X المشرف … والقيادي Y": a run of titles between two names is of both; "the minister met his counterpart Y"."""
        other = other_side(group, self.tokens[group[0].first - 1].norm if group[0].first else "")
        if other is not None:
            return [group[:other], group[other:]]
        if len(group) > 1 and group[-1].prefix == "و" and self._after(group[-1])[0] is not None:
            name, comma = self._before(group[0], group)
            if name is not None and not comma and self.bound(name) is None:
                return [group[:-1], group[-1:]]
        return [group]

    def _bind_form(self, title: Title) -> None:
        """A title in the dual with two names behind it, or in the accusative behind the name of one who is appointed."""
        after, gap = self._after(title)
        if title.head.form == POSSESSED:
            if after is not None and self._may_own(title, after, gap):
                self._named(title, after)
            return
        second = self._joined(after.last) if after is not None else None
        region = after is not None and self._next_region(after.last)
        several = second is not None or (region and bool(title.inside))
        if after is not None and (after.sure or (several and title.extended and after.parts >= 2)):
            region = region or (title.extended and after.parts >= 2 and self._next_matter(after.last))
            row = self._row(after.last) if title.extended or title.head.bare else []
            if second is not None or region or row:
                self._named(title, after)
            for holder in row:
                self.add(Person(holder.first, holder.last, holder, [title], "list of holders of one office"))
                second = self._joined(holder.last)
            if second is None and region and (other := self._other_matter(title, after.last)) is not None:
                self.add(other)
            while second is not None:
                self.add(Person(second.first, second.last, second, [title], "list of holders of one office"))
                second = self._joined(second.last)
            return
        if title.head.form == ACCUSATIVE and (title.extended or title.head_last - title.first > 1):
            self._bind_accusative(title)

    def _bind_accusative(self, title: Title) -> None:
        """The office to which somebody named before it is appointed, or in which he "was"."""
        name, comma = self._appointee(title)
        verb = None if name is None else verb_of_being(self.document, name.first, self.names.sentence)
        if name is None or not (verb or appointed(self.document, title.first, self.names.sentence)):
            return
        if verb in title_words()["been"]:
            title = replace(title, former=True)
        person = self.bound(name)
        if person is not None:
            person.titles.append(title)
        elif not comma:
            first = self.honorifics_before(name.first)
            self.add(Person(first, title.safe, name, [title], "title after the name"))

    def _may_own(self, title: Title, name: Name, gap: bool) -> bool:
        """Whether a name behind "her president" is that of the holder."""
        if name.parts < 2:
            return not gap and (name.sure or self._surname(name))
        if gap:
            return name.sure
        return name.sure or self.words[name.first] is Word.WEAK or name.first > title.last or title.head_last - title.first > 1

    def _named(self, title: Title, name: Name) -> None:
        self.add(Person(self.styles_before(title.first), name.last, name, [title], "title before the name"))

    def _appointee(self, title: Title) -> tuple[Name | None, bool]:
        """The name before a title in the accusative: also behind a day, and before "who was named"."""
        name, comma = self._before(title)
        words, at = title_words(), title.first
        if name is not None or at < 3:
            return name, comma
        day = next((m for m in self.found if m.kind is Kind.DATE and m.last == at), None)
        if day is not None:
            at = day.first - (self.tokens[day.first - 1].norm in _DAYS)
        elif self.tokens[at - 1].norm in words["manner"]:
            while at > 1 and self.tokens[at - 1].norm in words["manner"]:
                at -= 1
        elif self.tokens[at - 1].norm in words["appointing"] and self.tokens[at - 2].norm in words["relative"]:
            at -= 2
            at -= self.tokens[at - 1].norm in COMMA
        else:
            return None, comma
        name = self.names.backward(at)
        return (name if name is not None and name.parts >= 2 else None), False

    def _office_before(self, title: Title) -> Title | None:
        """ "المتحدث باسم …، السفير X": the office before a comma and a bare title, unless it belongs to a name before it."""
        if title.prefix or title.extended or title.first < 2 or self.tokens[title.first - 1].norm not in "،,":
            return None
        office = self.title_end.get(title.first - 1)
        if office is None or not office.extended or office.head.form or office.head.kind in ("job", "led", "counterpart"):
            return None
        apart = self.reader.home[office.first] != self.reader.home[title.first]
        return None if apart or self._before(office)[0] is not None else office

    def _of_one(self, group: list[Title]) -> list[Title]:
        """Those of a run of titles that go with the name behind it: "ملك … والرئيس X" are two persons."""
        last = group[-1]
        if last.counterpart:
            return [last]  # "التقى الوزير التركي نظيره الأوزبكي X"
        sovereign = last.head.kind in ("state", "sovereign") or last.head.label_en == "President"
        if len(group) > 1 and last.prefix.startswith("و") and sovereign:
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
        other = following.head.label_en in _RECEIVED and bool(following.inside) and not following.prefix
        return ruling and bare and verb and other

    def _own_title(self, name: Name, title: Title) -> bool:
        """ "for the minister A, adviser …": behind a preposition a name goes with the title that follows it."""
        own = self.title_at.get(name.last)
        if own is None or own.prefix or not own.extended:
            return False
        return offices.label(own, self.document, None) != offices.label(title, self.document, None)

    def _after(self, title: Title, told: bool = False) -> tuple[Name | None, bool]:
        """The name behind a title, and whether a comma or dash stands between."""
        at, gap = title.last, False
        if title.head.kind == "job" and not title.extended and title.last > title.head_last:
            at = title.head_last
        if title.head.kind == "led" and at < len(self.tokens) and self.tokens[at].norm == "حاليا":
            at += 1
        if at < len(self.tokens) and self.tokens[at].norm in COMMA:
            at, gap = at + 1, True
        if at < len(self.tokens) and self.tokens[at].norm in title_words()["called"] and title.extended:
            at, gap = at + 1, True
        if gap and title.extended and at in self.names.nisba and self.tokens[at].norm.startswith("ال"):
            at += 1  # "الأمين العام للمنتدى، الجزائري محمد حامل"
        at = self._behind_brackets(self._behind_nickname(at))
        if at > title.last and not gap and at < len(self.tokens) and self.tokens[at].norm in "،,":
            at, gap = at + 1, True
        opened = at
        while at < len(self.tokens) and quotes(self.tokens[at].norm):
            at += 1
        start = skip_honorifics(self.document, at)
        while start < len(self.tokens) and quotes(self.tokens[start].norm):
            start += 1
        if start >= len(self.tokens) or self.reader.home[start] != self.reader.home[title.first]:
            return None, gap
        if title.head.label_en in ("King", "Queen") and any(t.norm in _PRINCELY for t in self.tokens[at:start]):
            return None, gap  # "أناب جلالة الملك صاحب السمو الأمير X"
        dual = title.head.form == "dual"
        if start == at + 1 and title.extended and (bare := self._mister(at)) is not None:
            return bare, gap
        if self.tokens[at].norm == "سيد" and self.words[start] is Word.ARTICLE:
            start = at  # "سيد الفرجاني": behind no article it is the given name
        place = place_behind(self.document, self.words, title.first, title.prefix)
        place = place if told or title.extended or (title.head.closed and title.last > title.first + 1) else Place.FREE
        name = behind_title(self.names, start, told or title.extended, gap or start > at, dual, place)
        inside = any(token.norm == "باسم" for token in self.tokens[title.head_last : title.last])
        speaking = not title.extended or (title.head.label_en == "Spokesperson" and not inside)
        if name is None or (self.tokens[name.first].norm == "باسم" and start == at and (speaking or name.parts < 2)):
            return None, gap
        if not self._plausible(name, title, gap, start > at):
            return None, gap
        if at > title.last and quotes(self.tokens[at - 1].norm) and not self._shut(at, name):
            return None, gap  # quoted words of the holder, no name
        if self.tokens[opened - 1].norm == ")" and not (name.sure and name.parts >= 2):
            return None, gap
        return name, gap

    def _before(self, title: Title, group: Sequence[Title] = ()) -> tuple[Name | None, bool]:
        """The name before a title (the first of a group), and whether a comma stands between."""
        elected = title.head.form == ACCUSATIVE and title.head_last - title.first > 1
        told = title.extended or elected or any(one.extended for one in group)
        if title.prefix or title.head.kind == "led":
            return None, False
        at, comma = title.first, False
        styles = self.styles_before(at)
        at = styles
        mark = self.tokens[at - 1].norm if at else ""
        if told and mark and quotes(mark) and (name := self._nicknamed(at - 1)) is not None:
            return name, False
        if (named := self._on_post(at)) < at:
            at, comma = named, True
        elif mark in _COPULA and told:
            at, comma = at - 1 - (at > 1 and self.tokens[at - 2].norm in COMMA), True
        elif mark and (mark in COMMA or (mark == "(" and told and self._fills_bracket(group))):
            at, comma = at - 1, True
        elif not told and not title.head.bare:
            return None, False
        if at <= 0 or self.reader.home[at - 1] != self.reader.home[title.first]:
            return None, comma
        name = self.names.backward(at)
        if comma and told and (name is None or name.parts < 2):
            name = self.names.before_comma(at) or (reported_before(self.names, at) if name is None else name)
        name = self._with_initial(name) if name is not None else None
        kunya = name is not None and told and self.words[name.first] is Word.LEAD and quotes(self.tokens[at - 1].norm)
        if name is None or not (name.parts >= 2 or kunya or self.bound(name)):
            return None, comma
        if not name.sure and not told:
            return None, comma
        if is_facility(self.tokens[name.first - 1].norm) if name.first else False:
            return None, comma
        return name, comma
