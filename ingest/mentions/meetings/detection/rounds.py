"""Rounds of talks told without a noun of their own: "على أن تستأنف في القاهرة", "أربع جولات، أولاها في أديس أبابا"."""

from __future__ import annotations

from ingest.mention import Kind
from ingest.mentions.meetings.lexicon import Noun, any_of, words
from ingest.mentions.meetings.scene import Scene, Spot, bare, first_within
from ingest.parts import Sentence

AGAIN = "again"  # of a verb whose subject is the body spoken of last

_PLAN = 3  # tokens in front of a verb of going on in which it is laid down
_ANEW = 9  # tokens behind a verb of meeting in which it is told that they meet again
_WHERE = 10  # tokens behind it in which the city is told
_SERIES = 14  # tokens in front of "the first of them" in which the meetings stand


def resumed(scene: Scene, sentence: Sentence, at: int, prefix: str) -> Spot | None:
    """ "جولة من المحادثات … على أن تستأنف قبل نهاية الأسبوع في القاهرة": the next one, in a city that is told."""
    laid_down = any(scene.norm(i) == "ان" for i in range(max(at - 1, sentence.first), at))
    planned = range(max(at - _PLAN, sentence.first), at - 1)
    laid_down = laid_down and any(scene.norm(i) == "علي" or bare(scene.norm(i)) in words("planned") for i in planned)
    if not laid_down or first_within(scene.noun_places, sentence.first, at) is None:
        return None
    for index in range(at + 1, min(at + _WHERE, sentence.last)):
        mention, word = scene.at(index), scene.norm(index)
        if mention is None and (word in ".؛:،" or scene.noun(index) is not None):
            return None
        if mention is not None and mention.kind not in (Kind.DATE, Kind.PLACE, Kind.COUNTRY):
            return None
        if mention is not None and mention.kind is Kind.PLACE and "area" not in mention.tags:
            spot = _spot(scene, sentence, at, "resume", "other", prefix)
            spot.marks |= {"following", "new"}
            return spot
    return None


def together_again(scene: Scene, sentence: Sentence, at: int, prefix: str) -> Spot | None:
    """ "ومن المنتظر أن تجتمع مجددا في يونيو", "على أن تلتئم ثانية في الرياض": whoever met before, on a day or in a city."""
    to_come = scene.norm(at - 1) == "ان" or bare(scene.norm(at)).startswith("س")
    last = at + (2 if scene.norm(at + 1) == "من" or scene.norm(at + 1) in words("a_time") else 1)
    anew = scene.norm(last) in any_of("anew", "another_time") or scene.norm(last) in words("from_new")
    reach = range(last + 1, min(last + _WHERE, sentence.last))
    if not (to_come and anew and scene.at(last) is None) or any(scene.norm(i) == "مع" for i in reach):
        return None
    for index in reach:
        mention, word = scene.at(index), scene.norm(index)
        if mention is None and (word in ".؛:،" or scene.noun(index) is not None):
            return None
        if mention is not None and mention.kind in (Kind.DATE, Kind.PLACE) and "area" not in mention.tags:
            spot = _spot(scene, sentence, at, "resume", "other", prefix)
            spot.marks |= {"following", "new", AGAIN}
            return spot
    return None


def meets_anew(scene: Scene, spot: Spot) -> bool:
    """ "أن يلتئم الوزراء مجددا بعد ستة أشهر", "سيجتمعون مرة أخرى": not the meeting from which they come."""
    for index in range(spot.last, min(spot.last + _ANEW, spot.sentence.last)) if spot.verb else ():
        word, before = scene.norm(index), scene.norm(index - 1)
        if word in ".؛:،,":
            return False
        if scene.at(index) is None and (word in words("anew") or (before == "من" and word in words("from_new"))):
            return True
        if before in words("a_time") and word in words("another_time"):
            return True
    return False


def one_of_them(scene: Scene, sentence: Sentence, at: int) -> Spot | None:
    """ "أربع جولات على مستوى وزراء المياه، أولاها في أديس أبابا يومي …": one of several, by its city or its day."""
    front = range(at - 1, max(at - _SERIES, sentence.first) - 1, -1)
    series = next((i for i in front if scene.at(i) is None and bare(scene.norm(i)) in words("series_of")), None)
    if series is None or any(scene.norm(i) in ".؛:" for i in range(series, at)):
        return None
    follower = scene.at(at + 1) or (scene.at(at + 2) if scene.norm(at + 1) in words("in_or_day") else None)
    if follower is None or not (follower.kind is Kind.DATE or (follower.kind is Kind.PLACE and "area" not in follower.tags)):
        return None
    between = [scene.norm(i) for i in range(series, at)]
    ministers = any(word in words("ministers") or word in words("ministerial") for word in between)
    kind = "summit" if bare(between[0]) in words("summits") else "ministerial" if ministers else "other"
    spot = _spot(scene, sentence, at, "one", kind, "")
    spot.marks.add("new")
    return spot


def _spot(scene: Scene, sentence: Sentence, at: int, verb: str, kind: str, prefix: str) -> Spot:
    noun = Noun(scene.norm(at), kind, "body")
    return Spot(at, at + 1, sentence, noun, kind, prefix, len(prefix), verb=verb)
