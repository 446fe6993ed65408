"""Whether a run of words behind a title is the name of its holder."""

from __future__ import annotations

from re import compile as compile_pattern

from ingest.mentions.names.bounds import Name
from ingest.mentions.names.slots import Place, place_behind
from ingest.mentions.persons.phrases import Phrases
from ingest.mentions.words.name_words import Word, is_common, is_verbal, quotes, shapes, starts_phrase
from ingest.mentions.words.title_heads import POSSESSED, Title

_FAMOUS = frozenset(
    {
        "President",
        "Minister",
        "Prime Minister",
        "King",
        "Pope",
        "Emperor",
        "Senator",
        "Secretary-General",
        "Ambassador",
        "Deputy",
        "Sultan",
        "Queen",
    }
)
"""Offices whose holder is often named by one word ("الرئيس بايدن")."""


_FORMS = compile_pattern(r"است\w{2,3}$|\wا\w{2}ا$|ان\w{2}ا\wا$|ا\wت\wا\wا$|ت\w{2}ي\wا$|\w{3,}ات(?:ه|ها|هم)$")


_PLURAL = ("ين", "ون", "ات")
_CASED = ("ا", "ه", "ات", "ين", "ون", "ان")
"""Endings of words that may be an indefinite object."""


class PlausibleNames(Phrases):
    """Unknown words beside titles."""

    def _plausible(self, name: Name, title: Title, gap: bool, honoured: bool) -> bool:
        """Whether an unknown run of words behind a title is a name."""
        if title.head.kind == "led":
            last = self.words[name.last - 1]
            family = last is Word.ARTICLE or (last is Word.UNKNOWN and self._ends(name.last))
            given = self.words[name.first] is Word.WEAK and family
            kunya = self.words[name.first] is Word.LEAD and self._ends(name.last) and name.sure
            return ((name.sure or given) and name.parts >= 2) or kunya or self._foreign(name, title)
        if name.sure and name.parts >= 2:
            return True
        if not title.extended and not title.head.definite and not honoured:
            weak = self.words[name.first] is Word.WEAK or name.sure
            alone = not gap and self._unknown(name, 3) and self._closed(name)  # "أناب عنه نائبه كينجي تاناكا، …"
            told = title.head_last - title.first > 1 and not self._inflected(name.first)
            full = name.parts >= 2 and (weak or alone or told)
            return title.head.form == POSSESSED and (full or (name.parts == 1 and not gap and self._surname(name)))
        first = self.tokens[name.first]
        told = name.parts >= 2 and (title.extended or title.former)
        if self.words[name.first] is Word.UNKNOWN:
            if self._inflected(name.first):
                return False
            place = place_behind(self.document, self.words, title.first, title.prefix)
            ruled = told and place is Place.RULED
            verb = is_verbal(first.norm) and (not told or (gap and not (ruled and self._closed(name))))
            if told and place is Place.TITLED and is_verbal(first.norm) and self._object(name):
                return False  # "وزير الخارجية يتلقى اتصالا"
            hamza = self.document.text[first.start + 1] in "أإ"  # "بأطيب"
            phrase = starts_phrase(first.norm, sure=ruled and not hamza) and not is_verbal(first.norm)
            if honoured and name.parts >= 2 and title.extended and not phrase:
                return True  # "سفيرة إثيوبيا، السيدة تسيغي ولدماريام"
            joined = gap and first.norm[0] == "و" != first.norm[1] and len(first.norm) > 3
            if ((verb or phrase) and not self._family(name)) or joined:
                return False
        if name.parts >= 2:
            return title.extended or title.head.bare or honoured
        if self.words[name.first] is Word.LEAD:  # "المبعوث الأممي دي ميستورا", "الناطق باسم القسام أبو عبيدة"
            return first.norm in shapes("leading") and title.extended and not gap
        quoted = name.first > 0 and quotes(self.tokens[name.first - 1].norm)
        if gap:
            return name.sure and self._ends(name.last)
        strong = title.head.definite and title.head.label_en in _FAMOUS and title.head_last - title.first == 1
        glued = self.words[name.first] is Word.UNKNOWN and first.norm[0] in "بلكف" and is_common(first.norm[1:])
        return len(first.norm) >= 3 and (
            quoted or name.sure or self._again(name) or (strong and not glued) or self._lone(name, title)
        )

    def _foreign(self, name: Name, title: Title) -> bool:
        """ "جماعة … بقيادة مناحم بيغن": two unknown words behind a body and its leading that end the phrase."""
        return bool(title.inside) and self._unknown(name, 2) and self._ends(name.last)

    def _unknown(self, name: Name, most: int) -> bool:
        """Two words or more that no list knows and that look like no verb, object or preposition with its noun."""
        unknown = all(self.words[i] is Word.UNKNOWN for i in range(name.first, name.last))
        first = self.tokens[name.first].norm
        plain = not (self._inflected(name.first) or is_verbal(first) or starts_phrase(first) or first[0] in "وبل")
        glued = first[0] == "ك" and is_common(first[1:])
        return unknown and 2 <= name.parts <= most and plain and not glued

    def _inflected(self, at: int) -> bool:
        """A noun with its adjective ("وساطة ناجحة", "تفاؤلا حذرا"), a possessive, a circumstance, a tenth form."""
        token = self.tokens[at]
        if _FORMS.match(token.norm):
            return True
        both = [token, *self.tokens[at + 1 : at + 2]]
        ends = {self.document.text[t.end - 1] for t in both}
        second = self.words[at + 1] if at + 1 < len(self.words) else Word.MARK
        several = [next((e for e in _PLURAL if len(t.norm) > 4 and t.norm.endswith(e)), "") for t in both]
        agreed = (ends == {"ة"} and second is Word.UNKNOWN) or (len(set(several)) == 1 < len(several) and several[0] != "")
        return agreed or (ends == {"ا"} and (is_verbal(token.norm) or second in (Word.DERIVED, Word.COMMON)))

    def _object(self, name: Name) -> bool:
        """Whether an indefinite object or a common word stands where the family name would."""
        last = self.tokens[name.last - 1]
        return self.words[name.last - 1] in (Word.DERIVED, Word.COMMON) and last.norm.endswith(("ا", "ات", "ه"))

    def _closed(self, name: Name) -> bool:
        """Whether a mark follows a name whose last part is no word of the language."""
        shut = name.last >= len(self.tokens) or self.words[name.last] is Word.MARK
        return shut and self.words[name.last - 1] in (Word.UNKNOWN, Word.ARTICLE, Word.GIVEN, Word.WEAK)

    def _family(self, name: Name) -> bool:
        """ "الرئيس ترامب", where "دونالد ترامب" is named too."""
        for at in self.document.places.get(self.tokens[name.first].norm, ()):
            before = self.words[max(0, at - 2) : at]
            if name.parts == 1 and (before[-1:] == [Word.GIVEN] or Word.SERVANT in before):
                return True
        return False

    def _lone(self, name: Name, title: Title) -> bool:
        """ "وزير الخارجية كيسنغر طلب": one unknown word between the office of a state and the predicate or a mark."""
        token = self.tokens[name.first]
        if not (title.extended and title.head.kind == "state") or self.words[name.first] is not Word.UNKNOWN:
            return False
        bare = len(token.norm) > 3 and not token.norm.endswith(_CASED) and token.norm[0] not in "بلفو"
        bare = bare and not (token.norm[0] == "ك" and is_common(token.norm[1:]))
        bare = bare and self.document.text[token.start] not in "أإآ" and not token.norm.startswith(("است", "ان"))
        plain = bare and not (is_verbal(token.norm) or starts_phrase(token.norm) or self._inflected(name.first))
        return plain and self._ends(name.last)

    def _surname(self, name: Name) -> bool:
        """Whether a word stands elsewhere behind a given name."""
        known = (Word.GIVEN, Word.WEAK, Word.SERVANT)
        places = self.document.places.get(self.tokens[name.first].norm, ())
        return any(at and at != name.first and self.words[at - 1] in known for at in places)

    def _again(self, name: Name) -> bool:
        """Whether an unknown word stands elsewhere in the article too, alone or behind another name word."""
        norm = self.tokens[name.first].norm
        alike = (i for i in self.document.places.get(norm, ()) if self.words[i] is Word.UNKNOWN)
        return next(alike, None) is not None and next(alike, None) is not None

    def _ends(self, at: int) -> bool:
        return at >= len(self.tokens) or self.words[at] in (Word.MARK, Word.COMMON, Word.DERIVED)
