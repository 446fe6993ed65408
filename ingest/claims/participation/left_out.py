"""Who is named beside a meeting only as left out of it, or as having been at another.

"في غياب قادة مالي والنيجر", "باستثناء قطر", "من دون مصر"; "الدورة السابقة التي حضرها فلان" where another meeting is told.
"""

from __future__ import annotations

from ingest.mention import BODIES, Kind, Mention, Reading
from ingest.parts import Sentence
from ingest.pattern import Hit, words_of
from ingest.skeleton import Skeleton
from ingest.unreal import covering
from ingest.word_lists import is_in, word_lists

_BACK = 40  # tokens in front of a name in which the word that leaves it out may stand
_DENIAL = 12  # tokens in front of "إلا" in which a denial makes it an affirmation
_COMING = 6  # tokens in front of a meeting among which a delegation is told to come to it
_CLASS = 14  # tokens in front of a row of states in which the class of states and those who come from there are told
_NEAR = 3  # tokens between the word for an earlier meeting and the verb of its relative clause
_SENT = 4  # tokens in front of "from" and a name in which a message or an errand is told
_KEPT = 8  # tokens in front of "دون" in which the verb of coming between stands
_HOLDERS = frozenset({Kind.PERSON, Kind.TITLE})
_STATES = frozenset({Kind.COUNTRY, Kind.GROUP, Kind.ORGANIZATION})
_COMERS = frozenset({"attendee", "host"})


def stands_left_out(skeleton: Skeleton, mention: Mention, role: str) -> bool:
    """Whether words of absence or exception govern a name, or the list it stands in; who is excepted from those that stayed
    away was there ("غاب القادة باستثناء فلان")."""
    leaves_out = "excepting" if role == "absent" else "without"
    reading, sentence = skeleton.reading, skeleton.sentence
    if not sentence.first <= mention.first < sentence.last:
        return False
    words, tokens = word_lists("left_out.toml"), reading.document.tokens
    front = tokens[mention.first - 1].norm if mention.first > sentence.first else ""
    if mention.kind in _HOLDERS and is_in(front, words["kin"]):
        return not mention.prefix  # "شقيق الرئيس": another came
    if mention.kind is Kind.TITLE and front in words_of("participation", "as_being"):
        return True  # "شارك فلان بصفته رئيس اللجنة": an office of his own, nobody else
    if mention.kind in _HOLDERS and front in words["of"] and _stood_for(reading, sentence, mention.first - 1):
        return True
    if mention.kind in _HOLDERS and role in _COMERS and _sends(reading, sentence, mention.first - 1):
        return True
    if mention.kind is Kind.COUNTRY and _only_of_class(reading, sentence, mention):
        return True
    at, current = mention.first - 1, mention
    joined, broken = mention.prefix.startswith("و"), False
    while at >= max(sentence.first, mention.first - _BACK):
        norm, before = tokens[at].norm, covering(reading, at)
        if before is not None:
            if not (joined or (broken and current.kind in _STATES and before.kind in _STATES)):
                return False
            at, current = before.first - 1, before
            joined, broken = before.prefix.startswith("و"), False
            continue
        if norm in words[leaves_out]:
            return True
        if norm in words["but"]:
            return not _denied(reading, sentence, at)
        word = norm[1:] if norm[:1] == "و" and norm[1:] in words["between"] else norm
        joined = joined or norm in words["joins"] or word != norm
        broken = broken or norm in ("،", ",")
        if word not in words["between"] and norm not in words["joins"] and norm not in ("،", ","):
            return False
        at -= 1
    return False


def is_no_absence(skeleton: Skeleton, verb: int, meeting: Mention) -> bool:
    """Whether it is not told that somebody stayed away from a meeting, but from all of them, or that nothing kept him."""
    return _is_habit(skeleton, verb, meeting) or _came_not_between(skeleton, verb)


def _is_habit(skeleton: Skeleton, verb: int, meeting: Mention) -> bool:
    """Whether who stays away has done so at several meetings: "تغيب سوريا عن اجتماعات الجامعة منذ تعليق عضويتها"."""
    first, last = meeting.last, min(meeting.last + _SENT, skeleton.sentence.last)
    since = words_of("participation", "since")
    return verb < meeting.first and any(norm in since for norm in skeleton.reading.document.norms[first:last])


def _came_not_between(skeleton: Skeleton, verb: int) -> bool:
    """ "لم تحل الظروف دون حضور فلان": what did not keep somebody away."""
    norms, between = skeleton.reading.document.norms, word_lists("left_out.toml")["comes_between"]
    if norms[verb] != "دون":
        return False
    denying = word_lists("scene.toml")["denying"]
    front = range(max(skeleton.sentence.first, verb - _KEPT) + 1, verb)
    return any(norms[i] in between and is_in(norms[i - 1], denying) for i in front)


