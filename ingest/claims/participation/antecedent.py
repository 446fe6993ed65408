"""Whom a verb without a subject, a pronoun or a dual means: the one spoken of before, or the two parties named last."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from re import Pattern
from re import compile as compile_pattern

from ingest.claims.clause import COMMAS, STOPS
from ingest.claims.participation.actors import ACTORS, NAMED
from ingest.claims.participation.whose_verb import has_subject, subject_of_first
from ingest.claims.participation.words import one_of
from ingest.claims.speech import PRONOUNS, verb_at
from ingest.cues import words
from ingest.fold import fold
from ingest.lexicon import read_toml
from ingest.mention import Kind, Mention
from ingest.pattern import Hit, macro, words_of
from ingest.skeleton import Skeleton
from ingest.tenses import is_present_form
from kg.vocabulary import M

_OBLIQUE = frozenset("بلك")
_OWN = ("ته", "تها", "وره", "ورها", "به", "بها")  # ends of "مشاركته", "حضورها", "غيابه"
_HONOUR = 3  # words before a name that may honour it
_RELATIVE = 10  # tokens of a relative clause in front of a verb in it
_BREAKS = STOPS | COMMAS | {":"}
_OFFICE = 4  # words of an office that is no mention, before its holder


def is_straight(skeleton: Skeleton, mention: Mention) -> bool:
    """Whether a mention may be the subject of a clause: it stands first, behind a stop, a particle or a verb."""
    if set(mention.prefix) & _OBLIQUE:
        return False
    before = _before_phrase(skeleton, mention)
    first = skeleton.sentence.first
    if before <= first:
        return True
    norm, behind = skeleton.reading.document.tokens[before].norm, one_of("SUBJECT_AFTER")
    plain = norm.removeprefix("و")
    if _is(norm, "into"):
        return False  # "انضمت إلى التحالف": no present of "أنا", as it is spelled
    if not norm[0].isalnum() or norm in behind or plain in behind or _is(plain, "goes"):
        return True
    if verb_at(norm) is not None:
        return True
    title = _ending(skeleton, mention.first, Kind.TITLE)
    if title is not None:  # a title and a name behind it
        return is_straight(skeleton, title)
    if _begins_with_meeting(skeleton, before):
        return True
    if skeleton.reading.document.text[skeleton.reading.document.tokens[before].end - 1] == "ة":
        return False  # "زار الوزير، أمس، سفارة الملك"
    # "X التقى": a present, or a verb that begins its clause
    return is_present_form(norm) or (before - 1 >= first and _stops(skeleton, before - 1))


def _begins_with_meeting(skeleton: Skeleton, last: int) -> bool:
    """Whether a token ends the meeting of a clause that begins with a verb and the meeting: "حضر المؤتمر فلان"."""
    tokens, first = skeleton.reading.document.tokens, skeleton.sentence.first
    meeting = _ending(skeleton, last + 1, Kind.MEETING)
    if meeting is not None and "verb" not in meeting.tags:
        verb = meeting.first - 1
    elif _sitting().fullmatch(tokens[last].norm):
        verb = last - 1
    else:
        return False
    verb -= verb > first and _is(tokens[verb].norm, "into")
    return verb == first or (verb > first and _stops(skeleton, verb - 1))


@cache
def _sitting() -> Pattern[str]:
    return compile_pattern(macro("participation", "SITTING"))


def _ending(skeleton: Skeleton, end: int, kind: Kind) -> Mention | None:
    """The mention of a kind that ends right in front of a token of a sentence."""
    mention = skeleton.reading.ending(end)
    return mention if mention is not None and mention.kind is kind and mention.first >= skeleton.sentence.first else None


def _nations(skeleton: Skeleton) -> frozenset[int]:
    return skeleton.reading.once("nations", skeleton.sentence.index, lambda: frozenset([
        m.first for m in skeleton.mentions if m.kind is Kind.NISBA
    ]))


def _named(skeleton: Skeleton) -> frozenset[int]:
    """The tokens of a sentence that are somebody's name: no office of the next one."""
    return skeleton.reading.once("names of people", skeleton.sentence.index, lambda: frozenset([
        at for m in skeleton.mentions if m.kind is Kind.PERSON for at in range(m.first, m.last)
    ]))


def _straight(skeleton: Skeleton) -> list[Mention]:
    """The actors of a sentence that may be subjects, in the order of the text."""
    return skeleton.reading.once("straight", skeleton.sentence.index, lambda: [
        m for m in skeleton.mentions if m.kind in ACTORS and m.referent is not None and is_straight(skeleton, m)
    ])


