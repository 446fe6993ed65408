"""Between whom a meeting is: the people of its sentence, the sides of talks, sides without a name."""

from __future__ import annotations

from dataclasses import replace

from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.meetings.detection.encounters import subject_before
from ingest.mentions.meetings.detection.implied import implied_subject
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.parties.bystanders import (
    agent_behind,
    beside_it,
    is_apart,
    is_topic,
    own_subject,
    whole_subject,
)
from ingest.mentions.meetings.parties.gathered import gathers_states
from ingest.mentions.meetings.parties.going_on import TAKES_UP, goes_on, has_subject, note, went_on
from ingest.mentions.meetings.parties.in_front import behind_aside, subject_pair, two_in_front
from ingest.mentions.meetings.scene import PARTIES, Scene, Spot, bare
from ingest.mentions.words.title_heads import had_been
from kg.vocabulary import M


def parties_of(scene: Scene, spot: Spot) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """The people of a meeting in its sentence, and the sides: those behind مع, بـ or بين and the one before the spot."""
    everyone, partners = _parties(scene, spot)
    note(scene, spot, partners)
    return everyone, partners


def _parties(scene: Scene, spot: Spot) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    low, high = max(spot.first - 45, spot.sentence.first), min(spot.last + 45, spot.sentence.last)
    before = [m for m in scene.between(low, spot.first) if m.kind in PARTIES and not is_apart(scene, spot, m)]
    before = [m for m in before if not had_been(scene.document, m.first)]
    after, linked = _linked(scene, spot, high)
    everyone = (*before, *after)
    if spot.verb:
        return everyone, _sides_of_verb(scene, spot, before, after)
    if len(before) >= 2 and stands_in_front(scene, spot):
        return everyone, tuple(before[-2:])
    near = range(max(spot.first - 24, spot.sentence.first), spot.first)
    if spot.prefix == "ب" and len(before) >= 2 and any(bare(scene.norm(i)) in words("granted") for i in near):
        return everyone, tuple(before[:2])  # "خص الرئيس الوزير بلقاء"
    if not linked and (two := two_in_front(scene, spot, before)):
        return everyone, two
    if not linked:
        return everyone, ()
    if (agent := agent_behind(scene, spot, linked[0])) is not None:
        return everyone, (agent, *linked)
    if before and own_subject(scene, spot, before[-1]):
        before = []
    joined = any(bare(scene.norm(i)) == "مع" for i in range(spot.last, linked[0].first)) or len(linked) == 1
    acting = went_on(scene, spot) or _actor(scene, before) if joined and before and _acts(scene, spot) else None
    return everyone, (*((acting,) if acting is not None else ()), *linked)


def _actor(scene: Scene, before: list[Mention]) -> Mention:
    """Who acts of those in front: not with whom he did something before ("تباحث مع فلان، ومن المقرر أن يلتقي علانا")."""
    alone = [m for m in before if scene.norm(m.first - 1) != "مع"]
    return (alone or before)[-1]


def _sides_of_verb(scene: Scene, spot: Spot, before: list[Mention], after: list[Mention]) -> tuple[Mention, ...]:
    """The subject of a verb of meeting and whom it names: the subject stands in front, or right behind the verb."""
    if spot.verb == "assemble":
        return ()
    if "pair" in spot.marks and len(before) >= 2 and before[-1].last == spot.first:
        return tuple(before[-2:])  # "فلان وعلان يبحثان في …"
    if spot.definite:  # "الاستقبال الملكي لفلان", "الاستقبال الذي خص به فلان فلانا"
        return tuple(after[: 1 + (scene.norm(spot.last) in words("relative"))])
    subject = implied_subject(scene, spot.sentence, spot.first) if before and spot.verb == "confer" else None
    if subject is not None and subject_before(scene, spot.sentence, spot.first) is None:
        before = [subject]  # "وصل فلان مع سفيره، حيث بحث مع علان"
    alone = not after or after[0].first > spot.last
    if alone and scene.norm(spot.first) in words("two_meet") and (both := subject_pair(scene, before)) is not None:
        return both  # "الرئيس فلان ونظيره علان التقيا في …"
    if after and whole_subject(scene, spot, after[0]):
        return tuple(after[:1])
    if before and len(after) >= 2 and after[0].first == spot.last and not after[0].prefix:
        led = subject_before(scene, spot.sentence, spot.first) is not None
        between = range(after[0].last, after[1].first)
        gap = {bare(scene.norm(i)) for i in between}
        listed = after[1].prefix.startswith("و") and spot.verb != "gather"
        listed = listed or any(goes_on(scene, i) for i in between)  # "حيث التقى فلانا، واستقبله علان"
        if not led and not listed and (len(gap) <= 6 or "مع" in gap) and not gap & words("relative"):
            return tuple(after[:2])
    of_both = scene.norm(spot.first).endswith(("ه", "ها")) and (not after or after[0].first > spot.last + 3)
    if len(before) >= 2 and of_both and spot.noun.group == "verb":
        return tuple(before[-2:])  # "… الوزير …، مشيرا إلى أنه سيلتقيه"
    joined = bare(scene.norm(spot.first)) != scene.norm(spot.first)  # "…، واستقبل فلانا"
    if before and after and (joined or subject_before(scene, spot.sentence, spot.first) is None):
        before = [] if has_subject(scene, spot) else [went_on(scene, spot) or before[-1]]
    if TAKES_UP in spot.marks and (taken := went_on(scene, spot)) is not None:
        return (taken, *after[:1])
    return tuple([*before[-1:], *after[:1]] if before else after[:2])


