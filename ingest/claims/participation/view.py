"""A sentence as the constructions of participation read it: in plain order, with the meeting where it is only meant.

"لكن مصر وقطر، وللمرة الأولى، غابتا عن أعماله" says what "غابتا مصر وقطر عن <M>" says. Circumstances fall away, a subject
before its verb stands behind it, and again behind a second verb of his ("زار فلان القاهرة وترأس <M>"), a number before a
list gives way to the list, and what stands for the meeting spoken of last ("الأشغال", "الجلسة الافتتاحية", "المجتمعين", a
pronoun behind a verb) is a mention of it. The words to look for are macros of `patterns/participation.toml` that begin with
VIEW.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import accumulate
from re import Match

from ingest.claims.participation.continued import subject_of, topic_for
from ingest.claims.participation.memory import MEANT, Memory
from ingest.claims.participation.words import one_of
from ingest.lean import lean
from ingest.mention import BODIES, Kind, Mention
from ingest.mentions.meetings import MeetingMention
from ingest.pattern import macro, macro_rule, macro_rules
from ingest.skeleton import Skeleton

_NEAR = "2"
_FAR = 160  # elements back in which a meeting is still the one named last
_ROUND = 5  # tokens before a meeting in which its round stands: "الجولة الـ20 من الاجتماعات"
_DROPPED = (
    "VIEW_STOOD_FOR", "VIEW_GLOSSED", "VIEW_DASHED", "VIEW_BLESSING", "VIEW_CAPACITY", "VIEW_HIMSELF", "VIEW_RELATIVE",
    "VIEW_MARKED", "VIEW_TAIL",
    "VIEW_OFFICE", "VIEW_TOGETHER", "VIEW_WITH", "VIEW_WITH_BEHIND", "VIEW_INSERTED", "VIEW_LOOSE", "VIEW_BETWEEN",
    "VIEW_ASIDE", "VIEW_ROW", "VIEW_NUMBER", "VIEW_WHOSE", "VIEW_WHEN", "VIEW_SETTING",
)
"""What falls away, in this order; what does may leave two commas."""
_AGAIN = frozenset({"VIEW_INSERTED", "VIEW_LOOSE"})
"""What is looked for once more where some of it fell away."""
_SOUGHT = ("VIEW_PRESIDES", "VIEW_MEETING", "VIEW_CONTINUED", "VIEW_SUBJECT_FIRST", *_DROPPED)
_MARKS = {
    "VIEW_DASHED": frozenset("-–"), "VIEW_ROW": frozenset(":("), "VIEW_MARKED": frozenset("»”\")"),
    "VIEW_GLOSSED": frozenset("("),
}
"""Marks of which a sentence must have one."""
_AND = "و"
_MEETING = f"<{Kind.MEETING.value}"


@dataclass(slots=True)
class _Draft:
    """The elements of a sentence while they are put in order."""

    words: list[str]
    firsts: list[int]
    lasts: list[int]
    mentions: list[Mention]
    text: str = ""
    known: frozenset[str] = frozenset()  # the words of the text
    worth: frozenset[str] = frozenset()  # the macros that may match in it

    def __post_init__(self) -> None:
        self.renew()

    def renew(self) -> None:
        """Writes the text anew when the words are others."""
        self.text, self.known = " ".join(self.words), frozenset(self.words)
        rules = macro_rules("participation", _SOUGHT)
        self.worth = frozenset([rule.name for rule in rules.worth_trying(self.known, self.text)])

    def matches(self, name: str) -> Iterable[Match[str]]:
        """The matches of a macro."""
        return macro_rule("participation", name).matches(self.text, self.known) if name in self.worth else ()

    def elements(self, text: str, start: int, end: int) -> range:
        """The elements of the text between two of its characters; a space in front of them counts for nothing."""
        start += text.startswith(" ", start)
        first = text.count(" ", 0, start)
        return range(first, first + text.count(" ", start, end) + 1)

    def keep(self, order: list[int]) -> None:
        self.words = [self.words[n] for n in order]
        self.firsts = [self.firsts[n] for n in order]
        self.lasts = [self.lasts[n] for n in order]
        self.renew()

    def mean(self, gone: range, meeting: Mention, verb: str = "") -> None:
        """Puts a mention of the meeting for some elements, behind a verb if its pronoun was the meeting; the text stays."""
        first, last = self.firsts[gone.start], self.lasts[gone.stop - 1]
        name = f"{_MEETING}{len(self.mentions)}>"
        self.mentions.append(replace(meeting, first=first, last=last, prefix="", tags=meeting.tags | {MEANT}))
        new = [verb, name] if verb else [name]
        self.words[gone.start : gone.stop] = new
        self.firsts[gone.start : gone.stop] = [first] * len(new)
        self.lasts[gone.start : gone.stop] = [last] * len(new)


def view(skeleton: Skeleton, memory: Memory) -> Skeleton | None:
    """The sentence in plain order, none if it is so already."""
    plain = lean(skeleton)
    text = plain.text
    words = ["،" if word == "," else word for word in text.split(" ")]
    draft = _Draft(words, [*plain.firsts], [*plain.lasts], [*plain.mentions])
    _preside(draft, skeleton)
    _mean(draft, skeleton, memory)
    for name in _DROPPED:
        sought = name in draft.worth and (name not in _MARKS or not _MARKS[name].isdisjoint(draft.words))
        if sought and _drop(draft, name) and name in _AGAIN:
            _drop(draft, name)
    _turn(draft)
    _continue(draft, skeleton, memory)
    if draft.text == text:
        return None
    starts = [0, *accumulate([len(word) + 1 for word in draft.words])]
    where = tuple(starts[: len(draft.words)]), tuple(draft.firsts), tuple(draft.lasts)
    return Skeleton(skeleton.reading, skeleton.sentence, draft.text, tuple(draft.mentions), *where, draft.known)


def _preside(draft: _Draft, skeleton: Skeleton) -> None:
    """Puts the verb of presiding for one that says so with a noun: "تولى رئاسة <M>", "تشترك في رئاسته"."""
    text, matches = draft.text, [*draft.matches("VIEW_PRESIDES")]
    if not matches:
        return
    for found in reversed(matches):
        gone = draft.elements(text, *found.span("gone"))
        meeting = _before(draft, gone.start) if found["pronoun"] else None
        if meeting is not None and not _agrees(skeleton, meeting, found["pronoun"]):
            continue  # "اجتماعات الفريق الذي تشترك في رئاسته …": the team is presided over
        verb = macro("participation", "VIEW_PRESIDED") + (found["pronoun"] or "")
        at = draft.elements(text, *found.span("verb")).stop - 1
        draft.words[gone.start : gone.stop] = [found["front"] + verb]
        draft.lasts[gone.start : gone.stop] = [draft.lasts[at]]
        del draft.firsts[gone.start + 1 : gone.stop]
    draft.renew()


def _drop(draft: _Draft, name: str) -> bool:
    """Takes out what a macro names "gone" or "gone_too", and puts "and" for what it names "joint"; whether there was any."""
    text = draft.text
    gone: set[int] = set()
    for found in draft.matches(name):
        for part, words in found.groupdict().items():
            places = draft.elements(text, *found.span(part)) if words and part in ("gone", "gone_too", "joint") else range(0)
            if part == "joint" and places:
                draft.words[places.start] = _AND
            if name == "VIEW_NUMBER" and len(places) > 1:
                draft.words[places.start : places.start + 2] = macro("participation", "VIEW_EACH").split()
                places = places[2:]
            gone.update(places[1:] if part == "joint" else places)
    if gone:
        draft.keep([n for n in range(len(draft.words)) if n not in gone])
    return bool(gone)


def _turn(draft: _Draft) -> None:
    """Puts a verb of participation before the subject that stands in front of it."""
    text = draft.text
    matches = [*draft.matches("VIEW_SUBJECT_FIRST")]
    if not matches:
        return
    order = [*range(len(draft.words))]
    for found in matches:
        subject = draft.elements(text, *found.span("subject"))
        verb = draft.elements(text, *found.span("verb"))
        order[subject.start : verb.stop] = [*verb, *subject]
    draft.keep(order)


def _continue(draft: _Draft, skeleton: Skeleton, memory: Memory) -> None:
    """Puts somebody behind each verb that leaves him out: a further one of his, or the first of the next sentence."""
    text, matches = draft.text, [*draft.matches("VIEW_CONTINUED")]
    if not matches:
        return
    front = macro_rule("participation", "VIEW_FRONT").expression
    for found in reversed(matches):
        at = draft.elements(text, *found.span("verb")).stop - 1
        begins = front.fullmatch(text, 0, found.start("verb")) is not None
        token = draft.firsts[at]
        who = topic_for(skeleton, token, memory.topic) if begins else subject_of(skeleton, token)
        if who is not None:
            draft.words.insert(at + 1, f"<{who.kind.value}{len(draft.mentions)}>")
            draft.firsts.insert(at + 1, token)
            draft.lasts.insert(at + 1, draft.lasts[at])
            draft.mentions.append(who)
    draft.renew()


def _mean(draft: _Draft, skeleton: Skeleton, memory: Memory) -> None:
    """Puts a mention of a meeting for whatever stands for the one spoken of last."""
    text, matches = draft.text, [*draft.matches("VIEW_MEETING")]
    if not matches:
        return
    for found in reversed(matches):
        gone = draft.elements(text, *found.span("gone"))
        meeting = _before(draft, gone.start) or memory.spoken_of(skeleton, _NEAR)
        if meeting is None:
            continue
        if found["body"] and draft.mentions[int(found["body"])].kind not in BODIES:
            continue
        if found["works"] and not _is_of(draft.mentions[int(found["works"])], meeting):
            continue
        if (found["body"] or found["noun"]) and not _is_same_noun(skeleton, draft, gone, meeting):
            continue
        if found["own"] and not _may_mean(draft, gone, meeting, skeleton, memory):
            continue
        draft.mean(gone, meeting, found["own"][: -len(found["pronoun"])] if found["own"] else "")
    draft.renew()


def _before(draft: _Draft, at: int) -> Mention | None:
    """The meeting named last before an element of the sentence, if that is not far."""
    named = (word for word in reversed(draft.words[max(0, at - _FAR) : at]) if word.startswith(_MEETING))
    return next((draft.mentions[int(word[2:-1])] for word in named), None)


def _is_same_noun(skeleton: Skeleton, draft: _Draft, gone: range, meeting: Mention) -> bool:
    """Whether a body or a noun is called by the noun of the meeting alone: "المنتدى" after "المنتدى الدولي للمياه"."""
    tokens = skeleton.reading.document.tokens
    first, last = draft.firsts[gone.start], draft.lasts[gone.start]
    first_said = meeting.first - (_ROUND if meeting.first >= _ROUND and tokens[meeting.first - 1].norm == "من" else 0)
    said = {_bare(tokens[at].norm) for at in range(first_said, min(meeting.first + 3, meeting.last))}
    return last - first == 1 and _bare(tokens[first].norm) in said


def _is_of(body: Mention, meeting: Mention) -> bool:
    """Whether a body is the one whose meeting it is: "اجتماعات الحلف" after "قمة الناتو"."""
    told = meeting.told if isinstance(meeting, MeetingMention) else None
    bodies = [] if told is None else [reading.details.body for reading in told.readings]
    return any(other is not None and other.referent == body.referent for other in bodies)


def _bare(noun: str) -> str:
    plain = noun.removeprefix("ال")
    return plain if plain.endswith("دي") else plain.removesuffix("ا")


def _may_mean(draft: _Draft, gone: range, meeting: Mention, skeleton: Skeleton, memory: Memory) -> bool:
    """Whether the pronoun of a verb can be the meeting: the verb begins the sentence behind one that tells of a meeting,
    and their genders agree."""
    document = skeleton.reading.document
    token = document.tokens[draft.lasts[gone.start] - 1]
    follows = meeting is memory.recent and memory.recent_sentence == skeleton.sentence.index - 1
    openers = one_of("OPENERS")
    opens = all(word in openers for word in draft.words[: gone.start])
    if document.text[token.end - 1] == "ة" or not follows or not opens:
        return False
    works = macro_rule("participation", "VIEW_WORKS").expression.match(document.tokens[meeting.first].norm) is not None
    return works or _agrees(skeleton, meeting, token.norm)


def _agrees(skeleton: Skeleton, meeting: Mention, pronoun: str) -> bool:
    """Whether the noun of a meeting is of the gender of a pronoun, or of a word that ends with one."""
    noun = skeleton.reading.document.tokens[meeting.first].norm
    return noun.endswith(("ه", "ات")) == pronoun.endswith("ها")
