"""Which meeting a predicate of the scene is tied to: one that its clause names, one that is meant, or the last."""

from __future__ import annotations

from ingest.claims.clause import ACTORS, COMMAS
from ingest.claims.participation.meeting import is_talk
from ingest.claims.participation.memory import is_change
from ingest.claims.participation.scene.bound import bound_for, is_expected
from ingest.claims.participation.scene.lexicon import VERBS, Use, is_, words
from ingest.claims.participation.scene.of_body import is_of_body, is_of_team
from ingest.claims.participation.scene.phrase import is_definite, past_circumstance
from ingest.claims.participation.scene.scene import Scene
from ingest.claims.participation.scene.subject import relative
from ingest.claims.participation.words import one_of
from ingest.mention import Kind, Mention

_NEAR = "2"
_FAR = 80  # elements in front of a predicate in which its meeting is looked for
_SPAN = 4  # elements between "after" and "of" in which a time is told
_HERE = ("many", "when", "stage", "part", "coming", "beside", "which", "delegation", "expecting")
_PLACED = frozenset({Kind.DATE, Kind.NISBA, Kind.PLACE})


def tie(scene: Scene, at: int, end: int, use: Use) -> tuple[Mention | None, bool]:
    """The meeting of a predicate, and whether it is only the one spoken of before."""
    if (own := _own(scene, at, use)) is not None:
        return own, False
    expected = use.form == "noun" and use.group.bound
    if expected and not is_expected(scene, at):
        return None, False
    for i in range(at + 1, end):
        found = _at(scene, i, use, at)
        if found is not None:
            return (found if not use.group.close or _is_close(scene, at, i) else None), False
    if use.group.bound and (there := bound_for(scene, at, end)) is not None:
        return there, False
    if (fronted := _fronted(scene, at, use)) is not None:
        return (None if is_of_body(scene, at) else fronted), False
    told = use.group.near and (use.form in VERBS or expected) and not is_of_body(scene, at)
    told = told and not _goes_elsewhere(scene, at, end, use.group.bare)
    found, main = near(scene, at) if told else None, scene.memory.main
    if found is not None and main is not None and is_(scene.norm(at + 1), "delegations") and is_talk(found):
        found = main  # "يرأس الوفود المشاركة …": they are not of the talks of two
    return found, True


def _is_close(scene: Scene, verb: int, at: int) -> bool:
    """Whether only circumstances stand between the subject of a predicate and the word of the meeting."""
    if not words("before_it").isdisjoint((scene.norm(at - 1), scene.norm(at - 2))):
        return True
    i, told = verb + 1, scene.kind(verb - 1) in ACTORS  # no subject comes behind
    while i < at:
        norm = scene.norm(i)
        if scene.row.elements[i].is_actor:
            told = told or scene.row.elements[i].prefix == ""
        elif told and scene.kind(i) is None and not is_definite(norm) and not is_(norm, "circumstance"):
            return is_(norm, "part") and is_(scene.norm(i - 1), "circumstance")
        after = past_circumstance(scene, i)
        if after > at:
            return is_(norm, "circumstance") or not told
        i = max(after, i + 1)
    return True


def _own(scene: Scene, at: int, use: Use) -> Mention | None:
    """The meeting that an object pronoun means: "القمة التي استضافتها قطر", "وقاطعها فلان"."""
    if not use.pronoun or not use.group.own or scene.is_closed(at):
        return None
    told_of = relative(scene, at)
    if told_of is not None:
        return scene.mention(told_of) if scene.is_meeting(told_of) and _agrees(scene, told_of, use.pronoun) else None
    if is_of_team(scene, at):
        return None
    meeting = _last_named(scene, at)
    if meeting is not None:
        return scene.mention(meeting) if _agrees(scene, meeting, use.pronoun) else None
    if scene.begins(at) > 0:
        return None
    memory = scene.memory
    follows = memory.recent is not None and memory.recent_sentence == scene.skeleton.sentence.index - 1
    return memory.recent if follows and memory.recent is not None and _agree(scene, memory.recent, use.pronoun) else None


def _last_named(scene: Scene, at: int) -> int | None:
    """The meeting named before an element, with nothing behind it that a pronoun could mean rather; of one held on the
    margins of another, that one."""
    beside: int | None = None
    for i in range(at - 1, max(-1, at - _FAR), -1):
        if scene.is_meeting(i):
            if scene.norm(i - 1) not in one_of("MARGINS"):
                return i
            beside = i if beside is None else beside
        if scene.kind(i) in ACTORS and scene.row.elements[i].prefix == "" and scene.norm(i - 1) in COMMAS:
            break
    return beside


