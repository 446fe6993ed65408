"""Where the name of a person begins and ends: forwards from a given place, backwards from a title."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.document import Document
from ingest.mentions.names.ends import (
    before_name,
    eastern_family,
    ends_descent,
    foreign_family,
    is_particle,
    no_part,
    on_behalf,
    possessed,
    reported,
    stops,
)
from ingest.mentions.names.slots import Place, slot_part
from ingest.mentions.names.verbs import tells
from ingest.mentions.words.courtesy import is_courtesy, is_hers
from ingest.mentions.words.name_words import (
    NAME_LIKE,
    Word,
    classify,
    is_compound_head,
    is_family,
    is_prayer,
    is_second_half,
    is_surname,
    is_syllable,
    is_verbal,
    opening,
    quotes,
    sentence_numbers,
    shapes,
    starts_phrase,
)
from ingest.mentions.words.sayings import is_saying, that

_MOST_PARTS, _MOST_TOKENS = 4, 14  # without a link word ("bin"), and with; longer runs of unknown words are no name
_OF_NAMES = (*NAME_LIKE, Word.LEAD, Word.LINK)
_LINKS, _ENDING, _CLOSED = (Word.LINK, Word.LEAD), (Word.MARK, Word.COMMON, Word.DERIVED), (Word.ARTICLE, Word.ORDINAL)
_BEHIND_FAMILY = (Word.ARTICLE, Word.LINK, Word.LEAD, Word.ORDINAL, Word.TAIL, Word.MARK)


@dataclass(slots=True, unsafe_hash=True)
class Name:
    """Tokens `first` to `last` (exclusive); `prefix`: clitics glued to the first; `sure`: a known name word is in it."""

    first: int
    last: int
    prefix: str
    sure: bool
    parts: int


class Names:
    """Reads names in one document. `blocked` are tokens that belong to something else (countries, bodies, dates, titles)."""

    def __init__(
        self, document: Document, words: list[Word], blocked: frozenset[int], nisba: frozenset[int], places: frozenset[int]
    ) -> None:
        self.document, self.words, self.blocked = document, words, blocked
        self.nisba, self.places = nisba, places  # adjectives of countries and places of one word
        self.sentence = sentence_numbers(document)

    def first_word(self, at: int, clitics: bool) -> tuple[str, Word]:
        """The class of a word that may open a name, and the clitic prefix split off for it."""
        token, word = self.document.tokens[at], self.words[at]
        if word in (Word.GIVEN, Word.SERVANT) or (clitics and word is Word.WEAK):
            return "", word
        if not clitics:
            return "", Word.COMMON if self.conjoined(at) else word
        return opening(token.norm, self.document.text[token.start : token.end])

    def conjoined(self, at: int) -> bool:
        """Whether an unknown word is "and" with a given name or a courtesy glued to it."""
        token = self.document.tokens[at]
        if self.words[at] is not Word.UNKNOWN or token.norm[0] not in "وف" or len(token.norm) < 4:
            return False
        given = classify(token.norm[1:], self.document.text[token.start : token.end])
        return given in (Word.GIVEN, Word.SERVANT, Word.WEAK) or is_courtesy(token.norm[1:])  # "والسيدة"

    def forward(self, at: int, clitics: bool = False, place: Place = Place.FREE) -> Name | None:
        """The name that begins at token `at`, or None. With `clitics`, و ب ل may be glued to it; `place`: what tells it."""
        if at >= len(self.words) or at in self.blocked:
            return None
        prefix, word = self.first_word(at, clitics)
        if on_behalf(self.document, self.words, self.blocked, at) or word not in _OF_NAMES:
            return None
        if is_syllable(self.document.tokens[at].norm) and self.words[at + 1 : at + 2] not in ([Word.UNKNOWN], [Word.GIVEN]):
            return None  # "قال لي السائق"
        end, parts, sure, family = at, 0, False, False
        limit, home = min(len(self.words), at + _MOST_TOKENS), self.sentence[at]
        while end < limit and self.sentence[end] == home:
            kind = word if end == at else self._behind(end, family)
            step = self._step(end, kind, parts, at, word)
            closed = family and kind not in _BEHIND_FAMILY
            if step == 0 or (closed and not ends_descent(self.document, self.words, self.blocked, end)):
                step = slot_part(self.document, self.words, self.blocked, end, at, parts, place)
                if not step:
                    break
            # behind a family name, or behind the father of "bin", no bare word belongs to the name any more
            linked, bare = end > at and self.words[end - 1] in _LINKS and parts > 0, kind not in _LINKS
            half = is_second_half(self.document.tokens[end].norm)  # "أكمل الدين إحسان أوغلو"
            family = step == 1 and parts > 0 and ((kind in _CLOSED and not half) or (linked and bare))
            sure = sure or kind in (Word.GIVEN, Word.SERVANT, Word.LINK)
            parts += bare
            end += step
            if parts >= _MOST_PARTS and (end >= limit or self.words[end] not in (Word.LINK, Word.LEAD, Word.TAIL)):
                break
        return Name(at, end, prefix, sure, parts) if parts else None

    def _behind(self, end: int, family: bool) -> Word:
        """The class of a word inside a name: behind the father a given name with the article is the family's."""
        word, norm = self.words[end], self.document.tokens[end].norm
        if family and word in (Word.GIVEN, Word.WEAK) and norm.startswith("ال") and not is_courtesy(norm):
            return Word.ARTICLE
        courtesy = is_courtesy(self.document.tokens[end - 1].norm)
        if family and word is Word.GIVEN and self.words[end - 2] is Word.LINK and courtesy:
            return Word.ARTICLE  # "ولد الشيخ أحمد"
        return word

    def _step(self, end: int, kind: Word, parts: int, start: int, opened: Word) -> int:
        """How many tokens the name grows at token `end`: 0 if it stops before it. `opened`: the class of its first word."""
        if end in self.blocked:
            return int(self._family_nisba(end, start) or (end == start + 1 and self._city(end)))
        if kind in (Word.LINK, Word.LEAD):
            return self._link(end, parts)
        following = self.words[end + 1] if end + 1 < len(self.words) else Word.MARK
        norm = self.document.tokens[end].norm
        at = (self.document, self.words, self.blocked, end)
        if parts and (stops(self.document, end, kind, parts) or on_behalf(*at, behind=True) or tells(*at, parts)):
            return 0
        linked, given = end > start and self.words[end - 1] in _LINKS, opened in (Word.GIVEN, Word.SERVANT)
        given_next = following in (Word.GIVEN, Word.SERVANT, Word.WEAK)
        if parts and not linked and norm.startswith("ال") and ((given_next and is_courtesy(norm)) or is_hers(norm)):
            return 0  # "الأمير محمد", "السيدة": another person
        merciful = following is not Word.MARK and kind in NAME_LIKE and self.document.norms[end + 1] in shapes("merciful")
        if merciful and kind is not Word.SERVANT and not norm.endswith(tuple(shapes("servant"))):
            return 2  # "مطيع الرحمن"
        if kind is Word.SERVANT or (
            is_compound_head(norm[1:] if end == start and norm[0] == "و" else norm) and self._second_half(end + 1)
        ):
            return 2 if self._second_half(end + 1) or following in NAME_LIKE else int(kind is not Word.SERVANT)
        if kind is Word.UNKNOWN and end > start and norm[0] == "و" and len(norm) > 3:
            # "and" with another name, unless the name would be left with its given name alone ("عبد اللطيف وهبي")
            ends = following not in NAME_LIKE or end + 1 in self.blocked  # an office: "جورج ويلسون قائد الأسطول"
            alone = ends and parts == 1 and given
            foreign = parts == 1 and foreign_family(norm) and (norm[1] == "و" or opened is Word.UNKNOWN)
            return int((alone or foreign) and not self.conjoined(end))
        if linked:
            return int(kind in NAME_LIKE or kind in (Word.DERIVED, Word.ARTICLE, Word.DEFINITE))
        given_word = opened is Word.GIVEN or (opened is Word.WEAK and following in NAME_LIKE)
        unsure = parts == 1 and given_word  # "إيمي سيزير", "علي سيدوبا سوما"
        if parts and kind in (Word.DERIVED, Word.UNKNOWN) and norm[0] == "س" and is_verbal(norm, known=unsure):
            return 0
        if kind is Word.DERIVED:
            weak = opened is Word.WEAK and following is Word.ARTICLE  # "صالح بركة العتيبي"
            eastern = end + 1 < len(self.words) and eastern_family(self.document.tokens[end + 1].norm)
            third = parts == 2 and self.words[end - 1] in NAME_LIKE and is_surname(norm)  # "إسماعيل عمر جيله"
            return int(third or (parts == 1 and (given or weak or eastern or self._closes(end + 1))))
        if kind in (Word.GIVEN, Word.UNKNOWN, Word.WEAK):
            sure = given and parts == 1 and not (opened is Word.SERVANT and norm[0] == "ي")
            return int(kind is not Word.UNKNOWN or not no_part(norm, parts, known=sure or unsure))
        if kind is Word.ARTICLE and len(norm) > 6 and norm.endswith(("ين", "ون", "ات")) and not is_family(norm):
            return int(parts >= 2 and self.words[end - 2] is Word.LINK)  # a plural, unless the father stands before
        if kind in (Word.ARTICLE, Word.ORDINAL, Word.TAIL):
            return int(parts >= 1)
        if kind in (Word.COMMON, Word.DEFINITE):
            return int(self._family_word(end, kind, parts, start))
        return self._hyphen(end) if kind is Word.MARK and parts else 0

    def _family_word(self, end: int, kind: Word, parts: int, start: int) -> bool:
        """Whether a word of the language closes a name as its family name."""
        first = self.words[start]
        if kind is Word.COMMON:  # "قال يحيى سريع إن …"
            return end == start + 1 and first is Word.GIVEN and reported(self.document, end)
        if starts_phrase(self.document.tokens[end].norm.removeprefix("ال")):
            return False  # "أكد الشيخ تميم الاتفاق مع"
        behind = (end == start + 1 and first is Word.GIVEN) or (end == start + 2 and first is Word.SERVANT)
        return parts == 1 and behind and self._closes(end + 1)

    def _second_half(self, at: int) -> bool:
        """Whether a definite word (or "رب") follows, as in "عبد الله", "نور الدين"."""
        if at >= len(self.words) or (at in self.blocked and at not in self.nisba):
            return False
        norm = self.document.tokens[at].norm
        servant = at > 0 and self.document.tokens[at - 1].norm.endswith(tuple(shapes("servant")))
        return is_second_half(norm) or (servant and norm.startswith("ال") and len(norm) > 3)

    def _link(self, end: int, parts: int) -> int:
        """بن, أبو, دي need something name-like behind them; bin also something before."""
        if self.words[end] is Word.LINK and not parts:
            return 0
        if self.words[end] is Word.LINK and end + 1 in self.places:  # "الناها بنت مكناس"
            return 2
        if end + 1 >= len(self.words) or (end + 1 in self.blocked and end + 1 not in self.nisba):
            return 0
        after = self.words[end + 1]
        if self.document.norms[end : end + 2] == ["دي", "لا"] and self.words[end + 2 : end + 3] == [Word.UNKNOWN]:
            return 3
        if after in (Word.LEAD, Word.LINK, Word.SERVANT):
            return 1
        lead_article = self.words[end] is Word.LINK or self.document.tokens[end].norm in shapes("arabic_leads")
        if after in (Word.DEFINITE, Word.ARTICLE):
            return 1 if lead_article else 0
        if after is Word.COMMON:
            return 2 if self.words[end] is Word.LINK or self.document.tokens[end].norm in shapes("leads_of_words") else 0
        return 1 if after in NAME_LIKE or after is Word.DERIVED else 0

    def _closes(self, at: int) -> bool:
        """Whether a name may well end here; a given name that is part of a date begins none: "الشاهد صباح اليوم"."""
        ended = at >= len(self.words) or self.words[at] in _ENDING or self.document.norms[at] in that()
        return ended or (at in self.blocked and self.words[at] in (Word.GIVEN, Word.WEAK))

    def _city(self, at: int) -> bool:
        """A city as family name: "السفيرة كاثي بانغي إن"."""
        return at in self.places and reported(self.document, at)

    def _family_nisba(self, end: int, start: int) -> bool:
        """A nisba as family name ("أحمد المصري"): only behind one or two given names and at the end of the name."""
        near = end - start in (1, 2) or self.words[end - 2] is Word.LINK  # "زهير بن سعيد الكندي"
        behind = end in self.nisba and near and self.words[start] in (Word.GIVEN, Word.SERVANT, Word.LEAD)
        follows = end == start + 2 and self.words[end + 1 : end + 2] == [Word.DEFINITE]  # an object
        return behind and (self._closes(end + 1) or follows) and self.document.tokens[end].norm.startswith("ال")

    def _hyphen(self, end: int) -> int:
        """A hyphen joins two name words: written without blanks, or between two given names ("فرانك - فالتر")."""
        tokens = self.document.tokens
        if tokens[end].norm not in "-ـ" or end + 1 >= len(tokens) or self.words[end + 1] not in NAME_LIKE:
            return 0
        if is_prayer(tokens[end + 1].norm):
            return 0
        if end and self.words[end - 1] is Word.GIVEN and self.words[end + 1] is Word.GIVEN:
            return 1
        tight = tokens[end - 1].end == tokens[end].start and tokens[end].end == tokens[end + 1].start
        return 1 if tight else 0

    def backward(self, end: int) -> Name | None:
        """The longest name that ends right before token `end`, or None."""
        closing = end > 0 and quotes(self.document.tokens[end - 1].norm)
        start = stop = end - 1 if closing else end
        while start > 0 and stop - start < _MOST_TOKENS and self._may_stand(start - 1, stop):
            start -= 1
        for first in range(start, stop):
            name = self.forward(first, clitics=True)
            if name is None or name.last != stop or (name.parts >= 3 and before_name(self.document, first)):
                continue
            if closing and not quotes(self.document.tokens[first - 1].norm if first else " "):
                continue
            none = possessed(self.document, first) or is_verbal(self.document.tokens[first].norm, known=True)
            bare = not name.prefix or (none and not self.conjoined(first))  # "وسيتسلم العناني، وزير السياحة"
            if name.parts >= 2 and bare and self.words[first] is Word.UNKNOWN and self._not_opening(first, stop):
                continue
            return name
        return None

    def before_comma(self, end: int) -> Name | None:
        """A given name and a family name that is a word of the language too, before a comma and a title."""
        first = end - 2
        weak = first >= 0 and self.words[first] is Word.WEAK and self.words[end - 1] is Word.UNKNOWN
        if first < 0 or not (weak or self.words[first] is Word.GIVEN) or self.sentence[first] != self.sentence[end - 1]:
            return None
        norm = self.document.tokens[end - 1].norm
        if self.words[end - 1] in (Word.MARK, Word.LATIN) or len(norm) < 4 or is_particle(norm) or is_verbal(norm):
            return None
        if end - 1 in self.blocked and norm.startswith(("ال", "وال")):
            return None
        return Name(first, end, "", True, 2)

    def _not_opening(self, first: int, stop: int) -> bool:
        """Whether an unknown word before a name is rather a verb, or a noun with a glued preposition."""
        token = self.document.tokens[first]
        norm = token.norm
        later = first + 1 < stop and self.words[first + 1] in (Word.GIVEN, Word.SERVANT, Word.WEAK) and stop - first > 2
        verb = norm.startswith("است") or first == 0 or self.sentence[first - 1] != self.sentence[first]  # "سلط عمر …"
        told = first > 0 and is_saying(self.document.tokens[first - 1].norm)  # "أعلن تيمو …"
        glued = norm[0] in "بلكوف" or possessed(self.document, first) or is_courtesy(norm)  # "سعادة مريم الكعبي"
        return (is_verbal(norm) and not told) or (later and (glued or verb))

    def _may_stand(self, at: int, stop: int) -> bool:
        if self.sentence[at] != self.sentence[stop - 1] or at in self.blocked:
            return at in self.nisba and at == stop - 1
        word, tokens = self.words[at], self.document.tokens
        if word in (Word.MARK, Word.LATIN):
            return tokens[at].norm == "-" and at > 0 and tokens[at - 1].end == tokens[at].start
        half = at and is_second_half(tokens[at].norm)
        if half and (self.first_word(at - 1, True)[1] is Word.SERVANT or is_compound_head(tokens[at - 1].norm)):
            return True  # "عبد الله", "وعبد الله", "ذبيح الله"
        if word is Word.COMMON:
            return self.first_word(at, True)[1] in (Word.GIVEN, Word.SERVANT, Word.WEAK) or self._after_link(at)
        return True

    def _after_link(self, at: int) -> bool:
        clan = self.words[at - 1] is Word.LEAD and self.document.tokens[at - 1].norm in shapes("arabic_leads")  # "آل ثاني"
        return at > 0 and (clan or self.words[at - 1] is Word.LINK)
