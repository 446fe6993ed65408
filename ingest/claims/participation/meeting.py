"""Which meeting a construction of participation speaks of: the one it names, that of its verb or sentence, or the last."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ingest.claims.participation.background import in_passing, is_of_another_event, is_preceded
from ingest.claims.participation.memory import MEANT, Memory, is_time
from ingest.claims.participation.words import one_of
from ingest.cues import words
from ingest.fold import fold
from ingest.mention import Kind, Mention
from ingest.mentions.meetings import MeetingMention
from ingest.mentions.meetings.detection.prepared import PREPARED
from ingest.pattern import Hit, words_of
from ingest.skeleton import Skeleton
from ingest.tenses import is_future_form, is_present_form
from ingest.word_lists import is_in, word_lists

_SURE = 3.0  # how strongly a meeting is told as held that is surely over
_RIGHT_BEHIND = 4  # tokens behind a meeting, among which the pronoun of its relative clause stands
_CLAUSE = 3  # words of a construction in front of its key word that may be its verb: "سينوب عنه"
_PREPARING = 8  # tokens between a meeting and the one that it prepares
_ASIDE = 60  # tokens around a meeting among which talks on its margins are told
_BREAKS = frozenset("،,؛:")
_OUTER = frozenset({"frame", "matter"})  # marks of a meeting around another, or which that is about


def meeting_of(hit: Hit, memory: Memory) -> Mention | None:
    named = hit.mentions("meeting")
    if named:
        told_of = _agreeing(hit, _of_clause(hit, _within(hit, named[0])))
        held = _held_beside(hit, told_of) if _is_beside(hit, told_of) else told_of
        return held if held is not None and _ends(hit, held) else None
    how = hit.rule.fields.get("meeting", "named")
    if how in ("named", "told"):
        return _earlier(hit, memory, how)
    at = hit.token("verb")
    skeleton = hit.skeleton
    here = skeleton.reading.once("meetings", skeleton.sentence.index, lambda: _meetings(skeleton))
    number = bisect_right(here, at, key=lambda m: m.first)
    if how == "verb":
        return here[number - 1] if number and at < here[number - 1].last else None
    goes_on, other = _goes_on(hit, here[:number])
    if goes_on:
        return other if other is not None and _ends(hit, other) else None
    usual = skeleton.reading.once("usual meetings", skeleton.sentence.index, lambda: _usual(skeleton, here))
    if len(usual) > 1 and skeleton.reading.document.tokens[at - 1].norm not in words("relative"):
        usual = skeleton.reading.once("meetings told of", skeleton.sentence.index, lambda: _told_of(skeleton, usual))
    told = bisect_right(usual, at, key=lambda m: m.first)
    of_office = "post" in hit.rule.fields
    if usual and not told and not of_office and _is_of_clause_behind(hit, usual[0], how):
        return _earlier(hit, memory, how)
    front = here[number - 1] if number and here[number - 1].first < at else None
    preparing = bool(usual) and PREPARED in usual[max(told - 1, 0)].tags and front is not None and "verb" in front.tags
    if preparing or (how == "sentence" and usual and not told and front is not None and is_talk(front)):
        return front  # "استقبل X وزير Y، بحضور Z، وتسلم منه دعوة لحضور القمة"; "اللجنة التحضيرية للقمة اجتمعت برئاسة X"
    if usual and (not of_office or _ends(hit, usual[0])):
        return usual[max(told - 1, 0)]
    if how in ("sentence", "any") and front is not None:
        return front if not _are_talks_beside(hit, front) else None  # "استقبل X سفير Y، بحضور Z": told by a verb
    if how == "any" and here:
        return None
    beside = next((m for m in here if _word_before(skeleton, m) in one_of("MARGINS")), None)
    if "gathering" in hit.rule.fields and not usual and beside is not None:
        return beside  # "حضر X الذي التقى Y على هامش القمة"
    last = _meant(skeleton) if how == "sentence" and not here else _earlier(hit, memory, how)
    return None if last is None or not _ends(hit, last) or ("held" in hit.rule.fields and is_to_come(last)) else last


def _goes_on(hit: Hit, here: list[Mention]) -> tuple[bool, Mention | None]:
    """Whether the verb goes on with what its clause tells of another meeting ("غاب عن القمة السابقة وأوفد فلانا"), and that
    if it is named."""
    skeleton, verb = hit.skeleton, hit.token("verb")
    norms = skeleton.reading.document.norms
    verb += not hit.has("verb")
    if not norms[verb].startswith("و"):
        return False, None
    told = next((m for m in reversed(here) if "verb" not in m.tags and m.first < verb), None)
    previous, gatherings = word_lists("left_out.toml")["previous"], one_of("UNTOLD")
    for at in range(verb - 1, skeleton.sentence.first, -1):
        if norms[at] in _BREAKS:
            break
        if told is not None and at < told.last:
            beside = _word_before(skeleton, told) in one_of("MARGINS") or is_time(skeleton, told, "SINCE")
            return not beside, told
        stage = norms[at] in previous and norms[at - 1].removeprefix("ال") in gatherings
        if stage and (told is None or told.first < at - 1):
            return True, None
    return False, None


def _within(hit: Hit, meeting: Mention) -> Mention:
    """The meeting that is told of: of one in the frame of another ("ندوة ضمن فعاليات المنتدى، بمشاركة …") or about it the
    first; of one that precedes another ("سبق القمة اجتماع …، بحضور …") the second."""
    skeleton = hit.skeleton
    preceded = is_preceded(skeleton, meeting)
    if PREPARED in meeting.tags:
        return _preparing(hit, meeting)
    if _OUTER.isdisjoint(meeting.tags) and not preceded:
        return meeting
    behind_it = skeleton.reading.document.norms[meeting.last : meeting.last + 1]
    if "matter" in meeting.tags and not word_lists("scene.toml")["expecting"].isdisjoint(behind_it):
        return meeting  # "محادثات بشأن الاجتماع المقرر غدا برئاسة X"
    here = skeleton.reading.once("meetings", skeleton.sentence.index, lambda: _meetings(skeleton))
    if preceded:
        behind = here[bisect_left(here, meeting.last, key=lambda m: m.first) :][:1]
        return behind[0] if behind and behind[0].first < hit.token("verb") else meeting
    number = bisect_left(here, meeting.first, key=lambda m: m.first)
    return here[number - 1] if number and "verb" not in here[number - 1].tags else meeting


def _preparing(hit: Hit, meeting: Mention) -> Mention:
    """The meeting right in front of one that it prepares, unless a pronoun means that: "لقاء تحضيريا للقمة التي …"."""
    skeleton, norms = hit.skeleton, hit.skeleton.reading.document.norms
    here = skeleton.reading.once("meetings", skeleton.sentence.index, lambda: _meetings(skeleton))
    number = bisect_left(here, meeting.first, key=lambda m: m.first)
    front = here[number - 1] if number else None
    if front is None or "verb" in front.tags or meeting.first - front.last > _PREPARING:
        return meeting
    behind = norms[meeting.last : max(meeting.last + _RIGHT_BEHIND, hit.token("verb") + 2)]
    pronoun = next((word for word in behind if word in words_of("participation", "of_it")), "")
    return meeting if pronoun and not agrees(skeleton, front, pronoun) else front


def _of_clause(hit: Hit, meeting: Mention) -> Mention:
    """The meeting in whose relative clause the verb stands: "يأتي الاجتماع بعد اللقاء الذي عقدته دول …، بدعوة من X"."""
    skeleton, verb, norms = hit.skeleton, hit.token("verb"), hit.skeleton.reading.document.norms
    if verb <= meeting.last:
        return meeting
    here = skeleton.reading.once("meetings", skeleton.sentence.index, lambda: _meetings(skeleton))
    between = here[bisect_left(here, meeting.last, key=lambda m: m.first) : bisect_left(here, verb, key=lambda m: m.first)]
    for other in reversed(between):
        if "verb" in other.tags or not _BREAKS.isdisjoint(norms[other.last : verb]):
            return meeting
        beside = next(skeleton.reading.starting(other.last, other.last + 1), other)  # "اجتماع الدوحة الذي عقد … بحضور X"
        pronoun = norms[beside.last] if beside.last < verb else ""
        looked_back = "previous" in other.tags and norms[verb].startswith("ب")  # "التي احتضنت الدورة السابقة بمشاركة فلان"
        if looked_back or (pronoun in words_of("participation", "relative") and agrees(skeleton, other, pronoun)):
            return other
    return meeting


def _agreeing(hit: Hit, meeting: Mention) -> Mention:
    """The meeting of which a relative clause right behind another is told: "الاجتماع التحضيري للقمة، الذي ترأسه فلان"."""
    skeleton, verb = hit.skeleton, hit.token("verb")
    behind = skeleton.reading.document.norms[meeting.last : min(verb, meeting.last + _RIGHT_BEHIND)]
    pronoun = next((word for word in behind if word in words_of("participation", "relative")), None)
    if pronoun is None or agrees(skeleton, meeting, pronoun):
        return meeting
    here = skeleton.reading.once("meetings", skeleton.sentence.index, lambda: _meetings(skeleton))
    front = here[: bisect_left(here, meeting.first, key=lambda m: m.first)]
    return next((m for m in reversed(front) if "verb" not in m.tags and agrees(skeleton, m, pronoun)), meeting)


def agrees(skeleton: Skeleton, meeting: Mention, pronoun: str) -> bool:
    """Whether a relative pronoun, or "in it", may mean a meeting; that of works may mean the works or the meeting."""
    noun = skeleton.reading.document.tokens[meeting.first].norm
    if noun.endswith("ات") or noun.lstrip("بلو").startswith(tuple(words_of("participation", "works"))):
        return True
    return noun.endswith("ه") == (pronoun in words_of("participation", "of_it_f"))


def _is_of_clause_behind(hit: Hit, meeting: Mention, how: str) -> bool:
    """Whether a meeting behind a construction belongs to a clause of its own, or only tells when that was: "أكدت مصر حضورها
    متوقعا أن يقر المؤتمر …", "التقى وفدا مكونا من X وY، قبيل مؤتمر باريس", "مشاركة X، بعدما غابت بلاده عن القمة"."""
    norms, end = hit.skeleton.reading.document.norms, hit.match.end()
    if "بعدما" in norms[hit.token("verb") : meeting.first] or (how != "sentence" and is_time(hit.skeleton, meeting)):
        return True
    first = hit.skeleton.token(max(end - 1, hit.match.start())) + 1
    return how != "sentence" and not one_of("CLAUSES").isdisjoint(norms[first : meeting.first])


