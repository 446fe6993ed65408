"""The words that open a title and the words inside titles, from the lexicon; what a title that has been read is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from ingest.document import Document
from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.trie import Trie
from ingest.mentions.words.name_words import has_article
from ingest.parts import Token
from kg.errors import UsageError

POSSESSED = "possessed"
"""The form of "رئيسها": the office is that of a body named before."""
ACCUSATIVE = "accusative"
"""The form of "رئيسا", behind the name of one who is or is made president."""
NOUN = "noun"
"""What somebody takes over: "رئاسة", "وزارة"."""
OWNERS = COLLECTIVES | {Kind.COUNTRY}
TAKEN = COLLECTIVES | {Kind.COUNTRY, Kind.PLACE, Kind.NISBA}
"""The candidates of the first pass that a title may take in."""
SEVERAL = ("dual", "plural")
"""The forms of heads that are of several holders."""
_OF_A_BODY = frozenset({"state", "body", "party", "envoy", "member"})
_PRONOUNS = ("ه", "ها", "هم", "هما")
_APPOINTED = 12  # tokens between a word of naming or electing and the one who is named, or his title


@dataclass(frozen=True, slots=True)
class Head:
    """A title word of the lexicon: class, English label; `definite` with the article, `closed` if nothing may be annexed.

    `form` is "" or why the title never stands without a name ("dual", "accusative", "possessed"); `singular` what it is
    called then.
    """

    kind: str
    label_en: str
    bare: bool
    definite: bool
    closed: bool
    form: str = ""
    singular: str = ""


@dataclass(slots=True, unsafe_hash=True)
class Title:
    """Tokens `first` to `last`; `safe` is where it ends if no name follows. `countries` and `bodies` are those inside it.

    `told` is the token of the verb or noun that says who holds the office, where it is not told by standing beside a name.
    """

    first: int
    last: int
    safe: int
    prefix: str
    head: Head
    head_last: int
    extended: bool
    former: bool
    designate: bool
    counterpart: bool
    inside: tuple[Mention, ...]
    abroad: int | None
    told: int | None = None

    @property
    def countries(self) -> list[Mention]:
        return [m for m in self.inside if m.kind in (Kind.COUNTRY, Kind.NISBA)]


@lru_cache(maxsize=1)
def heads() -> Trie[Head]:
    """All written forms of the title heads."""
    found: Trie[Head] = Trie()
    rows = [row for row in read_tsv("titles.tsv") if row["class"] != "led"]
    called = {row["label_en"]: row["forms"].split("|")[0] for row in reversed(rows)}
    for row in read_tsv("titles.tsv"):
        if row["class"] == "led":  # "بزعامة X", "الذي يرأسه X": the office is called by its noun
            for form in row["forms"].split("|"):
                found.add(form, Head("led", row["label_en"], False, False, False, "", called[row["label_en"]]))
            continue
        for form in row["forms"].split("|"):
            parts = form.split()
            closed = any(part.startswith("ال") for part in parts[1:]) or row["class"] == "counterpart"
            definite = closed or form.startswith("ال")
            found.add(form, Head(row["class"], row["label_en"], row["bare"] == "yes", definite, definite))
            if not closed and (row["bare"] == "yes" or len(parts) > 1):
                article = " ".join(part if part.startswith("ب") and n else "ال" + part for n, part in enumerate(parts))
                found.add(article, Head(row["class"], row["label_en"], row["bare"] == "yes", True, True))
    for form, owned in _possessed(rows):
        if found.get(form) is None:
            found.add(form, owned)
    for row in read_tsv("title_forms.tsv"):
        for form in row["forms"].split("|") if row["form"] != NOUN else ():
            head = found.get(row["title"])
            if head is None:
                raise UsageError(f"title_forms.tsv: {row['title']} is no title")
            closed = head.closed or row["form"] == POSSESSED
            found.add(form, replace(head, form=row["form"], singular=row["title"], closed=closed))
    return found


def _possessed(rows: Iterable[Mapping[str, str]]) -> Iterator[tuple[str, Head]]:
    """Heads with the pronoun of their body: "زعيمها", "رئيستهم", "أمينها العام"; "رئيسه" is read where it stands, for it
    is written like "رئيسة"."""
    held = [(row, form) for row in rows if row["class"] in _OF_A_BODY for form in row["forms"].split("|")]
    for row, form in held:
        noun, *rest = form.split()
        if len(rest) > 1 or (rest and fold(rest[0]) not in title_words()["qualifying"]):
            continue
        feminine = noun.endswith("ة")
        for pronoun in _PRONOUNS if feminine or rest else _PRONOUNS[1:]:
            owned = " ".join([(noun[:-1] + "ت" if feminine else noun) + pronoun, *("ال" + word for word in rest)])
            yield owned, Head(row["class"], row["label_en"], False, False, True, POSSESSED, form)


@lru_cache(maxsize=1)
def office_nouns() -> Trie[str]:
    """Nouns of offices → the title of their holder."""
    found: Trie[str] = Trie()
    for row in read_tsv("title_forms.tsv"):
        for form in row["forms"].split("|") if row["form"] == NOUN else ():
            found.add(form, row["title"])
    return found


@lru_cache(maxsize=1)
def title_words() -> dict[str, frozenset[str]]:
    """Folded words of each effect."""
    found: dict[str, set[str]] = {}
    for row in read_tsv("title_words.tsv"):
        found.setdefault(row["effect"], set()).add(fold(row["word"]))
    return {effect: frozenset(group) for effect, group in found.items()}


@cache
def led_office(label: str) -> Head:
    """The office that leading or belonging tells, called as a title of this label is."""
    rows = read_tsv("titles.tsv")
    called = next(row["forms"].split("|")[0] for row in rows if row["class"] != "led" and row["label_en"] == label)
    return Head("led", label, False, False, False, "", called)


def appointed(document: Document, at: int, sentences: Sequence[int]) -> int | None:
    """Where somebody is named, elected or charged in the words before a token of its sentence, if it is not denied."""
    first = max(0, at - _APPOINTED)
    before = [document.tokens[i].norm for i in range(first, at) if sentences[i] == sentences[at]]
    named = [i for i, norm in enumerate(before) if norm.removeprefix("و") in title_words()["appointing"]]
    if not named or any(norm.lstrip("وف") in title_words()["denying"] for norm in before[: named[-1]][-2:]):
        return None
    return at - len(before) + named[-1]


def denied(document: Document, at: int) -> bool:
    """Whether the words before a verb deny, suppose or wish what it says ("لم", "لو", "أن" or "قد" with a verb of the
    present), or it is no verb ("رفض فلان تولي …")."""
    tokens, words = document.tokens, title_words()
    before = [token.norm for token in tokens[max(0, at - 2) : at]]
    if any(norm.lstrip("وف") in words["denying"] for norm in before):
        return True
    norm = tokens[at].norm
    if norm.endswith("ي") and norm[0] == "ت" and document.text[tokens[at].end - 1] == "ي":
        return True
    wished = norm.startswith(("ي", "تت", "تش")) and bool(before) and before[-1] in words["wishing"]
    return wished and before[0] not in words["time_clause"]


def verb_of_being(document: Document, first: int, sentences: Sequence[int]) -> str | None:
    """ "was", "became", "came (as)" right before the phrase of a person, unless it is denied."""
    if not first or sentences[first - 1] != sentences[first]:
        return None
    norm = document.tokens[first - 1].norm
    words = title_words()["been"] | title_words()["became"]
    verb = norm if norm in words else norm.removeprefix("و")
    return verb if verb in words and not denied(document, first - 1) else None


def had_been(document: Document, first: int) -> bool:
    """ "عندما كان X رئيسا لمصر، التقى …": X is the subject of "was" alone."""
    when, was = ("", "") if first < 2 else (token.norm for token in document.tokens[first - 2 : first])
    return was in title_words()["been"] and when.lstrip("وف") in title_words()["when"]


def stands_in(title: Title, tokens: Sequence[Token]) -> bool:
    """ "ممثلا الرئيس فلان", "ممثلا لخادم الحرمين": the office of the one for whom he comes follows."""
    accusative = title.head.form == ACCUSATIVE and title.head.label_en == "Representative"
    return accusative and heads().at(tokens, title.head_last) is not None


def inserted(document: Document, at: int, closed: bool) -> bool:
    """Words that a title takes in without ending: "the president recognised abroad", "the commander of these forces",
    "the multinational force"."""
    effects, tokens = title_words(), document.tokens
    norm, before = tokens[at].norm, tokens[at - 1].norm
    if norm in effects["adverb"]:
        return before in effects["recognised"] or before in effects["adverb"]
    pointing = norm in (effects["manifold"] if closed else effects["demonstrative"]) and at + 1 < len(tokens)
    return pointing and has_article(document, at + 1)
