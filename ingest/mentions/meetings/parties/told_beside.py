"""Whose meeting it is, where its body stands neither in construct nor as the one that holds it.

"ملتقى الإعلام البترولي الثاني لدول المجلس", "قمة السبع", "… خلال قمة عقدتها أمس", "وكان يفترض أن ينعقد مؤتمرها",
"اجتماعا ضم رئيس الحركة ونائبه".
"""

from __future__ import annotations

from dataclasses import replace

from ingest.mention import COLLECTIVES, Kind, Mention
from ingest.mentions.meetings.date.ordinals import ordinal
from ingest.mentions.meetings.lexicon import adjectives, any_of, table, words
from ingest.mentions.meetings.scene import PARTIES, Scene, Spot, bare
from ingest.parts import Zone
from kg.vocabulary import M

_NAME = 8  # tokens of a meeting's own name, behind which its body may stand
_LEADERS = 24  # tokens behind a meeting in which those who came are named
_HEAD = 20  # tokens from the head of a sentence to a meeting of the body named before
_IN_NAMES = frozenset({Kind.NISBA, Kind.NUMBER, Kind.PLACE})


def by_number(scene: Scene, spot: Spot) -> str | None:
    """ "قمة السبع", "قمة الـ20": the group called by the number of its members."""
    if spot.noun.kind != "summit" or spot.definite or spot.possessive:
        return None
    groups = table("body_of_number")
    if scene.norm(spot.last) == "ال":
        return groups.get(scene.norm(spot.last + 1))
    words_of = (word for word in (scene.norm(spot.last - 1), scene.norm(spot.last)) if not word.isdigit())
    return next((groups[word] for word in words_of if word in groups), None)


def forum_of(scene: Scene, spot: Spot, covered: Mention) -> Mention | None:
    """The body that a forum is, or of which it is one; None for "المنتدى", the gathering named before, whosever it is, and
    for one that nobody lists and that has a number: "المنتدى الاقتصادي الثاني" is the gathering itself."""
    own = behind_forum(scene, spot)
    named_before = spot.definite and covered.coref and covered.last == spot.first + 1
    return own or (None if named_before or is_numbered(scene, covered) else covered)


def is_numbered(scene: Scene, forum: Mention) -> bool:
    """ "المنتدى الاقتصادي الثاني": a forum that nobody lists, with its number."""
    listed = forum.referent is not None and "/" in forum.referent.key
    return not listed and any(ordinal(scene, i) is not None for i in (forum.last, forum.last - 1))


def assembly_of(scene: Scene, spot: Spot) -> Mention | None:
    """ "على هامش أعمال الجمعية العامة للأمم المتحدة": the assembly is the body and its session."""
    body = scene.at(spot.last - 1) if {"main", "works"} & spot.marks else None
    return body if body is not None and body.kind in COLLECTIVES and "assembly" in _groups(scene, body) else None


def _groups(scene: Scene, body: Mention) -> set[str]:
    form = scene.noun(body.first)
    return {form.noun.group} if form is not None else set()


def told_beside(scene: Scene, spot: Spot) -> Mention | None:
    if spot.verb or spot.noun.group in ("talks", "verb"):
        return None
    told = _in_frame(scene, spot) or _for_body(scene, spot) or _which_it_held(scene, spot)
    return told or _of_its_leaders(scene, spot) or _just_named(scene, spot)


def _in_frame(scene: Scene, spot: Spot) -> Mention | None:
    """ "عقد الوزراء جلسة علنية في إطار الاتحاد": right behind the meeting."""
    if scene.norm(spot.last) != "في" or scene.norm(spot.last + 1) not in words("frames"):
        return None
    body = scene.at(spot.last + 2) if spot.last + 2 < spot.sentence.last else None
    return body if body is not None and body.kind in COLLECTIVES and not body.prefix else None


