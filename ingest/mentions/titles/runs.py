"""Titles that follow each other: which of them are of one person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.document import Token
from ingest.mention import Kind
from ingest.mentions.meetings.lexicon import verb_class
from ingest.mentions.words.courtesy import is_courtesy
from ingest.mentions.words.title_heads import ACCUSATIVE, SEVERAL, Title, title_words
from ingest.word_lists import is_in

_CROWNED = frozenset({"King", "Queen", "Emir", "Sultan", "President"})
_MET = frozenset(
    {
        "Minister", "Minister of Foreign Affairs", "Prime Minister", "Head of Government", "Speaker of Parliament",
        "Ambassador", "Envoy", "Chargé d'affaires", "Secretary-General", "Director-General", "Governor", "Under Secretary",
        "Secretary", "Secretary of State", "Representative", "Deputy",
    }
)
_RANKS = frozenset({"Ambassador", "Adviser", "Minister Plenipotentiary"})
_GUESTS = frozenset(
    {"Ambassador", "Envoy", "Chargé d'affaires", "Secretary-General", "Director-General", "Speaker of Parliament"}
)
"""Offices that no minister has beside his own."""


def groups(titles: Iterable[Title]) -> Iterator[list[Title]]:
    """Titles that follow each other without a word between ("وزير الدولة عضو مجلس الوزراء")."""
    group: list[Title] = []
    for title in titles:
        joined = len(group) > 1 and group[-1].prefix == "و" and not title.prefix
        # "التقى وزيرا خارجية A وB بالرئيس فلان": what several hold is not that of one whom they met
        joined = joined or (bool(group) and _of_several(group[-1]) and not _of_several(title))
        if group and group[-1].last == title.first and title.head.kind != "led" and not joined:
            group.append(title)
        else:
            if group:
                yield group
            group = [title]
    if group:
        yield group


def _of_several(title: Title) -> bool:
    """Whether an office is that of two or more: by its form, or "وزيرا خارجية A وB", which may be one in the accusative."""
    lands = sum(m.kind in (Kind.COUNTRY, Kind.NISBA) for m in title.inside)
    return title.head.form in SEVERAL or (title.head.form == ACCUSATIVE and lands > 1)


def until_another(group: list[Title]) -> list[Title]:
    """ "received by X, king of C the minister of D": without a comma, the office of another country is somebody else's."""
    nations = [{m.referent for m in t.inside if m.kind in (Kind.NISBA, Kind.COUNTRY)} for t in group]
    for number, (one, two) in enumerate(pairwise(group), 1):
        told = nations[number - 1] and nations[number]
        if told and one.last == two.first and not two.prefix and nations[number].isdisjoint(nations[number - 1]):
            return group[:number]
    return group


def two_nations(one: Title, two: Title) -> bool:
    """Whether two titles name different countries."""
    nations = [{m.referent for m in t.inside if m.kind in (Kind.NISBA, Kind.COUNTRY)} for t in (one, two)]
    return bool(nations[0]) and bool(nations[1]) and nations[0].isdisjoint(nations[1])


def is_bare_rank(title: Title) -> bool:
    """ "السفير", "المستشار" with nothing behind: a rank as much as an office."""
    return title.head.label_en in _RANKS and title.head.definite and title.last == title.head_last and not title.former


def other_side(group: list[Title], tokens: Sequence[Token]) -> int | None:
    """Where the titles of another person begin: "his counterpart", or whom one met ("استقبل الرئيس وزير … فلان")."""
    start = group[0].first
    while start and is_courtesy(tokens[start - 1].norm):
        start -= 1  # "استقبل سمو وزير الداخلية السفير X"
    before = tokens[start - 1].norm if start else ""
    if len(group) > 1 and _stood_in_for(group[0].first, tokens) and not group[1].prefix:
        return 1
    for number, title in enumerate(group):
        if number and title.head.kind == "counterpart" and "و" not in title.prefix:
            return number
    if len(group) > 1 and is_in(before, title_words()["representing"]) and not (group[0].prefix or group[1].prefix):
        return 1
    if len(group) > 1 and _accompanied(group, before, start, tokens):
        return 1
    verb = verb_class(before)
    if len(group) < 2 or verb is None or verb[0] not in ("meet", "receive") or group[0].prefix or group[1].prefix:
        return None
    return 1 if _apart(group[0], group[1]) or _is_guest(group[0], group[1], tokens) else None


def _stood_in_for(at: int, tokens: Sequence[Token]) -> bool:
    """ "نيابة عن [معالي] وزير الخارجية السفير فلان": the first office is that of the one who does not come."""
    near = [token.norm for token in tokens[max(0, at - 3) : at]]
    return any(near[i] in ("عن", "من") and is_in(near[i - 1], title_words()["deputising"]) for i in range(1, len(near)))


def _accompanied(group: list[Title], before: str, start: int, tokens: Sequence[Token]) -> bool:
    """ "الوفد المرافق للملك وزير الخارجية X", "يرافق الرئيس وزير …", "في استقبال الرئيس وزير …": whom X goes with."""
    if group[1].prefix or is_bare_rank(group[0]):
        return False
    glued = group[0].prefix or (tokens[start].norm[0] if start < group[0].first else "")
    if is_in(before, title_words()["going_with"]):
        return glued == "ل"
    ruler = group[0].head.definite and group[0].last == group[0].head_last and group[0].head.kind in ("state", "sovereign")
    if group[0].prefix or not ruler:
        return False
    led = start > 1 and tokens[start - 2].norm.removeprefix("و") in ("في", "ب")
    return (led and is_in(before, title_words()["welcoming"])) or is_in(before, title_words()["accompanying"])


def _apart(one: Title, two: Title) -> bool:
    """Whether two offices are those of two persons."""
    if two_nations(one, two):
        return True
    first, second = one.head.label_en, two.head.label_en
    if second not in _MET | _CROWNED or first == second == "Deputy":
        return False
    bare = one.head.definite and one.head_last == one.first + 1 and one.head.kind == "state"
    if is_ruler(two):
        return first != second and not one.head.kind == two.head.kind == "sovereign"
    if bare or is_ruler(one):
        return second in _MET
    return one.head.kind == "state" and second in _GUESTS and first != second


def _is_guest(one: Title, two: Title, tokens: Sequence[Token]) -> bool:
    """Whether the second office is of another body ("استقبل رئيس الجمهورية مدير البنك فلان"), not one that goes with the
    first ("القائد الأعلى", "رئيس الوفد")."""
    ruling = one.head.kind in ("state", "sovereign") or one.head.label_en == "President"
    commanding = two.head.label_en.startswith("Commander") and two.head.definite  # "القائد العام للقوات المسلحة"
    if not ruling or commanding or two.head.kind not in ("body", "envoy") or not two.extended:
        return False
    words = title_words()
    own = words["supreme"] | words["delegation"] | words["gathering"]
    nouns = {form for token in tokens[two.first + 1 : two.last] for form in (token.norm, token.norm.removeprefix("ال"))}
    return nouns.isdisjoint(own)


def joined(one: Title, two: Title) -> Title:
    """Two offices of one person as one ("نائب رئيس الوزراء وزير خارجية تشاد")."""
    inside = one.inside or two.inside
    return replace(one, last=two.last, safe=two.safe, inside=inside, extended=True, former=one.former or two.former)


def is_ruler(title: Title) -> bool:
    """Whether an office is that of the head of a state."""
    state = title.head.kind in ("state", "sovereign") or (title.head.definite and title.head_last == title.first + 1)
    return title.head.label_en in _CROWNED and state