def _earlier(hit: Hit, memory: Memory, how: str) -> Mention | None:
    """The meeting told of before: the last one, the article's own, or the last told by a verb ("استقبل")."""
    near = hit.rule.fields.get("near")
    if how == "told":
        return memory.told(hit.skeleton, int(near or 1))
    if how == "main":
        return memory.main
    last = None if how not in ("recent", "any") or is_of_another_event(hit) else memory.spoken_of(hit.skeleton, near)
    main = memory.main
    of_many = "gathering" in hit.rule.fields and main is not None and not is_talk(main)
    if of_many and last is not None and _is_of_two(hit, last):
        return main  # a row of people is not of the talks of two
    if last is not None and main is not None and is_to_come(last) and not is_to_come(main) and _is_past(hit):
        return main  # what is done cannot be of a meeting still to come
    if last is not None and main is not None and is_to_come(main) and not is_to_come(last) and _is_future(hit):
        return main  # nor what will be done of one that was held
    return last


def _is_of_two(hit: Hit, meeting: Mention) -> bool:
    word = hit.skeleton.reading.document.tokens[meeting.first].norm
    return is_talk(meeting) and word not in one_of("ASSEMBLY")


def _is_past(hit: Hit) -> bool:
    return not any(is_present_form(norm) or is_future_form(norm) for norm in _predicate(hit))


