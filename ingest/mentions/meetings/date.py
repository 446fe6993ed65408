"""When a meeting is and which of its series: the date beside a spot, the ordinal of its edition."""

from __future__ import annotations

from functools import cache

from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.mentions.meetings.lexicon import adjectives, words
from ingest.mentions.meetings.scene import Scene, Spot, bare, is_edition_of, is_holding, is_own_edition
from ingest.mentions.mention import Kind, Mention
from kg.claim import Span

_AHEAD = 20  # years after the article beyond which nothing is announced
_FAR = 120  # tokens from a spot beyond which no date is its own, however many of them are names


def date_of(scene: Scene, spot: Spot) -> Mention | None:
    best: tuple[int, Mention] | None = None
    first, last = max(spot.sentence.first, spot.first - _FAR), min(spot.sentence.last, spot.last + _FAR)
    for mention in scene.starting(first, last):
        if mention.kind is not Kind.DATE or mention.date is None or mention.date.start is None:
            continue
        cost = _date_cost(scene, spot, mention)
        if cost is not None and (best is None or cost < best[0]):
            best = (cost, mention)
    return best[1] if best else None


def _date_cost(scene: Scene, spot: Spot, date: Mention) -> int | None:
    """How far a date is from a spot, None where another meeting, a full stop or a word of time stands between."""
    leading = bare(scene.norm(date.first - 1))
    if leading in words("not_of_meeting") or leading.removeprefix("ال") in words("other_event"):
        return None
    if bare(scene.norm(date.first - 2)) == "منذ" and scene.at(date.first - 1) is None:  # "منذ افتتاحه عام …"
        return None
    behind = date.first >= spot.last
    if not behind and _of_journey(scene, spot, date):
        return None
    told = scene.document.reference.date
    start = date.date.start if date.date is not None else None
    if start is not None and told is not None and start.year > told.year + _AHEAD:
        return None  # no year, a number
    if not behind and ("previous" in spot.marks or not _belongs(scene, spot, date)):
        return None
    first, last = (spot.last, date.first) if behind else (date.last, spot.first)
    reach = 6 if spot.definite and "same" not in spot.marks and behind else 12
    resumed = _resumed(scene, spot, date) if behind else -1
    cost = 0
    for index in range(first, last):
        word = scene.norm(index)
        other = scene.at(index) is None and scene.noun(index) is not None and word != "اعمال"
        if word in ".؛؟" or (other and not is_edition_of(scene, index, spot) and not is_own_edition(scene, index, spot)):
            return None
        if behind and bare(word) in words("ends"):
            return None
        if bare(word) in words("other_event") and scene.at(index) is None:
            return None
        if bare(word) in words("saying"):
            cost += 8
        cost += 1 if scene.at(index) is None and word.isalnum() and not is_holding(word) else 0
        if index == resumed:
            cost = 1
        if cost > reach and index >= resumed:
            return None
    return cost + (0 if behind else 2)


def _resumed(scene: Scene, spot: Spot, date: Mention) -> int:
    """ "اجتماعا ضم … قد انعقد في … من …": where a verb of convening goes on with the meeting, or -1."""
    if spot.verb or spot.definite:
        return -1
    found = (i for i in range(spot.last, date.first) if scene.at(i) is None and scene.norm(i) in words("convened"))
    return next(found, -1)


def _of_journey(scene: Scene, spot: Spot, date: Mention) -> bool:
    """ "زار أمس … لعقد اجتماع", "دعا الشهر الماضي … لاجتماع", "تصدر اليوم توصيات عن الاجتماع": not its day."""
    before = bare(scene.norm(spot.first - 1))
    if before == "عن":
        return True
    said = {scene.norm(i) for i in range(date.first, date.last)}
    aim = before in words("purpose") or (spot.prefix.endswith("ل") and spot.noun.group not in ("session", "works"))
    return aim and bool(said & words("yesterday"))


def _belongs(scene: Scene, spot: Spot, date: Mention) -> bool:
    """A year in front of a spot is its year only beside a verb of holding: "شهد عام 1943 مؤتمر …"."""
    start = date.date.start if date.date is not None else None
    if start is None or start.month is not None or not any(scene.norm(i).isdigit() for i in range(date.first, date.last)):
        return True
    return any(is_holding(scene.norm(i)) for i in range(max(date.first - 4, spot.sentence.first), spot.first))


@cache
def _ordinals() -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """Stems of ordinals without the article: one to ten, the "one" of compounds, the tens."""
    tables: dict[str, dict[str, int]] = {"unit": {}, "unit_of_ten": {}, "tens": {}}
    for row in read_tsv("ordinals.tsv"):
        tables[row["kind"]][fold(row["word"])] = int(row["value"])
    return tables["unit"], tables["unit_of_ten"], tables["tens"]


