"""A person of an article with the names and offices met, and how persons are looked up by name and by office."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from ingest.document import Document
from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.mention import Post
from ingest.mentions.titles import posts as offices
from ingest.mentions.trie import splits
from ingest.mentions.words.title_heads import Title, title_words
from ingest.names import skeleton
from ingest.word_lists import word_lists
from kg.claim import Referent
from kg.vocabulary import M

_COPIED = frozenset({"President", "Secretary-General", "Chief of Staff", "Commander", "Spokesperson", "Director-General"})
"""Offices outside the government that others have a counterpart in."""


_RULING = frozenset({"President", "Prime Minister", "Chancellor", "King", "Queen", "Emir", "Sultan", "Leader"})
"""Offices of those whom papers call leaders of a country."""


@cache
def ordinals() -> frozenset[str]:
    """Ordinals with the article, folded: "السادس" behind a king's name is no family name."""
    return frozenset("ال" + fold(row["word"]) for row in read_tsv("ordinals.tsv"))


@dataclass(slots=True)
class Holder:
    """One person of the article."""

    label: str
    key: tuple[str, ...]
    surfaces: list[str] = field(default_factory=list)
    posts: dict[tuple[bool, str | None, Referent | None], Post] = field(default_factory=dict)  # different ones
    places: list[int] = field(default_factory=list)
    referent: Referent | None = None
    chained: bool = False
    kin: bool = False  # only named as somebody's wife, son …
    sex: str = ""  # "she", "he", or "" where nothing tells it
    styles: set[str] = field(default_factory=set)  # words of courtesy that stood before a name

    def nearest(self, at: int) -> int:
        """The last place before `at` where the person was named, or -1."""
        number = bisect_left(self.places, at)
        return self.places[number - 1] if number else -1


def is_kin(document: Document, first: int) -> bool:
    """ "زوجته X": the family name alone is that of the one whose wife she is."""
    before = document.tokens[first - 1].norm if first else ""
    return before.endswith(("ه", "ها")) and before.removesuffix("ها").removesuffix("ه").removeprefix("و") in _relatives()


@cache
def _relatives() -> frozenset[str]:
    """Words for relatives as they stand before a pronoun ("زوجت" of "زوجته")."""
    kin = word_lists("left_out.toml")["kin"] - word_lists("left_out.toml")["husband"]
    return frozenset(word[:-1] + "ت" if word.endswith("ه") else word for word in kin)


def conflicts(holder: Holder, post: Post | None, own: tuple[str, ...]) -> bool:
    """Two offices of different states cannot meet in one person unless the names are equal."""
    if post is None or post.of is None or own == holder.key:
        return False
    countries = {p.of.key for p in holder.posts.values() if p.of is not None and p.of.type == M.Country}
    return post.of.type == M.Country and bool(countries) and post.of.key not in countries


def of_family(norm: str, families: dict[str, list[Holder]]) -> list[tuple[str, str, list[Holder]]]:
    """The persons whose family name a word may be, with the clitics glued to it."""
    found = []
    for prefix, rest, alike in _family_keys(norm):
        group = families.get(rest) or families.get(alike)
        if group:
            found.append((prefix, rest, group))
    return found


@lru_cache(maxsize=65536)
def _family_keys(norm: str) -> tuple[tuple[str, str, str], ...]:
    """The ways in which a word may be a family name: clitics, the name, the key of names that are spelled alike ("" if it is
    too short for one)."""
    keys = ((prefix, rest, skeleton(rest) if len(rest) > 3 else "") for prefix, rest in splits(norm))
    return tuple((prefix, rest, "~" + key if len(key) > 3 else "") for prefix, rest, key in keys)


def is_copied(title: Title) -> bool:
    """Offices that others have a counterpart in."""
    return title.head.kind in ("state", "sovereign") or title.head.label_en in _COPIED


def copied(titles: Iterable[Title]) -> list[Title]:
    """The offices that "his counterpart" may take up, in the order of the text; the office of one who speaks for a minister
    only where there is no other: "قال المتحدث إن الوزير سيلتقي نظيره"."""
    found = sorted((t for t in titles if is_copied(t)), key=lambda t: t.first)
    return [t for t in found if t.head.label_en != "Spokesperson"] or found


def handles(post: Post) -> tuple[str, str, str]:
    """Under what a person can be looked up by office: its label, its head word, its body."""
    label = office(post.label_en)
    return label, "~" + label.split(" of ")[0], "@" + (post.of.key if post.of else "")


def office(label: str | None) -> str:
    """The label under which an office is known: who heads a government is its prime minister."""
    return "Prime Minister" if label == "Head of Government" else label or ""


