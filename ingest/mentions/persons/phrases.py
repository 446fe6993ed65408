"""Person phrases while they are put together, and what every rule for them needs to know of the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from ingest.document import Document
from ingest.mention import BODIES, Kind, Mention
from ingest.mentions.names.bounds import Name, Names
from ingest.mentions.names.undotted_ali import undotted_ali
from ingest.mentions.titles.reader import Titles
from ingest.mentions.titles.runs import joined, other_side
from ingest.mentions.words.courtesy import honorifics
from ingest.mentions.words.name_words import NAME_LIKE, Word, classify, opening, shapes
from ingest.mentions.words.sayings import sayings
from ingest.mentions.words.title_heads import ACCUSATIVE, SEVERAL, Title, heads

COMMA = frozenset("،,؛-–:")
"""Marks that may stand between a name and a title."""
_ADDED = 6  # letters of a word with "and the": "والي" is a governor
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
    region: Mention | None = None
    tags: set[str] = field(default_factory=set)

    def of_several(self) -> bool:
        """Whether this is one of several who hold an office or its counterpart."""
        return self.like is not None or any(t.counterpart or t.head.form in SEVERAL for t in self.titles)


@dataclass(slots=True, unsafe_hash=True)
class Cue:
    """What one word, as written, can be: its class, and whether a name that begins with a given name may begin with it."""

    word: Word
    given: bool


_CUES: Final[dict[tuple[str, str], Cue]] = {}  # not `cache`, which is slower: every word of every article is asked about
_REMEMBERED = 1 << 16  # words


def cue(norm: str, surface: str) -> Cue:
    """Remembered up to a bound."""
    known = _CUES.get((norm, surface))
    if known is None:
        if len(_CUES) > _REMEMBERED:
            _CUES.clear()
        known = Cue(classify(norm, surface), opening(norm, surface)[1] in (Word.GIVEN, Word.SERVANT, Word.WEAK))
        _CUES[norm, surface] = known
    return known


class Phrases:
    """The persons found so far in one document, and the tokens they have taken."""

    def __init__(self, document: Document, found: Sequence[Mention]) -> None:
        self.document, self.tokens = document, document.tokens
        self.found = found
        text = document.text
        self.cues = [cue(token.norm, text[token.start : token.end]) for token in self.tokens]
        self.said = document.where(sayings() & document.words)  # verbs of saying
        classes = [one.word for one in self.cues]
        nisba = frozenset(m.first for m in found if m.kind is Kind.NISBA and m.last == m.first + 1)
        undotted_ali(document, classes, nisba)
        blocked = {
            i for m in found if m.kind in _BLOCKING and not self._doubtful(m, classes) for i in range(m.first, m.last)
        }
        self.reader = Titles(document, found, classes, document.sifted(heads().opening))
        self.titles = self.reader.find()
        self.title_at = {title.first: title for title in self.titles}
        self.title_end = {title.last: title for title in self.titles}
        for title in self.titles:
            if title.head.kind != "job":
                blocked.update(range(title.first, title.head_last))
        blocked -= self._called_as_numbers(classes, nisba)
        places = frozenset(m.first for m in found if m.kind is Kind.PLACE and m.last == m.first + 1 and not m.prefix)
        self.names = Names(document, classes, frozenset(blocked), nisba, places)
        self.words = self.names.words
        self.persons: list[Person] = []
        self.taken: set[int] = set()
        self._owner: dict[int, Person] = {}

    def _called_as_numbers(self, classes: list[Word], nisba: frozenset[int]) -> set[int]:
        """Given names that are number words too ("ألفا"), before what may be a name: in front of another given name, beside
        an office, and where the same family name follows again."""
        norms, last = self.document.norms, len(classes) - 1
        named = (m.first for m in self.found if m.kind is Kind.NUMBER and classes[m.first] is Word.GIVEN and m.first < last)
        numbers = [at for at in named if classes[at + 1] in NAME_LIKE and at + 1 not in nisba]
        if not numbers:
            return set()
        offices = {t.last for t in self.titles if (t.extended or t.head.definite) and not t.head.form}
        beside = [at for at in numbers if at in offices or (norms[at + 2 : at + 3] == ["،"] and at + 3 in self.title_at)]
        families = {norms[at + 1] for at in beside}
        return {*beside, *(at for at in numbers if norms[at + 1] in families or classes[at + 1] is Word.GIVEN)}

    def _doubtful(self, mention: Mention, classes: list[Word]) -> bool:
        """A place or country of one word that is a given name too ("فيكتوريا نولاند") does not stop a name."""
        at = mention.first
        if mention.kind in BODIES and mention.last == at + 1 and not mention.prefix:
            servant = at > 1 and classes[at - 2] is Word.SERVANT
            family = self.tokens[at].norm.startswith("ال") and self.tokens[at].norm.endswith("ي")
            return family and (servant or (at > 0 and classes[at - 1] is Word.GIVEN))  # "عبد الملك الحوثي"
        if mention.kind is Kind.ORGANIZATION:  # "حكومة بيدرو …" is no body
            unlisted = mention.referent is None or mention.referent.authority is None
            return unlisted and mention.last == at + 2 and classes[at + 1] is Word.GIVEN
        if mention.last == at + 1 and classes[at] is Word.GIVEN and at and classes[at - 1] is Word.GIVEN:
            return True  # "تامي بروس"
        if mention.kind not in (Kind.PLACE, Kind.COUNTRY) or mention.last != at + 1 or mention.prefix:
            return False
        if classes[at] is Word.GIVEN:
            return True
        following = classes[at + 1] if at + 1 < len(classes) else Word.MARK
        before = classes[at - 1] if at else Word.MARK
        led = at and self.tokens[at - 1].norm in shapes("leads_to_place")
        return mention.kind is Kind.PLACE and following is Word.UNKNOWN and before is not Word.UNKNOWN and not led

    def bound(self, name: Name) -> Person | None:
        """The person phrase that already has this name, or the end of it behind a courtesy ("مولاي ولد سالم")."""
        last = self._owner.get(name.last - 1)
        same_end = last is not None and last.name.last == name.last
        return self._owner.get(name.first) or (last if same_end else None)

    def styles_before(self, at: int) -> int:
        """Where words of courtesy that end before token `at` begin; none belongs to what "and" adds ("جلالته والرئيس X")."""
        if len(self.tokens[at].norm) >= _ADDED and self.tokens[at].norm.startswith("وال"):
            return at
        for length in (4, 3, 2, 1):
            start = at - length
            if start < 0:
                continue
            for _, rest in honorifics().openings(self.tokens[start].norm):
                hit = honorifics().at(self.tokens, start, rest)
                if hit is not None and hit[0] == at and len(rest) > 1:
                    return self.styles_before(start)
        return at

    def honorifics_before(self, at: int) -> int:
        if at > 1 and self.tokens[at - 1].norm in "./" and len(self.tokens[at - 2].norm) == 1:
            return at - 2
        return self.styles_before(at)

    def add(self, person: Person) -> None:
        if self.taken.isdisjoint(range(person.name.first, person.name.last)):
            self.persons.append(person)
            self._owner.update(dict.fromkeys(range(person.name.first, person.name.last), person))
            self.taken.update(range(person.first, person.last))

    def alone(self) -> list[Title]:
        """Titles that found no name."""
        bound = {id(t) for p in self.persons for t in p.titles}
        found: list[Title] = []
        for title in self.titles:
            served = self._served(title)
            form = title.head.form and served is None
            if id(title) in bound or form or title.head.kind in ("job", "led"):
                continue
            title = served or title
            if not self.taken.isdisjoint(range(title.first, title.last)):
                continue
            if found and self._one_more(found[-1], title):
                found[-1] = joined(found[-1], title)
            else:
                found.append(title)
        return found

    def _served(self, title: Title) -> Title | None:
        """ "الوزير …، ممثلا | للرئيس", "الوزيرة …، ممثلة | للأمين العام": the office of the one for whom somebody comes."""
        head, at = title.head, title.head_last
        if head.label_en != "Representative" or head.definite or title.prefix or at >= title.last:
            return None
        if self.tokens[at].norm[0] != "ل":
            return None
        woman = self.title_end.get(title.first - 1) if title.first and self.tokens[title.first - 1].norm in "،," else None
        hers = woman is not None and self.tokens[woman.first].norm[-1] == self.tokens[title.first].norm[-1] == "ه"
        served = self.reader.at(at) if head.form == ACCUSATIVE or hers else None
        return served if served is not None and served.last == title.last and not served.head.form else None

    def _one_more(self, title: Title, following: Title) -> bool:
        """ "نائب رئيس الوزراء وزير خارجية تشاد": the office that goes with another, whose state stands behind that one; what
        stands behind him for whom somebody comes is his too."""
        if title.last == following.first and title.prefix == "ل" and self.title_at.get(title.first) is not title:
            return not following.prefix
        deputy = title.head.label_en == "Deputy" and title.head_last < title.last and not title.inside
        beside = title.last == following.first and following.head.kind == "state" and bool(following.inside)
        return deputy and beside and not following.prefix and other_side([title, following], self.tokens) is None

    def of_two(self) -> list[Title]:
        """Offices of two that found no names: "الرئيسان التركي والإيراني"."""
        bound = {id(t) for p in self.persons for t in p.titles}
        dual = (t for t in self.titles if t.head.form == "dual" and id(t) not in bound)
        return [t for t in dual if self.taken.isdisjoint(range(t.first, t.last))]
