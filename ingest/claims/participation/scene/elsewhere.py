"""Whether what is told was elsewhere than at the meeting spoken of: in another city, or at another meeting of the kind.

"قال فلان أمام القادة في طهران", where the summit spoken of is held in Baghdad; "قد يشارك فلان في القمة المقبلة". Or at an
occasion that is no meeting: "أوفد الرئيس فلانا لتمثيله في جنازة …", "تغيب عن جلسة المحكمة".
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.claims.clause import ACTORS, COMMAS, STOPS
from ingest.claims.participation.meeting import is_talk
from ingest.claims.participation.memory import MEANT
from ingest.claims.participation.scene.lexicon import is_, words
from ingest.claims.participation.scene.only_told import is_of_another, is_only_told
from ingest.claims.speech import openings
from ingest.fold import fold
from ingest.mention import Kind, Mention
from ingest.mentions.lands.countries import country
from ingest.mentions.lands.places import country_of
from ingest.mentions.meetings import MeetingMention
from ingest.pattern import words_of
from ingest.skeleton import Skeleton
from ingest.unreal import covering
from ingest.word_lists import is_in
from kg.claim import Referent

_FAR = 24  # tokens behind a predicate in which its circumstances stand
_BEFORE = 6  # tokens in front of a predicate in which it is told that it was so once before
_FRONT = 12  # tokens in front of it in which they may stand too
_IN = fold("في")
_ROOM = ("stage", "words", "adverbs", "circumstance", "part", "many")
_PASSED = ACTORS | {Kind.DATE, Kind.NISBA, Kind.NUMBER}
_TO_COME = ("planned", "postponed", "cancelled")


def is_elsewhere(skeleton: Skeleton, at: int, meeting: Mention, named: bool) -> bool:
    """Whether the predicate at a token is told of another place or meeting; `named`: its clause names the meeting."""
    if is_only_told(skeleton, at, meeting):
        return True
    if named:
        return _is_of_other(skeleton, meeting) or is_of_another(skeleton, at, meeting)
    if is_of_another(skeleton, at, meeting) or _came_before(skeleton, at) or _of_others_of_it(skeleton, at):
        return True
    tokens, sentence, spread = skeleton.reading.document.tokens, skeleton.sentence, True
    front = _place(skeleton, sentence.first + 1) if tokens[sentence.first].norm.removeprefix("و") == _IN else None
    if front is not None and front.last < at and tokens[front.last].norm in COMMAS and _lies_apart(meeting, front):
        return True
    if _behind_an_occasion(skeleton, at):
        return True
    joined = False
    for i, mention in _behind(skeleton, at + 1):
        if mention is not None and mention.kind is Kind.MEETING and MEANT not in mention.tags:
            return False
        joined = joined or (tokens[i].norm in COMMAS and tokens[i + 1].norm.startswith("و"))
        if mention is None and not joined and is_occasion(tokens[i].norm):
            return True
        place = _place(skeleton, i)
        if place is not None and spread and (place.prefix.endswith("ب") or tokens[i - 1].norm == _IN):
            return _lies_apart(meeting, place)
        if mention is None and (_is_other(skeleton, i, meeting) or _of_encounters(skeleton, i, meeting)):
            return True
        spread = spread and _may_pass(skeleton, i, mention)
    return False


def _came_before(skeleton: Skeleton, at: int) -> bool:
    """ "وسبق أن استضافت مصر …", "سبق للوزير أن شارك …": it was at an earlier one."""
    tokens = skeleton.reading.document.tokens
    front = range(max(skeleton.sentence.first, at - _BEFORE), at - 1)
    before = openings()["did_before"]
    return tokens[at - 1].norm == "ان" and any(tokens[i].norm.removeprefix("و") in before for i in front)


def _of_others_of_it(skeleton: Skeleton, at: int) -> bool:
    """ "استضافت جولات منها مصر وتونس": other rounds of what the article tells of."""
    tokens = skeleton.reading.document.tokens
    if at + 2 >= skeleton.sentence.last:
        return False
    return is_(tokens[at + 1].norm, "editions") and is_(tokens[at + 2].norm, "out_of_it")


def _behind_an_occasion(skeleton: Skeleton, at: int) -> bool:
    """Whether the clause in front of a predicate is set at an occasion: "كان في مقدمة حضور الزفاف فلان نيابة عن الملك"."""
    tokens = skeleton.reading.document.tokens
    for i in range(at - 1, max(skeleton.sentence.first, at - _FRONT) - 1, -1):
        norm, mention = tokens[i].norm, covering(skeleton.reading, i)
        if norm in STOPS or norm in COMMAS or norm == "؛" or is_(norm, "breaks"):
            return False
        if mention is not None and mention.kind is Kind.MEETING:
            return False
        if mention is None and is_occasion(norm):
            return True
    return False


def is_occasion(norm: str) -> bool:
    """Whether a word is of an occasion that is no meeting: "زفاف", "الجنازة", "للمحكمة"."""
    plain = norm[1:] if norm[:1] in ("و", "ف") and norm[1:] in words("occasion") else norm
    return plain in words("occasion")


def _is_of_other(skeleton: Skeleton, meeting: Mention) -> bool:
    """Whether a sitting, told as a part of the meeting, is one of another body: "الجلسة العامة للبرلمان"."""
    if "part" not in meeting.tags or meeting.last >= skeleton.sentence.last:
        return False
    norm = skeleton.reading.document.tokens[meeting.last].norm
    named = is_in(norm, words_of("participation", "of_body"))
    return named or (norm.startswith("لل") and len(norm) > 4 and not is_(_bare(norm), "stage"))


def lies_in(place: Mention, there: Mention) -> bool:
    """Whether two mentions are one place, or one of them is the country of the other."""
    if place.referent is None or place.referent == there.referent:
        return place.referent is not None
    return Kind.COUNTRY in (place.kind, there.kind) and _land(place) == _land(there)


def is_in_land(place: Mention, there: Mention) -> bool:
    """Whether two places are of one country."""
    land = _land(place)
    return land is not None and land == _land(there)


def _land(place: Mention) -> Referent | None:
    if place.kind is Kind.COUNTRY or place.referent is None:
        return place.referent
    iso = country_of(place.referent.key)
    return country(iso) if iso else None


def _behind(skeleton: Skeleton, first: int) -> Iterator[tuple[int, Mention | None]]:
    """The tokens and mentions behind a predicate, up to where its clause ends."""
    tokens, i = skeleton.reading.document.tokens, first
    while i < min(skeleton.sentence.last - 1, first + _FAR):
        mention, norm = covering(skeleton.reading, i), tokens[i].norm
        if mention is None and (norm in STOPS or norm in ("؛", ":") or is_(norm, "breaks")):
            return
        yield i, mention
        i = i + 1 if mention is None else max(mention.last, i + 1)


def _place(skeleton: Skeleton, at: int) -> Mention | None:
    """The city or country that begins at a token."""
    mention = covering(skeleton.reading, at)
    if mention is None or mention.first != at or mention.referent is None:
        return None
    return mention if mention.kind is Kind.COUNTRY or (mention.kind is Kind.PLACE and "city" in mention.tags) else None


def _may_pass(skeleton: Skeleton, at: int, mention: Mention | None) -> bool:
    """Whether a place behind an element may still be that of the predicate, not of a noun or of an office behind a name."""
    tokens = skeleton.reading.document.tokens
    if mention is not None:
        named_last = mention.kind is not Kind.PERSON or tokens[mention.last - 1].end <= mention.name.end
        return mention.kind in _PASSED and named_last
    norm = tokens[at].norm
    return norm not in COMMAS and any(is_(norm, name) for name in _ROOM)


def _lies_apart(meeting: Mention, there: Mention) -> bool:
    if not isinstance(meeting, MeetingMention) or meeting.told is None:
        return False
    told = (reading.details.place for reading in meeting.told.readings)
    held = [place for place in told if place is not None and place.referent is not None]
    return bool(held) and not any(lies_in(place, there) for place in held)


def _is_other(skeleton: Skeleton, at: int, meeting: Mention) -> bool:
    """Whether a noun that could mean the meeting is told as another of its kind: "القمة المقبلة"."""
    tokens = skeleton.reading.document.tokens
    if at + 1 >= skeleton.sentence.last or not is_(_bare(tokens[at].norm), "stage"):
        return False
    norm = tokens[at + 1].norm
    if not is_(norm, "another"):
        return False
    told = meeting.told if isinstance(meeting, MeetingMention) else None
    return not (norm in words("next") and told is not None and told.status.value in _TO_COME)


def _of_encounters(skeleton: Skeleton, at: int, meeting: Mention) -> bool:
    """ "وحضر اللقاءين السفير": the talks with some of those who came, not the summit; "هذه اللقاءات" may be any."""
    norms = skeleton.reading.document.norms
    told = norms[at] in words("encounters") and norms[at - 1] not in words_of("participation", "this")
    return told and not is_talk(meeting)


def _bare(norm: str) -> str:
    return "ال" + norm[2:] if norm.startswith("لل") else norm.removeprefix("ب")
