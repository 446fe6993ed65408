"""What a sentence about membership calls again: a body by another noun ("التكتل"), states told before ("الدول الثلاث"), the
country of the one who speaks ("بلاده"), a state by its capital ("انسحبت باماكو").

The reading of the extractors of membership has such words as mentions of the body or the state. Several states that are one
mention are told by `states_of`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ingest.claims.collective.coalition_names import belonging, named
from ingest.claims.collective.runs import runs
from ingest.fold import fold
from ingest.mention import BODIES, Kind, Mention, Reading
from ingest.mentions.authority import by_path
from ingest.mentions.bodies.finder import listed_referent
from ingest.mentions.lands.countries import country, group_body, of_capital
from ingest.parts import Token
from ingest.sieve import Sieve
from ingest.word_lists import is_in
from kg.claim import Referent, Span
from kg.vocabulary import M

_BACK = 120   # tokens back in which a body or a list of states is still spoken of
_FAR = 600    # the same for a noun that stands in the name of a body
_SEVERAL = "several states told before"
_FILES = ("organizations.tsv", "coalitions.tsv")


_called = Sieve(lambda norm: norm in belonging()["again"] or norm in belonging()["states"] | belonging()["two_states"]
                or norm in belonging()["own_country"])


def referring(reading: Reading) -> Reading:
    """The reading in which what is called again is a mention too."""
    return reading.once("referring", 0, lambda: _referring(_named(reading), _at))


def calling(reading: Reading) -> Reading:
    """The same for bodies alone: numbers of states stay numbers."""
    return reading.once("calling", 0, lambda: _referring(_named(reading), _body_at))


def _named(reading: Reading) -> Reading:
    return reading.once("named", 0, lambda: Reading(reading.document, named(reading)))


def _referring(reading: Reading, find: Callable[[Reading, int], Mention | None]) -> Reading:
    document, tokens = reading.document, reading.document.tokens
    mentions: list[Mention] = []
    for mention in reading.mentions:
        mentions.append(_capital(tokens, mention) if mention.kind is Kind.PLACE else mention)
    mentions = [_meant(reading, m) if m.kind in BODIES and _by_kind(tokens, m) else m for m in mentions]
    places = document.once("called again", lambda: document.sifted(_called))
    if places:
        mentions = [*_called_again(Reading(document, tuple(mentions)), places, find)]
    return Reading(document, tuple(sorted(mentions, key=lambda m: m.first)))


def _body_at(reading: Reading, at: int) -> Mention | None:
    return _body(reading, at) if reading.document.tokens[at].norm in belonging()["again"] else None


def _called_again(
    reading: Reading, places: Sequence[int], find: Callable[[Reading, int], Mention | None]
) -> Iterator[Mention]:
    """The mentions of a reading, with those that these words add."""
    covered = {i for m in reading.mentions if not _gives_way(reading, m) for i in range(m.first, m.last)}
    taken: set[int] = set()
    for at in places:
        if at in covered:
            continue
        found = find(reading, at)
        if found is not None:
            taken.update(range(found.first, found.last))
            yield found
    yield from (m for m in reading.mentions if m.first not in taken)


def _gives_way(reading: Reading, mention: Mention) -> bool:
    """A number, or a meeting that "هذا المنتدى" may not mean."""
    if mention.kind is Kind.MEETING and mention.last - mention.first == 1 and mention.first:
        return reading.document.tokens[mention.first - 1].norm in belonging()["this"]
    return mention.kind is Kind.NUMBER


def _at(reading: Reading, at: int) -> Mention | None:
    norm = reading.document.tokens[at].norm
    if norm in belonging()["own_country"]:
        return _own_country(reading, at)
    if norm in belonging()["two_states"] and (found := _told(reading, at, at + 1, 2)) is not None:
        return found
    if norm in belonging()["states"]:
        number = next((m for m in reading.starting(at + 1, at + 3) if m.kind is Kind.NUMBER), None)
        quantity = None if number is None else number.quantity
        if number is not None and quantity is not None and quantity.value == quantity.value.to_integral_value():
            return _told(reading, at, number.last, int(quantity.value))
        return None
    return _body_at(reading, at)


def _capital(tokens: Sequence[Token], mention: Mention) -> Mention:
    """A capital that no preposition governs stands for its state."""
    seat = of_capital(tokens, mention.first) if mention.prefix in ("", "و", "ف") else None
    if seat is None or seat[1] != mention.last:
        return mention
    before = tokens[mention.first - 1].norm if mention.first else ""
    if is_in(before, belonging()["at_a_place"]):
        return mention
    return replace(mention, kind=Kind.COUNTRY, referent=seat[2], tags=frozenset({"capital"}))


def _by_kind(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether what looks like a name only calls a body again: "المنظمة القارية", "التكتل الجديد"."""
    if mention.last == mention.first + 1 or (mention.referent is not None and mention.referent.authority is not None):
        return False
    again = tokens[mention.first].norm in belonging()["again"] | belonging()["again_with"]
    return again and all(tokens[i].norm in belonging()["added"] for i in range(mention.first + 1, mention.last))


def _meant(reading: Reading, mention: Mention) -> Mention:
    """The mention as one of the body that it calls again, if one has been named."""
    called = _body(reading, mention.first)
    if called is None:
        return mention
    return replace(mention, kind=called.kind, referent=called.referent, reason=called.reason, coref=True)