def _stood_for(reading: Reading, sentence: Sentence, at: int) -> bool:
    """"ألقى مندوب عن الرئيس فلان كلمة": whether somebody else came for the one named behind a preposition."""
    return at > sentence.first and is_in(reading.document.norms[at - 1], word_lists("left_out.toml")["stand_in"])


def _sends(reading: Reading, sentence: Sentence, at: int) -> bool:
    """"استقبل فلانا، الحامل لرسالة من الرئيس", "التقى فلانا، مبعوث الرئيس": whether somebody else came for the one named
    behind a token."""
    norms, words = reading.document.norms, word_lists("left_out.toml")
    if at - 1 <= sentence.first:
        return False
    if norms[at] in words["envoy"]:
        return norms[at - 1] in "،," and covering(reading, at - 2) is not None
    near = range(at - 1, max(sentence.first, at - 1 - _SENT), -1)
    return norms[at] == "من" and any(is_in(norms[i].lstrip("بل"), words["sent"]) or norms[i] in words["sent"] for i in near)


def _only_of_class(reading: Reading, sentence: Sentence, mention: Mention) -> bool:
    """"خبراء من الدول الفقيرة بما فيها الصومال واليمن": whether a state only tells of which kind those are from where
    people come who are no envoys."""
    words, norms = word_lists("left_out.toml"), reading.document.norms
    at = mention.first
    while at > sentence.first and (other := covering(reading, at - 1)) is not None and other.kind is Kind.COUNTRY:
        at = other.first  # the row of states of which it is one
    front = norms[max(sentence.first, at - _CLASS) : at]
    start = next((i for i in range(len(front) - 1, -1, -1) if front[i] in words["such_as"]), None)
    if start is None or any(norm not in words["such_as"] and norm not in words["in_it"] for norm in front[start:]):
        return False
    states = next((i for i in range(start - 1, 0, -1) if front[i] in words["the_states"]), None)
    if states is None or front[states - 1] != "من":
        return False
    return any(norm.removeprefix("و").removeprefix("ب") in words["no_envoys"] for norm in front[: states - 1])


def is_venue(skeleton: Skeleton, mention: Mention) -> bool:
    """Whether a body is a building in which others meet, and so no host."""
    tokens = skeleton.reading.document.tokens[mention.first : mention.last]
    return mention.kind is Kind.ORGANIZATION and any(token.norm in word_lists("left_out.toml")["venue"] for token in tokens)


def is_its_body(skeleton: Skeleton, mention: Mention) -> bool:
    """Whether a body is the one whose meeting is named right before it: "غاب عن قمة الاتحاد الأفريقي", or what is presided
    over: "الذي يتقاسم رئاسة المجموعة"."""
    reading = skeleton.reading
    if mention.kind not in BODIES or mention.prefix:
        return False
    if reading.document.norms[mention.first - 1] in word_lists("left_out.toml")["presidency"] and mention.first > 0:
        return True
    meeting = reading.ending(mention.first)
    if meeting is None or meeting.kind is not Kind.MEETING:
        return False
    return not reading.document.norms[meeting.first].startswith(("ال", "لل"))


def is_of_delegation(hit: Hit, meeting: Mention) -> bool:
    """Whether a presidency behind a meeting is that of the delegation that came: "شارك وفد تونس في القمة برئاسة فلان"."""
    sentence = hit.skeleton.sentence
    front = range(max(sentence.first, meeting.first - _COMING), meeting.first)
    norms = hit.skeleton.reading.document.norms
    return any(is_in(norms[at], word_lists("left_out.toml")["delegation"]) for at in front)


def is_told_of_another(hit: Hit) -> bool:
    """Whether the verb stands in a relative clause about an earlier meeting which is not the one the rule found."""
    words, tokens = word_lists("left_out.toml"), hit.skeleton.reading.document.tokens
    verb, first = hit.token("verb"), hit.skeleton.sentence.first
    if hit.rule.fields.get("meeting") not in ("recent", "sentence", "main") or verb - 2 < first:
        return False
    if tokens[verb - 1].norm not in words["relative"]:
        return False
    return any(tokens[i].norm in words["previous"] for i in range(max(first, verb - 1 - _NEAR), verb - 1))


def _denied(reading: Reading, sentence: Sentence, at: int) -> bool:
    tokens, denies = reading.document.tokens, word_lists("left_out.toml")["denies"]
    return any(tokens[i].norm.removeprefix("و") in denies for i in range(max(sentence.first, at - _DENIAL), at))
