"""Where the name of a meeting ends: an adjective of its subject, what it is concerned with, a quotation mark left open."""

from __future__ import annotations

from ingest.mention import Kind, Mention
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import Scene

_MARKS = ('"', "«", "“")
_CLOSING = {'"': '"', "«": "»", "“": "”"}


def behind_concerning(scene: Scene, last: int) -> int:
    """ "المجموعة الخاصة | بلبنان": with the country or place behind بـ, without which the adjective says something else."""
    if scene.norm(last - 1) not in words("concerning"):
        return last
    about = scene.at(last)
    led = about is not None and about.first == last and about.prefix.endswith("ب")
    return about.last if about is not None and led and about.kind in (Kind.COUNTRY, Kind.PLACE, Kind.GROUP) else last


def lands(scene: Scene, first: Mention) -> int:
    """ "قادة فنلندا | والسويد | والنرويج": the end of a country or place and of those of its sort that و joins to it."""
    last = first.last
    while (more := scene.at(last)) is not None and more.first == last and more.kind is first.kind and more.prefix == "و":
        last = more.last
    return last


def is_adverb(scene: Scene, index: int) -> bool:
    """ "وبعد الاجتماع مباشرة غادر الوفد", "في هذا اللقاء مطولا": an indefinite word behind a definite noun is not of it."""
    word, definite = scene.norm(index), ("ال", "لل", "بال")
    adverb = word in words("at_once") or (word.endswith("ا") and not word.startswith(definite))
    return adverb and scene.norm(index - 1).startswith(definite)


def of_kind(scene: Scene, first: int) -> int:
    """ "ملتقى الأمن | الغذائي": behind the adjectives of relation that go with a definite noun in construct."""
    index = first
    while index < first + 2 and scene.at(index) is None and _relation(scene.norm(index)):
        index += 1
    if index > first and scene.at(index) is None and scene.norm(index)[:1] == "و" and _relation(scene.norm(index)[1:]):
        index += 1  # "المراكز الجهوية والمحلية"
    return index


def _relation(word: str) -> bool:
    """ "الغذائي", "الصحية"; no "الذي", "الثاني", "الماضي"."""
    if word in words("no_relation") or word in words("relative") or word in words("previous"):
        return False
    return word.startswith("ال") and word.endswith(("ي", "يه")) and len(word) > 6


def unquoted(name: str) -> str:
    """A name without the quotation mark that is opened in it and not closed."""
    for opening in _MARKS:
        closing = _CLOSING[opening]
        if (name.count(opening) % 2 if closing == opening else name.count(opening) != name.count(closing)):
            at = name.rfind(opening)
            name = name[:at] + name[at + 1 :] if at > 0 else name
    return name