def _is_future(hit: Hit) -> bool:
    return any(is_future_form(norm) for norm in _predicate(hit))


def _predicate(hit: Hit) -> tuple[str, ...]:
    """The word of a construction that tells tense, with those in front of it among which its verb may be."""
    verb = hit.token("verb")
    first = max(hit.skeleton.token(hit.match.start()), verb - _CLAUSE)
    return tuple(hit.skeleton.reading.document.norms[min(first, verb) : verb + 1])


def _is_beside(hit: Hit, meeting: Mention) -> bool:
    """Whether the meeting is only that on whose margins something happens, and the rule does not speak of margins."""
    before = _word_before(hit.skeleton, meeting)
    if before not in one_of("MARGINS") or "margin" in hit.rule.fields:
        return False
    return not (hit.has("verb") and before in hit.match.group("verb"))


def _held_beside(hit: Hit, meeting: Mention) -> Mention | None:
    """The meeting that is held on the margins of another: "عقدت اللجنة اجتماعا على هامش الدورة، ترأسه فلان"."""
    skeleton, verb, norms = hit.skeleton, hit.token("verb"), hit.skeleton.reading.document.norms
    front = [m for m in _usual(skeleton, _meetings(skeleton)) if m.first < meeting.first]
    if not front or verb < meeting.last or any(norm in words("relative") for norm in norms[meeting.last : verb]):
        return None  # "على هامش القمة، التي حضرها فلان"
    return front[-1] if not norms[verb].endswith("ه") or agrees(skeleton, front[-1], "فيه") else None


