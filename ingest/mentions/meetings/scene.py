"""An article as the reader of meetings sees it: tokens with their mentions, and spots where a meeting is spoken of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from ingest.fold import fold
from ingest.mention import COLLECTIVES, Kind, Mention, Reading
from ingest.mentions.meetings.lexicon import (
    Form,
    Noun,
    adjectives,
    forms,
    noun_form,
    one_word,
    second_words,
    verb_class,
    verb_forms,
    whole,
    words,
)
from ingest.mentions.meetings.tracks import at_its_margin, has_rounds, is_the_round, numbered, on_track
from ingest.parts import Document, Sentence, Token
from ingest.sieve import Sieve
from kg.vocabulary import M

PARTIES = frozenset({Kind.PERSON, Kind.TITLE})
_QUOTE = 40  # tokens of a quotation
_BARE: Final[dict[str, str]] = {}  # words without a glued و or ف
_REMEMBERED = 1 << 14  # words


@dataclass(slots=True)
class Spot:
    """Tokens `first` to `last` (exclusive) of a meeting noun with its adjectives, or of a verb of meeting."""

    first: int
    last: int
    sentence: Sentence
    noun: Noun
    kind: str
    prefix: str = ""
    cut: int = 0
    definite: bool = False
    possessive: str = ""
    verb: str = ""
    marks: set[str] = field(default_factory=set)

    @property
    def anaphoric(self) -> bool:
        return self.definite or bool(self.possessive)


def _nation(mention: Mention) -> str | None:
    of = mention.post.of if mention.post is not None else None
    return of.key if of is not None and of.type == M.Country else None


class Scene:
    """An article with its mentions by token."""

    def __init__(self, document: Document, mentions: Sequence[Mention]) -> None:
        self.document = document
        self.reading = Reading(document, tuple(mentions))
        """The mentions found so far, without those of meetings."""
        self.tokens: Sequence[Token] = document.tokens
        self.mentions = mentions
        self._firsts = [mention.first for mention in mentions]
        self._norms = document.norms
        self._read = self._read_nouns()
        self.congress_parties = self._parties()
        self.sport = len(words("sport").intersection(self._norms))
        by_token: dict[int, Mention] = {}
        self.at: Callable[[int], Mention | None] = by_token.get
        """The mention that covers a token."""
        self._nations: dict[str, str] = {}
        self._parents: list[Mention] | None = None
        self._body_names: dict[str, list[Mention]] | None = None
        self._first_encounter: int | None = None
        self._keys: frozenset[str] | None = None
        self.listed: dict[tuple[str, ...], list[int]] = {}  # kept by `word_places`
        self.acted: dict[int, Mention] = {}  # sentence → who met somebody there first, kept by `parties.going_on`
        for mention in mentions:
            if mention.kind in COLLECTIVES and mention.referent is not None and mention.referent.type == M.ArmedGroup:
                continue
            for index in range(mention.first, mention.last):
                by_token[index] = mention
            nation = _nation(mention)
            if nation and mention.kind is Kind.PERSON and mention.referent is not None:
                self._nations.setdefault(mention.referent.key, nation)
        nouns = {index: form for index, form in self._read.items() if self._tells(index, form)}
        self.noun_forms = nouns
        self.noun: Callable[[int], Form | None] = nouns.get
        """The token read as a meeting noun, whatever stands around it."""
        self.noun_places = sorted(nouns)
        self.places = sorted({*nouns, *document.where((verb_forms().keys() | words("spoken_before")) & document.words)})
        """Where a meeting may be spoken of: nouns and verbs of meeting, and "before" those who hear a speech."""
        self.stops = document.where(document.words & {".", "؛"})
        self.margins = [i for i in document.sifted(_marginal) if self.at(i) is None]

    def nation(self, mention: Mention) -> str | None:
        """The country for which somebody stands, from this or another mention of the person."""
        found = _nation(mention)
        if found is None and mention.kind is Kind.PERSON and mention.referent is not None:
            return self._nations.get(mention.referent.key)
        return found

    def places_in(self, sentence: Sentence) -> Sequence[int]:
        """Where a meeting may be spoken of in a sentence."""
        begin = bisect_left(self.places, sentence.first)
        return self.places[begin : bisect_left(self.places, sentence.last, begin)]

    def starting(self, first: int, last: int) -> Sequence[Mention]:
        """All mentions that begin in a stretch of tokens."""
        begin = bisect_left(self._firsts, first)
        return self.mentions[begin : bisect_left(self._firsts, last, begin)]

    def between(self, first: int, last: int) -> Iterator[Mention]:
        """The mentions that begin in a stretch of tokens."""
        index = first
        while index < last:
            mention = self.at(index)
            if mention is not None and mention.first >= first:
                yield mention
                index = mention.last
            else:
                index += 1

    @property
    def parents(self) -> list[Mention]:
        """Parties and unions, of which an organ named alone may be one, in the order of the text."""
        if self._parents is None:
            self._parents = [m for m in self.mentions if m.kind in COLLECTIVES and self._head(m) in words("parents")]
        return self._parents

    def _head(self, mention: Mention) -> str:
        return self.norm(mention.first)[len(mention.prefix) :].removeprefix("ال")

    @property
    def body_names(self) -> dict[str, list[Mention]]:
        """Folded name → the first two places where a body is called so."""
        if self._body_names is None:
            self._body_names = self._named_bodies()
        return self._body_names

    def _named_bodies(self) -> dict[str, list[Mention]]:
        found: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            if mention.kind in COLLECTIVES and mention.referent is not None:
                for name in {fold(n) for n in (*mention.referent.surfaces, mention.referent.label_ar or "")}:
                    places = found.setdefault(name, [])
                    if len(places) < 2:
                        places.append(mention)
        return found

    @property
    def first_encounter(self) -> int:
        """Where somebody is first told to receive or meet somebody."""
        if self._first_encounter is None:
            verbs = ((i, verb_class(self._norms[i])) for i in self.places)
            found = (i for i, verb in verbs if verb is not None and verb[0] in ("receive", "meet"))
            self._first_encounter = next(found, len(self._norms))
        return self._first_encounter

    @property
    def keys(self) -> frozenset[str]:
        """The keys of everybody and everything that the article names."""
        if self._keys is None:
            self._keys = frozenset(m.referent.key for m in self.mentions if m.referent is not None)
        return self._keys

    def closing(self, index: int, limit: int) -> int | None:
        """The bracket that closes the one at a token, before a limit."""
        return next((i for i in range(index + 1, limit) if self.norm(i) == ")"), None)

    def end_of_quote(self, index: int, limit: int) -> int | None:
        """Where the quotation that begins at a token, or behind a colon there, ends before a limit."""
        index += self.norm(index) == ":"
        close = {'"': '"', "“": "”", "«": "»", "”": "“"}.get(self.norm(index))
        return next((i for i in range(index + 1, min(index + _QUOTE, limit)) if self.norm(i) == close), None)

    def _read_nouns(self) -> dict[int, Form]:
        found: dict[int, Form] = {}
        doubled = {index - 1 for index in self.document.where(second_words() & self.document.words) if index}
        single = self.document.where(forms().keys() & self.document.words)
        for index in sorted(doubled.union(single)):
            norm = self._norms[index]
            form = noun_form(norm, self._norms[index + 1]) if index in doubled else one_word(norm)
            if form is None or (form.definite and form.noun.group == "plural" and self._is_house(index - 1)):
                continue
            if form.noun.lemma == "دوره" and not form.possessive:
                token = self.tokens[index]
                if self.document.text[token.start : token.end].endswith("ه"):
                    continue  # "دوره", his role
            found[index] = form
        return found

    def _tells(self, index: int, form: Form) -> bool:
        """ "الجولة الأولى", "جولة برن": a round is a meeting where an article tells of talks, by its number or its city."""
        if self.norm(index - 1) in words("level_of") and any(i in self._read for i in range(index - 14, index)):
            return False  # "الدورة الـ45 للمجلس على مستوى القمة"
        city = body = self.at(index + 1)
        if form.noun.lemma in words("only_by_city"):
            named = city is not None and city.kind is Kind.PLACE and not city.prefix and "city" in city.tags
            return not form.definite and (named or self.norm(index + 1) in words("told_as_event"))
        if form.noun.lemma in words("only_by_body"):
            return not form.possessive and body is not None and body.kind in COLLECTIVES and body.first == index + 1
        if form.noun.lemma in words("only_in_order"):
            ordered = bool(form.possessive) and bare(self.norm(index - 1)) in words("one_of")
            return ordered and not self.document.words & words("of_training")
        if form.noun.group != "round":
            return form.noun.group != "assembly" or numbered(self.norm(index + 2)) or at_its_margin(self.norm, index)
        if form.definite and not form.prefix.endswith("ب") and on_track(self.norm, self.at, index):
            return True
        if form.prefix.endswith("ب") or not self.document.once("has rounds", lambda: has_rounds(self.document)):
            return False
        behind, place = self.norm(index + 1), self.at(index + 1)
        if not form.definite:
            if behind in words("round_under") or (behind in words("round_told") and self.norm(index + 2) != "من"):
                return True
            return place is not None and place.kind is Kind.PLACE and not place.prefix and "city" in place.tags
        if behind in words("relative"):
            return any(is_holding(self.norm(i)) for i in range(index + 2, index + 8))  # "الجولة التي كان يفترض أن تنطلق"
        counted = behind in adjectives() or behind in words("previous") or behind in words("following") or behind == "ال"
        reach = range(index + 2, index + 6)
        return (counted or is_the_round(self.document, index)) and not any(self.norm(i) in words("round_of") for i in reach)

    def _is_house(self, index: int) -> bool:
        """ "قصر المؤتمرات", "قاعة الاجتماعات"."""
        return bool({word := self.norm(index).removeprefix("و"), word.removeprefix("ب")} & words("houses"))

    def _parties(self) -> frozenset[str]:
        """What stands behind "حزب المؤتمر": there "المؤتمر" with it is the party, also without "حزب"."""
        return frozenset(
            self.norm(i + 1)
            for i in self.document.where(words("the_congress") & self.document.words)
            if self.norm(i + 1) and self.norm(i - 1).removeprefix("و") in words("party_of_congress")
        )

    def norm(self, index: int) -> str:
        """The folded form of a token; nothing outside the article."""
        try:
            return self._norms[index] if index >= 0 else ""
        except IndexError:
            return ""


def is_edition_of(scene: Scene, index: int, spot: Spot) -> bool:
    """Is a noun in front the edition of the spot: "الدورة الثانية من المنتدى"?"""
    form = scene.noun(index)
    if form is None or form.noun.group not in ("session", "edition") or not spot.first - 5 <= index < spot.first:
        return False
    return scene.norm(spot.first - 1) == "من" or scene.norm(spot.first - 2) == "من"


def is_own_edition(scene: Scene, index: int, spot: Spot) -> bool:
    """Is a noun behind the spot its edition: "المنتدى … في دورته التاسعة"?"""
    form = scene.noun(index)
    if form is None or not form.possessive:
        return False
    if form.noun.group == "works":
        return index <= spot.last + 12  # "اختتم الملتقى … أشغاله بـ…"
    if form.noun.group not in ("session", "edition"):
        return False
    return index <= spot.last + 8 and scene.norm(index - 1) in words("in_a_meeting")


def of_somebody(scene: Scene, index: int) -> bool:
    """Does a relative clause begin that tells of somebody named in front: "على هامش المؤتمر التقى فلانا الذي شارك في …"?"""
    before = scene.at(index - 1) or (scene.at(index - 2) if scene.norm(index - 1) in "،," else None)
    return scene.norm(index) in words("relative") and before is not None and before.kind in PARTIES


def first_within(places: Sequence[int], first: int, last: int) -> int | None:
    """The first of some places, which are in order, in a stretch of tokens."""
    number = bisect_left(places, first)
    return places[number] if number < len(places) and places[number] < last else None


def bare(norm: str) -> str:
    """A word without a glued و or ف. Remembered up to a bound."""
    try:  # not `cache`: it is asked for thousands of times an article
        return _BARE[norm]
    except KeyError:
        if len(_BARE) > _REMEMBERED:
            _BARE.clear()
        glued = norm[:1] in ("و", "ف") and len(norm) > 3 and norm not in whole()
        return _BARE.setdefault(norm, norm[1:] if glued else norm)


_marginal = Sieve(lambda norm: bare(norm).removeprefix("ب") in words("margin"))


def is_holding(word: str) -> bool:
    return bool({word := bare(word), word.removeprefix("س")} & words("hold")) or word in words("planned")
