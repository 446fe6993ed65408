"""Persons by the grammar of roles: a title beside a name, a word of courtesy, a known given name, a verb of saying."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ingest.document import Document
from ingest.mentions import coref, offices
from ingest.mentions.mention import Kind, Mention
from ingest.mentions.names import Name, Names
from ingest.mentions.titles import Title, Titles
from ingest.mentions.trie import name_start, splits
from ingest.mentions.words import Word, honorifics, is_common, is_facility, is_verbal, of_document, quotes, skip_honorifics
from kg.claim import Span

_COMMA = frozenset("،,-–:")
_FAMOUS = frozenset({"President", "Minister", "Prime Minister", "King", "Pope", "Emperor", "Senator", "Secretary-General",
                     "Ambassador", "Deputy", "Sultan", "Queen"})
"""Offices whose holder is often named by one word ("الرئيس بايدن")."""
_PLACED = frozenset({"في", "من", "الي", "علي", "عن", "مدينه", "العاصمه", "بين", "قرب", "شمال", "جنوب", "غرب", "شرق"})
_BLOCKING = frozenset(Kind) - {Kind.PERSON, Kind.TITLE}


@dataclass(slots=True)
class Person:
    """A person phrase being put together: tokens `first` to `last`, the name in it, the titles beside it."""

    first: int
    last: int
    name: Name
    titles: list[Title]
    reason: str
    like: Title | None = None
    tags: set[str] = field(default_factory=set)


def find(document: Document, found: Sequence[Mention]) -> list[Mention]:
    """Every person and every office without a name, each with its referent (one per person and article)."""
    if document.language != "ar":
        return []
    return _Finder(document, found).run()


class _Finder:
    def __init__(self, document: Document, found: Sequence[Mention]) -> None:
        self.document, self.tokens = document, document.tokens
        self.found = found
        classes = of_document(document)
        nisba = frozenset(m.first for m in found if m.kind is Kind.NISBA and m.last == m.first + 1)
        blocked = {i for m in found if m.kind in _BLOCKING and not self._doubtful(m, classes) for i in range(m.first, m.last)}
        self.reader = Titles(document, found, classes)
        self.titles = self.reader.find()
        for title in self.titles:
            if title.head.kind != "job":
                blocked.update(range(title.first, title.head_last))
        self.names = Names(document, frozenset(blocked), nisba)
        self.words = self.names.words
        self.places: dict[str, list[int]] = {}
        for token in self.tokens:
            self.places.setdefault(token.norm, []).append(token.index)
        self.persons: list[Person] = []
        self.taken: set[int] = set()

    def _doubtful(self, mention: Mention, classes: list[Word]) -> bool:
        """A place or country of one word that is a given name too ("فيكتوريا نولاند") does not stop a name."""
        at = mention.first
        if mention.kind is Kind.ORGANIZATION:  # "حكومة بيدرو …" is no body
            unlisted = mention.referent is None or mention.referent.authority is None
            return unlisted and mention.last == at + 2 and classes[at + 1] is Word.GIVEN
        if mention.kind not in (Kind.PLACE, Kind.COUNTRY) or mention.last != at + 1 or mention.prefix:
            return False
        if classes[at] is Word.GIVEN:
            return True
        following = classes[at + 1] if at + 1 < len(classes) else Word.MARK
        before = classes[at - 1] if at else Word.MARK
        led = at and self.tokens[at - 1].norm in _PLACED
        return mention.kind is Kind.PLACE and following is Word.UNKNOWN and before is not Word.UNKNOWN and not led

    def run(self) -> list[Mention]:
        for group in _groups(self.titles):
            self._titled(group)
        self._continued()
        self._honoured()
        self._given()
        self._said()
        self.persons.sort(key=lambda p: p.first)
        return coref.mentions(self.document, self.found, self.persons, self._alone(), self.names)

    # ------------------------------------------------------------------ titles

    def _titled(self, group: list[Title]) -> None:
        """Binds a run of titles to the name after it or to the name before it."""
        after, gap = self._after(group[-1])
        if after is not None and group[-1].prefix[-1:] in ("ل", "ب") and not gap and self._own_title(after, group[-1]):
            after = None
        before, comma = self._before(group[0])
        if after is not None and gap and before is not None and comma and not self._bound(before):
            after = None  # "X، وزير …، Y": the title is between commas and belongs to X
        if after is not None and gap and before is not None and not comma and not self._bound(before):
            after = None
        if after is not None:
            title = group[-1]
            titles = [t for t in group if not t.prefix.startswith("و") or t is group[0]] if len(group) > 1 else [title]
            first = self._styles_before(titles[0].first)
            if title.head.kind == "led":
                first = after.first  # the body or the government is no part of the person
            self._add(Person(first, self._closing(after), after, titles, "title before the name"))
        elif before is not None and group[0].head.kind != "counterpart":
            last = max(t.safe if t.safe > t.head_last or t.extended else t.last for t in group)
            person = self._bound(before)
            if person is not None and not comma and self._other_office(person, group[0]):
                return
            if person is not None:
                person.titles.extend(group)
                person.last = max(person.last, last)
                self.taken.update(range(person.first, person.last))
            else:
                first = self._honorifics_before(before.first)
                self._add(Person(first, last, before, list(group), "title after the name"))

    def _own_title(self, name: Name, title: Title) -> bool:
        """"for the minister A, adviser …": behind a preposition a name goes with the title that follows it."""
        own = next((t for t in self.titles if t.first == name.last and not t.prefix and t.extended), None)
        return own is not None and offices.label(own, self.document, None) != offices.label(title, self.document, None)

    def _other_office(self, person: Person, title: Title) -> bool:
        """A second office right behind a titled name ("دعا الملك X رئيس الحكومة …") is somebody else's unless it repeats the first."""
        label = offices.label(title, self.document, None)
        held = [offices.label(t, self.document, None) for t in person.titles if t.head.kind not in ("job", "led")]
        return bool(held) and label not in held

    def _after(self, title: Title) -> tuple[Name | None, bool]:
        """The name behind a title, and whether a comma or dash stands between."""
        at, gap = title.last, False
        if title.head.kind == "job" and not title.extended and title.last > title.head_last:
            at = title.head_last
        if at < len(self.tokens) and self.tokens[at].norm in _COMMA:
            at, gap = at + 1, True
        while at < len(self.tokens) and quotes(self.tokens[at].norm):
            at += 1
        start = skip_honorifics(self.document, at)
        while start < len(self.tokens) and quotes(self.tokens[start].norm):
            start += 1
        if start >= len(self.tokens) or self.reader.home[start] != self.reader.home[title.first]:
            return None, gap
        name = self.names.forward(start)
        if name is None or self.tokens[name.first].norm == "باسم" or not self._plausible(name, title, gap, start > at):
            return None, gap
        return name, gap

    def _plausible(self, name: Name, title: Title, gap: bool, honoured: bool) -> bool:
        """Whether an unknown run of words behind a title is a name."""
        if title.head.kind == "led":
            return name.sure and name.parts >= 2
        if name.sure and name.parts >= 2:
            return True
        if not title.extended and not title.head.definite and not honoured:
            return False
        first = self.tokens[name.first]
        told = name.parts >= 2 and title.extended
        if self.words[name.first] is Word.UNKNOWN and (is_verbal(first.norm) and (gap or not told) or (first.norm.startswith(("با", "لا")) and not gap)):
            return False
        if name.parts >= 2:
            return title.extended or title.head.bare or honoured
        quoted = name.first > 0 and quotes(self.tokens[name.first - 1].norm)
        if gap:
            return name.sure and self._ends(name.last)
        strong = title.head.definite and title.head.label_en in _FAMOUS
        return len(first.norm) >= 3 and (quoted or name.sure or self._again(name) or (strong and not (first.norm[0] in "بلكف" and is_common(first.norm[1:]))))

    def _again(self, name: Name) -> bool:
        """Whether an unknown word stands elsewhere in the article too, alone or behind another name word."""
        norm = self.tokens[name.first].norm
        return sum(1 for i in self.places.get(norm, ()) if self.words[i] is Word.UNKNOWN) > 1

    def _ends(self, at: int) -> bool:
        return at >= len(self.tokens) or self.words[at] in (Word.MARK, Word.COMMON, Word.DERIVED)

    def _before(self, title: Title) -> tuple[Name | None, bool]:
        """The name before a title, and whether a comma stands between."""
        if title.prefix or title.head.kind == "led":
            return None, False
        at, comma = title.first, False
        styles = self._styles_before(at)
        at = styles
        if at > 0 and self.tokens[at - 1].norm in _COMMA:
            at, comma = at - 1, True
        elif not title.extended and not title.head.bare:
            return None, False
        if at <= 0 or self.reader.home[at - 1] != self.reader.home[title.first]:
            return None, comma
        name = self.names.backward(at)
        if name is None or not (name.parts >= 2 or self._bound(name)):
            return None, comma
        if not name.sure and not title.extended:
            return None, comma
        if is_facility(self.tokens[name.first - 1].norm) if name.first else False:
            return None, comma
        return name, comma

    def _bound(self, name: Name) -> Person | None:
        """The person phrase that already has this name."""
        return next((p for p in reversed(self.persons) if p.name.first <= name.first < p.name.last), None)

    def _styles_before(self, at: int) -> int:
        """Where words of courtesy that end before token `at` begin."""
        for length in (4, 3, 2, 1):
            start = at - length
            if start < 0:
                continue
            for _, rest in splits(self.tokens[start].norm):
                hit = honorifics().at(self.tokens, start, rest)
                if hit is not None and hit[0] == at and len(rest) > 1:
                    return self._styles_before(start)
        return at

    def _honorifics_before(self, at: int) -> int:
        if at > 1 and self.tokens[at - 1].norm in "./" and len(self.tokens[at - 2].norm) == 1:
            return at - 2
        return self._styles_before(at)

    def _closing(self, name: Name) -> int:
        return name.last

    def _add(self, person: Person) -> None:
        if self.taken.isdisjoint(range(person.name.first, person.name.last)):
            self.persons.append(person)
            self.taken.update(range(person.first, person.last))

    # ------------------------------------------------------------------ other cues

    def _continued(self) -> None:
        """"the Palestinian president X and the Tunisian Y", "his counterparts from Sweden, X, and Portugal, Y"."""
        regions = [m for m in self.found if m.kind in (Kind.NISBA, Kind.COUNTRY) and "و" in m.prefix or (
            m.kind in (Kind.NISBA, Kind.COUNTRY) and self.tokens[m.first].norm.startswith("وال"))]
        for region in sorted(regions, key=lambda m: m.first):
            leader = next((p for p in reversed(sorted(self.persons, key=lambda p: p.last)) if p.last <= region.first), None)
            if leader is None or not (leader.titles or leader.like) or not self._adjacent(leader.last, region.first):
                continue
            at = region.last
            if at < len(self.tokens) and self.tokens[at].norm in _COMMA:
                at += 1
            name = self.names.forward(at)
            if name is not None and name.parts >= 2:
                person = Person(region.first, name.last, name, [], "list of holders of one office", leader.like or leader.titles[0])
                self._add(person)

    def _adjacent(self, end: int, start: int) -> bool:
        return start - end <= 1 and all(self.tokens[i].norm in _COMMA for i in range(end, start))

    def _honoured(self) -> None:
        """A word of courtesy or a rank with a name behind it."""
        at = 0
        while at < len(self.tokens):
            hit = honorifics().with_clitics(self.tokens, at)
            if hit is None or at in self.taken or hit[2] == "style":
                at += 1
                continue
            start = skip_honorifics(self.document, at) if not hit[0] else skip_honorifics(self.document, hit[1])
            name = self.names.forward(start) if start > at else None
            if name is not None and (name.parts >= 2 or name.sure or hit[2] in ("rank", "royal")) and self.taken.isdisjoint(
                    range(name.first, name.last)):
                self._add(Person(at, name.last, name, [], "word of courtesy before the name"))
            at = max(start, at + 1)

    def _given(self) -> None:
        """A known given name with more behind it."""
        at = 0
        while at < len(self.tokens):
            name = self._given_at(at)
            if name is None:
                at += 1
            else:
                self._add(Person(name.first, name.last, name, [], "given name"))
                at = name.last

    def _given_at(self, at: int) -> Name | None:
        if at in self.taken or at in self.names.blocked:
            return None
        _, word = self.names.first_word(at, True)
        if word not in (Word.GIVEN, Word.SERVANT, Word.WEAK):
            return None
        name = self.names.forward(at, clitics=True)
        if name is None or name.last - name.first < 2 or (at and is_facility(self.tokens[at - 1].norm)):
            return None
        second = self.words[at + 1]
        if word is Word.WEAK:
            family = second is Word.ARTICLE and self.tokens[at + 1].norm.endswith("ي")
            return name if family or second in (Word.LINK, Word.GIVEN, Word.SERVANT) else None
        if second is Word.DERIVED and name.last == at + 2 and not self._marked(name):
            return None
        return name if name.parts >= 2 else None

    def _marked(self, name: Name) -> bool:
        """Whether a mark or a verb of saying stands beside a doubtful name."""
        after = self.words[name.last] if name.last < len(self.words) else Word.MARK
        return after is Word.MARK or (name.first > 0 and coref.is_saying(self.tokens[name.first - 1].norm))

    def _said(self) -> None:
        """A verb of saying, two unknown words, and then what was said."""
        for at in range(1, len(self.tokens)):
            if at in self.taken or not coref.is_saying(self.tokens[at - 1].norm):
                continue
            name = self.names.forward(at)
            if name is None or name.parts < 2 or not self.taken.isdisjoint(range(name.first, name.last)):
                continue
            after = self.tokens[name.last].norm if name.last < len(self.tokens) else "."
            if name.sure or after in coref.REPORTS:
                self._add(Person(name.first, name.last, name, [], "verb of saying before the name"))

    def _alone(self) -> list[Title]:
        """Titles that found no name."""
        bound = {id(t) for p in self.persons for t in p.titles}
        return [t for t in self.titles if id(t) not in bound and t.head.kind not in ("job", "led", "counterpart")
                and self.taken.isdisjoint(range(t.first, t.last))]


def _groups(titles: Iterable[Title]) -> Iterator[list[Title]]:
    """Titles that follow each other without a word between ("وزير الدولة عضو مجلس الوزراء")."""
    group: list[Title] = []
    for title in titles:
        joined = len(group) > 1 and group[-1].prefix == "و" and not title.prefix
        if group and group[-1].last == title.first and title.head.kind != "led" and not joined:
            group.append(title)
        else:
            if group:
                yield group
            group = [title]
    if group:
        yield group


def name_span(document: Document, name: Name) -> Span:
    """The bare name in the original text, without glued clitics."""
    return Span(name_start(document.tokens[name.first], document.text, name.prefix), document.tokens[name.last - 1].end)