def _agrees(scene: Scene, at: int, pronoun: str) -> bool:
    mention = scene.mention(at)
    return mention is not None and _agree(scene, mention, pronoun)


def _agree(scene: Scene, meeting: Mention, pronoun: str) -> bool:
    noun = scene.skeleton.reading.document.tokens[meeting.first].norm
    if noun.lstrip("وبل") in words("works"):
        return True  # the pronoun may mean the works or the meeting
    feminine = noun.endswith(("ه", "ات"))
    return feminine == (pronoun == "ها")


def _at(scene: Scene, at: int, use: Use, verb: int) -> Mention | None:
    """The meeting that an element names or means, if it stands in a relation that the predicate takes."""
    norm = scene.norm(at)
    if scene.is_meeting(at):
        return scene.mention(at) if _relation(scene, at, use, verb) else None
    for pronoun, listed in (("ها", "pronouns_f"), ("ه", "pronouns_m")):
        if norm in words(listed) and not scene.is_closed(at):  # "آلية" is "إليه" when folded
            return None if is_of_body(scene, verb) else _meant(scene, at, pronoun, use)
    word, glued = _unglued(norm)
    if scene.mention(at) is None and word in words("stage") and not _is_of_other(scene, at):
        return scene.spoken(verb) if _relation(scene, at, use, verb, glued) else None
    return None


def _unglued(norm: str) -> tuple[str, str]:
    word = norm[1:] if norm[:1] in ("و", "ف") and len(norm) > 4 else norm
    if word.startswith("لل"):
        return "ال" + word[2:], "ل"
    if word[:1] in ("ب", "ل") and (word[1:3] == "ال" or word[1:] in words("stage")):
        return word[1:], word[0]
    return word, ""


def _is_of_other(scene: Scene, at: int) -> bool:
    """Whether the word belongs to another body: "الجلسة العامة للبرلمان"."""
    i = at + 1
    if any(is_(scene.norm(i), name) for name in ("elsewhere", "another")):
        return True
    while i < len(scene) and (scene.norm(i).startswith("ال") or scene.kind(i) is Kind.NISBA):
        i += 1
    mention = scene.mention(i) if i < len(scene) else None
    if mention is None:
        return i < len(scene) and scene.norm(i).startswith("لل")
    return mention.kind in (Kind.ORGANIZATION, Kind.COALITION, Kind.MEETING) and mention.prefix != "و"


def _meant(scene: Scene, at: int, pronoun: str, use: Use) -> Mention | None:
    """The meeting that "فيه", "عنها" mean: the one named last, or that of the sentence before."""
    if _preposition(scene.norm(at)) not in use.group.ties:
        return None
    meeting = _last_named(scene, at)
    if meeting is not None:
        return scene.mention(meeting) if _agrees(scene, meeting, pronoun) else None
    memory = scene.memory
    if memory.recent is None or memory.recent_sentence != scene.skeleton.sentence.index - 1:
        return None
    return memory.recent if _agree(scene, memory.recent, pronoun) else None


def _preposition(norm: str) -> str:
    word = norm.lstrip("وف") if norm[:1] == "و" else norm
    return word.removesuffix("ها") if word.endswith("ها") else word.removesuffix("ه")


def _relation(scene: Scene, at: int, use: Use, verb: int, glued: str = "") -> bool:
    """Whether what stands in front of a word of the meeting relates it to the predicate as its group asks."""
    element = scene.row.elements[at]
    prefix = element.prefix.lstrip("وف") or glued
    i = at - 1
    inner = words("part") | use.group.within
    reached = False
    while not prefix and i > verb and (bare := scene.norm(i).removeprefix("و")):
        if bare in words("apart"):
            return bare in use.group.ties
        if bare in inner or bare.removeprefix("لل") in inner:
            reached, i = reached or bare in use.group.within, i - 1
        elif bare[:1] in "بل" and bare[1:] in inner:
            reached, prefix = reached or bare[1:] in use.group.within, bare[0]
        else:
            break
    if use.group.named and not reached and not scene.is_meeting(at):
        return False
    if prefix:
        return prefix in use.group.ties and not (use.group.role == "chair" and _of_own_matter(scene, verb, at))
    before = scene.norm(i).removeprefix("و") if i >= 0 else ""
    if not use.group.within and is_(before, "prepositions") and is_coming(scene.norm(i - 1)):
        return False  # "جاء للمشاركة في القمة"
    if before == "من" and any(scene.norm(k) in words("time_apart") for k in range(max(verb + 1, i - _SPAN), i)):
        return False  # "وصل بعد يومين من القمة"
    if before in words("apart") or is_(before, "prepositions") or (i == verb - 1 and before in use.group.ties):
        return before in use.group.ties
    apart = any(is_(scene.norm(k), "between_two") for k in range(verb + 1, i))
    return "" in use.group.ties and not apart and (i <= verb or _may_precede_object(scene, i))


