"""From a title to the post it names: its labels, the body it belongs to, whether it is held, past or to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from re import compile as compile_pattern

from ingest import numerals
from ingest.document import Document, Token
from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.mention import Kind, Mention, Post
from ingest.mentions.titles.owners import body_of
from ingest.mentions.trie import Trie, name_start, splits
from ingest.mentions.words.title_heads import ACCUSATIVE, SEVERAL, Title, heads, title_words
from kg.claim import Referent, Span

_CHANCELLORS = frozenset({"country/DE", "country/AT"})
"""There "المستشار" with the country alone is the head of government."""
_FOREIGN_MINISTER = "Minister of Foreign Affairs"
_ACCUSATIVES = compile_pattern(r"^(?: (?!ال)\S{2,}(?:اً|ًا|ا)(?= |$))+")  # "مبعوثا خاصا أمميا إلى …"
_POSSESSED = compile_pattern(r"\b(\w{3,})يت(?:ها|ه|هم|هما|نا)\b")
"""A portfolio with a possessive: "وزير خارجيتها"."""
_OF_SEVERAL = (("تان", "ة"), ("تين", "ة"), ("ان", ""), ("ين", ""), ("ون", ""))
"""Endings of the dual and plural, and that of the singular."""
_ADJECTIVES = compile_pattern(r"^(?: و?ال\w+)+")
"""What stands right behind an office with the article."""
_EACH = compile_pattern(r"\bكلا? من(?:\s+|$)")
@lru_cache(maxsize=1)
def _portfolios() -> Trie[str]:
    found: Trie[str] = Trie()
    for row in read_tsv("portfolios.tsv"):
        for form in row["arabic"].split("|"):
            found.add(form, row["label_en"])
    return found


def title_span(title: Title, document: Document, last: int | None = None) -> Span:
    """The title in the original text, without glued clitics."""
    start = name_start(document.tokens[title.first], document.text, title.prefix)
    return Span(start, document.tokens[(last or title.last) - 1].end)


def label(title: Title, document: Document, body: Referent | None) -> str:
    """The English name of the office; the same office has the same label whatever it is called in the text."""
    head = title.head.label_en
    matters = _matters(title, document)
    inner = _inner(title, document)
    if (
        (head == "Secretary of State" and not _under_minister(title, document))
        or (head == "Minister" and matters[:1] == ["Foreign Affairs"])
        or head == _FOREIGN_MINISTER
    ):
        american = body is not None and body.authority == "country/US"
        return "Secretary of State" if american or (head == "Secretary of State" and body is None) else _FOREIGN_MINISTER
    if head == "Adviser" and body is not None and body.authority in _CHANCELLORS and _bare(title, document):
        return "Chancellor"
    if head == "Minister" and matters:
        return "Minister of " + (" and ".join([", ".join(matters[:-1]), matters[-1]]) if len(matters) > 1 else matters[0])
    if inner and head in ("Deputy", "Assistant", "Adviser", "Under Secretary", "Spokesperson"):
        return f"{head} {inner}" if head in ("Deputy", "Assistant") else f"{head} of the {inner}"
    if inner and head == "Chargé d'affaires":
        return f"Acting {inner}"  # "القائم بأعمال المحافظ"
    if head == "Under Secretary" and matters:
        american = body is not None and body.authority == "country/US" and matters[0] == "Foreign Affairs"
        first = "State" if american else matters[0]
        return f"Under Secretary of {first}" + (f" for {matters[1]}" if len(matters) > 1 else "")
    return head


def _under_minister(title: Title, document: Document) -> bool:
    """ "سكرتيرة الدولة في وزارة الخارجية", "كاتب الدولة المكلف بـ…", "كاتبة الدولة لشؤون التنمية": he heads no ministry."""
    behind = {token.norm for token in document.tokens[title.head_last : title.last]}
    return not behind.isdisjoint(title_words()["under_minister"])


def _bare(title: Title, document: Document) -> bool:
    """Whether nothing but a country's adjective and "former" or "outgoing" stands behind the head."""
    behind = document.tokens[title.head_last : title.last]
    words = title_words()
    no_matter = words["former"] | words["ending"] | words["ended"]
    return sum(token.norm not in no_matter for token in behind) == 1


def _matters(title: Title, document: Document) -> list[str]:
    """The matters of a minister, in the order of the text."""
    found: list[str] = []
    at = title.head_last
    while at < title.last and len(found) < 4:
        hit = None
        for prefix, rest in splits(document.tokens[at].norm):
            if prefix in ("", "و", "ل", "ب"):
                hit = hit or _portfolios().at(document.tokens, at, rest)
        if hit is not None and hit[0] <= title.last and hit[1] not in found:
            found.append(hit[1])
        at = max(at + 1, hit[0] if hit else 0)
    return found


def portfolio(tokens: Sequence[Token], at: int) -> bool:
    """Whether a matter of a minister begins at a token, with or without a glued "and"."""
    words = (rest for prefix, rest in splits(tokens[at].norm) if prefix in ("", "و"))
    return any(_portfolios().at(tokens, at, rest) is not None for rest in words)


def _inner(title: Title, document: Document) -> str:
    """The label of the office inside an office ("نائب وزير الخارجية")."""
    for at in range(title.head_last, title.last):
        hit = heads().with_clitics(document.tokens, at)
        if hit is not None and hit[1] <= title.last and hit[2].kind in ("state", "body", "sovereign"):
            inside = Title(at, title.last, title.last, "", hit[2], hit[1], True, False, False, False, (), None)
            return label(inside, document, None)
    return ""


