"""By whom a body was founded: "بمبادرة من الكويت والإمارات", "بمبادرة سعودية", "على يد فلان"."""

from __future__ import annotations

from ingest.claims.clause import Clause, clause
from ingest.claims.founding.telling import words
from ingest.claims.phrases import Phrase, phrases
from ingest.mention import BODIES, Kind, Mention, Reading
from ingest.mentions.lands import countries
from ingest.parts import Sentence
from kg.claim import Referent

KINDS = frozenset({Kind.ORGANIZATION, Kind.COALITION, Kind.COUNTRY, Kind.GROUP, Kind.PERSON})


def told_by(row: Clause, found: list[Phrase]) -> tuple[Referent, ...]:
    """The founders that one of the phrases behind a predicate of founding tells."""
    for k, phrase in enumerate(found):
        first = phrase.at if not phrase.nouns and phrase.at >= 0 else -1
        if first >= 0 and row.elements[first].kind in BODIES and (states := _by_adjective(row, first)):
            return states
        if words()["by"].isdisjoint({*phrase.nouns, phrase.prep}):
            continue
        for told in found[k : k + 2]:
            mentions = [e.mention for e in row.elements[told.at : told.end] if e.mention is not None] if told.at >= 0 else []
            if mentions and mentions[0].kind is Kind.NISBA and told is phrase:  # "بقيادة أمريكية"
                return tuple(m.referent for m in mentions if m.kind is Kind.NISBA and m.referent is not None)
            if mentions and mentions[0].kind in KINDS:
                return tuple(m.referent for m in mentions if m.kind in KINDS and m.referent is not None)
    return ()


def _by_adjective(row: Clause, at: int) -> tuple[Referent, ...]:
    """The states of "بمبادرة سعودية كويتية", which looks like the name of a body."""
    mention = row.elements[at].mention
    document = row.reading.document
    if mention is None or document.norms[mention.first] not in words()["by"]:
        return ()
    known: list[Mention] = document.once("names and adjectives of states", lambda: countries.find(document))
    inside = (m for m in known if mention.first < m.first < mention.last and m.kind is Kind.NISBA)
    return tuple(dict.fromkeys(m.referent for m in inside if m.referent is not None))


def behind(reading: Reading, sentence: Sentence, token: int) -> tuple[Referent, ...]:
    """The founders told behind the verb or noun of founding at a token."""
    if words()["by"].isdisjoint(reading.document.norms[token : sentence.last]):
        return ()
    row = clause(reading, sentence)
    at = row.beginning(token)
    return () if at is None else told_by(row, phrases(row, at))
