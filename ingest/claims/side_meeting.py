"""Two parties who meet on the margins of another meeting: one fact for each pair of named parties.

A construction has a verb or noun of meeting, at least two parties and words that tie it to a main meeting ("على هامش",
"بموازاة", or "خلال" / "في" with the main meeting). Rounds of talks without parties give nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.claims.clause import COMMAS, STOPS, Clause, clause
from ingest.claims.modality import modality_of
from ingest.claims.speaker import named
from ingest.claims.word_lists import is_in, word_lists
from ingest.document import Zone
from ingest.mentions.mention import Kind, Mention, Reading
from kg.claim import Claim, Modality, Referent, Slot, Span
from kg.iri import Iri
from kg.vocabulary import SCHEMA, M

_PARTIES = frozenset({Kind.PERSON, Kind.TITLE, Kind.COUNTRY, Kind.ORGANIZATION, Kind.GROUP})
_MAX = 8   # parties of one construction


@dataclass(frozen=True, slots=True)
class _Found:
    """One construction: the party or parties on either side, the element of its verb or noun, and of its margin words."""

    left: tuple[Mention, ...]
    right: tuple[Mention, ...]
    at: int
    margin: int
    main: Referent | None
    rule: str


def _words() -> dict[str, frozenset[str]]:
    return word_lists("side_meetings.toml")


def _is(norm: str, name: str) -> bool:
    return is_in(norm, _words()[name])


def extract(reading: Reading) -> Iterator[Claim]:
    """The side meetings of an article, one frame a pair, in the order of the text."""
    if reading.document.language != "ar":
        return
    last: Referent | None = None   # the main meeting spoken of so far
    people: list[Mention] = []     # the persons named last, for "الوزيران"
    seen: dict[frozenset[str], Referent] = {}
    for sentence in reading.document.sentences:
        if sentence.zone is Zone.BOILERPLATE:
            continue
        row = clause(reading, sentence)
        found = _construction(row, people, last)
        if found is not None:
            yield from _claims(row, found, seen)
        for element in row.elements:
            mention = element.mention
            if mention is not None and mention.referent is not None:
                if mention.kind is Kind.MEETING and "bilateral" not in mention.tags:
                    last = last or mention.referent
                elif mention.kind is Kind.PERSON:
                    people = [*[p for p in people if p.referent != mention.referent], mention][-6:]


def _construction(row: Clause, people: Sequence[Mention], last: Referent | None) -> _Found | None:
    margin, main = _margin(row, last)
    if margin is None:
        return None
    for at in range(len(row.elements)):
        word = _word(row, at)
        found = None
        if at == margin or (main is not None and _referent(row, at) == main):
            continue
        if _is(word, "discuss") and not _is(row.norm(margin), "margin"):
            continue
        if _is(word, "verb"):
            found = _with_verb(row, at, margin, main)
        elif _is(word, "noun") and not _is(row.norm(at - 1), "margin"):
            found = _with_noun(row, at, margin, main, people)
        if found is not None and found.left and found.right:
            return found
    return None


def _word(row: Clause, at: int) -> str:
    """The folded word at an element; of a mention of a meeting its first word ("يلتقي", "قمة ثنائية")."""
    element = row.elements[at]
    if element.kind is Kind.MEETING:
        return row.reading.document.tokens[element.first].norm
    return element.norm


def _referent(row: Clause, at: int) -> Referent | None:
    mention = row.elements[at].mention
    return None if mention is None else mention.referent


def _margin(row: Clause, last: Referent | None) -> tuple[int | None, Referent | None]:
    """Where the words that tie to the main meeting stand, and the main meeting: named after them, or spoken of before."""
    for i, element in enumerate(row.elements):
        if _is(element.norm, "margin"):
            for k in range(i + 1, min(i + 8, len(row.elements))):
                if row.norm(k) in COMMAS | STOPS:
                    break
                if row.elements[k].kind is Kind.MEETING and not _is(_word(row, k), "verb") and _referent(row, k):
                    return i, _referent(row, k)
            return i, last
    for i, element in enumerate(row.elements[:-1]):
        following = row.elements[i + 1].mention
        if not _is(element.norm, "during") or following is None or following.kind is not Kind.MEETING:
            continue
        if following.referent is not None and "bilateral" not in following.tags:
            return i, following.referent
    return None, None


def _with_verb(row: Clause, at: int, margin: int, main: Referent | None) -> _Found | None:
    """"التقى فلان فلانا", "فلان يلتقي نظيره فلانا", "تباحث فلان مع فلان"."""
    before = _just_before(row, at)
    after, end = _list(row, at + 1)
    if _is(_word(row, at), "verb_of_two"):
        two = _before(row, at)[-2:]
        return _Found(two[:1], two[1:], at, margin, main, "dual_verb")
    partner = next((i for i in range(at + 1, min(len(row.elements), at + 30)) if _is(row.norm(i), "with")), None)
    left = before or after
    if partner is not None and (before or partner >= end):
        right, _ = _list(row, partner + 1)
        if right:
            return _Found(left[:1], right, at, margin, main, "verb_with")
    if before:
        return _Found(before[:1], after, at, margin, main, "subject_verb")
    if len(after) >= 2:
        return _Found(after[:1], after[1:], at, margin, main, "verb_subject_object")
    if after and margin >= end - 1:  # the object after the margin: "استقبل فلان على هامش القمة فلانا"
        object_at = margin + 1
        while object_at < min(len(row.elements), margin + 8) and not row.elements[object_at].is_actor:
            object_at += 1
        return _Found(after, _list(row, object_at)[0], at, margin, main, "verb_subject_object")
    if margin == at + 2 and row.elements[margin].norm.endswith(("ها", "ه")):  # "حيث التقى على هامشها فلانا"
        return _Found(_before(row, at)[-1:], _list(row, margin + 1)[0], at, margin, main, "subject_before")
    return None


def _with_noun(
    row: Clause, at: int, margin: int, main: Referent | None, people: Sequence[Mention]
) -> _Found | None:
    """"أجرى فلان مباحثات مع فلان", "مباحثات بين فلان وفلان", "مباحثات مغربية بحرينية", "سيعقد الوزيران لقاء"."""
    if any(_is(row.norm(i), "cancel") for i in range(max(0, at - 8), at)):
        return None
    nations = [e.mention for e in row.elements[at + 1 : at + 4] if e.kind is Kind.NISBA and e.mention is not None]
    adjacent = at + 1 < len(row.elements) and row.elements[at + 1].kind is Kind.NISBA
    if adjacent and len(nations) >= 2:
        return _Found((nations[0],), tuple(nations[1:2]), at, margin, main, "nations")
    for i in range(at + 1, min(len(row.elements), at + 14)):
        if row.norm(i) in STOPS:
            break
        if row.norm(i) in ("بين", "وبين"):
            parties, _ = _list(row, i + 1)
            return _Found(parties[:1], parties[1:], at, margin, main, "noun_between")
        if _is(row.norm(i), "with") or _is(row.norm(i), "brought_together"):
            right, end = _list(row, i + 1)
            return _Found(_subject(row, at, i) or _subject_after(row, at, end), right, at, margin, main, "noun_with")
    verb = next((i for i in range(at - 1, max(-1, at - 20), -1) if _is(row.norm(i), "light_verb")), None)
    if verb is None:
        return None
    if any(_is(row.norm(i), "both") for i in range(max(0, verb - 3), at)) and len(people) >= 2:
        return _Found((people[-2],), (people[-1],), at, margin, main, "both")
    parties, _ = _list(row, verb + 1)
    if not parties and verb == at - 1:  # "جمع لقاء على هامش القمة فلانا وفلانا"
        first = next((i for i in range(margin + 1, min(margin + 8, len(row.elements))) if row.elements[i].is_actor), at)
        parties, _ = _list(row, first)
    if not parties:
        parties = _in_brackets(row, verb, at)
    return _Found(parties[:1], parties[1:], at, margin, main, "verb_noun") if len(parties) >= 2 else None


def _subject(row: Clause, noun: int, partner: int) -> tuple[Mention, ...]:
    """The party whose talks they are: after the noun ("لقاء فلان مع"), after its verb, or before the verb."""
    own, _ = _list(row, noun + 1)
    if own and row.elements[noun + 1].mention is not None:
        return own[:1]
    for i in range(noun - 1, max(-1, noun - 16), -1):
        if _is(row.norm(i), "light_verb"):
            after, _ = _list(row, i + 1)
            if after or _just_before(row, i):
                return after[:1] or _just_before(row, i)
    before = [e.mention for e in row.elements[max(0, noun - 12) : noun] if e.kind in _PARTIES and e.mention is not None]
    subject = [m for m in before if m.prefix in ("", "و") and m.kind is Kind.PERSON]
    return tuple(subject[-1:])


def _before(row: Clause, at: int) -> tuple[Mention, ...]:
    """The persons named before an element whom no preposition governs."""
    here = [e.mention for e in row.elements[:at] if e.kind in (Kind.PERSON, Kind.TITLE) and e.mention is not None]
    return tuple(m for m in here if m.prefix in ("", "و"))


def _subject_after(row: Clause, noun: int, end: int) -> tuple[Mention, ...]:
    """The party of "his meeting with X" who is named after it: "عقب لقائه مع فلان …، قال فلان"."""
    if not _word(row, noun).endswith(("ه", "ها")):
        return ()
    for i in range(end, len(row.elements) - 2):
        if row.norm(i) in COMMAS and row.elements[i + 2].kind is Kind.PERSON and row.elements[i + 1].mention is None:
            subject = row.elements[i + 2].mention
            return (subject,) if subject is not None and not subject.prefix else ()
    return ()


def _just_before(row: Clause, at: int) -> tuple[Mention, ...]:
    element = row.elements[at - 1] if at else None
    if element is not None and element.mention is not None and element.kind in _PARTIES and element.prefix in ("", "و"):
        return (element.mention,)
    return ()


def _list(row: Clause, at: int) -> tuple[tuple[Mention, ...], int]:
    """The parties of a list that begins at `at`, and its end. Persons outrank the countries told beside them."""
    found: list[Mention] = []
    i = at
    while i < len(row.elements) and len(found) < _MAX:
        element = row.elements[i]
        if element.mention is not None and element.kind in _PARTIES:
            found.append(element.mention)
        elif element.mention is not None:
            if element.kind not in (Kind.NISBA, Kind.PLACE, Kind.DATE):
                break
        elif element.norm not in COMMAS and element.norm not in _words()["between"]:
            break
        i += 1
    persons = [m for m in found if m.kind in (Kind.PERSON, Kind.TITLE)]
    chosen = persons if persons else found
    unique = {m.referent if m.referent is not None else m.name: m for m in reversed(chosen)}
    return tuple(sorted(unique.values(), key=lambda m: m.first)), i


def _in_brackets(row: Clause, begin: int, end: int) -> tuple[Mention, ...]:
    """The members of a group told in brackets: "دول الخماسية (أ، ب، ج)"."""
    for i in range(begin, end):
        if row.norm(i) == "(":
            return _list(row, i + 1)[0]
    return ()


def _party(row: Clause, mention: Mention) -> Referent:
    text = row.reading.document.text
    return named(mention, text[mention.name.start : mention.name.end])


def _claims(row: Clause, found: _Found, seen: dict[frozenset[str], Referent]) -> Iterator[Claim]:
    """One frame for the pair, or for the group where several meet at once; told before: nothing new."""
    left = [_party(row, m) for m in found.left]
    right = [_party(row, m) for m in found.right]
    grouped = found.rule in ("verb_noun", "noun_between") and len(right) > 1
    pairs = [[*left, *right]] if grouped else [[left[0], other] for other in right]
    first = min([found.at, found.margin, *_places(row, found)])
    last = max([found.at, found.margin, *_places(row, found)])
    span = row.span(first, min(last + 6, _clause_end(row, last))) or Span(row.sentence.start, row.sentence.end)
    modality = modality_of(row.reading, row.sentence, row.elements[_predicate(row, found.at)].first)
    if modality is Modality.DENIED:
        return
    for parties in pairs:
        keys = sorted({f"{p.type}|{p.key}" for p in parties})
        if len(keys) < 2 or frozenset(keys) in seen or (found.main is not None and found.main in parties):
            continue
        slots: list[tuple[Iri, Slot]] = [(M.topicParticipant, p) for p in parties]
        if found.main is not None:
            slots.append((M.topicMainMeeting, found.main))
            keys.append(found.main.key)
        frame = Referent(M.SideMeeting, "|".join(keys), slots=tuple(slots))
        seen[frozenset(keys[: len(parties)])] = frame
        status = SCHEMA.EventScheduled if modality is Modality.PLANNED else M.EventHeld
        yield Claim(frame, SCHEMA.eventStatus, status, modality, (span,), 0.88, f"side_meeting.{found.rule}")


def _predicate(row: Clause, at: int) -> int:
    """The verb that carries the meeting: itself, or the light verb before a noun."""
    if _is(row.norm(at), "verb"):
        return at
    return next((i for i in range(at - 1, max(-1, at - 20), -1) if _is(row.norm(i), "light_verb")), at)


def _places(row: Clause, found: _Found) -> list[int]:
    chosen = {id(m) for m in (*found.left, *found.right)}
    return [i for i, e in enumerate(row.elements) if id(e.mention) in chosen]


def _clause_end(row: Clause, at: int) -> int:
    return next((i for i in range(at + 1, len(row.elements)) if row.norm(i) in COMMAS | STOPS), len(row.elements))
