"""What و, ل and ب glue to the words of a title: further matters, what the office is for, where it is held."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.mention import Kind
from ingest.mentions.meetings.lexicon import portfolios
from ingest.mentions.trie import splits
from ingest.mentions.words.courtesy import is_courtesy
from ingest.mentions.words.name_words import Word, has_article, is_common, quotes
from ingest.mentions.words.title_heads import Title, heads

if TYPE_CHECKING:
    from ingest.mentions.titles.reader import Titles

FORMING = re.compile(r"ت\w{2}ي\w$")  # verbal nouns of the second form
_STRIVING = re.compile(r"م\wا\w{2}ه$")  # and of the third ("محاربة")

class Glue:
    """The state of a title that is being read, and the words with something glued to them."""

    def __init__(self, titles: Titles, title: Title) -> None:
        self.titles, self.title = titles, title
        self.tokens, self.classes, self.effects = titles.tokens, titles.classes, titles.effects
        self.last = self.safe = title.head_last
        self.closed = title.head.closed and title.head.label_en != "Chargé d'affaires"
        self.extended = title.head.closed and title.head_last - title.first > 1 and title.head.kind != "body"
        called = {rest for prefix, rest in splits(self.tokens[title.first].norm) if prefix == title.prefix}
        self.former = not called.isdisjoint(self.effects["former"])  # "المخلوع"
        self.designate = False
        self.abroad: int | None = None
        self.charged = self.numbered = False
        self.open_noun = title.head.label_en in ("Governor", "Mayor")
        self.loose = False
        self.owned = False
        self.under_envoy = False  # "نائب المبعوث"
        self.indefinite = 0

    def _close(self) -> None:
        self.closed = self.extended = True
        self.open_noun = False

    def _glued(self, at: int) -> int:
        """و, ل, ب glued to a noun of the title."""
        norm = self.tokens[at].norm
        for prefix, rest in splits(norm)[1:]:
            definite = rest.startswith("ال") and (len(rest) > 4 or rest in portfolios())  # "والري"
            if prefix == "و" and self.closed and self._conjunct(at, rest, definite):
                self.loose = self.loose or self.title.head.kind != "state"
                if not definite:
                    self.closed = False
                return 1
            style = prefix == "ل" and rest in self.effects["style"] and heads().at(self.tokens, at + 1) is not None
            if style and not self.owned and self.title.head.kind in ("body", "envoy"):
                self.closed = False  # "المستشار … لدولة رئيس الوزراء"
                return 1
            if prefix == "ل" and self._dative(at, rest, definite):
                self.closed, self.extended = definite, True
                self.open_noun = rest in self.effects["open"]
                return 1
            if prefix == "ب" and heads().get(rest) is not None and not self.charged:
                return 0
            ruler = self.title.head.kind in ("state", "sovereign") and not self.charged
            if prefix == "ب" and ruler and at == self.title.head_last and rest in self.effects["open"]:
                return 0  # "التقى الوزير بمدينة جدة": where he did
            area = definite and rest[2:] in self.effects["open"] and self.title.head.kind in ("body", "envoy")
            if prefix == "ب" and area and self.owned:
                self.loose = True  # "المتحدث باسم … بالمنطقة الوسطى"
                return 1
            if prefix == "ب" and (
                (self.charged and (definite or self._construct(at, rest) or self._chained(at)))
                or rest.removeprefix("ال") in self.effects["institution"]
                or rest in self.effects["open"]
                or self._seat(at, rest, definite)
            ):
                self.loose = self.loose or not self.charged
                self.closed, self.extended = definite, True
                self.open_noun = rest in self.effects["open"]
                return 1
        return 0

    def _where_done(self, at: int) -> bool:
        """ "قال الوزير في الدوحة إن": a place behind the one word of a title is where its holder does something, so is
        one in front of a counterpart: "التقى وزير الخارجية في الدوحة نظيره"."""
        place, ruler = self.titles.starts.get(at + 1), self.title.head.kind in ("state", "sovereign")
        if not ruler or place is None or place.kind not in (Kind.COUNTRY, Kind.PLACE):
            return False
        other = heads().at(self.tokens, place.last) if place.last < len(self.tokens) else None
        return at == self.title.head_last == self.title.first + 1 or (other is not None and other[1].kind == "counterpart")

    def _seat(self, at: int, rest: str, definite: bool) -> bool:
        """ "الناطق الرسمي بالحرس الوطني": the noun of a body with the article, or one with its complement."""
        noun = rest.removeprefix("ال") in self.effects["seat"] and self.title.head.kind in ("body", "envoy", "member")
        return noun and (definite or self._construct(at, rest))

    def _dative(self, at: int, rest: str, definite: bool) -> bool:
        """ل with what the office is for: freely as long as no body has been named, then only with a matter ("للشؤون …")."""
        if rest in self.effects["stop"]:
            return False
        if rest in self.effects["region"] and self.title.head.kind not in ("state", "sovereign"):
            self.loose = True
            return True  # "نائب رئيس البنك لمنطقة الشرق الأوسط"
        plural = definite and rest.endswith("ات") and self.closed and not self.owned  # "الخدمة الوطنية للهجرات"
        matter = rest.removeprefix("ال") in self.effects["matter"] or plural
        general = self.title.head.definite and self.title.head_last - self.title.first > 1 and not self.owned
        general = general or (self.title.head.form == "accusative" and not self.owned)
        if definite and general and self.classes[at] is Word.UNKNOWN and self.title.head.kind == "body":
            return True  # "المديرة العامة للكرديف", "مديرا عاما للقرض الفلاحي"
        construct = self._construct(at, rest) or ((not self.owned or is_common(rest)) and self._chained(at))
        construct = construct or self._quoted(at, rest)
        formed = definite and FORMING.match(rest[2:]) is not None and self._of_institution(at)
        if matter or not ((definite and is_common(rest)) or construct or formed):
            return matter
        if self.owned and rest.removeprefix("ال") in self.effects["media"]:
            return False  # "المسؤول بمنظمة … لوكالة …": to whom he spoke
        if self.owned:
            self.loose = True
            return self.title.head.kind in ("body", "envoy") and self.title.head.label_en != "President"
        return self.title.head.kind in ("body", "member", "envoy") or self.title.head.label_en == "Secretary of State"

    def _quoted(self, at: int, rest: str) -> bool:
        """ "لبرنامج «أمان»": a noun that takes a name, with one in quotation marks (not the paper spoken to)."""
        named = rest in self.effects["open"] and rest not in self.effects["media"]
        return named and at + 1 < len(self.tokens) and quotes(self.tokens[at + 1].norm)

    def _of_institution(self, at: int) -> bool:
        """Whether a body with its adjective stands before a token ("المجلة المغربية للتدقيق")."""
        noun = self.tokens[at - 2].norm.removeprefix("ال")
        known = noun in self.effects["seat"] or noun in self.effects["presided"] or noun in self.effects["media"]
        return known and all(has_article(self.titles.document, i) for i in (at - 1, at - 2))

    def _chained(self, at: int) -> bool:
        """Two indefinite nouns with a definite one behind them ("لجهاز أمن الدولة", "بحالة حقوق الإنسان")."""
        nouns = self.classes[at : at + 1] != [Word.MARK] and self.classes[at + 1 : at + 2] == [Word.COMMON]
        return nouns and at + 2 < len(self.tokens) and has_article(self.titles.document, at + 2)

    def _conjunct(self, at: int, rest: str, definite: bool) -> bool:
        """Whether "and" goes on with the matters of the office rather than with another actor or clause."""
        if rest in self.effects["stop"] or rest in self.effects["unnamed"] or heads().get(rest) is not None:
            return False
        if definite:
            return rest not in self.effects["delegation"] and rest not in self.effects["relative"] and not is_courtesy(rest)
        if self.title.head.kind == "state" or self.charged:
            return self._construct(at, rest)
        # "مدير مركز الدراسات الأمنية وتحليل الأزمات": the work of the body goes on
        work = FORMING.match(rest) or (_STRIVING.match(rest) and rest not in self.effects["open"])
        behind = at + 1 < len(self.tokens) and has_article(self.titles.document, at + 1)
        return bool(work) and behind and self.extended and rest not in self.effects["led_body"]

    def _construct(self, at: int, rest: str) -> bool:
        """An indefinite common noun with a definite word or a body right behind it."""
        if at + 1 >= len(self.tokens) or (
            heads().get(rest) is not None and self.title.head.kind == "state" and not self.charged
        ):
            return False
        following = self.tokens[at + 1].norm
        known = self.classes[at] is Word.COMMON or (self.classes[at] in (Word.UNKNOWN, Word.DERIVED) and is_common(rest))
        return known and (
            at + 1 in self.titles.starts or (following.startswith("ال") and following not in self.effects["stop"])
        )
