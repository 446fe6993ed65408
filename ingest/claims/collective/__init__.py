"""What the extractors of memberships, counts and foundings share: hits with their body, frames and claims about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.claims.collective.coalition_names import belonging
from ingest.claims.modality import modality_of
from ingest.fold import fold
from ingest.mention import BODIES, Kind, Mention, Reading
from ingest.mentions.bodies.candidates import type_of
from ingest.mentions.bodies.finder import read as body_mentions
from ingest.mentions.bodies.gloss import gloss
from ingest.mentions.bodies.heads import words
from ingest.mentions.bodies.starts import head_at
from ingest.mentions.lands.countries import find as states
from ingest.parts import Token, Zone
from ingest.pattern import Hit, hits, load
from ingest.skeleton import Skeleton
from kg.claim import Claim, Modality, Referent, Slot, Span
from kg.iri import Iri
from kg.vocabulary import M

_FAR = 120  # tokens back within which a body is still spoken of
_NEAR = 60  # the same for a pronoun
_GOVERNING = 3  # tokens before a body in which it is told to be by the way


@dataclass(frozen=True, slots=True)
class Said:
    """A hit of a pattern with the body it speaks of."""

    hit: Hit
    body: Mention | None
    modality: Modality

    def claim(self, frame: Referent, predicate: Iri, value: Slot, family: str) -> Claim:
        """A claim about a frame with the whole construction as evidence."""
        return Claim(frame, predicate, value, self.modality, (self.evidence,), 0.8, f"{family}.{self.hit.rule.name}")

    @property
    def evidence(self) -> Span:
        return self.hit.span()


def opened(reading: Reading) -> Reading:
    """What `_opened` gives, for all the pattern files together."""
    return reading.once("opened", 0, lambda: _opened(reading))


def _opened(reading: Reading) -> Reading:
    """The reading with phrases such as "عضو في حلف الناتو", "الدول الأعضاء في …" taken apart into words and the body.

    Elsewhere they are one mention (an office, a group of states); what they say of membership is inside them.
    """
    tokens = reading.document.tokens
    inside = [
        m
        for m in reading.mentions
        if (m.kind in (Kind.TITLE, Kind.GROUP) and any(tokens[i].norm in words("members") for i in range(m.first, m.last)))
        or (m.kind is Kind.GROUP and _listed(reading, m))
        or (m.kind is Kind.TITLE and m.last < len(tokens) and tokens[m.last].norm in words("composed"))
        or (m.kind is Kind.TITLE and m.first and tokens[m.first - 1].norm in words("being"))
        or (m.kind is Kind.TITLE and tokens[m.first].norm in words("presiding") and _behind_state(reading, m))
        or (m.kind is Kind.ORGANIZATION and tokens[m.first].norm in words("presidency") and _over_body(reading, m))
        or (m.kind is Kind.PERSON and _aside_on_party(tokens, m))
    ]
    if not inside:
        return reading
    offices = {m.first for m in inside if m.kind is Kind.ORGANIZATION}
    within = {i: m.last for m in inside for i in range(m.first, m.last)}
    bodies = [b for b in body_mentions(reading.document) if _within(b, within) and b.first not in offices]
    if offices:
        bodies += [c for c in states(reading.document) if _within(c, within) and c.kind is Kind.COUNTRY]
    taken = {m.first for m in inside}
    kept = [m for m in reading.mentions if m.first not in taken]
    return Reading(reading.document, tuple(sorted([*kept, *bodies], key=lambda m: m.first)))


def _within(mention: Mention, within: dict[int, int]) -> bool:
    """Whether a mention lies inside one that is taken apart (`within`: its tokens, each with its end)."""
    return mention.last <= within.get(mention.first, -1)


def _behind_state(reading: Reading, title: Mention) -> bool:
    """Whether a title is said of a state: "ألمانيا، رئيسة الدورة الحالية للاتحاد"."""
    comma = reading.document.tokens[title.first - 1].norm if title.first > 1 else ""
    state = reading.ending(title.first - 1)
    return comma in ("،", "-") and state is not None and state.kind is Kind.COUNTRY


def _over_body(reading: Reading, office: Mention) -> bool:
    """Whether the presidency of a state is that of a body, and no office: "رئاسة الكويت للمجلس"."""
    behind = list(reading.starting(office.last, office.last + 3))
    return any(m.kind in BODIES and m.prefix == "ل" for m in behind)


def _aside_on_party(tokens: Sequence[Token], person: Mention) -> bool:
    """Whether brackets inside the phrase of a person tell of the party: "رئيس حزب الأمل (أحد مكونات الحركة) سالم"."""
    inside = range(person.first, person.last - 1)
    return any(tokens[i].norm == "(" and tokens[i + 1].norm in words("one_of") for i in inside)


def _listed(reading: Reading, group: Mention) -> bool:
    """Whether a list or a number opens behind a group of states ("دول مجموعة السبع (…)", "دول الاتحاد، وهي …", "الـ27")."""
    behind = [token.norm for token in reading.document.tokens[group.last : group.last + 2]]
    if len(behind) < 2:
        return False
    opened = behind[0] == "(" or behind[0] in belonging()["such_as"] or behind[1] in words("listing")
    if opened or (behind[0] == "ال" and behind[1].isdigit()):
        return True
    return any(m.kind is Kind.NUMBER and m.first == group.last for m in reading.starting(group.last, group.last + 1))


def read(
    reading: Reading, patterns: str, needs: frozenset[Kind] = frozenset(),
    view: Callable[[Reading], Reading] | None = None,
) -> Iterator[Said]:
    """Every hit of a pattern file in the sentences of an Arabic article that are not site furniture.

    Where `needs` is given, only sentences with a mention of one of these kinds are read; `view`: with what mentions.
    """
    if reading.document.language not in ("ar", "und"):
        return
    reading = opened(reading) if view is None else view(opened(reading))
    for sentence in reading.document.sentences:
        if sentence.zone is Zone.BOILERPLATE:
            continue
        if needs and not any(m.kind in needs for m in reading.within(sentence)):
            continue
        skeleton = Skeleton.of(reading, sentence)
        for hit in hits(load(patterns), skeleton):
            body = next((m for m in hit.mentions("body") if m.kind in BODIES and m.referent is not None), None)
            token = hit.token("verb") if hit.has("verb") else hit.token()
            yield Said(hit, body, modality_of(reading, sentence, token))


def worded(reading: Reading, said: Said, groups: tuple[str, ...]) -> Referent | None:
    """A body made of the words that one of these groups matched, for one that has no name yet."""
    group = next((name for name in groups if said.hit.has(name)), None)
    if group is None:
        return None
    span, at = said.hit.span(group), said.hit.match.start(group)
    cut = at - said.hit.skeleton.starts[said.hit.skeleton.element(at)]  # a glued "و" that the group leaves out
    text = reading.document.text[span.start + cut : span.end]
    if text.count("(") != text.count(")"):
        text = text.replace("(", "").replace(")", "")  # "لجنة تهتم (بالشباب": closed behind the words that were matched
    key = fold(" ".join(text.split())).strip()
    if key.split()[-1] in words("cares"):
        return None  # "لجنة تسهر | على التنفيذ": half a clause
    return Referent(type_of(key.split()[0]), key, " ".join(text.split()), gloss(text), surfaces=(text,))


def body_before(reading: Reading, token: int) -> Mention | None:
    """The body named last before a token, at most some sentences back, rather one that is not told by the way."""
    before = reversed(list(reading.starting(max(token - _FAR + 1, 0), token)))
    named = [mention for mention in before if mention.kind in BODIES and mention.referent is not None]
    central = next((m for m in named if not by_the_way(reading, m)), None)
    return central or _only_coalition(reading, token) or (named[0] if named else None)


def _only_coalition(reading: Reading, token: int) -> Mention | None:
    """The coalition that an article is about, if it names but one well known and has named it before a token."""
    first = reading.once("coalitions", 0, lambda: _coalitions(reading))
    only = next(iter(first.values())) if len(first) == 1 else None
    return only if only is not None and only.first < token else None


def _coalitions(reading: Reading) -> dict[Referent, Mention]:
    found: dict[Referent, Mention] = {}
    for mention in reading.mentions:
        if mention.kind is Kind.COALITION and mention.referent is not None and mention.referent.authority is not None:
            found.setdefault(mention.referent, mention)
    return found


def among_states(reading: Reading, body: Mention) -> bool:
    """ "بمبادرة من فرنسا وألمانيا والاتحاد الأوروبي، ويضم …": the last of a row of states, which acts beside them."""
    before = reading.ending(body.first) if body.prefix == "و" else None
    return before is not None and before.kind is Kind.COUNTRY


def by_the_way(reading: Reading, body: Mention) -> bool:
    """Whether a body is only where or by whom something is told, or no body that has members: "على هامش قمة الحلف",
    "وفق وزارة الخارجية". What goes on is not about it."""
    lists, tokens = belonging(), reading.document.tokens
    if body.referent is not None and body.referent.type == M.ArmedGroup:
        return True
    if among_states(reading, body):
        return True
    norm = tokens[body.first].norm
    start = head_at(norm)
    noun = norm.removeprefix(body.prefix).removeprefix("ال") if start is None else start.head.noun
    if noun in lists["no_members"] or noun in lists["seats"]:
        return True
    near = [tokens[i].norm for i in range(max(0, body.first - _GOVERNING), body.first)]
    stop = max((i + 1 for i, norm in enumerate(near) if not norm[0].isalnum()), default=0)
    return not lists["by_the_way"].isdisjoint(near[stop:])


def its_owner(reading: Reading, said: Said) -> Referent | None:
    """The body that the group `its` means by a suffix or by the gender of its verb ("منذ تأسيسها", "وتأسست عام", "يضم").

    The nearest before it that agrees; for a suffix at the head of a sentence the first one behind it that does.
    """
    token, sentence = said.hit.token("its"), said.hit.skeleton.sentence
    word = reading.document.tokens[token].norm
    ends = word.endswith(("ها", "ت")) and word.lstrip("و") not in words("masculine_verbs")
    feminine = ends or word.lstrip("و") in words("feminine_verbs")
    ahead = token - sentence.first <= 2 and word.endswith(("ها", "ه"))
    first = min(token, said.hit.token("members")) if said.hit.has("members") else token  # none of its own members
    return owner(reading, first, feminine=feminine, until=sentence.last if ahead else 0)


def owner(
    reading: Reading, token: int, *, feminine: bool, until: int = 0, besides: frozenset[Referent] = frozenset()
) -> Referent | None:
    """The body spoken of in this gender, none of those `besides`: up to `until` the first one behind a token, else the one
    named last before it."""
    ahead = reading.starting(token, until) if until > token else ()
    before = reversed(list(reading.starting(max(token - _NEAR, 0), token)))
    mentions = [m for m in before if m.kind in BODIES and m.referent not in besides]
    central = (m for m in mentions if not by_the_way(reading, m))
    return next((body for some in (ahead, central, mentions) if (body := _agreeing(reading, some, feminine))), None)


def _agreeing(reading: Reading, mentions: Iterable[Mention], feminine: bool) -> Referent | None:
    for mention in mentions:
        body = mention.referent
        if mention.kind in BODIES and body is not None and _spoken_of_as_feminine(reading, mention, body) == feminine:
            return body
    return None


def agrees(reading: Reading, said: Said) -> bool:
    """Whether the body named in a construction may be the subject of its verb: "وتضم" is not said of "المجلس".

    Asked only of verbs that show a gender and of names that begin with a known noun.
    """
    verb = said.hit.match.group("verb").split()[0].lstrip("و") if said.hit.has("verb") else ""
    feminine = verb in words("feminine_verbs")
    if said.body is None or not (feminine or verb in words("masculine_verbs")):
        return True
    return _is_called_feminine(reading, said.body) in (None, feminine)


def _spoken_of_as_feminine(reading: Reading, mention: Mention, body: Referent) -> bool:
    """By the noun that calls the body here ("المجلس التركي" is an organization by another name), else by its name."""
    called = _is_called_feminine(reading, mention)
    return is_feminine(body) if called is None else called


def _is_called_feminine(reading: Reading, mention: Mention) -> bool | None:
    """Whether the noun that begins a mention is feminine; None if it is no noun of bodies."""
    norm = reading.document.tokens[mention.first].norm
    start = head_at(norm)
    if start is None and norm.lstrip("وبل").removeprefix("ال") in belonging()["heads"]:
        return norm.endswith("ه")  # "صيغة 5+5"
    return None if start is None else start.head.noun.endswith("ه") or start.head.noun in words("feminine")


def is_feminine(body: Referent) -> bool:
    """Whether a body is spoken of in the feminine, by the first word of its name."""
    noun = fold(body.label_ar or body.key).split()[0]
    return noun.endswith(("ه", "ات")) or noun in words("feminine")
