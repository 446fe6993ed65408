"""Countries, their adjectives, groups of states, bodies and places by the names of the authority files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from ingest.latin.text import capital, plain, plain_tokens, surface, words, written_as
from ingest.lexicon import read_tsv
from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.authority import Entity, entities
from ingest.mentions.lands.countries import country
from ingest.mentions.lands.places import country_of
from ingest.mentions.trie import Trie
from ingest.parts import Document, Sentence, Zone
from kg.claim import Referent, Span
from kg.vocabulary import M

_NOUN = "coalition"
_KINDS = {
    M.Organization: Kind.ORGANIZATION, M.ArmedGroup: Kind.ORGANIZATION, M.Coalition: Kind.COALITION, M.Place: Kind.PLACE,
}


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as it is written, and what it stands for (nothing: a phrase that hides the names in it)."""

    form: str
    kind: Kind
    referent: Referent | None
    tags: frozenset[str] = frozenset()


def _forms(cell: str) -> list[str]:
    return [form.strip() for form in cell.split("|") if form.strip()]


def _plurals(adjective: str) -> list[str]:
    return [adjective] if adjective[-1] in "sx" else [adjective, adjective + "s"]


def _bodies(language: str) -> Iterator[_Name]:
    more = {row["path"]: _forms(row[language]) for row in read_tsv("latin_bodies.tsv")}
    for file in ("places.tsv", "organizations.tsv", "coalitions.tsv"):
        for entity in entities(file):
            tags = frozenset({entity.kind} if entity.kind else ())
            for form in (*(name for name in entity.names if plain(name)[0] < "\u0250"), *more.get(entity.path, ())):
                if form not in words("never"):
                    yield _Name(form, _KINDS[entity.type], _referent(entity), tags)


@cache
def _referent(entity: Entity) -> Referent:
    return entity.referent()


def _countries(language: str) -> Iterator[_Name]:
    for row in read_tsv("country_groups.tsv"):
        path = f"group/{row['slug']}"
        group = Referent(M.CountryGroup, path, row["label_ar"], row["label_en"], row["label_fr"], (), path)
        for more in read_tsv("latin_groups.tsv"):
            if more["slug"] == row["slug"]:
                yield from (_Name(form, Kind.GROUP, group) for form in _forms(more[language]))
    extra = {row["iso2"]: row for row in read_tsv("latin_countries.tsv")}
    for row in read_tsv("countries.tsv"):
        referent, more = country(row["iso2"]), extra.get(row["iso2"], {})
        for adjective in _forms(more.get(f"adjectives_{language}", "")):
            forms = _plurals(adjective) if language == "fr" else [adjective]
            yield from (_Name(form, Kind.NISBA, referent) for form in forms)
        for form in (row[f"label_{language}"], *_forms(more.get(f"names_{language}", ""))):
            if form not in words("never"):
                yield _Name(form, Kind.COUNTRY, referent)


@cache
def _trie(language: str) -> Trie[tuple[_Name, ...]]:
    found: dict[str, tuple[_Name, ...]] = {}
    for name in (*_bodies(language), *_countries(language)):
        key = plain(name.form)
        same = [other for other in found.get(key, ()) if other.referent is name.referent]
        found[key] = (*same, name)  # "Quad" and "QUAD" are both ways to write it
    trie: Trie[tuple[_Name, ...]] = Trie()
    for key, names in found.items():
        trie.add(key, names)
    for form in words("blocked"):
        trie.add(plain(form), (_Name(form, Kind.PLACE, None),))
    return trie


def find(document: Document) -> list[Mention]:
    """Every name outside site furniture, in the order of the text, none overlapping."""
    found: list[Mention] = []
    for sentence in document.sentences:
        if sentence.zone is not Zone.BOILERPLATE:
            found.extend(_in_sentence(document, sentence))
    whole = sorted([*found, *_again(document, found)], key=lambda m: m.first)
    return _with_surfaces(document, _joined(document, whole))