def _of_own_matter(scene: Scene, verb: int, at: int) -> bool:
    """ "اختتم زيارته بلقاء": what is led or closed is the subject's own journey or day."""
    return any(is_(scene.norm(i), "own_matter") for i in range(verb + 1, at))


def _may_precede_object(scene: Scene, at: int) -> bool:
    """Whether what stands in front of an object is no noun that would own it."""
    kind, norm = scene.kind(at), scene.norm(at)
    if kind is not None:
        return kind in ACTORS or kind in _PLACED
    return norm in COMMAS or is_(norm, "adverbs") or is_definite(norm) or norm == ")"


def _fronted(scene: Scene, at: int, use: Use) -> Mention | None:
    """The meeting of a circumstance in front of the predicate: "وخلال الجلسة، أكد فلان"."""
    if use.form == "noun" or _opens_with_subject(scene, at):
        return None
    first = max(0, at - _FAR) if use.group.sentence else scene.begins(at)
    for i in range(at - 1, first - 1, -1):
        if not (scene.is_meeting(i) or scene.norm(i)):
            continue
        found = _in_front(scene, i, use)
        if found is not None:
            return found
    return None


def _opens_with_subject(scene: Scene, at: int) -> bool:
    """ "قررت الوزارة عدم المشاركة في القمة، وقال فلان": a clause of somebody else, of which that is not told."""
    joined = at > 1 and scene.norm(at).startswith("و") and scene.norm(at - 1) in COMMAS
    return joined and at + 1 < len(scene) and scene.row.elements[at + 1].is_actor


def _in_front(scene: Scene, at: int, use: Use) -> Mention | None:
    word, glued = _unglued(scene.norm(at))
    named = scene.is_meeting(at)
    if not named and not (word in words("stage") and not _is_of_other(scene, at)):
        return None
    i = at - 1
    prefix = scene.row.elements[at].prefix.lstrip("وف") or glued
    while not prefix and i >= 0:
        inner = scene.norm(i).removeprefix("و")
        if inner in words("part"):
            i -= 1
        elif inner[:1] in "بل" and inner[1:] in words("part"):
            prefix = inner[0]
        else:
            break
    before = prefix or scene.norm(i).lstrip("و") if i >= 0 else prefix
    if before == "علي" and is_(word, "platform"):
        before = "في"  # "من على المنصة"
    if not before or before not in use.group.ties:
        return None
    return scene.mention(at) if named else scene.spoken(at)


def near(scene: Scene, at: int) -> Mention | None:
    """The meeting that the sentence or the one before speaks of, where the clause tells of nothing else."""
    if is_change(scene.skeleton):
        return None
    if scene.norm(at).startswith("و") and _goes_on_with_another(scene, at):
        return None
    if scene.meetings and not scene.looks_back(at):
        return scene.meeting_before(at)
    gatherings = one_of("UNTOLD")
    if any(scene.norm(i).removeprefix("و") in gatherings for i in range(max(0, at - _FAR), at)):
        return None
    return scene.last(_NEAR)


def _goes_on_with_another(scene: Scene, at: int) -> bool:
    """Whether the clause in front tells of another meeting of the kind: "قاطعت القمة السابقة ومثلها السفير"."""
    for i in range(at - 1, max(0, at - _FAR), -1):
        if scene.norm(i) in COMMAS or scene.is_meeting(i):
            return False
        if is_(scene.norm(i), "another") and is_(scene.norm(i - 1), "stage"):
            return True
    return False


def _goes_elsewhere(scene: Scene, at: int, end: int, bare: bool) -> bool:
    """Whether the predicate is told of another matter: "اعتذر عن مهمة", "تخلف في منصب"."""
    for i in range(at + 1, end - 1):
        if scene.norm(i) not in words("of_matter") or is_(scene.norm(i - 1), "added"):
            continue
        norm = scene.norm(i + 1)
        if bare and scene.norm(i) in words("leading_elsewhere"):
            return True
        if any(is_(scene.norm(i + 2), name) for name in ("elsewhere", "meal")):
            return True  # "غاب عن المؤتمر الصحفي", "عن حفل الاستقبال"
        if scene.kind(i + 1) is None and norm.isalpha() and not any(is_(norm, name) for name in _HERE):
            return True
    return False


def is_coming(norm: str) -> bool:
    """A noun of coming: what stands behind it is its own."""
    return any(word in words("coming") for word in (norm, norm.removeprefix("ل"), "ال" + norm.removeprefix("لل")))