def _linked(scene: Scene, spot: Spot, high: int) -> tuple[list[Mention], list[Mention]]:
    """People behind a spot up to the end of its clause; those of them that a word of company brings in."""
    everyone: list[Mention] = []
    partners: list[Mention] = []
    gathered = not spot.definite and bare(scene.norm(spot.first - 1)).removeprefix("س") in words("gathers_them")
    start = behind_aside(scene, spot)
    linked, index, beside = 8 if gathered else 0, start, start  # "جمع لقاء في باريس فلانا وفلانا"
    last_definite = scene.norm(spot.last - 1).startswith(("ال", "لل"))
    bare_noun = spot.definite and spot.noun.group not in ("talks", "verb")
    while index < high:
        mention = scene.at(index)
        if mention is None:
            word = bare(scene.norm(index))
            if word in (".", "؛", ":") or (scene.noun(index) is not None and linked <= 0) or word in words("saying"):
                break
            if partners and (word in words("relative") or is_topic(scene, index) or goes_on(scene, index)):
                break
            joins = word in words("company") or (index == spot.last and word in words("gathers"))
            joins = joins and not (bare_noun and index > spot.last + 5)
            joins = joins and not beside_it(scene, spot, index, known=bare_noun)
            linked = 8 if joins else linked - 1
            index += 1
            continue
        if mention.kind in PARTIES and mention.first == index and not is_apart(scene, spot, mention):
            everyone.append(mention)
            direct = index == beside and (spot.possessive or (spot.noun.group == "talks" and not last_definite))
            direct = direct or (index == spot.last and _two_in_construct(scene, spot, mention))
            brought = mention.prefix.endswith("ب") and scene.norm(index - 1) not in words("represented")
            if linked > 0 or brought or direct:
                partners.append(mention)
                linked = 8
        beside = mention.last if mention.kind is Kind.DATE and index == beside else beside
        index = max(mention.last, index + 1)
    return everyone, partners


def _two_in_construct(scene: Scene, spot: Spot, one: Mention) -> bool:
    """ "لقاء فلان وعلان": both right behind the noun."""
    two = scene.at(one.last)
    joined = two is not None and two.kind in PARTIES and two.prefix == "و" and not one.prefix
    return joined and not spot.definite and spot.kind == "other" and spot.noun.group == "noun"


def stands_in_front(scene: Scene, spot: Spot) -> bool:
    """ "أجريا مباحثات", "عقب مباحثاتهما": both sides stand in front."""
    behind = range(spot.last, min(spot.last + 4, spot.sentence.last))
    if spot.possessive == "هما" or any(scene.norm(i) in words("dual_behind") for i in behind):
        return True
    return spot.noun.group == "talks" and any(
        bare(scene.norm(i)) in words("dual") for i in range(spot.first - 3, spot.first)
    )


def _acts(scene: Scene, spot: Spot) -> bool:
    """Does somebody hold the talks: a verb of holding or a possessive in front?"""
    reach = range(max(spot.first - 30, spot.sentence.first), spot.first)
    aim = scene.norm(spot.first - 1) in words("purpose")  # "توجه الوزير إلى … لعقد مباحثات مع …"
    return aim or bool(spot.possessive) or any(bare(scene.norm(i)).removeprefix("س") in words("hold") for i in reach)


def company_of(scene: Scene, spot: Spot) -> bool:
    """ "مع مسؤولين", "مع نظيريه", "أجريا محادثة": there is another side, though no mention of it."""
    if (spot.noun.group == "talks" and stands_in_front(scene, spot)) or gathers_states(scene, spot):
        return True
    beside = (bare(scene.norm(i)).removeprefix("ب") for i in range(spot.last, min(spot.last + 14, spot.sentence.last)))
    if spot.verb and scene.norm(spot.first) in words("two_meet"):
        return True
    if spot.noun.group == "verb" and any(word in words("one_delegation") for word in beside):
        return True  # "التقى وفد من الحركة وفدا من الحزب"
    for index in range(spot.last, min(spot.last + 8, spot.sentence.last - 1)):
        if bare(scene.norm(index)) in words("between_or_with"):
            follower = scene.norm(index + 1)
            mention = scene.at(index + 1)
            held = spot.anaphoric or spot.noun.group != "talks"  # "تجري محادثات مع الصندوق" goes on for months
            with_body = held and mention is not None and mention.kind in COLLECTIVES
            return follower.startswith(tuple(words("other_side"))) or with_body
        if scene.norm(index) in "،.؛:":
            return False
    return False


def own_party(scene: Scene, spot: Spot) -> Mention | None:
    """ "قال فلان خلال اجتماع حزبه": the party that the last person named in front leads, as the article says elsewhere."""
    if spot.last >= spot.sentence.last or scene.norm(spot.last) not in words("own_party"):
        return None
    before = [m for m in scene.between(spot.sentence.first, spot.first) if m.kind is Kind.PERSON and m.referent is not None]
    if not before or before[-1].referent is None:
        return None
    key = before[-1].referent.key
    for mention in scene.mentions:
        if mention.kind is Kind.PERSON and mention.referent is not None and mention.referent.key == key:
            of = mention.post.of if mention.post is not None else None
            if of is not None and of.type in (M.Organization, M.Coalition):
                return replace(mention, kind=Kind.ORGANIZATION, referent=of, prefix="")
    return None


def is_plural(scene: Scene, mention: Mention) -> bool:
    """Is a title a group of office holders ("نظراءه", "وزراء خارجية …", "مسؤولين")?"""
    word = scene.norm(mention.first)
    word = word[len(mention.prefix) :] if mention.prefix and word.startswith(mention.prefix) else word
    return mention.kind is Kind.TITLE and word.startswith(tuple(words("groups")))
