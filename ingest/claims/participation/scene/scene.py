"""One sentence as the reader of scenes sees it: its elements, where clauses begin and end, the meeting spoken of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from ingest.claims.adjuncts import insertion
from ingest.claims.clause import COMMAS, STOPS, Clause, clause
from ingest.claims.participation.background import in_passing
from ingest.claims.participation.memory import Memory
from ingest.claims.participation.scene.lexicon import is_, is_verb, words
from ingest.claims.speech import verb_at
from ingest.mention import Kind, Mention
from ingest.sieve import Sieve
from ingest.skeleton import Skeleton

_FAR = 40  # elements of a clause
_OTHERS = 8  # meetings of a sentence among which the one that is meant is looked for
_SPOKEN = "3"  # sentences within which "the session" means the meeting spoken of last


@dataclass(frozen=True, slots=True)
class Scene:
    skeleton: Skeleton
    row: Clause
    memory: Memory
    has_ground: bool
    """Whether the sentence has a meeting, or a word that may stand for one."""
    norms: list[str]
    """The folded forms of the words; a verb of meeting is one, although it is a mention."""
    meetings: tuple[int, ...]
    """The elements that are meetings told by a noun, in order."""

    @classmethod
    def of(cls, skeleton: Skeleton, memory: Memory) -> Scene:
        ground = any(m.kind is Kind.MEETING for m in skeleton.mentions) or bool(_grounds(skeleton.words))
        row = clause(skeleton.reading, skeleton.sentence)
        norms, words = [*row.norms], skeleton.reading.document.norms
        meetings: list[int] = []
        for at, element in enumerate(row.elements):
            if element.kind is Kind.MEETING:
                if _is_meeting(element.mention):
                    meetings.append(at)
                else:
                    norms[at] = words[element.first]
        return cls(skeleton, row, memory, ground, norms, tuple(meetings))

    def __len__(self) -> int:
        return len(self.row.elements)

    def norm(self, at: int) -> str:
        try:
            return self.norms[at] if at >= 0 else ""
        except IndexError:
            return ""

    def mention(self, at: int) -> Mention | None:
        return self.row.elements[at].mention if 0 <= at < len(self.row.elements) else None

    def kind(self, at: int) -> Kind | None:
        mention = self.mention(at)
        return None if mention is None or "verb" in mention.tags else mention.kind

    def offset(self, at: int) -> int:
        """Where an element begins in the skeleton's text."""
        skeleton = self.skeleton
        return skeleton.starts[bisect_right(skeleton.firsts, self.row.elements[at].first) - 1]

    def is_closed(self, at: int) -> bool:
        """Whether a word is written with the ending of a feminine noun, not with a pronoun."""
        document = self.skeleton.reading.document
        return document.text[document.tokens[self.row.elements[at].last - 1].end - 1] == "ة"

    def ends(self, at: int, into: bool = False) -> int:
        """The element behind the clause of a predicate; `into`: with the clause that it calls for ("اقترح أن تعقد …")."""
        inserted = 0
        for i in range(at + 1, min(len(self), at + _FAR)):
            norm = self.norm(i)
            if into and norm in COMMAS and i >= inserted:
                inserted = insertion(self.row, i)
            if i < inserted:
                continue
            if into and norm in ("ان", "بان"):
                into = False
                continue
            if norm in STOPS or (norm and norm in "؛:") or is_(norm, "breaks"):
                return i
            if i > at + 1 and norm[:1] == "و" and (is_(norm, "and_not") or (len(norm) > 3 and self._opens(norm))):
                return i
        return min(len(self), at + _FAR)

    def begins(self, at: int) -> int:
        """The first element of the clause of a predicate."""
        for i in range(at - 1, max(-1, at - _FAR), -1):
            norm = self.norm(i)
            if norm in STOPS or norm == "؛" or is_(norm, "breaks") or (is_verb(norm) or verb_at(norm) is not None):
                return i + 1
        return max(0, at - _FAR)

    def _opens(self, norm: str) -> bool:
        return is_verb(norm) or verb_at(norm) is not None

    def is_meeting(self, at: int) -> bool:
        return _is_meeting(self.mention(at))

    def meeting_before(self, at: int) -> Mention | None:
        """The last meeting in front of an element that is not told as one apart from another."""
        named = bisect_left(self.meetings, at)
        near = reversed(self.meetings[max(0, named - _OTHERS) : named])
        told = [one for i in near if (one := self.mention(i)) is not None and not is_(self.norm(i - 1), "apart")]
        about = [one for one in told if not in_passing(self.skeleton, one, self.memory.main)]
        return about[0] if about else None

    def looks_back(self, at: int) -> bool:
        """Whether a sentence names, in front of an element, only meetings on which it looks back."""
        named = bisect_left(self.meetings, at)
        front = [self.mention(i) for i in self.meetings[max(0, named - _OTHERS) : named]]
        told = [one for one in front if one is not None]
        return bool(told) and all(in_passing(self.skeleton, one, self.memory.main) for one in told)

    def spoken(self, at: int) -> Mention | None:
        """The meeting that a word without a name means: the last one of the sentence before it, else the one before."""
        return self.meeting_before(at) or self.last(_SPOKEN)

    def last(self, near: str) -> Mention | None:
        """The meeting that the sentences before spoke of, told by a noun or, if none was, by a verb."""
        return self.memory.spoken_of(self.skeleton, near) or (
            self.memory.told(self.skeleton, int(near)) if self.memory.main is None else None
        )


def _is_meeting(mention: Mention | None) -> bool:
    return mention is not None and mention.kind is Kind.MEETING and "verb" not in mention.tags


def _may_stand_for_meeting(norm: str) -> bool:
    word = norm[1:] if norm[:1] in ("و", "ف") and len(norm) > 3 else norm
    forms = (word, word[1:], "ال" + word.removeprefix("لل"))
    return any(form in words("stage") for form in forms) or word in words("pronouns_m") or word in words("pronouns_f")


_grounds = Sieve(_may_stand_for_meeting)