def _meetings(skeleton: Skeleton) -> list[Mention]:
    told = (m for m in skeleton.mentions if m.kind is Kind.MEETING and MEANT not in m.tags)
    return [m for m in told if m.referent is not None]


def _meant(skeleton: Skeleton) -> Mention | None:
    """The meeting of a sentence that only names it by a noun or a pronoun: "بمشاركة مصر، انطلقت الأشغال"."""
    return skeleton.reading.once("meant meeting", skeleton.sentence.index, lambda: next(
        (m for m in skeleton.mentions if m.kind is Kind.MEETING and MEANT in m.tags), None
    ))


def _are_talks_beside(hit: Hit, meeting: Mention) -> bool:
    """Whether talks on the margins of a meeting are told of, and not it: "التقى X على هامش القمة Y، بحضور Z"."""
    if _word_before(hit.skeleton, meeting) not in one_of("MARGINS"):
        return False
    norms, lists = hit.skeleton.reading.document.norms, word_lists("side_meetings.toml")
    if any(word in words_of("participation", "relative") for word in norms[meeting.last : meeting.last + _RIGHT_BEHIND]):
        return False  # "على هامش المؤتمر الذي عقد بحضور Z"
    first = max(hit.skeleton.sentence.first, meeting.first - _ASIDE)
    told = (*norms[first : meeting.first], *norms[meeting.last : min(hit.token("verb"), meeting.last + _ASIDE)])
    return any(is_in(word, lists["verb"]) or is_in(word, lists["noun"]) for word in told)


def _usual(skeleton: Skeleton, here: list[Mention]) -> list[Mention]:
    """The meetings of a sentence told by a noun, without those on whose margins or since which something happens."""
    plain = (m for m in here if "verb" not in m.tags and "previous" not in m.tags)
    return [m for m in plain if _word_before(skeleton, m) not in one_of("MARGINS") and not is_time(skeleton, m, "SINCE")]


def _told_of(skeleton: Skeleton, usual: list[Mention]) -> list[Mention]:
    """Those of the meetings of a sentence that it does not only look back on."""
    behind = usual[1:] if is_preceded(skeleton, usual[0]) else usual
    return [m for m in behind if not in_passing(skeleton, m, None)]


def _word_before(skeleton: Skeleton, mention: Mention) -> str:
    first = skeleton.sentence.first
    return skeleton.reading.document.tokens[mention.first - 1].norm if mention.first > first else ""


def _ends(hit: Hit, meeting: Mention) -> bool:
    """Whether the word of the meeting and its ending are such as the rule asks for, and none that it excludes."""
    token = hit.skeleton.reading.document.tokens[meeting.first]
    word = token.norm
    if "word" in hit.rule.fields and word not in fold(hit.rule.fields["word"]).split():
        return False
    if word in fold(hit.rule.fields.get("not_word", "")).split():
        return False
    wanted, unwanted = hit.rule.fields.get("suffix"), hit.rule.fields.get("not_suffix", "نا")
    if wanted is not None and (hit.skeleton.reading.document.text[token.end - 1] == "ة" or word.startswith("ال")):
        return False  # no pronoun: "القمة"
    return (wanted is None or word.endswith(tuple(wanted.split()))) and not word.endswith(tuple(unwanted.split()))


def is_talk(meeting: Mention) -> bool:
    told = meeting.told if isinstance(meeting, MeetingMention) else None
    kinds = meeting.tags if told is None else meeting.tags | told.kinds
    return "bilateral" in kinds and not kinds & {"summit", "conference", "ministerial"}


def is_over(meeting: Mention) -> bool:
    """Whether the article clearly tells of the meeting as held: whom it had invited is no longer to come."""
    told = meeting.told if isinstance(meeting, MeetingMention) else None
    return told is not None and told.status.value == "held" and told.status.strength >= _SURE


def is_to_come(meeting: Mention) -> bool:
    """Whether the article tells of the meeting as one that is not held yet."""
    told = meeting.told if isinstance(meeting, MeetingMention) else None
    return told is not None and told.status.value in ("planned", "postponed", "cancelled")