def straight_before(skeleton: Skeleton, at: int) -> Iterator[Mention]:
    """Those of them that end before a token, the nearest first."""
    found = _straight(skeleton)
    return (m for m in reversed(found[: bisect_right(found, at, key=lambda m: m.first)]) if m.last <= at)


def _before_phrase(skeleton: Skeleton, mention: Mention) -> int:
    """The token before a name and the definite words of an office that is no mention ("المرشد الروحي فلان")."""
    tokens, at = skeleton.reading.document.tokens, mention.first - 1
    if (day := _ending(skeleton, at + 1, Kind.DATE)) is not None:
        at = day.first - 1  # "أعلنت أمس مصر": the verb stands before the day
    nations, others, ends = _nations(skeleton), _named(skeleton), one_of("SUBJECT_AFTER")
    while mention.kind is Kind.PERSON and mention.first - at <= _OFFICE and at > skeleton.sentence.first:
        norm = tokens[at].norm
        if norm in ends or at in others or not (at in nations or _is(norm, "styles") or norm.startswith(("ال", "لل"))):
            break
        at -= 1
    return at


def _stops(skeleton: Skeleton, index: int) -> bool:
    norm = skeleton.reading.document.tokens[index].norm
    return not norm[0].isalnum() or norm in one_of("SUBJECT_AFTER")


def _is(norm: str, name: str) -> bool:
    return norm in words_of("participation", name)


def topic_of(skeleton: Skeleton, before: Mention | None) -> Mention | None:
    """The person a sentence speaks of, whom the next sentence may leave unnamed: its first subject, or the one before."""
    here = [m for m in skeleton.mentions if m.kind in NAMED and m.referent is not None]
    return next((m for m in here if is_straight(skeleton, m)), None if here else before)


def subject_before(hit: Hit, topic: Mention | None) -> Mention | None:
    """The one spoken of before the verb: the nearest person or office in the sentence that no preposition governs.

    Where the sentence has none and begins with a verb, the one the sentence before speaks of.
    """
    at = hit.token("verb")
    if _has_noun_subject(hit, at):
        return None
    named = _whose_clause(hit.skeleton, at) or subject_of_first(hit.skeleton, at)
    if named is None:
        named = next((m for m in straight_before(hit.skeleton, at) if m.kind in NAMED), None)
        if named is not None and has_subject(hit.skeleton, at, named.last):
            return None
    if named is not None or _is_anyone_before(hit.skeleton, at):
        return named
    body = next(straight_before(hit.skeleton, at), None)
    if body is not None:
        return body
    return topic if _is_implicit(hit) else None


def _whose_clause(skeleton: Skeleton, at: int) -> Mention | None:
    """The person right in front of the relative clause in which a verb stands: "مساعدته فلانة، والتي ترأست", "فلان الذي غاب
    وناب عنه"."""
    norms, begin, which = skeleton.reading.document.norms, at - 1, words_of("participation", "relative")
    while begin > max(skeleton.sentence.first, at - _RELATIVE) and norms[begin].removeprefix("و") not in which:
        if norms[begin] in _BREAKS or any(m.first <= begin < m.last for m in skeleton.mentions if m.kind in NAMED):
            return None
        begin -= 1
    if norms[begin].removeprefix("و") not in which:
        return None
    end = begin - (norms[begin - 1] in ("،", ","))
    persons = (m for m in skeleton.mentions if m.kind is Kind.PERSON and m.last == end and m.referent is not None)
    return next(persons, None)


def person_before(skeleton: Skeleton, at: int, topic: Mention | None) -> Mention | None:
    """The person a pronoun or an implicit subject before a token means: the nearest subject, or who was spoken of."""
    named = next((m for m in straight_before(skeleton, at) if m.kind in NAMED), None)
    return named or (None if _is_anyone_before(skeleton, at) else topic)


def _is_anyone_before(skeleton: Skeleton, at: int) -> bool:
    return any(m.last <= at for m in skeleton.mentions if m.kind in NAMED and m.referent is not None)


def may_own(person: Mention, noun: str) -> bool:
    """Whether the pronoun of a noun ("مشاركتها") can be somebody: his office tells his gender."""
    if person.kind not in NAMED or person.post is None or not person.post.surface or not noun.endswith(_OWN):
        return True
    return person.post.surface.split()[0].endswith(("ة", "ه")) == noun.endswith("ها")


def may_do(person: Mention, verb: str) -> bool:
    """Whether a verb that is told of her ("وشاركت") can be somebody's: his office tells his gender."""
    if person.kind not in NAMED or person.post is None or not person.post.surface or not verb.endswith("ت"):
        return True
    return verb not in words_of("participation", "of_her") or person.post.surface.split()[0].endswith(("ة", "ه"))


