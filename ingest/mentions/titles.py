"""Titles: the head ("وزير", "الأمين العام"), what follows it, whose office it is.

A title is a construct chain ("نائب وزير خارجية روسيا") that a definite word or a name of a country or body closes; then come
definite adjectives, coordinated definite words, phrases with ل ب لدى باسم عن في. An indefinite word after the chain has
closed no longer belongs to it: there the name of the holder begins, or the sentence goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.document import Document
from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.mentions.countries import of_capital
from ingest.mentions.mention import Kind, Mention
from ingest.mentions.trie import Trie, splits, words
from ingest.mentions.words import Word, classify, has_article, honorifics, is_common, is_compound_head, quotes
from kg.claim import Referent

_BODIES = frozenset({Kind.ORGANIZATION, Kind.COALITION, Kind.GROUP})
_TAKEN = _BODIES | {Kind.COUNTRY, Kind.PLACE, Kind.NISBA}
_PREPOSITIONS = {"في": "in", "فى": "in", "لدي": "abroad", "باسم": "name", "عن": "for", "الي": "abroad", "من": "from", "علي": "on", "مع": "with"}
_AREAS = frozenset({"منطقه", "محافظه", "ولايه", "اقليم", "مقاطعه", "جهه"})
"""Behind these the name of a city is that of an area."""
_LONGEST = 24
_QUOTED = 6


@dataclass(frozen=True, slots=True)
class Head:
    """A title word of the lexicon: its class, its English label; `definite` with the article, `closed` if nothing may be annexed."""

    kind: str
    label_en: str
    bare: bool
    definite: bool
    closed: bool


@dataclass(frozen=True, slots=True)
class Title:
    """Tokens `first` to `last`; `safe` is where it ends if no name follows. `countries` and `bodies` are those inside it."""

    first: int
    last: int
    safe: int
    prefix: str
    head: Head
    head_last: int
    extended: bool
    former: bool
    designate: bool
    counterpart: bool
    inside: tuple[Mention, ...]
    abroad: int | None

    @property
    def countries(self) -> list[Mention]:
        return [m for m in self.inside if m.kind in (Kind.COUNTRY, Kind.NISBA)]


@lru_cache(maxsize=1)
def heads() -> Trie[Head]:
    """All written forms of the title heads."""
    found: Trie[Head] = Trie()
    for row in read_tsv("titles.tsv"):
        for form in row["forms"].split("|"):
            parts = form.split()
            closed = any(part.startswith("ال") for part in parts[1:])
            found.add(form, Head(row["class"], row["label_en"], row["bare"] == "yes", closed, closed))
            if not closed and (row["bare"] == "yes" or len(parts) > 1):
                article = " ".join(part if part.startswith("ب") and n else "ال" + part for n, part in enumerate(parts))
                found.add(article, Head(row["class"], row["label_en"], row["bare"] == "yes", True, True))
    return found


@lru_cache(maxsize=1)
def title_words() -> dict[str, frozenset[str]]:
    """Folded words of each effect."""
    found: dict[str, set[str]] = {}
    for row in read_tsv("title_words.tsv"):
        found.setdefault(row["effect"], set()).add(fold(row["word"]))
    return {effect: frozenset(group) for effect, group in found.items()}


class Titles:
    """Reads titles in one document over the candidates of the first pass."""

    def __init__(self, document: Document, found: Sequence[Mention], classes: list[Word]) -> None:
        self.document = document
        self.tokens = document.tokens
        self.classes = classes
        self.effects = title_words()
        self.starts: dict[int, Mention] = {}
        self.all = sorted(found, key=lambda m: (m.first, -m.last))
        for mention in self.all:
            if mention.kind in _TAKEN:
                old = self.starts.get(mention.first)
                if old is None or old.last < mention.last:
                    self.starts[mention.first] = mention
        self.home = [0] * len(self.tokens)
        for sentence in document.sentences:
            for index in range(sentence.first, sentence.last):
                self.home[index] = sentence.index

    def find(self) -> list[Title]:
        """All titles, in text order; two titles in a row are two."""
        found: list[Title] = []
        at = 0
        while at < len(self.tokens):
            title = self.at(at)
            if title is None:
                at += 1
            else:
                found.append(title)
                at = max(title.last, at + 1)
        return found

    def at(self, first: int) -> Title | None:
        """The title whose head begins at a token, or None."""
        if not self.tokens[first].is_word:
            return None
        norm = self.tokens[first].norm
        for prefix, rest in splits(norm):
            if rest in self.effects["counterpart"]:
                head = Head("counterpart", "", False, True, True)
                return self._complete(Title(first, first + 1, first + 1, prefix, head, first + 1, False, False, False, True, (), None))
        hit = heads().with_clitics(self.tokens, first)
        if hit is None or not self._is_head(first, hit[0], hit[1], hit[2]):
            return None
        prefix, end, head = hit
        return self._complete(Title(first, end, end, prefix, head, end, False, False, False, False, (), None))

    def _is_head(self, first: int, prefix: str, end: int, head: Head) -> bool:
        """Homographs of title words."""
        token = self.tokens[first]
        surface = self.document.text[token.start : token.end]
        if token.norm == "والي":
            return "إ" not in surface and not surface.endswith("ى")
        if head.label_en == "Representative" and not head.definite and end < len(self.tokens) and self._represented(end):
            return False
        if head.label_en == "Assistant" and not head.definite and end < len(self.tokens):
            inner = heads().at(self.tokens, end)
            if inner is None and self.tokens[end].norm not in self.effects["institution"]:
                return False  # "مساعدة المحتاجين" is help
        own = classify(token.norm[len(prefix):], surface) if prefix in ("", "و") else Word.COMMON
        if own in (Word.GIVEN, Word.WEAK) and end == first + 1:
            following = self.classes[end] if end < len(self.tokens) else Word.MARK
            names = (Word.LINK, Word.GIVEN, Word.UNKNOWN, Word.MARK, Word.ARTICLE)
            return following not in (*names, Word.SERVANT, Word.LEAD) or end in self.starts
        return True

    def _represented(self, at: int) -> bool:
        """"ممثلة بـ …" says by whom something is represented."""
        norm = self.tokens[at].norm
        return norm[0] == "ب" and at not in self.starts

    def _complete(self, title: Title) -> Title:
        """The title with everything that belongs to it."""
        reader = _Complement(self, title)
        reader.read()
        inside = tuple(m for m in self.all if m.kind in _TAKEN and title.first < m.first + 1 and title.head_last <= m.first
                       and m.last <= reader.last)
        return replace(title, last=reader.last, safe=reader.safe, extended=reader.extended, former=reader.former,
                       designate=reader.designate, inside=inside, abroad=reader.abroad)


class _Complement:
    """Walks over the words behind a title head."""

    def __init__(self, titles: Titles, title: Title) -> None:
        self.titles, self.title = titles, title
        self.tokens, self.classes, self.effects = titles.tokens, titles.classes, titles.effects
        self.last = self.safe = title.head_last
        self.closed = title.head.closed
        self.extended = title.head.closed and title.head_last - title.first > 1 and title.head.kind != "body"
        self.former = self.designate = False
        self.abroad: int | None = None
        self.charged = False
        self.open_noun = title.head.label_en in ("Governor", "Mayor")
        self.loose = False
        self.owned = False

    def read(self) -> None:
        limit = min(len(self.tokens), self.title.first + _LONGEST)
        while self.last < limit and self.titles.home[self.last] == self.titles.home[self.title.first]:
            step = self._step(self.last)
            if step == 0:
                break
            self.last += step
            if not self.loose:
                self.safe = self.last
        if not self.closed and self.last > self.title.head_last:
            # an unfinished chain ("رئيس قال"): only the head stands
            self.last = self.safe = self.title.head_last
            self.extended = False

    def _step(self, at: int) -> int:
        norm, word = self.tokens[at].norm, self.classes[at]
        if word is Word.MARK:
            return self._mark(at)
        mention = self.titles.starts.get(at)
        if mention is not None and (taken := self._mention(mention, at)):
            return taken
        if norm in self.effects["former"]:
            self.former = True
            return 1
        if norm in self.effects["charge"]:
            return self._charge(at)
        if norm in self.effects["designate"]:
            self.designate = True
            return 1
        if norm in _PREPOSITIONS:
            return self._preposition(at, _PREPOSITIONS[norm])
        if norm in self.effects["stop"] or norm in self.effects["unnamed"] or self._new_phrase(at):
            return 0
        inner = None if self.closed else heads().at(self.tokens, at)
        if inner is not None and inner[1].definite:  # "نائب الأمين العام …"
            self._close()
            return inner[0] - at
        if has_article(self.titles.document, at) and word in (Word.DEFINITE, Word.ARTICLE, Word.ORDINAL):
            self._close()
            return 1
        glued = self._glued(at)
        return glued if glued else self._indefinite(at, norm, word)

    def _close(self) -> None:
        self.closed = self.extended = True
        self.open_noun = False

    def _new_phrase(self, at: int) -> bool:
        """A word of courtesy, a rank or another title begins here."""
        if honorifics().at(self.tokens, at) is not None and len(self.tokens[at].norm) > 1:
            return True
        if not self.closed:
            return False
        hit = heads().with_clitics(self.tokens, at)
        return hit is not None and hit[0] in ("", "و") and self.tokens[at].norm not in self.effects["tail"]

    def _mark(self, at: int) -> int:
        norm = self.tokens[at].norm
        after = at + 1
        if norm in "،," and after < len(self.tokens) and self.tokens[after].norm in self.effects["charge"]:
            return 1 if self._charged_with(after) else 0
        named = self.titles.starts.get(after)
        if quotes(norm) and (self.open_noun or (named is not None and named.kind in _BODIES and not self.closed)):
            for end in range(after, min(after + _QUOTED + 1, len(self.tokens))):
                if quotes(self.tokens[end].norm):
                    self._close()
                    return end + 1 - at
        return 0

    def _mention(self, mention: Mention, at: int) -> int:
        """A country, place or body: annexed, or behind ل and ب, or an adjective."""
        if mention.kind is Kind.NISBA:
            if not has_article(self.titles.document, at):
                return 0
        elif mention.prefix in ("", "ال"):
            if self.closed and not self._second_part(mention):
                return 0
        elif mention.prefix not in ("ل", "ب") or (mention.kind is Kind.PLACE and mention.prefix == "ل" and self.title.head.kind == "state"):
            return 0
        self._close()
        self.owned = True
        return mention.last - at

    def _second_part(self, mention: Mention) -> bool:
        """A body may follow a closed title only where it begins with the article and is in apposition to nothing else."""
        return mention.kind in _BODIES and self.tokens[mention.first].norm.startswith("ال") and self.title.head.kind == "counterpart"

    def _charged_with(self, at: int) -> bool:
        after = at + 1
        return after < len(self.tokens) and (self.tokens[after].norm[0] in "بل" or self.tokens[after].norm in ("لدي", "في"))

    def _charge(self, at: int) -> int:
        """"in charge of …": what follows is a matter, opened by ب; without it the holder is designate."""
        if self._charged_with(at):
            self.charged = True
        elif "كلف" in self.tokens[at].norm:
            self.designate = True
        self._close()
        return 1

    def _preposition(self, at: int, kind: str) -> int:
        head = self.title.head.kind
        if kind == "abroad":
            if head not in ("envoy", "body", "state") or (self.tokens[at].norm == "الي" and head == "state"):
                return 0
            if self._object(at + 1) and self.abroad is None:
                self.abroad = at
        elif (kind == "on" and "مشرف" not in self.tokens[self.title.first].norm) or (kind == "from" and head not in ("member", "counterpart")):
            return 0
        elif (kind == "with" and not self.charged) or (kind == "for" and head not in ("member", "body")) or (kind == "name" and head == "state"):
            return 0
        if not self._object(at + 1):
            return 0
        seat = self.titles.starts.get(at + 1)
        self.loose = self.loose or (kind in ("in", "on") and (seat is None or seat.kind not in _BODIES))
        if kind == "in" and self.abroad is None and head == "envoy":
            self.abroad = at
        self.closed = self.open_noun = False
        return 1

    def _object(self, at: int) -> bool:
        """Whether a noun phrase that may stand in a title begins here."""
        if at >= len(self.tokens) or self.titles.home[at] != self.titles.home[self.title.first]:
            return False
        mention = self.titles.starts.get(at)
        if mention is not None:
            return mention.kind is not Kind.NISBA
        norm, word = self.tokens[at].norm, self.classes[at]
        if norm in self.effects["stop"] or len(norm) < 3:
            return False
        if norm.startswith("ال"):
            return word in (Word.DEFINITE, Word.ARTICLE)
        return norm in self.effects["open"] or norm in self.effects["institution"] or norm in ("شؤون", "شوون") or (
            word is Word.COMMON and at + 1 < len(self.tokens) and (self.tokens[at + 1].norm.startswith("ال") or at + 1 in self.titles.starts))

    def _glued(self, at: int) -> int:
        """و, ل, ب glued to a noun of the title."""
        norm = self.tokens[at].norm
        for prefix, rest in splits(norm)[1:]:
            definite = rest.startswith("ال") and len(rest) > 4
            if prefix == "و" and self.closed and self._conjunct(at, rest, definite):
                self.loose = self.loose or self.title.head.kind != "state"
                if not definite:
                    self.closed = False
                return 1
            if prefix == "ل" and self._dative(at, rest, definite):
                self.closed, self.extended = definite, True
                return 1
            if prefix == "ب" and heads().get(rest) is not None and not self.charged:
                return 0
            if prefix == "ب" and (self.charged and (definite or self._construct(at, rest)) or rest in self.effects["institution"]
                                  or rest in self.effects["open"]):
                self.loose = self.loose or not self.charged
                self.closed, self.extended = definite, True
                self.open_noun = rest in self.effects["open"]
                return 1
        return 0

    def _dative(self, at: int, rest: str, definite: bool) -> bool:
        """ل with what the office is for: freely as long as no body has been named, then only with a matter ("للشؤون …")."""
        if rest in self.effects["stop"]:
            return False
        matter = rest.removeprefix("ال") in self.effects["matter"]
        if matter or not (definite and is_common(rest) or self._construct(at, rest)):
            return matter
        if self.owned:
            self.loose = True
            return self.title.head.kind in ("body", "envoy") and self.title.head.label_en != "President"
        return self.title.head.kind in ("body", "member", "envoy")

    def _conjunct(self, at: int, rest: str, definite: bool) -> bool:
        """Whether "and" goes on with the matters of the office rather than with another actor or clause."""
        if rest in self.effects["stop"] or rest in self.effects["unnamed"] or heads().get(rest) is not None:
            return False
        if definite:
            return rest not in ("الوفد", "الذي", "التي")
        return (self.title.head.kind == "state" or self.charged) and self._construct(at, rest)

    def _construct(self, at: int, rest: str) -> bool:
        """An indefinite common noun with a definite word or a body right behind it."""
        if at + 1 >= len(self.tokens) or heads().get(rest) is not None and self.title.head.kind == "state" and not self.charged:
            return False
        following = self.tokens[at + 1].norm
        known = self.classes[at] is Word.COMMON
        return known and (at + 1 in self.titles.starts or (following.startswith("ال") and following not in self.effects["stop"]))

    def _indefinite(self, at: int, norm: str, word: Word) -> int:
        if norm in self.effects["tail"]:
            self.closed = True
            return 1
        if self.closed:
            return 0
        if self.open_noun and word in (Word.UNKNOWN, Word.WEAK, Word.LATIN, Word.COMMON, Word.DERIVED):
            self._close()
            # "محافظة رجال ألمع": a place of two words, a plain and an unknown one
            following = self.classes[at + 1] if at + 1 < len(self.classes) else Word.MARK
            return 2 if word is Word.COMMON and following is Word.UNKNOWN else 1
        if word in (Word.COMMON, Word.DERIVED):
            if self.title.head.kind == "job" and (at > self.title.head_last or heads().at(self.tokens, at) is not None):
                return 0
            self.open_noun = norm in self.effects["open"]
            if norm.startswith("بلاد") or norm.endswith("ها") and len(norm) > 4:
                self._close()
            return 1
        return 1 if is_compound_head(norm) and self._construct(at, norm) else 0


def body_of(title: Title, document: Document) -> Referent | None:
    """The country, organization or place whose office a title is, or None where the text leaves it open."""
    before = [m for m in title.inside if title.abroad is None or m.first < title.abroad]
    countries = [m for m in before if m.kind in (Kind.COUNTRY, Kind.NISBA) and (m.prefix != "ل" or m.first - title.head_last <= 2)]
    bodies = sorted((m for m in before if m.kind in _BODIES), key=lambda m: (m.kind is Kind.GROUP, m.first, -m.last))
    places = [m for m in before if m.kind is Kind.PLACE]
    kind = title.head.kind
    if kind in ("envoy", "state", "sovereign", "counterpart") and countries:
        body = bodies[0] if bodies else None
        if body is None or _state_organ(body, document, countries) or countries[0].first < body.first:
            return countries[0].referent
    if bodies:
        organ = next((b for b in bodies if not _state_organ(b, document, countries)), None)
        if organ is None:
            return countries[0].referent if countries else bodies[0].referent
        return organ.referent
    if kind == "state" and places and not countries:
        seat = of_capital(document.tokens, places[0].first)  # "رئيس حكومة مدريد"
        return seat[2] if seat else None
    places = [m for m in places if document.tokens[m.first - 1].norm not in _AREAS]
    for group in (countries, places):
        if group and group[0].referent is not None:
            return group[0].referent
    return None


def _state_organ(mention: Mention, document: Document, countries: Sequence[Mention]) -> bool:
    """Whether a body is an organ of a state (ministry, parliament, army), whose offices are the country's."""
    institutions = title_words()["institution"]
    nested = any(mention.first <= m.first and m.last <= mention.last for m in countries)
    head = words(document.text[mention.name.start : mention.name.end])[:1]
    if mention.referent is not None and mention.referent.authority is not None and not nested:
        return False  # "مجلس التعاون" is no organ of one state
    return any(rest in institutions for word in head for _, rest in splits(word))


def unnamed(titles: Iterable[Title], document: Document) -> set[int]:
    """First tokens of titles that stand behind a word of quantity and mean no single person."""
    group = title_words()["unnamed"]
    return {t.first for t in titles if t.first and document.tokens[t.first - 1].norm in group}
