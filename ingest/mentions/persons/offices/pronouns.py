"""Whose an office with a pronoun is: "her president", "its leader", "his deputy"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from ingest.document import Document
from ingest.mention import COLLECTIVES, Kind, Mention, Post
from ingest.mentions.names.bounds import Names
from ingest.mentions.names.ends import is_particle
from ingest.mentions.persons.phrases import COMMA
from ingest.mentions.titles import posts as offices
from ingest.mentions.titles.owners import body_of
from ingest.mentions.words.title_heads import OWNERS, POSSESSED, Title, title_words
from kg.claim import Referent
from kg.vocabulary import M

_RULERS = frozenset(
    {"President", "King", "Queen", "Emir", "Sultan", "Crown Prince", "Prime Minister", "Head of Government", "Adviser"}
    | {"Custodian of the Two Holy Mosques", "Emperor", "Pope", "Leader"}
)
"""Who has ministers; "Adviser", for the German and the Austrian chancellor are called by the same word."""
_OF_GOVERNMENTS = frozenset({"Prime Minister", "Head of Government"})
_HIS = frozenset(f"country/{code}" for code in ("IQ", "LB", "MA", "JO", "SD", "YE", "SO", "VA"))
"""Countries of which Arabic speaks as "he"."""


class Owners:
    """The bodies and countries of one document, by sentence."""

    def __init__(self, document: Document, found: Sequence[Mention], names: Names, titles: Sequence[Title]) -> None:
        self.document, self.sentence = document, names.sentence
        self.titles = sorted(titles, key=lambda title: title.first)
        self.all = sorted((m for m in found if m.kind in OWNERS), key=lambda m: m.first)
        power = title_words()["power"]
        self.rules = [m for m in found if m.kind is Kind.NISBA and m.first and document.norms[m.first - 1] in power]
        self.firsts = [m.first for m in self.all]
        self.homes = [self.sentence[m.first] for m in self.all]
        self._ruling = {of: self._all_of(of) for of in (_RULERS, _RULERS - _OF_GOVERNMENTS)}
        self._owners: dict[str, set[Referent]] = {}

    def of(self, title: Title, like: Title | None) -> Referent | None:
        """The body right before the office, else the one body or country that the sentence has named so far (a body only
        before "his", "their"); `like`: the office told before, whose deputy "his deputy" is."""
        home = self.sentence[title.first]
        if title.head.label_en == "Deputy" and self.document.tokens[title.first].norm.endswith("ه"):
            # the deputy of a person, not of a body named in between
            told = like is not None and self.sentence[like.first] == home
            return body_of(like, self.document) if told and like is not None else None
        before = self.all[bisect_left(self.homes, home) : bisect_left(self.firsts, title.first)]
        if (beside := self._beside(before, title.first)) is not None:
            return beside
        hers = any(token.norm.endswith("ها") for token in self.document.tokens[title.first : title.head_last])
        if hers and before and before[-1].last == title.first and before[-1].kind is Kind.COUNTRY:
            return before[-1].referent  # "مثل غانا سفيرها في الرباط فلان"
        own = OWNERS if hers and title.head.label_en != "Secretary-General" else COLLECTIVES
        owners = {m.referent.key: m.referent for m in before if m.kind in own and m.referent is not None}
        return next(iter(owners.values())) if len(owners) == 1 else None

    def _beside(self, before: Sequence[Mention], at: int) -> Referent | None:
        """The body named right before "and its leader"."""
        near = [m for m in before if m.kind in COLLECTIVES and m.last in (at, at - 1)]
        body = max(near, key=lambda m: (m.last, m.last - m.first), default=None)
        joined = body is not None and all(self.document.tokens[i].norm in COMMA for i in range(body.last, at))
        return body.referent if body is not None and joined else None

    def post(self, title: Title, owner: Referent | None = None) -> Post:
        """The post of a title (`owner`: whose it is known to be); "his foreign minister" is that of a state named before."""
        own = offices.post(title, self.document, owner)
        state = self.state(title) if own.of is None else None
        return own if state is None else offices.post(title, self.document, state)

    def state(self, title: Title) -> Referent | None:
        """The state of "his foreign minister", "her prime minister": of the ruler, or the acting state, named last before in
        the sentence."""
        pronoun = self._pronoun(title)
        if not pronoun:
            return None
        home = self.sentence[title.first]
        hers = pronoun == "ها"
        if self._of_his_country(title):
            return self._his_country(title, home, hers)
        ruler = next((t for t in self._rulers(title, home) if self._is_hers(t) == hers), None)
        near = [] if ruler is None else [(ruler.first, self._ruled(ruler))]
        near += [*islice(self._lands(title.first, home, hers), 1), *islice(self._rules(title.first, home, hers), 1)]
        return max(near, key=lambda pair: pair[0])[1] if near else None

    def _of_his_country(self, title: Title) -> bool:
        """ "سفير بلاده لدى تونس", "وزير خارجية بلادها"."""
        return not title_words()["his_country"].isdisjoint(self.document.norms[title.first + 1 : title.last])

    def _his_country(self, title: Title, home: int, hers: bool) -> Referent | None:
        """The state of who acts in the sentence, told last before with his office, or of itself named before."""
        told = [*islice(self._lands(title.first, home, hers), 1)]
        for one in reversed(self.titles[: bisect_left(self.titles, title.first, key=lambda other: other.first)]):
            if self.sentence[one.first] != home:
                break
            of = body_of(one, self.document) if one.head.kind in ("state", "sovereign", "body") else None
            if of is not None and of.type == M.Country:
                told.append((one.first, of))
                break
        return max(told, key=lambda pair: pair[0])[1] if told else None

    def _pronoun(self, title: Title) -> str:
        """The pronoun at the end of an office, "ه" or "ها": "وزير خارجيته", "رئيس وزرائها"."""
        for at in range(title.first + 1, title.last if title.head.form != POSSESSED else title.head_last):
            norm = self.document.tokens[at].norm
            tied = len(norm) > 5 and norm.endswith(("يته", "يتها")) and not norm.startswith("ال")
            own = norm in title_words()["possessed"] or norm in title_words()["his_country"]
            if tied or own or title.head.form == POSSESSED:
                ending = next((e for e in ("ها", "ه") if norm.endswith(e)), "")
                written = self.document.text[self.document.tokens[at].end - 1]
                return "" if written == "ة" else ending
        return ""

    def _rulers(self, title: Title, home: int) -> Iterator[Title]:
        """The rulers told before an office in its sentence, none of whom holds it; the last first."""
        of = _RULERS - _OF_GOVERNMENTS if title.head.label_en in _OF_GOVERNMENTS else _RULERS
        rulers = self._ruling[of]
        for one in reversed(rulers[: bisect_left(rulers, title.first, key=lambda ruler: ruler.first)]):
            if self.sentence[one.first] != home:
                return
            yield one

    def _all_of(self, rulers: frozenset[str]) -> list[Title]:
        """The titles of rulers and of their counterparts."""
        found: list[Title] = []
        ruling = False
        for one in self.titles:
            ruling = one.head.label_en in rulers or (ruling and one.counterpart)
            if ruling:
                found.append(one)
        return found

    def _is_hers(self, title: Title) -> bool:
        return self.document.tokens[title.first].norm.endswith(tuple(title_words()["ruling_woman"]))

    def _ruled(self, ruler: Title) -> Referent | None:
        """The state of a ruler, told with the office here, or where the article has it of one called the same."""
        own = body_of(ruler, self.document)
        if own is not None or ruler.extended:
            return own if own is None or own.type == M.Country else None
        others = self._called(ruler.head.label_en)
        return next(iter(others)) if len(others) == 1 else None

    def _called(self, office: str) -> set[Referent]:
        """Whose the offices called the same are."""
        if office not in self._owners:
            same = (t for t in self.titles if t.head.label_en == office)
            self._owners[office] = {one for t in same if (one := body_of(t, self.document))}
        return self._owners[office]

    def _lands(self, before: int, home: int, hers: bool) -> Iterator[tuple[int, Referent | None]]:
        """The states named in a sentence before a token, with no preposition in front; the last first."""
        opening = title_words()["before_subject"]  # though they are particles
        for at in range(bisect_left(self.firsts, before) - 1, bisect_left(self.homes, home) - 1, -1):
            m = self.all[at]
            if m.kind is Kind.COUNTRY and m.referent is not None and (m.referent.authority in _HIS) != hers:
                word = self.document.tokens[m.first - 1].norm if m.first else ""
                if not ((is_particle(word) and word not in opening) or m.prefix.strip("وف")):
                    yield m.first, m.referent

    def _rules(self, before: int, home: int, hers: bool) -> Iterator[tuple[int, Referent | None]]:
        """The states whose power is named in a sentence before a token; the last first."""
        for m in reversed(self.rules[: bisect_left(self.rules, before, key=lambda m: m.first)] if hers else []):
            if self.sentence[m.first] != home:
                return
            yield m.first, m.referent
