"""The shape of a body's name that stands in no list: a head noun ("منظمة", "حزب", …) and where its complement ends.

Two constructions are read: the annexation (head without the article, a definite complement, its adjectives: "منظمة
التعاون الإسلامي"), and the head with the article and adjectives ("المجلس الأعلى للسلطة القضائية"). Either may go on with
a complement after لـ, a coordinated adjective or noun, and a name in quotes. Everything is decided on folded words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.mentions.bodies.called_after import after_person, name_word
from ingest.mentions.bodies.heads import heads, words
from ingest.mentions.bodies.lands import country_words, land_words, listed_words, long_places, place_words
from ingest.mentions.bodies.quoted_words import CLOSING, closing, enclosed, is_spoken, opens, tells_people
from ingest.mentions.bodies.starts import Start, past_rank
from ingest.mentions.words.name_words import Word, classify, is_given
from ingest.parts import Token

_ADJECTIVE_ENDINGS = ("ي", "يه", "يين", "يون", "يات")
_HYPHENS = frozenset({"-", "–", "—"})
_MOST_WORDS = 12


def is_adjective(norm: str) -> bool:
    """A definite adjective, by its ending or by the list."""
    if norm in words("stops") or norm in country_words() or is_given(norm):
        return False
    if norm in words("adjectives"):
        return True
    if not norm.startswith("ال") or len(norm) <= 5 or norm[2:] in heads():
        return False
    return norm.endswith(_ADJECTIVE_ENDINGS) or (norm.startswith("الم") and norm.endswith("ه"))


def is_definite(norm: str) -> bool:
    """A noun with the article that may be part of a name."""
    long = len(norm) > 4 or norm in words("short")
    return norm.startswith("ال") and long and norm not in words("stops") and norm[2:] not in heads()


def end_of_name(tokens: Sequence[Token], first: int, limit: int, start: Start) -> int:
    """The token after the last one of the name that begins at `first`; `first + 1` if nothing but the head is there."""
    if (whole := enclosed(tokens, first, start.definite, limit)) > first:
        return whole
    reader = _Reader(tokens, min(limit, first + _MOST_WORDS))
    at = first + 1
    feminine = start.head.noun.endswith(("ه", "ات"))
    if start.definite and reader.norm(at) in words("of_page") and feminine != reader.norm(at).endswith("ه"):
        return at
    end = _end_of_name(reader, at, start)
    if reader.norm(end - 1) in words("charged") and start.head.noun in words("with_ministers"):
        return end - 1  # "الوزيرة لدى رئيس الحكومة المكلفة بالرقمنة": she is
    charged = reader.norm(end) in words("charged") and feminine == reader.norm(end).endswith("ه")
    if end > at and charged and start.head.noun not in words("with_ministers") and reader.concerned(end + 1) > end + 1:
        return reader.concerned(end + 1)
    return reader.concerned(end)


def matter(tokens: Sequence[Token], at: int, limit: int) -> int:
    """The end of what a body is concerned with: "حول ليبيا", "المعنية | بسوريا"; the token itself if it is not told."""
    reader = _Reader(tokens, limit)
    if reader.norm(at) in words("about"):
        two = f"{reader.norm(at + 1)} {reader.norm(at + 2)}" in long_places()
        land = reader.norm(at + 1) in land_words() or reader.norm(at + 1) in land_words(definite=True)
        return at + 3 if two else at + 2 if land else at
    return reader.concerned(at)


def _end_of_name(reader: _Reader, at: int, start: Start) -> int:
    concerned = reader.norm(at + 2) in words("concerned") | words("about") | {"من"}  # "للجنة رفيعة المستوى المعنية بليبيا"
    if (start.definite or concerned) and (ranked := reader.ranked(at)) > at:
        return ranked
    if start.definite:
        if not start.head.noun.endswith(("ه", "ات", "ا")) and reader.norm(at).endswith("ه"):
            return at  # "قوى التحالف المترددة": they are, not the alliance
        end = reader.adjectives(at, people=False)
        if end > at or start.head.noun in words("aiming_bare"):
            end = reader.purpose(end, start.head.noun)
        formed = start.head.noun in words("formed") and end == at  # "الحكومة لإصدار الجوازات": what she is asked for
        return reader.tail(end, noun=False) if end > at or (not formed and reader.toward(at) > at) else at
    quoted = reader.quoted(at)
    if quoted > at:
        return reader.adjectives(quoted)
    end = reader.complement(at, start.head.noun)
    if start.head.noun in words("aimless") and reader.norm(end).startswith("ل"):
        return end  # "وكيل وزارة الخارجية للعلاقات الثنائية": that is what he is there for
    return reader.tail(end, noun=True) if end > at else at


@dataclass(frozen=True, slots=True)
class _Reader:
    """Steps over the parts of a name; each method returns the position after its part, or the position it was given."""

    tokens: Sequence[Token]
    limit: int

    def norm(self, at: int) -> str:
        return self.tokens[at].norm if at < self.limit else ""

    def quoted(self, at: int) -> int:
        """A short stretch in quotes that may be a name: 'the alliance "without delay"' is quoted speech."""
        if not opens(self.tokens, at) or at >= self.limit or is_spoken([self.norm(i) for i in range(at + 1, at + 5)]):
            return at
        for end in range(at + 2, min(at + 7, self.limit)):
            if self.norm(end) in CLOSING:
                return end + 1
            if not self.tokens[end].is_word:
                return at
        return closing(self.tokens, at + 1, self.limit) + 1 or at

    def concerned(self, at: int) -> int:
        """ "المجموعة الخاصة | بليبيا", "المعنية | بحقوق الطفل": with what without it the adjective says something else."""
        about = self.norm(at)[1:]
        if self.norm(at)[:1] != "ب" or self.norm(at - 1) not in words("concerned"):
            return at
        if f"{about} {self.norm(at + 1)}" in long_places():
            return at + 2  # "المعنية بجنوب السودان"
        if about in land_words(definite=True):
            return at + (self.norm(at - 1) in words("dealing"))  # "المعنية بالسودان", but "القوات الخاصة بالعراق"
        if about in place_words() or about in land_words():
            return at + 1
        end = at + 1
        while not is_definite(about) and end <= at + 3 and (about in words("links") or about in words("of_a_matter")):
            about, end = self.norm(end), end + 1
        if end > at + 1 and (about in words("named_matters") or self.quoted(end - 1) > end - 1):
            return max(end, self.quoted(end - 1))  # "بمكافحة تمويل داعش"
        against = about in words("defence") and self.norm(end) == "عن" and self.norm(end + 1)
        end += 2 if against else 0  # "الخاصة بالدفاع عن أوكرانيا"
        return self.adjectives(end) if is_definite(about) else at

    def adjectives(self, at: int, people: bool = True) -> int:
        """Adjectives, also coordinated ones: "الاقتصادي والاجتماعي"; of people ("الدوليين") only behind people."""
        while is_adjective(self.norm(at)) or self._joined(self.norm(at)):
            if self.norm(at) in words("of_this_time") and self.norm(at + 1) in words("times"):
                return at  # "انضم إلى الحزب العام الماضي"
            behind_one = self.norm(at - 1).endswith(("يه", "ي"))  # "القوى الإسلامية | الفلسطينيين للتصدي"
            if (not people or behind_one) and self.norm(at).endswith(("ين", "ون")):
                return at  # "منحت الحكومة اليمنية الحوثيين": two objects
            if self.norm(at) in words("arab") and self.norm(at + 1) in words("saudi"):
                return at
            at += 1 + self._hyphen(at + 1)
        if self.norm(at) in words("high") and self.norm(at + 1) in words("level"):
            at += 2
        return at

    def _hyphen(self, at: int) -> bool:
        """ "اللجنة العراقية - الإيرانية": between two adjectives of one ending."""
        one, other = self.norm(at - 1), self.norm(at + 1)
        alike = any(one.endswith(end) and other.endswith(end) for end in ("يه", "ي"))
        return self.norm(at) in _HYPHENS and alike and is_adjective(other)

    def ranked(self, at: int) -> int:
        """ "رفيعة المستوى" right behind the head, with what the body is concerned with or whose it is."""
        if (end := past_rank(self.tokens, at, self.limit)) == at:
            return at
        end = self.adjectives(end, people=False)
        about = matter(self.tokens, self._of_so_many(end), self.limit)
        return about if about > end else self.tail(end, noun=False)

    def _of_so_many(self, at: int) -> int:
        """ "لجنة رفيعة المستوى من 3 أعضاء | بشأن السودان"."""
        told = self.norm(at) == "من" and self.norm(at + 2) in words("so_many")
        return at + 3 if told else at

    def complement(self, at: int, noun: str) -> int:
        """The second part of an annexation."""
        begin = at
        if self.norm(at) in words("gatherings") and noun not in words("of_gatherings"):
            return begin
        for _ in range(3):
            word = self.norm(at)
            if word in words("defence") and self.norm(at + 1) == "عن" and is_definite(self.norm(at + 2)):
                return self.adjectives(at + 3)  # "منظمة الدفاع عن المستهلك"
            if is_definite(word):
                return self.adjectives(at + 1)
            if at > begin and word in land_words():
                return at + 1  # "تحالف دعم مصر"
            inner = at == begin and noun in words("parties") and word in heads()  # "حزب اتحاد القوى الشعبية"
            joined = at > begin and word.startswith("و") and word[1:] in words("links")
            if not inner and not joined and word not in words("links"):
                break
            at += 1
        word = self.norm(begin)
        if noun in words("of_persons_named") and (end := after_person(self.tokens, begin, self.limit)) > begin:
            return end
        if noun in words("of_places") and (word in place_words() or word in land_words()) and self.toward(at + 1) > at + 1:
            return begin + 1  # "صندوق أبوظبي للتنمية"
        if noun in words("of_a_city") and word in place_words():
            return begin + 1  # "تجمع صنعاء"
        if self.norm(begin + 1) in words("sided") and noun in words("proper") and self._of_people(word):
            return begin + 3 if self.norm(begin + 2) else begin  # "حركة مواطنون ضد الانقلاب"
        if noun in words("proper") and word in words("trades") and self.norm(begin + 1):
            begin, word = begin + 1, self.norm(begin + 1)  # "وكالة أنباء فارس"
            if is_definite(word):
                return self.adjectives(begin + 1)
        if noun in words("proper") and self.norm(begin + 1) in words("press") and word[:1].isalpha():
            return begin + 2 + (self.norm(begin + 2) in words("press"))  # "صحيفة واشنطن بوست"
        if noun in words("proper") and self._proper(word):
            lead = word in words("place_leads") and self.norm(begin + 1).isalpha()  # "جامعة سان خوسيه"
            lead = lead or (noun in words("parties") and self.norm(begin + 1) in land_words())  # "حركة مشروع تونس"
            return self.adjectives(begin + 1) if word.startswith("ال") else begin + 1 + lead
        return begin

    def _of_people(self, word: str) -> bool:
        """Those who call themselves by what they are for: "مراسلون", "صحفيات", "شباب"."""
        return word.endswith(("ون", "ات")) or word in words("links")

    def _proper(self, word: str) -> bool:
        """An unknown word that may be a proper name."""
        if word in place_words():
            return False
        if len(word) < 3 or not word[0].isalpha() or word in words("stops") or word in words("indefinite"):
            return False
        if word[0] in "بلكو" and (word[1:] in words("stops") or word[1:].startswith(("ال", "ل"))):
            return False
        return not word.endswith(("يه", "ي", "ين", "ات", "ها", "هم")) and word[:1] not in "يت"

    def _joined(self, word: str) -> bool:
        """One more adjective behind "and"; "والقيادي" is a person, "والمنظمة العربية" another body."""
        own = word[1:] not in words("people") and word[3:] not in heads()
        return word.startswith("و") and own and is_adjective(word[1:])

    def purpose(self, at: int, noun: str) -> int:
        """An aim that is part of a political name: "التكتل من أجل العمل والحريات"."""
        if noun not in words("aiming") or self.norm(at) != "من" or self.norm(at + 1) not in words("sake"):
            return at
        if is_definite(self.norm(at + 2)):
            end = self.adjectives(at + 3)
            while self._coordinated(self.norm(end)):
                end = self.adjectives(end + 1)
            return end
        # "من أجل جمهورية جديدة": an indefinite noun with its adjective
        aim, adjective = self.norm(at + 2), self.norm(at + 3)
        agreed = aim.endswith("ه") and adjective.endswith("ه") and adjective not in words("stops")
        return at + 4 if agreed else at

    def toward(self, at: int) -> int:
        """A complement after لـ: "للسلطة القضائية", "لحقوق الإنسان", "لشؤون اللاجئين"."""
        word = self.norm(at)
        if word in words("for_summit") or (word and classify(word, word) in (Word.GIVEN, Word.WEAK)):
            return at  # "المجلس التحضيري للقمة", "رئيسة اللجنة لطيفة الشريف"
        if word.endswith(("ها", "هم", "هما")) or (word.startswith("لل") and "ال" + word[2:] in land_words(definite=True)):
            return at  # "البنك الدولي للمغرب": whom it lends to
        if word[:1] == "ل" and (word[1:] in place_words() or word[1:] in land_words()):
            return at + 1 if word[1:] in words("continents") else at  # "اللجنة الاقتصادية لأفريقيا"
        if word in words("for_state") and self.norm(at - 1) in words("highest"):
            return at + 1  # "المجلس الأعلى للدولة"
        about = "ال" + word[2:]
        stopped = word in words("stops") or about in words("stops") or word[2:] in heads()
        if about in words("gone_about"):
            return at
        if about in words("given_to") and not is_adjective(self.norm(at - 1)):
            return at  # "تمنح الرابطة للشباب …": who gets it
        built = word[1:] in words("links") and is_definite(self.norm(at + 1))  # "جمعية أبحاث للغات الشرق"
        if word.startswith("لل") and len(word) > 4 and not stopped and not built:
            return self.adjectives(at + 1)
        if word.startswith("ل") and (word[1:] in words("links") or is_definite(self.norm(at + 1))) and len(word) > 3:
            second = at + 1
            while self.norm(second) in words("links"):
                second += 1
            area = second > at + 1 and self.norm(second) in words("continents")  # "لدول وسط أفريقيا"
            if (is_definite(self.norm(second)) or area) and word not in words("stops"):
                return self.adjectives(second + 1)
            if second == at + 1 and word[1:] in words("links") and self.norm(second) in land_words():
                return second + 1  # "اللجنة الدولية لمتابعة ليبيا"
        return at

    def tail(self, at: int, *, noun: bool) -> int:
        """What may follow the core: لـ complements, a field ("في مجال …"), coordinated nouns, a name in quotes.

        Nouns are coordinated with a noun only ("للصناعة والتجارة"); `noun`: the core has one besides the head.
        """
        end = at if noun and self.norm(at) in words("spoken_to") else self.toward(self.toward(at))
        if self.norm(end) == "في" and self.norm(end + 1) in words("field") and is_definite(self.norm(end + 2)):
            end = self.adjectives(end + 3)
        while (noun or end > at) and self._coordinated(self.norm(end)):
            end = self.adjectives(end + 1)
        return end if self._person_quoted(end) or tells_people(self.tokens, end) else self.quoted(end)

    def _person_quoted(self, at: int) -> bool:
        """ "لجماعة الحوثي «عبدالله الديلمي»": the name in quotation marks is that of a person."""
        given, family = (name_word(self.tokens, at + further, self.limit) for further in (1, 2))
        full = given in (Word.GIVEN, Word.SERVANT) and family in (Word.ARTICLE, Word.UNKNOWN, Word.GIVEN)
        return full and opens(self.tokens, at)

    def _coordinated(self, word: str) -> bool:
        known = is_adjective(word[1:]) or word[1:] in country_words() or word[1:] in listed_words()
        return word.startswith("وال") and is_definite(word[1:]) and not known