def post(title: Title, document: Document, body: Referent | None = None) -> Post:
    """The post a title names. `body` overrides what the words of the title say (holders listed by country)."""
    span = title_span(title, document)
    surface = document.text[span.start : span.end]
    owner = body or body_of(title, document)
    name = _whole(title, _plain(_singular(title, surface, document)))
    surface = _whole(title, surface)
    return Post(surface, name, label(title, document, owner), owner, span, title.former, title.designate)


def counterpart(title: Title, like: Title | None, document: Document) -> Post:
    """ "his Italian counterpart": the office of the one before, for the other country."""
    owner = body_of(title, document)
    span = title_span(title, document)
    surface = document.text[span.start : span.end]
    if like is None:
        return Post(surface, _plain(surface), None, owner, span, False, False)
    return Post(surface, _with_owner(like, document, owner), label(like, document, owner), owner, span, False, False)


def listed(like: Title, region: Mention, document: Document) -> Post:
    """The office of the one before, for the country named instead of it ("والتونسي …", "والبرتغال، …")."""
    surface = document.text[region.name.start : region.name.end]
    owner = region.referent
    return Post(surface, _with_owner(like, document, owner), label(like, document, owner), owner, region.name, False, False)


def _with_owner(like: Title, document: Document, owner: Referent | None) -> str:
    """The words of an office without its country, or the states that hold it, then the other country."""
    first = next((m.first for m in like.inside if m.kind in (Kind.NISBA, Kind.COUNTRY)), like.last)
    states = title_words()["of_states"]  # "وزراء خارجية البلدين"
    first = next((at for at in range(like.head_last, first) if document.norms[at] in states), first)
    words = title_span(like, document, max(first, like.head_last))
    text = _singular(like, document.text[words.start : words.end], document)
    text = _POSSESSED.sub(r"ال\1ية", _plain(text))
    name = owner.label_ar if owner is not None else None
    return f"{text} ({name})" if name else text


def _whole(title: Title, surface: str) -> str:
    """The words of a title, with the article given back that "للرئيس" has swallowed."""
    swallowed = title.head.definite and title.prefix.endswith("ل") and surface.startswith("ل")
    own = swallowed and surface.startswith(tuple(title_words()["own_lam"]))  # "للواء" may be ل with "لواء"
    return "ا" + surface if swallowed and not own else surface


def _singular(title: Title, surface: str, document: Document) -> str:
    """The words of a title with its head in the singular ("وزيري الخارجية" is two ministers)."""
    if not title.head.singular:
        return surface
    if title.head_last == title.first:  # "وزيري العدل X والتنمية Y": the second matter has no head of its own
        return f"{title.head.singular} {surface}"
    head = title_span(title, document, title.head_last)
    rest = surface[head.end - head.start :]
    if title.head.form in SEVERAL:
        rest = " ".join([_of_one(word) for word in rest.split(" ") if not _is_of_all(word)])
        if title.head.definite:
            rest = _ADJECTIVES.sub(lambda run: " ".join(map(_of_one_such, run[0].split(" "))), rest)
    if title.head.form == ACCUSATIVE:
        rest = _ACCUSATIVES.sub(lambda run: " ".join(map(_nominative, run[0].split(" "))), rest)
    return title.head.singular + rest


def _nominative(word: str) -> str:
    """ "خاصا" → "خاص"."""
    return word.replace("ً", "").removesuffix("ا")


def _is_of_all(word: str) -> bool:
    """Whether a word counts the holders, or is said of several alone: "الوزراء الثلاثة", "الوزراء العرب"."""
    number = numerals.split(fold(word))[1]
    return (number is not None and number.kind == "definite_unit") or fold(word) in title_words()["plural"]


def _of_one(word: str) -> str:
    """A word that says "former" of several, as it is said of one: "السابقان" → "السابق"; any other word as it is."""
    former = title_words()["former"]
    return next((one for one in _ones(word) if fold(one) in former), word)


def _of_one_such(word: str) -> str:
    """An adjective of several as it is said of one: "المعنيون" → "المعني"."""
    return next(_ones(word), word)


def _ones(word: str) -> Iterator[str]:
    """What a word of several may be of one."""
    return (word.removesuffix(ending) + one for ending, one in _OF_SEVERAL if word.endswith(ending))


def _plain(text: str) -> str:
    return " ".join(_EACH.sub("", text).split())


def is_rank(title: Title, beside: Sequence[Title], document: Document) -> bool:
    """ "السفير X، مدير مكتب الوزير": the bare word beside another office is a rank; a bare "النقيب" is one of the army."""
    if title.last == title.head_last == title.first + 1 and document.tokens[title.first].norm in title_words()["rank"]:
        return True
    bare = title.head.label_en == "Ambassador" and title.last == title.head_last
    return bare and any(other.extended and other.head.kind != "job" for other in beside)


def at_institution(title: Title, document: Document) -> bool:
    """Whether an occupation is held at a place of learning or research ("أستاذ … بجامعة …", "الباحث في مركز …")."""
    words = title_words()["learning"]
    inner = document.tokens[title.head_last : title.last]
    return any(rest in words for token in inner for _, rest in splits(token.norm))


def of_land(title: Title, post: Post, document: Document, found: Sequence[Mention]) -> Post:
    """The post with the state behind a title that is complete without one: "للوزير الأول | لموريتانيا"."""
    if post.of is not None or title.head.kind != "state":
        return post
    states = document.once("states behind لـ", lambda: {
        m.first: m for m in found if m.kind is Kind.COUNTRY and m.prefix == "ل"
    })
    land = states.get(title.last)
    return replace(post, of=land.referent) if land is not None else post


def english(post: Post) -> str | None:
    """The English label of an office without a named holder."""
    if not post.label_en or post.of is None or not post.of.label_en:
        return None
    return f"{post.label_en} of {post.of.label_en}"
