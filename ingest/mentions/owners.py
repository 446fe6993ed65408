"""Whose an office with a pronoun is: "her president", "its leader", "his deputy"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ingest.document import Document
from ingest.mentions.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.names import Names
from ingest.mentions.office_owners import body_of
from ingest.mentions.person_phrases import COMMA
from ingest.mentions.title_heads import OWNERS, Title
from kg.claim import Referent


class Owners:
    """The bodies and countries of one document, by sentence."""

    def __init__(self, document: Document, found: Sequence[Mention], names: Names) -> None:
        self.document, self.sentence = document, names.sentence
        self.all = sorted((m for m in found if m.kind in OWNERS), key=lambda m: m.first)
        self.firsts = [m.first for m in self.all]
        self.homes = [self.sentence[m.first] for m in self.all]

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
