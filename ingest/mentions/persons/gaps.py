"""Brackets and quotation marks between a title and the name of its holder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.mention import COLLECTIVES, Kind
from ingest.mentions.meetings.lexicon import verb_class
from ingest.mentions.names.bounds import Name
from ingest.mentions.names.ends import is_particle
from ingest.mentions.names.titled import behind_title
from ingest.mentions.persons.phrases import COMMA, Person
from ingest.mentions.persons.plausible import PlausibleNames
from ingest.mentions.titles import posts as offices
from ingest.mentions.titles.runs import is_bare_rank, two_nations
from ingest.mentions.words.courtesy import is_courtesy, skip_honorifics
from ingest.mentions.words.name_words import Word, may_be_given, quotes, shapes
from ingest.mentions.words.sayings import that
from ingest.mentions.words.title_heads import SEVERAL, Title, title_words

_ROW = 12  # names of the longest row behind one title
_TRANSFERRED = 20  # tokens of a former post in a decree
_MATTER = 5
"""Words of the longest matter of a second holder."""
_ALIAS = 8  # tokens of the longest other name between a name and an office
_INSERTED = 8
"""Tokens of the longest insertion in brackets between a title and a name."""


class Gaps(PlausibleNames):
    """What is passed over on the way from a title to a name."""

    def _behind_brackets(self, at: int) -> int:
        """The token behind a short insertion in brackets ("وزير النقل … (غير المعترف بها) X")."""
        if at < len(self.tokens) and self.tokens[at].norm == "(":
            for end in range(at + 1, min(at + _INSERTED, len(self.tokens))):
                if self.tokens[end].norm == ")":
                    return end + 1
        return at

    def _behind_charge(self, title: Title, at: int) -> int:
        """The token behind those who gave the office ("رئيس الحكومة المكلفة من البرلمان X", "المعين من قبل المجلس X")."""
        words, i = title_words(), at + 1
        if at != title.last or at + 2 >= len(self.tokens) or self.tokens[at].norm != "من":
            return at
        if self.tokens[at - 1].norm not in words["charged_by"]:
            return at
        i += self.tokens[i].norm in words["on_the_part_of"]
        body = self.reader.starts.get(i)
        if body is not None and body.kind in COLLECTIVES:
            return body.last
        return i + 1 if self.tokens[i].norm in words["institution"] or self.words[i] is Word.DEFINITE else at

    def _behind_nickname(self, title: Title, at: int) -> int:
        """The token behind a short form in quotation marks that a bracket follows ('مفوض وكالة … "أونروا" (UNRWA) X'),
        or that is the name of a body or thing ('رئيس المجموعة … "إيكواس"، X', 'قائد المهمة الأوروبية "أتالانتا" X')."""
        if at < len(self.tokens) and quotes(self.tokens[at].norm):
            for end in range(at + 2, min(at + 4, len(self.tokens) - 1)):
                if quotes(self.tokens[end].norm):
                    body = self.reader.starts.get(at + 1)
                    short = body is not None and body.last == end and body.kind in COLLECTIVES
                    short = short or (at == title.last and self._names_thing(title, range(at + 1, end)))
                    return end + 1 if short or self.tokens[end + 1].norm == "(" else at
        return at

    def _names_thing(self, title: Title, quoted: range) -> bool:
        """Whether one unknown word in quotation marks right behind the office in a body calls the body, not the holder."""
        # "العملية الأوروبية", not "مدرب الأهلي" with the name of the man
        office = title.head.kind in ("body", "envoy") and title.extended and title.last > title.head_last + 1
        return office and len(quoted) == 1 and self.words[quoted[0]] is Word.UNKNOWN

    def _behind_nation(self, at: int, start: int) -> int:
        """The token behind the nation of a rank ("قائد البعثة الجنرال الإسباني X"), where words of courtesy from `at` to
        `start` stand before it and a full name behind it."""
        if start == at or start not in self.names.nisba or not self.tokens[start].norm.startswith("ال"):
            return start
        name = self.names.forward(start + 1)
        return start + 1 if name is not None and name.parts >= 2 else start

    def _before_alias(self, at: int) -> int:
        """Where "also called" begins if another name ends before a token: "سالم ولد أعمر الملقب بوبكر، رئيس …"."""
        closing = at > 1 and (quotes(self.tokens[at - 1].norm) or self.tokens[at - 1].norm == ")")
        for start in range(at - 2 - closing, max(0, at - _ALIAS), -1):
            if self.tokens[start].norm in title_words()["called"]:
                opened = self.tokens[start - 1].norm == "("
                same = self.reader.home[start - 1] == self.reader.home[at - 1]
                return start - opened if same else at
            if self.words[start] is Word.MARK and not quotes(self.tokens[start].norm):
                return at
        return at

    def _on_post(self, at: int) -> int:
        """Where "على وظيفة (" begins if it stands before a token (appointments in decrees), else the token.

        In a transfer ("نقل X من ( مستشار ) … إلى وظيفة (") the former post is passed over too.
        """
        norms = [token.norm for token in self.tokens[max(0, at - 3) : at]]
        if len(norms) != 3 or norms[2] != "(" or norms[1] not in title_words()["post"]:
            return at
        if norms[0] != "الي":
            return at - 3
        for start in range(at - 4, max(-1, at - 4 - _TRANSFERRED), -1):
            if self.tokens[start].norm == "من" and self.tokens[start + 1].norm == "(":
                return start
        return at - 3

    def _other_office(self, person: Person, title: Title) -> bool:
        """A second office right behind a titled name ("دعا الملك X رئيس الحكومة") is another's unless it is the same.

        A bare "the ambassador X" may go on with his office, unless somebody is met.
        """
        held = [t for t in person.titles if t.head.kind not in ("job", "led")]
        if any(two_nations(t, title) for t in held):
            return True
        verb = verb_class(self.tokens[held[0].first - 1].norm) if held and held[0].first else None
        met = verb is not None and verb[0] in ("meet", "receive")
        ranked = title.extended and title.head.kind in ("body", "envoy", "member") and not met
        held = [t for t in held if not (ranked and is_bare_rank(t))]
        labels = [offices.label(t, self.document, None) for t in held]
        return bool(labels) and offices.label(title, self.document, None) not in labels

    def _is_object(self, title: Title, after: Name | None) -> bool:
        """Whether the names behind an office of several may be the object, not the holders: "التقى الوزراء أنطونيو غوتيريش",
        "اتصل الوزراء بفلان". Not where a dual tells, nor behind a verb that takes no person, an object or a preposition."""
        if title.head.form not in SEVERAL or after is None or title.head.kind in ("member", "envoy"):
            return False
        first = self.tokens[after.first].norm
        if first[0] in "بل" and may_be_given(first[1:]):
            return True
        dual = self.tokens[title.first].norm.endswith(("ان", "ين"))
        royal = title.head.kind == "sovereign"
        if (dual and not royal) or not title.head.definite or title.prefix or not title.first:
            return False
        before = self.tokens[title.first - 1].norm
        if verb_class(before) is not None:  # "التقى"
            return not dual
        told = before.removeprefix("و") in title_words()["with_subject"] or is_particle(before)
        return not (told or self.words[title.first - 1] in (Word.MARK, Word.DEFINITE))

    def _with_initial(self, name: Name) -> Name:
        """A family name with the initial in front of it: "إس. جايشانكار"."""
        at = name.first - (name.first > 0 and self.tokens[name.first - 1].norm == ".")
        initial = name.parts == 1 and at > 0 and self.tokens[at - 1].norm in shapes("initials")
        if not initial or self.names.sentence[at - 1] != self.names.sentence[name.first]:
            return name
        return Name(at - 1, name.last, "", name.sure, 2)

    def _shut(self, first: int, name: Name) -> bool:
        """Whether the quotation in which a name begins ends with it or within it."""
        return any(quotes(token.norm) for token in self.tokens[first : name.last + 1])

    def _fills_bracket(self, group: Sequence[Title]) -> bool:
        """Whether a bracket ends with a title or not far behind it ("X (رئيس مجلس الغرف السعودية)")."""
        behind = self.tokens[group[-1].last : group[-1].last + _INSERTED] if group else ()
        return any(token.norm == ")" for token in behind)

    def _mister(self, at: int) -> Name | None:
        """ "رئيس الحزب، السيد البدوي، …": a family name that closes the phrase; "السيد" is his name if none is told."""
        after = self.words[at + 2] if at + 2 < len(self.words) else Word.MARK
        closed = after is Word.MARK or self.tokens[at + 2].norm in that()
        family = at + 1 < len(self.words) and at + 1 not in self.names.blocked
        if family and self.words[at + 1] is not Word.ARTICLE:
            family = self.words[at + 1] is Word.DEFINITE and self.tokens[at + 1].norm.endswith("ي")
        if self.tokens[at].norm not in title_words()["mister"] or not family or not closed:
            return None
        told = any(i and self.words[i - 1] is Word.GIVEN for i in self.document.places.get(self.tokens[at + 1].norm, ()))
        return Name(at + 1, at + 2, "", True, 1) if told else Name(at, at + 2, "", True, 2)

    def _other_matter(self, title: Title, at: int) -> Person | None:
        """ "وزيري العدل X والتنمية Y": the matter of the second holder, with the name behind it."""
        at += at < len(self.tokens) and self.tokens[at].norm in COMMA
        end = at + 1
        while end < min(at + _MATTER, len(self.tokens)) and self.tokens[end].norm.startswith(("ال", "وال")):
            norm = self.tokens[end].norm
            agrees = norm.endswith("يه") and self.tokens[end - 1].norm.endswith("ه")  # "والثروة الحيوانية"
            goes_on = self.words[end] in (Word.DEFINITE, Word.COMMON) or norm.startswith("وال") or agrees
            if is_courtesy(norm) or not goes_on:
                break
            end += 1
        if at >= len(self.tokens) or title.inside or self.reader.home[at] != self.reader.home[title.first]:
            return None
        name = behind_title(self.names, skip_honorifics(self.document, end), True, False, False)
        if name is None or name.parts < 2 or name.prefix:
            return None
        office = replace(title, first=at, last=end, safe=end, head_last=at, prefix="و")
        return Person(at, name.last, name, [office], "list of holders of one office")

    def _row(self, at: int) -> list[Name]:
        """Full names between commas behind a dual or plural that "and" with one more closes: "النواب: X، Y وZ"."""
        found: list[Name] = []
        while at < len(self.tokens) and self.tokens[at].norm in "،," and len(found) < _ROW:
            name = self.names.forward(skip_honorifics(self.document, at + 1))
            if name is None or name.parts < 2:
                return []
            found.append(name)
            at = name.last
        return found if self._joined(at) is not None else []

    def _next_matter(self, at: int) -> bool:
        """ "وزيري العدل X والتنمية Y": the matter of the next holder follows, perhaps behind a comma."""
        at += at < len(self.tokens) and self.tokens[at].norm in COMMA
        if at >= len(self.tokens) or not self.tokens[at].norm.startswith("وال"):
            return False
        return self.words[at] is not Word.UNKNOWN or offices.portfolio(self.tokens, at)

    def _next_region(self, at: int) -> bool:
        """ "رؤساء مالي X، والنيجر Y": the country of the next holder follows, perhaps behind a comma."""
        comma = at < len(self.tokens) and self.tokens[at].norm in "،,"
        follows = self.reader.starts.get(at + comma)
        joined = follows is not None and (not comma or self.tokens[follows.first].norm[0] == "و")
        return joined and follows is not None and follows.kind in (Kind.NISBA, Kind.COUNTRY)

    def _countered(self, at: int) -> bool:
        """ "وزيرا خارجية مصر X ونظيره الروسي Y": the holder of the other office is told by "his counterpart"."""
        other = self.title_at.get(at + (at < len(self.tokens) and self.tokens[at].norm in "،,"))
        return other is not None and other.counterpart and other.prefix == "و"

    def _joined(self, at: int, royal: bool = False) -> Name | None:
        """A full name that begins with a glued "and"; of rulers also a given name alone."""
        name = self.names.forward(at, clitics=True)
        if name is None or name.prefix != "و":
            return None
        return name if name.parts >= 2 or (royal and name.sure) else None

    def _nicknamed(self, closing: int) -> Name | None:
        """The full name before a nickname in quotation marks: "محمد حمدان دقلو «حميدتي» قائد …"."""
        opening = next((i for i in (closing - 2, closing - 3) if i > 1 and quotes(self.tokens[i].norm)), None)
        if opening is None or self.reader.home[opening] != self.reader.home[closing]:
            return None
        name = self.names.backward(opening)
        return name if name is not None and name.parts >= 2 and name.sure else None
