"""Promises that are taken back: "سحبت كندا تعهدها بتقديم …", "تراجعت قطر عن وعدها", "وعدت …، لكنها تراجعت"."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from ingest.claims.clause import COMMAS, STOPS, Clause
from ingest.claims.modality import modality_of
from ingest.claims.pledge.row import sums, tells
from ingest.claims.speech import openings
from kg.claim import Claim, Modality, Referent, Span
from kg.vocabulary import M

_BACK = 6        # elements between going back on a promise and its noun, or a word of contrast
_AFTERWARDS = 40  # elements behind the sum in which a promise is taken back
_TOLD = 4        # elements that tell of it
HELD = frozenset({Modality.ASSERTED, Modality.REPORTED})


def before(row: Clause, at: int) -> int | None:
    """The word that takes back the promise at element `at`, which stands behind it."""
    for i in range(at - 1, max(-1, at - _BACK), -1):
        if row.norm(i) in COMMAS | STOPS:
            return None
        if tells(row.norm(i), "withdrawn"):
            return i if row.norm(at - 1) in sums()["goes_back"] or i == at - 1 else None
        if tells(row.norm(i), "cancels"):
            return i if tells(row.norm(at), "promised_thing") and not _undone(row, i) else None
    return None


def _undone(row: Clause, at: int) -> bool:
    """Whether the cancelling at an element is itself gone back on: "تراجعت كندا عن قرارها سحب تعهدها"."""
    for i in range(at - 1, max(-1, at - _BACK), -1):
        if row.norm(i) in COMMAS | STOPS:
            return False
        if tells(row.norm(i), "withdrawn") or tells(row.norm(i), "cancels"):
            return True
    return False


def afterwards(row: Clause, money: int) -> int | None:
    """The word behind the sum, or the goods, that takes the promise back, once a contrast or a next step is told."""
    for i in range(money + 1, min(money + _AFTERWARDS, len(row.elements))):
        if row.norm(i) in STOPS:
            return None
        if turns(row, i):
            near = (k for k in range(i + 1, i + _BACK) if _goes_back(row, k) or _cancelled(row, k))
            at = next(near, None)
            return at if at is not None and held(row, at) in HELD else None
    return None


def alone(row: Clause) -> tuple[int, int] | None:
    """The word that takes a promise back and the noun of the promise, in a sentence that names no sum."""
    for at in range(1, len(row.elements)):
        if tells(row.norm(at), "promised_thing"):
            taken = before(row, at)
            if taken is not None and held(row, taken) in HELD:
                return taken, at
    return None


def _goes_back(row: Clause, at: int) -> bool:
    """Going back on a promise, not on the cancelling of it."""
    if not tells(row.norm(at), "withdrawn"):
        return False
    following = (row.norm(k) for k in range(at + 1, at + _BACK))
    return not any(tells(norm, "cancels") for norm in takewhile(lambda norm: norm not in COMMAS | STOPS, following))


def _cancelled(row: Clause, at: int) -> bool:
    """Cancelling a promise named behind it, or what a pronoun stands for: "ألغت تعهدها", "ألغته"."""
    if not tells(row.norm(at), "cancels") or _undone(row, at):
        return False
    return any(tells(row.norm(k), "promised_thing") for k in range(at + 1, at + _TOLD))


def turns(row: Clause, at: int) -> bool:
    """A word of contrast, or what came next: "لكنها", "إلا أن", "قبل أن", "ثم"."""
    if row.norm(at) in sums()["next"]:
        return True
    return tells(row.norm(at), "but") or (tells(row.norm(at), "but_that") and row.norm(at + 1) in openings()["that"])


def held(row: Clause, at: int) -> Modality:
    return modality_of(row.reading, row.sentence, row.elements[at].first)


def words(row: Clause, at: int) -> tuple[Span, ...]:
    """The words that tell of the taking back, up to the next mark."""
    end = at + 1
    while end < min(at + _TOLD, len(row.elements)) and row.norm(end) not in COMMAS | STOPS:
        end += 1
    span = row.span(at, end)
    return (span,) if span is not None else ()


class Pledges:
    """The pledges told so far: a sum told twice is one pledge, and one taken back takes the place of the promise."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self._keys: list[tuple[str, str, str]] = []

    def add(self, key: tuple[str, str, str], claim: Claim, again: bool) -> None:
        """Keeps a pledge; `again` says that the sum is one more, though it is the same."""
        if key not in self._keys or again:
            self._keys.append(key)
            self.claims.append(claim)
        elif claim.object == M.Withdrawn and claim.modality in HELD:
            self._take_back(self._keys.index(key), claim.modality, claim.evidence)

    def withdraw(self, actor: Referent, modality: Modality, evidence: tuple[Span, ...]) -> None:
        """Takes back the only pledge of an actor."""
        giver = f"{actor.type}|{actor.key}"
        own = [i for i, key in enumerate(self._keys) if key[0] == giver]
        if len(own) == 1 and evidence:
            self._take_back(own[0], modality, evidence)

    def last_giver(self) -> Referent | None:
        """The giver of all the pledges told so far, if there is but one."""
        if len({key[0] for key in self._keys}) != 1:
            return None
        giver = dict(self.claims[-1].subject.slots)[M.topicActor]
        return giver if isinstance(giver, Referent) else None

    def change(self, actor: Referent, key: tuple[str, str, str], claim: Claim) -> None:
        """Puts a pledge in the place of the only one of an actor, which it brings down or up; else it is one more."""
        own = [i for i, other in enumerate(self._keys) if other[0] == f"{actor.type}|{actor.key}"]
        if key in self._keys:
            return
        if len(own) == 1:
            self._keys[own[0]], self.claims[own[0]] = key, replace(claim, object=self.claims[own[0]].object)
        else:
            self.add(key, claim, again=False)

    def _take_back(self, at: int, modality: Modality, evidence: tuple[Span, ...]) -> None:
        promise = self.claims[at]
        if promise.object != M.Withdrawn:
            self.claims[at] = replace(
                promise, object=M.Withdrawn, modality=modality, evidence=evidence, rule="pledge.withdrawn_later"
            )