def _own_country(reading: Reading, at: int) -> Mention | None:
    """The country of the person named last in the sentence or the one before."""
    for mention in reversed([*reading.starting(max(at - _BACK // 2, 0), at)]):
        if mention.kind in (Kind.PERSON, Kind.TITLE):
            post = mention.post
            of = post.of if post is not None else None
            if of is not None and of.type == M.Country:
                return _mention(reading, at, at + 1, Kind.COUNTRY, of, "his country")
            if mention.kind is Kind.PERSON and post is not None:
                return None
    return None


def _told(reading: Reading, at: int, end: int, number: int) -> Mention | None:
    """The states of the nearest list before that has as many of them."""
    if not 2 <= number <= 12:
        return None
    before = [m for m in reading.starting(max(at - _BACK, 0), at) if m.kind is Kind.COUNTRY]
    for states in map(_referents, runs(reading.document.tokens, before)):
        if len(states) == number:
            found = _mention(reading, at, end, Kind.COUNTRY, states[0], _SEVERAL)
            return replace(found, tags=frozenset(state.key for state in states))
    return None


def _referents(run: Sequence[Mention]) -> list[Referent]:
    return [*dict.fromkeys(m.referent for m in run if m.referent is not None)]


def _body(reading: Reading, at: int) -> Mention | None:
    """The body of states that a noun with the article calls again."""
    tokens = reading.document.tokens
    norm = tokens[at].norm
    noun = norm.lstrip("و").removeprefix("ب").removeprefix("لل").removeprefix("ال")
    end = at + 1
    while end < len(tokens) and tokens[end].norm in belonging()["added"]:
        end += 1
    behind = tokens[end].norm if end < len(tokens) else ""
    which = behind.startswith(("ال", "لل")) and len(behind) > 5 and behind not in belonging()["relative"]
    pointed = at > 0 and tokens[at - 1].norm in belonging()["this"]
    back = _BACK if noun in belonging()["any_body"] else _FAR  # "المنتدى" is that with the noun in its name
    before = [*reversed([*reading.starting(max(at - back, 0), at)])]
    so_called = [m for m in before if _is_called(m, noun)]  # "التحالف" is rather one that has the noun in its name
    for mention in [*so_called, *before]:
        if pointed and mention.kind in BODIES and mention.referent is not None and noun in _nouns(mention.referent):
            body: Referent | None = mention.referent  # "هذا المنتدى": the one named last, known or not
        else:
            body = _of_states(mention)
        if body is None or (which and not _is_adjective(behind, body)):
            continue  # a name of its own, or an adjective that tells which
        if noun in belonging()["any_body"] or noun in _nouns(body):
            end += which
            kind = Kind.COALITION if body.type == M.Coalition else Kind.ORGANIZATION
            return _mention(reading, at, end, kind, body, "called again")
    return None


def _is_adjective(norm: str, body: Referent) -> bool:
    """Whether a word with the article agrees with an adjective in the name of a body: "الآلية الثلاثية" of "آلية التعاون
    الثلاثي"."""
    name = [word.removeprefix("ال").removesuffix("ه") for word in fold(body.label_ar or body.key).split()[1:]]
    return norm.startswith("ال") and norm.endswith(("ي", "يه")) and norm.removeprefix("ال").removesuffix("ه") in name


def _is_called(mention: Mention, noun: str) -> bool:
    """Whether the name by which an article tells a coalition begins with a noun."""
    body = mention.referent
    if body is None or mention.kind is not Kind.COALITION:
        return False
    return any(fold(name).split()[:1] in ([noun], [f"ال{noun}"]) for name in (body.label_ar or body.key, *body.surfaces))


def _of_states(mention: Mention) -> Referent | None:
    """The body a mention names, if states may belong to it; of the states of a body that body."""
    body = mention.referent
    if body is not None and mention.kind is Kind.GROUP and (path := group_body(body.key)) is not None:
        return listed_referent(path)
    if mention.kind not in BODIES or body is None or body.type == M.ArmedGroup:
        return None
    first = fold(body.label_ar or body.key).split()[0].removeprefix("ال")
    if first in belonging()["no_states"] or (body.authority is None and body.type != M.Coalition):
        return None
    return body


def _nouns(body: Referent) -> frozenset[str]:
    """The first words of the names of a body, without the article."""
    names = {body.label_ar or body.key, *body.surfaces}
    for file in _FILES:
        row = by_path(file).get(body.authority or "")
        names.update(row.names if row is not None else ())
    return frozenset(fold(name).split()[0].removeprefix("ال") for name in names if fold(name).split())


def _mention(reading: Reading, at: int, end: int, kind: Kind, referent: Referent, reason: str) -> Mention:
    tokens = reading.document.tokens
    norm = tokens[at].norm
    prefix = "و" if norm.startswith(("وال", "وبل")) else ""
    if norm.startswith("لل"):
        prefix = "ل"
    elif norm.startswith("بال"):
        prefix = "ب"
    return Mention(kind, at, end, Span(tokens[at].start, tokens[end - 1].end), referent, reason, prefix, coref=True)


def states_of(mention: Mention) -> list[Referent]:
    """The referent of a mention, or the several states that it calls again."""
    if mention.reason == _SEVERAL:
        found = (country(key.removeprefix("country/")) for key in sorted(mention.tags))
        return [state for state in found if state is not None]
    return [] if mention.referent is None else [mention.referent]


def group_of(mention: Mention) -> Referent | None:
    """The body whose states a mention of a group means ("دول مجلس التعاون")."""
    path = group_body(mention.referent.key) if mention.referent is not None else None
    return listed_referent(path) if path is not None else None
