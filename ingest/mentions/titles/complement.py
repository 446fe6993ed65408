"""What follows a title head and belongs to it: the construct chain, adjectives, coordination, prepositional phrases."""

from __future__ import annotations

from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.meetings.lexicon import gathers
from ingest.mentions.titles.asides import Asides
from ingest.mentions.titles.glue import FORMING
from ingest.mentions.words.courtesy import honorifics
from ingest.mentions.words.name_words import Word, has_article, is_compound_head, quotes, shapes
from ingest.mentions.words.title_heads import ACCUSATIVE, heads, inserted, stands_in

_PREPOSITIONS = {
    "في": "in", "لدي": "abroad", "باسم": "name", "عن": "for", "الي": "abroad", "من": "from", "علي": "on", "مع": "with",
}
_DEFINITE = (Word.DEFINITE, Word.ARTICLE, Word.ORDINAL)
_LONGEST = 24  # tokens of the longest title that is read
_INDEFINITE = 5  # indefinite words in all in the longest title


class Complement(Asides):
    """Walks over the words behind a title head."""

    def read(self) -> None:
        if self.title.head.kind == "led":
            return  # the name follows at once
        if stands_in(self.title, self.tokens):
            return  # "ممثلا الرئيس فلان"
        if self._bracketed():
            return
        limit = min(len(self.tokens), self.title.first + _LONGEST)
        while self.last < limit and self.titles.home[self.last] == self.titles.home[self.title.first]:
            # "نائبه المدعو X", "وزراء بينهم وزير الداخلية X"
            norm = self.tokens[self.last].norm
            ends = norm in self.effects["called"] or norm in self.effects["among"] or self._gathering(self.last)
            step = 0 if ends else self._step(self.last)
            if step == 0:
                break
            self.last += step
            if not self.loose:
                self.safe = self.last
        if not self.closed and self.last > self.title.head_last:
            # an unfinished chain ("رئيس قال"): only the head stands
            self.last = self.safe = self.title.head_last
            self.extended = False

    def _annexed(self, at: int) -> int:
        """The words of "رفيعة المستوى" in "رئيس الآلية الإفريقية رفيعة المستوى"."""
        annexed = self.tokens[at].norm in self.effects["annexed"] and at + 1 < len(self.tokens)
        return 2 * (annexed and has_article(self.titles.document, at + 1))

    def _gathering(self, at: int) -> bool:
        """ "رأس وزير الخارجية الاجتماع الوزاري", "حضر الوزير الجلسة": the meeting behind a title that is complete."""
        norm, bare = self.tokens[at].norm, at == self.title.head_last and has_article(self.titles.document, self.title.first)
        named = norm[2:] in self.effects["gathering"] or gathers(self.tokens[at : at + 1])
        return (self.closed or bare) and norm.startswith("ال") and named

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
        if self.closed and (aside := self._then(at) or self._branch(at) or self._annexed(at) or self._among(at)):
            return aside
        if norm in self.effects["belonging"] and self.closed:
            return self._belonging(at)
        if norm == "ل":
            return self._nicknamed(at + 1)
        if norm == "ما" and not self.closed and (step := self._so_called(at + 1)):
            return step
        if norm == "ال" and at + 1 < len(self.tokens) and self.tokens[at + 1].norm.isdigit():
            self.numbered = True  # "الرئيس الـ37 للولايات المتحدة"
            return 2
        if norm in self.effects["style"] and not self.closed and heads().at(self.tokens, at + 1) is not None:
            return 1  # "مدير مكتب معالي الوزير"
        if norm in self.effects["designate"] or (norm in self.effects["next"] and self._is_next(at)):
            self.designate = True
            return 1
        if norm in _PREPOSITIONS:
            return self._preposition(at, _PREPOSITIONS[norm])
        managed = self.effects["managed"]
        again = norm in managed and self.tokens[at - 1].norm.removeprefix("ب") in managed  # "بتسيير أعمال وزارة …"
        if again or inserted(self.titles.document, at, self.closed) or self._the_same(at):
            return 1
        if self.tokens[at - 1].norm.lstrip("و") in self.effects["ocean"] and norm.startswith("ال"):
            return 1  # "آسيا والمحيط الهادئ": no man called Hadi
        party = norm in self.effects["delegation"] and self.tokens[at - 1].norm in self.effects["party"]  # "رئيس حزب الوفد"
        if party or self._of_delegation(at):
            self._close()
            return 1
        if norm in self.effects["stop"] or norm in self.effects["unnamed"] or self._new_phrase(at) or self._last_year(at):
            return self._each(at)
        if not self.closed and (inner := self._inner(at, word)):
            return inner
        if has_article(self.titles.document, at) and (word in _DEFINITE or norm in self.effects["short"] or self._arab(at)):
            if self.closed and (self._holder(at) or self._object_behind(at)):
                return 0
            self._close()
            return 1
        return self._glued(at) or self._indefinite(at, norm, word)

    def _inner(self, at: int, word: Word) -> int:
        """The words of the office under whose holder one is: "نائب الأمين العام", "نائب حاكم الإمارة" (here no name)."""
        hit = heads().at(self.tokens, at)
        assistant = at + 1 < len(self.tokens) and heads().at(self.tokens, at + 1) is not None  # "نائب مساعد وزير الخارجية"
        named = at == self.title.head_last and (word in (Word.GIVEN, Word.WEAK) or assistant)
        self.under_envoy = self.under_envoy or (hit is not None and hit[1].label_en == "Envoy")
        if hit is None or not (hit[1].definite or (named and not hit[1].form)):
            return 0
        if hit[1].definite:
            self._close()
        return hit[0] - at

    def _new_phrase(self, at: int) -> bool:
        """A word of courtesy, a rank or another title begins here."""
        style = honorifics().with_clitics(self.tokens, at)
        if style is not None and len(self.tokens[at].norm) > 1 and (not style[0] or self._styles(style)):
            return True
        if not self.closed:
            return False
        norm = self.tokens[at].norm
        hit = heads().with_clitics(self.tokens, at)
        if hit is None or hit[0] not in ("", "و") or norm in self.effects["tail"]:
            return False
        nisba = norm.startswith("ال") and norm.endswith(("ي", "يه"))  # "المستشار الإعلامي": an occupation as an adjective
        adjective = nisba and at == self.title.head_last and hit[2].kind in ("job", "member")
        if adjective and self.title.head.kind in ("body", "envoy", "member"):
            return False
        # "رئيس الإدارة الإعلامية السفير X": it goes with a feminine noun before it
        before = self.tokens[at - 1].norm
        agrees = nisba and norm.endswith("يه") and before.endswith("ه") and before.startswith("ال")
        affairs = tuple(["ل" + noun for noun in self.effects["affairs"]])
        agrees = agrees or (nisba and before.endswith(affairs))  # "للشؤون الدبلوماسية"
        return not (agrees and hit[2].kind in ("job", "member") and at > self.title.head_last)

    def _mark(self, at: int) -> int:
        norm = self.tokens[at].norm
        after = at + 1
        if norm in "،," and after < len(self.tokens) and self.tokens[after].norm in self.effects["charge"]:
            return 1 if self._charged_with(after) else 0
        if norm in "،," and after < len(self.tokens) and self.tokens[after].norm in self.effects["belonging"]:
            step = self._belonging(after) if self.closed else 0
            if step and after + step < len(self.tokens) and self.tokens[after + step].norm in "،,":
                self.loose = True
                return step + 1
        if norm in "،," and (step := self._sent_aside(after)):
            return step + 1
        named = self.titles.starts.get(after)
        body = named is not None and named.kind in COLLECTIVES and not self.closed
        opens = (quotes(norm) and (self.open_noun or body or self._calls(at))) or (norm == "(" and (self.open_noun or body))
        end = self._shut(at) if opens else self._short_name(at)
        if end:
            self._close()
        return max(end - at, 0)

    def _mention(self, mention: Mention, at: int) -> int:
        """A country, place or body: annexed, or behind ل and ب, or an adjective."""
        if mention.kind is Kind.NISBA:
            if not has_article(self.titles.document, at):
                return 0
        elif mention.prefix == "و":
            if not self._in_row(mention, at):
                return 0
            self.loose = True
        elif mention.prefix in ("", "ال"):
            if self.closed and not self._second_part(mention):
                return 0
        elif mention.prefix not in ("ل", "ب") or self._journey(mention) or self._spoken_to(mention):
            return 0
        elif mention.prefix == "ب" and self.owned and self.title.head.kind == "state" and mention.kind in COLLECTIVES:
            return 0  # "أشاد الوزير الألماني | بالحكومة التركية"
        self._close()
        self.owned = True
        self.charged = self.charged or self.tokens[mention.last - 1].norm in self.effects["charge"]  # "اللجنة المعنية ب"
        return mention.last - at

    def _in_row(self, mention: Mention, at: int) -> bool:
        """One more country or place right behind another ("السفير لدى إيطاليا ومالطا", "إدارة الشرق الأوسط وآسيا")."""
        before = self.titles.ends.get(at)
        areas = (Kind.COUNTRY, Kind.PLACE)
        if before is None or before.first <= self.title.first or before.kind not in areas or mention.kind not in areas:
            return False
        regional = self.tokens[before.first - 1].norm in self.effects["region"]  # "نائب الرئيس لمنطقة الشرق الأوسط و…"
        return self.abroad is not None or self.title.head.kind == "body" or regional

    def _journey(self, mention: Mention) -> bool:
        """In "زيارة الوزير للمغرب" a country or place is where the holder goes, not whose office it is."""
        elected = self.title.head.form == ACCUSATIVE and mention.first == self.title.head_last  # "رئيسا لإيران"
        if mention.kind not in (Kind.COUNTRY, Kind.PLACE) or self.numbered or elected:
            return False
        phrase = mention.kind is Kind.COUNTRY and mention.last - mention.first > 1 and mention.prefix == "ب"  # "بدولة قطر"
        if mention.last - mention.first > 1 and self.closed and self._named(mention.last):
            return False  # "رئيس الخدمة الوطنية لجمهورية أذربيجان، X"
        return not phrase and (self.title.head.kind in ("state", "sovereign") or self.title.head.label_en == "President")

    def _preposition(self, at: int, kind: str) -> int:
        head = self.title.head.kind
        if kind == "abroad":
            to = self.tokens[at].norm == "الي"
            first, *of = [token.norm for token in self.tokens[at + 1 : at + 3]] or [""]
            each = first in shapes("both") and of == ["من"]
            if each and head == "envoy" and at + 3 in self.titles.starts:
                self.abroad, self.closed, self.open_noun = at, False, False
                return 3
            of_land = (head in ("state", "member") and not self.under_envoy) or gathers(self.tokens[at + 1 : at + 2])
            if head not in ("envoy", "body", "state", "member") or (to and (of_land or self._travels(at))):
                return 0
            if self._object(at + 1) and self.abroad is None:
                self.abroad = at
        elif (
            (kind == "on" and not self._supervises() and self.title.head.form != ACCUSATIVE)
            or (kind == "from" and head not in ("member", "counterpart"))
            or (kind == "with" and not self.charged and not self.tokens[at - 1].norm.startswith("لل"))
            or (kind == "for" and head != "member" and (head != "body" or self.title.head.label_en == "President"))
            or (kind == "name" and (head == "state" or self._named_for(at)))
        ):
            return 0
        if not self._object(at + 1) or (kind == "in" and (self._where_done(at) or self._at_gathering(at))):
            return 0
        seat = self.titles.starts.get(at + 1)
        self.loose = self.loose or (kind in ("in", "on") and (seat is None or seat.kind not in COLLECTIVES))
        delegate = self.title.head.label_en == "Representative" and self.title.head.definite and not self.owned
        host = delegate and seat is not None and seat.kind in COLLECTIVES
        if kind == "in" and self.abroad is None and head == "envoy" and not host:
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
        named_for = self.tokens[at - 1].norm in self.effects["in_the_name"]
        office = (named_for or self.tokens[at - 1].norm == "لدي") and heads().at(self.tokens, at) is not None
        if office or (named_for and norm in self.effects["delegation"]):
            return True
        if norm in self.effects["stop"] or len(norm) < 3:
            return False
        if norm.startswith("ال"):
            return word in (Word.DEFINITE, Word.ARTICLE)
        return (
            norm in self.effects["open"]
            or norm in self.effects["institution"]
            or norm in self.effects["affairs"]
            or (
                word is Word.COMMON
                and at + 1 < len(self.tokens)
                and (self.tokens[at + 1].norm.startswith("ال") or at + 1 in self.titles.starts)
            )
        )

    def _indefinite(self, at: int, norm: str, word: Word) -> int:
        if norm in self.effects["tail"]:
            self.closed = True
            return int(at + 1 >= len(self.tokens) or not self.tokens[at + 1].norm.isdigit())  # "عام 2012"
        if self.closed:
            return 0
        if norm in self.effects["possessed"]:
            self._close()
            return 1
        if self.open_noun and norm in self.effects["open"] and at == self.title.head_last:
            return 1  # "حاكم ولاية …"
        if self.open_noun and word is Word.COMMON and at + 1 in self.titles.starts:
            return 1  # "حاكم مصرف لبنان"
        if self.open_noun and word in (Word.UNKNOWN, Word.WEAK, Word.LATIN, Word.COMMON, Word.DERIVED):
            self._close()
            # "محافظة رجال ألمع": a place of two words, a plain and an unknown one
            return 2 if word is Word.COMMON and self.classes[at + 1 : at + 2] == [Word.UNKNOWN] else 1
        if norm[0] == "ي" and len(norm) > 3:
            return 0  # a verb
        if word in (Word.COMMON, Word.DERIVED) and self.indefinite < _INDEFINITE:
            self.indefinite += 1
            learned = norm in self.effects["learning"] and not has_article(self.titles.document, at)
            other = at > self.title.head_last or heads().at(self.tokens, at) is not None
            if self.title.head.kind == "job" and not learned and other:
                return 0
            self.open_noun = norm in self.effects["open"]
            last = self.titles.document.text[self.tokens[at].end - 1]
            possessed = norm.endswith("ها") or (norm.endswith("ته") and last == "ه")
            if norm.startswith(tuple(self.effects["country"])) or (possessed and len(norm) > 4):
                self._close()
            return 1
        masdar = word is Word.UNKNOWN and FORMING.match(norm) is not None
        if masdar and at == self.title.head_last and at + 1 < len(self.tokens) and has_article(self.titles.document, at + 1):
            return 1  # "رئيس حكومة تصريف الأعمال"
        behind = at == self.title.head_last and at + 1 < len(self.tokens)
        if word is Word.UNKNOWN and norm.endswith("ي") and behind and has_article(self.titles.document, at + 1):
            return 1  # "نقيب محرري الصحافة"
        return 1 if is_compound_head(norm) and self._construct(at, norm) else 0
