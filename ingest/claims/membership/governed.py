"""How a membership is told by what governs it: "لن تصبح أوكرانيا العضو …", "اعترضت الهند على قبول باكستان عضوا"."""

from __future__ import annotations

from ingest.claims.clause import COMMAS, STOPS
from ingest.claims.membership.states import words
from ingest.claims.modality import modality_of
from ingest.mention import Kind, Reading
from ingest.parts import Sentence
from ingest.word_lists import is_in
from kg.claim import Modality

_AGREED = 6  # tokens in front of an acceptance in which it is put off, opposed or voted on


def held(reading: Reading, sentence: Sentence, first: int, told: Modality) -> Modality:
    """The modality of a membership whose members begin at a token, by the verb of becoming or the acceptance before them."""
    norms, at = reading.document.norms, first - 1
    if at < sentence.first or told is Modality.DENIED:
        return told
    if is_in(norms[_head(reading, sentence, first) - 1], words()["is_not"]):
        return Modality.DENIED  # "ليست مصر وإيران عضوين في المنظمة"
    if is_in(norms[at], words()["becomes"] | words()["comes_to_be_nth"]):
        found = modality_of(reading, sentence, at)
        return found if found in (Modality.DENIED, Modality.PLANNED) else told
    accepted = norms[at].removeprefix("ب").removeprefix("ل") in words()["acceptance"]
    return Modality.DENIED if accepted and _opposed(reading, sentence, at) else told


def _head(reading: Reading, sentence: Sentence, first: int) -> int:
    """Where a row of states begins of which one begins at a token."""
    while (state := reading.ending(first)) is not None and state.kind is Kind.COUNTRY and state.first > sentence.first:
        first = state.first
    return first


def _opposed(reading: Reading, sentence: Sentence, at: int) -> bool:
    norms = reading.document.norms
    for i in range(at - 1, max(sentence.first, at - _AGREED) - 1, -1):
        if norms[i] in STOPS or norms[i] in COMMAS:
            return False
        if is_in(norms[i], words()["no_fact"] | words()["put_off"]):
            return True
    return False
