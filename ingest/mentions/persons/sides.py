"""The name behind a title and the name before it, with and without a comma."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.mention import Kind
from ingest.mentions.names.bounds import Name
from ingest.mentions.names.slots import Place, place_behind
from ingest.mentions.names.titled import behind_title
from ingest.mentions.persons.gaps import Gaps
from ingest.mentions.persons.listed_names import between, closed_run
from ingest.mentions.persons.phrases import COMMA, Person
from ingest.mentions.persons.reported_names import reported_before
from ingest.mentions.titles import posts as offices
from ingest.mentions.titles.runs import is_bare_rank
from ingest.mentions.words.courtesy import honorifics, skip_honorifics
from ingest.mentions.words.name_words import Word, is_facility, quotes, starts_phrase
from ingest.mentions.words.title_heads import ACCUSATIVE, SEVERAL, Title, title_words

_FAMILY = 4
"""Words of a family name that are words of the language too, and one more."""


class NamesBeside(Gaps):
    """Names beside titles."""

    def _styled(self, name: Name) -> bool:
        """ "السيد نيانغ، رئيس …": a family name behind a word of courtesy."""
        unknown = self.words[name.first] in (Word.UNKNOWN, Word.GIVEN, Word.ARTICLE) and not name.prefix
        return unknown and name.last == name.first + 1 and self.honorifics_before(name.first) < name.first

    def _has_rank_alone(self, name: Name) -> bool:
        """Whether nothing is told yet of who bears a name but a rank ("السفير X مساعد الوزير والسفير Y مدير الإدارة")."""
        person = self.bound(name)
        return person is None or all(is_bare_rank(title) for title in person.titles)

    def _another_behind(self, title: Title) -> bool:
        """ "علاوة على السيد مزوار، الكاتب العام …، السيد ناصر بوريطة": the office is that of the one behind it."""
        at = title.last + 1
        comma = at < len(self.tokens) and self.tokens[title.last].norm in COMMA
        return comma and skip_honorifics(self.document, at) > at

    def _first_of_nations(self, title: Title, name: Name | None) -> Person | None:
        """ "وزراء خارجية دول الجوار، المصري X والتونسي Y": behind the office of several and a mark the first of them, each
        told by his nation."""
        several = title.head.form in SEVERAL or title.head.form == ACCUSATIVE
        if name is None or not several or name.parts < 2 or self.tokens[title.last].norm not in COMMA:
            return None
        nation = self.reader.starts.get(title.last + 1)
        if nation is None or nation.kind is not Kind.NISBA or not self.tokens[nation.first].norm.startswith("ال"):
            return None
        if nation.last > name.first or not self._next_region(name.last):
            return None
        first = self.styles_before(title.first)
        return Person(first, name.last, name, [], "list of holders of one office", title, nation)

    def _may_own(self, title: Title, name: Name, gap: bool) -> bool:
        """Whether a name behind "her president" is that of the holder."""
        if name.parts < 2:
            return not gap and (name.sure or self._surname(name))
        if gap:
            return name.sure
        told = name.first > title.last or title.head_last - title.first > 1  # a courtesy, "أمينها العام"
        closed = closed_run(self.names, name.first)
        fills = closed is not None and closed.last == name.last and not starts_phrase(self.tokens[name.first].norm)
        return name.sure or self.words[name.first] is Word.WEAK or told or fills

    def _appointee(self, title: Title) -> tuple[Name | None, bool]:
        """The name before a title in the accusative: also behind a day, and before "who was named"."""
        name, comma = self._before(title)
        words, at = title_words(), title.first
        if name is not None or at < 3:
            return name, comma
        if at in self.reader.days:
            day = self.reader.days[at]
            at = day - (self.tokens[day - 1].norm in words["on_a_day"])
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

    def _own_title(self, name: Name, title: Title) -> bool:
        """ "for the minister A, adviser …": behind a preposition a name goes with the title that follows it."""
        own = self.title_at.get(name.last)
        if own is None or own.prefix or not own.extended:
            return False
        return offices.label(own, self.document, None) != offices.label(title, self.document, None)

    def _after(self, title: Title, told: bool = False) -> tuple[Name | None, bool]:
        """The name behind a title, and whether a comma or dash stands between."""
        at, gap, words = title.last, False, title_words()
        if title.head.kind == "job" and not title.extended and title.last > title.head_last:
            at = title.head_last
        at += title.head.kind == "led" and self._says(at, "now")
        if at < len(self.tokens) and self.tokens[at].norm in COMMA:
            at, gap = at + 1, True
        if (title.extended or title.head.closed) and self._says(at, "called"):
            at, gap = at + 1, True
        elif title.extended and self._says(at, "being") and self.tokens[at].norm[0] != "و":
            return self._equated(skip_honorifics(self.document, at + 1)), True
        if gap and title.extended and at in self.names.nisba and self.tokens[at].norm.startswith("ال"):
            at += 1  # "الأمين العام للمنتدى، الجزائري محمد حامل"
        at = self._behind_brackets(self._behind_nickname(title, self._behind_charge(title, at)))
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
        start = self._behind_nation(at, start)
        if title.head.label_en in ("King", "Queen") and any(t.norm in words["princely"] for t in self.tokens[at:start]):
            return None, gap  # "أناب جلالة الملك صاحب السمو الأمير X"
        dual = title.head.form == "dual"
        if start == at + 1 and title.extended and (bare := self._mister(at)) is not None:
            return bare, gap
        if self._says(at, "lord") and self.words[start] is Word.ARTICLE:
            start = at  # "سيد الفرجاني": behind no article it is the given name
        place = place_behind(self.document, self.words, title.first, title.prefix)
        place = place if told or title.extended or (title.head.closed and title.last > title.first + 1) else Place.FREE
        name = behind_title(self.names, start, told or title.extended, gap or start > at, dual, place)
        inside = any(token.norm in words["in_the_name"] for token in self.tokens[title.head_last : title.last])
        speaking = not title.extended or (title.head.label_en == "Spokesperson" and not inside)
        if name is None or (start == at and (speaking or name.parts < 2) and self._says(name.first, "in_the_name")):
            return None, gap
        if is_bare_rank(title) and name.parts == 1 and self.words[name.first] in (Word.GIVEN, Word.SERVANT):
            office = next((i for i in range(name.last + 1, name.last + _FAMILY) if i in self.title_at), name.last)
            name = (between(self.names, name, office) if self._is_own(office) else None) or name
        if not self._plausible(name, title, gap, start > at):
            return None, gap
        if at > opened and quotes(self.tokens[at - 1].norm) and not self._shut(at, name):
            return None, gap  # quoted words of the holder, no name
        if self.tokens[opened - 1].norm == ")" and not (name.sure and name.parts >= 2):
            return None, gap
        return name, gap

    def _adds(self, after: Name) -> bool:
        """ "X، رئيسة الحكومة وسيفي غريب، الوزير الأول": "and" with the next name, whose office stands behind its comma."""
        joined = self.words[after.first] is Word.UNKNOWN and self.tokens[after.first].norm[0] == "و"
        closed = after.last < len(self.tokens) and self.tokens[after.last].norm in COMMA
        office = self.title_at.get(after.last + 1)
        return joined and closed and office is not None and not office.prefix and office.extended

    def _says(self, at: int, effect: str) -> bool:
        """Whether a token is a word of an effect: "called" between title and name of "نائبه المدعو X"."""
        return at < len(self.tokens) and self.tokens[at].norm in title_words()[effect]

    def _is_own(self, at: int) -> bool:
        """Whether an office that begins at a token goes on with what is told of the one before it."""
        office = self.title_at.get(at)
        return office is not None and not office.prefix and office.extended and not office.head.form

    def _equated(self, at: int) -> Name | None:
        """The full name in "رئيس الحزب هو فلان"."""
        name = self.names.forward(at)
        if name is None or name.parts < 2:
            return None
        weak = self.words[at] is Word.WEAK and self.words[name.last - 1] is Word.ARTICLE
        return name if name.sure or weak else None

    def _before(self, title: Title, group: Sequence[Title] = ()) -> tuple[Name | None, bool]:
        """The name before a title (the first of a group), and whether a comma stands between."""
        elected = title.head.form == ACCUSATIVE and title.head_last - title.first > 1
        told = title.extended or elected or any(one.extended for one in group)
        if title.prefix or title.head.kind == "led":
            return None, False
        at, comma = title.first, False
        styles = self.styles_before(at)
        if styles < at and honorifics().at(self.tokens, styles) is None:
            return None, False  # "فلان، ومعالي نائب الرئيس": somebody else
        at = styles
        mark = self.tokens[at - 1].norm if at else ""
        if told and mark and quotes(mark) and (name := self._nicknamed(at - 1)) is not None:
            return name, False
        if (named := self._on_post(at)) < at:
            at, comma = named, True
        elif told and mark in title_words()["being"]:
            at, comma = at - 1 - (at > 1 and self.tokens[at - 2].norm in COMMA), True
        elif mark and (mark in COMMA or (mark == "(" and told and self._fills_bracket(group))):
            at, comma = at - 1, True
        elif not told and not title.head.bare:
            return None, False
        at = self._before_alias(at) if told else at
        if at <= 0 or self.reader.home[at - 1] != self.reader.home[title.first]:
            return None, comma
        name = self.names.backward(at)
        if comma and told and (name is None or name.parts < 2):
            name = self.names.before_comma(at) or (reported_before(self.names, at) if name is None else name)
        if not comma and told and (name is None or name.parts < 2):
            name = reported_before(self.names, at, comma=False) or name  # "قال براين دولي كبير مستشاري …"
        name = self._with_initial(name) if name is not None else None
        if name is not None and name.parts < 2 and told and comma and self._styled(name):
            return (None if self._another_behind(title) else name), comma
        kunya = name is not None and told and self.words[name.first] is Word.LEAD and quotes(self.tokens[at - 1].norm)
        if name is None or not (name.parts >= 2 or kunya or self.bound(name)):
            return None, comma
        if not name.sure and not told:
            return None, comma
        if is_facility(self.tokens[name.first - 1].norm) if name.first else False:
            return None, comma
        return name, comma