def _joined(document: Document, found: list[Mention]) -> list[Mention]:
    """ "African Union (AU)": a body and its other name in brackets are one mention."""
    joined: list[Mention] = []
    for mention in found:
        before = joined[-1] if joined else None
        tokens = document.tokens
        if (
            before is not None
            and before.referent is mention.referent
            and mention.first == before.last + 1
            and mention.last < len(tokens)
            and (tokens[before.last].norm, tokens[mention.last].norm) == ("(", ")")
        ):
            joined[-1] = replace(before, last=mention.last + 1)
        elif before is not None and _inside(before, mention) and (end := _behind_city(document, before, mention)):
            joined[-1] = replace(before, last=end)
        else:
            joined.append(mention)
    return joined


def _inside(city: Mention, land: Mention) -> bool:
    if city.kind is not Kind.PLACE or land.kind is not Kind.COUNTRY or city.referent is None or land.referent is None:
        return False
    iso = country_of(city.referent.key)
    return iso is not None and land.referent.key == f"country/{iso}"


def _behind_city(document: Document, city: Mention, land: Mention) -> int | None:
    """The end of "Rabat, Morocco", "Pau, en France", "Rome (Italie)"; None where the country stands for itself."""
    between = [plain(t.norm) for t in document.tokens[city.last : land.first]]
    if between == ["("] and land.last < len(document.tokens) and document.tokens[land.last].norm == ")":
        return land.last + 1
    return land.last if between[:1] == [","] and set(between[1:]) <= words("in_country") else None


def _with_surfaces(document: Document, found: list[Mention]) -> list[Mention]:
    """The same, each body and group with the names the article gives it."""
    texts: dict[str, dict[str, None]] = {}
    for mention in found:
        if mention.referent is not None and not mention.coref:
            text = " ".join(document.text[mention.name.start : mention.name.end].split())
            texts.setdefault(mention.referent.key, {})[text] = None
    named = {m.referent.key: replace(m.referent, surfaces=tuple(texts.get(m.referent.key, ()))) for m in found if m.referent}
    return [
        replace(m, referent=named[m.referent.key]) if m.referent is not None and m.kind in COLLECTIVES else m for m in found
    ]


def _again(document: Document, found: list[Mention]) -> Iterator[Mention]:
    """ "The coalition" is the one coalition that an article names by that word; a new one is another."""
    coalitions = {m.referent for m in found if m.kind is Kind.COALITION and m.referent is not None}
    known = [c for c in coalitions if _NOUN in plain(c.label_en or "")]
    referent = known[0] if len(known) == 1 else None
    taken = {index for m in found for index in range(m.first, m.last)}
    begin = min((m.first for m in found if m.referent == referent), default=0)
    for token in document.tokens[begin:] if referent is not None else ():
        before = plain(document.tokens[token.index - 1].norm)
        if plain(token.norm) == _NOUN and token.index not in taken and before in words("before_coalition"):
            behind = document.tokens[token.index + 1] if token.index + 1 < len(document.tokens) else token
            last = behind if plain(behind.norm) in words("behind_coalition") else token
            span = Span(token.start, last.end)
            yield Mention(Kind.COALITION, token.index, last.index + 1, span, referent, "named before", coref=True)


def _in_sentence(document: Document, sentence: Sentence) -> Iterator[Mention]:
    trie = _trie(document.language)
    tokens = plain_tokens(document, sentence.first, sentence.last)
    at = 0
    while at < len(tokens):
        hit = trie.at(tokens, at)
        if hit is None:
            at += 1
            continue
        first, last = sentence.first + at, sentence.first + hit[0]
        text = surface(document, first, last)
        name = next((name for name in hit[1] if written_as(name.form, text)), None)
        if name is None or _of_a_person(document, sentence, first, last, name):
            at += 1
            continue
        at = hit[0]
        if name.referent is None:
            continue
        span = Span(document.tokens[first].start, document.tokens[last - 1].end)
        yield Mention(name.kind, first, last, span, name.referent, f"name: {name.form}", tags=name.tags)


def _of_a_person(document: Document, sentence: Sentence, first: int, last: int, name: _Name) -> bool:
    """Whether a name that persons bear too stands beside another capitalised word ("Jordan Smith")."""
    if name.form not in words("also_persons"):
        return False
    text, tokens = document.text, document.tokens
    behind = last < sentence.last and text[tokens[last - 1].end : tokens[last].start] == " " and capital(document, last)
    return behind and not text[tokens[last].start : tokens[last].end].isupper()