def states(alone: Sequence[Title], document: Document) -> dict[str, set[str]]:
    """Office → the states of which an article tells it without its holder."""
    found: dict[str, set[str]] = {}
    for title in alone:
        if title.extended and not title.counterpart and not title.head.form:
            told = offices.post(title, document)
            if told.of is not None and told.of.type == M.Country:
                found.setdefault(office(told.label_en), set()).add(told.of.key)
    return found


def wording(title: Title, document: Document) -> str:
    """The words by which an office is known again: its head and the quality behind it ("الرئيس المالي")."""
    norms = document.norms[title.first : title.first + 2]
    return " ".join([norms[0].removeprefix("و").removeprefix("ل").removeprefix("ل").removeprefix("ال"), *norms[1:]])


def reached(alone: Sequence[Title], ending: Mapping[int, Holder], document: Document) -> set[tuple[int, str]]:
    """Persons with the offices to whose holder something comes from them: "رسالة من الرئيس فلان إلى الرئيس المالي".

    `ending`: the persons by the token behind their names."""
    found: set[tuple[int, str]] = set()
    for title in alone:
        at = title.first - (document.norms[title.first - 1] == "الي")
        if title.extended and (at < title.first or title.prefix == "ل") and (holder := ending.get(at)) is not None:
            found.add((id(holder), wording(title, document)))
    return found


def _owner(post: Post) -> Referent | None:
    """Whose office it is; a government says no more than its state: "رئيس الحكومة" where "الحكومة المغربية" is spoken of."""
    of = post.of
    if of is None or of.type == M.Country or office(post.label_en) != "Prime Minister":
        return of
    return None if fold(of.label_ar or of.key).removeprefix("ال").startswith(tuple(title_words()["cabinet"])) else of


def fits(title: Title, post: Post, held: Post) -> bool:
    """Whether a title without a name may mean the holder of an office."""
    if held.former != title.former or _assists(held) != _assists(post):
        return False
    if title.head.label_en in ("Official", "diplomat"):
        if post.of is None or held.of is None:
            return False
        return title.head.definite and held.of.key == post.of.key  # "مسؤول كبير في الوزارة" is nobody named
    if title.head.label_en == "Leader" and post.of is not None and post.of.type == M.Country:
        return title.head.definite and held.of == post.of and office(held.label_en) in _RULING  # "الزعيم الصيني"
    own, theirs = _owner(post), _owner(held)
    if own is not None and theirs is not None and theirs.key != own.key:
        return False
    if not title.extended:
        return title.head.definite and office(held.label_en).split(" of ")[0] == office(title.head.label_en)
    if post.of is not None and held.of is None and title.head.kind == "body":
        return False
    of_state = title.head.kind == "state" and title.head.label_en == "President"  # "رئيس الجمهورية"
    if of_state and held.of is not None and held.of.type != M.Country:
        return False
    if post.label_en == title.head.label_en == "Minister" and post.of is not None:  # "الوزير المغربي"
        return (held.label_en or "").split(" of ")[0] in ("Minister", "Secretary")
    return office(held.label_en) == office(post.label_en) and not _of_another_body(title, post, held)


def is_told_bare(post: Post, held: Post) -> bool:
    """Whether an office is held as it is told, without a state: "وزير الخارجية" of a paper is sooner the minister whom it
    calls so too than "وزير الخارجية التركي"."""
    return held.of is None and not held.former and office(held.label_en) == office(post.label_en)


def _assists(post: Post) -> bool:
    """Whether an office is that of an assistant ("الأمين العام المساعد")."""
    return _is_assistant(post.surface)


@lru_cache(maxsize=16384)
def _is_assistant(surface: str) -> bool:
    return not title_words()["assistant"].isdisjoint(fold(surface).split())


def _of_another_body(title: Title, post: Post, held: Post) -> bool:
    """Whether an office names a body that is no mention, in words the other office has not ("رئيس وكالة الهجرة")."""
    if title.head.definite or post.of is not None or held.of is None or post.label_en != title.head.label_en:
        return False
    own, other = (frozenset(word.removeprefix("ال") for word in fold(p.label_ar).split()[1:]) for p in (post, held))
    return len(own) > 1 and not own <= other


_CROWNED = frozenset({"King", "Queen", "Pope", "Emperor"})


def crowned(holder: Holder) -> str:
    """The name of a holder; a king or pope of one name is called by both: "الملك سلمان"."""
    crowns = [post.label_ar for post in holder.posts.values() if post.label_en in _CROWNED and " " not in post.label_ar]
    return f"{crowns[0]} {holder.label}" if crowns and " " not in holder.label else holder.label
