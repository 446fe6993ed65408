"""Where an article may name an organization or a coalition: listed names, names of known shape, second names, bare heads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from ingest.fold import fold
from ingest.lexicon import read_toml, read_tsv
from ingest.mentions.authority import Entity, entities, gazetteer
from ingest.mentions.bodies import heads as body_heads
from ingest.mentions.bodies import names as body_names
from ingest.mentions.bodies import quoted_words, starts
from ingest.mentions.gazetteer import Line, key_of
from ingest.mentions.words.name_words import Word, classify
from ingest.parts import Document, Token, Zone, within
from kg.iri import Iri
from kg.vocabulary import M

_OPENING = quoted_words.OPENING | {"("}
_CLOSING = quoted_words.CLOSING | {")"}


@dataclass(slots=True)
class Candidate:
    """A possible mention: tokens, glued clitics (`cut` folded characters of them), the listed entity or None."""

    first: int
    last: int
    prefix: str
    cut: int
    reason: str
    entity: Entity | None = None
    head: str | None = None
    coref: bool = False
    words: tuple[str, ...] = field(default=())
    article_lost: bool = False  # "للحزب": the name has the article, which لـ swallowed


def listed(document: Document, line: Line, file: str) -> list[Candidate]:
    """The names of one authority file that occur in a line."""
    rows = entities(file)
    found: list[Candidate] = []
    for hit in gazetteer(file).find(line):
        if hit.prefix.endswith("ب") and hit.key in body_heads.words("not_behind_with"):
            continue  # "بحماس" is "with zeal"
        if hit.key.isascii() and len(hit.key) <= 4:
            start, end = document.tokens[hit.first].start, document.tokens[hit.last - 1].end
            if not document.text[start:end].isupper():
                continue  # "au", "un" are French words
        row = rows[hit.entry]
        last = closed(document.tokens, hit.first, hit.last)
        found.append(
            Candidate(
                hit.first,
                last,
                hit.prefix,
                hit.cut,
                f"authority: {row.path}",
                row,
                _head_of(hit.key),
                words=tuple(hit.key.split()),
                article_lost=hit.prefix.endswith("ل") and document.tokens[hit.first].norm[hit.cut - 2 : hit.cut] == "لل",
            )
        )
    return found


def closed(tokens: Sequence[Token], first: int, last: int) -> int:
    """The end of a name, with the closing quote or bracket of one that opens inside it."""
    if last < len(tokens) and tokens[last].norm in _CLOSING:
        opened = sum(token.norm in _OPENING for token in tokens[first:last])
        shut = sum(token.norm in _CLOSING - _OPENING for token in tokens[first:last])
        if opened > shut:
            return last + 1
    return last


def _head_of(key: str) -> str | None:
    word = key.split()[0]
    noun = word[2:] if word.startswith(("ال", "لل")) else word
    return noun if noun in body_heads.heads() else None


def type_of(word: str) -> Iri:
    """The class of a body by the first word of its name."""
    head = body_heads.heads().get(body_heads.noun_of(word))
    met = head is None and word.removeprefix("ال") in body_heads.met_nouns()
    return M.Coalition if met or (head is not None and head.type == "Coalition") else M.Organization


def shaped(document: Document) -> list[Candidate]:
    """Names that begin with a head noun and stand in no list, and bare heads."""
    found: list[Candidate] = []
    openings = starts.starts()
    places = document.where(openings.keys() & document.words)
    for sentence in document.sentences:
        if sentence.zone is Zone.BOILERPLATE:
            continue
        reached = sentence.first
        for at in within(places, sentence):
            start = openings[document.tokens[at].norm]
            if at < reached or starts.is_no_noun(document, at, start) or _is_adjective(document, at, start):
                continue
            candidate = _shaped_at(document.tokens, at, sentence.last, start)
            if candidate is not None:
                found.append(candidate)
                reached = at if candidate.coref else candidate.last
    return found


def _is_adjective(document: Document, at: int, start: starts.Start) -> bool:
    """ "الدول المؤسسة للجامعة": the founding states, no institution."""
    founding = start.definite and not start.prefix and start.head.noun in body_heads.words("also_founding") and at > 0
    return founding and document.tokens[at - 1].norm in body_heads.words("founders")


def _shaped_at(tokens: Sequence[Token], at: int, limit: int, start: starts.Start) -> Candidate | None:
    doubled = start.prefix.endswith("ل") and start.head.noun.startswith("ل") and not start.definite
    if doubled and at + 1 < limit and body_names.is_adjective(tokens[at + 1].norm):
        start = replace(start, definite=True)  # "للجنة المشتركة" is "اللجنة"
    lost = start.definite and start.prefix.endswith("ل")
    end = body_names.end_of_name(tokens, at, limit, start)
    if end == at + 1:
        if not (start.definite and start.head.bare):
            return None
        return Candidate(at, end, start.prefix, start.cut, "points back", head=start.head.noun, coref=True)
    plain = tuple(token.norm for token in tokens[at + 1 : end] if token.is_word or token.is_number)
    first = ("ال" if start.definite else "") + start.head.noun
    if " ".join((first, *plain)) in _unnamed():
        return None
    if start.head.noun == "رياسه" and plain and plain[0] in body_heads.words("shared_offices"):
        return None
    presided = start.prefix.endswith("ب") or (at > 0 and tokens[at - 1].norm in body_heads.words("presided"))
    if start.head.noun == "رياسه" and presided and plain and plain[0] not in body_heads.words("of_state"):
        return None  # "برئاسة فلان", "تحت رئاسته": who presides
    vague = len(plain) > 1 and sum(word.startswith("وال") and body_names.is_adjective(word[1:]) for word in plain) > 1
    if start.definite and (vague or all(word in body_heads.words("generic") for word in plain)):
        return Candidate(at, end, start.prefix, start.cut, "points back", head=start.head.noun, coref=True)
    return Candidate(
        at, end, start.prefix, start.cut, "shape of a name", None, start.head.noun, False, (first, *plain), lost
    )


@cache
def _unnamed() -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in read_toml("body_words.toml")["unnamed"])


@cache
def nationalities() -> frozenset[str]:
    """Adjectives that may be added to a listed name without making another one of it."""
    forms: set[str] = set(body_heads.words("extensions"))
    for row in read_tsv("countries.tsv"):
        for nisba in row["nisba"].split("|"):
            stem = fold(nisba).strip("~ ").removeprefix("ال")
            if stem:
                forms.update((f"ال{stem}", f"ال{stem}ه"))
    return frozenset(forms)


def settle(candidates: Iterable[Candidate], norms: Sequence[str]) -> list[Candidate]:
    """Choose among overlapping candidates: leftmost, then longest; a listed name gives way to a longer one unless only an
    adjective that makes no other name (a nationality, "الإرهابي") or the matter of an office was added to it.
    """
    kept: list[Candidate] = []
    for item in sorted(candidates, key=lambda c: (c.first, c.coref, -c.last, c.entity is None)):
        rival = kept[-1] if kept and item.first < kept[-1].last else None
        if rival is None:
            kept.append(item)
        elif rival.entity is None and item.entity is not None and rival.first == item.first:
            added = rival.words[len(item.words) :]
            again = key_of(" ".join(added)) in {key_of(name) for name in item.entity.names}
            if added and (added[0] in body_heads.words("matters") or body_heads.is_matter(added[0], norms, item.first)):
                kept[-1] = item  # "مفوض الاتحاد الأوروبي لشؤون الجوار": the matter is the office's
            elif added and item.first and body_heads.is_sent(norms[item.first - 1], added):
                kept[-1] = item  # "مبعوث الاتحاد الأفريقي الخاص": the adjective is his
            elif again or (len(added) <= 2 and all(word in nationalities() for word in added)):
                item.last = rival.last
                kept[-1] = item
        elif rival.entity is None and item.entity is not None and rival.coref:
            kept[-1] = item
        elif _cut_through(rival, item):
            kept[-1] = replace(rival, last=item.first, words=rival.words[: item.first - rival.last])
            kept.append(item)
        elif _appositive(rival, item) or _called(rival, item):
            own = replace(item, first=rival.first, last=rival.last, prefix=rival.prefix, cut=rival.cut)
            kept[-1] = replace(own, article_lost=rival.article_lost)
    return kept


def with_owners(document: Document, settled: Sequence[Candidate]) -> list[Candidate]:
    """The organ of a body with the body whose it is: "المكتب التنفيذي لمجلس وزراء الصحة العرب", "المكتب التنفيذي للمجلس"."""
    kept: list[Candidate] = []
    for item in settled:
        organ = kept[-1] if kept else None
        if organ is None or organ.last != item.first or item.prefix != "ل" or " ".join(organ.words) not in _organs():
            kept.append(item)
            continue
        owner = next((one for one in reversed(kept) if item.coref and not one.coref and one.head == item.head), item)
        tokens = document.tokens[owner.first : owner.last]
        whose = tuple(token.norm for token in tokens if token.is_word or token.is_number)
        whose = whose if owner is item else ("ل" + whose[0][owner.cut :].removeprefix("ا"), *whose[1:])
        kept[-1] = replace(organ, last=item.last, words=organ.words + whose)
    return kept


@cache
def _organs() -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in read_toml("body_words.toml")["organs"])


def _cut_through(longer: Candidate, listed_name: Candidate) -> bool:
    """ "المجموعة المصغرة للتحالف الدولي ضد داعش": a name of known shape ends within the listed name behind ل."""
    whose = listed_name.entity is not None and listed_name.prefix == "ل" and listed_name.last > longer.last
    return whose and longer.entity is None and not longer.coref and longer.first + 1 < listed_name.first


def _called(longer: Candidate, listed_name: Candidate) -> bool:
    """ "المنظمة الدولية للتنمية «إيغاد»": behind a name that is complete without it, in quotes, the listed short name of the
    body; not "التحالف الدولي لمحاربة «داعش»"."""
    last = (listed_name.first, listed_name.last) == (longer.last - 2, longer.last - 1)
    if longer.entity is not None or listed_name.entity is None or not last or len(listed_name.words) != 1:
        return False
    marked = len(longer.words) + 2 == longer.last - longer.first
    return marked and len(longer.words) > 2 and longer.words[-2].startswith(("ال", "لل"))


def _appositive(longer: Candidate, listed_name: Candidate) -> bool:
    """Whether a name of known shape is a listed short name with the noun for it: "منظمة الكوميسا", "تجمع «بريكس»"."""
    inside = (longer.first + 1, longer.last), (longer.first + 2, longer.last - 1)
    return (
        longer.entity is None
        and listed_name.entity is not None
        and (listed_name.first, listed_name.last) in inside
        and len(listed_name.words) == 1
        and longer.head in body_heads.words("appositive")
    )


def second_names(document: Document, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Later uses of a name that stood in quotes or brackets within or right after a body's name."""
    tokens = document.tokens
    aliases: dict[tuple[str, ...], Candidate] = {}
    for item in candidates:
        if item.coref:
            continue
        inner = _inner_name(tokens, item)
        if inner and inner not in aliases and not _person(inner):
            aliases[inner] = item
    found: list[Candidate] = []
    taken = {i for item in candidates for i in range(item.first, item.last)}
    for alias, owner in aliases.items():
        for at in document.places[alias[0]]:
            if not owner.last <= at < len(tokens) - len(alias):
                continue
            if at in taken or tuple(token.norm for token in tokens[at : at + len(alias)]) != alias:
                continue
            before = tokens[at - 1].norm
            after = tokens[at + len(alias)].norm
            if (before in quoted_words.OPENING and after in quoted_words.CLOSING) or alias[0].isascii():
                found.append(replace(owner, first=at, last=at + len(alias), prefix="", cut=0, reason="second name"))
    return found


