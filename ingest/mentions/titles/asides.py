"""What stands inside a title between marks or loosely: the body above, a nickname, where an envoy is sent."""

from __future__ import annotations

from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.bodies.names import is_adjective
from ingest.mentions.meetings.lexicon import gathers
from ingest.mentions.titles.glue import Glue
from ingest.mentions.trie import splits
from ingest.mentions.words.courtesy import honorifics
from ingest.mentions.words.name_words import NAME_LIKE, Word, has_article, is_given, quotes, shapes
from ingest.mentions.words.title_heads import SEVERAL, heads

_BRACKETED = 5  # tokens of the longest title of plain words in brackets
_CALLING = 5    # tokens from "is called" to the quotation mark
_QUOTED = 6  # tokens of the longest name in quotation marks inside a title


class Asides(Glue):
    """Words of a title that are no part of its chain."""

    def _bracketed(self) -> bool:
        """ "( مستشار ضريبي )": a bracket that holds nothing but a title of some plain words is the title."""
        first, at = self.title.first, self.title.head_last
        if not first or self.tokens[first - 1].norm != "(" or self.closed or self.title.head.form:
            return False
        end = next((i for i in range(at, min(at + _BRACKETED, len(self.tokens))) if self.tokens[i].norm == ")"), 0)
        plain = (Word.COMMON, Word.DERIVED, Word.UNKNOWN)
        inside = range(at, end)
        if not inside or any(self.classes[i] not in plain or i in self.titles.starts for i in inside):
            return False
        if any(heads().with_clitics(self.tokens, i) is not None or self.tokens[i].norm[0] == "و" for i in inside):
            return False
        self.last = self.safe = end
        self.closed = self.extended = True
        return True

    def _arab(self, at: int) -> bool:
        """ "شؤون الوطن العربي فلان": the adjective of the noun before it, and no man called so."""
        before = self.tokens[at - 1].norm
        agrees = before.startswith("ال") and not before.endswith("ه") and at > self.title.head_last
        named = at + 1 < len(self.classes) and self.classes[at + 1] in (Word.GIVEN, Word.SERVANT)
        return agrees and named and self.tokens[at].norm in self.effects["arab"]

    def _travels(self, at: int) -> bool:
        """ "وصل الرئيس الموريتاني إلى كيغالي", "توجه المبعوث الأمريكي إلى القاهرة": whither somebody travels."""
        verb = self.tokens[self.title.first - 1].norm if self.title.first else ""
        place = self.titles.starts.get(at + 1)
        if place is not None and place.last < len(self.tokens) and self.classes[place.last] in NAME_LIKE:
            return False  # "وصل مبعوث باريس إلى لبنان فلان"
        return verb in self.effects["travels"] or verb[1:] in self.effects["travels"]

    def _of_delegation(self, at: int) -> bool:
        """ "رئيس الوفد", "المتحدث باسم الوفد": the delegation ends other titles."""
        if self.tokens[at].norm not in self.effects["delegation"]:
            return False
        of_head = at == self.title.head_last and self.title.head.label_en == "President"
        return of_head or self.tokens[at - 1].norm in self.effects["in_the_name"]

    def _named_for(self, at: int) -> bool:
        """Whether it is told already in whose name somebody speaks: what follows is a man called "باسم"."""
        return any(token.norm in self.effects["in_the_name"] for token in self.tokens[self.title.head_last : at])

    def _supervises(self) -> bool:
        """Whether the office, or that of whom its holder assists, is one of supervising, which goes on with "على"."""
        norms = self.titles.document.norms[self.title.first : self.last]
        return any(supervising in norm for norm in norms for supervising in self.effects["supervising"])

    def _at_gathering(self, at: int) -> bool:
        """ "مبعوثا خاصا للرئيس | في مؤتمر …"."""
        sent = self.title.head.label_en == "Envoy" and at > self.title.head_last
        return (sent or self.title.head.definite) and gathers(self.tokens[at + 1 : at + 2])

    def _object_behind(self, at: int) -> bool:
        """A definite word right behind the country of the holder that is no adjective of the office: an object or a name."""
        nation = self.titles.nations.get(at)
        if nation is None or nation.first <= self.title.first:
            return False
        norm = self.tokens[at].norm
        following = self.classes[at + 1] if at + 1 < len(self.classes) else Word.MARK
        named = following in NAME_LIKE if self.classes[at] is Word.DEFINITE else following in (Word.GIVEN, Word.SERVANT)
        if named or norm in self.effects["recognised"]:
            return False
        if nation.kind is Kind.NISBA and norm.endswith("ه") and not self.tokens[at - 1].norm.endswith("ه"):
            return True  # "زيارة … وزير الخارجية المصري الرسمية"
        return not (is_adjective(norm) or norm in self.effects["adjective"])

    def _sent_aside(self, at: int) -> int:
        """ "ممثل الأمين العام، إلى اليمن، X": where an envoy is sent, between commas."""
        to = self.titles.starts.get(at + 1)
        if self.title.head.kind != "envoy" or self.tokens[min(at, len(self.tokens) - 1)].norm not in ("الي", "لدي"):
            return 0
        if to is None or to.last >= len(self.tokens) or self.tokens[to.last].norm not in "،,":
            return 0
        self.abroad, self.loose = at, True
        return to.last - at

    def _then(self, at: int) -> int:
        """The tokens of "في ذلك الوقت", "في حينه", "المنتهية ولايته"."""
        norms = [token.norm for token in self.tokens[at : at + 3]]
        if norms[0] in self.effects["ending"] and len(norms) > 1 and norms[1] in self.effects["ended"]:
            return 2
        if norms[:1] != ["في"] or len(norms) < 3:
            return 0
        that = norms[1] in self.effects["demonstrative"] and norms[2] in self.effects["that_time"]
        length = 2 if norms[1] in self.effects["its_time"] else 3 if that else 0
        self.former = self.former or length > 0
        return length

    def _calls(self, at: int) -> bool:
        """Whether a quotation at a token calls the thing whose noun stands before it: 'قائد عملية "أسبيدس"'."""
        return not self.closed and at > self.title.head_last and self.classes[at - 1] is Word.COMMON

    def _among(self, at: int) -> int:
        """The words of "بين" in "مدير مركز الحوار بين الأديان", of "على" in "الدول المطلة على المحيط"."""
        norms, shared = self.tokens[at : at + 2], self.effects["reciprocal"]
        if len(norms) < 2 or norms[0].norm not in ("بين", "علي"):
            return 0
        before = range(self.title.head_last, at)
        nouns = {rest.removeprefix("ال") for i in before for _, rest in splits(self.tokens[i].norm.replace("لل", "ال", 1))}
        between = norms[0].norm == "بين" and not nouns.isdisjoint(shared) and self.title.head.kind in ("body", "envoy")
        lying = norms[0].norm == "علي" and self.tokens[at - 1].norm in self.effects["lying"]
        named = at + 1 in self.titles.starts and self.titles.starts[at + 1].kind is not Kind.NISBA
        if not (between or lying) or not (named or self.tokens[at + 1].norm.startswith("ال")):
            return 0
        self.closed = False
        return 1

    def _the_same(self, at: int) -> bool:
        """ "المدير العام بالوزارة ذاتها": the body that was named before, behind its noun; not "المسؤول الحكومي ذاته"."""
        norm, noun, before = (self.tokens[i].norm for i in (at, at - 1, at - 2))
        if norm not in self.effects["same"] or at <= self.title.head_last:
            return False
        hers = norm.endswith("ها") and not self.tokens[self.title.first].norm.endswith("ه")
        governed = before in ("في", "لدي") or before in self.effects["in_the_name"]
        return noun.startswith(("بال", "لل")) or (noun.startswith("ال") and (hers or governed))

    def _branch(self, at: int) -> int:
        """ "رئيس حزب … فرع محافظة …": the part of a body that has been named; 1 if it follows."""
        if self.tokens[at].norm not in self.effects["branch"] or at + 1 >= len(self.tokens):
            return 0
        norm = self.tokens[at + 1].norm
        if not (at + 1 in self.titles.starts or norm.startswith("ال") or norm in self.effects["open"]):
            return 0
        self.closed, self.loose = False, True
        return 1

    def _belonging(self, at: int) -> int:
        """ "التابع ل…", "المقرب من …": the body above the body."""
        after = at + 1
        if after < len(self.tokens) and self.tokens[after].norm in self.effects["beside"]:
            above = self.titles.starts.get(after + 1)
            return above.last - at if above is not None else 3 if has_article(self.titles.document, after + 1) else 0
        if after >= len(self.tokens) or self.tokens[after].norm[0] != "ل":
            return 0
        above = self.titles.starts.get(after)
        return above.last - at if above is not None else 2

    def _nicknamed(self, at: int) -> int:
        """ل and a name in quotation marks that no list knows, with the holder behind it (not the paper spoken to)."""
        if self.owned or at >= len(self.tokens) or not quotes(self.tokens[at].norm):
            return 0
        end = self._shut(at)
        named = self.titles.starts.get(at + 1)
        follows = self.classes[end] if end < len(self.classes) else Word.MARK
        if not end or not (follows in NAME_LIKE or (named is not None and named.kind in COLLECTIVES)):
            return 0
        self._close()
        self.owned = True
        return end + 1 - at

    def _so_called(self, at: int) -> int:
        """ "نائب رئيس ما تسميه موسكو «...»": up to the name, past it if it stands in quotation marks."""
        if at >= len(self.tokens) or self.tokens[at].norm not in self.effects["so_called"]:
            return 0
        for mark in range(at + 1, min(at + _CALLING, len(self.tokens))):
            if quotes(self.tokens[mark].norm) and (end := self._shut(mark)):
                self._close()
                self.owned = True
                return end + 1 - at
        return 2

    def _shut(self, at: int) -> int:
        """The token behind the quotation or bracket that opens at a token, or 0."""
        bracket = self.tokens[at].norm == "("
        for end in range(at + 1, min(at + _QUOTED + 2, len(self.tokens))):
            if self.tokens[end].norm == ")" if bracket else quotes(self.tokens[end].norm):
                return end + 1
        return 0

    def _short_name(self, at: int) -> int:
        """The token behind a short name in brackets, if the holder follows: 'قائد "قوات …" (قسد) فلان'; else 0."""
        if self.tokens[at].norm != "(" or not self.closed or at + 2 >= len(self.tokens) or self.tokens[at + 2].norm != ")":
            return 0
        end = at + 3
        comma = end < len(self.tokens) and self.tokens[end].norm in "،,"
        follows = self.classes[end + comma] if end + comma < len(self.classes) else Word.MARK
        body = self.titles.ends.get(at - quotes(self.tokens[at - 1].norm))
        if self.tokens[at + 1].norm.startswith("ال"):
            return 0  # "(اللبناني)"
        return end if body is not None and body.kind in COLLECTIVES and follows in NAME_LIKE else 0

    def _named(self, at: int) -> bool:
        """Whether a comma and a name follow."""
        tokens, classes = self.tokens, self.classes
        marked = at + 3 < len(tokens) and tokens[at].norm in "،,"
        if marked and tokens[at + 1].norm in self.effects["mister"] | self.effects["madam"]:
            return classes[at + 2] in NAME_LIKE  # "الوزير الأول لجمهورية A، السيد محمد ولد B"
        return marked and classes[at + 1] in NAME_LIKE and classes[at + 2] in NAME_LIKE

    def _second_part(self, mention: Mention) -> bool:
        """A body may follow "his counterpart" only where it begins with the article."""
        return (
            mention.kind in COLLECTIVES
            and self.tokens[mention.first].norm.startswith("ال")
            and self.title.head.kind == "counterpart"
        )

    def _charged_with(self, at: int) -> bool:
        after = at + 1
        return after < len(self.tokens) and (self.tokens[after].norm[0] in "بل" or self.tokens[after].norm in ("لدي", "في"))

    def _last_year(self, at: int) -> bool:
        """ "رئيسا للوزراء العام الماضي": a time, no adjective."""
        following = self.tokens[at + 1].norm if at + 1 < len(self.tokens) else ""
        office = self.tokens[at - 1].norm.removeprefix("ل").removeprefix("ل").removeprefix("ال")  # "للأمين العام إلى …"
        general = self.tokens[at].norm in self.effects["general_adjective"] and office in self.effects["general"]
        return self.tokens[at].norm in self.effects["time"] and following in self.effects["stop"] and not general

    def _spoken_to(self, mention: Mention) -> bool:
        """ "المسؤول بمنظمة … لوكالة …": behind the body of the office, the paper or agency to which he spoke."""
        return self.owned and mention.prefix == "ل" and self.tokens[mention.first].norm[1:] in self.effects["media"]

    def _charge(self, at: int) -> int:
        """ "in charge of …": what follows is a matter, opened by ب; without it the holder is designate."""
        if at + 1 < len(self.tokens) and self.tokens[at + 1].norm in self.effects["formed"]:
            self.designate, self.extended, self.closed = True, True, False
            return 2  # "الرئيس المكلف تشكيل الحكومة"
        if managed := self._managed(at + 1):
            self.extended, self.closed = True, False
            return managed + 1
        if self._charged_with(at):
            self.charged = True
        elif any(charging in self.tokens[at].norm for charging in self.effects["charging"]):
            self.designate = True
        self._close()
        return 1

    def _managed(self, at: int) -> int:
        """The words of "بتسيير أعمال" at a token, before the ministry that is managed; 0 if there are none."""
        end = at
        for token in self.tokens[at:]:
            if token.norm.removeprefix("ب" if end == at else "") not in self.effects["managed"]:
                break
            end += 1
        owned = end < len(self.tokens) and (end in self.titles.starts or has_article(self.titles.document, end))
        return end - at if owned and self.tokens[at].norm.startswith("ب") else 0

    def _is_next(self, at: int) -> bool:
        """Whether who is to hold the office is meant ("الأمين العام المقبل"), and not one of a meeting to come ("رئيس
        المؤتمر المقبل", "الرئيس المقبل للقمة") nor one who comes from somewhere ("القادم من باريس")."""
        inner = [token.norm for token in self.tokens[self.title.head_last : at]]
        behind = [token.norm for token in self.tokens[at + 1 : at + 2]]
        words = {form for norm in inner + behind for _, rest in splits(norm) for form in (rest, rest.removeprefix("ال"))}
        led = any(norm.startswith("لل") or norm in ("ل", "في", "لدى") for norm in inner)
        return not led and behind != ["من"] and words.isdisjoint(self.effects["gathering"])

    def _each(self, at: int) -> int:
        """The words of "رؤساء كل من تونس X والجزائر Y"."""
        two = " ".join(token.norm for token in self.tokens[at : at + 2])
        if self.title.head.kind == "envoy" and at == self.title.head_last and two in self.effects["crown"]:
            self._close()
            return 2  # "سفيرة صاحب الجلالة بمدريد"
        several = self.title.head.form in SEVERAL and not self.closed and at + 2 in self.titles.starts
        return 2 * (several and self.tokens[at].norm in shapes("both") and self.tokens[at + 1].norm == "من")

    def _holder(self, at: int) -> bool:
        """A given name with the article ("الحسين شكراني") behind a title that may end here."""
        following = self.classes[at + 1] if at + 1 < len(self.classes) else Word.MARK
        name = self.classes[at] is Word.ARTICLE and is_given(self.tokens[at].norm.removeprefix("ال"))
        return name and following in (Word.UNKNOWN, Word.GIVEN, Word.ARTICLE)

    def _styles(self, style: tuple[str, int, str]) -> bool:
        """ "وزير الخارجية ومعالي الدكتور X": a courtesy behind "and" that another courtesy follows."""
        follows = style[1] < len(self.tokens) and honorifics().at(self.tokens, style[1]) is not None
        return style[0] == "و" and style[2] == "style" and follows
