"""Countries by name, by nisba adjective ("المغربي") and as groups ("دول مجلس التعاون")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ingest.document import Document, Token
from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.mention import Kind, Mention
from ingest.mentions.trie import Trie, name_start, splits
from ingest.mentions.words.name_words import is_given
from kg.claim import Referent, Span
from kg.vocabulary import M

_GULF = frozenset({"SA", "AE", "BH", "KW", "QA"})
# Country names that are also plain words or cities: they need a word or another country beside them.
_DOUBTFUL = frozenset({"ML", "OM", "BJ", "PW"})
_ROW = 8   # countries of a row of holders of one office
_NAME = 6  # tokens of a name in it, with its comma
_ENDINGS = ("", "ة", "ون", "ين", "ان", "تان", "تين", "ات")
_ACCUSATIVE = "ا"   # of the bare word of one man: "لقاءً تونسياً مصرياً"


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: Kind
    referent: Referent | None
    code: str
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class _Lexicon:
    phrases: Trie[_Entry]
    countries: dict[str, Referent]
    capitals: Trie[str]


def _forms(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]


@cache
def context() -> dict[str, frozenset[str]]:
    """Folded words of each effect of `lexicon/country_context.tsv`."""
    found: dict[str, set[str]] = {}
    for row in read_tsv("country_context.tsv"):
        found.setdefault(row["effect"], set()).add(fold(row["phrase"]))
    return {effect: frozenset(group) for effect, group in found.items()}


_MALIAN = "المالي"
"""Of Mali, or financial: only behind the office of a statesman."""


def capital_forms(nisba: str) -> Iterator[str]:
    """What the capital of a state is called by its adjective: "the French capital"."""
    yield from (f"{word} ال{nisba}ة" for word in sorted(context()["capital"]))


def nisba_forms(stem: str) -> Iterator[str]:
    """All written forms of a nisba adjective. "~مجري": as a man's bare word only where it is doubtful. A phrase inflects
    every word."""
    definite_only = stem.startswith("~")
    parts, bare = stem.lstrip("~").split(), context()["bare"]
    for ending in _ENDINGS:
        inflected = [part + ending if part.endswith("ي") else part for part in parts]
        if ending or not definite_only:
            yield " ".join(inflected)
        if not (ending or definite_only) and len(parts) == 1 and stem.endswith("ي"):
            yield stem + _ACCUSATIVE
        yield " ".join(part if part in bare else "ال" + part for part in inflected)
        if len(parts) > 1 and parts[0] in bare:
            yield " ".join(["ال" + parts[0], *inflected[1:]])


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    phrases: Trie[_Entry] = Trie()
    capitals: Trie[str] = Trie()
    countries: dict[str, Referent] = {}
    rows = read_tsv("countries.tsv")
    for row in rows:
        path = f"country/{row['iso2']}"
        referent = Referent(M.Country, path, row["label_ar"], row["label_en"], row["label_fr"], (), path)
        countries[row["iso2"]] = referent
        for stem in _forms(row["nisba"]):
            for form in nisba_forms(stem):
                phrases.add(form, _Entry(Kind.NISBA, referent, row["iso2"]))
            if stem.startswith("~"):
                phrases.add(stem[1:], _Entry(Kind.NISBA, referent, row["iso2"], doubtful=True))
        for plural in _forms(row["plurals"]):
            phrases.add(plural, _Entry(Kind.NISBA, referent, row["iso2"]))
            phrases.add("ال" + plural, _Entry(Kind.NISBA, referent, row["iso2"]))
        for capital in _forms(row["capitals"]):
            capitals.add(capital, row["iso2"])
        for stem in _forms(row["nisba"]):
            for form in capital_forms(stem.lstrip("~")):
                capitals.add(form, row["iso2"])
    for row in rows:  # names last: where a name equals another country's nisba, the name wins
        for name in [row["label_ar"], *_forms(row["names"])]:
            doubtful = row["iso2"] in _DOUBTFUL and " " not in name
            phrases.add(name, _Entry(Kind.COUNTRY, countries[row["iso2"]], row["iso2"], doubtful))
    phrases.add(_MALIAN, _Entry(Kind.NISBA, countries["ML"], "ML", doubtful=True))
    for row in read_tsv("country_groups.tsv"):
        path = f"group/{row['slug']}"
        group = Referent(M.CountryGroup, path, row["label_ar"], row["label_en"], row["label_fr"], (), path)
        for form in _forms(row["forms"]):
            phrases.add(form, _Entry(Kind.GROUP, group, row["slug"]))
    for row in read_tsv("country_context.tsv"):
        if row["effect"] == "block":
            phrases.add(row["phrase"], _Entry(Kind.NISBA, None, ""))
    return _Lexicon(phrases, countries, capitals)


def country(code: str) -> Referent | None:
    """The referent of an ISO 3166 code ("MA")."""
    return _lexicon().countries.get(code)


@cache
def _group_bodies() -> dict[str, str]:
    return {f"group/{row['slug']}": row["body"] for row in read_tsv("country_groups.tsv") if row["body"]}


def group_body(path: str) -> str | None:
    """The path of the body that a meeting of a group of countries stands for ("دول مجلس التعاون")."""
    return _group_bodies().get(path)


def of_capital(tokens: Sequence[Token], first: int) -> tuple[str, int, Referent] | None:
    """A capital or seat of government at a token: clitic prefix, end, the country it can stand for."""
    hit = _lexicon().capitals.with_clitics(tokens, first)
    return None if hit is None else (hit[0], hit[1], _lexicon().countries[hit[2]])


def find(document: Document) -> list[Mention]:
    """Country names, country adjectives and country groups, in text order, none overlapping."""
    lexicon = _lexicon()
    hits = list(lexicon.phrases.scan(document))
    found = []
    for number, (first, prefix, end, entry) in enumerate(hits):
        if "ك" in prefix and not document.tokens[first].norm.removeprefix(prefix).startswith("ال") and end == first + 1:
            continue  # rather a word that begins with kaf ("كارمن")
        supported = _is_nation if entry.kind is Kind.NISBA else _supported
        if entry.referent is None or (entry.doubtful and not supported(document, hits, number)):
            continue
        kind = entry.kind
        if kind is Kind.COUNTRY:
            if _is_region(document.tokens, first, prefix, entry.code):
                continue
            if _is_adjective(document.tokens, first, prefix, end, entry.code):
                kind = Kind.NISBA
        start = name_start(document.tokens[first], document.text, prefix)
        name = Span(start, document.tokens[end - 1].end)
        reason = {Kind.COUNTRY: "country name", Kind.NISBA: "country adjective"}.get(kind, "country group")
        found.append(Mention(kind, first, end, name, entry.referent, reason, prefix))
    return found


def _is_nation(document: Document, hits: list[tuple[int, str, int, _Entry]], number: int) -> bool:
    """Whether a word with a second meaning ("تركي": Turkish, and a given name) is a state's adjective here.

    It is one in a row of them ("قطري تركي سوري") or behind a noun that states have ("وفد تركي").
    """
    first, prefix, end, entry = hits[number]
    norms = document.norms
    if entry.code == "ML":  # "الرئيس المالي", not "المدير المالي", nor "الرئيس المالي للشركة"
        served = end < len(norms) and norms[end].startswith("ل")
        return first > 0 and not prefix and not served and norms[first - 1] in context()["statesman"]
    beside = (h for h in hits[max(number - 1, 0) : number + 2] if h[2] == first or h[0] == end)
    in_row = any(h[3].kind is Kind.NISBA and h[3].referent is not None and not _is_definite(norms[h[0]]) for h in beside)
    before = norms[first - 1] if first and not prefix else ""
    return in_row or any(rest in context()["owned"] for _, rest in splits(before))


def _is_definite(norm: str) -> bool:
    return norm.removeprefix("و").startswith(("ال", "بال", "لل"))


def _supported(document: Document, hits: list[tuple[int, str, int, _Entry]], number: int) -> bool:
    """Whether a word with a second meaning ("مالي": Mali, financial) is the country here."""
    first, prefix, end, entry = hits[number]
    tokens, text = document.tokens, document.text
    near = [h[3].code for h in hits[max(number - 1, 0) : number + 2] if 0 <= h[0] - end <= 1 or 0 <= first - h[2] <= 1]
    if entry.code == "OM":
        written = text[tokens[first].start : tokens[first].end]
        if "\u0651" in written:  # with shadda it is the city of Amman
            return False
        crowned = first > 0 and any(rest in context()["crown"] for _, rest in splits(tokens[first - 1].norm))
        told = "\u064f" in written or bool(_GULF.intersection(near)) or (crowned and not prefix)
        return told or _in_row(tokens, hits, number) or _closes_list(tokens, hits, number)
    before = tokens[first - 1] if first else None
    if before is None:
        return bool(near)
    if is_given(before.norm, "foreign") and not prefix:
        return False  # "روبرت مالي"
    word = text[before.start : before.end].removeprefix("و").removeprefix("ف")
    feminine = len(word) > 3 and word.endswith(("ة", "ت"))  # "وغابت مالي", "أزمة مالي"
    mali = entry.code == "ML" and (prefix in {"ب", "وب", "ل", "ول"} or (not prefix and feminine))
    cued = {before.norm, before.norm.removeprefix("و"), before.norm.removeprefix("ف")} & context()["cue"]
    return bool(near) or mali or bool(cued) or _in_row(tokens, hits, number)


def _closes_list(tokens: Sequence[Token], hits: list[tuple[int, str, int, _Entry]], number: int) -> bool:
    """Whether "and" adds a name to a list of states: "روسيا والجزائر وعمان"."""
    one, two = (hits[number - 2], hits[number - 1]) if number > 1 else (hits[number], hits[number])
    states = one[3].kind is two[3].kind is Kind.COUNTRY and not (one[3].doubtful or two[3].doubtful)
    beside = two[0] - one[2] <= 1 and two[2] == hits[number][0] and hits[number][1] == two[1] == "و"
    return states and beside and (one[2] == two[0] or tokens[one[2]].norm in "،,")


def _in_row(tokens: Sequence[Token], hits: list[tuple[int, str, int, _Entry]], number: int) -> bool:
    """Whether a country goes on a row of those who hold one office: "رؤساء النيجر X، ومالي Y"."""
    first, prefix = hits[number][:2]
    for at, glued, end, entry in reversed(hits[max(number - _ROW, 0) : number]):
        if prefix != "و" or entry.referent is None or entry.kind is not Kind.COUNTRY or not 0 < first - end <= _NAME:
            return False
        if any(tokens[i].norm in ".؛:" for i in range(end, first)):
            return False
        if at and tokens[at - 1].norm in context()["office"]:
            return True
        first, prefix = at, glued
    return False


def _is_region(tokens: Sequence[Token], first: int, prefix: str, code: str) -> bool:
    """In "شرق وجنوب أفريقيا" the south of Africa is meant, not South Africa."""
    joined = code == "ZA" and "و" in prefix and first > 0
    return joined and tokens[first - 1].norm.endswith(tuple(context()["side"]))


def _is_adjective(tokens: Sequence[Token], first: int, prefix: str, end: int, code: str) -> bool:
    """السعودية after a definite noun ("الحكومة السعودية") is the adjective, not the country; likewise سورية."""
    norm = tokens[first].norm
    if prefix or end != first + 1 or first == 0 or norm not in context()["adjective"]:
        return False
    before = tokens[first - 1].norm
    if norm.startswith("ال"):
        return any(rest.startswith("ال") and rest not in context()["no noun"] for _, rest in splits(before))
    return before.endswith("ه") and not before.startswith("ال") and len(before) > 3