def _person(inner: tuple[str, ...]) -> bool:
    """Whether words in quotes are the name of a person: a given name with one behind it that is no word of the language."""
    classes = [classify(norm, norm) for norm in inner[:2]]
    named = (Word.ARTICLE, Word.UNKNOWN, Word.GIVEN)
    return len(classes) == 2 and classes[0] in (Word.GIVEN, Word.SERVANT) and classes[1] in named


def _inner_name(tokens: Sequence[Token], item: Candidate) -> tuple[str, ...]:
    """The words in quotes at the end of a name, or in quotes or brackets right behind it."""
    end = item.last
    if tokens[end - 1].norm in quoted_words.CLOSING:
        begin = end - 2
        while begin > item.first and tokens[begin].norm not in quoted_words.OPENING:
            begin -= 1
        inner = tokens[begin + 1 : end - 1]
        return tuple(token.norm for token in inner) if begin > item.first and all(token.is_word for token in inner) else ()
    if quoted_words.tells_people(tokens, end):
        return ()
    if quoted_words.opens(tokens, end) or (end < len(tokens) and tokens[end].norm == "("):
        for close in range(end + 2, min(end + 6, len(tokens))):
            if tokens[close].norm in quoted_words.CLOSING or tokens[close].norm == ")":
                inside = tuple(token.norm for token in tokens[end + 1 : close])
                counted = tokens[end + 1].is_number  # "(57 دولة)" is no name
                return () if counted or quoted_words.is_spoken(inside) else inside
            if not tokens[close].is_word:
                return ()
    return ()