def is_of_several(hit: Hit, mention: Mention) -> bool:
    """Whether a name stands behind a verb that has the ending of two or many, and so is no subject: "فقاطعتا المجموعة"."""
    verb = hit.token("verb")
    return mention.first > verb and hit.skeleton.reading.document.norms[verb].endswith(("تا", "وا"))


def body_before(hit: Hit) -> list[Mention]:
    """The country or body that is the subject before the verb, if no person comes between."""
    at = hit.token("verb")
    nearest = next(straight_before(hit.skeleton, at), None)
    return [nearest] if nearest is not None and nearest.kind not in NAMED else []


def _is_implicit(hit: Hit) -> bool:
    """Whether the sentence begins with a verb whose subject was told before: "وأكد خلال ندوة …"."""
    sentence, tokens, openers = hit.skeleton.sentence, hit.skeleton.reading.document.tokens, one_of("OPENERS")
    if " ".join(token.norm for token in tokens[sentence.first : sentence.first + 2]) in one_of("TOLD_SO"):
        return True  # "جاء ذلك خلال ترؤسه"
    if all(tokens[i].norm in openers for i in range(sentence.first, hit.token("verb"))):
        return True  # "وأجرى محادثات مع", "كما التقى"
    if tokens[sentence.first].norm in one_of("CARRIERS"):
        return True  # "لكنه نهض وألقى كلمته"
    if sentence.last - sentence.first < 2 or verb_at(tokens[sentence.first].norm) is None:
        return False
    following = tokens[sentence.first + 1].norm
    return not following[0].isalnum() or following in openers


def _has_noun_subject(hit: Hit, at: int) -> bool:
    """Whether a noun that is no mention stands right before a verb as its subject ("الحكومة تجري مباحثات")."""
    before = at - 1
    if before < hit.skeleton.sentence.first or before in covered(hit.skeleton):
        return False
    own = hit.skeleton.reading.document.tokens[at].norm
    if own.startswith(("ب", "ل")) and own.endswith(PRONOUNS):
        return False  # "فاجأ فلان الجميع بغيابه": a noun of his own behind an object
    norm = hit.skeleton.reading.document.tokens[before].norm.removeprefix("و")
    return norm.startswith("ال") and norm not in one_of("SUBJECT_AFTER") and norm not in words("relative")


def covered(skeleton: Skeleton) -> frozenset[int]:
    """The tokens of a sentence that belong to mentions."""
    return skeleton.reading.once("covered", skeleton.sentence.index, lambda: frozenset([
        i for m in skeleton.mentions for i in range(m.first, m.last)
    ]))


def two_before(hit: Hit, earlier: Sequence[Mention]) -> list[Mention]:
    """The two parties a dual pronoun means: the last two different people named before it."""
    at = hit.token("verb") if not hit.has("meeting") else hit.token("meeting")
    before = hit.skeleton.mentions[: bisect_right(hit.skeleton.mentions, at, key=lambda m: m.first)]
    here = [m for m in before if m.last <= at and m.kind in NAMED and m.referent is not None]
    pair: list[Mention] = []
    office = fold(hit.match.group("office")) if hit.has("office") else ""
    for mention in [*reversed(here), *reversed(earlier)]:
        if office and (mention.post is None or office not in fold(mention.post.surface)):
            continue  # "both ministers": the two last named as ministers
        if all(mention.referent != other.referent for other in pair):
            pair.append(mention)
        if len(pair) == 2:
            return pair[::-1]
    return []


def country_of(speaker: Mention) -> list[Mention]:
    """The country a person speaks for ("his country"), as the mention of the person with that country for referent."""
    if speaker.post is None or speaker.post.of is None or speaker.post.of.type != M.Country:
        return []
    return [replace(speaker, kind=Kind.COUNTRY, referent=speaker.post.of, post=None)]


def honours(skeleton: Skeleton, person: Mention) -> frozenset[str]:
    """The courtesies that stand for a person told with such words ("صاحب السمو الأمير فلان": "سموه")."""
    tokens, first = skeleton.reading.document.tokens, max(skeleton.sentence.first, person.first - _HONOUR)
    norms = {tokens[i].norm for i in range(first, person.last)}
    return frozenset(courtesy for word in norms for courtesy in _courtesies().get(word, ()))


@cache
def _courtesies() -> dict[str, frozenset[str]]:
    """Word of a title → the courtesies it goes with (`lexicon/honours.toml`)."""
    found: dict[str, set[str]] = {}
    for courtesy, listed in read_toml("honours.toml")["words"].items():
        for word in listed:
            found.setdefault(fold(word), set()).add(fold(courtesy))
    return {word: frozenset(courtesies) for word, courtesies in found.items()}
