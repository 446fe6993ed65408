"""What the words around a spot say of the meeting: whose it is, where, when, which edition, between whom."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.mentions.meeting_lexicon import body_of, words
from ingest.mentions.meeting_spots import BODIES, PARTIES, Scene, Spot, bare
from ingest.mentions.mention import Kind, Mention
from kg.claim import Span

_WALK = 26
_PLACES = frozenset({Kind.PLACE, Kind.COUNTRY})


@dataclass(frozen=True, slots=True)
class Details:
    """What one spot says of its meeting; everything may be missing."""

    body: Mention | None = None
    body_path: str | None = None
    place: Mention | None = None
    date: Mention | None = None
    edition: tuple[int, Span] | None = None
    parties: tuple[Mention, ...] = ()
    partners: tuple[Mention, ...] = ()
    kind: str = "other"
    side: bool = False
    first_in: Mention | None = None
    company: bool = False


def read(scene: Scene, spot: Spot) -> Details:
    """All details of one spot, from its own sentence."""
    body, path = _body(scene, spot)
    parties, partners = _parties(scene, spot)
    if body is not None and spot.possessive and partners:
        body = None  # "اجتماعه مع …": his, not a body's
    return Details(
        body, path, _place(scene, spot), _date(scene, spot), _edition(scene, spot), parties, partners,
        _kind(scene, spot, body, parties, partners), _on_the_margins(scene, spot),
        _first_in(scene, spot), _company(scene, spot),
    )


def _company(scene: Scene, spot: Spot) -> bool:
    """ "مع مسؤولين", "مع نظيريه", "أجريا محادثة": there is another side, though no mention of it."""
    if spot.noun.group == "talks" and _dual(scene, spot):
        return True
    for index in range(spot.last, min(spot.last + 8, spot.sentence.last - 1)):
        if bare(scene.norm(index)) in ("مع", "بين"):
            follower = scene.norm(index + 1)
            mention = scene.at(index + 1)
            return follower.startswith(tuple(words("other_side"))) or (mention is not None and mention.kind in BODIES)
        if scene.norm(index) in "،.؛:":
            return False
    return False


def _first_in(scene: Scene, spot: Spot) -> Mention | None:
    """ "لأول مرة في أفريقيا", "الأول من نوعه في …": where the meeting had never been."""
    low, high = spot.sentence.first, spot.sentence.last
    for index in range(max(low, spot.first - 12), min(high, spot.last + 40)):
        if bare(scene.norm(index)) in words("first_time") and "مر" in scene.norm(index + 1):
            for at in range(index + 2, min(index + 8, high)):
                mention = scene.at(at)
                if mention is not None and mention.kind in (Kind.PLACE, Kind.COUNTRY, Kind.GROUP):
                    return mention
    return None


# ---------------------------------------------------------------- whose meeting


def _body(scene: Scene, spot: Spot) -> tuple[Mention | None, str | None]:
    covered = scene.at(spot.first)
    if covered is not None and covered.kind in BODIES and spot.noun.group == "forum":
        return covered, None
    if spot.verb == "convene":
        return _next_body(scene, spot, free=True), None
    for index in range(spot.first, min(spot.last + 2, spot.sentence.last)):
        if spot.kind == "summit" and scene.norm(index) in body_of():
            return None, body_of()[scene.norm(index)]
    if spot.verb and _counterparts(scene, spot):
        reach = scene.between(spot.last, min(spot.last + 18, spot.sentence.last))
        return next((m for m in reach if m.kind in BODIES), None), None
    if spot.noun.group in ("talks", "verb"):
        return None, None
    found = _next_body(scene, spot, free=False)
    if found is None:
        for name in ("ministers", "leaders"):
            group = _people_before(scene, spot, name)
            if isinstance(group, Mention):
                return group, None
            if isinstance(group, str):
                return None, group
    return found or _subject(scene, spot), None


def _next_body(scene: Scene, spot: Spot, *, free: bool) -> Mention | None:
    """The first body after a spot; unless `free`, only words of the bridge list may stand between."""
    index, steps = spot.last, 0
    while index < spot.sentence.last and steps < 9:
        mention = scene.at(index)
        if mention is not None and mention.kind in BODIES:
            bound = free or not spot.definite or mention.prefix.endswith("ل") or index > spot.last
            return mention if bound else None
        if mention is not None and mention.kind not in (Kind.NISBA, Kind.NUMBER, Kind.DATE, Kind.PLACE):
            return None
        if mention is not None and mention.kind is Kind.PLACE and index > spot.last:
            return None
        word = scene.norm(index)
        if mention is None and (word.isdigit() or word == "ال" or ordinal(scene, index) is not None or word in _TEENS):
            index += 1
            continue
        if mention is None and not free and bare(word) not in words("bridge") and word not in "\"“”«»(ـ":
            return None
        index = mention.last if mention is not None else index + 1
        steps += 1
    return None


def _subject(scene: Scene, spot: Spot) -> Mention | None:
    """The body that holds the meeting: "تعقد اللجنة … اجتماعا", "عقدت اجتماعها"; of a possessive, the body before it."""
    lowest = max(spot.first - 30, spot.sentence.first)
    found, holds = None, bool(spot.possessive)
    for index in range(spot.first - 1, lowest - 1, -1):
        mention = scene.at(index)
        word = bare(scene.norm(index))
        if mention is None and (word in words("hold") or word.removeprefix("س") in words("hold")):
            if word.removeprefix("س") not in ("عقد", "عقدت", "يعقد", "تعقد", "نظم", "نظمت", "ينظم", "تنظم"):
                return found if spot.possessive else None
            holds = True
        elif mention is not None and mention.kind in BODIES and mention.first == index and not mention.prefix.strip("وف"):
            found = mention
            if holds:
                return found
        if mention is None and word in (".", "؛", ":", "؟") and spot.possessive == "":
            return None
    return found if holds else None


# ---------------------------------------------------------------- where


def _place(scene: Scene, spot: Spot) -> Mention | None:
    beside = scene.at(spot.last) if spot.last < spot.sentence.last else None
    if beside is not None and beside.kind is Kind.PLACE and "area" not in beside.tags and beside.prefix in ("", "ب"):
        return beside
    if beside is not None and beside.kind is Kind.COUNTRY and not beside.prefix and _names_meeting(scene, spot, beside):
        return beside
    return _place_after(scene, spot) or _place_before(scene, spot) or _destination(scene, spot)


def _names_meeting(scene: Scene, spot: Spot, country: Mention) -> bool:
    """ "قمة الكويت": a country in construct says where, unless it is a party ("اجتماع المغرب وإسبانيا")."""
    follower = scene.at(country.last)
    joined = follower is not None and follower.kind is Kind.COUNTRY and follower.prefix.startswith("و")
    return spot.kind in ("summit", "conference") and not joined


def _destination(scene: Scene, spot: Spot) -> Mention | None:
    """Talks during a journey: "زيارته إلى أنقرة التي التقى خلالها", "توجه إلى واشنطن لعقد مباحثات"."""
    if not (spot.verb or (spot.noun.group == "talks" and not spot.definite)):
        return None
    journey: Mention | None = None
    for index in range(max(spot.first - 26, spot.sentence.first), spot.first):
        mention = scene.at(index)
        toward = scene.norm(index - 1) == "الي" or (mention is not None and mention.prefix == "ل")
        if mention is not None and mention.first == index and mention.kind in _PLACES and toward and "area" not in mention.tags:
            start = max(spot.sentence.first, index - 12)
            if any(bare(scene.norm(i)) in words("travel") for i in range(start, index)):
                journey = mention
    return journey


def _governed(scene: Scene, mention: Mention) -> bool:
    """Does a place stand after في or بـ, or after a word such as "مدينة"?"""
    if "area" in mention.tags:
        return False
    return mention.prefix.endswith("ب") or bare(scene.norm(mention.first - 1)) in words("place_prepositions")


def _is_holding(word: str) -> bool:
    word = bare(word)
    return word in words("hold") or word.removeprefix("س") in words("hold") or word in words("planned")


def _place_after(scene: Scene, spot: Spot) -> Mention | None:
    """A governed place behind the spot: few words of other kinds may stand between, holding words are free."""
    index, budget = spot.last, 6 if spot.noun.group != "talks" else 9
    if spot.definite and spot.last == spot.first + 1 and bare(scene.norm(spot.last)) not in words("relative"):
        budget = 3
    reach = min(spot.last + _WALK, spot.sentence.last)
    host = False
    while index < reach and budget > 0:
        mention = scene.at(index)
        if mention is None:
            word = scene.norm(index)
            if word == "(" and (close := scene.closing(index, reach)) is not None:
                index = close + 1
                continue
            if word in ".؛؟:" or (scene.noun(index) is not None and index > spot.last) or bare(word) in words("saying"):
                return None
            holding = _is_holding(word)
            host = host or bare(word).removeprefix("س") in words("hosts")
            if word in ("لمناقشه", "لبحث", "لمكافحه", "لمواجهه"):
                budget -= 2
            if not holding and bare(word) not in words("place_prepositions") and bare(word) not in words("bridge"):
                budget -= word.isalnum() and word not in ("الذي", "التي", "يوم", "والذي", "والتي")
            index += 1
            continue
        if mention.kind in _PLACES and (_governed(scene, mention) or host) and not _about(scene, mention):
            return _finer(scene, mention)
        index = mention.last
    return None


def _about(scene: Scene, mention: Mention) -> bool:
    """Is the place what is talked about: "الوضع في ليبيا", "الإرهاب في أفريقيا", "القوات في سوريا"?"""
    at = mention.first - 1 if not mention.prefix.endswith("ب") else mention.first
    before = scene.at(mention.first - 1)
    if before is not None and before.kind is not Kind.ORGANIZATION:
        return False
    while bare(scene.norm(at)) in words("place_prepositions") or scene.norm(at) == "كل":
        at -= 1
    at = at if at != mention.first else at - 1
    while (nisba := scene.at(at)) is not None and nisba.kind is Kind.NISBA:
        at = nisba.first - 1
    word = bare(scene.norm(at))
    return word.removeprefix("ال").removeprefix("لل").removeprefix("ل") in words("topics")


def _finer(scene: Scene, mention: Mention) -> Mention:
    """ "في المغرب بمدينة مراكش": a city right behind a country is the finer place."""
    if mention.kind is Kind.COUNTRY:
        for index in range(mention.last, mention.last + 3):
            other = scene.at(index)
            if other is not None and other.kind is Kind.PLACE and _governed(scene, other):
                return other
    return mention


def _place_before(scene: Scene, spot: Spot) -> Mention | None:
    """A place in front of the spot that belongs to a verb of holding: "تحتضن مدينة مراكش …", "بدأت في كيبيك اجتماعات …"."""
    lowest = max(spot.first - 22, spot.sentence.first)
    places: list[Mention] = []
    index = spot.first - 1
    while index >= lowest:
        mention = scene.at(index)
        if mention is not None:
            if mention.kind in _PLACES:
                places.append(mention)
            index = mention.first - 1
            continue
        word = bare(scene.norm(index))
        if word in words("hosting") or word.removeprefix("س") in words("hosting"):
            subjects = [m for m in scene.between(max(index - 9, spot.sentence.first), index) if m.kind in _PLACES]
            return (places or subjects or [None])[-1]  # type: ignore[list-item]
        if _is_holding(word) and spot.verb == "":
            governed = [p for p in places if _governed(scene, p)]
            return _best(governed)
        if word in ".؛؟" or word in words("saying") or scene.noun(index) is not None:
            break
        index -= 1
    if spot.verb or spot.noun.group == "talks":
        return _best([p for p in places if _governed(scene, p) and not _about(scene, p)])
    return None


def _best(places: list[Mention]) -> Mention | None:
    """A city rather than a country."""
    cities = [p for p in places if p.kind is Kind.PLACE]
    return (cities or places or [None])[0]  # type: ignore[list-item]


# ---------------------------------------------------------------- when, which


def _date(scene: Scene, spot: Spot) -> Mention | None:
    best: tuple[int, Mention] | None = None
    for mention in scene.mentions:
        if mention.kind is not Kind.DATE or not spot.sentence.first <= mention.first < spot.sentence.last:
            continue
        if mention.date is None or mention.date.start is None:
            continue
        cost = _date_cost(scene, spot, mention)
        if cost is not None and (best is None or cost < best[0]):
            best = (cost, mention)
    return best[1] if best else None


def _date_cost(scene: Scene, spot: Spot, date: Mention) -> int | None:
    """How far a date is from a spot, None where another meeting, a full stop or a word of time stands between."""
    if bare(scene.norm(date.first - 1)) in ("منذ", "حتي", "بعد", "قبل", "نهايه"):
        return None
    behind = date.first >= spot.last
    first, last = (spot.last, date.first) if behind else (date.last, spot.first)
    cost = 0
    for index in range(first, last):
        word = scene.norm(index)
        if word in ".؛؟" or (scene.at(index) is None and scene.noun(index) is not None and word != "اعمال"):
            return None
        if bare(word) in words("saying"):
            cost += 8
        cost += 1 if scene.at(index) is None and word.isalnum() and not _is_holding(word) else 0
    reach = 6 if spot.definite and "same" not in spot.marks and behind else 12
    return cost + (0 if behind else 2) if cost <= reach else None


_TEENS = frozenset(("عشر", "عشره", "والعشرين", "والعشرون", "والثلاثين", "والثلاثون"))


@cache
def _ordinals() -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """Stems of ordinals without the article: one to ten, the "one" of compounds, the tens."""
    tables: dict[str, dict[str, int]] = {"unit": {}, "unit_of_ten": {}, "tens": {}}
    for row in read_tsv("ordinals.tsv"):
        tables[row["kind"]][fold(row["word"])] = int(row["value"])
    return tables["unit"], tables["unit_of_ten"], tables["tens"]


def _edition(scene: Scene, spot: Spot) -> tuple[int, Span] | None:
    """An ordinal in words or figures right behind the noun or in "في دورتها الـ27"."""
    if spot.verb:
        return None
    after = range(spot.last - 1, min(spot.last + 7, spot.sentence.last))
    for index in [*range(spot.first + 1, spot.last), *after]:
        word = scene.norm(index)
        form = scene.noun(index)
        if index >= spot.last and form is not None and form.noun.group in ("session", "edition"):
            return ordinal(scene, index + 1) or ordinal(scene, index + 2)
        near = index <= spot.last + (1 if spot.noun.group == "session" or "session" in spot.marks else 0)
        if near and (found := ordinal(scene, index)) is not None:
            return found
        if index >= spot.last and word in "،.":
            return None
    return None


def ordinal(scene: Scene, index: int) -> tuple[int, Span] | None:
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


# ---------------------------------------------------------------- between whom


def _parties(scene: Scene, spot: Spot) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """The people of a meeting in its sentence, and the sides: those behind مع, بـ or بين and the one before the spot."""
    low, high = max(spot.first - 45, spot.sentence.first), min(spot.last + 45, spot.sentence.last)
    before = [m for m in scene.between(low, spot.first) if m.kind in PARTIES]
    after, linked = _linked(scene, spot, high)
    everyone = (*before, *after)
    if spot.verb:
        return everyone, tuple([*before[-1:], *after[:1]] if before else after[:2])
    if len(before) >= 2 and _dual(scene, spot):
        return everyone, tuple(before[-2:])
    if not linked:
        return everyone, ()
    joined = any(bare(scene.norm(i)) == "مع" for i in range(spot.last, linked[0].first)) or len(linked) == 1
    return everyone, (*(before[-1:] if joined and before and _acts(scene, spot) else ()), *linked)


def _linked(scene: Scene, spot: Spot, high: int) -> tuple[list[Mention], list[Mention]]:
    """People behind a spot up to the end of its clause; those of them that a word of company brings in."""
    everyone: list[Mention] = []
    partners: list[Mention] = []
    linked, index = 0, spot.last
    last_definite = scene.norm(spot.last - 1).startswith(("ال", "لل"))
    bare_noun = spot.definite and spot.noun.group not in ("talks", "verb")
    while index < high:
        mention = scene.at(index)
        if mention is None:
            word = bare(scene.norm(index))
            if word in (".", "؛", ":") or (scene.noun(index) is not None and linked <= 0) or word in words("saying"):
                break
            if word in words("relative") and partners:
                break
            joins = word in words("company") and not (bare_noun and index > spot.last + 5)
            linked = 8 if joins else linked - 1
            index += 1
            continue
        if mention.kind in PARTIES and mention.first == index:
            everyone.append(mention)
            direct = index == spot.last and (spot.possessive or (spot.noun.group == "talks" and not last_definite))
            if linked > 0 or mention.prefix.endswith("ب") or direct:
                partners.append(mention)
                linked = 8
        index = max(mention.last, index + 1)
    return everyone, partners


def _dual(scene: Scene, spot: Spot) -> bool:
    """ "أجريا مباحثات", "عقب مباحثاتهما": both sides stand in front."""
    behind = range(spot.last, min(spot.last + 4, spot.sentence.last))
    if spot.possessive == "هما" or any(scene.norm(i) in words("dual_behind") for i in behind):
        return True
    return spot.noun.group == "talks" and any(bare(scene.norm(i)) in words("dual") for i in range(spot.first - 3, spot.first))


def _acts(scene: Scene, spot: Spot) -> bool:
    """Does somebody hold the talks: a verb of holding or a possessive in front?"""
    reach = range(max(spot.first - 30, spot.sentence.first), spot.first)
    return bool(spot.possessive) or any(bare(scene.norm(i)).removeprefix("س") in words("hold") for i in reach)


def is_plural(scene: Scene, mention: Mention) -> bool:
    """Is a title a group of office holders ("نظراءه", "وزراء خارجية …", "مسؤولين")?"""
    word = scene.norm(mention.first)
    word = word[len(mention.prefix) :] if mention.prefix and word.startswith(mention.prefix) else word
    return mention.kind is Kind.TITLE and word.startswith(tuple(words("groups")))


def _kind(
    scene: Scene, spot: Spot, body: Mention | None, parties: tuple[Mention, ...], partners: tuple[Mention, ...]
) -> str:
    inside = [_plain(scene.norm(i)) for i in range(spot.first, min(spot.last + 1, spot.sentence.last))]
    near = [bare(scene.norm(i)) for i in range(spot.last, min(spot.last + 7, spot.sentence.last))]
    if spot.kind == "summit":
        two = len(partners) == 2 and body is None and "بين" in near
        return "bilateral" if two or any(word in words("bilateral") for word in inside) else "summit"
    if any(word in words("ministerial") for word in inside) or (body is not None and _is_ministerial(scene, body)):
        return "ministerial"
    if any(word in words("ministers") for word in near[: len(near) if "مستوي" in near else 3]):
        return "ministerial"
    if spot.noun.group != "verb" and spot.noun.group != "talks" and not partners and _people_before(scene, spot, "ministers"):
        return "ministerial"
    if any(word in words("bilateral") for word in inside):
        return "bilateral"
    if any(word in words("experts") for word in near[:2]):
        return "working_group"
    if body is not None and spot.kind == "other" and "منتدي" in scene.norm(body.first):
        return "conference"
    if body is not None and scene.norm(body.first).endswith("مجموعه") and scene.norm(body.first + 1) == "العمل":
        return "working_group"
    if spot.verb and not any(m.first > spot.first for m in partners) and scene.at(spot.last) is None:
        return "other"
    if spot.verb and _counterparts(scene, spot):
        return "ministerial"
    if spot.noun.group in ("talks", "verb"):
        return "ministerial" if partners and all(is_plural(scene, m) for m in partners) else spot.kind.replace("talks", "other")
    if spot.kind == "other" and (body is None or spot.possessive) and partners and not any(is_plural(scene, m) for m in partners):
        if len({m.referent.key for m in partners if m.referent is not None}) > 4:
            return "other"
        return "bilateral"
    return "other" if spot.kind == "session" else spot.kind


def _counterparts(scene: Scene, spot: Spot) -> bool:
    """ "سيلتقي وزير الخارجية … نظراءه في دول …": ministers meet."""
    reach = range(spot.first, min(spot.first + 14, spot.sentence.last))
    plural = any(scene.norm(i).startswith(("نظراء", "بنظراي", "وزراء", "بوزراء")) for i in reach)
    return plural and any(bare(scene.norm(i)).startswith("وزير") for i in reach)


def _plain(word: str) -> str:
    """An indefinite word without the alef of the accusative."""
    return word[:-1] if word.endswith("ا") and not word.startswith("ال") and len(word) > 4 else word


def _is_ministerial(scene: Scene, body: Mention) -> bool:
    """ "اللجنة الوزارية": the body is one of ministers."""
    return any(scene.norm(i) in words("ministerial") for i in range(body.first, body.last))


def _people_before(scene: Scene, spot: Spot, name: str) -> Mention | str | bool:
    """Ministers or leaders who are the subject: "يناقش وزراء الخارجية … في اجتماع"; their body, or True if none is named."""
    inside = scene.norm(spot.first - 1) in words("within") or spot.possessive in ("هم", "هما") or spot.prefix == "ب"
    held = any(bare(scene.norm(i)) in ("عقدوا", "عقد", "يعقد", "سيعقد", "يعقدون", "سيعقدون") for i in range(max(spot.first - 16, spot.sentence.first), spot.first))
    if not (inside or held) or (spot.definite and not spot.possessive):
        return False
    for index in range(spot.first - 1, max(spot.first - 26, spot.sentence.first - 1), -1):
        if scene.norm(index) in ".؛:" or (scene.noun(index) and index < spot.first - 1):
            return False
        if bare(scene.norm(index)) in words(name):
            for at in range(index + 1, index + 8):
                mention = scene.at(at)
                if mention is not None and mention.kind in BODIES:
                    return mention
                if scene.norm(at) in body_of() and scene.norm(at) == "العرب":
                    return body_of()["العرب"]
            return True
    return False


def _on_the_margins(scene: Scene, spot: Spot) -> bool:
    """Is the meeting itself held on the margins of another: "على هامش" behind it, or before it and another meeting?"""
    if "main" in spot.marks:
        return False
    if spot.verb and any(bare(scene.norm(i)) in words("in_it") for i in range(spot.last, min(spot.last + 2, spot.sentence.last))):
        return any(scene.noun(i) is not None and scene.at(i) is None for i in range(spot.sentence.first, spot.first))
    margins = [
        i for i in range(spot.sentence.first, spot.sentence.last)
        if bare(scene.norm(i)).removeprefix("ب") in words("margin") and scene.at(i) is None
    ]
    for at in margins:
        if at > spot.last and not any(scene.norm(i) in ".؛" for i in range(spot.last, at)):
            return True
        talks = spot.verb or spot.noun.group == "talks" or spot.kind == "other"
        if at < spot.first and talks and any(scene.noun(i) for i in range(at + 1, spot.first)):
            return True
    return False
