"""The phrases of a clause around its predicate: what each is about, and which preposition governs it.

"انضمت، بحسب بيان، كل من مصر وتونس رسميا إلى عضوية المنظمة في 2020" has a bare phrase about two states behind the verb, one
with "إلى" about the organization, and a date. Adverbs, insertions and phrases of no interest are passed over, so that an
argument may stand in any place; where another clause begins, the phrases end. Words: `lexicon/phrases.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ingest.claims.adjuncts import insertion
from ingest.claims.clause import COMMAS, DASHES, QUOTES, STOPS, Clause
from ingest.mention import BODIES, Kind
from ingest.mentions.lands.places import country_of
from ingest.tenses import is_future_form, is_present_form
from ingest.word_lists import is_in, word_lists

_REACH = 40      # elements of a clause behind its predicate
_PHRASE = 9      # elements of one phrase
_INSERTION = 24  # elements between two commas
BESIDE = "beside"
_SHORT = 3       # letters of a verb such as "يضم"
_CLITICS = ("ب", "ل", "ك")
_NAMES = frozenset({Kind.COUNTRY, Kind.ORGANIZATION, Kind.COALITION, Kind.GROUP, Kind.PERSON, Kind.TITLE, Kind.NISBA,
                    Kind.MEETING, Kind.NUMBER, Kind.MONEY, Kind.PLACE})


@dataclass(slots=True, unsafe_hash=True)
class Phrase:
    """Elements `begin` to `end` (exclusive): the mention at element `at` behind some nouns, or nouns alone (`at` < 0)."""

    begin: int
    end: int
    prep: str
    at: int
    nouns: tuple[str, ...]


@cache
def listed() -> dict[str, frozenset[str]]:
    return word_lists("phrases.toml")


@cache
def _any(*names: str) -> frozenset[str]:
    """The words of several lists."""
    return frozenset().union(*(listed()[name] for name in names))


def phrases(row: Clause, at: int) -> list[Phrase]:
    """The phrases behind the predicate at element `at`, in the order of the text."""
    found: list[Phrase] = []
    i, last = at + 1, min(len(row.elements), at + _REACH)
    while i < last:
        if _ends(row, i):
            break
        behind = _passed(row, i)
        if behind == i:
            if (comma := row.norm(i)) in COMMAS | DASHES or comma == "(":
                if not _goes_on(row, i + 1):
                    break
                i += 1
                continue
            phrase = _phrase(row, i, last)
            if phrase is None:
                break
            found.append(phrase)
            behind = phrase.end
        i = behind
    return found


def _ends(row: Clause, at: int) -> bool:
    """Whether another clause or sentence begins at an element."""
    norm = row.norm(at)
    if norm in STOPS or norm in ("؛", ":") or is_in(norm, listed()["clause"]):
        return True
    conjoined = norm.startswith("و") and len(norm) > 3 and norm[1:] not in _any("prepositions", "adverbs")
    conjoined = conjoined and norm not in listed()["not_joined"]
    verb = norm != "" and (is_future_form(norm) or _is_present(norm))
    return (conjoined and not norm.startswith("وال")) or verb


def _is_present(norm: str) -> bool:
    """Whether a word is a verb in the present; those in "ت" look like nouns and are left."""
    if not norm.startswith("ي") or norm in listed()["not_verbs"]:
        return False
    return is_present_form(norm) or len(norm) == _SHORT


def _passed(row: Clause, at: int) -> int:
    """The element behind marks, adverbs, insertions and the like that begin at `at`; `at` itself if none does."""
    norm = row.norm(at)
    if norm in QUOTES or norm in (")", "]") or is_in(norm, listed()["adverbs"]):
        return at + 1
    of_a_side = is_in(norm, frozenset({"من"})) and row.norm(at + 1) in listed()["sides"]
    if of_a_side or (norm in listed()["manner"] and row.norm(at + 1) in listed()["together"]):
        return at + 2  # "بشكل مشترك"
    if norm in listed()["held"] and _is_told_of(row, at - 1):
        return at + 1  # "خلال قمة عقدت في الرياض"
    if norm in COMMAS | DASHES or norm == "(":
        return at if is_in(row.norm(at + 1), listed()["beside"]) and _numbered(row, at + 2) else insertion(row, at)
    return at


def _is_told_of(row: Clause, at: int) -> bool:
    """Whether the meeting without an article at an element goes on with a clause about itself."""
    meeting = row.elements[at].mention if at > 0 else None
    indefinite = meeting is not None and not row.reading.document.norms[meeting.first].startswith("ال")
    return indefinite and row.elements[at].kind is Kind.MEETING and row.norm(at - 1) in listed()["prepositions"]


def _numbered(row: Clause, at: int) -> bool:
    """Whether those beside are told by their number and listed behind: "، علاوة على بلدين آخرين، هما …"."""
    return any(e.kind is Kind.NUMBER for e in row.elements[at : at + 2])


def _goes_on(row: Clause, at: int) -> bool:
    """Whether the clause goes on behind a comma that closes nothing."""
    norm = row.norm(at)
    element = row.elements[at] if at < len(row.elements) else None
    if element is None:
        return False
    if element.mention is not None:
        return element.kind is Kind.DATE or element.prefix in _CLITICS
    return is_in(norm, _any("prepositions", "adverbs", "beside")) or norm in listed()["people_of"]


def _phrase(row: Clause, begin: int, last: int) -> Phrase | None:
    """The phrase that begins at an element."""
    prep, i = "", begin
    norm = row.norm(begin)
    if is_in(norm, listed()["with_pronoun"]):
        return Phrase(begin, begin + 1, preposition_of(norm), -1, (norm.lstrip("و"),))
    if is_in(norm, listed()["beside"]):
        return _beside(row, begin, last)
    if is_in(norm, listed()["prepositions"]):
        prep = norm if norm in listed()["prepositions"] else norm[1:]
        i += 1
        if row.norm(i) in listed()["beside"]:
            return _beside(row, i, last)
    nouns: list[str] = []
    while i < last and i - begin < _PHRASE:
        element, norm = row.elements[i], row.norm(i)
        if element.mention is not None:
            if not prep and not nouns and element.prefix in _CLITICS:
                prep = element.prefix
            elif nouns and (element.prefix or _closed(nouns[-1])):
                return Phrase(begin, i, prep, -1, tuple(nouns))
            end = _counted(row, i, last) if element.kind is Kind.NUMBER else _behind_name(row, i)
            return Phrase(begin, end, prep, i, tuple(nouns))
        if (norm in QUOTES or _hyphen(row, i)) and i + 1 < last:
            i += 1
            continue
        if norm in COMMAS | DASHES or norm in ("(", ")") or _ends(row, i):
            break
        if nouns and (not _in_the_phrase(row, i) or (norm in _any("each", "heads_of_office") and _closed(nouns[-1]))):
            break
        if prep and nouns and nouns[0] in listed()["where_from"] and norm in listed()["several"]:
            break  # "يضم من الضفة الجنوبية الدول الأعضاء في …"
        if not prep and not nouns and norm[:1] in _CLITICS and norm not in listed()["not_glued"] and len(norm) > 3:
            prep = norm[0]
        nouns.append(norm)
        i += 1
    return Phrase(begin, i, prep, -1, tuple(nouns)) if i > begin else None


def _hyphen(row: Clause, at: int) -> bool:
    """Whether a dash joins the halves of one name: "ليبتاكو-غورما"."""
    if row.norm(at) not in DASHES or not 0 < at < len(row.elements) - 1:
        return False
    tokens, first = row.reading.document.tokens, row.elements[at].first
    return tokens[first - 1].end == tokens[first].start and tokens[first].end == tokens[first + 1].start


def preposition_of(norm: str) -> str:
    """The preposition of "إليها"."""
    word = norm.lstrip("و")
    return next((p for p in listed()["before_pronoun"] if word.startswith(p)), word[:1])


def _beside(row: Clause, begin: int, last: int) -> Phrase:
    """"فضلا عن الاتحاد الأوروبي": who comes along."""
    for i in range(begin + 1, min(last, begin + 4)):
        if row.elements[i].mention is not None:
            return Phrase(begin, _behind_name(row, i), BESIDE, i, ())
        if row.norm(i) not in _any("prepositions", "people_of"):
            break
    return Phrase(begin, begin + 1, BESIDE, -1, ())


def _in_the_phrase(row: Clause, at: int) -> bool:
    """Whether a word goes on with the phrase before it: no preposition of its own, except between nouns that open a list."""
    norm = row.norm(at)
    if norm == "من" and row.norm(at - 1) in listed()["each"]:
        return True
    if norm in _any("prepositions", "adverbs", "beside", "with_pronoun", "they"):
        return False
    return not (norm[:1] in _CLITICS and len(norm) > 3 and norm not in listed()["not_glued"])


def _closed(noun: str) -> bool:
    """Whether nothing behind a noun is its genitive: it has an article or a suffix, or is one of time ("منذ شهرين")."""
    definite = noun.startswith("ال") and len(noun) > 4
    suffixed = len(noun) > 4 and noun.endswith(("ها", "هم", "هما", "ته"))
    return definite or suffixed or noun in listed()["times"]


def _counted(row: Clause, at: int, last: int) -> int:
    """The end of a number with what it counts: "30 دولة عضوا"."""
    i = at + 1
    while i < min(last, at + 5) and row.norm(i).isalpha() and _in_the_phrase(row, i) and not _ends(row, i):
        i += 1
    return i


def _behind_name(row: Clause, at: int) -> int:
    """The end of a phrase about a name: the rest of a list and adjectives behind it."""
    i = at + 1
    kind = row.elements[at].kind
    while i < len(row.elements) and kind is not Kind.DATE:
        element, norm = row.elements[i], row.norm(i)
        if kind is Kind.MEETING and element.kind in BODIES and not element.prefix:
            return i + 1  # "اجتماع المنظمة"
        if element.mention is not None:
            joined = element.prefix == "و" or (not element.prefix and (element.kind in (kind, Kind.NISBA) or _land(row, i)))
            if not joined or element.kind not in _NAMES:
                break
        elif kind is Kind.COUNTRY or not _is_adjective(norm):
            break
        i += 1
    return i


def _land(row: Clause, at: int) -> bool:
    """Whether the state at an element is the one in which the place before it lies: "في مدينة جدة السعودية"."""
    place, state = row.elements[at - 1].mention, row.elements[at].mention
    if place is None or state is None or place.kind is not Kind.PLACE or state.kind is not Kind.COUNTRY:
        return False
    if place.referent is None or state.referent is None:
        return False
    land = country_of(place.referent.key)
    return land is not None and state.referent.key == f"country/{land}"


def _is_adjective(norm: str) -> bool:
    """Whether a word with the article may go on with a name before it."""
    if not norm.startswith("ال") or len(norm) <= 4:
        return False
    return norm not in _any("clause", "adverbs", "with_pronoun", "prepositions")


def behind_insertion(row: Clause, at: int) -> int:
    """The element before the insertion that ends with the comma, dash or bracket at `at`; -1 if there is none."""
    norm = row.norm(at)
    opening = COMMAS if norm in COMMAS else {norm} if norm in DASHES else {"("} if norm == ")" else None
    if opening is None:
        return -1
    for i in range(at - 2, max(-1, at - _INSERTION), -1):
        if row.norm(i) in opening:
            return i - 1
        if row.norm(i) in STOPS and norm != ")":
            break  # the dots of "(س.ص)" end nothing
    return -1