def _for_body(scene: Scene, spot: Spot) -> Mention | None:
    """ "ملتقى الإعلام البترولي الثاني لدول المجلس": behind the meeting's own name, with ل."""
    if spot.anaphoric or spot.kind not in ("summit", "conference"):
        return None
    index = spot.last
    while index < min(spot.last + _NAME, spot.sentence.last):
        mention, word = scene.at(index), scene.norm(index)
        if mention is not None and mention.kind in COLLECTIVES:
            return mention if index > spot.last and mention.prefix == "ل" and mention.first == index else None
        if mention is not None and (mention.kind not in _IN_NAMES or mention.prefix.strip("و")):
            return None
        named = bare(word).startswith("ال") and bare(word) not in any_of("relative", "for_somebody")
        if mention is None and not (named or word in "()" or word in adjectives() or ordinal(scene, index) is not None):
            return None
        index = mention.last if mention is not None else index + 1
    return None


def _which_it_held(scene: Scene, spot: Spot) -> Mention | None:
    """ "قررت المجموعة … خلال قمة عقدتها أمس": the subject of the sentence held it."""
    at = spot.last
    while at < spot.last + 2 and scene.at(at) is None and scene.norm(at) not in words("held_it"):
        at += 1
    if scene.norm(at) not in words("held_it") or scene.at(at) is not None:
        return None
    subject = scene.at(spot.sentence.first + 1)
    body = subject is not None and subject.kind in COLLECTIVES and not subject.prefix
    if subject is None or not body or _feminine(scene, subject) != (scene.norm(at) in words("she_held")):
        return None
    return subject


def _of_its_leaders(scene: Scene, spot: Spot) -> Mention | None:
    """ "اجتماعا هاما ضم رئيس الحركة ونائبه": all who came hold offices of one body."""
    at = spot.last
    while at < spot.last + 2 and scene.at(at) is None and scene.norm(at) in adjectives():
        at += 1
    first = scene.at(at + 1)
    if spot.noun.group != "noun" or scene.norm(at) not in words("gathers") or first is None or first.kind not in PARTIES:
        return None
    end = next((i for i in range(at, min(at + _LEADERS, spot.sentence.last)) if scene.norm(i) in ".؛:"), at + _LEADERS)
    came = [m for m in scene.between(at, min(end, spot.sentence.last)) if m.kind in PARTIES]
    of = {m.post.of for m in came if m.post is not None and m.post.of is not None}
    body = of.pop() if len(of) == 1 else None
    if body is None or body.type not in (M.Organization, M.Coalition):
        return None
    return replace(came[0], kind=Kind.ORGANIZATION, referent=body, prefix="")


def _just_named(scene: Scene, spot: Spot) -> Mention | None:
    """ "تأسست المجموعة … وكان يفترض أن ينعقد مؤتمرها": the one body of the sentence before, where none stands in front."""
    if spot.possessive not in ("ه", "ها") or spot.noun.lemma in words("of_people") or spot.sentence.index == 0:
        return None
    first = spot.sentence.first
    if spot.first - first > _HEAD or any(m.kind in PARTIES | COLLECTIVES for m in scene.between(first, spot.first)):
        return None
    before = scene.document.sentences[spot.sentence.index - 1]
    if before.zone is not Zone.BODY:
        return None
    named = [*scene.between(before.first, min(before.first + 2 * _HEAD, before.last))]
    bodies = [m for m in named if m.kind in COLLECTIVES and _feminine(scene, m) == (spot.possessive == "ها")]
    people = any(m.kind in PARTIES for m in named)
    return bodies[0] if len({m.referent for m in bodies}) == 1 and not people else None


def _feminine(scene: Scene, body: Mention) -> bool:
    return scene.norm(body.first).endswith("ه") or scene.norm(body.first) in words("feminine_heads")


def behind_forum(scene: Scene, spot: Spot) -> Mention | None:
    """ "المنتدى الإقليمي الثامن للاتحاد": the body of a forum that has a name of its own as well."""
    at = spot.last
    while scene.at(at) is None and (scene.norm(at) in adjectives() or ordinal(scene, at) is not None):
        at += 1
    body = scene.at(at)
    listed = body is not None and body.referent is not None and "/" in body.referent.key
    return body if body is not None and listed and body.kind in COLLECTIVES and body.prefix == "ل" else None