def edition_of(scene: Scene, spot: Spot) -> tuple[int, Span] | None:
    """An ordinal in words or figures right behind the noun or in "في دورتها الـ27"."""
    if spot.verb:
        return None
    if (before := _edition_before(scene, spot) or _edition_behind_place(scene, spot)) is not None:
        return before
    after = range(spot.last - 1, min(spot.last + 7, spot.sentence.last))
    for index in [*range(spot.first + 1, spot.last), *after]:
        word = scene.norm(index)
        form = scene.noun(index)
        if index >= spot.last and form is not None and form.noun.group in ("session", "edition"):
            return ordinal(scene, index + 1) or ordinal(scene, index + 2)
        session = spot.noun.group == "session" or "session" in spot.marks
        bracket = scene.norm(index - 1) == "(" and word.startswith("ال")  # "مؤتمر الاتحاد … (الخامس)"
        numbered = session and index == spot.last + 1 and scene.norm(spot.last) in ("ال", "رقم")
        near = index <= spot.last or bracket or numbered
        if near and (found := ordinal(scene, index)) is not None:
            return found
        if index >= spot.last and word in "،.":
            return None
    return None


def _edition_behind_place(scene: Scene, spot: Spot) -> tuple[int, Span] | None:
    """ "مؤتمر الكويت الدولي الرابع": the adjectives stand behind the place in construct."""
    place = scene.at(spot.last) if spot.last < spot.sentence.last else None
    if place is None or place.kind not in (Kind.PLACE, Kind.COUNTRY) or place.prefix or spot.definite:
        return None
    at = place.last
    while at < place.last + 3 and scene.at(at) is None:
        if (found := ordinal(scene, at)) is not None and scene.norm(at).startswith("ال"):
            return found
        if scene.norm(at) not in adjectives():
            return None
        at += 1
    return None


def _edition_before(scene: Scene, spot: Spot) -> tuple[int, Span] | None:
    """ "النسخة العشرون من هذا الملتقى", "ثالث قمة"."""
    counted = scene.norm(spot.first - 1).removeprefix("ل").removeprefix("ب")
    if spot.noun.kind in ("summit", "conference") and not spot.prefix and counted in words("nth"):
        token = scene.tokens[spot.first - 1]
        return _ordinals()[0].get(counted, _ordinals()[0].get(counted + "ي", 0)), Span(token.start, token.end)
    at = spot.first - (2 if scene.norm(spot.first - 1) in words("this") else 1)
    if scene.norm(at) != "من":
        return None
    for index in range(at - 1, max(at - 5, spot.sentence.first - 1), -1):
        form = scene.noun(index)
        if spot.noun.group == "talks" and bare(scene.norm(index)) in words("rounds"):
            return ordinal(scene, index + 1)
        if form is not None and form.noun.group in ("session", "edition"):
            return ordinal(scene, index + 1)
    return None


def ordinal(scene: Scene, index: int) -> tuple[int, Span] | None:
    """The ordinal number that begins at a token, also "الأربعين بعد المئة" (140)."""
    found = _below_hundred(scene, index)
    if found is None:
        return None
    for at in range(index + 1, index + 5):
        if scene.norm(at) == "بعد" and scene.norm(at + 1) in words("hundred") and scene.tokens[at - 1].end == found[1].end:
            return found[0] + 100, Span(found[1].start, scene.tokens[at + 1].end)
    return found


def _below_hundred(scene: Scene, index: int) -> tuple[int, Span] | None:
    """The ordinal number that begins at a token ("الحادية عشرة", "الثامنة والعشرين", "الـ 27", "19") with its span."""
    tokens = scene.tokens
    word = scene.norm(index)
    following = scene.norm(index + 1)
    if word in ("ال", "الـ") and following.isdigit():
        return int(following), Span(tokens[index].start, tokens[index + 1].end)
    if word.isdigit() and len(word) <= 3 and scene.norm(index - 1)[:2] != "في":
        return int(word), Span(tokens[index].start, tokens[index].end)
    if not word.startswith("ال"):
        return None
    return _spelled(scene, index, word[2:], following)


def _spelled(scene: Scene, index: int, stem: str, following: str) -> tuple[int, Span] | None:
    """An ordinal in words."""
    ones, compound, tens = _ordinals()
    units = {**ones, **compound}
    glued = following == "و"
    ten = tens.get((scene.norm(index + 2) if glued else following.removeprefix("و")).removeprefix("ال"), 0)

    def span(extra: int) -> Span:
        return Span(scene.tokens[index].start, scene.tokens[index + extra].end)

    if stem in units and following in ("عشر", "عشره"):
        return 10 + units[stem], span(1)
    if stem in units and ten:
        return ten + units[stem], span(2 if glued else 1)
    if stem in tens:
        return tens[stem], span(0)
    return (ones[stem], span(0)) if stem in ones else None
