"""Titles: the head ("وزير", "الأمين العام"), what follows it, whose office it is.

A title is a construct chain ("نائب وزير خارجية روسيا") that a definite word or a name of a country or body closes; then come
definite adjectives, coordinated definite words, phrases with ل ب لدى باسم عن في. An indefinite word after the chain has
closed no longer belongs to it: there the name of the holder begins, or the sentence goes on.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.document import Document
from ingest.fold import fold
from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.titles.complement import Complement
from ingest.mentions.titles.led import led
from ingest.mentions.trie import name_start, splits
from ingest.mentions.words.courtesy import honorifics
from ingest.mentions.words.name_words import Word, classify, quotes, sentence_numbers, shapes
from ingest.mentions.words.title_heads import POSSESSED, TAKEN, Head, Title, heads, office_nouns, title_words

__all__ = ["Head", "Title", "Titles", "has_substance", "heads", "title_words", "unnamed"]

_NAME_GOES_ON = (
    Word.LINK, Word.GIVEN, Word.UNKNOWN, Word.MARK, Word.ARTICLE, Word.SERVANT, Word.LEAD, Word.WEAK,
)


class Titles:
    """Reads titles in one document over the candidates of the first pass. `places` are the tokens that may open one."""

    def __init__(self, document: Document, found: Sequence[Mention], classes: list[Word], places: Sequence[int]) -> None:
        self.document = document
        self.places = places
        self.tokens = document.tokens
        self.classes = classes
        self.effects = title_words()
        self.starts: dict[int, Mention] = {}
        self.ends: dict[int, Mention] = {}
        self.nations = {m.last: m for m in found if m.kind in (Kind.NISBA, Kind.COUNTRY) and not m.prefix}
        self.days = {m.last: m.first for m in found if m.kind is Kind.DATE}  # by their end
        self.all = sorted((m for m in found if m.kind in TAKEN), key=lambda m: (m.first, -m.last))
        self.firsts = [m.first for m in self.all]
        for mention in self.all:
            self.starts.setdefault(mention.first, mention)  # the longest comes first
            self.ends.setdefault(mention.last, mention)
        self.home = sentence_numbers(document)

    def find(self) -> list[Title]:
        """All titles, in text order; two titles in a row are two."""
        found: list[Title] = []
        for at in self.places:
            title = self.at(at) if not found or at >= found[-1].last else None
            if title is not None:
                found.append(title)
        return found

    def at(self, first: int) -> Title | None:
        """The title whose head begins at a token, or None."""
        hit = heads().with_clitics(self.tokens, first)
        owner = self.starts.get(hit[1] - 1) if hit is not None and hit[1] > first + 1 else None
        if hit is not None and owner is not None and owner.last > hit[1] and self._is_owner(owner):
            short = heads().get(self.tokens[first].norm[len(hit[0]) :])  # "رئيس" of "دولة فلسطين", of "البرلمان العربي"
            hit = hit if short is None else (hit[0], first + 1, short)
        if hit is None or not self._is_head(first, hit[0], hit[1], hit[2]):
            return None
        prefix, end, head = hit
        if head.kind == "led":
            return led(self, Title(first, end, end, prefix, head, end, False, False, False, False, (), None))
        head = self._possessed(first, end, head, prefix)
        counterpart = head.kind == "counterpart"
        title = self._complete(Title(first, end, end, prefix, head, end, False, False, False, counterpart, (), None))
        told = title.extended and head.label_en not in ("President", "Leader")  # "رؤساء مجالس المدن"
        several = head.form == "plural" and not (told or self._by_country(title))
        return None if several or self._is_raisi(title) or self._family_name(title) else title

    def _is_raisi(self, title: Title) -> bool:
        """ "إبراهيم رئيسي" is no dual, nor is "دور رئيسي": that has its country behind it ("رئيسي مالي X والنيجر Y")."""
        plain = title.head.form == "dual" and title.head.singular == "رئيس"
        behind_name = title.first > 0 and self.classes[title.first - 1] is Word.GIVEN
        return plain and (behind_name or not self._by_country(title))

    def _is_owner(self, mention: Mention) -> bool:
        """Whether a name that a longer title runs into is that of a state, or of a known body whose noun has the article."""
        known = mention.referent is not None and mention.referent.authority is not None
        definite = self.tokens[mention.first].norm.startswith("ال")
        return mention.kind is Kind.COUNTRY or (mention.kind is Kind.ORGANIZATION and known and definite)

    def over(self, first: int) -> Title | None:
        """The office that the noun at a token names ("رئاسة الحكومة" → "رئيس الحكومة"), or None if it is over no body."""
        hit = office_nouns().at(self.tokens, first)
        if hit is None:
            return None
        noun, called = hit
        end, head = heads().at(self.tokens, first, fold(called)) or (noun, heads().get(called))
        if head is None:
            return None
        named = called + self.document.text[self.tokens[noun - 1].end : self.tokens[end - 1].end]
        head = replace(head, form="", singular=" ".join(named.split()))
        title = self._complete(Title(first, end, end, "", head, end, False, False, False, False, (), None))
        return title if title.extended and (head.kind == "state" or self._over_body(end)) else None

    def _over_body(self, at: int) -> bool:
        """Whether the noun or the name of a body begins at a token, not what is presided over for some hours."""
        words = self.effects
        mention = self.starts.get(at)
        rests = {form for _, rest in splits(self.tokens[at].norm) for form in (rest, rest.removeprefix("ال"))}
        if rests & (words["gathering"] | words["delegation"]):
            return False
        return (mention is not None and mention.kind in COLLECTIVES) or bool(
            rests & (words["presided"] | words["seat"] | words["led_body"] | words["institution"])
        )

    def _possessed(self, first: int, end: int, head: Head, prefix: str) -> Head:
        """ "نائبه محمد …" is no "نائبة": a final ه, not ة, with the name behind it."""
        token, text = self.tokens[first], self.document.text
        if end != first + 1 or token.norm[-1] != "ه" or text[token.end - 1] != "ه" or head.definite or head.form:
            return head
        if not self._named_at(end):
            return head
        singular = text[name_start(token, text, prefix) : token.end - 1]
        return replace(head, form=POSSESSED, singular=singular, closed=True)

    def _named_at(self, at: int) -> bool:
        """Whether a name or a word of courtesy may begin at a token, perhaps behind an adjective of the office before it."""
        passed = self.effects["former"] | self.effects["adjective"] | self.effects["called"]
        while at < len(self.tokens) and self.tokens[at].norm in passed:
            at += 1
        if at >= len(self.tokens) or at in self.starts:
            return False
        following = self.classes[at : at + 2]
        weak = following in ([Word.WEAK, Word.ARTICLE], [Word.WEAK, Word.UNKNOWN], [Word.WEAK, Word.WEAK])
        given = following[0] in (Word.GIVEN, Word.SERVANT, Word.LEAD, Word.UNKNOWN)
        return given or weak or honorifics().at(self.tokens, at) is not None

    def _by_country(self, title: Title) -> bool:
        """Whether a country ends a plural ("وزراء خارجية مصر"), so that the name of its minister may follow."""
        inside = title.inside
        return bool(inside) and inside[-1].last == title.last and inside[0].first - title.head_last <= 2

    def _family_name(self, title: Title) -> bool:
        """A title that is the family name of a man ("خالد السفير"): behind a given name, with nothing that goes with it."""
        at = title.last
        beside = heads().at(self.tokens, at) if at < len(self.tokens) else None
        if beside is not None and not beside[1].form:
            return False  # "سالم الوزير مدير الديوان": two offices
        bare = at == title.first + 1 and not title.prefix and self.tokens[title.first].norm in self.effects["surname"]
        if not bare or not title.first or self.classes[title.first - 1] is not Word.GIVEN:
            return False
        return at >= len(self.classes) or self.classes[at] in (Word.MARK, Word.COMMON)

    def _is_head(self, first: int, prefix: str, end: int, head: Head) -> bool:
        """Homographs of title words."""
        token = self.tokens[first]
        surface = self.document.text[token.start : token.end]
        if token.norm in self.effects["governor"]:
            return "إ" not in surface and not surface.endswith("ى")
        before = self.tokens[first - 1].norm if first else ""
        if before.endswith(tuple(shapes("servant"))):
            return False  # "عبد الملك"
        if head.label_en == "Member of Parliament" and end == first + 1 and (not head.definite or before.startswith("ال")):
            return False  # "الفريق البرلماني"
        plain = not (head.definite or prefix)
        if head.label_en == "Official" and plain and token.norm.endswith("ه") and before.endswith("ه"):
            return False  # "هيئة مسؤولة عن …"
        if head.kind == "job" and plain and self._is_adjective(first):
            return False
        if head.kind == "job" and head.definite and before in self.effects["for_the_press"]:
            return False  # "غاب عن المؤتمر الصحفي الوزير فلان"
        if head.label_en == "Rapporteur" and end == first + 1 and self._is_at(end):
            return False  # "القمة المقررة ببغداد"
        if head.label_en == "Deputy" and end < len(self.tokens) and self.tokens[end].norm in self.effects["vice_of"]:
            return False  # "نائب الأدميرال فلان"
        if head.label_en == "Chargé d'affaires" and not prefix and self._is_caretaker(first):
            return False
        if head.label_en == "Member" and not head.definite and before in self.effects["member_body"]:
            return False  # "ثلاثون دولة عضو في المنظمة"
        if head.label_en == "Representative" and not head.definite and self._represented(first, end):
            return False
        if head.label_en == "Assistant" and not head.definite and end < len(self.tokens):
            inner = heads().at(self.tokens, end)
            if inner is None and self.tokens[end].norm not in self.effects["institution"]:
                return False  # "مساعدة المحتاجين" is help
        own = classify(token.norm[len(prefix) :], surface) if prefix in ("", "و") else Word.COMMON
        if own in (Word.GIVEN, Word.WEAK) and end == first + 1:
            if before in shapes("sons"):
                return False  # "بدر بن سلطان"
            if head.label_en == "Assistant" and heads().at(self.tokens, end) is not None:
                return True
            following = self.classes[end] if end < len(self.tokens) else Word.MARK
            quoted = self.starts.get(end + 1) if end < len(self.tokens) and quotes(self.tokens[end].norm) else None
            if quoted is not None and quoted.kind in COLLECTIVES:
                return True  # 'قائد "قوات …"'
            return following not in _NAME_GOES_ON or end in self.starts
        return True

    def _is_caretaker(self, at: int) -> bool:
        """ "الحكومة الألمانية - القائمة بالأعمال -": the government carries on, and nobody is in charge of an embassy."""
        front = at - 1
        while front > 0 and (self.classes[front] is Word.MARK or (front + 1) in self.nations):
            front -= 1
        hers = front >= 0 and self.tokens[at].norm.endswith("ه") and self.home[front] == self.home[at]
        return hers and any(rest in self.effects["caretaking"] for _, rest in splits(self.tokens[front].norm))

    def _is_at(self, at: int) -> bool:
        """Whether a city or a country with "in" glued to it begins at a token."""
        place = self.starts.get(at)
        return place is not None and place.kind in (Kind.PLACE, Kind.COUNTRY) and place.prefix == "ب"

    def _is_adjective(self, at: int) -> bool:
        """ "رسالة مصورة": the feminine of an occupation behind an indefinite noun that is no person."""
        before = self.tokens[at - 1].norm if at else ""
        agrees = self.tokens[at].norm[-1] == before[-1:] == "ه" and not before.startswith("ال")
        return agrees and self.classes[at - 1] is Word.COMMON and heads().get(before) is None

    def _represented(self, first: int, at: int) -> bool:
        """ "ممثلة بـ …" says by whom something is represented; behind a state or a body also "ممثلة في …"."""
        norm = self.tokens[at].norm if at < len(self.tokens) else "."
        before = self.tokens[first - 1].norm if first else ""
        told = first in self.ends or before in self.effects["represented"]
        return (norm[0] == "ب" and (told or at not in self.starts)) or (told and norm == "في")

    def _complete(self, title: Title) -> Title:
        """The title with everything that belongs to it."""
        reader = Complement(self, title)
        reader.read()
        low = bisect_left(self.firsts, title.first + 1)
        high = bisect_left(self.firsts, reader.last)
        inside = tuple(m for m in self.all[low:high] if m.last <= reader.last)
        return replace(
            title,
            last=reader.last,
            safe=reader.safe,
            extended=reader.extended,
            former=reader.former,
            designate=reader.designate,
            inside=inside,
            abroad=reader.abroad,
        )


def unnamed(titles: Iterable[Title], document: Document) -> set[int]:
    """First tokens of titles that stand behind a word of quantity and mean no single person."""
    group = title_words()["unnamed"]
    return {t.first for t in titles if t.first and document.tokens[t.first - 1].norm in group}


def has_substance(title: Title, document: Document) -> bool:
    """The article and adjectives alone ("الرئيس الجديد") are no office: it takes a country, a body, a matter."""
    if title.head_last - title.first > 1 or not title.head.definite or title.inside:
        return True
    return any(not token.norm.startswith("ال") for token in document.tokens[title.head_last : title.last])
